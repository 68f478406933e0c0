//! `data doctor`: is the file sound, and do the projections say what the log says?

use std::collections::BTreeMap;

use rusqlite::TransactionBehavior;

use crate::domain::log::{ItemRecord, Subject};
use crate::domain::memory::Memory;
use crate::domain::time::StudyDay;

use super::daily::{self, Daily, Days};
use super::error::{About, Result};
use super::project::{self, Record};
use super::{Store, db, log, rows};

/// Numbers of memory that differ by less than this (in proportion, above 1) are equal: another compiler may round otherwise.
const CLOSE: f32 = 1e-4;

/// How many differences are told; the rest is counted.
const TOLD: usize = 20;

/// What the doctor found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Diagnosis {
    /// Events in the log.
    pub events: u64,
    /// Subjects (items, topics, notes) that were rebuilt and compared.
    pub subjects: usize,
    /// How many things differ between what is stored and what follows from the log.
    pub differences: usize,
    /// The first of them.
    pub told: Vec<Difference>,
}

/// Something stored that does not follow from the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// What it is about: an item, a topic, `daily 20413`, `due_day 20413`.
    pub about: String,
    /// What is stored.
    pub stored: String,
    /// What the log says.
    pub rebuilt: String,
}

impl Diagnosis {
    /// Whether the stored projections equal the rebuilt ones.
    pub fn is_equal(&self) -> bool {
        self.differences == 0
    }

    fn tell(&mut self, about: String, stored: String, rebuilt: String) {
        self.differences += 1;
        if self.told.len() < TOLD {
            self.told.push(Difference { about, stored, rebuilt });
        }
    }
}

impl Store {
    /// Checks the whole file, rebuilds every projection from the log and compares it with what is stored.
    ///
    /// # Errors
    /// [`super::Kind::Damaged`] with what was found when the file itself is not sound.
    pub fn doctor(&self) -> Result<Diagnosis> {
        db::sound(&self.conn, &self.path, true)?;
        let mut found = Diagnosis { events: self.events_total()?, ..Diagnosis::default() };
        let mut days = Days::new();
        project::for_each_subject(&self.conn, |subject, history| {
            found.subjects += 1;
            daily::add_all(&mut days, daily::days(subject, history.iter()), 1);
            let rebuilt = Record::of(subject, history);
            let stored = project::read(&self.conn, subject)?;
            if !same(&stored, &rebuilt) {
                found.tell(log::subject_text(subject), format!("{stored:?}"), format!("{rebuilt:?}"));
            }
            Ok(())
        })
        .about(&self.path)?;
        self.compare_counters(&mut found, days).about(&self.path)?;
        self.strays(&mut found).about(&self.path)?;
        Ok(found)
    }

    /// Throws every projection away and rebuilds it from the log, in one transaction; then looks again.
    ///
    /// # Errors
    /// Any [`super::StoreError`]; then everything is as it was.
    pub fn repair(&mut self) -> Result<Diagnosis> {
        let rebuild = |conn: &mut rusqlite::Connection| {
            let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
            project::rebuild_all(&tx)?;
            tx.commit()
        };
        rebuild(&mut self.conn).about(&self.path)?;
        self.checkpoint()?;
        self.doctor()
    }

    fn compare_counters(&self, found: &mut Diagnosis, mut days: Days) -> rusqlite::Result<()> {
        days.retain(|_, d| *d != Daily::default());
        let stored: Days = self
            .conn
            .prepare("SELECT day, answers, rights, ms, lessons, read_ms, rehearsals, rehearse_ms FROM daily")?
            .query_map([], rows::daily_of)?
            .collect::<rusqlite::Result<_>>()?;
        differences(found, "daily", &stored, &days);
        let count = |sql: &str| -> rusqlite::Result<BTreeMap<StudyDay, i64>> {
            self.conn.prepare(sql)?.query_map([], |r| Ok((StudyDay(r.get(0)?), r.get(1)?)))?.collect()
        };
        let stored = count("SELECT day, n FROM due_day")?;
        let counted = count("SELECT due_day, count(*) FROM memory GROUP BY due_day")?;
        differences(found, "due_day", &stored, &counted);
        Ok(())
    }

