//! Names out of what people write: ids that are kebab-case, short, and each once.

use std::collections::{HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::format::letters::is_hostile;
use crate::format::portable;

/// Bytes of an id that is made from a text; a number may be added.
const ID: usize = 40;
/// Characters of a title.
const TITLE: usize = 120;

/// A kebab-case id from a text: accents folded, everything else a hyphen; `None` where no letter or digit remains.
pub fn slug(text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)).take(400) {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') {
            out.push('-');
        }
    }
    if out.len() > ID {
        let cut = out[..ID].rfind('-').filter(|at| *at > ID / 2).unwrap_or(ID);
        out.truncate(cut);
    }
    let out = out.trim_matches('-').to_owned();
    (!out.is_empty()).then_some(out)
}

/// Ids that are in use.
#[derive(Debug, Default)]
pub struct Ids {
    used: HashSet<String>,
    /// The number that a text was given last: ten thousand equal texts take no longer than different ones.
    last: HashMap<String, usize>,
}

impl Ids {
    /// An id for a text that nothing else has: with a number behind it where needed, `fallback` where the text has no letters.
    pub fn take(&mut self, text: &str, fallback: &str) -> String {
        let mut base = slug(text).unwrap_or_else(|| fallback.to_owned());
        // The id becomes the name of a folder, on every system; and these folders mean something in a pack.
        if portable::is_reserved(&base) || ["paths", "schema", "days"].contains(&&*base) {
            base.push_str("-topic");
        }
        let last = self.last.entry(base.clone()).or_insert(1);
        let mut free = base.clone();
        while !self.used.insert(free.clone()) {
            *last += 1;
            free = format!("{base}-{last}");
        }
        free
    }
}

/// A title on one line, of at most 120 characters and without hostile ones; empty where nothing is left.
pub fn title(text: &str) -> String {
    let clean: String = text.chars().map(|c| if is_hostile(c) || c.is_whitespace() { ' ' } else { c }).collect();
    let words: Vec<&str> = clean.split_whitespace().collect();
    let line = words.join(" ");
    match line.char_indices().nth(TITLE) {
        Some((at, _)) => format!("{}...", line[..at].trim_end()),
        None => line,
    }
}

/// A TOML basic string.
pub fn quoted(text: &str) -> String {
    let mut out = String::from('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if is_hostile(c) => {}
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_fold_accents_and_are_cut_at_a_word() {
        assert_eq!(slug("  Redis: caché & TTL! ").as_deref(), Some("redis-cache-ttl"));
        assert_eq!(slug("→ 界"), None);
        let long = slug("a very long heading that goes on and on for many more words").unwrap_or_default();
        assert_eq!(long, "a-very-long-heading-that-goes-on-and-on");
    }

    #[test]
    fn no_id_is_given_twice_or_means_something_to_a_system() {
        let mut ids = Ids::default();
        let taken: Vec<String> =
            ["Redis", "redis!", "paths", "CON", "→"].iter().map(|t| ids.take(t, "topic")).collect();
        assert_eq!(taken, ["redis", "redis-2", "paths-topic", "con-topic", "topic"]);
    }

    #[test]
    fn a_title_is_one_clean_line() {
        assert_eq!(title(" a\tb\u{202e}\u{1b}c \n"), "a b c");
        assert!(title(&"x".repeat(5_000)).chars().count() < 130);
    }
}
