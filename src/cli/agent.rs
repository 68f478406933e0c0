//! `jenjang agent`: a system prompt for the learner's own assistant. It is printed, and nothing is sent anywhere.

use std::collections::BTreeSet;
use std::io::Write;

use crate::app::desk::{ladder, rehearse};
use crate::domain::catalog::{PathHead, PathKind, Stop};
use crate::domain::ids::ItemId;
use crate::domain::persona::Persona;
use crate::domain::rubric::{Prompt, PromptHead, PromptKind};
use crate::domain::sorting::Arrange;
use crate::domain::text::Lang;
use crate::sessions::agent::progress::is_rated;
use crate::sessions::agent::{Asked, Profile, Progress, Track};
use crate::sessions::ladder::{LadderData, find_track, stop_title};
use crate::sessions::study::Study;

use super::args::{AgentArgs, Global};
use super::ask::interviewer;
use super::exit::{DONE, Failure, NOT_FOUND};
use super::json;
use super::world::{World, nearest};

/// Questions of an interview for which none was named.
const SET: usize = 3;

/// The level when nothing says another one.
const USUAL_LEVEL: u8 = 3;

/// Runs the command.
pub fn run(global: &Global, args: &AgentArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, true)?;
    // Names first, so that a slip is told before anything is gathered.
    let named = args.prompt.as_deref().map(|name| world.prompt(name)).transpose()?;
    let persona = args.persona.as_deref().map(|name| interviewer(&world, name)).transpose()?;
    let study = world.study()?;
    let track = args.track.as_deref().map(|name| track(&world, &study, name)).transpose()?;
    let data = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
    let one = named.and_then(|id| world.library.prompt(&id).ok());
    let level = level(args, one.as_ref(), track, &data, &study);
    let cast = cast(&world, persona.as_deref());
    let set = if one.is_some() { Vec::new() } else { set(&world, &data, track, persona.as_deref(), level) };
    let asked = match (&one, set.as_slice()) {
        (Some(prompt), _) => Asked::One(prompt),
        (None, []) => Asked::Own,
        (None, prompts) => Asked::Several(prompts),
    };
    let lang = world.room.settings.prefs.lang;
    let progress = args.with_progress.then(|| progress(&mut world, &data, &study, lang)).transpose()?;
    let stages = track.map(|path| stages(path, &study, lang)).unwrap_or_default();
    let topics = topics(&cast, &study, lang);
    let profile = Profile {
        lead: lead(&cast, one.as_ref(), track),
        cast: &cast,
        topics: &topics,
        asked,
        level,
        track: track.map(|path| Track { path, stages: &stages }),
        progress: progress.as_ref(),
        lang,
    };
    let words = &world.room.words;
    match (global.json, args.format.as_str()) {
        (true, _) | (_, "json") => json::print("agent", global.profile.as_deref(), profile.json(words))?,
        (_, "text") => write!(std::io::stdout().lock(), "{}", profile.text(words))?,
        _ => write!(std::io::stdout().lock(), "{}", profile.markdown(words))?,
    }
    if !global.quiet && !global.json {
        eprintln!("{}", words.get("agent-note"));
    }
    Ok(DONE)
}

fn track<'a>(world: &World, study: &'a Study, name: &str) -> Result<&'a PathHead, Failure> {
    find_track(study, name).map_err(|names| {
        let words = &world.room.words;
        let values = [("name", name.into()), ("names", names.join(", ").into())];
        let failure = Failure::new(NOT_FOUND, "J-NO-TRACK", words.fmt("agent-no-track", &values));
        nearest(failure, name, names.into_iter(), words)
    })
}

/// What was asked for, else what the question is for; then the learner's own aim, if their progress may be told; then where the track leads.
fn level(args: &AgentArgs, one: Option<&Prompt>, track: Option<&PathHead>, data: &LadderData, study: &Study) -> u8 {
    let own = || (args.with_progress && is_rated(data, study)).then(|| data.target(study.day));
    let leads = || track.map(|path| path.level).filter(|level| *level > 0);
    let level = args.level.or_else(|| one.map(|prompt| prompt.level)).or_else(own).or_else(leads);
    level.unwrap_or(USUAL_LEVEL).clamp(1, 6)
}

