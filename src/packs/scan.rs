//! Which installed folders have changed, and reading one of them.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use super::check;
use super::check::Tree;
use super::convert;
use super::files::{self, Entry, Unread};
use super::installed::{Record, RecordKind};
use super::told::{in_both, told};
use crate::domain::catalog::PackTrouble;
use crate::domain::ids::TopicId;
use crate::format::finding::{Finding, Severity, Spot, Way, line_column, said};
use crate::format::index::{self, Blobs, PackBlobs, PackHead, Role};
use crate::format::key::fnv;
use crate::format::read::{Prompts, Questions};
use crate::format::source::{self, TopicTexts};
use crate::format::types::{Glossary, Pack, Personas};
use crate::format::{limits, read};

/// A folder as the cache knows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// As in [`Record`].
    pub folder: Box<str>,
    /// As in [`Record`].
    pub stamp: u64,
}

/// A folder that has to be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its path below the packs folder; the first part is the pack's folder.
    pub path: Box<str>,
    /// What it is.
    pub kind: RecordKind,
    /// A hash of its files' names, sizes and times.
    pub stamp: u64,
    files: Vec<Box<str>>,
}

/// What has changed in the packs folder.
#[derive(Debug, Default)]
pub struct Scan {
    /// Folders to read, packs before their topics.
    pub changed: Vec<Folder>,
    /// Folders that the cache knows and that are no longer there.
    pub gone: Vec<Box<str>>,
    /// Packs that could not be looked at.
    pub troubles: Vec<PackTrouble>,
}

/// Compares the packs folder with what the cache knows, by names, sizes and times alone: no file is opened.
///
/// An entry of `root` may be a link to a folder: the learner put it there. Inside a pack no link is followed.
pub fn scan(root: &Path, known: &[Known]) -> Scan {
    super::install::settle(root);
    let mut scan = Scan::default();
    let mut known: HashMap<&str, u64> = known.iter().map(|k| (&*k.folder, k.stamp)).collect();
    for name in pack_folders(root) {
        match files::list(&root.join(&name)) {
            Ok(listing) => {
                for folder in folders(&name, &listing.files) {
                    if known.remove(&*folder.path) != Some(folder.stamp) {
                        scan.changed.push(folder);
                    }
                }
                scan.troubles.extend(trouble(&name, &name, "", &listing.findings));
            }
            Err(error) => {
                let finding = files::unreadable_folder(&error);
                scan.troubles.extend(trouble(&name, &name, "", &[(name.as_str().into(), finding)]));
                known.retain(|folder, _| folder.split('/').next() != Some(&name));
            }
        }
    }
    scan.gone = known.into_keys().map(Box::from).collect();
    scan.gone.sort();
    scan
}

fn pack_folders(root: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root) else {
        return Vec::new();
    };
    let names = entries.filter_map(|entry| {
        let name = entry.ok()?.file_name().into_string().ok()?;
        (!name.starts_with('.') && root.join(&name).is_dir()).then_some(name)
    });
    let mut names: Vec<String> = names.collect();
    names.sort();
    names
}

/// The pack's own folder and its topics, each with a stamp over its files.
///
/// A topic's stamp holds that of `pack.toml` too, which decides its unit and its languages.
pub(super) fn folders(pack: &str, files: &[Entry]) -> Vec<Folder> {
    let Some(head) = files.iter().find(|file| &*file.path == source::PACK) else {
        return Vec::new();
    };
    let own = files.iter().filter(|file| is_own_file(file));
    let mut found = vec![folder(pack, "", RecordKind::Pack, own)];
    let mut topics: BTreeMap<&str, Vec<&Entry>> = BTreeMap::new();
    for file in files.iter().filter(|f| is_topic_file(f.name()) && !f.folder().is_empty()) {
        topics.entry(file.folder()).or_default().push(file);
    }
    topics.retain(|_, parts| parts.iter().any(|file| file.name() == source::TOPIC));
    for (below, parts) in topics.into_iter().take(limits::TOPICS) {
        let parts = std::iter::once(head).chain(parts);
        found.push(folder(pack, below, RecordKind::Topic, parts));
    }
    found
}

fn is_own_file(file: &Entry) -> bool {
    [source::PACK, source::GLOSSARY, source::PERSONAS, source::LADDER, source::CHECKLISTS].contains(&&*file.path)
        || ([source::PATHS, source::DAYS].contains(&file.folder()) && file.name().ends_with(".toml"))
}

fn is_topic_file(name: &str) -> bool {
    source::TOPIC_FILES.contains(&name)
}

fn folder<'a>(pack: &str, below: &str, kind: RecordKind, files: impl Iterator<Item = &'a Entry>) -> Folder {
    let mut stamped = vec![index::VERSION];
    let mut paths = Vec::new();
    for file in files {
        file.stamp(&mut stamped);
        paths.push(file.path.clone());
    }
    Folder {
        path: if below.is_empty() { pack.into() } else { format!("{pack}/{below}").into() },
        kind,
        stamp: fnv(&stamped),
        files: paths,
    }
}

