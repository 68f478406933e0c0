//! `jenjang ask`: one interview question on the full screen, or in plain lines.

use serde_json::json;

use crate::plain::ask::{PlainAsk, extra, find, find_interviewer, pressure};
use crate::plain::interview::report;
use crate::sessions::effect::Route;
use crate::sessions::interview::{Interview, Stage, Wish};

use super::args::{AskArgs, Global};
use super::exit::{Failure, NOT_FOUND, NOTHING};
use super::hold::{Lines, Output, hold};
use super::world::World;
use super::{json, start};

/// Runs the command.
pub fn run(global: &Global, args: &AskArgs) -> Result<u8, Failure> {
    let screen = start::wants_screen(global);
    // Names are looked up before the screen is taken, so that a slip is told on the shell.
    let mut world = World::open(global, screen)?;
    let wish = wish(&world, args)?;
    if screen {
        drop(world);
        let asked = wish != Wish::default();
        return start::screen(global, if asked { Route::Interview(wish) } else { Route::Rehearse(0) });
    }
    start::refuse_read_only(&world)?;
    let seed = args.seed.unwrap_or_else(crate::app::boot::fresh_seed);
    let mut session = PlainAsk::new(wish, seed);
    let to = if global.json { Output::Messages } else { Output::Results };
    let code = hold(&mut world, &mut session, &mut Lines::open(), to)?;
    if code == NOTHING {
        return Ok(code);
    }
    let kept = session.interview().is_some_and(Interview::is_open);
    if kept {
        eprintln!("{}", world.room.words.get("ask-kept"));
    }
    if global.json {
        json::print("ask", global.profile.as_deref(), told(session.interview(), kept))?;
    }
    Ok(code)
}

/// The attempt, or what has become of it.
fn told(interview: Option<&Interview>, kept: bool) -> serde_json::Value {
    let debrief = interview.and_then(|interview| match (&interview.stage, &interview.asked) {
        (Stage::Debrief(debrief), Some(asked)) => Some(report::debrief(debrief, asked.prompt())),
        _ => None,
    });
    json!({ "recorded": debrief.is_some(), "kept": kept, "attempt": debrief })
}

/// What the command line wishes for.
fn wish(world: &World, args: &AskArgs) -> Result<Wish, Failure> {
    let prompt = args.prompt.as_deref().map(|name| world.prompt(name)).transpose()?;
    let persona = args.persona.as_deref().map(|name| interviewer(world, name)).transpose()?;
    let untimed = args.untimed.then_some(crate::domain::interview::Pressure::Untimed);
    Ok(Wish {
        prompt,
        persona,
        level: args.level,
        pressure: untimed.or_else(|| args.pressure.as_deref().and_then(pressure)),
        extra: args.extra.as_deref().and_then(extra),
        spoken: args.speak.then_some(true),
        follow_ups: args.follow_ups,
        ..Wish::default()
    })
}

/// The interviewer whom a person means.
///
/// # Errors
///
/// When there is none; the message names the nearest.
pub fn interviewer(world: &World, name: &str) -> Result<Box<str>, Failure> {
    let personas = world.library.personas();
    if let Some(found) = find_interviewer(personas.iter(), name) {
        return Ok(found);
    }
    let words = &world.room.words;
    let names: Vec<&str> = personas.iter().map(|p| &*p.id).collect();
    let values = [("name", name.to_owned().into()), ("names", names.join(", ").into())];
    let message = words.fmt("cli-no-interviewer", &values);
    let failure = Failure::new(NOT_FOUND, "J-NO-PERSONA", message);
    Err(super::world::nearest(failure, name, names.into_iter(), words))
}

impl World {
    /// The interview question that a person means by `name`: `pack/topic/prompt`, `prompt`, or words of its title that no other one has.
    ///
    /// # Errors
    ///
    /// When there is none; the message names the nearest.
    pub fn prompt(&self, name: &str) -> Result<crate::domain::ids::ItemId, Failure> {
        let heads = self.library.prompts();
        if let Some(found) = find(heads.iter().map(|head| (&head.id, head.id.local(), &head.title)), name) {
            return Ok(found.clone());
        }
        let words = &self.room.words;
        let message = words.fmt("ask-no-question", &[("name", name.to_owned().into())]);
        let failure = Failure::new(NOT_FOUND, "J-NO-PROMPT", message);
        Err(super::world::nearest(failure, name, heads.iter().map(|head| head.id.local()), words))
    }
}
