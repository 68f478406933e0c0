//! Steps that are taken back and again.

use super::*;

#[test]
fn every_step_from_the_question_to_the_debrief_can_be_taken_back() {
    let mut desk = Desk::new();
    let steps = ["Ctrl-S", "Ctrl-S", "Ctrl-S", "5", "Enter", "1", "2", "3", "Enter", "Enter", "Enter", "Enter"];
    let mut states = Vec::new();
    for (at, step) in steps.iter().enumerate() {
        match at {
            1 => drop(desk.types(ANSWER)),
            2 => drop(desk.types(RESTORE)),
            _ => {}
        }
        states.push(desk.seen());
        desk.press(step);
    }
    assert!(matches!(desk.interview.stage, Stage::Debrief(_)));
    while let Some(before) = states.pop() {
        match desk.interview.field() {
            Some(_) => desk.press("Esc u"),
            None => desk.press("u"),
        };
        let (mut now, mut before) = (desk.seen(), before);
        // What was typed for a later question stays typed.
        now.texts.clear();
        before.texts.clear();
        assert_eq!(now, before, "{} steps are left", states.len());
    }
    assert_eq!(desk.press("Esc u").interview.notice, Some(Notice::NothingToUndo));
}

#[test]
fn taking_the_record_back_is_an_event_and_the_model_comes_back() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.draft(), None, "what is in the log is no draft");
    desk.press("u");
    assert!(matches!(desk.interview.stage, Stage::Compare(_)));
    assert!(desk.draft().is_some());
    let [recorded, undone] = desk.events()[..] else { panic!("two events") };
    assert_eq!(undone.what, What::Undone { of: recorded.id });
    desk.press("Enter");
    assert_eq!(desk.events().len(), 3);
    assert_ne!(desk.debrief().event, desk.events()[0].id, "an event of its own");
}

#[test]
fn a_step_that_was_taken_back_can_be_taken_again() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter 1 2");
    let before = desk.seen();
    desk.press("u u u U U U");
    assert_eq!(desk.seen(), before);
    desk.press("u 3 U");
    assert_eq!(desk.interview.notice, Some(Notice::NothingToUndo), "another step ends that");
}

#[test]
fn the_text_of_an_answer_comes_back_with_the_time_that_it_took() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").wait(30_000).press("Ctrl-S").wait(9_000).press("Esc u");
    assert_eq!(desk.interview.text(), "normalisasi");
    assert_eq!(desk.interview.clock().map(|clock| clock.used(desk.now.mono_ms)), Some(30_000));
    desk.wait(5_000).press("Ctrl-S");
    assert_eq!(desk.interview.turns[0].took_ms, 35_000);
}

#[test]
fn time_that_is_up_does_not_come_back() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").sleep(240_000);
    desk.press("Esc u");
    assert_eq!(desk.interview.notice, Some(Notice::TimeWasUp));
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}
