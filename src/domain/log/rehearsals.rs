//! What follows from rehearsed interviews: attempts at a prompt, practice of grading, mock interviews, stories.

use serde::{Deserialize, Serialize};

use crate::domain::day::Lived;
use crate::domain::event::{Event, EventId, What};
use crate::domain::interview::{Chair, Mocked, Practised, Pressure, Rehearsed, Story};
use crate::domain::rubric::Marks;
use crate::domain::time::{StudyDay, UtcMs};

use super::live;

/// An attempt at a prompt without what was said: all that lists, plans and charts need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// The event.
    pub id: EventId,
    /// When.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// The study day.
    pub day: StudyDay,
    /// The ladder level that the answer was held against, 1 to 6.
    pub target: u8,
    /// What the clock did.
    pub pressure: Pressure,
    /// Who marked it.
    pub by: Chair,
    /// The mock interview that it belongs to.
    pub sitting: Option<EventId>,
    /// How many points the learner expected to have made, if anybody asked.
    pub predicted: Option<u8>,
    /// How many points are met.
    pub met: u8,
    /// How many points were marked.
    pub of: u8,
    /// The marks that count.
    pub marks: Marks,
    /// Time spent answering, follow-ups included, in milliseconds.
    pub took_ms: u64,
}

impl Tried {
    /// What is kept of a rehearsal.
    pub fn of(id: EventId, utc: UtcMs, offset_min: i32, rehearsed: &Rehearsed) -> Tried {
        let small = |n: usize| u8::try_from(n).unwrap_or(u8::MAX);
        Tried {
            id,
            utc,
            offset_min,
            day: rehearsed.day,
            target: rehearsed.target,
            pressure: rehearsed.pressure,
            by: rehearsed.by,
            sitting: rehearsed.sitting,
            predicted: rehearsed.predicted,
            met: small(rehearsed.met()),
            of: small(rehearsed.points.len()),
            marks: rehearsed.marks(),
            took_ms: rehearsed.took_ms(),
        }
    }

    /// By how many points the learner expected more than came of it; negative when more came than was expected. `None` without a prediction, and when
    /// somebody else gave the marks.
    pub fn overrated(&self) -> Option<i16> {
        let predicted = self.predicted.filter(|_| self.by == Chair::Own)?;
        Some(i16::from(predicted) - i16::from(self.met))
    }
}

/// Something that was written, with its place in the log.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written<T> {
    /// The event.
    pub id: EventId,
    /// When.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// What was written.
    pub what: T,
}

impl<T> Written<T> {
    /// What an event wrote.
    pub(super) fn by(event: &Event, what: T) -> Written<T> {
        Written { id: event.id, utc: event.utc, offset_min: event.offset_min, what }
    }
}

/// All that follows from the events of one prompt. The memories of its points follow from them too, each by itself.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PromptRecord {
    /// Attempts, oldest first.
    pub tried: Vec<Tried>,
    /// Its samples being graded, oldest first.
    pub practised: Vec<Written<Practised>>,
}

impl PromptRecord {
    /// Whether nothing follows.
    pub fn is_empty(&self) -> bool {
        self.tried.is_empty() && self.practised.is_empty()
    }
}

/// Rebuilds one prompt from all its events, in any order.
pub fn rebuild_prompt<'a>(events: impl IntoIterator<Item = &'a Event>) -> PromptRecord {
    let mut out = PromptRecord::default();
    for event in live(events) {
        match &event.what {
            What::Rehearsed(r) => out.tried.push(Tried::of(event.id, event.utc, event.offset_min, r)),
            What::Practised(p) => out.practised.push(Written::by(event, p.clone())),
            _ => {}
        }
    }
    out
}

/// Rebuilds the end of one mock interview from all its events, in any order; the last live word wins. `None` when it was taken back.
pub fn rebuild_sitting<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Written<Mocked>> {
    live(events).into_iter().rev().find_map(|event| match &event.what {
        What::Mocked(mocked) => Some(Written::by(event, mocked.clone())),
        _ => None,
    })
}

/// Rebuilds one playing of a working day from all its events, in any order; the last live word wins. `None` when it was taken back.
pub fn rebuild_lived<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Written<Lived>> {
    live(events).into_iter().rev().find_map(|event| match &event.what {
        What::Lived(lived) => Some(Written::by(event, lived.clone())),
        _ => None,
    })
}

/// Rebuilds one story from all its events, in any order; `None` when there is none or it was emptied.
pub fn rebuild_story<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Written<Story>> {
    let told = live(events).into_iter().rev().find_map(|event| match &event.what {
        What::StoryTold(story) => Some(Written::by(event, story.clone())),
        _ => None,
    });
    told.filter(|written| !written.what.text.is_empty())
}
