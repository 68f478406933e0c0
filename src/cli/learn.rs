//! `jenjang learn`: a lesson on the full screen, or as plain lines with its questions.

use std::io::Write;

use crate::domain::event::{Event, What};
use crate::domain::ids::TopicId;
use crate::sessions::effect::{Queue, Route};
use crate::sessions::study::PlanRow;

use super::args::{Global, LearnArgs};
use super::exit::{DONE, Failure, NOTHING};
use super::hold::{Lines, Output};
use super::world::World;
use super::{review, start};

/// Width of lesson text in plain lines.
const WIDTH: usize = 76;

/// Runs the command.
pub fn run(global: &Global, args: &LearnArgs) -> Result<u8, Failure> {
    let screen = start::wants_screen(global);
    let mut world = World::open(global, screen)?;
    let Some(topic) = topic(&mut world, args)? else { return Ok(NOTHING) };
    if screen {
        drop(world);
        return start::screen(global, Route::Lesson(topic, None));
    }
    print_lesson(&world, &topic)?;
    if world.read_only.is_some() {
        return Ok(DONE);
    }
    let now = world.clock.now();
    let what = What::Read { topic: topic.clone(), day: now.day, took_ms: 0 };
    let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what };
    world.perform(vec![crate::sessions::effect::Effect::Record(vec![event])])?;
    let seed = crate::app::boot::fresh_seed();
    review::lines(&mut world, Queue::New(topic, u16::MAX), seed, &mut Lines::open(), Output::Results)?;
    Ok(DONE)
}

/// The named topic, or the next one of the plan or path.
fn topic(world: &mut World, args: &LearnArgs) -> Result<Option<TopicId>, Failure> {
    if let Some(name) = &args.topic {
        return match world.topic(name) {
            Err(unknown) => of_pack(world, name)?.map(Some).ok_or(unknown),
            found => found.map(Some),
        };
    }
    let study = world.study()?;
    if let Some(reading) = &study.reading {
        return Ok(Some(reading.topic.clone()));
    }
    let planned = study.plan.rows.iter().find_map(|row| match row {
        PlanRow::Lesson { topic, .. } => Some(topic.clone()),
        _ => None,
    });
    let first = || crate::app::desk::queues::first_topic(&world.library).map(|t| t.id.clone());
    Ok(planned.or_else(first))
}

/// The next topic of a pack: the first whose lesson was not read and that is not known, else the first.
fn of_pack(world: &mut World, pack: &str) -> Result<Option<TopicId>, Failure> {
    let study = world.study()?;
    let topics = study.catalog.topics_of(pack);
    let is_open = |topic: &TopicId| study.topics.get(topic).is_none_or(|it| it.read < 100 && !it.known);
    let next = topics.iter().find(|head| is_open(&head.id)).or(topics.first());
    Ok(next.map(|head| head.id.clone()))
}

/// Prints a lesson as lines.
///
/// # Errors
///
/// When it cannot be read, or standard output cannot be written to.
pub fn print_lesson(world: &World, topic: &TopicId) -> Result<(), Failure> {
    let lang = world.room.settings.prefs.lang;
    let body = world.library.open(topic).map_err(|e| Failure::new(super::exit::FAILED, "J-PACK", e.to_string()))?;
    let words = &world.room.words;
    let mut out = std::io::stdout().lock();
    writeln!(out, "{}", crate::plain::clean(body.head.title.get(lang)))?;
    writeln!(out)?;
    writeln!(out, "{}", crate::plain::lesson(body.lesson(lang), WIDTH, words))?;
    Ok(())
}
