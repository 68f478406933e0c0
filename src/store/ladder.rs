//! The projections of the career ladder, of tracks and of checklists.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::domain::checklist::WorkId;
use crate::domain::event::EventId;
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Aimed, Book, Followed, Proof, Rated, StatementRecord, chosen};
use crate::domain::log::{WorkRecord, Written};

use super::Store;
use super::error::{About, Result};
use super::log::{blob, damage};
use super::rehearsals::{json, list, parsed, written};

pub(super) fn statement(conn: &Connection, id: &EntryId) -> rusqlite::Result<StatementRecord> {
    let name = [id.as_str()];
    let ratings = "SELECT id, utc, offset_min, body FROM rating WHERE statement = ?1 ORDER BY id";
    let proofs = "SELECT id, utc, offset_min, body FROM evidence WHERE statement = ?1 ORDER BY proof";
    let proofs: Vec<Written<Proof>> = list(conn, proofs, name, written)?;
    Ok(StatementRecord {
        ratings: list(conn, ratings, name, written)?,
        proofs: proofs.into_iter().map(|p| (p.what.proof, p)).collect(),
    })
}

pub(super) fn put_statement(conn: &Connection, id: &EntryId, record: &StatementRecord) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM rating WHERE statement = ?1")?.execute([id.as_str()])?;
    conn.prepare_cached("DELETE FROM evidence WHERE statement = ?1")?.execute([id.as_str()])?;
    for rated in &record.ratings {
        let sql = "INSERT INTO rating (id, statement, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5)";
        let body = json(&rated.what)?;
        conn.prepare_cached(sql)?.execute(params![blob(rated.id), id.as_str(), rated.utc, rated.offset_min, body])?;
    }
    for (proof, it) in &record.proofs {
        let sql = "INSERT INTO evidence (statement, proof, id, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        let body = json(&it.what)?;
        let row = params![id.as_str(), blob(*proof), blob(it.id), it.utc, it.offset_min, body];
        conn.prepare_cached(sql)?.execute(row)?;
    }
    Ok(())
}

pub(super) fn track(conn: &Connection, track: &EntryId) -> rusqlite::Result<Option<Written<Followed>>> {
    conn.prepare_cached("SELECT id, utc, offset_min, body FROM followed WHERE track = ?1")?
        .query_row([track.as_str()], written)
        .optional()
}

pub(super) fn put_track(
    conn: &Connection,
    track: &EntryId,
    followed: Option<&Written<Followed>>,
) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM followed WHERE track = ?1")?.execute([track.as_str()])?;
    if let Some(f) = followed {
        conn.prepare_cached("INSERT INTO followed (track, id, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![track.as_str(), blob(f.id), f.utc, f.offset_min, json(&f.what)?])?;
    }
    Ok(())
}

pub(super) fn aim(conn: &Connection, ladder: &str) -> rusqlite::Result<Option<Written<Aimed>>> {
    conn.prepare_cached("SELECT id, utc, offset_min, body FROM aimed WHERE ladder = ?1")?
        .query_row([ladder], written)
        .optional()
}

pub(super) fn put_aim(conn: &Connection, ladder: &str, aimed: Option<&Written<Aimed>>) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM aimed WHERE ladder = ?1")?.execute([ladder])?;
    if let Some(a) = aimed {
        conn.prepare_cached("INSERT INTO aimed (ladder, id, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![ladder, blob(a.id), a.utc, a.offset_min, json(&a.what)?])?;
    }
    Ok(())
}

pub(super) fn work(conn: &Connection, work: &WorkId) -> rusqlite::Result<Option<WorkRecord>> {
    conn.prepare_cached("SELECT body FROM worked WHERE list = ?1 AND work = ?2")?
        .query_row([work.list.as_str(), &work.work], |row| parsed(row, 0))
        .optional()
}

pub(super) fn put_work(conn: &Connection, work: &WorkId, record: Option<&WorkRecord>) -> rusqlite::Result<()> {
    let name = [work.list.as_str(), &work.work];
    conn.prepare_cached("DELETE FROM worked WHERE list = ?1 AND work = ?2")?.execute(name)?;
    if let Some(record) = record {
        conn.prepare_cached("INSERT INTO worked (list, work, body) VALUES (?1, ?2, ?3)")?.execute(params![
            name[0],
            name[1],
            json(record)?
        ])?;
    }
    Ok(())
}

fn entry_of(row: &Row<'_>, column: usize) -> rusqlite::Result<EntryId> {
    let name = row.get_ref(column)?.as_str()?;
    EntryId::parse(name).ok_or_else(|| damage("not the name of an entry"))
}

impl Store {
    /// All ratings and evidence, by statement.
    ///
    /// # Errors
    /// Any [`super::StoreError`], as for every question below.
    pub fn book(&self) -> Result<Book> {
        let mut book = Book::default();
        let all = "SELECT id, utc, offset_min, body FROM rating ORDER BY id";
        let ratings: Vec<Written<Rated>> = list(&self.conn, all, [], written).about(&self.path)?;
        for rated in ratings {
            book.records.entry(rated.what.statement.clone()).or_default().ratings.push(rated);
        }
        let all = "SELECT id, utc, offset_min, body FROM evidence ORDER BY statement, proof";
        let proofs: Vec<Written<Proof>> = list(&self.conn, all, [], written).about(&self.path)?;
        for proof in proofs {
            let record = book.records.entry(proof.what.statement.clone()).or_default();
            record.proofs.insert(proof.what.proof, proof);
        }
        Ok(book)
    }

    /// The tracks that are followed, the first taken up first.
    pub fn tracks(&self) -> Result<Vec<EntryId>> {
        let read = |row: &Row<'_>| Ok((super::log::id_of(row, 0)?, entry_of(row, 1)?));
        let all: Vec<(EventId, EntryId)> =
            list(&self.conn, "SELECT id, track FROM followed", [], read).about(&self.path)?;
        Ok(chosen(all))
    }

    /// What ladders aim at: the gap plans that feed Today.
    pub fn aims(&self) -> Result<Vec<Aimed>> {
        let all: Vec<Written<Aimed>> =
            list(&self.conn, "SELECT id, utc, offset_min, body FROM aimed ORDER BY ladder", [], written)
                .about(&self.path)?;
        Ok(all.into_iter().map(|a| a.what).collect())
    }

    /// Pieces of work that a checklist is ticked for.
    pub fn works(&self) -> Result<BTreeMap<WorkId, WorkRecord>> {
        let read = |row: &Row<'_>| {
            let work = WorkId { list: entry_of(row, 0)?, work: row.get::<_, String>(1)?.into() };
            Ok((work, parsed(row, 2)?))
        };
        let all: Vec<(WorkId, WorkRecord)> =
            list(&self.conn, "SELECT list, work, body FROM worked ORDER BY list, work", [], read).about(&self.path)?;
        Ok(all.into_iter().collect())
    }
}
