//! The rows of the projections: one function to read and one to replace what is stored about a subject.

use rusqlite::{Connection, OptionalExtension, Row, named_params, params};

use crate::domain::event::{NotePlace, Rating};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::log::{Flag, Note, Reading, TopicRecord};
use crate::domain::memory::Memory;
use crate::domain::question::AnswerKey;
use crate::domain::time::StudyDay;

use super::daily::{Daily, Days};
use super::log::{blob, damage, id_of};

/// The columns that [`memory_of`] reads, in its order; the item comes first.
pub(super) const MEMORY: &str = "item, stability, difficulty, key, last, last_utc, last_day, rating, interval, due_utc, \
                                 due_day, answers, lapses, solid, aim";

/// Reads the columns of [`MEMORY`].
pub(super) fn memory_of(row: &Row<'_>) -> rusqlite::Result<Memory> {
    Ok(Memory {
        stability: row.get::<_, f64>(1)? as f32,
        difficulty: row.get::<_, f64>(2)? as f32,
        key: AnswerKey(row.get::<_, i64>(3)? as u64),
        last: id_of(row, 4)?,
        last_utc: row.get(5)?,
        last_day: StudyDay(row.get(6)?),
        rating: Rating::from_digit(row.get(7)?).ok_or_else(|| damage("a grade outside of 1 to 4"))?,
        interval: row.get(8)?,
        due_utc: row.get(9)?,
        due_day: StudyDay(row.get(10)?),
        answers: row.get(11)?,
        lapses: row.get(12)?,
        solid: row.get(13)?,
        aim: row.get(14)?,
    })
}

/// Reads the item and the memory of a row of [`MEMORY`].
pub(super) fn item_and_memory(row: &Row<'_>) -> rusqlite::Result<(ItemId, Memory)> {
    Ok((item_of(row, 0)?, memory_of(row)?))
}

pub(super) fn item_of(row: &Row<'_>, column: usize) -> rusqlite::Result<ItemId> {
    ItemId::parse(row.get_ref(column)?.as_str()?).ok_or_else(|| damage("an item without a name"))
}

pub(super) fn topic_of(row: &Row<'_>, column: usize) -> rusqlite::Result<TopicId> {
    TopicId::parse(row.get_ref(column)?.as_str()?).ok_or_else(|| damage("a topic without a name"))
}

pub(super) fn memory(conn: &Connection, item: &ItemId) -> rusqlite::Result<Option<Memory>> {
    conn.prepare_cached(&format!("SELECT {MEMORY} FROM memory WHERE item = ?1"))?
        .query_row([item.as_str()], memory_of)
        .optional()
}

pub(super) fn put_memory(conn: &Connection, item: &ItemId, memory: &Memory) -> rusqlite::Result<()> {
    conn.prepare_cached(&format!(
        "INSERT INTO memory ({MEMORY}) VALUES (:item, :stability, :difficulty, :key, :last, :last_utc, :last_day, :rating,
             :interval, :due_utc, :due_day, :answers, :lapses, :solid, :aim)
         ON CONFLICT (item) DO UPDATE SET stability = excluded.stability, difficulty = excluded.difficulty,
             key = excluded.key, last = excluded.last, last_utc = excluded.last_utc, last_day = excluded.last_day,
             rating = excluded.rating, interval = excluded.interval, due_utc = excluded.due_utc,
             due_day = excluded.due_day, answers = excluded.answers, lapses = excluded.lapses, solid = excluded.solid,
             aim = excluded.aim"
    ))?
    .execute(named_params! {
        ":item": item.as_str(),
        ":stability": f64::from(memory.stability),
        ":difficulty": f64::from(memory.difficulty),
        ":key": memory.key.0 as i64,
        ":last": blob(memory.last),
        ":last_utc": memory.last_utc,
        ":last_day": memory.last_day.0,
        ":rating": memory.rating as u8,
        ":interval": memory.interval,
        ":due_utc": memory.due_utc,
        ":due_day": memory.due_day.0,
        ":answers": memory.answers,
        ":lapses": memory.lapses,
        ":solid": memory.solid,
        ":aim": memory.aim,
    })?;
    Ok(())
}

