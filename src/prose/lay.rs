//! Blocks to lines.

use std::borrow::Cow;

use super::cells;
use super::wrap::{push, width_of, wrap};
use super::{Block, Doc, Item, Piece, QuoteKind, Role, Span, table};

/// The least room that bars, indents and markers leave for text; further ones are left out.
const LEAST_ROOM: usize = 8;

/// How lines are laid out.
#[derive(Debug, Clone, Copy)]
pub struct Look<'a> {
    /// Cells in a row; less than 4 counts as 4.
    pub width: usize,
    /// Whether code within a sentence keeps its back-quotes.
    pub quote_code: bool,
    /// Whether links carry the number of their target, for text that cannot be followed.
    pub number_links: bool,
    /// What the cards and quotes are called.
    pub labels: Labels<'a>,
}

/// The names of cards and quotes in the learner's language; an empty one is not shown.
#[derive(Debug, Clone, Copy, Default)]
pub struct Labels<'a> {
    /// "IN THE NOTES / TODAY".
    pub notes: &'a str,
    /// "SAY IT IN AN INTERVIEW".
    pub say: &'a str,
    /// "COMMON MISTAKE".
    pub mistake: &'a str,
    /// "CHECK YOURSELF".
    pub check: &'a str,
}

/// A line of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What to show, safe to show.
    pub spans: Vec<Span>,
    /// The block that it belongs to: an index into [`Doc::blocks`].
    pub block: usize,
    /// The section that it belongs to: an index into [`Doc::sections`].
    pub section: Option<usize>,
    /// How many characters of the text come before this line. The same at every width, so it finds the place again.
    pub at: usize,
    /// What kind of line it is.
    pub kind: LineKind,
}

impl Line {
    /// The line without roles.
    pub fn text(&self) -> String {
        self.spans.iter().map(|s| s.text.as_str()).collect()
    }
}

/// What kind of line it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Text that was wrapped.
    Text,
    /// Nothing but, at most, the bars of quotes.
    Blank,
    /// A line of code or of a diagram. It is not wrapped and may be wider than the page.
    Code {
        /// Index into [`Doc::codes`].
        code: usize,
        /// Index of the line within it.
        line: usize,
        /// How many cells stand before the code; what comes after them may be scrolled sideways.
        column: usize,
    },
    /// The place of a check: an index into [`Doc::checks`]. The reader puts the question here.
    Check(usize),
}

/// Lays a document out.
pub fn lay(doc: &Doc, look: &Look) -> Vec<Line> {
    let look = Look { width: look.width.max(4), ..*look };
    let mut layer = Layer {
        doc,
        look,
        lines: Vec::new(),
        prefixes: Vec::new(),
        used: 0,
        block: 0,
        section: None,
        at: 0,
        say: false,
    };
    for (i, block) in doc.blocks.iter().enumerate() {
        if i > 0 {
            layer.blank();
        }
        layer.block = i;
        if let Some(section) = doc.sections.iter().position(|s| s.block == i) {
            layer.section = Some(section);
        }
        layer.lay(block);
    }
    layer.lines
}

/// What stands before each line of a container.
struct Prefix {
    /// Once, before the first line: the marker of an item.
    first: Option<Span>,
    /// Before every other line.
    rest: Span,
}

struct Layer<'a> {
    doc: &'a Doc,
    look: Look<'a>,
    lines: Vec<Line>,
    prefixes: Vec<Prefix>,
    /// Cells that the prefixes take.
    used: usize,
    block: usize,
    section: Option<usize>,
    at: usize,
    /// Within a `[!say]` quote: later rows of a speech stand under its first letter, not under the quotation mark.
    say: bool,
}

