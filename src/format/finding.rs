//! What is wrong with a content file, and where.
//!
//! # Design
//!
//! A finding holds no sentence, because the one who reads it chooses the language. It holds a [`Said`]: the key of a message in
//! `assets/words/<language>/findings.ftl`, and the values that are put into it. This room may not name `words`; `packs::told` makes the sentence.
//! Whatever comes from a file goes through [`Said::with`], which takes out what could steer a terminal or begin a line, so no finding can carry it on.

use std::fmt;
use std::ops::Range;

use super::letters::one_line;

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// The item cannot be used as it is.
    Error,
    /// It can be used, but a learner or an author will be worse off.
    Warning,
    /// Worth knowing; never a reason to refuse.
    Info,
}

impl Severity {
    /// The word that stands in front of the message.
    pub fn word(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Info => "info",
        }
    }
}

/// A step on the way to a value inside a TOML file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step<'a> {
    /// Into the table, to this key.
    Key(&'a str),
    /// Into the array, to this place, from 0.
    At(usize),
    /// To this key of the table itself, and not to what it holds.
    Name(&'a str),
}

/// A way to a value inside a TOML file, kept until its place is asked for.
///
/// Clean files never need places, so the values themselves carry none: a rule names the way, and only a file that has a
/// finding is parsed again to turn ways into places.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Way(Vec<OwnedStep>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum OwnedStep {
    Key(Box<str>),
    At(usize),
    Name(Box<str>),
}

impl Way {
    /// The file itself.
    pub fn root() -> Self {
        Way::default()
    }

    /// One key deeper.
    pub fn key(mut self, key: &str) -> Self {
        self.0.push(OwnedStep::Key(key.into()));
        self
    }

    /// The key itself where it is what is wrong, such as the name of a point in `marks`; nothing is deeper.
    pub fn name(mut self, key: &str) -> Self {
        self.0.push(OwnedStep::Name(key.into()));
        self
    }

    /// One place of a list deeper, from 0.
    pub fn at(mut self, index: usize) -> Self {
        self.0.push(OwnedStep::At(index));
        self
    }

    /// The entry `index` of the list `key`: `[[question]]` number 3 is `Way::item("question", 2)`.
    pub fn item(key: &str, index: usize) -> Self {
        Way::root().key(key).at(index)
    }

    /// Its steps, outermost first.
    pub fn steps(&self) -> impl Iterator<Item = Step<'_>> {
        self.0.iter().map(|step| match step {
            OwnedStep::Key(key) => Step::Key(key),
            OwnedStep::At(index) => Step::At(*index),
            OwnedStep::Name(key) => Step::Name(key),
        })
    }
}

/// Where in a file something is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// Bytes of the file.
    Span(Range<usize>),
    /// A value of a TOML file.
    Way(Way),
}

/// A sentence, or a part of one, that has no language yet.
///
/// The order is that of keys and values: it is the same whichever language is read.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Said {
    key: &'static str,
    args: Vec<(&'static str, Value)>,
}

/// What is put into a sentence.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Value {
    /// A text that is the same in every language: a name, a quoted word, code.
    Text(Box<str>),
    /// A number, which decides a plural too.
    Number(i64),
    /// A word or a part that has a message of its own.
    Said(Said),
    /// Several such parts in a row.
    Row(Vec<Said>),
}

/// The message of this key, without values yet. Write the key as a string literal: a test looks for it.
pub fn said(key: &'static str) -> Said {
    // Nothing is allocated before there is a value.
    Said { key, args: Vec::new() }
}

