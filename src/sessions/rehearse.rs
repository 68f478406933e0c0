//! What Rehearse shows: who asks, what can be asked, how the answers stand, and what was done so far.

use crate::domain::day::DayHead;
use crate::domain::event::EventId;
use crate::domain::ids::TopicId;
use crate::domain::interview::{Mocked, Story};
use crate::domain::log::{Tried, Written};
use crate::domain::persona::PersonaHead;
use crate::domain::rubric::{PromptHead, PromptKind, Verdict};
use crate::domain::text::Text;
use crate::domain::time::StudyDay;

use super::effect::Attempt;

/// What the names of drafts begin with that keep interviews which were left in the middle. Each question has its own, so that beginning another one
/// loses nothing.
pub const DRAFTS: &str = "session/interview/";

/// Everything that Rehearse shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct RehearseData {
    /// Interviewers, pack by pack, in the author's order.
    pub personas: Vec<PersonaCard>,
    /// All prompts, the one to rehearse next first (see [`crate::domain::plan::AnswerStanding::rank`]).
    pub prompts: Vec<PromptStanding>,
    /// Kinds of prompts whose samples were graded for practice.
    pub practised: Vec<PromptKind>,
    /// Prediction minus points met of the last ten attempts that have a prediction, oldest first.
    pub predictions: Vec<i8>,
    /// Mock interviews that ended, oldest first.
    pub mocks: Vec<Written<Mocked>>,
    /// The interview that was left in the middle last, as JSON of its session.
    pub draft: Option<String>,
    /// The mock interview that is going on, as JSON of its session.
    pub mock: Option<String>,
    /// The learner's stories, the last one written first.
    pub stories: Vec<Written<Story>>,
    /// Working days, pack by pack.
    pub days: Vec<DayCard>,
    /// Paths that a set of questions or a mock interview may keep to, those that are followed first.
    pub tracks: Vec<TrackCard>,
    /// How many of them are followed.
    pub followed: usize,
    /// The ladder level that the learner climbs to; `None` while they said nothing of it.
    pub target: Option<u8>,
}

/// Questions that a path needs to have for a mock interview to keep to it unasked.
const ENOUGH: usize = 5;

impl RehearseData {
    /// The path that a mock interview keeps to when nothing else is said: that of the last one, before the first one a path that is followed and
    /// has questions enough.
    pub fn track_offered(&self) -> Option<&TrackCard> {
        let asks = |track: &&TrackCard| {
            self.prompts.iter().filter(|p| track.topics.contains(&p.head.id.topic())).count() >= ENOUGH
        };
        match self.mocks.last() {
            Some(last) => self.tracks.iter().find(|track| track.name == last.what.track),
            None => self.tracks.iter().take(self.followed).find(asks),
        }
    }

    /// Answers that were tried, the one to rehearse next first.
    pub fn tried(&self) -> impl Iterator<Item = &PromptStanding> {
        self.prompts.iter().filter(|p| !p.tried.is_empty())
    }
}

/// An interviewer in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonaCard {
    /// Who it is.
    pub head: PersonaHead,
    /// How they speak, in one line.
    pub voice: Text,
}

impl PersonaCard {
    /// The name in a wish and in the log: `pack/persona`.
    pub fn name(&self) -> Box<str> {
        format!("{}/{}", self.head.pack, self.head.id).into()
    }

    /// Whether a prompt names them: by a name of its own pack, or with the pack before it.
    pub fn would_ask(&self, head: &PromptHead) -> bool {
        head.personas.iter().any(|name| **name == *self.head.id || **name == *self.name())
    }
}

/// A working day in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct DayCard {
    /// The day.
    pub head: DayHead,
    /// The study day on which it was played to its end last.
    pub last: Option<StudyDay>,
    /// The slot that it goes on with, when it was left in the middle; the number of slots when only tomorrow's stand-up is left.
    pub left_at: Option<usize>,
}

/// A role variation in a list.
#[derive(Debug, Clone, PartialEq)]
pub struct TrackCard {
    /// Its name, as `pack/path`.
    pub name: Box<str>,
    /// What people call it.
    pub title: Text,
    /// The topics on it.
    pub topics: Vec<TopicId>,
}

/// A prompt, and how the learner's answer to it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct PromptStanding {
    /// The prompt.
    pub head: PromptHead,
    /// The title of its topic.
    pub topic: Text,
    /// The title of its topic's unit.
    pub unit: Text,
    /// The attempts at it, oldest first.
    pub tried: Vec<Tried>,
    /// The attempt with the most points made; of equal ones the last.
    pub best: Option<EventId>,
    /// The earliest study day on which one of its points is due; `None` when it was never tried.
    pub due: Option<StudyDay>,
    /// It was tried before today, and one of its points is due.
    pub weak: bool,
    /// The point that is remembered least.
    pub weakest: Option<WeakPoint>,
}

impl PromptStanding {
    /// The last attempt.
    pub fn last(&self) -> Option<&Tried> {
        self.tried.last()
    }
}

/// A point of a rubric that is remembered least.
#[derive(Debug, Clone, PartialEq)]
pub struct WeakPoint {
    /// The point's own name.
    pub point: Box<str>,
    /// The point in a few words; empty but for the first answers of the list.
    pub text: Text,
    /// The chance to recall it today, 0 to 1.
    pub recall: f32,
}

/// A row of the answer book.
#[derive(Debug, Clone, PartialEq)]
pub struct AnswerRow {
    /// What was said, and how it was marked.
    pub attempt: Attempt,
    /// What people call the prompt; its name when it is not installed any more.
    pub title: Text,
    /// The title of the unit that it belongs to; empty when it is not installed any more.
    pub unit: Text,
    /// Its kind; `None` when it is not installed any more.
    pub kind: Option<PromptKind>,
    /// What people call the interviewer; empty for nobody in particular.
    pub who: Text,
    /// Which attempt at this prompt it is, counted from 1.
    pub number: u16,
    /// The best attempt at its prompt.
    pub best: bool,
    /// What the marks amount to by the rubric of today; `None` when the prompt is not installed any more.
    pub verdict: Option<Verdict>,
}
