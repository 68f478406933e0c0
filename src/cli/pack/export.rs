//! `jenjang pack export`: questions as a table or for Anki.

use std::collections::HashSet;
use std::io::Write as _;
use std::path::Path;

use serde_json::json;

use crate::cli::args::{ExportArgs, Global};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, NOT_FOUND, NOTHING, REFUSED, USAGE};
use crate::cli::world::{World, nearest};
use crate::domain::ids::{ItemId, TopicId};
use crate::exchange::{self, Card, Labels, anki};
use crate::packs::diff::DiffError;
use crate::packs::{Draft, Library, install};
use crate::plain::clean;

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
    let draft = match args.what.as_deref().filter(|what| Path::new(what).exists()) {
        Some(path) => match opened(path) {
            Ok(library) => Some(library),
            Err(DiffError::Refused(report)) => return Ok(super::refused(global, &report)),
            Err(DiffError::NoPack(error)) => return Err(super::no_pack(&error)),
            Err(DiffError::Disk(error)) => return Err(Failure::new(FAILED, "J-IO", error.to_string())),
        },
        None => None,
    };
    let topics = match (&draft, args.what.as_deref()) {
        (Some(library), _) => library.topics().iter().map(|topic| topic.id.clone()).collect(),
        (None, Some(what)) => named(&world, what)?,
        (None, None) => world.library.topics().iter().map(|topic| topic.id.clone()).collect(),
    };
    let mine = if args.mine { Some(Mine::of(&world, args.what.is_none())?) } else { None };
    let first = world.room.settings.prefs.lang;
    let langs = if args.both { vec![first, first.other()] } else { vec![first] };
    let labels: Vec<Labels> = langs.iter().map(|lang| Labels::of(*lang)).collect();
    let cards = collect(draft.as_ref().unwrap_or(&world.library), &topics, mine.as_ref(), &labels)?;
    if cards.is_empty() {
        eprintln!("{}", words.get("exchange-none"));
        return Ok(NOTHING);
    }
    let failed = |why: String| Failure::new(FAILED, "J-IO", format!("{shown}: {why}"));
    let content = if is_anki {
        let utc = crate::app::clock::wall().0;
        anki::write(&cards, utc).map_err(|e| failed(format!("{e:?}")))?
    } else {
        exchange::csv_of(&cards, &langs).into_bytes()
    };
    if to_stdout {
        std::io::stdout().lock().write_all(&content)?;
        return Ok(DONE);
    }
    exchange::save(&args.to, &content).map_err(|e| failed(e.to_string()))?;
    if global.json {
        let langs: Vec<&str> = langs.iter().map(|lang| lang.code()).collect();
        let data = json!({ "file": shown, "questions": cards.len(), "languages": langs });
        outln!("{}", json!({ "schema": "jenjang.pack-export/1", "data": data }));
        return Ok(DONE);
    }
    outln!("{}", words.fmt("exchange-written", &[("n", cards.len().into()), ("file", shown.into())]));
    if is_anki {
        outln!("  {}", words.get("exchange-anew"));
    }
    if let Some(mine) = mine {
        if mine.points > 0 {
            outln!("  {}", words.fmt("exchange-points", &[("n", mine.points.into())]));
        }
        if mine.gone > 0 {
            outln!("  {}", words.fmt("exchange-gone", &[("n", mine.gone.into())]));
        }
    }
    Ok(DONE)
}

/// The pack at a path, alone.
fn opened(path: &str) -> Result<Library, DiffError> {
    let incoming = install::load(Path::new(path), &super::known())?;
    let mut draft = Draft::default();
    draft.take(incoming.texts);
    Ok(draft.library())
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
struct Mine {
    items: HashSet<ItemId>,
    /// Points of interview answers: they are no questions with an answer of their own.
    points: usize,
    /// Questions that no pack has any more.
    gone: usize,
}

impl Mine {
    fn of(world: &World, whole: bool) -> Result<Mine, Failure> {
        let mut mine = Mine { items: HashSet::new(), points: 0, gone: 0 };
        let visited = world.store.topic_rows(|item, _| {
            mine.items.extend(ItemId::parse(item));
        });
        visited.map_err(|e| world.room.failure(&e))?;
        if whole {
            mine.points = mine.items.iter().filter(|item| item.as_point().is_some()).count();
            let is_gone = |item: &&ItemId| item.as_point().is_none() && world.library.topic(&item.topic()).is_none();
            mine.gone = mine.items.iter().filter(is_gone).count();
        }
        Ok(mine)
    }
}

fn collect(
    library: &Library,
    topics: &[TopicId],
    mine: Option<&Mine>,
    labels: &[Labels],
) -> Result<Vec<Card>, Failure> {
    let mut all = Vec::new();
    for topic in topics {
        if mine.is_some_and(|mine| !mine.items.iter().any(|item| item.topic() == *topic)) {
            continue;
        }
        let body = library.open(topic).map_err(|e| Failure::new(CONTENT, "J-NO-TOPIC", e.to_string()))?;
        let Some(pack) = library.pack(topic.pack()) else { continue };
        let asked = body.questions.iter().filter(|q| mine.is_none_or(|mine| mine.items.contains(&q.id)));
        all.extend(exchange::cards(&pack.title, &body.head.title, asked, labels));
    }
    Ok(all)
}
