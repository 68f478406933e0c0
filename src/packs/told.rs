//! What a check found, as a sentence of the reader's language.
//!
//! [`Said`] is a key and values, because the room `format` may not name `words`, and because a report is made once and may be read in either
//! language. Values were cleaned of what could steer a terminal when they were put in, so every sentence is harmless.

use std::sync::OnceLock;

use crate::domain::text::Text;
use crate::format::finding::{Said, Value};
use crate::words::{Arg, Words};

/// The sentence.
pub fn told(said: &Said, words: &Words) -> String {
    if said.args().is_empty() {
        return words.get(said.key()).into_owned();
    }
    let values: Vec<(&str, Arg<'_>)> = said.args().iter().map(|(name, value)| (*name, arg(value, words))).collect();
    words.fmt(said.key(), &values)
}

fn arg<'a>(value: &'a Value, words: &Words) -> Arg<'a> {
    match value {
        Value::Text(text) => text.into(),
        Value::Number(number) => (*number).into(),
        Value::Said(said) => told(said, words).into(),
        Value::Row(all) => all.iter().map(|said| told(said, words)).collect::<Vec<_>>().join("; ").into(),
    }
}

/// The same in both languages, for what is kept while the reader may change the language.
pub fn in_both(of: impl Fn(&Words) -> String) -> Text {
    // A pack may have a thousand broken topics: the messages are parsed for the first of them.
    static BOTH: OnceLock<[Words; 2]> = OnceLock::new();
    let [en, id] = BOTH.get_or_init(|| ["en", "id"].map(Words::of));
    Text::new(of(en), of(id))
}

/// The English sentence, for tests.
#[cfg(test)]
pub(crate) fn english(said: &Said) -> String {
    told(said, &Words::of("en"))
}
