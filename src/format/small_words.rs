//! Small words that tell a sentence from a command, and one language from the other.

/// Small words that hardly any Indonesian sentence has. Only in small letters: `AND` and `NOT` are SQL.
pub const ENGLISH: SmallWords = SmallWords::new(&[
    "the", "and", "of", "is", "are", "that", "with", "for", "when", "which", "this", "from", "has", "have", "was",
    "were", "will", "they", "their", "your", "you", "its", "not", "be", "to", "it", "what",
]);
/// Small words that hardly any English sentence has.
pub const INDONESIAN: SmallWords = SmallWords::new(&[
    "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "itu", "ini", "tidak", "bukan", "adalah", "pada", "akan",
    "bisa", "kalau", "karena", "saat", "oleh", "atau", "sudah", "belum", "juga", "agar", "supaya", "hanya", "lebih",
    "kamu",
]);

/// Small words, to be looked up for each word of a pack: most are told apart by their length and first letter alone.
#[derive(Debug)]
pub struct SmallWords {
    words: &'static [&'static str],
    /// For each length the first letters, a bit each.
    firsts: [u32; SmallWords::LONGEST + 1],
}

impl SmallWords {
    const LONGEST: usize = 7;

    const fn new(words: &'static [&'static str]) -> SmallWords {
        let mut firsts = [0; SmallWords::LONGEST + 1];
        let mut at = 0;
        while at < words.len() {
            let word = words[at].as_bytes();
            firsts[word.len()] |= 1 << (word[0] - b'a');
            at += 1;
        }
        SmallWords { words, firsts }
    }

    fn has(&self, word: &[u8]) -> bool {
        let first = word.first().filter(|first| first.is_ascii_lowercase());
        let seen =
            first.zip(self.firsts.get(word.len())).is_some_and(|(first, bits)| bits & (1 << (first - b'a')) != 0);
        seen && self.words.iter().any(|small| small.as_bytes() == word)
    }
}

/// How many of these small words a text has outside of code and quotations.
pub fn count(text: &str, list: &SmallWords) -> usize {
    let mut found = 0;
    any_word(text, |word| {
        found += usize::from(list.has(word));
        false
    });
    found
}

/// Whether a text has at least so many small words of the `other` language there, and none of its `own`.
pub fn reads_like(text: &str, own: &SmallWords, other: &SmallWords, least: usize) -> bool {
    let mut found = 0;
    let has_own = any_word(text, |word| {
        found += usize::from(other.has(word));
        own.has(word)
    });
    !has_own && found >= least
}

/// Shows the words of a text outside of code and quotations one by one, until one is taken; `false` when none was.
///
/// Every text of a pack goes through here: byte by byte, and by character only where one is no ASCII.
fn any_word(text: &str, mut takes: impl FnMut(&[u8]) -> bool) -> bool {
    let bytes = text.as_bytes();
    let (mut start, mut at) = (0, 0);
    let (mut is_code, mut is_quoted) = (false, false);
    while at <= bytes.len() {
        let byte = bytes.get(at).copied().unwrap_or(b' ');
        let mut after = at + 1;
        let is_word = match byte {
            b'-' => true,
            byte if byte.is_ascii() => byte.is_ascii_alphanumeric(),
            _ => {
                let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or(' ');
                after = at + c.len_utf8();
                c.is_alphanumeric()
            }
        };
        if !is_word {
            if start < at && !is_code && !is_quoted && takes(&bytes[start..at]) {
                return true;
            }
            is_code ^= byte == b'`';
            is_quoted ^= byte == b'"' && !is_code;
            start = after;
        }
        at = after;
    }
    false
}

/// The parts of a text between everything that is neither a letter nor a digit nor the `joint`, if there is one.
///
/// Every word of a pack goes through here, and nearly all are ASCII: those are told apart byte by byte.
pub fn split(text: &str, joint: Option<u8>) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let gap = gap(text, joint);
        rest = gap.and_then(|(_, end)| text.get(end..));
        gap.map_or(Some(text), |(start, _)| text.get(..start))
    })
}

/// The first character that belongs to no word: where it starts and ends.
fn gap(text: &str, joint: Option<u8>) -> Option<(usize, usize)> {
    let mut at = 0;
    loop {
        let byte = *text.as_bytes().get(at)?;
        if byte.is_ascii_alphanumeric() || Some(byte) == joint {
            at += 1;
        } else if byte.is_ascii() {
            return Some((at, at + 1));
        } else {
            let c = text.get(at..)?.chars().next()?;
            if !c.is_alphanumeric() {
                return Some((at, at + c.len_utf8()));
            }
            at += c.len_utf8();
        }
    }
}

/// Fields whose texts are often shared as they are: commands, messages of a program, names, terms.
const LABELS: [&str; 7] = ["text", "title", "cost", "name", "answer", "left", "right"];

/// So many words of prose can be a sentence.
pub const SENTENCE: usize = 4;

/// How many words of a text are of letters alone, outside of code: commands have other marks.
pub fn prose_words(text: &str) -> usize {
    let is_word = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.len() > 1 && bare.chars().all(char::is_alphabetic)
    };
    text.split('`').step_by(2).map(|prose| prose.split_whitespace().filter(is_word).count()).sum()
}

/// Whether a text is a sentence of one language, so that it cannot stand for both. `field` is the key that holds it.
///
/// Four words of prose; where commands and names stand too, two small words among them besides.
pub fn is_sentence(field: &str, text: &str) -> bool {
    prose_words(text) >= SENTENCE
        && (!LABELS.contains(&field) || count(text, &ENGLISH).max(count(text, &INDONESIAN)) >= 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_count_outside_of_code_and_quotations_alone() {
        for (text, n) in [
            ("the key is there", 2),
            ("`the key` is there", 1),
            ("a \"the key is\" and the rest", 2),
            ("a \"the `is` key\" and", 1),
            ("well-the-rest, AND NOT", 0),
            ("", 0),
        ] {
            assert_eq!(count(text, &ENGLISH), n, "{text}");
            assert_eq!(reads_like(text, &INDONESIAN, &ENGLISH, 1), n > 0, "{text}");
        }
        assert!(!reads_like("the key yang ada is there", &INDONESIAN, &ENGLISH, 1));
        assert!(
            reads_like("naïve – the key, is", &INDONESIAN, &ENGLISH, 2) && count("naïve–the–key thé", &ENGLISH) == 1
        );
    }

    #[test]
    fn commands_names_and_terms_are_no_sentences() {
        for text in [
            "git remote add origin <url>",
            "Could not resolve host",
            "distributed big ball of mud",
            "ORDER BY pos LIMIT 5",
        ] {
            assert!(!is_sentence("text", text), "{text}");
        }
        assert!(!is_sentence("prompt", "`SELECT name FROM stores WHERE id = 7`?"));
        assert!(!is_sentence("why", "Idempotency-Key: same key"));
        assert!(is_sentence("text", "The key is there and never expires"));
        assert!(is_sentence("text", "Kuncinya ada di sana dan tidak kedaluwarsa"));
        assert!(is_sentence("prompt", "Which status code says so?"));
    }
}
