//! The own answer beside the model.

use std::ops::Range;
use std::sync::Arc;

use crate::domain::rubric::{Mark, words};

use super::Asked;
use super::heard::{self, Heard};
use super::stage::{Compare, CompareRow, Place};

/// The stage with the marks that were given before.
pub(super) fn first(asked: &Asked, turns: &[Arc<Heard>], marks: &[Mark]) -> Compare {
    let model = asked.model();
    let read = words::Answer::new(model);
    let said: Vec<Vec<Range<usize>>> = turns.iter().map(|turn| sentences(&turn.text)).collect();
    let rows = asked.prompt().points.iter().enumerate().map(|(at, point)| {
        let first = marks.get(at).copied().unwrap_or_default();
        let found = read.places(point.words.all());
        let model = found.first().map(|found| sentence(model, &found.place));
        CompareRow { own: own(turns, &said, at), model, first, mark: first }
    });
    let own_words = turns.iter().map(|turn| heard::count(&turn.text)).sum();
    Compare { rows: rows.collect(), own_words, model_words: heard::count(model) }
}

/// The sentences of the own words in which a point was found, each once.
fn own(turns: &[Arc<Heard>], sentences: &[Vec<Range<usize>>], point: usize) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for (turn, (heard, sentences)) in turns.iter().zip(sentences).enumerate() {
        for found in heard.found.points.get(point).into_iter().flatten() {
            let place = Place { turn, at: around(sentences, &found.place) };
            if out.last() != Some(&place) {
                out.push(place);
            }
        }
    }
    out
}

/// The sentence around a place.
pub fn sentence(text: &str, place: &Range<usize>) -> Range<usize> {
    around(&sentences(text), place)
}

fn around(sentences: &[Range<usize>], place: &Range<usize>) -> Range<usize> {
    let at = sentences.partition_point(|sentence| sentence.end <= place.start);
    match sentences.get(at) {
        Some(sentence) => sentence.start.min(place.start)..sentence.end.max(place.end),
        None => place.clone(),
    }
}

/// The sentences of a text: each ends at a line break, or at a full stop, an exclamation or a question mark before a space.
fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut out = Vec::new();
    let (mut start, mut last) = (0, ' ');
    for (at, c) in text.char_indices() {
        if c == '\n' || (c.is_whitespace() && matches!(last, '.' | '!' | '?')) {
            out.push(start..at);
            start = at;
        }
        last = c;
    }
    out.push(start..text.len());
    let trimmed = |range: Range<usize>| {
        let found = &text[range.clone()];
        let start = range.start + found.len() - found.trim_start().len();
        start..start + found.trim().len()
    };
    out.into_iter().map(trimmed).filter(|range| !range.is_empty()).collect()
}

impl Compare {
    /// The row that is worth a second look: partly met, else missed, else the first.
    pub(super) fn opens_at(&self) -> usize {
        let first = |mark: Mark| self.rows.iter().position(|row| row.mark == mark);
        first(Mark::Partly).or(first(Mark::Missed)).unwrap_or(0)
    }

    /// How many points have this mark now.
    pub fn count(&self, mark: Mark) -> usize {
        self.rows.iter().filter(|row| row.mark == mark).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around(text: &str, word: &str) -> String {
        let at = text.find(word).unwrap_or(0);
        text[sentence(text, &(at..at + word.len()))].to_owned()
    }

    #[test]
    fn a_sentence_ends_at_a_full_stop_before_a_space_and_at_a_line_break() {
        let text = "One is 3.5 ms. Two has\nthree! Four";
        assert_eq!(around(text, "3.5"), "One is 3.5 ms.");
        assert_eq!(around(text, "Two"), "Two has");
        assert_eq!(around(text, "three"), "three!");
        assert_eq!(around(text, "Four"), "Four");
        assert_eq!(around("a. b. c.", "b"), "b.");
        assert_eq!(around("ends here.", "here"), "ends here.");
    }
}
