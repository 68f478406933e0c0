//! Packs of the learner on the disk: put there, replaced, removed, compared with what was installed.
//!
//! # Design
//!
//! An installed pack is a plain folder below one root, named as the pack, with the texts of the archive and a record of them in a file that no reader of
//! packs looks at. It is written whole beside its place (`.<id>.new`) and then renamed. An update moves the version before aside (`.<id>.old`) in between;
//! whoever looks next, [`settle`] or another installation, puts it back when the process ended there, and takes it away when the new one is in place. So
//! there is the old version or the new one, never half of either.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::archive::{self, Jpack, SIGNATURE, sha256};
use super::check::{CheckError, Options};
use super::convert::topic_name;
use super::diff::{DiffError, Version};
use super::files;
use super::sign::{self, Signature, Signed};
use crate::domain::ids::TopicId;
use crate::format::source::PACK;
use crate::format::types::{Pack, PathKind};
use crate::format::{limits, portable, read};

/// The record's name within the pack's folder.
const RECORD: &str = ".jenjang-installed.json";
/// Bytes that it may have: each file that a pack may have, with its path and its checksum.
const RECORD_BYTES: u64 = (limits::FILES * (limits::PATH_BYTES + 128)) as u64;

/// Texts by path within the pack.
pub type Texts = BTreeMap<Box<str>, String>;

/// A pack that may be installed: it passed the check.
#[derive(Debug, Clone, Default)]
pub struct Incoming {
    /// What it says of itself.
    pub head: Pack,
    /// Its texts.
    pub texts: Texts,
    /// The SHA-256 of its archive; `None` for a folder.
    pub sha256: Option<String>,
    /// Its signature, which fits.
    pub signature: Option<Signature>,
}

/// What was installed, kept beside it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// The version.
    pub version: String,
    /// The name of the file or folder that it came from.
    pub from: String,
    /// The SHA-256 of the archive.
    pub sha256: Option<String>,
    /// The SHA-256 of each file.
    pub files: BTreeMap<String, String>,
}

/// A pack in the learner's folder.
#[derive(Debug, Clone)]
pub struct Found {
    /// The name of its folder.
    pub folder: String,
    /// Where it is.
    pub path: PathBuf,
    /// What it says of itself; `None` when that cannot be read.
    pub head: Option<Pack>,
    /// The folder that it is a link to.
    pub link: Option<PathBuf>,
    /// What was installed; `None` for one that was put there by hand.
    pub record: Option<Record>,
}

impl Found {
    /// Its id: what it says, else the name of its folder.
    pub fn id(&self) -> &str {
        self.head.as_ref().map_or(&self.folder, |head| &head.id)
    }

    /// Whether it is a link whose folder is no longer there.
    pub fn is_gone(&self) -> bool {
        self.link.is_some() && !self.path.exists()
    }

    /// What its signature says, which takes reading all of it; `None` where that is not worth a word: a folder that is followed is mostly being
    /// written, and signed when it is built.
    pub fn signed(&self) -> Option<Signed> {
        let signed = (!self.is_gone()).then(|| Signed::of(&self.path));
        signed.filter(|signed| self.link.is_none() || *signed != Signed::Not)
    }
}

/// A file that is not as it was installed.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Differs {
    /// Its path within the pack.
    pub path: String,
    /// How.
    pub how: How,
}

/// How a file differs from what was installed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum How {
    /// Its text is another one.
    Changed,
    /// It is gone.
    Missing,
    /// It was not there.
    Added,
}

/// Reads and checks an archive or a folder.
///
/// # Errors
///
/// When there is no pack, or when it has errors.
pub fn load(path: &Path, options: &Options) -> Result<Incoming, DiffError> {
    let jpack = if path.is_dir() {
        if !path.join(PACK).is_file() {
            return Err(CheckError::NoPack(path.to_owned()).into());
        }
        let name = path.to_string_lossy();
        Jpack { name: files::shown(name.trim_end_matches('/')), texts: read_whole(path, options)?, ..Jpack::default() }
    } else {
        archive::open(path).map_err(|_| CheckError::NoFolder(path.to_owned()))?
    };
    checked(jpack, options)?.ok_or_else(|| CheckError::NoPack(path.to_owned()).into())
}

