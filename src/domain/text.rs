//! Text in two languages.

use serde::{Deserialize, Serialize};

/// A text that may be wrapped as one line: words with one space between them. Control characters, which would speak to a terminal, are left out.
pub fn one_line(text: &str) -> String {
    let printed: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A language of the interface and of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// English.
    #[default]
    En,
    /// Indonesian.
    Id,
}

impl Lang {
    /// Both languages, in the order in which they are listed to people.
    pub const ALL: [Lang; 2] = [Lang::En, Lang::Id];

    /// The code that file names and settings use: `en` or `id`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Id => "id",
        }
    }

    /// The language for a code such as `id` or a locale such as `id_ID.UTF-8`; `None` for any other.
    pub fn from_code(code: &str) -> Option<Lang> {
        let head = code.split(['_', '-', '.']).next().unwrap_or_default();
        match head.to_ascii_lowercase().as_str() {
            "en" => Some(Lang::En),
            "id" | "in" => Some(Lang::Id),
            _ => None,
        }
    }

    /// The other language: what `L` switches to.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Id,
            Lang::Id => Lang::En,
        }
    }
}

/// A text that a person reads, in each language that it has.
///
/// A text that both languages share (a command, a term) holds the same string twice. A pack with one language
/// only leaves the other one empty, and [`Text::get`] falls back to the one that is there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Text {
    /// English; empty when the pack has none.
    pub en: Box<str>,
    /// Indonesian; empty when the pack has none.
    pub id: Box<str>,
}

impl Text {
    /// A text in both languages.
    pub fn new(en: impl Into<Box<str>>, id: impl Into<Box<str>>) -> Self {
        Text { en: en.into(), id: id.into() }
    }

    /// A text that both languages share.
    pub fn shared(text: impl Into<Box<str>>) -> Self {
        let text = text.into();
        Text { en: text.clone(), id: text }
    }

    /// The text in `lang` alone; empty when it has none.
    pub fn only(&self, lang: Lang) -> &str {
        match lang {
            Lang::En => &self.en,
            Lang::Id => &self.id,
        }
    }

    /// The text in `lang`, or in the other language when it has none in this one.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::En => (&self.en, &self.id),
            Lang::Id => (&self.id, &self.en),
        };
        if first.is_empty() { second } else { first }
    }

    /// Whether there is no text in any language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.id.is_empty()
    }
}
