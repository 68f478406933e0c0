use super::*;
use crate::domain::event::{Answered, Event, EventId, NotePlace, Rating, Setting, What};
use crate::domain::grading::Outcome;
use crate::domain::ids::TopicId;
use crate::domain::question::Answer;
use crate::domain::text::Text;
use crate::sessions::effect::{LogRow, Queue, Route};
use crate::sessions::sample::{self, TODAY};
use crate::sessions::study::{DayAhead, Skill, Study};
use crate::ui::stage::{NOW, Stage};
use crate::ui::theme::Theme;

/// The weeks of the picture: a letter for each day, Monday first, oldest week first.
const WEEKS: [&str; 7] =
    [".aaLahm.aaaa", "la.aaah.aaah", "a.aa.aaaa.a.", "ala.aa.ahaa.", "aaaa.aa.aaaa", ".l.a..a.l.a.", "...l.....l.."];

fn skill(title: &str, held: u8, sure: (u32, u32), groups: &[(&str, &str, u32)], topics: (u16, u16)) -> Skill {
    let groups = groups.iter().map(|(t, title, n)| (sample::topic(t), Text::shared(*title), *n)).collect();
    Skill { title: Text::shared(title), held, sure, groups, topics }
}

fn data() -> StatsData {
    let minutes = (0..12).flat_map(|w| WEEKS.map(|d| d.as_bytes()[w])).map(|c| match c {
        b'.' => 0,
        b'l' | b'L' => 6,
        b'h' | b'm' => 40,
        _ => 15,
    });
    let ahead = [28u16, 14, 26, 12, 22, 27, 20, 11, 9, 24, 10];
    StatsData {
        remembered: (Some(88), Some(83)),
        aim: 90,
        ahead: ahead.iter().zip(0..).map(|(m, d)| DayAhead { day: TODAY.plus(d), items: 9, minutes: *m }).collect(),
        minutes: minutes.take(83).collect(),
        from: TODAY.plus(-82),
        longest_gap: 4,
        best_hour: Some(6),
        totals: (402, 910),
        forecast: vec![(10, 73), (20, 84), (30, 89)],
        skills: vec![
            skill("Language and tools", 68, (120, 4), &[("jwt", "Where the token lives", 4)], (5, 2)),
            skill("System design", 0, (0, 0), &[], (0, 3)),
            skill(
                "Databases",
                49,
                (64, 9),
                &[("indexes", "Index column order", 5), ("isolation", "Isolation levels", 4)],
                (9, 4),
            ),
            skill("Deploy and operate", 0, (0, 0), &[], (1, 7)),
        ],
        medians: Vec::new(),
    }
}

fn at(tab: u8) -> Stage {
    let mut stage = Stage::with(Box::new(StatsScreen::new(tab)), sample::study());
    stage.prefs.minutes = 20;
    stage.effects();
    stage.news(News::Stats(Box::new(data())));
    stage
}

fn answered(n: u64, rating: Rating, took_ms: u32) -> LogRow {
    let what = What::Answered(Answered {
        item: sample::topic("acid").item("q"),
        key: 0,
        rating,
        outcome: Outcome::Right,
        guess: n == 2,
        hint: false,
        took_ms,
        day: TODAY,
        aim: 90,
        shift: 0,
        setting: Setting::Review,
        answer: Answer::DontKnow,
    });
    row(n, what, "Which of these promises does isolation make?")
}

/// A row so many hours before now.
fn row(hours: u64, what: What, about: &str) -> LogRow {
    let utc = NOW - hours as i64 * 3_600_000;
    let id = EventId::from_parts(utc as u64, 0, 7);
    LogRow { event: Event { id, utc, offset_min: 420, what }, live: true, redo: false, about: about.into() }
}

fn page_of(from: u64, n: u64) -> Vec<LogRow> {
    (from..from + n).map(|i| answered(i, Rating::Good, 9000)).collect()
}

