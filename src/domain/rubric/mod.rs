//! Interview prompts and their rubrics: what a good answer says, what an answer seems to say, and what its marks amount to.
//!
//! # Design
//!
//! A prompt has four to eight points. The learner decides whether a point is met; word lists ([`words`]) only suggest met or missed, never partly. From
//! the marks alone ([`score`]) come the weighted score, the ladder level that was reached, and the band against the level that was asked for.
//! Everything is a pure function of its arguments; the choice of a follow-up ([`follow_up`]) takes a seed.
//!
//! Prompts share the names of questions: `pack/topic/prompt` ([`ItemId`]). A point is an item of its own with a memory of its own,
//! `pack/topic/prompt.point` ([`ItemId::point`]).

pub mod drill;
pub mod follow_up;
pub mod score;
#[cfg(test)]
mod tests;
pub mod words;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ids::ItemId;
use super::text::Text;
pub use drill::Drill;
pub use follow_up::follow_ups;
pub use score::{Band, Score, Verdict, judge};
pub use words::{Answer, Found, Phrase, Suggested, WordList, suggest};

/// A prompt without its body: what a list, a plan and a mock interview need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptHead {
    /// Its name.
    pub id: ItemId,
    /// What people call it; the question itself where the author gave no title.
    pub title: Text,
    /// Its kind.
    pub kind: PromptKind,
    /// Ladder level that a good answer shows, 1 to 6.
    pub level: u8,
    /// Answer time in minutes.
    pub minutes: u8,
    /// How many points it has.
    pub points: u8,
    /// Interviewers who would ask it, as written: a name of the prompt's own pack, or else of any other.
    pub personas: Vec<Box<str>>,
}

/// A prompt whole.
#[derive(Debug, Clone, PartialEq)]
pub struct Prompt {
    /// Its name.
    pub id: ItemId,
    /// What people call it; the question itself where the author gave no title.
    pub title: Text,
    /// Its kind.
    pub kind: PromptKind,
    /// Ladder level that a good answer shows, 1 to 6.
    pub level: u8,
    /// Outcomes that it asks for.
    pub covers: Vec<Box<str>>,
    /// Interviewers who would ask it, as in [`PromptHead`].
    pub personas: Vec<Box<str>>,
    /// The question as it is asked.
    pub ask: Text,
    /// Think time in seconds.
    pub think: u16,
    /// Answer time in minutes.
    pub minutes: u8,
    /// Where the facts can be checked; may be empty.
    pub source: Box<str>,
    /// What a good candidate asks first.
    pub clarify: Vec<Clarify>,
    /// Four to eight, at least one of them a must.
    pub points: Vec<Point>,
    /// What would worry an interviewer.
    pub red_flags: Vec<RedFlag>,
    /// What an answer of each level sounds like, level 1 first.
    pub anchors: [Text; 6],
    /// An example answer in about 60 to 80 words.
    pub model_short: Text,
    /// An example answer in 150 to 250 words; it makes every point.
    pub model_full: Text,
    /// Answers with their true marks.
    pub samples: Vec<Sample>,
}

impl Prompt {
    /// The point of that name.
    pub fn point(&self, id: &str) -> Option<&Point> {
        self.points.iter().find(|point| &*point.id == id)
    }

    /// What an answer of a level sounds like; `None` where there is no such level, or nothing is written for it.
    pub fn anchor(&self, level: u8) -> Option<&Text> {
        let at = usize::from(level).checked_sub(1)?;
        self.anchors.get(at).filter(|anchor| !anchor.is_empty())
    }
}

/// What kind of interview question a prompt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PromptKind {
    /// How something works and is used.
    Technical,
    /// A system to be designed.
    Design,
    /// A fault to be found.
    Debug,
    /// Work of another person to be judged.
    Review,
    /// Something that the candidate did.
    Behavioural,
}

impl PromptKind {
    /// All kinds, in the order of the format.
    pub const ALL: [PromptKind; 5] =
        [PromptKind::Technical, PromptKind::Design, PromptKind::Debug, PromptKind::Review, PromptKind::Behavioural];

    /// The word in content files and logs.
    pub fn word(self) -> &'static str {
        match self {
            PromptKind::Technical => "technical",
            PromptKind::Design => "design",
            PromptKind::Debug => "debug",
            PromptKind::Review => "review",
            PromptKind::Behavioural => "behavioural",
        }
    }

    /// What is marked 0 to 3 beside the points: five signals for design, STAR and reflection for behavioural, nothing else otherwise.
    pub fn signals(self) -> &'static [Signal] {
        match self {
            PromptKind::Design => &Signal::DESIGN,
            PromptKind::Behavioural => &Signal::STAR,
            PromptKind::Technical | PromptKind::Debug | PromptKind::Review => &[],
        }
    }
}

/// What is marked 0 to 3 beside the points of a design or behavioural prompt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Signal {
    /// Asks what is needed, by whom and how much.
    Requirements,
    /// Offers a design and says what it gives up.
    Design,
    /// Does the sums and says what breaks first.
    Scale,
    /// Says what happens when a part fails.
    Failure,
    /// Leads the listener through it.
    Communication,
    /// Where and when it was.
    Situation,
    /// What the candidate was responsible for.
    Task,
    /// What the candidate did, not the team.
    Action,
    /// What came of it, with a number.
    Result,
    /// What was learnt and done differently since.
    Reflection,
}

