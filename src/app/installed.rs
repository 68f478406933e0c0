//! Installed packs between the disk and the cache: `packs` looks and reads, `store` keeps, and neither knows of the other.

use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use crate::domain::catalog::PackTrouble;
use crate::packs::{self, Fetch, Head, Installed, Known, LastHead, Library, Part, Record, RecordKind};
use crate::store::StoreError;
use crate::store::cache::{Cache, Folder};

/// Folders that are written in one transaction: enough to be quick, few enough to hold in memory.
const BATCH: usize = 32;

/// The cache as several threads share it.
pub type SharedCache = Arc<Mutex<Cache>>;

/// What bringing the cache up to date has changed.
#[derive(Debug, Default)]
pub struct Refreshed {
    /// Folders that were read again.
    pub read: Vec<Box<str>>,
    /// Folders that are no longer there.
    pub gone: Vec<Box<str>>,
    /// Packs that could not be used as they are on the disk, one entry for each.
    pub troubles: Vec<PackTrouble>,
}

/// Compares the packs folder with the cache and reads what has changed. Unchanged files are looked at and not opened.
///
/// # Errors
///
/// What the cache says; then the library has the built-in packs and what the cache knew before.
pub fn refresh(root: &Path, cache: &SharedCache) -> Result<Refreshed, StoreError> {
    let known = lock(cache).stamps()?;
    let known: Vec<Known> = known.into_iter().map(|(folder, stamp)| Known { folder: folder.into(), stamp }).collect();
    let scan = packs::scan(root, &known);
    let mut done = Refreshed { troubles: scan.troubles, gone: scan.gone, read: Vec::new() };
    if !done.gone.is_empty() {
        lock(cache).remove(&done.gone)?;
    }
    let mut head = LastHead::default();
    for batch in scan.changed.chunks(BATCH) {
        let mut rows = Vec::with_capacity(batch.len());
        for folder in batch {
            match packs::read(root, folder, &mut head) {
                Ok(record) => {
                    done.read.push(record.folder.clone());
                    rows.push(row(record));
                }
                Err(trouble) => done.troubles.push(*trouble),
            }
        }
        lock(cache).put(&rows)?;
    }
    done.troubles = packs::by_pack(done.troubles);
    Ok(done)
}

/// The library with everything that the cache knows; the built-in packs alone when it cannot be asked.
pub fn library(cache: &SharedCache) -> Library {
    let library = Library::builtin();
    let Ok(heads) = lock(cache).heads() else {
        return library;
    };
    let head = |head: crate::store::cache::FolderHead| {
        Some(Head { folder: head.name.into(), kind: RecordKind::from_number(head.kind)?, head: head.head })
    };
    let heads: Vec<Head> = heads.into_iter().filter_map(head).collect();
    if heads.is_empty() {
        return library;
    }
    let cache = Arc::clone(cache);
    let fetch: Fetch = Box::new(move |folder, part| lock(&cache).part(folder, part.number()).ok().flatten());
    library.with_installed(Installed { heads, fetch })
}

fn row(record: Record) -> Folder {
    Folder {
        name: record.folder.into(),
        stamp: record.stamp,
        kind: record.kind.number(),
        head: record.head,
        parts: vec![
            (Part::Questions.number(), record.questions),
            (Part::Body.number(), record.body),
            (Part::Prompts.number(), record.prompts),
        ],
    }
}

