//! What rules look at: a topic whole, and a pack in outline.
//!
//! Topics pass by one at a time and leave an outline behind, so that a pack of any size is checked in little memory.

use std::collections::{BTreeSet, HashMap, HashSet};

use crate::domain::ids::{ItemId, TopicId};
use crate::domain::rubric::Prompt;
use crate::format::lesson::{Bones, bones};
use crate::format::read::Numbered;
use crate::format::source::{TopicRead, TopicTexts};
use crate::format::syllabus::Outcome;
use crate::format::types::{self, Checklists, Glossary, Ladder, Pack, Path, Personas, Topic};
use crate::format::walk::Langs;
use crate::packs::rules::stems::Stem;

/// A topic with everything that its files hold.
pub(crate) struct TopicView<'a> {
    /// The texts of its files.
    pub texts: &'a TopicTexts,
    /// Its head, when `topic.toml` could be read.
    pub topic: Option<&'a Topic>,
    /// Its clean questions.
    pub questions: &'a [Numbered],
    /// Its clean prompts.
    pub prompts: Vec<Rubric<'a>>,
    /// Whether every question could be read: only then is something missing that is not there.
    pub complete: bool,
    /// Files of the topic that are there in some way and could not be read: nothing is missing in them.
    pub unread: &'a [&'static str],
    /// The lessons that are there, by file name.
    pub lessons: Vec<(&'static str, Bones<'a>)>,
    /// What the pack promises.
    pub langs: Langs,
}

/// A prompt as it is written and as the program works with it.
#[derive(Debug)]
pub(crate) struct Rubric<'a> {
    /// Its place in `prompts.toml`.
    pub index: usize,
    /// As it is written.
    pub written: &'a types::Prompt,
    /// With its word lists ready; not checked.
    pub prompt: Prompt,
}

impl<'a> TopicView<'a> {
    /// A view of a topic of a pack. Every file of the topic could be opened, but for those that are `unread`.
    pub fn new(
        pack: &str,
        texts: &'a TopicTexts,
        read: &'a TopicRead,
        unread: &'a [&'static str],
        langs: Langs,
    ) -> Self {
        use crate::format::source::{LESSON_EN, LESSON_ID};
        let TopicRead { topic, questions, prompts, .. } = read;
        let lessons = [(LESSON_EN, &texts.lesson_en), (LESSON_ID, &texts.lesson_id)];
        let lessons = lessons.into_iter().filter_map(|(file, text)| Some((file, bones(text.as_deref()?))));
        let id = TopicId::new(pack, topic.as_ref().map_or("", |topic| &topic.id));
        let rubric = |item: &'a crate::format::read::NumberedPrompt| Rubric {
            index: item.index,
            written: &item.prompt,
            prompt: crate::packs::convert::prompt_as_written(&id, &item.prompt),
        };
        TopicView {
            texts,
            topic: topic.as_ref(),
            questions: &questions.items,
            prompts: prompts.items.iter().map(rubric).collect(),
            complete: questions.items.len() == questions.written && unread.is_empty() && texts.questions.is_some(),
            unread,
            lessons: lessons.collect(),
            langs,
        }
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
    /// What each of its sections calls that which it teaches: a sorted set.
    pub names: Vec<Box<[Stem]>>,
    /// Every question, as little of it as comparing them needs.
    pub shapes: Vec<Shape>,
    /// The languages in which it is complete.
    pub langs: Langs,
    /// Its prompts with their places in `prompts.toml`.
    pub prompts: Vec<(usize, Prompt)>,
    /// A question or a prompt of it could not be read.
    pub open: bool,
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
    /// The words of the question, a sorted set; empty when each of these outcomes is named by them, as its own topic calls it.
    pub doubt: Box<[Stem]>,
}

/// What remains of a question when its file is closed.
#[derive(Debug)]
pub(crate) struct Shape {
    /// Its place in `questions.toml`.
    pub index: usize,
    /// Its name.
    pub id: Box<str>,
    /// The word of its kind.
    pub kind: &'static str,
    /// What a true/false question says.
    pub verdict: Option<bool>,
    /// The words of its stem and of its code, in one of its languages: a sorted set of hashes.
    pub words: Box<[u32]>,
}

impl Shape {
    /// The shape of a question.
    pub fn of(item: &Numbered) -> Shape {
        use crate::format::types::Kind;
        let types::Question { common, kind } = &item.question;
        let stem = common.prompt.versions().next().unwrap_or_default();
        let code = match kind {
            Kind::Line(it) => &*it.code,
            _ => "",
        };
        let verdict = match kind {
            Kind::TrueFalse(it) => Some(it.answer),
            _ => None,
        };
        let words = crate::packs::rules::wording::word_set([stem, code]);
        Shape { index: item.index, id: common.id.clone(), kind: kind.word(), verdict, words }
    }
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
    /// Topics of which a question or a prompt could not be read: what is not found in them may be there.
    pub open: HashSet<Box<str>>,
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
    /// Its interviewers.
    pub personas: &'a Personas,
    /// Its career ladder.
    pub ladder: &'a Ladder,
    /// Its checklists.
    pub checklists: &'a Checklists,
    /// Its working days, by file.
    pub days: &'a [(Box<str>, types::Day)],
    /// The names of the interviewers of all packs that are known; `None` when a file of them could not be read.
    pub known_personas: Option<&'a HashSet<Box<str>>>,
    /// Its syllabus, if it has one.
    pub syllabus: Option<&'a [Outcome]>,
    /// The topics of all packs that are known.
    pub names: &'a HashMap<Box<str>, Names>,
    /// The prompts of all packs that are known, as `pack/topic/prompt`.
    pub known_prompts: &'a HashSet<ItemId>,
    /// The questions of all packs that are known, when the pack or one beside it has a day.
    pub known_questions: &'a HashSet<ItemId>,
    /// Whether every topic could be read: only then is something missing that is not there.
    pub complete: bool,
    /// Files that are there in some way and could not be read, or not whole.
    pub unread: &'a BTreeSet<Box<str>>,
    /// The units that coverage is asked for, by id; empty for all.
    pub units: &'a [String],
}

impl PackView<'_> {
    /// The pack and the local name of a topic as it is written in this pack.
    pub fn split<'n>(&'n self, written: &'n str) -> (&'n str, &'n str) {
        written.split_once('/').unwrap_or((&self.pack.id, written))
    }

    /// Whether all of a topic's questions and prompts are known, so that one that is not found is not there.
    pub fn is_judged(&self, topic: &TopicId) -> bool {
        let own = topic.pack() == &*self.pack.id;
        let names = self.names.get(topic.pack());
        names.is_some_and(|names| !names.open.contains(topic.local())) && (!own || self.complete)
    }

    /// Whether something in that folder, or that file, could not be read.
    pub fn is_unread(&self, place: &str) -> bool {
        self.unread
            .iter()
            .any(|path| path.strip_prefix(place).is_some_and(|rest| rest.is_empty() || rest.starts_with('/')))
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
