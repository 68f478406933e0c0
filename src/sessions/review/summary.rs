//! The end of a review: what was recalled, what comes back, one thing to do about it.

use std::collections::BTreeMap;

use crate::domain::event::{EventId, Rating};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::memory::Memory;
use crate::domain::text::Text;

use super::super::Context;
use super::super::effect::{Crumbs, Effect, Queue, QueuedItem, Request, Route};
use super::{Review, Stage};

/// More questions on the section with the most misses, at most.
const MORE: u16 = 3;

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
    /// More questions on it, others than those that were just asked.
    MoreQuestions {
        /// Which.
        items: Vec<ItemId>,
        /// Time that they are likely to take, in milliseconds.
        ms: u64,
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
        let (mut rows, mut more) = (Vec::new(), None);
        if steps > 0 {
            rows.push(SummaryRow::ComeBack(steps));
        }
        if let Some((first, _)) = &worst {
            let topic = first.item.topic();
            let section = first.section.clone();
            // What else there is to ask is known to the library; it is offered once it has said so.
            let except = self.results.iter().map(|r| r.item.clone()).collect();
            more = Some(Queue::More { topic: topic.clone(), section: section.clone(), except, most: MORE });
            rows.push(SummaryRow::ReadSection { topic, section, crumbs: first.crumbs.clone() });
        }
        if let Some(route) = self.next_in_plan() {
            rows.push(SummaryRow::NextInPlan(route));
        }
        let misses = (worst.as_ref().map_or(0, |(_, n)| *n), missed.len());
        let one_thing = worst.map(|(first, _)| first.crumbs.clone());
        self.stage = Stage::Done(Done { rows, focus: 0, left, one_thing, misses });
        self.forget().into_iter().chain(more.map(|queue| Effect::Ask(Request::Queue(queue)))).collect()
    }

    /// Other questions of the section with the most misses were found: they are offered below its lesson.
    pub(super) fn offer_more(&mut self, found: &[QueuedItem]) {
        let Stage::Done(done) = &mut self.stage else { return };
        let offered = done.rows.iter().any(|r| matches!(r, SummaryRow::MoreQuestions { .. }));
        let Some(at) = done.rows.iter().position(|r| matches!(r, SummaryRow::ReadSection { .. })) else { return };
        if offered || found.is_empty() {
            return;
        }
        let items = found.iter().map(|i| i.head.id.clone()).collect();
        let ms = found.iter().map(|i| u64::from(i.expect_ms)).sum();
        done.rows.insert(at + 1, SummaryRow::MoreQuestions { items, ms });
        // The mark stays on what it was on.
        done.focus += usize::from(done.focus > at);
    }

    /// After questions of a topic, its review is over; after a review, Today knows what is next.
    fn next_in_plan(&self) -> Option<Route> {
        match &self.queue {
            Queue::Due { .. } | Queue::Resume(_) => Some(Route::Next),
            Queue::New(topic, _) => Some(Route::Path(Some(topic.clone()))),
            Queue::TestOut(topics) => Some(Route::Path(topics.first().cloned())),
            Queue::Ahead(..) | Queue::Practice(_) | Queue::More { .. } => None,
        }
    }

    /// How many of the answers were recalled, and of how many.
    pub fn recalled(&self) -> (usize, usize) {
        (self.results.iter().filter(|r| r.rating.is_recall(r.guess)).count(), self.results.len())
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
