//! Opening the data folder.

use std::fs;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::domain::time::UtcMs;

use super::error::{About, Kind, Result, StoreError};
use super::{Rescued, Store, backup, db, device_of, lock, rescue};

/// What opening needs to be told, since this room has neither clock nor random source.
#[derive(Debug, Clone, Default)]
pub struct OpenOptions {
    /// Random bits (62 are used): the device, should the file be new.
    pub fresh_device: u64,
    /// Wall clock, for the name of a copy that may have to be made.
    pub utc: UtcMs,
    /// Local time minus UTC in minutes, for the same.
    pub offset_min: i32,
    /// Only read, even if nobody else is writing: for commands that print. A folder without data reads as an empty log.
    pub read_only: bool,
    /// Further folders in which a rescue file may lie, beside the data folder itself.
    pub rescue_dirs: Vec<PathBuf>,
}

/// Why a store may only be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhyReadOnly {
    /// Another jenjang is writing: its process, where the system lets us read it.
    InUse {
        /// The process that holds the lock.
        pid: Option<u32>,
    },
    /// The folder or the file may not be written.
    Folder,
    /// It was asked for.
    Asked,
}

/// An opened store.
#[derive(Debug)]
pub enum Opened {
    /// This window writes.
    ReadWrite(Store),
    /// This window only reads.
    ReadOnly {
        /// For reading.
        store: Store,
        /// What the learner is to be told.
        why: WhyReadOnly,
    },
}

impl Opened {
    /// The store, either way.
    pub fn store(self) -> Store {
        match self {
            Opened::ReadWrite(store) | Opened::ReadOnly { store, .. } => store,
        }
    }
}

impl Store {
    /// Opens the data folder `dir`, makes it if it is not there, brings an older file up to date after a verified copy,
    /// and replays what an earlier session had to leave in a rescue file.
    ///
    /// # Errors
    /// [`Kind::Newer`] for a file of a newer version and [`Kind::Damaged`] for one that is not sound: neither was touched.
    /// [`Kind::Locked`] or [`Kind::ReadOnlyFolder`] when not even reading is possible. Otherwise what the system said.
    pub fn open(dir: &Path, options: &OpenOptions) -> Result<Opened> {
        let path = dir.join(db::NAME);
        let version = db::admit(&path)?;
        // A file of an older version has to be brought up to date by whoever comes first.
        if options.read_only && version == db::known_version() {
            return read_only(path, version, WhyReadOnly::Asked);
        }
        if options.read_only && version == 0 {
            let store = Store::in_memory(options.fresh_device)?;
            return Ok(Opened::ReadOnly { store, why: WhyReadOnly::Asked });
        }
        let folder = if version == 0 { fs::create_dir_all(dir).about(dir) } else { Ok(()) };
        let lock = folder.and_then(|()| lock::take(dir));
        let opened = lock.and_then(|lock| writable(&path, lock, options));
        match opened {
            Ok(store) => Ok(Opened::ReadWrite(store)),
            Err(e) => match e.kind {
                Kind::Locked { pid } => read_only(path, version, WhyReadOnly::InUse { pid }).map_err(|_| e),
                Kind::ReadOnlyFolder => read_only(path, version, WhyReadOnly::Folder).map_err(|_| e),
                _ => Err(e),
            },
        }
    }

    /// A store that is gone when it is dropped: for a folder in which nothing can be kept, and for tests.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn in_memory(device: u64) -> Result<Store> {
        let path = PathBuf::from(":memory:");
        let mut conn = Connection::open_in_memory().about(&path)?;
        db::migrate(&mut conn, &path, db::MIGRATIONS)?;
        let device = device_of(&conn, device).about(&path)?;
        Ok(Store { conn, path, device, unclean: false, rescued: Rescued::default(), _lock: None })
    }
}

fn writable(path: &Path, lock: lock::Lock, options: &OpenOptions) -> Result<Store> {
    let dir = path.parent().unwrap_or(Path::new("."));
    // A clean end removes the log of pages. No flag has to be written (and waited for) at every start to know this.
    let unclean = fs::metadata(&db::side_files(path)[0]).is_ok_and(|m| m.len() > 0);
    let mut conn = db::open_writer(path)?;
    bring_up_to_date(&mut conn, path, db::MIGRATIONS, options)?;
    let device = device_of(&conn, options.fresh_device).about(path)?;
    let mut store =
        Store { conn, path: path.to_owned(), device, unclean, rescued: Rescued::default(), _lock: Some(lock) };
    store.rescued = rescue::replay(&mut store, dir, &options.rescue_dirs);
    Ok(store)
}

/// Takes the steps that the file has not seen, after a verified copy of it.
pub(super) fn bring_up_to_date(
    conn: &mut Connection,
    path: &Path,
    steps: &[&str],
    options: &OpenOptions,
) -> Result<()> {
    let version = db::version(conn).about(path)? as usize;
    if (1..steps.len()).contains(&version) {
        backup::make(conn, path, options.utc, options.offset_min)?;
    }
    db::migrate(conn, path, steps)
}

fn read_only(path: PathBuf, version: u32, why: WhyReadOnly) -> Result<Opened> {
    if version != db::known_version() {
        // Absent, still being made, or to be brought up to date by somebody who may write.
        let kind = match why {
            WhyReadOnly::InUse { pid } => Kind::Locked { pid },
            _ => Kind::ReadOnlyFolder,
        };
        return Err(StoreError::new(kind, &path, format!("schema version {version}")));
    }
    let open = |immutable| {
        let conn = db::open_reader(&path, immutable)?;
        let device = device_of(&conn, 0).about(&path)?;
        Ok((conn, device))
    };
    // SQLite needs its side files to read beside a writer. Where they cannot be made, nobody can be writing either.
    let (conn, device) = match (open(false), why) {
        (Err(_), WhyReadOnly::Folder | WhyReadOnly::Asked) => open(true)?,
        (other, _) => other?,
    };
    let store = Store { conn, path, device, unclean: false, rescued: Rescued::default(), _lock: None };
    Ok(Opened::ReadOnly { store, why })
}
