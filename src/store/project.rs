//! The projections: rows that follow from the log, kept in step with it.
//!
//! # Design
//!
//! An event that arrives rebuilds the whole of what it speaks about, from its history, with the pure functions of
//! [`crate::domain::log`]. The one exception is the one that happens all the time: an answer that is later than everything
//! known of its item and about which nothing has been said takes [`Memory::after`] on the stored row. Both ways have to
//! agree (property test).

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension, named_params};

use crate::domain::day::Lived;
use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::ItemId;
use crate::domain::interview::{Mocked, Story};
use crate::domain::ladder::{Aimed, Followed, StatementRecord};
use crate::domain::log::{
    self as replay, ItemRecord, LiveAnswer, Note, PromptRecord, Subject, TopicRecord, WorkRecord, Written,
};
use crate::domain::memory::Memory;
use crate::domain::time::StudyDay;

use super::daily::{self, Daily, Days};
use super::{ladder, log, rehearsals, rows};

/// Brings the projections in step with `new` events, which are in the log already.
pub(super) fn apply(conn: &Connection, new: &[Event]) -> rusqlite::Result<()> {
    let mut groups: BTreeMap<Subject, Vec<&Event>> = BTreeMap::new();
    for event in new {
        // An event that waits for its target has no effect; the target finds it when it arrives.
        for subject in log::subjects(conn, event)? {
            groups.entry(subject).or_default().push(event);
        }
    }
    let mut days = Days::new();
    for (subject, mut events) in groups {
        events.sort_unstable_by_key(|e| e.id);
        let in_turn = match &subject {
            Subject::Item(item) => answered_in_turn(conn, item, &events, &mut days)?,
            _ => false,
        };
        if !in_turn {
            let history = log::history(conn, &subject)?;
            // Nothing else can have changed the tallies of this subject, so they move by what the new events add.
            let is_new = |id: EventId| events.binary_search_by_key(&id, |e| e.id).is_ok();
            let before = daily::days(&subject, history.iter().filter(|e| !is_new(e.id)));
            daily::add_all(&mut days, before, -1);
            daily::add_all(&mut days, daily::days(&subject, history.iter()), 1);
            write(conn, &subject, &Record::of(&subject, &history), &history)?;
        }
    }
    rows::add_days(conn, &days)
}

/// The common case: plain answers to a known item, each later than everything that counted before.
fn answered_in_turn(conn: &Connection, item: &ItemId, events: &[&Event], days: &mut Days) -> rusqlite::Result<bool> {
    let Some(mut memory) = rows::memory(conn, item)? else {
        return Ok(false);
    };
    if events.first().is_none_or(|e| e.id <= memory.last) || log::is_outdated(conn, item)? {
        return Ok(false);
    }
    let mut tallies: Vec<(StudyDay, Daily)> = Vec::with_capacity(events.len());
    for event in events {
        let Some(answer) = LiveAnswer::fresh(event) else {
            return Ok(false);
        };
        if log::is_target(conn, event.id)? {
            return Ok(false);
        }
        tallies.push((answer.answered.day, Daily::of_answer(&answer)));
        memory = Memory::after(Some(&memory), answer.given()).unwrap_or(memory);
    }
    for (day, what) in tallies {
        daily::add(days, day, what, 1);
    }
    rows::put_memory(conn, item, &memory)?;
    Ok(true)
}

/// What the projections hold about one subject.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Record {
    Item(Box<ItemRecord>),
    Topic(TopicRecord),
    Note(Option<Note>),
    Prompt(PromptRecord),
    Sitting(Option<Written<Mocked>>),
    Story(Option<Written<Story>>),
    Statement(StatementRecord),
    Track(Option<Written<Followed>>),
    Aim(Option<Written<Aimed>>),
    Work(Option<WorkRecord>),
    Lived(Option<Written<Lived>>),
}

impl Record {
    /// What follows from a history.
    pub(super) fn of(subject: &Subject, history: &[Event]) -> Record {
        match subject {
            Subject::Item(item) => Record::Item(Box::new(replay::rebuild_item(item, history))),
            Subject::Topic(_) => Record::Topic(replay::rebuild_topic(history)),
            Subject::Note(_) => Record::Note(replay::rebuild_note(history)),
            Subject::Prompt(_) => Record::Prompt(replay::rebuild_prompt(history)),
            Subject::Sitting(_) => Record::Sitting(replay::rebuild_sitting(history)),
            Subject::Story(_) => Record::Story(replay::rebuild_story(history)),
            Subject::Statement(_) => Record::Statement(replay::rebuild_statement(history)),
            Subject::Track(_) => Record::Track(replay::rebuild_track(history)),
            Subject::Aim(_) => Record::Aim(replay::rebuild_aim(history)),
            Subject::Work(_) => Record::Work(replay::rebuild_work(history)),
            Subject::Lived(_) => Record::Lived(replay::rebuild_lived(history)),
        }
    }
}