fn rows() -> Vec<LogRow> {
    let topic = sample::topic("acid");
    let note = What::Noted { place: NotePlace::Section(topic.clone(), "why".into(), 0), text: "PUT yes".into() };
    let mut rows = vec![
        answered(1, Rating::Good, 9000),
        answered(2, Rating::Forgot, 21_000),
        row(3, What::Undone { of: EventId::default() }, "ACID, locking"),
        row(4, What::Known { topic: topic.clone(), known: true }, "ACID, locking"),
        row(30, note, "ACID, locking"),
        row(31, What::Read { topic, day: TODAY, took_ms: 480_000 }, "ACID, locking"),
    ];
    rows[3].live = false;
    rows
}

fn log() -> Stage {
    let mut stage = at(2);
    stage.news(News::Log(rows()));
    stage.effects();
    stage
}

#[test]
fn stats_are_asked_for_when_the_place_is_opened_and_when_the_study_changes() {
    let mut stage = Stage::new(Box::new(StatsScreen::new(0)));
    assert_eq!(stage.effects(), [Effect::Ask(Request::Stats)]);
    stage.news(News::Study);
    assert_eq!(stage.effects(), [Effect::Ask(Request::Stats)]);
    assert_eq!(stage.keys("Tab Tab").effects(), [Effect::Ask(Request::Log { before: None })]);
}

#[test]
fn tabs_turn_round_both_ways() {
    let mut stage = at(0);
    for (keys, state) in [("Tab", State::StatsSkills), ("Tab", State::StatsLog), ("Tab", State::StatsMain)] {
        assert_eq!(stage.keys(keys).screen.state(), state);
    }
    assert_eq!(stage.keys("Shift-Tab").screen.state(), State::StatsLog);
}

#[test]
fn the_forecast_of_the_learner_s_own_minutes_is_the_sentence() {
    let mut stage = at(0);
    assert!(stage.picture().contains("In 30 days you will recall about 84% of what you learnt."));
    stage.prefs.minutes = 0;
    assert!(stage.picture().contains("about 89% of"), "until done is nearest to the most");
    stage.prefs.minutes = 12;
    assert!(stage.picture().contains("about 73% of"));
}

#[test]
fn a_recall_well_under_the_aim_advises_fewer_new_topics_and_a_applies_it() {
    let low = |this, last| StatsData { remembered: (this, last), ..data() };
    let mut stage = at(0);
    assert_eq!(stage.keys("a").effects(), [], "a little low is fine");
    assert!(!stage.picture().contains("apply"), "{}", stage.picture());
    stage.news(News::Stats(Box::new(low(Some(79), Some(83)))));
    assert!(stage.picture().contains("No new topics for now     a apply"), "{}", stage.picture());
    assert_eq!(stage.keys("a").effects(), [Effect::Set("study.new_topics", "0".into())]);
    stage.prefs.new_topics = 0;
    assert!(!stage.picture().contains("apply"), "{}", stage.picture());
    stage.news(News::Stats(Box::new(low(Some(85), Some(83)))));
    assert_eq!(stage.keys("a").effects(), [Effect::Set("study.new_topics", String::new())]);
    stage.news(News::Stats(Box::new(low(None, Some(70)))));
    stage.prefs.new_topics = 1;
    assert_eq!(
        stage.keys("a").effects(),
        [Effect::Set("study.new_topics", "0".into())],
        "last month while this is young"
    );
}

#[test]
fn eighty_percent_with_an_aim_of_ninety_is_not_under_it_by_more_than_ten() {
    let mut stage = at(0);
    stage.news(News::Stats(Box::new(StatsData { remembered: (Some(80), None), ..data() })));
    assert_eq!(stage.keys("a").effects(), []);
}

#[test]
fn before_the_first_answer_the_page_says_what_will_appear() {
    let mut stage = at(0);
    stage.news(News::Stats(Box::default()));
    let shown = stage.picture();
    assert!(shown.contains("Nothing to count yet.") && shown.contains("AFTER A WEEK"), "{shown}");
}

