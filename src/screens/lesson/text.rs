//! The text of a lesson in one language at one width, and places in it that survive another width and another language.

use std::collections::BTreeMap;

use crate::domain::catalog::{Term, TopicHead};
use crate::domain::ids::TopicId;
use crate::domain::text::Lang;
use crate::prose::{Block, Doc, Line, LineKind, QuoteKind, Role, lay, mark_terms, parse, text_of};
use crate::sessions::lesson::{Lesson, Place, WHOLE};
use crate::sessions::study::Catalog;
use crate::ui::codecolor::Coloured;
use crate::ui::glyphs::THIN;
use crate::ui::ink::{self, Run, link, muted, run, text};
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::question::wrapped;
use crate::ui::reading::{self, CardNames};
use crate::ui::theme::Token;
use crate::words::Words;

use super::card::{self, Around, Hold};
use super::row::{Body, Row};

/// What the layout of a text depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shape {
    /// The language that is read.
    pub lang: Lang,
    /// The language of the interface: the cards have names.
    pub names: Lang,
    /// Cells of the text column.
    pub width: i32,
    /// Whether code within a sentence keeps its back-quotes.
    pub quotes: bool,
}

/// A text that is laid out.
#[derive(Debug, Clone)]
pub struct LaidText {
    /// What it was laid out for.
    pub shape: Shape,
    /// The text.
    pub doc: Doc,
    /// Its lines.
    pub lines: Vec<Line>,
    /// Its code blocks in colour.
    pub colours: Vec<Option<Coloured>>,
    /// Characters in it.
    pub total: usize,
}

/// A place in the rows that is found again when they change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchor {
    /// The block.
    pub block: usize,
    at: usize,
    /// Rows of the same place before it: those of a card all have the place of its line.
    after: usize,
}

/// What a link leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A link in the text, by index.
    Text(u16),
    /// A term in the text, by index.
    Term(u16),
    /// A topic that is worth reading next.
    Topic(TopicId),
}

impl LaidText {
    /// Lays a lesson out.
    pub fn new(markdown: &str, terms: &[Term], shape: Shape, words: &Words) -> LaidText {
        let mut doc = parse(markdown);
        mark_terms(&mut doc, &names_of(terms, shape.lang));
        let colours = reading::colours(&doc);
        LaidText::of(doc, colours, shape, words)
    }

    /// The same text at another width, or with other names.
    pub fn reshaped(self, shape: Shape, words: &Words) -> LaidText {
        LaidText::of(self.doc, self.colours, shape, words)
    }

    fn of(doc: Doc, colours: Vec<Option<Coloured>>, shape: Shape, words: &Words) -> LaidText {
        let names = CardNames::of(words);
        let lines = lay(&doc, &names.look(usize::try_from(shape.width).unwrap_or(0), shape.quotes));
        let total = lines.last().map_or(0, |l| l.at + l.text().chars().filter(|c| !c.is_whitespace()).count());
        LaidText { shape, doc, lines, colours, total }
    }

    /// Whether a term can be looked up in it.
    pub fn has_terms(&self) -> bool {
        self.lines.iter().flat_map(|l| &l.spans).any(|s| matches!(s.role, Role::Term(_)))
    }

    /// The section of a block, by index; `None` before the first one.
    pub fn section_of(&self, block: usize) -> Option<usize> {
        self.doc.sections.iter().rposition(|s| s.block <= block)
    }

    /// The place of a block: the same in both languages.
    pub fn place(&self, block: usize) -> Place {
        let section = self.section_of(block).and_then(|i| self.doc.sections.get(i));
        let from = section.map_or(0, |s| s.block);
        Place {
            section: section.map_or("", |s| s.id.as_str()).into(),
            block: u16::try_from(block - from).unwrap_or(u16::MAX),
        }
    }

