//! The log table: events in, events out, and the chain of references between them. Nothing here knows what an event means.

use std::collections::HashSet;

use rusqlite::types::Value;
use rusqlite::{Connection, OptionalExtension, Row, named_params, params_from_iter};

use crate::domain::checklist::WorkId;
use crate::domain::event::{Event, EventId, NotePlace, What};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::log::Subject;

/// The text that the `subject` column keeps. An item has two slashes, a topic one; everything else has a prefix of its own, because a prompt's name looks
/// like an item's.
pub(super) fn subject_text(subject: &Subject) -> String {
    match subject {
        Subject::Item(item) => item.as_str().to_owned(),
        Subject::Topic(topic) => topic.as_str().to_owned(),
        Subject::Note(NotePlace::Item(item)) => format!("note:{item}"),
        Subject::Note(NotePlace::Section(topic, section, paragraph)) => {
            format!("note:{topic}#{paragraph}#{section}")
        }
        Subject::Prompt(prompt) => format!("prompt:{prompt}"),
        Subject::Sitting(id) => format!("sitting:{id}"),
        Subject::Story(id) => format!("story:{id}"),
        Subject::Statement(id) => format!("statement:{id}"),
        Subject::Track(id) => format!("track:{id}"),
        Subject::Aim(ladder) => format!("aim:{ladder}"),
        Subject::Work(work) => format!("work:{}:{}", work.list, work.work),
        Subject::Lived(id) => format!("lived:{id}"),
    }
}

/// Reads what [`subject_text`] wrote.
pub(super) fn subject_from(text: &str) -> Option<Subject> {
    if let Some(prompt) = text.strip_prefix("prompt:") {
        return ItemId::parse(prompt).map(Subject::Prompt);
    }
    if let Some(id) = text.strip_prefix("sitting:") {
        return EventId::parse(id).map(Subject::Sitting);
    }
    if let Some(id) = text.strip_prefix("story:") {
        return EventId::parse(id).map(Subject::Story);
    }
    if let Some(id) = text.strip_prefix("lived:") {
        return EventId::parse(id).map(Subject::Lived);
    }
    if let Some(id) = text.strip_prefix("statement:") {
        return EntryId::parse(id).map(Subject::Statement);
    }
    if let Some(id) = text.strip_prefix("track:") {
        return EntryId::parse(id).map(Subject::Track);
    }
    if let Some(ladder) = text.strip_prefix("aim:") {
        return Some(Subject::Aim(ladder.into()));
    }
    if let Some(work) = text.strip_prefix("work:") {
        // No name that an author writes has a colon.
        let (list, work) = work.split_once(':')?;
        return Some(Subject::Work(WorkId { list: EntryId::parse(list)?, work: work.into() }));
    }
    let Some(place) = text.strip_prefix("note:") else {
        return ItemId::parse(text).map(Subject::Item).or_else(|| TopicId::parse(text).map(Subject::Topic));
    };
    let place = match place.split_once('#') {
        None => NotePlace::Item(ItemId::parse(place)?),
        Some((topic, rest)) => {
            let (paragraph, section) = rest.split_once('#')?;
            NotePlace::Section(TopicId::parse(topic)?, section.into(), paragraph.parse().ok()?)
        }
    };
    Some(Subject::Note(place))
}

/// The word that the `kind` column keeps.
pub(super) fn kind(what: &What) -> &'static str {
    match what {
        What::Answered(_) => "answered",
        What::Regraded { .. } => "regraded",
        What::Deferred { .. } => "deferred",
        What::Outdated { .. } => "outdated",
        What::Flagged { .. } => "flagged",
        What::Noted { .. } => "noted",
        What::Known { .. } => "known",
        What::Read { .. } => "read",
        What::Rehearsed(_) => "rehearsed",
        What::Practised(_) => "practised",
        What::Mocked(_) => "mocked",
        What::StoryTold(_) => "story-told",
        What::Rated(_) => "rated",
        What::Proved(_) => "proved",
        What::Followed(_) => "followed",
        What::Aimed(_) => "aimed",
        What::Ticked(_) => "ticked",
        What::Lived(_) => "lived",
        What::Undone { .. } => "undone",
    }
}

pub(super) fn blob(id: EventId) -> [u8; 16] {
    id.0.to_be_bytes()
}

pub(super) fn id_of(row: &Row<'_>, column: usize) -> rusqlite::Result<EventId> {
    row.get::<_, [u8; 16]>(column).map(|b| EventId(u128::from_be_bytes(b)))
}

