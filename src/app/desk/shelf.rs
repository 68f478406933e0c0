//! What the place Library shows, and what it does with packs. Everything here reads the disk: it is the desk's, never the screen's.

use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

use crate::config::paths::Paths;
use crate::domain::catalog::PackTrouble;
use crate::domain::event::{NotePlace, What};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::log::live;
use crate::domain::sorting::Arrange;
use crate::domain::text::{Lang, Text};
use crate::format::letters::{one_line, without_hostile};
use crate::packs::archive;
use crate::packs::check::{CheckError, Look, Options};
use crate::packs::diff::{Change, Diff, DiffError, Version, diff, numbers};
use crate::packs::feedback::FlagFile;
use crate::packs::install::{self, Found, How, Incoming};
use crate::packs::sign::{Distrust, Pins, PublicKey, Signed, Trust};
use crate::packs::{Library, convert};
use crate::sessions::library::{
    Became, ChangedAnswer, Effects, FlagRow, LibraryData, NoteRow, Offer, Origin, PackRow, Refusal, Said, SignedBy,
    Told, Untrusted, Waiting,
};
use crate::store::{Store, StoreError};

use super::updates::{self, Update, file_name};
use super::{flags, items};

/// Notes that are shown.
const NOTES: usize = 2_000;
/// Archives of the folder of downloads that are looked into, the newest first.
const LOOKED_INTO: usize = 20;
/// Copies of one pack that may lie beside the data.
const COPIES: usize = 99;
/// Bytes of an archive there that is opened without being asked for.
const SMALL: u64 = 8 << 20;

/// Everything that Library shows.
///
/// # Errors
///
/// When the store cannot be read.
pub fn data(
    store: &Store,
    library: &Library,
    troubles: &[PackTrouble],
    paths: &Paths,
) -> Result<LibraryData, StoreError> {
    let on_disk = install::list(&paths.packs());
    let mut packs = packs(library, &on_disk, troubles);
    count_answered(store, &mut packs)?;
    for pack in packs.iter_mut().filter(|pack| matches!(pack.origin, Origin::Installed | Origin::Linked)) {
        let found = on_disk.iter().find(|found| found.id() == &*pack.id);
        pack.signed = found.and_then(Found::signed).map(signed_by);
    }
    let waiting = waiting(paths.downloads.as_deref(), &packs);
    Ok(LibraryData { packs, flags: flag_rows(store, library)?, notes: note_rows(store, library)?, waiting })
}

/// The packs that can be learnt, and those on the disk that cannot, as far as their heads and records tell: nobody has counted what was answered, nor
/// read what their signatures say.
pub fn packs(library: &Library, on_disk: &[Found], troubles: &[PackTrouble]) -> Vec<PackRow> {
    let row = |id: &str| -> PackRow {
        let found = on_disk.iter().find(|found| found.id() == id);
        let record = found.and_then(|found| found.record.as_ref());
        let head = library.pack(id);
        let topics = || library.topics().iter().filter(|topic| topic.id.pack() == id);
        let origin = match found {
            _ if head.is_some_and(|head| head.builtin) => Origin::Builtin,
            Some(found) if found.is_gone() => Origin::Moved,
            _ if head.is_none() => Origin::Broken,
            Some(found) if found.link.is_some() => Origin::Linked,
            _ => Origin::Installed,
        };
        let link = found.and_then(|found| found.link.as_ref()).map(|link| link.display().to_string());
        let from = link.or_else(|| record.map(|record| record.from.clone())).unwrap_or_default();
        PackRow {
            id: one_line(id, '\u{fffd}').into(),
            version: head.map(|head| head.version.clone()).unwrap_or_default(),
            title: head.map(|head| head.title.clone()).unwrap_or_default(),
            summary: head.map(|head| head.summary.clone()).unwrap_or_default(),
            languages: head.map(|head| head.languages.clone()).unwrap_or_default(),
            topics: topics().count(),
            questions: topics().map(|topic| usize::from(topic.questions)).sum(),
            prompts: library.prompts().iter().filter(|prompt| prompt.id.topic().pack() == id).count(),
            answered: 0,
            licence: head.map(|head| head.licence.clone()).unwrap_or_default(),
            authors: head.map(|head| head.authors.join(", ").into()).unwrap_or_default(),
            origin,
            from: one_line(&from, '\u{fffd}').into(),
            bytes: found.filter(|_| !matches!(origin, Origin::Builtin | Origin::Moved)).map(|found| bytes(&found.path)),
            signed: None,
            sha256: record.and_then(|record| record.sha256.as_deref()).map(Box::from),
            trouble: troubles.iter().find(|trouble| &*trouble.pack == id).cloned(),
        }
    };
    let known = library.packs().iter().map(|head| row(&head.id));
    let broken = on_disk.iter().filter(|found| library.pack(found.id()).is_none()).map(|found| row(found.id()));
    known.chain(broken).collect()
}

