//! What the marks of an answer amount to.

use super::{Mark, Marks, Point, Prompt, RedFlag};

/// The share of the weight from which an answer that missed its level is near it.
const NEAR: f32 = 0.6;

/// Weighted points in halves, so that a partly met point counts half without rounding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Score {
    /// What the answer earned, in halves.
    pub halves: u16,
    /// What all points together are worth, in halves.
    pub most: u16,
    /// How many points are met.
    pub met: u8,
    /// How many points are partly met.
    pub partly: u8,
    /// How many points there are.
    pub points: u8,
}

impl Score {
    /// The earned share, 0 to 1; 0 of nothing.
    pub fn share(self) -> f32 {
        if self.most == 0 { 0.0 } else { f32::from(self.halves) / f32::from(self.most) }
    }
}

/// The weighted score of an answer.
pub fn score(points: &[Point], marks: &Marks) -> Score {
    let mut score = Score::default();
    for point in points {
        let mark = marks.get(&point.id);
        let weight = u16::from(point.weight);
        score.halves = score.halves.saturating_add(weight * mark.halves());
        score.most = score.most.saturating_add(weight * Mark::Met.halves());
        score.met += u8::from(mark == Mark::Met);
        score.partly += u8::from(mark == Mark::Partly);
        score.points = score.points.saturating_add(1);
    }
    score
}

/// The ladder level that an answer shows before red flags: 0 to 6.
///
/// It is the highest level that the rubric can tell (one of its points is of that level) and whose must points, with those of all levels below, are
/// all met. Where a level has points and none of them is a must, one of them has to be met: otherwise leaving a level out would reach it.
pub fn reached(points: &[Point], marks: &Marks) -> u8 {
    let met = |point: &Point| marks.get(&point.id) == Mark::Met;
    let mut reached = 0;
    for level in 1..=6 {
        let here = || points.iter().filter(move |point| point.level == level);
        if here().any(|point| point.must && !met(point)) {
            break;
        }
        if here().any(met) {
            reached = level;
        }
    }
    reached
}

/// How an answer stands against the level that was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Band {
    /// More than a level short, with less than 60% of the weight.
    Below,
    /// One level short, or 60% of the weight and no red flag that caps it.
    Near,
    /// The level is reached.
    At,
    /// A higher level is reached, or the level with every point met.
    Above,
}

impl Band {
    /// All, the lowest first.
    pub const ALL: [Band; 4] = [Band::Below, Band::Near, Band::At, Band::Above];
}

/// What the marks of an answer amount to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Verdict {
    /// Weighted points.
    pub score: Score,
    /// The ladder level that the answer shows, 0 (none yet) to 6.
    pub reached: u8,
    /// Whether a red flag or the scope of a story keeps the level down.
    pub capped: bool,
    /// How it stands against the target.
    pub band: Band,
}

/// Judges an answer against a target level. `red_flags` are those that the learner accepted; `cap` is a further bound, such as the level of
/// a behavioural story's [`super::Scope`].
pub fn judge<'f>(
    prompt: &Prompt,
    marks: &Marks,
    red_flags: impl IntoIterator<Item = &'f RedFlag>,
    cap: Option<u8>,
    target: u8,
) -> Verdict {
    let score = score(&prompt.points, marks);
    let free = reached(&prompt.points, marks);
    let cap = red_flags.into_iter().map(|flag| flag.caps_at).chain(cap).min().unwrap_or(6);
    let reached = free.min(cap);
    let capped = reached < free;
    Verdict { score, reached, capped, band: band(score, reached, capped, target) }
}

fn band(score: Score, reached: u8, capped: bool, target: u8) -> Band {
    let whole = score.points > 0 && score.met == score.points && !capped;
    if reached > target || (reached == target && whole) {
        Band::Above
    } else if reached == target {
        Band::At
    } else if reached + 1 == target || (!capped && score.share() >= NEAR) {
        Band::Near
    } else {
        Band::Below
    }
}
