//! Running text to rows of at most so many cells.

use super::cells::{self, cells};
use super::{Piece, Role, Span};

/// Wraps one paragraph (see [`super::inline()`]); with `quotes`, code keeps its back-quotes.
pub fn paragraph(text: &str, width: usize, quotes: bool) -> Vec<Vec<Span>> {
    wrap(&super::inline(text), width, 0, quotes)
}

/// Wraps pieces into rows of at most `width` cells (at least 2), rows after the first indented by `hang`.
///
/// Rows break at spaces and around wide characters; a word that is too long for a row is cut. Spaces are joined,
/// except within code. There is always at least one row.
pub fn wrap(pieces: &[Piece], width: usize, hang: usize, quotes: bool) -> Vec<Vec<Span>> {
    let width = width.max(2);
    let hang = if hang + 2 > width { 0 } else { hang };
    let mut rows = Rows { width, hang, rows: vec![Vec::new()], used: 0, space: None, word: Vec::new(), word_width: 0 };
    for piece in pieces {
        if piece.text == "\n" {
            rows.end_word();
            rows.next_row();
            continue;
        }
        let code = piece.role == Role::Code;
        if code && quotes {
            rows.put("`", 1, piece.role);
        }
        let mut cells = cells(&piece.text);
        loop {
            let word = cells.take_word();
            if !word.is_empty() {
                rows.put(word, word.len(), piece.role);
            }
            let Some(cell) = cells.next() else { break };
            if cell.text == " " {
                rows.end_word();
                rows.add_space(piece.role, code);
            } else if cell.width == 2 {
                rows.end_word();
                rows.put(cell.text, 2, piece.role);
                rows.end_word();
            } else {
                rows.put(cell.text, 1, piece.role);
            }
        }
        if code && quotes {
            rows.put("`", 1, piece.role);
        }
    }
    rows.end_word();
    rows.rows
}

/// Where a word that fits no row is best cut.
const JOINTS: [&str; 8] = ["/", "-", "_", ".", ",", "=", "&", "?"];

struct Rows {
    width: usize,
    hang: usize,
    rows: Vec<Vec<Span>>,
    /// Cells used in the last row.
    used: usize,
    /// Spaces that wait for the next word: how many, and in which role.
    space: Option<(usize, Role)>,
    word: Vec<Span>,
    word_width: usize,
}

impl Rows {
    fn put(&mut self, text: &str, width: usize, role: Role) {
        push(&mut self.word, text, role);
        self.word_width += width;
    }

    fn add_space(&mut self, role: Role, keep: bool) {
        self.space = match self.space {
            Some((n, before)) => Some((if keep { n + 1 } else { n }, before)),
            None => Some((1, role)),
        };
    }

    /// Puts the word on the row if it fits, else on the next one, else cuts it.
    fn end_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        let empty = self.used == self.indent();
        let (spaces, space_role) = self.space.take().unwrap_or((0, Role::Text));
        let spaces = if empty { 0 } else { spaces };
        let fits_here = self.used + spaces + self.word_width <= self.width;
        if !fits_here && !empty {
            // A word that fits no row at all begins where there is room, if that is worth it.
            let cut_anyway = self.word_width > self.width - self.hang;
            let room = self.width.saturating_sub(self.used + spaces);
            if !(cut_anyway && room * 2 >= self.width) {
                self.next_row();
                return self.place(0, space_role);
            }
        }
        self.place(spaces, space_role);
    }

    fn place(&mut self, spaces: usize, space_role: Role) {
        if spaces > 0 {
            let row = self.last();
            push(row, &" ".repeat(spaces), space_role);
            self.used += spaces;
        }
        let word = std::mem::take(&mut self.word);
        let word_width = std::mem::take(&mut self.word_width);
        if self.used + word_width <= self.width {
            self.used += word_width;
            return word.iter().for_each(|span| push(self.last(), &span.text, span.role));
        }
        let cells: Vec<_> = word.iter().flat_map(|s| cells(&s.text).map(|c| (c, s.role))).collect();
        let mut rest = cells.as_slice();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(self.fitting(rest.iter().map(|(c, _)| (c.text, c.width))));
            for (cell, role) in now {
                push(self.last(), cell.text, *role);
                self.used += cell.width;
            }
            if !later.is_empty() {
                self.next_row();
            }
            rest = later;
        }
    }

    /// How many cells of a word fit into the row. A word that does not fit whole is cut behind `/`, `-` and the like if that
    /// leaves no more than half of the row empty.
    fn fitting<'a>(&self, word: impl Iterator<Item = (&'a str, usize)>) -> usize {
        let room = self.width.saturating_sub(self.used);
        let (mut width, mut fits, mut joint) = (0, 0, 0);
        for (text, cell) in word {
            if width + cell > room {
                return if joint > 0 { joint } else { fits.max(usize::from(self.used == self.indent())) };
            }
            width += cell;
            fits += 1;
            if JOINTS.contains(&text) && width * 2 >= room {
                joint = fits;
            }
        }
        fits
    }

    fn next_row(&mut self) {
        self.space = None;
        self.rows.push(Vec::new());
        self.used = 0;
        if self.hang > 0 {
            let hang = self.hang;
            push(self.last(), &" ".repeat(hang), Role::Text);
            self.used = hang;
        }
    }

    fn indent(&self) -> usize {
        if self.rows.len() > 1 { self.hang } else { 0 }
    }

    fn last(&mut self) -> &mut Vec<Span> {
        let at = self.rows.len() - 1;
        &mut self.rows[at]
    }
}

