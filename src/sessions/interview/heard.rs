//! What was said, read once by all word lists.

use crate::domain::rubric::{self, Prompt, Suggested, words};

/// A question and what was answered. The word lists read it once, when it is submitted; never again for a picture.
#[derive(Debug, Clone, PartialEq)]
pub struct Heard {
    /// The point that a follow-up asked for; empty for the prompt's own question.
    pub about: Box<str>,
    /// What was said; of a spoken answer its key words, a line each.
    pub text: Box<str>,
    /// Time from the end of thinking (or from the question) to the end of the answer, in milliseconds.
    pub took_ms: u64,
    /// The clock ended it.
    pub time_up: bool,
    /// The follow-up was left without an answer.
    pub skipped: bool,
    /// Words.
    pub words: usize,
    /// What the word lists found.
    pub found: Suggested,
}

impl Heard {
    /// Reads an answer.
    pub(super) fn new(prompt: &Prompt, about: &str, text: &str) -> Self {
        let answer = words::Answer::new(text);
        Heard {
            about: about.into(),
            text: text.into(),
            took_ms: 0,
            time_up: false,
            skipped: false,
            words: answer.words(),
            found: rubric::suggest(prompt, &answer),
        }
    }
}

/// Words of a text, as people count them.
pub fn count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
