//! Typed answers: what counts as the same word (CONTENT section 2, UX 7.1).
//!
//! Case, spaces, accents, hyphens and punctuation do not matter, unless the answer is made of punctuation (`C++`, `->`,
//! `*`). One slip (Damerau 1964: a letter missing, added, wrong, or two swapped) is forgiven in a word of
//! [`TYPO_LETTERS`] letters or more. Digits are never forgiven: `sha265` is not `sha256`, and `1.5` is not `15`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::domain::question::Blank;

/// A typo is forgiven in words of at least this many letters.
pub const TYPO_LETTERS: usize = 6;

/// A slip that was forgiven, and where to point at it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typo {
    /// The spelling that was meant.
    pub answer: Box<str>,
    /// Characters of the answer before the slip.
    pub answer_at: usize,
    /// Characters of the typed text before the slip.
    pub typed_at: usize,
}

/// What a typed word is to a blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fit {
    /// An answer or an accepted spelling.
    Right,
    /// An answer but for one slip.
    Slip(Typo),
    /// Another valid word, by its place in the blank's `near`: try again, without penalty.
    Near(usize),
    /// A word from the word bank, by its place in the blank's `distractors`.
    Distractor(usize),
    /// None of these.
    Other,
    /// Nothing was typed.
    Empty,
}

/// One character of a folded text, and which character of the original it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Folded {
    c: char,
    at: usize,
    /// Letters in the word that it stands in.
    letters: usize,
}

/// Judges what was typed into a blank. `own` are spellings that this learner had counted as right before.
pub fn fit<'a>(blank: &'a Blank, own: impl Iterator<Item = &'a str> + Clone, typed: &str) -> Fit {
    if typed.trim().is_empty() {
        return Fit::Empty;
    }
    let rights = || {
        [&*blank.answer.en, &*blank.answer.id]
            .into_iter()
            .chain(blank.accept.iter().map(|a| &**a))
            .chain(own.clone())
            .filter(|a| !a.trim().is_empty())
    };
    // The author may name a word that differs from the answer only in punctuation (`-hard` for `--hard`): the word as it
    // was typed comes before anything that is forgiven.
    if rights().any(|a| plain(a) == plain(typed)) {
        return Fit::Right;
    }
    if let Some(i) = place(&blank.near, |w| plain(w) == plain(typed)) {
        return Fit::Near(i);
    }
    if rights().any(|a| same(a, typed)) {
        return Fit::Right;
    }
    if let Some(i) = place(&blank.near, |w| same(w, typed)) {
        return Fit::Near(i);
    }
    if let Some(i) = place(&blank.distractors, |w| same(w, typed)) {
        return Fit::Distractor(i);
    }
    if let Some(typo) = rights().find_map(|a| slip(a, typed)) {
        return Fit::Slip(typo);
    }
    match place(&blank.near, |w| slip(w, typed).is_some()) {
        Some(i) => Fit::Near(i),
        None => Fit::Other,
    }
}

/// Whether two spellings are the same word, as seen from the first.
pub fn same(answer: &str, typed: &str) -> bool {
    let exact = made_of_punctuation(answer);
    let key = fold(answer, exact);
    let other = fold(typed, exact);
    !key.is_empty() && key.len() == other.len() && key.iter().zip(&other).all(|(a, b)| a.c == b.c)
}

fn place(words: &[crate::domain::question::Near], hit: impl Fn(&str) -> bool) -> Option<usize> {
    words.iter().position(|n| [&n.text.en, &n.text.id].into_iter().any(|w| !w.trim().is_empty() && hit(w)))
}

/// Only case and outer or repeated space forgiven.
fn plain(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").to_lowercase()
}

