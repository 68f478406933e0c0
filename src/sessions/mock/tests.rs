use proptest::prelude::*;

use crate::domain::event::What;
use crate::domain::interview::{Chair, Pressure};
use crate::domain::rubric::{Mark, PromptKind};
use crate::domain::time::Moment;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, News, Request, Route};
use crate::sessions::input::Input;
use crate::sessions::prefs::Prefs;
use crate::sessions::rehearse::RehearseData;
use crate::sessions::study::DueLoad;
use crate::sessions::{Context, mock::sample};

use crate::sessions::rehearse::TrackCard;

use super::report::{Readiness, Row};
use super::*;

/// A front with a log in memory.
struct Desk {
    mock: Mock,
    now: Moment,
    prefs: Prefs,
    load: DueLoad,
    data: SittingData,
    events: Vec<Event>,
    draft: Option<String>,
    gone: Vec<Route>,
    back: bool,
}

impl Desk {
    fn new(wish: MockWish) -> Desk {
        let mock = Mock::new(wish);
        let (now, prefs, load) = (sample::moment(0), Prefs::default(), DueLoad::default());
        let mut desk = Desk {
            mock,
            now,
            prefs,
            load,
            data: SittingData::default(),
            events: Vec::new(),
            draft: None,
            gone: Vec::new(),
            back: false,
        };
        let effects = desk.mock.start();
        desk.perform(effects);
        desk
    }

    fn begun() -> Desk {
        Desk::new(MockWish::Begin(sample::setup()))
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let news = match effect {
                Effect::Ask(Request::Rehearse) => News::Rehearse(Box::new(sample::data())),
                Effect::Ask(Request::Sitting(id)) => News::Sitting(id, Box::new(self.data.clone())),
                Effect::Ask(Request::Draft(name)) => News::Draft(name, self.draft.clone()),
                Effect::Draft { name, body } => {
                    assert_eq!(name, KEPT_NAME);
                    self.draft = body;
                    continue;
                }
                Effect::Record(events) => {
                    self.events.extend(events);
                    continue;
                }
                Effect::Go(route) => {
                    self.gone.push(route);
                    continue;
                }
                Effect::Back => {
                    self.back = true;
                    continue;
                }
                Effect::Undo { .. } => News::Undone { event: None, about: Default::default(), redo: false },
                other => panic!("{other:?}"),
            };
            self.input(Input::News(news));
        }
    }

    fn input(&mut self, input: Input) {
        let cx = Context { now: &self.now, prefs: &self.prefs, load: &self.load };
        let effects = self.mock.update(input, &cx);
        self.perform(effects);
    }

    fn act(&mut self, action: Action) {
        self.input(Input::Act(Bound { action, arg: 0 }));
    }

    /// The question that was opened last.
    fn asked(&self) -> &Wish {
        match self.gone.last() {
            Some(Route::Interview(wish)) => wish,
            other => panic!("{other:?}"),
        }
    }

    /// The question that was opened last is answered, and its debrief closed.
    fn answer(&mut self) {
        let (prompt, sitting) = (self.asked().prompt.clone(), self.asked().sitting);
        let at = u16::try_from(self.data.answers.len()).unwrap_or(0);
        let mut answer = sample::answer(0, at, (usize::from(at) % 5, 0), &["schema", "indexes"], &["pooling"]);
        answer.attempt.rehearsed.prompt = prompt.expect("a question");
        answer.attempt.rehearsed.sitting = sitting;
        // It takes its time.
        self.now.id = answer.attempt.id.next();
        self.data.answers.push(answer);
        self.input(Input::Shown);
    }

    fn at_break(&self) -> Break {
        match &self.mock.stage {
            Stage::Break(at) => *at,
            other => panic!("{other:?}"),
        }
    }

    fn report(&self) -> &Report {
        match &self.mock.stage {
            Stage::Report(report) => report,
            other => panic!("{other:?}"),
        }
    }

    fn mocked(&self) -> Vec<&Mocked> {
        let mocked = |e: &'_ Event| if let What::Mocked(m) = &e.what { Some(m.clone()) } else { None };
        assert!(self.events.iter().filter_map(mocked).count() <= 1);
        self.events.iter().filter_map(|e| if let What::Mocked(m) = &e.what { Some(m) } else { None }).collect()
    }
}

