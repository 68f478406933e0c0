//! An archive from a stranger becomes notes.

use std::collections::HashMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Instant;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, MAIN_DB};
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};
use serde::Deserialize;
use zip::ZipArchive;

use super::model::{Model, Shape, shapes};
use super::newer;
use super::patience::{self, Patience};
use super::{COLLECTION, COLLECTION_21, COLLECTION_21B, FIELD};
use crate::exchange::table::{Column, clean, cut};
use crate::exchange::{Left, NOTES, Note, Taken, Trouble, What, html};
use crate::format::letters::one_line;
use crate::format::limits;
use crate::packs::archive::{self, Unfit};

/// Cards that are looked at: a note may have several.
const CARDS: usize = 4 * NOTES;
/// Characters of a deck's name, with those of the decks that it stands in.
const DECK: usize = 400;
/// Bytes of a row or a text of the database.
const ROW_BYTES: i32 = 16 << 20;
/// Bytes of a text before the end of a frame that it may repeat. What compresses promises no more than 8 MiB, and what unpacks need not keep more
/// (RFC 8878, 3.1.1.1.2); Anki's exporter promises 2 MiB.
const WINDOW: u64 = 8 << 20;
/// Where the header of a database says whether it has a log beside it (SQLite file format, 1.3), and what says that it has none.
const LOG_MODE: std::ops::Range<usize> = 18..20;
const NO_LOG: u8 = 1;

/// The notes of an archive.
///
/// # Errors
///
/// When it is none, or is too large.
pub fn notes(path: &Path) -> Result<Taken, Trouble> {
    let mut content = Vec::new();
    let read = File::open(path).and_then(|file| file.take(limits::ARCHIVE_BYTES + 1).read_to_end(&mut content));
    read.map_err(broken)?;
    from_bytes(content)
}

/// The same of an archive that is in memory.
///
/// # Errors
///
/// As of [`notes`].
pub fn from_bytes(content: Vec<u8>) -> Result<Taken, Trouble> {
    if content.len() as u64 > limits::ARCHIVE_BYTES {
        return Err(Trouble::TooLarge(limits::ARCHIVE_BYTES));
    }
    let (database, schema) = database(content)?;
    let patience = Patience::until(Instant::now() + patience::MOST);
    read(&database, schema, &patience).map_err(|trouble| if patience.is_over() { Trouble::Endless } else { trouble })
}

/// The notes of a database.
pub(super) fn read(database: &[u8], schema: Schema, patience: &Patience) -> Result<Taken, Trouble> {
    let mut conn = Connection::open_in_memory().map_err(broken)?;
    patience.allow(&mut conn, patience::OPENING).map_err(broken)?;
    open(&mut conn, database, schema.tables())?;
    patience.allow(&mut conn, patience::READING).map_err(broken)?;
    Collection::read(&conn, schema)?.notes(&conn, database.len())
}

/// Where a collection says what its notes are.
#[derive(Debug, Clone, Copy)]
pub(super) enum Schema {
    /// As JSON in a row of `col`: schema 11.
    Json,
    /// In tables of their own: schema 18.
    Tables,
}

impl Schema {
    fn tables(self) -> &'static [&'static str] {
        match self {
            Schema::Json => &["col", "notes", "cards"],
            Schema::Tables => &newer::TABLES,
        }
    }
}

/// What does not fit the format. A message may quote a name that a stranger gave.
pub(super) fn broken(error: impl std::fmt::Display) -> Trouble {
    Trouble::Broken(one_line(&error.to_string(), ' '))
}

/// The newest database in an archive. What the archive says of sizes is not believed: reading ends at the limit.
fn database(content: Vec<u8>) -> Result<(Vec<u8>, Schema), Trouble> {
    let size = content.len() as u64;
    let mut archive = archive::opened(content).map_err(|unfit| match unfit {
        Unfit::Files(_) => Trouble::TooManyFiles(limits::FILES),
        unfit => broken(unfit),
    })?;
    let has = |archive: &ZipArchive<_>, name: &str| archive.index_for_name(name).is_some();
    let (name, schema) = match () {
        () if has(&archive, COLLECTION_21B) => (COLLECTION_21B, Schema::Tables),
        () if has(&archive, COLLECTION_21) => (COLLECTION_21, Schema::Json),
        () => (COLLECTION, Schema::Json),
    };
    let most = limits::UNPACKED_BYTES.min(size.saturating_mul(limits::EXPANSION).max(limits::TOML_BYTES));
    let file = archive.by_name(name).map_err(broken)?;
    let mut database = match schema {
        Schema::Json => all(file, most)?,
        Schema::Tables => unpacked(file, most)?,
    };
    if let Some(mode) = database.get_mut(LOG_MODE) {
        // A database in memory has no log beside it, whatever it says.
        mode.fill(NO_LOG);
    }
    Ok((database, schema))
}

