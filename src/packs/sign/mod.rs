//! Signatures of packs: who made an archive, and that nobody has changed it since.
//!
//! # Design
//!
//! Ed25519 (RFC 8032) over a list of the pack's files: a fixed first line, then the SHA-256 and the path of each file, in order of the paths. So the
//! signature belongs to the texts, however the archive around them was packed, and an installed folder can be held against it too. The same key and
//! the same texts give the same signature, and two signed builds stay equal byte for byte.
//!
//! It travels within the archive, as the file `SIGNATURE` in the pack's own folder, three lines of text with the public key in them: one file is sent and
//! nothing gets lost. A program that does not know it leaves it out.
//!
//! What it promises: who holds the secret half of this key has signed these texts. Not: who that is, whether what the texts teach is true. So the
//! key is pinned when a pack comes signed for the first time ([`Pins`]); after that another key, or no signature, is refused until the learner accepts it by
//! name. Anybody can take a signature out of an archive: who has never seen the pack before cannot tell.
//!
//! The secret half is a file in the settings' folder ([`SecretKey::keep`]), for this user alone; no build takes a pack that holds one ([`secret_in`]).
//!
//! `ed25519-compact` with `opt_size` adds 38 kB; `ed25519-dalek` 2 without tables 71 kB (42 kB with its serial backend alone, which only flags for the
//! whole build choose), `minisign-verify` 42 kB without signing.

mod key;
mod pins;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::fmt;
use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

pub use key::{KeyError, SecretKey, put_aside, secret_in};
pub use pins::{Accept, Distrust, Pins, Trust};

use super::archive::{self, SIGNATURE, hex, sha256};
use crate::format::limits;

/// The first line of what is signed; it makes a signature of something else none of this.
const SIGNED: &str = "jenjang pack 1\n";
/// The first line of a signature.
const HEAD: &str = "jenjang pack signature 1";

/// The half of a key that everybody may know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PublicKey([u8; 32]);

impl PublicKey {
    /// The key of 64 hexadecimal digits.
    pub fn from_hex(digits: &str) -> Option<PublicKey> {
        bytes(digits).map(PublicKey)
    }

    /// The whole of it, as 64 hexadecimal digits.
    pub fn hex(&self) -> String {
        hex(&self.0)
    }

    /// Its name for people and for comparing, without hyphens: the first 128 bits of its SHA-256.
    fn name(&self) -> String {
        let mut name = sha256(&self.0);
        name.truncate(32);
        name
    }
}

impl fmt::Display for PublicKey {
    /// Eight groups of four digits.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, digit) in self.name().chars().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{digit}")?;
        }
        Ok(())
    }
}

/// A signature, with the key that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signature {
    /// Who signed.
    pub key: PublicKey,
    bytes: [u8; 64],
}

impl Signature {
    /// Reads the text of a signature; `None` for anything but exactly what [`Signature::text`] writes.
    pub fn parse(text: &str) -> Option<Signature> {
        if text.len() as u64 > limits::SIGNATURE_BYTES {
            return None;
        }
        let rest = text.strip_prefix(HEAD)?.strip_prefix("\nkey ")?;
        let (key, rest) = rest.split_once("\nsignature ")?;
        Some(Signature { key: PublicKey::from_hex(key)?, bytes: bytes(rest.strip_suffix('\n')?)? })
    }

    /// The text that an archive carries.
    pub fn text(&self) -> String {
        format!("{HEAD}\nkey {}\nsignature {}\n", self.key.hex(), hex(&self.bytes))
    }

    /// Whether its key has signed exactly these texts.
    pub fn fits(&self, texts: &BTreeMap<Box<str>, String>) -> bool {
        let key = ed25519_compact::PublicKey::new(self.key.0);
        key.verify(list(texts), &ed25519_compact::Signature::new(self.bytes)).is_ok()
    }
}

/// What is signed: see the design. A path has no line feed in it, a check refuses it.
fn list(texts: &BTreeMap<Box<str>, String>) -> String {
    let mut list = SIGNED.to_owned();
    for (path, text) in texts.iter().filter(|(path, _)| &***path != SIGNATURE) {
        list.push_str(&format!("{}  {path}\n", sha256(text.as_bytes())));
    }
    list
}

/// What a folder says about who made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signed {
    /// It has no signature.
    Not,
    /// This key has signed exactly these texts.
    By(PublicKey),
    /// It has a signature that does not belong to what lies there.
    Unfit,
}

impl Signed {
    /// What a pack's folder says; where its texts cannot be read, nobody has signed what lies there.
    pub fn of(folder: &Path) -> Signed {
        let Some(text) = beside(folder) else { return Signed::Not };
        archive::texts(folder).map_or(Signed::Unfit, |texts| Signed::by(Some(&text), &texts))
    }

    /// What the text of a signature says about the texts beside it.
    pub fn by(signature: Option<&str>, texts: &BTreeMap<Box<str>, String>) -> Signed {
        let Some(text) = signature else { return Signed::Not };
        Signature::parse(text).filter(|it| it.fits(texts)).map_or(Signed::Unfit, |it| Signed::By(it.key))
    }
}

/// The text of the signature in a pack's folder, if there is one; no link is followed, and what is too long is cut where [`Signature::parse`] refuses it.
pub fn beside(folder: &Path) -> Option<String> {
    let path = folder.join(SIGNATURE);
    fs::symlink_metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let mut bytes = Vec::new();
    File::open(path).ok()?.take(limits::SIGNATURE_BYTES + 1).read_to_end(&mut bytes).ok()?;
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

/// Exactly so many bytes of small hexadecimal digits.
fn bytes<const N: usize>(digits: &str) -> Option<[u8; N]> {
    let value = |digit: u8| match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    };
    let digits = digits.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(digits.chunks_exact(2)) {
        *byte = value(pair[0])? << 4 | value(pair[1])?;
    }
    Some(bytes)
}
