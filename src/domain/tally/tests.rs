use super::*;
use crate::domain::event::EventId;
use crate::domain::memory::Memory;
use crate::domain::question::AnswerKey;

/// Saturday, 21 November 2026.
const TODAY: StudyDay = StudyDay(20_778);

fn item(name: &str) -> ItemId {
    ItemId::parse(&format!("p/{name}")).unwrap()
}

fn seen(item: &ItemId, ago: i32) -> Seen<'_> {
    let day = TODAY.plus(-ago);
    Seen {
        item,
        utc: i64::from(day.0) * 86_400_000 + 6 * 3_600_000,
        offset_min: 0,
        day,
        rating: Rating::Good,
        right: true,
        recalled: true,
        sure: true,
        tried: true,
        took_ms: 8_000,
        setting: Setting::Review,
    }
}

fn missed(item: &ItemId, ago: i32) -> Seen<'_> {
    Seen { rating: Rating::Forgot, right: false, recalled: false, ..seen(item, ago) }
}

fn tally(rows: &[Seen<'_>]) -> Tally {
    let mut out = Tally::new(TODAY);
    rows.iter().for_each(|row| out.answer(row, Some(KindName::Single)));
    out
}

#[test]
fn a_day_counts_its_answers_and_what_was_asked_for_the_first_time() {
    let (a, b) = (item("t/a"), item("t/b"));
    let t = tally(&[seen(&a, 1), seen(&a, 0), missed(&b, 0)]);
    let day = t.day(TODAY);
    assert_eq!((day.answers, day.first_asked), (Count { part: 1, of: 2 }, 1));
    assert_eq!(t.day(TODAY.plus(-2)), DayDone::default());
}

#[test]
fn remembered_looks_at_items_older_than_a_week_and_at_calendar_months() {
    let (a, b, c) = (item("t/a"), item("t/b"), item("t/c"));
    let rows =
        [seen(&a, 50), seen(&a, 30), seen(&b, 20), seen(&c, 8), missed(&a, 7), seen(&a, 7), seen(&c, 1), missed(&b, 0)];
    let (this, last) = tally(&rows).remembered();
    assert_eq!(this, Count { part: 0, of: 2 }, "c is seven days old and not older, the second answer of a day is none");
    assert_eq!(last, Count { part: 1, of: 1 }, "22 October");
    let practice = Seen { setting: Setting::Practice, ..seen(&a, 0) };
    assert_eq!(tally(&[seen(&a, 40), practice]).remembered().0.of, 0);
}

#[test]
fn the_map_has_twelve_weeks_and_ends_with_this_one() {
    let from = first_of_weeks(TODAY);
    assert_eq!((from.weekday(), from.plus(HEAT_DAYS - 1).monday()), (0, TODAY.monday()));
    let minute = 60_000;
    let classes = [0, 1, 10 * minute - 1, 10 * minute, 25 * minute, 25 * minute + 1].map(Heat::of);
    assert_eq!(classes, [Heat::None, Heat::Little, Heat::Little, Heat::Some, Heat::Some, Heat::Much]);
}

#[test]
fn a_week_shows_monday_to_sunday_and_a_gap_does_not_count_today() {
    let ago = |n: i32| TODAY.plus(-n);
    assert_eq!(week(TODAY, [ago(5), ago(4), ago(2), ago(0), ago(6)]), [true, true, false, true, false, true, false]);
    assert_eq!(longest_gap(ago(83), TODAY, [ago(20), ago(15), ago(3)]), 11);
    assert_eq!(longest_gap(ago(83), TODAY, [ago(3)]), 2, "days without study up to yesterday");
    assert_eq!(longest_gap(ago(83), TODAY, [ago(1), ago(0)]), 0);
    assert_eq!(longest_gap(ago(83), TODAY, [ago(90)]), 0);
}

#[test]
fn the_best_hour_is_local() {
    let a = item("t/a");
    let jakarta = |n: i32| Seen { offset_min: 420, ..seen(&a, n) };
    assert_eq!(tally(&[jakarta(0), jakarta(1), seen(&a, 2)]).best_hour(), Some(13));
    assert_eq!(tally(&[]).best_hour(), None);
}

#[test]
fn a_median_needs_five_answers_and_forgets_old_ones() {
    let a = item("t/a");
    let with = |times: &[u32]| {
        let rows: Vec<Seen> = times.iter().map(|ms| Seen { took_ms: *ms, ..seen(&a, 0) }).collect();
        tally(&rows).medians()
    };
    assert_eq!(with(&[1, 2, 3, 4]), []);
    assert_eq!(with(&[9, 1, 5, 7, 3]), [(KindName::Single, 5)]);
    let slow_then_quick: Vec<u32> = (0..300).map(|n| if n < 190 { 60_000 } else { 5_000 }).collect();
    assert_eq!(with(&slow_then_quick), [(KindName::Single, 5_000)]);
    let gave_up = vec![Seen { tried: false, ..seen(&a, 0) }; 9];
    assert_eq!(tally(&gave_up).medians(), []);
}

#[test]
fn sure_but_wrong_is_grouped_by_unit_and_section_over_sixty_days() {
    let (a, b, c) = (item("ix/a"), item("ix/b"), item("tx/c"));
    let unsure = |row| Seen { sure: false, ..row };
    let rows = [
        missed(&a, 60),
        missed(&a, 59),
        missed(&a, 5),
        seen(&a, 3),
        missed(&b, 2),
        unsure(missed(&b, 1)),
        missed(&c, 0),
        seen(&c, 0),
    ];
    let place = |id: &ItemId| match id.local() {
        "a" | "b" => Some(("c04", "order")),
        "c" => Some(("c04", "levels")),
        _ => None,
    };
    let t = tally(&rows);
    let units = t.sure_but_wrong(place);
    assert_eq!(units["c04"].wrong, Count { part: 4, of: 6 });
    let groups: Vec<(&str, u32)> = units["c04"].groups.iter().map(|g| (&*g.section, g.wrong)).collect();
    assert_eq!(groups, [("order", 3), ("levels", 1)]);
    assert_eq!(t.sure_but_wrong(|_| None).len(), 0, "a question that is not installed has no place");
}

#[test]
fn percents_are_rounded_and_nothing_has_none() {
    let percent = |part, of| Count { part, of }.percent();
    assert_eq!((percent(0, 0), percent(2, 3), percent(1, 200), percent(7, 7)), (None, Some(67), Some(1), Some(100)));
}

#[test]
fn what_fades_is_listed_with_the_weakest_first() {
    let ids = ["a", "b", "c", "d"].map(|t| TopicId::new("p", t));
    let count = |fading, recall| TopicCount { fading, recall, ..TopicCount::default() };
    let counts = [count(2, 0.78), count(0, 0.40), count(1, 0.71), count(3, 0.74)];
    let states = [TopicState::Fading, TopicState::Learning, TopicState::Held, TopicState::Fading];
    let rows = ids.iter().zip(states).zip(&counts).map(|((id, s), c)| (id, s, c));
    let names: Vec<(Box<str>, f32)> =
        fading(rows, 2).into_iter().map(|(id, recall)| (id.local().into(), recall)).collect();
    assert_eq!(names, [("c".into(), 0.71), ("d".into(), 0.74)]);
}

fn memory(interval: u16, due_utc: Option<UtcMs>) -> Memory {
    Memory {
        stability: 5.0,
        difficulty: 5.0,
        key: AnswerKey(1),
        last: EventId::default(),
        last_utc: 0,
        last_day: TODAY,
        rating: Rating::Good,
        interval,
        due_utc,
        due_day: TODAY.plus(i32::from(interval)),
        answers: 1,
        lapses: 0,
        solid: false,
        aim: 90,
    }
}

fn row<'a>(item: &'a ItemId, before: Option<&'a Memory>, after: &'a Memory) -> ResultRow<'a> {
    ResultRow { item, section: "s", right: true, guess: false, sure: true, before, after: Some(after) }
}

