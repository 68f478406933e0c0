//! What other programs keep: Anki archives (`.apkg`) and CSV, out and in.
//!
//! # Design
//!
//! ```text
//! questions ──► cards()  ──► csv_of() or anki::write()      out
//! csv, apkg ──► Taken { notes, left } ──► draft() ──► packs::scaffold ──► files of a pack      in
//! ```
//!
//! A file of another program comes from a stranger. It is read within limits, its texts lose what could steer a terminal, and nothing in it is run:
//! markup becomes our own few marks, scripts and styles go. What a note cannot keep here is counted and named ([`Left`]), never dropped in silence.
//! What it does not have, such as a why, is not made up: `pack check` names it, and its author writes it.

pub mod anki;
mod cards;
mod csv;
mod draft;
mod entities;
mod gaps;
mod html;
mod table;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

pub use cards::{Card, Labels, Side, cards};
pub use draft::{Drafted, draft};
pub use table::{csv_of, notes};

/// Notes of one import.
pub const NOTES: usize = 50_000;
/// Bytes of a CSV file.
pub const CSV_BYTES: u64 = 32 << 20;

/// Why a file cannot be taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// It has more notes than this.
    TooMany(usize),
    /// The row in this line has too many cells.
    Columns(usize),
    /// A quotation mark in this line is never closed.
    OpenQuote(usize),
    /// No column holds questions, or none answers.
    NoColumns,
    /// It has nothing that could become a question.
    Empty,
    /// It is no archive, or a broken one: what was wrong.
    Broken(String),
    /// It has more files than this.
    TooManyFiles(usize),
    /// It is larger than this many bytes, packed or unpacked.
    TooLarge(u64),
    /// Reading it takes more work than any honest file does.
    Endless,
}

/// A note: what is asked, and what is answered.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Note {
    /// Its id here, when it came from here; else empty.
    pub id: String,
    /// The deck or topic; empty for none.
    pub topic: String,
    /// What is asked; with `{{c1::word}}` where words are missing.
    pub front: String,
    /// What there is to choose from.
    pub options: Vec<String>,
    /// What is answered; several lines where several options are right.
    pub answer: String,
    /// Further spellings.
    pub accept: Vec<String>,
    /// What is said about the answer.
    pub explain: String,
    /// May be empty.
    pub hint: String,
    /// Where it can be checked; may be empty.
    pub source: String,
    /// As they are written, with spaces between them.
    pub tags: String,
    /// Ladder level, 1 to 6; 0 for none.
    pub level: u8,
}

/// Something that a draft cannot keep.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum What {
    /// A row or note without a question or an answer.
    Empty,
    /// A text that is larger than a lesson takes.
    TooLong,
    /// A picture.
    Image,
    /// Sound, video, or words to be read aloud.
    Sound,
    /// A script, in a field or in a template of a note's kind.
    Script,
    /// A page or a program within a field.
    Frame,
    /// A field with formulas: they are kept as they are written.
    Formula,
    /// A table: its cells stand in rows of text.
    Table,
    /// A note of a kind that is neither a question with an answer nor a text with gaps.
    NoteType(Box<str>),
    /// Further cards of a note, such as the one that asks the other way round.
    SecondCard,
    /// Further fields of a note.
    Field(Box<str>),
    /// A card that was learnt: how it is remembered stays behind.
    Schedule,
    /// A column that means nothing here.
    Column(Box<str>),
}

/// What was left behind, and how often.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Left(BTreeMap<What, usize>);

impl Left {
    /// Counts something.
    pub fn add(&mut self, what: What) {
        self.more(what, 1);
    }

    /// Counts something several times.
    pub fn more(&mut self, what: What, n: usize) {
        if n > 0 {
            *self.0.entry(what).or_insert(0) += n;
        }
    }

    /// What there is, in order, and how often.
    pub fn iter(&self) -> impl Iterator<Item = (&What, usize)> {
        self.0.iter().map(|(what, n)| (what, *n))
    }
}

/// What a file gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Taken {
    /// What the whole is called; empty for nothing in particular.
    pub title: String,
    /// In the order of the file.
    pub notes: Vec<Note>,
    /// What could not be kept.
    pub left: Left,
}
