//! Which key each pack of a learner has been signed with: trust on first use.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::PublicKey;
use crate::packs::files;

/// The file below the packs folder; no reader of packs looks at it.
const FILE: &str = ".keys.json";
/// Bytes that it may have: thousands of packs.
const MOST: u64 = 1 << 20;

/// The keys that packs were signed with when they came signed for the first time. They stay when a pack is removed, as what was answered does.
#[derive(Debug)]
pub struct Pins {
    root: PathBuf,
    /// The whole key by the pack's id.
    keys: BTreeMap<String, String>,
}

/// What a learner accepts on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Accept {
    /// A pack without a signature.
    Unsigned,
    /// This key, by its name.
    Key(String),
}

impl Accept {
    /// `none`, or a key as it is told, with or without its hyphens.
    ///
    /// # Errors
    ///
    /// A sentence when it is neither.
    pub fn parse(text: &str) -> Result<Accept, String> {
        let name: String = text.chars().filter(|c| *c != '-').map(|c| c.to_ascii_lowercase()).collect();
        match name.as_str() {
            "none" => Ok(Accept::Unsigned),
            name if name.len() == 32 && name.chars().all(|c| c.is_ascii_hexdigit()) => Ok(Accept::Key(name.to_owned())),
            _ => Err("a key has eight groups of four digits; `none` accepts a pack without a signature".to_owned()),
        }
    }
}

/// Why a pack may come in, as far as its signature says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trust {
    /// It is not signed, and never was.
    Unsigned,
    /// It is signed, for the first time.
    First(PublicKey),
    /// It is signed with the key that it was signed with before.
    Known(PublicKey),
    /// It is signed with another key, which the learner accepts.
    Changed {
        /// The key before.
        was: PublicKey,
        /// The key from now on.
        now: PublicKey,
    },
    /// It was signed with this key and is not any more, which the learner accepts.
    Dropped(PublicKey),
}

impl Trust {
    /// Whether it says about the pack what was known before: taking the same texts in again would keep nothing new.
    pub fn is_known(&self) -> bool {
        matches!(self, Trust::Unsigned | Trust::Known(_))
    }
}

/// Why it may not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Distrust {
    /// It is signed with another key than before.
    OtherKey {
        /// The key before.
        was: PublicKey,
        /// The key that has signed it.
        now: PublicKey,
    },
    /// It was signed with this key before and is not signed now.
    NotSigned(PublicKey),
    /// What was accepted is something else than this.
    NotAccepted(Option<PublicKey>),
}

impl Pins {
    /// The keys of the packs below `root`.
    ///
    /// # Errors
    ///
    /// When the file is there and cannot be read: a key must not be forgotten by accident.
    pub fn read(root: &Path) -> io::Result<Pins> {
        let path = root.join(FILE);
        let mut text = String::new();
        match File::open(&path) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => text.push_str("{}"),
            Err(error) => return Err(error),
            Ok(file) => _ = file.take(MOST).read_to_string(&mut text)?,
        }
        let keys: BTreeMap<String, String> = serde_json::from_str(&text)?;
        if keys.values().any(|key| PublicKey::from_hex(key).is_none()) {
            return Err(io::Error::new(
                io::ErrorKind::InvalidData,
                format!("{} has a key that is none", path.display()),
            ));
        }
        Ok(Pins { root: root.to_owned(), keys })
    }

    /// The key of a pack; `None` when it never came signed.
    pub fn of(&self, pack: &str) -> Option<PublicKey> {
        self.keys.get(pack).and_then(|key| PublicKey::from_hex(key))
    }

    /// Whether a pack that is signed with a key, or with none, may come in.
    ///
    /// # Errors
    ///
    /// Why not. Something that was accepted has to be what is there even where nothing would be in its way: so a key that the author has told in
    /// person is held against the first file too.
    pub fn judge(&self, pack: &str, now: Option<PublicKey>, accept: Option<&Accept>) -> Result<Trust, Distrust> {
        let is_meant = match (accept, now) {
            (None, _) | (Some(Accept::Unsigned), None) => true,
            (Some(Accept::Key(name)), Some(now)) => *name == now.name(),
            _ => false,
        };
        if !is_meant {
            return Err(Distrust::NotAccepted(now));
        }
        match (self.of(pack), now) {
            (None, None) => Ok(Trust::Unsigned),
            (None, Some(now)) => Ok(Trust::First(now)),
            (Some(was), Some(now)) if was == now => Ok(Trust::Known(now)),
            (Some(was), Some(now)) if accept.is_some() => Ok(Trust::Changed { was, now }),
            (Some(was), Some(now)) => Err(Distrust::OtherKey { was, now }),
            (Some(was), None) if accept.is_some() => Ok(Trust::Dropped(was)),
            (Some(was), None) => Err(Distrust::NotSigned(was)),
        }
    }

    /// Keeps what follows from a judgement. It comes before the pack is put in place: ended in between, the learner has said nothing else.
    ///
    /// # Errors
    ///
    /// When the disk does not take it; then the keys are as they were.
    pub fn keep(&mut self, pack: &str, trust: Trust) -> io::Result<()> {
        let mut keys = self.keys.clone();
        match trust {
            Trust::Unsigned | Trust::Known(_) => return Ok(()),
            Trust::First(key) | Trust::Changed { now: key, .. } => _ = keys.insert(pack.to_owned(), key.hex()),
            Trust::Dropped(_) => _ = keys.remove(pack),
        }
        fs::create_dir_all(&self.root)?;
        files::replace(&self.root.join(FILE), serde_json::to_string_pretty(&keys)?.as_bytes())?;
        self.keys = keys;
        Ok(())
    }
}
