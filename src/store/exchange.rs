//! The log as text, one event a line: export, and import of another machine's log.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use crate::domain::event::{Event, EventId};
use crate::domain::time::UtcMs;

use super::error::{About, Kind, Result, StoreError};
use super::{Appended, BATCH, Store, log};

/// What the first line of an export says that it is.
const FORMAT: &str = "jenjang-events";

/// The version of the lines. A program reads its own and every older one. Version 2 brought rehearsed interviews, version 3 the ladder,
/// tracks and checklists, version 4 working days.
const VERSION: u32 = 4;

/// The longest line that is read, in bytes: longer than any note, shorter than what would fill the memory.
const LONGEST: u64 = 4 << 20;

#[derive(Debug, Serialize, Deserialize)]
struct Head {
    format: Box<str>,
    version: u32,
    device: u64,
    utc: UtcMs,
}

impl Store {
    /// Writes the whole log: a first line that says what this is, then one event a line (JSON), in the order of replay.
    /// Returns how many events there were.
    ///
    /// # Errors
    /// Any [`StoreError`].
    pub fn export(&self, out: &mut dyn Write, utc: UtcMs) -> Result<usize> {
        let head = Head { format: FORMAT.into(), version: VERSION, device: self.device, utc };
        self.line(out, &head)?;
        let sql = format!("SELECT {} FROM review WHERE id > ?1 ORDER BY id LIMIT {BATCH}", log::COLUMNS);
        let (mut n, mut after) = (0, EventId::default());
        loop {
            let page: Vec<Event> = self
                .conn
                .prepare_cached(&sql)
                .and_then(|mut stmt| stmt.query_map([log::blob(after)], log::event)?.collect())
                .about(&self.path)?;
            for event in &page {
                self.line(out, event)?;
            }
            n += page.len();
            match page.last() {
                Some(last) => after = last.id,
                None => break,
            }
        }
        out.flush().about(&self.path)?;
        Ok(n)
    }

    fn line(&self, out: &mut dyn Write, what: &impl Serialize) -> Result<()> {
        let text = serde_json::to_string(what).map_err(io::Error::other).about(&self.path)?;
        writeln!(out, "{text}").about(&self.path)
    }

    /// Merges an exported log into this one: union by id, so it may be repeated, and files may come in any order.
    ///
    /// # Errors
    /// [`Kind::NotReadable`] with the line that could not be read, [`Kind::Newer`] for a file of a newer version; nothing
    /// was merged then. Otherwise any [`StoreError`]; then a part was merged, and doing it again does the rest.
    pub fn import(&mut self, file: &Path) -> Result<Appended> {
        // Read once to see that every line is whole, so that a bad file changes nothing.
        each_event(file, |_| Ok(()))?;
        let mut all = Appended::default();
        let mut batch: Vec<Event> = Vec::with_capacity(BATCH);
        each_event(file, |event| {
            batch.push(event);
            if batch.len() == BATCH {
                all.take(self.append(&batch)?);
                batch.clear();
            }
            Ok(())
        })?;
        all.take(self.append(&batch)?);
        self.checkpoint()?;
        Ok(all)
    }
}

fn each_event(file: &Path, mut visit: impl FnMut(Event) -> Result<()>) -> Result<()> {
    let mut input = BufReader::new(File::open(file).about(file)?);
    let mut line = Vec::new();
    let mut number = 0;
    while next_line(&mut input, &mut line).about(file)? {
        number += 1;
        let unreadable =
            |e: serde_json::Error| StoreError::new(Kind::NotReadable { line: number }, file, e.to_string());
        if number == 1 {
            check_head(file, &serde_json::from_slice(&line).map_err(unreadable)?)?;
        } else if !line.trim_ascii().is_empty() {
            visit(serde_json::from_slice(&line).map_err(unreadable)?)?;
        }
    }
    if number == 0 {
        return Err(StoreError::new(Kind::NotReadable { line: 0 }, file, "empty file"));
    }
    Ok(())
}

fn next_line(input: &mut impl BufRead, line: &mut Vec<u8>) -> io::Result<bool> {
    line.clear();
    let n = io::Read::take(input, LONGEST).read_until(b'\n', line)?;
    Ok(n > 0)
}

fn check_head(file: &Path, head: &Head) -> Result<()> {
    if *head.format != *FORMAT {
        return Err(StoreError::new(Kind::NotReadable { line: 1 }, file, "not an exported log"));
    }
    if head.version > VERSION {
        let kind = Kind::Newer { found: head.version, known: VERSION };
        return Err(StoreError::new(kind, file, "newer export"));
    }
    Ok(())
}
