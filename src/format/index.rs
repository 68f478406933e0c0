//! The compact index: what a topic becomes so that nothing has to be parsed again.
//!
//! A topic is four blobs (postcard): its head, the heads of its questions, and its body and its prompts, which are squeezed (see [`super::squeeze`]). The built-in packs are
//! compiled into such blobs when the program is built; installed packs when they are first seen. Heads borrow from the blob when they are read.

use serde::{Deserialize, Serialize};

use super::key::answer_key;
use super::lesson::bones;
use super::limits;
use super::read::{Prompts, Questions};
pub use super::squeeze::Effort;
use super::squeeze::{expand, squeeze};
use super::types::{
    Checklists, Day, Glossary, Kind, Ladder, Pack, Path, Personas, Prompt, PromptKind, Question, Text, Topic,
};

/// The version of the blobs: their first byte. Raise it whenever the layout of what is packed changes, and installed packs are packed anew.
pub const VERSION: u8 = 6;

/// A text of a head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TextRef<'a> {
    /// English; empty when there is none.
    pub en: &'a str,
    /// Indonesian; empty when there is none.
    pub id: &'a str,
}

impl<'a> From<&'a Text> for TextRef<'a> {
    fn from(text: &'a Text) -> Self {
        TextRef { en: text.english(), id: text.indonesian() }
    }
}

/// A topic's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicHead<'a> {
    /// Its name within the pack.
    pub id: &'a str,
    /// The unit's id; empty when its folder belongs to none.
    pub unit: &'a str,
    /// What people call it.
    #[serde(borrow)]
    pub title: TextRef<'a>,
    /// One line about it.
    pub summary: TextRef<'a>,
    /// 1 to 6.
    pub level: u8,
    /// Reading time in minutes.
    pub minutes: u8,
    /// Names as written: `topic`, or `pack/topic`.
    pub requires: Vec<&'a str>,
    /// Names as written.
    pub see_also: Vec<&'a str>,
    /// Sections in order.
    pub sections: Vec<SectionHead<'a>>,
    /// How many questions it has.
    pub questions: u16,
    /// Its prompts in order.
    pub prompts: Vec<PromptHead<'a>>,
}

/// A prompt's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PromptHead<'a> {
    /// Its name within the topic.
    pub id: &'a str,
    /// What people call it; the question itself where the author gave no title.
    #[serde(borrow)]
    pub title: TextRef<'a>,
    /// Its kind: a place in [`super::shapes::PROMPT_KINDS`].
    pub kind: u8,
    /// 1 to 6.
    pub level: u8,
    /// Answer time in minutes.
    pub minutes: u8,
    /// How many points it has.
    pub points: u8,
    /// Interviewers, as written.
    pub personas: Vec<&'a str>,
}

/// A section's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionHead<'a> {
    /// Its name within the topic.
    pub id: &'a str,
    /// Its heading in each lesson.
    #[serde(borrow)]
    pub title: TextRef<'a>,
    /// Outcomes.
    pub covers: Vec<&'a str>,
}

/// A question's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionHead<'a> {
    /// Its name within the topic.
    pub id: &'a str,
    /// Its answer key.
    pub key: u64,
    /// Its kind: a place in [`super::shapes::KINDS`].
    pub kind: u8,
    /// 1 to 6.
    pub level: u8,
    /// The section that teaches it.
    pub section: &'a str,
}

/// A topic's body.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TopicBody {
    /// The English lesson; empty when there is none.
    pub lesson_en: Box<str>,
    /// The Indonesian lesson; empty when there is none.
    pub lesson_id: Box<str>,
    /// In the author's order.
    pub questions: Vec<Question>,
}

/// What stands beside the topics of a pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PackHead {
    /// `pack.toml`.
    pub pack: Pack,
    /// `paths/*.toml` in the order of their file names.
    pub paths: Vec<Path>,
    /// The interviewers of `personas.toml`, without their lines.
    pub personas: Vec<PersonaHead>,
    /// How many statements its career ladder has; 0 without a ladder.
    pub statements: u16,
    /// Names and titles of its checklists.
    pub checklists: Vec<(Box<str>, Text)>,
    /// Names and titles of its working days, with the times and titles of their parts.
    pub days: Vec<DayHead>,
}

/// A working day's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayHead {
    /// Its name within the pack.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
    /// When each part begins, and what it is called.
    pub slots: Vec<(Box<str>, Text)>,
}

/// What the job of a pack's reader is, beside its topics: opened on demand.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Role {
    /// `ladder.toml`.
    pub ladder: Ladder,
    /// `checklists.toml`.
    pub checklists: Checklists,
    /// `days/*.toml` in the order of their file names.
    pub days: Vec<Day>,
}

