//! The walk of a parsed TOML value against a [`Shape`]: everything that is wrong, at once, with places.
//!
//! It allocates nothing for what is right.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::finding::{Edit, Finding, Spot};
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

    fn error(&mut self, code: &'static str, span: Range<usize>, message: String, help: impl Into<String>) {
        self.findings.push(Finding::error(code, Spot::Span(span), message).help(help));
    }

    /// Walks a table. `span` is where it begins, for what is missing in it.
    pub fn table(&mut self, table: &DeTable<'_>, shape: &Table, span: Range<usize>) {
        let mut seen = 0u64;
        for (key, value) in table {
            match shape.find(key.get_ref()) {
                Some((position, field)) => {
                    seen |= 1 << position;
                    self.value(value, &field.shape, field.name);
                }
                // What was probably meant is not missing as well.
                None => {
                    seen |=
                        self.unknown(key, value, shape, seen | known(table, shape)).map_or(0, |position| 1 << position)
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
        let shown = letters::without_hostile(key.get_ref());
        let near = nearest(key.get_ref(), shape.all().map(|f| f.name));
        let help = match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => {
                let known: Vec<&str> = shape.all().map(|f| f.name).collect();
                format!("{} has these keys: {}", shape.what, known.join(", "))
            }
        };
        let message = format!("{} has no key `{shown}`", shape.what);
        let sure = sure(key.get_ref(), shape.all().map(|f| f.name))
            .filter(|name| shape.find(name).is_some_and(|(position, _)| taken & (1 << position) == 0));
        let edit = sure.map(|name| rename(key, value, name));
        self.findings.push(Finding::error("J002", Spot::Span(key.span()), message).help(help).edit(edit));
        near.and_then(|name| Some(shape.find(name)?.0))
    }

    fn missing(&mut self, field: &Field, shape: &Table, span: Range<usize>) {
        let message = format!("{} needs `{}`", shape.what, field.name);
        self.error("J004", span, message, format!("add {}", sample(field)));
    }

    /// Walks a value. `name` is the key that holds it.
    pub fn value(&mut self, value: &Value<'_>, shape: &Shape, name: &'static str) {
        match shape {
            Shape::Text => self.text(value, name),
            Shape::Table(table) => match value.get_ref() {
                DeValue::Table(inner) => self.table(inner, table, value.span()),
                _ => self.wrong(value, name, table.what, "write a table, `{ ... }` or `[[...]]`"),
            },
            Shape::List(inner, least, most) => self.list(value, inner, *least, *most, name),
            Shape::Twins(inner, least, most) => self.lists(value, inner, (*least, *most), name),
            Shape::Map(inner, most) => self.map(value, inner, *most, name),
            Shape::Bool if value.get_ref().is_bool() => {}
            Shape::Bool => self.wrong(value, name, "true or false", &format!("write `{name} = true`")),
            Shape::Int(low, high) => self.int(value, *low, *high, name),
            _ => self.string(value, shape, name),
        }
    }

    fn wrong(&mut self, value: &Value<'_>, name: &str, wanted: &str, help: &str) {
        let found = value.get_ref().type_str();
        let message = format!("`{name}` must be {wanted}, not {}", article(found));
        self.error("J003", value.span(), message, help);
    }

    fn int(&mut self, value: &Value<'_>, low: i64, high: i64, name: &str) {
        let wanted = if low == high { format!("{low}") } else { format!("a whole number from {low} to {high}") };
        let Some(number) = value.get_ref().as_integer() else {
            return self.wrong(value, name, &wanted, &format!("write `{name} = {low}`"));
        };
        let read = i64::from_str_radix(number.as_str(), number.radix());
        if !read.is_ok_and(|n| (low..=high).contains(&n)) {
            let message = format!("`{name}` must be {wanted}");
            self.error("J003", value.span(), message, format!("the nearest is {low} or {high}"));
        }
    }

    fn list(&mut self, value: &Value<'_>, inner: &Shape, least: usize, most: usize, name: &'static str) {
        let Some(items) = value.get_ref().as_array() else {
            return self.wrong(value, name, "a list", "write `[...]`, or `[[...]]` for each entry");
        };
        if items.len() < least || items.len() > most {
            // The first one too many, or where there are too few of them.
            let place = items.get(most).or(items.first());
            let span = place.map_or_else(|| value.span(), Spanned::span);
            let message = format!("`{name}` has {}", entries(items.len()));
            self.error("J009", span, message, format!("it may have {least} to {most}"));
        }
        for item in items {
            self.value(item, inner, name);
        }
    }

    /// A list for each language.
    fn lists(&mut self, value: &Value<'_>, inner: &Shape, (least, most): (usize, usize), name: &'static str) {
        let DeValue::Table(twins) = value.get_ref() else {
            let help = format!("write `{name}.en = [...]` and `{name}.id = [...]`");
            return self.wrong(value, name, "a list for each language", &help);
        };
        for (key, value) in twins {
            match &**key.get_ref() {
                "en" | "id" => self.list(value, inner, least, most, name),
                other => self.no_language(other, key.span(), name),
            }
        }
        self.both(twins, value.span(), name, "list");
    }

    /// A table with keys of the author's choice.
    fn map(&mut self, value: &Value<'_>, inner: &Shape, most: usize, name: &'static str) {
        let DeValue::Table(entries) = value.get_ref() else {
            return self.wrong(value, name, "a table", &format!("write `{name} = {{ ... }}`"));
        };
        if entries.len() > most {
            let message = format!("`{name}` has {}", self::entries(entries.len()));
            self.error("J009", value.span(), message, format!("it may have at most {most}"));
        }
        for (key, value) in entries {
            if !letters::is_id(key.get_ref()) || key.get_ref().len() > limits::ID_BYTES {
                let message = format!("a key of `{name}` must be {}", wanted(&Shape::Id));
                self.error("J003", key.span(), message, example(&Shape::Id));
            }
            self.value(value, inner, name);
        }
    }

    fn no_language(&mut self, other: &str, span: Range<usize>, name: &str) {
        let other = letters::without_hostile(other);
        self.error("J002", span, format!("`{name}` has no language `{other}`"), "the languages are `en` and `id`");
    }

    /// That there is something, and that it is there in every language that the pack promises.
    fn both(&mut self, twins: &DeTable<'_>, span: Range<usize>, name: &str, what: &str) {
        let has = |code: &str| twins.get(code).is_some();
        if !has("en") && !has("id") {
            let help = format!("add `{name}.en` and `{name}.id`");
            return self.error("J004", span, format!("`{name}` has no {what}"), help);
        }
        for code in self.langs.codes().filter(|code| !has(code)) {
            let message = format!("`{name}` has no `{code}` twin");
            self.findings.push(
                Finding::warning("J150", Spot::Span(span.clone()), message)
                    .help(format!("add `{name}.{code}`; learners see the other language until then")),
            );
        }
    }

    fn text(&mut self, value: &Value<'_>, name: &'static str) {
        match value.get_ref() {
            DeValue::String(text) => {
                self.letters(text, value.span(), name, limits::TEXT_BYTES, false);
                if self.langs == Langs::BOTH && is_sentence(name, text) {
                    let message = format!("`{name}` is a sentence for both languages");
                    let help = format!("write `{name}.en` and `{name}.id`; one plain string is for what both share");
                    self.findings.push(Finding::warning("J153", Spot::Span(value.span()), message).help(help));
                }
            }
            DeValue::Table(twins) => self.twins(twins, value.span(), name),
            _ => {
                let help = format!("write `{name}.en` and `{name}.id`, or one string for both");
                self.wrong(value, name, "text", &help);
            }
        }
    }

    fn twins(&mut self, twins: &DeTable<'_>, span: Range<usize>, name: &'static str) {
        for (key, value) in twins {
            match (&**key.get_ref(), value.get_ref()) {
                ("en" | "id", DeValue::String(text)) => {
                    self.letters(text, value.span(), name, limits::TEXT_BYTES, false);
                }
                ("en" | "id", _) => self.wrong(value, name, "text", "write a string"),
                (other, _) => self.no_language(other, key.span(), name),
            }
        }
        self.both(twins, span, name, "text");
    }

    fn string(&mut self, value: &Value<'_>, shape: &Shape, name: &'static str) {
        let DeValue::String(text) = value.get_ref() else {
            let help = format!("write `{name} = \"...\"`");
            return self.wrong(value, name, wanted(shape), &help);
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
                    let message = format!("`{name}` must be {}", wanted(shape));
                    self.error("J003", span, message, example(shape));
                }
            }
        }
    }

    fn one_of(&mut self, text: &str, words: &[&'static str], span: Range<usize>, name: &str) {
        let help = match nearest(text, words.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("it is one of: {}", words.join(", ")),
        };
        let shown = letters::without_hostile(text);
        self.error("J003", span, format!("`{name}` cannot be `{shown}`"), help);
    }

    /// What every string has to keep: not empty, not too long, no hostile letter, and one line where one is asked for.
    fn letters(&mut self, text: &str, span: Range<usize>, name: &str, most: usize, one_line: bool) {
        if text.trim().is_empty() {
            let message = format!("`{name}` is empty");
            return self.error("J004", span, message, "write it, or leave the key out where it is optional");
        }
        if text.len() > most {
            let message = format!("`{name}` has {} bytes", text.len());
            self.error("J009", span.clone(), message, format!("at most {most}"));
        }
        if let Some((_, c)) = letters::first_hostile(text) {
            let message = format!("`{name}` contains {}", letters::name(c));
            self.error("J010", span.clone(), message, "remove it: it could steer the reader's terminal");
        }
        if one_line && text.contains('\n') {
            self.error("J003", span, format!("`{name}` must be one line"), "remove the line break");
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

fn article(kind: &str) -> String {
    let an = kind.starts_with(['a', 'e', 'i', 'o', 'u']);
    format!("{} {kind}", if an { "an" } else { "a" })
}

fn wanted(shape: &Shape) -> &'static str {
    match shape {
        Shape::Id => "a kebab-case name",
        Shape::Topic => "the name of a topic",
        Shape::PromptName => "the name of a prompt",
        Shape::Item => "the name of a question",
        Shape::Outcome => "the id of an outcome",
        Shape::Day => "a day",
        Shape::Version => "a version",
        _ => "a string",
    }
}

fn example(shape: &Shape) -> String {
    match shape {
        Shape::Id => format!("small letters, digits and hyphens, at most {} bytes: `column-order`", limits::ID_BYTES),
        Shape::PromptName => "`schema`, `erd-ddl/schema`, or `pack/erd-ddl/schema` for another pack's".to_owned(),
        Shape::Topic => "`indexes`, or `pack/indexes` for another pack's".to_owned(),
        Shape::Item => "`pack/topic/question`".to_owned(),
        Shape::Outcome => "small letters, digits, hyphens and dots: `s0.c04.indexes`".to_owned(),
        Shape::Day => "`2026-11-21`".to_owned(),
        _ => "`0.1.0`".to_owned(),
    }
}

fn sample(field: &Field) -> String {
    let name = field.name;
    match field.shape {
        Shape::Text => format!("`{name}.en = \"...\"` and `{name}.id = \"...\"`"),
        Shape::Bool => format!("`{name} = true` or `{name} = false`"),
        Shape::Int(low, high) => format!("`{name} = {low}`, up to {high}"),
        Shape::OneOf(words) => format!("`{name} = \"{}\"`, or another of: {}", words[0], words.join(", ")),
        Shape::List(Shape::Table(_), least, _) => format!("at least {least} entries of `{name}`"),
        Shape::List(..) => format!("`{name} = [...]`"),
        Shape::Twins(..) => format!("`{name}.en = [...]` and `{name}.id = [...]`"),
        Shape::Table(_) | Shape::Map(..) => format!("`{name} = {{ ... }}`"),
        Shape::Code => format!("`{name} = '''...'''`"),
        _ => format!("`{name} = \"...\"`"),
    }
}

fn entries(n: usize) -> String {
    if n == 1 { "1 entry".to_owned() } else { format!("{n} entries") }
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
