//! Breaks and reports: their pictures, and what their keys ask for.

use crate::domain::event::What;
use crate::domain::text::Text;
use crate::sessions::action::State;
use crate::sessions::effect::{Effect, News, Request, Route};
use crate::sessions::mock::{KEPT_NAME, MockWish, SittingData, sample};
use crate::ui::stage::Stage;
use crate::ui::theme::Theme;

use super::MockScreen;

/// A report of the past.
fn report_of(data: SittingData) -> Stage {
    let sitting = sample::sitting_id(0);
    let mut stage = Stage::new(Box::new(MockScreen::new(MockWish::Report(sitting))));
    assert_eq!(stage.effects(), [Effect::Ask(Request::Sitting(sitting))]);
    stage.news(News::Sitting(sitting, Box::new(data)));
    stage
}

fn report() -> Stage {
    report_of(sample::sitting())
}

/// A mock interview of which two of five questions are answered.
fn at_break() -> Stage {
    let kept = sample::kept(0);
    let mut stage = Stage::new(Box::new(MockScreen::new(MockWish::Resume)));
    stage.news(News::Draft(KEPT_NAME.to_owned(), Some(kept.write())));
    let answers = sample::answers(0).into_iter().take(2).collect();
    let data = SittingData { mocked: None, answers, open: Some(sample::name(2, 0)), ..sample::sitting() };
    stage.news(News::Sitting(kept.sitting, Box::new(data)));
    stage.effects();
    stage
}

#[test]
fn the_report_in_every_size_and_language() {
    insta::assert_snapshot!("report", report().everywhere());
    insta::assert_snapshot!("questions", report().keys("Enter").everywhere());
    insta::assert_snapshot!("compared", report().keys("c").everywhere());
    let mut early = sample::sitting();
    early.answers.truncate(1);
    early.earlier = None;
    early.track = Text::new("Data engineer", "Data engineer");
    early.mocked = Some(sample::mocked(0, true));
    insta::assert_snapshot!("early", report_of(early).everywhere());
}

#[test]
fn questions_that_do_not_fit_beside_the_areas_are_shown_in_their_place_to_the_last() {
    let mut data = sample::sitting();
    for answer in &mut data.answers {
        let mut prompt = answer.prompt.as_deref().cloned().expect("it is installed");
        for point in &mut prompt.points {
            point.text = Text::shared(format!("{} that somebody needs to see {}", point.id, "in full ".repeat(40)));
        }
        answer.prompt = Some(prompt.into());
    }
    let last = data.answers.last().map(|answer| answer.title.en.to_string()).unwrap_or_default();
    let mut stage = report_of(data);
    let beside = stage.resize(120, 40).picture();
    assert!(beside.contains("per question") && !beside.contains("EACH QUESTION"), "{beside}");
    let mut shown = stage.keys("Enter").picture();
    for _ in 0..9 {
        shown += &stage.keys("PgDn").picture();
    }
    assert!(shown.contains("EACH QUESTION") && shown.contains(&last), "{shown}");
}

#[test]
fn a_break_in_every_size_and_language() {
    insta::assert_snapshot!("break", at_break().everywhere());
}

#[test]
fn without_colour_and_in_ascii() {
    let mut stage = report();
    stage.theme = Theme::mono();
    insta::assert_snapshot!("report-mono", stage.coloured());
    stage.theme = Theme::mono().with_ascii(true);
    insta::assert_snapshot!("report-ascii", stage.picture());
    let mut rest = at_break();
    rest.theme = Theme::contrast().with_ascii(true);
    for stage in [&mut stage, &mut rest] {
        stage.theme = Theme::contrast().with_ascii(true);
        assert!(stage.coloured().is_ascii());
    }
}

#[test]
fn a_break_goes_on_with_the_question_that_was_begun_and_ends_early_with_a_report() {
    let mut stage = at_break();
    let effects = stage.keys("Enter").effects();
    let [Effect::Go(Route::Interview(wish))] = &effects[..] else { panic!("{effects:?}") };
    assert!(wish.sitting.is_some() && wish.prompt == Some(sample::name(2, 0)), "{wish:?}");
    let mut stage = at_break();
    stage.after_ms = 86_400_000;
    let effects = stage.keys("f").effects();
    assert!(matches!(&effects[..], [Effect::Record(_), Effect::Draft { body: None, .. }]), "{effects:?}");
    assert_eq!(stage.screen.state(), State::MockReport);
    assert!(stage.picture().contains("Stopped after 2 of 5 questions"), "{}", stage.picture());
}

#[test]
fn the_three_things_are_called_up_with_one_key_and_taken_back_with_one() {
    let mut stage = report();
    let effects = stage.keys("s").effects();
    let [Effect::Record(events), Effect::Toast(_)] = &effects[..] else { panic!("{effects:?}") };
    assert!(events.len() == 3 && events.iter().all(|e| matches!(e.what, What::Deferred { .. })), "{events:?}");
    assert!(stage.picture().contains("scheduled for tomorrow"));
    assert!(stage.keys("s").effects().is_empty());
    let effects = stage.keys("u").effects();
    let [Effect::Record(back), Effect::Ask(_), Effect::Toast(_)] = &effects[..] else { panic!("{effects:?}") };
    assert_eq!(back.iter().filter_map(|e| e.what.target()).count(), 3);
}

#[test]
fn the_export_has_everything_that_the_report_says() {
    let mut stage = report();
    let effects = stage.keys("x").effects();
    let [Effect::Export { name, body }] = &effects[..] else { panic!("{effects:?}") };
    assert!(name.starts_with("mock-") && name.ends_with(".md"), "{name}");
    for word in ["Weakest area: Security", "Calibration:", "Pace:", "sebenarnya", "Next time:", "Retest"] {
        assert!(body.contains(word), "{word}: {body}");
    }
}

#[test]
fn hostile_text_fits_every_window() {
    let texts =
        ["数据库索引".repeat(20), "x".repeat(300), "a\tb\u{1b}[31m\r\nnext \u{202e}<b>x</b> `".into(), String::new()];
    let hostile = |i: usize| Text::shared(texts[i % texts.len()].as_str());
    let mut data = sample::sitting();
    for (i, answer) in data.answers.iter_mut().enumerate() {
        (answer.title, answer.area) = (hostile(i), hostile(i + 1));
        answer.attempt.rehearsed.turns[0].text = texts[i % texts.len()].as_str().into();
    }
    data.track = hostile(1);
    for keys in ["", "Enter", "c", "s"] {
        report_of(data.clone()).keys(keys).at_every_size();
    }
    at_break().at_every_size();
    report_of(SittingData::default()).at_every_size();
}
