//! SQLite: log, projections, drafts, search index, backup.
//!
//! # Design
//!
//! One file, `jenjang.db`, holds what is precious. The table `review` is the log and the truth; every other table that can
//! be is a projection of it, kept in step in the same transaction by the pure functions of [`crate::domain::log`] and
//! [`crate::domain::memory`]: there are no learning rules in this room. [`Store`] is the synchronous core, for the command
//! line and for tests; [`Writer`] is the same core on a thread, which never makes the learner wait and never forgets what
//! it was given. [`cache`] is another file, which may be deleted at any time.
//!
//! No read transaction outlives one query: a reader that holds one lets the log of pages grow without end.

pub mod backup;
pub mod cache;
mod daily;
mod db;
mod doctor;
mod error;
mod exchange;
mod ladder;
mod lock;
mod log;
mod open;
mod project;
mod reads;
mod recover;
mod rehearsals;
mod rescue;
mod rows;
#[cfg(test)]
mod testing;
#[cfg(test)]
mod tests;
mod writer;

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OptionalExtension, TransactionBehavior, params};

use crate::domain::event::{Event, EventId};
use crate::domain::time::{StudyDay, UtcMs};

pub use daily::Daily;
pub use db::{Header, NAME, header, known_version};
pub use doctor::{Diagnosis, Difference};
pub use error::{Kind, Result, StoreError};
pub use log::LogFilter;
pub use open::{OpenOptions, Opened, WhyReadOnly};
pub use reads::Glance;
pub use recover::{GoOn, Recovered, recover};
pub use rescue::Rescued;
pub use writer::{End, Lifeline, Outcome, Writer};

use error::About;
use log::Inserted;

/// The most events that one transaction takes: a larger one would hold others up and let the log of pages grow.
pub const BATCH: usize = 500;

/// A log of pages above this is brought home even in the middle of work, in bytes.
const WAL_LARGE: u64 = 8 << 20;

/// The learner's data: the log, what follows from it, and what belongs to this device only.
#[derive(Debug)]
pub struct Store {
    conn: Connection,
    path: PathBuf,
    device: u64,
    unclean: bool,
    rescued: Rescued,
    /// `None` for a store that may only read, and for one in memory.
    _lock: Option<lock::Lock>,
}

/// What became of events that were handed in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appended {
    /// New here, and durable now.
    pub added: Vec<EventId>,
    /// Here already, with the same content: nothing to do.
    pub same: Vec<EventId>,
    /// Not taken, and somebody should be told: another event with this id is here (it stays), or the event is malformed.
    pub refused: Vec<EventId>,
}

impl Appended {
    fn take(&mut self, more: Appended) {
        self.added.extend(more.added);
        self.same.extend(more.same);
        self.refused.extend(more.refused);
    }
}

/// Things of this device that are written beside the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Keep {
    /// A draft, a reading position or the session in progress under its key, as JSON; `None` removes it.
    Draft {
        /// Its key, such as `note:pack/topic`.
        key: String,
        /// JSON.
        body: Option<String>,
        /// Wall clock.
        utc: UtcMs,
    },
    /// The last known plan, for the next first frame.
    Glance {
        /// The study day it is about.
        day: StudyDay,
        /// JSON.
        body: String,
    },
}

impl Store {
    /// The database file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The folder that the data lives in.
    pub fn dir(&self) -> &Path {
        self.path.parent().unwrap_or(Path::new("."))
    }

    /// This device: the low 62 bits of every id that it makes.
    pub fn device(&self) -> u64 {
        self.device
    }

    /// Whether the last session ended without closing the file. Then [`Store::check`] is worth its time, after the first
    /// frame.
    pub fn was_unclean(&self) -> bool {
        self.unclean
    }

    /// What opening found of earlier sessions that could not save everything.
    pub fn rescued(&self) -> &Rescued {
        &self.rescued
    }

    /// Adds events to the log and brings the projections in step, in one transaction for each [`BATCH`].
    ///
    /// # Errors
    /// Any [`StoreError`]. What is in finished batches stays; handing everything in again is harmless.
    pub fn append(&mut self, events: &[Event]) -> Result<Appended> {
        let mut all = Appended::default();
        for batch in events.chunks(BATCH) {
            all.take(self.commit(batch, &[])?);
            self.keep_wal_small()?;
        }
        Ok(all)
    }

    /// One transaction: a batch of events and what is kept beside them, all or nothing.
    ///
    /// # Errors
    /// Any [`StoreError`]; then nothing was written.
    pub fn commit(&mut self, events: &[Event], keep: &[Keep]) -> Result<Appended> {
        write_all(&mut self.conn, events, keep).about(&self.path)
    }

