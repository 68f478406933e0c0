//! A working day: its pictures, and what its keys do.

use std::sync::Arc;

use crate::domain::day::{Day, STAND_UP_WORDS};
use crate::domain::event::What;
use crate::domain::text::Text;
use crate::sessions::action::State;
use crate::sessions::day::{DayWish, sample};
use crate::sessions::effect::{Effect, LoadedDay, News, Request};
use crate::sessions::input::Input;
use crate::ui::stage::{Stage, last_row};
use crate::ui::theme::Theme;

use super::DayScreen;

fn opened(day: Day, slot: Option<usize>, draft: Option<String>) -> Stage {
    let of = day.id.clone();
    let mut stage = Stage::new(Box::new(DayScreen::new(DayWish { of: of.clone(), slot, anew: false })));
    assert_eq!(stage.effects(), [Effect::Ask(Request::Day(of.clone()))]);
    stage.news(News::Day(of, Some(LoadedDay { day: Arc::new(day), draft, titles: sample::titles() })));
    stage
}

fn stage() -> Stage {
    opened(sample::day(), None, None)
}

/// The day at its end, by the choices that come back.
fn ended() -> Stage {
    let mut stage = stage();
    stage.keys("1 Enter 2 Enter 1 Enter").effects();
    assert_eq!(stage.screen.state(), State::DayEnd);
    stage
}

fn draft(effects: &[Effect]) -> Option<String> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Draft { body, .. } => Some(body.clone()),
        _ => None,
    })?
}

#[test]
fn a_slot_in_every_size_and_language() {
    insta::assert_snapshot!("slot", stage().everywhere());
    insta::assert_snapshot!("slot-because", stage().keys("1 Enter 2 Enter j").everywhere());
    insta::assert_snapshot!("slot-asked", stage().keys("w").everywhere());
    insta::assert_snapshot!("slot-alone", opened(sample::day(), Some(1), None).everywhere());
}

#[test]
fn what_came_of_a_choice_in_every_size_and_language() {
    insta::assert_snapshot!("told", stage().keys("1").everywhere());
    insta::assert_snapshot!("told-others", stage().keys("1 w").everywhere());
}

#[test]
fn the_end_of_a_day_in_every_size_and_language() {
    insta::assert_snapshot!("end", ended().everywhere());
    insta::assert_snapshot!("stand-up", ended().keys("Enter").types("Yesterday: the limit.").everywhere());
    insta::assert_snapshot!("over", ended().keys("Enter").types("Yesterday: the limit.").keys("Ctrl-S").everywhere());
}

#[test]
fn without_colour_and_in_ascii() {
    let mut stage = stage();
    insta::assert_snapshot!("slot-colours", stage.coloured());
    stage.theme = Theme::mono();
    insta::assert_snapshot!("slot-mono", stage.coloured());
    for keys in ["", "1", "w", "Enter 1 Enter 1 Enter", "Enter", "Ctrl-S"] {
        stage.keys(keys);
        stage.theme = Theme::contrast().with_ascii(true);
        assert!(stage.coloured().is_ascii(), "{}", stage.picture());
    }
    assert_eq!(stage.screen.state(), State::DayOver);
}

#[test]
fn digits_and_the_focus_decide_and_each_step_is_kept() {
    let mut stage = stage();
    let kept = draft(&stage.keys("j Enter").effects());
    assert!(kept.is_some_and(|kept| kept.contains("\"review\",\"ask\"")), "the second choice has the focus");
    assert_eq!(stage.screen.state(), State::DayTold);
    let kept = draft(&stage.keys("Enter").effects());
    stage.keys("3");
    assert_eq!(stage.screen.state(), State::DayTold);
    let mut again = opened(sample::day(), None, kept);
    assert!(again.picture().contains("slot 2 of 3"), "{}", again.picture());
}

#[test]
fn a_step_that_was_taken_back_is_made_again_with_its_key() {
    let mut stage = stage();
    stage.keys("1 Enter").effects();
    let before = stage.picture();
    stage.keys("u u");
    assert_ne!(stage.picture(), before);
    stage.keys("U U");
    assert_eq!(stage.picture(), before);
    stage.effects();
    assert_eq!(stage.keys("U").effects(), [], "nothing is left to make again");
}

