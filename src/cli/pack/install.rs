//! `jenjang pack install` and `jenjang pack update`.

use std::io::IsTerminal;
use std::path::Path;

use crate::app::clock::Clock;
use crate::cli::args::{Global, InstallArgs, UpdateArgs};
use crate::cli::exit::{DONE, FAILED, Failure, NOT_FOUND, NOTHING, REFUSED};
use crate::cli::world::Room;
use crate::domain::event::{Event, What};
use crate::domain::ids::{ItemId, TopicId};
use crate::packs::Library;
use crate::packs::diff::{Change, Changed, Diff, DiffError, Version, diff, numbers};
use crate::packs::install::{self, Incoming};
use crate::store::{Opened, Store};
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
    not_builtin(&id, words)?;
    let root = room.paths.packs();
    if let Some(there) = install::find(&root, &id) {
        let version = there.head.map(|head| head.version.to_string()).unwrap_or_default();
        let message = words.fmt("packs-installed-already", &[("pack", id.into()), ("version", version.into())]);
        let update = format!("jenjang pack update {}", args.path.display());
        return Err(Failure::new(REFUSED, "J-PACK-THERE", message).try_this(update));
    }
    let done = match args.link {
        true if !args.path.is_dir() => {
            return Err(Failure::new(crate::cli::exit::USAGE, "J-NO-FOLDER", words.get("packs-link-folder")));
        }
        true => install::link(&root, &id, &args.path),
        false => install::put(&root, &id, &incoming, &name(&args.path)),
    };
    done.map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", root.display())))?;
    let key = if args.link { "packs-linked" } else { "packs-installed" };
    outln!("{}", words.fmt(key, &[("pack", id.into()), ("version", (&incoming.head.version).into())]));
    if let Some(sum) = &incoming.sha256 {
        outln!("sha256 {sum}");
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
        let install = format!("jenjang pack install {}", args.path.display());
        return Err(Failure::new(NOT_FOUND, "J-NO-PACK", message).try_this(install));
    };
    if there.link.is_some() {
        return Err(Failure::new(REFUSED, "J-PACK-LINK", words.fmt("packs-is-link", &[("pack", id.into())])));
    }
    let texts = crate::packs::archive::texts(&there.path)
        .map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", there.path.display())))?;
    let found = diff(&Version::of(texts), &incoming.version());
    let effects = Effects::of(&room.store(true)?.store(), &found).map_err(|e| room.failure(&e))?;
    if global.json {
        outln!("{}", effects.json(&found));
    } else {
        effects.tell(&found, &room)?;
    }
    if found.items.is_empty() && found.files.is_empty() && found.from == found.to {
        return Ok(NOTHING);
    }
    if !global.yes && !confirmed(global, words, "packs-update-confirm", "update")? {
        let message = words.get("packs-update-refused");
        return Err(Failure::new(REFUSED, "J-REFUSED", message).try_this("--yes"));
    }
    // First the log, then the files: should the process end in between, a question of the old version is asked a day early, and nothing else.
    let mut store = match room.store(false)? {
        Opened::ReadWrite(store) => store,
        Opened::ReadOnly { why, .. } => return Err(crate::cli::start::read_only_failure(words, why)),
    };
    let (utc, offset_min) = crate::app::clock::wall();
    let backup = store.backup(utc, offset_min).map_err(|e| room.failure(&e))?;
    let events = effects.events(&store, &room)?;
    store.append(&events).map_err(|e| room.failure(&e))?;
    install::put(&root, &there.folder, &incoming, &name(&args.path))
        .map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", root.display())))?;
    if !global.json {
        let values = [("pack", id.into()), ("version", (&found.to).into()), ("backup", name(&backup).into())];
        outln!("{}", words.fmt("packs-updated", &values));
    }
    Ok(DONE)
}

/// The pack at a place; the exit code when it is refused, which was told then.
pub fn load(global: &Global, path: &Path) -> Result<Result<Incoming, u8>, Failure> {
    match install::load(path, &super::known()) {
        Ok(incoming) => Ok(Ok(incoming)),
        Err(DiffError::Refused(report)) => Ok(Err(super::refused(global, &report))),
        Err(DiffError::NoPack(error)) => Err(super::no_pack(&error)),
        Err(DiffError::Disk(error)) => Err(Failure::new(FAILED, "J-IO", error.to_string())),
    }
}

fn not_builtin(id: &str, words: &Words) -> Result<(), Failure> {
    if Library::builtin().pack(id).is_none() {
        return Ok(());
    }
    Err(Failure::new(REFUSED, "J-PACK-BUILTIN", words.fmt("packs-is-builtin", &[("pack", id.to_owned().into())])))
}

