//! The form alone: what [`super::read::read`] reads and nothing that tells the rubric in words.

use crate::domain::rubric::{Prompt, PromptKind, Signal};
use crate::domain::text::Lang;

use super::blank;

/// Who gave the grades, and how the question was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Form<'a> {
    /// The name of whoever grades.
    pub chair: &'a str,
    /// The interviewer, as `pack/persona`; may be empty.
    pub persona: &'a str,
    /// The ladder level that the answer is held against, 1 to 6.
    pub level: u8,
    /// The language of the question.
    pub lang: Lang,
    /// What stands behind the last blank, above the words of the answer.
    pub said: &'a str,
}

impl Form<'_> {
    /// The empty form of a question.
    pub fn of(&self, prompt: &Prompt) -> String {
        let blank = |name: &str, value: &str| format!("- `{name}`: {value}").trim_end().to_owned() + "\n";
        let mut out = String::new();
        for point in &prompt.points {
            out += &format!("- [ ] `{}`\n", point.id);
        }
        for flag in &prompt.red_flags {
            out += &format!("- [ ] `{}{}`\n", blank::FLAG, flag.id);
        }
        for signal in prompt.kind.signals() {
            out += &blank(&signal_name(*signal), "");
        }
        if prompt.kind == PromptKind::Behavioural {
            out += &blank(blank::SCOPE, "");
        }
        out += &blank(blank::CHAIR, self.chair);
        out += &blank(blank::PROMPT, prompt.id.as_str());
        out += &blank(blank::PERSONA, self.persona);
        out += &blank(blank::LEVEL, &self.level.to_string());
        out += &blank(blank::LANGUAGE, self.lang.code());
        out + &blank(blank::SAID, self.said)
    }
}

fn signal_name(signal: Signal) -> String {
    format!("{}{}", blank::SIGNAL, signal.word())
}
