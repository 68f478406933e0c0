//! Everything there is to learn, by name.

use std::collections::{HashMap, HashSet};
use std::ops::Deref;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use super::convert::{self, Unsound};
use super::installed::{Fetch, Installed, Part, RecordKind};
use super::told::{in_both, told};
use crate::domain::catalog::{PackHead, PackTrouble, PathHead, QuestionHead, Term, TopicBody, TopicHead};
use crate::domain::checklist::Checklist;
use crate::domain::day::{Day, DayHead};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::ladder::Ladder;
use crate::domain::persona::{Persona, PersonaHead};
use crate::domain::question::Question;
use crate::domain::rubric::{Prompt, PromptHead};
use crate::domain::text::Text;
use crate::format::finding::said;
use crate::format::index::{self, IndexError, Slice};
use crate::format::types;

static HEADS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/heads.bin"));
static QUESTIONS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/questions.bin"));
static BODIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bodies.bin"));
static PERSONAS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/personas.bin"));
static TERMS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/terms.bin"));

/// How many topics stay unpacked.
const OPEN_TOPICS: usize = 6;

/// Packs, topics, paths and terms of the built-in and the installed packs.
///
/// Cheap to make (heads only) and safe to share between threads.
pub struct Library {
    packs: Vec<PackHead>,
    paths: Vec<PathHead>,
    topics: Vec<Arc<TopicHead>>,
    places: HashMap<TopicId, (usize, Place)>,
    /// Paths as written: which stops are here depends on which packs are.
    written: Vec<(Box<str>, types::Path)>,
    glossaries: Vec<(Box<str>, Blob)>,
    prompts: Vec<PromptHead>,
    personas: Vec<PersonaHead>,
    lines: Vec<(Box<str>, Blob)>,
    /// Ladders and checklists of packs that have any.
    roles: Vec<Role>,
    terms: OnceLock<Vec<Term>>,
    fetch: Option<Fetch>,
    open: Mutex<Vec<Arc<TopicBody>>>,
    /// The prompts of the topic that was asked for last, as written: those who read several mostly read them topic by topic.
    last_prompts: Mutex<Option<(TopicId, Arc<Vec<types::Prompt>>)>>,
    troubles: Vec<PackTrouble>,
}

#[derive(Clone)]
enum Place {
    Builtin {
        questions: Slice,
        body: Slice,
    },
    /// The folder of its record.
    Installed(Box<str>),
}

/// What stands beside the topics of a pack, packed.
enum Blob {
    Builtin(Slice),
    /// The folder of its pack's record.
    Installed(Box<str>),
}

/// What a pack brings of the job itself.
struct Role {
    pack: Box<str>,
    /// How many statements its ladder has.
    statements: u16,
    checklists: Vec<(Box<str>, types::Text)>,
    days: Vec<index::DayHead>,
    blob: Blob,
}

/// Why something could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum LibraryError {
    /// No pack that is there has such a topic.
    #[error("there is no topic {0}")]
    NoTopic(TopicId),
    /// The topic has no such question.
    #[error("there is no question {0}")]
    NoQuestion(ItemId),
    /// The cache did not give the topic; it is read from the disk again at the next start.
    #[error("{0} is not in the cache")]
    NotCached(TopicId),
    /// The topic has no such prompt.
    #[error("there is no interview prompt {0}")]
    NoPrompt(ItemId),
    /// The index is damaged.
    #[error("{topic} cannot be opened: {source}")]
    Damaged {
        /// The topic.
        topic: TopicId,
        /// What is wrong with it.
        source: IndexError,
    },
    /// A question or a prompt could not be asked or graded.
    #[error("{item} cannot be asked: {why}")]
    Unsound {
        /// The question or prompt.
        item: ItemId,
        /// Why.
        why: Unsound,
    },
}

/// A question of an open topic.
#[derive(Debug, Clone)]
pub struct QuestionRef {
    /// Its topic.
    pub topic: Arc<TopicBody>,
    /// Its place in it.
    pub index: usize,
}

