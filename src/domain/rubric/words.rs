//! Finding the words of a list in an answer.
//!
//! An entry is found where it begins at the start of a word: `reconcil` finds "reconciles", `race` does not find "trace". Case, accents and punctuation
//! do not matter, a hyphen is a space. Of an entry with several words all but the last must stand as they are. ` + ` joins parts that must
//! all stand in one sentence, in any order.
//!
//! An answer is seldom in one language only, so the lists of both languages are looked for in it.

use std::collections::BTreeSet;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::{Mark, Marks, Prompt};
use crate::domain::sorting::Arrange;
use crate::domain::text::Lang;

/// An entry of a word list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// As the author wrote it.
    pub written: Box<str>,
    /// Parts that must stand in one sentence, each a run of words.
    parts: Vec<Vec<Box<str>>>,
}

impl Phrase {
    /// An entry as it is written.
    pub fn new(written: &str) -> Self {
        let part = |part: &str| tokens(part).into_iter().map(|t| t.word.into()).collect::<Vec<Box<str>>>();
        let parts = written.split(" + ").map(part).filter(|part| !part.is_empty());
        Phrase { written: written.into(), parts: parts.collect() }
    }

    /// Whether it has a letter or a digit: otherwise nothing can be found by it.
    pub fn is_findable(&self) -> bool {
        !self.parts.is_empty()
    }
}

/// The words of a point or a red flag.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct WordList {
    /// English.
    pub en: Vec<Phrase>,
    /// Indonesian.
    pub id: Vec<Phrase>,
}

impl WordList {
    /// The list of a language.
    pub fn lang(&self, lang: Lang) -> &[Phrase] {
        match lang {
            Lang::En => &self.en,
            Lang::Id => &self.id,
        }
    }

    /// Every entry of both languages.
    pub fn all(&self) -> impl Iterator<Item = &Phrase> {
        self.en.iter().chain(&self.id)
    }
}

/// A place in an answer where an entry was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Bytes of the answer, whole words.
    pub place: Range<usize>,
    /// The entry as the author wrote it.
    pub phrase: Box<str>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    /// Folded.
    word: String,
    /// Bytes of the text.
    place: Range<usize>,
    /// The sentence it stands in.
    sentence: u32,
}

/// An answer, read once for all lists: 10,000 words take a few milliseconds.
#[derive(Debug, Clone, Default)]
pub struct Answer {
    tokens: Vec<Token>,
    /// Places of tokens in alphabetical order.
    sorted: Vec<u32>,
}

impl Answer {
    /// Reads an answer.
    pub fn new(text: &str) -> Self {
        let tokens = tokens(text);
        let mut sorted: Vec<u32> = (0u32..).take(tokens.len()).collect();
        sorted.arrange_by(|a, b| tokens[*a as usize].word.cmp(&tokens[*b as usize].word));
        Answer { tokens, sorted }
    }

    /// How many words it has.
    pub fn words(&self) -> usize {
        self.tokens.len()
    }

