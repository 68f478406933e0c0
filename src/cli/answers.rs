//! `jenjang answers`: the answer book. Every attempt, or the best of each question; as lines, Markdown or JSON.

use std::io::Write;

use serde_json::{Value, json};

use crate::app::desk::rehearse;
use crate::domain::ids::ItemId;
use crate::domain::interview::{Chair, Pressure};
use crate::domain::rubric::Prompt;
use crate::plain::clean;
use crate::plain::interview::report;
use crate::sessions::interview::export;
use crate::sessions::rehearse::AnswerRow;

use super::args::{AnswersArgs, Global};
use super::exit::{DONE, Failure, NOTHING};
use super::json;
use super::world::World;

/// Runs the command.
pub fn run(global: &Global, args: &AnswersArgs) -> Result<u8, Failure> {
    let world = World::open(global, true)?;
    let named = args.prompt.as_deref().or(args.question.as_deref());
    let prompt = named.map(|name| world.prompt(name)).transpose()?;
    let rows: Vec<AnswerRow> = book(&world)?
        .into_iter()
        .filter(|row| prompt.as_ref().is_none_or(|id| row.attempt.rehearsed.prompt == *id))
        .filter(|row| !args.best || row.best)
        .collect();
    if global.json || args.format == "json" {
        let all: Vec<Value> = rows.iter().map(|row| told(&world, row)).collect();
        json::print("answers", global.profile.as_deref(), json!({ "answers": all }))?;
    } else if args.format == "md" {
        markdown(&world, &rows)?;
    } else {
        lines(&world, &rows)?;
    }
    Ok(if rows.is_empty() { NOTHING } else { DONE })
}

/// The answer book, the newest attempt first.
fn book(world: &World) -> Result<Vec<AnswerRow>, Failure> {
    rehearse::answers(&world.store, &world.library).map_err(|e| world.room.failure(&e))
}

/// The whole answer book as lines.
///
/// # Errors
///
/// What the store says, or when standard output cannot be written to.
pub fn list(world: &World) -> Result<(), Failure> {
    lines(world, &book(world)?)
}

fn prompt(world: &World, id: &ItemId) -> Option<Prompt> {
    world.library.prompt(id).ok()
}

/// A line for each attempt: when, what, how many points, and under which conditions.
fn lines(world: &World, rows: &[AnswerRow]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    let (words, lang) = (&world.room.words, world.room.settings.prefs.lang);
    if rows.is_empty() {
        eprintln!("{}", words.get("answers-none"));
    }
    for row in rows {
        let rehearsed = &row.attempt.rehearsed;
        let values = [
            ("day", when(row).into()),
            ("title", clean(row.title.get(lang)).into()),
            ("n", row.number.into()),
            ("met", rehearsed.met().into()),
            ("of", rehearsed.points.len().into()),
            ("time", words.clock(rehearsed.took_ms() / 1000).into()),
            ("prompt", rehearsed.prompt.to_string().into()),
        ];
        let mut line = words.fmt("answers-line", &values);
        for more in conditions(world, row) {
            line.push_str("; ");
            line.push_str(&more);
        }
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// The day as `2026-11-21`.
fn when(row: &AnswerRow) -> String {
    let minutes = row.attempt.utc.div_euclid(60_000) + i64::from(row.attempt.offset_min);
    crate::words::iso_date(i32::try_from(minutes.div_euclid(1440)).unwrap_or(row.attempt.rehearsed.day.0))
}

/// What is out of the ordinary: the best one, spoken, without a clock, marked by somebody else.
fn conditions(world: &World, row: &AnswerRow) -> Vec<String> {
    let (words, rehearsed) = (&world.room.words, &row.attempt.rehearsed);
    let mut out = Vec::new();
    if row.best {
        out.push(words.get("rehearse-best").into_owned());
    }
    if rehearsed.spoken {
        out.push(words.get("rehearse-spoken").into_owned());
    }
    if rehearsed.pressure == Pressure::Untimed {
        out.push(words.get("rehearse-untimed").into_owned());
    }
    if rehearsed.by == Chair::Other {
        out.push(match &*rehearsed.chair {
            "" => words.get("rehearse-marked-by-other").into_owned(),
            name => words.fmt("rehearse-marked-by", &[("name", clean(name).into())]),
        });
    }
    out
}

/// Every attempt whole: the question, what was said, the marks, the model answer.
fn markdown(world: &World, rows: &[AnswerRow]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    for (at, row) in rows.iter().enumerate() {
        let rehearsed = &row.attempt.rehearsed;
        if at > 0 {
            writeln!(out)?;
        }
        let body = match prompt(world, &rehearsed.prompt) {
            Some(prompt) => export::markdown(&prompt, rehearsed),
            None => export::without_prompt(rehearsed),
        };
        let number = world.room.words.fmt("rehearse-attempt", &[("n", row.number.into())]);
        let facts: Vec<String> = [when(row), number].into_iter().chain(conditions(world, row)).collect();
        let (title, rest) = body.split_once('\n').unwrap_or((&body, ""));
        write!(out, "{title}\n\n{}\n{rest}", facts.join(", "))?;
    }
    Ok(())
}

fn told(world: &World, row: &AnswerRow) -> Value {
    let prompt = prompt(world, &row.attempt.rehearsed.prompt);
    let mut body = report::attempt(&row.attempt.rehearsed, prompt.as_ref());
    body["event"] = json!(row.attempt.id.to_string());
    body["try"] = json!(row.number);
    body["best"] = json!(row.best);
    body["verdict"] = json!(row.verdict.as_ref().map(report::verdict));
    body
}