/// What is in memory, when it passes the check: nothing else is installed, whatever becomes of the folder that it was read from. `None` when there
/// is no pack in it.
fn checked(jpack: Jpack, options: &Options) -> Result<Option<Incoming>, DiffError> {
    let sha256 = Some(jpack.sha256.clone()).filter(|sum| !sum.is_empty());
    let (report, mut texts) = jpack.report(options);
    if report.is_refused() {
        return Err(DiffError::Refused(Box::new(report)));
    }
    let head = texts.get(PACK).and_then(|text| read::pack(text).value);
    // The check has refused one that does not fit.
    let signature = texts.remove(SIGNATURE).and_then(|text| Signature::parse(&text));
    Ok(head.map(|head| Incoming { head, texts, sha256, signature }))
}

/// The texts of a folder in which nothing keeps them from being read. What does is told by the check of the folder itself: texts alone do not show it.
fn read_whole(folder: &Path, options: &Options) -> Result<Texts, DiffError> {
    if let Ok(listing) = files::list(folder)
        && listing.findings.is_empty()
        && listing.misnamed.is_empty()
        && let Ok(texts) = carried(folder, listing)
    {
        return Ok(texts);
    }
    let report = super::check::check(folder, options)?;
    if report.is_refused() {
        return Err(DiffError::Refused(Box::new(report)));
    }
    Ok(carried(folder, files::list(folder)?)?)
}

/// The texts of a folder that was listed, and its signature among them.
fn carried(folder: &Path, listing: files::Listing) -> io::Result<Texts> {
    let mut texts = archive::listed_texts(folder, listing)?;
    texts.extend(sign::beside(folder).map(|text| (SIGNATURE.into(), text)));
    Ok(texts)
}

impl Incoming {
    /// Who has signed it.
    pub fn signed_by(&self) -> Option<sign::PublicKey> {
        self.signature.map(|signature| signature.key)
    }

    /// The topic to begin with: the first of the first roadmap, else the first that requires no other of its own, else the first.
    pub fn first_topic(&self) -> Option<TopicId> {
        let (pack, langs) = (&*self.head.id, self.head.langs());
        let topics = self.texts.iter().filter(|(path, _)| path.ends_with("/topic.toml"));
        let topics: Vec<_> = topics.filter_map(|(_, text)| read::topic(text, langs).value).collect();
        let here = |name: &str| {
            let id = topic_name(pack, name);
            (id.pack() == pack && topics.iter().any(|topic| &*topic.id == id.local())).then_some(id)
        };
        let of_paths = self.texts.iter().filter(|(path, _)| path.starts_with("paths/"));
        let mut paths = of_paths.filter_map(|(_, text)| read::path(text, langs).value);
        let roadmap = paths.find(|path| path.kind == PathKind::Roadmap);
        let mut stops = roadmap.iter().flat_map(|path| &path.stages).flat_map(|stage| &stage.topics);
        let free = || topics.iter().find(|topic| topic.requires.iter().all(|name| here(name).is_none()));
        let first = || free().or(topics.first()).map(|topic| TopicId::new(pack, &topic.id));
        stops.find_map(|stop| here(stop)).or_else(first)
    }

    /// For comparing it.
    pub fn version(&self) -> Version {
        Version::of(self.texts.clone())
    }

    fn record(&self, from: &str, files: &[(&str, &str)]) -> Record {
        let files = files.iter().map(|(path, text)| ((*path).to_owned(), sha256(text.as_bytes())));
        Record {
            version: self.head.version.to_string(),
            from: from.to_owned(),
            sha256: self.sha256.clone(),
            files: files.collect(),
        }
    }
}

