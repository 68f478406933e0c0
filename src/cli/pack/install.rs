//! `jenjang pack install` and `jenjang pack update`.

use std::io::IsTerminal;
use std::path::Path;

use crate::app::desk::updates::{self, Update, file_name};
use crate::cli::args::{Global, InstallArgs, UpdateArgs};
use crate::cli::exit::{DONE, FAILED, Failure, NOT_FOUND, NOTHING, REFUSED, USAGE};
use crate::cli::world::{Room, words};
use crate::packs::archive::why;
use crate::packs::diff::{Change, Diff, DiffError, Version, diff, numbers};
use crate::packs::install::{self, Incoming};
use crate::packs::sign::Trust;
use crate::sessions::library;
use crate::store::Opened;
use crate::words::Words;

/// Runs `install`.
pub fn install(global: &Global, args: &InstallArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    let incoming = match load(global, &args.path)? {
        Ok(incoming) => incoming,
        Err(code) => return Ok(code),
    };
    let id = incoming.head.id.to_string();
    super::not_builtin(&id, words)?;
    let root = room.paths.packs();
    let there = install::find(&root, &id);
    let gone = there.as_ref().filter(|there| there.is_gone()).cloned();
    if let (Some(there), None) = (there, &gone) {
        let version = there.head.map(|head| head.version.to_string()).unwrap_or_default();
        let message = words.fmt("packs-installed-already", &[("pack", id.into()), ("version", version.into())]);
        let update = format!("jenjang pack update {}", super::shown(&args.path));
        return Err(Failure::new(REFUSED, "J-PACK-THERE", message).try_this(update));
    }
    if args.link && !args.path.is_dir() {
        return Err(Failure::new(USAGE, "J-NO-FOLDER", words.get("packs-link-folder")));
    }
    let mut pins = super::key::pins(&room)?;
    let command = format!("jenjang pack install {}", super::shown(&args.path));
    let command = if args.link { format!("{command} --link") } else { command };
    // Who writes a pack signs it when it is built: they follow their own folder unsigned, and their key still holds for what is built.
    let is_unsigned = incoming.signature.is_none() && args.accept_key.is_none();
    let is_own = args.link && is_unsigned && super::key::is_own(&room, &pins, &id);
    let trust = match is_own {
        true => Trust::Unsigned,
        false => super::key::judge((&pins, words), &incoming, args.accept_key.as_ref(), &command)?,
    };
    pins.keep(&id, trust).map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", root.display())))?;
    let done = match args.link {
        // A link takes no place that is taken; a folder takes that of a link whose folder is gone, whole or not at all.
        true => gone
            .map_or(Ok(()), |gone| install::remove(&root, &gone))
            .and_then(|()| install::link(&root, &id, &args.path)),
        false => install::put(&root, &id, &incoming, &file_name(&args.path)),
    };
    done.map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", root.display())))?;
    let key = if args.link { "packs-linked" } else { "packs-installed" };
    outln!("{}", words.fmt(key, &[("pack", (&id).into()), ("version", (&incoming.head.version).into())]));
    if let Some(sum) = &incoming.sha256 {
        outln!("sha256 {sum}");
    }
    if !args.link || trust != Trust::Unsigned {
        super::key::tell(trust, &id, words)?;
    }
    if let Some(topic) = incoming.first_topic() {
        outln!("{}", words.fmt("packs-next", &[("command", format!("jenjang learn {topic}").into())]));
    }
    Ok(DONE)
}

