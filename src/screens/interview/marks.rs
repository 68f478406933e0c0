//! Own words in the rows of a rubric: quotes, and the place around what was found.

use std::ops::Range;

use crate::sessions::interview::compare::sentence;
use crate::sessions::interview::{Interview, Place};
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
        if out.ends_with(['.', '!', '?']) || out.chars().count() + 1 + word.chars().count() > QUOTE {
            break;
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
        runs.push(text("..."));
    }
    runs.extend(pieces(&turn.text, range.clone(), std::slice::from_ref(&place.at)));
    if range.end < turn.text.trim_end().len() {
        runs.push(text("..."));
    }
    let all = flow(&runs, look.room(LEFT));
    let first = all.iter().position(|row| row.iter().any(|r| r.token == Token::Hit)).unwrap_or(0);
    let from = first.min(all.len().saturating_sub(rows));
    all.into_iter().skip(from).take(rows.max(1)).collect()
}
