use super::*;
use crate::domain::checklist::{Ticked, WorkId};
use crate::domain::event::{Answered, CountReason, Rating, Setting};
use crate::domain::grading::Outcome;
use crate::domain::interview::{Chair, Mocked, PointMark, Practised, Pressure, Rehearsed, Story, Turn};
use crate::domain::ladder::{self, Dimension, Standing};
use crate::domain::memory::{Given, Memory};
use crate::domain::question::{Answer, AnswerKey};
use crate::domain::rubric::{Mark, PromptKind};
use crate::domain::text::Lang;
use crate::domain::time::StudyDay;
use proptest::prelude::*;
use proptest::sample::Index;

const START: UtcMs = 1_795_219_200_000;

fn item(n: usize) -> ItemId {
    TopicId::new("p", "t").item(&n.to_string())
}

fn answer(n: usize, rating: Rating, utc: UtcMs) -> What {
    What::Answered(Answered {
        item: item(n),
        key: 1,
        rating,
        outcome: if rating == Rating::Forgot { Outcome::Wrong } else { Outcome::Right },
        guess: false,
        hint: false,
        took_ms: 3_000,
        day: StudyDay::of(utc, 0, 240),
        aim: 90,
        shift: 1,
        setting: Setting::Review,
        answer: Answer::DontKnow,
    })
}

/// A rehearsal of prompt `n`, whose points are `a`, `b` and so on.
fn rehearsed(n: usize, marks: &[Mark], utc: UtcMs) -> What {
    let mark =
        |(i, mark): (usize, &Mark)| PointMark { point: point(i).into(), first: Mark::Missed, mark: *mark, shift: 0 };
    What::Rehearsed(Box::new(Rehearsed {
        prompt: item(n),
        day: StudyDay::of(utc, 0, 240),
        aim: 90,
        persona: "".into(),
        target: 3,
        lang: Lang::En,
        pressure: Pressure::Real,
        spoken: false,
        by: Chair::Own,
        chair: "".into(),
        sitting: None,
        think_ms: 20_000,
        turns: vec![Turn { about: "".into(), text: "said".into(), took_ms: 60_000 }],
        predicted: Some(2),
        points: marks.iter().enumerate().map(mark).collect(),
        red_flags: Vec::new(),
        signals: Default::default(),
        scope: None,
    }))
}

fn point(i: usize) -> &'static str {
    ["a", "b", "c", "d"][i]
}

/// The drill of a point is answered.
fn drilled(n: usize, i: usize, rating: Rating, utc: UtcMs) -> What {
    let What::Answered(mut drill) = answer(n, rating, utc) else { unreachable!() };
    drill.item = item(n).point(point(i));
    drill.key = AnswerKey::of_point(point(i)).0;
    What::Answered(drill)
}

fn regrade(of: EventId, rating: Rating) -> What {
    What::Regraded { of, rating, count: None, accepted: None }
}

/// One machine: its log, its clock and its projection, kept up to date subject by subject.
#[derive(Clone)]
struct Device {
    ids: IdSource,
    clock: UtcMs,
    log: Vec<Event>,
    now: Projection,
}

impl Device {
    fn new(device: u64, skew: i64) -> Self {
        Device {
            ids: IdSource::new(device, EventId::default()),
            clock: START + skew,
            log: Vec::new(),
            now: Projection::default(),
        }
    }

    fn act(&mut self, what: What) -> EventId {
        let id = self.ids.fresh(self.clock);
        self.receive(Event { id, utc: self.clock, offset_min: 0, what });
        id
    }

    /// An event arrives: what it speaks about is rebuilt, and with it whatever waited for it.
    fn receive(&mut self, event: Event) {
        if self.log.iter().any(|e| e.id == event.id) {
            return;
        }
        self.ids.seen(event.id);
        let find = |log: &[Event], id| log.iter().find(|e: &&Event| e.id == id).map(|e| e.what.clone());
        let subjects = trace(&event.what, |id| find(&self.log, id));
        self.log.push(event);
        self.log.sort_by_key(|e| e.id);
        for subject in subjects {
            let about = |e: &&Event| trace(&e.what, |id| find(&self.log, id)).contains(&subject);
            let events: Vec<&Event> = self.log.iter().filter(about).collect();
            self.now.apply(&subject, events);
        }
    }