#[test]
fn it_asks_one_question_after_the_other_with_breaks_and_ends_with_a_report() {
    let mut desk = Desk::begun();
    let planned = desk.mock.kept.as_ref().expect("a plan").planned();
    assert!(planned.len() >= 3, "{planned:?}");
    for (n, prompt) in planned.iter().enumerate() {
        let wish = desk.asked();
        assert_eq!((wish.prompt.as_ref(), wish.level), (Some(prompt), Some(2)));
        assert_eq!(wish.sitting, desk.mock.sitting());
        assert!(wish.persona.is_some() && !wish.resume);
        desk.answer();
        if n + 1 < planned.len() {
            let at = desk.at_break();
            assert_eq!((at.answered, at.next, at.begun), (n + 1, Some(n + 1), false));
            desk.act(Action::Enter);
        }
    }
    assert_eq!(desk.report().rows.len(), planned.len());
    let mocked = desk.mocked();
    assert_eq!((mocked[0].early, &mocked[0].planned), (false, &planned));
    assert_eq!(desk.draft, None, "the plan is done with");
}

#[test]
fn a_break_tells_the_time_that_is_left() {
    let mut desk = Desk::begun();
    desk.answer();
    let (used, left) = (40_000 + 190_000 + 45_000, 45 * 60_000 - 275_000);
    assert_eq!((desk.at_break().used_ms, desk.at_break().left_ms), (used, left));
}

#[test]
fn stopping_early_still_gives_the_report_of_what_was_answered() {
    let mut desk = Desk::begun();
    desk.answer();
    desk.act(Action::Enter);
    desk.answer();
    desk.act(Action::Finish);
    assert!(desk.mocked()[0].early);
    let report = desk.report().clone();
    let written = desk.mock.data.mocked.clone().expect("an end");
    assert_eq!(report, Report::of(&written, &desk.data.answers, None));
    assert_eq!(report.rows.len(), 2);
}

#[test]
fn a_mock_interview_in_which_nothing_was_answered_leaves_nothing_in_the_log() {
    let mut desk = Desk::begun();
    desk.input(Input::Shown);
    assert_eq!(desk.at_break().answered, 0);
    desk.act(Action::Finish);
    assert!(desk.events.is_empty() && desk.back && desk.draft.is_none());
}

#[test]
fn a_question_that_was_left_in_the_middle_goes_on_where_it_was() {
    let mut desk = Desk::begun();
    desk.data.open = desk.asked().prompt.clone();
    desk.input(Input::Shown);
    assert!(desk.at_break().begun);
    desk.act(Action::Enter);
    assert_eq!(desk.asked().prompt, desk.data.open);
    desk.data.open = None;
    desk.answer();
    assert!(!desk.at_break().begun);
}

#[test]
fn it_goes_on_from_its_draft_after_the_program_was_closed() {
    let mut before = Desk::begun();
    before.answer();
    let mut desk = Desk::new(MockWish::Resume);
    assert_eq!(desk.mock.stage, Stage::Empty, "there is no draft");
    desk = Desk { draft: before.draft.clone(), data: before.data.clone(), ..desk };
    desk.mock = Mock::new(MockWish::Resume);
    let effects = desk.mock.start();
    desk.perform(effects);
    assert_eq!(desk.at_break(), before.at_break());
    desk.act(Action::Enter);
    before.act(Action::Enter);
    assert_eq!(desk.asked(), before.asked());
}

