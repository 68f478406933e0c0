//! The store thread: saving, trouble, the end.

use std::fs;
use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use crate::domain::event::Event;
use crate::store::testing::*;
use crate::store::{Keep, Kind, Outcome, Store, Writer};

const PATIENCE: Duration = Duration::from_secs(20);

fn start(store: Store) -> (Writer, Receiver<Outcome>) {
    let (tell, told) = mpsc::channel();
    let writer = Writer::start(store, Vec::new(), move |outcome| {
        let _ = tell.send(outcome);
    });
    (writer, told)
}

/// Leaves no room for another page, as a full disk does; `false` gives it back.
fn full(store: &Store, full: bool) {
    let pages: i64 = store.conn.query_row("PRAGMA page_count", [], |r| r.get(0)).unwrap();
    let most = if full { pages } else { 1 << 30 };
    store.conn.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(())).unwrap();
}

/// Many answers, so that they need more pages than a file of this size has left.
fn many(from: i64) -> Vec<Event> {
    (0..400).map(|n| good(NOW + from + n, n as u32)).collect()
}

fn rescues(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|n| n.starts_with("rescue-")).collect()
}

#[test]
fn what_is_handed_in_is_told_as_saved_and_is_there() {
    let dir = tempfile::tempdir().unwrap();
    let (writer, told) = start(open(dir.path()));
    let events: Vec<Event> = (0..1200).map(|n| good(NOW + i64::from(n), n)).collect();
    writer.append(events.clone());
    let mut saved = Vec::new();
    while saved.len() < events.len() {
        match told.recv_timeout(PATIENCE).unwrap() {
            Outcome::Saved { ids, .. } => {
                assert!(ids.len() <= crate::store::BATCH);
                saved.extend(ids);
            }
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(saved, events.iter().map(|e| e.id).collect::<Vec<_>>());
    let end = writer.finish();
    assert_eq!((end.unsaved, end.rescue, end.error), (0, None, None));
    assert_eq!(open(dir.path()).events_total().unwrap(), 1200);
}

#[test]
fn a_question_sees_everything_that_was_handed_in_before_it() {
    let dir = tempfile::tempdir().unwrap();
    let (writer, _told) = start(open(dir.path()));
    writer.append(vec![good(NOW, 1)]);
    writer.keep(Keep::Draft { key: "k".into(), body: Some("1".into()), utc: 1 });
    writer.keep(Keep::Draft { key: "k".into(), body: Some("2".into()), utc: 2 });
    let answer = writer.wait_for(|store| (store.events_total().unwrap(), store.draft("k").unwrap()));
    assert_eq!(answer, Some((1, Some("2".to_owned()))));
}

#[test]
fn a_lifeline_has_the_thread_write_what_waits_and_finds_nothing_to_do_after_the_end() {
    let dir = tempfile::tempdir().unwrap();
    let (writer, _told) = start(open(dir.path()));
    let lifeline = writer.lifeline();
    writer.append(vec![good(NOW, 1)]);
    let end = lifeline.pull();
    assert_eq!((end.unsaved, end.rescue, end.error), (0, None, None));
    assert_eq!(open(dir.path()).events_total().unwrap(), 1);
    assert_eq!(writer.finish(), crate::store::End::default());
    assert_eq!(lifeline.pull(), crate::store::End::default());
}

#[test]
fn a_lifeline_pulled_on_the_stores_own_thread_leaves_what_waits_in_a_file() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    full(&store, true);
    let (writer, told) = start(store);
    writer.append(many(0));
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), Outcome::Failed { waiting: 400, .. }));
    let (lifeline, (go, gone)) = (writer.lifeline(), mpsc::channel::<()>());
    let (tell, end) = mpsc::channel();
    writer.ask(move |_| {
        let _ = gone.recv();
        let _ = tell.send(lifeline.pull());
    });
    // Handed in while the thread is busy: it is still in the channel when the lifeline is pulled.
    writer.append(vec![good(NOW + DAY, 1)]);
    go.send(()).unwrap();
    let end = end.recv_timeout(PATIENCE).unwrap();
    assert_eq!((end.unsaved, end.error), (401, None));
    let file = fs::read_to_string(end.rescue.unwrap()).unwrap();
    assert_eq!(file.lines().count(), 401);
}