impl Deref for QuestionRef {
    type Target = Question;

    fn deref(&self) -> &Question {
        &self.topic.questions[self.index]
    }
}

impl Library {
    /// The built-in packs alone.
    pub fn builtin() -> Self {
        Self::compiled(HEADS)
    }

    pub(super) fn compiled(heads: &[u8]) -> Self {
        // The blob was written by this program's own build; were it damaged, there would be nothing built in, and the rest works.
        let mut room = Vec::new();
        let heads = index::unpack_builtin(heads, &mut room).unwrap_or_default();
        let mut library = Library::with_room_for(heads.topics.len());
        for pack in heads.packs {
            let id = pack.head.pack.id.clone();
            library.add_pack(&pack.head, true);
            library.glossaries.push((id.clone(), Blob::Builtin(pack.terms)));
            library.lines.push((id, Blob::Builtin(pack.personas)));
            library.add_role(&pack.head, Blob::Builtin(pack.role));
        }
        for topic in heads.topics {
            let place = Place::Builtin { questions: topic.questions, body: topic.body };
            let pack = library.packs.get(usize::from(topic.pack)).map(|pack| pack.id.clone());
            library.add_topic(&pack.unwrap_or_default(), &topic.head, place);
        }
        library.settle_paths();
        library
    }

    /// Nothing but these packs: one that is being written, before it meets the built-in ones.
    pub fn alone(installed: Installed) -> Self {
        Library::with_room_for(installed.heads.len()).with_installed(installed)
    }

    fn with_room_for(topics: usize) -> Self {
        Library {
            packs: Vec::new(),
            paths: Vec::new(),
            topics: Vec::with_capacity(topics),
            places: HashMap::with_capacity(topics),
            written: Vec::new(),
            glossaries: Vec::new(),
            prompts: Vec::new(),
            personas: Vec::new(),
            lines: Vec::new(),
            roles: Vec::new(),
            terms: OnceLock::new(),
            fetch: None,
            open: Mutex::new(Vec::new()),
            last_prompts: Mutex::new(None),
            troubles: Vec::new(),
        }
    }

    /// With the installed packs.
    ///
    /// A pack whose id is taken is left out and told of in [`Library::troubles`]; a head that cannot be read is left out.
    pub fn with_installed(mut self, installed: Installed) -> Self {
        let of = |kind| installed.heads.iter().filter(move |head| head.kind == kind);
        let mut adopted: HashMap<&str, Box<str>> = HashMap::new();
        for record in of(RecordKind::Pack) {
            let Ok(head) = index::unpack_pack(&record.head) else {
                continue;
            };
            if self.pack(&head.pack.id).is_some() {
                self.troubles.push(taken(&head.pack.id, &record.folder));
                continue;
            }
            self.add_pack(&head, false);
            let id = &head.pack.id;
            self.glossaries.push((id.clone(), Blob::Installed(record.folder.clone())));
            self.lines.push((id.clone(), Blob::Installed(record.folder.clone())));
            self.add_role(&head, Blob::Installed(record.folder.clone()));
            adopted.insert(&record.folder, head.pack.id);
        }
        for record in of(RecordKind::Topic) {
            let pack = record.folder.split('/').next().and_then(|folder| adopted.get(folder));
            let head = index::unpack_topic(&record.head);
            if let (Some(pack), Ok(head)) = (pack, head) {
                self.add_topic(pack, &head, Place::Installed(record.folder.clone()));
            }
        }
        self.fetch = Some(installed.fetch);
        self.terms = OnceLock::new();
        self.settle_paths();
        self
    }

    fn add_pack(&mut self, head: &index::PackHead, builtin: bool) {
        let id = &head.pack.id;
        self.packs.push(convert::pack_head(&head.pack, builtin));
        self.written.extend(head.paths.iter().map(|path| (id.clone(), path.clone())));
        self.personas.extend(head.personas.iter().map(|persona| convert::persona_head(id, persona)));
    }