/// All bytes of a file, if they are no more than `most`.
fn all(file: impl Read, most: u64) -> Result<Vec<u8>, Trouble> {
    let mut bytes = Vec::new();
    file.take(most + 1).read_to_end(&mut bytes).map_err(broken)?;
    if bytes.len() as u64 > most { Err(Trouble::TooLarge(most)) } else { Ok(bytes) }
}

/// What a file is that is one frame of Zstandard. What the frame says of sizes is not believed either: memory is taken as bytes come.
fn unpacked(mut file: impl Read, most: u64) -> Result<Vec<u8>, Trouble> {
    let mut decoder = FrameDecoder::new();
    decoder.set_max_window_size(WINDOW);
    let frame = StreamingDecoder::new_with_decoder(&mut file, decoder).map_err(broken)?;
    let bytes = all(frame, most)?;
    // The archive compares its sum of the file at the end of it.
    match file.read(&mut [0]).map_err(broken)? {
        0 => Ok(bytes),
        _ => Err(broken("bytes after the end of the collection")),
    }
}

/// Opens a database in memory, to be read alone: nothing that its schema says is run, and nothing in it may be large.
fn open(conn: &mut Connection, database: &[u8], tables: &[&str]) -> Result<(), Trouble> {
    let set = |conn: &Connection| -> rusqlite::Result<()> {
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
        conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
        for (limit, most) in [
            (Limit::SQLITE_LIMIT_LENGTH, ROW_BYTES),
            (Limit::SQLITE_LIMIT_ATTACHED, 0),
            (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
            (Limit::SQLITE_LIMIT_EXPR_DEPTH, 100),
            (Limit::SQLITE_LIMIT_COLUMN, 100),
        ] {
            conn.set_limit(limit, most)?;
        }
        newer::know_unicase(conn)
    };
    set(conn).map_err(broken)?;
    conn.deserialize_read_exact(MAIN_DB, database, database.len(), true).map_err(broken)?;
    conn.execute_batch("pragma query_only = on; pragma cell_size_check = on; pragma temp_store = memory")
        .map_err(broken)?;
    if has_tables(conn, tables).map_err(broken)? { Ok(()) } else { Err(Trouble::Broken(tables.join(", "))) }
}

/// Whether there are the real tables: no view, no table that a program would make up (those have no page of their own), and no column that is worked
/// out instead of kept.
fn has_tables(conn: &Connection, tables: &[&str]) -> rusqlite::Result<bool> {
    let count = |sql: &str, table: &str| conn.query_row(sql, [table], |row| row.get::<_, i64>(0));
    for table in tables {
        let kept =
            count("select count(*) from sqlite_schema where type = 'table' and rootpage > 0 and name = ?", table)?;
        let made_up = count("select count(*) from pragma_table_xinfo(?) where hidden <> 0", table)?;
        if (kept, made_up) != (1, 0) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// What a collection says of its notes.
#[derive(Debug, Default)]
struct Collection {
    shapes: HashMap<i64, Result<Shape, String>>,
    decks: HashMap<i64, String>,
    /// The deck of a note, by its first card, and how many cards it has.
    homes: HashMap<i64, (i64, usize)>,
    left: Left,
}

#[derive(Deserialize)]
struct Deck {
    #[serde(default)]
    name: String,
}

/// The note types by their numbers.
type Models = HashMap<i64, Model>;
/// The names of the decks by their numbers.
type Decks = HashMap<i64, String>;

/// The note types and the decks of the older form.
fn from_json(conn: &Connection) -> Result<(Models, Decks), Box<dyn std::error::Error>> {
    let (models, decks): (String, String) =
        conn.query_row("select models, decks from col limit 1", [], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let models: HashMap<String, Model> = serde_json::from_str(&models)?;
    let decks: HashMap<String, Deck> = serde_json::from_str(&decks)?;
    let models = models.into_iter().filter_map(|(id, model)| Some((id.parse().ok()?, model))).collect();
    let decks = decks.into_iter().filter_map(|(id, deck)| Some((id.parse().ok()?, deck.name))).collect();
    Ok((models, decks))
}

impl Collection {
    fn read(conn: &Connection, schema: Schema) -> Result<Collection, Trouble> {
        let (models, decks) = match schema {
            Schema::Json => from_json(conn).map_err(broken)?,
            Schema::Tables => (newer::models(conn)?, newer::decks(conn)?),
        };
        let decks = decks.into_iter().map(|(id, name)| (id, cut(&name, DECK))).collect();
        let mut collection = Collection { shapes: shapes(models), decks, ..Collection::default() };
        collection.cards(conn).map_err(broken)?;
        Ok(collection)
    }

    /// Where the notes stand, and what was learnt of them.
    fn cards(&mut self, conn: &Connection) -> rusqlite::Result<()> {
        let mut cards = conn.prepare(&format!("select nid, did, ord, type from cards limit {CARDS}"))?;
        let mut rows = cards.query([])?;
        let mut learnt = 0;
        while let Some(row) = rows.next()? {
            let (note, deck, ord, kind): (i64, i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            learnt += usize::from(kind > 0);
            let home = self.homes.entry(note).or_insert((deck, 0));
            home.1 += 1;
            if ord == 0 {
                home.0 = deck;
            }
        }
        self.left.more(What::Schedule, learnt);
        Ok(())
    }

    /// The notes of a database of so many bytes. Texts that stand in no row, such as what a column is when nobody says, may be as large as they like
    /// and come again with each note: all texts together are no larger than what they are read from.
    fn notes(mut self, conn: &Connection, most: usize) -> Result<Taken, Trouble> {
        let mut notes = Vec::new();
        let (mut seen, mut bytes) = (0_usize, 0_usize);
        let mut statement = conn.prepare("select id, guid, mid, tags, flds from notes").map_err(broken)?;
        let mut rows = statement.query([]).map_err(broken)?;
        while let Some(row) = rows.next().map_err(broken)? {
            seen += 1;
            if seen > NOTES {
                return Err(Trouble::TooMany(NOTES));
            }
            let numbers = || -> rusqlite::Result<(i64, i64)> { Ok((row.get(0)?, row.get(2)?)) };
            let (id, model) = numbers().map_err(broken)?;
            let text = |at: usize| row.get_ref(at).map_err(broken)?.as_str().map_err(broken);
            let (guid, tags, fields) = (text(1)?, text(3)?, text(4)?);
            bytes += guid.len() + tags.len() + fields.len();
            if bytes > most {
                return Err(Trouble::TooLarge(most as u64));
            }
            notes.extend(self.note(id, guid, model, tags, fields));
        }
        Ok(Taken { title: String::new(), notes, left: self.left })
    }

    fn note(&mut self, id: i64, guid: &str, model: i64, tags: &str, fields: &str) -> Option<Note> {
        let fields: Vec<&str> = fields.split(FIELD).collect();
        let unknown = Err(String::new());
        let shape = self.shapes.get(&model).unwrap_or(&unknown);
        let left = &mut self.left;
        let field = |at: usize| fields.get(at).copied().unwrap_or_default();
        let shape = match shape {
            Ok(shape) if !field(shape.front).contains("image-occlusion:") => shape,
            Ok(Shape { name, .. }) | Err(name) => {
                left.add(What::NoteType(name.as_str().into()));
                return None;
            }
        };
        for (at, name) in shape.hidden.iter().take_while(|(at, _)| *at < fields.len()) {
            left.more(What::Field(name.as_str().into()), usize::from(!field(*at).trim().is_empty()));
        }
        left.more(What::Script, usize::from(shape.script));
        let front = html::text(field(shape.front), left);
        let answer = shape.back.map(|at| html::text(field(at), left)).unwrap_or_default();
        let mut note = Note { id: clean(guid), front, answer, tags: clean(tags), ..Note::default() };
        for (at, column) in shape.extra.iter().take_while(|(at, _)| *at < fields.len()) {
            let text = html::text(field(*at), left);
            match column {
                _ if text.is_empty() => {}
                Some(Column::Source) => note.source = text,
                Some(Column::Hint) => note.hint = text,
                Some(Column::Accept) => note.accept = text.split(" / ").map(str::to_owned).collect(),
                _ if note.explain.is_empty() => note.explain = text,
                _ => {
                    note.explain.push_str("\n\n");
                    note.explain.push_str(&text);
                }
            }
        }
        let (deck, cards) = self.homes.get(&id).copied().unwrap_or_default();
        // The cards of a cloze are its gaps.
        left.more(What::SecondCard, if shape.back.is_some() { cards.saturating_sub(1) } else { 0 });
        note.topic = self.decks.get(&deck).cloned().unwrap_or_default();
        Some(note)
    }
}
