//! The message files, by area. A new area is one line here and one file in each language.

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
    "cards"
    "cli"
    "help"
    "lesson"
    "palette"
    "path"
    "places"
    "plain"
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

#[cfg(test)]
mod tests {
    use super::AREAS;

    #[test]
    fn the_areas_are_sorted_and_named_once() {
        assert!(AREAS.windows(2).all(|w| w[0] < w[1]), "{AREAS:?}");
    }
}
