//! What the rules share by which a rubric proves itself.

use crate::domain::rubric::{Phrase, WordList};
use crate::domain::text::Lang;
use crate::format::finding::{Value, Way, said};
use crate::packs::check::view::Rubric;

/// The languages with the keys of their names.
pub(super) const LANGS: [(Lang, &str); 2] = [(Lang::En, "find-english"), (Lang::Id, "find-indonesian")];

impl Rubric<'_> {
    /// The way to the prompt in `prompts.toml`.
    pub fn way(&self) -> Way {
        Way::item("prompt", self.index)
    }
}

/// Entries as a list for a message, a handful of them.
pub(super) fn quoted<'a>(entries: impl Iterator<Item = &'a str>) -> Value {
    let mut entries: Vec<String> = entries.map(|entry| format!("\"{entry}\"")).collect();
    entries.dedup();
    let more = entries.len().saturating_sub(8);
    entries.truncate(8);
    let list = entries.join(", ");
    if more > 0 { said("find-and-more").with("list", list).with("more", more).into() } else { list.into() }
}

/// The way to an entry of the word list that stands below `owner`.
pub(super) fn way_of(owner: Way, words: &WordList, written: &str) -> Way {
    let at = |list: &[Phrase]| list.iter().position(|phrase| &*phrase.written == written);
    let words_way = owner.key("words");
    match (at(&words.en), at(&words.id)) {
        (Some(at), _) => words_way.key("en").at(at),
        (_, Some(at)) => words_way.key("id").at(at),
        _ => words_way,
    }
}
