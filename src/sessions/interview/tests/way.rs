//! From the question to the log.

use super::*;

#[test]
fn seven_points_and_one_follow_up_with_all_suggestions_accepted_take_thirteen_keys() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S");
    assert_eq!(desk.about(), "backup");
    desk.types(RESTORE).press("Ctrl-S 5 Enter Enter Enter Enter Enter Enter Enter");
    assert!(matches!(desk.interview.stage, Stage::Compare(_)), "{:?}", desk.interview.stage);
    desk.press("Enter");
    assert_eq!(desk.debrief().rehearsed.met(), 7);
    desk.press("Enter");
    assert_eq!(desk.keys, 13);
    assert_eq!(desk.effects.last(), Some(&Effect::Back));
}

#[test]
fn the_event_holds_what_was_said_predicted_and_marked() {
    let mut desk = Desk::new();
    desk.wait(20_000).press("Ctrl-S").types(ANSWER).wait(190_000).press("Ctrl-S");
    desk.wait(20_000).types(RESTORE).press("Ctrl-S 5 1 2 Enter Enter Enter Enter Enter 2 Enter");
    let [event] = desk.events()[..] else { panic!("one event") };
    let What::Rehearsed(rehearsed) = &event.what else { panic!("{event:?}") };
    assert_eq!((rehearsed.think_ms, rehearsed.predicted, rehearsed.target), (20_000, Some(5), 2));
    assert_eq!(&*rehearsed.persona, "roadmap/custodian");
    let turns: Vec<(&str, &str, u32)> = rehearsed.turns.iter().map(|t| (&*t.about, &*t.text, t.took_ms)).collect();
    assert_eq!(turns, [("", ANSWER, 190_000), ("backup", RESTORE, 20_000)]);
    let marks: Vec<(Mark, Mark)> = rehearsed.points.iter().map(|p| (p.first, p.mark)).collect();
    // The mark of the partly met point is looked at again first.
    assert_eq!(marks[..3], [(Mark::Missed, Mark::Missed), (Mark::Partly, Mark::Partly), (Mark::Met, Mark::Met)]);
    assert_eq!(rehearsed.day, TODAY);
}

#[test]
fn a_mark_can_be_changed_beside_the_model_and_both_are_kept() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 Enter Enter Enter 2 Enter Enter Enter");
    assert_eq!(desk.interview.cursor.row, 3, "the partly met point is the one to look at again");
    desk.press("3 Enter");
    let point = &desk.debrief().rehearsed.points[3];
    assert_eq!((point.first, point.mark), (Mark::Partly, Mark::Met));
}

#[test]
fn the_interviewer_greets_presses_and_closes_in_the_language_of_the_interview() {
    let mut desk = Desk::new();
    assert_eq!(desk.interview.said(), "Mari mulai.");
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S");
    let said = desk.interview.said();
    assert!(said.ends_with("Kapan terakhir Anda mencoba restore, dan berapa lama datanya boleh hilang?"), "{said}");
    assert!(said.starts_with("Saya agak khawatir."), "{said}");
    desk.types(RESTORE).press("Ctrl-S");
    assert_eq!(desk.interview.said(), "", "nothing is missing any more, but saying so would tell what to predict");
    desk.press("7 Enter Enter Enter Enter Enter Enter Enter Enter");
    let debrief = desk.debrief();
    assert_eq!(debrief.verdict.score.met, debrief.verdict.score.points);
    assert_eq!(desk.interview.said(), "Jelas. Sampai jumpa.");
}

#[test]
fn a_prediction_of_more_points_than_there_are_is_not_taken() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("8");
    assert_eq!((desk.interview.predicted, desk.interview.notice), (None, Some(Notice::OnlyPoints(7))));
    desk.press("0");
    assert_eq!(desk.interview.predicted, Some(0));
}

#[test]
fn the_words_of_a_good_answer_are_about_those_of_the_model() {
    let desk = Desk::new();
    let asked = desk.interview.asked.as_ref();
    assert_eq!(asked.map(|a| (heard::count(a.model()), a.target_words())), Some((50, (40, 60))));
}
