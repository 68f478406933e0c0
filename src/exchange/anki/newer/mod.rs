//! Schema 18: note types and decks stand in tables of their own, and what they are beyond their names in messages of protobuf.
//!
//! Columns with names are ordered by `unicase`, a collation of Anki's own. Nothing here compares them; SQLite wants to know it all the same, whenever
//! it would rather read an index than its table.

mod message;
#[cfg(test)]
mod tests;

use std::collections::HashMap;

use rusqlite::{Connection, Row};

use self::message::{Value, last};
use super::model::{Field, Model, Template};
use super::read::broken;
use crate::exchange::Trouble;

/// The tables that are read.
pub const TABLES: [&str; 6] = ["notes", "cards", "notetypes", "fields", "templates", "decks"];
/// Stands between the levels of a deck's name.
const LEVEL: &str = "\u{1f}";
/// Bytes of all names and messages of a kind: what one row of the older form may have.
const BYTES: usize = 16 << 20;
/// What a row counts at least.
const ROW: usize = 16;
/// Fields of messages, by `proto/anki/notetypes.proto` of Anki: of `Notetype.Config`...
const KIND: u64 = 1;
/// ... and of `CardTemplate.Config`.
const FRONT: u64 = 1;
const BACK: u64 = 2;

/// Tells a connection of the collation. Which order it gives is of no matter.
pub fn know_unicase(conn: &Connection) -> rusqlite::Result<()> {
    conn.create_collation(c"unicase", str::cmp)
}

/// The note types, by their numbers.
pub fn models(conn: &Connection) -> Result<HashMap<i64, Model>, Trouble> {
    let mut models: HashMap<i64, Model> = HashMap::new();
    rows(conn, "select id, name, config from notetypes", |id, name, config| {
        let kind = last(config, KIND)?.and_then(Value::number).unwrap_or_default();
        models.insert(id, Model { name: name.to_owned(), kind, ..Model::default() });
        Ok(())
    })?;
    rows(conn, "select ntid, name, config from fields order by ntid, ord", |id, name, _| {
        if let Some(model) = models.get_mut(&id) {
            model.flds.push(Field { name: name.to_owned() });
        }
        Ok(())
    })?;
    rows(conn, "select ntid, name, config from templates order by ntid, ord", |id, _, config| {
        if let Some(model) = models.get_mut(&id) {
            let side = |number| Ok(last(config, number)?.map(Value::text).transpose()?.unwrap_or_default().to_owned());
            model.tmpls.push(Template { qfmt: side(FRONT)?, afmt: side(BACK)? });
        }
        Ok(())
    })?;
    Ok(models)
}

/// The names of the decks, by their numbers, with the decks that they stand in.
pub fn decks(conn: &Connection) -> Result<HashMap<i64, String>, Trouble> {
    let mut decks = HashMap::new();
    rows(conn, "select id, name, x'' from decks", |id, name, _| {
        decks.insert(id, name.replace(LEVEL, "::"));
        Ok(())
    })?;
    Ok(decks)
}

/// Tells of each row its number, its name and its message, while all of them are no larger than they may be.
fn rows(
    conn: &Connection,
    sql: &str,
    mut each: impl FnMut(i64, &str, &[u8]) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut statement = conn.prepare(sql).map_err(broken)?;
    let mut rows = statement.query([]).map_err(broken)?;
    let mut bytes = 0;
    while let Some(row) = rows.next().map_err(broken)? {
        let (id, name, config) = parts(row)?;
        bytes += ROW + name.len() + config.len();
        if bytes > BYTES {
            return Err(Trouble::TooLarge(BYTES as u64));
        }
        each(id, name, config)?;
    }
    Ok(())
}

fn parts<'a>(row: &'a Row<'_>) -> Result<(i64, &'a str, &'a [u8]), Trouble> {
    let id = row.get(0).map_err(broken)?;
    let name = row.get_ref(1).map_err(broken)?.as_str().map_err(broken)?;
    let config = row.get_ref(2).map_err(broken)?.as_blob().map_err(broken)?;
    Ok((id, name, config))
}
