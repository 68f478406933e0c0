//! Tracks and ladder: what their keys do, and what they look like.

use super::*;
use crate::domain::catalog::{PathHead, PathKind};
use crate::domain::event::EventId;
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Aimed, Dimension, Followed, Rated, Standing, sample};
use crate::sessions::action::State;
use crate::sessions::interview::Wish;
use crate::sessions::ladder::LadderData;
use crate::sessions::ladder::sample::{path, prompt, somebody};
use crate::sessions::sample::{self as studies, topic};
use crate::sessions::study::Study;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;
use std::sync::Arc;

pub(super) fn data() -> LadderData {
    LadderData { prompts: vec![prompt("replication")], ..somebody() }
}

/// A study with two tracks beside the roadmap.
pub(super) fn study() -> Study {
    let mut study = studies::study();
    let second = crate::domain::catalog::PathHead { id: "api".into(), title: Text::shared("API Specialist"), ..path() };
    Arc::make_mut(&mut study.catalog).paths.extend([path(), second]);
    study
}

use crate::domain::text::Text;

pub(super) fn at(tab: u8, study: Study) -> Stage {
    let mut stage = Stage::with(Box::new(PathScreen::at(tab)), study);
    stage.news(News::Ladder(Box::new(data())));
    stage.effects();
    stage
}

pub(super) fn recorded(effects: &[Effect]) -> What {
    match effects {
        [Effect::Record(events), ..] => events[0].what.clone(),
        other => panic!("{other:?}"),
    }
}

fn dbre() -> EntryId {
    EntryId::new("roles", "dbre")
}

#[test]
fn tab_walks_through_the_three_tabs_and_each_asks_for_what_it_shows() {
    let mut stage = Stage::with(Box::new(PathScreen::new(None)), study());
    assert!(stage.effects().contains(&Effect::Ask(Request::Ladder)), "the map tells of the ladder too");
    assert_eq!(stage.keys("Tab").effects(), [Effect::Ask(Request::Ladder)]);
    assert_eq!(stage.screen.state(), State::Tracks);
    assert_eq!(stage.keys("Tab").screen.state(), State::Ladder);
    assert_eq!(stage.keys("Tab").screen.state(), State::Map);
    assert_eq!(stage.keys("Shift-Tab").screen.state(), State::Ladder);
}

#[test]
fn space_follows_a_track_and_puts_it_away() {
    let on = recorded(&at(1, study()).keys("Space").effects());
    assert_eq!(on, What::Followed(Followed { track: dbre(), on: true }));
    let followed = Study { tracks: vec![dbre()], ..study() };
    let off = recorded(&at(1, followed).keys("Space").effects());
    assert_eq!(off, What::Followed(Followed { track: dbre(), on: false }));
}

#[test]
fn a_third_track_and_the_roadmap_are_answered_in_words() {
    let full = Study { tracks: vec![EntryId::new("a", "b"), EntryId::new("a", "c")], ..study() };
    let said = |effects: Vec<Effect>| matches!(effects.as_slice(), [Effect::Toast(toast)] if !toast.good);
    assert!(said(at(1, full).keys("Space").effects()));
    assert!(said(at(1, study()).keys("k Space").effects()), "the roadmap is always on");
}

