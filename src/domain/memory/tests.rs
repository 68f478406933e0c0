use super::*;
use crate::domain::ids::ItemId;
use crate::domain::question::Answer;
use proptest::prelude::*;

const HOUR: i64 = 3600 * 1000;
const ROLLOVER: i32 = 240;

/// 2026-11-21 00:00 UTC.
const START: UtcMs = 1_795_219_200_000;

fn answered(rating: Rating, day: StudyDay) -> Answered {
    Answered {
        item: ItemId::parse("p/t/q").unwrap(),
        key: 1,
        rating,
        outcome: if rating == Rating::Forgot { Outcome::Wrong } else { Outcome::Right },
        guess: false,
        hint: false,
        took_ms: 4_000,
        day,
        aim: 90,
        shift: 0,
        setting: Setting::Review,
        answer: Answer::DontKnow,
    }
}

fn id(n: u64) -> EventId {
    EventId::from_parts(START as u64 + n, 0, 7)
}

fn at(prev: Option<&Memory>, utc: UtcMs, rating: Rating) -> Memory {
    let a = answered(rating, StudyDay::of(utc, 0, ROLLOVER));
    let n = prev.map_or(0, |p| u64::from(p.answers));
    Memory::after(prev, Given::answer(id(n), utc, &a, rating)).unwrap()
}

#[test]
fn the_first_good_answer_comes_back_in_two_days() {
    let m = at(None, START + 12 * HOUR, Rating::Good);
    assert_eq!((m.interval, m.due_day), (2, m.last_day.plus(2)));
    assert!((m.stability - 2.3065).abs() < 1e-4);
    assert!((m.difficulty - 2.1181).abs() < 1e-3);
    assert_eq!((m.answers, m.lapses, m.solid), (1, 0, false));
}

#[test]
fn what_was_forgotten_comes_back_in_ten_minutes_and_then_tomorrow() {
    let noon = START + 12 * HOUR;
    let forgot = at(None, noon, Rating::Forgot);
    assert_eq!((forgot.due_utc, forgot.interval), (Some(noon + STEP_MS), 0));
    let passed = at(Some(&forgot), noon + STEP_MS, Rating::Good);
    assert_eq!((passed.due_utc, passed.due_day), (None, forgot.last_day.plus(1)));
}

#[test]
fn even_what_was_known_for_long_comes_back_the_day_after_it_was_forgotten() {
    let old = Memory { stability: 300.0, ..at(None, START, Rating::Good) };
    let forgot = at(Some(&old), START + 200 * 24 * HOUR, Rating::Forgot);
    let passed = at(Some(&forgot), forgot.last_utc + STEP_MS, Rating::Easy);
    assert!(passed.stability > 5.0, "FSRS alone would wait for days");
    assert_eq!((passed.interval, passed.due_day), (1, passed.last_day.plus(1)));
    let a = answered(Rating::Easy, passed.last_day);
    let given = Given::answer(id(3), forgot.last_utc + STEP_MS, &a, Rating::Easy);
    assert_eq!(Memory::window(Some(&forgot), given), None, "there is no day to choose");
}

#[test]
fn forgot_at_3_55_and_right_at_4_05_is_not_a_day() {
    let before = START + 3 * HOUR + 55 * 60_000;
    let forgot = at(None, before, Rating::Forgot);
    let right = at(Some(&forgot), before + STEP_MS, Rating::Good);
    assert_eq!(right.last_day, forgot.last_day.plus(1), "the study days differ");
    let same_day = at(Some(&at(None, START + 12 * HOUR, Rating::Forgot)), START + 12 * HOUR + STEP_MS, Rating::Good);
    assert_eq!((right.stability, right.difficulty), (same_day.stability, same_day.difficulty));
    assert_eq!(right.due_day, right.last_day.plus(1));
}

#[test]
fn days_between_answers_are_held_within_what_the_clock_allows() {
    let noon = START + 12 * HOUR;
    let d = |n| StudyDay::of(noon, 0, ROLLOVER).plus(n);
    assert_eq!(elapsed_days(noon, d(0), noon + 5 * HOUR, d(1)), 0);
    assert_eq!(elapsed_days(noon, d(0), noon + 7 * HOUR, d(1)), 1);
    assert_eq!(elapsed_days(noon, d(0), noon + 7 * HOUR, d(0)), 0);
    assert_eq!(elapsed_days(noon, d(0), noon + 30 * HOUR, d(5)), 2, "a flight around the world");
    assert_eq!(elapsed_days(noon, d(3), noon + 72 * HOUR, d(3)), 3, "and back");
    assert_eq!(elapsed_days(noon, d(0), noon - 90 * HOUR, d(-4)), 0, "a clock that was set back");
}

#[test]
fn practice_leaves_the_schedule_as_it_was() {
    let m = at(None, START, Rating::Good);
    let mut a = answered(Rating::Forgot, m.last_day.plus(1));
    a.setting = Setting::Practice;
    let given = Given::answer(id(9), START + 26 * HOUR, &a, Rating::Forgot);
    assert_eq!(Memory::after(Some(&m), given), Some(m));
    assert_eq!(Memory::after(None, given), None);
    assert_eq!(Memory::window(Some(&m), given), None);
}