/// Replaces what is stored about a subject.
pub(super) fn write(conn: &Connection, subject: &Subject, record: &Record, history: &[Event]) -> rusqlite::Result<()> {
    match (subject, record) {
        (Subject::Item(item), Record::Item(record)) => write_item(conn, item, record, history),
        (Subject::Topic(topic), Record::Topic(record)) => rows::put_topic(conn, topic, record),
        (Subject::Note(place), Record::Note(note)) => rows::put_note(conn, place, note.as_ref()),
        (Subject::Prompt(prompt), Record::Prompt(record)) => rehearsals::put_prompt(conn, prompt, record),
        (Subject::Sitting(id), Record::Sitting(mocked)) => rehearsals::put_sitting(conn, *id, mocked.as_ref()),
        (Subject::Story(id), Record::Story(story)) => rehearsals::put_story(conn, *id, story.as_ref()),
        (Subject::Statement(id), Record::Statement(record)) => ladder::put_statement(conn, id, record),
        (Subject::Track(track), Record::Track(followed)) => ladder::put_track(conn, track, followed.as_ref()),
        (Subject::Aim(pack), Record::Aim(aimed)) => ladder::put_aim(conn, pack, aimed.as_ref()),
        (Subject::Work(work), Record::Work(record)) => ladder::put_work(conn, work, record.as_ref()),
        (Subject::Lived(id), Record::Lived(lived)) => rehearsals::put_lived(conn, *id, lived.as_ref()),
        _ => Ok(()),
    }
}

fn write_item(conn: &Connection, item: &ItemId, record: &ItemRecord, history: &[Event]) -> rusqlite::Result<()> {
    match &record.memory {
        Some(memory) => rows::put_memory(conn, item, memory)?,
        None => rows::remove_memory(conn, item)?,
    }
    // The log only grows: what no event ever spoke of has no row that could be in the way.
    let ever = |kind: fn(&What) -> bool| history.iter().any(|e| kind(&e.what));
    if ever(|w| matches!(w, What::Flagged { .. })) {
        rows::put_flags(conn, item, &record.flags)?;
    }
    if ever(|w| matches!(w, What::Regraded { accepted: Some(_), .. })) {
        rows::put_accepted(conn, item, &record.accepted)?;
    }
    if ever(|w| matches!(w, What::Deferred { .. })) {
        rows::put_deferred(conn, item, record.deferred)?;
    }
    Ok(())
}

/// What is stored about a subject.
pub(super) fn read(conn: &Connection, subject: &Subject) -> rusqlite::Result<Record> {
    Ok(match subject {
        Subject::Item(item) => Record::Item(Box::new(ItemRecord {
            memory: rows::memory(conn, item)?,
            accepted: rows::accepted(conn, item)?,
            flags: rows::flags(conn, item)?,
            deferred: rows::deferred(conn, item)?,
        })),
        Subject::Topic(topic) => Record::Topic(rows::topic(conn, topic)?),
        Subject::Note(place) => Record::Note(rows::note(conn, place)?),
        Subject::Prompt(prompt) => Record::Prompt(rehearsals::prompt(conn, prompt)?),
        Subject::Sitting(id) => Record::Sitting(rehearsals::sitting(conn, *id)?),
        Subject::Story(id) => Record::Story(rehearsals::story(conn, *id)?),
        Subject::Statement(id) => Record::Statement(ladder::statement(conn, id)?),
        Subject::Track(track) => Record::Track(ladder::track(conn, track)?),
        Subject::Aim(pack) => Record::Aim(ladder::aim(conn, pack)?),
        Subject::Work(work) => Record::Work(ladder::work(conn, work)?),
        Subject::Lived(id) => Record::Lived(rehearsals::lived(conn, *id)?),
    })
}

/// Rebuilds every projection from the log.
pub(super) fn rebuild_all(conn: &Connection) -> rusqlite::Result<()> {
    conn.execute_batch(
        "DELETE FROM memory; DELETE FROM due_day; DELETE FROM daily; DELETE FROM note; DELETE FROM flag;
         DELETE FROM topic; DELETE FROM accepted; DELETE FROM deferred; DELETE FROM attempt; DELETE FROM practised;
         DELETE FROM mocked; DELETE FROM story; DELETE FROM rating; DELETE FROM evidence; DELETE FROM followed;
         DELETE FROM aimed; DELETE FROM worked; DELETE FROM lived;",
    )?;
    let mut days = Days::new();
    for_each_subject(conn, |subject, history| {
        daily::add_all(&mut days, daily::days(subject, history.iter()), 1);
        write(conn, subject, &Record::of(subject, history), history)
    })?;
    rows::add_days(conn, &days)
}

/// Visits every subject of the log with its whole history, one at a time.
pub(super) fn for_each_subject(
    conn: &Connection,
    mut visit: impl FnMut(&Subject, &[Event]) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut after = String::new();
    // The next one each time, by index: a statement that stays open over the visits would hold a read transaction.
    while let Some(text) = conn
        .prepare_cached("SELECT subject FROM review WHERE subject > :after ORDER BY subject LIMIT 1")?
        .query_row(named_params! { ":after": after }, |row| row.get::<_, String>(0))
        .optional()?
    {
        if let Some(subject) = log::subject_from(&text) {
            visit_one(conn, &subject, &mut visit)?;
        }
        after = text;
    }
    Ok(())
}

/// Visits a subject; with a prompt its points, which need not have a row of their own in the log. A point that has both comes with its prompt.
fn visit_one(
    conn: &Connection,
    subject: &Subject,
    visit: &mut impl FnMut(&Subject, &[Event]) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let history = log::history(conn, subject)?;
    let rehearsed = |e: &Event| matches!(e.what, What::Rehearsed(_));
    if matches!(subject, Subject::Item(_)) && history.iter().any(rehearsed) {
        return Ok(());
    }
    visit(subject, &history)?;
    if matches!(subject, Subject::Prompt(_)) {
        let points: BTreeSet<Subject> =
            history.iter().flat_map(|e| Subject::all(&e.what)).filter(|s| matches!(s, Subject::Item(_))).collect();
        for point in points {
            visit(&point, &log::history(conn, &point)?)?;
        }
    }
    Ok(())
}