/// A panic of another thread in the middle of a query leaves nothing half done: SQLite rolls back.
pub(super) fn lock(cache: &SharedCache) -> std::sync::MutexGuard<'_, Cache> {
    cache.lock().unwrap_or_else(PoisonError::into_inner)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::TopicId;

    fn write(root: &Path, path: &str, text: &str) {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(root)).unwrap_or_else(|e| panic!("{path}: {e}"));
        std::fs::write(&file, text).unwrap_or_else(|e| panic!("{path}: {e}"));
    }

    const PACK: &str = "id = 'notes'\nversion = '0.1.0'\ntitle = 'Notes'\nlanguages = ['en']\n";
    const TOPIC: &str = "id = 'one'\ntitle = 'One'\nlevel = 1\nminutes = 5\n[[section]]\nid = 's'\n";
    const QUESTION: &str = "[[question]]\nid = 'q'\nkind = 'short'\nlevel = 1\nsection = 's'\nprompt = 'Which header?'\nanswer = 'Retry-After'\n";

    fn cache() -> SharedCache {
        Arc::new(Mutex::new(Cache::in_memory().unwrap_or_else(|e| panic!("{e}"))))
    }

    fn refreshed(root: &Path, cache: &SharedCache) -> (usize, usize, usize) {
        let done = refresh(root, cache).unwrap_or_else(|e| panic!("{e}"));
        (done.read.len(), done.gone.len(), done.troubles.len())
    }

    #[test]
    fn an_installed_pack_goes_through_the_cache_into_the_library_and_out_again() {
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        write(root.path(), "notes/pack.toml", PACK);
        write(root.path(), "notes/one/topic.toml", TOPIC);
        write(root.path(), "notes/one/questions.toml", QUESTION);
        write(root.path(), "notes/one/lesson.en.md", "Words.\n\n## S {#s}\n");
        let cache = cache();
        assert_eq!(refreshed(root.path(), &cache), (2, 0, 0));
        assert_eq!(refreshed(root.path(), &cache), (0, 0, 0), "nothing has changed");

        let one = TopicId::new("notes", "one");
        let item = one.item("q");
        let asked = library(&cache).question(&item).map(|question| question.id.clone());
        assert_eq!(asked.ok(), Some(item.clone()));

        write(root.path(), "notes/one/questions.toml", &QUESTION.replace("level", "levle"));
        assert_eq!(refreshed(root.path(), &cache), (0, 0, 1));
        assert!(library(&cache).question(&item).is_ok(), "the last good version stays");

        std::fs::remove_dir_all(root.path().join("notes")).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(refreshed(root.path(), &cache), (0, 2, 0));
        assert!(library(&cache).topic(&one).is_none());
    }

    #[test]
    fn an_installed_interview_prompt_is_indexed_and_found() {
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        write(root.path(), "notes/pack.toml", PACK);
        write(root.path(), "notes/one/topic.toml", TOPIC);
        write(root.path(), "notes/one/lesson.en.md", "Words.\n\n## S {#s}\n");
        write(root.path(), "notes/one/prompts.toml", include_str!("../format/fixtures/prompt.toml"));
        let cache = cache();
        refreshed(root.path(), &cache);
        let library = library(&cache);
        let prompt =
            library.prompts().iter().find(|p| p.id.as_str().starts_with("notes/one/")).map(|p| p.id.to_string());
        let prompt = prompt.unwrap_or_else(|| panic!("the prompt is in the library"));
        // On a thread of its own: what waits for itself would wait for ever.
        let (tell, told) = std::sync::mpsc::channel();
        let shared = Arc::clone(&cache);
        std::thread::spawn(move || {
            super::super::desk::search::bring_up_to_date(&library, &shared);
            let _ = tell.send(());
        });
        let waited = told.recv_timeout(std::time::Duration::from_secs(600));
        assert!(waited.is_ok(), "the index waits for itself");
        let kinds = crate::store::cache::Kinds::of(&[crate::store::cache::DocKind::Prompt]);
        let found = lock(&cache).search("payment", kinds, 50).unwrap_or_else(|e| panic!("{e}"));
        assert!(found.iter().any(|hit| hit.target == prompt), "{found:?}");
    }

    #[test]
    fn without_an_installed_pack_the_library_is_the_built_in_one() {
        let found = library(&cache());
        assert_eq!(found.topics().len(), Library::builtin().topics().len());
    }
}
