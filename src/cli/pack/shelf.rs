//! `jenjang pack list`, `info`, `verify` and `remove`.

use serde_json::json;

use crate::app::desk::shelf;
use crate::cli::args::{Global, InfoArgs, RemoveArgs, VerifyArgs};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, NOT_FOUND, REFUSED};
use crate::cli::json;
use crate::cli::world::{Room, World};
use crate::domain::catalog::in_order;
use crate::domain::text::Lang;
use crate::packs::Library;
use crate::packs::archive;
use crate::packs::install::{self, Found, How};
use crate::packs::sign::{PublicKey, Signature, Signed, Trust};
use crate::plain::clean;
use crate::sessions::library::{Origin, PackRow};
use crate::words::Words;

use super::shown;

/// Topics that `info` names.
const NAMED: usize = 20;

fn languages(row: &PackRow) -> String {
    row.languages.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(",")
}

fn row_json(row: &PackRow, lang: Lang) -> serde_json::Value {
    let place = match row.origin {
        Origin::Builtin => "built-in",
        Origin::Linked => "linked",
        Origin::Broken => "broken",
        Origin::Moved => "moved",
        Origin::Installed => "installed",
    };
    json!({
        "id": row.id, "version": row.version, "title": row.title.get(lang), "languages": languages(row),
        "topics": row.topics, "questions": row.questions, "prompts": row.prompts, "place": place,
    })
}

/// Runs `list`.
pub fn list(global: &Global) -> Result<u8, Failure> {
    let world = World::open(global, true)?;
    let rows = shelf::packs(&world.library, &install::list(&world.room.paths.packs()), &[]);
    if global.json {
        let rows: Vec<_> = rows.iter().map(|row| row_json(row, world.room.settings.prefs.lang)).collect();
        json::print("packs", global.profile.as_deref(), json!({ "packs": rows }))?;
        return Ok(DONE);
    }
    for row in rows {
        let values = [("topics", row.topics.into()), ("questions", row.questions.into())];
        let counts = world.room.words.fmt("packs-list-counts", &values);
        let place = row.origin.name(&world.room.words);
        outln!("{:<24} {:<8} {:<6} {counts}  {place}", row.id, row.version, languages(&row));
        if let Some(line) = moved(&row, &world.room.words) {
            outln!("  {line}");
        }
    }
    Ok(DONE)
}

