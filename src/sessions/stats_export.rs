//! Stats and the log as CSV (RFC 4180) and JSON, for spreadsheets and scripts.
//!
//! Column and key names are English in every language, so that a script keeps working when the language changes.

use serde_json::{Value, json};

use crate::domain::text::Lang;
use crate::domain::time::StudyDay;

use super::describe;
use super::effect::LogRow;
use super::study::{Skill, StatsData};
use crate::words::{Words, iso_date};

/// A day in ISO 8601, such as `2026-11-21`.
pub fn iso(day: StudyDay) -> String {
    iso_date(day.0)
}

/// A moment in ISO 8601 with the offset that it had, such as `2026-11-21T09:12:00+07:00`.
fn iso_moment(utc: i64, offset_min: i32) -> String {
    let local = utc.div_euclid(1000) + i64::from(offset_min) * 60;
    let day = iso(StudyDay(i32::try_from(local.div_euclid(86_400)).unwrap_or(i32::MAX)));
    let of_day = local.rem_euclid(86_400);
    let (sign, offset) = (if offset_min < 0 { '-' } else { '+' }, offset_min.unsigned_abs());
    let (h, m, s) = (of_day / 3600, of_day / 60 % 60, of_day % 60);
    format!("{day}T{h:02}:{m:02}:{s:02}{sign}{:02}:{:02}", offset / 60, offset % 60)
}

/// Days with their minutes, from a first day on.
fn days(data: &StatsData) -> impl Iterator<Item = (String, u16)> + '_ {
    data.minutes.iter().zip(0..).map(|(minutes, i)| (iso(data.from.plus(i)), *minutes))
}

/// Stats as CSV: what a row is about, its name, what is told, the number.
pub fn stats_csv(data: &StatsData, lang: Lang) -> String {
    let mut rows = vec![row(["about", "name", "measure", "value"])];
    let mut put = |about: &str, name: &str, measure: &str, value: String| {
        rows.push(row([about, name, measure, value.as_str()]));
    };
    put("total", "answers", "count", data.totals.0.to_string());
    put("total", "time", "minutes", data.totals.1.to_string());
    put("total", "longest gap", "days", data.longest_gap.to_string());
    if let Some(hour) = data.best_hour {
        put("total", "best hour", "hour", hour.to_string());
    }
    for (name, share) in [("this month", data.remembered.0), ("last month", data.remembered.1)] {
        if let Some(share) = share {
            put("remembered", name, "percent", share.to_string());
        }
    }
    for (minutes, share) in &data.forecast {
        put("forecast in 30 days", &format!("{minutes} min a day"), "percent", share.to_string());
    }
    for ahead in &data.ahead {
        put("ahead", &iso(ahead.day), "minutes", ahead.minutes.to_string());
        put("ahead", &iso(ahead.day), "items", ahead.items.to_string());
    }
    for (day, minutes) in days(data) {
        put("studied", &day, "minutes", minutes.to_string());
    }
    for skill in &data.skills {
        let name = skill.title.get(lang);
        put("skill", name, "held percent", skill.held.to_string());
        put("skill", name, "sure answers", skill.sure.0.to_string());
        put("skill", name, "sure but wrong", skill.sure.1.to_string());
    }
    for (kind, ms) in &data.medians {
        put("median time", kind.word(), "milliseconds", ms.to_string());
    }
    rows.concat()
}

/// Stats as JSON.
pub fn stats_json(data: &StatsData, lang: Lang) -> String {
    let skill = |s: &Skill| {
        let groups: Vec<Value> = s
            .groups
            .iter()
            .map(|(topic, title, n)| json!({ "topic": topic.as_str(), "title": title.get(lang), "wrong": n }))
            .collect();
        json!({
            "title": s.title.get(lang), "held": s.held, "sure": s.sure.0, "sure_but_wrong": s.sure.1,
            "groups": groups, "topics": s.topics.0, "topics_to_come": s.topics.1,
        })
    };
    let ahead = |d: &super::study::DayAhead| json!({ "day": iso(d.day), "items": d.items, "minutes": d.minutes });
    let all = json!({
        "answers": data.totals.0,
        "minutes": data.totals.1,
        "longest_gap_days": data.longest_gap,
        "best_hour": data.best_hour,
        "recall_aim": data.aim,
        "remembered": { "this_month": data.remembered.0, "last_month": data.remembered.1 },
        "forecast_30_days": data.forecast.iter().map(|(m, p)| json!({ "minutes": m, "recall": p })).collect::<Vec<_>>(),
        "ahead": data.ahead.iter().map(ahead).collect::<Vec<_>>(),
        "studied": days(data).map(|(day, minutes)| json!({ "day": day, "minutes": minutes })).collect::<Vec<_>>(),
        "skills": data.skills.iter().map(skill).collect::<Vec<_>>(),
        "median_ms": data.medians.iter().map(|(k, ms)| (k.word().to_owned(), json!(ms))).collect::<serde_json::Map<_, _>>(),
    });
    format!("{all:#}\n")
}

