//! `jenjang path`: the roadmap with progress, and below it what other packs have.

use std::collections::BTreeSet;
use std::io::Write;

use serde_json::json;

use crate::app::desk::study::roadmap_path;
use crate::domain::catalog::{PackHead, PathHead, Stop};
use crate::domain::ids::TopicId;
use crate::domain::text::Lang;
use crate::plain::clean;
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
    // Which topics a path leaves out is of no interest where one path was asked for.
    let others = if args.track.is_none() { others(path, &study) } else { Vec::new() };
    let mut out = std::io::stdout().lock();
    match (global.json, args.format.as_str()) {
        (true, _) | (_, "json") => json::print("path", global.profile.as_deref(), report(path, &others, &study))?,
        (_, "dot") => write!(out, "{}", dot(path, &study, lang))?,
        (_, "md") => write!(out, "{}", text((path, &others), &study, words, lang, true))?,
        _ => write!(out, "{}", text((path, &others), &study, words, lang, false))?,
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

/// What a pack has beside the roadmap.
struct Other<'a> {
    pack: &'a PackHead,
    topics: Vec<&'a TopicId>,
}

/// The topics that the roadmap does not name, pack by pack, as Path shows them below it.
fn others<'a>(path: &PathHead, study: &'a Study) -> Vec<Other<'a>> {
    let named: BTreeSet<&TopicId> = path.topics().collect();
    let other = |pack: &'a PackHead| {
        let topics = study.catalog.topics_of(&pack.id).into_iter().map(|head| &head.id);
        Other { pack, topics: topics.filter(|topic| !named.contains(topic)).collect() }
    };
    study.catalog.packs.iter().map(other).filter(|other| !other.topics.is_empty()).collect()
}

/// How much of a stage is held, in percent: of the roadmap as its places show it, of any other path by the questions of its topics.
fn share(path: &PathHead, nth: usize, study: &Study) -> u8 {
    if study.roadmap().is_some_and(|roadmap| roadmap.name() == path.name()) {
        return study.stages.get(nth).copied().unwrap_or(0);
    }
    let stops = path.stages.get(nth).map(|stage| stage.topics.as_slice()).unwrap_or_default();
    share_of(
        stops.iter().filter_map(|stop| match stop {
            Stop::Here(topic) => Some(topic),
            Stop::Coming { .. } => None,
        }),
        study,
    )
}

/// How much of some topics is held, in percent of their questions.
fn share_of<'a>(topics: impl Iterator<Item = &'a TopicId>, study: &Study) -> u8 {
    let standings = topics.filter_map(|topic| study.topics.get(topic));
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

fn text(shown: (&PathHead, &[Other<'_>]), study: &Study, words: &Words, lang: Lang, markdown: bool) -> String {
    let (path, others) = shown;
    let mut out = String::new();
    let (head, item) = if markdown { ("# ", "- ") } else { ("", "  ") };
    out.push_str(&format!("{head}{}\n", path.title.get(lang)));
    let head = if markdown { "\n## " } else { "\n" };
    for (i, stage) in path.stages.iter().enumerate() {
        let share = share(path, i, study);
        out.push_str(&format!("{head}{}. {} {share}%\n", i + 1, stage.title.get(lang)));
        for stop in &stage.topics {
            let line = match stop {
                Stop::Here(topic) => line(topic, topic.local(), study, words, lang),
                Stop::Coming { title, .. } => words.fmt("cli-path-coming", &[("title", title.get(lang).into())]),
            };
            out.push_str(&format!("{item}{line}\n"));
        }
    }
    for Other { pack, topics } in others {
        let share = share_of(topics.iter().copied(), study);
        out.push_str(&format!("{head}{} {share}%\n", clean(pack.title.get(lang))));
        for topic in topics {
            // Two packs may have a topic of the same name.
            out.push_str(&format!("{item}{}\n", line(topic, topic.as_str(), study, words, lang)));
        }
    }
    out
}

/// A topic and how it stands.
fn line(topic: &TopicId, name: &str, study: &Study, words: &Words, lang: Lang) -> String {
    let head = study.catalog.topics.get(topic);
    let standing = study.topics.get(topic);
    let state = standing.map_or("state-ready", |s| state_key(s.state));
    let (held, all) = standing.map_or_else(|| (0, head.map_or(0, |head| head.questions)), |s| (s.held, s.questions));
    let values = [
        ("title", clean(head.map_or("", |t| t.title.get(lang))).into()),
        ("state", words.get(state).into_owned().into()),
        ("held", held.into()),
        ("n", all.into()),
        ("topic", name.into()),
    ];
    words.fmt("cli-path-topic", &values)
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

fn report(path: &PathHead, others: &[Other<'_>], study: &Study) -> serde_json::Value {
    let told = |topic: &TopicId| {
        let standing = study.topics.get(topic);
        json!({
            "topic": topic.as_str(),
            "title": study.catalog.topics.get(topic).map(|t| json::text(&t.title)),
            "state": standing.map(|s| s.state),
            "held": standing.map(|s| s.held),
            "answered": standing.map(|s| s.answered),
            "questions": standing.map(|s| s.questions),
        })
    };
    let stop = |stop: &Stop| match stop {
        Stop::Here(topic) => told(topic),
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
    let packs = others.iter().map(|Other { pack, topics }| {
        let share = share_of(topics.iter().copied(), study);
        let told: Vec<_> = topics.iter().map(|topic| told(topic)).collect();
        json!({ "pack": pack.id, "title": json::text(&pack.title), "held_percent": share, "topics": told })
    });
    json!({ "path": path.id, "pack": path.pack, "stages": stages, "packs": packs.collect::<Vec<_>>() })
}
