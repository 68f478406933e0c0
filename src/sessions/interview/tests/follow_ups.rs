//! Which follow-up is asked.

use super::*;

#[test]
fn the_other_follow_up_takes_the_place_of_the_first_and_keeps_what_was_typed_for_it() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Ctrl-S");
    let first = desk.about();
    desk.types("belum selesai").press("Alt-n");
    assert_ne!(desk.about(), first);
    assert_eq!(desk.interview.text(), "");
    desk.press("Esc n");
    assert_eq!((desk.about(), desk.interview.text()), (first, "belum selesai"));
}

#[test]
fn where_only_one_point_is_missing_there_is_no_other_follow_up() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S Alt-n");
    assert_eq!((desk.about().as_str(), desk.interview.notice), ("backup", Some(Notice::NoOther)));
    assert_eq!(desk.follow_up().of, 1);
}

#[test]
fn a_skipped_follow_up_counts_as_asked_and_the_next_one_comes() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Ctrl-S");
    let first = desk.about();
    assert_eq!((desk.follow_up().nth, desk.follow_up().of), (1, 2));
    desk.press("Ctrl-X");
    assert_ne!(desk.about(), first);
    assert_eq!((desk.follow_up().nth, desk.follow_up().of), (2, 2));
    desk.press("Ctrl-X");
    assert_eq!(desk.interview.stage, Stage::Predict);
    assert_eq!(desk.interview.turns.iter().filter(|turn| turn.skipped).count(), 2);
}

#[test]
fn what_a_follow_up_s_answer_makes_up_for_is_not_asked_again() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi, slow query, pool size 10, 900 ms").press("Ctrl-S");
    desk.types("EXPLAIN ANALYZE, prepared statement, restore").press("Ctrl-S");
    assert_eq!(desk.interview.stage, Stage::Predict);
}

#[test]
fn no_follow_ups_are_asked_when_none_are_wished_for() {
    let mut desk = Desk::wishing(Wish { follow_ups: Some(0), ..Wish::default() });
    desk.press("Ctrl-S Ctrl-S");
    assert_eq!(desk.interview.stage, Stage::Predict);
}

#[test]
fn finishing_at_the_pause_sheet_keeps_the_text_and_asks_no_more() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").press("Esc Esc f");
    assert_eq!(desk.interview.stage, Stage::Predict);
    assert_eq!(&*desk.interview.turns[0].text, "normalisasi");
}