#[test]
fn what_is_not_known_yet_is_said_in_its_place() {
    let mut stage = at(0);
    let young = StatsData { remembered: (None, None), best_hour: None, ..data() };
    let shown = stage.news(News::Stats(Box::new(young))).picture();
    assert!(shown.contains("Shows once a question has come") && !shown.contains("best hour"), "{shown}");
}

#[test]
fn days_that_are_still_to_come_have_no_cell_in_the_weeks() {
    let shown = at(0).picture();
    let days = |name: &str| {
        let line = shown.lines().find(|l| l.trim_start().starts_with(name)).unwrap_or_default();
        line.chars().skip(9).take(36).collect::<String>().split_whitespace().count()
    };
    assert_eq!((days("Mon"), days("Sat"), days("Sun")), (12, 12, 11), "{shown}");
}

#[test]
fn x_writes_csv_and_json_of_what_is_shown() {
    let names = |effects: Vec<Effect>| -> Vec<String> {
        let name = |e| if let Effect::Export { name, .. } = e { Some(name) } else { None };
        effects.into_iter().filter_map(name).collect()
    };
    assert_eq!(names(at(0).keys("x").effects()), ["stats-2026-11-21.csv", "stats-2026-11-21.json"]);
    let effects = log().keys("x").news(News::Log(Vec::new())).effects();
    let effects: Vec<Effect> = effects.into_iter().filter(|e| matches!(e, Effect::Export { .. })).collect();
    let Some(Effect::Export { body, .. }) = effects.first() else { panic!("{effects:?}") };
    assert!(body.contains("2026-11-21T15:00:00+07:00,answer,Which of these promises"), "{body}");
    assert_eq!(names(effects), ["log-2026-11-21.csv", "log-2026-11-21.json"]);
    let mut early = Stage::new(Box::new(StatsScreen::new(0)));
    early.effects();
    assert!(matches!(early.keys("x").effects()[..], [Effect::Toast(_)]));
}

#[test]
fn the_biggest_weakness_is_drilled_in_two_keys_from_stats() {
    let drill = Queue::Ahead(Some(sample::topic("indexes")), 10);
    assert_eq!(at(0).keys("Tab Enter").effects(), [Effect::Go(Route::Review(drill))]);
}

#[test]
fn a_skill_without_errors_drills_what_is_recalled_least_and_a_new_one_opens_its_lesson() {
    let mut stage = at(1);
    let mut none = data();
    none.skills.iter_mut().for_each(|s| (s.groups, s.sure) = (Vec::new(), (0, 0)));
    stage.news(News::Stats(Box::new(none)));
    let drill = Queue::Ahead(Some(sample::topic("git-advanced")), 10);
    stage.keys("g g Enter");
    assert_eq!(stage.effects(), [Effect::Go(Route::Review(drill))]);
    stage.keys("G Enter");
    assert_eq!(stage.effects(), [Effect::Go(Route::Lesson(sample::topic("docker"), None))]);
    stage.keys("g g j Enter");
    assert!(matches!(stage.effects()[..], [Effect::Toast(_)]), "topics to come cannot be drilled");
}

#[test]
fn new_figures_leave_the_focus_where_the_learner_put_it() {
    let mut stage = at(1);
    stage.keys("j").news(News::Stats(Box::new(data())));
    assert!(stage.picture().contains("DEPLOY AND OPERATE"), "{}", stage.picture());
}

#[test]
fn older_pages_of_the_log_come_as_one_scrolls_and_the_last_one_ends_it() {
    let mut stage = at(2);
    stage.news(News::Log(page_of(1, 100)));
    stage.keys("PgDn");
    assert_eq!(stage.effects(), [], "the end is far away");
    stage.keys("G");
    let oldest = page_of(100, 1)[0].event.id;
    assert_eq!(stage.effects(), [Effect::Ask(Request::Log { before: Some(oldest) })]);
    stage.keys("j");
    assert_eq!(stage.effects(), [], "one page at a time");
    stage.news(News::Log(page_of(101, 5))).keys("G");
    let oldest = page_of(105, 1)[0].event.id;
    assert!(stage.effects().contains(&Effect::Ask(Request::Log { before: Some(oldest) })));
    stage.news(News::Log(Vec::new())).keys("G");
    assert_eq!(stage.effects(), [], "there is nothing older");
}