    fn add_role(&mut self, head: &index::PackHead, blob: Blob) {
        if head.statements > 0 || !head.checklists.is_empty() || !head.days.is_empty() {
            let (pack, checklists, days) = (head.pack.id.clone(), head.checklists.clone(), head.days.clone());
            self.roles.push(Role { pack, statements: head.statements, checklists, days, blob });
        }
    }

    fn add_topic(&mut self, pack: &str, head: &index::TopicHead<'_>, place: Place) {
        let prompts = &head.prompts;
        let head = convert::topic_head(pack, head);
        if !self.places.contains_key(&head.id) {
            self.prompts.extend(prompts.iter().map(|prompt| convert::prompt_head(&head.id, prompt)));
            self.places.insert(head.id.clone(), (self.topics.len(), place));
            self.topics.push(Arc::new(head));
        }
    }

    fn settle_paths(&mut self) {
        let here = |id: &TopicId| self.places.contains_key(id);
        let coming = self.coming();
        let elsewhere = |id: &TopicId| coming.get(id).map(|title| convert::text(title));
        let paths = self.written.iter().map(|(pack, path)| convert::path(pack, path, here, elsewhere));
        self.paths = paths.collect();
    }

    /// All packs, built-in ones first.
    pub fn packs(&self) -> &[PackHead] {
        &self.packs
    }

    /// Packs that are left out although they could be read.
    pub fn troubles(&self) -> &[PackTrouble] {
        &self.troubles
    }

    /// A pack by its id.
    pub fn pack(&self, id: &str) -> Option<&PackHead> {
        self.packs.iter().find(|pack| &*pack.id == id)
    }

    /// All topics, pack by pack, in the order of their folders.
    pub fn topics(&self) -> &[Arc<TopicHead>] {
        &self.topics
    }

    /// A topic's head.
    pub fn topic(&self, id: &TopicId) -> Option<&TopicHead> {
        self.places.get(id).map(|(at, _)| &*self.topics[*at])
    }

    /// All paths, pack by pack, in the order of their file names.
    pub fn paths(&self) -> &[PathHead] {
        &self.paths
    }

    /// A path by its pack and id.
    pub fn path(&self, pack: &str, id: &str) -> Option<&PathHead> {
        self.paths.iter().find(|path| &*path.pack == pack && &*path.id == id)
    }

    /// All terms of all glossaries; decoded when first asked for.
    pub fn terms(&self) -> &[Term] {
        self.terms.get_or_init(|| {
            let terms = self.glossaries.iter().flat_map(|(pack, glossary)| {
                let glossary = self.glossary(glossary).unwrap_or_default();
                let terms = glossary.terms.into_iter().map(|term| convert::term(pack, &term));
                terms.collect::<Vec<_>>()
            });
            terms.collect()
        })
    }

    fn glossary(&self, glossary: &Blob) -> Option<types::Glossary> {
        match glossary {
            Blob::Builtin(at) => index::unpack_glossary(slice(TERMS, *at)).ok(),
            Blob::Installed(folder) => {
                let blob = self.fetch.as_ref()?(folder, Part::Questions)?;
                index::unpack_glossary(&blob).ok()
            }
        }
    }

    /// The folder below the packs folder that an installed topic came from; `None` for a built-in one.
    pub fn folder(&self, topic: &TopicId) -> Option<&str> {
        match self.place(topic) {
            Ok(Place::Installed(folder)) => Some(folder),
            Ok(Place::Builtin { .. }) | Err(_) => None,
        }
    }

