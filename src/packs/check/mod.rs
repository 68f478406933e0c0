//! `pack check`: everything that is wrong with packs, at once, and how much of their syllabuses they cover.
//!
//! ```text
//! let report = check(Path::new("content"), &Options::default())?;
//! print!("{}", report.human(Look { colour: true, info: false }, &words));     // or report.json(&words)
//! exit(if report.is_refused() { 4 } else { 0 });
//! ```

pub(crate) mod coverage;
mod fix;
mod forges;
mod human;
mod json;
mod report;
pub(crate) mod tree;
pub(crate) mod view;

#[cfg(test)]
mod fix_tests;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

pub use coverage::{Coverage, UnitCoverage};
pub use fix::{Fixed, fix};
pub use human::Look;
pub use report::{Place, Problem, Report};
pub(crate) use tree::Tree;

use super::archive::SIGNATURE;
use super::rules::stems::Stem;
use super::rules::{self, PackFindings};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::rubric::Prompt;
use crate::format::finding::{Finding, Said, Severity, Spot, Way, has_errors, said};
use crate::format::limits;
use crate::format::read;
use crate::format::source::{self, TopicRead, TopicTexts};
use crate::format::syllabus::{self, Outcome};
use crate::format::types::{self, Checklists, Glossary, Ladder, Pack, Personas};
use crate::format::walk::Langs;
use crate::packs::files::{self, Unread};
use report::{Found, Placer};
use view::{Names, Outline, PackView, Shape, Tag, TopicView};

/// How to check.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// The units whose coverage is judged and printed, by id; all when empty.
    pub units: Vec<String>,
    /// A warning refuses like an error.
    pub deny_warnings: bool,
    /// Topics of packs that are not checked but known, such as the built-in ones.
    pub known: Vec<TopicId>,
    /// Interviewers of such packs, by name.
    pub known_personas: Vec<Box<str>>,
    /// Interview prompts of such packs.
    pub known_prompts: Vec<ItemId>,
    /// Questions of such packs.
    pub known_questions: Vec<ItemId>,
}

impl Options {
    /// Everything that a pack may name of the packs of a library, such as the built-in ones.
    pub fn beside(library: &crate::packs::Library) -> Options {
        Options {
            known: library.topics().iter().map(|t| t.id.clone()).collect(),
            known_prompts: library.prompts().iter().map(|p| p.id.clone()).collect(),
            known_questions: library.all_question_heads().flat_map(|(_, heads)| heads).map(|head| head.id).collect(),
            known_personas: library.personas().iter().map(|p| p.id.clone()).collect(),
            ..Options::default()
        }
    }
}

/// Why nothing was checked.
#[derive(Debug, thiserror::Error)]
pub enum CheckError {
    /// There is no such folder.
    #[error("{}", self.said())]
    NoFolder(PathBuf),
    /// It holds no pack.
    #[error("{}", self.said())]
    NoPack(PathBuf),
    /// A unit that no pack has was asked for.
    #[error("{}", self.said())]
    NoUnit(String),
}

impl CheckError {
    /// The sentence for the one who asked.
    pub fn said(&self) -> Said {
        let shown = |path: &Path| files::shown(&path.to_string_lossy());
        match self {
            CheckError::NoFolder(path) => said("check-no-folder").with("path", shown(path)),
            CheckError::NoPack(path) => said("check-no-pack").with("path", shown(path)),
            CheckError::NoUnit(unit) => said("check-no-unit").with("unit", unit),
        }
    }
}

/// Checks a pack, or all packs in a folder.
///
/// # Errors
///
/// When there is nothing to check. Everything that is wrong with what there is stands in the report.
pub fn check(root: &Path, options: &Options) -> Result<Report, CheckError> {
    if root.is_file() && root.extension().is_some_and(|ending| ending == crate::packs::archive::ENDING) {
        let jpack = crate::packs::archive::open(root).map_err(|_| CheckError::NoFolder(root.to_owned()))?;
        let mut report = jpack.report(options).0;
        report.deny_warnings = options.deny_warnings;
        return Ok(report);
    }
    if !root.is_dir() {
        return Err(CheckError::NoFolder(root.to_owned()));
    }
    let packs = tree::packs(root);
    if packs.is_empty() {
        return Err(CheckError::NoPack(root.to_owned()));
    }
    let (report, units) = trees(&packs, options);
    match options.units.iter().find(|unit| !units.contains(*unit)) {
        Some(unit) => Err(CheckError::NoUnit(unit.clone())),
        None => Ok(report),
    }
}

