//! `.jpack`: a pack as one file. A ZIP archive (PKWARE APPNOTE 6.3.10) of the pack's texts and nothing else.
//!
//! # Design
//!
//! Two builds of one pack are equal byte for byte, wherever and whenever they are made: entries sorted by path, one fixed time, one permission, line
//! feeds alone, no comment, one compressor. So the checksum (SHA-256, as `sha256sum` prints it) names the content.
//!
//! An archive comes from a stranger. It is read into memory within [`crate::format::limits`] and checked as a whole before anything is written:
//!
//! | refused | as |
//! | --- | --- |
//! | no ZIP, or one in several parts or of the form for more than 4 GiB, words before or behind it, encryption, a wrong check sum, no UTF-8 | J001 |
//! | too many files, files or lines or the whole too large, more than a hundred times the archive, folders too deep, links, devices, entries that share bytes | J009 |
//! | paths that leave the pack, device names, names that another system changes or takes for one another, names twice | J026 |
//! | control characters and characters that turn the direction of writing, in names (J026) and in texts | J010 |
//! | a signature that is none or that does not belong to the texts | J036 |
//!
//! What the program does not read is left out and told of (J009, information), and so is a name that begins with a dot, which it does not read in a
//! folder either.

mod build;
mod open;
#[cfg(test)]
mod tests;

pub(in crate::packs) use build::listed_texts;
pub use build::{BuildError, Built, Unusable, build, build_signed, pack_bytes, paths, texts, why};
pub use open::{Jpack, bytes as from_bytes, open};
pub(crate) use open::{Unfit, opened};

use crate::format::source;

/// The ending of an archive's name.
pub const ENDING: &str = "jpack";
/// Files beside the content that an archive carries: what may be done with it, and what it is.
const BESIDE: [&str; 2] = ["LICENSE", "README.md"];
/// Who made it and that nobody has changed it since, where its author signs: see [`crate::packs::sign`].
pub const SIGNATURE: &str = "SIGNATURE";

/// How large a file of an archive may be; `None` for one that is not carried.
fn most_bytes(path: &str) -> Option<u64> {
    if path == SIGNATURE {
        return Some(crate::format::limits::SIGNATURE_BYTES);
    }
    if BESIDE.contains(&path) {
        return Some(crate::format::limits::LESSON_BYTES);
    }
    source::most_bytes(path.rsplit('/').next().unwrap_or(path))
}

/// SHA-256 in small hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest as _;
    hex(&sha2::Sha256::digest(bytes))
}

/// Bytes as small hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(2 * bytes.len()), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
