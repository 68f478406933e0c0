//! `jenjang data`: where the learner's data lies, copies of it, moving it, checking it.

use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use crate::store::{OpenOptions, Opened, Store, backup};

use super::args::{DataCommand, Global};
use super::exit::{DONE, FAILED, Failure, NOT_FOUND, NOTHING, REFUSED};
use super::world::Room;

/// Differences that `doctor` prints.
const TOLD: usize = 20;

/// Runs the command.
pub fn run(global: &Global, command: &DataCommand) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    match command {
        DataCommand::Path => {
            outln!("{}", room.paths.data.display());
            Ok(DONE)
        }
        DataCommand::Backup => {
            let now = crate::app::clock::wall();
            let path = writing(&room)?.backup(now.0, now.1).map_err(|e| room.failure(&e))?;
            outln!("{}", path.display());
            Ok(DONE)
        }
        DataCommand::Restore { file: None } => list(&room),
        DataCommand::Restore { file: Some(file) } => restore(global, &room, file),
        DataCommand::Export { file } => export(&room, file.as_deref()),
        DataCommand::Import { file } => import(&room, file),
        DataCommand::Doctor { repair } => doctor(&room, *repair),
    }
}

fn writing(room: &Room) -> Result<Store, Failure> {
    match room.store(false)? {
        Opened::ReadWrite(store) => Ok(store),
        Opened::ReadOnly { why, .. } => Err(super::start::read_only_failure(&room.words, why)),
    }
}

fn list(room: &Room) -> Result<u8, Failure> {
    let files = backup::list(&room.paths.data);
    for file in &files {
        outln!("{}", file.display());
    }
    Ok(if files.is_empty() { NOTHING } else { DONE })
}

/// A file by its path, or by its name among the backups.
fn find(room: &Room, file: &Path) -> Option<PathBuf> {
    let among = room.paths.data.join(backup::FOLDER).join(file);
    [file.to_owned(), among].into_iter().find(|p| p.is_file())
}

/// What is said of a path where nothing is.
fn missing(room: &Room, key: &str, path: &Path) -> Failure {
    let message = room.words.fmt(key, &[("path", path.display().to_string().into())]);
    Failure::new(NOT_FOUND, "J-NO-FILE", message)
}

fn restore(global: &Global, room: &Room, file: &Path) -> Result<u8, Failure> {
    let Some(file) = find(room, file) else {
        return Err(missing(room, "cli-no-file", file).try_this("jenjang data restore"));
    };
    if !global.yes && !confirmed(global, room)? {
        return Err(Failure::new(REFUSED, "J-REFUSED", room.words.get("cli-restore-refused")).try_this("--yes"));
    }
    let (utc, offset_min) = crate::app::clock::wall();
    let options =
        OpenOptions { utc, offset_min, fresh_device: crate::app::boot::fresh_device(), ..OpenOptions::default() };
    let restored = backup::restore(&room.paths.data, &file, &options).map_err(|e| room.failure(&e))?;
    if let Some(kept) = restored.kept {
        outln!("{}", room.words.fmt("cli-restore-kept", &[("path", kept.display().to_string().into())]));
    }
    Ok(DONE)
}

/// Asks for the word "restore": undo cannot reach what this replaces, so Enter alone must not do it.
fn confirmed(global: &Global, room: &Room) -> Result<bool, Failure> {
    use std::io::IsTerminal;
    if global.no_input || !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    eprintln!("{}", room.words.get("cli-restore-confirm"));
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim() == "restore")
}

/// A new file for what is exported.
fn created(room: &Room, file: &Path) -> Result<File, Failure> {
    if let Some(folder) = file.parent().filter(|folder| *folder != Path::new("") && !folder.is_dir()) {
        return Err(missing(room, "cli-no-folder", folder));
    }
    File::create(file).map_err(|error| {
        let values = [("path", file.display().to_string().into()), ("detail", error.to_string().into())];
        Failure::new(FAILED, "J-IO", room.words.fmt("cli-not-written", &values))
    })
}

fn export(room: &Room, file: Option<&Path>) -> Result<u8, Failure> {
    let store = room.store(true)?.store();
    let (utc, _) = crate::app::clock::wall();
    let n = match file {
        Some(file) => {
            let mut out = BufWriter::new(created(room, file)?);
            let n = store.export(&mut out, utc).map_err(|e| room.failure(&e))?;
            out.flush()?;
            n
        }
        None => {
            let mut out = std::io::stdout().lock();
            store.export(&mut out, utc).map_err(|e| room.failure(&e))?
        }
    };
    eprintln!("{}", room.words.fmt("cli-exported", &[("n", n.into())]));
    Ok(DONE)
}

fn import(room: &Room, file: &Path) -> Result<u8, Failure> {
    if !file.is_file() {
        return Err(missing(room, "cli-no-file", file));
    }
    let mut store = writing(room)?;
    let done = store.import(file).map_err(|e| room.failure(&e))?;
    let values =
        [("added", done.added.len().into()), ("same", done.same.len().into()), ("refused", done.refused.len().into())];
    outln!("{}", room.words.fmt("cli-imported", &values));
    Ok(DONE)
}

fn doctor(room: &Room, repair: bool) -> Result<u8, Failure> {
    let (mut store, can_write) = match room.store(!repair)? {
        Opened::ReadWrite(store) => (store, true),
        Opened::ReadOnly { store, .. } => (store, false),
    };
    store.check().map_err(|e| room.failure(&e))?;
    let diagnosis = store.doctor().map_err(|e| room.failure(&e))?;
    let values = [("events", diagnosis.events.into()), ("subjects", diagnosis.subjects.into())];
    outln!("{}", room.words.fmt("cli-doctor-looked", &values));
    if diagnosis.is_equal() {
        outln!("{}", room.words.get("cli-doctor-equal"));
        return Ok(DONE);
    }
    outln!("{}", room.words.fmt("cli-doctor-differs", &[("n", diagnosis.differences.into())]));
    for difference in diagnosis.told.iter().take(TOLD) {
        outln!("  {}: {} / {}", difference.about, difference.stored, difference.rebuilt);
    }
    if repair && can_write {
        store.repair().map_err(|e| room.failure(&e))?;
        outln!("{}", room.words.get("cli-doctor-repaired"));
        return Ok(DONE);
    }
    Ok(5)
}
