//! The full screen, or plain lines where there is no terminal.

use std::io::IsTerminal;

use crate::app::boot::{self, BootError};
use crate::app::run::Leaving;
use crate::sessions::effect::{Queue, Route};
use crate::store::WhyReadOnly;
use crate::words::Words;

use super::args::Global;
use super::exit::{DONE, Failure};
use super::hold::{Lines, Output};
use super::world::{Room, World, overrides};
use super::{review, today};

/// Whether the full screen is wanted and possible.
pub fn wants_screen(global: &Global) -> bool {
    if global.tui {
        return true;
    }
    let dumb = std::env::var("TERM").is_ok_and(|t| t == "dumb");
    !global.plain && !global.json && !dumb && std::io::stdout().is_terminal() && std::io::stdin().is_terminal()
}

/// Opens at today's plan; in plain lines it prints the plan and reviews what is due.
pub fn run(global: &Global) -> Result<u8, Failure> {
    if wants_screen(global) {
        return screen(global, Route::Today);
    }
    plain(global)
}

fn plain(global: &Global) -> Result<u8, Failure> {
    let mut world = World::open(global, global.json)?;
    let study = world.study()?;
    if global.json {
        return today::run(global, &super::args::TodayArgs { check: false, format: None });
    }
    let utc = world.clock.now().utc;
    for line in today::lines(&study, &world.room.words, world.room.settings.prefs.lang, utc) {
        outln!("{line}");
    }
    if world.read_only.is_some() {
        return Ok(DONE);
    }
    let queue = Queue::Due { minutes: None, items: None, topic: None };
    review::lines(&mut world, queue, boot::fresh_seed(), &mut Lines::open(), Output::Results)?;
    Ok(DONE)
}

/// Runs the full screen from a route on.
pub fn screen(global: &Global, route: Route) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = Words::of(room.settings.prefs.lang.code());
    let folder = room.paths.data.display().to_string();
    let start =
        boot::Start { paths: room.paths, settings: room.settings, route, over: overrides(global), log: global.verbose };
    match boot::boot(start) {
        Ok(Leaving::Done) => Ok(DONE),
        Ok(Leaving::Plain) => plain(&Global { plain: true, ..global.clone() }),
        Ok(Leaving::Code(code)) => Ok(code),
        Err(BootError::Store(error)) => Err(Failure::store(&error, &words)),
        Err(BootError::Terminal(error)) => Err(error.into()),
        Err(BootError::Unsaved { file, waiting, lines }) => {
            let n = ("n", waiting.into());
            let message = match file {
                Some(file) => words.fmt("cli-rescued", &[n, ("path", file.display().to_string().into())]),
                None => words.fmt("cli-not-rescued", &[n, ("folder", folder.into()), ("lines", lines.into())]),
            };
            Err(Failure::new(super::exit::FAILED, "J-UNSAVED", message))
        }
    }
}

/// Refuses to go on where nothing may be written.
pub fn refuse_read_only(world: &World) -> Result<(), Failure> {
    match world.read_only {
        Some(why) => Err(read_only_failure(&world.room.words, why)),
        None => Ok(()),
    }
}

/// The failure for data that may not be written at the moment.
pub fn read_only_failure(words: &Words, why: WhyReadOnly) -> Failure {
    let message = match why {
        WhyReadOnly::InUse { pid } => {
            words.fmt("cli-in-use", &[("pid", pid.map_or_else(|| "?".to_owned(), |p| p.to_string()).into())])
        }
        WhyReadOnly::Folder | WhyReadOnly::Asked => words.get("cli-read-only").into_owned(),
    };
    Failure::new(5, "J-DATA-LOCKED", message)
}
