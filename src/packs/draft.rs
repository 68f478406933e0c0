//! A pack that is being written: the last version of each of its parts that was good.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::check::Tree;
use super::files::{self, Entry};
use super::install::Texts;
use super::installed::{Installed, Part, Record, RecordKind};
use super::library::Library;
use super::scan::{self, LastHead};
use crate::domain::catalog::PackTrouble;
use crate::domain::ids::TopicId;
use crate::format::key::fnv;

/// The folder that stands for the pack in its records.
const FOLDER: &str = "pack";

/// A pack as its author last had it without errors, topic by topic.
///
/// Each part goes the way of an installed pack: read, checked, packed. So what is shown of it is what learners will get.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    good: BTreeMap<Box<str>, Arc<Record>>,
}

/// What taking the texts of a pack has come to.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Taken {
    /// Parts that are new or have changed: folders within the pack, empty for the pack's own files.
    pub changed: Vec<Box<str>>,
    /// Parts whose texts have errors: they stay as they were last good, or are missing if they never were.
    pub broken: Vec<(Box<str>, PackTrouble)>,
}

impl Draft {
    /// Takes the texts of the pack as they are now. What has not changed is not read again.
    pub fn take(&mut self, texts: Texts) -> Taken {
        let entries: Vec<Entry> = texts.iter().map(|(path, text)| entry(path, text)).collect();
        self.take_from(&Tree::Memory(texts), &entries)
    }

    /// The same from the pack's folder; nothing when it cannot be read. A file that was not written since is not opened.
    pub fn take_folder(&mut self, root: &Path) -> Taken {
        let entries = files::list(root).map(|listing| listing.files);
        entries.map_or_else(|_| Taken::default(), |entries| self.take_from(&Tree::Disk(root.to_owned()), &entries))
    }

    fn take_from(&mut self, tree: &Tree, entries: &[Entry]) -> Taken {
        let folders = scan::folders(FOLDER, entries);
        // Without its head there is no pack: somebody is moving files about.
        if folders.is_empty() {
            return Taken::default();
        }
        let mut taken = Taken::default();
        let mut head = LastHead::default();
        self.good.retain(|path, _| folders.iter().any(|folder| folder.path == *path));
        for folder in folders {
            if self.good.get(&folder.path).is_some_and(|good| good.stamp == folder.stamp) {
                continue;
            }
            let within = folder.path.strip_prefix(FOLDER).unwrap_or_default().trim_start_matches('/').into();
            match scan::read_from(tree, &folder, &mut head) {
                Ok(record) => {
                    taken.changed.push(within);
                    self.good.insert(folder.path.clone(), Arc::new(record));
                }
                Err(trouble) => taken.broken.push((within, *trouble)),
            }
        }
        taken
    }

    /// The pack alone, as a library.
    pub fn library(&self) -> Library {
        let heads = self.good.values().map(|record| record.to_head()).collect();
        let records = self.good.clone();
        let fetch = move |folder: &str, part: Part| {
            let record = records.get(folder)?;
            Some(match part {
                Part::Questions => record.questions.clone(),
                Part::Body => record.body.clone(),
                Part::Prompts => record.prompts.clone(),
            })
        };
        Library::alone(Installed { heads, fetch: Box::new(fetch) })
    }

    /// The folder within the pack that a topic of its library came from.
    pub fn folder_of<'a>(library: &'a Library, topic: &TopicId) -> Option<&'a str> {
        library.folder(topic)?.strip_prefix(FOLDER).map(|within| within.trim_start_matches('/'))
    }

    /// Whether the pack's own files were ever good: without them no topic can be shown.
    pub fn has_head(&self) -> bool {
        self.good.values().any(|record| record.kind == RecordKind::Pack)
    }
}

/// The files of a pack's folder that are read, as a number that changes when one of them is written, made or removed; looks at names, sizes and times
/// alone. `None` when the folder cannot be looked at.
pub fn stamp(root: &Path) -> Option<u64> {
    let mut bytes = Vec::new();
    let listing = files::list(root).ok()?;
    for file in listing.files {
        file.stamp(&mut bytes);
    }
    Some(fnv(&bytes))
}

/// The texts of a pack's folder, cleaned; what cannot be read is left out.
pub fn texts(root: &Path) -> Texts {
    let files = files::list(root).map(|listing| listing.files).unwrap_or_default();
    files.into_iter().filter_map(|file| Some((file.path.clone(), files::text(root, &file.path).ok()?))).collect()
}

/// A text as a file of which only the content counts.
fn entry(path: &str, text: &str) -> Entry {
    Entry { path: path.into(), size: text.len() as u64, modified: u128::from(fnv(text.as_bytes())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"P\"\nlanguages = [\"en\"]\n";
    const TOPIC: &str = "id = \"one\"\ntitle = \"One\"\nlevel = 1\nminutes = 5\n[[section]]\nid = \"s\"\n";
    const QUESTION: &str = "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"Which header?\"\nanswer = \"Retry-After\"\n";

    fn texts(question: &str) -> Texts {
        let all = [
            ("pack.toml", HEAD),
            ("one/topic.toml", TOPIC),
            ("one/questions.toml", question),
            ("one/lesson.en.md", "Words.\n\n## S {#s}\n"),
        ];
        all.into_iter().map(|(path, text)| (path.into(), text.to_owned())).collect()
    }

    fn prompt(draft: &Draft) -> Option<String> {
        let item = TopicId::new("p", "one").item("q");
        draft.library().question(&item).ok().map(|q| q.prompt.en.to_string())
    }

    #[test]
    fn a_broken_topic_stays_as_it_was_last_good_and_comes_back_when_it_is_mended() {
        let mut draft = Draft::default();
        let first = draft.take(texts(QUESTION));
        assert_eq!((first.changed, first.broken), (vec!["".into(), "one".into()], vec![]));
        assert_eq!(draft.take(texts(QUESTION)), Taken::default(), "nothing has changed");
        let broken = draft.take(texts(&QUESTION.replace("level", "levle").replace("Which", "What")));
        assert_eq!(broken.changed, Vec::<Box<str>>::new());
        assert_eq!(broken.broken.iter().map(|(folder, _)| &**folder).collect::<Vec<_>>(), ["one"]);
        assert_eq!(prompt(&draft).as_deref(), Some("Which header?"));
        draft.take(texts(&QUESTION.replace("Which", "What")));
        assert_eq!(prompt(&draft).as_deref(), Some("What header?"));
    }

    #[test]
    fn what_is_gone_from_the_folder_is_gone_from_the_pack() {
        let mut draft = Draft::default();
        draft.take(texts(QUESTION));
        let mut less = texts(QUESTION);
        less.retain(|path, _| &**path == "pack.toml");
        draft.take(less);
        assert!(draft.has_head() && draft.library().topics().is_empty());
    }

    #[test]
    fn a_draft_knows_no_built_in_pack() {
        let mut draft = Draft::default();
        draft.take(texts(QUESTION));
        let library = draft.library();
        assert_eq!(library.packs().iter().map(|pack| &*pack.id).collect::<Vec<_>>(), ["p"]);
    }
}