#[test]
fn an_answer_that_is_taken_back_is_asked_again() {
    let mut desk = Desk::begun();
    desk.answer();
    let first = desk.mock.kept.as_ref().expect("a plan").planned()[0].clone();
    desk.data.answers.clear();
    desk.act(Action::Undo);
    assert_eq!(desk.at_break().answered, 0);
    desk.act(Action::Enter);
    assert_eq!(desk.asked().prompt, Some(first));
}

#[test]
fn an_end_that_is_taken_back_goes_on_and_is_kept_again() {
    let mut desk = Desk::begun();
    desk.answer();
    desk.act(Action::Finish);
    assert_eq!(desk.draft, None);
    desk.act(Action::Undo);
    assert_eq!(desk.at_break().answered, 1);
    assert!(desk.draft.as_deref().and_then(Kept::read).is_some());
    let end = desk.mocked()[0].clone();
    desk.data.mocked = Some(Written { id: desk.now.id.next(), utc: desk.now.utc, offset_min: 0, what: end });
    desk.act(Action::Redo);
    assert_eq!((desk.report().rows.len(), &desk.draft), (1, &None));
}

#[test]
fn the_things_for_next_time_are_called_up_for_tomorrow_once() {
    let mut desk = Desk::new(MockWish::Report(sample::sitting_id(0)));
    desk.data = sample::sitting();
    desk.mock = Mock::new(desk.mock.wish.clone());
    let effects = desk.mock.start();
    desk.perform(effects);
    let wanted: Vec<ItemId> = desk.report().things.iter().map(|t| t.item.clone()).collect();
    assert!(!desk.mock.is_scheduled());
    desk.act(Action::Schedule);
    desk.act(Action::Schedule);
    let called = desk.events.iter().map(|e| match &e.what {
        What::Deferred { item, day } => (item.clone(), *day),
        other => panic!("{other:?}"),
    });
    let tomorrow = sample::day().plus(1);
    assert_eq!(called.collect::<Vec<_>>(), wanted.into_iter().map(|item| (item, tomorrow)).collect::<Vec<_>>());
    assert!(desk.mock.is_scheduled());
    let ids: Vec<EventId> = desk.events.iter().map(|e| e.id).collect();
    assert!(ids.windows(2).all(|w| w[0] < w[1]));
}

fn sample_report() -> Report {
    let data = sample::sitting();
    Report::of(&data.mocked.expect("over"), &data.answers, data.earlier.as_ref())
}

#[test]
fn readiness_counts_the_points_of_the_level_area_by_area_the_weakest_first() {
    let report = sample_report();
    let shares: Vec<(&str, u8, f32, u16)> =
        report.areas.iter().map(|a| (&*a.title.en, a.share.percent(), a.share.made(), a.share.points())).collect();
    assert_eq!(
        shares,
        [
            ("Security", 37, 1.5, 4),
            ("Behaviour", 62, 2.5, 4),
            ("Operations", 75, 3.0, 4),
            ("Databases", 87, 3.5, 4),
            ("APIs and design", 87, 3.5, 4),
        ]
    );
    assert_eq!((report.share.percent(), report.below(), report.readiness()), (70, 1, Readiness::Borderline));
    assert_eq!(report.weakest().map(|a| &*a.title.en), Some("Security"));
    assert_eq!(report.retest.map(|(day, minutes)| (day.since(sample::day()), minutes)), Some((3, 7)));
}

#[test]
fn it_is_compared_with_the_mock_interview_before() {
    let report = sample_report();
    let trends: Vec<Trend> = report.areas.iter().map(Area::trend).collect();
    assert_eq!(trends, [Trend::Down, Trend::New, Trend::New, Trend::Up, Trend::Up]);
    let earlier = report.earlier.expect("one before");
    assert_eq!(earlier.areas.iter().map(|(_, p)| *p).collect::<Vec<_>>(), [50, 50, 75]);
}