/// An event whose body does not parse is damage, said in SQLite's own terms so that it is handled with the rest.
pub(super) fn damage(detail: impl ToString) -> rusqlite::Error {
    rusqlite::Error::SqliteFailure(rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_CORRUPT), Some(detail.to_string()))
}

/// The columns that [`event`] reads, in its order.
pub(super) const COLUMNS: &str = "review.id, review.utc, review.offset_min, review.body";

pub(super) fn event(row: &Row<'_>) -> rusqlite::Result<Event> {
    let body = row.get_ref(3)?.as_str()?;
    Ok(Event {
        id: id_of(row, 0)?,
        utc: row.get(1)?,
        offset_min: row.get(2)?,
        what: serde_json::from_str(body).map_err(damage)?,
    })
}

/// What became of an event that was to be inserted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inserted {
    /// It is new here.
    New,
    /// The same event was here already.
    Same,
    /// It cannot be taken: another event with this id is here, or it names nothing that could be learnt.
    Refused,
}

/// Ids have room for this long after the epoch (the year 6429): one from later would leave none for what comes after it.
const LAST_MS: u64 = 1 << 47;

/// Whether an event from elsewhere may be taken: its id leaves room for later ones, and all that it speaks about can be read back, a point as a point.
fn is_sound(event: &Event) -> bool {
    let id = event.id != EventId::default() && event.id.ms() < LAST_MS;
    let read_back = |subject: &Subject| subject_from(&subject_text(subject)).as_ref() == Some(subject);
    let points = match &event.what {
        What::Rehearsed(r) => r.points.iter().all(|p| {
            let point = r.prompt.point(&p.point);
            point.as_point() == Some((r.prompt.clone(), &*p.point))
        }),
        _ => true,
    };
    id && points && Subject::all(&event.what).iter().all(read_back)
}

/// Adds one event to the log.
pub(super) fn insert(conn: &Connection, event: &Event) -> rusqlite::Result<Inserted> {
    let body = serde_json::to_string(&event.what).map_err(damage)?;
    let (day, rating, took) = match &event.what {
        What::Answered(a) => (Some(a.day.0), Some(a.rating as u8), Some(a.took_ms)),
        What::Regraded { rating, .. } => (None, Some(*rating as u8), None),
        What::Deferred { day, .. } | What::Outdated { day, .. } => (Some(day.0), None, None),
        What::Read { day, took_ms, .. } => (Some(day.0), None, Some(*took_ms)),
        What::Rehearsed(r) => (Some(r.day.0), None, Some(u32::try_from(r.took_ms()).unwrap_or(u32::MAX))),
        What::Practised(p) => (Some(p.day.0), None, None),
        What::Mocked(m) => (Some(m.day.0), None, None),
        What::Rated(r) => (Some(r.day.0), None, None),
        What::Lived(l) => (Some(l.day.0), None, None),
        _ => (None, None, None),
    };
    let subject = Subject::of(&event.what).as_ref().map(subject_text);
    if !is_sound(event) {
        return Ok(Inserted::Refused);
    }
    let n = conn
        .prepare_cached(
            "INSERT INTO review (id, device, utc, offset_min, kind, subject, target, day, rating, took, body)
             VALUES (:id, :device, :utc, :offset, :kind, :subject, :target, :day, :rating, :took, :body)
             ON CONFLICT (id) DO NOTHING",
        )?
        .execute(named_params! {
            ":id": blob(event.id),
            ":device": event.id.device() as i64,
            ":utc": event.utc,
            ":offset": event.offset_min,
            ":kind": kind(&event.what),
            ":subject": subject,
            ":target": event.what.target().map(blob),
            ":day": day,
            ":rating": rating,
            ":took": took,
            ":body": body,
        })?;
    if n == 1 {
        return Ok(Inserted::New);
    }
    let same = get(conn, event.id)?.is_some_and(|known| known == *event);
    Ok(if same { Inserted::Same } else { Inserted::Refused })
}

/// One event by its id.
pub(super) fn get(conn: &Connection, id: EventId) -> rusqlite::Result<Option<Event>> {
    conn.prepare_cached(&format!("SELECT {COLUMNS} FROM review WHERE id = ?1"))?.query_row([blob(id)], event).optional()
}

/// The newest id of any device; the zero id for an empty log.
pub(super) fn newest(conn: &Connection) -> rusqlite::Result<EventId> {
    let id = conn
        .prepare_cached("SELECT id FROM review ORDER BY id DESC LIMIT 1")?
        .query_row([], |row| id_of(row, 0))
        .optional()?;
    Ok(id.unwrap_or_default())
}

