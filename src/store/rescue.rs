//! What could not be saved before the end, left as a file of lines, and replayed by the next start.
//!
//! Ids are unique, so replaying twice is harmless: the file goes only after its events are durable.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::event::Event;
use crate::domain::time::{StudyDay, UtcMs};

use super::error::{About, Result, StoreError};
use super::{Keep, Kind, Store, backup};

/// A line of a rescue file.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Line {
    Event(Event),
    Draft { key: String, body: Option<String>, utc: UtcMs },
    Glance { day: StudyDay, body: String },
}

impl From<&Keep> for Line {
    fn from(keep: &Keep) -> Line {
        match keep.clone() {
            Keep::Draft { key, body, utc } => Line::Draft { key, body, utc },
            Keep::Glance { day, body } => Line::Glance { day, body },
        }
    }
}

/// What the last sessions had left behind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rescued {
    /// Events that are in the log now and were not before.
    pub added: usize,
    /// Lines that could not be read. Their file is kept, its name ends in `.unread`.
    pub unread: usize,
    /// What is still in the way of replaying; the files wait.
    pub error: Option<StoreError>,
}

/// Writes what waits into the first of `dirs` that takes it, and waits until it is on the disk.
pub(super) fn write(dirs: &[PathBuf], events: &[Event], keep: &[Keep]) -> Result<PathBuf> {
    let utc = events.iter().map(|e| e.utc).max().unwrap_or_default();
    let name = format!("rescue-{utc}-{}.ndjson", std::process::id());
    let text = text(events, keep);
    let mut why = StoreError::new(Kind::Io, Path::new(&name), "no folder to write to");
    for dir in dirs {
        match write_in(&dir.join(&name), text.as_bytes()) {
            Ok(()) => return Ok(dir.join(&name)),
            Err(e) => why = e,
        }
    }
    Err(why)
}

/// What a rescue file holds.
pub(super) fn text(events: &[Event], keep: &[Keep]) -> String {
    let lines = events.iter().cloned().map(Line::Event).chain(keep.iter().map(Line::from));
    let lines = lines.filter_map(|line| serde_json::to_string(&line).ok());
    lines.flat_map(|line| [line, "\n".to_owned()]).collect()
}

fn write_in(path: &Path, text: &[u8]) -> Result<()> {
    let dir = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(dir).about(dir)?;
    let written = OpenOptions::new()
        .append(true)
        .create(true)
        .open(path)
        .and_then(|mut file| file.write_all(text).and_then(|()| file.sync_all()));
    if written.is_err() {
        let _ = fs::remove_file(path);
    }
    written.about(path)?;
    backup::sync_folder(dir);
    Ok(())
}

/// Replays the rescue files of the data folder and of `more`.
pub(super) fn replay(store: &mut Store, dir: &Path, more: &[PathBuf]) -> Rescued {
    let mut out = Rescued::default();
    for file in files(dir).chain(more.iter().flat_map(|dir| files(dir))) {
        if let Err(e) = replay_file(store, &file, &mut out) {
            out.error = Some(e);
        }
    }
    out
}

fn files(dir: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    fs::read_dir(dir).into_iter().flatten().filter_map(|entry| {
        let entry = entry.ok()?;
        let name = entry.file_name();
        let name = name.to_string_lossy();
        (name.starts_with("rescue-") && name.ends_with(".ndjson")).then(|| entry.path())
    })
}

fn replay_file(store: &mut Store, file: &Path, out: &mut Rescued) -> Result<()> {
    let text = fs::read(file).about(file)?;
    let (mut events, mut keep, mut unread) = (Vec::new(), Vec::new(), 0);
    for line in text.split(|b| *b == b'\n').filter(|line| !line.is_empty()) {
        match serde_json::from_slice(line) {
            Ok(Line::Event(event)) => events.push(event),
            Ok(Line::Draft { key, body, utc }) => keep.push(Keep::Draft { key, body, utc }),
            Ok(Line::Glance { day, body }) => keep.push(Keep::Glance { day, body }),
            Err(_) => unread += 1,
        }
    }
    out.added += store.append(&events)?.added.len();
    store.commit(&[], &keep)?;
    out.unread += unread;
    if unread == 0 {
        fs::remove_file(file).about(file)
    } else {
        fs::rename(file, file.with_extension("ndjson.unread")).about(file)
    }
}