    fn undo(&mut self) -> bool {
        let of = undo_candidate(self.log.iter().rev(), self.ids.device());
        of.map(|of| self.act(What::Undone { of })).is_some()
    }

    fn redo(&mut self) -> bool {
        let of = redo_candidate(self.log.iter().rev(), self.ids.device());
        of.map(|of| self.act(What::Undone { of })).is_some()
    }
}

fn rating_of(device: &Device, n: usize) -> Option<Rating> {
    device.now.memories.get(&item(n)).map(|m| m.rating)
}

#[test]
fn an_undo_of_an_undo_is_a_redo() {
    let mut d = Device::new(1, 0);
    let a = d.act(answer(1, Rating::Good, START));
    let with = d.now.clone();
    let undo = d.act(What::Undone { of: a });
    assert_eq!(d.now, Projection::default());
    let redo = d.act(What::Undone { of: undo });
    assert_eq!(d.now, with);
    d.act(What::Undone { of: redo });
    assert_eq!(d.now, Projection::default());
}

#[test]
fn an_undo_that_comes_before_its_target_waits_for_it() {
    let mut here = Device::new(1, 0);
    let mut there = Device::new(2, 0);
    let a = here.act(answer(1, Rating::Good, START));
    here.act(What::Undone { of: a });
    there.receive(here.log[1].clone());
    assert_eq!(there.now, Projection::default());
    assert_eq!(there.log.len(), 1, "it is kept");
    there.receive(here.log[0].clone());
    assert_eq!(there.now, Projection::default(), "and has its effect");
}

#[test]
fn an_undo_cannot_reach_forward() {
    let id = |n| EventId::from_parts(n, 0, 1);
    let event = |id, what| Event { id, utc: START, offset_min: 0, what };
    let log = [event(id(1), What::Undone { of: id(2) }), event(id(2), answer(1, Rating::Good, START))];
    assert_eq!(live(&log).len(), 2);
}

#[test]
fn the_last_live_regrade_wins_at_the_place_of_its_answer() {
    let mut d = Device::new(1, 0);
    let a = d.act(answer(1, Rating::Forgot, START));
    d.clock += 3 * 24 * 3_600_000;
    let utc = d.clock;
    d.act(answer(1, Rating::Good, utc));
    let forgot_first = d.now.clone();
    d.act(regrade(a, Rating::Easy));
    let last = d.act(regrade(a, Rating::Good));
    let mut clean = Device::new(1, 0);
    clean.act(answer(1, Rating::Good, START));
    clean.clock = utc;
    clean.act(answer(1, Rating::Good, utc));
    let (ours, theirs) = (&d.now.memories[&item(1)], &clean.now.memories[&item(1)]);
    assert_eq!((ours.stability, ours.difficulty), (theirs.stability, theirs.difficulty));
    d.act(What::Undone { of: last });
    assert_eq!(d.now.memories[&item(1)].answers, 2);
    d.undo();
    assert_eq!(d.now, forgot_first);
}

#[test]
fn a_regrade_dies_with_its_answer() {
    let mut d = Device::new(1, 0);
    let a = d.act(answer(1, Rating::Forgot, START));
    d.act(What::Regraded {
        of: a,
        rating: Rating::Good,
        count: Some(CountReason::Synonym),
        accepted: Some("setex".into()),
    });
    assert_eq!(d.now.accepted[&item(1)], ["setex".into()]);
    let undo = d.act(What::Undone { of: a });
    assert_eq!(d.now, Projection::default());
    d.act(What::Undone { of: undo });
    assert_eq!(rating_of(&d, 1), Some(Rating::Good), "and comes back with it");
}

