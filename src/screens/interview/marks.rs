//! Own words in the rows of a rubric: quotes, and the place around what was found.

use std::ops::Range;

use crate::sessions::interview::compare::sentence;
use crate::sessions::interview::{Interview, Place};
use crate::ui::glyphs::CUT;
use crate::ui::ink::{Run, text};
use crate::ui::look::{Look, flow};
use crate::ui::page::LEFT;
use crate::ui::rubric::pieces;
use crate::ui::theme::Token;

/// The longest quote, in cells.
const QUOTE: usize = 25;

/// The place as a short quote: what was found, and the words after it as far as they fit.
pub fn quote(interview: &Interview, place: &Place) -> String {
    let Some(turn) = interview.turns.get(place.turn) else { return String::new() };
    let found = turn.text.get(place.at.clone()).unwrap_or_default();
    let rest = turn.text.get(place.at.end..).unwrap_or_default();
    let rest = rest.split('\n').next().unwrap_or_default();
    let mut out = found.split_whitespace().collect::<Vec<_>>().join(" ");
    for word in rest.split_whitespace() {
        // What follows a full stop belongs to something else.
        if out.ends_with(['.', '!', '?']) {
            break;
        }
        if out.chars().count() + 1 + word.chars().count() > QUOTE {
            return format!("{}{CUT}", out.trim_end_matches(['.', ',', ';', ':']));
        }
        let glued = !rest.starts_with(char::is_whitespace) && out.ends_with(found.trim());
        out.push_str(if glued { "" } else { " " });
        out.push_str(word);
    }
    out.trim_end_matches(['.', ',', ';', ':']).to_owned()
}

/// The sentence around a place with what was found marked, in at most `rows` rows.
pub fn around(interview: &Interview, place: &Place, look: &Look, rows: usize) -> Vec<Vec<Run<'static>>> {
    let Some(turn) = interview.turns.get(place.turn) else { return Vec::new() };
    let range: Range<usize> = sentence(&turn.text, &place.at);
    let mut runs = Vec::new();
    if range.start > 0 {
        runs.push(text(format!("{CUT} ")));
    }
    runs.extend(pieces(&turn.text, range.clone(), std::slice::from_ref(&place.at)));
    if range.end < turn.text.trim_end().len() {
        runs.push(text(format!(" {CUT}")));
    }
    let (width, rows) = (look.room(LEFT), rows.max(1));
    let all = flow(&runs, width);
    if all.len() <= rows {
        return all;
    }
    // A longer sentence is cut around what was found; both ends leave room to say so.
    let all = flow(&runs, width.saturating_sub(4));
    let first = all.iter().position(|row| row.iter().any(|r| r.token == Token::Hit)).unwrap_or(0);
    let from = first.min(all.len().saturating_sub(rows));
    let cut_after = from + rows < all.len();
    let mut shown: Vec<_> = all.into_iter().skip(from).take(rows).collect();
    if let Some(row) = shown.first_mut().filter(|_| from > 0) {
        row.insert(0, text(format!("{CUT} ")));
    }
    if let Some(row) = shown.last_mut().filter(|_| cut_after) {
        row.push(text(format!(" {CUT}")));
    }
    shown
}
