//! The log, and what follows from it.

use proptest::prelude::*;
use proptest::sample::Index;

use crate::domain::event::{Event, NotePlace, Rating, What};
use crate::domain::ids::EntryId;
use crate::domain::log::{Projection, project};
use crate::domain::question::AnswerKey;
use crate::domain::rubric::Mark;
use crate::domain::time::StudyDay;
use crate::store::doctor::same_memory;
use crate::store::ladder;
use crate::store::testing::*;
use crate::store::{Daily, Keep, LogFilter, Store};

fn memory_store() -> Store {
    Store::in_memory(1).unwrap()
}

/// Everything stored, in the shape in which domain tells it.
fn stored(store: &Store) -> Projection {
    let mut out = Projection::default();
    store
        .topic_rows(|item, memory| {
            out.memories.insert(crate::domain::ids::ItemId::parse(item).unwrap(), *memory);
        })
        .unwrap();
    let points = (0..3).flat_map(|n| (0..4).map(move |i| point(n, i)));
    for item in (0..5).map(item).chain(points) {
        let accepted = store.accepted(&item).unwrap();
        if !accepted.is_empty() {
            out.accepted.insert(item, accepted);
        }
    }
    for n in 0..5 {
        let record = store.prompt_record(&item(n)).unwrap();
        if !record.is_empty() {
            out.prompts.insert(item(n), record);
        }
    }
    out.mocks = store.mocks().unwrap().into_iter().map(|m| (m.what.sitting, m)).collect();
    out.statements = store.book().unwrap().records;
    out.works = store.works().unwrap();
    out.lived = store.days_lived().unwrap().into_iter().map(|l| (l.what.sitting, l)).collect();
    for n in 0..3 {
        let track = EntryId::new("p", &format!("track-{n}"));
        out.tracks.extend(ladder::track(&store.conn, &track).unwrap().map(|followed| (track, followed)));
    }
    out.aims.extend(ladder::aim(&store.conn, "p").unwrap().map(|aimed| ("p".into(), aimed)));
    out.stories = store.stories().unwrap().into_iter().map(|s| (s.what.story, s)).collect();
    for (item, flag) in store.all_flags().unwrap() {
        out.flags.entry(item).or_default().push(flag);
    }
    for day in 20_700..21_500 {
        for item in store.deferred(StudyDay(day)).unwrap() {
            out.deferred.insert(item, StudyDay(day));
        }
    }
    out.notes = store.notes(1000).unwrap().into_iter().collect();
    out.known = store.known().unwrap().into_iter().collect();
    out.read = store.lessons_read().unwrap().into_iter().collect();
    out
}

fn assert_same(a: &Projection, b: &Projection) {
    let keys = |p: &Projection| p.memories.keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(a), keys(b));
    for (item, memory) in &a.memories {
        assert!(same_memory(memory, &b.memories[item]), "{item}: {memory:?} and {:?}", b.memories[item]);
    }
    let rest = |p: &Projection| Projection { memories: Default::default(), ..p.clone() };
    assert_eq!(rest(a), rest(b));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn events_one_by_one_give_what_a_replay_of_the_whole_log_gives(log in histories(40)) {
        let mut store = memory_store();
        for event in &log {
            store.append(std::slice::from_ref(event)).unwrap();
        }
        assert_same(&stored(&store), &project(&log));
        let diagnosis = store.doctor().unwrap();
        prop_assert!(diagnosis.is_equal(), "{:?}", diagnosis.told);
    }

    #[test]
    fn any_order_of_arrival_gives_one_state(
        log in histories(40),
        order in prop::collection::vec(any::<Index>(), 40),
        size in 1..7_usize,
    ) {
        let mut shuffled: Vec<Event> = Vec::new();
        for (event, at) in log.iter().zip(&order) {
            shuffled.insert(at.index(shuffled.len() + 1), event.clone());
        }
        let mut store = memory_store();
        for part in shuffled.chunks(size) {
            store.append(part).unwrap();
        }
        // Once more, as a repeated import would.
        let again = store.append(&log).unwrap();
        prop_assert_eq!(again.same.len(), log.len());
        assert_same(&stored(&store), &project(&log));
        let diagnosis = store.doctor().unwrap();
        prop_assert!(diagnosis.is_equal(), "{:?}", diagnosis.told);
    }

    #[test]
    fn a_repair_gives_what_was_kept_in_step(log in histories(30)) {
        let mut store = memory_store();
        store.append(&log).unwrap();
        let before = stored(&store);
        let daily = store.daily(StudyDay(0)..=StudyDay(i32::MAX)).unwrap();
        store.repair().unwrap();
        assert_same(&before, &stored(&store));
        prop_assert_eq!(daily, store.daily(StudyDay(0)..=StudyDay(i32::MAX)).unwrap());
    }
}