impl Signal {
    /// The five signals of a design prompt.
    pub const DESIGN: [Signal; 5] =
        [Signal::Requirements, Signal::Design, Signal::Scale, Signal::Failure, Signal::Communication];

    /// Situation, task, action, result and reflection.
    pub const STAR: [Signal; 5] = [Signal::Situation, Signal::Task, Signal::Action, Signal::Result, Signal::Reflection];

    /// The highest mark.
    pub const MOST: u8 = 3;

    /// The word in content files and logs.
    pub fn word(self) -> &'static str {
        match self {
            Signal::Requirements => "requirements",
            Signal::Design => "design",
            Signal::Scale => "scale",
            Signal::Failure => "failure",
            Signal::Communication => "communication",
            Signal::Situation => "situation",
            Signal::Task => "task",
            Signal::Action => "action",
            Signal::Result => "result",
            Signal::Reflection => "reflection",
        }
    }

    /// The signal of a word.
    pub fn from_word(word: &str) -> Option<Signal> {
        Signal::DESIGN.into_iter().chain(Signal::STAR).find(|signal| signal.word() == word)
    }
}

/// How far the story of a behavioural answer reached: it decides the level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Scope {
    /// An own task.
    OwnTask,
    /// The own team.
    Team,
    /// Something whose goal was unclear at first.
    Ambiguity,
    /// Several teams.
    Teams,
    /// The whole company.
    Company,
}

impl Scope {
    /// All, the smallest first.
    pub const ALL: [Scope; 5] = [Scope::OwnTask, Scope::Team, Scope::Ambiguity, Scope::Teams, Scope::Company];

    /// The highest ladder level that a story of this scope shows, 2 to 6.
    pub fn level(self) -> u8 {
        match self {
            Scope::OwnTask => 2,
            Scope::Team => 3,
            Scope::Ambiguity => 4,
            Scope::Teams => 5,
            Scope::Company => 6,
        }
    }
}

/// A clarifying question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clarify {
    /// What the candidate asks.
    pub ask: Text,
    /// What the interviewer says.
    pub answer: Text,
}

/// A point that a good answer makes.
#[derive(Debug, Clone, PartialEq)]
pub struct Point {
    /// Its name within the prompt.
    pub id: Box<str>,
    /// How much it counts, 1 to 5.
    pub weight: u8,
    /// Whether its level is reached only with it.
    pub must: bool,
    /// The ladder level that makes it, 1 to 6.
    pub level: u8,
    /// The point in a few words.
    pub text: Text,
    /// When it counts as met.
    pub met: Text,
    /// When it counts as partly met.
    pub partly: Text,
    /// What an answer that makes the point is likely to contain.
    pub words: WordList,
    /// Asked when the point is missing.
    pub follow_up: Text,
    /// The question that trains this point alone.
    pub drill: Text,
}

/// What would worry an interviewer.
#[derive(Debug, Clone, PartialEq)]
pub struct RedFlag {
    /// Its name within the prompt.
    pub id: Box<str>,
    /// What is said.
    pub text: Text,
    /// Why it worries.
    pub why: Text,
    /// What an answer with it is likely to contain.
    pub words: WordList,
    /// The highest level that an answer with it can reach, 0 to 5.
    pub caps_at: u8,
}

/// An answer with its true marks, for practising to grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    /// How good it is.
    pub quality: Quality,
    /// The answer.
    pub text: Text,
    /// The true marks.
    pub marks: Marks,
    /// The red flags that it trips, by their names.
    pub red_flags: Vec<Box<str>>,
    /// The true marks of the signals, 0 to 3; may be empty.
    pub signals: BTreeMap<Signal, u8>,
}

/// How good a sample is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Quality {
    /// Most points are missing.
    Weak,
    /// Some points are there.
    Middling,
}

/// The mark of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// It is not there.
    #[default]
    Missed,
    /// Something of it is there: counts half.
    Partly,
    /// It is there.
    Met,
}

impl Mark {
    /// All marks, in the order of the keys `1`, `2`, `3`.
    pub const ALL: [Mark; 3] = [Mark::Missed, Mark::Partly, Mark::Met];

    /// What it is worth in halves of a point: 0, 1 or 2.
    pub fn halves(self) -> u16 {
        match self {
            Mark::Missed => 0,
            Mark::Partly => 1,
            Mark::Met => 2,
        }
    }
}

/// The marks of an answer by the names of the points. A point without one is missed, so that marks outlive a point that was added later.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Marks(BTreeMap<Box<str>, Mark>);

impl Marks {
    /// The mark of a point.
    pub fn get(&self, point: &str) -> Mark {
        self.0.get(point).copied().unwrap_or_default()
    }

    /// Whether the point was marked at all.
    pub fn has(&self, point: &str) -> bool {
        self.0.contains_key(point)
    }

    /// Marks a point, and gives the mark that it had.
    pub fn set(&mut self, point: &str, mark: Mark) -> Option<Mark> {
        self.0.insert(point.into(), mark)
    }

    /// All marks in the order of the names.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Mark)> {
        self.0.iter().map(|(point, mark)| (&**point, *mark))
    }
}

impl FromIterator<(Box<str>, Mark)> for Marks {
    fn from_iter<I: IntoIterator<Item = (Box<str>, Mark)>>(marks: I) -> Self {
        Marks(marks.into_iter().collect())
    }
}
