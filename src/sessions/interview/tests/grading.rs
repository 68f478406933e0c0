//! Points, red flags and signals.

use super::*;

#[test]
fn suggestions_name_the_places_of_every_turn() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S").types(RESTORE).press("Ctrl-S 5");
    let turns = &desk.interview.turns;
    let backup = &desk.grading().rows[5];
    assert_eq!(backup.suggested, Some(Mark::Met));
    let words: Vec<&str> = backup.places.iter().map(|p| &turns[p.turn].text[p.at.clone()]).collect();
    assert_eq!(words, ["restore", "RPO"]);
    assert!(backup.places.iter().all(|place| place.turn == 1));
    let number: Vec<&str> = desk.grading().rows[6].places.iter().map(|p| &turns[p.turn].text[p.at.clone()]).collect();
    assert_eq!(number, ["900 ms", "120 ms"]);
}

#[test]
fn the_cursor_walks_the_own_words_and_goes_to_the_next_open_point() {
    let mut desk = Desk::new();
    desk.answer(ANSWER).press("5 G").press("j j j j j j l l l");
    assert_eq!((desk.interview.cursor.row, desk.interview.cursor.place), (6, 1));
    desk.press("3");
    assert_eq!((desk.interview.cursor.row, desk.interview.cursor.place), (0, 0), "the first open one");
    desk.press("3 k 1");
    assert_eq!(desk.grading().rows[0].mark, Some(Mark::Missed), "a mark can be changed before the model is seen");
    assert_eq!(desk.interview.cursor.row, 1);
}

#[test]
fn a_red_flag_that_was_found_is_accepted_or_rejected() {
    for (key, flags, band) in [("Enter", 1, Band::Near), ("x", 0, Band::At)] {
        let mut desk = Desk::new();
        desk.answer(&format!("{ANSWER} Dua tahun jalan tanpa backup."));
        desk.press("5 Enter Enter Enter Enter Enter Enter Enter");
        assert_eq!(desk.interview.state(), State::InterviewFlags);
        desk.press(key).press("Enter");
        assert_eq!(desk.debrief().rehearsed.red_flags.len(), flags);
        assert_eq!(desk.debrief().verdict.band, band);
        assert_eq!(desk.debrief().verdict.capped, flags == 1);
    }
}

#[test]
fn a_design_answer_has_five_signals_from_nought_to_three() {
    let mut desk = Desk::with(sample::loaded(PromptKind::Design), Wish::default());
    desk.answer(ANSWER).press("5 Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.interview.state(), State::InterviewSignals);
    desk.press("5");
    assert_eq!(desk.interview.notice, Some(Notice::UpToThree));
    desk.press("3 2 1 0 3 Enter");
    let signals = &desk.debrief().rehearsed.signals;
    assert_eq!(signals.len(), 5);
    assert_eq!((signals[&Signal::Requirements], signals[&Signal::Failure]), (3, 0));
    assert_eq!(desk.debrief().rehearsed.scope, None);
}

#[test]
fn the_scope_of_a_story_bounds_its_level() {
    let mut desk = Desk::with(sample::loaded(PromptKind::Behavioural), Wish { level: Some(3), ..Wish::default() });
    desk.press("Ctrl-S").types(ANSWER).press("Ctrl-S").types(RESTORE).press("Ctrl-S");
    desk.press("7 Enter Enter Enter Enter Enter Enter Enter 3 3 3 3 3 0");
    assert_eq!(desk.interview.notice, Some(Notice::OneToFive));
    desk.press("1 Enter");
    let debrief = desk.debrief();
    assert_eq!(debrief.rehearsed.scope, Some(Scope::OwnTask));
    assert_eq!((debrief.verdict.reached, debrief.verdict.capped, debrief.verdict.band), (2, true, Band::Near));
    assert_eq!(debrief.anchor.get(Lang::En), "level 2");
}

#[test]
fn an_answer_of_ten_thousand_words_is_read_once() {
    let mut desk = Desk::new();
    let text = "Kami restore setiap minggu dengan normalisasi. ".repeat(1_700);
    desk.answer(&text).press("5");
    assert_eq!(desk.interview.turns[0].words, 10_200);
    let read = desk.interview.turns[0].found.points.as_ptr();
    desk.press("Enter Enter u u");
    let again = desk.interview.read.iter().find(|heard| heard.text == desk.interview.turns[0].text);
    assert!(again.is_some_and(|heard| Arc::ptr_eq(heard, &desk.interview.turns[0])));
    assert_eq!(desk.interview.read.len(), 2, "the answer, and the follow-ups that were left empty");
    assert!(!read.is_null());
}