/// Checks packs wherever their files are; also the ids of all their units.
pub(crate) fn trees(packs: &[(String, Tree)], options: &Options) -> (Report, Vec<String>) {
    let mut report = Report { packs: packs.len(), deny_warnings: options.deny_warnings, ..Report::default() };
    let read: Vec<Option<PackRead>> = packs.iter().map(|(prefix, tree)| read_pack(prefix, tree, &mut report)).collect();
    let names = names(&read, options);
    let personas = personas(&read, options);
    let prompts = prompts(&read, options);
    let questions = questions(&read, options);
    let mut units = Vec::new();
    for ((prefix, tree), pack) in packs.iter().zip(&read) {
        let Some(pack) = pack else { continue };
        units.extend(pack.head.units.iter().map(|unit| unit.id.to_string()));
        let view = pack.view(&names, personas.as_ref(), (&prompts, &questions), &options.units);
        Placer { prefix, tree, report: &mut report }.files(Found::by_file(rules::pack(&view), |_| None));
        report.coverage.extend(coverage::coverage(&view));
    }
    report.settle();
    (report, units)
}

/// A pack without the bodies of its topics.
struct PackRead {
    head: Pack,
    topics: Vec<Outline>,
    paths: Vec<(Box<str>, types::Path)>,
    glossary: Glossary,
    /// `None` when the file is there and cannot be read.
    personas: Option<Personas>,
    ladder: Ladder,
    checklists: Checklists,
    days: Vec<(Box<str>, types::Day)>,
    syllabus: Option<Vec<Outcome>>,
    /// Folders of topics whose head could not be read: by custom a folder has the name of its topic.
    broken: Vec<Box<str>>,
    /// Files that are there in some way and could not be read, or not whole.
    unread: BTreeSet<Box<str>>,
    complete: bool,
}

impl PackRead {
    fn view<'a>(
        &'a self,
        names: &'a HashMap<Box<str>, Names>,
        personas: Option<&'a HashSet<Box<str>>>,
        (prompts, questions): (&'a HashSet<ItemId>, &'a HashSet<ItemId>),
        units: &'a [String],
    ) -> PackView<'a> {
        PackView {
            pack: &self.head,
            topics: &self.topics,
            paths: &self.paths,
            glossary: &self.glossary,
            personas: self.personas.as_ref().unwrap_or(&NOBODY),
            ladder: &self.ladder,
            checklists: &self.checklists,
            days: &self.days,
            known_personas: personas,
            known_prompts: prompts,
            known_questions: questions,
            syllabus: self.syllabus.as_deref(),
            names,
            complete: self.complete,
            unread: &self.unread,
            units,
        }
    }
}

static NOBODY: Personas = Personas { personas: Vec::new() };

/// The names of all interviewers; `None` when some of them could not be read.
fn personas(packs: &[Option<PackRead>], options: &Options) -> Option<HashSet<Box<str>>> {
    let mut all: HashSet<Box<str>> = options.known_personas.iter().cloned().collect();
    for pack in packs.iter().flatten() {
        all.extend(pack.personas.as_ref()?.personas.iter().map(|persona| persona.id.clone()));
    }
    Some(all)
}

/// All prompts of packs that are at hand or known.
fn prompts(packs: &[Option<PackRead>], options: &Options) -> HashSet<ItemId> {
    let mut all: HashSet<ItemId> = options.known_prompts.iter().cloned().collect();
    for topic in packs.iter().flatten().flat_map(|pack| &pack.topics) {
        all.extend(topic.prompts.iter().map(|(_, prompt)| prompt.id.clone()));
    }
    all
}

