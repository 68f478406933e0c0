//! Markdown to blocks, and blocks to wrapped lines of text with roles.
//!
//! # Design
//!
//! Text becomes meaning ([`parse()`] gives a [`Doc`] of [`Block`]s), meaning becomes lines ([`lay()`] at a width), and only the
//! terminal kit turns roles into colours. Each [`Line`] knows its place in the text, so that a reader keeps the paragraph
//! when the window or the language changes. Nothing of a text is lost, whatever Markdown it is, and nothing panics
//! (property tests).

pub mod cells;
mod inline;
mod lay;
mod parse;
mod plain;
mod table;
mod terms;
mod wrap;
mod written;

pub use inline::{CodeRuns, inline};
pub use lay::{Labels, Line, LineKind, Look, lay};
pub use parse::{expand, parse};
pub use plain::plain;
pub use terms::mark_terms;
pub use wrap::{paragraph, wrap};
pub use written::{Written, written, written_rows};

/// What a piece of text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    /// Running text.
    Text,
    /// Of weight.
    Strong,
    /// Stressed, or a term at its first use.
    Emphasis,
    /// Struck out.
    Strike,
    /// Code within a sentence.
    Code,
    /// A line of a code block.
    CodeLine,
    /// A link; the number is its index in [`Doc::links`].
    Link(u16),
    /// A term that can be looked up; the number is that of [`mark_terms`].
    Term(u16),
    /// The title of a lesson.
    H1,
    /// The title of a section.
    H2,
    /// A smaller title.
    H3,
    /// What may be missed: markers of lists, footnote signs.
    Muted,
    /// Lines: rules, the bar of code, the edges of a table, box characters in a diagram.
    Rule,
    /// The name of a card or quote.
    Label,
    /// The bar beside a card or quote.
    Bar(QuoteKind),
}

/// What a quote is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum QuoteKind {
    /// Something quoted.
    Plain,
    /// `[!notes]`: what the notes say, and what holds today.
    Notes,
    /// `[!say]`: how to say it in an interview.
    Say,
    /// `[!mistake]`: a common mistake.
    Mistake,
    /// A check card.
    Check,
}

/// A piece of running text in one role. The text `"\n"` is a line break that the author asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// As the author wrote it; it is made safe to show when it is wrapped.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// A piece of a line, safe to show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// What to show.
    pub text: String,
    /// What it is.
    pub role: Role,
}

/// A document.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Doc {
    /// What stands below each other.
    pub blocks: Vec<Block>,
    /// The targets of the links, in the order of the text.
    pub links: Vec<String>,
    /// Code blocks and diagrams, in the order of the text.
    pub codes: Vec<Code>,
    /// The question ids of the checks, in the order of the text.
    pub checks: Vec<String>,
    /// Headings with an id, in the order of the text.
    pub sections: Vec<Section>,
}

/// A heading with an id: where a section begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// The id in the braces of the heading.
    pub id: String,
    /// The heading without its marks.
    pub title: String,
    /// Index of the heading in [`Doc::blocks`].
    pub block: usize,
}

/// A code block or a diagram.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// The language, such as `go`; empty when the author named none.
    pub lang: String,
    /// The lines, with tabs expanded, safe to show.
    pub lines: Vec<String>,
    /// For a diagram what it shows in words.
    pub alt: Option<String>,
}

/// A block of a document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading {
        /// 1 to 6.
        level: u8,
        /// Its text.
        text: Vec<Piece>,
    },
    /// Running text.
    Paragraph(Vec<Piece>),
    /// A list.
    List {
        /// The first number of an ordered list.
        start: Option<u64>,
        /// Whether blank rows separate the items.
        loose: bool,
        /// The items.
        items: Vec<Item>,
    },
    /// A code block or diagram: an index into [`Doc::codes`].
    Code(usize),
    /// A check: an index into [`Doc::checks`].
    Check(usize),
    /// A quote.
    Quote {
        /// What it is for.
        kind: QuoteKind,
        /// What is quoted.
        blocks: Vec<Block>,
    },
    /// A table.
    Table {
        /// One for each column.
        align: Vec<Align>,
        /// The cells of the head.
        head: Vec<Vec<Piece>>,
        /// The rows below it.
        rows: Vec<Vec<Vec<Piece>>>,
    },
    /// A line across.
    Rule,
    /// A footnote.
    Footnote {
        /// Its sign.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// For a task whether it is done.
    pub task: Option<bool>,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// Where the text of a table's column stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Middle,
    /// At the right.
    Right,
}

/// The text of pieces without their roles.
pub fn text_of(pieces: &[Piece]) -> String {
    pieces.iter().map(|p| if p.text == "\n" { " " } else { p.text.as_str() }).collect()
}

#[cfg(test)]
mod tests;