#[test]
fn a_digit_without_a_choice_does_nothing() {
    let mut stage = stage();
    assert_eq!(stage.keys("4 5").effects(), []);
    assert_eq!(stage.screen.state(), State::DaySlot);
}

#[test]
fn enter_brings_a_choice_that_is_out_of_sight_into_sight_before_it_decides() {
    let mut stage = stage();
    stage.resize(44, 12);
    assert!(!stage.picture().contains("Approve"), "{}", stage.picture());
    assert_eq!(stage.keys("Enter").effects(), []);
    assert!(stage.picture().contains("Approve"), "{}", stage.picture());
    stage.keys("Enter");
    assert_eq!(stage.screen.state(), State::DayTold);
}

#[test]
fn a_colleague_speaks_before_the_choice_and_is_silent_after_an_undo() {
    let mut stage = stage();
    assert!(last_row(&stage.picture()).contains("w ask a colleague"), "{}", stage.picture());
    let kept = draft(&stage.keys("w").effects());
    assert!(kept.is_some_and(|kept| kept.contains("\"asked\":[\"review\"]")));
    assert!(stage.picture().contains("Data   \"A partner with 30,000"), "{}", stage.picture());
    assert!(!last_row(&stage.picture()).contains("ask a colleague"));
    assert_eq!(stage.keys("w").effects(), []);
    assert!(!stage.keys("u").picture().contains("30,000"), "{}", stage.picture());
}

#[test]
fn the_narrowest_footer_says_how_to_ask_and_how_to_leave() {
    for (language, ask, leave) in [("en", "w ask", "q pause"), ("id", "w tanya", "q jeda")] {
        let mut stage = stage();
        stage.speak(language).resize(44, 12);
        let shown = stage.picture();
        let footer = shown.lines().last().unwrap_or_default();
        assert!(footer.contains(ask) && footer.contains(leave), "{footer}");
        let shown = stage.keys("1").picture();
        let footer = shown.lines().last().unwrap_or_default();
        assert!(footer.contains(leave), "{footer}");
    }
}

#[test]
fn what_a_colleague_says_comes_into_sight_in_a_low_window() {
    let mut stage = stage();
    stage.resize(44, 12);
    assert!(stage.keys("w").picture().contains("30,000"), "{}", stage.picture());
}

#[test]
fn every_step_goes_back_one_by_one_and_the_footer_says_when_there_is_none() {
    let mut stage = ended();
    for state in [State::DayTold, State::DaySlot, State::DayTold, State::DaySlot, State::DayTold, State::DaySlot] {
        assert!(last_row(&stage.picture()).contains("u undo"), "{}", stage.picture());
        assert_eq!(stage.keys("u").screen.state(), state);
    }
    assert!(!last_row(&stage.picture()).contains("u undo"));
    assert_eq!(stage.keys("u").effects().iter().filter(|it| matches!(it, Effect::Record(_))).count(), 0);
}

#[test]
fn the_stand_up_is_kept_as_it_is_typed_and_goes_into_the_log_with_the_day() {
    let mut stage = ended();
    let kept = draft(&stage.keys("Enter").types("Index").effects());
    assert!(kept.is_some_and(|kept| kept.contains("\"stand_up\":\"Index\"")));
    assert_eq!(stage.keys("Esc").screen.state(), State::DayEnd);
    assert!(stage.picture().contains("1 of 60 words"), "{}", stage.picture());
    stage.keys("Enter Ctrl-G");
    assert_eq!(stage.effects().last(), Some(&Effect::Edit { text: "Index".into(), ending: "md" }));
    stage.news(News::Edited(Some("Index, then limits\n".into()))).effects();
    let effects = stage.keys("Ctrl-S").effects();
    let lived = effects.iter().find_map(|effect| match effect {
        Effect::Record(events) => events.iter().find_map(|event| match &event.what {
            What::Lived(lived) => Some(lived.clone()),
            _ => None,
        }),
        _ => None,
    });
    assert!(lived.is_some_and(|lived| &*lived.stand_up == "Index, then limits" && lived.items.len() == 2));
    assert_eq!(stage.screen.state(), State::DayOver);
    assert_eq!(stage.keys("u").screen.state(), State::DayEnd);
}

