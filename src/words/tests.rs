use super::{Arg, Words, plain};

/// Saturday, 21 November 2026, in days since 1970-01-01.
const DAY: i32 = 20_778;

fn both() -> (Words, Words) {
    (Words::of("en"), Words::of("id"))
}

#[test]
fn durations_are_said_in_both_languages() {
    let (en, id) = both();
    assert_eq!(en.minutes(9), "9 min");
    assert_eq!(en.minutes(65), "1 h 5 min");
    assert_eq!(en.minutes(120), "2 h");
    assert_eq!(en.duration(20), "20 s");
    assert_eq!(en.duration(560), "9 min 20 s");
    assert_eq!(en.duration(540), "9 min");
    assert_eq!(en.duration(3905), "1 h 5 min");
    assert_eq!(en.minutes_of(0), "1 min");
    assert_eq!(en.minutes_of(61), "2 min");
    assert_eq!(en.clock(112), "1:52");
    assert_eq!(en.clock(3723), "1:02:03");
    assert_eq!(id.duration(560), "9 mnt 20 dtk");
    assert_eq!(id.minutes(65), "1 jam 5 mnt");
}

#[test]
fn dates_are_short_and_in_the_language() {
    let (en, id) = both();
    assert_eq!(en.date(DAY), "Sat 21 Nov");
    assert_eq!(en.date(DAY + 21), "Sat 12 Dec");
    assert_eq!(id.date(DAY + 21), "Sab 12 Des");
    assert_eq!(en.date_year(DAY + 21), "12 Dec 2026");
    assert_eq!(en.date(0), "Thu 1 Jan");
    assert_eq!(en.date(-1), "Wed 31 Dec");
}

#[test]
fn a_date_out_of_the_calendar_is_still_written() {
    assert!(!Words::of("en").date(i32::MAX).is_empty());
    assert!(!Words::of("id").date(i32::MIN).is_empty());
}

#[test]
fn every_weekday_and_month_has_a_name_of_its_own() {
    for words in [Words::of("en"), Words::of("id")] {
        let mut days: Vec<String> = (0..7).map(|d| words.weekday(d)).collect();
        let mut months: Vec<String> = (1..=12).map(|m| words.month(m)).collect();
        for (names, count) in [(&mut days, 7), (&mut months, 12)] {
            names.sort();
            names.dedup();
            assert_eq!(names.len(), count, "{names:?}");
            assert!(names.iter().all(|n| n.chars().count() == 3), "{names:?}");
        }
    }
}

#[test]
fn days_ahead_and_past_have_names_when_they_are_near() {
    let (en, id) = both();
    assert_eq!(en.in_days(0), "today");
    assert_eq!(en.in_days(1), "tomorrow");
    assert_eq!(en.in_days(6), "in 6 days");
    assert_eq!(en.days_ago(1), "yesterday");
    assert_eq!(en.days_ago(3), "3 days ago");
    assert_eq!(en.days(1), "1 day");
    assert_eq!(en.in_minutes(10), "in 10 minutes");
    assert_eq!(en.in_minutes(1), "in 1 minute");
    assert_eq!(en.in_minutes(180), "in 3 hours");
    assert_eq!(en.ago(2), "2 s ago");
    assert_eq!(id.in_days(1), "besok");
    assert_eq!(id.in_days(6), "6 hari lagi");
    assert_eq!(id.in_minutes(10), "10 menit lagi");
    assert_eq!(id.days_ago(3), "3 hari lalu");
}

#[test]
fn numbers_in_messages_follow_the_language() {
    let (en, id) = both();
    assert_eq!(en.number(48_210), "48,210");
    assert_eq!(id.number(48_210), "48.210");
    assert_eq!(en.days(48_210), "48,210 days");
    assert_eq!(id.days(48_210), "48.210 hari");
}

#[test]
fn a_share_is_rounded_but_never_to_all_or_nothing() {
    let en = Words::of("en");
    assert_eq!(en.percent(0.844), "84%");
    assert_eq!(en.percent(0.999), "99%");
    assert_eq!(en.percent(0.001), "1%");
    assert_eq!(en.percent(0.0), "0%");
    assert_eq!(en.percent(1.0), "100%");
    assert_eq!(en.percent(7.0), "100%");
    assert_eq!(en.percent(f64::NAN), "0%");
}