#[test]
fn the_same_event_twice_is_one_event() {
    let mut store = memory_store();
    let event = good(NOW, 1);
    assert_eq!(store.append(std::slice::from_ref(&event)).unwrap().added, [event.id]);
    let again = store.append(&[event.clone(), event.clone()]).unwrap();
    assert_eq!((again.added.len(), again.same.len()), (0, 2));
    assert_eq!(store.memory(&item(1)).unwrap().unwrap().answers, 1);
}

#[test]
fn another_event_with_a_known_id_is_refused_and_the_first_stays() {
    let mut store = memory_store();
    let event = good(NOW, 1);
    let mut other = event.clone();
    other.utc += 1;
    store.append(std::slice::from_ref(&event)).unwrap();
    assert_eq!(store.append(&[other]).unwrap().refused, [event.id]);
    assert_eq!(store.event(event.id).unwrap(), Some(event));
}

#[test]
fn an_event_that_could_not_be_read_back_is_refused() {
    let mut store = memory_store();
    let mut endless = good(NOW, 1);
    endless.id = crate::domain::event::EventId(u128::MAX);
    let json = serde_json::to_string(&good(NOW, 1)).unwrap().replace("pack/topic-1/q1", "nowhere");
    let nameless: Event = serde_json::from_str(&json).unwrap();
    let out = store.append(&[endless, nameless]).unwrap();
    assert_eq!((out.added.len(), out.refused.len()), (0, 2));
    assert!(store.is_blank().unwrap());
}

#[test]
fn an_undo_that_arrives_before_its_answer_takes_it_back_on_arrival() {
    let mut store = memory_store();
    let answer = good(NOW, 1);
    store.append(&[undo(NOW + MINUTE, 2, answer.id)]).unwrap();
    store.append(&[answer]).unwrap();
    assert_eq!(store.memory(&item(1)).unwrap(), None);
    assert_eq!(store.daily(StudyDay(0)..=StudyDay(99_999)).unwrap(), []);
}

#[test]
fn a_regrade_counts_at_the_place_of_its_answer() {
    let mut store = memory_store();
    let (first, second) = (good(NOW, 1), good(NOW + DAY, 1));
    store.append(&[first.clone(), second]).unwrap();
    let regrade = What::Regraded { of: first.id, rating: Rating::Forgot, count: None, accepted: None };
    store.append(&[event(NOW + 2 * DAY, 1, regrade)]).unwrap();
    let memory = store.memory(&item(1)).unwrap().unwrap();
    let mut other = memory_store();
    other.append(&[answer(NOW, 1, item(1), Rating::Forgot), good(NOW + DAY, 1)]).unwrap();
    let expected = other.memory(&item(1)).unwrap().unwrap();
    assert_eq!(memory.stability, expected.stability);
    let rights: i64 = store.daily(StudyDay(0)..=StudyDay(99_999)).unwrap().iter().map(|(_, d)| d.rights).sum();
    assert_eq!(rights, 1);
}

#[test]
fn undo_and_redo_walk_through_this_devices_actions() {
    let mut store = memory_store();
    let (a, b) = (good(NOW, 1), good(NOW + 1, 2));
    let foreign = answer(NOW + 2, 9, item(3), Rating::Good);
    store.append(&[a.clone(), b.clone(), foreign]).unwrap();
    assert_eq!(store.latest_action(1, &[]).unwrap().unwrap().id, b.id);
    assert_eq!(store.latest_undo(1, &[]).unwrap(), None);
    let u1 = undo(NOW + 3, 1, b.id);
    let u2 = undo(NOW + 4, 1, a.id);
    store.append(std::slice::from_ref(&u1)).unwrap();
    assert_eq!(store.latest_action(1, &[]).unwrap().unwrap().id, a.id);
    store.append(std::slice::from_ref(&u2)).unwrap();
    assert_eq!(store.latest_action(1, &[]).unwrap(), None);
    assert_eq!(store.latest_undo(1, &[]).unwrap().unwrap().id, u2.id);
    store.append(&[undo(NOW + 5, 1, u2.id)]).unwrap();
    assert_eq!(store.latest_undo(1, &[]).unwrap().unwrap().id, u1.id);
    assert!(store.memory(&item(1)).unwrap().is_some(), "an undo of an undo is a redo");
    assert_eq!(store.memory(&item(2)).unwrap(), None);
}

