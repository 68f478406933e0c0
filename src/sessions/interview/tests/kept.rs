//! What is kept of an interview.

use super::*;

#[test]
fn text_is_kept_at_the_latest_two_seconds_after_it_was_typed() {
    let mut desk = Desk::wishing(pressure(Pressure::Untimed));
    desk.press("Ctrl-S");
    desk.effects.clear();
    desk.types("normalisasi");
    assert_eq!(desk.interview.wake_at(), Some(desk.now.mono_ms + 2000));
    assert_eq!(desk.sleep(10_000), 1, "once, and then no more");
    assert!(desk.draft().is_some_and(|draft| draft.contains("normalisasi")));
    assert_eq!(desk.interview.saved_ago(desk.now.mono_ms), Some(8_000));
}

#[test]
fn an_interview_that_was_killed_goes_on_paused_with_its_text_and_time() {
    let mut desk = Desk::new();
    desk.types("skema").press("Ctrl-S").types("normalisasi").sleep(30_500);
    desk.kill(sample::loaded(PromptKind::Technical));
    assert_eq!(desk.interview.state(), State::InterviewPause);
    desk.wait(100_000).press("Enter");
    assert_eq!((desk.interview.text(), desk.interview.scratch()), ("normalisasi", "skema"));
    let used = desk.interview.clock().map(|clock| clock.used(desk.now.mono_ms));
    assert!(used.is_some_and(|ms| (1_000..=30_500).contains(&ms)), "{used:?}");
}

#[test]
fn marks_by_another_rubric_are_forgotten_and_the_answer_stays() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter");
    let mut changed = sample::loaded(PromptKind::Technical);
    let mut prompt = sample::prompt(PromptKind::Technical);
    prompt.points.remove(0);
    changed.prompt = Arc::new(prompt);
    desk.kill(changed);
    assert_eq!(&*desk.interview.turns[0].text, ANSWER);
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)), "{:?}", desk.interview.stage);
}

#[test]
fn what_another_version_kept_otherwise_is_not_read() {
    assert_eq!(Kept::read("{}"), None);
    assert_eq!(Kept::read("nonsense"), None);
}

#[test]
fn leaving_keeps_the_interview_and_discarding_does_not() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Esc Esc q");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
    assert!(desk.draft().is_some_and(|draft| draft.contains("normalisasi")));
    desk.press("x");
    assert_eq!(desk.interview.notice, Some(Notice::OnceMoreDiscards));
    assert!(desk.draft().is_some(), "once does nothing but go to the row");
    desk.press("x");
    assert_eq!((desk.effects.last(), desk.draft()), (Some(&Effect::Back), None));
}

#[test]
fn ctrl_c_pauses_and_once_more_leaves() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S Ctrl-C");
    assert_eq!(desk.interview.state(), State::InterviewPause);
    desk.press("Ctrl-C");
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
}

#[test]
fn what_the_editor_brings_back_is_the_answer() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("satu").press("Ctrl-G");
    assert_eq!(desk.effects.last(), Some(&Effect::Edit { text: "satu".into(), ending: "md" }));
    let epoch = desk.interview.epoch();
    desk.input(Input::News(News::Edited(Some("dua".into()))));
    assert_eq!(desk.interview.text(), "dua");
    assert_ne!(desk.interview.epoch(), epoch, "the front takes it over");
}

#[test]
fn what_the_editor_brings_back_after_the_deadline_counts_all_the_same() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("satu").press("Ctrl-G").wait(600_000);
    desk.input(Input::News(News::Edited(Some("satu dua".into()))));
    assert_eq!(&*desk.interview.turns[0].text, "satu dua");
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
    assert_eq!(desk.interview.text(), "", "and not for the next question");
}