pub(super) fn remove_memory(conn: &Connection, item: &ItemId) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM memory WHERE item = ?1")?.execute([item.as_str()])?;
    Ok(())
}

pub(super) fn flags(conn: &Connection, item: &ItemId) -> rusqlite::Result<Vec<Flag>> {
    conn.prepare_cached("SELECT id, utc, reason FROM flag WHERE item = ?1 ORDER BY id")?
        .query_map([item.as_str()], |row| flag_of(row, 0))?
        .collect()
}

pub(super) fn flag_of(row: &Row<'_>, first: usize) -> rusqlite::Result<Flag> {
    let reason = row.get::<_, String>(first + 2)?.into_boxed_str();
    Ok(Flag { id: id_of(row, first)?, utc: row.get(first + 1)?, reason })
}

pub(super) fn put_flags(conn: &Connection, item: &ItemId, flags: &[Flag]) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM flag WHERE item = ?1")?.execute([item.as_str()])?;
    let mut insert = conn.prepare_cached("INSERT INTO flag (item, id, utc, reason) VALUES (?1, ?2, ?3, ?4)")?;
    for flag in flags {
        insert.execute(params![item.as_str(), blob(flag.id), flag.utc, flag.reason])?;
    }
    Ok(())
}

pub(super) fn accepted(conn: &Connection, item: &ItemId) -> rusqlite::Result<Vec<Box<str>>> {
    conn.prepare_cached("SELECT spelling FROM accepted WHERE item = ?1 ORDER BY place")?
        .query_map([item.as_str()], |row| row.get::<_, String>(0).map(String::into_boxed_str))?
        .collect()
}

pub(super) fn put_accepted(conn: &Connection, item: &ItemId, accepted: &[Box<str>]) -> rusqlite::Result<()> {
    conn.prepare_cached("DELETE FROM accepted WHERE item = ?1")?.execute([item.as_str()])?;
    let mut insert = conn.prepare_cached("INSERT INTO accepted (item, place, spelling) VALUES (?1, ?2, ?3)")?;
    for (place, spelling) in accepted.iter().enumerate() {
        insert.execute(params![item.as_str(), place as i64, spelling])?;
    }
    Ok(())
}

pub(super) fn deferred(conn: &Connection, item: &ItemId) -> rusqlite::Result<Option<StudyDay>> {
    conn.prepare_cached("SELECT day FROM deferred WHERE item = ?1")?
        .query_row([item.as_str()], |row| row.get(0).map(StudyDay))
        .optional()
}

pub(super) fn put_deferred(conn: &Connection, item: &ItemId, day: Option<StudyDay>) -> rusqlite::Result<()> {
    match day {
        Some(day) => conn
            .prepare_cached(
                "INSERT INTO deferred (item, day) VALUES (?1, ?2) ON CONFLICT (item) DO UPDATE SET day = ?2",
            )?
            .execute(params![item.as_str(), day.0])?,
        None => conn.prepare_cached("DELETE FROM deferred WHERE item = ?1")?.execute([item.as_str()])?,
    };
    Ok(())
}

/// The columns that [`record_of`] reads, in its order; the topic comes first.
pub(super) const TOPIC: &str = "topic, known, read_day, times, took";

pub(super) fn record_of(row: &Row<'_>) -> rusqlite::Result<TopicRecord> {
    let (times, took_ms): (u32, i64) = (row.get(3)?, row.get(4)?);
    let day: Option<i32> = row.get(2)?;
    let read = day.map(|day| Reading { day: StudyDay(day), times, took_ms: took_ms as u64 });
    Ok(TopicRecord { known: row.get(1)?, read })
}

pub(super) fn topic(conn: &Connection, topic: &TopicId) -> rusqlite::Result<TopicRecord> {
    let record = conn
        .prepare_cached(&format!("SELECT {TOPIC} FROM topic WHERE topic = ?1"))?
        .query_row([topic.as_str()], record_of)
        .optional()?;
    Ok(record.unwrap_or_default())
}

