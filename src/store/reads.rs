//! What can be asked. Each question is one query (or a few), and holds nothing when it is answered.

use std::ops::RangeInclusive;

use rusqlite::{OptionalExtension, Params, Row, named_params};

use crate::domain::event::{Event, EventId, NotePlace, What};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::log::{self as replay, Flag, LiveAnswer, Note, Reading, Subject, UNDO_DEPTH};
use crate::domain::memory::Memory;
use crate::domain::time::{Moment, StudyDay, UtcMs};

use super::daily::Daily;
use super::error::{About, Result};
use super::{LogFilter, Store, log, rows};

/// Rows that are read at once when all of them are visited.
const PAGE: usize = 2000;

/// What the first frame shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glance {
    /// The study day that the plan was made for.
    pub day: StudyDay,
    /// The plan as it was left, JSON of whoever wrote it.
    pub body: String,
}

impl Store {
    /// How an item is remembered; `None` for one that was never answered.
    ///
    /// # Errors
    /// Any [`super::StoreError`], as for every question below.
    pub fn memory(&self, item: &ItemId) -> Result<Option<Memory>> {
        rows::memory(&self.conn, item).about(&self.path)
    }

    /// How the items of a topic are remembered, in the order of their names.
    pub fn memories_of_topic(&self, topic: &TopicId) -> Result<Vec<(ItemId, Memory)>> {
        let (from, to) = (format!("{topic}/"), format!("{topic}0"));
        self.list(
            &format!("SELECT {} FROM memory WHERE item > ?1 AND item < ?2 ORDER BY item", rows::MEMORY),
            [from, to],
            rows::item_and_memory,
        )
    }

    /// Visits how every item is remembered, in the order of names, so that a topic's items come together.
    ///
    /// Reads a page at a time: no transaction is held, and what is written meanwhile may or may not be seen.
    pub fn topic_rows(&self, mut visit: impl FnMut(&str, &Memory)) -> Result<()> {
        let sql = format!("SELECT {} FROM memory WHERE item > ?1 ORDER BY item LIMIT {PAGE}", rows::MEMORY);
        let mut after = String::new();
        loop {
            let mut n = 0;
            let mut page = || -> rusqlite::Result<()> {
                let mut stmt = self.conn.prepare_cached(&sql)?;
                let from = after.clone();
                let mut found = stmt.query([&from])?;
                while let Some(row) = found.next()? {
                    let item = row.get_ref(0)?.as_str()?;
                    visit(item, &rows::memory_of(row)?);
                    n += 1;
                    if n == PAGE {
                        item.clone_into(&mut after);
                    }
                }
                Ok(())
            };
            page().about(&self.path)?;
            if n < PAGE {
                return Ok(());
            }
        }
    }

    /// What is due at this moment, the longest waiting first, at most `limit`.
    pub fn due(&self, now: &Moment, limit: usize) -> Result<Vec<(ItemId, Memory)>> {
        self.list(
            &format!(
                "SELECT {} FROM memory WHERE due_day <= :day AND (due_utc IS NULL OR due_utc <= :utc OR due_day < :day)
                 ORDER BY due_day, due_utc LIMIT :limit",
                rows::MEMORY
            ),
            named_params! { ":day": now.day.0, ":utc": now.utc, ":limit": limit as i64 },
            rows::item_and_memory,
        )
    }

    /// When the first of the steps within the day that wait is over, and how many wait; `None` when none does.
    pub fn next_step(&self, now: &Moment) -> Result<Option<(UtcMs, u32)>> {
        let sql = "SELECT min(due_utc), count(*) FROM memory WHERE due_day = ?1 AND due_utc > ?2";
        let read = |row: &Row<'_>| Ok((row.get::<_, Option<UtcMs>>(0)?, row.get::<_, u32>(1)?));
        let found = self.conn.prepare_cached(sql).and_then(|mut s| s.query_row((now.day.0, now.utc), read));
        found.map(|(first, n)| first.map(|utc| (utc, n))).about(&self.path)
    }

