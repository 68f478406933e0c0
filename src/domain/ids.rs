//! Names of things that authors write: packs, topics, questions.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

/// A topic: `pack/topic`, for example `backend-roadmap/indexes`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct TopicId(Arc<str>);

/// A question: `pack/topic/question`, for example `backend-roadmap/indexes/column-order`.
///
/// It is what the log stores, so it never changes once a pack is published (CONTENT: identity and change).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ItemId(Arc<str>);

/// Something else that a pack brings: a statement of a ladder, a path, a checklist: `pack/name`, for example `career-ladder/s3.l2.mastery.05`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EntryId(Arc<str>);

impl EntryId {
    /// An entry of a pack.
    pub fn new(pack: &str, name: &str) -> Self {
        EntryId(format!("{pack}/{name}").into())
    }

    /// Reads `pack/name`; `None` unless there are exactly two non-empty parts.
    pub fn parse(full: &str) -> Option<Self> {
        let (pack, name) = full.split_once('/')?;
        (!pack.is_empty() && !name.is_empty() && !name.contains('/')).then(|| EntryId(full.into()))
    }

    /// The whole name, `pack/name`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pack that it belongs to.
    pub fn pack(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// Its own name within its pack.
    pub fn local(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TopicId {
    /// A topic of a pack.
    pub fn new(pack: &str, topic: &str) -> Self {
        TopicId(format!("{pack}/{topic}").into())
    }

    /// Reads `pack/topic`; `None` unless there are exactly two non-empty parts.
    pub fn parse(full: &str) -> Option<Self> {
        let mut parts = full.split('/');
        let ok = parts.next().is_some_and(|p| !p.is_empty())
            && parts.next().is_some_and(|p| !p.is_empty())
            && parts.next().is_none();
        ok.then(|| TopicId(full.into()))
    }

    /// The whole name, `pack/topic`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The pack that it belongs to.
    pub fn pack(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// The topic's own name within its pack.
    pub fn local(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// A question of this topic.
    pub fn item(&self, question: &str) -> ItemId {
        ItemId(format!("{}/{question}", self.0).into())
    }
}

impl ItemId {
    /// Reads `pack/topic/question`; `None` unless there are exactly three non-empty parts.
    pub fn parse(full: &str) -> Option<Self> {
        let parts: Vec<&str> = full.split('/').collect();
        (parts.len() == 3 && parts.iter().all(|p| !p.is_empty())).then(|| ItemId(full.into()))
    }

    /// The whole name, `pack/topic/question`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The topic that it belongs to.
    pub fn topic(&self) -> TopicId {
        let cut = self.0.rfind('/').unwrap_or(self.0.len());
        TopicId(self.0[..cut].into())
    }

    /// The question's own name within its topic.
    pub fn local(&self) -> &str {
        self.0.rsplit('/').next().unwrap_or_default()
    }

    /// A point of this interview prompt: `pack/topic/prompt.point`. No written id has a dot in it, so a point is never mistaken for a question.
    pub fn point(&self, point: &str) -> ItemId {
        ItemId(format!("{}.{point}", self.0).into())
    }

    /// The prompt and the point's own name, when this is a point.
    pub fn as_point(&self) -> Option<(ItemId, &str)> {
        let (_, point) = self.local().split_once('.')?;
        let prompt = &self.0[..self.0.len() - point.len() - 1];
        Some((ItemId(prompt.into()), point))
    }
}

impl fmt::Display for TopicId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for ItemId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
