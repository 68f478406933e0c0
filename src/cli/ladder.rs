//! `jenjang ladder`: the packet for a 1:1, ratings and evidence.

use std::collections::BTreeSet;
use std::io::Write;

use crate::app::clock::day_of;
use crate::app::desk::ladder;
use crate::domain::event::{Event, What};
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Aimed, Proof, Rated, Standing, Statement, StatementRecord};
use crate::domain::time::StudyDay;
use crate::plain;
use crate::sessions::ladder::packet::{Form, Packet, Part};
use crate::sessions::ladder::{LadderData, claim_name, list};

use super::args::{Global, LadderArgs};
use super::exit::{DONE, Failure, NOT_FOUND, NOTHING, USAGE};
use super::json;
use super::start;
use super::world::{World, nearest};
use crate::words::Words;

/// Runs the command.
pub fn run(global: &Global, args: &LadderArgs) -> Result<u8, Failure> {
    let writes = !args.rate.is_empty() || args.prove.is_some() || args.aim.is_some();
    let mut world = World::open(global, !writes)?;
    let before = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
    if !before.has_ladder() {
        eprintln!("{}", world.room.words.get("cli-no-ladder"));
        return Ok(NOTHING);
    }
    let without = parts(&args.leave_out, &world)?;
    if writes {
        start::refuse_read_only(&world)?;
        let events = events(args, &before, &mut world)?;
        world.perform(vec![crate::sessions::effect::Effect::Record(events)])?;
    }
    let data = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
    let study = world.study()?;
    let packet = Packet {
        data: &data,
        study: &study,
        level: args.level.unwrap_or_else(|| data.target(study.day)),
        without: &without,
        words: &world.room.words,
        lang: world.room.settings.prefs.lang,
    };
    if writes && !global.json && args.format == "text" {
        // Who rates by lines hears what was saved, not the whole packet each time.
        for line in saved(args, &before, &data, study.day, &world) {
            outln!("{line}");
        }
        return Ok(DONE);
    }
    if args.list && !global.json && args.format == "text" {
        let lang = world.room.settings.prefs.lang;
        for line in list::lines(&data, args.level, study.day, &world.room.words, lang) {
            outln!("{}", plain::clean(&line));
        }
        return Ok(DONE);
    }
    let mut out = std::io::stdout().lock();
    match (global.json, args.format.as_str()) {
        (true, _) | (_, "json") => json::print("ladder", global.profile.as_deref(), packet.json())?,
        (_, "md") => write!(out, "{}", packet.write(Form::Markdown))?,
        _ => write!(out, "{}", packet.write(Form::Text))?,
    }
    Ok(DONE)
}

fn parts(words: &[String], world: &World) -> Result<BTreeSet<Part>, Failure> {
    let part = |word: &String| {
        Part::of(word).ok_or_else(|| {
            let all = Part::ALL.map(Part::word).join(", ");
            let values = [("name", word.into()), ("parts", all.into())];
            Failure::new(USAGE, "J-NO-PART", world.room.words.fmt("cli-no-part", &values))
        })
    };
    words.iter().map(part).collect()
}

/// What the flags do, in their order, each with an id of its own.
fn events(args: &LadderArgs, data: &LadderData, world: &mut World) -> Result<Vec<Event>, Failure> {
    let now = world.clock.now();
    let words = &world.room.words;
    let mut whats = Vec::new();
    let mut rated: Vec<(EntryId, Standing)> = Vec::new();
    for written in &args.rate {
        let (name, word) = written.split_once('=').unwrap_or((written, ""));
        let statement = statement(name, data, words)?;
        let said = rated.iter().rev().find(|(of, _)| *of == statement).map(|(_, standing)| *standing);
        let was = said.or_else(|| data.book.record(&statement).and_then(StatementRecord::standing));
        let standing = Standing::ALL.into_iter().find(|s| s.word() == word).ok_or_else(|| {
            Failure::new(USAGE, "J-NO-RATING", words.fmt("cli-no-rating", &[("name", written.as_str().into())]))
        })?;
        // The same rating again says nothing new: it is not written down.
        if was != Some(standing) {
            rated.push((statement.clone(), standing));
            whats.push(What::Rated(Rated { statement, standing, day: now.day }));
        }
    }
    if let Some(name) = &args.prove {
        let text = |text: &Option<String>| text.as_deref().unwrap_or_default().into();
        let day = args.day.as_deref().map(|day| {
            let read = day_of(day).map(StudyDay);
            read.ok_or_else(|| Failure::new(USAGE, "J-NO-DAY", words.fmt("cli-no-date", &[("name", day.into())])))
        });
        let proof = Proof {
            proof: now.id,
            statement: statement(name, data, words)?,
            day: day.transpose()?.unwrap_or(now.day),
            situation: text(&args.situation),
            action: text(&args.action),
            result: text(&args.result),
            link: text(&args.link),
        };
        if proof.is_empty() {
            return Err(Failure::new(USAGE, "J-NO-EVIDENCE", words.get("cli-no-evidence").into_owned()));
        }
        if proof.is_ahead(now.day) {
            return Err(Failure::new(USAGE, "J-NO-DAY", words.get("ladder-day-ahead").into_owned()));
        }
        whats.push(What::Proved(Box::new(proof)));
    }
    if let Some(level) = args.aim {
        whats.push(What::Aimed(Aimed { ladder: data.ladder.pack.clone(), level: Some(level).filter(|l| *l > 0) }));
    }
    Ok(Event::series(&now, whats))
}

/// What was saved, a line for each flag: the statement, how it stood and how it stands.
fn saved(args: &LadderArgs, before: &LadderData, data: &LadderData, today: StudyDay, world: &World) -> Vec<String> {
    let (words, lang) = (&world.room.words, world.room.settings.prefs.lang);
    let rated = args.rate.iter().map(|written| written.split_once('=').map_or(written.as_str(), |(name, _)| name));
    let mut out = Vec::new();
    for name in rated.chain(args.prove.as_deref()) {
        let Some(one) = find(name, data) else { continue };
        let claim = |data: &LadderData| claim_name(data.book.claim(&one.id, today), words);
        let (was, is) = (claim(before), claim(data));
        out.push(one.text.get(lang).to_owned());
        out.push(match was == is {
            true => words.fmt("cli-ladder-is", &[("now", is.into())]),
            false => words.fmt("cli-ladder-was", &[("before", was.into()), ("now", is.into())]),
        });
    }
    if args.prove.is_some() {
        out.push(words.get("ladder-proof-saved").into_owned());
    }
    out.extend(args.aim.and_then(|level| match (level, before.aim) {
        (0, was) => was.map(|was| words.fmt("ladder-not-aimed", &[("n", was.into())])),
        (n, _) => Some(words.fmt("ladder-aimed", &[("n", n.into())])),
    }));
    out
}

/// A statement by its short or its whole name.
fn find<'d>(name: &str, data: &'d LadderData) -> Option<&'d Statement> {
    data.ladder.statements.iter().find(|s| s.id.local() == name || s.id.as_str() == name)
}

fn statement(name: &str, data: &LadderData, words: &Words) -> Result<EntryId, Failure> {
    find(name, data).map(|s| s.id.clone()).ok_or_else(|| {
        let message = words.fmt("cli-no-statement", &[("name", name.into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-STATEMENT", message);
        nearest(failure, name, data.ladder.statements.iter().map(|s| s.id.local()), words)
    })
}
