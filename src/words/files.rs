//! The message files, by area: each file in `assets/words/<language>/` is one. The build finds and compresses them.

use std::collections::HashMap;
use std::io::Read as _;
use std::sync::OnceLock;

use flate2::read::DeflateDecoder;

const EN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.en.bin"));
const ID: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.id.bin"));

/// The sources of all areas in the language `code`, by name; English unless it is `id`.
pub fn of(code: &str) -> &'static [&'static str] {
    static OF_EN: OnceLock<Vec<&str>> = OnceLock::new();
    static OF_ID: OnceLock<Vec<&str>> = OnceLock::new();
    let (read, blob) = if code == "id" { (&OF_ID, ID) } else { (&OF_EN, EN) };
    read.get_or_init(|| {
        let mut sources = String::new();
        // It is a part of the program; what could be read of it stays, and a test finds the rest.
        let _ = DeflateDecoder::new(blob).read_to_string(&mut sources);
        String::leak(sources).split('\0').collect()
    })
}

/// In which area (its place in [`of`]) each message of the language stands.
///
/// Lines that start with a name and `=` begin a message; finding them is a hundred times cheaper than parsing the files.
pub fn index(code: &str) -> &'static HashMap<&'static str, usize> {
    static OF_EN: OnceLock<HashMap<&str, usize>> = OnceLock::new();
    static OF_ID: OnceLock<HashMap<&str, usize>> = OnceLock::new();
    let built = if code == "id" { &OF_ID } else { &OF_EN };
    built.get_or_init(|| {
        let areas = of(code).iter().enumerate();
        areas.flat_map(|(i, source)| source.lines().filter_map(move |line| Some((name(line)?, i)))).collect()
    })
}

/// The name that a line of a message file gives to a message, if it begins one.
fn name(line: &str) -> Option<&str> {
    if !line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    line.split_once('=').map(|(name, _)| name.trim_end())
}

#[cfg(test)]
mod tests {
    use super::of;

    #[test]
    fn both_languages_have_the_same_areas() {
        assert!(of("en").len() > 10);
        assert_eq!(of("en").len(), of("id").len());
        assert!(of("en").iter().all(|source| source.contains(" = ")));
    }
}
