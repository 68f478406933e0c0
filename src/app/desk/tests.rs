use std::path::Path;
use std::sync::mpsc::{self, Receiver};
use std::time::Duration;

use super::*;
use crate::app::Message;
use crate::config::paths::Paths;
use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::TopicId;
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::effect::{News, Queue, Request};
use crate::sessions::prefs::Prefs;
use crate::sessions::review::{KEPT_NAME, Kept};
use crate::sessions::study::{PlanRow, Study};
use crate::store::{Keep, OpenOptions, Opened, Store};

/// Long enough for a loaded machine; a test that reaches it has found something.
const PATIENCE: Duration = Duration::from_secs(20);

fn moment(ms: i64) -> Moment {
    let utc = 1_795_252_320_000 + ms;
    Moment { utc, offset_min: 0, day: StudyDay::of(utc, 0, 240), mono_ms: 0, id: EventId::from_parts(utc as u64, 0, 7) }
}

fn open(dir: &Path) -> Opened {
    let options = OpenOptions { fresh_device: 7, utc: moment(0).utc, ..OpenOptions::default() };
    Store::open(dir, &options).expect("it opens")
}

fn start(dir: &Path, store: Store, read_only: Option<u32>) -> (Desk, Receiver<Message>) {
    let paths = Paths::find(Some(dir.to_owned()), None, None).expect("folders");
    let (outbox, inbox) = mpsc::channel();
    (Desk::start(DeskParts { store, paths, rescue_dirs: Vec::new(), read_only }, outbox), inbox)
}

/// The state of a round: first that of the roadmap, then the whole.
fn study(desk: &Desk, inbox: &Receiver<Message>) -> Box<Study> {
    desk.send(Job::Study { now: moment(5), prefs: Prefs::default() });
    next_study(inbox);
    next_study(inbox)
}

fn next_study(inbox: &Receiver<Message>) -> Box<Study> {
    loop {
        if let Message::Study(study) = inbox.recv_timeout(PATIENCE).expect("a study comes") {
            return study;
        }
    }
}

fn known(ms: i64) -> Event {
    let now = moment(ms);
    let what = What::Known { topic: TopicId::new("pack", "topic"), known: true };
    Event { id: now.id, utc: now.utc, offset_min: 0, what }
}

#[test]
fn a_window_that_only_looks_writes_once_the_other_one_is_closed_and_it_tries_again() {
    let dir = tempfile::tempdir().expect("a folder");
    let Opened::ReadWrite(first) = open(dir.path()) else { panic!("nobody else is here") };
    let Opened::ReadOnly { store, .. } = open(dir.path()) else { panic!("the first one writes") };
    let (desk, inbox) = start(dir.path(), store, Some(4711));
    desk.send(Job::Retry { now: moment(1) });
    assert_eq!(study(&desk, &inbox).read_only, Some(std::process::id()), "it is still open, and who it is is known");
    first.close().expect("it closes");
    desk.send(Job::Retry { now: moment(2) });
    assert_eq!(study(&desk, &inbox).read_only, None);
    let event = known(9);
    desk.send(Job::Append(vec![event.clone()]));
    loop {
        if let Message::News(news) = inbox.recv_timeout(PATIENCE).expect("news come") {
            match *news {
                News::Saved(ids) if ids == [event.id] => break,
                News::SaveTrouble { message, .. } => panic!("{message}"),
                _ => {}
            }
        }
    }
    assert_eq!(desk.finish().unsaved, 0);
}

#[test]
fn the_first_frame_shows_the_plan_that_was_shown_last_as_long_as_nothing_has_happened() {
    let dir = tempfile::tempdir().expect("a folder");
    let (desk, inbox) = start(dir.path(), open(dir.path()).store(), None);
    desk.send(Job::Load { now: moment(5), prefs: Prefs::default() });
    let shown = next_study(&inbox).plan;
    desk.finish();
    assert!(!shown.rows.is_empty(), "there is something to learn");
    let Opened::ReadWrite(mut store) = open(dir.path()) else { panic!("nobody else is here") };
    let first = |store: &Store, budget: u16| {
        let prefs = Prefs { minutes_today: Some(budget), ..Prefs::default() };
        study::first_study(store, &moment(9), &prefs).plan
    };
    let minutes = Prefs::default().budget();
    assert_eq!(first(&store, minutes), shown);
    assert_ne!(first(&store, minutes + 5), shown, "another budget is another plan");
    store.append(&[known(7)]).expect("it is kept");
    assert_ne!(first(&store, minutes).tomorrow, shown.tomorrow, "something has happened: counters alone");
}