#[test]
fn a_stand_up_that_is_too_long_stays_in_the_field() {
    let mut stage = ended();
    stage.keys("Enter").input(Input::Paste("word ".repeat(STAND_UP_WORDS + 1)));
    stage.effects();
    let effects = stage.keys("Ctrl-S").effects();
    assert!(matches!(effects.last(), Some(Effect::Toast(toast)) if !toast.good), "{effects:?}");
    assert_eq!(stage.screen.state(), State::DayField);
}

#[test]
fn the_questions_can_stay_out_of_the_reviews() {
    let mut stage = ended();
    stage.resize(80, 40);
    assert!(stage.picture().contains("2 questions join your reviews"), "{}", stage.picture());
    assert!(stage.keys("x").picture().contains("No question joins"), "{}", stage.picture());
    stage.effects();
    let effects = stage.keys("Ctrl-S").effects();
    assert!(matches!(effects.first(), Some(Effect::Record(events)) if events.len() == 1), "{effects:?}");
}

#[test]
fn a_slot_alone_is_over_after_its_choice_and_keeps_nothing_in_the_middle() {
    let mut stage = opened(sample::day(), Some(2), None);
    assert_eq!(stage.keys("2 Enter").effects(), []);
    let effects = stage.keys("Enter").effects();
    assert!(matches!(effects.first(), Some(Effect::Record(_))), "{effects:?}");
    assert_eq!(stage.screen.state(), State::DayOver);
    assert_eq!(stage.keys("Enter").effects(), [Effect::Back]);
}

#[test]
fn a_day_that_is_gone_says_so_and_closes() {
    let of = sample::day().id;
    let mut stage = Stage::new(Box::new(DayScreen::new(DayWish { of: of.clone(), slot: None, anew: false })));
    stage.at_every_size();
    stage.news(News::Day(of, None)).effects();
    assert!(stage.resize(80, 24).picture().contains("No pack"), "{}", stage.picture());
    assert_eq!(stage.keys("Enter").effects(), [Effect::Back]);
}

#[test]
fn esc_leaves_what_was_begun_is_kept_and_the_words_of_the_pane_are_those_of_the_day() {
    assert_eq!(stage().keys("Esc").effects(), [Effect::Back]);
    let mut begun = stage();
    begun.keys("1").effects();
    let effects = begun.keys("Esc").effects();
    assert!(matches!(&effects[..], [Effect::Back, Effect::Refresh, Effect::Toast(it)] if it.good), "{effects:?}");
    let mut wide = stage();
    wide.resize(120, 40);
    assert!(!wide.picture().contains("THE DAY SO FAR"));
    assert!(wide.keys("1").picture().contains("THE DAY SO FAR"), "{}", wide.picture());
}

/// The day with texts that nobody should write.
fn spoilt(seed: usize) -> Day {
    let texts =
        ["数据库索引".repeat(20), "x".repeat(300), "a\tb\u{1b}[31m\r\nnext \u{202e}<b>x</b> `".into(), String::new()];
    let text = |i: usize| Text::shared(texts[(i + seed) % texts.len()].as_str());
    let mut day = sample::day();
    day.title = text(0);
    for (n, slot) in day.slots.iter_mut().enumerate() {
        (slot.title, slot.at) = (text(n), texts[(n + seed) % texts.len()].as_str().into());
        for variant in &mut slot.variants {
            variant.scene = text(n + 1);
            variant.artefact = texts[(n + seed + 2) % texts.len()].as_str().into();
            for said in &mut variant.says {
                said.text = text(n + 3);
            }
        }
        for (i, choice) in slot.choices.iter_mut().enumerate() {
            (choice.text, choice.why) = (text(i), text(i + 1));
        }
    }
    day
}

#[test]
fn hostile_text_fits_every_window() {
    for seed in 0..if cfg!(feature = "sweep") { 4 } else { 1 } {
        let mut stage = opened(spoilt(seed), None, None);
        for keys in ["w", "1", "w", "Enter 2 Enter 3 Enter", "Enter", "Ctrl-S"] {
            stage.resize(80, 24).keys(keys);
            if keys == "Enter" {
                stage.input(Input::Paste("\u{1b}[2J数据 \u{202e}x".into()));
            }
            stage.at_every_size();
        }
        assert_eq!(stage.screen.state(), State::DayOver);
    }
    opened(spoilt(1), Some(0), None).at_every_size();
    opened(Day { meters: Vec::new(), ..spoilt(2) }, None, None).at_every_size();
}