#[test]
fn pace_tells_answers_over_time_and_whether_thinking_was_skipped() {
    let mut answers = sample::answers(0);
    answers[0].attempt.rehearsed.turns[0].took_ms = 240_000;
    answers[0].attempt.rehearsed.think_ms = 0;
    answers[1].attempt.rehearsed.turns[1].took_ms = 120_000;
    answers[2].attempt.rehearsed.pressure = Pressure::Untimed;
    answers[2].attempt.rehearsed.turns[0].took_ms = 999_000;
    let report = Report::of(&sample::mocked(0, false), &answers, None);
    let pace = report.pace;
    assert_eq!((pace.answers, pace.over, pace.over_unthought, pace.unthought, pace.untimed), (5, 2, 1, 1, 1));
    let timed: Vec<u64> = report.rows.iter().map(|row| row.planned_ms / 1000).collect();
    assert_eq!(timed, [405, 405, 0, 405, 405]);
}

#[test]
fn predictions_are_added_up_before_and_after_the_model() {
    let mut answers = sample::answers(0);
    answers[0].attempt.rehearsed.points[0].first = Mark::Missed;
    answers[4].attempt.rehearsed.predicted = None;
    let predicted = Report::of(&sample::mocked(0, false), &answers, None).predicted.expect("predictions");
    assert_eq!((predicted.expected, predicted.first, predicted.after), (16, 10, 11));
    assert_eq!(predicted.leaning(), crate::sessions::interview::Leaning::High);
}

#[test]
fn the_first_thing_is_the_heaviest_open_point_of_the_weakest_area_and_the_last_its_whole_answer() {
    let report = sample_report();
    let told: Vec<(String, ThingKind)> = report.things.iter().map(|t| (t.item.to_string(), t.kind)).collect();
    assert_eq!(
        told,
        [
            ("roadmap/jwt/q0.indexes".to_owned(), ThingKind::Drill),
            ("roadmap/teamwork/q0.pooling".to_owned(), ThingKind::Drill),
            ("roadmap/jwt/q0".to_owned(), ThingKind::Answer),
        ]
    );
}

#[test]
fn what_another_person_marked_and_a_second_try_are_not_part_of_it() {
    let mut answers = sample::answers(0);
    let before = Report::of(&sample::mocked(0, false), &answers, None);
    let mut other = sample::answer(0, 8, (2, 0), &["schema", "indexes", "prepared", "pooling"], &[]);
    answers.push(other.clone());
    other.attempt.rehearsed.prompt = sample::name(2, 1);
    other.attempt.rehearsed.by = Chair::Other;
    answers.push(other);
    // It was left in the middle, and finished another day.
    answers.push(sample::answer(1, 0, (3, 1), &["schema"], &[]));
    assert_eq!(Report::of(&sample::mocked(0, false), &answers, None), before);
}

#[test]
fn an_answer_to_a_question_that_was_removed_is_listed_but_not_counted() {
    let mut answers = sample::answers(0);
    answers[0].prompt = None;
    let report = Report::of(&sample::mocked(0, false), &answers, None);
    assert_eq!((report.areas.len(), report.rows.len()), (4, 5));
    assert!(matches!(report.rows[0], Row { verdict: None, .. }));
}

#[test]
fn a_perfect_mock_interview_is_ready_and_leaves_nothing_to_schedule() {
    let all = ["schema", "indexes", "prepared", "pooling"];
    let answers = vec![sample::answer(0, 0, (0, 0), &all, &[])];
    let report = Report::of(&sample::mocked(0, true), &answers, None);
    assert_eq!((report.readiness(), report.things.len(), report.retest), (Readiness::Ready, 0, None));
    assert_eq!(Report::of(&sample::mocked(0, true), &[], None).readiness(), Readiness::Unknown);
}

fn weakened(seed: u64) -> RehearseData {
    let mut data = sample::data();
    // A learner whose history depends on the seed.
    for n in 0..seed % 7 {
        let (area, met) = ((seed + n) as usize % 5, if n % 2 == 0 { &["schema"][..] } else { &[][..] });
        sample::tried(&mut data, &sample::answer(-9, n as u16, (area, n as usize % 4), met, &[]));
    }
    data
}