#[test]
fn a_track_leads_to_its_first_lesson_a_sample_question_and_its_details() {
    assert_eq!(at(1, study()).keys("c").effects(), [Effect::Go(Route::Lesson(topic("replication"), None))]);
    let wish = Wish { prompt: Some(topic("replication").item("ask")), ..Wish::default() };
    assert_eq!(at(1, study()).keys("s").effects(), [Effect::Go(Route::Interview(wish))]);
    match at(1, study()).keys("Enter").effects().as_slice() {
        [Effect::Go(Route::Text { title, body })] => {
            assert!(title == "DBRE" && body.contains("Backups, to come"), "{body}");
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_followed_track_stands_first_on_the_map_and_its_topics_stand_once() {
    let followed = Study { tracks: vec![dbre()], ..study() };
    let mut stage = Stage::with(Box::new(PathScreen::new(None)), followed);
    let shown = stage.resize(80, 60).keys("g g").picture();
    let track = shown.find("Track: DBRE").unwrap_or_else(|| panic!("{shown}"));
    assert!(track < shown.find(" 1  ").unwrap_or(usize::MAX), "{shown}");
    assert_eq!(shown.matches("Replication").count(), 1, "{shown}");
    assert!(shown.contains("Backups"), "{shown}");
}

/// The same with a level of the ladder and a plan.
fn with_side_paths() -> Study {
    let mut study = study();
    let other = |id: &str, kind, title: &str| PathHead { id: id.into(), kind, title: Text::shared(title), ..path() };
    let more = [other("week", PathKind::Plan, "Interview week"), other("level-2", PathKind::Level, "Level 2: a task")];
    Arc::make_mut(&mut study.catalog).paths.extend(more);
    study
}

#[test]
fn levels_and_plans_stand_under_their_names_and_are_followed_like_tracks() {
    let mut stage = at(1, with_side_paths());
    let shown = stage.picture();
    let place = |text: &str| shown.find(text).unwrap_or_else(|| panic!("{text}: {shown}"));
    let order = ["API Specialist", "LEVELS OF THE LADDER", "Level 2: a task", "PLANS AND MORE", "Interview week"];
    assert!(order.map(place).is_sorted(), "{shown}");
    let on = |name: &str| What::Followed(Followed { track: EntryId::new("roles", name), on: true });
    assert_eq!(
        recorded(&stage.keys("j j Space").effects()),
        on("level-2"),
        "the cursor passes over the name of a group"
    );
    assert_eq!(recorded(&stage.keys("j Space").effects()), on("week"));
    assert_eq!(recorded(&stage.keys("k k Space").effects()), on("api"));
    let followed = Study { tracks: vec![EntryId::new("roles", "level-2")], ..with_side_paths() };
    let mut stage = Stage::with(Box::new(PathScreen::new(None)), followed);
    let shown = stage.resize(80, 60).keys("g g").picture();
    let (level, first) = (shown.find("Level 2: a task"), shown.find(" 1  "));
    assert!(level.is_some_and(|level| first.is_some_and(|first| level < first)), "it leads the map:\n{shown}");
}

#[test]
fn a_track_is_found_by_its_name_and_esc_goes_back() {
    let mut stage = at(1, with_side_paths());
    stage.keys("/");
    assert_eq!(stage.screen.state(), State::FindField);
    stage.types("special").keys("Enter");
    let followed = recorded(&stage.keys("Space").effects());
    assert_eq!(followed, What::Followed(Followed { track: EntryId::new("roles", "api"), on: true }));
    stage.keys("/").types("week").keys("Esc");
    assert_eq!(stage.screen.state(), State::Tracks);
    assert_eq!(recorded(&stage.keys("Space").effects()), followed, "the cursor is where it was");
    let said = stage.keys("/").types("astronaut").keys("Enter").effects();
    assert!(matches!(said.as_slice(), [Effect::Toast(toast)] if toast.text.contains("astronaut")), "{said:?}");
}

#[test]
fn a_statement_of_the_ladder_is_found_by_its_words_and_opens() {
    let mut stage = at(2, study());
    stage.keys("/").types("impact 1 of level 4");
    assert!(stage.picture().contains("▌──── 0/1"), "{}", stage.picture());
    let shown = stage.keys("Enter").picture();
    assert!(shown.contains("Level 4, Impact"), "{shown}");
    let shown = stage.keys("Esc /").types("mastery 2").keys("Enter").picture();
    assert!(shown.contains("Level 5, Mastery"), "from where the cursor is: {shown}");
    stage.keys("Esc h /").types("mastery 2").keys("Enter");
    let shown = stage.keys("Esc n").picture();
    assert!(shown.contains("Level 5, Mastery") && shown.contains("▌ ○  Does mastery 2"), "the next one: {shown}");
    let shown = stage.keys("Esc N").picture();
    assert!(shown.contains("Level 4, Mastery"), "and back: {shown}");
}

#[test]
fn the_map_is_ordered_by_what_the_next_rung_asks_for() {
    let mut mine = data();
    let statement = &mut Arc::make_mut(&mut mine.ladder).statements;
    for one in statement.iter_mut().filter(|one| one.level == 2) {
        one.topics = vec![crate::domain::catalog::Stop::Here(topic("replication"))];
    }
    let mut stage = Stage::with(Box::new(PathScreen::new(None)), study());
    stage.keys("o o o");
    assert!(!stage.picture().contains("for Level"), "without a ladder there is no such order");
    stage.news(News::Ladder(Box::new(mine)));
    let shown = stage.keys("o o o").picture();
    assert!(shown.contains("for Level 2 first"), "{shown}");
    let first = shown.lines().nth(5).unwrap_or_default();
    assert!(first.contains("▌") && first.contains("Replication"), "{shown}");
}

#[test]
fn the_map_shows_the_topics_of_one_track_alone() {
    let mut stage = Stage::with(Box::new(PathScreen::new(None)), study());
    let sheet = stage.resize(80, 40).keys("f j j j j j j j j Space").picture();
    assert!(sheet.contains("(*) ") && sheet.contains("Only DBRE"), "{sheet}");
    let shown = stage.keys("Enter").picture();
    assert!(shown.contains("some are hidden") && shown.contains("Replication"), "{shown}");
    assert!(!shown.contains("Git every day"), "{shown}");
    assert!(stage.keys("f j j j j j j j j Space Enter").picture().contains("Git every day"), "and all again");
}

/// The map at a topic that three levels of the ladder ask for, and that was asked about.
fn at_a_topic_of_the_ladder() -> Stage {
    let mut mine = data();
    for one in Arc::make_mut(&mut mine.ladder).statements.iter_mut().filter(|one| one.level % 2 == 0) {
        one.topics = vec![crate::domain::catalog::Stop::Here(topic("replication"))];
    }
    mine.best = [(prompt("replication").id, (3, 5))].into();
    let mut stage = Stage::with(Box::new(PathScreen::new(Some(topic("replication")))), study());
    stage.news(News::Ladder(Box::new(mine)));
    stage
}

#[test]
fn a_topic_tells_which_rungs_and_tracks_it_builds_and_who_asks_about_it() {
    let mut stage = at_a_topic_of_the_ladder();
    let shown = stage.picture();
    assert!(shown.contains("Ladder  L2 Mastery, L2 Impact, ") && shown.contains("Tracks   DBRE"), "{shown}");
    assert!(shown.contains("1 prompt"), "{shown}");
    let shown = stage.resize(120, 40).picture();
    let prompts = shown.split("INTERVIEW PROMPTS").nth(1).unwrap_or_else(|| panic!("{shown}"));
    assert!(prompts.contains("How would you look for it?") && prompts.contains("3 of 5"), "{shown}");
}

#[test]
fn the_cursor_begins_at_the_first_open_cell_of_the_target_and_enter_rates_it() {
    let mut stage = at(2, study());
    assert_eq!(stage.keys("Enter").screen.state(), State::LadderCell);
    let rated = recorded(&stage.keys("j 3").effects());
    let statement = sample::name(2, Dimension::Mastery, 2);
    assert_eq!(rated, What::Rated(Rated { statement, standing: Standing::Consistently, day: crate::ui::stage::TODAY }));
    assert_eq!(stage.keys("Esc").screen.state(), State::Ladder);
}

#[test]
fn tab_in_a_cell_passes_over_dimensions_without_statements() {
    let mut stage = at(2, study());
    let shown = stage.keys("Enter Tab").picture();
    assert!(shown.contains("Level 2, Impact"), "{shown}");
    let shown = stage.keys("Tab").picture();
    assert!(shown.contains("Level 2, Mastery"), "{shown}");
}

#[test]
fn an_empty_cell_reads_none_and_does_not_open() {
    let mut stage = at(2, study());
    stage.keys("G h h h h");
    assert!(stage.picture().contains("none"), "{}", stage.picture());
    assert_eq!(stage.keys("Enter").screen.state(), State::Ladder);
}

#[test]
fn a_proof_is_written_part_by_part_with_its_day() {
    let mut stage = at(2, study());
    stage.keys("Enter Enter");
    assert_eq!(stage.screen.state(), State::ProofField);
    stage.effects();
    stage.types("Pages were slow").keys("Tab").types("Read the plan").keys("Tab").types("940 to 130 ms");
    stage.keys("Tab").types("MR !214").keys("Tab").keys("Ctrl-U").types("2026-11-02");
    let effects = stage.keys("Ctrl-S").effects();
    let What::Proved(proof) = recorded(&effects) else { panic!("{effects:?}") };
    assert_eq!(
        (&*proof.situation, &*proof.action, &*proof.result, &*proof.link),
        ("Pages were slow", "Read the plan", "940 to 130 ms", "MR !214")
    );
    assert_eq!(Some(proof.day), crate::domain::time::StudyDay::from_iso("2026-11-02"));
    assert_eq!(proof.statement, sample::name(2, Dimension::Mastery, 1));
    assert_eq!(stage.screen.state(), State::LadderCell);
}

#[test]
fn a_date_that_is_none_keeps_the_form_open() {
    let mut stage = at(2, study());
    stage.keys("Enter Enter").types("x").keys("Shift-Tab Ctrl-U").types("soon");
    let effects = stage.keys("Ctrl-S").effects();
    assert!(matches!(effects.last(), Some(Effect::Toast(toast)) if !toast.good), "{effects:?}");
    assert_eq!(stage.screen.state(), State::ProofField);
}

#[test]
fn a_day_that_is_still_to_come_proves_nothing_but_the_calendars_day_before_the_study_day_turns_does() {
    let today = study().day;
    for (ahead, saved) in [(0, true), (1, true), (2, false), (400, false)] {
        let mut stage = at(2, study());
        let day = crate::words::iso_date(today.plus(ahead).0);
        stage.keys("Enter Enter").types("x").keys("Shift-Tab Ctrl-U").types(&day);
        let effects = stage.keys("Ctrl-S").effects();
        assert_eq!(effects.iter().any(|effect| matches!(effect, Effect::Record(_))), saved, "{day}: {effects:?}");
        assert_eq!(stage.screen.state() == State::LadderCell, saved, "{day}");
    }
}

#[test]
fn the_same_rating_again_is_not_written_down() {
    let mut stage = at(2, study());
    stage.keys("Enter").effects();
    assert!(stage.keys("2").effects().is_empty(), "it stands at sometimes");
    assert!(
        matches!(recorded(&stage.keys("3").effects()), What::Rated(rated) if rated.standing == Standing::Consistently)
    );
}

#[test]
fn in_a_low_window_the_field_that_is_written_in_is_in_sight_and_the_footer_whole() {
    let mut stage = at(2, study());
    stage.resize(44, 12).keys("Enter Enter");
    for name in ["Situation", "What I did", "Result", "Link", "DAY"] {
        let shown = stage.picture();
        assert!(shown.contains(name), "{name}\n{shown}");
        assert!(shown.lines().last().is_some_and(|row| row.starts_with("   Ctrl-S  save")), "{shown}");
        stage.keys("Tab");
    }
}

#[test]
fn evidence_is_read_whole_beside_its_statement_in_a_large_window() {
    let mut stage = at(2, study());
    let shown = stage.resize(120, 40).keys("h Enter").picture();
    for part in ["│  EVIDENCE", "│  2026-10-22", "│  Result", "│    Cut the page from 940", "│    to 130 ms"]
    {
        assert!(shown.contains(part), "{part}\n{shown}");
    }
    let shown = stage.keys("j").picture();
    assert!(shown.contains("│    Long ago") && shown.contains("over a year old"), "{shown}");
    assert!(stage.keys("j").picture().contains("│  None yet."), "{}", stage.picture());
}

#[test]
fn what_a_statement_wants_and_its_evidence_are_paged_to_in_a_low_window() {
    let mut stage = at(2, study());
    let mut data = data();
    let long = "Takes one simple failing call apart, from what was sent to the line that answered";
    Arc::make_mut(&mut data.ladder).statements[0].evidence = Text::shared([long; 2].join(", and "));
    stage.news(News::Ladder(Box::new(data)));
    stage.resize(44, 12).keys("k Enter");
    let shown = stage.picture();
    assert!(shown.contains("proven, 1 proof") && shown.contains("PgDn more"), "{shown}");
    assert!(!shown.contains("Cut the page"), "{shown}");
    for _ in 0..6 {
        if stage.picture().contains("Cut the page") {
            break;
        }
        stage.keys("PgDn");
    }
    let shown = stage.picture();
    assert!(shown.contains("Cut the page") && !shown.contains("PgDn more"), "{shown}");
    assert!(stage.keys("j").picture().contains("( )"), "the next statement opens at its beginning");
}

#[test]
fn what_was_typed_and_left_is_a_draft_that_comes_back() {
    let mut stage = at(2, study());
    stage.keys("Enter Enter").types("Half a sentence");
    stage.effects();
    let effects = stage.keys("Esc").effects();
    let [Effect::Draft { name, body: Some(body) }] = effects.as_slice() else { panic!("{effects:?}") };
    stage.keys("Enter");
    stage.news(News::Draft(name.clone(), Some(body.clone())));
    assert!(stage.picture().contains("Half a sentence"), "{}", stage.picture());
    let dropped = stage.keys("Ctrl-X").effects();
    assert!(matches!(dropped.last(), Some(Effect::Draft { body: None, .. })), "{dropped:?}");
}

#[test]
fn evidence_is_kept_two_seconds_after_the_first_key_and_nothing_is_written_while_nobody_types() {
    let mut stage = at(2, study());
    stage.keys("Enter Enter").effects();
    assert_eq!(stage.screen.wake_at(), None, "nothing was typed");
    stage.types("Half").wait(1500).types(" a sentence").wait(499);
    assert_eq!(stage.effects(), []);
    let effects = stage.wait(1).effects();
    let [Effect::Draft { body: Some(body), .. }] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(body.contains("Half a sentence"), "{body}");
    assert_eq!(stage.screen.wake_at(), None, "nobody is woken for what is kept");
    assert_eq!(stage.keys("Left Tab Shift-Tab").wait(60_000).effects(), [], "moving about changes nothing");
    stage.keys("Ctrl-a Ctrl-k").wait(2000);
    assert!(
        matches!(stage.effects().as_slice(), [Effect::Draft { body: None, .. }]),
        "what was erased is kept no longer"
    );
}

#[test]
fn the_newest_proof_is_edited_under_its_name_and_removed_by_emptying_it() {
    let mut stage = at(2, study());
    stage.keys("h Enter e");
    stage.effects();
    let What::Proved(proof) = recorded(&stage.types("!").keys("Ctrl-S").effects()) else { panic!() };
    assert_eq!(proof.proof, EventId(7));
    let What::Proved(gone) = recorded(&stage.keys("x").effects()) else { panic!() };
    assert!(gone.is_empty() && gone.proof == EventId(7));
}

#[test]
fn the_gap_plan_opens_lessons_and_ratings_and_goes_into_today() {
    let mut stage = at(2, study());
    assert_eq!(stage.keys("p").screen.state(), State::GapPlan);
    let effects = stage.keys("t").effects();
    assert_eq!(recorded(&effects), What::Aimed(Aimed { ladder: "p".into(), level: Some(2) }));
    assert_eq!(effects.last(), Some(&Effect::Refresh));
    let effects = stage.keys("j Enter").effects();
    assert!(matches!(effects.as_slice(), [Effect::Go(Route::Lesson(..))]), "{effects:?}");
    assert_eq!(stage.keys("g g Enter").screen.state(), State::LadderCell);
}

#[test]
fn no_word_of_a_long_statement_is_lost_and_a_cell_shows_its_beginning() {
    let long = "Asks how to find it out rather than what the answer is, and writes down what was tried before anybody else spends an hour";
    let mut mine = data();
    for one in Arc::make_mut(&mut mine.ladder).statements.iter_mut().filter(|one| one.level == 2) {
        one.text = Text::shared(long);
    }
    for (width, height) in [(44, 12), (60, 20), (80, 24), (120, 40)] {
        let mut stage = Stage::with(Box::new(PathScreen::at(2)), study());
        stage.resize(width, height);
        stage.news(News::Ladder(Box::new(mine.clone())));
        let plan = stage.keys("p").picture();
        let seen = |picture: &str| long.split_whitespace().all(|word| picture.contains(word));
        assert!(seen(&plan) && plan.contains("Gap plan for Level 2"), "{plan}");
        let cell = stage.keys("Esc Enter").picture();
        assert!(seen(&cell), "{cell}");
    }
}

#[test]
fn left_and_right_turn_the_plan_through_the_levels() {
    let mut stage = at(2, study());
    let shown = stage.keys("p l").picture();
    assert!(shown.contains("Level 3"), "{shown}");
    let shown = stage.keys("h h h").picture();
    assert!(shown.contains("Level 6"), "{shown}");
}

#[test]
fn the_packet_is_exported_without_what_was_left_out() {
    let mut stage = at(2, study());
    assert_eq!(stage.keys("x").screen.state(), State::PacketSheet);
    match stage.keys("Space Enter").effects().as_slice() {
        [Effect::Export { name, body }] => {
            assert_eq!(name, "ladder-2026-11-21.md");
            assert!(body.starts_with("# Career ladder") && !body.contains('|'), "{body}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(stage.screen.state(), State::Ladder);
}

#[test]
fn the_history_opens_and_closes() {
    let mut stage = at(2, study());
    let shown = stage.keys("H").picture();
    assert!(shown.contains("not rated to consistently"), "{shown}");
    assert_eq!(stage.keys("H").screen.state(), State::Ladder);
}

fn gallery(mut shoot: impl FnMut(&mut Stage) -> String) -> String {
    let followed = || Study { tracks: vec![dbre()], ..study() };
    let mut blank = Stage::with(Box::new(PathScreen::at(2)), study());
    blank.news(News::Ladder(Box::new(LadderData { ladder: data().ladder, ..LadderData::default() })));
    let mut none = Stage::with(Box::new(PathScreen::at(2)), study());
    none.news(News::Ladder(Box::default()));
    let mut no_tracks = Stage::with(Box::new(PathScreen::at(1)), studies::study());
    no_tracks.news(News::Ladder(Box::default()));
    let shots = [
        ("map with ladder and tracks", shoot(&mut at_a_topic_of_the_ladder())),
        ("map, for the next rung first", shoot(at_a_topic_of_the_ladder().keys("o o o"))),
        ("map, what is shown", shoot(at_a_topic_of_the_ladder().keys("f j j j j j j j j Space"))),
        ("tracks", shoot(&mut at(1, followed()))),
        ("levels and plans", shoot(at(1, with_side_paths()).keys("j j"))),
        ("finding a track", shoot(at(1, with_side_paths()).keys("/").types("lev"))),
        ("no tracks", shoot(&mut no_tracks)),
        ("ladder", shoot(&mut at(2, study()))),
        ("finding a statement", shoot(at(2, study()).keys("/").types("level 4"))),
        ("ladder, level 6", shoot(at(2, study()).keys("G k"))),
        ("ladder, nothing rated", shoot(&mut blank)),
        ("no ladder", shoot(&mut none)),
        ("rating", shoot(at(2, study()).keys("h Enter"))),
        ("evidence", shoot(at(2, study()).keys("Enter Enter").types("Pages were slow").keys("Tab"))),
        ("gap plan", shoot(at(2, study()).keys("p j"))),
        ("history", shoot(at(2, study()).keys("H"))),
        ("packet", shoot(at(2, study()).keys("x j Space"))),
    ];
    shots.into_iter().map(|(name, shot)| format!("== {name}\n{shot}")).collect()
}

#[test]
fn tracks_and_ladder_in_every_situation_size_and_language() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for code in ["en", "id"] {
            let shots = gallery(|s| s.resize(width, height).speak(code).picture());
            insta::assert_snapshot!(format!("job_{width}x{height}_{code}"), shots);
        }
    }
}

#[test]
fn the_ladder_in_ascii_and_without_colour() {
    let mut ascii = at(2, study());
    ascii.theme = Theme::dark().with_ascii(true);
    insta::assert_snapshot!("ladder_ascii", ascii.picture());
    assert!(ascii.picture().is_ascii());
    let mut mono = at(2, study());
    mono.theme = Theme::mono();
    insta::assert_snapshot!("ladder_mono", mono.coloured());
}

#[test]
fn no_size_breaks_tracks_and_ladder() {
    for (tab, keys) in [(1, ""), (2, ""), (2, "Enter"), (2, "Enter Enter"), (2, "p"), (2, "H"), (2, "x")] {
        at(tab, study()).keys(keys).at_every_size();
    }
}

#[test]
fn all_levels_stand_beside_the_pane_and_a_low_window_shows_those_around_the_cursor() {
    let mut stage = at(2, study());
    stage.resize(120, 40);
    let head = stage.picture().lines().find(|line| line.contains("Level 1   Level 2")).unwrap_or_default().to_owned();
    assert!(head.contains("Level 6"), "{head}");
    for keys in ["", "j j j j j"] {
        stage.resize(44, 12).keys(keys);
        let picture = stage.picture();
        let rule = picture.lines().nth(10).unwrap_or_default();
        assert!(!rule.is_empty() && rule.chars().all(|c| c == '─'), "the rule above the footer is whole:\n{picture}");
    }
    assert!(stage.picture().contains("Level 6"), "the level under the cursor is seen:\n{}", stage.picture());
}