/// All packs below `root`, in order of their folders.
pub fn list(root: &Path) -> Vec<Found> {
    settle(root);
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    // A link whose folder is gone is still the learner's: it is told of, not forgotten.
    let is_pack = |path: PathBuf| path.is_dir() || (path.is_symlink() && !path.exists());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.') && is_pack(root.join(name))).collect();
    names.sort();
    let found = names.into_iter().map(|folder| {
        let path = root.join(&folder);
        let head = files::text(&path, PACK).ok().and_then(|text| read::pack(&text).value);
        let link = fs::read_link(&path).ok();
        let record = if link.is_none() { record(&path) } else { None };
        Found { link, head, record, folder, path }
    });
    found.collect()
}

/// The record of an installation; `None` where there is none that an installation has written: whoever gave the folder may have put anything there.
fn record(folder: &Path) -> Option<Record> {
    let path = folder.join(RECORD);
    fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let mut text = Vec::new();
    fs::File::open(path).ok()?.take(RECORD_BYTES).read_to_end(&mut text).ok()?;
    let mut record: Record = serde_json::from_slice(&text).ok()?;
    let is_sum = |sum: &String| sum.len() == 64 && sum.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_sound = record.sha256.iter().chain(record.files.values()).all(is_sum)
        && record.files.keys().all(|path| portable::trouble(path).is_none());
    record.from = files::shown(&record.from);
    record.version = files::shown(&record.version);
    is_sound.then_some(record)
}

/// The installed pack of an id.
pub fn find(root: &Path, id: &str) -> Option<Found> {
    list(root).into_iter().find(|found| found.id() == id)
}

/// Puts a pack into the folder of that name below `root`, in place of the one that is there.
///
/// # Errors
///
/// When the disk does not take it; then everything is as it was.
pub fn put(root: &Path, folder: &str, incoming: &Incoming, from: &str) -> io::Result<()> {
    fs::create_dir_all(root)?;
    settle(root);
    let (place, new, old) = places(root, folder)?;
    clear(&new)?;
    let written = write_all(&new, incoming, from).and_then(|()| {
        if place.symlink_metadata().is_ok() {
            clear(&old)?;
            fs::rename(&place, &old)?;
        }
        fs::rename(&new, &place)
    });
    if let Err(error) = written {
        let _ = clear(&new);
        settle(root);
        return Err(error);
    }
    let _ = fs::File::open(root).and_then(|dir| dir.sync_all());
    // The new version is in place: an old one that cannot be taken away is only in the way, and out of sight.
    let _ = take_away(root, folder, &old);
    Ok(())
}

/// Takes something away, if it is there: out of its place at once, so that no half of it is ever put back; the rest may take its time.
fn take_away(root: &Path, folder: &str, what: &Path) -> io::Result<()> {
    if what.symlink_metadata().is_err() {
        return Ok(());
    }
    let gone = beside(root, folder, "gone");
    clear(&gone)?;
    fs::rename(what, &gone)?;
    let _ = clear(&gone);
    Ok(())
}

fn write_all(folder: &Path, incoming: &Incoming, from: &str) -> io::Result<()> {
    let signature = incoming.signature.map(|signature| signature.text());
    let texts = incoming.texts.iter().map(|(path, text)| (&**path, text.as_str()));
    let files: Vec<(&str, &str)> = texts.chain(signature.as_deref().map(|text| (SIGNATURE, text))).collect();
    let record = serde_json::to_string_pretty(&incoming.record(from, &files))?;
    for (path, text) in files.into_iter().chain([(RECORD, record.as_str())]) {
        let file = folder.join(path);
        fs::create_dir_all(file.parent().unwrap_or(folder))?;
        let mut file = fs::File::create_new(file)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
    }
    Ok(())
}

