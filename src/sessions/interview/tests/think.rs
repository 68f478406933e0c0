//! Time to think.

use super::*;

#[test]
fn one_question_may_be_asked_back_before_the_answer_begins() {
    let mut desk = Desk::new();
    desk.press("Esc c");
    assert_eq!(desk.interview.state(), State::InterviewClarify);
    desk.press("2");
    let Stage::Think(think) = &desk.interview.stage else { panic!("thinking") };
    assert_eq!(think.clarify, Clarify::Asked(1));
    desk.press("Alt-c");
    assert_eq!((desk.interview.sheet, desk.interview.notice), (None, Some(Notice::AskedAlready)));
}

#[test]
fn a_sheet_that_is_closed_asks_nothing() {
    let mut desk = Desk::new();
    desk.press("Alt-c j Esc");
    let Stage::Think(think) = &desk.interview.stage else { panic!("thinking") };
    assert_eq!((think.clarify, desk.interview.sheet), (Clarify::Open, None));
}

#[test]
fn scratch_notes_stay_beside_the_answer_and_are_not_part_of_it() {
    let mut desk = Desk::new();
    desk.types("skema > index").press("Ctrl-S");
    assert_eq!((desk.interview.text(), desk.interview.scratch()), ("", "skema > index"));
    desk.answer(ANSWER);
    assert!(desk.interview.turns.iter().all(|turn| !turn.text.contains("skema > index")));
}

#[test]
fn under_real_pressure_the_answer_begins_when_the_time_to_think_is_over() {
    let mut desk = Desk::new();
    desk.types("skema").sleep(45_000);
    assert!(matches!(desk.interview.stage, Stage::Answer(_)));
    assert_eq!(desk.interview.scratch(), "skema");
}

#[test]
fn the_time_to_think_waits_for_who_is_choosing_what_to_ask_back() {
    let mut desk = Desk::new();
    desk.types("skema").press("Esc c").sleep(60_000);
    assert_eq!(desk.interview.state(), State::InterviewClarify, "the sheet stays");
    assert_eq!(desk.interview.wake_at(), None, "and nobody is woken for a time that is up");
    desk.press("2");
    let Stage::Think(think) = &desk.interview.stage else { panic!("thinking") };
    assert_eq!(think.clarify, Clarify::Asked(1));
    desk.sleep(0);
    assert!(matches!(desk.interview.stage, Stage::Answer(_)), "then the time is up");
    assert_eq!(desk.interview.scratch(), "skema");
}

#[test]
fn a_key_that_was_meant_for_the_time_to_think_does_not_end_the_answer() {
    let mut desk = Desk::new();
    desk.sleep(45_000);
    desk.wait(1_000).press("Ctrl-S");
    assert!(matches!(desk.interview.stage, Stage::Answer(_)));
    assert_eq!(desk.interview.notice, Some(Notice::JustBegan));
    desk.wait(1_500).press("Ctrl-S");
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)), "who has nothing to say may say so");
}

#[test]
fn what_was_said_within_two_seconds_is_an_answer() {
    let mut desk = Desk::new();
    desk.sleep(45_000);
    desk.types("normalisasi").press("Ctrl-S");
    assert_eq!(&*desk.interview.turns[0].text, "normalisasi");
}
