//! The projections of rehearsed interviews: attempts, practice of grading, mock interviews, stories.

use std::collections::BTreeMap;

use rusqlite::{Connection, OptionalExtension, Params, Row, params};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::domain::day::Lived;
use crate::domain::event::{Event, EventId};
use crate::domain::ids::ItemId;
use crate::domain::interview::{Mocked, Practised, Story};
use crate::domain::log::{PromptRecord, Tried, Written};
use crate::domain::memory::Memory;
use crate::domain::rubric::PromptKind;

use super::error::{About, Result};
use super::log::{self, blob, damage, id_of};
use super::{Store, rows};

pub(super) fn json<T: Serialize>(what: &T) -> rusqlite::Result<String> {
    serde_json::to_string(what).map_err(damage)
}

pub(super) fn parsed<T: DeserializeOwned>(row: &Row<'_>, column: usize) -> rusqlite::Result<T> {
    serde_json::from_str(row.get_ref(column)?.as_str()?).map_err(damage)
}

/// Reads id, utc, offset and body.
pub(super) fn written<T: DeserializeOwned>(row: &Row<'_>) -> rusqlite::Result<Written<T>> {
    Ok(Written { id: id_of(row, 0)?, utc: row.get(1)?, offset_min: row.get(2)?, what: parsed(row, 3)? })
}

pub(super) fn list<T, P: Params>(
    conn: &Connection,
    sql: &str,
    params: P,
    read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
) -> rusqlite::Result<Vec<T>> {
    conn.prepare_cached(sql)?.query_map(params, read)?.collect()
}

pub(super) fn prompt(conn: &Connection, prompt: &ItemId) -> rusqlite::Result<PromptRecord> {
    let name = [prompt.as_str()];
    Ok(PromptRecord {
        tried: list(conn, "SELECT head FROM attempt WHERE prompt = ?1 ORDER BY id", name, |row| parsed(row, 0))?,
        practised: list(
            conn,
            "SELECT id, utc, offset_min, body FROM practised WHERE prompt = ?1 ORDER BY id",
            name,
            written::<Practised>,
        )?,
    })
}

pub(super) fn put_prompt(conn: &Connection, prompt: &ItemId, record: &PromptRecord) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM attempt WHERE prompt = ?1")?.execute([prompt.as_str()])?;
    conn.prepare_cached("DELETE FROM practised WHERE prompt = ?1")?.execute([prompt.as_str()])?;
    for tried in &record.tried {
        conn.prepare_cached("INSERT INTO attempt (id, prompt, head) VALUES (?1, ?2, ?3)")?.execute(params![
            blob(tried.id),
            prompt.as_str(),
            json(tried)?
        ])?;
    }
    for done in &record.practised {
        conn.prepare_cached(
            "INSERT INTO practised (id, prompt, kind, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            blob(done.id),
            prompt.as_str(),
            done.what.kind.word(),
            done.utc,
            done.offset_min,
            json(&done.what)?
        ])?;
    }
    Ok(())
}

pub(super) fn sitting(conn: &Connection, sitting: EventId) -> rusqlite::Result<Option<Written<Mocked>>> {
    conn.prepare_cached("SELECT id, utc, offset_min, body FROM mocked WHERE sitting = ?1")?
        .query_row([blob(sitting)], written)
        .optional()
}

pub(super) fn put_sitting(
    conn: &Connection,
    sitting: EventId,
    mocked: Option<&Written<Mocked>>,
) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM mocked WHERE sitting = ?1")?.execute([blob(sitting)])?;
    if let Some(m) = mocked {
        conn.prepare_cached("INSERT INTO mocked (sitting, id, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![blob(sitting), blob(m.id), m.utc, m.offset_min, json(&m.what)?])?;
    }
    Ok(())
}

pub(super) fn lived(conn: &Connection, sitting: EventId) -> rusqlite::Result<Option<Written<Lived>>> {
    conn.prepare_cached("SELECT id, utc, offset_min, body FROM lived WHERE sitting = ?1")?
        .query_row([blob(sitting)], written)
        .optional()
}

pub(super) fn put_lived(conn: &Connection, sitting: EventId, lived: Option<&Written<Lived>>) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM lived WHERE sitting = ?1")?.execute([blob(sitting)])?;
    if let Some(l) = lived {
        conn.prepare_cached("INSERT INTO lived (sitting, id, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![blob(sitting), blob(l.id), l.utc, l.offset_min, json(&l.what)?])?;
    }
    Ok(())
}

