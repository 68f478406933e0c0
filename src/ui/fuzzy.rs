//! Finding names by some of their letters, best first, accents and case aside.

use crate::domain::sorting::Arrange;
use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Its index among what was searched.
    pub index: usize,
    /// How well it fits; only good for comparing within one search.
    pub score: u32,
    /// The letters that were found, by index (see [`super::reading::marked`]), ascending.
    pub letters: Vec<u32>,
}

/// The best `limit` of `items` that have the letters of each word of `query` in order; equally good ones keep their order.
/// An empty query finds everything.
pub fn search<S: AsRef<str>>(query: &str, items: &[S], limit: usize) -> Vec<Found> {
    let pattern = Pattern::new(query, CaseMatching::Ignore, Normalization::Smart, AtomKind::Fuzzy);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, usize)> = items
        .iter()
        .enumerate()
        .filter_map(|(i, item)| {
            pattern.score(Utf32Str::new(item.as_ref(), &mut buffer), &mut matcher).map(|score| (score, i))
        })
        .collect();
    scored.arrange_by_key(|(score, index)| (std::cmp::Reverse(*score), *index));
    scored.truncate(limit);
    let found = scored.into_iter().map(|(score, index)| {
        let mut letters = Vec::new();
        pattern.indices(Utf32Str::new(items[index].as_ref(), &mut buffer), &mut matcher, &mut letters);
        letters.sort_unstable();
        letters.dedup();
        Found { index, score, letters }
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ITEMS: [&str; 5] =
        ["Indexes and EXPLAIN", "Idempotency", "Payments: retries and idempotency", "Café pricing", "Isolation levels"];

    fn names(query: &str) -> Vec<&'static str> {
        search(query, &ITEMS, 10).into_iter().map(|f| ITEMS[f.index]).collect()
    }

    #[test]
    fn the_best_come_first() {
        assert_eq!(names("idem"), ["Idempotency", "Payments: retries and idempotency"]);
        assert_eq!(names("pay idem"), ["Payments: retries and idempotency"]);
        assert_eq!(names("zzz"), [""; 0]);
    }

    #[test]
    fn accents_and_case_do_not_matter_and_signs_are_letters() {
        assert_eq!(names("CAFE"), ["Café pricing"]);
        assert_eq!(names("!idem"), [""; 0]);
    }

    #[test]
    fn the_letters_are_told_and_an_empty_query_finds_all() {
        assert_eq!(search("idem", &ITEMS, 1)[0].letters, [0, 1, 2, 3]);
        assert_eq!(search("", &ITEMS, 10).len(), 5);
        assert_eq!(search("i", &ITEMS, 2).len(), 2);
    }
}
