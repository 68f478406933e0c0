//! The end of a lesson: what it was about, and what to do next.

use crate::domain::catalog::{PathKind, Stop, TopicHead};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::sorting::Arrange;
use crate::domain::text::Text;

use super::super::effect::{Queue, Route};
use super::super::study::Study;
use super::Lesson;

/// At most so many questions are offered at the end of a lesson.
const TRY: usize = 3;

/// How long one of them is likely to take, in seconds.
const TRY_SECONDS: u64 = 20;

/// The end of a lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Ending {
    /// Offers, in order.
    pub rows: Vec<EndRow>,
    /// The marked one.
    pub focus: usize,
    /// Time spent reading, in milliseconds.
    pub spent_ms: u64,
}

/// Something that the end of a lesson offers.
#[derive(Debug, Clone, PartialEq)]
pub enum EndRow {
    /// Questions of the topic that were never answered.
    Try {
        /// How many.
        items: u16,
        /// How long they are likely to take, in seconds.
        seconds: u64,
    },
    /// The next lesson on the path.
    Next {
        /// The topic.
        topic: TopicId,
        /// Its title.
        title: Text,
        /// Minutes.
        minutes: u8,
    },
    /// Read it again from the top.
    Again,
    /// Leave.
    Close,
}

impl EndRow {
    /// Where it leads; `None` for what stays here or only closes.
    pub(super) fn route(&self, here: &TopicId) -> Option<Route> {
        match self {
            EndRow::Try { items, .. } => Some(Route::Review(Queue::New(here.clone(), *items))),
            EndRow::Next { topic, .. } => Some(Route::Lesson(topic.clone(), None)),
            EndRow::Again | EndRow::Close => None,
        }
    }
}

impl Lesson {
    pub(super) fn ending(&self, study: &Study) -> Ending {
        let mut rows = Vec::new();
        let items = self.unasked().min(TRY);
        if items > 0 {
            rows.push(EndRow::Try { items: items as u16, seconds: items as u64 * TRY_SECONDS });
        }
        if let Some(head) = next_topic(study, &self.topic) {
            rows.push(EndRow::Next { topic: head.id.clone(), title: head.title.clone(), minutes: head.minutes });
        }
        rows.push(EndRow::Close);
        rows.push(EndRow::Again);
        Ending { rows, focus: 0, spent_ms: self.spent_ms }
    }

    /// Questions of the topic that were never answered, neither earlier nor in this lesson.
    fn unasked(&self) -> usize {
        let Some(loaded) = &self.loaded else { return 0 };
        let known = |id: &ItemId| loaded.memories.iter().any(|(item, _)| item == id);
        let told = |id: &ItemId| self.checks.iter().any(|c| c.id == *id && c.told().is_some());
        loaded.body.questions.iter().filter(|q| !known(&q.id) && !told(&q.id)).count()
    }
}

/// The first topic after `here` that is installed, not read and not known, on the first path that has it; roadmaps before others.
pub fn next_topic<'a>(study: &'a Study, here: &TopicId) -> Option<&'a TopicHead> {
    let mut paths: Vec<_> = study.catalog.paths.iter().collect();
    paths.arrange_by_key(|p| p.kind != PathKind::Roadmap);
    paths.into_iter().find_map(|path| {
        let stops: Vec<&TopicId> = path
            .stages
            .iter()
            .flat_map(|s| &s.topics)
            .filter_map(|stop| match stop {
                Stop::Here(id) => Some(id),
                Stop::Coming { .. } => None,
            })
            .collect();
        let at = stops.iter().position(|id| *id == here)?;
        stops[at + 1..]
            .iter()
            .filter(|id| is_open(study, id))
            .find_map(|id| study.catalog.topics.get(*id).map(|t| &**t))
    })
}

fn is_open(study: &Study, id: &TopicId) -> bool {
    study.topics.get(id).is_none_or(|standing| standing.read < 100 && !standing.known)
}