/// Follows references from an event down to the one that names its subjects. None while a link is missing, or when a
/// reference points forward (such an event has no effect, and following it could run in a circle).
pub(super) fn subjects(conn: &Connection, event: &Event) -> rusqlite::Result<Vec<Subject>> {
    let own = Subject::all(&event.what);
    if !own.is_empty() {
        return Ok(own);
    }
    let mut stmt = conn.prepare_cached("SELECT subject, target FROM review WHERE id = ?1")?;
    let (mut at, mut next) = (event.id, event.what.target());
    while let Some(target) = next {
        if target >= at {
            return Ok(Vec::new());
        }
        let row: Option<(Option<String>, Option<[u8; 16]>)> =
            stmt.query_row([blob(target)], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        match row {
            Some((Some(subject), _)) => {
                return Ok(match subject_from(&subject) {
                    // A rehearsal speaks about its points too, which only the event itself knows.
                    Some(Subject::Prompt(_)) => get(conn, target)?.map(|e| Subject::all(&e.what)).unwrap_or_default(),
                    subject => subject.into_iter().collect(),
                });
            }
            Some((None, Some(further))) => {
                (at, next) = (target, Some(EventId(u128::from_be_bytes(further))));
            }
            _ => return Ok(Vec::new()),
        }
    }
    Ok(Vec::new())
}

/// Every event about a subject, with all that speak about those events at any remove, in the order of replay.
///
/// The history of a rubric point has the rehearsals of its prompt in it, as far as they marked the point.
pub(super) fn history(conn: &Connection, subject: &Subject) -> rusqlite::Result<Vec<Event>> {
    let named = |subject: &Subject| -> rusqlite::Result<Vec<Event>> {
        conn.prepare_cached(&history_sql())?.query_map([subject_text(subject)], event)?.collect()
    };
    let mut own = named(subject)?;
    if let Subject::Item(item) = subject
        && let Some((prompt, point)) = item.as_point()
    {
        let marked = |e: &Event| matches!(&e.what, What::Rehearsed(r) if r.points.iter().any(|p| &*p.point == point));
        own.extend(named(&Subject::Prompt(prompt))?.into_iter().filter(marked));
    }
    with_replies(conn, own)
}

fn history_sql() -> String {
    format!("SELECT {COLUMNS} FROM review WHERE subject = ?1")
}

/// One event and all that speak about it at any remove, in the order of replay.
pub(super) fn chain(conn: &Connection, id: EventId) -> rusqlite::Result<Vec<Event>> {
    with_replies(conn, get(conn, id)?.into_iter().collect())
}

/// The newest `n` events of a device and all that speak about them at any remove, newest first: what undo looks at.
pub(super) fn newest_of(conn: &Connection, device: u64, n: usize) -> rusqlite::Result<Vec<Event>> {
    let own = conn
        .prepare_cached(&newest_of_sql())?
        .query_map((device as i64, n as i64), event)?
        .collect::<rusqlite::Result<_>>()?;
    let mut all = with_replies(conn, own)?;
    all.reverse();
    Ok(all)
}

fn newest_of_sql() -> String {
    format!("SELECT {COLUMNS} FROM review WHERE device = ?1 ORDER BY id DESC LIMIT ?2")
}

/// Adds the events that speak about these, those that speak about them, and so on; in the order of replay, each once.
///
/// Many look-ups instead of one recursive query: SQLite makes a table in memory for each of those and throws it away again,
/// which took half of the time of everything else.
fn with_replies(conn: &Connection, mut events: Vec<Event>) -> rusqlite::Result<Vec<Event>> {
    let mut stmt = conn.prepare_cached(&replies_sql())?;
    let mut known: HashSet<EventId> = events.iter().map(|e| e.id).collect();
    let mut at = 0;
    while let Some(target) = events.get(at).map(|e| e.id) {
        let mut rows = stmt.query([blob(target)])?;
        while let Some(row) = rows.next()? {
            if known.insert(id_of(row, 0)?) {
                events.push(event(row)?);
            }
        }
        at += 1;
    }
    events.sort_unstable_by_key(|e| e.id);
    Ok(events)
}

fn replies_sql() -> String {
    format!("SELECT {COLUMNS} FROM review WHERE target = ?1")
}

/// A page of answers from a day on, after an id of that day: the event's columns, whether anything speaks about it, its day.
pub(super) fn answers_sql(n: usize) -> String {
    format!(
        "SELECT {COLUMNS}, EXISTS (SELECT 1 FROM review AS r WHERE r.target = review.id), review.day FROM review
         WHERE kind = 'answered' AND (day, id) > (?1, ?2) ORDER BY day, id LIMIT {n}"
    )
}

/// Whether any event names `id`. An event from another device can be here before the one it speaks about.
pub(super) fn is_target(conn: &Connection, id: EventId) -> rusqlite::Result<bool> {
    conn.prepare_cached("SELECT 1 FROM review WHERE target = ?1 LIMIT 1")?.exists([blob(id)])
}

/// Whether an update is known that changed the answer key of an item. It may have come before the answer that it rests on.
pub(super) fn is_outdated(conn: &Connection, item: &ItemId) -> rusqlite::Result<bool> {
    let subject = subject_text(&Subject::Item(item.clone()));
    conn.prepare_cached("SELECT 1 FROM review WHERE subject = ?1 AND kind = 'outdated' LIMIT 1")?.exists([subject])
}

/// What to list of the log.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// Only what is about this item (`pack/topic/question`) or topic (`pack/topic`).
    pub subject: Option<String>,
    /// Only answers and what speaks about nothing else: leaves out regrades and undos.
    pub actions_only: bool,
    /// Only this device's events.
    pub device: Option<u64>,
}

