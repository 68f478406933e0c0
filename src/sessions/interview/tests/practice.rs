//! Samples that are graded for practice.

use super::*;

#[test]
fn the_first_of_a_kind_grades_two_samples_before_the_own_answer() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default());
    desk.answer(ANSWER).press("5");
    let Stage::Practice(practice) = &desk.interview.stage else { panic!("practice") };
    assert_eq!((practice.sample, practice.of, practice.revealed), (0, 2, false));
    desk.press("1 1 1 3 1 1 3");
    let Stage::Practice(practice) = &desk.interview.stage else { panic!("practice") };
    assert!(practice.revealed);
    assert_eq!(desk.interview.asked.as_ref().map(|asked| practice.agreed_here(asked)), Some(6));
    desk.press("Enter 3 3 3 1 1 1 1 Enter");
    let [event] = desk.events()[..] else { panic!("one event") };
    let What::Practised(done) = &event.what else { panic!("{event:?}") };
    assert_eq!((done.agreed, done.of, done.kind), (13, 14, PromptKind::Technical));
    assert!(matches!(desk.interview.stage, Stage::Grade(_)));
}

#[test]
fn the_practice_can_be_skipped_and_leaves_nothing_in_the_log() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default());
    desk.answer(ANSWER).press("5 1 Esc");
    assert!(matches!(desk.interview.stage, Stage::Grade(_)));
    assert!(desk.events().is_empty());
}

#[test]
fn a_kind_that_was_practised_is_not_practised_again() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5");
    assert!(matches!(desk.interview.stage, Stage::Grade(_)));
}

#[test]
fn practice_alone_ends_with_what_came_of_it_and_keeps_no_draft() {
    let wish = Wish { practice: true, ..Wish::default() };
    let mut desk = Desk::wishing(wish);
    desk.press("1 1 1 3 1 1 1 Enter 3 3 3 1 1 1 1 Enter");
    let Stage::Practised(done) = desk.interview.stage else { panic!("{:?}", desk.interview.stage) };
    assert_eq!((done.agreed, done.of), (14, 14));
    assert!(!desk.effects.iter().any(|e| matches!(e, Effect::Draft { .. })), "what waits elsewhere is left alone");
    desk.press("Enter");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
}

#[test]
fn an_answer_that_is_taken_back_to_the_practice_takes_its_event_back() {
    let mut desk = Desk::with(sample::unseen(PromptKind::Technical), Wish::default());
    desk.answer(ANSWER).press("5 1 1 1 3 1 1 3 Enter 3 3 3 1 1 1 1 Enter u");
    assert!(matches!(desk.interview.stage, Stage::Practice(_)));
    let [practised, undone] = desk.events()[..] else { panic!("two events") };
    assert_eq!(undone.what, What::Undone { of: practised.id });
}