/// The head of the pack whose folder was read last: the pack's own folder and all its topics ask for it, one after another.
///
/// It is kept for one pass over a [`Scan`], and no longer: the next one may find another head.
#[derive(Debug, Default)]
pub struct LastHead(Option<(Box<str>, HeadRead)>);

type HeadRead = Result<Pack, Box<PackTrouble>>;

impl LastHead {
    fn of(&mut self, tree: &Tree, pack_folder: &str) -> Result<&Pack, Box<PackTrouble>> {
        let last = self.0.take().filter(|(folder, _)| **folder == *pack_folder);
        let (_, head) = self.0.insert(last.unwrap_or_else(|| (pack_folder.into(), head(tree, pack_folder))));
        head.as_ref().map_err(Clone::clone)
    }
}

fn head(tree: &Tree, pack_folder: &str) -> HeadRead {
    let mut reader = Reader::new(tree, pack_folder);
    let text = reader.text(source::PACK);
    let pack = text.and_then(|text| reader.keep(source::PACK, read::pack(&text)));
    pack.ok_or_else(|| Box::new(reader.trouble(pack_folder, pack_folder)))
}

/// Reads, checks and packs a folder that has changed. `head` is the same for all folders of a scan.
///
/// # Errors
///
/// When it cannot be used; the last good version, if the cache has one, stays in use.
pub fn read(root: &Path, folder: &Folder, head: &mut LastHead) -> Result<Record, Box<PackTrouble>> {
    let pack_folder = folder.path.split('/').next().unwrap_or_default();
    read_from(&Tree::Disk(root.join(pack_folder)), folder, head)
}

/// The same from wherever the pack's files are.
pub(super) fn read_from(tree: &Tree, folder: &Folder, head: &mut LastHead) -> Result<Record, Box<PackTrouble>> {
    let (pack_folder, below) = folder.path.split_once('/').unwrap_or((&folder.path, ""));
    let pack = head.of(tree, pack_folder)?;
    let mut reader = Reader::new(tree, &pack.id);
    let record = match folder.kind {
        RecordKind::Pack => reader.own(folder, pack),
        RecordKind::Topic => reader.topic(folder, below, pack),
    };
    match record {
        Some(record) if !reader.is_broken() => Ok(record),
        _ => Err(Box::new(reader.trouble(pack_folder, &folder.path))),
    }
}

struct Reader<'a> {
    tree: &'a Tree,
    pack: &'a str,
    findings: Vec<(Box<str>, Finding)>,
    texts: HashMap<Box<str>, String>,
}

impl<'a> Reader<'a> {
    fn new(tree: &'a Tree, pack: &'a str) -> Self {
        Reader { tree, pack, findings: Vec::new(), texts: HashMap::new() }
    }

    fn is_broken(&self) -> bool {
        self.findings.iter().any(|(_, f)| f.severity == Severity::Error)
    }

    fn text(&mut self, path: &str) -> Option<String> {
        match self.tree.text(path) {
            Ok(text) => {
                self.texts.insert(path.into(), text.clone());
                Some(text)
            }
            Err(Unread { finding, shown }) => {
                self.texts.insert(path.into(), shown);
                self.findings.push((path.into(), *finding));
                None
            }
        }
    }

    fn keep<T>(&mut self, path: &str, read: read::Read<T>) -> Option<T> {
        let found = read.findings.into_iter().map(|finding| (path.into(), finding));
        self.findings.extend(found);
        read.value
    }

    fn own(&mut self, folder: &Folder, pack: &Pack) -> Option<Record> {
        let langs = pack.langs();
        let mut paths = Vec::new();
        let mut glossary = Glossary::default();
        let mut personas = Personas::default();
        let mut role = Role::default();
        for path in folder.files.iter().filter(|path| &***path != source::PACK) {
            let Some(text) = self.text(path) else { continue };
            match &**path {
                source::GLOSSARY => glossary = self.keep(path, read::glossary(&text, langs)).unwrap_or_default(),
                source::PERSONAS => personas = self.keep(path, read::personas(&text, langs)).unwrap_or_default(),
                source::LADDER => role.ladder = self.keep(path, read::ladder(&text, langs)).unwrap_or_default(),
                source::CHECKLISTS => {
                    role.checklists = self.keep(path, read::checklists(&text, langs)).unwrap_or_default();
                }
                day if day.starts_with("days/") => role.days.extend(self.keep(path, read::day(&text, langs))),
                _ => paths.extend(self.keep(path, read::path(&text, langs))),
            }
        }
        let head = PackHead::new(pack.clone(), paths, &personas, &role);
        let packed = index::pack_pack(index::Effort::Quick, &head, &glossary, &personas, &role);
        let PackBlobs { head, terms, personas, role } = self.packed(source::PACK, packed)?;
        Some(record(folder, Blobs { head, questions: terms, body: role, prompts: personas }))
    }

