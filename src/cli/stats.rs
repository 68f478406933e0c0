//! `jenjang stats`: reports.

use std::io::Write;

use serde_json::json;

use crate::app::desk::stats::stats;
use crate::domain::text::Lang;
use crate::domain::time::StudyDay;
use crate::sessions::study::StatsData;
use crate::store::Daily;
use crate::words::Words;

use super::args::{Global, StatsArgs};
use super::exit::{DONE, Failure, USAGE};
use super::json;
use super::world::World;

/// Runs the command.
pub fn run(global: &Global, args: &StatsArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, true)?;
    let now = world.clock.now();
    let since = args.since.as_deref().map(|text| since(text, now.day, &world.room.words)).transpose()?;
    let data = stats(world.input(&now)).map_err(|e| world.room.failure(&e))?;
    let days = world.store.daily(since.unwrap_or(data.from)..=now.day).map_err(|e| world.room.failure(&e))?;
    let mut out = std::io::stdout().lock();
    if global.json || args.format == "json" {
        drop(out);
        let days: Vec<_> = days
            .iter()
            .map(|(day, d)| json!({ "day": iso(*day), "answers": d.answers, "recalled": d.rights, "lessons": d.lessons, "rehearsals": d.rehearsals, "ms": d.spent_ms() }))
            .collect();
        json::print("stats", global.profile.as_deref(), report(&data, &days))?;
        return Ok(DONE);
    }
    if args.format == "csv" {
        writeln!(out, "day,answers,recalled,lessons,minutes")?;
        for (day, d) in &days {
            writeln!(out, "{},{},{},{},{}", iso(*day), d.answers, d.rights, d.lessons, d.minutes())?;
        }
        return Ok(DONE);
    }
    let total = days.iter().map(|(_, day)| *day).sum();
    for line in lines(&data, total, days.len(), &world.room.words, world.room.settings.prefs.lang) {
        writeln!(out, "{line}")?;
    }
    Ok(DONE)
}

/// `4w`, `30d` or `2026-11-01` as a study day.
fn since(text: &str, today: StudyDay, words: &Words) -> Result<StudyDay, Failure> {
    let (number, unit) = text.split_at(text.len() - text.chars().next_back().map_or(0, char::len_utf8));
    let days = match (number.parse::<i32>(), unit) {
        (Ok(n), "d") => Some(n),
        (Ok(n), "w") => Some(n.saturating_mul(7)),
        _ => None,
    };
    if let Some(days) = days {
        return Ok(today.plus(-days));
    }
    crate::app::clock::day_of(text)
        .map(StudyDay)
        .ok_or_else(|| Failure::new(USAGE, "J-USAGE", words.fmt("cli-no-time", &[("text", text.into())])))
}

/// A day as `2026-11-21`.
fn iso(day: StudyDay) -> String {
    crate::app::clock::date_text(day.0)
}

fn lines(data: &StatsData, total: Daily, days: usize, words: &Words, lang: Lang) -> Vec<String> {
    let minutes = words.minutes(total.minutes().into());
    let mut lines = vec![words.fmt(
        "cli-stats-total",
        &[("n", total.answers.into()), ("right", total.rights.into()), ("days", days.into()), ("time", minutes.into())],
    )];
    if let Some(this) = data.remembered.0 {
        lines.push(words.fmt("cli-stats-remembered", &[("n", this.into()), ("aim", data.aim.into())]));
    }
    for (minutes, share) in &data.forecast {
        let minutes = words.minutes(u64::from(*minutes));
        lines.push(words.fmt("cli-stats-forecast", &[("minutes", minutes.into()), ("n", (*share).into())]));
    }
    for skill in &data.skills {
        let title = skill.title.get(lang);
        lines.push(words.fmt("cli-stats-skill", &[("title", title.into()), ("n", skill.held.into())]));
    }
    lines
}

fn report(data: &StatsData, days: &[serde_json::Value]) -> serde_json::Value {
    let forecast: Vec<_> = data.forecast.iter().map(|(m, s)| json!({ "minutes": m, "recall_percent": s })).collect();
    let skills: Vec<_> = data
        .skills
        .iter()
        .map(|s| {
            json!({
                "title": json::text(&s.title),
                "held_percent": s.held,
                "sure": s.sure.0,
                "sure_but_wrong": s.sure.1,
                "topics": s.topics.0,
                "topics_to_come": s.topics.1,
            })
        })
        .collect();
    json!({
        "remembered_percent": { "this_month": data.remembered.0, "last_month": data.remembered.1, "aim": data.aim },
        "forecast": forecast,
        "skills": skills,
        "days": days,
    })
}