    /// Rows about things that the log never spoke of.
    fn strays(&self, found: &mut Diagnosis) -> rusqlite::Result<()> {
        for (table, column) in
            [("memory", "item"), ("flag", "item"), ("accepted", "item"), ("deferred", "item"), ("topic", "topic")]
        {
            let mut stmt = self.conn.prepare(&format!(
                "SELECT {column} FROM {table} WHERE NOT EXISTS (SELECT 1 FROM review WHERE subject = {table}.{column})"
            ))?;
            let mut rows = stmt.query([])?;
            while let Some(row) = rows.next()? {
                let name: String = row.get(0)?;
                // A point may have been rehearsed and never asked by itself.
                let point =
                    log::subject_from(&name).filter(|s| matches!(s, Subject::Item(i) if i.as_point().is_some()));
                let rehearsed = point.map(|s| log::history(&self.conn, &s)).transpose()?;
                if rehearsed.is_none_or(|history| history.is_empty()) {
                    found.tell(name, format!("a row in {table}"), "nothing".to_owned());
                }
            }
        }
        self.stray_rehearsals(found)?;
        let mut stmt = self.conn.prepare(&format!("SELECT {} FROM note", rows::NOTE))?;
        for row in stmt.query_map([], rows::placed_note)? {
            let subject = log::subject_text(&Subject::Note(row?.0));
            let known = "SELECT 1 FROM review WHERE subject = ?1 LIMIT 1";
            if !self.conn.prepare_cached(known)?.exists([&subject])? {
                found.tell(subject, "a row in note".to_owned(), "nothing".to_owned());
            }
        }
        Ok(())
    }
}

impl Store {
    /// Rows about rehearsals, ladders, tracks and checklists that the log never spoke of.
    fn stray_rehearsals(&self, found: &mut Diagnosis) -> rusqlite::Result<()> {
        for (table, column, prefix) in [
            ("attempt", "prompt", "prompt:"),
            ("practised", "prompt", "prompt:"),
            ("mocked", "sitting", "sitting:"),
            ("story", "story", "story:"),
            ("rating", "statement", "statement:"),
            ("lived", "sitting", "lived:"),
            ("evidence", "statement", "statement:"),
            ("followed", "track", "track:"),
            ("aimed", "ladder", "aim:"),
            ("worked", "list || ':' || work", "work:"),
        ] {
            let mut stmt = self.conn.prepare(&format!("SELECT DISTINCT {column} FROM {table}"))?;
            let mut rows = stmt.query([])?;
            while let Some(row) = rows.next()? {
                let name = match row.get_ref(0)? {
                    rusqlite::types::ValueRef::Blob(_) => log::id_of(row, 0)?.to_string(),
                    text => text.as_str()?.to_owned(),
                };
                let subject = format!("{prefix}{name}");
                let known = "SELECT 1 FROM review WHERE subject = ?1 LIMIT 1";
                if !self.conn.prepare_cached(known)?.exists([&subject])? {
                    found.tell(subject, format!("a row in {table}"), "nothing".to_owned());
                }
            }
        }
        Ok(())
    }
}

fn differences<V: PartialEq + std::fmt::Debug>(
    found: &mut Diagnosis,
    table: &str,
    stored: &BTreeMap<StudyDay, V>,
    rebuilt: &BTreeMap<StudyDay, V>,
) {
    let only_stored = stored.keys().filter(|day| !rebuilt.contains_key(day));
    for day in rebuilt.keys().chain(only_stored) {
        let (s, r) = (stored.get(day), rebuilt.get(day));
        if s != r {
            found.tell(format!("{table} {}", day.0), format!("{s:?}"), format!("{r:?}"));
        }
    }
}

fn same(stored: &Record, rebuilt: &Record) -> bool {
    match (stored, rebuilt) {
        (Record::Item(a), Record::Item(b)) => {
            let memory = match (&a.memory, &b.memory) {
                (Some(a), Some(b)) => same_memory(a, b),
                (a, b) => a.is_none() && b.is_none(),
            };
            let rest = |r: &ItemRecord| ItemRecord { memory: None, ..r.clone() };
            memory && rest(a) == rest(b)
        }
        (a, b) => a == b,
    }
}

/// All fields equal, the two floats within [`CLOSE`].
pub(super) fn same_memory(a: &Memory, b: &Memory) -> bool {
    let close = |x: f32, y: f32| (x - y).abs() <= CLOSE * x.abs().max(y.abs()).max(1.0);
    let levelled = Memory { stability: b.stability, difficulty: b.difficulty, ..*a };
    close(a.stability, b.stability) && close(a.difficulty, b.difficulty) && levelled == *b
}