fn signed_by(signed: Signed) -> SignedBy {
    match signed {
        Signed::Not => SignedBy::Nobody,
        Signed::By(key) => SignedBy::Key(key.to_string().into()),
        Signed::Unfit => SignedBy::Unfit,
    }
}

/// Bytes of the files of a folder; links below it are not followed.
fn bytes(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let size = |entry: std::fs::DirEntry| match entry.file_type() {
        Ok(kind) if kind.is_dir() => bytes(&entry.path()),
        Ok(kind) if kind.is_file() => entry.metadata().map_or(0, |meta| meta.len()),
        _ => 0,
    };
    entries.map(size).sum()
}

fn count_answered(store: &Store, packs: &mut [PackRow]) -> Result<(), StoreError> {
    let mut answered: HashMap<String, usize> = HashMap::new();
    store.topic_rows(|item, _| {
        let is_question = !item.rsplit('/').next().unwrap_or_default().contains('.');
        let pack = item.split('/').next().unwrap_or_default();
        match answered.get_mut(pack) {
            _ if !is_question => {}
            Some(n) => *n += 1,
            None => _ = answered.insert(pack.to_owned(), 1),
        }
    })?;
    for pack in packs {
        pack.answered = answered.get(&*pack.id).copied().unwrap_or(0);
    }
    Ok(())
}

/// Where a question stands in its pack.
struct Standing {
    asks: Text,
    topic: Text,
    section: Box<str>,
}

fn standing(library: &Library, item: &ItemId) -> Standing {
    let topic = library.topic(&item.topic()).map(|head| head.title.clone()).unwrap_or_default();
    let section = items::question(library, item).map(|question| question.section).unwrap_or_default();
    Standing { asks: items::title(library, item).unwrap_or_default(), topic, section }
}

/// What was flagged or counted as right, the newest first.
fn flag_rows(store: &Store, library: &Library) -> Result<Vec<FlagRow>, StoreError> {
    let mut said = Vec::new();
    for (item, flag) in store.all_flags()? {
        said.push((flag.id, flag.utc, item, Said::Flag(flag.reason)));
    }
    for item in store.items_with_spellings()? {
        let history = store.history(&item)?;
        for event in live(&history) {
            if let What::Regraded { accepted: Some(text), count: Some(_), .. } = &event.what {
                said.push((event.id, event.utc, item.clone(), Said::Spelling(text.clone())));
            }
        }
    }
    said.arrange_by_key(|(id, ..)| std::cmp::Reverse(*id));
    let mut known: BTreeMap<ItemId, Standing> = BTreeMap::new();
    let row = |(id, utc, item, said): (_, _, ItemId, _)| {
        let at = known.entry(item.clone()).or_insert_with(|| standing(library, &item));
        FlagRow { id, utc, said, asks: at.asks.clone(), topic: at.topic.clone(), section: at.section.clone(), item }
    };
    Ok(said.into_iter().map(row).collect())
}

/// The notes, the newest first.
fn note_rows(store: &Store, library: &Library) -> Result<Vec<NoteRow>, StoreError> {
    let row = |(place, note): (NotePlace, crate::domain::log::Note)| {
        let (about, topic, section) = match &place {
            NotePlace::Item(item) => {
                let at = standing(library, item);
                (at.asks, at.topic, at.section)
            }
            NotePlace::Section(topic, section, _) => {
                let head = library.topic(topic);
                let part = head.and_then(|head| head.sections.iter().find(|part| part.id == *section));
                let title = head.map(|head| head.title.clone()).unwrap_or_default();
                (part.map(|part| part.title.clone()).unwrap_or_default(), title, section.clone())
            }
        };
        NoteRow { place, utc: note.utc, text: note.text, about, topic, section }
    };
    Ok(store.notes(NOTES)?.into_iter().map(row).collect())
}

