//! `jenjang pack key`, and what signatures mean where a pack comes in.

use crate::app::desk::shelf;
use crate::cli::args::{Global, KeyArgs};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, NOT_FOUND, REFUSED};
use crate::cli::world::Room;
use crate::packs::install::Incoming;
use crate::packs::sign::{self, Accept, Distrust, KeyError, Pins, PublicKey, SecretKey, Trust};
use crate::words::Words;

/// Runs the command.
pub fn run(global: &Global, args: &KeyArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let (words, path) = (&room.words, room.paths.pack_key());
    let disk = |error: std::io::Error| Failure::new(FAILED, "J-IO", format!("{}: {error}", path.display()));
    let aside = match args.new && path.symlink_metadata().is_ok() {
        true => Some(sign::put_aside(&path).map_err(disk)?),
        false => None,
    };
    let is_there = path.symlink_metadata().is_ok();
    let key = match is_there {
        true => load(&room)?,
        false => {
            let key = SecretKey::make().map_err(disk)?;
            key.keep(&path).map_err(disk)?;
            key
        }
    };
    let (name, file) = (key.public().to_string(), path.display().to_string());
    if global.json {
        let data = serde_json::json!({ "key": name, "public": key.public().hex(), "file": file, "made": !is_there });
        outln!("{}", serde_json::json!({ "schema": "jenjang.pack-key/1", "data": data }));
        return Ok(DONE);
    }
    outln!("{name}");
    outln!("{}", if is_there { words.get("packs-key-is") } else { words.get("packs-key-made") });
    outln!("{}", words.fmt("packs-key-where", &[("file", file.into())]));
    if let Some(aside) = aside {
        outln!("{}", words.fmt("packs-key-aside", &[("file", aside.display().to_string().into())]));
    }
    outln!("{}", words.get("packs-key-tell"));
    outln!("{}", words.get("packs-signed-means"));
    Ok(DONE)
}

/// The key to sign with.
pub fn load(room: &Room) -> Result<SecretKey, Failure> {
    let path = room.paths.pack_key();
    let file = path.display().to_string();
    let told = [("file", file.as_str().into())];
    SecretKey::load(&path).map_err(|error| match error {
        KeyError::Missing => {
            Failure::new(NOT_FOUND, "J-NO-KEY", room.words.get("packs-key-none")).try_this("jenjang pack key")
        }
        KeyError::Open => Failure::new(REFUSED, "J-KEY-OPEN", room.words.fmt("packs-key-open", &told))
            .try_this(format!("chmod 600 {file}")),
        KeyError::Broken => Failure::new(CONTENT, "J-NO-KEY", room.words.fmt("packs-key-broken", &told))
            .try_this("jenjang pack key --new"),
        KeyError::Disk(error) => Failure::new(FAILED, "J-IO", format!("{file}: {error}")),
    })
}

/// The keys of the packs that are here.
pub fn pins(room: &Room) -> Result<Pins, Failure> {
    let root = room.paths.packs();
    Pins::read(&root).map_err(|error| Failure::new(FAILED, "J-KEYS", format!("{}: {error}", root.display())))
}

/// Whether a pack came signed with the key of who sits here.
pub fn is_own(room: &Room, pins: &Pins, pack: &str) -> bool {
    let own = || SecretKey::load(&room.paths.pack_key()).ok().map(|key| key.public());
    pins.of(pack).is_some_and(|key| own() == Some(key))
}

/// Whether a pack may come in, as far as its signature says. `command` is what the learner has typed, up to the key that it accepts.
pub fn judge(
    (pins, words): (&Pins, &Words),
    incoming: &Incoming,
    accept: Option<&Accept>,
    command: &str,
) -> Result<Trust, Failure> {
    let id = &incoming.head.id;
    pins.judge(id, incoming.signed_by(), accept).map_err(|why| {
        let why = shelf::untrusted(id, &why);
        let failure = Failure::new(REFUSED, "J-PACK-KEY", why.says(words));
        match accept {
            None => failure.try_this(why.asks(words)).try_this(why.accepting(command, words)),
            Some(_) => failure,
        }
    })
}

/// Why a pack does not come in, in a sentence.
pub fn distrust(why: &Distrust, pack: &str, words: &Words) -> String {
    shelf::untrusted(pack, why).says(words)
}

/// What the signature of a pack that comes in says, and what it means.
pub fn tell(trust: Trust, pack: &str, words: &Words) -> std::io::Result<()> {
    let key = |key: PublicKey| key.to_string().into();
    let id = ("pack", pack.to_owned().into());
    match trust {
        Trust::Unsigned => outln!("{}", words.get("packs-signed-not")),
        Trust::Known(now) => outln!("{}", words.fmt("packs-signed-known", &[("key", key(now))])),
        Trust::First(now) => {
            outln!("{}", words.fmt("packs-signed-first", &[id, ("key", key(now))]));
            outln!("{}", words.get("packs-signed-means"));
        }
        Trust::Changed { was, now } => {
            outln!("{}", words.fmt("packs-signed-changed", &[("was", key(was)), ("now", key(now))]));
        }
        Trust::Dropped(was) => outln!("{}", words.fmt("packs-signed-dropped", &[id, ("was", key(was))])),
    }
    Ok(())
}
