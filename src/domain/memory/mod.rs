//! What is known of one item, and how an answer changes it. The only place that knows FSRS.
//!
//! FSRS-6 (Ye, Su, Cao: *A Stochastic Shortest Path Algorithm for Optimizing Spaced Repetition Scheduling*, KDD 2022, in the
//! form of the `fsrs` crate) counts whole days. Steps within a day, fuzz and load balancing are ours and stand here and
//! in `fuzz`.
//!
//! # Design
//!
//! [`Memory::after`] is one pure step: previous memory and one row of the log give the next memory. It asks nothing
//! else, no clock, no setting, no other item, so that a replay years later, on another machine, gives the same.

mod fuzz;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use fsrs::{FSRS, FSRS6_DEFAULT_DECAY, MemoryState, current_retrievability};
use serde::{Deserialize, Serialize};

use super::event::{Answered, EventId, Rating, Setting};
use super::grading::Outcome;
use super::interview::Rehearsed;
use super::question::AnswerKey;
use super::rubric::Mark;
use super::time::{Moment, StudyDay, UtcMs};

pub use fuzz::{FuzzWindow, MAX_INTERVAL, choose_shift};

/// What was forgotten comes back after this long, in milliseconds (UX 7.7: 10 minutes, then tomorrow).
pub const STEP_MS: i64 = 10 * 60 * 1000;

/// Answers closer together than this count as the same day, in milliseconds: without it, forgot at 03:55 and right at
/// 04:05 would count as a day of memory.
pub const SAME_SITTING_MS: i64 = 6 * 3600 * 1000;

/// A day, in milliseconds.
const DAY_MS: i64 = 24 * 3600 * 1000;

/// Recall aims outside of these percentages make FSRS either pointless or unbearable.
pub const AIM_PERCENT: std::ops::RangeInclusive<u8> = 70..=97;

/// An item is solid once a right answer came at least this many days after the answer before it (UX 7.7).
pub const SOLID_DAYS: u32 = 7;

/// An item that was forgotten this often after it had been learnt needs another lesson rather than more reviews (Anki's
/// default for a "leech").
pub const LEECH_LAPSES: u32 = 8;

/// Points that the chance of recall may lie under the aim before an item counts as fading (UX 7.7).
pub const FADING_POINTS: u8 = 10;

static MODEL: LazyLock<FSRS> = LazyLock::new(FSRS::default);

/// What is known of one item: a row of the projection. Numbers only, so that a store can keep it in columns.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Memory {
    /// Days until the chance of recall falls to 90%.
    pub stability: f32,
    /// 1 (easy) to 10.
    pub difficulty: f32,
    /// The answer key that the last answer was given to. Another key now: the item is asked again.
    pub key: AnswerKey,
    /// The last answer that counted.
    pub last: EventId,
    /// When it was given.
    pub last_utc: UtcMs,
    /// Its study day.
    pub last_day: StudyDay,
    /// Its grade.
    pub rating: Rating,
    /// Days from the last answer to the next one; 0 while a step within the day waits.
    pub interval: u16,
    /// When a step within the day is over; `None` for an item that waits for a study day.
    pub due_utc: Option<UtcMs>,
    /// The study day on which it is due; for a step, the day of its answer.
    pub due_day: StudyDay,
    /// How often it was answered with this key.
    pub answers: u32,
    /// How often it was forgotten after it had been learnt.
    pub lapses: u32,
    /// Since it was last forgotten, a right answer came at least [`SOLID_DAYS`] after the answer before it.
    pub solid: bool,
    /// The recall aim at the last answer, in percent.
    pub aim: u8,
}

/// What makes a step of memory: all that the log keeps of an answer, or of a rehearsed point, that memory asks for.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Given {
    /// The event.
    pub id: EventId,
    /// When.
    pub utc: UtcMs,
    /// The study day.
    pub day: StudyDay,
    /// The grade that counts: the last live regrade, else the inferred one.
    pub rating: Rating,
    /// What was asked, as a hash: another key is another question.
    pub key: AnswerKey,
    /// The recall aim in force, in percent.
    pub aim: u8,
    /// Days by which load balancing moved the due day.
    pub shift: i8,
    /// Practice: the schedule stays as it was.
    pub practice: bool,
    /// By itself, whatever the grade, it shows memory: right, and no guess.
    pub sure: bool,
}

