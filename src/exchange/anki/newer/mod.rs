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
use crate::domain::sorting::Arrange as _;
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
    rows(conn, "select id, 0, name, config from notetypes", |(id, _), name, config| {
        let kind = last(config, KIND)?.and_then(Value::number).unwrap_or_default();
        models.insert(id, Model { name: name.to_owned(), kind, ..Model::default() });
        Ok(())
    })?;
    // Put in order here: SQLite would put all rows in order before the first one counts.
    let mut fields: Vec<(At, Field)> = Vec::new();
    rows(conn, "select ntid, ord, name, config from fields", |at, name, _| {
        if models.contains_key(&at.0) {
            fields.push((at, Field { name: name.to_owned() }));
        }
        Ok(())
    })?;
    fields.arrange_by_key(|(at, _)| *at);
    for ((id, _), field) in fields {
        models.entry(id).or_default().flds.push(field);
    }
    let mut templates: Vec<(At, Template)> = Vec::new();
    rows(conn, "select ntid, ord, name, config from templates", |at, _, config| {
        if models.contains_key(&at.0) {
            let side = |number| Ok(last(config, number)?.map(Value::text).transpose()?.unwrap_or_default().to_owned());
            templates.push((at, Template { qfmt: side(FRONT)?, afmt: side(BACK)? }));
        }
        Ok(())
    })?;
    templates.arrange_by_key(|(at, _)| *at);
    for ((id, _), template) in templates {
        models.entry(id).or_default().tmpls.push(template);
    }
    Ok(models)
}

/// The names of the decks, by their numbers, with the decks that they stand in.
pub fn decks(conn: &Connection) -> Result<HashMap<i64, String>, Trouble> {
    let mut decks = HashMap::new();
    rows(conn, "select id, 0, name, x'' from decks", |(id, _), name, _| {
        decks.insert(id, name.replace(LEVEL, "::"));
        Ok(())
    })?;
    Ok(decks)
}

/// Tells of each row its number and its place, its name and its message, while all of them are no larger than they may be.
fn rows(
    conn: &Connection,
    sql: &str,
    mut each: impl FnMut(At, &str, &[u8]) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    let mut statement = conn.prepare(sql).map_err(broken)?;
    let mut rows = statement.query([]).map_err(broken)?;
    let mut bytes = 0;
    while let Some(row) = rows.next().map_err(broken)? {
        let (at, name, config) = parts(row)?;
        bytes += ROW + name.len() + config.len();
        if bytes > BYTES {
            return Err(Trouble::TooLarge(BYTES as u64));
        }
        each(at, name, config)?;
    }
    Ok(())
}

/// What a row is known by: a number, and a place among those of the number.
type At = (i64, i64);

fn parts<'a>(row: &'a Row<'_>) -> Result<(At, &'a str, &'a [u8]), Trouble> {
    let at = (row.get(0).map_err(broken)?, row.get(1).map_err(broken)?);
    let name = row.get_ref(2).map_err(broken)?.as_str().map_err(broken)?;
    let config = row.get_ref(3).map_err(broken)?.as_blob().map_err(broken)?;
    Ok((at, name, config))
}
