//! `jenjang path`: the roadmap with progress.

use std::io::Write;

use serde_json::json;

use crate::app::desk::study::roadmap_path;
use crate::domain::catalog::{PathHead, Stop};
use crate::domain::text::Lang;
use crate::sessions::study::{Study, TopicState};
use crate::words::Words;

use super::args::{Global, PathArgs};
use super::exit::{DONE, Failure, NOT_FOUND, NOTHING};
use super::json;
use super::world::{World, nearest};

/// Runs the command.
pub fn run(global: &Global, args: &PathArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, true)?;
    let study = world.study()?;
    let catalog = std::sync::Arc::clone(&study.catalog);
    let found = match &args.track {
        None => roadmap_path(&catalog),
        Some(name) => Some(named(name, &catalog.paths, &world.room.words)?),
    };
    let Some(path) = found else { return Ok(NOTHING) };
    let lang = world.room.settings.prefs.lang;
    let words = &world.room.words;
    let mut out = std::io::stdout().lock();
    match (global.json, args.format.as_str()) {
        (true, _) | (_, "json") => json::print("path", global.profile.as_deref(), report(path, &study))?,
        (_, "dot") => write!(out, "{}", dot(path, &study, lang))?,
        (_, "md") => write!(out, "{}", text(path, &study, words, lang, true))?,
        _ => write!(out, "{}", text(path, &study, words, lang, false))?,
    }
    Ok(DONE)
}

/// A path by its own name, or by `pack/name`.
fn named<'a>(name: &str, paths: &'a [PathHead], words: &Words) -> Result<&'a PathHead, Failure> {
    let found = paths.iter().find(|path| *path.id == *name || path.name().as_str() == name);
    found.ok_or_else(|| {
        let names: Vec<&str> = paths.iter().map(|path| &*path.id).collect();
        let values = [("name", name.into()), ("names", names.join(", ").into())];
        let failure = Failure::new(NOT_FOUND, "J-NO-TRACK", words.fmt("cli-no-track", &values));
        nearest(failure, name, names.into_iter(), words)
    })
}

/// How much of a stage is held, in percent: of the roadmap as its places show it, of any other path by the questions of its topics.
fn share(path: &PathHead, nth: usize, study: &Study) -> u8 {
    if study.roadmap().is_some_and(|roadmap| roadmap.name() == path.name()) {
        return study.stages.get(nth).copied().unwrap_or(0);
    }
    let stops = path.stages.get(nth).map(|stage| stage.topics.as_slice()).unwrap_or_default();
    let standings = stops.iter().filter_map(|stop| match stop {
        Stop::Here(topic) => study.topics.get(topic),
        Stop::Coming { .. } => None,
    });
    let (held, all) = standings.fold((0u64, 0u64), |(h, a), s| (h + u64::from(s.held), a + u64::from(s.questions)));
    (held.min(all) * 100).checked_div(all).and_then(|share| u8::try_from(share).ok()).unwrap_or(0)
}

/// The message that names a state.
fn state_key(state: TopicState) -> &'static str {
    match state {
        TopicState::Held => "state-held",
        TopicState::Learning => "state-learning",
        TopicState::Fading => "state-fading",
        TopicState::Ready => "state-ready",
        TopicState::BetterLater => "state-better-later",
    }
}

fn text(path: &PathHead, study: &Study, words: &Words, lang: Lang, markdown: bool) -> String {
    let mut out = String::new();
    let (head, item) = if markdown { ("# ", "- ") } else { ("", "  ") };
    out.push_str(&format!("{head}{}\n", path.title.get(lang)));
    for (i, stage) in path.stages.iter().enumerate() {
        let share = share(path, i, study);
        let head = if markdown { "\n## " } else { "\n" };
        out.push_str(&format!("{head}{}. {} {share}%\n", i + 1, stage.title.get(lang)));
        for stop in &stage.topics {
            let line = match stop {
                Stop::Here(topic) => {
                    let title = study.catalog.topics.get(topic).map_or("", |t| t.title.get(lang));
                    let standing = study.topics.get(topic);
                    let state = standing.map_or("state-ready", |s| state_key(s.state));
                    let (held, all) = standing.map_or((0, 0), |s| (s.held, s.questions));
                    let values = [
                        ("title", title.into()),
                        ("state", words.get(state).into_owned().into()),
                        ("held", held.into()),
                        ("n", all.into()),
                        ("topic", topic.local().into()),
                    ];
                    words.fmt("cli-path-topic", &values)
                }
                Stop::Coming { title, .. } => words.fmt("cli-path-coming", &[("title", title.get(lang).into())]),
            };
            out.push_str(&format!("{item}{line}\n"));
        }
    }
    out
}

/// The prerequisites as a graph for Graphviz.
fn dot(path: &PathHead, study: &Study, lang: Lang) -> String {
    let quoted = |text: &str| text.replace('\\', "\\\\").replace('"', "\\\"");
    let mut out = String::from("digraph path {\n  rankdir=LR;\n");
    for stop in path.stages.iter().flat_map(|s| &s.topics) {
        let Stop::Here(topic) = stop else { continue };
        let Some(head) = study.catalog.topics.get(topic) else { continue };
        out.push_str(&format!("  \"{topic}\" [label=\"{}\"];\n", quoted(head.title.get(lang))));
        for need in &head.requires {
            out.push_str(&format!("  \"{need}\" -> \"{topic}\";\n"));
        }
    }
    out.push_str("}\n");
    out
}

fn report(path: &PathHead, study: &Study) -> serde_json::Value {
    let stop = |stop: &Stop| match stop {
        Stop::Here(topic) => {
            let standing = study.topics.get(topic);
            json!({
                "topic": topic.as_str(),
                "title": study.catalog.topics.get(topic).map(|t| json::text(&t.title)),
                "state": standing.map(|s| s.state),
                "held": standing.map(|s| s.held),
                "answered": standing.map(|s| s.answered),
                "questions": standing.map(|s| s.questions),
            })
        }
        Stop::Coming { id, title } => json!({ "coming": id, "title": json::text(title) }),
    };
    let stages: Vec<_> = path
        .stages
        .iter()
        .enumerate()
        .map(|(i, s)| {
            let topics: Vec<_> = s.topics.iter().map(stop).collect();
            json!({ "title": json::text(&s.title), "held_percent": share(path, i, study), "topics": topics })
        })
        .collect();
    json!({ "path": path.id, "pack": path.pack, "stages": stages })
}
