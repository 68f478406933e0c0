//! Words that are missing from a text: `{{c1::word::hint}}` as Anki writes them, `{{1}}` as packs do.

use std::fmt::Write as _;

/// A text with gaps, taken apart.
pub(super) struct Marked {
    /// With `{{1}}` and so on.
    pub text: String,
    /// The words.
    pub gaps: Vec<String>,
    /// What the author wrote as a hint in a gap.
    pub hints: Vec<String>,
}

/// A text with `{{c1::word}}` or `{{c1::word::hint}}`; `None` when it has no such gap. Each is a gap of its own, in the order of the text; one within
/// another is part of the outer word.
pub(super) fn gaps_of(text: &str) -> Option<Marked> {
    let mut marked = Marked { text: String::new(), gaps: Vec::new(), hints: Vec::new() };
    let mut rest = text;
    while let Some((before, inner, after)) = next_gap(rest) {
        let flat = without_gaps(inner);
        let (word, hint) = flat.split_once("::").unwrap_or((&flat, ""));
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

/// Braces that would look like a gap, set apart.
fn harmless(text: &str) -> String {
    text.replace("{{", "{ {").replace("{{", "{ {")
}

/// What stands before the next gap, in it, and behind it.
fn next_gap(text: &str) -> Option<(&str, &str, &str)> {
    let mut from = 0;
    loop {
        let at = from + text[from..].find("{{c")?;
        let digits = text[at + 3..].bytes().take_while(u8::is_ascii_digit).count();
        let start = at + 3 + digits;
        if digits > 0 && text[start..].starts_with("::") {
            let body = &text[start + 2..];
            let end = closing(body)?;
            return Some((&text[..at], &body[..end], &body[end + 2..]));
        }
        from = start;
    }
}

/// Where the braces of a gap close, those of gaps within it left out.
fn closing(body: &str) -> Option<usize> {
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
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    None
}

/// A text with the words of its gaps in their places.
fn without_gaps(text: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    // A gap within a gap within a gap: what is deeper than this is shown as it is.
    for _ in 0..64 {
        let Some((before, inner, after)) = next_gap(rest) else { break };
        let word = inner.split_once("::").map_or(inner, |(word, _)| word);
        let _ = write!(out, "{before}{word}");
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