#[test]
fn u_takes_back_the_latest_actions_of_this_device_one_by_one_and_big_u_brings_them_back() {
    let mut d = Device::new(1, 0);
    let mut other = Device::new(2, 500_000);
    let mut states = vec![d.now.clone()];
    for n in 1..=3 {
        d.act(answer(n, Rating::Good, START));
        states.push(d.now.clone());
    }
    other.act(answer(9, Rating::Good, START));
    for n in (0..3).rev() {
        assert!(d.undo());
        assert_eq!(d.now, states[n]);
    }
    assert!(!d.undo(), "there is nothing more");
    for state in &states[1..] {
        assert!(d.redo());
        assert_eq!(d.now, *state);
    }
    assert!(!d.redo());
    d.receive(other.log[0].clone());
    d.undo();
    assert_eq!(rating_of(&d, 9), Some(Rating::Good), "the other device's answer stays");
    assert_eq!(rating_of(&d, 3), None);
}

#[test]
fn a_new_action_ends_what_could_be_redone() {
    let mut d = Device::new(1, 0);
    d.act(answer(1, Rating::Good, START));
    d.undo();
    d.act(answer(2, Rating::Good, START));
    assert!(!d.redo());
    d.undo();
    assert!(d.redo());
    assert!(!d.redo(), "the first answer is out of reach");
    assert_eq!((rating_of(&d, 1), rating_of(&d, 2)), (None, Some(Rating::Good)));
}

#[test]
fn redo_after_undo_after_redo_keeps_its_order() {
    let mut d = Device::new(1, 0);
    d.act(answer(1, Rating::Good, START));
    d.act(answer(2, Rating::Good, START));
    let both = d.now.clone();
    let steps = [Device::undo, Device::undo, Device::redo, Device::undo, Device::redo, Device::redo];
    assert!(steps.into_iter().all(|step| step(&mut d)));
    assert_eq!(d.now, both);
    assert!(!d.redo());
}

#[test]
fn undo_reaches_back_two_hundred_actions() {
    let mut d = Device::new(1, 0);
    for _ in 0..UNDO_DEPTH + 5 {
        let id = d.ids.fresh(d.clock);
        let what = What::Known { topic: TopicId::new("p", "t"), known: true };
        d.log.push(Event { id, utc: d.clock, offset_min: 0, what });
    }
    let mut undone = 0;
    while let Some(of) = undo_candidate(d.log.iter().rev(), 1) {
        let id = d.ids.fresh(d.clock);
        d.log.push(Event { id, utc: d.clock, offset_min: 0, what: What::Undone { of } });
        undone += 1;
    }
    assert_eq!(undone, UNDO_DEPTH);
}

#[test]
fn one_id_with_two_contents_is_refused_and_reported() {
    let mut a = Device::new(1, 0);
    let id = a.act(answer(1, Rating::Good, START));
    let mut forged = a.log.clone();
    forged[0].utc += 1;
    assert_eq!(merge(a.log.clone(), forged), Err(Conflict { ids: vec![id] }));
    assert_eq!(merge(a.log.clone(), a.log.clone()), Ok(a.log));
}

#[test]
fn ids_follow_the_newest_known_even_with_a_clock_that_is_slow() {
    let mut ids = IdSource::new(5, EventId::default());
    let far = EventId::from_parts(START as u64 + 1_000_000, 3, 9);
    ids.seen(far);
    let next = ids.fresh(START);
    assert!(next > far && next.device() == 5 && next.ms() == far.ms() + 1);
    assert!(ids.fresh(START) > next);
}

