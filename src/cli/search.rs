//! `jenjang search`.

use serde_json::json;

use crate::app::desk::search;
use crate::sessions::effect::{Hit, HitTarget};

use super::args::{Global, SearchArgs};
use super::exit::{DONE, Failure, NOTHING};
use super::world::World;

/// Runs the command.
pub fn run(global: &Global, args: &SearchArgs) -> Result<u8, Failure> {
    let world = World::open(global, true)?;
    let lang = world.room.settings.prefs.lang;
    let query = args.query.join(" ");
    let Some(cache) = &world.cache else { return Ok(NOTHING) };
    search::bring_up_to_date(&world.library, cache);
    let hits = search::search(&world.store, &world.library, cache, &query, lang);
    let wanted = |hit: &Hit| args.kinds.is_empty() || args.kinds.iter().any(|k| k == kind(hit));
    let hits: Vec<Hit> = hits.into_iter().filter(wanted).take(args.limit).collect();
    if global.json {
        let rows: Vec<_> = hits
            .iter()
            .map(|h| json!({ "kind": kind(h), "target": target(h), "title": h.title, "detail": h.detail }))
            .collect();
        super::json::print("search", global.profile.as_deref(), json!({ "query": query, "hits": rows }))?;
    } else {
        for hit in &hits {
            outln!("{}\t{}\t{}\t{}", kind(hit), target(hit), hit.title, hit.detail);
        }
    }
    Ok(if hits.is_empty() { NOTHING } else { DONE })
}

fn kind(hit: &Hit) -> &'static str {
    match hit.target {
        HitTarget::Term(_) => "term",
        HitTarget::Topic(_) => "lesson",
        HitTarget::Item(_) => "item",
        HitTarget::Prompt(_) => "prompt",
        HitTarget::Note(_) => "note",
    }
}

/// What can be handed to other commands: a topic, item or prompt id.
fn target(hit: &Hit) -> String {
    use crate::domain::event::NotePlace;
    match &hit.target {
        HitTarget::Term(topic) => topic.as_ref().map(ToString::to_string).unwrap_or_default(),
        HitTarget::Topic(topic) => topic.to_string(),
        HitTarget::Item(item) | HitTarget::Prompt(item) | HitTarget::Note(NotePlace::Item(item)) => item.to_string(),
        HitTarget::Note(NotePlace::Section(topic, ..)) => topic.to_string(),
    }
}
