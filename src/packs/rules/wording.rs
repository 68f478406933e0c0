//! Words of a text, for rules about how a question is put.

use crate::format::key::fnv;
pub(super) use crate::format::small_words::split;
use crate::format::types::Text;

/// Small letters and digits of a word, without the marks around it.
pub(super) fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// The words of a text, bare.
pub(super) fn words(text: &str) -> Vec<String> {
    parts(text).map(bare).filter(|word| !word.is_empty()).collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    split(text, Some(b'\''))
}

/// Half of a 64-bit hash of a bare word: two different words that meet would only make two prompts look a little more alike.
fn hash(part: &str) -> Option<u32> {
    let word = part.trim_matches('\'');
    let mut small = [0; 32];
    let hash = match small.get_mut(..word.len()) {
        None | Some([]) if word.is_empty() => return None,
        Some(small) if word.is_ascii() => {
            small.copy_from_slice(word.as_bytes());
            small.make_ascii_lowercase();
            fnv(small)
        }
        _ => fnv(bare(word).as_bytes()),
    };
    Some((hash >> 32) as u32)
}

/// A text without what stands between backticks: code that is named is no prose.
pub(super) fn without_code(text: &str) -> String {
    let parts: Vec<&str> = text.split('`').collect();
    parts.iter().step_by(2).copied().collect::<Vec<_>>().join(" ")
}

/// The words of a text as a sorted set of hashes.
pub(crate) fn word_set<'t>(texts: impl IntoIterator<Item = &'t str>) -> Box<[u32]> {
    let mut set: Vec<u32> = texts.into_iter().flat_map(parts).filter_map(hash).collect();
    set.sort_unstable();
    set.dedup();
    set.into()
}

/// Whether `words` stand in `text` one after the other.
pub(super) fn holds(text: &[String], words: &[String]) -> bool {
    !words.is_empty() && text.windows(words.len()).any(|part| part == words)
}

/// English and Indonesian of a text, each with the index of the other: what both share stands once.
pub(super) fn versions(text: &Text) -> impl Iterator<Item = (&'static str, &str)> {
    let id = if text.shared { "" } else { &*text.id };
    [("en", &*text.en), ("id", id)].into_iter().filter(|(_, version)| !version.is_empty())
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn words_are_told_apart_as_by_their_characters() {
        for text in ["", "a", "don't stop-it", "“quoted” naïve—dash", "数据, ok", " two  gaps ", "é", "end."]
        {
            let expected: Vec<&str> = text.split(|c: char| !c.is_alphanumeric() && c != '\'').collect();
            assert_eq!(split(text, Some(b'\'')).collect::<Vec<_>>(), expected, "{text:?}");
        }
    }
}
