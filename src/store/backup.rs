//! Verified copies: once a day, before a migration, and before anything is replaced.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::tz::Offset;
use rusqlite::Connection;

use crate::domain::sorting::Arrange;
use crate::domain::time::UtcMs;

use super::error::{About, Kind, Result, StoreError};
use super::open::OpenOptions;
use super::{Store, db, lock};

/// The folder of copies within the data folder.
pub const FOLDER: &str = "backups";

/// How many copies are kept; the oldest goes first.
pub const KEPT: usize = 10;

/// Makes a copy of an open database in `backups/`, checks it, and lets the oldest ones go. Returns its path.
///
/// A copy appears under its name only when it is whole, sound and on the disk.
pub(super) fn make(conn: &Connection, path: &Path, utc: UtcMs, offset_min: i32) -> Result<PathBuf> {
    let dir = path.parent().unwrap_or(Path::new(".")).join(FOLDER);
    fs::create_dir_all(&dir).about(&dir)?;
    let stamp = stamp(utc, offset_min);
    let target = free_name(&dir, &format!("backup-{stamp}"));
    let part = target.with_extension("part");
    let _ = fs::remove_file(&part);
    let copied = conn
        .execute("VACUUM INTO ?1", [part.to_string_lossy()])
        .about(&part)
        .and_then(|_| verify(&part))
        .and_then(|_| sync(&part))
        .and_then(|()| fs::rename(&part, &target).about(&target));
    if let Err(e) = copied {
        let _ = fs::remove_file(&part);
        return Err(e);
    }
    sync_folder(&dir);
    for old in list_in(&dir).into_iter().skip(KEPT) {
        let _ = fs::remove_file(old);
    }
    Ok(target)
}

/// Local time as it stands in file names, `2026-11-21T0912`.
fn stamp(utc: UtcMs, offset_min: i32) -> String {
    let local = Timestamp::from_millisecond(utc.saturating_add(i64::from(offset_min) * 60_000)).unwrap_or_default();
    let at = Offset::UTC.to_datetime(local);
    format!("{:04}-{:02}-{:02}T{:02}{:02}", at.year(), at.month(), at.day(), at.hour(), at.minute())
}

/// `name.db`, or `name-2.db` and so on when it is taken.
pub(super) fn free_name(dir: &Path, name: &str) -> PathBuf {
    let mut path = dir.join(format!("{name}.db"));
    let mut n = 2;
    while path.exists() {
        path = dir.join(format!("{name}-{n}.db"));
        n += 1;
    }
    path
}

/// Checks that a file is a sound database of ours and not newer than this program. Returns its schema version.
///
/// # Errors
/// [`Kind::Damaged`], [`Kind::Newer`], or what the system said.
pub fn verify(file: &Path) -> Result<u32> {
    if !file.exists() {
        return Err(StoreError::new(Kind::Io, file, "no such file"));
    }
    let version = db::admit(file)?;
    let conn = db::open_reader(file, true)?;
    db::sound(&conn, file, false)?;
    conn.query_row("SELECT count(*) FROM meta", [], |row| row.get::<_, i64>(0))
        .map_err(|e| StoreError::new(Kind::Damaged, file, e.to_string()))?;
    Ok(version)
}

fn sync(file: &Path) -> Result<()> {
    // Windows only flushes what was opened for writing.
    let opened = fs::OpenOptions::new().read(true).write(true).open(file);
    opened.and_then(|f| f.sync_all()).about(file)
}

/// A rename is on the disk when its folder is. Some systems cannot do this; then the system does it in its own time.
pub(super) fn sync_folder(dir: &Path) {
    let _ = File::open(dir).and_then(|f| f.sync_all());
}

/// The copies in the data folder `dir`, newest first (their names say when).
pub fn list(dir: &Path) -> Vec<PathBuf> {
    list_in(&dir.join(FOLDER))
}

fn list_in(dir: &Path) -> Vec<PathBuf> {
    let name = |p: &Path| p.file_stem().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mut found: Vec<PathBuf> = fs::read_dir(dir)
        .into_iter()
        .flatten()
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|p| p.extension().is_some_and(|e| e == "db") && name(p).starts_with("backup-"))
        .collect();
    // The stamp first, so that `...T0912-10` comes after `...T0912-9`.
    found.arrange_by_key(|p| {
        let name = name(p);
        let cut = name.len().min("backup-2026-11-21T0912".len());
        let n = name.get(cut + 1..).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1);
        (name.get(..cut).unwrap_or(&name).to_owned(), n)
    });
    found.reverse();
    found
}