#[test]
fn undo_reaches_back_past_many_undone_actions() {
    let mut store = memory_store();
    let answers: Vec<Event> = (0..120).map(|n| good(NOW + n * 10, n as u32)).collect();
    store.append(&answers).unwrap();
    let undos: Vec<Event> =
        answers.iter().rev().take(100).enumerate().map(|(n, a)| undo(NOW + DAY + n as i64, 1, a.id)).collect();
    store.append(&undos).unwrap();
    assert_eq!(store.latest_action(1, &[]).unwrap().unwrap().id, answers[19].id);
    assert_eq!(store.latest_undo(1, &[]).unwrap().unwrap().id, undos[99].id);
}

#[test]
fn what_is_due_comes_by_day_and_a_step_when_it_is_over() {
    let mut store = memory_store();
    store.append(&[good(NOW, 1), answer(NOW + 1, 1, item(2), Rating::Forgot)]).unwrap();
    assert_eq!(store.due(&moment(NOW + MINUTE), 9).unwrap(), []);
    assert_eq!(store.next_step(&moment(NOW + MINUTE)).unwrap(), Some((NOW + 1 + 10 * MINUTE, 1)));
    assert_eq!(store.next_step(&moment(NOW + 11 * MINUTE)).unwrap(), None);
    let due = |utc| store.due(&moment(utc), 9).unwrap().into_iter().map(|(i, _)| i).collect::<Vec<_>>();
    assert_eq!(due(NOW + 11 * MINUTE), [item(2)]);
    assert_eq!(due(NOW + 60 * DAY), [item(2), item(1)], "the longest waiting first");
    assert_eq!(store.due(&moment(NOW + 60 * DAY), 1).unwrap().len(), 1);
}

#[test]
fn the_counters_of_due_days_follow_every_answer_and_every_undo() {
    let mut store = memory_store();
    let all = || StudyDay(0)..=StudyDay(99_999);
    let events: Vec<Event> = (0..30).map(|n| good(NOW + i64::from(n), n)).collect();
    store.append(&events).unwrap();
    let total: u32 = store.due_counts(all()).unwrap().iter().map(|(_, n)| n).sum();
    assert_eq!((total, store.items_total().unwrap()), (30, 30));
    let undos: Vec<Event> = events.iter().map(|e| undo(e.utc + DAY, 1, e.id)).collect();
    store.append(&undos).unwrap();
    assert_eq!(store.due_counts(all()).unwrap(), []);
}

#[test]
fn a_topic_gets_its_own_items_only() {
    let mut store = memory_store();
    let of = |id: &str| answer(NOW, id.len() as u64, crate::domain::ids::ItemId::parse(id).unwrap(), Rating::Good);
    store.append(&[of("p/sql/b1"), of("p/sql/c22"), of("p/sql-2/d333"), of("p/sq/e4444444")]).unwrap();
    let topic = crate::domain::ids::TopicId::parse("p/sql").unwrap();
    let names: Vec<String> = store.memories_of_topic(&topic).unwrap().iter().map(|(i, _)| i.to_string()).collect();
    assert_eq!(names, ["p/sql/b1", "p/sql/c22"]);
}

#[test]
fn visiting_all_rows_crosses_pages_without_skipping_or_repeating() {
    let mut store = memory_store();
    let events: Vec<Event> = (0..4100).map(|n| good(NOW + i64::from(n), n)).collect();
    store.append(&events).unwrap();
    let mut seen = Vec::new();
    store.topic_rows(|item, _| seen.push(item.to_owned())).unwrap();
    assert_eq!(seen.len(), 4100);
    assert!(seen.is_sorted());
}

#[test]
fn answers_since_a_day_are_live_and_carry_the_grade_that_counts() {
    let mut store = memory_store();
    let (old, gone, kept) = (good(NOW - 3 * DAY, 1), good(NOW, 2), good(NOW + 1, 3));
    let regrade = What::Regraded { of: kept.id, rating: Rating::Easy, count: None, accepted: None };
    store.append(&[old, gone.clone(), kept.clone(), undo(NOW + 2, 1, gone.id), event(NOW + 3, 1, regrade)]).unwrap();
    let mut seen = Vec::new();
    store.answers_since(day_of(NOW), |a| seen.push((a.id, a.rating))).unwrap();
    assert_eq!(seen, [(kept.id, Rating::Easy)]);
    let today = store.daily(day_of(NOW)..=day_of(NOW)).unwrap();
    let expected = Daily { answers: 1, rights: 1, ms: 4000, ..Daily::default() };
    assert_eq!(today, [(day_of(NOW), expected)]);
}

