//! The same sessions as lines, and as JSON.
//!
//! One idea per line, stable words at the start of each line, no cursor movement, no colour: for pipes, dumb terminals,
//! braille and speech. The machines are those of [`crate::sessions`]; this room only reads what is typed and says what is shown.

pub mod ask;
pub mod chair;
pub mod day;
pub mod interview;
pub mod mock;
pub mod protocol;
pub mod read;
pub mod review;
pub mod say;
pub mod told;

use crate::prose::{self, inline, text_of};
use crate::sessions::Context;
use crate::sessions::effect::News;
use crate::words::Words;

use review::Said;

/// A way to hold a session over standard input and output: lines for people, or JSON for programs.
pub trait Front {
    /// There was something to ask.
    fn began(&self) -> bool;
    /// The learner left, or the session is over.
    fn over(&self) -> bool;
    /// Asks for what the session needs first.
    fn start(&mut self, cx: &Context<'_>) -> Said;
    /// Something that was asked for has come; says what there is to say now.
    fn hear(&mut self, news: News, cx: &Context<'_>, words: &Words) -> Said;
    /// A line came in.
    fn line(&mut self, line: &str, cx: &Context<'_>, words: &Words) -> Said;
    /// When the session has something to do without a line, on the forward clock; `now_ms` is this moment on it. `None` for never.
    fn wake_at(&self, _now_ms: u64) -> Option<u64> {
        None
    }
    /// That moment has come.
    fn wake(&mut self, _cx: &Context<'_>, _words: &Words) -> Said {
        Said::default()
    }
    /// The input has ended, or the learner leaves: what was answered is saved, what is ahead is kept.
    fn leave(&mut self, cx: &Context<'_>) -> Said;
}

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

#[cfg(test)]
mod tests;
