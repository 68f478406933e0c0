//! Today: what its keys do, and what it looks like.

use super::*;
use crate::domain::catalog::PackTrouble;
use crate::domain::ids::{EntryId, ItemId};
use crate::domain::text::Text;
use crate::sessions::interview::Wish;
use crate::sessions::mock::MockWish;
use crate::sessions::sample;
use crate::sessions::study::{Catalog, DoneToday, NextAnswer, TodayPlan};
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn stage(study: Study) -> Stage {
    Stage::with(Box::new(TodayScreen::new()), study)
}

fn after(study: Study, keys: &str) -> Vec<Effect> {
    stage(study).keys(keys).effects()
}

fn go(route: Route) -> Vec<Effect> {
    vec![Effect::Go(route)]
}

fn trouble() -> PackTrouble {
    PackTrouble {
        pack: "redis-go-notes".into(),
        errors: 2,
        code: "J012".into(),
        place: "ttl/questions.toml:14:12".into(),
        message: Text::shared("no option is marked right"),
    }
}

/// A study whose plan is done.
fn done() -> Study {
    let mut study = sample::study();
    study.plan.rows.clear();
    study.plan.later = (0, 0);
    study.plan.done = DoneToday { answers: 14, right: 12, lessons: 1, minutes: 22, ..DoneToday::default() };
    study.reading = None;
    study
}

/// A study in which one item comes back in eight minutes.
fn step_waits() -> Study {
    let mut study = done();
    study.steps = Some((crate::ui::stage::moment(0).utc + 8 * 60_000, 1));
    study
}

#[test]
fn when_nothing_else_is_due_today_says_in_how_many_minutes_something_comes_back() {
    let mut stage = stage(step_waits());
    let shown = stage.picture();
    assert!(shown.contains("1 item comes back in 8 minutes"), "{shown}");
    assert!(!shown.contains("come back tomorrow"), "{shown}");
    stage.news(News::Study).wait(60_000);
    assert!(stage.picture().contains("in 7 minutes"), "{}", stage.picture());
    assert_eq!(stage.effects(), []);
    stage.wait(6 * 60_000);
    assert!(stage.picture().contains("in 1 minute"), "{}", stage.picture());
    assert_eq!(stage.wait(60_000).effects(), [Effect::Refresh], "the step is over: the plan is made anew");
    assert_eq!(stage.wait(60_000).effects(), [], "once");
}

#[test]
fn r_says_when_something_comes_back_instead_of_only_that_nothing_is_due() {
    let effects = after(step_waits(), "r");
    let [Effect::Toast(toast)] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(toast.text, "Nothing is due now; 1 item comes back in 8 minutes");
}

#[test]
fn what_comes_back_in_minutes_is_told_beside_a_lesson_and_not_beside_a_review() {
    let mut study = sample::study();
    study.steps = step_waits().steps;
    assert!(!stage(study.clone()).picture().contains("comes back"));
    study.plan.rows.retain(|r| matches!(r, PlanRow::Lesson { .. }));
    assert!(stage(study.clone()).picture().contains("1 item comes back in 8 minutes"));
    stage(study).at_every_size();
}

#[test]
fn enter_starts_at_the_top_and_the_focus_walks_down() {
    assert_eq!(after(sample::study(), "Enter"), go(Route::Review(DUE)));
    assert_eq!(after(sample::study(), "j Enter"), go(Route::Lesson(sample::topic("caching"), None)));
    assert_eq!(after(sample::study(), "j j j k Enter"), go(Route::Review(DUE)));
}

#[test]
fn r_reviews_from_any_row_and_c_goes_on_with_the_lesson() {
    assert_eq!(after(sample::study(), "j r"), go(Route::Review(DUE)));
    assert_eq!(after(sample::study(), "c"), go(Route::Lesson(sample::topic("orm-n1"), None)));
}

