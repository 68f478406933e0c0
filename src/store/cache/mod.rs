//! `cache.db`: what can be made again at any time. It may be deleted whenever nobody has it open, and is thrown away when
//! it is damaged or of another version.
//!
//! # Design
//!
//! Blobs and texts mean nothing here: `packs` packs and unpacks them, `app` carries them. Nothing waits for the disk
//! (`synchronous = OFF`): what a power cut takes is made again.

mod search;
#[cfg(test)]
mod tests;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension, params};

use super::db;
use super::error::{About, Result};

pub use search::{Doc, DocKind, Found, Kinds};

/// The name of the cache in its folder.
pub const NAME: &str = "cache.db";

/// The version of the cache's layout and of what is kept in it. Another one in a file: the file goes.
const VERSION: u32 = 2;

/// An installed folder, packed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folder {
    /// Its key: path below the packs folder.
    pub name: String,
    /// A hash of names, sizes and times.
    pub stamp: u64,
    /// What it is, as a number of whoever packed it.
    pub kind: u8,
    /// The small part, read for all folders at once.
    pub head: Vec<u8>,
    /// The large parts, by number, opened one at a time.
    pub parts: Vec<(u8, Vec<u8>)>,
}

/// The small part of a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FolderHead {
    /// As in [`Folder`].
    pub name: String,
    /// As in [`Folder`].
    pub kind: u8,
    /// As in [`Folder`].
    pub head: Vec<u8>,
}

/// The open cache.
#[derive(Debug)]
pub struct Cache {
    conn: Connection,
    path: PathBuf,
}

impl Cache {
    /// Opens the cache in `dir`. One that cannot be used is replaced by an empty one.
    ///
    /// # Errors
    /// Any [`super::StoreError`] when there cannot be a file; [`Cache::in_memory`] always works.
    pub fn open(dir: &Path) -> Result<Cache> {
        let path = dir.join(NAME);
        fs::create_dir_all(dir).about(dir)?;
        match Self::open_file(&path) {
            Ok(Some(cache)) => Ok(cache),
            Ok(None) | Err(_) => {
                discard(&path)?;
                Self::open_file(&path)?.map_or_else(Self::in_memory, Ok)
            }
        }
    }

    /// A cache that is gone when it is dropped: for a folder that cannot be written.
    ///
    /// # Errors
    /// What SQLite said.
    pub fn in_memory() -> Result<Cache> {
        let path = PathBuf::from(":memory:");
        let conn = Connection::open_in_memory().about(&path)?;
        make(&conn).about(&path)?;
        Ok(Cache { conn, path })
    }