    fn topic(&mut self, folder: &Folder, below: &str, pack: &Pack) -> Option<Record> {
        let mut texts = TopicTexts::default();
        for path in folder.files.iter().filter(|path| &***path != source::PACK) {
            let name = path.rsplit('/').next().unwrap_or_default();
            if let Some(text) = self.text(path) {
                texts.slot(name, text);
            }
        }
        let read = source::topic(&texts, pack.langs());
        let errors = check::topic_errors(&pack.id, &texts, &read, pack.langs());
        let found = read.findings.into_iter().chain(errors);
        self.findings.extend(found.map(|(file, finding)| (format!("{below}/{file}").into(), finding)));
        let topic = read.topic?;
        self.sound(&pack.id, &topic.id, below, &read.questions, &read.prompts);
        let unit = unit(pack, below);
        let effort = index::Effort::Quick;
        let packed = index::pack_topic(effort, &topic, unit, texts.lessons(), read.questions, read.prompts);
        let blobs = self.packed(&format!("{below}/{}", source::TOPIC), packed)?;
        Some(record(folder, blobs))
    }

    /// What the rules let pass and the domain would still refuse; nothing does, unless the two have drifted apart.
    fn sound(&mut self, pack: &str, topic: &str, below: &str, questions: &Questions, prompts: &Prompts) {
        if self.is_broken() {
            return;
        }
        let id = TopicId::new(pack, topic);
        let questions = questions
            .items
            .iter()
            .map(|item| (source::QUESTIONS, "question", item.index, convert::question(&id, &item.question).err()));
        let prompts = prompts
            .items
            .iter()
            .map(|item| (source::PROMPTS, "prompt", item.index, convert::prompt(&id, &item.prompt).err()));
        let first = questions.chain(prompts).find_map(|(file, list, index, why)| Some((file, list, index, why?)));
        if let Some((file, list, index, why)) = first {
            let spot = Spot::Way(Way::item(list, index));
            let finding = Finding::error("J012", spot, said("find-unsound").with("why", why.to_string()));
            self.findings.push((format!("{below}/{file}").into(), finding));
        }
    }

    fn packed<T>(&mut self, path: &str, packed: Result<T, index::IndexError>) -> Option<T> {
        let told = |error: index::IndexError| said("find-unpacked").with("why", error.to_string());
        packed.map_err(|error| self.findings.push((path.into(), Finding::error("J001", Spot::File, told(error))))).ok()
    }

    /// What a screen says of it; `place` is the path of the folder, for when no finding tells more.
    fn trouble(&self, pack_folder: &str, place: &str) -> PackTrouble {
        let first = self.findings.iter().find(|(_, f)| f.severity == Severity::Error);
        let text = first.and_then(|(path, _)| self.texts.get(path)).map_or("", String::as_str);
        let found = trouble(pack_folder, self.pack, text, &self.findings);
        found.unwrap_or_else(|| PackTrouble {
            pack: self.pack.into(),
            errors: 1,
            code: "J001".into(),
            place: place.into(),
            message: in_both(|words| words.get("find-unusable").into_owned()),
        })
    }
}

fn record(folder: &Folder, blobs: Blobs) -> Record {
    let Blobs { head, questions, body, prompts } = blobs;
    Record { folder: folder.path.clone(), stamp: folder.stamp, kind: folder.kind, head, questions, body, prompts }
}

/// The unit whose folder the topic lies in; empty for none.
pub(crate) fn unit<'a>(pack: &'a Pack, folder: &str) -> &'a str {
    let first = folder.split('/').next().unwrap_or_default();
    pack.units.iter().find(|unit| &*unit.folder == first).map_or("", |unit| &unit.id)
}

/// What a screen says about findings of a pack; `None` when none of them is an error. `text` is that of the first error's file.
fn trouble(folder: &str, pack: &str, text: &str, findings: &[(Box<str>, Finding)]) -> Option<PackTrouble> {
    let mut errors = findings.iter().filter(|(_, f)| f.severity == Severity::Error);
    let (path, first) = errors.next()?;
    let byte = match &first.spot {
        Spot::File => 0,
        Spot::Span(span) => span.start,
        Spot::Way(way) => read::locate(text, &[way])[0].start,
    };
    let (line, column) = line_column(text, byte);
    Some(PackTrouble {
        pack: pack.into(),
        errors: 1 + errors.count(),
        code: first.code.into(),
        place: format!("{folder}/{path}:{line}:{column}").into(),
        message: in_both(|words| told(&first.message, words)),
    })
}

/// One trouble for each pack: the first, with the errors of all.
pub fn by_pack(troubles: Vec<PackTrouble>) -> Vec<PackTrouble> {
    let mut packs: Vec<PackTrouble> = Vec::new();
    for trouble in troubles {
        match packs.iter_mut().find(|known| known.pack == trouble.pack) {
            Some(known) => known.errors += trouble.errors,
            None => packs.push(trouble),
        }
    }
    packs
}
