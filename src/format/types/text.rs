//! Text in two languages, as authors write it.

use std::fmt;

use serde::de::{Error, MapAccess, SeqAccess, Visitor};
use serde::ser::SerializeTuple;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// `x.en` and `x.id`, or one plain string that both languages share (a command, a term).
///
/// Always NFC: the same letters are the same bytes, whichever editor wrote them.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    /// English, or what both share; empty when there is none.
    pub en: Box<str>,
    /// Indonesian; empty when there is none and when the string is shared.
    pub id: Box<str>,
    /// Written as one plain string for both languages.
    pub shared: bool,
}

impl Text {
    /// A text in both languages.
    pub fn twin(en: &str, id: &str) -> Self {
        Text { en: nfc(en), id: nfc(id), shared: false }
    }

    /// One string for both languages.
    pub fn plain(text: &str) -> Self {
        Text { en: nfc(text), id: Box::default(), shared: true }
    }

    /// What an English reader sees; empty when there is none.
    pub fn english(&self) -> &str {
        &self.en
    }

    /// What an Indonesian reader sees; empty when there is none.
    pub fn indonesian(&self) -> &str {
        if self.shared { &self.en } else { &self.id }
    }

    /// Whether there is nothing in any language.
    pub fn is_empty(&self) -> bool {
        self.en.is_empty() && self.id.is_empty()
    }

    /// The different strings of it that are not empty.
    pub fn versions(&self) -> impl Iterator<Item = &str> {
        [&*self.en, &*self.id].into_iter().filter(|s| !s.is_empty())
    }
}

/// `text` in Unicode normal form C.
pub fn nfc(text: &str) -> Box<str> {
    if text.is_ascii() || is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut parts = serializer.serialize_tuple(3)?;
        parts.serialize_element(&self.shared)?;
        parts.serialize_element(&self.en)?;
        parts.serialize_element(&self.id)?;
        parts.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            deserializer.deserialize_any(Written)
        } else {
            deserializer.deserialize_tuple(3, Packed)
        }
    }
}

/// The keys of a written text.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Side {
    En,
    Id,
}

/// From TOML.
struct Written;

impl<'de> Visitor<'de> for Written {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string, or a table with `en` and `id`")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::plain(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut text = Text::default();
        while let Some(side) = map.next_key::<Side>()? {
            let value = map.next_value::<Nfc>()?.0;
            match side {
                Side::En => text.en = value,
                Side::Id => text.id = value,
            }
        }
        Ok(text)
    }
}

/// From the index.
struct Packed;

impl<'de> Visitor<'de> for Packed {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a packed text")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Text, A::Error> {
        let short = || A::Error::custom("packed text is cut off");
        Ok(Text {
            shared: seq.next_element()?.ok_or_else(short)?,
            en: seq.next_element()?.ok_or_else(short)?,
            id: seq.next_element()?.ok_or_else(short)?,
        })
    }
}

/// A string that becomes NFC on its way in.
struct Nfc(Box<str>);

impl<'de> Deserialize<'de> for Nfc {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct V;
        impl Visitor<'_> for V {
            type Value = Nfc;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a string")
            }
            fn visit_str<E: Error>(self, text: &str) -> Result<Nfc, E> {
                Ok(Nfc(nfc(text)))
            }
        }
        deserializer.deserialize_str(V)
    }
}

#[cfg(test)]
impl schemars::JsonSchema for Text {
    fn inline_schema() -> bool {
        false
    }

    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Text".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "description": "Text in both languages, or one plain string that both share (a command, a term).",
            "anyOf": [
                { "type": "string" },
                {
                    "type": "object",
                    "properties": {
                        "en": { "type": "string", "description": "English" },
                        "id": { "type": "string", "description": "Indonesian" }
                    },
                    "additionalProperties": false
                }
            ]
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Deserialize)]
    struct Holder {
        text: Text,
    }

    fn read(toml: &str) -> Option<Text> {
        toml::from_str::<Holder>(toml).ok().map(|h| h.text)
    }

    #[test]
    fn a_plain_string_is_shared_and_a_table_is_not() {
        assert_eq!(read("text = 'GET'"), Some(Text::plain("GET")));
        assert_eq!(read("text.en = 'a'\ntext.id = 'b'"), Some(Text::twin("a", "b")));
        assert_eq!(read("text.fr = 'a'"), None);
    }

    #[test]
    fn letters_become_one_form_whatever_the_editor_wrote() {
        let text = read("text.en = \"cafe\\u0301\"\ntext.id = 'x'").unwrap_or_default();
        assert_eq!(&*text.en, "caf\u{e9}");
    }

    #[test]
    fn a_packed_text_comes_back_as_it_was() -> Result<(), postcard::Error> {
        for text in [Text::twin("a", "b"), Text::plain("GET"), Text::default()] {
            let bytes = postcard::to_allocvec(&text)?;
            assert_eq!(postcard::from_bytes::<Text>(&bytes)?, text);
        }
        Ok(())
    }
}
