//! Typing: a short answer, the gaps of a cloze, or a sentence.

use crate::domain::question::{Answer, Blank};
use crate::domain::text::Text;

use super::super::action::{Action, Bound};
use super::super::key::Key;
use super::super::line_edit::LineEdit;
use super::super::shuffle;
use super::Step;

/// Typed words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedInput {
    /// A line for each gap; one for a short answer.
    pub lines: Vec<LineEdit>,
    /// The gap that is typed into.
    pub focus: usize,
    /// The command layer is open: single letters are commands.
    pub commands: bool,
    /// The word bank is shown.
    pub bank_open: bool,
    /// Words to choose from: every answer and the author's wrong words, shuffled. Empty where a bank would give it away.
    pub bank: Vec<Text>,
    is_cloze: bool,
}

impl TypedInput {
    pub(super) fn new(gaps: &[Blank], seed: u64, is_cloze: bool) -> Self {
        let mut words: Vec<Text> = gaps.iter().map(|g| g.answer.clone()).collect();
        // A wrong word may be meant for several gaps; the bank shows it once.
        for wrong in gaps.iter().flat_map(|g| &g.distractors) {
            if !words.contains(&wrong.text) {
                words.push(wrong.text.clone());
            }
        }
        let bank = if is_cloze && words.len() > 1 {
            shuffle::order(words.len(), seed).into_iter().map(|i| words[i].clone()).collect()
        } else {
            Vec::new()
        };
        TypedInput {
            lines: vec![LineEdit::default(); gaps.len()],
            focus: 0,
            commands: false,
            bank_open: false,
            bank,
            is_cloze,
        }
    }

    /// One sentence, with no word to choose from.
    pub(super) fn sentence() -> Self {
        TypedInput {
            lines: vec![LineEdit::default()],
            focus: 0,
            commands: false,
            bank_open: false,
            bank: Vec::new(),
            is_cloze: false,
        }
    }

    pub(super) fn act(&mut self, bound: Bound) -> Step {
        match bound.action {
            Action::NextGap => {
                self.focus = (self.focus + 1) % self.lines.len().max(1);
                Step::Stay
            }
            Action::CommandLayer => {
                self.commands = true;
                Step::Stay
            }
            Action::Typing => {
                self.commands = false;
                Step::Stay
            }
            Action::WordBank => {
                self.bank_open = !self.bank.is_empty();
                self.commands = false;
                Step::Stay
            }
            Action::Submit | Action::Enter => self.submit(),
            _ => Step::Unknown,
        }
    }

    /// Submits once every gap has something in it; before, it moves to the next empty one.
    fn submit(&mut self) -> Step {
        self.commands = false;
        if let Some(empty) = self.next_blank() {
            self.focus = empty;
            return Step::Stay;
        }
        let words = || self.lines.iter().map(|l| Box::from(l.text().trim()));
        Step::Answer(if self.is_cloze {
            Answer::Gaps(words().collect())
        } else {
            Answer::Typed(words().next().unwrap_or_default())
        })
    }

    fn next_blank(&self) -> Option<usize> {
        let n = self.lines.len();
        (0..n).map(|i| (self.focus + i) % n).find(|i| self.lines[*i].is_blank())
    }

    pub(super) fn key(&mut self, key: Key) -> bool {
        !self.commands && self.lines.get_mut(self.focus).is_some_and(|line| line.key(key))
    }

    pub(super) fn paste(&mut self, text: &str) {
        if let Some(line) = self.lines.get_mut(self.focus) {
            line.paste(text);
        }
    }
}