impl Given {
    /// An answer with the grade that counts.
    pub fn answer(id: EventId, utc: UtcMs, answered: &Answered, rating: Rating) -> Given {
        Given {
            id,
            utc,
            day: answered.day,
            rating,
            key: AnswerKey(answered.key),
            aim: answered.aim,
            shift: answered.shift,
            practice: answered.setting == Setting::Practice,
            sure: answered.outcome == Outcome::Right && !answered.guess,
        }
    }

    /// A point of a rehearsed prompt; `None` for a point that was not marked.
    pub fn point(id: EventId, utc: UtcMs, rehearsed: &Rehearsed, point: &str) -> Option<Given> {
        let marked = rehearsed.points.iter().find(|p| &*p.point == point)?;
        Some(Given {
            id,
            utc,
            day: rehearsed.day,
            rating: marked.rating(),
            key: AnswerKey::of_point(point),
            aim: rehearsed.aim,
            shift: marked.shift,
            practice: false,
            sure: marked.mark == Mark::Met,
        })
    }
}

/// FSRS's word on an answer, before days are counted.
struct Next {
    state: MemoryState,
    /// Unrounded, in days.
    interval: f32,
    elapsed: u32,
    /// Whether there was a memory of this very key.
    known: bool,
}

impl Memory {
    /// The memory after an answer. Practice leaves it as it was: `None` for an item that was only ever practised.
    #[must_use]
    pub fn after(prev: Option<&Memory>, given: Given) -> Option<Memory> {
        let Given { id, utc, day, rating, .. } = given;
        if given.practice {
            return prev.copied();
        }
        let next = Next::of(prev, given);
        let prev = prev.filter(|_| next.known);
        let in_step = prev.is_some_and(|p| p.due_utc.is_some());
        let (interval, due_utc) = match rating {
            Rating::Forgot => (0, Some(utc.saturating_add(STEP_MS))),
            _ if in_step && next.elapsed == 0 => (1, None),
            _ => (next.window(&given).interval(given.shift), None),
        };
        let lapsed = rating == Rating::Forgot && prev.is_some() && !in_step;
        Some(Memory {
            stability: next.state.stability,
            difficulty: next.state.difficulty,
            key: given.key,
            last: id,
            last_utc: utc,
            last_day: day,
            rating,
            interval,
            due_utc,
            due_day: day.plus(i32::from(interval)),
            answers: prev.map_or(0, |p| p.answers).saturating_add(1),
            lapses: prev.map_or(0, |p| p.lapses).saturating_add(u32::from(lapsed)),
            solid: rating != Rating::Forgot
                && prev.is_some_and(|p| p.solid || next.elapsed >= SOLID_DAYS && recalled(&given)),
            aim: clamp_aim(given.aim),
        })
    }

    /// The days between which this answer's item may come back, for [`choose_shift`] when the event is made. `None` where
    /// there is nothing to choose: forgotten, a step, practice, or too short an interval.
    pub fn window(prev: Option<&Memory>, given: Given) -> Option<FuzzWindow> {
        let free = given.rating != Rating::Forgot && !given.practice;
        let next = free.then(|| Next::of(prev, given))?;
        let in_step = next.known && prev.is_some_and(|p| p.due_utc.is_some());
        let window = next.window(&given);
        (!(in_step && next.elapsed == 0) && window.low < window.high).then_some(window)
    }

    /// The memory on average after a review on a day to come, whose outcome is open: for forecasts only.
    #[must_use]
    pub fn expected_after(&self, on: StudyDay) -> Memory {
        let chance = self.retrievability(on);
        let aim = f32::from(clamp_aim(self.aim)) / 100.0;
        let days = u32::try_from(on.since(self.last_day)).unwrap_or(0);
        let state = MemoryState { stability: self.stability, difficulty: self.difficulty };
        let Ok(next) = MODEL.next_states(Some(state), aim, days) else { return *self };
        let mean = |good: f32, again: f32| chance * good + (1.0 - chance) * again;
        let stability = mean(next.good.memory.stability, next.again.memory.stability);
        let interval = MODEL.next_interval(Some(stability), aim, 3).round().clamp(1.0, f32::from(MAX_INTERVAL)) as u16;
        Memory {
            stability,
            difficulty: mean(next.good.memory.difficulty, next.again.memory.difficulty),
            last_day: on,
            interval,
            due_utc: None,
            due_day: on.plus(i32::from(interval)),
            ..*self
        }
    }

    /// The question has another key since `day`: what was held was the answer to another one, so it comes back on the next study day at the latest. Says
    /// nothing when something was answered since `after`, or when it is that key already.
    pub fn outdate(&mut self, key: AnswerKey, after: EventId, day: StudyDay) {
        if self.last == after && self.key != key {
            self.due_day = self.due_day.min(day.plus(1));
        }
    }

