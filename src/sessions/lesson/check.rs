//! A check inside a lesson: asked in place, then answered in place.

use crate::domain::event::{Answered, Event, EventId, Rating, What};
use crate::domain::grading::{Outcome, Verdict, judge};
use crate::domain::ids::ItemId;
use crate::domain::memory::Memory;
use crate::domain::question::Answer;

use super::super::action::{Action, Bound};
use super::super::attempt::Attempt;
use super::super::effect::LoadedItem;
use super::super::question::{Asking, Entry, Step};
use super::position::KeptCheck;

/// A check that came into view.
#[derive(Debug, Clone, PartialEq)]
pub struct Check {
    /// The question.
    pub id: ItemId,
    /// How far it is.
    pub stage: CheckStage,
}

/// How far a check is.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)]
pub enum CheckStage {
    /// The question was asked for and has not come yet.
    Loading,
    /// There is no such question.
    Missing,
    /// It waits for an answer.
    Asking(Asking),
    /// It was answered.
    Told(Told),
}

/// What came of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The question and what was known about it before the answer.
    pub item: Box<LoadedItem>,
    /// What was entered: the options keep the numbers that they had.
    pub entry: Entry,
    /// The answer.
    pub answer: Answer,
    /// What the machine says about it.
    pub verdict: Verdict,
    /// The event in the log.
    pub event: EventId,
    /// The grade that was saved.
    pub rating: Rating,
    /// How the item is remembered now.
    pub after: Option<Memory>,
    /// It was a guess.
    pub guess: bool,
    /// The event is on disk.
    pub saved: bool,
    /// The reasons of all options are shown, not only those of the chosen and of the right ones.
    pub others: bool,
    pub(super) seed: u64,
}

impl Told {
    pub(super) fn new(asking: Asking, answer: Answer, attempt: Attempt) -> Told {
        Told {
            answer,
            verdict: attempt.verdict,
            event: attempt.event.id,
            rating: attempt.rating,
            after: attempt.after,
            guess: asking.guess,
            saved: false,
            others: false,
            seed: asking.seed,
            item: asking.item,
            entry: asking.entry,
        }
    }

    /// An answer that was given earlier and stands in the log.
    pub(super) fn again(item: Box<LoadedItem>, kept: KeptCheck) -> Told {
        let verdict = judge(&item.question, &kept.answer, &item.accepted);
        let entry = Entry::new(&item.question, kept.seed, true);
        Told {
            verdict,
            event: kept.event,
            rating: kept.rating,
            after: item.memory,
            guess: kept.guess,
            saved: true,
            others: false,
            seed: kept.seed,
            entry,
            item,
            answer: kept.answer,
        }
    }

    /// Whether the answer was right.
    pub fn right(&self) -> bool {
        self.verdict.outcome == Outcome::Right
    }

    pub(super) fn kept(&self) -> KeptCheck {
        KeptCheck {
            question: self.item.question.id.local().into(),
            event: self.event,
            answer: self.answer.clone(),
            rating: self.rating,
            guess: self.guess,
            seed: self.seed,
        }
    }
}

impl Check {
    /// The question while it waits for an answer.
    pub fn asking(&self) -> Option<&Asking> {
        match &self.stage {
            CheckStage::Asking(asking) => Some(asking),
            _ => None,
        }
    }

    pub(super) fn asking_mut(&mut self) -> Option<&mut Asking> {
        match &mut self.stage {
            CheckStage::Asking(asking) => Some(asking),
            _ => None,
        }
    }

    /// What came of its answer.
    pub fn told(&self) -> Option<&Told> {
        match &self.stage {
            CheckStage::Told(told) => Some(told),
            _ => None,
        }
    }
}

/// The answer of an event, as it would be kept; `None` for any other event.
pub(super) fn kept_from(event: &Event, seed: u64) -> Option<KeptCheck> {
    let What::Answered(Answered { item, answer, rating, guess, .. }) = &event.what else { return None };
    Some(KeptCheck {
        question: item.local().into(),
        event: event.id,
        answer: answer.clone(),
        rating: *rating,
        guess: *guess,
        seed,
    })
}

/// Follows a digit or a letter (both count from 0) while the page, not the check, owns the keyboard.
pub(super) fn digit(asking: &mut Asking, arg: u8) -> Step {
    let action = match &asking.entry {
        Entry::Verdict(input) if input.verdict.is_some() => Action::PairLetter,
        Entry::Pairs(_) => Action::PairLetter,
        Entry::Typed(_) | Entry::Line(_) => return Step::Unknown,
        _ => Action::Choose,
    };
    asking.act(Bound { action, arg })
}

/// Whether enough was entered for `Enter` to submit it.
pub(super) fn complete(asking: &Asking) -> bool {
    match &asking.entry {
        Entry::Multi(input) => input.count() > 0,
        Entry::Order(input) => input.typed.len() == input.arranged.len(),
        Entry::Pairs(input) => input.chosen.iter().all(Option::is_some),
        _ => false,
    }
}
