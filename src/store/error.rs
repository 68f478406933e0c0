//! What can go wrong with the data, told so that a person can act on it.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// The kinds of trouble, by what the learner can do about them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// Another jenjang is writing. Its process id, where the system lets us read it.
    Locked {
        /// The process that holds the lock.
        pid: Option<u32>,
    },
    /// The file was written by a newer version. It was not touched.
    Newer {
        /// The schema version found in the file.
        found: u32,
        /// The newest schema version that this program knows.
        known: u32,
    },
    /// The file is not a sound database, or not one of ours.
    Damaged,
    /// The disk (or a quota) is full.
    Full,
    /// The folder or the file may not be written.
    ReadOnlyFolder,
    /// A file to import, replay or restore cannot be understood.
    NotReadable {
        /// The first line that could not be read, counted from 1; 0 when it is not about a line.
        line: usize,
    },
    /// Anything else that the system reports.
    Io,
}

/// Something went wrong with the data.
///
/// # Design
///
/// The store speaks no language: [`StoreError::keys`] names three Fluent messages (what happened, what is safe, what to try)
/// and [`StoreError::args`] their variables. `Display` is for logs and reports.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError {
    /// What the learner can act on.
    pub kind: Kind,
    /// The file or folder it is about.
    pub path: PathBuf,
    /// What the system or SQLite said, for the report.
    pub detail: String,
}

impl std::error::Error for StoreError {}

impl StoreError {
    /// An error of `kind` about `path`.
    pub fn new(kind: Kind, path: &Path, detail: impl Into<String>) -> Self {
        StoreError { kind, path: path.to_owned(), detail: detail.into() }
    }

    /// Reads what SQLite said about `path`.
    pub fn sql(path: &Path, error: &rusqlite::Error) -> Self {
        let kind = match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Kind::Damaged,
            Some(ErrorCode::DiskFull) => Kind::Full,
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen) => Kind::ReadOnlyFolder,
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Kind::Locked { pid: None },
            _ => Kind::Io,
        };
        StoreError::new(kind, path, error.to_string())
    }

    /// Reads what the system said about `path`.
    pub fn io(path: &Path, error: &io::Error) -> Self {
        let kind = match error.kind() {
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Kind::Full,
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Kind::ReadOnlyFolder,
            _ => Kind::Io,
        };
        StoreError::new(kind, path, error.to_string())
    }

    /// The Fluent messages that say what happened, what is safe, and what to try.
    pub fn keys(&self) -> [&'static str; 3] {
        match self.kind {
            Kind::Locked { .. } => ["store-locked", "store-locked-safe", "store-locked-try"],
            Kind::Newer { .. } => ["store-newer", "store-newer-safe", "store-newer-try"],
            Kind::Damaged => ["store-damaged", "store-damaged-safe", "store-damaged-try"],
            Kind::Full => ["store-full", "store-full-safe", "store-full-try"],
            Kind::ReadOnlyFolder => ["store-readonly", "store-readonly-safe", "store-readonly-try"],
            Kind::NotReadable { .. } => ["store-notreadable", "store-notreadable-safe", "store-notreadable-try"],
            Kind::Io => ["store-io", "store-io-safe", "store-io-try"],
        }
    }

    /// The variables of those messages: `path`, `detail`, and what the kind brings (`pid`, `found`, `known`, `line`).
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let mut args = vec![("path", self.path.display().to_string()), ("detail", self.detail.clone())];
        match self.kind {
            Kind::Locked { pid } => {
                args.push(("pid", pid.map_or_else(|| "?".to_owned(), |p| p.to_string())));
            }
            Kind::Newer { found, known } => {
                args.push(("found", found.to_string()));
                args.push(("known", known.to_string()));
            }
            Kind::NotReadable { line } => args.push(("line", line.to_string())),
            _ => {}
        }
        args
    }

    /// The process exit code (UX 8.2): 5 for data that is locked, newer or damaged, otherwise 1.
    pub fn exit_code(&self) -> u8 {
        match self.kind {
            Kind::Locked { .. } | Kind::Newer { .. } | Kind::Damaged => 5,
            _ => 1,
        }
    }
}

impl fmt::Display for StoreError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let path = self.path.display();
        match &self.kind {
            Kind::Locked { pid: Some(pid) } => write!(f, "{path}: in use by process {pid}"),
            Kind::Locked { pid: None } => write!(f, "{path}: in use"),
            Kind::Newer { found, known } => {
                write!(f, "{path}: schema {found}, this program knows {known}")
            }
            Kind::Damaged => write!(f, "{path}: damaged ({})", self.detail),
            Kind::Full => write!(f, "{path}: no room ({})", self.detail),
            Kind::ReadOnlyFolder => write!(f, "{path}: may not be written ({})", self.detail),
            Kind::NotReadable { line: 0 } => write!(f, "{path}: not readable ({})", self.detail),
            Kind::NotReadable { line } => write!(f, "{path}:{line}: not readable ({})", self.detail),
            Kind::Io => write!(f, "{path}: {}", self.detail),
        }
    }
}

/// What the store returns.
pub type Result<T> = std::result::Result<T, StoreError>;

/// Turns an SQLite error into one about a file.
pub(super) trait About<T> {
    /// Says which file it is about.
    fn about(self, path: &Path) -> Result<T>;
}

impl<T> About<T> for rusqlite::Result<T> {
    fn about(self, path: &Path) -> Result<T> {
        self.map_err(|e| StoreError::sql(path, &e))
    }
}

impl<T> About<T> for io::Result<T> {
    fn about(self, path: &Path) -> Result<T> {
        self.map_err(|e| StoreError::io(path, &e))
    }
}