#[test]
fn a_review_that_was_left_goes_on_by_enter_and_by_r() {
    let mut study = sample::study();
    study.plan.rows.insert(0, PlanRow::Resume { behind: 3, ahead: 11, minutes: 7 });
    assert_eq!(after(study.clone(), "Enter"), go(Route::Review(Queue::Resume(3))));
    assert_eq!(after(study, "r"), go(Route::Review(Queue::Resume(3))));
}

#[test]
fn questions_of_a_lesson_that_was_read_ask_what_is_new() {
    let mut study = sample::study();
    let row = PlanRow::Questions { topic: sample::topic("acid"), title: Text::shared("ACID"), items: 5, minutes: 3 };
    study.plan.rows.insert(0, row);
    assert_eq!(after(study, "Enter"), go(Route::Review(Queue::New(sample::topic("acid"), 5))));
}

#[test]
fn what_was_never_answered_is_not_said_to_be_due() {
    let mut study = sample::study();
    assert!(stage(study.clone()).picture().contains("due today"));
    let row = PlanRow::Questions { topic: sample::topic("acid"), title: Text::shared("ACID"), items: 5, minutes: 3 };
    study.plan.rows.insert(0, row);
    let mixed = stage(study.clone()).picture();
    assert!(mixed.contains("items to answer today") && !mixed.contains("due today"), "{mixed}");
    study.plan.rows.retain(|row| matches!(row, PlanRow::Questions { .. }));
    let fresh = stage(study).picture();
    assert!(fresh.contains("5 items to answer today"), "{fresh}");
}

#[test]
fn ten_minutes_today_are_four_keys() {
    assert_eq!(after(sample::study(), "b 1 0 Enter"), [Effect::Set("study.minutes_today", "10".into())]);
}

#[test]
fn the_minutes_field_takes_digits_only_and_is_left_without_a_change() {
    assert_eq!(after(sample::study(), "b x 9 9 9 9 Enter"), [Effect::Set("study.minutes_today", "240".into())]);
    assert_eq!(after(sample::study(), "b 5 Esc r"), go(Route::Review(DUE)));
    assert_eq!(after(sample::study(), "b Enter"), []);
    let mut changed = stage(sample::study());
    changed.prefs.minutes_today = Some(10);
    assert_eq!(changed.keys("b Enter").effects(), [Effect::Set("study.minutes_today", String::new())]);
    let mut stage = stage(sample::study());
    stage.keys("b").input(Input::Paste("1 5\nmin".into()));
    assert_eq!(stage.keys("Enter").effects(), [Effect::Set("study.minutes_today", "15".into())]);
}

#[test]
fn p_shows_the_plan_of_the_week_and_any_way_out_closes_it() {
    for close in ["Enter", "Esc", "q"] {
        let mut stage = stage(sample::study());
        assert_eq!(stage.keys("p").screen.state(), State::WeekPlan);
        assert_eq!(stage.keys(close).screen.state(), State::Today);
        assert_eq!(stage.effects(), []);
    }
}