#[test]
fn a_filter_keeps_matching_rows_and_looks_for_older_ones() {
    let mut stage = at(2);
    stage.news(News::Log(page_of(3, 100)));
    stage.effects();
    stage.keys("/").types("forgot");
    assert!(stage.effects().iter().any(|e| matches!(e, Effect::Ask(Request::Log { before: Some(_) }))));
    stage.news(News::Log(vec![answered(103, Rating::Forgot, 1000)])).keys("Enter");
    assert!(stage.picture().contains("answer: forgot") && stage.picture().contains("1 row"), "{}", stage.picture());
    assert!(!stage.picture().contains("answer: good"), "{}", stage.picture());
    stage.keys("/ Esc");
    assert!(stage.picture().contains("answer: good"), "{}", stage.picture());
}

#[test]
fn a_filter_that_matches_nothing_stops_looking_after_a_while() {
    let mut stage = at(2);
    stage.news(News::Log(page_of(1, 2)));
    stage.keys("/").types("zz");
    let mut asked = 0;
    let mut at = 3;
    while stage.effects().iter().any(|e| matches!(e, Effect::Ask(Request::Log { .. }))) {
        asked += 1;
        stage.news(News::Log(page_of(at, 2)));
        at += 2;
    }
    assert!((20..=22).contains(&asked), "{asked}");
}

#[test]
fn what_was_taken_back_says_so_in_words() {
    let shown = log().picture();
    let line = shown.lines().find(|l| l.contains("marked as known")).unwrap_or_default();
    assert!(line.ends_with("undone"), "{shown}");
}

#[test]
fn bringing_back_is_called_a_redo_in_both_languages_and_in_the_export() {
    let mut stage = at(2);
    let mut rows = rows();
    rows[2].redo = true;
    stage.news(News::Log(rows));
    assert!(stage.picture().contains("redo") && !stage.picture().contains("undo "), "{}", stage.picture());
    stage.effects();
    stage.keys("x");
    stage.news(News::Log(Vec::new()));
    let exported = stage.effects();
    let csv = exported.iter().find_map(|e| match e {
        Effect::Export { name, body } if name.ends_with("csv") => Some(body),
        _ => None,
    });
    assert!(csv.is_some_and(|c| c.contains(",redo,\"ACID, locking\"")), "{csv:?}");
    assert!(stage.speak("id").picture().contains("pengembalian"));
}

#[test]
fn the_whole_log_is_exported_although_only_its_newest_page_was_seen() {
    let mut stage = at(2);
    stage.news(News::Log(page_of(1, 2)));
    stage.effects();
    let mut got = stage.keys("x").effects();
    let mut at = 3;
    // Two more pages, then an empty one: that was the oldest row.
    for n in [2, 2, 0] {
        assert!(got.iter().any(|e| matches!(e, Effect::Ask(Request::Log { before: Some(_) }))), "{got:?}");
        assert!(!got.iter().any(|e| matches!(e, Effect::Export { .. })), "not before all of it is here");
        got = stage.news(News::Log(page_of(at, n))).effects();
        at += n;
    }
    let bodies: Vec<&String> = got
        .iter()
        .filter_map(|e| match e {
            Effect::Export { name, body } if name.starts_with("log-") && name.ends_with("csv") => Some(body),
            _ => None,
        })
        .collect();
    assert_eq!(bodies.len(), 1, "{got:?}");
    assert_eq!(bodies[0].lines().count(), 1 + 6, "{}", bodies[0]);
    let again = stage.keys("x").effects();
    assert!(matches!(again[0], Effect::Export { .. }), "all of it is here: {again:?}");
}

