//! Words that fill a pause: what an answer could do without.

use crate::domain::sorting::Arrange;
use std::collections::BTreeMap;

/// Fillers of both languages: spoken English and Indonesian mix, so all of them are looked for in every answer. Only what says nothing in an
/// interview answer is here; "like", "just" and "jadi" mean something too often.
const FILLERS: [&str; 30] = [
    "um",
    "uh",
    "uhm",
    "er",
    "hmm",
    "basically",
    "actually",
    "honestly",
    "obviously",
    "maybe",
    "probably",
    "i guess",
    "i think",
    "kind of",
    "sort of",
    "you know",
    "anu",
    "eh",
    "ehm",
    "apa ya",
    "apa namanya",
    "sebenarnya",
    "mungkin",
    "kayaknya",
    "sepertinya",
    "gitu",
    "istilahnya",
    "pokoknya",
    "kurang lebih",
    "ya kan",
];

/// The longest filler has so many words.
const LONGEST: usize = 2;

/// Fillers of some answers, counted.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Fillers {
    /// Each that was found and how often, the most frequent first; of equal ones in the order of the alphabet.
    pub found: Vec<(&'static str, u32)>,
    /// Words of the answers.
    pub words: u32,
}

impl Fillers {
    /// Counts in the turns of answers.
    pub fn of<'t>(texts: impl IntoIterator<Item = &'t str>) -> Fillers {
        let mut counted: BTreeMap<&'static str, u32> = BTreeMap::new();
        let mut all = 0_u32;
        for text in texts {
            let folded = text.to_lowercase();
            let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
            all = all.saturating_add(u32::try_from(words.len()).unwrap_or(u32::MAX));
            let mut at = 0;
            while at < words.len() {
                let found = filler(&words[at..]);
                if let Some((filler, _)) = found {
                    *counted.entry(filler).or_default() += 1;
                }
                at += found.map_or(1, |(_, long)| long);
            }
        }
        let mut found: Vec<(&'static str, u32)> = counted.into_iter().collect();
        found.arrange_by_key(|(_, n)| std::cmp::Reverse(*n));
        Fillers { found, words: all }
    }

    /// How many there are.
    pub fn total(&self) -> u32 {
        self.found.iter().map(|(_, n)| n).sum()
    }
}

/// The longest filler that these words begin with, and how many of them it takes.
fn filler(words: &[&str]) -> Option<(&'static str, usize)> {
    (1..=LONGEST.min(words.len())).rev().find_map(|long| {
        let here = &words[..long];
        let is = |filler: &&&'static str| filler.split(' ').eq(here.iter().copied());
        FILLERS.iter().find(is).map(|filler| (*filler, long))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fillers_of_both_languages_are_counted_as_whole_words_the_most_frequent_first() {
        let turns = ["Sebenarnya, um, kami pakai Redis. Mungkin TTL.", "I THINK it was, mungkin, slow"];
        let fillers = Fillers::of(turns);
        assert_eq!(fillers.found, [("mungkin", 2), ("i think", 1), ("sebenarnya", 1), ("um", 1)]);
        assert_eq!((fillers.total(), fillers.words), (5, 13));
    }

    #[test]
    fn a_filler_inside_a_word_or_across_another_one_is_none() {
        assert_eq!(Fillers::of(["umbrella kemungkinan, I really think of a kind person"]).total(), 0);
        assert_eq!(Fillers::of([]), Fillers::default());
    }
}
