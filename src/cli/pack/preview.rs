//! `jenjang pack preview`: the pack as learners will see it, while it is being written.

use crate::app::boot::{self, BootError, Start};
use crate::app::preview::Watch;
use crate::app::run::Leaving;
use crate::cli::args::{Global, PreviewArgs};
use crate::cli::exit::{DONE, Failure, REFUSED};
use crate::cli::start::wants_screen;
use crate::cli::world::{Room, overrides};
use crate::format::source::PACK;
use crate::packs::check::CheckError;
use crate::sessions::effect::Route;
use crate::words::Words;

/// Runs the command.
pub fn run(global: &Global, args: &PreviewArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    if !args.path.join(PACK).is_file() {
        let missing = if args.path.is_dir() { CheckError::NoPack } else { CheckError::NoFolder };
        return Err(super::no_pack(&missing(args.path.clone()), &room.words));
    }
    if !wants_screen(global) {
        return Err(without_terminal(args, &room.words));
    }
    let flags =
        args.flags.as_deref().map(|path| super::flags::read(path, &room.words)).transpose()?.unwrap_or_default();
    let watch = Watch::new(args.path.clone(), super::known()).with_flags(flags);
    let words = Words::of(room.settings.prefs.lang.code());
    let (paths, settings) = (room.paths, room.settings);
    let start = Start { paths, settings, route: Route::Preview, over: overrides(global), log: global.verbose };
    match boot::preview(start, watch) {
        Ok(Leaving::Done) => Ok(DONE),
        Ok(Leaving::Code(code)) => Ok(code),
        Ok(Leaving::Plain) => Err(without_terminal(args, &words)),
        Err(BootError::Store(error)) => Err(Failure::store(&error, &words)),
        Err(BootError::Terminal(error)) => Err(error.into()),
        // The store is one in memory: there is nothing to keep.
        Err(BootError::Unsaved { .. }) => Ok(DONE),
    }
}

/// There are no lines for what changes while it is looked at: the check says the same once.
fn without_terminal(args: &PreviewArgs, words: &Words) -> Failure {
    let path = super::shown(&args.path);
    let instead = words.fmt("preview-instead", &[("path", path.into())]);
    Failure::new(REFUSED, "J-NO-TERMINAL", words.get("preview-no-terminal")).try_this(instead)
}
