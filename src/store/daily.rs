//! Tallies by study day: what the log says about one subject, laid out as counts that can be added and taken away.

use std::collections::BTreeMap;

use crate::domain::event::{Event, What};
use crate::domain::log::{self, LiveAnswer, Subject};
use crate::domain::time::StudyDay;

/// What was done on one study day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Daily {
    /// Answers, practice included.
    pub answers: i64,
    /// Those of them that show that the item is known ([`LiveAnswer::is_recalled`]).
    pub rights: i64,
    /// Time from showing to answering, in milliseconds.
    pub ms: i64,
    /// Lessons read to their end.
    pub lessons: i64,
    /// Time spent on them, in milliseconds.
    pub read_ms: i64,
    /// Interview answers rehearsed.
    pub rehearsals: i64,
    /// Time spent on them, thinking included, in milliseconds.
    pub rehearse_ms: i64,
}

impl Daily {
    /// Time of study, of whatever kind, in milliseconds.
    pub fn spent_ms(&self) -> i64 {
        self.ms + self.read_ms + self.rehearse_ms
    }

    /// The same in whole minutes, to the nearest; one at least where anything was done.
    pub fn minutes(&self) -> u16 {
        let nearest = (self.spent_ms().max(0) + 30_000) / 60_000;
        u16::try_from(nearest.max(i64::from(self.studied()))).unwrap_or(u16::MAX)
    }

    /// Whether anything was done.
    pub fn studied(&self) -> bool {
        self.answers > 0 || self.lessons > 0 || self.rehearsals > 0
    }

    /// Both together; with `sign` -1, `other` is taken away.
    #[must_use]
    pub(super) fn plus(self, other: Daily, sign: i64) -> Daily {
        Daily {
            answers: self.answers + sign * other.answers,
            rights: self.rights + sign * other.rights,
            ms: self.ms + sign * other.ms,
            lessons: self.lessons + sign * other.lessons,
            read_ms: self.read_ms + sign * other.read_ms,
            rehearsals: self.rehearsals + sign * other.rehearsals,
            rehearse_ms: self.rehearse_ms + sign * other.rehearse_ms,
        }
    }

    pub(super) fn of_answer(answer: &LiveAnswer<'_>) -> Daily {
        Daily {
            answers: 1,
            rights: i64::from(answer.is_recalled()),
            ms: i64::from(answer.answered.took_ms),
            ..Daily::default()
        }
    }
}

impl std::iter::Sum for Daily {
    fn sum<I: Iterator<Item = Daily>>(days: I) -> Daily {
        days.fold(Daily::default(), |sum, day| sum.plus(day, 1))
    }
}

/// Tallies by study day.
pub(super) type Days = BTreeMap<StudyDay, Daily>;

/// What the events of one subject, its whole history, add to the tallies.
pub(super) fn days<'a>(subject: &Subject, events: impl Iterator<Item = &'a Event>) -> Days {
    let mut out = Days::new();
    match subject {
        Subject::Item(_) => {
            for answer in log::answers(events) {
                add(&mut out, answer.answered.day, Daily::of_answer(&answer), 1);
            }
        }
        Subject::Topic(_) => {
            for event in log::live(events) {
                if let What::Read { day, took_ms, .. } = &event.what {
                    let read = Daily { lessons: 1, read_ms: i64::from(*took_ms), ..Daily::default() };
                    add(&mut out, *day, read, 1);
                }
            }
        }
        Subject::Prompt(_) => {
            for event in log::live(events) {
                if let What::Rehearsed(r) = &event.what {
                    let ms = u64::from(r.think_ms) + r.took_ms();
                    let rehearse_ms = i64::try_from(ms).unwrap_or(0);
                    add(&mut out, r.day, Daily { rehearsals: 1, rehearse_ms, ..Daily::default() }, 1);
                }
            }
        }
        Subject::Note(_) | Subject::Sitting(_) | Subject::Story(_) => {}
        Subject::Statement(_) | Subject::Track(_) | Subject::Aim(_) | Subject::Work(_) | Subject::Lived(_) => {}
    }
    out
}

pub(super) fn add(days: &mut Days, day: StudyDay, what: Daily, sign: i64) {
    let slot = days.entry(day).or_default();
    *slot = slot.plus(what, sign);
}

/// Adds (or takes away) all of `other`.
pub(super) fn add_all(days: &mut Days, other: Days, sign: i64) {
    for (day, what) in other {
        add(days, day, what, sign);
    }
}