/// Runs `info`.
pub fn info(global: &Global, args: &InfoArgs) -> Result<u8, Failure> {
    let world = World::open(global, true)?;
    let on_disk = install::list(&world.room.paths.packs());
    let rows = shelf::packs(&world.library, &on_disk, &[]);
    let words = &world.room.words;
    let Some(row) = rows.iter().find(|row| *row.id == *args.pack) else {
        return Err(unknown(&world.room, &args.pack, rows.iter().map(|row| &*row.id)));
    };
    let found = on_disk.iter().find(|found| found.id() == &*row.id);
    let head = world.library.pack(&row.id);
    let record = found.and_then(|found| found.record.as_ref());
    let signed = found.and_then(Found::signed);
    let authors = head.map(|head| head.authors.join(", ")).unwrap_or_default();
    let licence = head.map(|head| head.licence.to_string()).unwrap_or_default();
    if global.json {
        let mut data = row_json(row, world.room.settings.prefs.lang);
        data["authors"] = json!(authors);
        data["licence"] = json!(licence);
        data["from"] = json!(record.map(|record| &record.from));
        data["sha256"] = json!(record.and_then(|record| record.sha256.as_ref()));
        data["signed_by"] = json!(signed.and_then(signer).map(|key| key.to_string()));
        data["folder"] = json!(found.map(|found| found.path.display().to_string()));
        json::print("pack", global.profile.as_deref(), data)?;
        return Ok(DONE);
    }
    let name = format!("{} {}  {}", row.id, row.version, row.title.get(world.room.settings.prefs.lang));
    outln!("{}", name.trim_end());
    let counts = [
        ("topics", row.topics.into()),
        ("questions", row.questions.into()),
        ("prompts", row.prompts.into()),
        ("languages", languages(row).into()),
    ];
    // Nothing is known of a folder that is gone.
    if row.origin != Origin::Moved {
        outln!("  {}", words.fmt("packs-info-counts", &counts));
    }
    let topics = in_order(&row.id, world.library.topics().iter().map(|topic| &**topic), world.library.paths());
    let width = topics.iter().take(NAMED).map(|topic| topic.id.as_str().len()).max().unwrap_or(0);
    for topic in topics.iter().take(NAMED) {
        outln!("    {:width$}  {}", topic.id.as_str(), clean(topic.title.get(world.room.settings.prefs.lang)));
    }
    if topics.len() > NAMED {
        outln!("    {}", words.fmt("packs-info-more", &[("n", (topics.len() - NAMED).into())]));
    }
    outln!("  {}", row.origin.name(words));
    if let Some(line) = moved(row, words) {
        outln!("  {line}");
    }
    let link = found.and_then(|found| found.link.as_ref()).map(|link| link.display().to_string());
    let lines = [
        ("packs-info-authors", authors),
        ("packs-info-licence", licence),
        ("packs-info-from", record.map(|record| record.from.clone()).unwrap_or_default()),
        ("packs-info-link", link.unwrap_or_default()),
    ];
    for (key, value) in lines.into_iter().filter(|(_, value)| !value.is_empty()) {
        let value = shown(&value);
        let line = match key {
            "packs-info-authors" => words.fmt("packs-info-authors", &[("value", value.into())]),
            "packs-info-licence" => words.fmt("packs-info-licence", &[("value", value.into())]),
            "packs-info-from" => words.fmt("packs-info-from", &[("value", value.into())]),
            _ => words.fmt("packs-info-link", &[("value", value.into())]),
        };
        outln!("  {line}");
    }
    if let Some(sum) = record.and_then(|record| record.sha256.as_ref()) {
        outln!("  sha256 {sum}");
    }
    if let Some(signed) = signed {
        outln!("  {}", says(signed, words));
        if matches!(signed, Signed::By(_)) {
            outln!("  {}", words.get("packs-signed-means"));
        }
    }
    Ok(DONE)
}

/// What there is to do about a linked pack whose folder is gone.
fn moved(row: &PackRow, words: &Words) -> Option<String> {
    let values = [("pack", (&row.id).into()), ("folder", (&row.from).into())];
    (row.origin == Origin::Moved).then(|| words.fmt("packs-moved", &values))
}

/// The same of a pack as it was found on the disk.
pub fn gone(found: &Found, words: &Words) -> String {
    let folder = found.link.as_ref().map(shown).unwrap_or_default();
    words.fmt("packs-moved", &[("pack", shown(found.id()).into()), ("folder", folder.into())])
}

/// The key that has signed.
fn signer(signed: Signed) -> Option<PublicKey> {
    match signed {
        Signed::By(key) => Some(key),
        Signed::Not | Signed::Unfit => None,
    }
}

/// What a pack's signature says, in a sentence.
fn says(signed: Signed, words: &Words) -> String {
    match signed {
        Signed::Not => words.get("packs-signed-not").into_owned(),
        Signed::By(key) => words.fmt("packs-signed-by", &[("key", key.to_string().into())]),
        Signed::Unfit => words.get("packs-signed-unfit").into_owned(),
    }
}

fn unknown<'a>(room: &Room, name: &str, known: impl Iterator<Item = &'a str>) -> Failure {
    let message = room.words.fmt("packs-unknown", &[("pack", shown(name).into())]);
    let failure = Failure::new(NOT_FOUND, "J-NO-PACK", message);
    match crate::app::nearest(name, known) {
        Some(near) => failure.try_this(room.words.fmt("cli-did-you-mean", &[("name", shown(near).into())])),
        None => failure.try_this("jenjang pack list"),
    }
}

/// An installed pack by its id.
fn installed(room: &Room, id: &str) -> Result<Found, Failure> {
    let all = install::list(&room.paths.packs());
    match all.iter().find(|found| found.id() == id || found.folder == id) {
        Some(found) => Ok(found.clone()),
        None if Library::builtin().pack(id).is_some() => {
            let message = room.words.fmt("library-is-builtin", &[("pack", id.into())]);
            Err(Failure::new(REFUSED, "J-PACK-BUILTIN", message))
        }
        None => Err(unknown(room, id, all.iter().map(Found::id))),
    }
}