/// The one who was named as `pack/persona`, or all.
fn cast(world: &World, named: Option<&str>) -> Vec<Persona> {
    let one = named.and_then(|name| name.split_once('/')).and_then(|(pack, id)| world.library.persona(pack, id));
    match one {
        Some(one) => vec![one],
        None => {
            let heads = world.library.personas().iter();
            heads.filter_map(|head| world.library.persona(&head.pack, &head.id)).collect()
        }
    }
}

/// Who is in front: the first whom the question names, else the track.
fn lead(cast: &[Persona], one: Option<&Prompt>, track: Option<&PathHead>) -> Option<usize> {
    let names = one.map(|prompt| &prompt.personas).into_iter().chain(track.map(|path| &path.personas)).flatten();
    let of = |name: &str| {
        let id = name.rsplit('/').next().unwrap_or(name);
        cast.iter().position(|persona| &*persona.head.id == id)
    };
    names.filter_map(|name| of(name)).next()
}

/// Titles of what a single interviewer likes to ask about.
fn topics(cast: &[Persona], study: &Study, lang: Lang) -> Vec<String> {
    let [one] = cast else { return Vec::new() };
    let heads = one.topics.iter().filter_map(|topic| study.catalog.topics.get(topic));
    heads.map(|head| head.title.get(lang).to_owned()).collect()
}

/// Questions that fit the track, the interviewer and the level, each of another unit as far as there are any.
fn set(world: &World, data: &LadderData, track: Option<&PathHead>, persona: Option<&str>, level: u8) -> Vec<Prompt> {
    let id = persona.and_then(|name| name.rsplit('/').next());
    let mut heads: Vec<&PromptHead> = match track {
        Some(path) => data.interview_set(path),
        None => data.prompts.iter().collect(),
    };
    // Grading a story needs more than its points; such a question is asked by its name.
    heads.retain(|head| head.kind != PromptKind::Behavioural);
    heads.arrange_by_key(|head| {
        let asks = id.is_some_and(|id| head.personas.iter().any(|name| **name == *id));
        (!asks, head.level.abs_diff(level))
    });
    let unit = |id: &ItemId| {
        let topic = id.topic();
        world.library.topic(&topic).map(|head| (topic.pack().to_owned(), head.unit.clone()))
    };
    let chosen = varied(&heads, unit);
    chosen.into_iter().filter_map(|id| world.library.prompt(id).ok()).collect()
}

fn varied<'h, U: Ord>(heads: &[&'h PromptHead], unit: impl Fn(&ItemId) -> Option<U>) -> Vec<&'h ItemId> {
    let mut seen = BTreeSet::new();
    let (fresh, rest): (Vec<&PromptHead>, Vec<&PromptHead>) =
        heads.iter().copied().partition(|head| unit(&head.id).is_some_and(|unit| seen.insert(unit)));
    fresh.into_iter().chain(rest).take(SET).map(|head| &head.id).collect()
}

/// The stages of a track, with the topics to come by their titles.
fn stages(path: &PathHead, study: &Study, lang: Lang) -> Vec<(String, Vec<String>)> {
    // What is to come on a level is about the ladder itself: its title tells an interviewer nothing.
    let told = |stop: &&Stop| path.kind != PathKind::Level || matches!(stop, Stop::Here(_));
    let title = |stop: &Stop| stop_title(stop, study, lang).to_owned();
    let stage = |stage: &crate::domain::catalog::Stage| {
        let topics: Vec<String> = stage.topics.iter().filter(told).map(title).collect();
        (stage.title.get(lang).to_owned(), topics)
    };
    path.stages.iter().map(stage).filter(|(_, topics)| !topics.is_empty()).collect()
}

fn progress(world: &mut World, data: &LadderData, study: &Study, lang: Lang) -> Result<Progress, Failure> {
    let now = world.clock.now();
    let rehearse = rehearse::data(&world.store, &world.library, &now).map_err(|e| world.room.failure(&e))?;
    Ok(Progress::of(data, &rehearse, study, &world.room.words, lang))
}