    /// How many items are due on each day of a range; days without any are left out. Kept as counters, so no scan.
    pub fn due_counts(&self, days: RangeInclusive<StudyDay>) -> Result<Vec<(StudyDay, u32)>> {
        self.list(
            "SELECT day, n FROM due_day WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
            [days.start().0, days.end().0],
            |row| Ok((StudyDay(row.get(0)?), row.get(1)?)),
        )
    }

    /// How many items are due up to and including a day, by the counters.
    pub fn due_total(&self, day: StudyDay) -> Result<u32> {
        self.conn
            .prepare_cached("SELECT coalesce(sum(n), 0) FROM due_day WHERE day <= ?1")
            .and_then(|mut stmt| stmt.query_row([day.0], |row| row.get(0)))
            .about(&self.path)
    }

    /// How many items were ever answered.
    pub fn items_total(&self) -> Result<u32> {
        self.due_total(StudyDay(i32::MAX))
    }

    /// All events about an item (of a rubric point, the rehearsals that marked it too), with the regrades and undos of them, in the order of replay.
    pub fn history(&self, item: &ItemId) -> Result<Vec<Event>> {
        log::history(&self.conn, &Subject::Item(item.clone())).about(&self.path)
    }

    /// One event.
    pub fn event(&self, id: EventId) -> Result<Option<Event>> {
        log::get(&self.conn, id).about(&self.path)
    }

    /// The newest id of any device; the zero id for an empty log.
    pub fn newest_id(&self) -> Result<EventId> {
        log::newest(&self.conn).about(&self.path)
    }

    /// The action that the next undo on `device` takes back. `waiting` are events that were handed in after everything in
    /// the log and could not be written yet, oldest first.
    pub fn latest_action(&self, device: u64, waiting: &[Event]) -> Result<Option<Event>> {
        self.candidate(device, waiting, |newest_first, device| replay::undo_candidate(newest_first, device))
    }

    /// The undo that the next redo on `device` takes back; `waiting` as for [`Store::latest_action`].
    pub fn latest_undo(&self, device: u64, waiting: &[Event]) -> Result<Option<Event>> {
        self.candidate(device, waiting, |newest_first, device| replay::redo_candidate(newest_first, device))
    }