    /// Writes one thing of this device.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub fn keep(&mut self, keep: Keep) -> Result<()> {
        self.commit(&[], &[keep]).map(drop)
    }

    /// Brings the log of pages into the main file. Worth doing when nobody waits. Returns whether all of it is there now
    /// (another window may still be reading).
    ///
    /// # Errors
    /// Any [`StoreError`]; nothing is lost by it.
    pub fn checkpoint(&self) -> Result<bool> {
        db::checkpoint(&self.conn).about(&self.path)
    }

    /// How large the log of pages is, in bytes.
    fn wal(&self) -> u64 {
        std::fs::metadata(&db::side_files(&self.path)[0]).map_or(0, |m| m.len())
    }

    /// Many batches in a row would let the log of pages grow, and every look-up searches it.
    fn keep_wal_small(&self) -> Result<()> {
        if self.wal() > WAL_LARGE {
            self.checkpoint()?;
        }
        Ok(())
    }

    /// Checks that the file is sound: pages that hang together, every row readable. Takes time; not before a first frame.
    ///
    /// # Errors
    /// [`Kind::Damaged`] with what was found.
    pub fn check(&self) -> Result<()> {
        db::sound(&self.conn, &self.path, false)
    }

    /// Another connection to the same file that only reads, for a thread that has much to read.
    ///
    /// # Errors
    /// Any [`StoreError`]; [`Kind::ReadOnlyFolder`] for a store in memory, which nobody else can read.
    pub fn reader(&self) -> Result<Store> {
        if self.conn.path().is_none_or(str::is_empty) {
            return Err(StoreError::new(Kind::ReadOnlyFolder, &self.path, "a store in memory has one connection"));
        }
        let conn = db::open_reader(&self.path, false)?;
        Ok(Store {
            conn,
            path: self.path.clone(),
            device: self.device,
            unclean: false,
            rescued: Rescued::default(),
            _lock: None,
        })
    }

    /// Closes the file: all in one place, no side files left.
    ///
    /// # Errors
    /// Any [`StoreError`]; what was appended is durable all the same.
    pub fn close(self) -> Result<()> {
        let path = self.path.clone();
        if !self.conn.is_readonly("main").unwrap_or(true) {
            self.checkpoint()?;
        }
        self.conn.close().map_err(|(_, e)| StoreError::sql(&path, &e))
    }
}

fn write_all(conn: &mut Connection, events: &[Event], keep: &[Keep]) -> rusqlite::Result<Appended> {
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut out = Appended::default();
    let mut new: Vec<Event> = Vec::with_capacity(events.len());
    for event in events {
        match log::insert(&tx, event)? {
            Inserted::New => {
                out.added.push(event.id);
                new.push(event.clone());
            }
            Inserted::Same => out.same.push(event.id),
            Inserted::Refused => out.refused.push(event.id),
        }
    }
    project::apply(&tx, &new)?;
    for thing in keep {
        write_keep(&tx, thing)?;
    }
    tx.commit()?;
    Ok(out)
}

fn write_keep(conn: &Connection, keep: &Keep) -> rusqlite::Result<()> {
    match keep {
        Keep::Draft { key, body: Some(body), utc } => conn
            .prepare_cached("INSERT OR REPLACE INTO draft (key, body, utc) VALUES (?1, ?2, ?3)")?
            .execute(params![key, body, utc])?,
        Keep::Draft { key, body: None, .. } => {
            conn.prepare_cached("DELETE FROM draft WHERE key = ?1")?.execute([key])?
        }
        Keep::Glance { day, body } => conn
            .prepare_cached("INSERT OR REPLACE INTO glance (one, day, body) VALUES (1, ?1, ?2)")?
            .execute(params![day.0, body])?,
    };
    Ok(())
}

/// The device that owns a file; `fresh` becomes it when there is none yet.
fn device_of(conn: &Connection, fresh: u64) -> rusqlite::Result<u64> {
    let known: Option<i64> = conn
        .prepare_cached("SELECT value FROM meta WHERE key = 'device'")?
        .query_row([], |row| row.get(0))
        .optional()?;
    match known {
        Some(device) => Ok(device as u64),
        None => {
            let device = fresh & 0x3FFF_FFFF_FFFF_FFFF;
            conn.execute("INSERT INTO meta (key, value) VALUES ('device', ?1)", [device as i64])?;
            Ok(device)
        }
    }
}
