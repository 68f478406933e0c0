//! `jenjang review`: the full screen, or plain lines.

use crate::plain::protocol::Protocol;
use crate::plain::review::PlainReview;
use crate::sessions::effect::{Queue, Route};

use super::args::{Global, Protocols, ReviewArgs};
use super::exit::Failure;
use super::hold::{Lines, Output, hold};
use super::start;
use super::world::World;

/// Runs the command.
pub fn run(global: &Global, args: &ReviewArgs) -> Result<u8, Failure> {
    if args.protocol.is_none() && start::wants_screen(global) {
        let queue = match &args.topic {
            // The topic's name is looked up before the screen is taken, so that a slip is told on the shell.
            Some(name) => queue(args, Some(World::open(global, true)?.topic(name)?)),
            None => queue(args, None),
        };
        return start::screen(global, Route::Review(queue));
    }
    let mut world = World::open(global, false)?;
    start::refuse_read_only(&world)?;
    let topic = args.topic.as_deref().map(|name| world.topic(name)).transpose()?;
    let seed = args.seed.unwrap_or_else(crate::app::boot::fresh_seed);
    let (queue, lang) = (queue(args, topic), world.room.settings.prefs.lang);
    match args.protocol {
        Some(Protocols::Ndjson) => {
            hold(&mut world, &mut Protocol::new(queue, seed, lang), &mut Lines::open(), Output::Results)
        }
        None => lines(&mut world, queue, seed, &mut Lines::open(), Output::Results),
    }
}

fn queue(args: &ReviewArgs, topic: Option<crate::domain::ids::TopicId>) -> Queue {
    if args.ahead {
        Queue::Ahead(topic, args.items.unwrap_or(10))
    } else {
        Queue::Due { minutes: args.minutes, items: args.items, topic }
    }
}

/// A session in lines. At the end of the input it is left, saved.
///
/// # Errors
///
/// What the store says, or when standard output cannot be written to.
pub fn lines(world: &mut World, queue: Queue, seed: u64, input: &mut Lines, to: Output) -> Result<u8, Failure> {
    let lang = world.room.settings.prefs.lang;
    hold(world, &mut PlainReview::new(queue, seed, lang), input, to)
}
