//! `jenjang ladder`: the packet for a 1:1, ratings and evidence.

use std::collections::BTreeSet;
use std::io::Write;

use crate::app::clock::day_of;
use crate::app::desk::ladder;
use crate::domain::event::{Event, What};
use crate::domain::ids::EntryId;
use crate::domain::ladder::{Aimed, Proof, Rated, Standing};
use crate::domain::time::StudyDay;
use crate::sessions::ladder::LadderData;
use crate::sessions::ladder::packet::{Form, Packet, Part};

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
    let data = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
    if !data.has_ladder() {
        eprintln!("{}", world.room.words.get("cli-no-ladder"));
        return Ok(NOTHING);
    }
    let without = parts(&args.leave_out, &world)?;
    if writes {
        start::refuse_read_only(&world)?;
        let events = events(args, &data, &mut world)?;
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
    let mut id = now.id;
    let mut out = Vec::new();
    let mut add = |what: What| {
        out.push(Event { id, utc: now.utc, offset_min: now.offset_min, what });
        id = id.next();
    };
    for written in &args.rate {
        let (name, word) = written.split_once('=').unwrap_or((written, ""));
        let statement = statement(name, data, words)?;
        let standing = Standing::ALL.into_iter().find(|s| s.word() == word).ok_or_else(|| {
            Failure::new(USAGE, "J-NO-RATING", words.fmt("cli-no-rating", &[("name", written.as_str().into())]))
        })?;
        add(What::Rated(Rated { statement, standing, day: now.day }));
    }
    if let Some(name) = &args.prove {
        let text = |text: &Option<String>| text.as_deref().unwrap_or_default().into();
        let day = args.day.as_deref().map(|day| {
            let read = day_of(day).map(StudyDay);
            read.ok_or_else(|| Failure::new(USAGE, "J-NO-DAY", words.fmt("cli-no-date", &[("name", day.into())])))
        });
        add(What::Proved(Box::new(Proof {
            proof: now.id,
            statement: statement(name, data, words)?,
            day: day.transpose()?.unwrap_or(now.day),
            situation: text(&args.situation),
            action: text(&args.action),
            result: text(&args.result),
            link: text(&args.link),
        })));
    }
    if let Some(level) = args.aim {
        add(What::Aimed(Aimed { ladder: data.ladder.pack.clone(), level: Some(level).filter(|l| *l > 0) }));
    }
    Ok(out)
}

fn statement(name: &str, data: &LadderData, words: &Words) -> Result<EntryId, Failure> {
    let found = data.ladder.statements.iter().find(|s| s.id.local() == name || s.id.as_str() == name);
    found.map(|s| s.id.clone()).ok_or_else(|| {
        let message = words.fmt("cli-no-statement", &[("name", name.into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-STATEMENT", message);
        nearest(failure, name, data.ladder.statements.iter().map(|s| s.id.local()), words)
    })
}
