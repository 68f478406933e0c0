//! Characters that may not stand in content: they could steer a terminal or make text look different from what it is.

use super::finding::{Said, said};

/// Whether the character is refused everywhere: control characters but tab and line feed, escape among them, and the ones that turn
/// the direction of writing or hide.
pub fn is_hostile(c: char) -> bool {
    match c {
        '\n' | '\t' => false,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => true,
        '\u{61c}' | '\u{200e}' | '\u{200f}' => true,
        '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{206f}' => true,
        '\u{feff}' | '\u{fff9}'..='\u{fffb}' => true,
        '\u{e0000}'..='\u{e007f}' => true,
        _ => false,
    }
}

/// The first hostile character and its byte.
pub fn first_hostile(text: &str) -> Option<(usize, char)> {
    if text.bytes().all(is_harmless) {
        return None;
    }
    text.char_indices().find(|(_, c)| is_hostile(*c))
}

/// A byte that cannot belong to a hostile character.
fn is_harmless(byte: u8) -> bool {
    matches!(byte, b'\n' | b'\t' | 0x20..=0x7e)
}

/// Whether the character is a quotation mark that word processors write, and TOML does not know.
pub fn is_typographic_quote(c: char) -> bool {
    matches!(c, '\u{2018}'..='\u{201f}' | '«' | '»' | '‹' | '›')
}

/// The name of a hostile character for a message.
pub fn name(c: char) -> Said {
    let what = match c {
        '\u{1b}' => "find-letter-escape",
        '\r' => "find-letter-return",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{61c}' | '\u{200e}' | '\u{200f}' => {
            "find-letter-direction"
        }
        '\u{feff}' => "find-letter-mark",
        _ => "find-letter-control",
    };
    said(what).with("code", format!("U+{:04X}", u32::from(c)))
}

/// `text` without hostile characters: what may be shown of a text that could not be refused, such as a file name in a message.
pub fn without_hostile(text: &str) -> String {
    text.chars().map(|c| if is_hostile(c) { '\u{fffd}' } else { c }).collect()
}

/// The same on one line, with `gap` for what ends a line or jumps along it: a line feed in a stranger's text makes a line of its own, which
/// could pass for one of ours.
pub fn one_line(text: &str, gap: char) -> String {
    let shown = |c: char| match c {
        '\n' | '\r' | '\t' => gap,
        c if is_hostile(c) => '\u{fffd}',
        c => c,
    };
    text.chars().map(shown).collect()
}

/// Kebab-case: small letters and digits in groups that single hyphens join.
pub fn is_id(id: &str) -> bool {
    !id.is_empty()
        && id
            .split('-')
            .all(|part| !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

/// The name of a prompt: up to three ids that slashes join.
pub fn is_prompt(name: &str) -> bool {
    name.split('/').count() <= 3 && name.split('/').all(is_id)
}

/// The id of an outcome: kebab-case parts that dots join.
pub fn is_outcome(id: &str) -> bool {
    id.split('.').all(is_id)
}

/// `topic` or `pack/topic`.
pub fn is_topic(name: &str) -> bool {
    let mut parts = name.split('/');
    parts.next().is_some_and(is_id) && parts.next().is_none_or(is_id) && parts.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escape_and_direction_characters_are_hostile_and_letters_are_not() {
        for c in ['\u{1b}', '\r', '\u{0}', '\u{9b}', '\u{202e}', '\u{2067}', '\u{feff}', '\u{7f}'] {
            assert_eq!(first_hostile(&format!("ab{c}")), Some((2, c)), "{c:?}");
        }
        for text in ["a\tb\n", "é→│界", "👩\u{200d}💻"] {
            assert_eq!(first_hostile(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_text_on_one_line_holds_nothing_that_leaves_it() {
        assert_eq!(one_line("a\r\nb\tc\u{1b}[2J\u{2028}é", ' '), "a  b c\u{fffd}[2J\u{fffd}é");
        assert_eq!(one_line("a\nb", '\u{fffd}'), "a\u{fffd}b");
    }

    #[test]
    fn ids_are_kebab_case() {
        assert!(is_id("column-order") && is_id("c04") && is_id("2pc"));
        assert!(!is_id("") && !is_id("Column") && !is_id("a--b") && !is_id("-a") && !is_id("a_b"));
        assert!(is_topic("indexes") && is_topic("senior-aws-typescript/rds"));
        assert!(!is_topic("a/b/c") && !is_topic("/b") && !is_topic("../b"));
        assert!(is_outcome("s1.3.4.idempotency.api-design") && !is_outcome("s1..x"));
    }
}
