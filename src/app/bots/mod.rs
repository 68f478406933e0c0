//! Bots that play a pack before learners do: through the real sessions and the real screens, without a terminal and without
//! anybody's data.
//!
//! # Design
//!
//! A bot knows an answer and presses the keys that lead to it (`fingers`), on a seat (`seat`) where the screen of a
//! review stands; what is recorded says whether the answer was taken. Should the program itself stop, the item is named
//! ([`crash::trying`]). `sight` reads the pictures and looks for what cannot be
//! seen whole. `guess` answers by chance. `learner` studies for ninety days by the real plan.

mod chance;
mod fingers;
mod guess;
mod learner;
mod seat;
mod sight;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::grading::Outcome;
use crate::domain::ids::ItemId;
use crate::domain::question::{Answer, Question};
use crate::domain::text::Lang;
use crate::packs::{Library, answers};
use crate::words::Words;

use super::crash;
pub use chance::Chance;
pub use guess::{Guesses, guesses};
pub use learner::{Life, Spread, live};
use seat::Seat;

/// The windows that questions are played in.
pub const SIZES: [(u16, u16); 3] = [(60, 20), (80, 24), (120, 40)];

/// What is wrong with an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Trouble {
    /// No keys lead to a right answer.
    Unanswerable,
    /// A right answer is not taken as right.
    NotRight,
    /// A wrong answer is taken as right.
    Accepts,
    /// Two things of which one has to be picked look the same.
    Double,
    /// A word cannot be shown whole in the narrowest window.
    Overflow,
}

/// Something that a bot found.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Finding {
    /// `topic/item`, or the topic's name for its lesson.
    pub item: String,
    /// What is wrong.
    pub trouble: Trouble,
    /// The answer, the text or the word that it is about.
    pub about: String,
}

/// What the bots found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Found {
    /// Questions that were played.
    pub questions: usize,
    /// Answers that were given, in all windows.
    pub answers: usize,
    /// What is wrong.
    pub findings: Vec<Finding>,
    /// Lines of code that go on to the right in the narrowest window, by item: a reader can move them, and may not think of it.
    pub wide: BTreeMap<String, BTreeSet<String>>,
}

impl Found {
    /// Puts a finding down, once.
    pub fn tell(&mut self, item: String, trouble: Trouble, about: String) {
        let finding = Finding { item, trouble, about };
        if !self.findings.contains(&finding) {
            self.findings.push(finding);
        }
    }

    fn cut(&mut self, item: String, cut: sight::Cut) {
        cut.words.into_iter().for_each(|word| self.tell(item.clone(), Trouble::Overflow, word));
        if !cut.code.is_empty() {
            self.wide.entry(item).or_default().extend(cut.code);
        }
    }

    /// Plays answers that have to be right, or must not be, in every window.
    pub fn played(&mut self, question: &Arc<Question>, answers: &[Answer], right: bool, words: &Words) {
        for answer in answers {
            for size in SIZES {
                self.answers += 1;
                crash::trying(&name(&question.id));
                let given = give(question, answer, size, words);
                let shown = || serde_json::to_string(answer).unwrap_or_default();
                match given {
                    Some(Outcome::Right) if !right => self.tell(name(&question.id), Trouble::Accepts, shown()),
                    Some(outcome) if right && outcome != Outcome::Right => {
                        self.tell(name(&question.id), Trouble::NotRight, shown());
                    }
                    // Not every wrong answer can be entered: nothing at all is none.
                    None if right => self.tell(name(&question.id), Trouble::Unanswerable, shown()),
                    _ => {}
                }
            }
        }
    }

    /// What of a question looks the same, or cannot be seen whole in the narrowest window.
    pub fn seen(&mut self, question: &Arc<Question>, langs: &[Lang]) {
        for text in answers::doubles(question) {
            self.tell(name(&question.id), Trouble::Double, text.to_string());
        }
        for lang in langs {
            crash::trying(&name(&question.id));
            self.cut(name(&question.id), sight::question(question, *lang));
        }
    }

    /// What of the lessons cannot be seen whole in the narrowest window.
    pub fn read(&mut self, library: &Library, langs: &[Lang]) {
        for head in library.topics() {
            let Ok(body) = library.open(&head.id) else { continue };
            for lang in langs {
                crash::trying(head.id.local());
                self.cut(head.id.local().to_owned(), sight::lesson(&body, *lang));
            }
        }
    }
}

/// How people name an item of a pack.
pub fn name(item: &ItemId) -> String {
    format!("{}/{}", item.topic().local(), item.local())
}

/// Gives an answer by pressing keys; what came of it, or `None` when no keys lead there.
fn give(question: &Arc<Question>, answer: &Answer, size: (u16, u16), words: &Words) -> Option<Outcome> {
    let mut seat = Seat::at(question, size, words);
    seat.draw();
    let outcome = seat.answer(answer)?;
    seat.draw();
    seat.leave();
    Some(outcome)
}
