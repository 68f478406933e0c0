//! What rules look at: a topic whole, and a pack in outline.
//!
//! Topics pass by one at a time and leave an outline behind, so that a pack of any size is checked in little memory.

use std::collections::{HashMap, HashSet};

use crate::format::lesson::{Bones, bones};
use crate::format::read::Numbered;
use crate::format::source::TopicTexts;
use crate::format::syllabus::Outcome;
use crate::format::types::{Glossary, Pack, Path, Topic};
use crate::format::walk::Langs;

/// A topic with everything that its files hold.
pub(crate) struct TopicView<'a> {
    /// The texts of its files.
    pub texts: &'a TopicTexts,
    /// Its head, when `topic.toml` could be read.
    pub topic: Option<&'a Topic>,
    /// Its clean questions.
    pub questions: &'a [Numbered],
    /// Whether every question could be read: only then is something missing that is not there.
    pub complete: bool,
    /// The lessons that are there, by file name.
    pub lessons: Vec<(&'static str, Bones<'a>)>,
    /// What the pack promises.
    pub langs: Langs,
}

impl<'a> TopicView<'a> {
    /// A view of a topic.
    pub fn new(
        texts: &'a TopicTexts,
        topic: Option<&'a Topic>,
        questions: &'a [Numbered],
        complete: bool,
        langs: Langs,
    ) -> Self {
        use crate::format::source::{LESSON_EN, LESSON_ID};
        let lessons = [(LESSON_EN, &texts.lesson_en), (LESSON_ID, &texts.lesson_id)];
        let lessons = lessons.into_iter().filter_map(|(file, text)| Some((file, bones(text.as_deref()?))));
        TopicView { texts, topic, questions, complete, lessons: lessons.collect(), langs }
    }
}

/// What remains of a topic when its files are closed.
#[derive(Debug)]
pub(crate) struct Outline {
    /// Its folder within the pack.
    pub folder: Box<str>,
    /// Its head.
    pub topic: Topic,
    /// Every question that tags outcomes.
    pub tags: Vec<Tag>,
    /// The languages in which it is complete.
    pub langs: Langs,
}

/// The outcomes that a question tags.
#[derive(Debug)]
pub(crate) struct Tag {
    /// Its place in `questions.toml`.
    pub index: usize,
    /// It is a true/false question.
    pub is_true_false: bool,
    /// Outcomes.
    pub covers: Vec<Box<str>>,
}

impl Outline {
    /// The path of one of its files within the pack.
    pub fn file(&self, name: &str) -> Box<str> {
        format!("{}/{name}", self.folder).into()
    }
}

/// The topics of a pack by name, those to come among them.
#[derive(Debug, Default)]
pub(crate) struct Names {
    /// Topics that exist.
    pub here: HashSet<Box<str>>,
    /// Topics that a path announces.
    pub coming: HashSet<Box<str>>,
}

/// A pack without the bodies of its topics.
pub(crate) struct PackView<'a> {
    /// Its head.
    pub pack: &'a Pack,
    /// Its topics in order of their folders.
    pub topics: &'a [Outline],
    /// Its paths with their files.
    pub paths: &'a [(Box<str>, Path)],
    /// Its terms.
    pub glossary: &'a Glossary,
    /// Its syllabus, if it has one.
    pub syllabus: Option<&'a [Outcome]>,
    /// The topics of all packs that are known.
    pub names: &'a HashMap<Box<str>, Names>,
    /// Whether every topic could be read: only then is something missing that is not there.
    pub complete: bool,
    /// The units that coverage is asked for, by id; empty for all.
    pub units: &'a [String],
}

impl PackView<'_> {
    /// The pack and the local name of a topic as it is written in this pack.
    pub fn split<'n>(&'n self, written: &'n str) -> (&'n str, &'n str) {
        written.split_once('/').unwrap_or((&self.pack.id, written))
    }

    /// Its own topics' names.
    pub fn own(&self) -> Option<&Names> {
        self.names.get(&self.pack.id)
    }

    /// The unit that a topic lies in; empty for none.
    pub fn unit(&self, topic: &Outline) -> &str {
        crate::packs::scan::unit(self.pack, &topic.folder)
    }
}
