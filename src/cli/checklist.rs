//! `jenjang checklist`: a list to use, blank or ticked for a piece of work.

use std::collections::BTreeSet;
use std::io::Write;

use serde_json::json;

use crate::app::desk::ladder;
use crate::domain::checklist::{Checklist, Ticked, WorkId};
use crate::domain::event::{Event, What};
use crate::domain::log::WorkRecord;
use crate::sessions::effect::Effect;
use crate::sessions::ladder::LadderData;
use crate::sessions::ladder::packet::Form;
use crate::sessions::ladder::work;
use crate::words::Words;

use super::args::{ChecklistArgs, Global};
use super::exit::{DONE, Failure, NOT_FOUND, NOTHING, USAGE};
use super::json;
use super::start;
use super::world::{World, nearest};

/// Runs the command.
pub fn run(global: &Global, args: &ChecklistArgs) -> Result<u8, Failure> {
    let writes = args.put_away || !args.tick.is_empty() || !args.untick.is_empty();
    let mut world = World::open(global, !writes)?;
    let mut data = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
    let wants_json = global.json || args.format == "json";
    let Some(name) = &args.name else { return all(global, &data, &world, wants_json) };
    let list = find(name, &data, &world.room.words)?.clone();
    let work = match &args.work {
        None => None,
        Some(typed) => Some(
            WorkId::new(list.id.clone(), typed)
                .ok_or_else(|| Failure::new(USAGE, "J-NO-NAME", world.room.words.get("cli-work-name").into_owned()))?,
        ),
    };
    if let Some(work) = work.as_ref().filter(|_| writes) {
        start::refuse_read_only(&world)?;
        let record = data.works.get(work);
        // Only a tick begins a piece of work.
        if record.is_none() && args.tick.is_empty() {
            return Err(no_work(work, &world.room.words));
        }
        let whats = whats(args, &list, work, record, &world.room.words)?;
        if !whats.is_empty() {
            let now = world.clock.now();
            world.perform(vec![Effect::Record(Event::series(&now, whats))])?;
            data = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
        }
    }
    let record = work.as_ref().and_then(|work| data.works.get(work).map(|record| (work, record)));
    if let (Some(work), None, false) = (&work, record, args.put_away) {
        return Err(no_work(work, &world.room.words));
    }
    let lang = world.room.settings.prefs.lang;
    let mut out = std::io::stdout().lock();
    match (wants_json, args.format.as_str()) {
        (true, _) => json::print("checklist", global.profile.as_deref(), work::report(&list, record))?,
        (_, "md") => write!(out, "{}", work::write(&list, record, Form::Markdown, lang))?,
        _ => write!(out, "{}", work::write(&list, record, Form::Text, lang))?,
    }
    Ok(DONE)
}

/// The names of all lists, and what they are being ticked for.
fn all(global: &Global, data: &LadderData, world: &World, wants_json: bool) -> Result<u8, Failure> {
    let lang = world.room.settings.prefs.lang;
    let works = |list: &Checklist| data.works.iter().filter(|(work, _)| work.list == list.id).collect::<Vec<_>>();
    if wants_json {
        let list = |list: &Checklist| {
            let works: Vec<_> = works(list)
                .into_iter()
                .map(|(work, record)| json!({ "work": work.work, "ticked": record.ticks.len() }))
                .collect();
            json!({ "checklist": list.id.as_str(), "title": json::text(&list.title), "items": list.items.len(), "works": works })
        };
        let all: Vec<_> = data.lists.iter().map(list).collect();
        json::print("checklists", global.profile.as_deref(), json!({ "checklists": all }))?;
    } else {
        for list in &data.lists {
            outln!("{}  {}", list.id.local(), list.title.get(lang));
            for (work, record) in works(list) {
                outln!("  {}/{}  {}", record.ticks.len(), list.items.len(), work.work);
            }
        }
    }
    Ok(if data.lists.is_empty() { NOTHING } else { DONE })
}

fn find<'a>(name: &str, data: &'a LadderData, words: &Words) -> Result<&'a Checklist, Failure> {
    let found = data.lists.iter().find(|list| list.id.local() == name || list.id.as_str() == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = data.lists.iter().map(|list| list.id.local()).collect();
        let values = [("name", name.into()), ("names", names.join(", ").into())];
        let failure = Failure::new(NOT_FOUND, "J-NO-CHECKLIST", words.fmt("cli-no-checklist", &values));
        nearest(failure, name, names.into_iter(), words)
    })
}

fn no_work(work: &WorkId, words: &Words) -> Failure {
    let values = [("name", (&work.work).into()), ("list", work.list.local().into())];
    Failure::new(NOT_FOUND, "J-NO-WORK", words.fmt("cli-no-work", &values))
}

/// What is to be written down: a tick that is there already says nothing new.
fn whats(
    args: &ChecklistArgs,
    list: &Checklist,
    work: &WorkId,
    record: Option<&WorkRecord>,
    words: &Words,
) -> Result<Vec<What>, Failure> {
    let tick = |item: &str, done: bool| What::Ticked(Ticked { work: work.clone(), item: item.into(), done });
    if args.put_away {
        return Ok(vec![tick("", false)]);
    }
    let mut ticked: BTreeSet<&str> = record.iter().flat_map(|record| record.ticks.keys()).map(|id| &**id).collect();
    let named = |item: &String| {
        let known = list.items.iter().find(|it| *it.id == **item);
        // The text form numbers them.
        let nth = || list.items.get(item.parse::<usize>().ok()?.checked_sub(1)?);
        known.or_else(nth).ok_or_else(|| {
            let names: Vec<&str> = list.items.iter().map(|it| &*it.id).collect();
            let values = [("name", item.into()), ("names", names.join(", ").into())];
            Failure::new(NOT_FOUND, "J-NO-ITEM", words.fmt("cli-no-item", &values))
        })
    };
    let mut whats = Vec::new();
    for item in &args.tick {
        let id = &named(item)?.id;
        whats.extend(ticked.insert(id).then(|| tick(id, true)));
    }
    for item in &args.untick {
        let id = &named(item)?.id;
        whats.extend(ticked.remove(&**id).then(|| tick(id, false)));
    }
    Ok(whats)
}