/// Runs `verify`: an archive, an installed pack, or all of them. Exit code 4 when something differs.
pub fn verify(global: &Global, args: &VerifyArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    let pins = super::key::pins(&room)?;
    let path = args.pack.as_deref().map(std::path::Path::new);
    if let Some(path) = path.filter(|path| path.extension().is_some_and(|e| e == archive::ENDING)) {
        let jpack =
            archive::open(path).map_err(|e| Failure::new(NOT_FOUND, "J-NO-FILE", format!("{}: {e}", shown(path))))?;
        let sum = jpack.sha256.clone();
        let id = jpack.head().map(|head| head.id).unwrap_or_default();
        let (report, texts) = jpack.report(&super::known());
        if report.is_refused() {
            return Ok(super::refused(global, &report, words));
        }
        outln!("sha256 {sum}");
        let key = texts.get(archive::SIGNATURE).and_then(|text| Signature::parse(text)).map(|it| it.key);
        outln!("{}", says(key.map_or(Signed::Not, Signed::By), words));
        let judged = pins.judge(&id, key, None);
        if let Err(why) = judged {
            outln!("{}", super::key::distrust(&why, &id, words));
            return Ok(CONTENT);
        }
        if let Ok(Trust::Known(_)) = judged {
            outln!("{}", words.fmt("packs-signed-same", &[("pack", (&id).into())]));
        }
        return Ok(DONE);
    }
    let found = match &args.pack {
        Some(id) => vec![installed(&room, id)?],
        None => install::list(&room.paths.packs()),
    };
    let mut code = DONE;
    for pack in found {
        // Where the head cannot be read, that is the name of the folder, which may be anything.
        let name = shown(pack.id());
        let id = [("pack", (&name).into())];
        match install::verify(&pack) {
            _ if pack.is_gone() => {
                code = CONTENT;
                outln!("{name}: {}", words.get("packs-place-moved"));
                outln!("  {}", gone(&pack, words));
            }
            _ if pack.link.is_some() => outln!("{}", words.fmt("packs-verify-link", &id)),
            None => outln!("{}", words.fmt("packs-verify-none", &id)),
            Some(differs) if differs.is_empty() => {
                let signed = Signed::of(&pack.path);
                outln!("{}", words.fmt("packs-verify-same", &id));
                outln!("  {}", says(signed, words));
                if signed == Signed::Unfit {
                    code = CONTENT;
                } else if let Err(why) = pins.judge(pack.id(), signer(signed), None) {
                    code = CONTENT;
                    outln!("  {}", super::key::distrust(&why, pack.id(), words));
                }
            }
            Some(differs) => {
                code = CONTENT;
                let values = [("pack", (&name).into()), ("n", differs.len().into())];
                outln!("{}", words.fmt("packs-verify-differs", &values));
                for file in differs {
                    let how = match file.how {
                        How::Changed => words.get("packs-verify-changed"),
                        How::Missing => words.get("packs-verify-missing"),
                        How::Added => words.get("packs-verify-added"),
                    };
                    outln!("  {how}: {}", file.path);
                }
            }
        }
    }
    Ok(code)
}

/// Runs `remove`: it asks for the pack's name. Progress is kept.
pub fn remove(global: &Global, args: &RemoveArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    let found = installed(&room, &args.pack)?;
    let id = shown(found.id());
    if !global.yes && !super::install::confirmed(global, words, "packs-remove-confirm", &id)? {
        let message = words.fmt("packs-remove-refused", &[("pack", id.into())]);
        return Err(Failure::new(REFUSED, "J-REFUSED", message).try_this("--yes"));
    }
    install::remove(&room.paths.packs(), &found)
        .map_err(|e| Failure::new(FAILED, "J-IO", format!("{}: {e}", shown(&found.path))))?;
    outln!("{}", words.fmt("packs-removed", &[("pack", id.into())]));
    Ok(DONE)
}
