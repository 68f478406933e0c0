//! `jenjang undo`: from the shell, one action at a time.

use crate::app::desk::{latest, look, take_back};
use crate::sessions::describe;

use super::args::{Global, UndoArgs};
use super::exit::{DONE, Failure, NOTHING};
use super::start;
use super::world::World;

/// How many actions `--list` shows.
const LISTED: usize = 20;

/// Runs the command.
pub fn run(global: &Global, args: &UndoArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, args.list)?;
    let lang = world.room.settings.prefs.lang;
    if args.list {
        let live = latest(&world.store, LISTED).map_err(|e| world.room.failure(&e))?;
        for event in &live {
            let about = look::about_event(&world.store, &world.library, &[], event);
            outln!("{}", describe::event(event, about.get(lang), &world.room.words));
        }
        return Ok(if live.is_empty() { NOTHING } else { DONE });
    }
    start::refuse_read_only(&world)?;
    let now = world.clock.now();
    let event = take_back(&mut world.store, args.redo, &now).map_err(|e| world.room.failure(&e))?;
    let words = &world.room.words;
    let Some(event) = event else {
        let key = if args.redo { "toast-nothing-to-redo" } else { "toast-nothing-to-undo" };
        eprintln!("{}", words.get(key));
        return Ok(NOTHING);
    };
    let about = look::about_event(&world.store, &world.library, &[], &event);
    let what = describe::event(&event, about.get(lang), words);
    let key = if args.redo { "toast-redone" } else { "toast-undone" };
    outln!("{}", words.fmt(key, &[("what", what.into())]));
    Ok(DONE)
}