/// All questions of packs that are at hand or known; none unless there is a day, because nothing else names questions of other topics.
fn questions(packs: &[Option<PackRead>], options: &Options) -> HashSet<ItemId> {
    let mut all = HashSet::new();
    if packs.iter().flatten().any(|pack| !pack.days.is_empty()) {
        all.extend(options.known_questions.iter().cloned());
        for pack in packs.iter().flatten() {
            for topic in &pack.topics {
                let id = TopicId::new(&pack.head.id, &topic.topic.id);
                all.extend(topic.shapes.iter().map(|question| id.item(&question.id)));
            }
        }
    }
    all
}

/// The names of the topics of all packs.
fn names(packs: &[Option<PackRead>], options: &Options) -> HashMap<Box<str>, Names> {
    let mut all: HashMap<Box<str>, Names> = HashMap::new();
    for topic in &options.known {
        all.entry(topic.pack().into()).or_default().here.insert(topic.local().into());
    }
    for pack in packs.iter().flatten() {
        let here = pack.topics.iter().map(|outline| &outline.topic.id).chain(&pack.broken);
        let open = pack.topics.iter().filter(|outline| outline.open).map(|outline| &outline.topic.id);
        let open = open.chain(&pack.broken).cloned().collect();
        let own = Names { here: here.cloned().collect(), open, ..Names::default() };
        all.insert(pack.head.id.clone(), own);
    }
    for pack in packs.iter().flatten() {
        let stages = pack.paths.iter().flat_map(|(_, path)| &path.stages);
        for coming in stages.flat_map(|stage| &stage.coming) {
            let (owner, topic) = coming.id.split_once('/').unwrap_or((&pack.head.id, &coming.id));
            all.entry(owner.into()).or_default().coming.insert(topic.into());
        }
    }
    all
}

fn read_pack(prefix: &str, tree: &Tree, report: &mut Report) -> Option<PackRead> {
    let (files, passed, misnamed) = tree.list();
    let signature = rules::signature::unfit(tree).map(|finding| (SIGNATURE.into(), finding));
    let (strangers, unread) = rules::unread_file::unread(&files, &misnamed);
    let heads = unread.iter().filter_map(|path| path.strip_suffix(source::TOPIC)?.strip_suffix('/'));
    let mut broken: Vec<Box<str>> = heads.map(last_part).collect();
    let mut reader = Reader { placer: Placer { prefix, tree, report }, complete: true, unread };
    let about_files: PackFindings = passed.into_iter().chain(strangers).chain(signature).collect();
    reader.complete &= about_files.iter().all(|(_, finding)| finding.severity != Severity::Error);
    reader.placer.files(Found::by_file(about_files, |_| Some("")));
    let head = reader.toml(source::PACK, read::pack)?;
    let langs = head.langs();
    let has = |name: &str| files.iter().any(|file| &**file == name);
    let glossary = if has(source::GLOSSARY) {
        reader.toml(source::GLOSSARY, |text| read::glossary(text, langs)).unwrap_or_default()
    } else {
        Glossary::default()
    };
    let personas = match has(source::PERSONAS) {
        true => reader.toml(source::PERSONAS, |text| read::personas(text, langs)),
        false => (!reader.unread.contains(source::PERSONAS)).then(Personas::default),
    };
    let ladder = match has(source::LADDER) {
        true => reader.toml(source::LADDER, |text| read::ladder(text, langs)).unwrap_or_default(),
        false => Ladder::default(),
    };
    let checklists = match has(source::CHECKLISTS) {
        true => reader.toml(source::CHECKLISTS, |text| read::checklists(text, langs)).unwrap_or_default(),
        false => Checklists::default(),
    };
    reader.placer.report.statements += ladder.statements.len();
    reader.placer.report.personas += personas.as_ref().map_or(0, |personas| personas.personas.len());
    let syllabus = has(source::SYLLABUS).then(|| reader.syllabus());
    let paths = reader.folder(source::PATHS, &files, |text| read::path(text, langs));
    let days = reader.folder(source::DAYS, &files, |text| read::day(text, langs));
    let folders: Vec<&str> =
        files.iter().filter_map(|file| file.strip_suffix(source::TOPIC)?.strip_suffix('/')).collect();
    let mut topics = Vec::new();
    for (folder, outline) in folders.iter().zip(reader.topics(&head.id, &folders, &files, langs)) {
        match outline {
            Some(outline) => topics.push(outline),
            None => broken.push(last_part(folder)),
        }
    }
    if topics.len() + broken.len() > limits::TOPICS {
        let message = said("find-many-topics").with("n", topics.len() + broken.len());
        let finding = Finding::error("J009", Spot::Way(Way::root().key("id")), message);
        reader.placer.file(
            source::PACK,
            None,
            vec![finding.help(said("find-many-topics-help").with("most", limits::TOPICS))],
        );
    }
    let Reader { complete, unread, .. } = reader;
    Some(PackRead {
        head,
        topics,
        paths,
        glossary,
        personas,
        ladder,
        checklists,
        days,
        syllabus,
        broken,
        unread,
        complete,
    })
}