/// The last part of a path, for people.
fn name(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    crate::format::letters::without_hostile(&path.file_name().unwrap_or_default().to_string_lossy())
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

/// What an update means for this learner.
struct Effects {
    /// New items.
    added: usize,
    /// Items with other words and the same answer, and how many of them the learner has answered.
    reworded: (usize, usize),
    /// Items with another answer, and those that the learner has answered, with their keys now.
    changed: (usize, Vec<(ItemId, u64)>),
    /// Items under another id.
    renamed: usize,
    /// Items that are gone, and how many of them the learner has answered.
    retired: (usize, usize),
}

impl Effects {
    fn of(store: &Store, found: &Diff) -> Result<Effects, crate::store::StoreError> {
        let mut effects = Effects { added: 0, reworded: (0, 0), changed: (0, Vec::new()), renamed: 0, retired: (0, 0) };
        for item in &found.items {
            let id = id(found, item);
            let is_known = store.memory(&id)?.is_some();
            match &item.change {
                Change::Added => effects.added += 1,
                Change::Renamed(_) => effects.renamed += 1,
                Change::Reworded => {
                    effects.reworded.0 += 1;
                    effects.reworded.1 += usize::from(is_known);
                }
                Change::Retired => {
                    effects.retired.0 += 1;
                    effects.retired.1 += usize::from(is_known);
                }
                Change::ChangedAnswer => {
                    effects.changed.0 += 1;
                    effects.changed.1.extend(item.key.filter(|_| is_known).map(|key| (id, key)));
                }
            }
        }
        Ok(effects)
    }

    fn tell(&self, found: &Diff, room: &Room) -> Result<(), Failure> {
        let words = &room.words;
        let head = [("pack", (&found.pack).into()), ("from", (&found.from).into()), ("to", (&found.to).into())];
        outln!("{}", words.fmt("packs-update-head", &head));
        if numbers(&found.to) < numbers(&found.from) {
            outln!("{}", words.get("packs-update-older"));
        }
        let line = |mark: &str, n: usize, text: String| if n > 0 { Some(format!("  {mark} {text}")) } else { None };
        let two = |key, (n, known): (usize, usize)| words.fmt(key, &[("n", n.into()), ("known", known.into())]);
        let changed = (self.changed.0, self.changed.1.len());
        let lines = [
            line("+", self.added, words.fmt("packs-update-added", &[("n", self.added.into())])),
            line("~", self.reworded.0, two("packs-update-reworded", self.reworded)),
            line("!", changed.0, two("packs-update-changed", changed)),
            line(">", self.renamed, words.fmt("packs-update-renamed", &[("n", self.renamed.into())])),
            line("-", self.retired.0, two("packs-update-retired", self.retired)),
            line("~", found.files.len(), words.fmt("packs-update-files", &[("n", found.files.len().into())])),
        ];
        let mut said = false;
        for line in lines.into_iter().flatten() {
            outln!("{line}");
            said = true;
        }
        if !said {
            outln!("{}", words.get("packs-diff-none"));
        }
        for item in found.items.iter().filter(|item| item.change == Change::ChangedAnswer) {
            let asks = crate::packs::convert::text(&item.asks);
            let asks = asks.get(room.settings.prefs.lang).lines().next().unwrap_or_default();
            outln!("    {}/{}  {asks}", item.topic, item.item);
        }
        Ok(())
    }

    fn json(&self, found: &Diff) -> serde_json::Value {
        let mut value = found.json();
        value["schema"] = "jenjang.pack-update/1".into();
        value["data"]["effects"] = serde_json::json!({
            "added": self.added,
            "reworded": self.reworded.0,
            "memory_kept": self.reworded.1,
            "changed": self.changed.0,
            "asked_again": self.changed.1.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(),
            "renamed": self.renamed,
            "retired": self.retired.0,
            "history_kept": self.retired.1,
        });
        value
    }

    /// The events that bring the questions with another answer back on the next study day.
    fn events(&self, store: &Store, room: &Room) -> Result<Vec<Event>, Failure> {
        let newest = store.newest_id().map_err(|e| room.failure(&e))?;
        let mut clock = Clock::new(store.device(), newest, room.settings.prefs.rollover_min);
        let mut events = Vec::new();
        for (item, key) in &self.changed.1 {
            let Some(memory) = store.memory(item).map_err(|e| room.failure(&e))? else { continue };
            let now = clock.now();
            let what = What::Outdated { item: item.clone(), key: *key, after: memory.last, day: now.day };
            events.push(Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what });
        }
        Ok(events)
    }
}

fn id(found: &Diff, item: &Changed) -> ItemId {
    TopicId::new(&found.pack, &item.topic).item(&item.item)
}
