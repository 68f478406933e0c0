//! Blobs of the index, made small.
//!
//! # Design
//!
//! What is packed once, when the program is built, is packed with a model of its text (PPMd, Shkarin 2002): a fifth smaller than
//! deflate, at two milliseconds for a topic when it is opened. What is packed while a learner waits for an installed pack is deflated
//! quickly. The first byte says which; both are read the same way.

use std::io::{self, Read, Write as _};

use ppmd_rust::{Ppmd7Decoder, Ppmd7Encoder};

/// How hard to work on making a blob small.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effort {
    /// As small as can be: once, when the program is built for people.
    Small,
    /// What is built in, but quickly to pack and unpack: the model takes its time in a program that is built for tests.
    Tested,
    /// Quickly: when the learner waits for an installed pack.
    Quick,
    /// To be unpacked quickly, however long packing takes: the heads of what is built in, which every start reads.
    Heads,
}

const DEFLATED: u8 = 0;
const MODELLED: u8 = 1;

/// How many letters the model looks back; more makes text of this size no smaller.
const ORDER: u32 = 8;

/// What the model may take while it works, in bytes; a topic needs less.
const MEMORY: u32 = 1 << 20;

/// Appends the bytes to `blob`, packed.
///
/// # Errors
///
/// Only when memory cannot be had.
pub fn squeeze(mut blob: Vec<u8>, bytes: &[u8], effort: Effort) -> io::Result<Vec<u8>> {
    match effort {
        Effort::Small => {
            blob.push(MODELLED);
            let mut encoder = Ppmd7Encoder::new(blob, ORDER, MEMORY).map_err(io::Error::other)?;
            encoder.write_all(bytes)?;
            encoder.finish(true)
        }
        Effort::Tested | Effort::Quick | Effort::Heads => {
            blob.push(DEFLATED);
            let level = match effort {
                Effort::Heads => flate2::Compression::best(),
                _ => flate2::Compression::fast(),
            };
            let mut encoder = flate2::write::DeflateEncoder::new(blob, level);
            encoder.write_all(bytes)?;
            encoder.finish()
        }
    }
}

/// Unpacks what [`squeeze`] packed, at most so many bytes of it: a damaged or hostile blob must not fill memory.
///
/// # Errors
///
/// When the blob is damaged.
pub fn expand(blob: &[u8], most: u64) -> io::Result<Vec<u8>> {
    let Some((method, packed)) = blob.split_first() else { return Err(io::ErrorKind::UnexpectedEof.into()) };
    let mut bytes = Vec::with_capacity(4 * packed.len());
    match *method {
        MODELLED => {
            Ppmd7Decoder::new(packed, ORDER, MEMORY).map_err(io::Error::other)?.take(most).read_to_end(&mut bytes)?
        }
        _ => flate2::read::DeflateDecoder::new(packed).take(most).read_to_end(&mut bytes)?,
    };
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::{Effort, expand, squeeze};

    #[test]
    fn what_is_packed_comes_back_whichever_way_it_was_packed() {
        for text in ["", "a", &"select * from orders where id = 7; ".repeat(5000)] {
            for effort in [Effort::Small, Effort::Quick, Effort::Heads] {
                let blob = squeeze(Vec::new(), text.as_bytes(), effort).unwrap();
                assert_eq!(expand(&blob, u64::MAX).unwrap(), text.as_bytes(), "{effort:?}");
            }
        }
    }

    #[test]
    fn no_more_is_unpacked_than_asked_for() {
        for effort in [Effort::Small, Effort::Quick, Effort::Heads] {
            let blob = squeeze(Vec::new(), &[b'x'; 100_000], effort).unwrap();
            assert_eq!(expand(&blob, 10).unwrap(), [b'x'; 10], "{effort:?}");
        }
    }

    #[test]
    fn a_blob_that_is_cut_or_changed_never_panics() {
        for effort in [Effort::Small, Effort::Quick, Effort::Heads] {
            let blob = squeeze(Vec::new(), "the same words, the same words, and others".as_bytes(), effort).unwrap();
            for cut in 0..blob.len() {
                let _ = expand(&blob[..cut], 1000);
                let mut other = blob.clone();
                other[cut] ^= 0x55;
                let _ = expand(&other, 1000);
            }
        }
    }
}
