//! The walk of a parsed TOML value against a [`Shape`]: everything that is wrong, at once, with places.
//!
//! It allocates nothing for what is right.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::finding::{Edit, Finding, Said, Spot, Value as Part, said};
use super::letters;
use super::limits;
use super::shape::{Field, Shape, Table};
use super::small_words::is_sentence;
use super::suggest::{nearest, sure};

/// The languages that a pack promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Langs {
    /// English.
    pub en: bool,
    /// Indonesian.
    pub id: bool,
}

impl Langs {
    /// Both.
    pub const BOTH: Langs = Langs { en: true, id: true };

    /// Those that `pack.toml` names; both when it names none that is known.
    pub fn of<'a>(codes: impl IntoIterator<Item = &'a str>) -> Self {
        let mut langs = Langs { en: false, id: false };
        for code in codes {
            langs.en |= code == "en";
            langs.id |= code == "id";
        }
        if langs.en || langs.id { langs } else { Langs::BOTH }
    }

    /// The code of the one, where a pack promises one alone.
    pub fn only(self) -> Option<&'static str> {
        self.codes().next().filter(|_| self != Langs::BOTH)
    }

    /// Their codes, in the order in which they are listed to people.
    pub fn codes(self) -> impl Iterator<Item = &'static str> {
        [("en", self.en), ("id", self.id)].into_iter().filter_map(|(code, has)| has.then_some(code))
    }
}

/// A walk over one file.
#[derive(Debug)]
pub struct Walk {
    langs: Langs,
    /// What was found so far.
    pub findings: Vec<Finding>,
}

type Value<'i> = Spanned<DeValue<'i>>;

impl Walk {
    /// A walk for a pack with these languages.
    pub fn new(langs: Langs) -> Self {
        Walk { langs, findings: Vec::new() }
    }

    fn error(&mut self, code: &'static str, span: Range<usize>, message: impl Into<Said>, help: impl Into<Said>) {
        self.findings.push(Finding::error(code, Spot::Span(span), message).help(help));
    }

    /// Walks a table. `span` is where it begins, for what is missing in it.
    pub fn table(&mut self, table: &DeTable<'_>, shape: &Table, span: Range<usize>) {
        let mut seen = 0u64;
        // Asked for at the first unknown key, and once: a stranger's table may have a hundred thousand of them.
        let mut taken = None;
        for (key, value) in table {
            match shape.find(key.get_ref()) {
                Some((position, field)) => {
                    seen |= 1 << position;
                    self.value(value, &field.shape, field.name);
                }
                // What was probably meant is not missing as well.
                None => {
                    let taken = seen | *taken.get_or_insert_with(|| known(table, shape));
                    seen |= self.unknown(key, value, shape, taken).map_or(0, |position| 1 << position);
                }
            }
        }
        for (position, field) in shape.all().enumerate() {
            if field.needed && seen & (1 << position) == 0 {
                self.missing(field, shape, span.clone());
            }
        }
    }

    /// Tells of an unknown key; the position of the key that was probably meant. `taken`: the keys that stand in the table already.
    fn unknown(
        &mut self,
        key: &Spanned<std::borrow::Cow<'_, str>>,
        value: &Value<'_>,
        shape: &Table,
        taken: u64,
    ) -> Option<usize> {
        let near = nearest(key.get_ref(), shape.all().map(|f| f.name));
        let known: Vec<&str> = shape.all().map(|f| f.name).collect();
        let known = said("find-table-keys").with("table", said(shape.what)).with("keys", known.join(", "));
        let help = Said::near(near, known);
        let message = said("find-unknown-key").with("table", said(shape.what)).with("key", &**key.get_ref());
        let sure = sure(key.get_ref(), shape.all().map(|f| f.name))
            .filter(|name| shape.find(name).is_some_and(|(position, _)| taken & (1 << position) == 0));
        let edit = sure.map(|name| rename(key, value, name));
        self.findings.push(Finding::error("J002", Spot::Span(key.span()), message).help(help).edit(edit));
        near.and_then(|name| Some(shape.find(name)?.0))
    }

    fn missing(&mut self, field: &Field, shape: &Table, span: Range<usize>) {
        let message = said("find-missing-key").with("table", said(shape.what)).with("key", field.name);
        self.error("J004", span, message, addition(field, self.langs));
    }

