//! `jenjang tracks`: the role variations and the other paths beside the roadmap, and which of them are followed.

use serde_json::{Value, json};

use crate::app::desk::ladder;
use crate::domain::catalog::{PathHead, PathKind, Stop};
use crate::domain::event::{Event, What};
use crate::domain::ladder::{Followed, TRACKS};
use crate::domain::text::Lang;
use crate::sessions::effect::Effect;
use crate::sessions::ladder::{LadderData, PathStanding, find_track, stop_title, tracks};
use crate::sessions::study::Study;
use crate::words::Words;

use super::args::{Global, TracksArgs};
use super::exit::{DONE, Failure, NOT_FOUND, NOTHING, REFUSED};
use super::json;
use super::start;
use super::world::{World, nearest};

/// Runs the command.
pub fn run(global: &Global, args: &TracksArgs) -> Result<u8, Failure> {
    let mut world = World::open(global, !(args.add || args.remove))?;
    let mut study = world.study()?;
    if let Some(name) = args.track.as_deref().filter(|_| args.add || args.remove) {
        start::refuse_read_only(&world)?;
        let track = find(&study, name, &world.room.words)?.name();
        if args.add && !study.tracks.contains(&track) && study.tracks.len() >= TRACKS {
            let names: Vec<&str> = study.tracks.iter().map(|t| t.local()).collect();
            let values = [("names", names.join(", ").into())];
            return Err(Failure::new(REFUSED, "J-TRACKS-FULL", world.room.words.fmt("cli-tracks-full", &values)));
        }
        if study.tracks.contains(&track) != args.add {
            let now = world.clock.now();
            let what = What::Followed(Followed { track, on: args.add });
            let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what };
            world.perform(vec![Effect::Record(vec![event])])?;
            study = world.study()?;
        }
    }
    let data = ladder::data(&world.store, &world.library).map_err(|e| world.room.failure(&e))?;
    let words = &world.room.words;
    let lang = world.room.settings.prefs.lang;
    let shown: Vec<&PathHead> = match &args.track {
        Some(name) => vec![find(&study, name, words)?],
        None => tracks(&study),
    };
    if shown.is_empty() {
        return Ok(NOTHING);
    }
    if global.json || args.format == "json" {
        let all: Vec<Value> = shown.iter().map(|path| report(path, &data, &study)).collect();
        json::print("tracks", global.profile.as_deref(), json!({ "most": TRACKS, "tracks": all }))?;
        return Ok(DONE);
    }
    let mut group = PathKind::Track;
    for path in &shown {
        let kind = if path.kind == PathKind::Roadmap { PathKind::Plan } else { path.kind };
        if args.track.is_none() && kind != group {
            outln!("{}", words.get(if kind == PathKind::Level { "cli-tracks-levels" } else { "cli-tracks-plans" }));
        }
        group = kind;
        outln!("{}", line(path, &study, words, lang));
        if args.track.is_some() {
            for line in details(path, &data, &study, words, lang) {
                outln!("{line}");
            }
        }
    }
    Ok(DONE)
}

fn find<'a>(study: &'a Study, name: &str, words: &Words) -> Result<&'a PathHead, Failure> {
    find_track(study, name).map_err(|names| {
        let values = [("name", name.into()), ("names", names.join(", ").into())];
        let failure = Failure::new(NOT_FOUND, "J-NO-TRACK", words.fmt("cli-no-track", &values));
        nearest(failure, name, names.into_iter(), words)
    })
}

fn line(path: &PathHead, study: &Study, words: &Words, lang: Lang) -> String {
    let standing = PathStanding::of(path, study);
    let values = [
        ("mark", if study.tracks.contains(&path.name()) { "[x]" } else { "[ ]" }.into()),
        ("title", path.title.get(lang).into()),
        ("id", (&path.id).into()),
        ("held", standing.held.into()),
        ("all", standing.all().into()),
        ("coming", standing.coming.into()),
    ];
    words.fmt("cli-track", &values)
}

fn details(path: &PathHead, data: &LadderData, study: &Study, words: &Words, lang: Lang) -> Vec<String> {
    let standing = PathStanding::of(path, study);
    let mut out = vec![path.summary.get(lang).to_owned()];
    if let Some(share) = standing.needs_held {
        out.push(words.fmt("cli-track-needs", &[("n", share.into())]));
    }
    if let Some(head) = standing.first.as_ref().and_then(|topic| study.catalog.topics.get(topic)) {
        let minutes = words.minutes(u64::from(head.minutes));
        let values = [("title", head.title.get(lang).into()), ("minutes", minutes.into())];
        out.push(words.fmt("cli-track-first", &values));
    }
    let set = data.interview_set(path);
    let who = match data.interviewers(path, lang) {
        none if none.is_empty() => words.get("cli-track-nobody").into_owned(),
        names => words.list(&names),
    };
    out.push(words.fmt("cli-track-set", &[("n", set.len().into()), ("who", who.into())]));
    if let Some(prompt) = set.first() {
        let values = [("title", prompt.title.get(lang).into()), ("prompt", prompt.id.as_str().into())];
        out.push(words.fmt("cli-track-sample", &values));
    }
    for stage in &path.stages {
        out.push(format!("{}:", stage.title.get(lang)));
        for stop in &stage.topics {
            let title = stop_title(stop, study, lang);
            out.push(match stop {
                Stop::Here(_) => format!("  {title}"),
                Stop::Coming { .. } => format!("  {}", words.fmt("cli-path-coming", &[("title", title.into())])),
            });
        }
    }
    out
}

fn report(path: &PathHead, data: &LadderData, study: &Study) -> Value {
    let standing = PathStanding::of(path, study);
    let stop = |stop: &Stop| match stop {
        Stop::Here(topic) => json!({ "topic": topic.as_str() }),
        Stop::Coming { id, title } => json!({ "coming": id, "title": json::text(title) }),
    };
    let stages = path.stages.iter().map(|stage| {
        let topics: Vec<Value> = stage.topics.iter().map(stop).collect();
        json!({ "title": json::text(&stage.title), "topics": topics })
    });
    json!({
        "track": path.name().as_str(),
        "kind": path.kind,
        "title": json::text(&path.title),
        "summary": json::text(&path.summary),
        "followed": study.tracks.contains(&path.name()),
        "held": standing.held,
        "topics": standing.here,
        "coming": standing.coming,
        "needs_held_percent": standing.needs_held,
        "first": standing.first.as_ref().map(|t| t.as_str()),
        "personas": path.personas,
        "prompts": data.interview_set(path).iter().map(|p| p.id.as_str()).collect::<Vec<_>>(),
        "stages": stages.collect::<Vec<_>>(),
    })
}