#[test]
fn a_changed_answer_key_starts_anew() {
    let old = at(Some(&at(None, START, Rating::Good)), START + 48 * HOUR, Rating::Good);
    assert!(old.is_current(AnswerKey(1)) && !old.is_current(AnswerKey(2)));
    let mut a = answered(Rating::Good, old.last_day.plus(9));
    a.key = 2;
    let utc = START + 300 * HOUR;
    let given = Given::answer(id(9), utc, &a, Rating::Good);
    let new = Memory::after(Some(&old), given).unwrap();
    assert_eq!(Some(new), Memory::after(None, given));
}

#[test]
fn an_item_is_solid_after_a_week_between_answers_until_it_is_forgotten() {
    let first = at(None, START, Rating::Good);
    let soon = at(Some(&first), START + 48 * HOUR, Rating::Good);
    assert!(!soon.solid);
    let week = at(Some(&soon), START + (48 + 7 * 24) * HOUR, Rating::Good);
    assert!(week.solid);
    let next = at(Some(&week), week.last_utc + 24 * HOUR, Rating::Good);
    assert!(next.solid, "a short gap later does not take it back");
    assert!(!at(Some(&next), next.last_utc + 24 * HOUR, Rating::Forgot).solid);
}

#[test]
fn a_guess_does_not_make_an_item_solid() {
    let first = at(None, START, Rating::Good);
    let mut a = answered(Rating::Hard, first.last_day.plus(8));
    a.guess = true;
    let given = Given::answer(id(3), START + 8 * 24 * HOUR, &a, Rating::Hard);
    assert!(!Memory::after(Some(&first), given).unwrap().solid);
    let own_word = Given { rating: Rating::Good, ..given };
    assert!(Memory::after(Some(&first), own_word).unwrap().solid);
}

#[test]
fn only_what_had_been_learnt_can_lapse_and_eight_lapses_are_a_leech() {
    let mut m = at(None, START, Rating::Forgot);
    assert_eq!(m.lapses, 0);
    for n in 1..=8 {
        assert!(!m.is_leech());
        m = at(Some(&m), m.last_utc + STEP_MS, Rating::Good);
        m = at(Some(&m), m.last_utc + 26 * HOUR, Rating::Forgot);
        assert_eq!(m.lapses, n);
        m = at(Some(&m), m.last_utc + STEP_MS, Rating::Forgot);
        assert_eq!(m.lapses, n, "the same lapse");
    }
    assert!(m.is_leech());
}

#[test]
fn a_step_is_due_after_ten_minutes_or_on_the_next_day() {
    let m = at(None, START + 12 * HOUR, Rating::Forgot);
    let now = |utc: UtcMs, day| Moment { utc, offset_min: 0, day, mono_ms: 0, id: id(0) };
    assert!(!m.is_due(&now(m.last_utc + STEP_MS - 1, m.last_day)));
    assert!(m.is_due(&now(m.last_utc + STEP_MS, m.last_day)));
    assert!(m.is_due(&now(0, m.last_day.plus(1))));
    let good = at(None, START + 12 * HOUR, Rating::Good);
    assert!(!good.is_due(&now(i64::MAX, good.last_day.plus(1))));
    assert!(good.is_due(&now(0, good.last_day.plus(2))));
}

#[test]
fn recall_starts_at_one_and_is_ninety_percent_after_stability_days() {
    let mut m = at(None, START, Rating::Good);
    m.stability = 20.0;
    assert_eq!(m.retrievability(m.last_day), 1.0);
    assert_eq!(m.retrievability(m.last_day.plus(-3)), 1.0);
    assert!((m.retrievability(m.last_day.plus(20)) - 0.9).abs() < 1e-3);
    let below = m.falls_below(0.8);
    assert!(m.retrievability(below) < 0.8 && m.retrievability(below.plus(-1)) >= 0.8);
}

#[test]
fn an_open_review_lies_between_right_and_forgotten() {
    let m = at(Some(&at(None, START, Rating::Good)), START + 48 * HOUR, Rating::Good);
    let on = m.last_day.plus(9);
    let utc = m.last_utc + 9 * 24 * HOUR;
    let (right, forgot) = (at(Some(&m), utc, Rating::Good), at(Some(&m), utc, Rating::Forgot));
    let open = m.expected_after(on);
    assert!(forgot.stability < open.stability && open.stability < right.stability);
    assert!(open.due_day > on && open.last_day == on);
}

#[test]
fn the_aim_is_clamped_and_a_higher_one_comes_back_sooner() {
    assert_eq!((clamp_aim(10), clamp_aim(90), clamp_aim(100)), (70, 90, 97));
    assert_eq!(fading_below(90), 0.8);
    let with = |aim| {
        let mut a = answered(Rating::Easy, StudyDay(20_000));
        a.aim = aim;
        Memory::after(None, Given::answer(id(1), START, &a, Rating::Easy)).unwrap()
    };
    assert!(with(97).interval < with(90).interval && with(90).interval < with(70).interval);
    assert_eq!(with(1), with(70));
}