/// Archives in the folder of downloads that are newer than the pack that is here, or that are of no pack here.
fn waiting(downloads: Option<&Path>, packs: &[PackRow]) -> Vec<Waiting> {
    let entries = downloads.and_then(|folder| std::fs::read_dir(folder).ok()).into_iter().flatten().flatten();
    let archive = |entry: std::fs::DirEntry| {
        let path = entry.path();
        let meta = entry.metadata().ok().filter(|meta| meta.is_file() && meta.len() <= SMALL)?;
        (path.extension()? == archive::ENDING).then(|| (meta.modified().ok(), path))
    };
    let mut found: Vec<_> = entries.filter_map(archive).collect();
    found.sort();
    let mut waiting: Vec<Waiting> = Vec::new();
    for (_, path) in found.into_iter().rev().take(LOOKED_INTO) {
        let Some(head) = archive::open(&path).ok().and_then(|jpack| jpack.head()) else { continue };
        let here = packs.iter().find(|pack| pack.id == head.id);
        let is_newer =
            here.is_none_or(|here| here.origin == Origin::Installed && numbers(&head.version) > numbers(&here.version));
        let is_first = !waiting.iter().any(|other| other.pack == head.id);
        if is_newer && is_first {
            let path = path.display().to_string().into();
            waiting.push(Waiting { pack: head.id, version: head.version, path });
        }
    }
    waiting
}

/// A pack that was looked at, kept until it is taken in.
#[derive(Debug)]
pub struct Looked {
    incoming: Incoming,
    from: String,
    there: Option<Found>,
    update: Update,
    trust: Trust,
}

/// Looks at what is at a path, and at what taking it in would do.
///
/// # Errors
///
/// Why it cannot be taken in.
pub fn look(store: &Store, root: &Path, typed: &str) -> Result<(Looked, Offer), Refusal> {
    let path = expanded(typed);
    let incoming = install::load(&path, &Options::beside(&Library::builtin())).map_err(|error| match error {
        DiffError::Refused(report) => {
            let text = crate::packs::in_both(|words| report.human(Look::default(), words));
            Refusal::Errors(report.count(crate::format::finding::Severity::Error), text)
        }
        DiffError::NoPack(CheckError::NoFolder(path) | CheckError::NoPack(path)) => {
            Refusal::NoPack(without_hostile(&path.display().to_string()))
        }
        error => Refusal::Disk(without_hostile(&error.to_string())),
    })?;
    let head = &incoming.head;
    if Library::builtin().pack(&head.id).is_some() {
        return Err(Refusal::Builtin(head.id.clone()));
    }
    // A link whose folder is gone makes room for a pack.
    let there = install::find(root, &head.id).filter(|there| !there.is_gone());
    if there.as_ref().is_some_and(|there| there.link.is_some()) {
        return Err(Refusal::Linked(head.id.clone()));
    }
    let disk = |why: String| Refusal::Disk(without_hostile(&why));
    let pins = Pins::read(root).map_err(|e| disk(format!("{}: {e}", root.display())))?;
    let trust = pins
        .judge(&head.id, incoming.signed_by(), None)
        .map_err(|why| Refusal::Untrusted(untrusted(&head.id, &why), there.is_some()))?;
    let before = match &there {
        Some(there) => archive::texts(&there.path).map_err(|e| disk(format!("{}: {e}", there.path.display())))?,
        None => BTreeMap::new(),
    };
    let found = diff(&Version::of(before), &incoming.version());
    let update = Update::of(store, &found).map_err(|e| disk(e.detail))?;
    let from = file_name(&path);
    let own = own(store, &head.id).map_err(|e| disk(e.detail))?;
    let mut offer = offer(&incoming, &found, update.effects, own);
    offer.file = from.as_str().into();
    offer.new_signer = !trust.is_known();
    offer.from = there.as_ref().map(|there| there.head.as_ref().map(|head| head.version.clone()).unwrap_or_default());
    offer.older = offer.from.as_deref().is_some_and(|from| numbers(&offer.to) < numbers(from));
    if offer.from.is_none() {
        // Of a new pack everything is new, lessons among it.
        offer.effects.files = 0;
        offer.lines.clear();
    }
    Ok((Looked { incoming, from, there, update, trust }, offer))
}