    /// Walks a value. `name` is the key that holds it.
    pub fn value(&mut self, value: &Value<'_>, shape: &Shape, name: &'static str) {
        match shape {
            Shape::Text => self.text(value, name),
            Shape::Table(table) => match value.get_ref() {
                DeValue::Table(inner) => self.table(inner, table, value.span()),
                _ => self.wrong(value, name, said(table.what), "find-write-table"),
            },
            Shape::List(inner, least, most) => self.list(value, inner, *least, *most, name),
            Shape::Twins(inner, least, most) => self.lists(value, inner, (*least, *most), name),
            Shape::Map(inner, most) => self.map(value, inner, *most, name),
            Shape::Bool if value.get_ref().is_bool() => {}
            Shape::Bool => {
                // One of the two as an example would be taken for the answer.
                let help = match bare(value).as_deref() {
                    Some(word @ ("true" | "false")) => write(format!("{name} = {word}")),
                    _ => said("find-true-false-help"),
                };
                self.wrong(value, name, said("find-a-bool"), help);
            }
            Shape::Int(low, high) => self.int(value, *low, *high, name),
            _ => self.string(value, shape, name),
        }
    }

    fn wrong(&mut self, value: &Value<'_>, name: &str, wanted: impl Into<Part>, help: impl Into<Said>) {
        let found = said(kind(value.get_ref()));
        let message = said("find-wrong-type").with("key", name).with("wanted", wanted).with("found", found);
        self.error("J003", value.span(), message, help);
    }

    fn int(&mut self, value: &Value<'_>, low: i64, high: i64, name: &str) {
        let wanted = || match low == high {
            true => Part::from(low),
            false => said("find-a-number").with("low", low).with("high", high).into(),
        };
        let Some(number) = value.get_ref().as_integer() else {
            let meant = bare(value).and_then(|word| word.parse().ok()).filter(|n| (low..=high).contains(n));
            return self.wrong(value, name, wanted(), write(format!("{name} = {}", meant.unwrap_or(low))));
        };
        let read = i64::from_str_radix(number.as_str(), number.radix());
        if !read.is_ok_and(|n| (low..=high).contains(&n)) {
            let help = said("find-nearest-number").with("low", low).with("high", high);
            self.error("J003", value.span(), must_be(name, wanted()), help);
        }
    }

    fn list(&mut self, value: &Value<'_>, inner: &Shape, least: usize, most: usize, name: &'static str) {
        let Some(items) = value.get_ref().as_array() else {
            return self.wrong(value, name, said("find-a-list"), "find-write-list");
        };
        if items.len() < least || items.len() > most {
            // The first one too many, or where there are too few of them.
            let place = items.get(most).or(items.first());
            let span = place.map_or_else(|| value.span(), Spanned::span);
            let help = said("find-entries-from-to").with("least", least).with("most", most);
            self.error("J009", span, entries(name, items.len()), help);
        }
        for item in items {
            self.value(item, inner, name);
        }
    }

    /// A list for each language.
    fn lists(&mut self, value: &Value<'_>, inner: &Shape, (least, most): (usize, usize), name: &'static str) {
        let DeValue::Table(twins) = value.get_ref() else {
            let help = match self.langs.only() {
                Some(code) => write(format!("{name}.{code} = [...]")),
                None => said("find-write-lists").with("key", name),
            };
            return self.wrong(value, name, said("find-a-list-each"), help);
        };
        for (key, value) in twins {
            match &**key.get_ref() {
                "en" | "id" => self.list(value, inner, least, most, name),
                other => self.no_language(other, key.span(), name),
            }
        }
        self.both(twins, value.span(), name, "find-no-list");
    }

    /// A table with keys of the author's choice.
    fn map(&mut self, value: &Value<'_>, inner: &Shape, most: usize, name: &'static str) {
        let DeValue::Table(entries) = value.get_ref() else {
            return self.wrong(value, name, said("find-a-table"), write(format!("{name} = {{ ... }}")));
        };
        if entries.len() > most {
            let help = said("find-entries-at-most").with("most", most);
            self.error("J009", value.span(), self::entries(name, entries.len()), help);
        }
        for (key, value) in entries {
            if !letters::is_id(key.get_ref()) || key.get_ref().len() > limits::ID_BYTES {
                let message = said("find-map-key").with("key", name).with("wanted", said(wanted(&Shape::Id)));
                self.error("J003", key.span(), message, example(&Shape::Id));
            }
            self.value(value, inner, name);
        }
    }

    fn no_language(&mut self, other: &str, span: Range<usize>, name: &str) {
        let message = said("find-no-language").with("key", name).with("lang", other);
        self.error("J002", span, message, "find-no-language-help");
    }

    /// That there is something, and that it is there in every language that the pack promises. `nothing` is told where there is none.
    fn both(&mut self, twins: &DeTable<'_>, span: Range<usize>, name: &str, nothing: &'static str) {
        let has = |code: &str| twins.get(code).is_some();
        if !has("en") && !has("id") {
            let help = match self.langs.only() {
                Some(code) => add(format!("{name}.{code}")),
                None => said("find-add-both").with("key", name),
            };
            return self.error("J004", span, said(nothing).with("key", name), help);
        }
        for code in self.langs.codes().filter(|code| !has(code)) {
            let message = said("find-no-twin").with("key", name).with("lang", code);
            let help = said("find-no-twin-help").with("key", name).with("lang", code);
            self.findings.push(Finding::warning("J150", Spot::Span(span.clone()), message).help(help));
        }
    }