#[test]
fn a_summary_tells_what_is_held_longer_and_what_comes_back() {
    let items = ["ix/a", "ix/b", "jwt/c", "jwt/d", "jwt/e"].map(item);
    let before = [memory(4, None), memory(8, None), memory(4, None), memory(9, None), memory(0, Some(1))];
    let after = [memory(10, None), memory(20, None), memory(11, None), memory(0, Some(900)), memory(1, None)];
    let rows: Vec<ResultRow> =
        items.iter().zip(before.iter().zip(&after)).map(|(i, (b, a))| row(i, Some(b), a)).collect();
    let grown: Vec<(String, u16, u16)> =
        held_longer(&rows).into_iter().map(|g| (g.topic.local().to_owned(), g.from, g.to)).collect();
    assert_eq!(grown, [("ix".to_owned(), 6, 15), ("jwt".to_owned(), 4, 11)]);
    let soon: Vec<&str> = come_back_soon(&rows).into_iter().map(|(i, _)| i.local()).collect();
    assert_eq!(soon, ["d", "e"]);
    let passed = memory(1, None);
    let both = [rows[3], row(&items[3], Some(&after[3]), &passed)];
    assert_eq!(come_back_soon(&both), [(&items[3], &passed)], "the last answer counts");
}

#[test]
fn a_right_guess_is_not_recalled_and_is_named() {
    let (a, b, c) = (item("t/a"), item("t/b"), item("t/c"));
    let m = memory(2, None);
    let guess = ResultRow { guess: true, sure: false, ..row(&b, None, &m) };
    let wrong = ResultRow { right: false, ..row(&c, None, &m) };
    let rows = [row(&a, None, &m), guess, wrong];
    assert_eq!(recalled(&rows), Count { part: 1, of: 3 });
    assert_eq!(guessed_right(&rows), [&b]);
    let told = confidence(&rows);
    assert_eq!((told.sure, told.guessed), (Count { part: 1, of: 2 }, Count { part: 1, of: 1 }));
}

