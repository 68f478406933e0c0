//! `jenjang flags`: what you flagged, and a file of it for the authors.

use std::io::Write as _;
use std::path::Path;

use serde_json::{Value, json};

use crate::app::desk::{flags, items};
use crate::domain::feedback::Feedback;
use crate::packs::feedback::{FlagFile, SCHEMA};
use crate::plain::{clean, flat};
use crate::sessions::describe;

use super::args::{FlagsArgs, Global};
use super::exit::{DONE, FAILED, Failure, NOTHING, REFUSED};
use super::json;
use super::world::World;

/// Bytes of a file that are looked at to see whether it is an earlier file of flags.
const HEAD: usize = 200;

/// Runs the command.
pub fn run(global: &Global, args: &FlagsArgs) -> Result<u8, Failure> {
    let world = World::open(global, true)?;
    let words = &world.room.words;
    if let Some(pack) = args.pack.as_deref().filter(|pack| world.library.pack(pack).is_none()) {
        let message = words.fmt("packs-unknown", &[("pack", clean(pack).into())]);
        let failure = Failure::new(super::exit::NOT_FOUND, "J-NO-PACK", message);
        return Err(super::world::nearest(failure, pack, world.library.packs().iter().map(|it| &*it.id), words));
    }
    let all = flags::collect(&world.store, args.with_stats).map_err(|e| world.room.failure(&e))?;
    let of_pack = |it: &Feedback| args.pack.as_deref().is_none_or(|pack| it.item.topic().pack() == pack);
    let (known, gone): (Vec<_>, Vec<_>) =
        all.into_iter().filter(of_pack).partition(|it| world.library.pack(it.item.topic().pack()).is_some());
    let code = if known.is_empty() { NOTHING } else { DONE };
    if known.is_empty() && !global.json {
        eprintln!("{}", words.get("flags-none"));
    }
    match &args.send {
        Some(file) if !known.is_empty() => send(global, &world, file, known)?,
        Some(_) => {}
        None if global.json => {
            let items: Vec<Value> = known.iter().map(|it| told(&world, it)).collect();
            json::print("flags", global.profile.as_deref(), json!({ "items": items }))?;
        }
        None => known.iter().try_for_each(|it| lines(&world, it))?,
    }
    if !gone.is_empty() && !global.quiet {
        eprintln!("{}", words.fmt("flags-gone", &[("n", gone.len().into())]));
    }
    Ok(code)
}

/// What the question asks, on one line; empty when it is not in its pack any more.
fn asks(world: &World, it: &Feedback) -> String {
    let title = items::title(&world.library, &it.item).unwrap_or_default();
    flat(title.get(world.room.settings.prefs.lang).lines().next().unwrap_or_default())
}

fn lines(world: &World, it: &Feedback) -> Result<(), Failure> {
    let words = &world.room.words;
    outln!("{}  {}", it.item, asks(world, it));
    for reason in &it.reasons {
        outln!("  {}", words.fmt("flags-reason", &[("reason", describe::flag(reason, words).into())]));
    }
    for text in &it.accepted {
        outln!("  {}", words.fmt("flags-accepted", &[("text", clean(text).into())]));
    }
    if let Some(answered) = it.answered {
        let values = [
            ("n", answered.answers.into()),
            ("right", answered.right_share().into()),
            ("guessed", answered.guessed_share().into()),
            ("time", answered.median_s.into()),
        ];
        outln!("  {}", words.fmt("flags-answered", &values));
    }
    Ok(())
}

fn told(world: &World, it: &Feedback) -> Value {
    let answered = it.answered.map(|answered| {
        json!({
            "answers": answered.answers,
            "right": f64::from(answered.right_share()) / 100.0,
            "guessed": f64::from(answered.guessed_share()) / 100.0,
            "median_s": answered.median_s,
        })
    });
    json!({
        "item": it.item.as_str(),
        "version": version(world, it.item.topic().pack()),
        "asks": asks(world, it),
        "reasons": it.reasons,
        "accepted": it.accepted,
        "answered": answered,
    })
}

fn version(world: &World, pack: &str) -> Box<str> {
    world.library.pack(pack).map(|head| head.version.clone()).unwrap_or_default()
}

/// Says what will be in the file, and writes it.
fn send(global: &Global, world: &World, path: &Path, items: Vec<Feedback>) -> Result<(), Failure> {
    let words = &world.room.words;
    let to_stdout = path.as_os_str() == "-";
    if !to_stdout && !global.yes && path.exists() && !is_ours(path) {
        let message = words.fmt("flags-there", &[("file", shown(path).into())]);
        return Err(Failure::new(REFUSED, "J-FILE-THERE", message).try_this("--yes"));
    }
    let file = FlagFile::of(items, |pack| Some(version(world, pack)));
    let statement = statement(world, &file.items, &file.packs);
    let text = file.text(&words.get("flags-file-says"));
    if to_stdout {
        if !global.quiet {
            statement.iter().for_each(|line| eprintln!("{line}"));
        }
        return Ok(std::io::stdout().lock().write_all(text.as_bytes())?);
    }
    outln!("{}", words.fmt("flags-will-hold", &[("file", shown(path).into())]));
    for line in statement {
        outln!("{line}");
    }
    let written = std::fs::write(path, text);
    written.map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", shown(path))))?;
    outln!("{}", words.fmt("flags-written", &[("file", shown(path).into())]));
    Ok(())
}

/// What the file holds, line by line, and what it does not.
fn statement(world: &World, items: &[Feedback], packs: &[(Box<str>, Box<str>)]) -> Vec<String> {
    let words = &world.room.words;
    let mut out = Vec::new();
    let versions: Vec<String> = packs.iter().map(|(pack, version)| format!("{pack} {version}")).collect();
    out.push(words.fmt("flags-holds-packs", &[("packs", versions.join(", ").into())]));
    let flagged = items.iter().filter(|it| !it.reasons.is_empty()).count();
    if flagged > 0 {
        out.push(words.fmt("flags-holds-flags", &[("n", flagged.into())]));
    }
    let spellings: Vec<String> = items.iter().flat_map(|it| &it.accepted).map(|text| clean(text)).collect();
    if !spellings.is_empty() {
        let values = [("n", spellings.len().into()), ("texts", spellings.join(", ").into())];
        out.push(words.fmt("flags-holds-spellings", &values));
    }
    let answered = items.iter().filter(|it| it.answered.is_some()).count();
    if answered > 0 {
        out.push(words.fmt("flags-holds-stats", &[("n", answered.into())]));
    }
    for line in &mut out {
        line.insert_str(0, "  ");
    }
    out.push(words.get("flags-holds-not").into_owned());
    out
}

/// Whether a file is one that this command wrote before: then it may be written again.
fn is_ours(path: &Path) -> bool {
    use std::io::Read as _;
    let mut head = Vec::new();
    let read = std::fs::File::open(path).and_then(|file| file.take(HEAD as u64).read_to_end(&mut head));
    read.is_ok() && String::from_utf8_lossy(&head).contains(SCHEMA)
}

fn shown(path: &Path) -> String {
    clean(&path.display().to_string())
}