#[test]
fn with_nothing_due_r_says_so_and_c_takes_the_planned_lesson() {
    let mut study = sample::study();
    study.plan.rows.remove(0);
    study.reading = None;
    assert_eq!(after(study.clone(), "c"), go(Route::Lesson(sample::topic("caching"), None)));
    study.plan.rows.clear();
    study.complete = false;
    let said = |keys| match after(study.clone(), keys).as_slice() {
        [Effect::Toast(toast)] => toast.text.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!(said("r"), "Nothing is due now");
    assert_eq!(said("c"), "No lesson is open; Path has them all");
}

#[test]
fn on_the_first_day_enter_is_the_first_lesson_and_r_its_questions() {
    assert_eq!(after(sample::beginner(), "Enter"), go(Route::Lesson(sample::topic("http"), None)));
    assert_eq!(after(sample::beginner(), "r"), go(Route::Review(Queue::New(sample::topic("http"), 9))));
}

#[test]
fn when_all_is_done_the_rows_lead_beyond_the_plan() {
    assert_eq!(after(done(), "Enter"), go(Route::Lesson(sample::topic("orm-n1"), None)));
    assert_eq!(after(done(), "j Enter"), go(Route::Review(Queue::Ahead(Some(sample::topic("isolation")), 9))));
    assert_eq!(after(done(), "G Enter"), go(Route::Review(Queue::Ahead(None, 10))));
}

#[test]
fn packs_that_were_not_loaded_wait_above_the_plan() {
    let mut study = sample::study();
    study.troubles = vec![trouble()];
    assert_eq!(after(study.clone(), "Enter"), go(Route::Review(DUE)));
    assert_eq!(after(study, "k Enter"), go(Route::Trouble));
}

#[test]
fn coming_back_puts_the_focus_on_what_is_next() {
    let mut stage = stage(sample::study());
    stage.keys("j");
    stage.study.plan.rows.remove(0);
    stage.input(Input::Shown);
    assert_eq!(stage.keys("Enter").effects(), go(Route::Lesson(sample::topic("caching"), None)));
}

#[test]
fn a_row_that_the_learner_chose_keeps_the_focus_when_the_study_is_complete() {
    let mut stage = stage(sample::study());
    stage.keys("j").news(News::Study);
    assert_eq!(stage.keys("Enter").effects(), go(Route::Lesson(sample::topic("caching"), None)));
    let mut second = self::stage(sample::study());
    second.study.troubles = vec![trouble()];
    assert_eq!(second.news(News::Study).keys("Enter").effects(), go(Route::Review(DUE)));
}

#[test]
fn the_real_cursor_stands_on_the_focused_row_and_in_the_field() {
    let mut stage = stage(sample::study());
    assert_eq!(stage.cursor(), Some((3, 6)));
    assert_eq!(stage.keys("j").cursor(), Some((3, 7)));
    assert_eq!(stage.keys("b 1 0").cursor(), Some((41, 5)));
}

/// The rows of a picture that must be those of the visual study.
fn assert_rows(shown: &str, expected: &[(usize, &str)]) {
    for (at, row) in expected {
        assert_eq!(shown.lines().nth(*at), Some(*row), "row {at} of\n{shown}");
    }
}

#[test]
fn today_looks_like_the_picture() {
    let shown = stage(sample::study()).picture();
    let expected = [
        (5, "   TODAY                                                                 15 min"),
        (6, " ▌ Review 14 items                         Databases 6, APIs 5, Git 3     9 min"),
        (7, "   Lesson: Cache-aside and invalidation    Databases                      6 min"),
        (9, "   PICK UP WHERE YOU LEFT OFF"),
        (10, "   c  Lesson: N+1 and eager loading        yesterday            ━━━━━━────  60%"),
        (12, "   THIS WEEK    Mon  Tue  Wed  Thu  Fri  Sat  Sun                  4 study days"),
        (13, "                 ✓    ✓    ·    ✓    ✓    ○    ·                 your aim was 3"),
        (15, "   FADING       ! Isolation levels 71%   ! HTTP caching 74%   ! Git rebase 78%"),
        (17, "   LATER        38 more items, spread over the next 6 days          p show plan"),
    ];
    assert_rows(&shown, &expected);
}

#[test]
fn today_in_a_small_window_looks_like_the_picture() {
    let shown = stage(sample::study()).resize(60, 20).picture();
    let expected = [
        (5, "   TODAY                                             15 min"),
        (6, " ▌ Review 14 items                                    9 min"),
        (7, "   Lesson: Cache-aside and invalidation               6 min"),
        (9, "   c  Continue: N+1 and eager loading                   60%"),
        (11, "   WEEK     4 study days                              aim 3"),
        (12, "   FADING   ! Isolation levels                          71%"),
        (13, "   LATER    38 items over 6 days                     p plan"),
    ];
    assert_rows(&shown, &expected);
}

#[test]
fn the_plan_of_the_week_stands_beside_today_once_there_is_something_in_it() {
    assert!(stage(sample::study()).resize(120, 40).picture().contains("NEXT 7 DAYS"));
    let mut study = sample::study();
    study.ahead.iter_mut().for_each(|d| d.items = 0);
    assert!(!stage(study).resize(120, 40).picture().contains("NEXT 7 DAYS"));
}

/// One picture of every situation, in one file.
fn gallery(mut shoot: impl FnMut(&mut Stage) -> String) -> String {
    let mut beginner = stage(sample::beginner());
    let mut banners = sample::study();
    banners.troubles = vec![trouble()];
    banners.read_only = Some(4711);
    banners.unsaved = Some(("the disk is full".into(), 2));
    let mut empty = Study { complete: true, troubles: vec![trouble()], ..Study::default() };
    empty.catalog = Catalog::default().into();
    let mut away = sample::study();
    away.plan.away_days = 5;
    away.plan.rows[0] = PlanRow::Review { items: 20, minutes: 14, from: Vec::new(), catch_up: Some((2, 5)) };
    let first_frame = Study { complete: false, plan: sample::study().plan, day: sample::TODAY, ..Study::default() };
    let mut shots = vec![
        ("plan", shoot(&mut stage(sample::study()))),
        ("minutes", shoot(stage(sample::study()).keys("b 1 0"))),
        ("week", shoot(stage(sample::study()).keys("p"))),
        ("done", shoot(&mut stage(done()))),
        ("first day", shoot(&mut beginner)),
        ("banners", shoot(stage(banners).keys("k"))),
        ("away", shoot(&mut stage(away))),
        ("first frame", shoot(&mut stage(first_frame))),
    ];
    shots.push(("nothing to learn", shoot(&mut stage(empty))));
    shots.into_iter().map(|(name, shot)| format!("== {name}\n{shot}")).collect()
}

#[test]
fn today_in_every_situation_size_and_language() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for code in ["en", "id"] {
            let shots = gallery(|s| s.resize(width, height).speak(code).picture());
            insta::assert_snapshot!(format!("today_{width}x{height}_{code}"), shots);
        }
    }
}