#[test]
fn notes_and_marks_follow_the_last_live_word() {
    let mut d = Device::new(1, 0);
    let place = NotePlace::Section(TopicId::new("p", "t"), "s".into(), 2);
    let note = |text: &str| What::Noted { place: place.clone(), text: text.into() };
    d.act(note("one"));
    d.act(note("two"));
    assert_eq!(&*d.now.notes[&place].text, "two");
    d.act(note(""));
    assert!(d.now.notes.is_empty());
    d.undo();
    d.undo();
    assert_eq!(&*d.now.notes[&place].text, "one");
    let topic = TopicId::new("p", "t");
    let read = |day| What::Read { topic: topic.clone(), day: StudyDay(day), took_ms: 60_000 };
    d.act(read(5));
    d.act(read(6));
    assert_eq!(d.now.read[&topic], Reading { day: StudyDay(6), times: 2, took_ms: 120_000 });
    d.act(What::Known { topic: topic.clone(), known: true });
    assert!(d.now.known.contains(&topic));
    d.act(What::Known { topic, known: false });
    assert!(d.now.known.is_empty());
}

#[test]
fn a_toast_can_tell_what_was_done() {
    let mut d = Device::new(1, 0);
    let a = d.act(answer(1, Rating::Forgot, START));
    d.act(regrade(a, Rating::Hard));
    let told = describe(&d.log[1], d.log.first());
    assert_eq!((told.deed, told.item, told.rating), (Deed::Regraded, Some(item(1)), Some(Rating::Hard)));
    assert_eq!(told.topic, Some(TopicId::new("p", "t")));
}

#[test]
fn one_rehearsal_schedules_every_point_and_one_undo_takes_all_of_it_back() {
    let mut d = Device::new(1, 0);
    d.act(rehearsed(1, &[Mark::Met, Mark::Partly, Mark::Missed], START));
    let graded = |i: usize| d.now.memories[&item(1).point(point(i))].rating;
    assert_eq!([graded(0), graded(1), graded(2)], [Rating::Good, Rating::Hard, Rating::Forgot]);
    let tried = &d.now.prompts[&item(1)].tried[0];
    assert_eq!((tried.met, tried.of, tried.took_ms, tried.overrated()), (1, 3, 60_000, Some(1)));
    assert!(!d.now.memories.contains_key(&item(1)), "the prompt itself is no item");
    assert!(d.undo());
    assert_eq!(d.now, Projection::default());
    assert!(d.redo());
    assert_eq!(d.now.memories.len(), 3);
}

#[test]
fn drills_and_rehearsals_of_a_point_are_one_memory_in_the_order_of_ids() {
    let mut d = Device::new(1, 0);
    d.act(rehearsed(1, &[Mark::Missed], START));
    d.clock += 3 * 24 * 3_600_000;
    let (drill, day) = (d.clock, StudyDay::of(d.clock, 0, 240));
    d.act(drilled(1, 0, Rating::Good, drill));
    d.clock += 9 * 24 * 3_600_000;
    let again = d.clock;
    d.act(rehearsed(1, &[Mark::Met], again));
    let point = &d.now.memories[&item(1).point("a")];
    let step = |prev: Option<Memory>, event: &Event, rating, sure| {
        let day = StudyDay::of(event.utc, 0, 240);
        let key = AnswerKey::of_point("a");
        let shift = i8::from(matches!(event.what, What::Answered(_)));
        let given = Given { id: event.id, utc: event.utc, day, rating, key, aim: 90, shift, practice: false, sure };
        Memory::after(prev.as_ref(), given)
    };
    let by_hand = step(None, &d.log[0], Rating::Forgot, false);
    let by_hand = step(by_hand, &d.log[1], Rating::Good, true);
    let by_hand = step(by_hand, &d.log[2], Rating::Good, true);
    assert_eq!((point.answers, point.solid), (3, true));
    assert!(point.last_day > day);
    assert_eq!(Some(*point), by_hand);
}

