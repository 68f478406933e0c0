//! The log: what the learner did, as events that merge.
//!
//! The log is the truth and only grows; every schedule, tally and list of notes is a projection of it (see [`super::log`]).

use std::fmt;

use serde::{Deserialize, Serialize};

use super::checklist::Ticked;
use super::day::Lived;
use super::grading::Outcome;
use super::ids::{ItemId, TopicId};
use super::interview::{Mocked, Practised, Rehearsed, Story};
use super::ladder::{Aimed, Followed, Proof, Rated};
use super::time::{Moment, StudyDay, UtcMs};

/// The id of an event, and its place in the order of all events.
///
/// UUIDv7 (RFC 9562, section 5.7) whose millisecond part is `max(wall clock, newest known id + 1)`; then 12 bits of
/// counter and 62 bits of device. Replay is by id, so a clock that runs backwards cannot reorder what a device did.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct EventId(pub u128);

impl EventId {
    /// Builds an id from its parts. `ms` keeps its low 48 bits, `counter` its low 12, `device` its low 62.
    pub fn from_parts(ms: u64, counter: u16, device: u64) -> Self {
        let ms = u128::from(ms & 0xFFFF_FFFF_FFFF);
        let counter = u128::from(counter & 0x0FFF);
        let device = u128::from(device & 0x3FFF_FFFF_FFFF_FFFF);
        EventId((ms << 80) | (0x7 << 76) | (counter << 64) | (0b10 << 62) | device)
    }

    /// The millisecond part.
    pub fn ms(self) -> u64 {
        (self.0 >> 80) as u64
    }

    /// The counter part, 0 to 4095.
    pub fn counter(self) -> u16 {
        ((self.0 >> 64) & 0x0FFF) as u16
    }

    /// The device that made the event.
    pub fn device(self) -> u64 {
        (self.0 & 0x3FFF_FFFF_FFFF_FFFF) as u64
    }

    /// The next id of the same device: one more on the counter, which carries into the milliseconds.
    #[must_use]
    pub fn next(self) -> Self {
        if self.counter() < 0x0FFF {
            Self::from_parts(self.ms(), self.counter() + 1, self.device())
        } else {
            Self::from_parts(self.ms() + 1, 0, self.device())
        }
    }

    /// A fresh id for `device` at wall clock `now`, later than `newest`, the newest id known here from any device.
    #[must_use]
    pub fn fresh(now: UtcMs, newest: EventId, device: u64) -> Self {
        let now = u64::try_from(now).unwrap_or(0);
        let ms = if newest == EventId::default() { now } else { now.max(newest.ms() + 1) };
        Self::from_parts(ms, 0, device)
    }

    /// Reads the usual form with hyphens, or 32 hexadecimal digits.
    pub fn parse(text: &str) -> Option<Self> {
        let digits: String = text.chars().filter(|c| *c != '-').collect();
        (digits.len() == 32).then(|| u128::from_str_radix(&digits, 16).ok().map(EventId))?
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let h = format!("{:032x}", self.0);
        write!(f, "{}-{}-{}-{}-{}", &h[..8], &h[8..12], &h[12..16], &h[16..20], &h[20..])
    }
}

impl Serialize for EventId {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        EventId::parse(&text).ok_or_else(|| serde::de::Error::custom("not an event id"))
    }
}

impl fmt::Debug for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// How well an item was recalled; the four grades of FSRS.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Rating {
    /// Not recalled.
    Forgot = 1,
    /// Recalled with effort, in part, with a hint or by a guess.
    Hard = 2,
    /// Recalled.
    Good = 3,
    /// Recalled without effort; only ever the learner's own choice.
    Easy = 4,
}

impl Rating {
    /// The grade for the keys `1` to `4`.
    pub fn from_digit(digit: u8) -> Option<Rating> {
        [Rating::Forgot, Rating::Hard, Rating::Good, Rating::Easy].get(usize::from(digit.wrapping_sub(1))).copied()
    }

    /// Whether it shows that the item is known: right (or at least hard by the learner's own grade), and no guess.
    ///
    /// A right guess is "not known" (UX 7.1), unless the learner has graded it good since.
    pub fn is_recall(self, guess: bool) -> bool {
        if guess { self >= Rating::Good } else { self != Rating::Forgot }
    }
}

/// Where an answer was given.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Setting {
    /// A review of what is due.
    Review,
    /// A check inside a lesson, or the questions offered at its end.
    Lesson,
    /// Testing out of a topic.
    TestOut,
    /// Looking ahead or practising: it is kept in the log, and the schedule stays as it was.
    Practice,
}

/// One answer to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// What was asked.
    pub item: ItemId,
    /// The answer key of the question at that time (see [`super::question::AnswerKey`]).
    pub key: u64,
    /// The grade that was inferred (UX 7.1).
    pub rating: Rating,
    /// What the machine said about the answer, before any grade.
    pub outcome: Outcome,
    /// The learner said that it was a guess.
    pub guess: bool,
    /// The learner asked for the hint.
    pub hint: bool,
    /// Time from showing the question to the answer, in milliseconds.
    pub took_ms: u32,
    /// The study day on which it was given.
    pub day: StudyDay,
    /// The recall aim in force, in percent (70 to 97): replay may not ask a setting.
    pub aim: u8,
    /// Days by which load balancing moved the due day away from the fuzzed interval.
    pub shift: i8,
    /// Where it was given.
    pub setting: Setting,
    /// What was answered, as option ids, typed text and so on (JSON of [`super::question::Answer`]).
    pub answer: super::question::Answer,
}

