//! From the text of a content file to its structs and everything that is wrong with it.
//!
//! A file is parsed once with recovery, so that one slip does not hide the rest; each item is walked against the shape of its kind,
//! and only a clean one is deserialised. The kind's enum is built by hand from its plain struct: no tagged, untagged or flattened serde,
//! because those lose the places.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::ops::Range;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::finding::{Finding, Lines, Spot, Step, Way, has_errors, said};
use super::letters;
use super::limits;
use super::shape::{Shape, Table};
use super::shapes;
use super::suggest::nearest;
use super::types::{Checklists, Common, Day, Glossary, Kind, Ladder, Pack, Path, Personas, Prompt, Question, Topic};
use super::value::Value;
use super::walk::{Langs, Walk};

/// What came of reading a file.
#[derive(Debug)]
pub struct Read<T> {
    /// The value, when it can be used.
    pub value: Option<T>,
    /// Everything that was noticed, in the order of the file.
    pub findings: Vec<Finding>,
}

/// A question and where it stands: the first `[[question]]` is 0. Broken neighbours keep their numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbered {
    /// Its place in the file.
    pub index: usize,
    /// The question.
    pub question: Question,
}

/// The clean questions of a file.
#[derive(Debug, Default)]
pub struct Questions {
    /// In the order of the file.
    pub items: Vec<Numbered>,
    /// How many there are with the broken ones.
    pub written: usize,
}

/// A prompt and where it stands: the first `[[prompt]]` is 0. Broken neighbours keep their numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct NumberedPrompt {
    /// Its place in the file.
    pub index: usize,
    /// The prompt.
    pub prompt: Prompt,
}

/// The clean prompts of a file.
#[derive(Debug, Default)]
pub struct Prompts {
    /// In the order of the file.
    pub items: Vec<NumberedPrompt>,
    /// How many there are with the broken ones.
    pub written: usize,
}

/// The text of a file as it is read: without a byte order mark, and with line feeds alone.
pub fn clean_source(source: String) -> String {
    let source = match source.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => source,
    };
    if source.contains("\r\n") { source.replace("\r\n", "\n") } else { source }
}

/// `pack.toml`.
pub fn pack(source: &str) -> Read<Pack> {
    whole_in(source, promised, &shapes::PACK)
}

/// The languages that the table of a `pack.toml` promises, before it is known whether it is sound.
fn promised(pack: &DeTable<'_>) -> Langs {
    let list = pack.get("languages").and_then(|list| list.get_ref().as_array());
    Langs::of(list.into_iter().flatten().filter_map(|code| code.get_ref().as_str()))
}

/// `topic.toml`.
pub fn topic(source: &str, langs: Langs) -> Read<Topic> {
    whole(source, langs, &shapes::TOPIC)
}

/// `glossary.toml`.
pub fn glossary(source: &str, langs: Langs) -> Read<Glossary> {
    whole(source, langs, &shapes::GLOSSARY)
}

/// `paths/*.toml`.
pub fn path(source: &str, langs: Langs) -> Read<Path> {
    whole(source, langs, &shapes::PATH)
}

/// `personas.toml`.
pub fn personas(source: &str, langs: Langs) -> Read<Personas> {
    whole(source, langs, &shapes::PERSONAS)
}

/// `ladder.toml`.
pub fn ladder(source: &str, langs: Langs) -> Read<Ladder> {
    whole(source, langs, &shapes::LADDER)
}

/// `checklists.toml`.
pub fn checklists(source: &str, langs: Langs) -> Read<Checklists> {
    whole(source, langs, &shapes::CHECKLISTS)
}

/// `days/*.toml`.
pub fn day(source: &str, langs: Langs) -> Read<Day> {
    whole(source, langs, &shapes::DAY)
}

/// A file that is one table and one struct.
fn whole<T: DeserializeOwned>(source: &str, langs: Langs, shape: &Table) -> Read<T> {
    whole_in(source, |_| langs, shape)
}

