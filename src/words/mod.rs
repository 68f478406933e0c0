//! Interface text: Fluent messages in English and Indonesian, and how numbers, dates and durations are said.
//!
//! # Design
//!
//! Every sentence that a person sees comes from `assets/words/<language>/<area>.ftl`. The files are part of the program. An
//! area is parsed when its first message is asked for: making [`Words`] costs nothing, and the first frame pays only for the
//! areas that it shows.
//! A test (`tests/words.rs`) keeps both languages equal, and keys and files free of leftovers.
//!
//! Parts of a message that weigh more are marked with tags such as `<b>` or `<k>` which `ui::rich` turns into tokens and
//! [`plain`] removes, so that each language can put its own words there.

mod files;
mod numbers;
// Half of it is the build's.
#[cfg_attr(not(test), expect(dead_code))]
mod packed;
mod speak;

use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use speak::{iso_date, next_tag, plain};

/// A value that is put into a message.
#[derive(Debug, Clone, PartialEq)]
pub enum Arg<'a> {
    /// A number: written with the language's separators, and the choice of a plural form.
    Number(f64),
    /// A text, put in as it is.
    Text(Cow<'a, str>),
}

macro_rules! arg_from_number {
    ($($t:ty),*) => {$(
        impl From<$t> for Arg<'_> {
            fn from(n: $t) -> Self { Arg::Number(n as f64) }
        }
    )*};
}
arg_from_number!(u8, u16, u32, u64, usize, i8, i16, i32, i64, isize, f32, f64);

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl<'a> From<&'a Box<str>> for Arg<'a> {
    fn from(text: &'a Box<str>) -> Self {
        Arg::Text(Cow::Borrowed(text))
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Arg::Text(Cow::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for Arg<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Arg::Text(text)
    }
}

type Bundle = FluentBundle<FluentResource>;

/// The messages of one language.
pub struct Words {
    code: &'static str,
    /// The files of messages, each parsed when it is first needed.
    areas: Vec<OnceLock<Bundle>>,
}

impl fmt::Debug for Words {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Words").field(&self.code).finish()
    }
}

/// A file of messages, ready to be asked.
fn parse(source: String, code: &str) -> Bundle {
    let lang: LanguageIdentifier = code.parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![lang]);
    // Terminals do not hide the marks that isolate left-to-right from right-to-left text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match code {
        "id" => numbers::write_id,
        _ => numbers::write_en,
    }));
    // What could be parsed of a broken file is kept; a test finds the rest.
    let resource = FluentResource::try_new(source).unwrap_or_else(|(r, _)| r);
    bundle.add_resource_overriding(resource);
    bundle
}

impl Words {
    /// The messages of the language `code`, `en` or `id`; English for any other.
    pub fn of(code: &str) -> Words {
        let code = if code == "id" { "id" } else { "en" };
        let areas = (0..files::count()).map(|_| OnceLock::new()).collect();
        Words { code, areas }
    }

    /// The code of the language, `en` or `id`.
    pub fn code(&self) -> &'static str {
        self.code
    }

    /// Whether there is a message `key`.
    pub fn has(&self, key: &str) -> bool {
        self.bundle_of(key).is_some_and(|bundle| bundle.has_message(key))
    }

    /// The area of a message, parsed now if it was not yet.
    fn bundle_of(&self, key: &str) -> Option<&Bundle> {
        let area = files::area_of(key)?;
        let bundle = self.areas.get(area)?.get_or_init(|| parse(files::source(self.code, area), self.code));
        Some(bundle)
    }

    /// The message `key`, which takes no values. A key that does not exist is shown itself.
    pub fn get(&self, key: &str) -> Cow<'_, str> {
        self.message(key, None)
    }

    /// The message `key` with `values` put in, by name.
    pub fn fmt(&self, key: &str, values: &[(&str, Arg)]) -> String {
        let mut args = FluentArgs::with_capacity(values.len());
        for (name, value) in values {
            match value {
                Arg::Number(n) => args.set((*name).to_owned(), *n),
                Arg::Text(t) => args.set((*name).to_owned(), t.as_ref().to_owned()),
            }
        }
        self.message(key, Some(&args)).into_owned()
    }

    fn message<'a>(&'a self, key: &str, args: Option<&FluentArgs>) -> Cow<'a, str> {
        let found = self.bundle_of(key).and_then(|bundle| Some((bundle, bundle.get_message(key)?.value()?)));
        let Some((bundle, pattern)) = found else { return Cow::Owned(key.to_owned()) };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, args, &mut errors);
        debug_assert!(errors.is_empty(), "message {key}: {errors:?}");
        text
    }
}

#[cfg(test)]
mod tests;
