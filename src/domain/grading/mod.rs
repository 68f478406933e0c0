//! From an answer to a verdict, and from a verdict to a grade (UX 7.1).

mod judge;
mod rate;
mod spelling;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

pub use judge::{judge, right_ids, spelling_to_accept};
pub use rate::{Circumstances, SHARE_FOR_HARD, SLOW, is_slow, rate};
pub use spelling::{Fit, TYPO_LETTERS, Typo, fit as fit_word, same as same_word};

/// What the machine says about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Everything right.
    Right,
    /// Some of it.
    Partly,
    /// Not yet.
    Wrong,
}

/// What the machine says about an answer, with all that a feedback screen shows.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// In one word.
    pub outcome: Outcome,
    /// How much of it is right, 0 to 1.
    pub share: f32,
    /// A typed word is another valid one: "try again", without penalty. The first one, when there are several.
    ///
    /// `outcome` and `share` count it as not right, for a learner who does not try again.
    pub near: Option<NearHit>,
    /// The first slip that was forgiven.
    pub typo: Option<Typo>,
    /// Part by part.
    pub parts: Parts,
}

/// A valid word that is not the one asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NearHit {
    /// The gap, counted from 0; 0 for a short answer.
    pub gap: usize,
    /// Its place in the blank's `near`, which says why it is not the one.
    pub index: usize,
}

/// The parts of an answer. Ids are those of the question; everything is in the author's order unless said otherwise.
#[derive(Debug, Clone, PartialEq)]
pub enum Parts {
    /// Options of a single or multi question.
    Choices(Vec<ChoiceMark>),
    /// A verdict and its reasons.
    Verdict {
        /// What is right.
        answer: bool,
        /// Whether the verdict was right; `None` when there was none.
        verdict_right: Option<bool>,
        /// The reasons.
        reasons: Vec<ChoiceMark>,
    },
    /// A short answer (one) or the gaps of a cloze.
    Blanks(Vec<BlankMark>),
    /// Steps.
    Order {
        /// In the learner's order; empty for "I don't know".
        yours: Vec<StepMark>,
        /// The right order that is closest to the learner's, as step ids.
        right: Vec<Box<str>>,
    },
    /// Pairs.
    Pairs(Vec<PairMark>),
    /// A line of code.
    Line {
        /// The learner's, counted from 1.
        chosen: Option<usize>,
        /// The right ones.
        right: Vec<usize>,
    },
    /// The first choice in each scene on the way, in the order of the way.
    Way(Vec<SceneMark>),
    /// A sentence of a drill.
    Sentence {
        /// What was typed, with single spaces.
        typed: Box<str>,
        /// Where the words of the point stand in it, as bytes.
        found: Vec<std::ops::Range<usize>>,
    },
}

/// An option or a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoiceMark {
    /// Its id.
    pub id: Box<str>,
    /// Whether it is right.
    pub right: bool,
    /// Whether the learner chose it.
    pub chosen: bool,
}

/// A short answer or one gap.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlankMark {
    /// What the learner typed.
    pub typed: Box<str>,
    /// What it is to the blank.
    pub fit: Fit,
}

impl BlankMark {
    /// Right, or right but for a forgiven slip.
    pub fn right(&self) -> bool {
        matches!(self.fit, Fit::Right | Fit::Slip(_))
    }
}

/// A step where the learner put it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StepMark {
    /// Its id.
    pub id: Box<str>,
    /// Whether it may stand there.
    pub right: bool,
}

/// A row of a match question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PairMark {
    /// The pair's id.
    pub id: Box<str>,
    /// The pair or extra whose right side was chosen.
    pub chosen: Option<Box<str>>,
    /// Whether that is right. Equal right sides are one choice.
    pub right: bool,
}

/// A decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SceneMark {
    /// The scene.
    pub scene: Box<str>,
    /// What was chosen first; `None` for a scene that was not answered.
    pub chosen: Option<Box<str>>,
    /// The best choice.
    pub best: Box<str>,
}

impl SceneMark {
    /// Whether the best choice was made.
    pub fn right(&self) -> bool {
        self.chosen.as_deref() == Some(&*self.best)
    }
}