#[test]
fn today_in_ascii_and_without_colour() {
    let mut ascii = stage(sample::study());
    ascii.theme = Theme::dark().with_ascii(true);
    insta::assert_snapshot!("today_ascii", ascii.picture());
    assert!(ascii.picture().is_ascii());
    let mut mono = stage(sample::study());
    mono.theme = Theme::mono();
    insta::assert_snapshot!("today_mono", mono.coloured());
}

#[test]
fn no_size_and_no_title_breaks_today() {
    let hostile = "数据库\u{301}\t\u{1b}[31m".to_owned() + &"x".repeat(300);
    let mut study = sample::study();
    study.troubles = vec![PackTrouble { pack: hostile.clone().into(), ..trouble() }];
    study.unsaved = Some((hostile.clone(), 2));
    study.fading = vec![(sample::topic("acid"), Text::shared(hostile.clone()), 9); 4];
    study.plan = TodayPlan {
        rows: vec![
            PlanRow::Resume { behind: u16::MAX, ahead: u16::MAX, minutes: u16::MAX },
            PlanRow::Review {
                items: u32::MAX,
                minutes: 0,
                from: vec![(Text::shared(hostile.clone()), 7); 9],
                catch_up: Some((u16::MAX, 1)),
            },
            PlanRow::Lesson {
                topic: sample::topic("acid"),
                title: Text::shared(hostile.clone()),
                unit: Text::shared(hostile.clone()),
                minutes: 1,
            },
        ],
        ..study.plan
    };
    if let Some(reading) = &mut study.reading {
        reading.title = Text::shared(hostile);
    }
    for keys in ["", "b 1 2", "p"] {
        stage(study.clone()).keys(keys).at_every_size();
    }
    stage(done()).at_every_size();
    stage(Study::default()).keys("j Enter p").at_every_size();
}

fn answer(begun: bool) -> NextAnswer {
    NextAnswer {
        prompt: sample::topic("indexes").item("optimise"),
        title: Text::new("Optimising a database", "Mengoptimalkan database"),
        who: Text::new("The Data Custodian", "Penjaga Data"),
        level: 2,
        minutes: 7,
        begun,
        mock: None,
    }
}