pub(super) fn put_topic(conn: &Connection, topic: &TopicId, record: &TopicRecord) -> rusqlite::Result<()> {
    if *record == TopicRecord::default() {
        conn.prepare_cached("DELETE FROM topic WHERE topic = ?1")?.execute([topic.as_str()])?;
        return Ok(());
    }
    let (times, took) = record.read.map_or((0, 0), |r| (r.times, r.took_ms as i64));
    conn.prepare_cached(
        "INSERT OR REPLACE INTO topic (topic, known, read_day, times, took) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![topic.as_str(), record.known, record.read.map(|r| r.day.0), times, took])?;
    Ok(())
}

fn place_key(place: &NotePlace) -> (&str, &str, u16) {
    match place {
        NotePlace::Item(item) => (item.as_str(), "", 0),
        NotePlace::Section(topic, section, paragraph) => (topic.as_str(), section, *paragraph),
    }
}

/// The columns of a note's place and text, in the order that [`placed_note`] reads.
pub(super) const NOTE: &str = "id, utc, text, subject, section, paragraph";

fn note_of(row: &Row<'_>) -> rusqlite::Result<Note> {
    let text = row.get::<_, String>(2)?.into_boxed_str();
    Ok(Note { id: id_of(row, 0)?, utc: row.get(1)?, text })
}

pub(super) fn placed_note(row: &Row<'_>) -> rusqlite::Result<(NotePlace, Note)> {
    let subject: String = row.get(3)?;
    let place = match ItemId::parse(&subject) {
        Some(item) => NotePlace::Item(item),
        None => NotePlace::Section(topic_of(row, 3)?, row.get::<_, String>(4)?.into_boxed_str(), row.get(5)?),
    };
    Ok((place, note_of(row)?))
}

pub(super) fn note(conn: &Connection, place: &NotePlace) -> rusqlite::Result<Option<Note>> {
    conn.prepare_cached(&format!("SELECT {NOTE} FROM note WHERE subject = ?1 AND section = ?2 AND paragraph = ?3"))?
        .query_row(place_key(place), note_of)
        .optional()
}

pub(super) fn put_note(conn: &Connection, place: &NotePlace, note: Option<&Note>) -> rusqlite::Result<()> {
    let (subject, section, paragraph) = place_key(place);
    match note {
        Some(note) => conn
            .prepare_cached(
                "INSERT OR REPLACE INTO note (subject, section, paragraph, id, utc, text) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
            )?
            .execute(params![subject, section, paragraph, blob(note.id), note.utc, note.text])?,
        None => conn
            .prepare_cached("DELETE FROM note WHERE subject = ?1 AND section = ?2 AND paragraph = ?3")?
            .execute(params![subject, section, paragraph])?,
    };
    Ok(())
}

/// Adds differences to the tallies. A day on which nothing is left goes.
pub(super) fn add_days(conn: &Connection, days: &Days) -> rusqlite::Result<()> {
    for (day, d) in days.iter().filter(|(_, d)| **d != Daily::default()) {
        conn.prepare_cached(
            "INSERT INTO daily (day, answers, rights, ms, lessons, read_ms, rehearsals, rehearse_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
             ON CONFLICT (day) DO UPDATE SET answers = answers + ?2, rights = rights + ?3, ms = ms + ?4,
                 lessons = lessons + ?5, read_ms = read_ms + ?6, rehearsals = rehearsals + ?7,
                 rehearse_ms = rehearse_ms + ?8",
        )?
        .execute(params![
            day.0,
            d.answers,
            d.rights,
            d.ms,
            d.lessons,
            d.read_ms,
            d.rehearsals,
            d.rehearse_ms
        ])?;
        conn.prepare_cached("DELETE FROM daily WHERE day = ?1 AND answers = 0 AND lessons = 0 AND rehearsals = 0")?
            .execute([day.0])?;
    }
    Ok(())
}

pub(super) fn daily_of(row: &Row<'_>) -> rusqlite::Result<(StudyDay, Daily)> {
    let day = StudyDay(row.get(0)?);
    let daily = Daily {
        answers: row.get(1)?,
        rights: row.get(2)?,
        ms: row.get(3)?,
        lessons: row.get(4)?,
        read_ms: row.get(5)?,
        rehearsals: row.get(6)?,
        rehearse_ms: row.get(7)?,
    };
    Ok((day, daily))
}
