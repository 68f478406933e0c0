//! Content on disk: read, check, convert to domain.
//!
//! # Design
//!
//! Built-in packs were compiled into an index when the program was built ([`crate::format::index`]); a [`Library`] reads their heads when it is made
//! and their bodies when they are opened.
//!
//! Installed packs are folders below one root. They go the same way once, when they are first seen or have changed:
//!
//! ```text
//! scan(root, known)  ──►  Scan { changed, gone, troubles }          looks at names, sizes and times only
//! read(root, folder, …) ──► Record { stamp, head, questions, body } parses, checks and packs one folder; the pack's head is read once for all
//! Library::builtin().with_installed(Installed { records, fetch })   decodes heads; bodies come through fetch
//! ```
//!
//! `app` carries between this room and `store`, because neither may name the other. The store keeps a [`Record`] as a row: folder (the key), stamp, kind, and
//! three blobs that mean nothing to it. It answers three questions: all `(folder, stamp)` for [`scan()`]; all `(folder, kind, head)` for
//! [`Library::with_installed`]; one blob of one folder for [`Fetch`]. It replaces a row by its folder, and removes the folders that are gone. A folder that is broken leaves its old
//! row and stamp alone: the last good version stays in use, and the trouble is told again at each start, because the stamps differ.
//!
//! What is wrong is a [`Finding`](crate::format::finding::Finding) on its way and a [`check::Problem`] when its place is known; both hold keys and values.
//! [`told()`] makes sentences of them where somebody reads: in a report, in a preview, on a screen.
//!
//! Only heads of topics are ever held: a pack of 100,000 questions costs what its topics cost.

pub mod answers;
pub mod archive;
pub mod check;
pub mod convert;
pub mod diff;
pub mod draft;
pub mod feedback;
mod files;
#[cfg(test)]
mod hostile;
pub mod install;
mod installed;
mod library;
#[cfg(test)]
mod role_counts;
pub mod rules;
pub mod scaffold;
mod scan;
#[cfg(test)]
mod schemas;
pub mod sheet;
pub mod sign;
#[cfg(test)]
mod tests;
mod told;

pub use draft::Draft;
pub(crate) use files::{replace, shown};
pub use installed::{Fetch, Head, Installed, Part, Record, RecordKind};
pub use library::{Library, LibraryError, QuestionRef};
pub use scan::{Folder, Known, LastHead, Scan, by_pack, read, scan};
pub use told::{in_both, told};