/// A study that rehearses: one weak answer is planned.
fn rehearsing() -> Study {
    let mut study = sample::study();
    study.plan.rows.push(PlanRow::Ask { answer: answer(false), weak: true });
    study.plan.answer = Some(answer(false));
    study
}

fn ask(prompt: Option<ItemId>, resume: bool) -> Vec<Effect> {
    go(Route::Interview(Wish { prompt, resume, ..Wish::default() }))
}

#[test]
fn i_asks_the_weakest_answer_and_goes_on_with_the_one_that_was_left() {
    assert_eq!(after(rehearsing(), "i"), ask(Some(answer(false).prompt), false));
    let mut left = sample::study();
    left.plan.answer = Some(answer(true));
    assert_eq!(after(left, "i"), ask(None, true));
    let mut mock = sample::study();
    mock.plan.answer = Some(NextAnswer { mock: Some((3, 6)), ..answer(true) });
    assert_eq!(after(mock.clone(), "i"), go(Route::Mock(MockWish::Resume)));
    let shown = stage(mock).picture();
    assert!(shown.contains("Mock interview: question 3 of 6 is next") && !shown.contains("Optimising"), "{shown}");
    assert_eq!(after(sample::study(), "i"), go(Route::Rehearse(0)), "nobody knows yet: the place tells");
}

#[test]
fn the_weak_answer_is_a_row_of_the_plan_and_an_answer_is_offered_when_the_plan_is_done() {
    assert_eq!(after(rehearsing(), "j j Enter"), ask(Some(answer(false).prompt), false));
    let mut idle = done();
    idle.plan.answer = Some(answer(false));
    assert_eq!(after(idle, "Enter"), ask(Some(answer(false).prompt), false));
    let mut only = rehearsing();
    only.plan.rows.drain(..2);
    let shown = stage(only.clone()).picture();
    assert!(shown.contains("Nothing is due today, one interview answer is next"), "{shown}");
    assert!(!shown.contains(" review "), "no review is offered: {shown}");
    only.plan.rows.clear();
    only.plan.done.rehearsals = 1;
    let shown = stage(only).picture();
    assert!(shown.contains("Done for today") && shown.contains("1 rehearsal"), "{shown}");
}

#[test]
fn today_with_a_weak_answer() {
    let mut out = String::new();
    for code in ["en", "id"] {
        for (width, height) in [(60, 20), (80, 24)] {
            out.push_str(&format!("== {code} {width}x{height}\n"));
            out.push_str(&stage(rehearsing()).resize(width, height).speak(code).picture());
        }
    }
    insta::assert_snapshot!(out);
}

#[test]
fn a_working_day_that_was_left_is_offered_and_d_goes_on_with_it() {
    let mut left = sample::study();
    left.left_day = Some(LeftDay {
        of: EntryId::new("role", "ordinary"),
        title: Text::new("An ordinary Tuesday", "Selasa biasa"),
        at: Some("10:30".into()),
        minutes: 12,
    });
    let wish = DayWish { of: EntryId::new("role", "ordinary"), slot: None, anew: false };
    assert_eq!(stage(left.clone()).keys("d").effects(), [Effect::Go(Route::Day(wish))]);
    insta::assert_snapshot!("left-day", stage(left).everywhere());
    assert_eq!(stage(sample::study()).keys("d").effects(), [Effect::Go(Route::Rehearse(3))], "else the days");
}

#[test]
fn a_lesson_that_the_gap_plan_has_brought_says_for_which_level() {
    let mut study = sample::study();
    assert!(!stage(study.clone()).picture().contains("for Level"));
    (study.aim, study.gaps) = (Some(3), [sample::topic("caching")].into());
    let shown = stage(study.clone()).picture();
    let row = shown.lines().find(|line| line.contains("Cache-aside")).unwrap_or_default();
    assert!(row.contains("for Level 3"), "{shown}");
    study.gaps = [sample::topic("http")].into();
    assert!(!stage(study).picture().contains("for Level"), "another lesson is of the roadmap");
}
