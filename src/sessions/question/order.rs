//! Putting steps in order: by carrying them, or by typing their numbers.

use crate::domain::question::{Answer, Step as QuestionStep};

use super::super::action::{Action, Bound};
use super::super::shuffle;
use super::{Step, moved};

/// Steps in an order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrderInput {
    /// Indices of the steps as the learner has arranged them.
    pub arranged: Vec<usize>,
    /// The number that each step was shown with first: what is typed stays true while steps are carried about.
    pub label: Vec<usize>,
    /// The marked row.
    pub focus: usize,
    /// The marked step moves along.
    pub carrying: bool,
    /// Labels typed so far (from 1), in the order typed; empty when digits are not used.
    pub typed: Vec<usize>,
}

impl OrderInput {
    pub(super) fn new(n: usize, seed: u64) -> Self {
        let arranged = shuffle::disorder(n, seed);
        let mut label = vec![0; n];
        for (row, step) in arranged.iter().enumerate() {
            label[*step] = row + 1;
        }
        OrderInput { arranged, label, focus: 0, carrying: false, typed: Vec::new() }
    }

    pub(super) fn act(&mut self, bound: Bound, steps: &[QuestionStep]) -> Step {
        match bound.action {
            Action::Up | Action::Down if self.carrying => self.shift(bound.action == Action::Down),
            Action::Up | Action::Down => {
                self.focus = moved(self.focus, self.arranged.len(), bound.action == Action::Down);
            }
            Action::CarryDown | Action::CarryUp => self.shift(bound.action == Action::CarryDown),
            Action::Toggle => self.carrying = !self.carrying,
            Action::Choose => self.digit(usize::from(bound.arg) + 1),
            Action::Erase => {
                self.typed.pop();
            }
            Action::Submit | Action::Enter if self.typed.is_empty() || self.typed.len() == steps.len() => {
                let ids = self.arranged.iter().map(|i| steps[*i].id.clone()).collect();
                return Step::Answer(Answer::Order(ids));
            }
            Action::Submit | Action::Enter => {}
            _ => return Step::Unknown,
        }
        Step::Stay
    }

    fn shift(&mut self, down: bool) {
        let to = moved(self.focus, self.arranged.len(), down);
        self.arranged.swap(self.focus, to);
        self.focus = to;
        self.typed.clear();
    }

    /// A typed number puts its step next; the others keep their order behind the typed ones.
    fn digit(&mut self, number: usize) {
        if number > self.label.len() || self.typed.contains(&number) {
            return;
        }
        self.typed.push(number);
        let step_of = |number: usize| self.label.iter().position(|l| *l == number);
        let first: Vec<usize> = self.typed.iter().filter_map(|n| step_of(*n)).collect();
        let rest: Vec<usize> = self.arranged.iter().copied().filter(|s| !first.contains(s)).collect();
        self.focus = first.len().saturating_sub(1);
        self.carrying = false;
        self.arranged = first.into_iter().chain(rest).collect();
    }
}
