//! From a verdict to the grade that is saved: the table of UX 7.1.

use crate::domain::event::Rating;
use crate::domain::question::KindName;

use super::{Outcome, Verdict};

/// An answer is slow when it takes more than this many times the learner's own median for its kind.
pub const SLOW: f64 = 2.5;

/// Multi, match and cloze: the share from which an answer counts as hard instead of forgot.
pub const SHARE_FOR_HARD: f32 = 2.0 / 3.0;

/// What surrounded an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Circumstances {
    /// The learner said that it was a guess.
    pub guess: bool,
    /// The learner asked for the hint.
    pub hint: bool,
    /// From showing the question to the answer, in milliseconds.
    pub took_ms: u32,
    /// The learner's own median for this kind, in milliseconds; `None` while there are too few answers to tell.
    pub median_ms: Option<u32>,
    /// The item was never answered before.
    pub new: bool,
}

/// The grade to save. It is never easy: that is only ever the learner's own choice.
pub fn rate(verdict: &Verdict, kind: KindName, around: &Circumstances) -> Rating {
    let by_answer = match (kind, verdict.outcome) {
        (_, Outcome::Right) => Rating::Good,
        (KindName::Multi | KindName::Match | KindName::Cloze, _) if verdict.share >= SHARE_FOR_HARD => Rating::Hard,
        (KindName::TrueFalse | KindName::Scenario, Outcome::Partly) => Rating::Hard,
        _ => Rating::Forgot,
    };
    let cap = match around {
        c if c.guess && c.new => Rating::Forgot,
        c if c.guess || c.hint || is_slow(c.took_ms, c.median_ms) => Rating::Hard,
        _ => Rating::Easy,
    };
    by_answer.min(cap)
}

/// Whether an answer took more than [`SLOW`] times the median.
pub fn is_slow(took_ms: u32, median_ms: Option<u32>) -> bool {
    median_ms.is_some_and(|m| m > 0 && f64::from(took_ms) > SLOW * f64::from(m))
}
