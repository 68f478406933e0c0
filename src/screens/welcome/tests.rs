//! The first run: what its keys do, and what it looks like.

use super::*;
use crate::sessions::effect::About;
use crate::sessions::sample;
use crate::sessions::study::Study;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn stage() -> Stage {
    let mut stage = Stage::with(Box::new(WelcomeScreen::new()), sample::beginner());
    assert_eq!(stage.effects(), [Effect::Ask(Request::About)]);
    stage.news(News::About(About { data_dir: "~/.local/share/jenjang".into(), ..About::default() }));
    stage
}

fn after(keys: &str) -> Vec<Effect> {
    stage().keys(keys).effects()
}

fn set(name: &'static str, value: &str) -> Vec<Effect> {
    vec![Effect::Set(name, value.to_owned())]
}

#[test]
fn one_key_leads_from_the_first_run_to_the_first_lesson() {
    let lesson = Route::Lesson(sample::topic("http"), None);
    let expected = [Effect::Set("study.minutes", "15".into()), Effect::Go(Route::Today), Effect::Go(lesson)];
    assert_eq!(after("Enter"), expected);
}

#[test]
fn whoever_is_quicker_than_the_packs_gets_what_the_plan_says() {
    let mut stage = Stage::with(Box::new(WelcomeScreen::new()), Study::default());
    assert_eq!(stage.keys("Enter").effects().last(), Some(&Effect::Go(Route::Next)));
}

#[test]
fn esc_skips_to_today_and_is_not_asked_again() {
    assert_eq!(after("Esc"), [Effect::Set("study.minutes", "15".into()), Effect::Go(Route::Today)]);
}

#[test]
fn the_language_changes_at_once() {
    assert_eq!(after("Right"), set("screen.language", "id"));
    let mut stage = stage();
    let shown = stage.speak("id").picture();
    assert!(shown.contains("Selamat datang di jenjang") && shown.contains("← Bahasa Indonesia →"), "{shown}");
    assert_eq!(stage.keys("h").effects(), set("screen.language", "en"));
}

#[test]
fn minutes_go_up_and_down_and_round() {
    assert_eq!(after("j j l"), set("study.minutes", "20"));
    assert_eq!(after("j j h"), set("study.minutes", "10"));
    assert_eq!(minutes(45, true), 5);
    assert_eq!(minutes(5, false), 45);
    assert_eq!(minutes(17, true), 20);
}

#[test]
fn n_draws_with_ascii_from_any_row_and_back() {
    assert_eq!(after("n"), set("screen.symbols", "ascii"));
    let mut stage = stage();
    stage.theme = Theme::dark().with_ascii(true);
    assert_eq!(stage.keys("j n").effects(), set("screen.symbols", "unicode"));
    assert!(stage.picture().is_ascii(), "{}", stage.picture());
}

#[test]
fn themes_go_round() {
    assert_eq!(after("j j j j Space"), set("screen.theme", "dark"));
    assert_eq!(after("j j j j Left"), set("screen.theme", "mono"));
}

#[test]
fn who_writes_content_is_led_to_today_and_told_of_the_shell() {
    let mut stage = stage();
    stage.keys("j Right");
    assert!(stage.picture().contains("jenjang pack check FOLDER"), "{}", stage.picture());
    assert_eq!(stage.keys("Enter").effects().last(), Some(&Effect::Go(Route::Today)));
}

#[test]
fn welcome_in_every_size_and_language() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for code in ["en", "id"] {
            let mut stage = stage();
            let first = stage.resize(width, height).speak(code).picture();
            let second = stage.keys("j Right j j").picture();
            insta::assert_snapshot!(format!("welcome_{width}x{height}_{code}"), format!("{first}{second}"));
        }
    }
}

#[test]
fn no_size_and_no_folder_breaks_welcome() {
    let folder = "数据库\u{301}\t\u{1b}[31m/".to_owned() + &"x".repeat(300);
    let mut stage = stage();
    stage.news(News::About(About { data_dir: folder, ..About::default() }));
    stage.at_every_size();
    stage.keys("G Right").at_every_size();
}
