use super::*;
use crate::sessions::prefs::ThemeChoice;
use crate::ui::stage::{NOW, Stage};
use crate::ui::theme::Theme;
use crate::words::Words;

fn about() -> About {
    About {
        data_dir: "/home/ayu/.local/share/jenjang".into(),
        config_file: "/home/ayu/.config/jenjang/config.toml".into(),
        last_backup: Some(NOW - 3 * 3_600_000),
        backups: 10,
    }
}

fn stage() -> Stage {
    let mut stage = Stage::new(Box::new(SettingsScreen::new()));
    assert_eq!(stage.effects(), [Effect::Ask(Request::About)]);
    stage.news(News::About(about()));
    stage
}

fn set(name: &'static str, value: &str) -> Vec<Effect> {
    vec![Effect::Set(name, value.into())]
}

#[test]
fn arrows_and_letters_change_the_value_at_once() {
    assert_eq!(stage().keys("Right").effects(), set("study.minutes", "20"));
    assert_eq!(stage().keys("h").effects(), set("study.minutes", "10"));
    assert_eq!(stage().keys("j j j l").effects(), set("study.recall_aim", "91"));
}

#[test]
fn numbers_stop_at_their_ends_and_words_go_round() {
    let mut stage = stage();
    stage.prefs.days_per_week = 7;
    assert_eq!(stage.keys("j Right").effects(), []);
    stage.prefs.theme = ThemeChoice::Mono;
    stage.keys("/").types("theme").keys("Enter");
    assert_eq!(stage.keys("Right").effects(), set("screen.theme", "auto"));
    stage.prefs.theme = ThemeChoice::Custom("my-own".into());
    assert_eq!(stage.keys("Left").effects(), set("screen.theme", "auto"));
}

#[test]
fn minutes_that_are_not_offered_step_to_the_next_ones_and_the_last_is_until_done() {
    let mut stage = stage();
    stage.prefs.minutes = 17;
    assert_eq!(stage.keys("Right").effects(), set("study.minutes", "20"));
    assert_eq!(stage.keys("Left").effects(), set("study.minutes", "15"));
    stage.prefs.minutes = 240;
    assert_eq!(stage.keys("Right").effects(), set("study.minutes", "0"));
    stage.prefs.minutes = 0;
    assert!(stage.picture().contains("until done"));
    assert_eq!(stage.keys("Right").effects(), []);
    assert_eq!(stage.keys("Left").effects(), set("study.minutes", "240"));
}

#[test]
fn r_sets_the_default_and_e_opens_the_file() {
    assert_eq!(stage().keys("j r").effects(), set("study.days_per_week", ""));
    assert_eq!(stage().keys("e").effects(), [Effect::EditSettings]);
    assert_eq!(stage().keys("G Enter").effects(), [Effect::EditSettings]);
    assert_eq!(stage().keys("G r").effects(), [], "the file itself has no default");
}

#[test]
fn enter_on_the_folder_copies_its_path() {
    let path = about().data_dir;
    assert_eq!(stage().keys("G k k Enter").effects(), [Effect::Copy(path)]);
}

#[test]
fn find_moves_to_the_setting_and_esc_goes_back_to_where_one_was() {
    let mut stage = stage();
    stage.keys("/").types("symb").keys("Enter Right");
    assert_eq!(stage.effects(), set("screen.symbols", "unicode"));
    stage.keys("/").types("minut").keys("Esc Right");
    assert_eq!(stage.effects(), set("screen.symbols", "unicode"));
    assert_eq!(stage.keys("Esc").effects(), [Effect::Back]);
}

#[test]
fn what_is_shown_follows_the_settings_that_are_in_force() {
    let mut stage = stage();
    assert!(stage.picture().contains("15 min"));
    stage.prefs.minutes = 45;
    stage.news(News::Settings);
    assert!(stage.picture().contains("45 min"));
}

#[test]
fn the_last_backup_is_told_by_the_local_clock() {
    assert!(stage().picture().contains("today 06:00, 10 kept"), "{}", stage().picture());
    let mut stage = stage();
    stage.news(News::About(About { last_backup: Some(NOW - 26 * 3_600_000), ..about() }));
    assert!(stage.picture().contains("yesterday 07:00, 10 kept"), "{}", stage.picture());
    stage.news(News::About(About { last_backup: None, ..about() }));
    assert!(stage.picture().contains("none yet"), "{}", stage.picture());
}

#[test]
fn small_windows_show_one_group_and_the_next_one_below_its_end() {
    let mut stage = stage();
    stage.resize(60, 20);
    assert!(stage.picture().contains("STUDY") && !stage.picture().contains("Theme"), "{}", stage.picture());
    stage.keys("j j j j j j j");
    assert!(stage.picture().contains("SCREEN") && stage.picture().contains("Theme"), "{}", stage.picture());
    stage.keys("G");
    assert!(stage.picture().contains(".config/jenjang/config.toml"), "{}", stage.picture());
}

#[test]
fn names_and_values_fit_their_columns_in_both_languages() {
    for code in ["en", "id"] {
        let words = Words::of(code);
        for field in Field::ALL {
            let width = |text: String| crate::ui::ink::width(text.as_str());
            assert!(width(field.label(&words)) <= 22, "{code} {field:?}");
            assert!(width(field.takes(&words)) <= 29, "{code} {field:?}");
            assert!(width(field.value(&Default::default(), &words)) <= 10, "{code} {field:?}");
        }
    }
}

#[test]
fn settings_fit_every_window_whatever_the_paths() {
    let mut stage = stage();
    stage.news(News::About(About { data_dir: "数/\u{1b}[31m".repeat(80), config_file: "x".repeat(300), ..about() }));
    stage.prefs.theme = ThemeChoice::Custom("x".repeat(64));
    stage.at_every_size();
    stage.keys("G").at_every_size();
    stage.keys("/").types(&"数".repeat(60)).at_every_size();
}

#[test]
fn it_looks_as_designed() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for lang in ["en", "id"] {
            let picture = stage().keys("j j j").resize(width, height).speak(lang).picture();
            insta::assert_snapshot!(format!("settings_{width}x{height}_{lang}"), picture);
        }
    }
    insta::assert_snapshot!("settings_colours", stage().keys("j j j").coloured());
    let mut plain = stage();
    plain.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("settings_ascii", plain.picture());
}
