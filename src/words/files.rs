//! The message files, by area: each file in `assets/words/<language>/` is one, as the build packed it.

use std::io::Read as _;

use flate2::read::DeflateDecoder;

use super::packed::{self, ENTRY};

/// In which area each message stands, the same for both languages: hash and area, in the order of the hashes.
static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.table.bin"));
/// Where each area ends in the blob of its language.
static EN_ENDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.en.ends.bin"));
static EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.en.bin"));
static ID_ENDS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.id.ends.bin"));
static ID: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.id.bin"));

/// How many areas there are.
pub fn count() -> usize {
    EN_ENDS.len() / 4
}

/// The area in which the message stands. One of another area, or none at all, may be named for what is no message.
pub fn area_of(key: &str) -> Option<usize> {
    let (entries, _) = TABLE.as_chunks::<ENTRY>();
    let hash_of = |entry: &[u8; ENTRY]| u32::from_le_bytes([entry[0], entry[1], entry[2], entry[3]]);
    let found = entries.binary_search_by_key(&packed::hash(key), hash_of).ok()?;
    Some(usize::from(entries[found][ENTRY - 1]))
}

/// The source of an area in the language `code`; English unless it is `id`.
pub fn source(code: &str, area: usize) -> String {
    let (ends, blob) = if code == "id" { (ID_ENDS, ID) } else { (EN_ENDS, EN) };
    let (ends, _) = ends.as_chunks::<4>();
    let end_of = |area: usize| ends.get(area).map_or(blob.len(), |end| u32::from_le_bytes(*end) as usize);
    let start = area.checked_sub(1).map_or(0, end_of);
    let mut source = String::new();
    // It is a part of the program; what could be read of it stays, and a test finds the rest.
    let _ = DeflateDecoder::new(blob.get(start..end_of(area)).unwrap_or_default()).read_to_string(&mut source);
    source
}

#[cfg(test)]
mod tests {
    use super::{area_of, count, packed, source};

    #[test]
    fn every_message_of_both_languages_is_found_in_its_area() {
        assert!(count() > 10);
        for lang in ["en", "id"] {
            for area in 0..count() {
                let text = source(lang, area);
                let names: Vec<&str> = text.lines().filter_map(packed::name).collect();
                assert!(!names.is_empty(), "{lang} {area} is empty");
                assert!(names.iter().all(|name| area_of(name) == Some(area)), "{lang} {area}");
            }
        }
    }

    #[test]
    fn two_messages_of_one_hash_stop_the_build() {
        let twice = ["a = one\n".to_owned(), "a = two\n".to_owned()];
        assert!(packed::table(&twice).unwrap_err().contains("one hash"));
        assert_eq!(packed::table(&["a = one\nb = two\n".to_owned()]).unwrap().len(), 2 * packed::ENTRY);
    }
}
