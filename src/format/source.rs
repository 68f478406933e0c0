//! A topic from the texts of its files, and which files a pack is made of.

use super::finding::{Finding, Spot, has_errors, said};
use super::index::Lessons;
use super::letters;
use super::limits;
use super::read::{self, Prompts, Questions, Read};
use super::types::Topic;
use super::walk::Langs;

/// The head file of a pack.
pub const PACK: &str = "pack.toml";
/// The syllabus of a pack.
pub const SYLLABUS: &str = "syllabus.tsv";
/// The terms of a pack.
pub const GLOSSARY: &str = "glossary.toml";
/// The interviewers of a pack.
pub const PERSONAS: &str = "personas.toml";
/// The career ladder of a pack.
pub const LADDER: &str = "ladder.toml";
/// The checklists of a pack.
pub const CHECKLISTS: &str = "checklists.toml";
/// The folder of paths.
pub const PATHS: &str = "paths";
/// The folder of working days.
pub const DAYS: &str = "days";
/// The head file of a topic.
pub const TOPIC: &str = "topic.toml";
/// The questions of a topic.
pub const QUESTIONS: &str = "questions.toml";
/// The interview prompts of a topic.
pub const PROMPTS: &str = "prompts.toml";
/// How the name of every lesson begins.
pub const LESSON: &str = "lesson.";
/// The English lesson of a topic.
pub const LESSON_EN: &str = "lesson.en.md";
/// The Indonesian lesson of a topic.
pub const LESSON_ID: &str = "lesson.id.md";
/// Every file of a topic.
pub const TOPIC_FILES: [&str; 5] = [TOPIC, QUESTIONS, PROMPTS, LESSON_EN, LESSON_ID];

/// How many bytes a file of that name may have; `None` for a file that is not read.
pub fn most_bytes(name: &str) -> Option<u64> {
    match name {
        SYLLABUS => Some(limits::SYLLABUS_BYTES),
        LESSON_EN | LESSON_ID => Some(limits::LESSON_BYTES),
        _ if name.ends_with(".toml") => Some(limits::TOML_BYTES),
        _ => None,
    }
}

/// The texts of a topic's files, as [`read::clean_source`] leaves them.
#[derive(Debug, Clone, Default)]
pub struct TopicTexts {
    /// `topic.toml`
    pub topic: String,
    /// `lesson.en.md`
    pub lesson_en: Option<String>,
    /// `lesson.id.md`
    pub lesson_id: Option<String>,
    /// `questions.toml`
    pub questions: Option<String>,
    /// `prompts.toml`
    pub prompts: Option<String>,
}

/// A topic as it was read.
#[derive(Debug, Default)]
pub struct TopicRead {
    /// Its head, when it can be used.
    pub topic: Option<Topic>,
    /// Its clean questions.
    pub questions: Questions,
    /// Its clean prompts.
    pub prompts: Prompts,
    /// What was found, with the file's name.
    pub findings: Vec<(&'static str, Finding)>,
}

impl TopicTexts {
    /// The lessons; empty where there is none.
    pub fn lessons(&self) -> Lessons<'_> {
        Lessons { en: self.lesson_en.as_deref().unwrap_or_default(), id: self.lesson_id.as_deref().unwrap_or_default() }
    }

    /// The text of a file by its name.
    pub fn file(&self, name: &str) -> Option<&str> {
        match name {
            TOPIC => Some(&self.topic),
            LESSON_EN => self.lesson_en.as_deref(),
            LESSON_ID => self.lesson_id.as_deref(),
            QUESTIONS => self.questions.as_deref(),
            PROMPTS => self.prompts.as_deref(),
            _ => None,
        }
    }

    /// Where the text of a file goes; `None` for a file that is no part of a topic.
    pub fn slot(&mut self, name: &str, text: String) -> Option<()> {
        match name {
            TOPIC => self.topic = text,
            LESSON_EN => self.lesson_en = Some(text),
            LESSON_ID => self.lesson_id = Some(text),
            QUESTIONS => self.questions = Some(text),
            PROMPTS => self.prompts = Some(text),
            _ => return None,
        }
        Some(())
    }
}

impl TopicRead {
    /// Whether the topic can be used.
    pub fn is_sound(&self) -> bool {
        self.topic.is_some() && !self.findings.iter().any(|(_, f)| has_errors(std::slice::from_ref(f)))
    }
}

/// Reads a topic.
pub fn topic(texts: &TopicTexts, langs: Langs) -> TopicRead {
    let mut found = Vec::new();
    let mut keep = |file: &'static str, list: Vec<Finding>| {
        found.extend(list.into_iter().map(|finding| (file, finding)));
    };
    let Read { value: topic, findings } = read::topic(&texts.topic, langs);
    keep(TOPIC, findings);
    let mut questions = Questions::default();
    if let Some(source) = &texts.questions {
        let read = read::questions(source, langs);
        keep(QUESTIONS, read.findings);
        questions = read.value.unwrap_or_default();
    }
    let mut prompts = Prompts::default();
    if let Some(source) = &texts.prompts {
        let read = read::prompts(source, langs);
        keep(PROMPTS, read.findings);
        prompts = read.value.unwrap_or_default();
    }
    for (file, lesson) in [(LESSON_EN, &texts.lesson_en), (LESSON_ID, &texts.lesson_id)] {
        keep(file, lesson.as_deref().map(hostile_letters).unwrap_or_default());
    }
    TopicRead { topic, questions, prompts, findings: found }
}

/// Every hostile letter of a lesson, at most a handful.
fn hostile_letters(lesson: &str) -> Vec<Finding> {
    if letters::first_hostile(lesson).is_none() {
        return Vec::new();
    }
    lesson
        .char_indices()
        .filter(|(_, c)| letters::is_hostile(*c))
        .take(10)
        .map(|(at, c)| {
            let spot = Spot::Span(at..at + c.len_utf8());
            Finding::error("J010", spot, said("find-hostile-lesson").with("what", letters::name(c)))
                .help("find-hostile-help")
        })
        .collect()
}