#[test]
fn a_story_a_practice_and_a_mock_follow_the_last_live_word() {
    let mut d = Device::new(1, 0);
    let name = EventId(4);
    let story = |text: &str| {
        What::StoryTold(Story { story: name, title: "Outage".into(), text: text.into(), prompts: vec![item(1)] })
    };
    d.act(story("one"));
    d.act(story("two"));
    assert_eq!(&*d.now.stories[&name].what.text, "two");
    d.act(story(""));
    assert!(d.now.stories.is_empty());
    d.undo();
    d.undo();
    assert_eq!(&*d.now.stories[&name].what.text, "one");
    d.act(practised(2));
    assert_eq!(d.now.prompts[&item(2)].practised[0].what.kind, PromptKind::Design);
    d.act(mocked(EventId(9)));
    assert_eq!(d.now.mocks[&EventId(9)].what.minutes, 45);
    let told = describe(&d.log[3], None);
    assert_eq!(told.deed, Deed::Undone);
    d.undo();
    assert!(d.now.mocks.is_empty() && d.now.prompts.len() == 1);
    let told = describe(&d.log[5], None);
    assert_eq!((told.deed, told.item, told.topic), (Deed::Practised, Some(item(2)), Some(item(2).topic())));
}

#[test]
fn a_rating_and_its_proof_are_taken_back_one_after_the_other() {
    let mut d = Device::new(1, 0);
    let id = ladder::sample::name(1, Dimension::Mastery, 1);
    d.act(ladder::sample::rated(id.clone(), Standing::Sometimes));
    d.act(ladder::sample::rated(id.clone(), Standing::Consistently));
    d.act(ladder::sample::proved(id.clone(), EventId(5), StudyDay(9), "done"));
    d.undo();
    assert!(d.now.statements[&id].proofs.is_empty());
    d.undo();
    assert_eq!(d.now.statements[&id].standing(), Some(Standing::Sometimes));
    d.redo();
    d.redo();
    assert_eq!(d.now.statements[&id].proofs.len(), 1);
    let told = describe(&d.log[2], None);
    assert_eq!((told.deed, told.item), (Deed::Proved, None));
}

#[test]
fn work_that_is_put_away_takes_its_ticks_along_and_begins_anew() {
    let mut d = Device::new(1, 0);
    let work = WorkId::new(EntryId::new("p", "done"), "MR 214").unwrap();
    let tick = |item: &str, done: bool| What::Ticked(Ticked { work: work.clone(), item: item.into(), done });
    d.act(tick("tests", false));
    assert!(d.now.works.is_empty(), "nothing begins with what is not ticked");
    d.act(tick("", true));
    d.act(tick("tests", true));
    d.act(tick("docs", true));
    d.act(tick("docs", false));
    assert!(d.now.works[&work].ticks.keys().eq([&Box::from("tests")]));
    d.act(tick("", false));
    assert!(d.now.works.is_empty());
    d.undo();
    assert_eq!(d.now.works[&work].ticks.len(), 1);
    d.redo();
    d.act(tick("docs", true));
    assert!(d.now.works[&work].ticks.keys().eq([&Box::from("docs")]));
}

fn practised(n: usize) -> What {
    What::Practised(Practised { prompt: item(n), kind: PromptKind::Design, day: StudyDay(9), agreed: 7, of: 10 })
}

fn mocked(sitting: EventId) -> What {
    What::Mocked(Mocked {
        sitting,
        day: StudyDay(9),
        minutes: 45,
        level: 3,
        seed: 7,
        planned: vec![item(1), item(2)],
        early: false,
        track: "".into(),
    })
}

/// What a learner may do; indices choose among what is there.
#[derive(Debug, Clone)]
enum Do {
    Answer(usize, u8),
    Regrade(Index, u8, bool),
    Note(usize, bool),
    Known(bool),
    Read,
    Defer(usize),
    Flag(usize),
    Rehearse(usize, Vec<usize>),
    Drill(usize, usize, u8),
    Practise(usize),
    Mock(u8),
    Story(u8, bool),
    Ladder(u8, u8, u8),
    Undo,
    Redo,
    UndoThat(Index),
}

