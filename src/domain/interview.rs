//! What the log keeps of an interview that was rehearsed.
//!
//! # Design
//!
//! An attempt is one event, [`Rehearsed`], written when the learner has compared the own answer with the model: what was said, how it was marked and
//! why. It speaks about its prompt and about each point of it at once, because a point is an item with a memory of its own
//! ([`super::ids::ItemId::point`]); one undo takes all of it back. A mock interview is the attempts that name its sitting, and one event at its end.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::event::{EventId, Rating};
use super::ids::ItemId;
use super::rubric::{Mark, Marks, PromptKind, Scope, Signal};
use super::text::Lang;
use super::time::StudyDay;

/// What the clock does to an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pressure {
    /// When the time is up the answer ends.
    #[default]
    Real,
    /// The clock is shown, and goes on counting past the end.
    Relaxed,
    /// There is no clock; the attempt is marked as untimed.
    Untimed,
}

impl Pressure {
    /// All, in the order in which a key walks them.
    pub const ALL: [Pressure; 3] = [Pressure::Real, Pressure::Relaxed, Pressure::Untimed];
}

/// Who marked an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Chair {
    /// The learner.
    #[default]
    Own,
    /// Somebody who sat on the other chair.
    Other,
}

/// A question and what was said to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turn {
    /// The point that a follow-up asked for; empty for the prompt's own question.
    pub about: Box<str>,
    /// What was answered; of a spoken answer its key words, a line each.
    pub text: Box<str>,
    /// Time from the end of thinking to the end of the answer, in milliseconds.
    pub took_ms: u32,
}

/// The mark of one point, and what replay needs to know for its memory.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointMark {
    /// The point's own name.
    pub point: Box<str>,
    /// The mark before the model answer was seen.
    pub first: Mark,
    /// The mark that counts.
    pub mark: Mark,
    /// Days by which load balancing moved its due day (see [`super::event::Answered::shift`]).
    #[serde(default)]
    pub shift: i8,
}

impl PointMark {
    /// The grade of the point's memory (UX 7.1): missed is forgot, partly is hard, met is good.
    pub fn rating(&self) -> Rating {
        match self.mark {
            Mark::Missed => Rating::Forgot,
            Mark::Partly => Rating::Hard,
            Mark::Met => Rating::Good,
        }
    }
}

/// One attempt at a prompt, graded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Rehearsed {
    /// What was asked.
    pub prompt: ItemId,
    /// The study day.
    pub day: StudyDay,
    /// The recall aim in force, in percent.
    pub aim: u8,
    /// Who asked, as `pack/persona`; empty for nobody in particular.
    pub persona: Box<str>,
    /// The ladder level that the answer was held against, 1 to 6.
    pub target: u8,
    /// The language that the interviewer spoke.
    pub lang: Lang,
    /// What the clock did.
    pub pressure: Pressure,
    /// Spoken aloud: the texts are key words.
    pub spoken: bool,
    /// Who marked it.
    pub by: Chair,
    /// What the one on the other chair is called; empty when the learner marked it.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub chair: Box<str>,
    /// The mock interview that it belongs to (see [`Mocked::sitting`]).
    pub sitting: Option<EventId>,
    /// Time spent thinking, in milliseconds.
    pub think_ms: u32,
    /// The answer, then those to the follow-ups.
    pub turns: Vec<Turn>,
    /// How many points the learner expected to have made, before grading; `None` when nobody asked.
    pub predicted: Option<u8>,
    /// The marks, in the order of the prompt.
    pub points: Vec<PointMark>,
    /// Red flags that the learner accepted.
    pub red_flags: Vec<Box<str>>,
    /// Marks of the signals, 0 to 3.
    pub signals: BTreeMap<Signal, u8>,
    /// How far a behavioural story reached.
    pub scope: Option<Scope>,
}

impl Rehearsed {
    /// The marks that count, by point.
    pub fn marks(&self) -> Marks {
        self.points.iter().map(|p| (p.point.clone(), p.mark)).collect()
    }

    /// How many points are met.
    pub fn met(&self) -> usize {
        self.points.iter().filter(|p| p.mark == Mark::Met).count()
    }

    /// Points that follow-ups asked for.
    pub fn followed_up(&self) -> impl Iterator<Item = &str> {
        self.turns.iter().map(|t| &*t.about).filter(|about| !about.is_empty())
    }

    /// Time spent answering, follow-ups included, in milliseconds.
    pub fn took_ms(&self) -> u64 {
        self.turns.iter().map(|t| u64::from(t.took_ms)).sum()
    }
}

/// Two sample answers of a prompt were graded, and the true marks seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Practised {
    /// Whose samples.
    pub prompt: ItemId,
    /// Its kind: practice is asked for once for each.
    pub kind: PromptKind,
    /// The study day.
    pub day: StudyDay,
    /// Marks that were the true ones.
    pub agreed: u8,
    /// Marks in all.
    pub of: u8,
}

/// A mock interview ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mocked {
    /// What its attempts name as theirs: an id that was fresh when it began.
    pub sitting: EventId,
    /// The study day.
    pub day: StudyDay,
    /// Minutes that it was planned for.
    pub minutes: u16,
    /// The level that it was held against, 1 to 6.
    pub level: u8,
    /// What its mix was made from, so that it can be asked again.
    pub seed: u64,
    /// The prompts that were planned, in order.
    pub planned: Vec<ItemId>,
    /// It was stopped before the last of them.
    pub early: bool,
    /// The track that its questions were taken from, as `pack/path`; empty for all.
    #[serde(default, skip_serializing_if = "str::is_empty")]
    pub track: Box<str>,
}

/// A story of the learner that answers behavioural prompts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// Its name: the id of the event that began it, or any other that is unique.
    pub story: EventId,
    /// What the learner calls it.
    pub title: Box<str>,
    /// The story itself; an empty text removes it.
    pub text: Box<str>,
    /// The prompts that it answers.
    pub prompts: Vec<ItemId>,
}