#[test]
fn the_weakest_area_is_asked_first_and_says_so() {
    let mut data = sample::data();
    sample::tried(&mut data, &sample::answer(-9, 0, (2, 0), &["schema"], &[]));
    sample::tried(
        &mut data,
        &sample::answer(-9, 1, (0, 0), &["schema", "indexes", "prepared", "pooling", "monitoring", "backup"], &[]),
    );
    let mix = Mix::of(&data, &sample::setup());
    assert_eq!((&*mix.questions[0].area.en, mix.questions[0].why), ("Security", Why::WeakArea(14)));
    assert_eq!(mix.questions[1].why, Why::NewArea);
}

#[test]
fn kinds_are_balanced_and_design_comes_only_with_an_hour() {
    let mut setup = sample::setup();
    let kinds = |setup: &MockSetup| Mix::of(&sample::data(), setup).kinds();
    assert_eq!(
        kinds(&setup),
        [(PromptKind::Technical, 3), (PromptKind::Debug, 1), (PromptKind::Review, 1), (PromptKind::Behavioural, 1)]
            .into_iter()
            .collect::<Vec<_>>()
    );
    setup.minutes = 60;
    assert!(kinds(&setup).contains(&(PromptKind::Design, 1)));
}

#[test]
fn interviewers_take_turns() {
    let mix = Mix::of(&sample::data(), &sample::setup());
    let asked: Vec<&str> = mix.questions.iter().map(|q| &*q.persona).collect();
    assert!(asked.windows(2).all(|w| w[0] != w[1]), "{asked:?}");
    let none = RehearseData { personas: Vec::new(), ..sample::data() };
    assert!(Mix::of(&none, &sample::setup()).questions.iter().all(|q| q.persona.is_empty()));
}

#[test]
fn a_track_keeps_questions_to_its_topics_and_an_interviewer_asks_everything() {
    let mut data = sample::data();
    let topics = vec![sample::name(0, 0).topic(), sample::name(2, 0).topic()];
    data.tracks = vec![TrackCard { name: "roadmap/data".into(), title: Text::shared("Data"), topics: topics.clone() }];
    for prompt in &mut data.prompts {
        let asked_by_both = prompt.head.id.topic() != topics[0];
        prompt.head.personas =
            if asked_by_both { vec!["custodian".into(), "sentinel".into()] } else { vec!["custodian".into()] };
    }
    let mut setup = MockSetup { track: Some("roadmap/data".into()), ..sample::setup() };
    let mix = Mix::of(&data, &setup);
    assert!(!mix.questions.is_empty() && mix.questions.iter().all(|q| topics.contains(&q.prompt.topic())));
    setup.persona = Some("roadmap/sentinel".into());
    let mix = Mix::of(&data, &setup);
    assert!(mix.questions.iter().all(|q| &*q.persona == "roadmap/sentinel"));
    assert_eq!(mix.questions[0].prompt.topic(), topics[1], "what they would ask comes first");
    assert!(mix.questions.iter().any(|q| q.prompt.topic() == topics[0]), "the rest fills the time");
    setup.track = Some("gone/track".into());
    assert_eq!(Mix::of(&data, &MockSetup { track: None, ..setup.clone() }), Mix::of(&data, &setup));
}

#[test]
fn a_question_knows_its_place_and_the_time_that_is_left() {
    let mut desk = Desk::begun();
    let of = desk.mock.kept.as_ref().expect("a plan").planned().len();
    assert_eq!(desk.asked().within, Some(Within { nth: 1, of, left_ms: Some(45 * 60_000) }));
    desk.answer();
    desk.act(Action::Enter);
    assert_eq!(desk.asked().within, Some(Within { nth: 2, of, left_ms: Some(45 * 60_000 - 275_000) }));
    let untimed = Desk::new(MockWish::Begin(MockSetup { pressure: Pressure::Untimed, ..sample::setup() }));
    assert_eq!(untimed.asked().within.map(|w| w.left_ms), Some(None));
}

