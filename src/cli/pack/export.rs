//! `jenjang pack export`: questions as a table or for Anki.

use std::collections::{HashMap, HashSet};
use std::io::Write as _;
use std::path::Path;

use serde_json::json;

use crate::cli::args::{ExportArgs, Global};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, NOT_FOUND, NOTHING, REFUSED, USAGE};
use crate::cli::world::{World, nearest};
use crate::domain::ids::{ItemId, TopicId};
use crate::exchange::{self, Card, Labels, anki};
use crate::packs::install::Incoming;
use crate::packs::{self, Draft, Library};
use crate::plain::clean;
use crate::words::Words;

use super::install::load;

/// Runs the command. Exit code 3 when there is nothing to write.
pub fn run(global: &Global, args: &ExportArgs) -> Result<u8, Failure> {
    let world = World::open(global, true)?;
    let words = &world.room.words;
    let to_stdout = args.to.as_os_str() == "-";
    let shown = clean(&args.to.display().to_string());
    let ending = args.to.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let is_anki = ending == "apkg";
    if !to_stdout && !is_anki && ending != "csv" {
        return Err(Failure::new(USAGE, "J-NO-FORM", words.fmt("exchange-ending", &[("file", shown.into())])));
    }
    if !to_stdout && !global.yes && args.to.exists() {
        let message = words.fmt("exchange-there", &[("file", shown.into())]);
        return Err(Failure::new(REFUSED, "J-FILE-THERE", message).try_this("--yes"));
    }
    let draft = match args.what.as_deref().map(Path::new).filter(|path| path.exists()) {
        Some(path) => match load(global, path)? {
            Ok(incoming) => Some(library(incoming)),
            Err(code) => return Ok(code),
        },
        None => None,
    };
    let topics = match (&draft, args.what.as_deref()) {
        (Some(library), _) => library.topics().iter().map(|topic| topic.id.clone()).collect(),
        (None, Some(what)) => named(&world, what)?,
        (None, None) => world.library.topics().iter().map(|topic| topic.id.clone()).collect(),
    };
    let mine = if args.mine { Some(answered(&world)?) } else { None };
    let first = world.room.settings.prefs.lang;
    let langs = if args.both { vec![first, first.other()] } else { vec![first] };
    let labels: Vec<Labels> = langs.iter().map(|lang| Labels::of(*lang)).collect();
    let cards = collect(draft.as_ref().unwrap_or(&world.library), &topics, mine.as_ref(), &labels)?;
    let about = |topic: &TopicId| match (&draft, args.what.as_deref()) {
        (Some(library), _) => library.pack(topic.pack()).is_some(),
        (None, what) => what.is_none_or(|what| topic.pack() == what || topic.as_str() == what),
    };
    let mut heads: HashMap<TopicId, HashSet<ItemId>> = HashMap::new();
    let here = |item: &ItemId| {
        let questions = heads.entry(item.topic()).or_insert_with_key(|topic| {
            let found = world.library.question_heads(topic).unwrap_or_default();
            found.into_iter().map(|head| head.id).collect()
        });
        questions.contains(item)
    };
    let behind = mine.map(|mine| behind(mine, &cards, about, here)).unwrap_or_default();
    let report = |file: Option<&str>| -> Result<(), Failure> {
        let langs: Vec<&str> = langs.iter().map(|lang| lang.code()).collect();
        let left_out = json!({ "points": behind.points, "gone": behind.gone });
        let data = json!({ "file": file, "questions": cards.len(), "languages": langs, "left_out": left_out });
        outln!("{}", json!({ "schema": "jenjang.pack-export/1", "data": data }));
        Ok(())
    };
    if cards.is_empty() {
        if global.json && !to_stdout {
            report(None)?;
        }
        eprintln!("{}", words.get("exchange-none"));
        behind.lines(words).for_each(|line| eprintln!("  {line}"));
        return Ok(NOTHING);
    }
    let failed = |why: String| Failure::new(FAILED, "J-IO", format!("{shown}: {why}"));
    let content = if is_anki {
        let utc = crate::app::clock::wall().0;
        anki::write(&cards, utc).map_err(|e| failed(e.to_string()))?
    } else {
        exchange::csv_of(&cards, &langs).into_bytes()
    };
    if to_stdout {
        std::io::stdout().lock().write_all(&content)?;
        behind.lines(words).filter(|_| !global.quiet).for_each(|line| eprintln!("jenjang: {line}"));
        return Ok(DONE);
    }
    packs::replace(&args.to, &content).map_err(|e| failed(e.to_string()))?;
    if global.json {
        report(Some(&shown))?;
        return Ok(DONE);
    }
    outln!("{}", words.fmt("exchange-written", &[("n", cards.len().into()), ("file", shown.into())]));
    if is_anki {
        outln!("  {}", words.get("exchange-anew"));
    }
    for line in behind.lines(words) {
        outln!("  {line}");
    }
    Ok(DONE)
}