/// What is wrong with the signature of a pack, for people.
pub fn untrusted(pack: &str, why: &Distrust) -> Untrusted {
    let name = |key: PublicKey| Box::from(key.to_string());
    let (was, now) = match *why {
        Distrust::OtherKey { was, now } => (Some(was), Some(now)),
        Distrust::NotSigned(was) => (Some(was), None),
        Distrust::NotAccepted(now) => (None, now),
    };
    Untrusted { pack: pack.into(), was: was.map(name), now: now.map(name) }
}

fn offer(incoming: &Incoming, found: &Diff, effects: Effects, own: (usize, usize)) -> Offer {
    let head = &incoming.head;
    let topic_file = format!("/{}", crate::format::source::TOPIC);
    let changed = found.items.iter().filter(|item| item.change == Change::ChangedAnswer);
    let changed = changed.map(|item| ChangedAnswer {
        item: format!("{}/{}", item.topic, item.item).into(),
        asks: convert::text(&item.asks),
        answers: item.answers.as_ref().map(|(was, now)| (convert::text(was), convert::text(now))),
    });
    let changed = changed.collect();
    let line = |item: &crate::packs::diff::Changed| {
        let name = format!("{}/{}", item.topic, item.item);
        match &item.change {
            Change::Added => (Became::Added, name.into()),
            Change::Reworded => (Became::Reworded, name.into()),
            Change::ChangedAnswer => (Became::ChangedAnswer, name.into()),
            Change::Renamed(from) => (Became::Renamed, format!("{from} > {name}").into()),
            Change::Retired => (Became::Retired, name.into()),
        }
    };
    let files = found.files.iter().map(|file| (Became::OtherFile, file.clone()));
    Offer {
        pack: head.id.clone(),
        title: convert::text(&head.title),
        to: head.version.clone(),
        authors: head.authors.join(", ").into(),
        licence: head.licence.clone(),
        languages: head.languages.iter().filter_map(|code| Lang::from_code(code)).collect(),
        sha256: incoming.sha256.as_deref().map(Box::from),
        signed: incoming.signed_by().map(|key| key.to_string().into()),
        topics: incoming.texts.keys().filter(|file| file.ends_with(&topic_file)).count(),
        effects,
        changed,
        lines: found.items.iter().map(line).chain(files).collect(),
        own,
        ..Offer::default()
    }
}

/// Own notes in a pack, and own spellings.
fn own(store: &Store, pack: &str) -> Result<(usize, usize), StoreError> {
    let topic = |place: &NotePlace| -> TopicId {
        match place {
            NotePlace::Item(item) => item.topic(),
            NotePlace::Section(topic, ..) => topic.clone(),
        }
    };
    let notes = store.notes(NOTES)?.iter().filter(|(place, _)| topic(place).pack() == pack).count();
    let items = store.items_with_spellings()?;
    let spellings = items.iter().filter(|item| item.topic().pack() == pack).count();
    Ok((notes, spellings))
}

/// Whether what was looked at may still be taken in, and what the log says about it: a copy of the data, whose name is returned (none for a new pack), and
/// the questions that are asked again.
///
/// # Errors
///
/// What is told instead; nothing has changed then.
pub fn begin(store: &mut Store, root: &Path, looked: &Looked, rollover_min: u16) -> Result<Box<str>, Told> {
    let was = |found: &Found| found.head.as_ref().map(|head| head.version.clone());
    let now = install::find(root, &looked.incoming.head.id).filter(|now| !now.is_gone());
    match (&looked.there, now) {
        (None, None) => Ok(Box::default()),
        (Some(there), Some(now)) if was(there) == was(&now) && now.link.is_none() => {
            let backup = updates::record(store, &looked.update, rollover_min);
            backup.map(|path| file_name(&path).into()).map_err(|why| Told::Trouble(why.detail))
        }
        // Another hand was quicker.
        _ => Err(Told::LookAgain),
    }
}

