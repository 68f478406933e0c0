//! The beginnings of words: enough to see that two texts speak of one thing, in either language and whatever the ending.
//!
//! A word that names something is known by its first four letters, a long one by five: `cache` and `caching`, `deployment` and `deploy`, `validasi`
//! and `valid` meet, `container` and `contract` do not.

use super::wording::split;

/// What a short word is known by.
const FEW: usize = 4;
/// What a word of more than [`SHORT`] letters is known by.
const MORE: usize = 5;
const SHORT: usize = 7;

/// The first letters of a word, folded, a byte each.
pub(crate) type Stem = u64;

/// Everything that the words of a text may be known by, in its order. A single letter is no word.
pub(super) fn said(text: &str) -> impl Iterator<Item = Stem> {
    words(text).flat_map(|word| [Some(stem(word, FEW)), is_longer(word, FEW).then(|| stem(word, MORE))]).flatten()
}

/// What the words of these texts are known by, as a sorted set, without those that stand in any text.
pub(super) fn telling<'t>(texts: impl IntoIterator<Item = &'t str>) -> Box<[Stem]> {
    let telling = texts.into_iter().flat_map(words).filter(|word| !SMALL.contains(&stem(word, FEW)));
    set(telling.map(|word| stem(word, if is_longer(word, SHORT) { MORE } else { FEW })))
}

/// A sorted set.
pub(super) fn set(stems: impl IntoIterator<Item = Stem>) -> Box<[Stem]> {
    let mut set: Vec<Stem> = stems.into_iter().collect();
    set.sort_unstable();
    set.dedup();
    set.into()
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    split(text, None).filter(|word| is_longer(word, 1))
}

fn is_longer(word: &str, letters: usize) -> bool {
    word.len() > letters && (word.is_ascii() || word.chars().nth(letters).is_some())
}

fn stem(word: &str, letters: usize) -> Stem {
    word.chars().take(letters).fold(0, |stem, letter| stem << 8 | Stem::from(folded(letter)))
}

/// A byte that is the same for a letter in any case and with any accent of the western alphabets.
fn folded(letter: char) -> u8 {
    match letter {
        _ if letter.is_ascii() => letter.to_ascii_lowercase() as u8,
        'À'..='Å' | 'à'..='å' => b'a',
        'Ç' | 'ç' => b'c',
        'È'..='Ë' | 'è'..='ë' => b'e',
        'Ì'..='Ï' | 'ì'..='ï' => b'i',
        'Ñ' | 'ñ' => b'n',
        'Ò'..='Ö' | 'Ø' | 'ò'..='ö' | 'ø' => b'o',
        'Ù'..='Ü' | 'ù'..='ü' => b'u',
        // Letters of other alphabets may meet: two texts would only look a little more alike.
        _ => u32::from(letter) as u8,
    }
}

/// What stands in any text, in both languages: words of at most four letters, and the beginnings of longer ones.
const SMALL_WORDS: [&str; 89] = [
    "the", "and", "of", "in", "is", "to", "an", "as", "at", "be", "by", "do", "he", "if", "it", "my", "no", "on", "or",
    "so", "up", "us", "we", "are", "was", "has", "had", "have", "not", "but", "for", "can", "may", "its", "this",
    "that", "thes", "than", "then", "them", "they", "when", "what", "who", "why", "how", "whic", "with", "from", "one",
    "two", "you", "your", "each", "all", "any", "out", "yang", "dan", "di", "ke", "dari", "untu", "deng", "itu", "ini",
    "tida", "buka", "pada", "akan", "bisa", "saat", "atau", "agar", "juga", "ada", "apa", "satu", "dua", "tiap",
    "oleh", "sebu", "dala", "lebi", "kamu", "mana", "siap", "kapa", "cara",
];

/// The stems of [`SMALL_WORDS`].
static SMALL: [Stem; SMALL_WORDS.len()] = {
    let mut stems = [0; SMALL_WORDS.len()];
    let mut at = 0;
    while at < stems.len() {
        let word = SMALL_WORDS[at].as_bytes();
        let mut letter = 0;
        while letter < word.len() {
            stems[at] = stems[at] << 8 | word[letter] as Stem;
            letter += 1;
        }
        at += 1;
    }
    stems
};

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether a text says one of these words.
    fn says(text: &str, names: &str) -> bool {
        let names = telling([names]);
        said(text).any(|stem| names.contains(&stem))
    }

    #[test]
    fn words_of_one_beginning_meet_whatever_their_case_accents_and_endings() {
        assert!(says("The cached page", "Caching") && says("CACHING", "cache"));
        assert!(says("Deploy it", "deployment") && says("a deployment", "deploy"));
        assert!(says("Dua cafe", "Café"));
        assert!(!says("The contract", "container") && !says("A call", "cache"));
    }

    #[test]
    fn small_words_of_both_languages_and_single_letters_tell_nothing() {
        assert!(telling(["What is it, and which of the two? Yang mana dari itu? a - b"]).is_empty());
        assert!(says("our CI", "ci"));
    }
}
