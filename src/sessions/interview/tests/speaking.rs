//! An answer that is spoken.

use super::*;

fn spoken() -> Wish {
    Wish { spoken: Some(true), ..Wish::default() }
}

#[test]
fn who_speaks_stops_with_space_types_key_words_and_ticks_by_hand() {
    let mut desk = Desk::wishing(spoken());
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.state(), State::InterviewSpeak);
    desk.wait(90_000).press("Space");
    assert_eq!(desk.interview.state(), State::InterviewAnswer);
    desk.types("normalisasi\nexplain analyze").sleep(500_000);
    assert_eq!(desk.interview.turns.len(), 0, "typing key words takes no time");
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.turns[0].took_ms, 90_000);
    assert_eq!(desk.interview.state(), State::InterviewSpeakFollowUp);
    desk.press("x x 2");
    assert!(desk.grading().rows.iter().all(|row| row.suggested.is_none()));
    assert!(!desk.grading().rows[0].places.is_empty(), "the key words are shown where they were found");
    desk.press("Enter");
    assert_eq!((desk.grading().rows[0].mark, desk.interview.notice), (None, Some(Notice::NoSuggestion)));
    desk.press("3 3 1 1 1 1 1 Enter");
    assert!(desk.debrief().rehearsed.spoken);
    assert_eq!(desk.debrief().rehearsed.met(), 2);
}

#[test]
fn speaking_ends_at_the_deadline_and_the_key_words_are_still_asked_for() {
    let mut desk = Desk::wishing(spoken());
    desk.press("Ctrl-S").sleep(240_000);
    assert_eq!(desk.interview.state(), State::InterviewAnswer);
    desk.types("normalisasi").press("Ctrl-S");
    assert!(desk.interview.turns[0].time_up);
}