#[test]
fn times_are_those_of_the_clock_where_the_learner_was() {
    let shown = log().picture();
    assert!(shown.contains("Sat 21 Nov 15:00 answer: good"), "{shown}");
}

#[test]
fn after_an_undo_the_log_is_asked_for_anew_and_the_focus_stays_on_its_row() {
    let mut stage = log();
    stage.keys("j j j");
    stage.effects();
    stage.news(News::Undone { event: None, about: Text::default(), redo: false });
    assert_eq!(stage.effects(), [Effect::Ask(Request::Log { before: None })]);
    let mut newer = rows();
    newer.insert(0, row(0, What::Undone { of: EventId::default() }, "ACID, locking"));
    stage.news(News::Log(newer));
    let shown = stage.picture();
    let line = shown.lines().find(|l| l.starts_with(" ▌")).unwrap_or_default();
    assert!(line.contains("marked as known"), "{shown}");
}

#[test]
fn what_is_still_to_come_leaves_the_rule_and_the_footer_alone() {
    for (width, height) in [(44, 12), (40, 10), (60, 16), (80, 24)] {
        let mut stage = at(0);
        stage.speak("id").resize(width, height).news(News::Stats(Box::default()));
        let shown = stage.picture();
        let rule = shown.lines().nth(usize::from(height) - 2).unwrap_or_default();
        assert!(rule.chars().all(|c| c == '─'), "{width}x{height}:\n{shown}");
        assert!(shown.contains("menjawab."), "the sentence is whole at {width}x{height}:\n{shown}");
    }
}

#[test]
fn an_empty_log_says_so() {
    let mut stage = at(2);
    stage.news(News::Log(Vec::new()));
    assert!(stage.picture().contains("Nothing was done yet."), "{}", stage.picture());
}

#[test]
fn stats_fit_every_window_whatever_they_hold() {
    let hostile = format!("{}\u{1b}[31m\te\u{301}\u{301} 数据库 `", "x".repeat(300));
    let mut data = data();
    for skill in &mut data.skills {
        skill.title = Text::shared(hostile.clone());
        skill.groups = vec![(TopicId::new("a", "b"), Text::shared(hostile.clone()), u32::MAX / 4); 9];
    }
    data.totals = (u32::MAX, u32::MAX);
    data.minutes = vec![u16::MAX; 200];
    data.ahead.iter_mut().for_each(|d| d.minutes = u16::MAX);
    let mut about = rows();
    about.iter_mut().for_each(|r| r.about = hostile.clone());
    for tab in 0..3 {
        let mut stage = at(tab);
        stage.news(News::Stats(Box::new(data.clone()))).news(News::Log(about.clone()));
        stage.at_every_size();
    }
    let mut stage = log();
    stage.keys("/").types(&"数".repeat(40)).at_every_size();
    Stage::with(Box::new(StatsScreen::new(0)), Study::default()).at_every_size();
}

fn snapshots(name: &str, stage: impl Fn() -> Stage) {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for lang in ["en", "id"] {
            let picture = stage().resize(width, height).speak(lang).picture();
            insta::assert_snapshot!(format!("{name}_{width}x{height}_{lang}"), picture);
        }
    }
}

#[test]
fn the_tabs_look_as_designed() {
    snapshots("main", || at(0));
    snapshots("skills", || at(1));
    snapshots("log", log);
}

#[test]
fn other_themes_and_states_look_as_designed() {
    insta::assert_snapshot!("main_colours", at(0).coloured());
    insta::assert_snapshot!("skills_colours", at(1).coloured());
    let mut low = at(0);
    low.news(News::Stats(Box::new(StatsData { remembered: (Some(71), Some(83)), ..data() })));
    insta::assert_snapshot!("main_low", low.picture());
    insta::assert_snapshot!("main_empty", at(0).news(News::Stats(Box::default())).picture());
    let mut plain = at(0);
    plain.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("main_ascii", plain.picture());
    insta::assert_snapshot!("log_filter", log().keys("/").types("note").picture());
}
