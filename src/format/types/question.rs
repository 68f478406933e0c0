//! `questions.toml`: what all questions share, and a struct for each of the nine kinds.

use serde::{Deserialize, Serialize};

use super::Text;

/// A question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// What all kinds share.
    pub common: Common,
    /// What makes up the answer.
    pub kind: Kind,
}

/// What all kinds share.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Common {
    /// Its name, unique in the topic. Kebab-case, never changed and never reused.
    pub id: Box<str>,
    /// Ladder level, 1 to 6.
    pub level: u8,
    /// The section of the lesson that teaches it.
    pub section: Box<str>,
    /// One to three outcomes of the pack's syllabus that it asks for.
    #[serde(default)]
    pub covers: Vec<Box<str>>,
    /// What is asked: a situation that a backend engineer meets.
    pub prompt: Text,
    /// The idea in a sentence or two, shown after any answer.
    #[serde(default)]
    pub explain: Text,
    /// Helps without giving the answer away.
    #[serde(default)]
    pub hint: Text,
    /// Where the fact can be checked.
    #[serde(default)]
    pub source: Box<str>,
    /// The day on which a second person answered it blind and agreed, `2026-11-21`.
    #[serde(default)]
    pub reviewed: Box<str>,
    /// The id that it had before; the learner's memory moves along.
    #[serde(default)]
    pub renamed_from: Box<str>,
}

/// The nine kinds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    /// Exactly one option is right.
    Single(Options),
    /// Any number of options is right.
    Multi(Options),
    /// A verdict and its reason.
    TrueFalse(TrueFalse),
    /// A typed word or phrase.
    Short(Short),
    /// A text with gaps.
    Cloze(Cloze),
    /// Steps to order.
    Order(Order),
    /// Things to pair.
    Match(Match),
    /// A line of code to find.
    Line(Line),
    /// A tree of decisions.
    Scenario(Scenario),
}

impl Kind {
    /// The word in the file.
    pub fn word(&self) -> &'static str {
        match self {
            Kind::Single(_) => "single",
            Kind::Multi(_) => "multi",
            Kind::TrueFalse(_) => "true_false",
            Kind::Short(_) => "short",
            Kind::Cloze(_) => "cloze",
            Kind::Order(_) => "order",
            Kind::Match(_) => "match",
            Kind::Line(_) => "line",
            Kind::Scenario(_) => "scenario",
        }
    }
}

/// `single` and `multi`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Options {
    /// Two to six.
    #[serde(rename = "option")]
    pub options: Vec<Choice>,
    /// Show them in this order instead of shuffled.
    #[serde(default)]
    pub keep_order: bool,
}

/// An option or a reason.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name within the question.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
    /// Whether it is right.
    #[serde(default)]
    pub right: bool,
    /// Why it is right or wrong.
    #[serde(default)]
    pub why: Text,
}

/// `true_false`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct TrueFalse {
    /// Whether the statement is true.
    pub answer: bool,
    /// Two to four, shown under both verdicts; exactly one is right.
    #[serde(rename = "reason")]
    pub reasons: Vec<Choice>,
}

/// `short`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Short {
    /// Shown in feedback and always accepted.
    pub answer: Text,
    /// Further spellings, in any language.
    #[serde(default)]
    pub accept: Vec<Box<str>>,
    /// Another valid word: "try again", without penalty.
    #[serde(default)]
    pub near: Vec<Near>,
}

/// A word that is not the one asked for, and why not.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Near {
    /// The word.
    pub text: Text,
    /// Why it is not the one.
    #[serde(default)]
    pub why: Text,
}

/// `cloze`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Cloze {
    /// With `{{1}}`, `{{2}}` and so on, each exactly once in each language.
    pub text: Text,
    /// One for each number, in order.
    #[serde(rename = "gap")]
    pub gaps: Vec<Gap>,
    /// Wrong words for the word bank, for all gaps.
    #[serde(default)]
    pub distractor: Vec<Near>,
}

/// A gap of a cloze.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Gap {
    /// Shown in feedback and always accepted.
    pub answer: Text,
    /// Further spellings, in any language.
    #[serde(default)]
    pub accept: Vec<Box<str>>,
    /// Another valid word: "try again", without penalty.
    #[serde(default)]
    pub near: Vec<Near>,
    /// Why the answer is right.
    #[serde(default)]
    pub why: Text,
    /// Wrong words for the word bank that this gap tempts to.
    #[serde(default)]
    pub distractor: Vec<Near>,
}

/// `order`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// In a right order.
    #[serde(rename = "step")]
    pub steps: Vec<Step>,
    /// Groups of consecutive step ids that may come in any order among themselves.
    #[serde(default)]
    pub any_order: Vec<Vec<Box<str>>>,
}

/// A step of an order.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Its name within the question.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
    /// Why it stands here; optional where `explain` says it.
    #[serde(default)]
    pub why: Text,
}

/// `match`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Match {
    /// Each left with its right. Equal rights are one choice.
    #[serde(rename = "pair")]
    pub pairs: Vec<Pair>,
    /// Rights that belong to nothing.
    #[serde(default, rename = "extra")]
    pub extras: Vec<Extra>,
}

/// A pair of a match.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// Its name within the question.
    pub id: Box<str>,
    /// The row.
    pub left: Text,
    /// What belongs to it.
    pub right: Text,
    /// Why they belong together.
    #[serde(default)]
    pub why: Text,
}

/// A right side that belongs to no left.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Extra {
    /// Its name within the question.
    pub id: Box<str>,
    /// What the learner reads.
    pub right: Text,
    /// Why it belongs to nothing.
    #[serde(default)]
    pub why: Text,
}

/// `line`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line {
    /// Of the code, such as `go`.
    pub language: Box<str>,
    /// In a literal string, so that `\n` stays as written.
    pub code: Box<str>,
    /// The right line or lines, and each plausible one.
    #[serde(rename = "line")]
    pub lines: Vec<LineNote>,
}

/// What is to be said about a line.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LineNote {
    /// The first line is 1.
    pub number: u32,
    /// Whether it is a right answer.
    #[serde(default)]
    pub right: bool,
    /// Why it is or is not.
    #[serde(default)]
    pub why: Text,
}

/// `scenario`.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// The first one starts.
    #[serde(rename = "scene")]
    pub scenes: Vec<Scene>,
}

/// A scene.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// What `goto` names.
    pub id: Box<str>,
    /// What is going on.
    pub text: Text,
    /// Two to four; exactly one is `best`.
    #[serde(rename = "choice")]
    pub choices: Vec<SceneChoice>,
}

/// A decision in a scene.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SceneChoice {
    /// Its name within the scene.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
    /// What comes of it.
    #[serde(default)]
    pub why: Text,
    /// The best decision of its scene.
    #[serde(default)]
    pub best: bool,
    /// The next scene; without it the scenario ends.
    #[serde(default)]
    pub goto: Box<str>,
    /// What it cost, shown on the next scene.
    #[serde(default)]
    pub cost: Text,
}