/// Whether leaving the punctuation out would leave out what is asked: a word of the answer is at least half punctuation.
///
/// A lone dash, comma or the like between words is not meant by this.
fn made_of_punctuation(answer: &str) -> bool {
    let counts = |word: &str| {
        let all = word.chars().count();
        (all, word.chars().filter(|c| c.is_alphanumeric()).count())
    };
    let (_, letters) = counts(answer);
    if letters == 0 {
        return true;
    }
    let prose = |c: char| matches!(c, '-' | '–' | '—' | '.' | ',' | ';' | ':' | '\'' | '"' | '`');
    answer.split_whitespace().any(|word| {
        let bare = word.trim_matches(|c| matches!(c, '"' | '\'' | '`'));
        let (all, letters) = counts(bare);
        letters * 2 <= all && !bare.chars().all(prose)
    })
}

/// Lower case without accents; without spaces, and without punctuation unless `exact`.
fn fold(text: &str, exact: bool) -> Vec<Folded> {
    let source: Vec<char> = text.nfc().collect();
    let mut out: Vec<Folded> = Vec::with_capacity(source.len());
    let mut word = 0;
    for (at, &c) in source.iter().enumerate() {
        let keep = match c {
            c if c.is_whitespace() => false,
            c if c.is_alphanumeric() || is_combining_mark(c) => true,
            _ => exact || within_number(&source, at),
        };
        if !c.is_alphanumeric() && !is_combining_mark(c) {
            measure(&mut out[word..]);
            word = out.len();
        }
        if !keep {
            continue;
        }
        let c = if c == ',' && !exact { '.' } else { c };
        let lower = std::iter::once(c).nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        out.extend(lower.map(|c| Folded { c, at, letters: 0 }));
        if !c.is_alphanumeric() && !is_combining_mark(c) {
            word = out.len();
        }
    }
    measure(&mut out[word..]);
    out
}

/// Notes the number of letters of a word in each of its characters.
fn measure(word: &mut [Folded]) {
    let letters = word.iter().filter(|f| f.c.is_alphabetic()).count();
    word.iter_mut().for_each(|f| f.letters = letters);
}

/// A decimal point or a minus sign changes a number; a separator of thousands does not.
fn within_number(source: &[char], at: usize) -> bool {
    let digit = |i: Option<usize>| i.and_then(|i| source.get(i)).is_some_and(char::is_ascii_digit);
    let after = source[at + 1..].iter().take_while(|c| c.is_ascii_digit()).count();
    match source[at] {
        '.' | ',' => digit(at.checked_sub(1)) && after > 0 && after != 3,
        '-' | '\u{2212}' => {
            let free = at == 0 || matches!(source[at - 1], ' ' | '=' | '(' | '[');
            free && after > 0
        }
        _ => false,
    }
}

/// The slip that separates `typed` from `answer`, if it is exactly one and may be forgiven.
fn slip(answer: &str, typed: &str) -> Option<Typo> {
    let exact = made_of_punctuation(answer);
    let a = fold(answer, exact);
    let t = fold(typed, exact);
    if a.is_empty() || a.len().abs_diff(t.len()) > 1 {
        return None;
    }
    let start = a.iter().zip(&t).take_while(|(x, y)| x.c == y.c).count();
    let (mut a_end, mut t_end) = (a.len(), t.len());
    while a_end > start && t_end > start && a[a_end - 1].c == t[t_end - 1].c {
        a_end -= 1;
        t_end -= 1;
    }
    let one = match (a_end - start, t_end - start) {
        (0, 1) | (1, 0) | (1, 1) => true,
        (2, 2) => a[start].c == t[start + 1].c && a[start + 1].c == t[start].c,
        _ => false,
    };
    let touched = a[start..a_end].iter().chain(&t[start..t_end]);
    let only_letters = touched.clone().all(|f| f.c.is_alphabetic());
    // An added letter belongs to the word on either side of it.
    let around = a[start.saturating_sub(1)..a.len().min(a_end.max(start + 1))].iter();
    let long = around.map(|f| f.letters).max().unwrap_or(0) >= TYPO_LETTERS;
    (one && only_letters && long).then(|| Typo {
        answer: answer.into(),
        answer_at: point(&a, start, answer),
        typed_at: point(&t, start, typed),
    })
}

fn point(folded: &[Folded], start: usize, text: &str) -> usize {
    folded.get(start).map_or_else(|| text.chars().count(), |f| f.at)
}
