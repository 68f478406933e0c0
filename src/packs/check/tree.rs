//! The files of a pack: on disk, or in memory for samples.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::format::finding::{Finding, Spot, said};
use crate::packs::files::{self, Unread};
use crate::packs::rules::PackFindings;

/// Where the files of a pack are.
pub(crate) enum Tree {
    /// Below a folder.
    Disk(PathBuf),
    /// By path.
    Memory(BTreeMap<Box<str>, String>),
}

impl Tree {
    /// The paths of all files that can be read, in order, what was passed over, and files named like a lesson that nothing reads.
    pub fn list(&self) -> (Vec<Box<str>>, PackFindings, Vec<Box<str>>) {
        match self {
            Tree::Memory(texts) => {
                (texts.keys().cloned().collect(), files::names(texts.keys().map(|path| &**path)), Vec::new())
            }
            Tree::Disk(root) => match files::list(root) {
                Ok(listing) => {
                    let files = listing.files.into_iter().map(|file| file.path).collect();
                    (files, listing.findings, listing.misnamed)
                }
                Err(error) => (Vec::new(), vec![("".into(), files::unreadable_folder(&error))], Vec::new()),
            },
        }
    }

    /// The text of a file, or why there is none.
    pub fn text(&self, path: &str) -> Result<String, Unread> {
        match self {
            Tree::Disk(root) => files::text(root, path),
            Tree::Memory(texts) => match texts.get(path) {
                Some(text) => files::fit(text.clone()),
                None => {
                    let message = said("find-missing-file").with("path", files::shown(path));
                    Err(Unread::whole(Finding::error("J001", Spot::File, message)))
                }
            },
        }
    }
}

/// The packs at a place: it is one, or folders in it are. Each with the words that stand before its files' paths.
pub(crate) fn packs(root: &Path) -> Vec<(String, Tree)> {
    let shown = files::shown(&root.to_string_lossy());
    let shown = shown.trim_end_matches('/');
    let prefix = |name: &str| match (shown, name) {
        ("" | ".", "") => String::new(),
        ("" | ".", name) => format!("{name}/"),
        (shown, "") => format!("{shown}/"),
        (shown, name) => format!("{shown}/{name}/"),
    };
    if root.join(crate::format::source::PACK).is_file() {
        return vec![(prefix(""), Tree::Disk(root.to_owned()))];
    }
    let Ok(entries) = std::fs::read_dir(root) else {
        return Vec::new();
    };
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
    names.sort();
    let is_pack = |name: &String| root.join(name).join(crate::format::source::PACK).is_file();
    names.retain(is_pack);
    names.into_iter().map(|name| (prefix(&files::shown(&name)), Tree::Disk(root.join(name)))).collect()
}