/// Why the learner overrode the machine with "count mine as right".
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountReason {
    /// Another word for the same thing.
    Synonym,
    /// A slip of the fingers.
    Typo,
    /// The question or its key is bad.
    BadQuestion,
}

/// What a note is attached to.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NotePlace {
    /// A question.
    Item(ItemId),
    /// A section of a lesson, and the paragraph within it (counted from 0).
    Section(TopicId, Box<str>, u16),
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// A question was answered.
    Answered(Answered),
    /// The grade of an earlier answer was changed; the last live one wins, at the answer's own place in the order.
    Regraded {
        /// The answer whose grade changes.
        of: EventId,
        /// The new grade.
        rating: Rating,
        /// Set when the learner counted their own answer as right.
        count: Option<CountReason>,
        /// A spelling that is accepted from now on (with `count`).
        accepted: Option<Box<str>>,
    },
    /// A question was put off to later today (`s`).
    Deferred {
        /// What was put off.
        item: ItemId,
        /// The study day on which it was put off.
        day: StudyDay,
    },
    /// An update of its pack changed what decides right and wrong in a question: it is asked again on the next study day, unless it was answered since.
    Outdated {
        /// The question.
        item: ItemId,
        /// Its answer key now.
        key: u64,
        /// The latest answer that its memory rests on; after another one this event says nothing any more.
        after: EventId,
        /// The study day of the update.
        day: StudyDay,
    },
    /// A problem with a question was flagged for its author (`m`).
    Flagged {
        /// The question.
        item: ItemId,
        /// What is wrong with it, in a word that the interface offers.
        reason: Box<str>,
    },
    /// A note was written; an empty text removes it. The last live one of a place wins.
    Noted {
        /// Where it belongs.
        place: NotePlace,
        /// The whole text of the note.
        text: Box<str>,
    },
    /// A topic was marked as known (`true`) or as not known after all.
    Known {
        /// The topic.
        topic: TopicId,
        /// Whether it is known.
        known: bool,
    },
    /// A lesson was read to its end.
    Read {
        /// The topic of the lesson.
        topic: TopicId,
        /// The study day.
        day: StudyDay,
        /// Time spent reading, in milliseconds.
        took_ms: u32,
    },
    /// An answer to an interview prompt was rehearsed and marked.
    Rehearsed(Box<Rehearsed>),
    /// Sample answers were graded, and the true marks seen.
    Practised(Practised),
    /// A mock interview ended.
    Mocked(Mocked),
    /// A story for behavioural prompts was written; an empty text removes it. The last live word on a story wins.
    StoryTold(Story),
    /// A statement of a career ladder was rated.
    Rated(Rated),
    /// Evidence for a statement was written; one with nothing in it removes it. The last live word on a proof wins.
    Proved(Box<Proof>),
    /// A track was taken up or put away; the last live word wins.
    Followed(Followed),
    /// A gap plan was put into Today, or taken out; the last live word on a ladder wins.
    Aimed(Aimed),
    /// An item of a checklist was ticked or unticked for a piece of work.
    Ticked(Ticked),
    /// A working day was played to its end.
    Lived(Lived),
    /// An earlier event was taken back. Undoing an undo is a redo.
    Undone {
        /// The event that is taken back; it may be unknown here until another device's log arrives.
        of: EventId,
    },
}

/// One row of the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Unique, and the place in the order.
    pub id: EventId,
    /// Wall clock when it happened.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// What happened.
    pub what: What,
}

impl Event {
    /// What was done in one step at a moment, as events that count on from the moment's id: what is taken back as one step is known by that
    /// (see [`super::log::same_step_as`]).
    pub fn series(now: &Moment, whats: impl IntoIterator<Item = What>) -> Vec<Event> {
        let ids = std::iter::successors(Some(now.id), |id| Some(id.next()));
        let event = |(id, what)| Event { id, utc: now.utc, offset_min: now.offset_min, what };
        ids.zip(whats).map(event).collect()
    }
}

impl What {
    /// The event that this one speaks about: the answer of a regrade, the target of an undo.
    pub fn target(&self) -> Option<EventId> {
        match self {
            What::Regraded { of, .. } | What::Undone { of } => Some(*of),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::log::{is_same_step, same_step_as};

    #[test]
    fn a_series_counts_on_from_its_moment_so_that_it_is_known_as_one_step() {
        let id = EventId::from_parts(1_000, 0x0FFE, 7);
        let now = Moment { utc: 5, offset_min: 60, day: StudyDay(1), mono_ms: 0, id };
        let whats = [1, 2, 3].map(|n| What::Undone { of: EventId(n) });
        let all = Event::series(&now, whats.clone());
        assert_eq!(all.iter().map(|event| event.what.clone()).collect::<Vec<_>>(), whats);
        assert_eq!((all[0].id, all[0].utc, all[0].offset_min), (id, 5, 60));
        assert_eq!(same_step_as(&all[1]), Some(all[0].id));
        assert!(is_same_step(&all[0], &all[1]));
        assert_eq!(all[2].id, EventId::from_parts(1_001, 0, 7), "the counter carries");
        assert!(Event::series(&now, []).is_empty());
    }
}
