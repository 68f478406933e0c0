//! Holding a session in lines: standard input goes in line by line, what the session says comes out, and what it asks for is done.

use std::io::{BufRead, IsTerminal, Write};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::Duration;

use crate::plain::Front;
use crate::sessions::Context;
use crate::sessions::effect::{Effect, Queue, Route};
use crate::words::Words;

use super::exit::{DONE, Failure, NOTHING};
use super::world::World;
use super::{answers, learn, review};

/// Standard input, one line at a time and only when it is asked for, so that an editor that runs meanwhile has the terminal for itself.
///
/// A thread reads: a session may have something to say while nobody types, such as a clock at half time.
pub struct Lines {
    wanted: Sender<()>,
    read: Receiver<std::io::Result<Option<String>>>,
    waiting: bool,
}

/// What has come.
enum Got {
    Line(String),
    End,
    Time,
}

impl Lines {
    /// Opens standard input; nothing is read yet.
    pub fn open() -> Lines {
        let (wanted, asked) = channel::<()>();
        let (done, read) = channel();
        std::thread::spawn(move || {
            while asked.recv().is_ok() {
                let mut line = String::new();
                let found = std::io::stdin().lock().read_line(&mut line);
                let found = found.map(|n| (n > 0).then_some(line));
                if done.send(found).is_err() {
                    return;
                }
            }
        });
        Lines { wanted, read, waiting: false }
    }

    /// The next line; `Time` when it has not come within `wait`.
    fn next(&mut self, wait: Option<Duration>) -> std::io::Result<Got> {
        if !self.waiting && self.wanted.send(()).is_err() {
            return Ok(Got::End);
        }
        self.waiting = true;
        let found = match wait {
            None => self.read.recv().map_err(|_| RecvTimeoutError::Disconnected),
            Some(wait) => self.read.recv_timeout(wait),
        };
        match found {
            Err(RecvTimeoutError::Timeout) => Ok(Got::Time),
            Err(RecvTimeoutError::Disconnected) => Ok(Got::End),
            Ok(found) => {
                self.waiting = false;
                Ok(found?.map_or(Got::End, Got::Line))
            }
        }
    }
}

/// Where the lines of a session go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// Standard output.
    Results,
    /// Standard error, because a report follows on standard output.
    Messages,
}

/// Holds a session until it is over or the input ends, which leaves it with everything saved.
///
/// # Errors
///
/// What the store says, or when the lines cannot be written.
pub fn hold(world: &mut World, session: &mut dyn Front, input: &mut Lines, to: Output) -> Result<u8, Failure> {
    let load = world.study()?.load;
    macro_rules! step {
        (|$cx:ident, $words:ident| $act:expr) => {{
            let now = world.clock.now();
            let $cx = &Context { now: &now, prefs: &world.room.settings.prefs, load: &load };
            let $words: &Words = &world.room.words;
            let _ = $words;
            $act
        }};
    }
    let mut said = step!(|cx, words| session.start(cx));
    let (mut began, mut ask) = (false, true);
    loop {
        // News answer effects, which may ask for more: until nothing is left to do.
        while !said.effects.is_empty() {
            print(&std::mem::take(&mut said.lines), to)?;
            let (routes, effects): (Vec<Effect>, Vec<Effect>) =
                std::mem::take(&mut said.effects).into_iter().partition(|effect| matches!(effect, Effect::Go(_)));
            for item in world.perform(effects)? {
                let more = step!(|cx, words| session.hear(item, cx, words));
                said.lines.extend(more.lines);
                said.effects.extend(more.effects);
            }
            for route in routes {
                if let Effect::Go(route) = route {
                    follow(world, route, input, to)?;
                }
            }
        }
        print(&said.lines, to)?;
        began |= session.began();
        if session.over() || !began {
            break;
        }
        let now = world.clock.mono_ms();
        let wait = session.wake_at(now).map(|at| Duration::from_millis(at.saturating_sub(now)));
        if ask {
            mark("> ", to)?;
        }
        ask = true;
        said = match input.next(wait)? {
            Got::Line(line) => step!(|cx, words| session.line(&line, cx, words)),
            Got::End => step!(|cx, words| session.leave(cx)),
            Got::Time => {
                let said = step!(|cx, words| session.wake(cx, words));
                // What is said now is no answer to the line that is being typed.
                ask = !said.lines.is_empty();
                if ask {
                    mark("\n", to)?;
                }
                said
            }
        };
    }
    Ok(if began { DONE } else { NOTHING })
}

/// Goes where a session leads; it goes on behind that.
fn follow(world: &mut World, route: Route, input: &mut Lines, to: Output) -> Result<(), Failure> {
    match route {
        Route::Review(queue) => drill(world, queue, input, to),
        Route::Lesson(topic, _) => learn::print_lesson(world, &topic),
        Route::Rehearse(_) => answers::list(world),
        _ => Ok(()),
    }
}

fn drill(world: &mut World, queue: Queue, input: &mut Lines, to: Output) -> Result<(), Failure> {
    review::lines(world, queue, crate::app::boot::fresh_seed(), input, to).map(|_| ())
}

fn print(lines: &[String], to: Output) -> std::io::Result<()> {
    let write = |out: &mut dyn Write| {
        for line in lines {
            writeln!(out, "{line}")?;
        }
        out.flush()
    };
    match to {
        Output::Results => write(&mut std::io::stdout().lock()),
        Output::Messages => write(&mut std::io::stderr().lock()),
    }
}

/// A sign for who sits before the terminal, such as that input is wanted; nobody else sees it.
fn mark(text: &str, to: Output) -> std::io::Result<()> {
    let write = |out: &mut dyn Write| {
        write!(out, "{text}")?;
        out.flush()
    };
    if !std::io::stdin().is_terminal() {
        return Ok(());
    }
    match to {
        Output::Results => write(&mut std::io::stdout().lock()),
        Output::Messages => write(&mut std::io::stderr().lock()),
    }
}
