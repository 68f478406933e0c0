//! Clocks that end, count on, or are not there.

use super::*;

#[test]
fn a_real_clock_ends_the_answer_at_the_deadline_and_keeps_the_text() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").sleep(240_000);
    let turn = &desk.interview.turns[0];
    assert_eq!((&*turn.text, turn.took_ms, turn.time_up), ("normalisasi", 240_000, true));
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

#[test]
fn a_key_after_the_deadline_does_not_reach_the_next_question() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").types("normalisasi").wait(300_000).press("Ctrl-S");
    assert_eq!(desk.interview.turns.len(), 1);
    assert_eq!(desk.interview.turns[0].took_ms, 240_000, "no more time than there was");
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

#[test]
fn a_relaxed_clock_counts_on_past_its_end() {
    let mut desk = Desk::wishing(pressure(Pressure::Relaxed));
    desk.sleep(60_000);
    assert!(matches!(desk.interview.stage, Stage::Think(_)));
    desk.press("Ctrl-S").types("normalisasi").sleep(250_000);
    let clock = desk.interview.clock().copied().unwrap_or_default();
    assert_eq!((clock.left(desk.now.mono_ms), clock.over(desk.now.mono_ms)), (Some(0), 10_000));
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.turns[0].took_ms, 250_000);
    assert!(!desk.interview.turns[0].time_up);
}

#[test]
fn without_a_clock_nothing_counts_down_and_nothing_wakes_the_program() {
    let mut desk = Desk::wishing(pressure(Pressure::Untimed));
    assert_eq!(desk.interview.wake_at(), None);
    desk.press("Ctrl-S");
    assert_eq!(desk.interview.clock().and_then(|clock| clock.left(desk.now.mono_ms)), None);
    assert_eq!(desk.sleep(3_600_000), 0);
    desk.press("Ctrl-S Ctrl-X Ctrl-X 0 Enter Enter Enter Enter Enter Enter Enter Enter");
    assert_eq!(desk.debrief().rehearsed.pressure, Pressure::Untimed);
    assert_eq!(desk.debrief().tries.last().map(|t| t.took_ms), Some(3_600_000), "the time is known all the same");
}

#[test]
fn extra_time_is_one_and_a_half_or_twice_as_much() {
    for (extra, think, answer, follow_up) in
        [(Extra::None, 45, 240, 120), (Extra::Half, 67, 360, 180), (Extra::Double, 90, 480, 240)]
    {
        let mut desk = Desk::wishing(Wish { extra: Some(extra), ..Wish::default() });
        let limit = |desk: &Desk| desk.interview.clock().and_then(|c| c.limit_ms).map(|ms| ms / 1000);
        assert_eq!(limit(&desk), Some(think));
        desk.press("Ctrl-S");
        assert_eq!(limit(&desk), Some(answer));
        desk.press("Ctrl-S");
        assert_eq!(limit(&desk), Some(follow_up));
    }
}

#[test]
fn a_pause_stops_the_clock() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").wait(10_000).press("Esc Esc").wait(600_000);
    assert_eq!(desk.interview.state(), State::InterviewPause);
    assert_eq!(desk.interview.wake_at(), None);
    desk.press("Enter").wait(5_000);
    assert_eq!(desk.interview.clock().map(|clock| clock.used(desk.now.mono_ms)), Some(15_000));
    assert_eq!(desk.interview.pauses, 1);
    desk.press("Ctrl-S Ctrl-X Ctrl-X Esc Enter");
    assert_eq!(desk.interview.pauses, 1, "a prediction has no clock");
}

#[test]
fn a_countdown_wakes_once_a_second_and_a_hidden_one_only_at_its_end() {
    let mut desk = Desk::new();
    desk.press("Ctrl-S").wait(300).input(Input::Resize);
    assert_eq!(desk.sleep(60_000), 60);
    desk.press("Alt-t");
    assert_eq!(desk.sleep(60_000), 0);
    assert_eq!(desk.sleep(120_000), 1, "the deadline stays in force");
    assert!(matches!(desk.interview.stage, Stage::FollowUp(_)));
}

#[test]
fn the_interviewer_says_that_the_time_is_up() {
    let mut desk = Desk::wishing(Wish { follow_ups: Some(0), ..Wish::default() });
    desk.press("Ctrl-S").sleep(240_000);
    assert_eq!(desk.interview.said(), "Cukup sampai di sini.");
}
