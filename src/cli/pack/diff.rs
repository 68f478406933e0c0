//! `jenjang pack diff`.

use std::path::Path;

use crate::cli::args::{DiffArgs, Global};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, USAGE};
use crate::cli::world::Room;
use crate::packs::diff::{Change, Diff, DiffError, Part, Version, diff};
use crate::words::Words;

/// Runs the command. Exit code 4 when the version has not risen enough.
pub fn run(global: &Global, args: &DiffArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    let mut versions = Vec::new();
    for path in [&args.old, &args.new] {
        match open(path) {
            Ok(version) => versions.push(version),
            Err(DiffError::Refused(report)) => return Ok(super::refused(global, &report, words)),
            Err(DiffError::NoPack(error)) => return Err(super::no_pack(&error, words)),
            Err(DiffError::Disk(error)) => return Err(Failure::new(FAILED, "J-IO", error.to_string())),
        }
    }
    let [old, new] = &versions[..] else { return Ok(DONE) };
    if old.head.id != new.head.id {
        let values = [("old", (&old.head.id).into()), ("new", (&new.head.id).into())];
        return Err(Failure::new(USAGE, "J-OTHER-PACK", words.fmt("packs-diff-other", &values)));
    }
    let found = diff(old, new);
    if global.json {
        outln!("{}", found.json());
    } else {
        human(&found, &room)?;
    }
    Ok(if found.has_risen() { DONE } else { CONTENT })
}

fn open(path: &Path) -> Result<Version, DiffError> {
    Version::open(path, &super::known())
}

fn human(found: &Diff, room: &Room) -> Result<(), Failure> {
    let words = &room.words;
    let head = [("pack", (&found.pack).into()), ("from", (&found.from).into()), ("to", (&found.to).into())];
    outln!("{}", words.fmt("packs-diff-head", &head));
    let lang = room.settings.prefs.lang;
    for item in &found.items {
        let asks = crate::packs::convert::text(&item.asks);
        let asks = asks.get(lang).lines().next().unwrap_or_default();
        outln!("  {:<24} {}/{}  {asks}", change(&item.change, words), item.topic, item.item);
    }
    for file in &found.files {
        outln!("  {:<24} {file}", words.get("packs-change-file"));
    }
    if found.part == Part::None {
        outln!("{}", words.get("packs-diff-none"));
        return Ok(());
    }
    let least = found.least();
    outln!("{}", words.fmt("packs-diff-version", &[("least", least.into()), ("part", found.part.word().into())]));
    let key = if found.has_risen() { "packs-diff-risen" } else { "packs-diff-low" };
    outln!("{}", words.fmt(key, &[("to", (&found.to).into())]));
    Ok(())
}

/// What has become of an item, in a word or two.
pub fn change(change: &Change, words: &Words) -> String {
    match change {
        Change::Added => words.get("packs-change-added").into_owned(),
        Change::Reworded => words.get("packs-change-reworded").into_owned(),
        Change::ChangedAnswer => words.get("packs-change-changed-answer").into_owned(),
        Change::Retired => words.get("packs-change-retired").into_owned(),
        Change::Renamed(from) => words.fmt("packs-change-renamed", &[("from", from.into())]),
    }
}