impl Said {
    /// With a value, by the name that the message has for it.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Value>) -> Self {
        let value = match value.into() {
            Value::Text(text) => Value::Text(one_line(&text, ' ').into()),
            // The parts came this way themselves.
            other => other,
        };
        self.args.push((name, value));
        self
    }

    /// "Did you mean `prompt`?" when something is near, else another word of help.
    pub fn near(near: Option<&str>, or: impl Into<Said>) -> Said {
        near.map_or_else(|| or.into(), |near| said("find-did-you-mean").with("near", near))
    }

    /// The key of its message.
    pub fn key(&self) -> &'static str {
        self.key
    }

    /// Its values by name, in the order in which they were given.
    pub fn args(&self) -> &[(&'static str, Value)] {
        &self.args
    }
}

/// For the build, and for tests that fail: the key, and in brackets the values.
impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key)?;
        for (n, (name, value)) in self.args.iter().enumerate() {
            write!(f, "{}{name}: {value}", if n == 0 { " (" } else { ", " })?;
        }
        f.write_str(if self.args.is_empty() { "" } else { ")" })
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Number(number) => write!(f, "{number}"),
            Value::Said(said) => write!(f, "{said}"),
            Value::Row(all) => all.iter().try_for_each(|said| write!(f, "[{said}]")),
        }
    }
}

impl From<&'static str> for Said {
    fn from(key: &'static str) -> Self {
        said(key)
    }
}

macro_rules! value_from {
    ($($from:ty: $it:ident => $value:expr;)*) => {$(
        impl From<$from> for Value {
            fn from($it: $from) -> Self { $value }
        }
    )*};
}
value_from! {
    &str: text => Value::Text(text.into());
    &String: text => Value::Text(text.as_str().into());
    &Box<str>: text => Value::Text(text.clone());
    String: text => Value::Text(text.into());
    u8: n => Value::Number(n.into());
    u16: n => Value::Number(n.into());
    u32: n => Value::Number(n.into());
    i64: n => Value::Number(n);
    u64: n => Value::Number(i64::try_from(n).unwrap_or(i64::MAX));
    usize: n => Value::Number(i64::try_from(n).unwrap_or(i64::MAX));
    Said: said => Value::Said(said);
    Vec<Said>: all => Value::Row(all);
}

/// A second place that explains a finding, such as the first of two equal ids.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// The file, when it is another one than the finding's own: path within the pack.
    pub file: Option<Box<str>>,
    /// Where in it.
    pub spot: Spot,
    /// What is to be seen there.
    pub text: Said,
}

/// What `pack check --fix` may write: a word that stands at some places becomes another one.
///
/// It is set only where it follows from the format and touches no text that a learner reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// Bytes of the file where the word may stand: first that of the finding, then one for each dotted key below it.
    pub spans: Vec<Range<usize>>,
    /// The word as it is.
    pub was: Box<str>,
    /// What it should be.
    pub with: Box<str>,
}

/// A finding in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Its number: `J002`. Numbers are never reused.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub spot: Spot,
    /// What is wrong, a sentence without a full stop.
    pub message: Said,
    /// What to write instead, if that can be said.
    pub help: Option<Said>,
    /// Further places.
    pub labels: Vec<Label>,
    /// What can be written instead without asking.
    pub edit: Option<Box<Edit>>,
}

impl Finding {
    /// An error at a place.
    pub fn error(code: &'static str, spot: Spot, message: impl Into<Said>) -> Self {
        let message = message.into();
        Finding { code, severity: Severity::Error, spot, message, help: None, labels: Vec::new(), edit: None }
    }

    /// A warning at a place.
    pub fn warning(code: &'static str, spot: Spot, message: impl Into<Said>) -> Self {
        Finding { severity: Severity::Warning, ..Finding::error(code, spot, message) }
    }

    /// Information at a place.
    pub fn info(code: &'static str, spot: Spot, message: impl Into<Said>) -> Self {
        Finding { severity: Severity::Info, ..Finding::error(code, spot, message) }
    }