fn deeds() -> impl Strategy<Value = Do> {
    prop_oneof![
        6 => (0usize..3, 1u8..=4).prop_map(|(n, r)| Do::Answer(n, r)),
        3 => (any::<Index>(), 1u8..=4, any::<bool>()).prop_map(|(i, r, c)| Do::Regrade(i, r, c)),
        1 => (0usize..2, any::<bool>()).prop_map(|(n, e)| Do::Note(n, e)),
        1 => any::<bool>().prop_map(Do::Known),
        1 => Just(Do::Read),
        1 => (0usize..3).prop_map(Do::Defer),
        1 => (0usize..3).prop_map(Do::Flag),
        3 => (0usize..2, prop::collection::vec(0usize..3, 1..4)).prop_map(|(n, marks)| Do::Rehearse(n, marks)),
        2 => (0usize..2, 0usize..4, 1u8..=4).prop_map(|(n, i, r)| Do::Drill(n, i, r)),
        1 => (0usize..2).prop_map(Do::Practise),
        1 => (0u8..2).prop_map(Do::Mock),
        1 => (0u8..2, any::<bool>()).prop_map(|(n, e)| Do::Story(n, e)),
        5 => (0u8..5, 0u8..3, 0u8..6).prop_map(|(kind, n, how)| Do::Ladder(kind, n, how)),
        3 => Just(Do::Undo),
        2 => Just(Do::Redo),
        2 => any::<Index>().prop_map(Do::UndoThat),
    ]
}

fn perform(d: &mut Device, what: &Do) {
    let utc = d.clock;
    let day = StudyDay::of(utc, 0, 240);
    let rating = |r: u8| Rating::from_digit(r).unwrap();
    match what {
        Do::Answer(n, r) => drop(d.act(answer(*n, rating(*r), utc))),
        Do::Regrade(i, r, count) => {
            let answers: Vec<EventId> =
                d.log.iter().filter(|e| matches!(e.what, What::Answered(_))).map(|e| e.id).collect();
            if !answers.is_empty() {
                let of = *i.get(&answers);
                let (count, accepted) = match count {
                    true => (Some(CountReason::Typo), Some(format!("word{r}").into())),
                    false => (None, None),
                };
                d.act(What::Regraded { of, rating: rating(*r), count, accepted });
            }
        }
        Do::Note(n, empty) => {
            let text = if *empty { String::new() } else { format!("note at {utc}") };
            d.act(What::Noted { place: NotePlace::Item(item(*n)), text: text.into() });
        }
        Do::Known(known) => drop(d.act(What::Known { topic: TopicId::new("p", "t"), known: *known })),
        Do::Read => drop(d.act(What::Read { topic: TopicId::new("p", "t"), day, took_ms: 1 })),
        Do::Defer(n) => drop(d.act(What::Deferred { item: item(*n), day })),
        Do::Flag(n) => drop(d.act(What::Flagged { item: item(*n), reason: "wrong".into() })),
        Do::Rehearse(n, marks) => {
            let marks: Vec<Mark> = marks.iter().map(|m| Mark::ALL[*m]).collect();
            d.act(rehearsed(*n, &marks, utc));
        }
        Do::Drill(n, i, r) => drop(d.act(drilled(*n, *i, rating(*r), utc))),
        Do::Practise(n) => drop(d.act(practised(*n))),
        Do::Mock(n) => drop(d.act(mocked(EventId(u128::from(*n))))),
        Do::Story(n, empty) => {
            let text = if *empty { String::new() } else { format!("story at {utc}") };
            let story = EventId(u128::from(*n));
            d.act(What::StoryTold(Story { story, title: "T".into(), text: text.into(), prompts: Vec::new() }));
        }
        Do::Ladder(kind, n, how) => drop(d.act(ladder::sample::what(*kind, *n, *how, utc))),
        Do::Undo => drop(d.undo()),
        Do::Redo => drop(d.redo()),
        Do::UndoThat(i) => {
            if !d.log.is_empty() {
                let of = i.get(&d.log).id;
                d.act(What::Undone { of });
            }
        }
    }
}

