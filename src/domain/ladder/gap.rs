//! What stands between the learner and a level, as things to do.

use std::collections::BTreeSet;

use super::{Book, Claim, Ladder, Statement};
use crate::domain::catalog::Stop;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::sorting::Arrange;
use crate::domain::time::StudyDay;

/// What of the things that build a statement is done.
pub struct Met<'a> {
    /// Whether a topic is held.
    pub topic: &'a dyn Fn(&TopicId) -> bool,
    /// Whether the answer to a prompt is good: every point met in the last attempt.
    pub prompt: &'a dyn Fn(&ItemId) -> bool,
}

impl std::fmt::Debug for Met<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Met")
    }
}

/// A statement that is not proven, and what would change that.
#[derive(Debug, Clone, PartialEq)]
pub struct Gap<'a> {
    /// The statement.
    pub statement: &'a Statement,
    /// How it stands.
    pub claim: Claim,
    /// Lessons that build it and are not held, in the author's order.
    pub lessons: Vec<&'a TopicId>,
    /// How many of its lessons are still to be written.
    pub coming: usize,
    /// Prompts that practise it and whose answer is not good yet.
    pub prompts: Vec<&'a ItemId>,
}

/// The statements of a level that are not proven: first those that are not rated "consistently", which stand between the learner and the level; then
/// those that only need a proof. Each group by dimension, in the author's order.
pub fn gap_plan<'a>(ladder: &'a Ladder, level: u8, book: &Book, today: StudyDay, met: &Met<'_>) -> Vec<Gap<'a>> {
    let mut open: Vec<Gap<'a>> = ladder
        .level(level)
        .map(|statement| (statement, book.claim(&statement.id, today)))
        .filter(|(_, claim)| *claim != Claim::Proven)
        .map(|(statement, claim)| gap(statement, claim, met))
        .collect();
    open.arrange_by_key(|gap| gap.claim.is_consistent());
    open
}

fn gap<'a>(statement: &'a Statement, claim: Claim, met: &Met<'_>) -> Gap<'a> {
    let here = statement.topics.iter().filter_map(|stop| match stop {
        Stop::Here(topic) => Some(topic),
        Stop::Coming { .. } => None,
    });
    Gap {
        statement,
        claim,
        lessons: here.clone().filter(|topic| !(met.topic)(topic)).collect(),
        coming: statement.topics.len() - here.count(),
        prompts: statement.prompts.iter().filter(|prompt| !(met.prompt)(prompt)).collect(),
    }
}

/// The lessons of a gap plan in its order, each once: what a plan for today takes its next lesson from.
pub fn lessons_of(gaps: &[Gap<'_>]) -> Vec<TopicId> {
    let mut seen = BTreeSet::new();
    let all = gaps.iter().filter(|gap| !gap.claim.is_consistent()).flat_map(|gap| &gap.lessons);
    all.filter(|topic| seen.insert(**topic)).map(|topic| (*topic).clone()).collect()
}
