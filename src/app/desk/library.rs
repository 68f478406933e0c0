//! The library: built-in packs, and installed ones through their cache.

use std::sync::{Arc, Mutex};

use crate::app::installed::{self, SharedCache};
use crate::config::paths::Paths;
use crate::domain::catalog::PackTrouble;
use crate::packs::Library;
use crate::store::cache::Cache;

/// The cache of the data folder; one in memory where there cannot be a file.
pub fn cache(paths: &Paths) -> Option<SharedCache> {
    let here = paths.data.is_dir().then(|| Cache::open(&paths.data).ok()).flatten();
    let cache = here.map_or_else(|| Cache::in_memory().ok(), Some)?;
    Some(Arc::new(Mutex::new(cache)))
}

/// Everything that can be learnt, changed packs read first; and the packs that could not be used.
pub fn all(paths: &Paths, cache: Option<&SharedCache>) -> (Library, Vec<PackTrouble>) {
    let Some(cache) = cache else { return (Library::builtin(), Vec::new()) };
    let troubles = match paths.packs().is_dir() {
        true => installed::refresh(&paths.packs(), cache).map(|r| r.troubles).unwrap_or_default(),
        false => Vec::new(),
    };
    (installed::library(cache), troubles)
}
