//! The same sessions as lines, and as JSON.
//!
//! One idea per line, stable words at the start of each line, no cursor movement, no colour: for pipes, dumb terminals,
//! braille and speech. The machines are those of [`crate::sessions`]; this room only reads what is typed and says what is shown.

pub mod read;
pub mod review;
pub mod say;
pub mod told;

use crate::prose::{self, inline, text_of};
use crate::words::Words;

/// Markdown within a line, as plain text.
pub fn flat(text: &str) -> String {
    clean(&text_of(&inline(text)))
}

/// A text without control characters, on one line.
pub fn clean(text: &str) -> String {
    text.chars().map(|c| if c == '\n' || c == '\t' { ' ' } else { c }).filter(|c| !c.is_control()).collect()
}

/// A lesson as text, `width` cells wide.
pub fn lesson(markdown: &str, width: usize, words: &Words) -> String {
    let labels = ["card-notes", "card-say", "card-mistake", "card-check"].map(|key| words.get(key).into_owned());
    let [notes, say, mistake, check] = &labels;
    prose::plain(&prose::parse(markdown), width, prose::Labels { notes, say, mistake, check })
}
