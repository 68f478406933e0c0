//! The message files, by area. A new area is one line here and one file in each language.

use std::collections::HashMap;
use std::sync::OnceLock;

macro_rules! areas {
    ($($name:literal)*) => {
        /// The names of the areas: the file names without `.ftl`.
        #[cfg(test)]
        const AREAS: &[&str] = &[$($name),*];
        const EN: &[&str] = &[$(include_str!(concat!("../../assets/words/en/", $name, ".ftl"))),*];
        const ID: &[&str] = &[$(include_str!(concat!("../../assets/words/id/", $name, ".ftl"))),*];
    };
}

// Sorted; `tests/words.rs` finds a file that is not named here.
areas! {
    "actions"
    "app"
    "ask"
    "cards"
    "chair"
    "cli"
    "help"
    "interview"
    "ladder"
    "lesson"
    "mock"
    "packs"
    "palette"
    "path"
    "places"
    "plain"
    "rehearse"
    "review"
    "settings"
    "stats"
    "store"
    "text"
    "time"
    "today"
    "trouble"
    "welcome"
}

/// The sources of all areas in the language `code`; English unless it is `id`.
pub fn of(code: &str) -> &'static [&'static str] {
    if code == "id" { ID } else { EN }
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
    use super::AREAS;

    #[test]
    fn the_areas_are_sorted_and_named_once() {
        assert!(AREAS.windows(2).all(|w| w[0] < w[1]), "{AREAS:?}");
    }
}