#[test]
fn short_intervals_have_no_window_and_longer_ones_have_the_documented_one() {
    let window = |days: f32| {
        let w = FuzzWindow::new(StudyDay(0), days, id(1));
        (w.low, w.high)
    };
    assert_eq!(window(0.2), (1, 1));
    assert_eq!(window(2.4), (2, 2));
    assert_eq!(window(2.5), (2, 4));
    assert_eq!(window(7.0), (5, 9), "1 day and 15% of 4.5");
    assert_eq!(window(20.0), (17, 23), "and 10% of 13");
    assert_eq!(window(100.0), (93, 107), "and 5% of 80");
    assert_eq!(window(5000.0).1, 365);
    assert_eq!(window(f32::NAN), (1, 1));
}

#[test]
fn chance_reaches_every_day_of_a_window() {
    let mut seen = [0; 7];
    for n in 0..700 {
        seen[usize::from(FuzzWindow::new(StudyDay(0), 20.0, id(n)).fuzzed - 17)] += 1;
    }
    assert!(seen.iter().all(|n| *n > 50), "{seen:?}");
}

#[test]
fn the_least_loaded_day_wins_and_among_equals_the_nearest_to_chance() {
    let w = FuzzWindow { day: StudyDay(100), low: 5, high: 9, fuzzed: 7 };
    assert_eq!(choose_shift(&w, |_| 3), 0);
    assert_eq!(choose_shift(&w, |d| u32::from(d != StudyDay(109))), 2);
    assert_eq!(choose_shift(&w, |d| u32::from(d == StudyDay(107))), -1);
    assert_eq!((w.interval(2), w.interval(-128), w.interval(127)), (9, 5, 9));
}

fn history() -> impl Strategy<Value = Vec<(i64, u8, i8, u8, i32)>> {
    let step = (0i64..(40 * 24 * 60), 1u8..=4, any::<i8>(), 60u8..=100, -720i32..=840);
    prop::collection::vec(step, 1..25)
}

proptest! {
    #[test]
    fn whatever_happens_numbers_stay_sound_and_what_was_passed_is_due_tomorrow_at_the_earliest(steps in history()) {
        let (mut utc, mut memory) = (START, None::<Memory>);
        for (n, (minutes, rating, shift, aim, offset)) in steps.into_iter().enumerate() {
            utc += minutes * 60_000;
            let rating = Rating::from_digit(rating).unwrap();
            let mut a = answered(rating, StudyDay::of(utc, offset, ROLLOVER));
            (a.shift, a.aim) = (shift, aim);
            let given = Given::answer(id(n as u64), utc, &a, rating);
            let window = Memory::window(memory.as_ref(), given);
            let next = Memory::after(memory.as_ref(), given).unwrap();
            prop_assert!(next.stability.is_finite() && next.stability > 0.0);
            prop_assert!((1.0..=10.0).contains(&next.difficulty));
            prop_assert!((0.0..=1.0).contains(&next.retrievability(a.day.plus(30))));
            if rating == Rating::Forgot {
                prop_assert_eq!(next.due_utc, Some(utc + STEP_MS));
                prop_assert_eq!(window, None);
            } else {
                prop_assert!(next.due_day >= a.day.plus(1) && next.due_day <= a.day.plus(365));
                prop_assert_eq!(next.due_utc, None);
            }
            if let Some(w) = window {
                prop_assert!((w.low..=w.high).contains(&w.fuzzed));
                prop_assert!((w.low..=w.high).contains(&next.interval));
                let load = |d: StudyDay| (d.0.unsigned_abs() * 7919) % 13;
                let shift = choose_shift(&w, load);
                let chosen = w.day.plus(i32::from(w.fuzzed) + i32::from(shift));
                prop_assert_eq!(w.interval(shift), chosen.since(w.day) as u16, "the shift stays inside");
                let least = (w.low..=w.high).map(|i| load(w.day.plus(i32::from(i)))).min();
                prop_assert_eq!(Some(load(chosen)), least);
            }
            memory = Some(next);
        }
    }

    #[test]
    fn travelling_never_moves_a_past_day(offset in -720i32..=840, rollover in 0i32..720) {
        let m = at(None, START, Rating::Good);
        let utc = START + 50 * HOUR;
        let a = answered(Rating::Good, StudyDay::of(utc, offset, rollover));
        let next = Memory::after(Some(&m), Given::answer(id(1), utc, &a, Rating::Good)).unwrap();
        prop_assert_eq!(next.last_day, a.day, "the day is the one of the row");
        // What the day of the earlier row was does not depend on where the learner is now.
        prop_assert_eq!(m.last_day, StudyDay::of(START, 0, ROLLOVER));
        let days = elapsed_days(m.last_utc, m.last_day, utc, a.day);
        prop_assert!((2..=3).contains(&days), "50 hours are two days or three, whatever the calendar says");
    }
}
