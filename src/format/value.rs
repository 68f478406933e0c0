//! From parsed TOML to structs.
//!
//! # Design
//!
//! The `toml` crate's own deserializer can bring dates and places out of a value, so the code of each struct is made for four kinds of
//! maps: a third of a megabyte of program. The walk has refused dates before, and structs do not ask for places, so one kind is enough.

use std::borrow::Cow;
use std::fmt;
use std::ops::Range;

use serde::de::value::{MapDeserializer, SeqDeserializer, StrDeserializer};
use serde::de::{self, Deserializer, IntoDeserializer, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::{DeInteger, DeString, DeValue};

/// Why a value does not fit a struct.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Misfit {
    /// The innermost value that does not fit, in bytes of the file; `None` while that is not known yet.
    pub span: Option<Range<usize>>,
    /// What is wrong with it, in serde's words.
    pub message: String,
}

impl Misfit {
    fn within(self, span: Range<usize>) -> Misfit {
        Misfit { span: self.span.or(Some(span)), ..self }
    }
}

impl fmt::Display for Misfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Misfit {}

impl de::Error for Misfit {
    fn custom<T: fmt::Display>(message: T) -> Self {
        Misfit { span: None, message: message.to_string() }
    }
}

/// A value of a parsed file.
pub struct Value<'i>(pub Spanned<DeValue<'i>>);

/// A string of TOML numbers as Rust reads it; the parser has checked its digits and its radix.
fn integer(number: &DeInteger<'_>) -> Option<i64> {
    i64::from_str_radix(number.as_str(), number.radix()).ok()
}

impl<'de> Deserializer<'de> for Value<'de> {
    type Error = Misfit;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        let span = self.0.span();
        match self.0.into_inner() {
            DeValue::String(DeString::Owned(text)) => visitor.visit_string(text),
            DeValue::String(DeString::Borrowed(text)) => visitor.visit_borrowed_str(text),
            DeValue::Integer(number) => match integer(&number) {
                Some(number) => visitor.visit_i64(number),
                None => Err(de::Error::custom("the number is too large")),
            },
            DeValue::Float(number) => match number.as_str().parse() {
                Ok(number) => visitor.visit_f64(number),
                Err(_) => Err(de::Error::custom("the number is too large")),
            },
            DeValue::Boolean(is) => visitor.visit_bool(is),
            DeValue::Datetime(_) => Err(de::Error::custom("a date: write it as text, in quotes")),
            DeValue::Array(items) => visitor.visit_seq(SeqDeserializer::new(items.into_iter().map(Value))),
            DeValue::Table(table) => {
                let entries = table.into_iter().map(|(key, value)| (Key(key.into_inner()), Value(value)));
                visitor.visit_map(MapDeserializer::new(entries))
            }
        }
        .map_err(|misfit| misfit.within(span))
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(self, _: &'static str, visitor: V) -> Result<V::Value, Misfit> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Misfit> {
        let span = self.0.span();
        let name = match self.0.into_inner() {
            DeValue::String(name) => name,
            // Kinds with contents are told apart by the reader, not by serde.
            _ => return Err(Misfit { span: Some(span), message: "wanted one of the words".to_owned() }),
        };
        let name: StrDeserializer<'_, Misfit> = name.as_ref().into_deserializer();
        visitor.visit_enum(name).map_err(|misfit| misfit.within(span))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf unit unit_struct seq tuple
        tuple_struct map struct identifier ignored_any
    }
}

impl<'de> IntoDeserializer<'de, Misfit> for Value<'de> {
    type Deserializer = Self;

    fn into_deserializer(self) -> Self {
        self
    }
}

/// A key of a table.
struct Key<'i>(Cow<'i, str>);

impl<'de> IntoDeserializer<'de, Misfit> for Key<'de> {
    type Deserializer = serde::de::value::CowStrDeserializer<'de, Misfit>;

    fn into_deserializer(self) -> Self::Deserializer {
        self.0.into_deserializer()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(rename_all = "lowercase")]
    enum Word {
        One,
        Two,
    }

    #[derive(Debug, Deserialize, PartialEq)]
    #[serde(deny_unknown_fields)]
    struct All {
        text: String,
        small: u8,
        hex: i64,
        share: f64,
        yes: bool,
        word: Word,
        #[serde(default)]
        maybe: Option<u16>,
        list: Vec<Word>,
        map: BTreeMap<String, u8>,
    }

    fn read(source: &str) -> Result<All, Misfit> {
        let value = toml::de::DeTable::parse(source).expect("TOML");
        All::deserialize(Value(Spanned::new(value.span(), DeValue::Table(value.into_inner()))))
    }

    const FULL: &str = "text = \"a\\nb\"\nsmall = 1_0\nhex = 0xff\nshare = 1_0.5\nyes = true\nword = \"two\"\nmaybe = 3\n\
        list = [\"one\", \"two\"]\nmap = { x = 1, \"y z\" = 2 }\n";

    #[test]
    fn a_struct_is_read_as_the_toml_crate_reads_it() {
        let ours = read(FULL).expect("it fits");
        assert_eq!(ours, toml::from_str(FULL).expect("it fits"));
        assert_eq!((ours.small, ours.hex, ours.share, ours.maybe), (10, 255, 10.5, Some(3)));
    }

    #[test]
    fn what_does_not_fit_is_told_with_its_place() {
        let told = |from: &str, to: &str| {
            let source = FULL.replace(from, to);
            let misfit = read(&source).expect_err("it does not fit");
            (misfit.span.map(|span| source[span].to_owned()).unwrap_or_default(), misfit.message)
        };
        let (place, message) = told("small = 1_0", "small = 300");
        assert_eq!((place.as_str(), message.contains("300")), ("300", true), "{message}");
        let (place, message) = told("[\"one\", \"two\"]", "[\"one\", \"three\"]");
        assert_eq!((place.as_str(), message.contains("three")), ("\"three\"", true), "{message}");
        let (place, message) = told("x = 1", "x = \"1\"");
        assert_eq!((place.as_str(), message.contains("string")), ("\"1\"", true), "{message}");
        assert!(told("yes", "no").1.contains("unknown field"));
        assert!(told("0xff", "2000-01-01").1.contains("date"));
        assert!(told("0xff", "0xffffffffffffffffff").1.contains("large"));
    }
}
