//! `jenjang mock`: a mock interview on the full screen, or in plain lines; or the report of the last one.

use serde_json::json;

use crate::app::boot::fresh_seed;
use crate::app::desk::{rehearse, sittings};
use crate::domain::interview::Pressure;
use crate::domain::time::Moment;
use crate::plain::ask::{find, pressure};
use crate::plain::mock::{PlainMock, report, told_report};
use crate::sessions::effect::Route;
use crate::sessions::mock::{MockSetup, MockWish, Report};

use super::args::{Global, MockArgs};
use super::exit::{DONE, Failure, NOT_FOUND, NOTHING};
use super::hold::{Lines, Output, hold};
use super::world::{World, nearest};
use super::{ask, json, start};

/// Numbers that are chosen lie below this, so that they can be told to somebody.
const SEEDS: u64 = 1000;

/// Runs the command.
pub fn run(global: &Global, args: &MockArgs) -> Result<u8, Failure> {
    if args.last {
        return last(global);
    }
    let screen = start::wants_screen(global);
    // Names are looked up before the screen is taken, so that a slip is told on the shell.
    let mut world = World::open(global, screen)?;
    let now = world.clock.now();
    let setup = setup(&world, args, &now)?;
    if screen {
        drop(world);
        return start::screen(
            global,
            if is_asked(args) { Route::Mock(MockWish::Begin(setup)) } else { Route::Rehearse(1) },
        );
    }
    start::refuse_read_only(&world)?;
    let mut session = PlainMock::new(setup);
    let to = if global.json { Output::Messages } else { Output::Results };
    let code = hold(&mut world, &mut session, &mut Lines::open(), to)?;
    if code == NOTHING {
        return Ok(code);
    }
    if session.is_kept() {
        eprintln!("{}", world.room.words.get("mock-plain-kept"));
    }
    if global.json {
        let found = session.report().map(report);
        let body = json!({ "recorded": found.is_some(), "kept": session.is_kept(), "report": found });
        json::print("mock", global.profile.as_deref(), body)?;
    }
    Ok(code)
}

/// Whether something was asked for in particular: then it begins at once.
fn is_asked(args: &MockArgs) -> bool {
    let MockArgs { minutes, level, track, persona, pressure, untimed, seed, last: _ } = args;
    let numbers = minutes.is_some() || level.is_some() || seed.is_some();
    numbers || track.is_some() || persona.is_some() || pressure.is_some() || *untimed
}

/// The report of the last mock interview.
fn last(global: &Global) -> Result<u8, Failure> {
    let mut world = World::open(global, true)?;
    let now = world.clock.now();
    let failure = |e| world.room.failure(&e);
    let found = match world.store.mocks().map_err(failure)?.last() {
        Some(mocked) => {
            let data = sittings::sitting(&world.store, &world.library, mocked.what.sitting, &now).map_err(failure)?;
            let mut found = Report::of(mocked, &data.answers, data.earlier.as_ref());
            found.track = data.track;
            Some(found)
        }
        None => None,
    };
    let words = &world.room.words;
    if global.json {
        let body = json!({ "recorded": found.is_some(), "kept": false, "report": found.as_ref().map(report) });
        json::print("mock", global.profile.as_deref(), body)?;
    } else {
        for line in found.iter().flat_map(|found| told_report(found, words, world.room.settings.prefs.lang)) {
            outln!("{line}");
        }
    }
    if found.is_none() {
        eprintln!("{}", words.get("mock-plain-none"));
        return Ok(NOTHING);
    }
    Ok(DONE)
}

/// What the command line wishes for; what is not named is what Rehearse offers first.
fn setup(world: &World, args: &MockArgs, now: &Moment) -> Result<MockSetup, Failure> {
    let data = rehearse::data(&world.store, &world.library, now).map_err(|e| world.room.failure(&e))?;
    let mut setup = MockSetup::offered(args.seed.unwrap_or_else(|| fresh_seed() % SEEDS), &data);
    setup.minutes = args.minutes.unwrap_or(setup.minutes);
    setup.level = args.level.unwrap_or(setup.level);
    setup.pressure = match args.untimed {
        true => Pressure::Untimed,
        false => args.pressure.as_deref().and_then(pressure).unwrap_or_default(),
    };
    setup.persona = args.persona.as_deref().map(|name| ask::interviewer(world, name)).transpose()?;
    if let Some(name) = args.track.as_deref() {
        setup.track = track(world, name)?;
    }
    Ok(setup)
}

/// The track that a person means, as `pack/path`; `all` for none.
fn track(world: &World, name: &str) -> Result<Option<Box<str>>, Failure> {
    if name == "all" {
        return Ok(None);
    }
    let tracks = rehearse::tracks(&world.library);
    let local = |name: &str| name.rsplit('/').next().unwrap_or_default().to_owned();
    let rows: Vec<_> = tracks.iter().map(|track| (&track.name, local(&track.name), &track.title)).collect();
    if let Some(found) = find(rows.iter().map(|(name, local, title)| (*name, local.as_str(), *title)), name) {
        return Ok(Some(found.clone()));
    }
    let words = &world.room.words;
    let message = words.fmt("mock-no-track", &[("name", name.to_owned().into())]);
    let failure = Failure::new(NOT_FOUND, "J-NO-TRACK", message);
    Err(nearest(failure, name, rows.iter().map(|(_, local, _)| local.as_str()), words))
}