    /// With a word on what to write instead.
    pub fn help(mut self, help: impl Into<Said>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// With what can be written instead without asking.
    pub fn edit(mut self, edit: Option<Edit>) -> Self {
        self.edit = edit.map(Box::new);
        self
    }

    /// With a second place in the same file.
    pub fn label(mut self, spot: Spot, text: impl Into<Said>) -> Self {
        self.labels.push(Label { file: None, spot, text: text.into() });
        self
    }

    /// With a second place in another file of the pack.
    pub fn label_in(mut self, file: &str, spot: Spot, text: impl Into<Said>) -> Self {
        self.labels.push(Label { file: Some(file.into()), spot, text: text.into() });
        self
    }
}

/// Whether any of the findings is an error.
pub fn has_errors(findings: &[Finding]) -> bool {
    findings.iter().any(|f| f.severity == Severity::Error)
}

/// Where the lines of a text begin, for many places of it.
#[derive(Debug)]
pub struct Lines<'s> {
    source: &'s str,
    starts: Vec<usize>,
}

impl<'s> Lines<'s> {
    /// Those of a text.
    pub fn of(source: &'s str) -> Self {
        let starts = std::iter::once(0).chain(source.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Lines { source, starts }
    }

    /// Line and column of a byte, both from 1; the column counts characters. A byte behind the end is the end.
    pub fn at(&self, byte: usize) -> (usize, usize) {
        let byte = floor(self.source, byte);
        let line = self.line(byte);
        (line, self.source[self.start(line)..byte].chars().count() + 1)
    }

    /// The line of a byte, from 1, for those who need no column: that is counted over the whole line.
    pub fn line(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte)
    }

    /// The byte at which a line begins, from 1; for a line that is not there, where the text ends.
    pub fn start(&self, line: usize) -> usize {
        self.starts.get(line.saturating_sub(1)).copied().unwrap_or(self.source.len())
    }

    /// The whole lines that a range touches: the number of the first, from 1, and their text. Behind the last line feed there is no line.
    pub fn around(&self, range: &Range<usize>) -> (usize, &'s str) {
        let end = self.start(self.line(range.end) + 1);
        let mut first = self.line(range.start);
        if first > 1 && self.start(first) == self.source.len() {
            first -= 1;
        }
        (first, &self.source[self.start(first)..end])
    }

    /// The text.
    pub fn source(&self) -> &'s str {
        self.source
    }
}

/// The last place at or before `byte` where a character begins, or the end of the text. (`str::floor_char_boundary` needs Rust 1.91.)
pub fn floor(text: &str, byte: usize) -> usize {
    let mut byte = byte.min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}

/// Line and column of one byte of `source`; see [`Lines::at`].
pub fn line_column(source: &str, byte: usize) -> (usize, usize) {
    Lines::of(source).at(byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_and_lines_count_from_one() {
        let source = "a = 1\nné→ = 2\n";
        assert_eq!(line_column(source, 0), (1, 1));
        assert_eq!(line_column(source, source.find('=').unwrap_or(0)), (1, 3));
        assert_eq!(line_column(source, source.rfind('=').unwrap_or(0)), (2, 5));
        assert_eq!(line_column(source, 10_000), (3, 1));
    }

    #[test]
    fn what_could_steer_a_terminal_is_gone_from_every_value() {
        let word = said("word").with("text", "a\u{1b}[2J");
        let whole = said("x").with("file", String::from("b\u{202e}")).with("word", word).with("n", 2_usize);
        assert_eq!(whole.to_string(), "x (file: b\u{fffd}, word: word (text: a\u{fffd}[2J), n: 2)");
        assert_eq!(said("x").to_string(), "x");
        let forged = said("x").with("key", "a\nerror[J001]: forged").with("n", "b\r\n\tc");
        assert_eq!(forged.to_string(), "x (key: a error[J001]: forged, n: b   c)");
    }

    #[test]
    fn a_byte_inside_a_character_belongs_to_that_character() {
        assert_eq!(line_column("→x", 1), (1, 1));
        assert_eq!(line_column("→x", 3), (1, 2));
    }
}