    /// Whether it was answered with the key that the question has now.
    pub fn is_current(&self, key: AnswerKey) -> bool {
        self.key == key
    }

    /// Whether it is to be asked at this moment, its key being the question's.
    pub fn is_due(&self, now: &Moment) -> bool {
        match self.due_utc {
            // A clock that was set back must not hold a step for ever: the next day ends it.
            Some(utc) => now.utc >= utc || now.day > self.due_day,
            None => now.day >= self.due_day,
        }
    }

    /// Whether a step within the day waits.
    pub fn in_step(&self) -> bool {
        self.due_utc.is_some()
    }

    /// The chance to recall it on a study day, 0 to 1: FSRS-6's forgetting curve.
    pub fn retrievability(&self, on: StudyDay) -> f32 {
        let state = MemoryState { stability: self.stability, difficulty: self.difficulty };
        let days = on.since(self.last_day).max(0) as f32;
        current_retrievability(state, days, FSRS6_DEFAULT_DECAY)
    }

    /// The first study day on which the chance to recall it is below `chance` (0 to 1).
    pub fn falls_below(&self, chance: f32) -> StudyDay {
        let days = MODEL.next_interval(Some(self.stability), chance.clamp(0.01, 0.99), 3);
        self.last_day.plus(days.floor().clamp(0.0, 1e6) as i32 + 1)
    }

    /// Whether more reviews will hardly help (see [`LEECH_LAPSES`]).
    pub fn is_leech(&self) -> bool {
        self.lapses >= LEECH_LAPSES
    }
}

/// The chance to recall an item on a study day; [`Memory::retrievability`] as a function.
pub fn retrievability(memory: &Memory, on: StudyDay) -> f32 {
    memory.retrievability(on)
}

/// A recall aim within [`AIM_PERCENT`].
pub fn clamp_aim(percent: u8) -> u8 {
    percent.clamp(*AIM_PERCENT.start(), *AIM_PERCENT.end())
}

/// The chance of recall under which an item fades, for a recall aim in percent.
pub fn fading_below(aim: u8) -> f32 {
    f32::from(clamp_aim(aim) - FADING_POINTS) / 100.0
}

/// Whole days between two answers as memory counts them: none within one sitting, else the difference of the study days,
/// held within what the clock allows, so that neither a flight nor a moved rollover makes a day out of hours.
pub fn elapsed_days(prev_utc: UtcMs, prev_day: StudyDay, utc: UtcMs, day: StudyDay) -> u32 {
    let gap = utc.saturating_sub(prev_utc);
    if gap < SAME_SITTING_MS {
        return 0;
    }
    let floor = gap / DAY_MS;
    let ceil = floor + i64::from(gap % DAY_MS != 0);
    let days = i64::from(day.since(prev_day)).clamp(floor, ceil);
    u32::try_from(days).unwrap_or(u32::MAX)
}

/// A right answer that shows memory: a guess or a part does not, unless the learner's own grade says so.
fn recalled(given: &Given) -> bool {
    let own_word = given.rating >= Rating::Good;
    own_word || given.sure
}

impl Next {
    fn of(prev: Option<&Memory>, given: Given) -> Next {
        // Another key is another question: what was remembered says nothing about it.
        let prev = prev.filter(|p| p.key == given.key);
        let elapsed = prev.map_or(0, |p| elapsed_days(p.last_utc, p.last_day, given.utc, given.day));
        let sound = |s: &MemoryState| s.stability.is_finite() && s.stability > 0.0 && s.difficulty.is_finite();
        let state = prev.map(|p| MemoryState { stability: p.stability, difficulty: p.difficulty }).filter(sound);
        let aim = f32::from(clamp_aim(given.aim)) / 100.0;
        // Refused only for numbers that are not finite, which `sound` kept out.
        let states = MODEL.next_states(state, aim, elapsed);
        let next = states.map(|s| match given.rating {
            Rating::Forgot => s.again,
            Rating::Hard => s.hard,
            Rating::Good => s.good,
            Rating::Easy => s.easy,
        });
        let fallback = MemoryState { stability: 1.0, difficulty: 5.0 };
        let (state, interval) = next.map_or((fallback, 1.0), |n| (n.memory, n.interval));
        Next { state, interval, elapsed, known: prev.is_some() }
    }

    fn window(&self, given: &Given) -> FuzzWindow {
        FuzzWindow::new(given.day, self.interval, given.id)
    }
}