/// The pack of a path, alone.
fn library(incoming: Incoming) -> Library {
    let mut draft = Draft::default();
    draft.take(incoming.texts);
    draft.library()
}

/// The topics of a pack that is there, or the one topic.
fn named(world: &World, what: &str) -> Result<Vec<TopicId>, Failure> {
    let all = || world.library.topics().iter().map(|topic| &topic.id);
    let topics: Vec<TopicId> = all().filter(|id| id.pack() == what || id.as_str() == what).cloned().collect();
    if !topics.is_empty() || world.library.pack(what).is_some() {
        return Ok(topics);
    }
    let message = world.room.words.fmt("packs-unknown", &[("pack", clean(what).into())]);
    let names = world.library.packs().iter().map(|pack| &*pack.id).chain(all().map(TopicId::as_str));
    Err(nearest(Failure::new(NOT_FOUND, "J-NO-PACK", message), what, names, &world.room.words))
}

/// What the learner has answered.
fn answered(world: &World) -> Result<HashSet<ItemId>, Failure> {
    let mut items = HashSet::new();
    let visited = world.store.topic_rows(|item, _| items.extend(ItemId::parse(item)));
    visited.map_err(|e| world.room.failure(&e))?;
    Ok(items)
}

/// What was answered and cannot stand on a card.
#[derive(Default)]
struct Behind {
    /// Points of interview answers, which are no questions with an answer of their own.
    points: usize,
    /// Questions that no pack here has any more.
    gone: usize,
}

impl Behind {
    /// The same in sentences; none about nothing.
    fn lines(&self, words: &Words) -> impl Iterator<Item = String> {
        let points = (self.points > 0).then(|| words.fmt("exchange-points", &[("n", self.points.into())]));
        let gone = (self.gone > 0).then(|| words.fmt("exchange-gone", &[("n", self.gone.into())]));
        points.into_iter().chain(gone)
    }
}

/// What of these topics stays behind. What only the pack at a path lacks is not gone.
fn behind(
    mine: HashSet<ItemId>,
    cards: &[Card],
    about: impl Fn(&TopicId) -> bool,
    mut here: impl FnMut(&ItemId) -> bool,
) -> Behind {
    let written: HashSet<&str> = cards.iter().map(|card| &*card.id).collect();
    let left = mine.iter().filter(|item| !written.contains(item.as_str()) && about(&item.topic()));
    let (points, others): (Vec<&ItemId>, Vec<&ItemId>) = left.partition(|item| item.as_point().is_some());
    Behind { points: points.len(), gone: others.into_iter().filter(|item| !here(item)).count() }
}

fn collect(
    library: &Library,
    topics: &[TopicId],
    mine: Option<&HashSet<ItemId>>,
    labels: &[Labels],
) -> Result<Vec<Card>, Failure> {
    let answered: Option<HashSet<TopicId>> = mine.map(|mine| mine.iter().map(ItemId::topic).collect());
    let mut all = Vec::new();
    for topic in topics.iter().filter(|topic| answered.as_ref().is_none_or(|answered| answered.contains(topic))) {
        let body = library.open(topic).map_err(|e| Failure::new(CONTENT, "J-NO-TOPIC", e.to_string()))?;
        let Some(pack) = library.pack(topic.pack()) else { continue };
        let asked = body.questions.iter().filter(|q| mine.is_none_or(|mine| mine.contains(&q.id)));
        all.extend(exchange::cards(&pack.title, &body.head.title, asked, labels));
    }
    Ok(all)
}
