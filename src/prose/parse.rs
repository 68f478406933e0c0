//! Markdown to blocks.

use pulldown_cmark::{Alignment, CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

use super::cells::cells;
use super::{Align, Block, Code, Doc, Item, Piece, QuoteKind, Role, Section, text_of};

/// Containers (quotes, lists) inside each other; deeper ones are read as if they were not there.
const MAX_DEPTH: usize = 16;

/// Columns from one tab stop to the next.
const TAB: usize = 4;

/// Reads Markdown: CommonMark with tables, task lists, footnotes, strikethrough, heading ids, and our own marks (`check` and
/// `diagram` fences, `[!notes]`, `[!say]`, `[!mistake]`).
pub fn parse(markdown: &str) -> Doc {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_HEADING_ATTRIBUTES;
    let mut builder = Builder::default();
    for event in Parser::new_ext(markdown, options) {
        builder.event(event);
    }
    builder.finish()
}

/// A container that is still open.
enum Frame {
    Quote(Vec<Block>),
    List {
        start: Option<u64>,
        loose: bool,
        items: Vec<Item>,
    },
    Item(Item),
    Footnote {
        label: String,
        blocks: Vec<Block>,
    },
    /// Too deep: what is inside goes to the next one outside.
    Through,
}

#[derive(Default)]
struct Table {
    align: Vec<Align>,
    head: Vec<Vec<Piece>>,
    rows: Vec<Vec<Vec<Piece>>>,
    row: Vec<Vec<Piece>>,
}

#[derive(Default)]
struct Builder {
    doc: Doc,
    frames: Vec<Frame>,
    pieces: Vec<Piece>,
    strong: usize,
    emphasis: usize,
    strike: usize,
    /// Indices of the open links and images, and whether one has any text yet.
    links: Vec<(u16, bool)>,
    code: Option<(String, String)>,
    heading: Option<String>,
    table: Option<Table>,
}

impl Builder {
    fn event(&mut self, event: Event) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => match &mut self.code {
                Some((_, body)) => body.push_str(&text),
                None => self.add(&text, false),
            },
            Event::Code(text) => self.add(&text, true),
            Event::Html(text) => {
                for line in text.lines() {
                    self.add(line, false);
                    self.line_break();
                }
            }
            Event::InlineHtml(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.add(&text, false),
            Event::FootnoteReference(label) => {
                self.pieces.push(Piece { text: format!("[{label}]"), role: Role::Muted });
            }
            Event::SoftBreak => self.add(" ", false),
            Event::HardBreak => self.line_break(),
            Event::Rule => self.block(Block::Rule),
            Event::TaskListMarker(done) => {
                if let Some(Frame::Item(item)) = self.frames.last_mut() {
                    item.task = Some(done);
                } else {
                    self.add(if done { "[x] " } else { "[ ] " }, false);
                }
            }
        }
    }

    fn start(&mut self, tag: Tag) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                if let [.., Frame::List { loose, .. }, Frame::Item(_)] = self.frames.as_mut_slice() {
                    *loose = true;
                }
            }
            Tag::Heading { id, .. } => {
                self.flush();
                self.heading = id.map(|id| id.to_string());
            }
            Tag::BlockQuote(_) => self.open(Frame::Quote(Vec::new())),
            Tag::List(start) => self.open(Frame::List { start, loose: false, items: Vec::new() }),
            Tag::Item => {
                self.flush();
                let inside = matches!(self.frames.last(), Some(Frame::List { .. }));
                let item = Frame::Item(Item { task: None, blocks: Vec::new() });
                self.frames.push(if inside { item } else { Frame::Through });
            }
            Tag::FootnoteDefinition(label) => {
                self.open(Frame::Footnote { label: label.to_string(), blocks: Vec::new() });
            }
            Tag::CodeBlock(kind) => {
                self.flush();
                let info = match kind {
                    CodeBlockKind::Fenced(info) => info.to_string(),
                    CodeBlockKind::Indented => String::new(),
                };
                self.code = Some((info, String::new()));
            }
            Tag::Table(align) => {
                self.flush();
                self.table = Some(Table { align: align.into_iter().map(alignment).collect(), ..Table::default() });
            }
            Tag::TableHead | Tag::TableRow | Tag::TableCell => {}
            Tag::Emphasis => self.emphasis += 1,
            Tag::Strong => self.strong += 1,
            Tag::Strikethrough => self.strike += 1,
            Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. } => {
                let index = u16::try_from(self.doc.links.len()).unwrap_or(u16::MAX);
                self.doc.links.push(dest_url.to_string());
                self.links.push((index, false));
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(level) => self.end_heading(level),
            TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item | TagEnd::FootnoteDefinition => self.close(),
            TagEnd::CodeBlock => self.end_code(),
            TagEnd::Table => {
                if let Some(t) = self.table.take() {
                    self.block(Block::Table { align: t.align, head: t.head, rows: t.rows });
                }
            }
            TagEnd::TableCell => {
                let cell = std::mem::take(&mut self.pieces);
                if let Some(table) = &mut self.table {
                    table.row.push(cell);
                }
            }
            TagEnd::TableHead => {
                if let Some(table) = &mut self.table {
                    table.head = std::mem::take(&mut table.row);
                }
            }
            TagEnd::TableRow => {
                if let Some(table) = &mut self.table {
                    let row = std::mem::take(&mut table.row);
                    table.rows.push(row);
                }
            }
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Strikethrough => self.strike = self.strike.saturating_sub(1),
            TagEnd::Link | TagEnd::Image => self.end_link(),
            // A paragraph, and whatever else pulldown-cmark knows as a block of text.
            _ => self.flush(),
        }
    }

    /// A link without text shows its target.
    fn end_link(&mut self) {
        if let Some(&(index, false)) = self.links.last() {
            let target = self.doc.links.get(usize::from(index)).cloned().unwrap_or_default();
            self.add(&target, false);
        }
        self.links.pop();
        if let Some((_, has_text)) = self.links.last_mut() {
            *has_text = true;
        }
    }

    fn end_heading(&mut self, level: HeadingLevel) {
        let text = std::mem::take(&mut self.pieces);
        if let Some(id) = self.heading.take()
            && self.frames.is_empty()
        {
            self.doc.sections.push(Section { id, title: text_of(&text), block: self.doc.blocks.len() });
        }
        self.block(Block::Heading { level: level as u8, text });
    }

    fn end_code(&mut self) {
        let Some((info, body)) = self.code.take() else { return };
        let lang = info.split_whitespace().next().unwrap_or_default();
        if lang == "check" && !body.trim().is_empty() {
            self.doc.checks.push(body.split_whitespace().collect::<Vec<_>>().join(" "));
            self.block(Block::Check(self.doc.checks.len() - 1));
            return;
        }
        let (alt, art) = match (lang, body.split_once('\n')) {
            ("diagram", Some((alt, art))) => (Some(alt.trim().to_owned()), art.strip_prefix('\n').unwrap_or(art)),
            _ => (None, body.as_str()),
        };
        let code = Code { lang: lang.to_owned(), lines: art.lines().map(expand).collect(), alt };
        self.doc.codes.push(code);
        self.block(Block::Code(self.doc.codes.len() - 1));
    }

    fn role(&self, code: bool) -> Role {
        if let Some((index, _)) = self.links.last() {
            Role::Link(*index)
        } else if code {
            Role::Code
        } else if self.strike > 0 {
            Role::Strike
        } else if self.strong > 0 {
            Role::Strong
        } else if self.emphasis > 0 {
            Role::Emphasis
        } else {
            Role::Text
        }
    }

    fn add(&mut self, text: &str, code: bool) {
        if text.is_empty() {
            return;
        }
        let role = self.role(code);
        if let Some((_, has_text)) = self.links.last_mut() {
            *has_text = true;
        }
        match self.pieces.last_mut() {
            // Two code spans side by side stay two.
            Some(last) if last.role == role && role != Role::Code && last.text != "\n" => last.text.push_str(text),
            _ => self.pieces.push(Piece { text: text.to_owned(), role }),
        }
    }

    fn line_break(&mut self) {
        self.pieces.push(Piece { text: "\n".to_owned(), role: Role::Text });
    }

    /// Ends the running text, if there is any.
    fn flush(&mut self) {
        while self.pieces.last().is_some_and(|p| p.text == "\n") {
            self.pieces.pop();
        }
        let pieces = std::mem::take(&mut self.pieces);
        if pieces.iter().any(|p| !p.text.trim().is_empty()) {
            self.put(Block::Paragraph(pieces));
        }
    }

    fn block(&mut self, block: Block) {
        self.flush();
        self.put(block);
    }

    fn put(&mut self, block: Block) {
        for frame in self.frames.iter_mut().rev() {
            match frame {
                Frame::Quote(blocks) | Frame::Footnote { blocks, .. } => return blocks.push(block),
                Frame::Item(item) => return item.blocks.push(block),
                Frame::List { items, .. } => {
                    // Only what was too deep for an item of its own comes here.
                    return items.push(Item { task: None, blocks: vec![block] });
                }
                Frame::Through => {}
            }
        }
        self.doc.blocks.push(block);
    }

    fn open(&mut self, frame: Frame) {
        self.flush();
        self.frames.push(if self.frames.len() < MAX_DEPTH { frame } else { Frame::Through });
    }

    fn close(&mut self) {
        self.flush();
        match self.frames.pop() {
            Some(Frame::Quote(blocks)) => {
                let (kind, blocks) = marked(blocks);
                self.put(Block::Quote { kind, blocks });
            }
            Some(Frame::List { start, loose, items }) => self.put(Block::List { start, loose, items }),
            Some(Frame::Item(item)) => match self.frames.last_mut() {
                Some(Frame::List { items, .. }) => items.push(item),
                _ => item.blocks.into_iter().for_each(|b| self.put(b)),
            },
            Some(Frame::Footnote { label, blocks }) => self.put(Block::Footnote { label, blocks }),
            Some(Frame::Through) | None => {}
        }
    }

    fn finish(mut self) -> Doc {
        while !self.frames.is_empty() {
            self.close();
        }
        self.flush();
        self.doc
    }
}