    /// A hash of everything that is built in: it changes when any of it does.
    pub fn builtin_stamp() -> u64 {
        [HEADS, QUESTIONS, BODIES, PERSONAS, TERMS]
            .iter()
            .flat_map(|blob| blob.iter())
            .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3))
    }

    /// The heads of a topic's questions, in the author's order.
    ///
    /// # Errors
    ///
    /// When there is no such topic, or the cache or the index cannot give it.
    pub fn question_heads(&self, topic: &TopicId) -> Result<Vec<QuestionHead>, LibraryError> {
        let fetched;
        let blob = match self.place(topic)? {
            Place::Builtin { questions, .. } => slice(builtin_question_heads(), *questions),
            Place::Installed(folder) => {
                fetched = self.fetched(topic, folder, Part::Questions)?;
                &fetched
            }
        };
        let heads = index::unpack_questions(blob).map_err(|error| damaged(topic, error))?;
        Ok(heads.iter().map(|head| convert::question_head(topic, head)).collect())
    }

    /// The heads of all questions, topic by topic, made as the iterator goes; topics that cannot be read are left out.
    pub fn all_question_heads(&self) -> impl Iterator<Item = (&TopicHead, Vec<QuestionHead>)> {
        self.topics.iter().filter_map(|topic| Some((&**topic, self.question_heads(&topic.id).ok()?)))
    }

    /// A topic whole. The last few that were opened are kept.
    ///
    /// # Errors
    ///
    /// When there is no such topic, the cache or the index cannot give it, or one of its questions is not sound.
    pub fn open(&self, topic: &TopicId) -> Result<Arc<TopicBody>, LibraryError> {
        if let Some(body) = self.kept(topic) {
            return Ok(body);
        }
        let body = Arc::new(self.unpack(topic)?);
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        open.insert(0, Arc::clone(&body));
        open.truncate(OPEN_TOPICS);
        Ok(body)
    }

    /// A topic that is still unpacked; it becomes the most recent one.
    fn kept(&self, topic: &TopicId) -> Option<Arc<TopicBody>> {
        let mut open = self.open.lock().unwrap_or_else(PoisonError::into_inner);
        let at = open.iter().position(|body| body.head.id == *topic)?;
        let body = open.remove(at);
        open.insert(0, Arc::clone(&body));
        Some(body)
    }

    fn unpack(&self, topic: &TopicId) -> Result<TopicBody, LibraryError> {
        let fetched;
        let blob = match self.place(topic)? {
            Place::Builtin { body, .. } => slice(BODIES, *body),
            Place::Installed(folder) => {
                fetched = self.fetched(topic, folder, Part::Body)?;
                &fetched
            }
        };
        let head = self.topic(topic).ok_or_else(|| LibraryError::NoTopic(topic.clone()))?;
        let body = index::unpack_body(blob).map_err(|error| damaged(topic, error))?;
        let sound = |question: &types::Question| {
            convert::question(topic, question)
                .map_err(|why| LibraryError::Unsound { item: topic.item(&question.common.id), why })
        };
        Ok(TopicBody {
            head: head.clone(),
            questions: body.questions.iter().map(sound).collect::<Result<_, _>>()?,
            lesson_en: body.lesson_en,
            lesson_id: body.lesson_id,
        })
    }

    /// A question, with its topic opened.
    ///
    /// # Errors
    ///
    /// As [`Library::open`], and when the topic has no such question.
    pub fn question(&self, item: &ItemId) -> Result<QuestionRef, LibraryError> {
        let topic = self.open(&item.topic())?;
        let index = topic.questions.iter().position(|question| question.id == *item);
        match index {
            Some(index) => Ok(QuestionRef { topic, index }),
            None => Err(LibraryError::NoQuestion(item.clone())),
        }
    }

    /// The heads of all prompts, topic by topic, in the author's order.
    pub fn prompts(&self) -> &[PromptHead] {
        &self.prompts
    }

    /// A prompt whole. Opening one unpacks the prompts of its topic.
    ///
    /// # Errors
    ///
    /// When there is no such topic or prompt, the cache or the index cannot give it, or it is not sound.
    pub fn prompt(&self, id: &ItemId) -> Result<Prompt, LibraryError> {
        let topic = id.topic();
        let prompts = self.prompts_of(&topic)?;
        let written = prompts.iter().find(|prompt| *prompt.id == *id.local());
        let written = written.ok_or_else(|| LibraryError::NoPrompt(id.clone()))?;
        convert::prompt(&topic, written).map_err(|why| LibraryError::Unsound { item: id.clone(), why })
    }

    fn prompts_of(&self, topic: &TopicId) -> Result<Arc<Vec<types::Prompt>>, LibraryError> {
        let last = || self.last_prompts.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, prompts)) = last().as_ref().filter(|(of, _)| of == topic) {
            return Ok(Arc::clone(prompts));
        }
        let prompts = match self.place(topic)? {
            Place::Builtin { body, .. } => index::unpack_prompts_behind(slice(BODIES, *body)),
            Place::Installed(folder) => index::unpack_prompts(&self.fetched(topic, folder, Part::Prompts)?),
        };
        let prompts = Arc::new(prompts.map_err(|error| damaged(topic, error))?);
        *last() = Some((topic.clone(), Arc::clone(&prompts)));
        Ok(prompts)
    }

    /// The heads of all interviewers, pack by pack, in the author's order.
    pub fn personas(&self) -> &[PersonaHead] {
        &self.personas
    }

    /// The interviewer whom a prompt of `pack` names: one of that pack, or else the first of any other.
    pub fn persona_named(&self, pack: &str, name: &str) -> Option<&PersonaHead> {
        let named = || self.personas.iter().filter(|persona| &*persona.id == name);
        named().find(|persona| &*persona.pack == pack).or_else(|| named().next())
    }

    /// An interviewer with their lines; `None` when there is none of that name in the pack, or the cache or the index cannot give them.
    pub fn persona(&self, pack: &str, id: &str) -> Option<Persona> {
        self.whole_personas(pack).into_iter().find(|persona| &*persona.head.id == id)
    }

    /// All interviewers of a pack with their lines; none when the cache or the index cannot give them.
    pub fn whole_personas(&self, pack: &str) -> Vec<Persona> {
        let Some((_, blob)) = self.lines.iter().find(|(owner, _)| &**owner == pack) else { return Vec::new() };
        let found = match blob {
            Blob::Builtin(at) => index::unpack_personas(slice(PERSONAS, *at)).ok(),
            Blob::Installed(folder) => {
                let blob = self.fetch.as_ref().and_then(|fetch| fetch(folder, Part::Prompts));
                blob.and_then(|blob| index::unpack_personas(&blob).ok())
            }
        };
        found.unwrap_or_default().personas.iter().map(|persona| convert::persona(pack, persona)).collect()
    }

    /// The packs that bring a career ladder; the first one's is the one that is shown.
    pub fn ladders(&self) -> impl Iterator<Item = &str> {
        self.roles.iter().filter(|role| role.statements > 0).map(|role| &*role.pack)
    }

    /// The career ladder of a pack; `None` when it has none, or the cache or the index cannot give it.
    pub fn ladder(&self, pack: &str) -> Option<Ladder> {
        let role = self.roles.iter().find(|role| *role.pack == *pack && role.statements > 0)?;
        let written = self.role(role)?.ladder;
        let prompts: HashSet<&ItemId> = self.prompts.iter().map(|prompt| &prompt.id).collect();
        let coming = self.coming();
        let around = convert::Around {
            topic: &|id| self.places.contains_key(id),
            coming: &|id| coming.get(id).map(|title| convert::text(title)),
            prompt: &|id| prompts.contains(id),
        };
        Some(convert::ladder(pack, &written, &around))
    }

    /// The names and titles of all checklists, pack by pack, in the author's order.
    pub fn checklists(&self) -> Vec<(EntryId, Text)> {
        let of = |role: &Role| {
            let pack = role.pack.clone();
            let named = role.checklists.iter().map(move |(id, title)| (EntryId::new(&pack, id), convert::text(title)));
            named.collect::<Vec<_>>()
        };
        self.roles.iter().flat_map(of).collect()
    }

    /// A checklist whole; `None` when there is none of that name, or the cache or the index cannot give it.
    pub fn checklist(&self, id: &EntryId) -> Option<Checklist> {
        let role = self.roles.iter().find(|role| *role.pack == *id.pack())?;
        let written = self.role(role)?.checklists;
        let found = written.checklists.iter().find(|list| *list.id == *id.local())?;
        Some(convert::checklist(id.pack(), found))
    }

    /// The heads of all working days, pack by pack, in the order of their file names.
    pub fn days(&self) -> Vec<DayHead> {
        let of = |role: &Role| role.days.iter().map(|day| convert::day_head(&role.pack, day)).collect::<Vec<_>>();
        self.roles.iter().flat_map(of).collect()
    }

    /// A working day whole; `None` when there is none of that name, it cannot be played, or the cache or the index cannot give it.
    pub fn day(&self, id: &EntryId) -> Option<Day> {
        let role = self.roles.iter().find(|role| *role.pack == *id.pack())?;
        let written = self.role(role)?.days;
        let name = |speaker: &str| self.persona_named(id.pack(), speaker).map(|persona| persona.name.clone());
        convert::day(id.pack(), written.iter().find(|day| *day.id == *id.local())?, &name)
    }

    fn role(&self, role: &Role) -> Option<index::Role> {
        match &role.blob {
            Blob::Builtin(at) => index::unpack_role(slice(BODIES, *at)).ok(),
            Blob::Installed(folder) => index::unpack_role(&self.fetch.as_ref()?(folder, Part::Body)?).ok(),
        }
    }

    /// Titles of topics that paths announce.
    fn coming(&self) -> HashMap<TopicId, &types::Text> {
        let stages = self.written.iter().flat_map(|(pack, path)| path.stages.iter().map(move |stage| (pack, stage)));
        let named = stages.flat_map(|(pack, stage)| stage.coming.iter().map(move |it| (pack, it)));
        named.map(|(pack, it)| (convert::topic_name(pack, &it.id), &it.title)).collect()
    }

    fn place(&self, topic: &TopicId) -> Result<&Place, LibraryError> {
        let place = self.places.get(topic).map(|(_, place)| place);
        place.ok_or_else(|| LibraryError::NoTopic(topic.clone()))
    }

    fn fetched(&self, topic: &TopicId, folder: &str, part: Part) -> Result<Vec<u8>, LibraryError> {
        let blob = self.fetch.as_ref().and_then(|fetch| fetch(folder, part));
        blob.ok_or_else(|| LibraryError::NotCached(topic.clone()))
    }
}