    /// `None` for a file of another version.
    fn open_file(path: &Path) -> Result<Option<Cache>> {
        let new = matches!(db::header(path)?, db::Header::Absent);
        if new {
            // A log of pages that belongs to a file which somebody has deleted must not be taken for ours.
            discard(path)?;
        }
        let conn = Connection::open(path).about(path)?;
        conn.busy_timeout(Duration::from_secs(2)).about(path)?;
        conn.set_prepared_statement_cache_capacity(24);
        conn.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = OFF; PRAGMA cache_size = -1024; PRAGMA mmap_size = 0;
             PRAGMA foreign_keys = ON; PRAGMA trusted_schema = ON; PRAGMA journal_size_limit = 4194304;",
        )
        .about(path)?;
        if new {
            make(&conn).about(path)?;
        }
        let version: u32 = conn.query_row("PRAGMA user_version", [], |row| row.get(0)).about(path)?;
        // Touches the schema and both large tables, so that a spoilt file shows now.
        conn.query_row("SELECT (SELECT count(*) FROM source), (SELECT max(id) FROM doc)", [], |_| Ok(()))
            .about(path)?;
        Ok((version == VERSION).then(|| Cache { conn, path: path.to_owned() }))
    }

    /// Throws everything away, after trouble with what is in it.
    ///
    /// # Errors
    /// Any [`super::StoreError`].
    pub fn reset(self) -> Result<Cache> {
        let Cache { conn, path } = self;
        drop(conn);
        if path.as_os_str() == ":memory:" {
            return Self::in_memory();
        }
        discard(&path)?;
        Self::open(path.parent().unwrap_or(Path::new(".")))
    }

    /// All folders with their stamps, to find what has changed.
    ///
    /// # Errors
    /// Any [`super::StoreError`], as for every question below; [`Cache::reset`] helps then.
    pub fn stamps(&self) -> Result<Vec<(String, u64)>> {
        self.conn
            .prepare_cached("SELECT name, stamp FROM folder ORDER BY name")
            .and_then(|mut stmt| stmt.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as u64)))?.collect())
            .about(&self.path)
    }

    /// The heads of all folders, in the order of their names.
    ///
    /// # Errors
    /// Any [`super::StoreError`].
    pub fn heads(&self) -> Result<Vec<FolderHead>> {
        self.conn
            .prepare_cached("SELECT name, kind, head FROM folder ORDER BY name")
            .and_then(|mut stmt| {
                stmt.query_map([], |row| Ok(FolderHead { name: row.get(0)?, kind: row.get(1)?, head: row.get(2)? }))?
                    .collect()
            })
            .about(&self.path)
    }

    /// A large part of a folder.
    ///
    /// # Errors
    /// Any [`super::StoreError`].
    pub fn part(&self, folder: &str, part: u8) -> Result<Option<Vec<u8>>> {
        self.conn
            .prepare_cached(
                "SELECT body FROM part WHERE folder = (SELECT id FROM folder WHERE name = ?1) AND part = ?2",
            )
            .and_then(|mut stmt| stmt.query_row(params![folder, part], |row| row.get(0)).optional())
            .about(&self.path)
    }

    /// Takes folders in, each in the place of what was there under its name.
    ///
    /// # Errors
    /// Any [`super::StoreError`]; then nothing was changed.
    pub fn put(&mut self, folders: &[Folder]) -> Result<()> {
        put(&mut self.conn, folders).about(&self.path)
    }

    /// Removes folders and what search found in them (the source of the same name).
    ///
    /// # Errors
    /// Any [`super::StoreError`]; then nothing was changed.
    pub fn remove<S: AsRef<str>>(&mut self, folders: &[S]) -> Result<()> {
        let remove = |conn: &mut Connection| {
            let tx = conn.transaction()?;
            for name in folders {
                tx.prepare_cached("DELETE FROM folder WHERE name = ?1")?.execute([name.as_ref()])?;
                search::forget(&tx, name.as_ref())?;
            }
            tx.commit()
        };
        remove(&mut self.conn).about(&self.path)
    }
}

fn make(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(&format!(
        "PRAGMA foreign_keys = ON; BEGIN; {} PRAGMA user_version = {VERSION}; COMMIT;",
        include_str!("schema.sql")
    ))
}

fn discard(path: &Path) -> Result<()> {
    for file in db::side_files(path).iter().map(PathBuf::as_path).chain([path]) {
        match fs::remove_file(file) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => return Err(e).about(file),
            _ => {}
        }
    }
    Ok(())
}

fn put(conn: &mut Connection, folders: &[Folder]) -> rusqlite::Result<()> {
    let tx = conn.transaction()?;
    for folder in folders {
        tx.prepare_cached("DELETE FROM folder WHERE name = ?1")?.execute([&folder.name])?;
        tx.prepare_cached("INSERT INTO folder (name, stamp, kind, head) VALUES (?1, ?2, ?3, ?4)")?.execute(params![
            folder.name,
            folder.stamp as i64,
            folder.kind,
            folder.head
        ])?;
        let id = tx.last_insert_rowid();
        for (part, body) in &folder.parts {
            tx.prepare_cached("INSERT INTO part (folder, part, body) VALUES (?1, ?2, ?3)")?
                .execute(params![id, part, body])?;
        }
    }
    tx.commit()
}