impl Layer<'_> {
    fn room(&self) -> usize {
        self.look.width - self.used
    }

    fn lay_all(&mut self, blocks: &[Block]) {
        for (i, block) in blocks.iter().enumerate() {
            if i > 0 {
                self.blank();
            }
            self.lay(block);
        }
    }

    fn lay(&mut self, block: &Block) {
        match block {
            Block::Paragraph(pieces) => self.paragraph(pieces),
            Block::Heading { level, text } => {
                let role = [Role::H1, Role::H2, Role::H3][usize::from(*level).clamp(1, 3) - 1];
                let weighty = |r| matches!(r, Role::Text | Role::Strong | Role::Emphasis);
                let text: Vec<Piece> = text
                    .iter()
                    .map(|p| Piece { text: p.text.clone(), role: if weighty(p.role) { role } else { p.role } })
                    .collect();
                self.text(&text, 0);
            }
            Block::List { start, loose, items } => self.list(*start, *loose, items),
            Block::Code(code) => self.code(*code),
            Block::Check(check) => {
                let mut spans = vec![span("┃ ", Role::Bar(QuoteKind::Check))];
                let label = if self.look.labels.check.is_empty() {
                    self.doc.checks.get(*check).map_or("", String::as_str)
                } else {
                    self.look.labels.check
                };
                let rows = wrap(&[Piece { text: label.to_owned(), role: Role::Label }], self.room() - 2, 0, false);
                spans.extend(rows.into_iter().next().unwrap_or_default());
                self.emit(spans, LineKind::Check(*check));
            }
            Block::Quote { kind, blocks } => self.quote(*kind, blocks),
            Block::Table { align, head, rows } => {
                let (head, rows) = (self.table_row(head), rows.iter().map(|r| self.table_row(r)).collect::<Vec<_>>());
                for row in table::rows(align, &head, &rows, self.room(), self.look.quote_code) {
                    let kind = if row.is_empty() { LineKind::Blank } else { LineKind::Text };
                    self.emit(row, kind);
                }
            }
            Block::Rule => {
                let rule = "─".repeat(self.room());
                self.emit(vec![span(&rule, Role::Rule)], LineKind::Text);
            }
            Block::Footnote { label, blocks } => {
                let marker = format!("[{label}] ");
                self.inside(Some(span(&marker, Role::Muted)), span("    ", Role::Text), |l| l.lay_all(blocks));
            }
        }
    }

    fn table_row(&self, cells: &[Vec<Piece>]) -> Vec<Vec<Piece>> {
        cells.iter().map(|c| self.numbered(c).into_owned()).collect()
    }

    fn paragraph(&mut self, pieces: &[Piece]) {
        let hang = usize::from(self.say && pieces.first().is_some_and(|p| p.text.starts_with(['"', '“'])));
        self.text(pieces, hang);
    }

    fn text(&mut self, pieces: &[Piece], hang: usize) {
        for row in wrap(&self.numbered(pieces), self.room(), hang, self.look.quote_code) {
            self.emit(row, LineKind::Text);
        }
    }

    fn list(&mut self, start: Option<u64>, loose: bool, items: &[Item]) {
        let last = start.map(|s| s.saturating_add(items.len().saturating_sub(1) as u64));
        let digits = last.map_or(0, |n| n.to_string().len());
        for (i, item) in items.iter().enumerate() {
            if i > 0 && loose {
                self.blank();
            }
            let (mut marker, role) = match start {
                Some(start) => (format!("{:>digits$}. ", start.saturating_add(i as u64)), Role::Text),
                None => ("- ".to_owned(), Role::Muted),
            };
            if let Some(done) = item.task {
                marker.push_str(if done { "[x] " } else { "[ ] " });
            }
            let hang = " ".repeat(marker.len());
            let marker = Span { text: marker, role: if item.task.is_some() { Role::Text } else { role } };
            self.inside(Some(marker), span(&hang, Role::Text), |l| l.item(item, loose));
        }
    }

    fn item(&mut self, item: &Item, loose: bool) {
        for (i, block) in item.blocks.iter().enumerate() {
            // In a tight list a nested list follows its item without a gap.
            if i > 0 && (loose || !matches!(block, Block::List { .. })) {
                self.blank();
            }
            self.lay(block);
        }
        if item.blocks.is_empty() {
            self.emit(Vec::new(), LineKind::Text);
        }
    }

    fn quote(&mut self, kind: QuoteKind, blocks: &[Block]) {
        let labels = self.look.labels;
        let label = match kind {
            QuoteKind::Notes => labels.notes,
            QuoteKind::Say => labels.say,
            QuoteKind::Mistake => labels.mistake,
            QuoteKind::Plain | QuoteKind::Check => "",
        };
        let said_before = std::mem::replace(&mut self.say, kind == QuoteKind::Say);
        self.inside(None, span("┃ ", Role::Bar(kind)), |l| {
            if !label.is_empty() {
                l.text(&[Piece { text: label.to_owned(), role: Role::Label }], 0);
            }
            l.lay_all(blocks);
        });
        self.say = said_before;
    }

    fn code(&mut self, index: usize) {
        let Some(code) = self.doc.codes.get(index) else { return };
        let bar = code.alt.is_none();
        let column = if bar { 2.min(self.room() - 2) } else { 0 };
        if let Some(alt) = &code.alt {
            // Where a diagram does not fit, its words come first.
            let wide = code.lines.iter().any(|l| cells::width(l) > self.room());
            if !alt.is_empty() && (wide || code.lines.is_empty()) {
                self.text(&[Piece { text: alt.clone(), role: Role::Text }], 0);
            }
        }
        for (i, line) in code.lines.iter().enumerate() {
            let mut spans = Vec::new();
            if bar {
                push(&mut spans, &"│ "[..if column == 2 { "│ ".len() } else { 0 }], Role::Rule);
                push(&mut spans, line, Role::CodeLine);
            } else {
                art(line, &mut spans);
            }
            spans.retain(|s| !s.text.is_empty());
            let column = column + self.used;
            self.emit(spans, LineKind::Code { code: index, line: i, column });
        }
    }

    /// Lays out what stands behind a marker or bar; where there is no room for it, the marker gets a line of its own.
    fn inside(&mut self, first: Option<Span>, rest: Span, lay: impl FnOnce(&mut Self)) {
        let width = width_of(std::slice::from_ref(&rest)).max(first.iter().map(|s| cells::width(&s.text)).sum());
        let least = LEAST_ROOM.min(self.look.width / 2).max(2);
        if self.used + width + least > self.look.width {
            if let Some(first) = first {
                self.text(&[Piece { text: first.text, role: first.role }], 0);
            }
            return lay(self);
        }
        let pad = |mut s: Span| {
            let gap = width - cells::width(&s.text);
            s.text.extend(std::iter::repeat_n(' ', gap));
            s
        };
        self.prefixes.push(Prefix { first: first.map(pad), rest: pad(rest) });
        self.used += width;
        lay(self);
        self.used -= width;
        self.prefixes.pop();
    }

    fn blank(&mut self) {
        self.emit(Vec::new(), LineKind::Blank);
    }

    fn emit(&mut self, content: Vec<Span>, kind: LineKind) {
        let mut spans: Vec<Span> = Vec::new();
        for prefix in &mut self.prefixes {
            let part = match prefix.first.take() {
                Some(first) => first,
                None => prefix.rest.clone(),
            };
            push(&mut spans, &part.text, part.role);
        }
        let at = self.at;
        for part in content {
            if part.role != Role::Label {
                self.at += part.text.chars().filter(|c| !c.is_whitespace()).count();
            }
            push(&mut spans, &part.text, part.role);
        }
        while let Some(last) = spans.last_mut() {
            last.text.truncate(last.text.trim_end().len());
            if !last.text.is_empty() {
                break;
            }
            spans.pop();
        }
        self.lines.push(Line { spans, block: self.block, section: self.section, at, kind });
    }

    /// The pieces, with the number of its target behind each link where that is asked for.
    fn numbered<'p>(&self, pieces: &'p [Piece]) -> Cow<'p, [Piece]> {
        if !self.look.number_links || !pieces.iter().any(|p| matches!(p.role, Role::Link(_))) {
            return Cow::Borrowed(pieces);
        }
        let mut out = Vec::with_capacity(pieces.len() + 4);
        for (i, piece) in pieces.iter().enumerate() {
            out.push(piece.clone());
            let Role::Link(link) = piece.role else { continue };
            let ends = pieces.get(i + 1).is_none_or(|next| next.role != piece.role);
            let target = self.doc.links.get(usize::from(link));
            if ends && target.is_some_and(|t| *t != piece.text) {
                out.push(Piece { text: format!(" [{}]", u32::from(link) + 1), role: Role::Muted });
            }
        }
        Cow::Owned(out)
    }
}

fn span(text: &str, role: Role) -> Span {
    Span { text: text.to_owned(), role }
}

/// A line of a diagram: box characters step back, everything else is text.
fn art(line: &str, spans: &mut Vec<Span>) {
    for c in line.chars() {
        let role = if ('\u{2500}'..='\u{257f}').contains(&c) { Role::Rule } else { Role::Text };
        push(spans, c.encode_utf8(&mut [0; 4]), role);
    }
}