/// The same in the languages that the table itself promises.
fn whole_in<T: DeserializeOwned>(source: &str, langs: impl Fn(&DeTable<'_>) -> Langs, shape: &Table) -> Read<T> {
    let (root, mut findings) = parse(source);
    let broken = !findings.is_empty();
    let mut walk = Walk::new(langs(root.get_ref()));
    walk.table(root.get_ref(), shape, 0..0);
    merge(&mut findings, walk.findings, source);
    let clean = !broken && !has_errors(&findings);
    let value = clean.then(|| from_table(root.into_inner(), 0..0));
    let value = settle(value, &mut findings);
    Read { value, findings: in_order(findings) }
}

/// `questions.toml`.
pub fn questions(source: &str, langs: Langs) -> Read<Questions> {
    let many = "find-many-questions";
    let entries = Entries { key: "question", file: "questions.toml", most: limits::QUESTIONS, many };
    let Read { value, findings } = each(source, langs, &entries, question);
    let value = value.map(|(items, written)| {
        let items = items.into_iter().map(|(index, question)| Numbered { index, question });
        Questions { items: items.collect(), written }
    });
    Read { value, findings }
}

/// `prompts.toml`.
pub fn prompts(source: &str, langs: Langs) -> Read<Prompts> {
    let many = "find-many-prompts";
    let entries = Entries { key: "prompt", file: "prompts.toml", most: limits::PROMPTS, many };
    let Read { value, findings } = each(source, langs, &entries, prompt);
    let value = value.map(|(items, written)| {
        let items = items.into_iter().map(|(index, prompt)| NumberedPrompt { index, prompt });
        Prompts { items: items.collect(), written }
    });
    Read { value, findings }
}

/// A file that is a list of tables.
struct Entries {
    key: &'static str,
    file: &'static str,
    most: usize,
    /// What is told of more.
    many: &'static str,
}

/// The clean entries with their numbers, and how many are written.
type Each<T> = (Vec<(usize, T)>, usize);

/// Reads a list of tables, each on its own: a broken entry leaves its neighbours alone.
fn each<T>(
    source: &str,
    langs: Langs,
    entries: &Entries,
    one: impl Fn(Spanned<DeValue<'_>>, &mut Walk) -> Option<T>,
) -> Read<Each<T>> {
    let Entries { key: name, file, most, many } = *entries;
    let (root, mut findings) = parse(source);
    let broken = !findings.is_empty();
    let mut walk = Walk::new(langs);
    let mut value = (Vec::new(), 0);
    for (key, list) in root.into_inner() {
        match (&**key.get_ref(), list.into_inner()) {
            (written, DeValue::Array(items)) if written == name => {
                value.1 = items.len();
                if items.len() > most {
                    let message = said(many).with("n", items.len());
                    let help = said("find-many-help").with("most", most);
                    let first = items.get(most).map_or_else(|| key.span(), Spanned::span);
                    walk.findings.push(Finding::error("J009", Spot::Span(first), message).help(help));
                }
                for (index, item) in items.into_iter().enumerate() {
                    let read = one(item, &mut walk);
                    if let (Some(read), false) = (read, broken) {
                        value.0.push((index, read));
                    }
                }
            }
            (written, _) if written == name => walk.findings.push(
                Finding::error("J003", Spot::Span(key.span()), said("find-list-of-tables").with("key", name))
                    .help(said("find-list-of-tables-help").with("key", name)),
            ),
            (other, _) => walk.findings.push(
                Finding::error(
                    "J002",
                    Spot::Span(key.span()),
                    said("find-file-key").with("file", file).with("key", other),
                )
                .help(said("find-file-key-help").with("key", name)),
            ),
        }
    }
    merge(&mut findings, walk.findings, source);
    Read { value: Some(value), findings: in_order(findings) }
}

/// One prompt; the value only when it is clean.
fn prompt(item: Spanned<DeValue<'_>>, walk: &mut Walk) -> Option<Prompt> {
    let span = item.span();
    let before = walk.findings.len();
    walk.value(&item, &Shape::Table(&shapes::PROMPT), "prompt");
    if has_errors(&walk.findings[before..]) {
        return None;
    }
    let DeValue::Table(table) = item.into_inner() else {
        return None;
    };
    from_table(table, span).map_err(|finding| walk.findings.push(*finding)).ok()
}

/// One question: its kind first, then everything of that kind; the value only when it is clean.
fn question(item: Spanned<DeValue<'_>>, walk: &mut Walk) -> Option<Question> {
    let span = item.span();
    let DeValue::Table(table) = item.get_ref() else {
        walk.value(&item, &Shape::Table(&shapes::ANY_QUESTION), "question");
        return None;
    };
    let word = table.get("kind").and_then(|kind| kind.get_ref().as_str());
    let Some((word, shape)) = word.and_then(|w| Some((kind_word(w)?, shapes::question(w)?))) else {
        return unknown_kind(table, span, walk);
    };
    let before = walk.findings.len();
    walk.table(table, shape, span.clone());
    if has_errors(&walk.findings[before..]) {
        return None;
    }
    let DeValue::Table(table) = item.into_inner() else {
        return None;
    };
    match build(word, table, span) {
        Ok(question) => Some(question),
        Err(finding) => {
            walk.findings.push(*finding);
            None
        }
    }
}

/// Without a kind only the common keys can be judged, and what was probably meant to be `kind`.
fn unknown_kind(table: &DeTable<'_>, span: Range<usize>, walk: &mut Walk) -> Option<Question> {
    let names = || shapes::COMMON.iter().map(|field| field.name);
    let has_kind = table.contains_key("kind");
    let judged = |key: &str| names().any(|name| name == key) || (!has_kind && nearest(key, names()) == Some("kind"));
    let common: DeTable<'_> = table
        .iter()
        .filter(|(key, _)| judged(key.get_ref()))
        .map(|(key, value)| (key.clone(), value.clone()))
        .collect();
    walk.table(&common, &shapes::ANY_QUESTION, span);
    None
}

fn kind_word(word: &str) -> Option<&'static str> {
    shapes::KINDS.into_iter().find(|kind| *kind == word)
}

/// Splits a clean question into what all kinds share and what its kind adds, and deserialises both.
fn build(word: &str, table: DeTable<'_>, span: Range<usize>) -> Result<Question, Box<Finding>> {
    let mut common = DeTable::default();
    let mut own = DeTable::default();
    for (key, value) in table {
        let name = &**key.get_ref();
        if name == "kind" {
            continue;
        }
        let part = if shapes::COMMON.iter().any(|f| f.name == name) { &mut common } else { &mut own };
        part.insert(key, value);
    }
    let common: Common = from_table(common, span.clone())?;
    let kind = match word {
        "single" => Kind::Single(from_table(own, span)?),
        "multi" => Kind::Multi(from_table(own, span)?),
        "true_false" => Kind::TrueFalse(from_table(own, span)?),
        "short" => Kind::Short(from_table(own, span)?),
        "cloze" => Kind::Cloze(from_table(own, span)?),
        "order" => Kind::Order(from_table(own, span)?),
        "match" => Kind::Match(from_table(own, span)?),
        "line" => Kind::Line(from_table(own, span)?),
        _ => Kind::Scenario(from_table(own, span)?),
    };
    Ok(Question { common, kind })
}

/// A walk that found nothing and a struct that still refuses mean that shapes and types have drifted apart; then it is said like any
/// other mistake.
fn from_table<T: for<'de> Deserialize<'de>>(table: DeTable<'_>, span: Range<usize>) -> Result<T, Box<Finding>> {
    let value = Spanned::new(span.clone(), DeValue::Table(table));
    T::deserialize(Value(value)).map_err(|misfit| {
        let message = said("find-misfit").with("why", misfit.message);
        Box::new(Finding::error("J003", Spot::Span(misfit.span.unwrap_or(span)), message))
    })
}

fn settle<T>(value: Option<Result<T, Box<Finding>>>, findings: &mut Vec<Finding>) -> Option<T> {
    match value? {
        Ok(value) => Some(value),
        Err(finding) => {
            findings.push(*finding);
            None
        }
    }
}

/// Parses with recovery; the findings are the syntax errors.
fn parse(source: &str) -> (Spanned<DeTable<'_>>, Vec<Finding>) {
    let (root, errors) = DeTable::parse_recoverable(source);
    let findings = errors.into_iter().map(|error| syntax_error(source, error.span(), error.message())).collect();
    (root, findings)
}

fn syntax_error(source: &str, span: Option<Range<usize>>, message: &str) -> Finding {
    let first = span.as_ref().and_then(|span| source.get(span.start..)?.chars().next());
    let spot = span.map_or(Spot::File, Spot::Span);
    if let Some(quote) = first.filter(|c| letters::is_typographic_quote(*c)) {
        let message = said(TYPOGRAPHIC).with("quote", String::from(quote));
        return Finding::error("J001", spot, message).help("find-syntax-quote-help");
    }
    if message.starts_with("invalid boolean") {
        return Finding::error("J003", spot, "find-true-false").help("find-true-false-help");
    }
    let help = if message.starts_with("duplicate key") { "find-syntax-twice-help" } else { "find-syntax-help" };
    Finding::error("J001", spot, said("find-syntax").with("why", message)).help(help)
}

/// What is told of a text that was pasted from a word processor.
const TYPOGRAPHIC: &str = "find-syntax-quote";

/// Adds what the walk found to the syntax errors, without what only follows from them.
///
/// After a syntax error the recovered rest is a guess, so nothing that is *missing* is believed, and a line gets one word: a second one is one
/// too many, whoever says it. A value that is no value (`right = ture`) is said by its key's type, which knows what to write; but a string in
/// typographic quotes is read with them, and what its letters may be is asked when they are gone.
fn merge(syntax: &mut Vec<Finding>, walked: Vec<Finding>, source: &str) {
    if syntax.is_empty() {
        *syntax = walked;
        return;
    }
    let lines = Lines::of(source);
    let line = |finding: &Finding| match &finding.spot {
        Spot::Span(span) => lines.line(span.start),
        _ => 1,
    };
    // By line, the place in the list of what is told of it.
    let mut told: HashMap<usize, usize> = HashMap::new();
    for (at, finding) in syntax.iter().enumerate() {
        told.entry(line(finding)).or_insert(at);
    }
    for finding in walked {
        if let "J004" | "J009" | "J150" = finding.code {
            continue;
        }
        match told.entry(line(&finding)) {
            Slot::Vacant(slot) => {
                slot.insert(syntax.len());
                syntax.push(finding);
            }
            Slot::Occupied(slot) => {
                let said = &mut syntax[*slot.get()];
                let is_type = said.message.key() != TYPOGRAPHIC || finding.message.key() == "find-wrong-type";
                if finding.code == "J003" && is_type {
                    *said = finding;
                }
            }
        }
    }
}

fn in_order(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by_key(|f| match &f.spot {
        Spot::Span(span) => span.start,
        _ => 0,
    });
    findings
}

/// Where the values are: each way as bytes of `source`. As deep as the way can be followed.
pub fn locate(source: &str, ways: &[&Way]) -> Vec<Range<usize>> {
    let (root, _) = DeTable::parse_recoverable(source);
    ways.iter().map(|way| locate_one(root.get_ref(), way)).collect()
}

fn locate_one(root: &DeTable<'_>, way: &Way) -> Range<usize> {
    let mut steps = way.steps();
    let mut found = 0..0;
    let Some(Step::Key(first)) = steps.next() else {
        return found;
    };
    let Some((key, mut value)) = root.get_key_value(first) else {
        return found;
    };
    found = place(Some(key.span()), value);
    for step in steps {
        let (key, next) = match (step, value.get_ref()) {
            (Step::Key(key), DeValue::Table(table)) => match table.get_key_value(key) {
                Some((key, next)) => (Some(key.span()), next),
                None => return found,
            },
            (Step::At(index), DeValue::Array(items)) => match items.get(index) {
                Some(next) => (None, next),
                None => return found,
            },
            (Step::Name(name), DeValue::Table(table)) => {
                return table.get_key_value(name).map_or(found, |(key, _)| key.span());
            }
            _ => return found,
        };
        found = place(key, next);
        value = next;
    }
    found
}

/// A plain value is where it is written; a table that dotted keys make, and a list, are where their key is.
fn place(key: Option<Range<usize>>, value: &Spanned<DeValue<'_>>) -> Range<usize> {
    match (key, value.get_ref()) {
        (Some(key), DeValue::Table(_) | DeValue::Array(_)) => key,
        _ => value.span(),
    }
}