impl std::fmt::Debug for Library {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Library")
            .field("packs", &self.packs.len())
            .field("topics", &self.topics.len())
            .finish_non_exhaustive()
    }
}

fn taken(pack: &str, folder: &str) -> PackTrouble {
    PackTrouble {
        pack: pack.into(),
        errors: 1,
        code: "J005".into(),
        place: format!("{folder}/pack.toml:1:1").into(),
        message: in_both(|words| told(&said("find-pack-taken").with("id", pack), words)),
    }
}

fn damaged(topic: &TopicId, source: IndexError) -> LibraryError {
    LibraryError::Damaged { topic: topic.clone(), source }
}

/// Unpacked when the first of them is asked for, which no first frame does.
fn builtin_question_heads() -> &'static [u8] {
    static HEADS: OnceLock<Vec<u8>> = OnceLock::new();
    HEADS.get_or_init(|| index::unpack_question_heads(QUESTIONS).unwrap_or_default())
}

/// Bytes of a blob; none when the slice does not fit it.
fn slice(blob: &'static [u8], (start, length): Slice) -> &'static [u8] {
    let start = usize::try_from(start).unwrap_or(usize::MAX);
    let length = usize::try_from(length).unwrap_or(usize::MAX);
    start.checked_add(length).and_then(|end| blob.get(start..end)).unwrap_or_default()
}
