//! Words of a text, for rules about how a question is put.

use crate::format::key::fnv;
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

/// The parts of a text between everything that is neither a letter nor a digit nor the `joint`, if there is one.
///
/// Every word of a pack goes through here, and nearly all are ASCII: those are told apart byte by byte.
pub(super) fn split(text: &str, joint: Option<u8>) -> impl Iterator<Item = &str> {
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
