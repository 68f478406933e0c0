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
    let rows = asked.prompt().points.iter().enumerate().map(|(at, point)| {
        let first = marks.get(at).copied().unwrap_or_default();
        let found = read.places(point.words.all());
        let model = found.first().map(|found| sentence(model, &found.place));
        CompareRow { own: own(turns, at), model, first, mark: first }
    });
    let own_words = turns.iter().map(|turn| heard::count(&turn.text)).sum();
    Compare { rows: rows.collect(), own_words, model_words: heard::count(model) }
}

/// The sentences of the own words in which a point was found, each once.
fn own(turns: &[Arc<Heard>], point: usize) -> Vec<Place> {
    let mut out: Vec<Place> = Vec::new();
    for (turn, heard) in turns.iter().enumerate() {
        for found in heard.found.points.get(point).into_iter().flatten() {
            if out.last().is_some_and(|p| p.turn == turn && p.at.end >= found.place.end) {
                continue;
            }
            out.push(Place { turn, at: sentence(&heard.text, &found.place) });
        }
    }
    out
}

/// The sentence around a place: up to a line break, or to a full stop, an exclamation or a question mark before a space.
pub fn sentence(text: &str, place: &Range<usize>) -> Range<usize> {
    let ends = |from: usize| {
        let chars = text.get(from..).unwrap_or_default().char_indices();
        chars.map(move |(at, c)| (from + at, c)).scan(' ', |last, (at, c)| {
            let end = c == '\n' || (c.is_whitespace() && matches!(*last, '.' | '!' | '?'));
            *last = c;
            Some((at, end))
        })
    };
    let before = text.get(..place.start).unwrap_or_default();
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let start = ends(line).take_while(|(at, _)| *at < place.start).filter(|(_, end)| *end).last();
    let start = start.map_or(line, |(at, _)| at);
    let end = ends(place.end.saturating_sub(1).max(start)).find(|(at, end)| *end && *at >= place.end);
    let end = end.map_or(text.len(), |(at, _)| at);
    let Some(found) = text.get(start..end) else { return place.clone() };
    let skipped = found.len() - found.trim_start().len();
    start + skipped..start + found.trim_end().len().max(skipped)
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