#[test]
fn the_log_is_paged_newest_first_with_what_was_taken_back() {
    let mut store = memory_store();
    let answers: Vec<Event> = (0..5).map(|n| good(NOW + i64::from(n), n)).collect();
    store.append(&answers).unwrap();
    store.append(&[undo(NOW + 9, 1, answers[4].id)]).unwrap();
    let actions = LogFilter { actions_only: true, ..LogFilter::default() };
    let first = store.log_page(None, 2, &actions).unwrap();
    assert_eq!(
        first.iter().map(|(e, live)| (e.id, *live)).collect::<Vec<_>>(),
        [(answers[4].id, false), (answers[3].id, true)]
    );
    let next = store.log_page(Some(answers[3].id), 9, &actions).unwrap();
    assert_eq!(next.len(), 3);
    assert_eq!(store.log_page(None, 9, &LogFilter::default()).unwrap().len(), 6);
    let one = LogFilter { subject: Some(item(2).to_string()), ..LogFilter::default() };
    assert_eq!(store.log_page(None, 9, &one).unwrap().len(), 1);
}

#[test]
fn notes_are_found_by_place_topic_and_age() {
    let mut store = memory_store();
    let at =
        |place: &NotePlace, text: &str, utc| event(utc, 1, What::Noted { place: place.clone(), text: text.into() });
    let (section, question) = (NotePlace::Section(topic(1), "why".into(), 2), NotePlace::Item(item(1)));
    store.append(&[at(&section, "first", NOW), at(&question, "second", NOW + 1)]).unwrap();
    assert_eq!(&*store.note(&section).unwrap().unwrap().text, "first");
    assert_eq!(store.notes_of_topic(&topic(1)).unwrap().len(), 2);
    assert_eq!(store.notes(1).unwrap()[0].0, question);
    store.append(&[at(&section, "", NOW + 2)]).unwrap();
    assert_eq!(store.note(&section).unwrap(), None, "an empty text removes it");
}

#[test]
fn drafts_and_the_glance_keep_the_last_thing_written() {
    let mut store = memory_store();
    let draft = |key: &str, body: Option<&str>, utc| Keep::Draft { key: key.into(), body: body.map(Into::into), utc };
    store.keep(draft("note:a", Some("1"), 1)).unwrap();
    store.keep(draft("note:b", Some("2"), 2)).unwrap();
    store.keep(draft("place:a", Some("3"), 3)).unwrap();
    store.keep(draft("note:a", Some("4"), 4)).unwrap();
    assert_eq!(store.draft("note:a").unwrap().as_deref(), Some("4"));
    let keys: Vec<String> = store.drafts("note:").unwrap().into_iter().map(|(k, ..)| k).collect();
    assert_eq!(keys, ["note:a", "note:b"]);
    store.keep(draft("note:a", None, 5)).unwrap();
    assert_eq!(store.draft("note:a").unwrap(), None);
    assert_eq!(store.glance().unwrap(), None);
    store.keep(Keep::Glance { day: StudyDay(7), body: "{}".into() }).unwrap();
    store.keep(Keep::Glance { day: StudyDay(8), body: "{\"due\":3}".into() }).unwrap();
    let glance = store.glance().unwrap().unwrap();
    assert_eq!((glance.day, glance.body.as_str()), (StudyDay(8), "{\"due\":3}"));
}

#[test]
fn a_rehearsal_counts_as_time_of_its_day_and_not_as_answers() {
    let mut store = memory_store();
    let event = rehearsal(NOW, 1, &[Mark::Met, Mark::Missed]);
    store.append(std::slice::from_ref(&event)).unwrap();
    let expected = Daily { rehearsals: 1, rehearse_ms: 120_000, ..Daily::default() };
    let days = || store.daily(StudyDay(0)..=StudyDay(i32::MAX)).unwrap();
    assert_eq!(days(), [(day_of(NOW), expected)]);
    assert!(expected.studied() && expected.spent_ms() == 120_000);
    store.append(&[undo(NOW + 1, 1, event.id)]).unwrap();
    assert_eq!(store.daily(StudyDay(0)..=StudyDay(i32::MAX)).unwrap(), []);
}