    /// The block of a place; the last one of its section where there are fewer. The beginning when there is no such section.
    pub fn block(&self, place: &Place) -> usize {
        let sections = &self.doc.sections;
        let last = self.doc.blocks.len().saturating_sub(1);
        let (from, to) = match sections.iter().position(|s| s.id == *place.section) {
            Some(i) => (sections[i].block, sections.get(i + 1).map_or(last, |next| next.block - 1)),
            None if place.section.is_empty() => (0, sections.first().map_or(last, |s| s.block.saturating_sub(1))),
            None => (0, 0),
        };
        (from + usize::from(place.block)).min(to.max(from))
    }

    /// Characters of the text before a block, and before the one after it.
    fn span(&self, block: usize) -> (usize, usize) {
        let at = |b: usize| self.lines.iter().find(|l| l.block >= b).map_or(self.total, |l| l.at);
        (at(block), at(block + 1))
    }

    /// How much of its block stands before an anchor, 0 to 1.
    pub fn share_of_block(&self, anchor: Anchor) -> f64 {
        let (from, to) = self.span(anchor.block);
        if to > from { (anchor.at.saturating_sub(from) as f64 / (to - from) as f64).min(1.0) } else { 0.0 }
    }

    /// The anchor within a block before which so much of it stands.
    pub fn anchor_within(&self, block: usize, share: f64) -> Anchor {
        let (from, to) = self.span(block);
        Anchor { block, at: from + ((to - from) as f64 * share).round() as usize, after: 0 }
    }

    /// How much of the text stands before a row, of [`WHOLE`].
    pub fn share(&self, rows: &[Row], row: usize) -> u32 {
        match rows.get(row) {
            Some(row) if self.total > 0 => (row.at * WHOLE as usize / self.total).min(WHOLE as usize) as u32,
            Some(_) => 0,
            None => WHOLE,
        }
    }

    /// The widest line of code, in cells.
    pub fn widest_code(&self) -> usize {
        self.doc.codes.iter().flat_map(|c| &c.lines).map(|l| crate::prose::cells::width(l)).max().unwrap_or(0)
    }

    /// The first box that says how to say it in an interview: its lines.
    pub fn say(&self) -> Vec<&Line> {
        let is_say = |b: &Block| matches!(b, Block::Quote { kind: QuoteKind::Say, .. });
        let Some(block) = self.doc.blocks.iter().position(is_say) else { return Vec::new() };
        self.lines.iter().filter(|l| l.block == block && l.kind != LineKind::Blank).collect()
    }

    /// The beginning of a block in words, for showing what a note belongs to.
    pub fn beginning(&self, block: usize) -> String {
        match self.doc.blocks.get(block) {
            Some(Block::Paragraph(pieces) | Block::Heading { text: pieces, .. }) => text_of(pieces),
            Some(_) => {
                let of_block = self.lines.iter().filter(|l| l.block == block && l.kind != LineKind::Blank);
                of_block.map(Line::text).find(|t| !t.trim().is_empty()).unwrap_or_default().trim().to_owned()
            }
            None => String::new(),
        }
    }

    /// A block as its author wrote it, without marks: for copying.
    pub fn plain(&self, block: usize) -> String {
        match self.doc.blocks.get(block) {
            Some(Block::Code(code)) => self.doc.codes.get(*code).map(|c| c.lines.join("\n")).unwrap_or_default(),
            Some(Block::Paragraph(pieces) | Block::Heading { text: pieces, .. }) => text_of(pieces),
            _ => {
                let of_block = self.lines.iter().filter(|l| l.block == block);
                of_block.map(Line::text).collect::<Vec<_>>().join("\n").trim_end().to_owned()
            }
        }
    }
}

/// The anchor of a row.
pub fn anchor_of(rows: &[Row], row: usize) -> Anchor {
    let Some(here) = rows.get(row) else { return Anchor::default() };
    let same = |r: &&Row| r.block == here.block && r.at == here.at;
    let after = rows[..row].iter().rev().take_while(same).count();
    Anchor { block: here.block, at: here.at, after }
}

