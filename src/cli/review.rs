//! `jenjang review`: the full screen, or plain lines.

use std::io::{BufRead, Write};

use crate::plain::Front;
use crate::plain::protocol::Protocol;
use crate::plain::review::PlainReview;
use crate::sessions::Context;
use crate::sessions::effect::{Queue, Route};
use crate::sessions::study::DueLoad;

use super::args::{Global, Protocols, ReviewArgs};
use super::exit::{DONE, Failure, NOTHING};
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
        Some(Protocols::Ndjson) => hold(&mut world, Protocol::new(queue, seed, lang)),
        None => lines(&mut world, queue, seed),
    }
}

fn queue(args: &ReviewArgs, topic: Option<crate::domain::ids::TopicId>) -> Queue {
    if args.ahead {
        Queue::Ahead(topic, args.items.unwrap_or(10))
    } else {
        Queue::Due { minutes: args.minutes, items: args.items, topic }
    }
}

/// A session in lines over standard input and output. At the end of the input it is left, saved.
///
/// # Errors
///
/// What the store says, or when standard output cannot be written to.
pub fn lines(world: &mut World, queue: Queue, seed: u64) -> Result<u8, Failure> {
    let lang = world.room.settings.prefs.lang;
    hold(world, PlainReview::new(queue, seed, lang))
}

/// Reads lines, hands them to the session, performs what it asks for, prints what it says.
fn hold(world: &mut World, mut session: impl Front) -> Result<u8, Failure> {
    let mut input = std::io::stdin().lock();
    let load = world.study()?.load;
    let mut said = step(world, &load, |cx, _| session.start(cx))?;
    let mut asked_anything = false;
    loop {
        // News answer effects, which may ask for more: until nothing is left to do.
        while !said.effects.is_empty() {
            let news = world.perform(std::mem::take(&mut said.effects))?;
            for item in news {
                let more = step(world, &load, |cx, words| session.hear(item, cx, words))?;
                said.lines.extend(more.lines);
                said.effects.extend(more.effects);
            }
        }
        print(&said.lines)?;
        asked_anything |= !session.review().items.is_empty();
        if session.over() || !asked_anything {
            break;
        }
        let mut line = String::new();
        prompt()?;
        if input.read_line(&mut line)? == 0 {
            said = step(world, &load, |cx, _| session.leave(cx))?;
        } else {
            said = step(world, &load, |cx, words| session.line(&line, cx, words))?;
        }
    }
    world.perform(said.effects)?;
    Ok(if asked_anything { DONE } else { NOTHING })
}

fn step<T>(
    world: &mut World,
    load: &DueLoad,
    act: impl FnOnce(&Context<'_>, &crate::words::Words) -> T,
) -> Result<T, Failure> {
    let now = world.clock.now();
    let cx = Context { now: &now, prefs: &world.room.settings.prefs, load };
    Ok(act(&cx, &world.room.words))
}

fn print(lines: &[String]) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    for line in lines {
        writeln!(out, "{line}")?;
    }
    out.flush()
}

/// A mark that input is wanted, only where a person sees it.
fn prompt() -> std::io::Result<()> {
    use std::io::IsTerminal;
    if std::io::stdin().is_terminal() {
        let mut out = std::io::stdout().lock();
        write!(out, "> ")?;
        out.flush()?;
    }
    Ok(())
}
