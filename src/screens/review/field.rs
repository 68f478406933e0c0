//! A field of one line: underlined over its width, with the real cursor, and a bar that tells who has the keyboard.

use crate::prose::cells;
use crate::sessions::line_edit::LineEdit;
use crate::ui::field::folded;
use crate::ui::glyphs::{BAR, THIN};
use crate::ui::ink::{label, run, strong};
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::theme::Token;

use super::lines::Line;
use super::look::Look;

/// The widest that a field for a word or a phrase gets.
const WIDEST: usize = 60;

/// The label of a field; in the command layer it says so.
pub fn name(look: &Look, title: String, commands: bool) -> Line {
    let right = if commands { vec![strong(look.words.get("review-commands").into_owned())] } else { Vec::new() };
    Line::at(LEFT, vec![label(title)]).right(right)
}

/// The field itself.
pub fn line(look: &Look, edit: &LineEdit, commands: bool) -> Line {
    let room = look.room(INSIDE).min(WIDEST);
    let cursor = cells::width(edit.before_cursor());
    // The cursor stays in the field: what is before it scrolls out at the left.
    let skip = (cursor + 1).saturating_sub(room);
    let (shown, hidden) = visible(edit.text(), skip, room);
    let bar = if commands { run(Token::Rule, THIN) } else { run(Token::Focus, BAR) };
    let mut out = Line::at(LEFT, vec![bar]);
    out.parts.push((INSIDE, vec![run(Token::Field, shown)]));
    out.cursor = Some(INSIDE + i32::try_from(cursor.saturating_sub(hidden)).unwrap_or(0));
    out
}

/// A field for a sentence: what does not fit into its row goes on in the next one. The rows around the cursor are seen, so that a long sentence
/// pushes nothing else out of a small window.
pub fn sentence(look: &Look, edit: &LineEdit, commands: bool) -> Vec<Line> {
    let room = look.room(INSIDE);
    let bar = || if commands { run(Token::Rule, THIN) } else { run(Token::Focus, BAR) };
    let (text, at) = (edit.text(), edit.before_cursor().len());
    // The cursor has a cell of its own, also behind the last word.
    let mut places = folded(text, room.saturating_sub(1).max(1));
    let row_of = places.iter().rposition(|place| place.start <= at).unwrap_or(0);
    let rows = places.drain(..).enumerate().map(|(i, place)| {
        let (shown, _) = visible(&text[place.clone()], 0, room);
        let mut out = Line::at(LEFT, vec![bar()]);
        out.parts.push((INSIDE, vec![run(Token::Field, shown)]));
        if i == row_of {
            let before = cells::width(&text[place.start..at]).min(room.saturating_sub(1));
            out.cursor = Some(INSIDE + i32::try_from(before).unwrap_or(0));
        }
        out
    });
    let rows: Vec<Line> = rows.collect();
    let seen = if look.small() { 2 } else { 5 };
    let from = (row_of + 1).saturating_sub(seen);
    rows.into_iter().skip(from).take(seen).collect()
}

/// The cells of `text` from `skip` on, filled up to `room`; and how many cells were left out.
fn visible(text: &str, skip: usize, room: usize) -> (String, usize) {
    let (mut out, mut used, mut hidden) = (String::new(), 0, 0);
    for cell in cells::cells(text) {
        if hidden < skip {
            hidden += cell.width;
        } else if used + cell.width <= room {
            out.push_str(cell.text);
            used += cell.width;
        } else {
            break;
        }
    }
    out.extend(std::iter::repeat_n(' ', room.saturating_sub(used)));
    (out, hidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_long_text_is_seen_while_it_is_typed() {
        assert_eq!(visible("abcdef", 0, 8), ("abcdef  ".into(), 0));
        assert_eq!(visible("abcdef", 3, 4), ("def ".into(), 3));
        assert_eq!(visible("数据x", 1, 3), ("据x".into(), 2), "no half of a wide character is shown");
    }
}
