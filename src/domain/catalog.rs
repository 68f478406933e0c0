//! What there is to learn: heads of packs, topics, questions, paths and terms, and the body of a topic.
//!
//! Heads are small and many; bodies are opened one topic at a time.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::ids::{EntryId, ItemId, TopicId};
use super::question::{AnswerKey, KindName, Question};
use super::sorting::Arrange;
use super::text::{Lang, Text};

/// A pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PackHead {
    /// Its name, the first part of every id in it.
    pub id: Box<str>,
    /// Semantic version.
    pub version: Box<str>,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    pub summary: Text,
    /// The languages that it promises.
    pub languages: Vec<Lang>,
    /// SPDX licence expression.
    pub licence: Box<str>,
    /// Who wrote it.
    pub authors: Vec<Box<str>>,
    /// Units in order.
    pub units: Vec<UnitHead>,
    /// Whether it was compiled into the program.
    pub builtin: bool,
}

/// A unit: for the built-in roadmap, one of the ten competencies.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnitHead {
    /// Its name within the pack, such as `c04`.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
}

/// A topic without its body.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TopicHead {
    /// Its name.
    pub id: TopicId,
    /// The unit that it belongs to.
    pub unit: Box<str>,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    pub summary: Text,
    /// Ladder level that expects it, 1 to 6.
    pub level: u8,
    /// Reading time in minutes.
    pub minutes: u8,
    /// What is usually easier first. Advice, never a lock. May name topics that are not installed.
    pub requires: Vec<TopicId>,
    /// What is worth reading next to it.
    pub see_also: Vec<TopicId>,
    /// Sections in order.
    pub sections: Vec<SectionHead>,
    /// How many questions it has.
    pub questions: u16,
}

/// A section of a lesson.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SectionHead {
    /// Its name within the topic.
    pub id: Box<str>,
    /// Its heading in each language.
    pub title: Text,
    /// The learning outcomes that it covers; empty for packs without a syllabus.
    pub covers: Vec<Box<str>>,
}

/// A question without its body: all that planning and states need.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionHead {
    /// Its name.
    pub id: ItemId,
    /// What decides right and wrong.
    pub key: AnswerKey,
    /// Its kind.
    pub kind: KindName,
    /// Ladder level, 1 to 6.
    pub level: u8,
    /// The section that teaches it.
    pub section: Box<str>,
}

/// A topic whole: what a lesson, a review or a preview opens.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicBody {
    /// Its head.
    pub head: TopicHead,
    /// The lesson's Markdown, English; empty when the pack has none.
    pub lesson_en: Box<str>,
    /// The lesson's Markdown, Indonesian; empty when the pack has none.
    pub lesson_id: Box<str>,
    /// Its questions in the author's order.
    pub questions: Vec<Question>,
}

impl TopicBody {
    /// The lesson in `lang`, or in the other language when there is none in this one.
    pub fn lesson(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.lesson_en, &self.lesson_id),
            Lang::Id => (&self.lesson_id, &self.lesson_en),
        };
        if first.is_empty() { second } else { first }
    }
}

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PathKind {
    /// A whole curriculum in learning order.
    Roadmap,
    /// A role variation.
    Track,
    /// A rung of the career ladder.
    Level,
    /// A plan with an end, such as an interview week.
    Plan,
}

/// An ordered walk over topics of any pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PathHead {
    /// The pack that brings it.
    pub pack: Box<str>,
    /// Its name within the pack.
    pub id: Box<str>,
    /// What it is for.
    pub kind: PathKind,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    pub summary: Text,
    /// Interviewers who fit it, as written: a name of the path's own pack, or else of any other.
    pub personas: Vec<Box<str>>,
    /// Ladder level that it leads to, 1 to 6; 0 for none in particular.
    pub level: u8,
    /// Stages in order.
    pub stages: Vec<Stage>,
}

/// The paths that a learner may follow beside the roadmap, which is the first of its kind: role variations, then rungs of the ladder from the
/// lowest, then the rest; each kind as the packs bring it.
pub fn side_paths(paths: &[PathHead]) -> Vec<&PathHead> {
    let roadmap = paths.iter().position(|path| path.kind == PathKind::Roadmap);
    let mut side: Vec<&PathHead> =
        paths.iter().enumerate().filter(|(i, _)| Some(*i) != roadmap).map(|(_, p)| p).collect();
    side.arrange_by_key(|path| match path.kind {
        PathKind::Track => (0, 0),
        PathKind::Level => (1, path.level),
        PathKind::Roadmap | PathKind::Plan => (2, 0),
    });
    side
}

/// Topics of a pack in learning order: as the pack's own roadmap has them, then the rest as they come.
pub fn in_order<'a>(pack: &str, topics: impl Iterator<Item = &'a TopicHead>, paths: &[PathHead]) -> Vec<&'a TopicHead> {
    let roadmap = paths.iter().find(|path| *path.pack == *pack && path.kind == PathKind::Roadmap);
    let stops: HashMap<&TopicId, usize> = roadmap.into_iter().flat_map(PathHead::topics).zip(0..).collect();
    let mut topics: Vec<&TopicHead> = topics.filter(|topic| topic.id.pack() == pack).collect();
    topics.arrange_by_key(|topic| stops.get(&topic.id).copied().unwrap_or(usize::MAX));
    topics
}

impl PathHead {
    /// Its name among all paths.
    pub fn name(&self) -> EntryId {
        EntryId::new(&self.pack, &self.id)
    }

    /// Its stops in order.
    pub fn stops(&self) -> impl Iterator<Item = &Stop> {
        self.stages.iter().flat_map(|stage| &stage.topics)
    }

    /// Its topics that are installed, in order.
    pub fn topics(&self) -> impl Iterator<Item = &TopicId> {
        self.stops().filter_map(|stop| match stop {
            Stop::Here(topic) => Some(topic),
            Stop::Coming { .. } => None,
        })
    }
}

/// A stage of a path: for the roadmap, a competency.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// What people call it.
    pub title: Text,
    /// In learning order.
    pub topics: Vec<Stop>,
}

/// A stop on a path.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Stop {
    /// A topic that is installed.
    Here(TopicId),
    /// A topic that is still to be written; named so that the learner sees the whole way.
    Coming {
        /// The name it will have within the path's pack.
        id: Box<str>,
        /// What people will call it.
        title: Text,
    },
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Term {
    /// Its name within the pack.
    pub id: Box<str>,
    /// What people call it.
    pub name: Text,
    /// Old, foreign and short names, for search and typed answers.
    pub aliases: Vec<Box<str>>,
    /// Its meaning in one line.
    pub say: Text,
    /// Where it is taught.
    pub topic: Option<TopicId>,
}

/// A pack that could not be used, for the screens that tell of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackTrouble {
    /// The pack, or its folder's name when its id could not be read.
    pub pack: Box<str>,
    /// How many errors there are.
    pub errors: usize,
    /// The first of them: code, such as `J012`.
    pub code: Box<str>,
    /// Where: path within the packs folder, then line and column, both from 1.
    pub place: Box<str>,
    /// What is wrong, in a sentence of each language: the learner may change it while this is kept.
    pub message: Text,
}