#[test]
fn calibration_needs_a_few_answers_and_names_both_ways_to_be_off() {
    let of = |sure: (u32, u32), guessed: (u32, u32)| {
        let count = |(part, of)| Count { part, of };
        calibration(&Confidence { sure: count(sure), guessed: count(guessed) })
    };
    assert_eq!(of((4, 4), (0, 0)), Calibration::TooFew);
    assert_eq!(of((10, 11), (0, 1)), Calibration::Well);
    assert_eq!(of((8, 11), (3, 3)), Calibration::SureTooOften);
    assert_eq!(of((10, 11), (3, 4)), Calibration::UnsureTooOften);
}

#[test]
fn the_one_thing_is_the_section_with_the_most_misses() {
    let (a, b, c) = (item("ix/a"), item("ix/b"), item("tx/c"));
    let m = memory(2, None);
    let miss = |item, section| ResultRow { right: false, section, ..row(item, None, &m) };
    let rows = [miss(&c, "levels"), miss(&a, "order"), row(&a, None, &m), miss(&b, "order")];
    assert_eq!(one_thing(&rows), Some((TopicId::new("p", "ix"), "order", Count { part: 2, of: 3 })));
    assert_eq!(one_thing(&[row(&a, None, &m)]), None);
}

#[test]
fn a_forecast_grows_with_the_reviews_of_a_day_and_does_not_hang_on_the_number_of_items() {
    let made: Vec<Memory> = (0..400u16)
        .map(|n| Memory {
            stability: 3.0 + f32::from(n % 20),
            due_day: TODAY.plus(i32::from(n % 9)),
            ..memory(3, None)
        })
        .collect();
    let shares = forecast(made.iter(), TODAY, 30, &[0.0, 5.0, 10.0, 20.0, 60.0]);
    assert!(shares.is_sorted(), "{shares:?}");
    assert!(shares[0] > 0.5 && shares[0] + 0.1 < shares[3] && shares[4] < 1.0);
    let tenfold: Vec<Memory> = (0..10).flat_map(|_| made.clone()).collect();
    assert!((forecast(tenfold.iter(), TODAY, 30, &[200.0])[0] - shares[3]).abs() < 0.02);
    assert!(forecast([].iter(), TODAY, 30, &[10.0]).is_empty());
}
