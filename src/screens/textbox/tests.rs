use super::*;
use crate::ui::stage::Stage;

fn stage(body: &str) -> Stage {
    Stage::new(Box::new(TextScreen::new("Idempotency".into(), body.into())))
}

#[test]
fn enter_and_esc_close_the_box() {
    for key in ["Enter", "Esc", "q"] {
        assert_eq!(stage("same request twice, same result").keys(key).effects(), [Effect::Back], "{key}");
    }
}

#[test]
fn a_text_that_fits_keeps_its_spaces_and_lines() {
    let shown = stage("git log\n    --oneline").picture();
    assert!(shown.contains("│   git log   "), "{shown}");
    assert!(shown.contains("│       --oneline   "), "{shown}");
}

#[test]
fn long_lines_are_broken_between_words_and_long_words_within() {
    assert_eq!(fold("one two three", 8), ["one two", "three"]);
    assert_eq!(fold("abcdefgh ij", 4), ["abcd", "efgh", "ij"]);
    assert_eq!(fold("数据库数据", 5), ["数据", "库数", "据"]);
    assert_eq!(fold("", 5), [""]);
}

#[test]
fn nothing_of_a_long_text_is_out_of_reach() {
    let body: Vec<String> = (1..=60).map(|n| format!("line {n}")).collect();
    let mut stage = stage(&body.join("\n"));
    assert!(stage.picture().contains("line 1 ") && !stage.picture().contains("line 60"));
    stage.keys("G");
    assert!(stage.picture().contains("line 60"));
    assert!(stage.effects().is_empty(), "scrolling asks for nothing");
}

#[test]
fn the_box_fits_every_window_whatever_the_text() {
    let hostile = format!("{}\n\u{1b}[31m\ttab\u{7} e\u{301}\u{301} 数据库\n", "x".repeat(300));
    stage(&hostile.repeat(20)).at_every_size();
    stage("").at_every_size();
}

#[test]
fn it_looks_as_designed() {
    let body = "Same request twice, same result: the server knows the second one by its key.\n\nIdempotency keys";
    for (width, height) in [(60, 20), (80, 24), (120, 40)] {
        for lang in ["en", "id"] {
            let picture = stage(body).resize(width, height).speak(lang).picture();
            insta::assert_snapshot!(format!("text_{width}x{height}_{lang}"), picture);
        }
    }
}
