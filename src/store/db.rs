//! The database file: its header, its connection, its migrations.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};

use super::error::{About, Kind, Result, StoreError};

/// The name of the database in the data folder.
pub const NAME: &str = "jenjang.db";

/// SQLite's `application_id` of our files: "jenj" in ASCII. It keeps another program's database from being restored here.
pub const APPLICATION_ID: i32 = 0x6A65_6E6A;

/// The steps that bring an older file up to date, in order; a file of version `n` has seen the first `n`.
/// Each is a numbered file whose comments say why. A published one is never edited: add the next.
pub(super) const MIGRATIONS: &[&str] = &[
    include_str!("migrations/0001_log_and_projections.sql"),
    include_str!("migrations/0002_rehearsals.sql"),
    include_str!("migrations/0003_ladder.sql"),
    include_str!("migrations/0004_days.sql"),
];

/// The newest schema version that this program knows.
pub const fn known_version() -> u32 {
    MIGRATIONS.len() as u32
}

/// What the first hundred bytes of a file say, read without SQLite and so without touching anything beside the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Header {
    /// There is no file, or an empty one.
    Absent,
    /// A database with this `user_version` and `application_id`.
    Database {
        /// The schema version.
        version: u32,
        /// Whose file it is: "jenj" in ASCII for ours, or 0 before the first migration.
        application: i32,
    },
    /// Something that is not an SQLite database.
    Foreign,
}

/// Reads the header of `path` (SQLite file format, section 1.3: `user_version` at byte 60, `application_id` at byte 68).
///
/// # Errors
/// What the system said, when the file is there and cannot be read.
pub fn header(path: &Path) -> Result<Header> {
    let mut file = match File::open(path) {
        Ok(file) => file,
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(Header::Absent),
        Err(e) => return Err(StoreError::io(path, &e)),
    };
    let mut bytes = Vec::with_capacity(100);
    Read::by_ref(&mut file).take(100).read_to_end(&mut bytes).about(path)?;
    if bytes.is_empty() {
        return Ok(Header::Absent);
    }
    if bytes.len() < 100 || !bytes.starts_with(b"SQLite format 3\0") {
        return Ok(Header::Foreign);
    }
    let word = |at: usize| u32::from_be_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    Ok(Header::Database { version: word(60), application: word(68) as i32 })
}

/// Refuses what must not be opened: a newer file ([`Kind::Newer`]) and one that is no database of ours ([`Kind::Damaged`]).
/// Returns the version, 0 for a file that is still to be made.
pub(super) fn admit(path: &Path) -> Result<u32> {
    match header(path)? {
        Header::Absent => Ok(0),
        Header::Foreign => Err(StoreError::new(Kind::Damaged, path, "the header is not SQLite's")),
        Header::Database { version, application } => {
            if application != APPLICATION_ID && (version, application) != (0, 0) {
                return Err(StoreError::new(Kind::Damaged, path, "another program's database"));
            }
            refuse_newer(path, version, known_version())?;
            Ok(version)
        }
    }
}

fn refuse_newer(path: &Path, found: u32, known: u32) -> Result<()> {
    if found > known {
        return Err(StoreError::new(Kind::Newer { found, known }, path, "newer schema"));
    }
    Ok(())
}

/// Opens `path` for writing and sets what every connection needs.
pub(super) fn open_writer(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags).about(path)?;
    conn.busy_timeout(std::time::Duration::from_secs(2)).about(path)?;
    // synchronous=FULL: an answer is durable before the next question is accepted. The log of pages is brought home by the
    // writer when it is idle (`Store::checkpoint`), not in the middle of somebody's answer.
    conn.execute_batch(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0;
         PRAGMA journal_size_limit = 4194304;",
    )
    .about(path)?;
    common(&conn).about(path)?;
    Ok(conn)
}

/// Opens `path` for reading only. `immutable` is for a folder in which SQLite may not make its side files; then nobody may
/// be writing.
pub(super) fn open_reader(path: &Path, immutable: bool) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    let conn = if immutable {
        Connection::open_with_flags(immutable_uri(path), flags)
    } else {
        Connection::open_with_flags(path, flags)
    }
    .about(path)?;
    conn.busy_timeout(std::time::Duration::from_secs(2)).about(path)?;
    common(&conn).about(path)?;
    // It reads each page once, in order.
    conn.execute_batch("PRAGMA cache_size = -256").about(path)?;
    Ok(conn)
}

/// A `file:` URI that promises SQLite that nobody changes the file.
fn immutable_uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for byte in path.to_string_lossy().bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' => uri.push(byte as char),
            other => uri.push_str(&format!("%{other:02X}")),
        }
    }
    uri.push_str("?immutable=1");
    uri
}