#[test]
fn a_new_mock_interview_ends_the_one_that_waited_and_keeps_its_report() {
    let waits = sample::kept(-1);
    let mut data = sample::data();
    data.mock = Some(waits.write());
    let begin = |data: &RehearseData| {
        let mut desk = Desk::new(MockWish::Resume);
        desk.mock = Mock::new(MockWish::Begin(sample::setup()));
        desk.events.clear();
        desk.input(Input::News(News::Rehearse(Box::new(data.clone()))));
        (desk.mocked().into_iter().cloned().collect::<Vec<_>>(), desk.mock.sitting(), desk.events.first().map(|e| e.id))
    };
    assert_eq!(begin(&data).0, [], "nothing was answered in it");
    let answer = sample::answer(-1, 0, (0, 0), &["schema"], &[]);
    sample::tried(&mut data, &answer);
    let (ended, now, event) = begin(&data);
    assert_eq!(ended, [waits.end(sample::day(), true)]);
    assert!(now != Some(waits.sitting) && now != event);
}

#[test]
fn what_was_called_up_is_taken_back_in_one_step() {
    let mut desk = Desk::new(MockWish::Report(sample::sitting_id(0)));
    desk.data = sample::sitting();
    desk.mock = Mock::new(desk.mock.wish.clone());
    let effects = desk.mock.start();
    desk.perform(effects);
    desk.act(Action::Schedule);
    let called: Vec<EventId> = desk.events.drain(..).map(|e| e.id).collect();
    desk.act(Action::Undo);
    let undone: Vec<EventId> = desk.events.iter().filter_map(|e| e.what.target()).collect();
    assert_eq!((undone.len(), undone), (3, called));
    assert!(!desk.mock.is_scheduled());
}

proptest! {
    #[test]
    fn the_same_seed_prompts_and_history_give_the_same_mix_in_whatever_order_they_are_listed(
        seed in 0..500_u64, minutes in 15..=60_u16, level in 1..=6_u8, turn in 0..20_usize,
    ) {
        let setup = MockSetup { minutes, level, ..MockSetup::new(seed) };
        let data = weakened(seed);
        let mix = Mix::of(&data, &setup);
        let mut turned = data.clone();
        turned.prompts.rotate_left(turn);
        prop_assert_eq!(&Mix::of(&turned, &setup), &mix);
        prop_assert!(mix.minutes() <= minutes, "{} of {minutes}", mix.minutes());
        prop_assert!(!mix.questions.is_empty());
        let mut names: Vec<_> = mix.questions.iter().map(|q| &q.prompt).collect();
        names.sort();
        names.dedup();
        prop_assert_eq!(names.len(), mix.questions.len(), "nothing is asked twice");
    }

    #[test]
    fn a_report_is_that_of_the_answers_that_stand_and_changes_when_one_is_taken_back(stopped in 1..=5_usize, back in 0..5_usize) {
        let answers: Vec<SatAnswer> = sample::answers(0).into_iter().take(stopped).collect();
        let mut desk = Desk::new(MockWish::Report(sample::sitting_id(0)));
        desk.data = SittingData { mocked: Some(sample::mocked(0, stopped < 5)), answers: answers.clone(), ..SittingData::default() };
        desk.mock = Mock::new(desk.mock.wish.clone());
        let effects = desk.mock.start();
        desk.perform(effects);
        let whole = desk.report().clone();
        prop_assert_eq!(&whole, &Report::of(&sample::mocked(0, stopped < 5), &answers, None));
        let back = back % stopped;
        desk.data.answers.remove(back);
        desk.act(Action::Undo);
        prop_assert_ne!(desk.report(), &whole);
        desk.data.answers.insert(back, answers[back].clone());
        desk.act(Action::Redo);
        prop_assert_eq!(desk.report(), &whole);
    }
}
