//! Answers with the grades that count.

use std::collections::HashMap;

use crate::domain::event::{Answered, CountReason, Event, EventId, Rating, Setting, What};
use crate::domain::grading::Outcome;
use crate::domain::memory::Given;
use crate::domain::question::Answer;
use crate::domain::time::UtcMs;

use super::live;

/// An answer that was not taken back, with the grade that counts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LiveAnswer<'a> {
    /// The event.
    pub id: EventId,
    /// Wall clock when it was given.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// What was answered.
    pub answered: &'a Answered,
    /// The last live regrade, else the inferred grade.
    pub rating: Rating,
    /// Why the learner counted it as right, if they did.
    pub counted: Option<CountReason>,
    /// A spelling that is accepted since.
    pub accepted: Option<&'a str>,
}

impl<'a> LiveAnswer<'a> {
    /// An answer as it was given, when nothing has been said about it since.
    pub fn fresh(event: &'a Event) -> Option<Self> {
        let What::Answered(answered) = &event.what else {
            return None;
        };
        Some(LiveAnswer {
            id: event.id,
            utc: event.utc,
            offset_min: event.offset_min,
            answered,
            rating: answered.rating,
            counted: None,
            accepted: None,
        })
    }

    /// As a step of memory.
    pub fn given(&self) -> Given {
        Given::answer(self.id, self.utc, self.answered, self.rating)
    }

    /// Whether the learner was right: by the machine, or by their own word.
    pub fn is_right(&self) -> bool {
        self.counted.is_some() || self.answered.outcome == Outcome::Right
    }

    /// Whether it shows that the item is known, see [`Rating::is_recall`].
    pub fn is_recalled(&self) -> bool {
        self.rating.is_recall(self.answered.guess)
    }

    /// Whether the learner was sure: no guess, no hint, and no "I don't know".
    pub fn is_sure(&self) -> bool {
        !self.answered.guess && !self.answered.hint && self.answered.answer != Answer::DontKnow
    }

    /// Whether it counts for the schedule.
    pub fn counts(&self) -> bool {
        self.answered.setting != Setting::Practice
    }
}

/// The live answers among `events` (in any order), ascending, with the last live regrade of each applied.
pub fn answers<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<LiveAnswer<'a>> {
    graded(&live(events))
}

/// The same for events that are known to be live and ascending.
pub(super) fn graded<'a>(live: &[&'a Event]) -> Vec<LiveAnswer<'a>> {
    let mut out: Vec<LiveAnswer<'a>> = Vec::new();
    let mut place: HashMap<EventId, usize> = HashMap::new();
    for event in live {
        match &event.what {
            What::Regraded { of, rating, count, accepted } => {
                // Ascending: the answer, being earlier, is here if it lives, and the last regrade has the last word.
                if let Some(answer) = place.get(of).and_then(|i| out.get_mut(*i)) {
                    answer.rating = *rating;
                    answer.counted = *count;
                    answer.accepted = accepted.as_deref();
                }
            }
            _ => {
                if let Some(answer) = LiveAnswer::fresh(event) {
                    place.insert(event.id, out.len());
                    out.push(answer);
                }
            }
        }
    }
    out
}
