//! Pairing: a letter for the marked row; the marker moves on by itself.

use crate::domain::question::{Answer, Choice, Pair};
use crate::domain::text::Text;

use super::super::action::{Action, Bound};
use super::super::shuffle;
use super::{Step, moved};

/// The most rights that letters from `a` can name.
const LETTERS: usize = 6;

/// Something that can be matched with a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Right {
    /// The id that is stored: of a pair, or of an extra.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
}

/// Pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairInput {
    /// Indices of the pairs in the order in which their left sides are shown.
    pub shown: Vec<usize>,
    /// What can be matched, by letter from `a`. Equal texts stand once.
    pub rights: Vec<Right>,
    /// For each row the letter's index.
    pub chosen: Vec<Option<usize>>,
    /// The marked row.
    pub focus: usize,
}

impl PairInput {
    pub(super) fn new(pairs: &[Pair], extras: &[Choice], seed: u64) -> Self {
        let mut rights: Vec<Right> = Vec::new();
        let all = pairs.iter().map(|p| (&p.id, &p.right)).chain(extras.iter().map(|e| (&e.id, &e.text)));
        for (id, text) in all {
            if !rights.iter().any(|r| r.text == *text) {
                rights.push(Right { id: id.clone(), text: text.clone() });
            }
        }
        let order = shuffle::order(rights.len(), seed.wrapping_add(1));
        let rights: Vec<Right> = order.into_iter().map(|i| rights[i].clone()).collect();
        PairInput { shown: shuffle::order(pairs.len(), seed), rights, chosen: vec![None; pairs.len()], focus: 0 }
    }

    pub(super) fn act(&mut self, bound: Bound, pairs: &[Pair]) -> Step {
        match bound.action {
            Action::Up | Action::Down => {
                self.focus = moved(self.focus, self.shown.len(), bound.action == Action::Down);
            }
            Action::PairLetter if usize::from(bound.arg) < self.rights.len().min(LETTERS) => {
                self.chosen[self.focus] = Some(usize::from(bound.arg));
                self.focus = self.next_open().unwrap_or(self.focus);
            }
            Action::PairLetter => {}
            Action::Erase => self.chosen[self.focus] = None,
            Action::Submit | Action::Enter => match self.next_open() {
                Some(open) => self.focus = open,
                None => return Step::Answer(self.answer(pairs)),
            },
            _ => return Step::Unknown,
        }
        Step::Stay
    }

    fn next_open(&self) -> Option<usize> {
        let n = self.shown.len();
        (0..n).map(|i| (self.focus + i) % n).find(|i| self.chosen[*i].is_none())
    }

    fn answer(&self, pairs: &[Pair]) -> Answer {
        let row = |i: usize| {
            let right = self.chosen[i].map(|r| self.rights[r].id.clone());
            (pairs[self.shown[i]].id.clone(), right)
        };
        Answer::Pairs((0..self.shown.len()).map(row).collect())
    }
}
