//! Choosing: single, multi, true or false with its reason.

use crate::domain::question::{Answer, Choice, Options};

use super::super::action::{Action, Bound};
use super::super::shuffle;
use super::{Step, moved};

/// One of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickInput {
    /// Indices of the options in the order in which they are shown.
    pub shown: Vec<usize>,
    /// The marked row.
    pub focus: usize,
    ids: Vec<Box<str>>,
    instant: bool,
}

/// Some of several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MultiInput {
    /// Indices of the options in the order in which they are shown.
    pub shown: Vec<usize>,
    /// The marked row.
    pub focus: usize,
    /// For each row whether it is chosen.
    pub chosen: Vec<bool>,
    ids: Vec<Box<str>>,
}

/// True or false, and the reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerdictInput {
    /// Indices of the reasons in the order in which they are shown.
    pub shown: Vec<usize>,
    /// The verdict, once it is given.
    pub verdict: Option<bool>,
    /// The marked row: 0 true, 1 false, then the reasons.
    pub focus: usize,
    ids: Vec<Box<str>>,
}

fn shown(options: &Options, seed: u64) -> Vec<usize> {
    if options.keep_order { (0..options.choices.len()).collect() } else { shuffle::order(options.choices.len(), seed) }
}

fn ids(choices: &[Choice]) -> Vec<Box<str>> {
    choices.iter().map(|c| c.id.clone()).collect()
}

impl PickInput {
    pub(super) fn new(options: &Options, seed: u64, instant: bool) -> Self {
        PickInput { shown: shown(options, seed), focus: 0, ids: ids(&options.choices), instant }
    }

    pub(super) fn act(&mut self, bound: Bound) -> Step {
        match bound.action {
            Action::Up | Action::Down => {
                self.focus = moved(self.focus, self.shown.len(), bound.action == Action::Down);
                Step::Stay
            }
            Action::Choose if usize::from(bound.arg) < self.shown.len() => {
                self.focus = usize::from(bound.arg);
                if self.instant { self.answer() } else { Step::Stay }
            }
            Action::Choose => Step::Stay,
            Action::Enter | Action::Submit => self.answer(),
            _ => Step::Unknown,
        }
    }

    fn answer(&self) -> Step {
        Step::Answer(Answer::Chosen(vec![self.ids[self.shown[self.focus]].clone()]))
    }
}

impl MultiInput {
    pub(super) fn new(options: &Options, seed: u64) -> Self {
        let n = options.choices.len();
        MultiInput { shown: shown(options, seed), focus: 0, chosen: vec![false; n], ids: ids(&options.choices) }
    }

    pub(super) fn act(&mut self, bound: Bound) -> Step {
        match bound.action {
            Action::Up | Action::Down => {
                self.focus = moved(self.focus, self.shown.len(), bound.action == Action::Down);
                Step::Stay
            }
            Action::Choose if usize::from(bound.arg) < self.shown.len() => {
                self.focus = usize::from(bound.arg);
                self.chosen[self.focus] = !self.chosen[self.focus];
                Step::Stay
            }
            Action::Toggle => {
                self.chosen[self.focus] = !self.chosen[self.focus];
                Step::Stay
            }
            Action::Choose => Step::Stay,
            Action::Enter | Action::Submit if self.count() == 0 => Step::Stay,
            Action::Enter | Action::Submit => {
                let rows = self.shown.iter().zip(&self.chosen).filter(|(_, on)| **on);
                Step::Answer(Answer::Chosen(rows.map(|(i, _)| self.ids[*i].clone()).collect()))
            }
            _ => Step::Unknown,
        }
    }

    /// How many rows are chosen.
    pub fn count(&self) -> usize {
        self.chosen.iter().filter(|on| **on).count()
    }
}

impl VerdictInput {
    pub(super) fn new(reasons: &[Choice], seed: u64) -> Self {
        VerdictInput { shown: shuffle::order(reasons.len(), seed), verdict: None, focus: 0, ids: ids(reasons) }
    }

    pub(super) fn act(&mut self, bound: Bound) -> Step {
        match bound.action {
            Action::Up | Action::Down => {
                self.focus = moved(self.focus, 2 + self.shown.len(), bound.action == Action::Down);
                Step::Stay
            }
            Action::Choose if bound.arg < 2 => self.row(usize::from(bound.arg)),
            Action::PairLetter => self.row(2 + usize::from(bound.arg)),
            Action::Enter | Action::Submit => self.row(self.focus),
            _ => Step::Unknown,
        }
    }

    /// Takes a row: a verdict, or the reason for the verdict that was given.
    fn row(&mut self, row: usize) -> Step {
        match row {
            0 | 1 => {
                self.verdict = Some(row == 0);
                self.focus = 2.min(1 + self.shown.len());
                Step::Stay
            }
            _ => match (self.verdict, self.shown.get(row - 2)) {
                (Some(verdict), Some(reason)) => {
                    Step::Answer(Answer::Verdict(verdict, Some(self.ids[*reason].clone())))
                }
                _ => Step::Stay,
            },
        }
    }
}