/// On which device, minutes passed, what; and then perhaps a sync: from whom, and which part of the log.
type Move = (usize, i64, Do, Option<(usize, Vec<bool>)>);

fn turns() -> impl Strategy<Value = Vec<Move>> {
    let sync = prop::option::weighted(0.3, (0usize..3, prop::collection::vec(any::<bool>(), 1..6)));
    prop::collection::vec((0usize..3, 0i64..4000, deeds(), sync), 1..45)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 160, ..ProptestConfig::default() })]

    #[test]
    fn skewed_devices_with_partial_syncs_come_to_one_state(history in turns(), order in Just([0, 1, 2]).prop_shuffle()) {
        let skews = [0, -9 * 3_600_000, 40 * 24 * 3_600_000];
        let mut devices: Vec<Device> = (0..3).map(|d| Device::new(d as u64 + 1, skews[d])).collect();
        for (who, minutes, what, sync) in history {
            devices.iter_mut().for_each(|d| d.clock += minutes * 60_000);
            perform(&mut devices[who], &what);
            if let Some((from, part)) = sync {
                let sent: Vec<Event> = devices[from].log.clone();
                let taken = sent.into_iter().rev().zip(part.iter().cycle()).filter(|(_, t)| **t);
                taken.for_each(|(event, _)| devices[who].receive(event));
            }
            prop_assert_eq!(&devices[who].now, &project(&devices[who].log), "kept up to date equals rebuilt");
        }
        let whole = order.iter().try_fold(Vec::new(), |all, d| merge(all, devices[*d].log.clone())).unwrap();
        let state = project(&whole);
        for device in &mut devices {
            whole.iter().for_each(|event| device.receive(event.clone()));
            prop_assert_eq!(&device.now, &state);
            prop_assert_eq!(&device.log, &whole);
        }
    }

    #[test]
    fn any_actions_and_as_many_undos_give_the_same_state_and_a_longer_log(
        before in prop::collection::vec(deeds(), 0..12),
        actions in prop::collection::vec((0i64..4000, deeds()), 1..25),
    ) {
        let mut d = Device::new(1, 0);
        before.iter().for_each(|what| perform(&mut d, what));
        let (state, log) = (d.now.clone(), d.log.clone());
        let mut done = 0;
        for (minutes, what) in actions {
            if matches!(what, Do::Undo | Do::Redo | Do::UndoThat(_)) {
                continue;
            }
            d.clock += minutes * 60_000;
            let length = d.log.len();
            perform(&mut d, &what);
            done += d.log.len() - length;
        }
        let full = d.now.clone();
        for _ in 0..done {
            prop_assert!(d.undo());
        }
        prop_assert_eq!(&d.now, &state);
        prop_assert_eq!(d.log.len(), log.len() + 2 * done);
        prop_assert_eq!(&d.log[..log.len()], &log[..], "the log has only grown");
        for _ in 0..done {
            prop_assert!(d.redo());
        }
        prop_assert_eq!(&d.now, &full);
    }

    #[test]
    fn what_is_done_and_undone_step_by_step_follows_a_stack(steps in prop::collection::vec(0u8..6, 1..60)) {
        let mut d = Device::new(1, 0);
        let (mut done, mut undone) = (vec![d.now.clone()], Vec::new());
        for step in steps {
            match step {
                0..=2 => {
                    perform(&mut d, &Do::Answer(usize::from(step), 3));
                    done.push(d.now.clone());
                    undone.clear();
                }
                3 | 4 => {
                    prop_assert_eq!(d.undo(), done.len() > 1);
                    if done.len() > 1 {
                        undone.extend(done.pop());
                    }
                }
                _ => {
                    prop_assert_eq!(d.redo(), !undone.is_empty());
                    done.extend(undone.pop());
                }
            }
            prop_assert_eq!(Some(&d.now), done.last());
        }
    }
}