impl Role {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.ladder.is_empty() && self.checklists.checklists.is_empty() && self.days.is_empty()
    }
}

/// An interviewer's head.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonaHead {
    /// Its name within the pack.
    pub id: Box<str>,
    /// What people call them.
    pub name: Text,
    /// What they listen for.
    pub cares: Text,
}

impl PackHead {
    /// A head from what was read.
    pub fn new(pack: Pack, paths: Vec<Path>, personas: &Personas, role: &Role) -> Self {
        let head =
            |p: &super::types::Persona| PersonaHead { id: p.id.clone(), name: p.name.clone(), cares: p.cares.clone() };
        let lists = role.checklists.checklists.iter();
        PackHead {
            pack,
            paths,
            personas: personas.personas.iter().map(head).collect(),
            statements: u16::try_from(role.ladder.statements.len()).unwrap_or(u16::MAX),
            checklists: lists.map(|list| (list.id.clone(), list.title.clone())).collect(),
            days: role.days.iter().map(day_head).collect(),
        }
    }
}

fn day_head(day: &Day) -> DayHead {
    let slots = day.slots.iter().map(|slot| (slot.at.clone(), slot.title.clone()));
    DayHead { id: day.id.clone(), title: day.title.clone(), slots: slots.collect() }
}

/// Bytes of a blob: where they begin and how many they are.
pub type Slice = (u32, u32);

/// The heads of the built-in packs.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Builtin<'a> {
    /// Packs in the order of their folders.
    pub packs: Vec<BuiltinPack>,
    /// Topics of all packs, in order.
    #[serde(borrow)]
    pub topics: Vec<BuiltinTopic<'a>>,
}

/// A built-in pack.
#[derive(Debug, Serialize, Deserialize)]
pub struct BuiltinPack {
    /// Its head.
    pub head: PackHead,
    /// Its glossary, in the blob of terms.
    pub terms: Slice,
    /// Its interviewers, in the blob of interviewers.
    pub personas: Slice,
    /// Its ladder, checklists and days, in the blob of bodies.
    pub role: Slice,
}

/// A built-in topic.
#[derive(Debug, Serialize, Deserialize)]
pub struct BuiltinTopic<'a> {
    /// Which of the packs it belongs to.
    pub pack: u16,
    /// Its head.
    #[serde(borrow)]
    pub head: TopicHead<'a>,
    /// The heads of its questions, in the blob of questions.
    pub questions: Slice,
    /// Its body, in the blob of bodies, its prompts behind it.
    pub body: Slice,
}

/// A topic in four blobs.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Blobs {
    /// A [`TopicHead`].
    pub head: Vec<u8>,
    /// A list of [`QuestionHead`]s.
    pub questions: Vec<u8>,
    /// A [`TopicBody`], squeezed.
    pub body: Vec<u8>,
    /// A list of [`Prompt`]s, squeezed; empty when there is none, and where they stand behind the body, as those that are built in do.
    pub prompts: Vec<u8>,
}

/// Why a blob cannot be read or made.
#[derive(Debug, thiserror::Error)]
pub enum IndexError {
    /// It is cut off or was written by another version.
    #[error("the index cannot be read: {0}")]
    Packed(#[from] postcard::Error),
    /// It cannot be unpacked.
    #[error("the index cannot be unpacked: {0}")]
    Squeezed(#[from] std::io::Error),
    /// It was packed by another version of the program.
    #[error("the index is of another version")]
    Version,
}

/// Lessons of a topic, by language; empty where there is none.
#[derive(Debug, Clone, Copy, Default)]
pub struct Lessons<'a> {
    /// English.
    pub en: &'a str,
    /// Indonesian.
    pub id: &'a str,
}

/// The head of a topic; titles of sections come from the headings of its lessons.
pub fn topic_head<'a>(
    topic: &'a Topic,
    unit: &'a str,
    lessons: Lessons<'a>,
    questions: usize,
    prompts: &'a [Prompt],
) -> TopicHead<'a> {
    let (en, id) = (bones(lessons.en), bones(lessons.id));
    let title =
        |of: &super::lesson::Bones<'a>, name: &str| of.sections.iter().find(|s| s.id == name).map_or("", |s| s.title);
    let names = |list: &'a [Box<str>]| list.iter().map(|name| &**name).collect();
    let sections = topic.sections.iter().map(|section| SectionHead {
        id: &section.id,
        title: TextRef { en: title(&en, &section.id), id: title(&id, &section.id) },
        covers: names(&section.covers),
    });
    TopicHead {
        id: &topic.id,
        unit,
        title: (&topic.title).into(),
        summary: (&topic.summary).into(),
        level: topic.level,
        minutes: topic.minutes,
        requires: names(&topic.requires),
        see_also: names(&topic.see_also),
        sections: sections.collect(),
        questions: u16::try_from(questions).unwrap_or(u16::MAX),
        prompts: prompts.iter().map(prompt_head).collect(),
    }
}

