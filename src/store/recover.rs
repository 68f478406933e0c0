//! A damaged database: kept, and gone on without. The app calls this when the learner has been told.

use std::path::{Path, PathBuf};

use super::error::{Kind, Result, StoreError};
use super::open::{OpenOptions, Opened};
use super::{BATCH, Store, backup, db, lock, log};
use crate::domain::event::{Event, EventId};

/// How to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GoOn {
    /// From the newest copy that verifies; with an empty database if there is none.
    FromBackup,
    /// With an empty database beside the damaged one.
    Empty,
}

/// What was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovered {
    /// The damaged file, kept as it was.
    pub aside: PathBuf,
    /// The copy that was restored.
    pub backup: Option<PathBuf>,
    /// Events that could still be read from the damaged file and are not in the copy.
    pub salvaged: usize,
}

/// Sets the damaged database of `dir` aside, starts from a copy or from nothing, and takes over what can still be read.
///
/// # Errors
/// [`Kind::Locked`] while another jenjang is writing; otherwise what the system said.
pub fn recover(dir: &Path, how: GoOn, options: &OpenOptions) -> Result<Recovered> {
    let path = dir.join(db::NAME);
    let aside = {
        let _lock = lock::take(dir)?;
        backup::set_aside(&path, "damaged", options)?
    };
    let copies = match how {
        GoOn::FromBackup => backup::list(dir),
        GoOn::Empty => Vec::new(),
    };
    let backup = copies.into_iter().find(|copy| backup::restore(dir, copy, options).is_ok());
    let salvaged = match Store::open(dir, options)? {
        Opened::ReadWrite(mut store) => {
            let salvaged = salvage(&aside, &mut store)?;
            store.close()?;
            salvaged
        }
        Opened::ReadOnly { .. } => {
            return Err(StoreError::new(Kind::Locked { pid: None }, &path, "locked while recovering"));
        }
    };
    Ok(Recovered { aside, backup, salvaged })
}

/// Takes over every event that can still be read: from the oldest up to the damage, and from the newest down to it.
fn salvage(aside: &Path, store: &mut Store) -> Result<usize> {
    let Ok(conn) = db::open_reader(aside, false).or_else(|_| db::open_reader(aside, true)) else {
        return Ok(0);
    };
    let mut added = 0;
    for (from, to) in [("id > ?1", "ASC"), ("id < ?1", "DESC")] {
        let mut at = if to == "ASC" { EventId::default() } else { EventId(u128::MAX) };
        let sql = format!("SELECT {} FROM review WHERE {from} ORDER BY id {to} LIMIT {BATCH}", log::COLUMNS);
        loop {
            let page = read_some(&conn, &sql, at);
            added += store.append(&page.events)?.added.len();
            match page.last {
                Some(last) if page.rows == BATCH => at = last,
                _ if page.whole => return Ok(added),
                _ => break,
            }
        }
    }
    Ok(added)
}

/// What a query yields before it meets damage.
#[derive(Default)]
struct Page {
    events: Vec<Event>,
    rows: usize,
    last: Option<EventId>,
    /// It met none.
    whole: bool,
}

fn read_some(conn: &rusqlite::Connection, sql: &str, at: EventId) -> Page {
    let mut page = Page::default();
    let read = conn.prepare(sql).and_then(|mut stmt| {
        let mut rows = stmt.query([log::blob(at)])?;
        while let Some(row) = rows.next()? {
            page.rows += 1;
            page.last = Some(log::id_of(row, 0)?);
            // A row whose text is spoilt is passed over; the ones after it may be whole.
            page.events.extend(log::event(row));
        }
        Ok(())
    });
    page.whole = read.is_ok();
    page
}
