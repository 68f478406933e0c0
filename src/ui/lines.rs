//! Rows before they are drawn: their number is known, so they can be counted, scrolled and pinned.

use crate::prose::cells::cells;
use crate::sessions::action::Action;
use crate::sessions::key::{Code, Key};
use crate::words::Words;

use super::glyphs::{FOCUS, RUNG};
use super::ink::{self, Run, key, run, text};
use super::keys;
use super::list::Scroll;
use super::page::{LEFT, MARK, Page};
use super::theme::Token;

/// A row that can be drawn at any place of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Line {
    /// A verdict in the gutter.
    pub mark: Option<Run<'static>>,
    /// Pieces at columns, from left to right.
    pub parts: Vec<(i32, Vec<Run<'static>>)>,
    /// What ends at the right edge.
    pub right: Vec<Run<'static>>,
    /// The focus bar stands beside it.
    pub focus: bool,
    /// Where the real cursor stands.
    pub cursor: Option<i32>,
    /// The column that the focus bar stands before, where that is not the left one.
    pub indent: i32,
    /// A thin rule over the text's width.
    pub rule: bool,
    /// A heavy line over these columns.
    pub rung: Option<(i32, i32)>,
}

impl Line {
    /// An empty row.
    pub fn blank() -> Line {
        Line::default()
    }

    /// A row with pieces at a column.
    pub fn at(x: i32, runs: Vec<Run<'static>>) -> Line {
        Line { parts: vec![(x, runs)], ..Line::default() }
    }

    /// The same row with a mark in the gutter.
    #[must_use]
    pub fn marked(mut self, mark: Option<Run<'static>>) -> Line {
        self.mark = mark;
        self
    }

    /// The same row with something at the right edge.
    #[must_use]
    pub fn right(mut self, right: Vec<Run<'static>>) -> Line {
        self.right = right;
        self
    }

    /// Puts the focus bar and the cursor before a column.
    pub fn bar_at(&mut self, x: Option<i32>) {
        if let Some(x) = x {
            self.focus = true;
            self.cursor = Some(x);
            self.indent = x - LEFT;
        }
    }

    /// Draws it.
    pub fn draw(&self, page: &mut Page, y: i32) {
        let edge = page.edge();
        if self.rule {
            page.rule(y, LEFT, edge);
        }
        if let Some((from, to)) = self.rung {
            page.line(y, from, to.min(edge), RUNG, Token::Rung);
        }
        let right = ink::width(&self.right);
        let text_edge = if right > 0 { edge - right - 2 } else { edge };
        for (i, (x, runs)) in self.parts.iter().enumerate() {
            let next = self.parts.get(i + 1).map_or(text_edge, |(x, _)| (x - 1).min(text_edge));
            page.put_to(*x, y, next, runs);
        }
        if right > 0 {
            let x = (edge - right).max(LEFT);
            page.put(x - 1, y, " ");
            page.put_to(x, y, edge, &self.right);
        }
        if let Some(mark) = &self.mark {
            page.put(MARK, y, mark);
        }
        if self.focus {
            page.put(MARK + self.indent, y, &run(Token::Focus, FOCUS));
        }
        if let Some(x) = self.cursor {
            page.set_cursor(x.min(edge - 1), y);
        }
    }

    /// Characters of text in it: their sum is a place in the text that survives another width.
    fn weight(&self) -> usize {
        let text = self.parts.iter().flat_map(|(_, runs)| runs);
        text.map(|r| cells(&r.text).filter(|c| c.text != " ").count()).sum()
    }
}

/// "PgDn more": the key that shows what lies below a window.
pub fn more(words: &Words) -> Vec<Run<'static>> {
    vec![key(keys::name(Key::plain(Code::PageDown))), text(format!(" {}", words.get("review-more")))]
}

/// The same on a rule of the page, at its right end.
pub fn more_on_rule(page: &mut Page, y: i32, words: &Words) {
    let mut runs = more(words);
    runs.insert(0, text(" "));
    runs.push(text(" "));
    page.right_at(page.edge() - 2, y, &runs);
}

/// Rows of running text as lines at a column.
pub fn stack(rows: Vec<Vec<Run<'static>>>, x: i32) -> Vec<Line> {
    rows.into_iter().map(|row| Line::at(x, row)).collect()
}

