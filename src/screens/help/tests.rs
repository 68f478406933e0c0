use super::*;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

const WHY: &str =
    "This item is due because you last saw it 6 days ago and the chance that you recall it has dropped to 90%.";

fn help(state: State) -> Stage {
    Stage::new(Box::new(HelpScreen::new(state, WHY.into())))
}

#[test]
fn every_action_of_every_state_is_in_its_help() {
    for code in ["en", "id"] {
        let words = Words::of(code);
        for state in State::ALL {
            let sections = sections(*state, false, "", &words);
            let listed: Vec<Action> = sections.iter().flat_map(|s| &s.rows).map(|r| r.action).collect();
            for binding in crate::sessions::action::all(*state) {
                assert!(listed.contains(&binding.action), "{state:?}: {:?} is in no column", binding.action);
            }
            assert_eq!(listed.len(), crate::sessions::action::all(*state).count(), "{state:?}: nothing stands twice");
        }
    }
}

#[test]
fn enter_runs_the_marked_key_on_the_screen_below() {
    assert_eq!(help(State::Today).keys("j Enter").effects(), [Effect::Back, Effect::Run(Action::Review)]);
}

#[test]
fn a_key_that_needs_a_digit_is_not_run_but_told() {
    let mut stage = help(State::QuestionSingle);
    let text = "Press 1-6 there".into();
    assert_eq!(stage.keys("Enter").effects(), [Effect::Toast(Toast { good: false, text })]);
}

#[test]
fn keys_of_other_screens_are_listed_and_not_run() {
    let mut stage = help(State::Today);
    stage.keys("Tab");
    assert!(stage.picture().contains("Today") && stage.picture().contains("Plan of the week"), "{}", stage.picture());
    stage.keys("/").types("pick the step up").keys("Enter Enter");
    let text = "That key works on another screen".into();
    assert_eq!(stage.effects(), [Effect::Toast(Toast { good: false, text })]);
}

#[test]
fn the_filter_keeps_what_has_every_word_and_esc_takes_it_away() {
    let mut stage = help(State::Today);
    stage.keys("/").types("minutes today");
    let shown = stage.picture();
    assert!(shown.contains("b          minutes") && !shown.contains("r          review"), "{shown}");
    stage.keys("Esc");
    assert!(stage.picture().contains("r          review"), "{}", stage.picture());
    stage.keys("/").types("zzz");
    assert!(stage.picture().contains("No key is called that."), "{}", stage.picture());
    assert_eq!(stage.keys("Enter Enter").effects(), [], "there is nothing to run");
}

#[test]
fn why_the_learner_sees_this_is_told_in_one_paragraph() {
    let shown = help(State::QuestionSingle).picture();
    assert!(shown.contains("WHAT IS HAPPENING") && shown.contains("you last saw it 6 days ago"), "{shown}");
    let shown = Stage::new(Box::new(HelpScreen::new(State::Today, String::new()))).picture();
    assert!(!shown.contains("WHAT IS HAPPENING"), "{shown}");
}

#[test]
fn the_key_tester_names_keys_and_what_they_mean() {
    let mut stage = help(State::Today);
    stage.keys("K j Ctrl-G F7");
    let shown = stage.picture();
    assert!(shown.contains("j                U+006A      Down"), "{shown}");
    assert!(shown.contains("Ctrl-G           U+0067      nothing"), "{shown}");
    assert!(shown.contains("F7"), "{shown}");
}

#[test]
fn esc_twice_in_a_row_leaves_the_key_tester_and_once_is_only_shown() {
    let mut stage = help(State::Today);
    stage.keys("K Esc j Esc");
    assert_eq!(stage.screen.state(), State::KeyTester);
    stage.keys("Esc");
    assert_eq!(stage.screen.state(), State::Help);
    stage.keys("K Ctrl-C");
    assert_eq!(stage.screen.state(), State::Help);
    assert_eq!(stage.effects(), []);
}

#[test]
fn every_key_can_be_reached_in_a_low_window() {
    let mut stage = help(State::Lesson);
    stage.resize(60, 16);
    for _ in 0..60 {
        stage.keys("j");
    }
    let shown = stage.picture();
    assert!(shown.lines().any(|l| l.starts_with(" ▌ ")), "{shown}");
    assert!(shown.contains("PgUp"), "{shown}");
}

#[test]
fn help_fits_every_window_whatever_happens() {
    let hostile = format!("{}\u{1b}[31m\t数 e\u{301}\u{301} `code", "x".repeat(300));
    for state in [State::Today, State::QuestionTyped, State::TooSmall] {
        let mut stage = Stage::new(Box::new(HelpScreen::new(state, hostile.clone())));
        stage.at_every_size();
        stage.keys("Tab G").at_every_size();
        stage.keys("/").types(&"数".repeat(60)).at_every_size();
    }
    help(State::Today).keys("K j k Ctrl-G").at_every_size();
}

#[test]
fn it_looks_as_designed() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for lang in ["en", "id"] {
            let picture = help(State::QuestionSingle).resize(width, height).speak(lang).picture();
            insta::assert_snapshot!(format!("help_{width}x{height}_{lang}"), picture);
        }
    }
    insta::assert_snapshot!("help_today", help(State::Today).keys("j").coloured());
    insta::assert_snapshot!("help_all", help(State::Today).keys("Tab").picture());
    insta::assert_snapshot!("help_key_tester", help(State::Today).keys("K j Ctrl-G Esc").picture());
    let mut plain = help(State::Lesson);
    plain.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("help_ascii", plain.picture());
}