fn last_part(folder: &str) -> Box<str> {
    folder.rsplit('/').next().unwrap_or(folder).into()
}

/// So many topics are worth a thread of their own.
const TOPICS_EACH: usize = 8;

struct Reader<'a> {
    placer: Placer<'a>,
    /// Everything could be read so far.
    complete: bool,
    /// Files that could not be read, or not whole.
    unread: BTreeSet<Box<str>>,
}

impl Reader<'_> {
    fn text(&mut self, path: &str) -> Option<String> {
        match self.placer.tree.text(path) {
            Ok(text) => Some(text),
            Err(Unread { finding, shown }) => {
                self.complete = false;
                self.unread.insert(path.into());
                self.placer.file(path, Some(&shown), vec![*finding]);
                None
            }
        }
    }

    fn toml<T>(&mut self, path: &str, read: impl Fn(&str) -> read::Read<T>) -> Option<T> {
        let text = self.text(path)?;
        let read = read(&text);
        self.placer.file(path, Some(&text), read.findings);
        if read.value.is_none() {
            self.complete = false;
            self.unread.insert(path.into());
        }
        read.value
    }

    /// The files of a folder that can be read.
    fn folder<T>(
        &mut self,
        name: &str,
        files: &[Box<str>],
        read: impl Fn(&str) -> read::Read<T>,
    ) -> Vec<(Box<str>, T)> {
        let below = |file: &'_ str| Some(file.strip_prefix(name)?.strip_prefix('/')?.to_owned());
        let inside = |file: &str| below(file).is_some_and(|f| !f.contains('/') && f.ends_with(".toml"));
        let here = files.iter().filter(|file| inside(file));
        here.filter_map(|file| Some((file.clone(), self.toml(file, &read)?))).collect()
    }

    fn syllabus(&mut self) -> Vec<Outcome> {
        let Some(text) = self.text(source::SYLLABUS) else {
            return Vec::new();
        };
        let (outcomes, findings) = syllabus::read(&text);
        if has_errors(&findings) {
            self.unread.insert(source::SYLLABUS.into());
        }
        self.placer.file(source::SYLLABUS, Some(&text), findings);
        outcomes
    }

    /// Checks the topics and leaves their outlines, in the same order. A topic is read and checked alone, so all processors help.
    fn topics(&mut self, pack: &str, folders: &[&str], files: &[Box<str>], langs: Langs) -> Vec<Option<Outline>> {
        let (prefix, tree) = (self.placer.prefix, self.placer.tree);
        let next = AtomicUsize::new(0);
        let known = &self.unread;
        let work = || {
            let mut report = Report::default();
            let placer = Placer { prefix, tree, report: &mut report };
            let mut reader = Reader { placer, complete: true, unread: known.clone() };
            let mut outlines = Vec::new();
            loop {
                let at = next.fetch_add(1, Ordering::Relaxed);
                let Some(folder) = folders.get(at) else { break };
                outlines.push((at, reader.topic(pack, folder, files, langs)));
            }
            let Reader { complete, unread, .. } = reader;
            (complete, unread, outlines, report)
        };
        let processors = thread::available_parallelism().map_or(1, usize::from);
        let helpers = processors.min(folders.len().div_ceil(TOPICS_EACH)).saturating_sub(1);
        let done = thread::scope(|scope| {
            let others: Vec<_> = (0..helpers).map(|_| scope.spawn(work)).collect();
            let mut done = vec![work()];
            done.extend(others.into_iter().map(|other| other.join().unwrap_or_else(|panic| resume_unwind(panic))));
            done
        });
        let mut all: Vec<Option<Outline>> = folders.iter().map(|_| None).collect();
        for (complete, unread, outlines, report) in done {
            self.complete &= complete;
            self.unread.extend(unread);
            self.placer.report.join(report);
            for (at, outline) in outlines {
                all[at] = outline;
            }
        }
        all
    }

    /// Checks a topic and leaves its outline; `None` when its head could not be read.
    fn topic(&mut self, pack: &str, folder: &str, files: &[Box<str>], langs: Langs) -> Option<Outline> {
        let mut texts = TopicTexts::default();
        let mut unread = Vec::new();
        for name in source::TOPIC_FILES {
            let path = format!("{folder}/{name}");
            // The list is in order.
            if files.binary_search_by(|file| (**file).cmp(&path)).is_ok() {
                match self.text(&path) {
                    Some(text) => drop(texts.slot(name, text)),
                    None => unread.push(name),
                }
            } else if self.unread.contains(&*path) {
                unread.push(name);
            }
        }
        let mut read = source::topic(&texts, langs);
        let mut findings = std::mem::take(&mut read.findings);
        let view = TopicView::new(pack, &texts, &read, &unread, langs);
        findings.extend(rules::topic(&view));
        let names = rules::stray_tag::names(&view);
        let whole =
            read.questions.written == read.questions.items.len() && read.prompts.written == read.prompts.items.len();
        let open = !whole || !unread.is_empty() || findings.iter().any(|(_, finding)| finding.code == "J001");
        let prompts = view.prompts.into_iter().map(|rubric| (rubric.index, rubric.prompt)).collect();
        self.placer.report.topics += 1;
        self.placer.report.questions += read.questions.written;
        self.placer.report.prompts += read.prompts.written;
        let found = source::TOPIC_FILES.map(|name| {
            let here = findings.extract_if(.., |(file, _)| *file == name).map(|(_, finding)| finding).collect();
            Found { path: format!("{folder}/{name}").into(), text: texts.file(name), findings: here }
        });
        self.placer.files(found.into());
        self.complete &= read.topic.is_some();
        outline(folder, read, prompts, names, &texts, open)
    }
}