/// Puts `right`'s rows beside `left`'s, at the column `x`.
pub fn beside(mut left: Vec<Line>, right: Vec<Vec<Run<'static>>>, x: i32) -> Vec<Line> {
    for (i, row) in right.into_iter().enumerate() {
        match left.get_mut(i) {
            Some(line) => line.parts.push((x, row)),
            None => left.push(Line::at(x, row)),
        }
    }
    left
}

/// A place in rows that is found again when they are wrapped at another width.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Anchor {
    /// Characters before the row.
    before: usize,
    /// Rows after the first one that has so many before it.
    after: usize,
}

impl Anchor {
    /// The anchor of a row.
    pub fn of(lines: &[Line], row: usize) -> Anchor {
        let starts = starts(lines);
        let Some(before) = starts.get(row).copied() else { return Anchor::default() };
        let first = starts.iter().position(|s| *s == before).unwrap_or(row);
        Anchor { before, after: row - first }
    }

    /// The row of the anchor, so that `room` rows are filled if there are so many.
    pub fn row(self, lines: &[Line], room: usize) -> usize {
        if self == Anchor::default() {
            return 0;
        }
        let starts = starts(lines);
        let row = match starts.iter().position(|s| *s == self.before) {
            Some(first) => first + self.after,
            None => starts.iter().rposition(|s| *s < self.before).unwrap_or(0),
        };
        row.min(lines.len().saturating_sub(room))
    }

    /// Where an action that scrolls leads when `room` rows are seen; `None` for any other action.
    pub fn scrolled(self, action: Action, lines: &[Line], room: usize) -> Option<Anchor> {
        let mut scroll = Scroll { top: self.row(lines, room) };
        scroll.act(action, lines.len(), room).then(|| Anchor::of(lines, scroll.top))
    }
}

fn starts(lines: &[Line]) -> Vec<usize> {
    let mut sum = 0;
    let start = |line: &Line| {
        let before = sum;
        sum += line.weight();
        before
    };
    lines.iter().map(start).collect()
}

/// The rows that have the focus: first, and one after the last.
pub fn focus_of(lines: &[Line]) -> Option<(usize, usize)> {
    let here = |l: &Line| l.focus || l.cursor.is_some();
    let first = lines.iter().position(here)?;
    let last = lines.iter().rposition(here)?;
    Some((first, last + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::{key, text};
    use crate::ui::stage::picture;

    fn words(rows: &[&str]) -> Vec<Line> {
        rows.iter().map(|r| Line::at(3, vec![text(r.to_string())])).collect()
    }

    #[test]
    fn an_anchor_finds_its_row_again_at_another_width() {
        let wide = words(&["one two three", "four five six", "seven"]);
        let narrow = words(&["one two", "three", "four", "five six", "seven"]);
        let anchor = Anchor::of(&wide, 1);
        assert_eq!(anchor.row(&narrow, 1), 2);
        assert_eq!(Anchor::of(&narrow, 3).row(&wide, 1), 1, "the row that the word stands in now");
    }

    #[test]
    fn blank_rows_have_places_of_their_own() {
        let mut lines = words(&["one", "two"]);
        lines.insert(1, Line::blank());
        lines.insert(1, Line::blank());
        for row in 0..lines.len() {
            assert_eq!(Anchor::of(&lines, row).row(&lines, 1), row);
        }
    }

    #[test]
    fn the_last_rows_fill_the_room() {
        let lines = words(&["a", "b", "c", "d"]);
        assert_eq!(Anchor::of(&lines, 3).row(&lines, 3), 1);
        assert_eq!(Anchor::of(&lines, 9).row(&lines, 9), 0);
    }

    #[test]
    fn parts_do_not_run_into_each_other_or_into_the_right_edge() {
        let line = Line {
            parts: vec![(3, vec![text("a long piece")]), (10, vec![text("another long piece")])],
            right: vec![key("o"), text(" open")],
            ..Line::default()
        };
        let shown = picture(30, 1, |p| line.draw(p, 0));
        assert_eq!(shown, "   a lon… another lo…  o open\n");
    }
}