#[test]
fn the_answer_book_has_live_attempts_whole_and_by_prompt() {
    let mut store = memory_store();
    let log = [
        rehearsal(NOW, 1, &[Mark::Missed]),
        rehearsal(NOW + DAY, 2, &[Mark::Met]),
        rehearsal(NOW + 2 * DAY, 1, &[Mark::Met]),
        rehearsal(NOW + 3 * DAY, 1, &[Mark::Partly]),
    ];
    store.append(&log).unwrap();
    store.append(&[undo(NOW + 4 * DAY, 1, log[3].id)]).unwrap();
    assert_eq!(store.attempts().unwrap(), log[..3]);
    assert_eq!(store.attempts_of(&item(1)).unwrap(), [log[0].clone(), log[2].clone()]);
    let tried = store.tried().unwrap();
    let met = |n: u32| tried[&item(n)].iter().map(|t| t.met).collect::<Vec<_>>();
    assert_eq!((met(1), met(2)), (vec![0, 1], vec![1]));
    assert_eq!(store.practised_kinds().unwrap(), []);
}

#[test]
fn a_point_is_due_after_its_rehearsal_and_its_drill_goes_on_from_there() {
    let mut store = memory_store();
    store.append(&[rehearsal(NOW, 1, &[Mark::Met, Mark::Missed])]).unwrap();
    let later = NOW + 11 * MINUTE;
    let due: Vec<_> = store.due(&moment(later), 9).unwrap().into_iter().map(|(i, _)| i).collect();
    assert_eq!(due, [point(1, 1)]);
    let mut drill = answer(later, 1, point(1, 1), Rating::Good);
    if let What::Answered(a) = &mut drill.what {
        a.key = AnswerKey::of_point("b").0;
    }
    store.append(&[drill]).unwrap();
    let memory = store.memory(&point(1, 1)).unwrap().unwrap();
    assert_eq!((memory.answers, memory.due_utc, memory.due_day), (2, None, day_of(NOW).plus(1)));
    assert_eq!(store.history(&point(1, 1)).unwrap().len(), 2);
    assert!(store.doctor().unwrap().is_equal());
}

#[test]
fn a_rehearsal_whose_points_could_not_be_told_from_questions_is_refused() {
    let mut store = memory_store();
    let with = |prompt: &str, point: &str| {
        let json = serde_json::to_string(&rehearsal(NOW, 1, &[Mark::Met])).unwrap();
        let json =
            json.replace("pack/topic-1/q1", prompt).replace("\"point\":\"a\"", &format!("\"point\":\"{point}\""));
        serde_json::from_str::<Event>(&json).unwrap()
    };
    for (prompt, point) in [("pack/topic-1/q1.x", "a"), ("pack/topic-1/q1", "a/b"), ("nowhere", "a")] {
        let out = store.append(&[with(prompt, point)]).unwrap();
        assert_eq!((out.added.len(), out.refused.len()), (0, 1), "{prompt} {point}");
    }
    assert_eq!(store.append(&[with("pack/topic-1/q1", "a")]).unwrap().added.len(), 1);
}

#[test]
fn the_doctor_finds_rehearsals_that_the_log_never_spoke_of() {
    let mut store = memory_store();
    store.append(&[rehearsal(NOW, 1, &[Mark::Met])]).unwrap();
    store
        .conn
        .execute_batch(
            "UPDATE attempt SET head = replace(head, '\"met\":1', '\"met\":0');
             INSERT INTO attempt (id, prompt, head) SELECT zeroblob(16), 'pack/topic-9/stray', head FROM attempt;
             INSERT INTO memory SELECT item || 'x', stability, difficulty, key, last, last_utc, last_day, rating, interval,
                 due_utc, due_day, answers, lapses, solid, aim FROM memory;",
        )
        .unwrap();
    let found = store.doctor().unwrap();
    let about: Vec<&str> = found.told.iter().map(|d| &*d.about).collect();
    assert_eq!(about, ["prompt:pack/topic-1/q1", "pack/topic-1/q1.ax", "prompt:pack/topic-9/stray"]);
    assert!(store.repair().unwrap().is_equal());
}

#[test]
fn the_doctor_names_what_does_not_follow_from_the_log_and_the_repair_mends_it() {
    let mut store = memory_store();
    store.append(&[good(NOW, 1), good(NOW + 1, 2)]).unwrap();
    assert!(store.doctor().unwrap().is_equal());
    store
        .conn
        .execute_batch(
            "UPDATE memory SET stability = stability + 1 WHERE item = 'pack/topic-1/q1';
             UPDATE daily SET answers = answers + 1;
             UPDATE due_day SET n = n + 1;
             INSERT INTO deferred VALUES ('pack/topic-9/stray', 3);",
        )
        .unwrap();
    let found = store.doctor().unwrap();
    let about: Vec<&str> = found.told.iter().map(|d| d.about.split(' ').next().unwrap()).collect();
    assert_eq!(about, ["pack/topic-1/q1", "daily", "due_day", "pack/topic-9/stray"]);
    assert!(store.repair().unwrap().is_equal());
}