pub(super) fn story(conn: &Connection, story: EventId) -> rusqlite::Result<Option<Written<Story>>> {
    conn.prepare_cached("SELECT id, utc, offset_min, body FROM story WHERE story = ?1")?
        .query_row([blob(story)], written)
        .optional()
}

pub(super) fn put_story(conn: &Connection, story: EventId, told: Option<&Written<Story>>) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM story WHERE story = ?1")?.execute([blob(story)])?;
    if let Some(s) = told {
        conn.prepare_cached("INSERT INTO story (story, id, utc, offset_min, body) VALUES (?1, ?2, ?3, ?4, ?5)")?
            .execute(params![blob(story), blob(s.id), s.utc, s.offset_min, json(&s.what)?])?;
    }
    Ok(())
}

impl Store {
    /// The attempts at every prompt that was rehearsed, oldest first, without what was said.
    ///
    /// # Errors
    /// Any [`super::StoreError`], as for every question below.
    pub fn tried(&self) -> Result<BTreeMap<ItemId, Vec<Tried>>> {
        let all = list(&self.conn, "SELECT prompt, head FROM attempt ORDER BY prompt, id", [], |row| {
            Ok((rows::item_of(row, 0)?, parsed::<Tried>(row, 1)?))
        });
        let mut out: BTreeMap<ItemId, Vec<Tried>> = BTreeMap::new();
        for (prompt, tried) in all.about(&self.path)? {
            out.entry(prompt).or_default().push(tried);
        }
        Ok(out)
    }

    /// What follows from one prompt's events: attempts without what was said, and practice.
    pub fn prompt_record(&self, prompt: &ItemId) -> Result<PromptRecord> {
        self::prompt(&self.conn, prompt).about(&self.path)
    }

    /// How the points of a prompt are remembered, by their names.
    pub fn memories_of_points(&self, prompt: &ItemId) -> Result<Vec<(ItemId, Memory)>> {
        // The range from `prompt.` to before `prompt/`: a slash is the letter after the dot.
        let sql = format!("SELECT {} FROM memory WHERE item > ?1 AND item < ?2 ORDER BY item", rows::MEMORY);
        let range = [format!("{prompt}."), format!("{prompt}/")];
        list(&self.conn, &sql, range, rows::item_and_memory).about(&self.path)
    }

    /// The live attempts at a prompt whole, oldest first: each is an event of a rehearsal.
    pub fn attempts_of(&self, prompt: &ItemId) -> Result<Vec<Event>> {
        let sql = format!(
            "SELECT {} FROM attempt CROSS JOIN review ON review.id = attempt.id WHERE attempt.prompt = ?1 ORDER BY attempt.id",
            log::COLUMNS
        );
        list(&self.conn, &sql, [prompt.as_str()], log::event).about(&self.path)
    }

    /// All live attempts whole, oldest first: the answer book.
    pub fn attempts(&self) -> Result<Vec<Event>> {
        let sql = format!(
            "SELECT {} FROM attempt CROSS JOIN review ON review.id = attempt.id ORDER BY attempt.id",
            log::COLUMNS
        );
        list(&self.conn, &sql, [], log::event).about(&self.path)
    }

    /// The kinds of prompts whose grading was practised.
    pub fn practised_kinds(&self) -> Result<Vec<PromptKind>> {
        let words: Vec<String> =
            list(&self.conn, "SELECT DISTINCT kind FROM practised", [], |row| row.get(0)).about(&self.path)?;
        Ok(PromptKind::ALL.into_iter().filter(|kind| words.iter().any(|w| w == kind.word())).collect())
    }

    /// Working days that were played to their end, oldest first.
    pub fn days_lived(&self) -> Result<Vec<Written<Lived>>> {
        list(&self.conn, "SELECT id, utc, offset_min, body FROM lived ORDER BY id", [], written).about(&self.path)
    }

    /// The mock interviews that ended, oldest first.
    ///
    /// # Errors
    /// As for [`Store::tried`].
    pub fn mocks(&self) -> Result<Vec<Written<Mocked>>> {
        list(&self.conn, "SELECT id, utc, offset_min, body FROM mocked ORDER BY id", [], written).about(&self.path)
    }

    /// The stories, those that were written last first.
    pub fn stories(&self) -> Result<Vec<Written<Story>>> {
        list(&self.conn, "SELECT id, utc, offset_min, body FROM story ORDER BY id DESC", [], written).about(&self.path)
    }
}
