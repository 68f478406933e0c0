//! What all places have in common: the header with their tabs.

use crate::words::Words;

use super::header::Place;
use super::page::Page;

/// The digit of Today.
pub const TODAY: u8 = 1;
/// The digit of Path.
pub const PATH: u8 = 2;
/// The digit of Rehearse.
pub const REHEARSE: u8 = 3;
/// The digit of Stats.
pub const STATS: u8 = 4;
/// The digit of Library.
pub const LIBRARY: u8 = 5;

/// Draws the header of the place with the digit `current`; `subs` are its sub-tabs and `sub` the current one, `right`
/// stands where there are none.
///
/// Digits keep their numbers: places that do not exist yet leave theirs free.
pub fn header(page: &mut Page, words: &Words, current: u8, (subs, sub): (&[&str], usize), right: &str) {
    let (today, path) = (words.get("place-today"), words.get("place-path"));
    let (rehearse, stats) = (words.get("place-rehearse"), words.get("place-stats"));
    let library = words.get("place-library");
    let tabs = [
        (TODAY, today.as_ref()),
        (PATH, path.as_ref()),
        (REHEARSE, rehearse.as_ref()),
        (STATS, stats.as_ref()),
        (LIBRARY, library.as_ref()),
    ];
    Place { tabs: &tabs, current, subs, sub, right }.draw(page);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::picture;

    #[test]
    fn places_keep_their_digits_in_both_languages() {
        let shown = |code| {
            let words = Words::of(code);
            picture(80, 2, |p| header(p, &words, PATH, (&[], 0), "Sat 21 Nov"))
        };
        assert!(shown("en").starts_with("   ▂▅█  1 Today  2 Path  3 Rehearse  4 Stats "), "{}", shown("en"));
        assert!(shown("id").starts_with("   ▂▅█  1 Hari ini  2 Jalur  3 Wawancara  4 Statistik "), "{}", shown("id"));
    }
}