/// Puts the files of what was looked at into their place, after [`begin`].
pub fn finish(root: &Path, looked: &Looked, backup: Box<str>) -> Told {
    let head = &looked.incoming.head;
    let folder = looked.there.as_ref().map_or(&*head.id, |there| &*there.folder);
    let put = || {
        Pins::read(root)?.keep(&head.id, looked.trust)?;
        install::put(root, folder, &looked.incoming, &looked.from)
    };
    match put() {
        Ok(()) => Told::Taken(head.id.clone(), head.version.clone(), backup),
        Err(why) => Told::Trouble(format!("{}: {why}", root.display())),
    }
}

/// Removes a pack; what was answered is kept.
pub fn remove(root: &Path, id: &str) -> Told {
    let Some(found) = install::find(root, id) else { return Told::LookAgain };
    match install::remove(root, &found) {
        Ok(()) => Told::Removed(id.into()),
        Err(why) => Told::Trouble(format!("{}: {why}", found.path.display())),
    }
}

/// Compares a pack with what was installed.
pub fn verify(root: &Path, id: &str) -> Told {
    let found = install::find(root, id).filter(|found| found.link.is_none());
    match found.and_then(|found| install::verify(&found)) {
        None => Told::NoRecord(id.into()),
        Some(differs) if differs.is_empty() => Told::Same(id.into()),
        Some(differs) => {
            let mark = |how| match how {
                How::Changed => 'M',
                How::Missing => '-',
                How::Added => '+',
            };
            Told::Differs(id.into(), differs.into_iter().map(|file| (mark(file.how), file.path.into())).collect())
        }
    }
}

/// Copies the texts of a pack into a folder of its own beside the data: nothing that is there is written over.
pub fn copy(root: &Path, id: &str, data: &Path) -> Told {
    let Some(found) = install::find(root, id) else { return Told::LookAgain };
    let exports = data.join("exports");
    let names = (1..=COPIES).map(|n| if n == 1 { found.folder.clone() } else { format!("{}-{n}", found.folder) });
    let Some(folder) = names.map(|name| exports.join(name)).find(|folder| folder.symlink_metadata().is_err()) else {
        return Told::Trouble(format!("{}: {COPIES}", exports.join(&found.folder).display()));
    };
    let write = || -> std::io::Result<()> {
        for (path, text) in archive::texts(&found.path)? {
            let file = folder.join(&*path);
            std::fs::create_dir_all(file.parent().unwrap_or(&folder))?;
            std::fs::write(file, text)?;
        }
        Ok(())
    };
    match write() {
        Ok(()) => Told::Copied(id.into(), folder.display().to_string()),
        Err(why) => Told::Trouble(format!("{}: {why}", folder.display())),
    }
}

/// Writes flags and spellings for authors into a file beside the data. `says` tells people who open it what is in it.
pub fn send(store: &Store, library: &Library, paths: &Paths, (answered, says): (bool, &str)) -> Told {
    let told = match flags::collect(store, answered) {
        Ok(told) => told,
        Err(why) => return Told::Trouble(why.detail),
    };
    let file = FlagFile::of(told, |pack| library.pack(pack).map(|head| head.version.clone()));
    if file.items.is_empty() {
        return Told::NothingToSend;
    }
    let folder = paths.data.join("exports");
    let path = folder.join("flags.json");
    let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, file.text(says)));
    match written {
        Ok(()) => Told::Sent(path.display().to_string(), file.items.len()),
        Err(why) => Told::Trouble(format!("{}: {why}", path.display())),
    }
}

/// A path as it is typed: `~` is the home folder, quotes around it go, as terminals put them around what is dropped on them.
fn expanded(typed: &str) -> PathBuf {
    let typed = typed.trim().trim_matches(['\'', '"']);
    let home = || std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE"));
    match typed.strip_prefix('~').map(|rest| rest.trim_start_matches(['/', '\\'])) {
        Some(rest) => home().map_or_else(|| PathBuf::from(typed), |home| PathBuf::from(home).join(rest)),
        None => PathBuf::from(typed),
    }
}
