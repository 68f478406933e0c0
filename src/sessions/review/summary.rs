//! The end of a review: what was recalled, what comes back, one thing to do about it.

use std::collections::BTreeMap;

use crate::domain::event::{EventId, Rating};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::memory::Memory;
use crate::domain::text::Text;

use super::super::Context;
use super::super::effect::{Crumbs, Effect, Queue, Route};
use super::{Review, Stage};

/// What came of one answer that stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Result {
    /// The question.
    pub item: ItemId,
    /// The answer's event.
    pub event: EventId,
    /// The grade that counts.
    pub rating: Rating,
    /// The answer was right, or counted as right.
    pub right: bool,
    /// An answer was tried: not "I don't know".
    pub tried: bool,
    /// It was a guess.
    pub guess: bool,
    /// The hint was used.
    pub hint: bool,
    /// How it was remembered before.
    pub before: Option<Memory>,
    /// How it is remembered now.
    pub after: Option<Memory>,
    /// Where it belongs.
    pub crumbs: Crumbs,
    /// The section that teaches it.
    pub section: Box<str>,
    /// What was asked.
    pub prompt: Text,
}

/// Something that the summary offers.
#[derive(Debug, Clone, PartialEq)]
pub enum SummaryRow {
    /// Ask now what would come back in a few minutes: how many.
    ComeBack(usize),
    /// Read the section in which the misses lie.
    ReadSection {
        /// The topic.
        topic: TopicId,
        /// The section.
        section: Box<str>,
        /// Their titles.
        crumbs: Crumbs,
    },
    /// More questions on it.
    MoreQuestions {
        /// Which.
        items: Vec<ItemId>,
    },
    /// What the plan has next.
    NextInPlan(Route),
}

/// The summary.
#[derive(Debug, Clone, PartialEq)]
pub struct Done {
    /// Offers, in order.
    pub rows: Vec<SummaryRow>,
    /// The marked one.
    pub focus: usize,
    /// Items of the queue that were not asked.
    pub left: usize,
    /// The section with the most misses, when there are two or more in one.
    pub one_thing: Option<Crumbs>,
    /// Misses in that section, and misses in all.
    pub misses: (usize, usize),
}

impl Review {
    pub(super) fn finish(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.count_time(cx);
        if let Stage::Told(told) = &self.stage {
            self.previous = Some(told.clone());
        }
        let steps = self.items.iter().skip(self.at).filter(|i| i.not_before > 0).count();
        let left = self.items.len().saturating_sub(self.at + steps);
        let missed: Vec<&Result> = self.results.iter().filter(|r| !r.right).collect();
        let worst = worst_section(&missed);
        let mut rows = Vec::new();
        if steps > 0 {
            rows.push(SummaryRow::ComeBack(steps));
        }
        if let Some((first, _)) = &worst {
            let topic = first.item.topic();
            let section = first.section.clone();
            rows.push(SummaryRow::ReadSection { topic, section: section.clone(), crumbs: first.crumbs.clone() });
            let items = missed.iter().filter(|r| r.section == section).map(|r| r.item.clone()).collect();
            rows.push(SummaryRow::MoreQuestions { items });
        }
        if let Some(route) = self.next_in_plan() {
            rows.push(SummaryRow::NextInPlan(route));
        }
        let misses = (worst.as_ref().map_or(0, |(_, n)| *n), missed.len());
        let one_thing = worst.map(|(first, _)| first.crumbs.clone());
        self.stage = Stage::Done(Done { rows, focus: 0, left, one_thing, misses });
        vec![self.forget()]
    }

    /// After questions of a topic, its review is over; after a review, Today knows what is next.
    fn next_in_plan(&self) -> Option<Route> {
        match &self.queue {
            Queue::Due { .. } | Queue::Resume(_) => Some(Route::Next),
            Queue::New(topic, _) => Some(Route::Path(Some(topic.clone()))),
            Queue::TestOut(topics) => Some(Route::Path(topics.first().cloned())),
            Queue::Ahead(..) | Queue::Practice(_) => None,
        }
    }

    /// How many of the answers were recalled, and of how many.
    pub fn recalled(&self) -> (usize, usize) {
        (self.results.iter().filter(|r| r.right && !r.guess).count(), self.results.len())
    }

    /// How often the learner was sure (no guess, no hint, no "I don't know"), and how often right then.
    pub fn confidence(&self) -> (usize, usize) {
        let sure = self.results.iter().filter(|r| r.tried && !r.guess && !r.hint);
        let right = sure.clone().filter(|r| r.right).count();
        (sure.count(), right)
    }
}

/// The section with the most misses: its first miss, and how many there are.
fn worst_section<'a>(missed: &[&'a Result]) -> Option<(&'a Result, usize)> {
    let mut by_section: BTreeMap<(TopicId, &str), (usize, usize)> = BTreeMap::new();
    for (i, result) in missed.iter().enumerate() {
        let entry = by_section.entry((result.item.topic(), &result.section)).or_insert((i, 0));
        entry.1 += 1;
    }
    by_section
        .into_values()
        .max_by_key(|(first, n)| (*n, std::cmp::Reverse(*first)))
        .map(|(first, n)| (missed[first], n))
}