/// Makes a link below `root` to a pack that is being written: what is saved there is there on the next look.
///
/// # Errors
///
/// When the system does not make links.
pub fn link(root: &Path, folder: &str, target: &Path) -> io::Result<()> {
    fs::create_dir_all(root)?;
    let (place, ..) = places(root, folder)?;
    let target = fs::canonicalize(target)?;
    #[cfg(unix)]
    return std::os::unix::fs::symlink(target, place);
    #[cfg(windows)]
    return std::os::windows::fs::symlink_dir(target, place);
    #[cfg(not(any(unix, windows)))]
    return Err(io::Error::new(
        io::ErrorKind::Unsupported,
        format!("no links: {} {}", target.display(), place.display()),
    ));
}

/// Removes a pack; of a linked one only the link.
///
/// # Errors
///
/// When the disk refuses.
pub fn remove(root: &Path, found: &Found) -> io::Result<()> {
    // First: a version that was left aside would be put back as soon as the place is free.
    take_away(root, &found.folder, &beside(root, &found.folder, "old"))?;
    if found.link.is_some() {
        return fs::remove_file(&found.path).or_else(|_| fs::remove_dir(&found.path));
    }
    take_away(root, &found.folder, &found.path)
}

/// Files that are not as they were installed; `None` without a record.
pub fn verify(found: &Found) -> Option<Vec<Differs>> {
    let record = found.record.as_ref()?;
    // What the program reads: a file behind a link, be it the link of a folder, is not among it, whatever its words are.
    let mut there: BTreeSet<Box<str>> = archive::paths(&found.path).unwrap_or_default().into_iter().collect();
    there.extend(sign::beside(&found.path).map(|_| SIGNATURE.into()));
    let is_same = |path: &str, sum: &str| {
        there.contains(path) && files::text(&found.path, path).is_ok_and(|text| sha256(text.as_bytes()) == sum)
    };
    let mut differs = Vec::new();
    for (path, _) in record.files.iter().filter(|(path, sum)| !is_same(path, sum)) {
        let is_gone = found.path.join(path).symlink_metadata().is_err();
        differs.push(Differs { path: path.clone(), how: if is_gone { How::Missing } else { How::Changed } });
    }
    let added = there.iter().filter(|path| !record.files.contains_key(&***path));
    differs.extend(added.map(|path| Differs { path: path.to_string(), how: How::Added }));
    differs.sort();
    Some(differs)
}

/// Puts back what an installation that was ended in the middle had moved aside, or takes it away when what came after it is in place.
pub fn settle(root: &Path) {
    let entries = fs::read_dir(root).into_iter().flatten().flatten();
    for name in entries.filter_map(|entry| entry.file_name().into_string().ok()) {
        if let Some(folder) = name.strip_prefix('.').and_then(|name| name.strip_suffix(".old")) {
            // What an installation cannot have moved is somebody else's.
            let Ok((place, _, old)) = places(root, folder) else { continue };
            let _ = match place.symlink_metadata() {
                Ok(_) => take_away(root, folder, &old),
                Err(_) => fs::rename(old, place),
            };
        }
    }
}

/// The place of a pack, and the two beside it.
fn places(root: &Path, folder: &str) -> io::Result<(PathBuf, PathBuf, PathBuf)> {
    if portable::trouble(folder).is_some() || folder.contains('/') {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("{folder} cannot be the name of a folder")));
    }
    Ok((root.join(folder), beside(root, folder, "new"), beside(root, folder, "old")))
}

/// A place beside that of a pack, out of sight of every reader.
fn beside(root: &Path, folder: &str, ending: &str) -> PathBuf {
    root.join(format!(".{folder}.{ending}"))
}