    fn candidate(
        &self,
        device: u64,
        waiting: &[Event],
        choose: for<'a> fn(&mut std::slice::Iter<'a, Event>, u64) -> Option<EventId>,
    ) -> Result<Option<Event>> {
        let mut n = 32;
        loop {
            let written = log::newest_of(&self.conn, device, n).about(&self.path)?;
            let own = written.iter().filter(|e| e.id.device() == device).count();
            let events: Vec<Event> = waiting.iter().rev().cloned().chain(written).collect();
            let mut rest = events.iter();
            let found = choose(&mut rest, device);
            // A choice that was made before the window ended, or with the whole log in it, is the choice.
            if rest.next().is_some() || own < n || n > 8 * UNDO_DEPTH {
                return Ok(found.and_then(|id| events.into_iter().find(|e| e.id == id)));
            }
            n *= 4;
        }
    }

    /// Visits the live answers given on `day` or later, day by day and in the order of ids within a day, with the grades
    /// that count.
    ///
    /// # Errors
    /// Any [`super::StoreError`].
    pub fn answers_since(&self, day: StudyDay, mut visit: impl FnMut(&LiveAnswer<'_>)) -> Result<()> {
        let (mut day, mut after) = (day.0, EventId::default());
        loop {
            let page = self.list(&log::answers_sql(PAGE), (day, log::blob(after)), |row| {
                Ok((log::event(row)?, row.get::<_, bool>(4)?, row.get::<_, i32>(5)?))
            })?;
            for (event, spoken_of, _) in &page {
                if *spoken_of {
                    let chain = log::chain(&self.conn, event.id).about(&self.path)?;
                    replay::answers(&chain).iter().for_each(&mut visit);
                } else if let Some(answer) = LiveAnswer::fresh(event) {
                    visit(&answer);
                }
            }
            match page.last() {
                Some((last, _, at)) if page.len() == PAGE => (day, after) = (*at, last.id),
                _ => return Ok(()),
            }
        }
    }

    /// Tallies of a range of study days; days without any are left out.
    pub fn daily(&self, days: RangeInclusive<StudyDay>) -> Result<Vec<(StudyDay, Daily)>> {
        self.list(
            "SELECT day, answers, rights, ms, lessons, read_ms, rehearsals, rehearse_ms FROM daily WHERE day BETWEEN ?1 AND ?2 ORDER BY day",
            [days.start().0, days.end().0],
            rows::daily_of,
        )
    }

    /// A page of the log, newest first: at most `n` events before `before` (or from the end), each with whether it is live.
    pub fn log_page(&self, before: Option<EventId>, n: usize, filter: &LogFilter) -> Result<Vec<(Event, bool)>> {
        let page = log::page(&self.conn, before, n, filter).about(&self.path)?;
        page.into_iter()
            .map(|event| {
                let live = self.is_live(event.id)?;
                Ok((event, live))
            })
            .collect()
    }

    /// Whether an event is here and was not taken back.
    pub fn is_live(&self, id: EventId) -> Result<bool> {
        let chain = log::chain(&self.conn, id).about(&self.path)?;
        Ok(replay::live(&chain).iter().any(|e| e.id == id))
    }

    /// The note of a place.
    pub fn note(&self, place: &NotePlace) -> Result<Option<Note>> {
        rows::note(&self.conn, place).about(&self.path)
    }

    /// The notes of a topic: of its lesson and of its questions.
    pub fn notes_of_topic(&self, topic: &TopicId) -> Result<Vec<(NotePlace, Note)>> {
        self.list(
            &format!(
                "SELECT {} FROM note WHERE subject = ?1 OR subject > ?2 AND subject < ?3
                 ORDER BY subject, section, paragraph",
                rows::NOTE
            ),
            [topic.as_str(), &format!("{topic}/"), &format!("{topic}0")],
            rows::placed_note,
        )
    }

    /// The newest notes, at most `limit`.
    pub fn notes(&self, limit: usize) -> Result<Vec<(NotePlace, Note)>> {
        self.list(
            &format!("SELECT {} FROM note ORDER BY utc DESC LIMIT ?1", rows::NOTE),
            [limit as i64],
            rows::placed_note,
        )
    }

    /// The problems that the learner flagged with an item.
    pub fn flags(&self, item: &ItemId) -> Result<Vec<Flag>> {
        rows::flags(&self.conn, item).about(&self.path)
    }

    /// All flagged problems, by item.
    pub fn all_flags(&self) -> Result<Vec<(ItemId, Flag)>> {
        self.list("SELECT item, id, utc, reason FROM flag ORDER BY item, id", [], |row| {
            Ok((rows::item_of(row, 0)?, rows::flag_of(row, 1)?))
        })
    }

    /// The learner's own spellings for an item.
    pub fn accepted(&self, item: &ItemId) -> Result<Vec<Box<str>>> {
        rows::accepted(&self.conn, item).about(&self.path)
    }

    /// The items for which there are own spellings.
    pub fn items_with_spellings(&self) -> Result<Vec<ItemId>> {
        self.list("SELECT DISTINCT item FROM accepted ORDER BY item", [], |row| rows::item_of(row, 0))
    }

    /// What was called up for a study day up to this one and was never answered.
    pub fn called_anew(&self, day: StudyDay) -> Result<Vec<ItemId>> {
        let sql = "SELECT item FROM deferred WHERE day <= ?1 AND item NOT IN (SELECT item FROM memory) ORDER BY item";
        self.list(sql, [day.0], |row| rows::item_of(row, 0))
    }

    /// What was put off to later on a study day, or called up for it.
    pub fn deferred(&self, day: StudyDay) -> Result<Vec<ItemId>> {
        self.list("SELECT item FROM deferred WHERE day = ?1 ORDER BY item", [day.0], |row| rows::item_of(row, 0))
    }

    /// The topics that the learner marked as known.
    pub fn known(&self) -> Result<Vec<TopicId>> {
        self.list("SELECT topic FROM topic WHERE known ORDER BY topic", [], |row| rows::topic_of(row, 0))
    }

    /// The lessons that were read to their end.
    pub fn lessons_read(&self) -> Result<Vec<(TopicId, Reading)>> {
        let all = self.list(&format!("SELECT {} FROM topic ORDER BY topic", rows::TOPIC), [], |row| {
            Ok((rows::topic_of(row, 0)?, rows::record_of(row)?.read))
        })?;
        Ok(all.into_iter().filter_map(|(topic, read)| Some((topic, read?))).collect())
    }

    /// The topics whose lessons were read to their end, the last one first, as often as each was read.
    pub fn topics_as_read(&self) -> Result<Vec<TopicId>> {
        let sql = "SELECT subject FROM review WHERE kind = 'read'
                   AND subject IN (SELECT topic FROM topic WHERE read_day IS NOT NULL) ORDER BY id DESC";
        self.list(sql, [], |row| rows::topic_of(row, 0))
    }

    /// A draft, a reading position or a session in progress: JSON of whoever wrote it.
    pub fn draft(&self, key: &str) -> Result<Option<String>> {
        self.conn
            .prepare_cached("SELECT body FROM draft WHERE key = ?1")
            .and_then(|mut stmt| stmt.query_row([key], |row| row.get(0)).optional())
            .about(&self.path)
    }

    /// The drafts whose key starts with `prefix`, newest first: key, JSON, when.
    pub fn drafts(&self, prefix: &str) -> Result<Vec<(String, String, UtcMs)>> {
        self.list(
            "SELECT key, body, utc FROM draft WHERE substr(key, 1, length(?1)) = ?1 ORDER BY utc DESC, key",
            [prefix],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
    }

    /// The last known plan: all that the first frame needs, in one look-up.
    pub fn glance(&self) -> Result<Option<Glance>> {
        self.conn
            .prepare_cached("SELECT day, body FROM glance")
            .and_then(|mut stmt| {
                stmt.query_row([], |row| Ok(Glance { day: StudyDay(row.get(0)?), body: row.get(1)? })).optional()
            })
            .about(&self.path)
    }

    /// How many events the log has, by counting them.
    pub fn events_total(&self) -> Result<u64> {
        self.conn
            .query_row("SELECT count(*) FROM review", [], |row| row.get::<_, i64>(0))
            .map(|n| n as u64)
            .about(&self.path)
    }

    /// Whether nothing was ever done: the log is empty.
    pub fn is_blank(&self) -> Result<bool> {
        Ok(self.newest_id()? == EventId::default())
    }

    /// Whether anything is remembered: something was answered, and that was not taken back.
    pub fn has_memories(&self) -> Result<bool> {
        self.conn.query_row("SELECT EXISTS (SELECT 1 FROM memory)", [], |row| row.get(0)).about(&self.path)
    }

    /// The answers to an item that are live, newest last: what feedback and detail pages tell.
    pub fn answers_of(&self, item: &ItemId) -> Result<Vec<Event>> {
        let history = self.history(item)?;
        let live = replay::live(&history);
        Ok(live.into_iter().filter(|e| matches!(e.what, What::Answered(_))).cloned().collect())
    }

    fn list<T, P: Params>(
        &self,
        sql: &str,
        params: P,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        self.conn.prepare_cached(sql).and_then(|mut stmt| stmt.query_map(params, read)?.collect()).about(&self.path)
    }
}