fn prompt_head(prompt: &Prompt) -> PromptHead<'_> {
    let title = if prompt.title.is_empty() { &prompt.ask } else { &prompt.title };
    PromptHead {
        id: &prompt.id,
        title: title.into(),
        kind: prompt_kind_number(prompt.kind),
        level: prompt.level,
        minutes: prompt.minutes,
        points: u8::try_from(prompt.points.len()).unwrap_or(u8::MAX),
        personas: prompt.personas.iter().map(|id| &**id).collect(),
    }
}

fn prompt_kind_number(kind: PromptKind) -> u8 {
    match kind {
        PromptKind::Technical => 0,
        PromptKind::Design => 1,
        PromptKind::Debug => 2,
        PromptKind::Review => 3,
        PromptKind::Behavioural => 4,
    }
}

/// The heads of questions.
pub fn question_heads(questions: &[Question]) -> Vec<QuestionHead<'_>> {
    questions.iter().map(question_head).collect()
}

fn question_head(question: &Question) -> QuestionHead<'_> {
    let Question { common, kind } = question;
    QuestionHead {
        id: &common.id,
        key: answer_key(question),
        kind: kind_number(kind),
        level: common.level,
        section: &common.section,
    }
}

fn kind_number(kind: &Kind) -> u8 {
    let place = super::shapes::KINDS.iter().position(|word| *word == kind.word());
    place.and_then(|p| u8::try_from(p).ok()).unwrap_or_default()
}

/// Packs a topic.
///
/// # Errors
///
/// Only when memory for the blobs cannot be had.
pub fn pack_topic(
    effort: Effort,
    topic: &Topic,
    unit: &str,
    lessons: Lessons<'_>,
    questions: Questions,
    prompts: Prompts,
) -> Result<Blobs, IndexError> {
    let questions: Vec<Question> = questions.items.into_iter().map(|item| item.question).collect();
    let prompts: Vec<Prompt> = prompts.items.into_iter().map(|item| item.prompt).collect();
    let head = packed(&topic_head(topic, unit, lessons, questions.len(), &prompts))?;
    let heads = packed(&question_heads(&questions))?;
    let body = TopicBody {
        lesson_en: super::types::text::nfc(lessons.en),
        lesson_id: super::types::text::nfc(lessons.id),
        questions,
    };
    let body = postcard::to_allocvec(&body)?;
    let (body, prompts) = match effort {
        // The prompts of a topic speak of what its body does: behind it, the model knows their words already.
        Effort::Small | Effort::Tested => (squeezed(&postcard::to_extend(&prompts, body)?, effort)?, Vec::new()),
        Effort::Quick | Effort::Heads if prompts.is_empty() => (squeezed(&body, effort)?, Vec::new()),
        Effort::Quick | Effort::Heads => {
            (squeezed(&body, effort)?, squeezed(&postcard::to_allocvec(&prompts)?, effort)?)
        }
    };
    Ok(Blobs { head, questions: heads, body, prompts })
}

/// Reads the heads of the built-in packs; they borrow from `room`, which takes what the blob unpacks to.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_builtin<'r>(blob: &[u8], room: &'r mut Vec<u8>) -> Result<Builtin<'r>, IndexError> {
    *room = expanded(blob)?;
    Ok(postcard::from_bytes(room)?)
}

/// Reads a pack's head.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_pack(blob: &[u8]) -> Result<PackHead, IndexError> {
    Ok(postcard::from_bytes(checked(blob)?)?)
}

/// Reads a topic's head; it borrows from the blob.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_topic(blob: &[u8]) -> Result<TopicHead<'_>, IndexError> {
    Ok(postcard::from_bytes(checked(blob)?)?)
}

/// Reads the heads of a topic's questions; they borrow from the blob.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_questions(blob: &[u8]) -> Result<Vec<QuestionHead<'_>>, IndexError> {
    Ok(postcard::from_bytes(checked(blob)?)?)
}

/// Reads a topic's body.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_body(blob: &[u8]) -> Result<TopicBody, IndexError> {
    Ok(postcard::from_bytes(&expanded(blob)?)?)
}

/// Reads a topic's prompts; none for an empty blob.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_prompts(blob: &[u8]) -> Result<Vec<Prompt>, IndexError> {
    if blob.is_empty() {
        return Ok(Vec::new());
    }
    Ok(postcard::from_bytes(&expanded(blob)?)?)
}

