//! What the end of a session tells (S20).

use std::collections::BTreeMap;

use crate::domain::ids::{ItemId, TopicId};
use crate::domain::memory::Memory;
use crate::domain::sorting::Arrange;

use super::Count;

/// From so many sure answers on, something is said about them.
const SURE_FROM: u32 = 5;

/// Sure answers of which this share (in percent) is right are well calibrated; "sure" is about 9 of 10.
const WELL_PERCENT: u8 = 85;

/// Guesses of which this share (in percent) is right are knowledge that the learner does not trust.
const TRUST_PERCENT: u8 = 70;

/// From so many guesses on, something is said about them.
const GUESSES_FROM: u32 = 3;

/// What came of one answer that stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ResultRow<'a> {
    /// The question.
    pub item: &'a ItemId,
    /// The section that teaches it.
    pub section: &'a str,
    /// Right, by the machine or by the learner's own word.
    pub right: bool,
    /// It was a guess.
    pub guess: bool,
    /// No guess, no hint, no "I don't know".
    pub sure: bool,
    /// How it was remembered before.
    pub before: Option<&'a Memory>,
    /// How it is remembered now.
    pub after: Option<&'a Memory>,
}

/// Recalled x of n: right, and no guess (a right guess is "not known").
pub fn recalled(rows: &[ResultRow<'_>]) -> Count {
    count(rows.iter().map(|r| r.right && !r.guess))
}

/// How often the learner was sure, and right then; guesses, and right ones among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Confidence {
    /// Right ones of all sure answers.
    pub sure: Count,
    /// Right ones of all guesses.
    pub guessed: Count,
}

/// Counts confidence over a session.
pub fn confidence(rows: &[ResultRow<'_>]) -> Confidence {
    Confidence {
        sure: count(rows.iter().filter(|r| r.sure).map(|r| r.right)),
        guessed: count(rows.iter().filter(|r| r.guess).map(|r| r.right)),
    }
}

fn count(hits: impl Iterator<Item = bool>) -> Count {
    let mut out = Count::default();
    hits.for_each(|hit| out.add(hit));
    out
}

/// How well being sure agrees with being right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Calibration {
    /// Too few sure answers to tell.
    TooFew,
    /// Sure, and right nearly always.
    Well,
    /// Sure more often than right.
    SureTooOften,
    /// Sure and right; and guesses were right as well: there is more knowledge than trust in it.
    UnsureTooOften,
}

/// Puts confidence into a class.
pub fn calibration(of: &Confidence) -> Calibration {
    let above = |count: Count, percent| count.percent().is_some_and(|p| p >= percent);
    match of {
        c if c.sure.of < SURE_FROM => Calibration::TooFew,
        c if !above(c.sure, WELL_PERCENT) => Calibration::SureTooOften,
        c if c.guessed.of >= GUESSES_FROM && above(c.guessed, TRUST_PERCENT) => Calibration::UnsureTooOften,
        _ => Calibration::Well,
    }
}

/// A topic that is held longer now: mean intervals in days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grown {
    /// The topic.
    pub topic: TopicId,
    /// Before the session.
    pub from: u16,
    /// Now.
    pub to: u16,
}

/// Topics whose items are held longer now, those that gained most first. Items that were new or in a step before have no
/// interval to compare with.
pub fn held_longer(rows: &[ResultRow<'_>]) -> Vec<Grown> {
    let mut topics: BTreeMap<TopicId, (u32, u32, u32)> = BTreeMap::new();
    for row in rows {
        if let (Some(before), Some(after)) = (row.before, row.after)
            && before.interval > 0
            && after.interval > before.interval
        {
            let sum = topics.entry(row.item.topic()).or_default();
            *sum = (sum.0 + u32::from(before.interval), sum.1 + u32::from(after.interval), sum.2 + 1);
        }
    }
    let mean = |sum: u32, n: u32| ((sum + n / 2) / n) as u16;
    let mut out: Vec<Grown> = topics
        .into_iter()
        .map(|(topic, (from, to, n))| Grown { topic, from: mean(from, n), to: mean(to, n) })
        .collect();
    out.arrange_by_key(|g| std::cmp::Reverse(g.to - g.from));
    out
}

/// Items that come back within the day or tomorrow, soonest first, with their memory. The last answer of an item counts.
pub fn come_back_soon<'a>(rows: &[ResultRow<'a>]) -> Vec<(&'a ItemId, &'a Memory)> {
    let latest: BTreeMap<&ItemId, &Memory> = rows.iter().filter_map(|r| Some((r.item, r.after?))).collect();
    let mut out: Vec<(&ItemId, &Memory)> = latest.into_iter().filter(|(_, m)| m.in_step() || m.interval <= 1).collect();
    // A step has a time; what waits for tomorrow has none and comes after it.
    out.arrange_by_key(|(_, m)| (m.due_utc.is_none(), m.due_utc, m.due_day));
    out
}

/// Items that were guessed right: treated as not known yet.
pub fn guessed_right<'a>(rows: &[ResultRow<'a>]) -> Vec<&'a ItemId> {
    rows.iter().filter(|r| r.guess && r.right).map(|r| r.item).collect()
}

/// The one thing to do about it: the section with the most misses (the first of equals), and misses in it of all misses.
pub fn one_thing<'a>(rows: &[ResultRow<'a>]) -> Option<(TopicId, &'a str, Count)> {
    let missed: Vec<&ResultRow<'a>> = rows.iter().filter(|r| !r.right).collect();
    let same = |a: &ResultRow, b: &ResultRow| a.section == b.section && a.item.topic() == b.item.topic();
    let misses = |row: &ResultRow| missed.iter().filter(|m| same(m, row)).count() as u32;
    let most = missed.iter().map(|r| misses(r)).max()?;
    let row = missed.iter().find(|r| misses(r) == most)?;
    Some((row.item.topic(), row.section, Count { part: most, of: missed.len() as u32 }))
}