impl Store {
    /// Makes a verified copy now. `offset_min` is local time minus UTC in minutes, for its name.
    ///
    /// # Errors
    /// Any [`StoreError`]; then there is no copy, and the data is as it was.
    pub fn backup(&self, utc: UtcMs, offset_min: i32) -> Result<PathBuf> {
        make(&self.conn, &self.path, utc, offset_min)
    }

    /// Makes a verified copy unless there is one of this calendar day. Worth doing when nobody waits.
    ///
    /// # Errors
    /// As [`Store::backup`].
    pub fn backup_daily(&self, utc: UtcMs, offset_min: i32) -> Result<Option<PathBuf>> {
        let stamp = stamp(utc, offset_min);
        let today = format!("backup-{}", &stamp[..stamp.find('T').unwrap_or(stamp.len())]);
        let newest = list(self.dir()).into_iter().next();
        let done = newest.and_then(|p| p.file_stem().map(|n| n.to_string_lossy().starts_with(&today))).unwrap_or(false);
        if done { Ok(None) } else { self.backup(utc, offset_min).map(Some) }
    }
}

/// What was done with the file that was in the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restored {
    /// The data that was in use before, kept: a copy among the backups if it was sound, else the file itself under a
    /// telling name. `None` when there was none.
    pub kept: Option<PathBuf>,
}

/// Puts the copy `file` in the place of the database of `dir`. It is verified first, and what was there is kept.
///
/// # Errors
/// [`Kind::Locked`] while another jenjang is writing; [`Kind::Damaged`] or [`Kind::Newer`] for a copy that is no good:
/// then nothing was changed.
pub fn restore(dir: &Path, file: &Path, options: &OpenOptions) -> Result<Restored> {
    verify(file)?;
    let _lock = lock::take(dir)?;
    let path = dir.join(db::NAME);
    // Beside the database first, so that the exchange itself is one rename.
    let part = dir.join("jenjang.restore.part");
    fs::copy(file, &part).about(&part)?;
    verify(&part).and_then(|_| sync(&part))?;
    let kept = keep_current(&path, options)?;
    for side in db::side_files(&path) {
        let _ = fs::remove_file(side);
    }
    fs::rename(&part, &path).about(&path)?;
    sync_folder(dir);
    Ok(Restored { kept })
}

/// A sound database is copied to the backups; anything else is set aside as it is.
fn keep_current(path: &Path, options: &OpenOptions) -> Result<Option<PathBuf>> {
    match db::admit(path) {
        Ok(0) => Ok(None),
        Ok(_) => {
            let copied = db::open_writer(path).and_then(|conn| {
                let copy = make(&conn, path, options.utc, options.offset_min)?;
                db::checkpoint(&conn).about(path)?;
                Ok(copy)
            });
            match copied {
                Err(e) if e.kind == Kind::Damaged => set_aside(path, "damaged", options).map(Some),
                other => other.map(Some),
            }
        }
        Err(e) if e.kind == Kind::Damaged => set_aside(path, "damaged", options).map(Some),
        Err(e) if matches!(e.kind, Kind::Newer { .. }) => set_aside(path, "newer", options).map(Some),
        Err(e) => Err(e),
    }
}

/// Renames the database and its side files to `jenjang-<word>-<stamp>.db`. Nothing of it is changed.
pub(super) fn set_aside(path: &Path, word: &str, options: &OpenOptions) -> Result<PathBuf> {
    let dir = path.parent().unwrap_or(Path::new("."));
    let stamp = stamp(options.utc, options.offset_min);
    let aside = free_name(dir, &format!("jenjang-{word}-{stamp}"));
    fs::rename(path, &aside).about(path)?;
    for (from, to) in db::side_files(path).iter().zip(db::side_files(&aside)) {
        if from.exists() {
            fs::rename(from, &to).about(from)?;
        }
    }
    sync_folder(dir);
    Ok(aside)
}
