//! Questions that a draft begins with: what another program knew of them, and nothing that it did not.

use std::fmt::Write as _;

use super::name::{Ids, quoted};
use crate::format::letters::is_hostile;

/// Level of a question that nobody gave one: as in the draft's topics.
const LEVEL: u8 = 2;

/// A topic with its questions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given {
    /// As people read it.
    pub title: String,
    /// Markdown of its lesson, without headings of the second level.
    pub lesson: String,
    /// Its questions.
    pub items: Vec<Item>,
}

/// A question. Whys are left to the author.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// What its id is made from.
    pub name: String,
    /// Written above it as a comment, such as its tags; may be empty.
    pub comment: String,
    /// Ladder level; any other than 1 to 6 is that of the draft.
    pub level: u8,
    /// What is asked.
    pub prompt: String,
    /// May be empty.
    pub explain: String,
    /// May be empty.
    pub hint: String,
    /// May be empty.
    pub source: String,
    /// What makes up the answer.
    pub key: Key,
}

/// The answer of a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// Typed, with further spellings.
    Short(String, Vec<String>),
    /// A text with `{{1}}` and so on, and the words that are missing.
    Cloze(String, Vec<Part>),
    /// Options.
    Choice(Vec<Part>),
}

/// A missing word or an option.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Part {
    /// What the learner reads or types.
    pub text: String,
    /// Of an option: whether it is right.
    pub right: bool,
    /// Why it is right or wrong; empty where that is still to be written.
    pub why: String,
}

impl Item {
    /// The question in TOML, under an id and in a section.
    pub(super) fn toml(&self, id: &str, section: &str, out: &mut String) {
        if !self.comment.is_empty() {
            let line: String = self.comment.chars().map(|c| if is_hostile(c) || c == '\n' { ' ' } else { c }).collect();
            let _ = writeln!(out, "# {line}");
        }
        let kind = match &self.key {
            Key::Short(..) => "short",
            Key::Cloze(..) => "cloze",
            Key::Choice(options) if options.iter().filter(|option| option.right).count() == 1 => "single",
            Key::Choice(_) => "multi",
        };
        let level = if (1..=6).contains(&self.level) { self.level } else { LEVEL };
        let _ =
            write!(out, "[[question]]\nid = \"{id}\"\nkind = \"{kind}\"\nlevel = {level}\nsection = \"{section}\"\n");
        field(out, "prompt", &self.prompt);
        match &self.key {
            Key::Short(answer, accept) => {
                field(out, "answer", answer);
                if !accept.is_empty() {
                    let words: Vec<String> = accept.iter().map(|word| quoted(word)).collect();
                    let _ = writeln!(out, "accept = [{}]", words.join(", "));
                }
            }
            Key::Cloze(text, _) => field(out, "text", text),
            Key::Choice(_) => {}
        }
        for (name, text) in [("explain", &self.explain), ("hint", &self.hint), ("source", &self.source)] {
            if !text.is_empty() {
                field(out, name, text);
            }
        }
        self.parts(out);
        out.push('\n');
    }

    fn parts(&self, out: &mut String) {
        match &self.key {
            Key::Short(..) => {}
            Key::Cloze(_, gaps) => {
                for gap in gaps {
                    let _ = writeln!(out, "\n[[question.gap]]\nanswer = {}", quoted(&gap.text));
                    if !gap.why.is_empty() {
                        field(out, "why", &gap.why);
                    }
                }
            }
            Key::Choice(options) => {
                let mut ids = Ids::default();
                for Part { text, right, why } in options {
                    let id = ids.take(text, "option");
                    let right = if *right { "right = true\n" } else { "" };
                    let _ = write!(out, "\n[[question.option]]\nid = \"{id}\"\n{right}");
                    field(out, "text", text);
                    if !why.is_empty() {
                        field(out, "why", why);
                    }
                }
            }
        }
    }
}

/// A key and its text: in a string of several lines where it has several, so that it can be read and edited.
fn field(out: &mut String, name: &str, text: &str) {
    if !text.contains('\n') {
        let _ = writeln!(out, "{name} = {}", quoted(text));
        return;
    }
    let _ = writeln!(out, "{name} = \"\"\"");
    for (at, line) in text.split('\n').enumerate() {
        let inner = quoted(line);
        let line = &inner[1..inner.len() - 1];
        let _ = write!(out, "{}{line}", if at == 0 { "" } else { "\n" });
    }
    out.push_str("\"\"\"\n");
}