/// A page of the log, newest first: at most `n` events before `before` (or from the end).
pub(super) fn page(
    conn: &Connection,
    before: Option<EventId>,
    n: usize,
    filter: &LogFilter,
) -> rusqlite::Result<Vec<Event>> {
    let mut sql = format!("SELECT {COLUMNS} FROM review WHERE id < ?1");
    let mut args = vec![Value::Blob(before.unwrap_or(EventId(u128::MAX)).0.to_be_bytes().to_vec())];
    if let Some(subject) = &filter.subject {
        sql.push_str(&format!(" AND subject = ?{}", args.len() + 1));
        args.push(Value::Text(subject.clone()));
    }
    if let Some(device) = filter.device {
        sql.push_str(&format!(" AND device = ?{}", args.len() + 1));
        args.push(Value::Integer(device as i64));
    }
    if filter.actions_only {
        sql.push_str(" AND target IS NULL");
    }
    sql.push_str(&format!(" ORDER BY id DESC LIMIT {n}"));
    conn.prepare_cached(&sql)?.query_map(params_from_iter(args), event)?.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::Store;
    use crate::store::testing::*;

    /// What SQLite means to do, line by line.
    fn plan(store: &Store, sql: &str) -> String {
        let mut stmt = store.conn.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
        let mut lines = String::new();
        let mut rows = stmt.raw_query();
        while let Some(row) = rows.next().unwrap() {
            lines.push_str(&row.get::<_, String>(3).unwrap());
            lines.push('\n');
        }
        lines
    }

    #[test]
    fn no_question_that_a_session_asks_scans_the_log() {
        let store = Store::in_memory(1).unwrap();
        for sql in [
            history_sql(),
            replies_sql(),
            newest_of_sql(),
            answers_sql(9),
            "SELECT 1 FROM review WHERE target = ?1 LIMIT 1".to_owned(),
            "SELECT subject FROM review WHERE subject > ?1 ORDER BY subject LIMIT 1".to_owned(),
        ] {
            let plan = plan(&store, &sql);
            let sorts = sql.starts_with("SELECT") && plan.contains("TEMP B-TREE");
            assert!(!plan.contains("SCAN review") && !sorts, "{sql}\n{plan}");
        }
    }

    #[test]
    fn every_subject_is_read_back_as_it_was_written() {
        use crate::domain::log::Subject;
        for subject in [
            Subject::Item(item(3)),
            Subject::Topic(topic(3)),
            Subject::Note(NotePlace::Item(item(3))),
            Subject::Note(NotePlace::Section(topic(3), "a#b:c d".into(), 65_535)),
            Subject::Note(NotePlace::Section(topic(3), "".into(), 0)),
            Subject::Prompt(item(3)),
            Subject::Item(item(3).point("why")),
            Subject::Sitting(EventId(77)),
            Subject::Story(EventId(u128::MAX)),
            Subject::Statement(EntryId::new("p", "s3.l2.mastery.05")),
            Subject::Track(EntryId::new("p", "dbre")),
            Subject::Aim("p".into()),
            Subject::Lived(EventId(5)),
            Subject::Work(WorkId { list: EntryId::new("p", "done"), work: "MR !214: refunds".into() }),
        ] {
            assert_eq!(subject_from(&subject_text(&subject)), Some(subject));
        }
    }
}