/// Removes a folder, a file or a link, if there is one.
fn clear(path: &Path) -> io::Result<()> {
    let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
    match path.symlink_metadata() {
        Err(_) => Ok(()),
        Ok(meta) if meta.is_dir() => fs::remove_dir_all(path).map_err(named),
        Ok(_) => fs::remove_file(path).or_else(|_| fs::remove_dir(path)).map_err(named),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn incoming(version: &str, lesson: &str) -> Incoming {
        let head = format!("id = \"p\"\nversion = \"{version}\"\ntitle = \"P\"\nlanguages = [\"en\"]\n");
        let topic = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
        let texts = [("pack.toml", head.as_str()), ("t/topic.toml", topic), ("t/lesson.en.md", lesson)];
        let texts: Texts = texts.into_iter().map(|(path, text)| (path.into(), text.to_owned())).collect();
        let head = read::pack(&texts["pack.toml"]).value.unwrap_or_default();
        Incoming { head, texts, ..Incoming::default() }
    }

    fn installed(version: &str) -> (tempfile::TempDir, PathBuf) {
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        put(root.path(), "p", &incoming(version, "Words.\n"), "p.jpack").unwrap_or_else(|e| panic!("{e}"));
        let place = root.path().join("p");
        (root, place)
    }

    fn version(root: &Path) -> Option<String> {
        find(root, "p").and_then(|found| Some(found.head?.version.to_string()))
    }

    fn names(root: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(root)
            .into_iter()
            .flatten()
            .flatten()
            .map(|e| e.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn an_update_replaces_the_whole_folder_and_leaves_nothing_beside_it() {
        let (root, place) = installed("0.1.0");
        fs::write(place.join("t/old.toml"), "x = 1\n").unwrap_or_else(|e| panic!("{e}"));
        put(root.path(), "p", &incoming("0.2.0", "More.\n"), "p.jpack").unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(version(root.path()).as_deref(), Some("0.2.0"));
        assert!(!place.join("t/old.toml").exists());
        assert_eq!(names(root.path()), ["p"]);
        assert_eq!(find(root.path(), "p").and_then(|found| verify(&found)), Some(Vec::new()));
    }

    #[test]
    fn an_installation_that_ended_anywhere_leaves_the_old_version_or_the_new_one() {
        // Before anything was moved: the new one is half written.
        let (root, _) = installed("0.1.0");
        fs::create_dir_all(root.path().join(".p.new/t")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(version(root.path()).as_deref(), Some("0.1.0"));
        // Between the two moves: the old one is aside.
        fs::rename(root.path().join("p"), root.path().join(".p.old")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(version(root.path()).as_deref(), Some("0.1.0"));
        // After both: the old one was not cleared yet. The next update does.
        fs::create_dir_all(root.path().join(".p.old/t")).unwrap_or_else(|e| panic!("{e}"));
        put(root.path(), "p", &incoming("0.2.0", "More.\n"), "x").unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((version(root.path()).as_deref(), names(root.path())), (Some("0.2.0"), vec!["p".to_owned()]));
    }

    #[test]
    fn a_version_that_was_left_aside_goes_when_the_one_after_it_is_in_place() {
        let (root, _) = installed("0.2.0");
        fs::create_dir_all(root.path().join(".p.old/t")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(version(root.path()).as_deref(), Some("0.2.0"));
        assert_eq!(names(root.path()), ["p"]);
    }

    #[test]
    fn a_pack_that_was_removed_does_not_come_back_as_the_version_before() {
        let (root, _) = installed("0.2.0");
        let found = find(root.path(), "p").unwrap_or_else(|| panic!("it is there"));
        // Left by another update, after the last look.
        fs::create_dir_all(root.path().join(".p.old/t")).unwrap_or_else(|e| panic!("{e}"));
        remove(root.path(), &found).unwrap_or_else(|e| panic!("{e}"));
        assert!(list(root.path()).is_empty());
        assert_eq!(names(root.path()), Vec::<String>::new());
    }

    #[test]
    fn what_cannot_be_written_leaves_everything_as_it_was() {
        let (root, _) = installed("0.1.0");
        let mut broken = incoming("0.2.0", "More.\n");
        broken.texts.insert("t".into(), "a file where a folder is\n".into());
        assert!(put(root.path(), "p", &broken, "x").is_err());
        assert_eq!((version(root.path()).as_deref(), names(root.path())), (Some("0.1.0"), vec!["p".to_owned()]));
        for name in ["../p", "a/b", "con", ""] {
            assert!(put(root.path(), name, &incoming("0.1.0", "x\n"), "x").is_err(), "{name:?}");
        }
    }

    #[test]
    fn verify_names_what_was_changed_by_hand() {
        let (root, place) = installed("0.1.0");
        fs::write(place.join("t/lesson.en.md"), "Other words.\n").unwrap_or_else(|e| panic!("{e}"));
        fs::write(place.join("glossary.toml"), "").unwrap_or_else(|e| panic!("{e}"));
        fs::remove_file(place.join("t/topic.toml")).unwrap_or_else(|e| panic!("{e}"));
        let found = find(root.path(), "p").unwrap_or_else(|| panic!("it is there"));
        let told: Vec<(String, How)> =
            verify(&found).unwrap_or_default().into_iter().map(|d| (d.path, d.how)).collect();
        let expected =
            [("glossary.toml", How::Added), ("t/lesson.en.md", How::Changed), ("t/topic.toml", How::Missing)];
        assert_eq!(told, expected.map(|(path, how)| (path.to_owned(), how)));
    }

    #[test]
    fn a_file_that_cannot_be_read_is_changed_and_the_others_are_as_they_were() {
        let (root, place) = installed("0.1.0");
        fs::write(place.join("t/lesson.en.md"), b"Words\xff.\n").unwrap_or_else(|e| panic!("{e}"));
        let found = find(root.path(), "p").unwrap_or_else(|| panic!("it is there"));
        let lesson = Differs { path: "t/lesson.en.md".to_owned(), how: How::Changed };
        assert_eq!(verify(&found), Some(vec![lesson]));
    }

    #[cfg(unix)]
    #[test]
    fn a_topic_that_lies_behind_a_link_is_changed_though_its_words_are_the_same() {
        let ((root, place), outside) = (installed("0.1.0"), tempfile::tempdir().unwrap_or_else(|e| panic!("{e}")));
        let elsewhere = outside.path().join("t");
        fs::rename(place.join("t"), &elsewhere).unwrap_or_else(|e| panic!("{e}"));
        std::os::unix::fs::symlink(&elsewhere, place.join("t")).unwrap_or_else(|e| panic!("{e}"));
        let told = || find(root.path(), "p").and_then(|found| verify(&found)).unwrap_or_default();
        let files = |how| ["t/lesson.en.md", "t/topic.toml"].map(|path| Differs { path: path.to_owned(), how });
        assert_eq!(told(), files(How::Changed));
        fs::remove_dir_all(elsewhere).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(told(), files(How::Missing));
    }

    #[test]
    fn a_folder_that_changes_after_its_check_is_installed_as_little_as_one_that_fails_it() {
        let texts = incoming("0.1.0", "Intro.\n\n## S {#s}\n\nText.\n").texts;
        let key = sign::SecretKey::make().unwrap_or_else(|e| panic!("{e}"));
        let load = |lesson: &str, signature: &str| {
            let mut texts = texts.clone();
            texts.insert("t/lesson.en.md".into(), lesson.into());
            texts.insert(SIGNATURE.into(), signature.into());
            checked(Jpack { name: "p".into(), texts, ..Jpack::default() }, &Options::default())
        };
        let signature = key.sign(&texts).text();
        let good = load(&texts["t/lesson.en.md"], &signature).unwrap_or_else(|e| panic!("{e:?}"));
        let good = good.unwrap_or_else(|| panic!("a pack"));
        assert_eq!((good.signed_by(), good.sha256), (Some(key.public()), None));
        assert!(matches!(load("Intro.\n\n## S {#s}\n\nOther.\n", &signature), Err(DiffError::Refused(_))));
        assert!(matches!(load(&texts["t/lesson.en.md"], "no signature"), Err(DiffError::Refused(_))));
    }

    #[test]
    fn the_topic_to_begin_with_is_the_first_of_the_roadmap_or_one_that_requires_none_of_its_own() {
        let mut pack = incoming("0.1.0", "Words.\n");
        let mut put = |path: &str, text: String| drop(pack.texts.insert(path.into(), text));
        let topic = |id: &str, requires: &str| {
            format!(
                "id = \"{id}\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\nrequires = [{requires}]\n\n[[section]]\nid = \"s\"\n"
            )
        };
        put("t/topic.toml", topic("t", "\"p/u\""));
        put("u/topic.toml", topic("u", "\"other/t\""));
        put("v/topic.toml", topic("v", ""));
        let path = |kind: &str, stop: &str| {
            format!(
                "id = \"{kind}\"\nkind = \"{kind}\"\ntitle = \"P\"\n\n[[stage]]\ntitle = \"S\"\ntopics = [\"other/v\", \"{stop}\"]\n"
            )
        };
        let first = |pack: &Incoming| pack.first_topic().map(|topic| topic.as_str().to_owned());
        assert_eq!(first(&pack).as_deref(), Some("p/u"));
        pack.texts.insert("paths/a.toml".into(), path("track", "t"));
        assert_eq!(first(&pack).as_deref(), Some("p/u"), "a track is for later");
        pack.texts.insert("paths/b.toml".into(), path("roadmap", "p/v"));
        assert_eq!(first(&pack).as_deref(), Some("p/v"));
    }

    #[test]
    fn a_record_that_no_installation_has_written_is_none() {
        let (root, place) = installed("0.1.0");
        let good = fs::read_to_string(place.join(RECORD)).unwrap_or_else(|e| panic!("{e}"));
        let read = |text: &str| {
            fs::write(place.join(RECORD), text).unwrap_or_else(|e| panic!("{e}"));
            find(root.path(), "p").and_then(|found| found.record)
        };
        assert_eq!(read(&good).map(|record| record.from).as_deref(), Some("p.jpack"));
        let sum = format!("\"sha256\": \"{}\"", sha256(b"x"));
        assert!(read(&good.replace("\"sha256\": null", &sum)).is_some());
        assert_eq!(read(&good.replace("\"sha256\": null", "\"sha256\": \"\\u001b[2J\"")), None);
        for path in ["t/\\u001b[2J.toml", "t/\\nx", "../up", "/etc/passwd"] {
            assert_eq!(read(&good.replace("t/topic.toml", path)), None, "{path}");
        }
        let told = read(&good.replace("p.jpack", "\\u001b[2J\\np.jpack")).map(|record| record.from);
        assert_eq!(told.as_deref(), Some("\u{fffd}[2J\u{fffd}p.jpack"));
        let most = usize::try_from(RECORD_BYTES).unwrap_or(0);
        assert_eq!(read(&format!("{}{good}", " ".repeat(most))), None, "reading has an end");
        assert!(read(&good).is_some());
    }

    #[cfg(unix)]
    #[test]
    fn no_record_is_read_through_a_link() {
        let (elsewhere, place) = installed("0.1.0");
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        link(root.path(), "p", &place).unwrap_or_else(|e| panic!("{e}"));
        let record = |root: &Path| find(root, "p").and_then(|found| found.record);
        assert_eq!((record(root.path()), record(elsewhere.path()).is_some()), (None, true));
    }

    #[cfg(unix)]
    #[test]
    fn removing_a_linked_pack_leaves_the_folder_that_it_points_to() {
        let (elsewhere, place) = installed("0.1.0");
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        link(root.path(), "p", &place).unwrap_or_else(|e| panic!("{e}"));
        let found = find(root.path(), "p").unwrap_or_else(|| panic!("it is there"));
        assert!(found.link.is_some());
        remove(root.path(), &found).unwrap_or_else(|e| panic!("{e}"));
        assert!(find(root.path(), "p").is_none() && version(elsewhere.path()).is_some());
        let own = find(elsewhere.path(), "p").unwrap_or_else(|| panic!("it is there"));
        remove(elsewhere.path(), &own).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(names(elsewhere.path()), Vec::<String>::new());
    }
}