/// Adds text to a row, joining what has the same role.
pub(super) fn push(row: &mut Vec<Span>, text: &str, role: Role) {
    match row.last_mut() {
        Some(last) if last.role == role => last.text.push_str(text),
        _ => row.push(Span { text: text.to_owned(), role }),
    }
}

/// How many cells a row takes.
pub(super) fn width_of(row: &[Span]) -> usize {
    row.iter().map(|s| cells::width(&s.text)).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str, width: usize) -> Vec<String> {
        texts(&paragraph(text, width, false))
    }

    fn texts(rows: &[Vec<Span>]) -> Vec<String> {
        rows.iter().map(|r| r.iter().map(|s| s.text.as_str()).collect()).collect()
    }

    #[test]
    fn rows_break_at_spaces_and_join_them() {
        assert_eq!(rows("one  two three", 8), ["one two", "three"]);
        assert_eq!(rows("one two", 7), ["one two"]);
        assert_eq!(rows("one two ", 7), ["one two"]);
        assert_eq!(rows("", 7), [""]);
    }

    #[test]
    fn a_word_over_several_roles_stays_together() {
        assert_eq!(rows("see **bold**, more", 9), ["see bold,", "more"]);
        assert_eq!(rows("see **bold**, more", 8), ["see", "bold,", "more"]);
    }

    #[test]
    fn a_word_of_300_characters_is_cut_and_nothing_is_missing() {
        let word = "x".repeat(300);
        let rows = rows(&format!("a {word} b"), 40);
        assert!(rows.iter().all(|r| r.len() <= 40));
        assert_eq!(rows.concat().matches('x').count(), 300);
    }

    #[test]
    fn a_word_that_fits_no_row_is_cut_behind_a_slash_or_the_like() {
        assert_eq!(rows("/v1/master-client/:uuid", 20), ["/v1/master-client/", ":uuid"]);
        assert_eq!(rows("`application/vnd.toko.v2+json`", 24), ["application/vnd.toko.", "v2+json"]);
        assert_eq!(rows("a/bcdefghijklmnop", 10), ["a/bcdefghi", "jklmnop"], "not where the row would stay empty");
        assert_eq!(rows("数据库索引", 5), ["数据", "库索", "引"]);
    }

    #[test]
    fn wide_characters_break_anywhere_and_never_stick_out() {
        assert_eq!(rows("数据库索引", 5), ["数据", "库索", "引"]);
        assert_eq!(rows("a数b", 3), ["a数", "b"]);
    }

    #[test]
    fn spaces_within_code_stay() {
        assert_eq!(rows("`a  b`", 10), ["a  b"]);
        assert_eq!(texts(&paragraph("`a` b", 10, true)), ["`a` b"]);
    }

    #[test]
    fn later_rows_hang() {
        let pieces = super::super::inline("\"one two three\"");
        assert_eq!(texts(&wrap(&pieces, 9, 1, false)), ["\"one two", " three\""]);
    }

    #[test]
    fn controls_are_made_visible() {
        assert_eq!(rows("a\u{1b}[2Jb\tc", 20), ["a\u{fffd}[2Jb c"]);
    }
}
