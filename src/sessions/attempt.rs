//! From an answer to the event that the log keeps: judged, graded, scheduled. Review and lesson use the same.

use crate::domain::event::{Answered, Event, Rating, Setting, What};
use crate::domain::grading::{Circumstances, Verdict, judge, rate};
use crate::domain::memory::{Given, Memory, choose_shift};
use crate::domain::question::{Answer, KindName};
use crate::domain::time::Moment;

use super::Context;
use super::question::{Asking, Entry};

/// An answer that was judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Attempt {
    /// What the machine says.
    pub verdict: Verdict,
    /// The event to record.
    pub event: Event,
    /// The grade that was inferred.
    pub rating: Rating,
    /// How the item is remembered with that grade; `None` for practice of an item that was never answered.
    pub after: Option<Memory>,
}

/// What a submitted answer comes to.
#[derive(Debug, Clone, PartialEq)]
pub enum Judged {
    /// Another valid word: try again, nothing is recorded.
    Near(crate::domain::grading::NearHit),
    /// It counts.
    Counts(Box<Attempt>),
}

/// Judges an answer and makes its event.
pub fn attempt(asking: &Asking, answer: Answer, setting: Setting, cx: &Context<'_>) -> Judged {
    let question = asking.question();
    let verdict = judge(question, &answer, &asking.item.accepted);
    // Asked to try again once; who then sends the same word means it.
    if let (Some(hit), None) = (verdict.near, asking.near) {
        return Judged::Near(hit);
    }
    let bank = matches!(&asking.entry, Entry::Typed(t) if t.bank_open);
    let hint = asking.hint || bank;
    let took_ms = u32::try_from(cx.now.mono_ms.saturating_sub(asking.shown_ms)).unwrap_or(u32::MAX);
    let kind: KindName = question.kind.name();
    let prev = asking.item.memory.as_ref();
    let around = Circumstances {
        guess: asking.guess,
        hint,
        took_ms,
        median_ms: asking.item.median_ms,
        new: prev.is_none_or(|m| !m.is_current(question.key)),
    };
    let rating = rate(&verdict, kind, &around);
    let mut answered = Answered {
        item: question.id.clone(),
        key: question.key.0,
        rating,
        outcome: verdict.outcome,
        guess: asking.guess,
        hint,
        took_ms,
        day: cx.now.day,
        aim: cx.prefs.recall_aim,
        shift: 0,
        setting,
        answer,
    };
    answered.shift = shift(prev, &answered, rating, cx);
    let after = Memory::after(prev, given(cx.now, &answered, rating));
    let event = Event { id: cx.now.id, utc: cx.now.utc, offset_min: cx.now.offset_min, what: What::Answered(answered) };
    Judged::Counts(Box::new(Attempt { verdict, event, rating, after }))
}

/// The memory that an answer leaves when its grade is another one.
pub fn regraded(prev: Option<&Memory>, event: &Event, rating: Rating) -> Option<Memory> {
    match &event.what {
        What::Answered(answered) => Memory::after(prev, Given::answer(event.id, event.utc, answered, rating)),
        _ => None,
    }
}

fn given(now: &Moment, answered: &Answered, rating: Rating) -> Given {
    Given::answer(now.id, now.utc, answered, rating)
}

fn shift(prev: Option<&Memory>, answered: &Answered, rating: Rating, cx: &Context<'_>) -> i8 {
    Memory::window(prev, given(cx.now, answered, rating))
        .map_or(0, |window| choose_shift(&window, |day| cx.load.on(day)))
}
