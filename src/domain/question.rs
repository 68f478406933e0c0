//! Questions as the learner meets them, and answers as the log keeps them.
//!
//! The values here are sound by construction: `packs` converts them from the format only when the check found no error, so a
//! single choice has exactly one right option, a gap exists for each number, and so on.

use serde::{Deserialize, Serialize};

use super::ids::ItemId;
use super::rubric::Drill;
use super::text::Text;

/// The hash of what decides right and wrong, with the texts left out (CONTENT section 3).
///
/// Rewording keeps it; a changed key makes the item asked again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct AnswerKey(pub u64);

impl AnswerKey {
    /// The key of a rubric point: a hash of its name alone (FNV-1a, 64 bits), because the learner decides whether it is met, and rewording it or its
    /// word list makes no other point of it.
    pub fn of_point(point: &str) -> AnswerKey {
        let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3);
        AnswerKey(point.bytes().fold(0xCBF2_9CE4_8422_2325, step))
    }
}

/// A question of any kind.
#[derive(Debug, Clone, PartialEq)]
pub struct Question {
    /// Its name for ever.
    pub id: ItemId,
    /// What decides right and wrong, as a hash.
    pub key: AnswerKey,
    /// Ladder level, 1 to 6.
    pub level: u8,
    /// The section of its topic's lesson that teaches it.
    pub section: Box<str>,
    /// What is asked.
    pub prompt: Text,
    /// The idea in a sentence or two; may be empty when the whys say it all.
    pub explain: Text,
    /// May be empty.
    pub hint: Text,
    /// Where the fact can be checked; may be empty.
    pub source: Box<str>,
    /// What makes up the answer.
    pub kind: Kind,
}

/// The nine kinds that packs have, and drills, which are made from interview prompts.
#[derive(Debug, Clone, PartialEq)]
pub enum Kind {
    /// Exactly one option is right.
    Single(Options),
    /// Any number of options is right.
    Multi(Options),
    /// A verdict and the reason for it.
    TrueFalse {
        /// Whether the statement is true.
        answer: bool,
        /// Two to four; exactly one is right.
        reasons: Vec<Choice>,
    },
    /// A typed word or phrase.
    Short(Blank),
    /// A text with gaps.
    Cloze {
        /// With `{{1}}`, `{{2}}` ... each exactly once.
        text: Text,
        /// In the order of their numbers.
        gaps: Vec<Blank>,
    },
    /// Steps to put in order.
    Order {
        /// In a right order.
        steps: Vec<Step>,
        /// Disjoint groups of consecutive steps (by index) that may come in any order among themselves.
        any_order: Vec<Vec<usize>>,
    },
    /// Things to pair.
    Match {
        /// Each left with its right.
        pairs: Vec<Pair>,
        /// Rights that belong to nothing.
        extras: Vec<Choice>,
    },
    /// Code in which a line is to be found.
    Line {
        /// For colouring and for the label, such as `go`.
        language: Box<str>,
        /// The code, shared by both languages.
        code: Box<str>,
        /// The right line or lines and each plausible one.
        notes: Vec<LineNote>,
    },
    /// A tree of decisions.
    Scenario {
        /// The first one starts.
        scenes: Vec<Scene>,
    },
    /// One typed sentence for one point of an interview answer.
    Drill(Box<Drill>),
}

/// The kinds without their content: for medians, stats and views.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum KindName {
    Single,
    Multi,
    TrueFalse,
    Short,
    Cloze,
    Order,
    Match,
    Line,
    Scenario,
    Drill,
}

impl Kind {
    /// Which of the kinds it is.
    pub fn name(&self) -> KindName {
        match self {
            Kind::Single(_) => KindName::Single,
            Kind::Multi(_) => KindName::Multi,
            Kind::TrueFalse { .. } => KindName::TrueFalse,
            Kind::Short(_) => KindName::Short,
            Kind::Cloze { .. } => KindName::Cloze,
            Kind::Order { .. } => KindName::Order,
            Kind::Match { .. } => KindName::Match,
            Kind::Line { .. } => KindName::Line,
            Kind::Scenario { .. } => KindName::Scenario,
            Kind::Drill(_) => KindName::Drill,
        }
    }
}