/// Rows of the log as CSV.
pub fn log_csv(log: &[&LogRow], words: &Words) -> String {
    let mut out = row(["time", "what", "about", "undone", "id"]);
    for r in log {
        let time = iso_moment(r.event.utc, r.event.offset_min);
        let undone = if r.live { "no" } else { "yes" };
        let what = describe::row(r, words);
        out.push_str(&row([&time, &what, &r.about, undone, &r.event.id.to_string()]));
    }
    out
}

/// Rows of the log as JSON: the events themselves, and what they are about.
pub fn log_json(log: &[&LogRow]) -> String {
    let row = |r: &&LogRow| {
        json!({
            "time": iso_moment(r.event.utc, r.event.offset_min), "about": r.about, "undone": !r.live, "event": r.event,
        })
    };
    format!("{:#}\n", Value::Array(log.iter().map(row).collect()))
}

/// A row of CSV; fields with commas, quotes or line breaks are quoted.
fn row<const N: usize>(fields: [&str; N]) -> String {
    let quote = |f: &str| {
        if f.contains([',', '"', '\n', '\r']) { format!("\"{}\"", f.replace('"', "\"\"")) } else { f.to_owned() }
    };
    fields.map(quote).join(",") + "\r\n"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::question::KindName;
    use crate::domain::text::Text;
    use crate::sessions::study::DayAhead;

    #[test]
    fn the_word_of_a_kind_is_the_one_of_the_log() {
        for kind in KindName::ALL.into_iter().chain([KindName::Drill]) {
            assert_eq!(json!(kind), kind.word());
        }
    }

    fn data() -> StatsData {
        StatsData {
            remembered: (Some(88), None),
            aim: 90,
            from: StudyDay(20_778),
            minutes: vec![0, 12],
            ahead: vec![DayAhead { day: StudyDay(20_778), items: 14, minutes: 9 }],
            totals: (402, 910),
            forecast: vec![(10, 73)],
            skills: vec![Skill {
                title: Text::shared("SQL, \"really\""),
                held: 49,
                sure: (64, 9),
                groups: Vec::new(),
                topics: (9, 4),
            }],
            ..StatsData::default()
        }
    }

    #[test]
    fn days_and_moments_are_iso_8601() {
        assert_eq!(iso(StudyDay(20_778)), "2026-11-21");
        assert_eq!(iso_moment(1_795_251_600_000, 420), "2026-11-21T16:00:00+07:00");
        assert_eq!(iso_moment(1_795_251_600_000, -210), "2026-11-21T05:30:00-03:30");
    }

    #[test]
    fn csv_quotes_what_would_break_a_row() {
        let csv = stats_csv(&data(), Lang::En);
        assert!(csv.contains("skill,\"SQL, \"\"really\"\"\",held percent,49\r\n"), "{csv}");
        assert!(csv.contains("studied,2026-11-22,minutes,12\r\n"), "{csv}");
        assert!(csv.contains("remembered,this month,percent,88") && !csv.contains("last month"), "{csv}");
    }

    #[test]
    fn json_can_be_read_back() {
        let value: Value = serde_json::from_str(&stats_json(&data(), Lang::En)).unwrap_or_default();
        assert_eq!(value["ahead"][0]["day"], "2026-11-21");
        assert_eq!(value["skills"][0]["sure_but_wrong"], 9);
        assert_eq!(value["remembered"]["last_month"], Value::Null);
    }
}