/// The anchor of the first row of a block.
pub fn anchor_at_block(rows: &[Row], block: usize) -> Anchor {
    rows.iter().position(|r| r.block >= block).map_or(Anchor::default(), |row| anchor_of(rows, row))
}

/// The row of an anchor; the nearest one before it where it is gone.
pub fn row_of(rows: &[Row], anchor: Anchor) -> usize {
    let before = |r: &Row| (r.block, r.at) <= (anchor.block, anchor.at);
    let Some(last) = rows.iter().rposition(before) else { return 0 };
    let (block, at) = (rows[last].block, rows[last].at);
    let first = rows[..last].iter().rposition(|r| (r.block, r.at) != (block, at)).map_or(0, |i| i + 1);
    (first + anchor.after).min(last)
}

/// What rows are made from besides the text.
pub struct Making<'a> {
    /// The session.
    pub lesson: &'a Lesson,
    /// What there is to learn: titles of topics.
    pub catalog: &'a Catalog,
    /// The words of the interface.
    pub words: &'a Words,
    /// This moment.
    pub now: &'a crate::domain::time::Moment,
    /// The code of questions in colour, by question name.
    pub codes: &'a BTreeMap<Box<str>, Vec<Vec<Run<'static>>>>,
    /// Notes stand below their paragraph, because there is no second column.
    pub notes_inline: bool,
    /// The topic that has the focus among those worth reading next.
    pub focused_topic: Option<&'a TopicId>,
}

/// All rows of a lesson: its text, its checks as cards, notes at their paragraphs, and what to read next.
pub fn rows(laid: &LaidText, making: &Making<'_>) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::with_capacity(laid.lines.len() + 32);
    if laid.lines.is_empty() {
        out.push(Row::ink(LEFT, vec![text(making.words.get("lesson-empty").into_owned())]));
    }
    let mut last = vec![0; laid.doc.blocks.len()];
    for (i, line) in laid.lines.iter().enumerate().filter(|(_, l)| l.kind != LineKind::Blank) {
        if let Some(last) = last.get_mut(line.block) {
            *last = i;
        }
    }
    for (i, line) in laid.lines.iter().enumerate() {
        let at = |mut row: Row| {
            (row.block, row.at) = (line.block, line.at);
            row
        };
        match line.kind {
            LineKind::Check(check) => out.extend(check_rows(laid, making, check).into_iter().map(at)),
            _ => out.push(at(Row::new(Body::Line(i)))),
        }
        if making.notes_inline && last.get(line.block) == Some(&i) {
            out.extend(note_rows(laid, making, line.block).into_iter().map(at));
        }
    }
    let end = |mut row: Row| {
        (row.block, row.at) = (laid.doc.blocks.len().saturating_sub(1), laid.total);
        row
    };
    out.extend(see_also(laid, making).into_iter().map(end));
    out
}

fn check_rows(laid: &LaidText, making: &Making<'_>, index: usize) -> Vec<Row> {
    let Some(name) = laid.doc.checks.get(index) else { return Vec::new() };
    let check = making.lesson.check(name);
    let id = check.map(|c| &c.id);
    let hold = Hold {
        entered: id.is_some() && making.lesson.entered.as_ref() == id,
        open: id.is_some() && making.lesson.open_check().map(|c| &c.id) == id,
        latest: id.is_some_and(|id| making.lesson.is_latest(id)),
        touched: id.is_some_and(|id| making.lesson.is_touched(id)),
    };
    let around = Around {
        lang: laid.shape.lang,
        words: making.words,
        width: laid.shape.width,
        quotes: laid.shape.quotes,
        now: making.now,
        code: making.codes.get(name.as_str()).map_or(&[], Vec::as_slice),
    };
    let mut rows = card::rows(check, hold, around);
    for row in &mut rows {
        row.bar = Some(Token::Accent);
        row.check = Some(index);
    }
    rows
}