    fn text(&mut self, value: &Value<'_>, name: &'static str) {
        match value.get_ref() {
            DeValue::String(text) => {
                self.letters(text, value.span(), name, limits::TEXT_BYTES, false);
                if self.langs == Langs::BOTH && is_sentence(name, text) {
                    let message = said("find-plain-prose").with("key", name);
                    let help = said("find-plain-prose-help").with("key", name);
                    self.findings.push(Finding::warning("J153", Spot::Span(value.span()), message).help(help));
                }
            }
            DeValue::Table(twins) => self.twins(twins, value.span(), name),
            _ => {
                let help = match self.langs.only() {
                    Some(_) => write(format!("{name} = \"...\"")),
                    None => said("find-write-text").with("key", name),
                };
                self.wrong(value, name, said("find-a-text"), help);
            }
        }
    }

    fn twins(&mut self, twins: &DeTable<'_>, span: Range<usize>, name: &'static str) {
        for (key, value) in twins {
            match (&**key.get_ref(), value.get_ref()) {
                ("en" | "id", DeValue::String(text)) => {
                    self.letters(text, value.span(), name, limits::TEXT_BYTES, false);
                }
                ("en" | "id", _) => self.wrong(value, name, said("find-a-text"), "find-write-string"),
                (other, _) => self.no_language(other, key.span(), name),
            }
        }
        self.both(twins, span, name, "find-no-text");
    }

    fn string(&mut self, value: &Value<'_>, shape: &Shape, name: &'static str) {
        let DeValue::String(text) = value.get_ref() else {
            return self.wrong(value, name, said(wanted(shape)), write(format!("{name} = \"...\"")));
        };
        let span = value.span();
        match shape {
            Shape::Code => self.letters(text, span, name, limits::CODE_BYTES, false),
            Shape::Word => self.letters(text, span, name, limits::WORD_BYTES, true),
            Shape::OneOf(words) if !words.contains(&&**text) => self.one_of(text, words, span, name),
            Shape::OneOf(_) => {}
            _ => {
                let (fits, most) = match shape {
                    Shape::Id => (letters::is_id(text), limits::ID_BYTES),
                    Shape::Topic => (letters::is_topic(text), 2 * limits::ID_BYTES + 1),
                    Shape::PromptName => (letters::is_prompt(text), 3 * limits::ID_BYTES + 2),
                    Shape::Item => {
                        (letters::is_prompt(text) && text.matches('/').count() == 2, 3 * limits::ID_BYTES + 2)
                    }
                    Shape::Outcome => (letters::is_outcome(text), limits::OUTCOME_BYTES),
                    Shape::Day => (is_day(text), 10),
                    _ => (is_version(text), limits::ID_BYTES),
                };
                if !fits || text.len() > most {
                    self.error("J003", span, must_be(name, said(wanted(shape))), example(shape));
                }
            }
        }
    }

    fn one_of(&mut self, text: &str, words: &[&'static str], span: Range<usize>, name: &str) {
        let all = said("find-one-of").with("all", words.join(", "));
        let help = Said::near(nearest(text, words.iter().copied()), all);
        self.error("J003", span, said("find-not-one-of").with("key", name).with("value", text), help);
    }

    /// What every string has to keep: not empty, not too long, no hostile letter, and one line where one is asked for.
    fn letters(&mut self, text: &str, span: Range<usize>, name: &str, most: usize, one_line: bool) {
        if text.trim().is_empty() {
            return self.error("J004", span, said("find-empty").with("key", name), "find-empty-help");
        }
        if text.len() > most {
            let message = said("find-bytes").with("key", name).with("n", text.len());
            self.error("J009", span.clone(), message, said("find-at-most").with("most", most));
        }
        if let Some((_, c)) = letters::first_hostile(text) {
            let message = said("find-hostile").with("key", name).with("what", letters::name(c));
            self.error("J010", span.clone(), message, "find-hostile-help");
        }
        if one_line && text.contains('\n') {
            self.error("J003", span, said("find-one-line").with("key", name), "find-one-line-help");
        }
    }
}

/// The keys of the table that the format has, each a bit.
fn known(table: &DeTable<'_>, shape: &Table) -> u64 {
    table.keys().filter_map(|key| shape.find(key.get_ref())).fold(0, |bits, (position, _)| bits | 1 << position)
}

/// A key gets another name: where it stands, and where it would stand in front of each key below it, `titel.en`.
fn rename(key: &Spanned<std::borrow::Cow<'_, str>>, value: &Value<'_>, name: &str) -> Edit {
    let was: Box<str> = key.get_ref().as_ref().into();
    let below = value.get_ref().as_table().into_iter().flat_map(|table| table.keys());
    let before = |inner: &Spanned<std::borrow::Cow<'_, str>>| {
        let end = inner.span().start.checked_sub(1)?;
        Some(end.checked_sub(was.len())?..end)
    };
    let spans = std::iter::once(key.span()).chain(below.filter_map(before)).collect();
    Edit { spans, was, with: name.into() }
}

