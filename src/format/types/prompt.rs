//! `prompts.toml`: interview prompts with their rubrics.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Text;

/// A prompt: what is asked, what a good answer says, and how to tell.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Prompt {
    /// Its name, unique among the prompts and questions of the topic. Kebab-case, never changed and never reused.
    pub id: Box<str>,
    /// What people call it in a list, in a few words; the beginning of `ask` where there is none.
    #[serde(default)]
    pub title: Text,
    /// What kind of interview question it is.
    pub kind: PromptKind,
    /// Ladder level that a good answer shows, 1 to 6.
    pub level: u8,
    /// Outcomes of the pack's syllabus that it asks for.
    #[serde(default)]
    pub covers: Vec<Box<str>>,
    /// Interviewers who would ask it, of this pack or any other.
    #[serde(default)]
    pub personas: Vec<Box<str>>,
    /// The question as it is asked.
    pub ask: Text,
    /// Think time in seconds.
    pub think: u16,
    /// Answer time in minutes.
    pub minutes: u8,
    /// Where the facts can be checked.
    #[serde(default)]
    pub source: Box<str>,
    /// The day on which a second person rehearsed it, `2026-11-21`.
    #[serde(default)]
    pub reviewed: Box<str>,
    /// What a good candidate asks first, and what the interviewer says then.
    #[serde(default)]
    pub clarify: Vec<Clarify>,
    /// Four to eight points.
    #[serde(rename = "point")]
    pub points: Vec<Point>,
    /// What would worry an interviewer.
    #[serde(default, rename = "red_flag")]
    pub red_flags: Vec<RedFlag>,
    /// What an answer of each level sounds like.
    pub anchors: Anchors,
    /// Example answers.
    pub model: Model,
    /// Answers with their true marks, for practising to grade.
    #[serde(default, rename = "sample")]
    pub samples: Vec<Sample>,
}

/// What kind of interview question a prompt is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PromptKind {
    /// How something works and is used.
    #[default]
    Technical,
    /// A system to be designed; five signals are marked too.
    Design,
    /// A fault to be found.
    Debug,
    /// Work of another person to be judged.
    Review,
    /// Something that the candidate did; situation, task, action, result and reflection are marked too.
    Behavioural,
}

/// A clarifying question.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Clarify {
    /// What the candidate asks.
    pub ask: Text,
    /// What the interviewer says.
    pub answer: Text,
}

/// A point that a good answer makes.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
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
    /// What an answer that makes the point is likely to contain; ` + ` joins what must stand in one sentence.
    pub words: Lists,
    /// Asked when the point is missing.
    pub follow_up: Text,
    /// The question that trains this point alone.
    pub drill: Text,
}

/// What would worry an interviewer.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RedFlag {
    /// Its name within the prompt.
    pub id: Box<str>,
    /// What is said.
    pub text: Text,
    /// Why it worries.
    pub why: Text,
    /// What an answer with it is likely to contain, as in a point.
    pub words: Lists,
    /// The highest level that an answer with it can reach, 0 to 5.
    pub caps_at: u8,
}

/// What an answer of each level sounds like.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Anchors {
    /// Level 1.
    #[serde(rename = "1")]
    pub one: Text,
    /// Level 2.
    #[serde(rename = "2")]
    pub two: Text,
    /// Level 3.
    #[serde(rename = "3")]
    pub three: Text,
    /// Level 4.
    #[serde(rename = "4")]
    pub four: Text,
    /// Level 5.
    #[serde(rename = "5")]
    pub five: Text,
    /// Level 6.
    #[serde(rename = "6")]
    pub six: Text,
}

impl Anchors {
    /// The anchors with their levels, the lowest first.
    pub fn levels(&self) -> [(&'static str, &Text); 6] {
        [("1", &self.one), ("2", &self.two), ("3", &self.three), ("4", &self.four), ("5", &self.five), ("6", &self.six)]
    }
}

/// Example answers, as a candidate would say them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// In about 60 to 80 words.
    pub short: Text,
    /// In 150 to 250 words; it makes every point.
    pub full: Text,
}

/// An answer with its true marks.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sample {
    /// How good it is.
    pub quality: Quality,
    /// The answer.
    pub text: Text,
    /// The true mark of each point.
    pub marks: BTreeMap<Box<str>, Mark>,
    /// The red flags that it trips.
    #[serde(default)]
    pub red_flags: Vec<Box<str>>,
    /// For design and behavioural prompts the true marks of the signals, 0 to 3.
    #[serde(default)]
    pub signals: BTreeMap<Box<str>, u8>,
}

/// How good a sample is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Quality {
    /// Most points are missing.
    #[default]
    Weak,
    /// Some points are there.
    Middling,
}

/// The mark of a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Mark {
    /// It is not there.
    #[default]
    Missed,
    /// Something of it is there.
    Partly,
    /// It is there.
    Met,
}

/// Lists of strings, one for each language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Lists {
    /// English; empty when there is none.
    #[serde(default)]
    pub en: Vec<Box<str>>,
    /// Indonesian; empty when there is none.
    #[serde(default)]
    pub id: Vec<Box<str>>,
}

impl Lists {
    /// Each language's code with its list.
    pub fn langs(&self) -> [(&'static str, &[Box<str>]); 2] {
        [("en", &self.en), ("id", &self.id)]
    }
}