#[test]
fn a_review_of_new_questions_that_was_left_stands_first_in_today_although_nothing_is_due() {
    let dir = tempfile::tempdir().expect("a folder");
    let Opened::ReadWrite(mut store) = open(dir.path()) else { panic!("nobody else is here") };
    let library = crate::packs::Library::builtin();
    let heads = library.question_heads(&library.topics()[0].id).expect("its questions");
    let ahead = heads.iter().map(|head| head.id.clone()).take(3).collect();
    let kept = Kept { day: moment(0).day, ahead, behind: 2, left_ms: 120_000 };
    let body = serde_json::to_string(&kept).ok();
    store.keep(Keep::Draft { key: KEPT_NAME.into(), body, utc: moment(0).utc }).expect("it is kept");
    store.close().expect("it closes");
    let (desk, inbox) = start(dir.path(), open(dir.path()).store(), None);
    desk.send(Job::Load { now: moment(5), prefs: Prefs::default() });
    let rows = next_study(&inbox).plan.rows;
    desk.finish();
    assert_eq!(rows.first(), Some(&PlanRow::Resume { behind: 2, ahead: 3, minutes: 2 }));
    assert!(rows.iter().any(|row| matches!(row, PlanRow::Lesson { .. })), "{rows:?}");
}

#[test]
fn what_is_outside_the_roadmap_changes_nothing_of_today() {
    let dir = tempfile::tempdir().expect("a folder");
    let Opened::ReadWrite(store) = open(dir.path()) else { panic!("nobody else is here") };
    let library = crate::packs::Library::builtin();
    let catalog = std::sync::Arc::new(study::catalog(&library));
    let (pace, now, prefs) = (crate::domain::plan::Pace::default(), moment(3), Prefs::default());
    let input = study::StudyInput {
        store: &store,
        library: &library,
        catalog: &catalog,
        pace: &pace,
        now: &now,
        prefs: &prefs,
    };
    let (roadmap, _) = study::study(input, study::Scope::Roadmap).expect("a state");
    let (whole, _) = study::study(input, study::Scope::Whole).expect("a state");
    assert_eq!((&roadmap.plan, &roadmap.stages, &roadmap.topics), (&whole.plan, &whole.stages, &whole.topics));
}

#[test]
fn a_review_that_is_asked_for_at_once_waits_for_packs_that_were_just_put_there() {
    let dir = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("pack.toml", "id = 'notes'\nversion = '0.1.0'\ntitle = 'Notes'\nlanguages = ['en']\n"),
        ("one/topic.toml", "id = 'one'\ntitle = 'One'\nlevel = 1\nminutes = 5\n[[section]]\nid = 's'\n"),
        (
            "one/questions.toml",
            "[[question]]\nid = 'q'\nkind = 'short'\nlevel = 1\nsection = 's'\nprompt = 'Which header?'\nanswer = 'Retry-After'\n",
        ),
        ("one/lesson.en.md", "Words.\n\n## S {#s}\n"),
    ] {
        let file = dir.path().join("packs/notes").join(name);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder is made");
        std::fs::write(file, text).expect("a file is written");
    }
    let (desk, inbox) = start(dir.path(), open(dir.path()).store(), None);
    let wish = Queue::New(TopicId::new("notes", "one"), 5);
    desk.send(Job::Load { now: moment(5), prefs: Prefs::default() });
    desk.send(Job::Ask { request: Request::Queue(wish), now: moment(6), prefs: Prefs::default() });
    let asked = loop {
        if let Message::News(news) = inbox.recv_timeout(PATIENCE).expect("news come")
            && let News::Queue(_, items) = *news
        {
            break items;
        }
    };
    assert_eq!(asked.len(), 1);
}