fn note_rows(laid: &LaidText, making: &Making<'_>, block: usize) -> Vec<Row> {
    let note = making.lesson.note_at(&laid.place(block));
    if note.is_empty() {
        return Vec::new();
    }
    let label = making.words.get("lesson-your-note").into_owned();
    let mut rows = vec![Row::ink(LEFT, Vec::new()), Row::ink(INSIDE, vec![run(Token::Label, label)])];
    for line in note.lines() {
        let width = laid.shape.width - (INSIDE - LEFT);
        rows.extend(wrapped(line, width, laid.shape.quotes, Token::Text).into_iter().map(|r| Row::ink(INSIDE, r)));
    }
    for row in rows.iter_mut().skip(1) {
        row.bar = Some(Token::Rule);
    }
    rows
}

/// The topics worth reading next to this one that are installed.
pub fn related<'a>(head: &TopicHead, catalog: &'a Catalog) -> Vec<&'a TopicHead> {
    head.see_also.iter().filter_map(|id| catalog.topics.get(id).map(|t| &**t)).collect()
}

fn see_also(laid: &LaidText, making: &Making<'_>) -> Vec<Row> {
    let Some(loaded) = &making.lesson.loaded else { return Vec::new() };
    let topics = related(&loaded.body.head, making.catalog);
    if topics.is_empty() {
        return Vec::new();
    }
    let label = making.words.get("lesson-see-also").into_owned();
    let indent = ink::width(label.as_str()) + 2;
    let mut rows = vec![Row::ink(LEFT, Vec::new())];
    let mut runs: Vec<Run<'static>> = vec![muted(label), text("  ")];
    let mut focus = None;
    for (i, head) in topics.into_iter().enumerate() {
        let title = head.title.get(laid.shape.lang).to_owned();
        let used = ink::width(&runs);
        let fresh = i == 0 || used == indent;
        if !fresh && used + 3 + ink::width(title.as_str()) > laid.shape.width {
            rows.push(Row::ink(LEFT, std::mem::take(&mut runs)).focus(focus.take()));
            runs.push(text(" ".repeat(usize::try_from(indent).unwrap_or(0))));
        } else if !fresh {
            runs.push(text("   "));
        }
        if making.focused_topic == Some(&head.id) {
            focus = Some(LEFT + ink::width(&runs));
            runs.push(run(Token::Sel, title));
        } else {
            runs.push(link(title));
        }
    }
    rows.push(Row::ink(LEFT, runs).focus(focus));
    rows
}

/// The names under which terms stand in a text of this language. Not their aliases: those are loose words, for searching.
fn names_of(terms: &[Term], lang: Lang) -> Vec<(&str, u16)> {
    terms.iter().zip(0..).map(|(term, n)| (term.name.get(lang), n)).collect()
}

/// Every link and term with its row, in the order of the text.
pub fn links(laid: &LaidText, rows: &[Row], related: &[&TopicHead]) -> Vec<(usize, Target)> {
    let mut out: Vec<(usize, Target)> = Vec::new();
    for (row, line) in rows.iter().enumerate().filter_map(|(i, r)| match r.body {
        Body::Line(line) => laid.lines.get(line).map(|l| (i, l)),
        _ => None,
    }) {
        for span in &line.spans {
            let target = match span.role {
                Role::Link(link) => Target::Text(link),
                Role::Term(term) => Target::Term(term),
                _ => continue,
            };
            if !out.iter().any(|(_, t)| *t == target) {
                out.push((row, target));
            }
        }
    }
    for head in related {
        let title = head.title.get(laid.shape.lang);
        let named = |r: &Row| matches!(&r.body, Body::Ink(_, runs) if runs.iter().any(|run| run.text == title));
        let row = rows.iter().rposition(named).unwrap_or(rows.len().saturating_sub(1));
        out.push((row, Target::Topic(head.id.clone())));
    }
    out
}

/// The bar of a note in a second column.
pub const NOTE_BAR: &str = THIN;