#[test]
fn a_full_disk_is_told_and_tried_again_until_it_is_saved() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    full(&store, true);
    let (writer, told) = start(store);
    writer.append(many(0));
    let Outcome::Failed { error, waiting } = told.recv_timeout(PATIENCE).unwrap() else { panic!("saved") };
    assert_eq!((error.kind, waiting), (Kind::Full, 400));
    writer.append(vec![good(NOW + DAY, 1)]);
    assert_eq!(writer.wait_for(|store| store.events_total().unwrap()), Some(0), "questions go on");
    writer.ask(|store| full(store, false));
    writer.retry();
    let mut saved = 0;
    while saved < 401 {
        if let Outcome::Saved { ids, .. } = told.recv_timeout(PATIENCE).unwrap() {
            saved += ids.len();
        }
    }
    assert_eq!(writer.finish().unsaved, 0);
    assert_eq!(open(dir.path()).events_total().unwrap(), 401);
}

#[test]
fn what_is_made_from_the_log_sees_what_waits_for_the_disk_and_queues_behind_it() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    full(&store, true);
    let (writer, told) = start(store);
    let answers = many(0);
    let last = answers[399].id;
    writer.append(answers);
    assert!(matches!(told.recv_timeout(PATIENCE).unwrap(), Outcome::Failed { waiting: 400, .. }));
    writer.make(|store, waiting| {
        let latest = store.latest_action(1, waiting).unwrap().expect("one that waits");
        vec![undo(NOW + DAY, 1, latest.id)]
    });
    writer.ask(|store| full(store, false));
    writer.retry();
    let mut saved = 0;
    while saved < 401 {
        if let Outcome::Saved { ids, .. } = told.recv_timeout(PATIENCE).unwrap() {
            saved += ids.len();
        }
    }
    assert_eq!(writer.finish().unsaved, 0);
    let store = open(dir.path());
    let live = store.log_page(None, 2, &crate::store::LogFilter::default()).unwrap();
    assert_eq!((live[1].0.id, live[1].1), (last, false), "the answer that waited was taken back");
    assert!(store.doctor().unwrap().is_equal());
}

#[test]
fn what_cannot_be_saved_at_the_end_waits_in_a_file_for_the_next_start() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    full(&store, true);
    let (writer, _told) = start(store);
    writer.append(many(0));
    writer.keep(Keep::Draft { key: "k".into(), body: Some("7".into()), utc: 1 });
    let end = writer.finish();
    assert_eq!(end.unsaved, 400);
    assert_eq!(rescues(dir.path()).len(), 1, "{end:?}");
    let store = open(dir.path());
    assert_eq!((store.rescued().added, store.rescued().unread), (400, 0));
    assert_eq!(store.draft("k").unwrap().as_deref(), Some("7"));
    assert!(store.doctor().unwrap().is_equal());
    assert!(rescues(dir.path()).is_empty(), "the file goes when its events are durable");
}

#[test]
fn a_rescue_file_with_a_torn_line_gives_the_rest_and_is_kept() {
    let dir = tempfile::tempdir().unwrap();
    let line = format!("{{\"event\":{}}}\n", serde_json::to_string(&good(NOW, 1)).unwrap());
    fs::write(dir.path().join("rescue-1-2.ndjson"), format!("{line}{line}{{\"event\":{{\"id\"")).unwrap();
    let store = open(dir.path());
    assert_eq!((store.rescued().added, store.rescued().unread), (1, 1));
    assert_eq!(rescues(dir.path()), ["rescue-1-2.ndjson.unread"]);
}

#[test]
fn another_folder_takes_the_rescue_file_when_the_data_folder_does_not() {
    let (dir, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let blocked = dir.path().join("a file, not a folder");
    fs::write(&blocked, "").unwrap();
    let dirs = [blocked.join("x"), other.path().to_owned()];
    crate::store::rescue::write(&dirs, &[good(NOW, 1)], &[]).unwrap();
    assert_eq!(rescues(other.path()).len(), 1);
    let more = crate::store::OpenOptions { rescue_dirs: vec![other.path().to_owned()], ..options() };
    let store = Store::open(dir.path(), &more).unwrap().store();
    assert_eq!(store.rescued().added, 1);
}