impl KindName {
    /// How many kinds there are, drills included.
    pub const COUNT: usize = 10;

    /// The nine that packs have, in the order of CONTENT section 2.
    pub const ALL: [KindName; 9] = [
        KindName::Single,
        KindName::Multi,
        KindName::TrueFalse,
        KindName::Short,
        KindName::Cloze,
        KindName::Order,
        KindName::Match,
        KindName::Line,
        KindName::Scenario,
    ];

    /// Its word in files and reports.
    pub fn word(self) -> &'static str {
        match self {
            KindName::Single => "single",
            KindName::Multi => "multi",
            KindName::TrueFalse => "true_false",
            KindName::Short => "short",
            KindName::Cloze => "cloze",
            KindName::Order => "order",
            KindName::Match => "match",
            KindName::Line => "line",
            KindName::Scenario => "scenario",
            KindName::Drill => "drill",
        }
    }
}

/// Options of a single or multi question.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// Two to six.
    pub choices: Vec<Choice>,
    /// Shown in the author's order instead of shuffled.
    pub keep_order: bool,
}

/// Something to choose, and why it is right or wrong. Also a reason, and an extra of a match.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What the log keeps.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
    /// Whether it is right.
    pub right: bool,
    /// Why it is right or wrong.
    pub why: Text,
}

/// A place to type in: a short answer or one gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// Shown in feedback, always accepted, in both languages.
    pub answer: Text,
    /// Further spellings, in any language.
    pub accept: Vec<Box<str>>,
    /// Valid words that are not the one asked for: "try again", without penalty.
    pub near: Vec<Near>,
    /// Why the answer is right; empty for a short question, where `explain` says it.
    pub why: Text,
    /// Wrong words for the word bank, each with its reason.
    pub distractors: Vec<Near>,
}

/// A word that is not the answer, and why not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// The word.
    pub text: Text,
    /// Why it is not the one.
    pub why: Text,
}

/// A step of an order question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What the log keeps.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
    /// Why it stands here; may be empty.
    pub why: Text,
}

/// A pair of a match question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// What the log keeps, for the left and for the right side.
    pub id: Box<str>,
    /// The row.
    pub left: Text,
    /// What belongs to it. Pairs with equal rights count as one choice.
    pub right: Text,
    /// Why they belong together.
    pub why: Text,
}

/// What is to be said about a line of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineNote {
    /// Counted from 1.
    pub number: usize,
    /// Whether it is a right answer.
    pub right: bool,
    /// Why it is or is not.
    pub why: Text,
}

/// A scene of a scenario.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scene {
    /// What `goto` names.
    pub id: Box<str>,
    /// What is going on.
    pub text: Text,
    /// Two to four.
    pub choices: Vec<SceneChoice>,
}

/// A decision in a scene.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneChoice {
    /// What the log keeps.
    pub id: Box<str>,
    /// What the learner reads.
    pub text: Text,
    /// What comes of it.
    pub why: Text,
    /// The best decision of its scene; exactly one is.
    pub best: bool,
    /// The index of the next scene; `None` ends the scenario.
    pub goto: Option<usize>,
    /// What it cost, shown on the next scene; may be empty.
    pub cost: Text,
}

/// What the learner answered, by ids, so that rewording and shuffling do not matter.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// "I don't know": honest, and never worded as a failure.
    DontKnow,
    /// Chosen options of a single or multi question.
    Chosen(Vec<Box<str>>),
    /// A verdict and the reason that was given for it.
    Verdict(bool, Option<Box<str>>),
    /// A typed word or phrase.
    Typed(Box<str>),
    /// Typed words, by gap.
    Gaps(Vec<Box<str>>),
    /// Step ids in the learner's order.
    Order(Vec<Box<str>>),
    /// For each left (pair id) the chosen right (pair or extra id), if any.
    Pairs(Vec<(Box<str>, Option<Box<str>>)>),
    /// A line of the code, counted from 1.
    Line(usize),
    /// Scene id and choice id: the first choice in every scene on the way.
    Way(Vec<(Box<str>, Box<str>)>),
}
