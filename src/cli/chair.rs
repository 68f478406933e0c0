//! `jenjang chair`: the sheet for a second person, and their grades.

use std::io::{Read, Write};
use std::path::Path;

use crate::app::desk::rehearse;
use crate::domain::ids::ItemId;
use crate::domain::persona::Persona;
use crate::plain::chair::PlainChair;
use crate::plain::clean;
use crate::sessions::Context;
use crate::sessions::chair::read::Trouble;
use crate::sessions::chair::{Filled, read::read, sheet::Sheet};
use crate::sessions::effect::Effect;
use crate::sessions::mock::{Mix, MockSetup};

use super::args::{ChairArgs, Global};
use super::ask::interviewer;
use super::exit::{CONTENT, DONE, Failure, NOT_FOUND, NOTHING};
use super::hold::{Lines, Output, hold};
use super::start;
use super::world::World;

/// Runs the command.
pub fn run(global: &Global, args: &ChairArgs) -> Result<u8, Failure> {
    match &args.marks {
        Some(file) => take(global, file),
        None if args.grade => grade(global, args),
        None => write(global, args),
    }
}

/// Grades that are typed in.
fn grade(global: &Global, args: &ChairArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, false)?;
    start::refuse_read_only(&world)?;
    let Some((id, persona)) = asked(&mut world, args)?.into_iter().next() else {
        eprintln!("{}", world.room.words.get("ask-start-none"));
        return Ok(NOTHING);
    };
    let lang = world.room.settings.prefs.lang;
    let mut session = PlainChair::new(id.clone(), persona, args.level, lang);
    let code = hold(&mut world, &mut session, &mut Lines::open(), Output::Results)?;
    match (session.recorded(), world.library.prompt(&id)) {
        (Some(filled), Ok(prompt)) => {
            outln!("{}", taken(&world, filled, prompt.title.get(lang), prompt.points.len()));
        }
        _ => eprintln!("{}", world.room.words.get("chair-grade-left")),
    }
    Ok(code)
}

/// Writes the sheet, or those of a mock interview.
fn write(global: &Global, args: &ChairArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, true)?;
    let asked = asked(&mut world, args)?;
    let words = &world.room.words;
    let lang = world.room.settings.prefs.lang;
    let mut sheets = Vec::new();
    for (id, persona) in &asked {
        let Ok(prompt) = world.library.prompt(id) else { continue };
        let persona = persona_of(&world, id, persona, &prompt.personas);
        let level = args.level.unwrap_or(prompt.level);
        let sheet = Sheet { prompt: &prompt, persona: persona.as_ref(), level, lang };
        sheets.push(if args.format == "text" { sheet.text(words) } else { sheet.markdown(words) });
    }
    if sheets.is_empty() {
        eprintln!("{}", words.get("ask-start-none"));
        return Ok(NOTHING);
    }
    let body = sheets.join("\n");
    match &args.sheet {
        None => write!(std::io::stdout().lock(), "{body}")?,
        Some(path) => {
            std::fs::write(path, body)?;
            outln!("{}", words.fmt("chair-written", &[("path", path.display().to_string().into())]));
        }
    }
    Ok(DONE)
}

/// What is asked, and by whom as `pack/persona` (empty for the first who would).
fn asked(world: &mut World, args: &ChairArgs) -> Result<Vec<(ItemId, Box<str>)>, Failure> {
    if let Some(name) = &args.prompt {
        let persona = args.persona.as_deref().map(|name| interviewer(world, name)).transpose()?;
        return Ok(vec![(world.prompt(name)?, persona.unwrap_or_default())]);
    }
    let now = world.clock.now();
    let data = rehearse::data(&world.store, &world.library, &now).map_err(|e| world.room.failure(&e))?;
    if args.mock {
        let seed = args.seed.unwrap_or_else(crate::app::boot::fresh_seed);
        let mut setup = MockSetup::offered(seed, &data);
        setup.level = args.level.unwrap_or(setup.level);
        let questions = Mix::of(&data, &setup).questions;
        return Ok(questions.into_iter().map(|q| (q.prompt, q.persona)).collect());
    }
    let persona = args.persona.as_deref().map(|name| interviewer(world, name)).transpose()?;
    let weakest = data.prompts.into_iter().next().map(|first| first.head.id);
    Ok(weakest.map(|id| (id, persona.unwrap_or_default())).into_iter().collect())
}

/// Who asks: the one who was named, else the first whom the question names.
fn persona_of(world: &World, prompt: &ItemId, named: &str, would: &[Box<str>]) -> Option<Persona> {
    if let Some((pack, id)) = named.split_once('/') {
        return world.library.persona(pack, id);
    }
    let head = would.iter().find_map(|name| world.library.persona_named(prompt.topic().pack(), name))?;
    world.library.persona(&head.pack, &head.id)
}

/// Takes the grades of filled sheets into the log: all of them, or none.
fn take(global: &Global, file: &Path) -> Result<u8, Failure> {
    let body = if file == Path::new("-") {
        let mut body = String::new();
        std::io::stdin().lock().read_to_string(&mut body)?;
        body
    } else {
        let body = std::fs::read_to_string(file);
        body.map_err(|why| Failure::new(NOT_FOUND, "J-NO-FILE", format!("{}: {why}", file.display())))?
    };
    let mut world = World::open(global, false)?;
    start::refuse_read_only(&world)?;
    let filled = read(&body, |id| world.library.prompt(id).ok()).map_err(|why| trouble(&world, file, &why))?;
    let load = world.study()?.load;
    for one in &filled {
        let now = world.clock.now();
        let loaded = rehearse::prompt(&world.store, &world.library, &one.prompt, now.day);
        let Some(loaded) = loaded.map_err(|e| world.room.failure(&e))? else { continue };
        let cx = Context { now: &now, prefs: &world.room.settings.prefs, load: &load };
        let (title, of) = (loaded.prompt.title.clone(), loaded.prompt.points.len());
        let event = one.event(Box::new(loaded), &cx);
        world.perform(vec![Effect::Record(vec![event])])?;
        outln!("{}", taken(&world, one, title.get(world.room.settings.prefs.lang), of));
    }
    Ok(DONE)
}

fn taken(world: &World, one: &Filled, title: &str, of: usize) -> String {
    let mut values = vec![("title", clean(title).into()), ("n", one.met().into()), ("of", of.into())];
    if one.chair.is_empty() {
        return world.room.words.fmt("chair-taken-nameless", &values);
    }
    values.push(("name", clean(&one.chair).into()));
    world.room.words.fmt("chair-taken", &values)
}

/// What is wrong with a sheet, with its place.
fn trouble(world: &World, file: &Path, why: &Trouble) -> Failure {
    let words = &world.room.words;
    let (key, about) = why.what.message();
    let why_text = match about {
        "" => words.get(key).into_owned(),
        about => words.fmt(key, &[("name", about.to_owned().into())]),
    };
    let path = file.display().to_string();
    let message = match why.line {
        0 => words.fmt("chair-trouble-whole", &[("path", path.into()), ("why", why_text.into())]),
        line => words.fmt("chair-trouble", &[("path", path.into()), ("line", line.into()), ("why", why_text.into())]),
    };
    Failure::new(CONTENT, "J-SHEET", message)
}