/// Takes our mark off the first paragraph of a quote.
fn marked(mut blocks: Vec<Block>) -> (QuoteKind, Vec<Block>) {
    let marks = [("[!notes]", QuoteKind::Notes), ("[!say]", QuoteKind::Say), ("[!mistake]", QuoteKind::Mistake)];
    let Some(Block::Paragraph(pieces)) = blocks.first_mut() else { return (QuoteKind::Plain, blocks) };
    let Some(first) = pieces.first_mut() else { return (QuoteKind::Plain, blocks) };
    for (mark, kind) in marks {
        if let Some(rest) = first.text.strip_prefix(mark) {
            first.text = rest.trim_start().to_owned();
            if first.text.is_empty() {
                pieces.remove(0);
            }
            if pieces.is_empty() {
                blocks.remove(0);
            }
            return (kind, blocks);
        }
    }
    (QuoteKind::Plain, blocks)
}

fn alignment(align: Alignment) -> Align {
    match align {
        Alignment::None | Alignment::Left => Align::Left,
        Alignment::Center => Align::Middle,
        Alignment::Right => Align::Right,
    }
}

/// A line of code as it is shown: tabs as spaces up to the next stop, everything else safe.
pub fn expand(line: &str) -> String {
    let mut out = String::with_capacity(line.len());
    let mut column = 0;
    for (i, part) in line.split('\t').enumerate() {
        if i > 0 {
            let gap = TAB - column % TAB;
            out.extend(std::iter::repeat_n(' ', gap));
            column += gap;
        }
        for cell in cells(part) {
            out.push_str(cell.text);
            column += cell.width;
        }
    }
    out.truncate(out.trim_end().len());
    out
}
