//! What interviews are shown with: what somebody says, marks of points, pieces of an own text.

use std::ops::Range;

use crate::domain::rubric::Mark;
use crate::sessions::interview::told;
use crate::words::Words;

use super::glyphs::{BAR, HELD, LEARNING, READY};
use super::ink::{self, Run, muted, run, text};
use super::lines::Line;
use super::look::{Look, flow};
use super::page::{INSIDE, LEFT};
use super::theme::Token;

/// The column of a mark's sign; its word stands two cells further on.
pub const MARKS: i32 = 38;

/// The column of own words beside a mark, at least.
const QUOTES: i32 = 50;

/// The sign of a mark in its colour.
pub fn sign(mark: Mark) -> Run<'static> {
    match mark {
        Mark::Missed => run(Token::Bad, READY),
        Mark::Partly => run(Token::Warn, LEARNING),
        Mark::Met => run(Token::Good, HELD),
    }
}

/// A mark as sign and word. A suggested one is muted and has a `?`, so that it is told without colour.
pub fn mark(words: &Words, mark: Mark, suggested: bool) -> Vec<Run<'static>> {
    let sign = sign(mark);
    match suggested {
        true => vec![muted(sign.text), muted(format!(" {} ?", told::mark(mark, words)))],
        false => vec![sign, text(format!(" {}", told::mark(mark, words)))],
    }
}

/// The column where own words begin: behind the longest mark of the language.
pub fn quotes(words: &Words) -> i32 {
    let longest = Mark::ALL.into_iter().map(|mark| ink::width(told::mark(mark, words).as_str())).max().unwrap_or(0);
    QUOTES.max(MARKS + 2 + longest + 2 + 1)
}

/// What a person says: a bar beside the text, whose sentences are wrapped from [`INSIDE`] to the edge.
pub fn said(look: &Look, said: &str) -> Vec<Line> {
    let rows = look.written(said, look.room(INSIDE), Token::Text);
    rows.into_iter().map(|row| barred(row, BAR, Token::Voice)).collect()
}

/// A row with a bar at the left.
pub fn barred(row: Vec<Run<'static>>, bar: &'static str, token: Token) -> Line {
    Line { parts: vec![(LEFT, vec![run(token, bar)]), (INSIDE, row)], ..Line::default() }
}

/// An own text with some places of it marked: its lines, wrapped into `width` cells. `places` are bytes, in order.
pub fn own(own: &str, places: &[Range<usize>], width: usize) -> Vec<Vec<Run<'static>>> {
    let mut rows = Vec::new();
    let mut from = 0;
    for line in own.split('\n') {
        let to = from + line.len();
        rows.extend(flow(&pieces(own, from..to, places), width));
        from = to + 1;
    }
    rows
}

/// A piece of a text, with the places that lie in it marked.
pub fn pieces(own: &str, piece: Range<usize>, places: &[Range<usize>]) -> Vec<Run<'static>> {
    let mut runs = Vec::new();
    let mut at = piece.start;
    let mut put = |range: Range<usize>, token| {
        let part = own.get(range).unwrap_or_default();
        if !part.is_empty() {
            runs.push(run(token, part.to_owned()));
        }
    };
    for place in places {
        let (from, to) = (place.start.max(at), place.end.min(piece.end));
        if from < to {
            put(at..from, Token::Text);
            put(from..to, Token::Hit);
            at = to;
        }
    }
    put(at..piece.end, Token::Text);
    runs
}

/// Two columns of running text with a thin line between them, from [`LEFT`] to the edge. Gives the lines; see [`half`].
pub fn columns(look: &Look, left: Vec<Vec<Run<'static>>>, right: Vec<Vec<Run<'static>>>) -> Vec<Line> {
    let middle = middle(look);
    let rows = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let line = |_| {
        let parts = vec![
            (LEFT, left.next().unwrap_or_default()),
            (middle, vec![run(Token::Rule, super::glyphs::THIN)]),
            (middle + 3, right.next().unwrap_or_default()),
        ];
        Line { parts, ..Line::default() }
    };
    (0..rows).map(line).collect()
}

/// The column of the line between two columns.
pub fn middle(look: &Look) -> i32 {
    LEFT + half(look) as i32 + 2
}

/// Cells of each of two columns.
pub fn half(look: &Look) -> usize {
    usize::try_from((look.edge - LEFT - 5) / 2).unwrap_or(0).max(2)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::string;

    #[test]
    fn places_are_marked_also_across_rows_and_never_outside_of_their_piece() {
        let own_text = "saya cek slow query log\nlalu index";
        let places = [9..24, 29..34];
        let rows = own(own_text, &places, 12);
        let shown: Vec<String> = rows.iter().map(string).collect();
        assert_eq!(shown, ["saya cek", "slow query", "log", "lalu index"]);
        let marked: Vec<String> =
            rows.iter().flatten().filter(|r| r.token == Token::Hit).map(|r| r.text.clone().into_owned()).collect();
        assert_eq!(marked.join("|"), "slow query|log|index");
    }

    #[test]
    fn a_suggestion_is_told_without_colour() {
        let words = Words::of("en");
        assert_eq!(string(&mark(&words, Mark::Partly, true)), "◐ partly ?");
        assert_eq!(string(&mark(&words, Mark::Partly, false)), "◐ partly");
    }
}