/// Runs `update`.
pub fn update(global: &Global, args: &UpdateArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    let incoming = match load(global, &args.path)? {
        Ok(incoming) => incoming,
        Err(code) => return Ok(code),
    };
    let root = room.paths.packs();
    let id = incoming.head.id.to_string();
    let Some(there) = install::find(&root, &id) else {
        let message = words.fmt("packs-not-installed", &[("pack", id.into())]);
        let install = format!("jenjang pack install {}", super::shown(&args.path));
        return Err(Failure::new(NOT_FOUND, "J-NO-PACK", message).try_this(install));
    };
    if there.is_gone() {
        return Err(Failure::new(NOT_FOUND, "J-PACK-GONE", super::shelf::gone(&there, words)));
    }
    if there.link.is_some() {
        return Err(Failure::new(REFUSED, "J-PACK-LINK", words.fmt("packs-is-link", &[("pack", id.into())])));
    }
    let mut pins = super::key::pins(&room)?;
    let command = format!("jenjang pack update {}", super::shown(&args.path));
    let trust = super::key::judge((&pins, words), &incoming, args.accept_key.as_ref(), &command)?;
    let texts = crate::packs::archive::texts(&there.path)
        .map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {}", super::shown(&there.path), why(&e, words))))?;
    let found = diff(&Version::of(texts), &incoming.version());
    let update = Update::of(&room.store(true)?.store(), &found).map_err(|e| room.failure(&e))?;
    if global.json {
        outln!("{}", json(&update, &found));
    } else {
        tell(&update, &found, &room)?;
    }
    if found.items.is_empty() && found.files.is_empty() && found.from == found.to && trust.is_known() {
        return Ok(NOTHING);
    }
    if !global.yes && !confirmed(global, words, "packs-update-confirm", "update")? {
        let message = words.get("packs-update-refused");
        return Err(Failure::new(REFUSED, "J-REFUSED", message).try_this("--yes"));
    }
    let mut store = match room.store(false)? {
        Opened::ReadWrite(store) => store,
        Opened::ReadOnly { why, .. } => return Err(crate::cli::start::read_only_failure(words, why)),
    };
    let backup = updates::record(&mut store, &update, room.settings.prefs.rollover_min);
    let backup = backup.map_err(|e| room.failure(&e))?;
    pins.keep(&id, trust).map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", root.display())))?;
    install::put(&root, &there.folder, &incoming, &file_name(&args.path))
        .map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", root.display())))?;
    if !global.json {
        let values = [("pack", (&id).into()), ("version", (&found.to).into()), ("backup", file_name(&backup).into())];
        outln!("{}", words.fmt("packs-updated", &values));
        super::key::tell(trust, &id, words)?;
    }
    Ok(DONE)
}

/// The pack at a place; the exit code when it is refused, which was told then.
pub fn load(global: &Global, path: &Path) -> Result<Result<Incoming, u8>, Failure> {
    match install::load(path, &super::known()) {
        Ok(incoming) => Ok(Ok(incoming)),
        Err(DiffError::Refused(report)) => Ok(Err(super::refused(global, &report, &words(global)))),
        Err(DiffError::NoPack(error)) => Err(super::no_pack(&error, &words(global))),
        Err(DiffError::Disk(error)) => Err(Failure::new(FAILED, "J-IO", error.to_string())),
    }
}

/// Asks for a word: what follows cannot be taken back with one key, so Enter alone must not do it.
pub fn confirmed(global: &Global, words: &Words, question: &str, word: &str) -> Result<bool, Failure> {
    if global.no_input || !std::io::stdin().is_terminal() {
        return Ok(false);
    }
    eprintln!("{}", words.fmt(question, &[("word", word.to_owned().into())]));
    let mut line = String::new();
    std::io::stdin().read_line(&mut line)?;
    Ok(line.trim() == word)
}

/// Says what an update means for this learner.
fn tell(update: &Update, found: &Diff, room: &Room) -> Result<(), Failure> {
    let (words, it) = (&room.words, &update.effects);
    let head = [("pack", (&found.pack).into()), ("from", (&found.from).into()), ("to", (&found.to).into())];
    outln!("{}", words.fmt("packs-update-head", &head));
    if numbers(&found.to) < numbers(&found.from) {
        outln!("{}", words.get("packs-update-older"));
    }
    let lines = library::lines(it, words);
    for (mark, line) in &lines {
        outln!("  {mark} {line}");
    }
    if lines.is_empty() {
        outln!("{}", words.get("packs-diff-none"));
    }
    for item in found.items.iter().filter(|item| item.change == Change::ChangedAnswer) {
        let asks = crate::packs::convert::text(&item.asks);
        let asks = asks.get(room.settings.prefs.lang).lines().next().unwrap_or_default();
        outln!("    {}/{}  {asks}", item.topic, item.item);
    }
    Ok(())
}

fn json(update: &Update, found: &Diff) -> serde_json::Value {
    let it = &update.effects;
    let mut value = found.json();
    value["schema"] = "jenjang.pack-update/1".into();
    value["data"]["effects"] = serde_json::json!({
        "added": it.added,
        "reworded": it.reworded.0,
        "memory_kept": it.reworded.1,
        "changed": it.changed.0,
        "asked_again": update.again.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
        "renamed": it.renamed,
        "retired": it.retired.0,
        "history_kept": it.retired.1,
    });
    value
}