/// Reads the prompts behind a topic's body: where those of a built-in topic are.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_prompts_behind(body: &[u8]) -> Result<Vec<Prompt>, IndexError> {
    let bytes = expanded(body)?;
    let (_, prompts) = postcard::take_from_bytes::<TopicBody>(&bytes)?;
    Ok(postcard::from_bytes(prompts)?)
}

/// What stands beside the topics, packed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PackBlobs {
    /// A [`PackHead`].
    pub head: Vec<u8>,
    /// The glossary, squeezed.
    pub terms: Vec<u8>,
    /// The interviewers, squeezed; empty when there is none.
    pub personas: Vec<u8>,
    /// A [`Role`], squeezed; empty when there is none.
    pub role: Vec<u8>,
}

/// Packs what stands beside the topics: head and paths, the glossary, the interviewers, and the role.
///
/// # Errors
///
/// Only when memory for the blobs cannot be had.
pub fn pack_pack(
    effort: Effort,
    head: &PackHead,
    glossary: &Glossary,
    personas: &Personas,
    role: &Role,
) -> Result<PackBlobs, IndexError> {
    let terms = squeezed(&postcard::to_allocvec(glossary)?, effort)?;
    let personas = match personas.personas.is_empty() {
        true => Vec::new(),
        false => squeezed(&postcard::to_allocvec(personas)?, effort)?,
    };
    let role = match role.is_empty() {
        true => Vec::new(),
        false => squeezed(&postcard::to_allocvec(role)?, effort)?,
    };
    Ok(PackBlobs { head: packed(head)?, terms, personas, role })
}

/// Reads the ladder, the checklists and the days of a pack, as many as there are; none for an empty blob.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_role(blob: &[u8]) -> Result<Role, IndexError> {
    if blob.is_empty() {
        return Ok(Role::default());
    }
    Ok(postcard::from_bytes(&expand(checked(blob)?, limits::PACK_BYTES)?)?)
}

/// Reads the interviewers of a pack; none for an empty blob.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_personas(blob: &[u8]) -> Result<Personas, IndexError> {
    if blob.is_empty() {
        return Ok(Personas::default());
    }
    Ok(postcard::from_bytes(&expanded(blob)?)?)
}

/// Reads a glossary.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_glossary(blob: &[u8]) -> Result<Glossary, IndexError> {
    if blob.is_empty() {
        return Ok(Glossary::default());
    }
    Ok(postcard::from_bytes(&expanded(blob)?)?)
}

/// Packs the heads of the built-in packs.
///
/// # Errors
///
/// Only when memory for the blob cannot be had.
pub fn pack_builtin(heads: &Builtin<'_>) -> Result<Vec<u8>, IndexError> {
    squeezed(&postcard::to_stdvec(heads)?, Effort::Heads)
}

/// Packs the heads of all built-in questions, topic after topic.
///
/// # Errors
///
/// Only when memory for the blob cannot be had.
pub fn pack_question_heads(heads: &[u8]) -> Result<Vec<u8>, IndexError> {
    squeezed(heads, Effort::Heads)
}

/// The heads of all built-in questions: of each topic what [`unpack_questions`] reads.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_question_heads(blob: &[u8]) -> Result<Vec<u8>, IndexError> {
    Ok(expand(checked(blob)?, limits::PACK_BYTES)?)
}

fn packed(value: &impl Serialize) -> Result<Vec<u8>, IndexError> {
    Ok(postcard::to_extend(value, vec![VERSION])?)
}

/// Packs texts by name: schemas and guides, for the program to print.
///
/// # Errors
///
/// When they cannot be serialised, which memory alone decides.
pub fn pack_named(texts: &[(String, String)]) -> Result<Vec<u8>, IndexError> {
    squeezed(&postcard::to_stdvec(texts)?, Effort::Small)
}

/// The texts by name.
///
/// # Errors
///
/// When the blob is damaged or was written by another version.
pub fn unpack_named(blob: &[u8]) -> Result<Vec<(String, String)>, IndexError> {
    Ok(postcard::from_bytes(&expanded(blob)?)?)
}

/// The blob behind its version.
fn checked(blob: &[u8]) -> Result<&[u8], IndexError> {
    match blob.split_first() {
        Some((&VERSION, rest)) => Ok(rest),
        _ => Err(IndexError::Version),
    }
}

fn squeezed(bytes: &[u8], effort: Effort) -> Result<Vec<u8>, IndexError> {
    Ok(squeeze(vec![VERSION], bytes, effort)?)
}

/// No more than a topic at its limits can be.
fn expanded(blob: &[u8]) -> Result<Vec<u8>, IndexError> {
    Ok(expand(checked(blob)?, 2 * limits::TOML_BYTES + 2 * limits::LESSON_BYTES)?)
}