#[test]
fn lists_end_with_and() {
    let (en, id) = both();
    assert_eq!(en.list::<&str>(&[]), "");
    assert_eq!(en.list(&["a"]), "a");
    assert_eq!(en.list(&["a", "b"]), "a and b");
    assert_eq!(en.list(&["a", "b", "c"]), "a, b and c");
    assert_eq!(id.list(&["a", "b", "c"]), "a, b, dan c");
    assert_eq!(id.list(&["a", "b"]), "a dan b");
}

#[test]
fn a_key_that_does_not_exist_is_shown_itself() {
    let en = Words::of("en");
    assert_eq!(en.get("no-such-key"), "no-such-key");
    assert!(!en.has("no-such-key"));
    assert!(en.has("time-today"));
}

#[test]
fn messages_carry_no_direction_marks() {
    let text = Words::of("en").ago(2);
    assert!(text.is_ascii(), "{text:?}");
}

#[test]
fn an_unknown_language_is_english() {
    assert_eq!(Words::of("fr").code(), "en");
}

#[test]
fn tags_are_removed_for_plain_text_and_other_angles_stay() {
    assert_eq!(plain("You recalled <b>12 of 14</b>."), "You recalled 12 of 14.");
    assert_eq!(plain("<b>a <k>b</k></b> c"), "a b c");
    assert_eq!(plain("1 < 2 and <b>open"), "1 < 2 and <b>open");
    assert_eq!(plain("Vec<T> <T>"), "Vec<T> <T>");
    assert_eq!(plain("</b>"), "</b>");
}

#[test]
fn an_area_is_parsed_when_its_first_message_is_asked_for() {
    let (en, _) = both();
    let parsed = |words: &Words| words.areas.iter().filter(|a| a.get().is_some()).count();
    assert_eq!(parsed(&en), 0, "making it costs nothing");
    assert!(en.has("trouble-title"), "a message that exists");
    let once = parsed(&en);
    assert!((1..en.areas.len()).contains(&once), "only the areas that were needed: {once}");
    assert!(!en.has("no-such-message"));
    assert_eq!(parsed(&en), once, "a key that is nowhere parses nothing");
}

#[test]
fn one_of_a_thing_is_said_in_the_singular() {
    let words = Words::of("en");
    let one = |key: &str, more: &[(&str, Arg)]| {
        let ones = ["n", "days", "right", "events", "subjects", "sure", "done", "ahead", "own", "model", "of"];
        let mut values: Vec<(&str, Arg)> = ones.iter().map(|name| (*name, 1.into())).collect();
        values.extend(more.iter().cloned());
        words.fmt(key, &values)
    };
    assert_eq!(one("cli-stats-total", &[("time", "1 min".into())]), "Answers: 1, 1 recalled, on 1 day, 1 min.");
    assert_eq!(one("cli-today-week", &[("aim", 3.into())]), "This week: 1 study day, aim 3.");
    assert_eq!(one("cli-today-later", &[]), "Later: 1 more, spread over 1 day.");
    let resume = one("cli-today-resume", &[("minutes", "1 min".into())]);
    assert_eq!(resume, "Review: go on after 1 answer, 1 to go, 1 min.");
    assert_eq!(one("cli-doctor-looked", &[]), "1 event, 1 item or topic rebuilt from the log.");
    assert_eq!(one("plain-confidence", &[]), "Confidence: sure 1 time, right 1 of those.");
    assert_eq!(one("ask-compare", &[]), "Compare: 1 word of yours, 1 of the model.");
    assert_eq!(one("rehearse-none-answered", &[]), "<b>1 question waits.</b> The first one takes about ten minutes.");
    let two =
        words.fmt("cli-stats-total", &[("n", 2.into()), ("right", 2.into()), ("days", 2.into()), ("time", "".into())]);
    assert!(two.contains("on 2 days"), "{two}");
}