/// What remains of a topic; `None` when its head could not be read.
fn outline(
    folder: &str,
    read: TopicRead,
    prompts: Vec<(usize, Prompt)>,
    names: Vec<Box<[Stem]>>,
    texts: &TopicTexts,
    open: bool,
) -> Option<Outline> {
    let topic = read.topic?;
    let mut langs = Langs { en: texts.lesson_en.is_some(), id: texts.lesson_id.is_some() };
    let mut tags = Vec::new();
    let shapes = read.questions.items.iter().map(Shape::of).collect();
    for item in read.questions.items {
        let (index, question) = (item.index, item.question);
        rules::parts::texts(&question, &mut |_, text| {
            langs.en &= text.is_empty() || !text.english().is_empty();
            langs.id &= text.is_empty() || !text.indonesian().is_empty();
        });
        if !question.common.covers.is_empty() {
            let is_true_false = matches!(question.kind, types::Kind::TrueFalse(_));
            let doubt = rules::stray_tag::doubt(&topic, &names, &question);
            tags.push(Tag { index, is_true_false, covers: question.common.covers, doubt });
        }
    }
    Some(Outline { folder: folder.into(), topic, tags, names, shapes, langs, prompts, open })
}

/// A topic's errors by the rules that look at one topic alone: what decides whether an installed topic can be used.
pub(crate) fn topic_errors(
    pack: &str,
    texts: &TopicTexts,
    read: &TopicRead,
    langs: Langs,
) -> Vec<(&'static str, Finding)> {
    let mut found = rules::topic(&TopicView::new(pack, texts, read, &[], langs));
    found.retain(|(_, finding)| finding.severity == Severity::Error);
    found
}