    /// Every place where an entry of the list is found, in the order of the text; places that lie in another one are left out.
    pub fn places<'p>(&self, phrases: impl IntoIterator<Item = &'p Phrase>) -> Vec<Found> {
        let mut found: Vec<Found> = phrases.into_iter().flat_map(|phrase| self.find(phrase)).collect();
        found.arrange_by_key(|f| (f.place.start, std::cmp::Reverse(f.place.end)));
        let mut end = 0;
        found.retain(|f| {
            let outside = f.place.end > end;
            end = end.max(f.place.end);
            outside
        });
        found
    }

    /// Whether an entry of the list is found.
    pub fn has<'p>(&self, phrases: impl IntoIterator<Item = &'p Phrase>) -> bool {
        phrases.into_iter().any(|phrase| !self.find(phrase).is_empty())
    }

    /// Every place of every part of an entry, where all parts stand in one sentence.
    fn find(&self, phrase: &Phrase) -> Vec<Found> {
        let mut parts = Vec::with_capacity(phrase.parts.len());
        for part in &phrase.parts {
            let runs = self.runs(part);
            if runs.is_empty() {
                return Vec::new();
            }
            parts.push(runs);
        }
        let sentence = |run: &Range<usize>| self.tokens[run.start].sentence;
        if parts.len() > 1 {
            let shared = parts.iter().map(|runs| runs.iter().map(sentence).collect::<BTreeSet<u32>>());
            let shared = shared.reduce(|all, here| &all & &here).unwrap_or_default();
            parts.iter_mut().for_each(|runs| runs.retain(|run| shared.contains(&sentence(run))));
        }
        let found = |run: &Range<usize>| Found {
            place: self.tokens[run.start].place.start..self.tokens[run.end - 1].place.end,
            phrase: phrase.written.clone(),
        };
        parts.iter().flatten().map(found).collect()
    }

    /// Runs of tokens that begin with these words, the last one as a beginning of a word.
    fn runs(&self, words: &[Box<str>]) -> Vec<Range<usize>> {
        let Some((first, rest)) = words.split_first() else {
            return Vec::new();
        };
        let word = |at: u32| &*self.tokens[at as usize].word;
        let begins = |found: &str| if rest.is_empty() { found.starts_with(&**first) } else { found == &**first };
        let start = self.sorted.partition_point(|at| word(*at) < &**first);
        let candidates = self.sorted[start..].iter().take_while(|at| begins(word(**at)));
        candidates.map(|at| *at as usize).filter(|at| self.goes_on(*at, rest)).map(|at| at..at + words.len()).collect()
    }

    fn goes_on(&self, at: usize, rest: &[Box<str>]) -> bool {
        let Some(next) = self.tokens.get(at + 1..=at + rest.len()) else {
            return false;
        };
        next.iter().zip(rest).enumerate().all(|(n, (token, word))| {
            let last = n + 1 == rest.len();
            let fits = if last { token.word.starts_with(&**word) } else { token.word == **word };
            fits && token.sentence == self.tokens[at].sentence
        })
    }
}

/// The words of a text. An apostrophe belongs to its word and is left out; every other mark parts words. A sentence ends with `.`, `!` or `?` before
/// a space, and with an empty line.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut sentence = 0;
    let mut open = false;
    let mut last = ' ';
    let mut breaks = 0;
    for (at, c) in text.char_indices() {
        let place = at..at + c.len_utf8();
        if c.is_alphanumeric() || (open && is_combining_mark(c)) {
            if !open {
                tokens.push(Token { word: String::new(), place: place.clone(), sentence });
                open = true;
            }
            if let Some(token) = tokens.last_mut() {
                fold(c, &mut token.word);
                token.place.end = place.end;
            }
        } else if !(open && matches!(c, '\'' | '\u{2019}')) {
            open = false;
        }
        breaks = match c {
            '\n' => breaks + 1,
            c if c.is_whitespace() => breaks,
            _ => 0,
        };
        if (c.is_whitespace() && matches!(last, '.' | '!' | '?')) || breaks == 2 {
            sentence += 1;
        }
        last = c;
    }
    tokens
}

/// Without case and accents.
fn fold(c: char, word: &mut String) {
    if c.is_ascii() {
        word.push(c.to_ascii_lowercase());
    } else {
        word.extend(c.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase));
    }
}

/// What word lists find in an answer.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Suggested {
    /// Met where something was found, missed where nothing was; never partly.
    pub marks: Marks,
    /// For each point of the prompt, where.
    pub points: Vec<Vec<Found>>,
    /// For each red flag of the prompt, where; empty for one that is not tripped.
    pub red_flags: Vec<Vec<Found>>,
}

/// Suggests marks and red flags. The learner decides.
pub fn suggest(prompt: &Prompt, answer: &Answer) -> Suggested {
    let points: Vec<Vec<Found>> = prompt.points.iter().map(|point| answer.places(point.words.all())).collect();
    let mark = |found: &Vec<Found>| if found.is_empty() { Mark::Missed } else { Mark::Met };
    Suggested {
        marks: prompt.points.iter().zip(&points).map(|(point, found)| (point.id.clone(), mark(found))).collect(),
        red_flags: prompt.red_flags.iter().map(|flag| answer.places(flag.words.all())).collect(),
        points,
    }
}