/// At most 1 MB of pages, nothing mapped: the whole program has 12 MB.
fn common(conn: &Connection) -> rusqlite::Result<()> {
    conn.set_prepared_statement_cache_capacity(48);
    conn.execute_batch(
        "PRAGMA cache_size = -1024; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF;",
    )
}

/// The schema version of an open database.
pub(super) fn version(conn: &Connection) -> rusqlite::Result<u32> {
    conn.query_row("PRAGMA user_version", [], |row| row.get(0))
}

/// Brings an open database up to date, one transaction for each step. The caller makes a verified copy first.
pub(super) fn migrate(conn: &mut Connection, path: &Path, steps: &[&str]) -> Result<()> {
    let from = version(conn).about(path)?;
    refuse_newer(path, from, steps.len() as u32)?;
    let todo = steps.iter().enumerate().skip(from as usize);
    let mut moved = false;
    for (done, sql) in todo {
        let tx = conn.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate).about(path)?;
        tx.execute_batch(sql).about(path)?;
        tx.execute_batch(&format!("PRAGMA user_version = {}; PRAGMA application_id = {APPLICATION_ID};", done + 1))
            .about(path)?;
        tx.commit().about(path)?;
        moved = true;
    }
    if moved {
        // The header in the main file is what an older program reads before it dares to open the file.
        checkpoint(conn).about(path)?;
    }
    Ok(())
}

/// Writes the log of pages into the main file and empties it. Returns whether all of it could be written.
pub(super) fn checkpoint(conn: &Connection) -> rusqlite::Result<bool> {
    conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| Ok(row.get::<_, i64>(0)? == 0))
}

/// Asks SQLite whether the pages of a file hang together. `full` also compares every index with its table.
pub(super) fn sound(conn: &Connection, path: &Path, full: bool) -> Result<()> {
    let pragma = if full { "PRAGMA integrity_check(5)" } else { "PRAGMA quick_check(5)" };
    let mut stmt = conn.prepare(pragma).about(path)?;
    let lines: Vec<String> =
        stmt.query_map([], |row| row.get(0)).about(path)?.collect::<rusqlite::Result<_>>().about(path)?;
    if lines.iter().any(|line| line != "ok") {
        return Err(StoreError::new(Kind::Damaged, path, lines.join("; ")));
    }
    Ok(())
}

/// The side files that SQLite keeps beside `path`.
pub(super) fn side_files(path: &Path) -> [std::path::PathBuf; 2] {
    ["-wal", "-shm"].map(|end| {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        name.into()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_tells_absent_foreign_and_version_without_opening() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(NAME);
        assert_eq!(header(&path).unwrap(), Header::Absent);
        std::fs::write(&path, "").unwrap();
        assert_eq!(header(&path).unwrap(), Header::Absent);
        std::fs::write(&path, "not a database at all").unwrap();
        assert_eq!(header(&path).unwrap(), Header::Foreign);
        std::fs::remove_file(&path).unwrap();
        let mut conn = open_writer(&path).unwrap();
        migrate(&mut conn, &path, MIGRATIONS).unwrap();
        let expected = Header::Database { version: known_version(), application: APPLICATION_ID };
        assert_eq!(header(&path).unwrap(), expected, "readable while the file is still open");
    }

    #[test]
    fn a_second_migration_finds_nothing_to_do() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(NAME);
        let mut conn = open_writer(&path).unwrap();
        migrate(&mut conn, &path, MIGRATIONS).unwrap();
        let before: i64 = conn.query_row("PRAGMA schema_version", [], |r| r.get(0)).unwrap();
        migrate(&mut conn, &path, MIGRATIONS).unwrap();
        let after: i64 = conn.query_row("PRAGMA schema_version", [], |r| r.get(0)).unwrap();
        assert_eq!(before, after);
    }

    #[test]
    fn the_log_cannot_be_changed_or_shortened() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(NAME);
        let mut conn = open_writer(&path).unwrap();
        migrate(&mut conn, &path, MIGRATIONS).unwrap();
        conn.execute(
            "INSERT INTO review (id, device, utc, offset_min, kind, body) VALUES (zeroblob(16), 1, 2, 3, 'undone', '{}')",
            [],
        )
        .unwrap();
        assert!(conn.execute("DELETE FROM review", []).is_err());
        assert!(conn.execute("UPDATE review SET utc = 9", []).is_err());
    }

    #[test]
    fn another_programs_database_is_not_taken_for_ours() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(NAME);
        let conn = Connection::open(&path).unwrap();
        conn.execute_batch("PRAGMA user_version = 1; CREATE TABLE t (x)").unwrap();
        drop(conn);
        assert_eq!(admit(&path).unwrap_err().kind, Kind::Damaged);
    }
}
