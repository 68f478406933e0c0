use super::*;
use crate::domain::text::Text;
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

fn trouble(pack: &str, message: &str) -> PackTrouble {
    PackTrouble {
        pack: pack.into(),
        errors: 2,
        code: "J012".into(),
        place: "ttl/questions.toml:14:12".into(),
        message: Text::shared(message),
    }
}

fn study() -> Study {
    Study {
        troubles: vec![trouble("redis-go-notes", "no option is marked right"), trouble("team", "unknown key ritgh")],
        read_only: Some(4711),
        unsaved: Some(("no space left on device".into(), 3)),
        ..Study::default()
    }
}

fn stage() -> Stage {
    Stage::with(Box::new(TroubleScreen::new()), study())
}

fn crash(resume: Option<u16>) -> Crash {
    let path = "/home/ayu/.local/state/jenjang/crash-0912.txt".into();
    Crash { at: "09:12".into(), path, report: "thread: main\nplace: src/x.rs:7".into(), resume }
}

fn newer(backup: Option<&str>) -> Study {
    let newer = Newer { found: 9999, known: 1, backup: backup.map(str::to_owned) };
    Study { newer: Some(newer), read_only: None, ..Study::default() }
}

fn alone(study: Study) -> Stage {
    Stage::with(Box::new(TroubleScreen::new()), study)
}

#[test]
fn data_of_a_newer_version_says_what_is_safe_names_a_copy_and_can_only_be_left() {
    let mut stage = alone(newer(Some("backup-2026-11-20.db")));
    let shown = stage.picture();
    for said in
        ["DATA FROM A NEWER VERSION", "9999", "Nothing was touched", "jenjang data restore backup-2026-11-20.db"]
    {
        assert!(shown.contains(said), "{said}:\n{shown}");
    }
    assert_eq!(stage.keys("r").effects(), []);
    assert_eq!(stage.keys("Enter").effects(), [Effect::Quit]);
    assert_eq!(stage.keys("Esc").effects(), [Effect::Quit]);
    assert!(!alone(newer(None)).picture().contains("data restore"));
    alone(newer(Some(&"x".repeat(200)))).at_every_size();
}

#[test]
fn after_a_crash_enter_goes_on_at_the_following_item_and_it_is_told_once() {
    let study = Study { crash: Some(crash(Some(3))), ..Study::default() };
    let mut stage = alone(study.clone());
    let shown = stage.picture();
    for said in ["AFTER A CRASH", "at 09:12", "item 3", "continue session at item 4", "crash-0912.txt"] {
        assert!(shown.contains(said), "{said}:\n{shown}");
    }
    let review = Effect::Go(Route::Review(Queue::Resume(3)));
    assert_eq!(stage.keys("Enter").effects(), [Effect::CrashTold, Effect::Back, review]);
    assert_eq!(alone(study.clone()).keys("Esc").effects(), [Effect::CrashTold, Effect::Back]);
    let effects = alone(study.clone()).keys("v y").effects();
    let [Effect::Go(Route::Text { body, .. }), Effect::Copy(path)] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(body.contains("src/x.rs:7") && path.ends_with("crash-0912.txt"), "{body} {path}");
    let without = Study { crash: Some(crash(None)), ..Study::default() };
    assert_eq!(alone(without).keys("Enter").effects(), [Effect::CrashTold, Effect::Back]);
    alone(study).at_every_size();
}

#[test]
fn newer_data_and_a_crash_look_as_designed() {
    let study = Study { crash: Some(crash(Some(3))), ..newer(Some("backup-2026-11-20.db")) };
    for (lang, width) in [("en", 80), ("id", 80), ("en", 60)] {
        let picture = alone(study.clone()).resize(width, 24).speak(lang).picture();
        insta::assert_snapshot!(format!("trouble_newer_and_crash_{width}_{lang}"), picture);
    }
}

#[test]
fn what_concerns_answers_comes_first_and_every_pack_is_named() {
    let study = study();
    let all = entries(&study);
    assert_eq!(all[0], Entry::Unsaved("no space left on device", 3));
    assert_eq!(all[1], Entry::ReadOnly(4711));
    assert_eq!(all.len(), 4);
}

#[test]
fn a_folder_that_cannot_be_written_is_not_called_another_window() {
    for (code, says) in [("en", "The data folder cannot be written."), ("id", "Folder data tidak bisa ditulisi.")] {
        let study = Study { read_only: Some(0), ..Study::default() };
        let mut stage = Stage::with(Box::new(TroubleScreen::new()), study);
        let shown = stage.speak(code).picture();
        assert!(shown.contains(says), "{shown}");
        assert!(!shown.contains("(proc") && !shown.contains("(proses"), "no process is named: {shown}");
    }
}

#[test]
fn a_report_names_the_place_of_the_first_error_and_how_to_see_all() {
    let effects = stage().keys("j j v").effects();
    let [Effect::Go(Route::Text { title, body })] = effects.as_slice() else { panic!("{effects:?}") };
    assert_eq!(title, "PACK NOT LOADED");
    assert!(body.contains("ttl/questions.toml:14:12  J012 no option is marked right"), "{body}");
    assert!(body.contains("jenjang pack check redis-go-notes"), "{body}");
}

#[test]
fn y_copies_the_marked_entry_and_r_tries_again() {
    let effects = stage().keys("j y r").effects();
    let [Effect::Copy(text), Effect::Retry] = effects.as_slice() else { panic!("{effects:?}") };
    assert!(text.contains("process 4711"), "{text}");
}

#[test]
fn enter_goes_on() {
    assert_eq!(stage().keys("Enter").effects(), [Effect::Back]);
    let mut calm = Stage::new(Box::new(TroubleScreen::new()));
    assert!(calm.picture().contains("Nothing is in the way."));
    assert_eq!(calm.keys("v y Enter").effects(), [Effect::Back], "nothing to report or to copy");
}

#[test]
fn the_last_entry_can_be_reached_in_a_low_window() {
    let mut stage = stage();
    stage.resize(60, 14).keys("j j j");
    assert!(stage.picture().contains("unknown key ritgh"), "{}", stage.picture());
}

#[test]
fn trouble_fits_every_window_whatever_it_says() {
    let mut study = study();
    study.troubles.push(trouble(&"数".repeat(120), "a\u{1b}[2J\tb\u{301}\u{301}"));
    study.unsaved = Some(("x".repeat(300), usize::MAX));
    Stage::with(Box::new(TroubleScreen::new()), study).at_every_size();
    stage().keys("j j").at_every_size();
}

#[test]
fn it_looks_as_designed() {
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for lang in ["en", "id"] {
            let picture = stage().resize(width, height).speak(lang).picture();
            insta::assert_snapshot!(format!("trouble_{width}x{height}_{lang}"), picture);
        }
    }
    let mut plain = stage();
    plain.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("trouble_ascii", plain.picture());
}
