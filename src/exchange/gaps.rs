//! Words that are missing from a text: `{{c1::word::hint}}` as Anki writes them, `{{1}}` as packs do.

use std::fmt::Write as _;

use crate::prose::{Role, inline};

/// A text with gaps, taken apart.
pub(super) struct Marked {
    /// With `{{1}}` and so on.
    pub text: String,
    /// The words.
    pub gaps: Vec<String>,
    /// What the author wrote as a hint in a gap.
    pub hints: Vec<String>,
}

/// What a backslash is in the words of gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Backslash {
    /// It takes the meaning of the sign behind it, as in all of our texts.
    Escapes,
    /// A letter, as in a text that somebody else wrote.
    Letter,
}

/// A text with `{{c1::word}}` or `{{c1::word::hint}}`; `None` when it has no such gap. Each is a gap of its own, in the order of the text; one within
/// another is part of the outer word.
///
/// What we write, and what becomes of a field of Anki, escapes the colons and braces of a word. Others write `{{c1::C:\}}`: from the first gap on
/// that would not close any more, backslashes are letters.
pub(super) fn gaps_of(text: &str) -> Option<Marked> {
    let mut marked = Marked { text: String::new(), gaps: Vec::new(), hints: Vec::new() };
    let mut rest = text;
    let mut backslash = Backslash::Escapes;
    loop {
        let Some((before, inner, after)) = next_gap(rest, Backslash::Letter, backslash) else {
            match backslash {
                Backslash::Escapes => backslash = Backslash::Letter,
                Backslash::Letter => break,
            }
            continue;
        };
        let flat = without_gaps(inner, backslash);
        let (word, hint) = parted(&flat, backslash);
        marked.gaps.push(word.trim().to_owned());
        if !hint.trim().is_empty() {
            marked.hints.push(format!("{}: {}", marked.gaps.len(), hint.trim()));
        }
        let _ = write!(marked.text, "{}{{{{{}}}}}", harmless(before), marked.gaps.len());
        rest = after;
    }
    marked.text.push_str(&harmless(rest));
    (!marked.gaps.is_empty()).then_some(marked)
}

/// A text that is no markup, such as code, in which backslashes are letters: the same, but in the words of its gaps each sign that means something
/// there has a backslash. `escaped` is that text with one before each such sign, wherever it stands.
pub(super) fn kept(escaped: &str) -> String {
    let mut out = String::with_capacity(escaped.len());
    let mut rest = escaped;
    while let Some((before, inner, after)) = next_gap(rest, Backslash::Escapes, Backslash::Escapes) {
        out.push_str(&unescaped(before));
        out.push_str(&rest[before.len()..rest.len() - after.len() - inner.len() - 2]);
        out.push_str(inner);
        out.push_str("}}");
        rest = after;
    }
    out + &unescaped(rest)
}

fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(&rest[..at]);
        let next = rest[at + 1..].chars().next();
        out.extend(next);
        rest = &rest[at + 1 + next.map_or(0, char::len_utf8)..];
    }
    out + rest
}

/// A word as a gap has it: its own colons and braces do not end the gap, and nothing in it is a mark.
pub(super) fn for_gap(word: &str) -> String {
    let is_plain = matches!(&inline(word)[..], [piece] if piece.text == word && piece.role == Role::Text);
    let mut out = String::with_capacity(word.len() + 8);
    for (c, is_special) in specials(word) {
        let is_mark = !is_plain && matches!(c, '\\' | '*' | '_' | '`');
        if is_special || is_mark {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The letters of a word, and whether each would mean something in a gap: braces that close one or open another, the second colon of two, and a
/// backslash at the end.
pub(super) fn specials(word: &str) -> impl Iterator<Item = (char, bool)> {
    let mut before = ' ';
    let mut letters = word.chars().peekable();
    std::iter::from_fn(move || {
        let c = letters.next()?;
        let next = letters.peek();
        let is_special = match c {
            '}' => true,
            '{' => next == Some(&'{'),
            ':' => before == ':',
            '\\' => next.is_none(),
            _ => false,
        };
        before = c;
        Some((c, is_special))
    })
}

/// Braces that would look like a gap, set apart.
fn harmless(text: &str) -> String {
    text.replace("{{", "{ {").replace("{{", "{ {")
}

/// What stands before the next gap, in it, and behind it; what backslashes are before it, and in it.
fn next_gap(text: &str, before: Backslash, within: Backslash) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let at = from + find(&text[from..], "{{c", before)?;
        let digits = text[at + 3..].bytes().take_while(u8::is_ascii_digit).count();
        let start = at + 3 + digits;
        if digits > 0 && text[start..].starts_with("::") {
            let body = &text[start + 2..];
            let end = closing(body, within)?;
            return Some((&text[..at], &body[..end], &body[end + 2..]));
        }
        from = start;
    }
}

/// Bytes of the letter that a text begins with, with the backslash that takes its meaning.
fn step(text: &str, backslash: Backslash) -> usize {
    let is_escape = backslash == Backslash::Escapes
        && text.strip_prefix('\\').is_some_and(|next| next.starts_with(|c: char| c.is_ascii_punctuation()));
    if is_escape { 2 } else { text.chars().next().map_or(1, char::len_utf8) }
}

/// Where something stands that no backslash takes the meaning of.
fn find(text: &str, what: &str, backslash: Backslash) -> Option<usize> {
    let mut at = 0;
    while at < text.len() {
        if text[at..].starts_with(what) {
            return Some(at);
        }
        at += step(&text[at..], backslash);
    }
    None
}

/// A word and its hint; an empty one when it has none.
fn parted(inner: &str, backslash: Backslash) -> (&str, &str) {
    find(inner, "::", backslash).map_or((inner, ""), |at| (&inner[..at], &inner[at + 2..]))
}

/// Where the braces of a gap close, those of gaps within it left out.
fn closing(body: &str, backslash: Backslash) -> Option<usize> {
    let (mut depth, mut at) = (0_usize, 0);
    while at < body.len() {
        let rest = &body[at..];
        if rest.starts_with("{{c") {
            depth += 1;
            at += 3;
        } else if rest.starts_with("}}") {
            if depth == 0 {
                return Some(at);
            }
            depth -= 1;
            at += 2;
        } else {
            at += step(rest, backslash);
        }
    }
    None
}

/// A text with the words of its gaps in their places.
fn without_gaps(text: &str, backslash: Backslash) -> String {
    let mut out = String::new();
    let mut rest = text;
    // A gap within a gap within a gap: what is deeper than this is shown as it is.
    for _ in 0..64 {
        let Some((before, inner, after)) = next_gap(rest, backslash, backslash) else { break };
        let _ = write!(out, "{before}{}", parted(inner, backslash).0);
        rest = after;
    }
    out + rest
}

/// A text with `{{1}}` and so on replaced, as far as there is a word for the number.
pub(super) fn with_gaps(text: &str, word: impl Fn(usize) -> Option<String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("{{") {
        let inner = &rest[at + 2..];
        let digits = inner.bytes().take_while(u8::is_ascii_digit).count();
        let is_gap = inner[digits..].starts_with("}}") && !inner.starts_with('0');
        match inner[..digits].parse().ok().filter(|_| is_gap).and_then(&word) {
            Some(word) => {
                out.push_str(&rest[..at]);
                out.push_str(&word);
                rest = &inner[digits + 2..];
            }
            None => {
                out.push_str(&rest[..at + 1]);
                rest = &rest[at + 1..];
            }
        }
    }
    out + rest
}