/// The word in a string that was meant to be a value without quotes: `"3"`, `" False"`.
fn bare(value: &Value<'_>) -> Option<String> {
    let around = |c: char| c.is_whitespace() || letters::is_typographic_quote(c);
    Some(value.get_ref().as_str()?.trim_matches(around).to_ascii_lowercase())
}

/// The message that names a kind of TOML value.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "find-a-string",
        DeValue::Integer(_) => "find-an-integer",
        DeValue::Float(_) => "find-a-float",
        DeValue::Boolean(_) => "find-a-boolean",
        DeValue::Datetime(_) => "find-a-datetime",
        DeValue::Array(_) => "find-an-array",
        DeValue::Table(_) => "find-a-table",
    }
}

fn must_be(name: &str, wanted: impl Into<Part>) -> Said {
    said("find-must-be").with("key", name).with("wanted", wanted)
}

fn write(code: String) -> Said {
    said("find-write").with("code", code)
}

fn add(code: String) -> Said {
    said("find-add").with("code", code)
}

fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Id => "find-a-kebab-name",
        Shape::Topic => "find-a-topic-name",
        Shape::PromptName => "find-a-prompt-name",
        Shape::Item => "find-a-question-name",
        Shape::Outcome => "find-an-outcome-id",
        Shape::Day => "find-a-date",
        Shape::Version => "find-a-version",
        _ => "find-a-string",
    }
}

fn example(shape: &Shape) -> Said {
    let such = |code: &str| said("find-such").with("code", code);
    match shape {
        Shape::Id => said("find-such-name").with("most", limits::ID_BYTES),
        Shape::PromptName => said("find-such-prompt"),
        Shape::Topic => said("find-such-topic"),
        Shape::Item => such("pack/topic/question"),
        Shape::Outcome => said("find-such-outcome"),
        Shape::Day => such("2026-11-21"),
        _ => such("0.1.0"),
    }
}

/// What to add for a key that is missing.
fn addition(field: &Field, langs: Langs) -> Said {
    let name = field.name;
    match field.shape {
        Shape::Text if langs == Langs::BOTH => said("find-add-text").with("key", name),
        Shape::Bool => said("find-add-bool").with("key", name),
        Shape::Int(low, high) => said("find-add-number").with("key", name).with("low", low).with("high", high),
        Shape::OneOf(words) => {
            said("find-add-word").with("key", name).with("first", words[0]).with("all", words.join(", "))
        }
        Shape::List(Shape::Table(_), least, _) => said("find-add-entries").with("key", name).with("n", least),
        Shape::List(..) => add(format!("{name} = [...]")),
        Shape::Twins(..) => match langs.only() {
            Some(code) => add(format!("{name}.{code} = [...]")),
            None => said("find-add-lists").with("key", name),
        },
        Shape::Table(_) | Shape::Map(..) => add(format!("{name} = {{ ... }}")),
        Shape::Code => add(format!("{name} = '''...'''")),
        _ => add(format!("{name} = \"...\"")),
    }
}

fn entries(name: &str, n: usize) -> Said {
    said("find-entries").with("key", name).with("n", n)
}

/// `yyyy-mm-dd` with a month and a day that can be.
fn is_day(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |digits: usize, low: u32, high: u32| {
        parts.next().is_some_and(|p| {
            p.len() == digits
                && p.bytes().all(|b| b.is_ascii_digit())
                && p.parse().is_ok_and(|n: u32| (low..=high).contains(&n))
        })
    };
    part(4, 2000, 2999) && part(2, 1, 12) && part(2, 1, 31) && parts.next().is_none()
}

/// `1.2.3`, with an optional pre-release part.
fn is_version(text: &str) -> bool {
    let (core, pre) = text.split_once('-').unwrap_or((text, "0"));
    let number = |p: &str| {
        (1..=9).contains(&p.len()) && p.bytes().all(|b| b.is_ascii_digit()) && (p == "0" || !p.starts_with('0'))
    };
    let pre_fits = !pre.is_empty() && pre.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.' || b == b'-');
    core.split('.').count() == 3 && core.split('.').all(number) && pre_fits
}
