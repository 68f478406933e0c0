//! Lists of any length of which only the visible rows exist, scrolled text, and the row that lists are made of.

use std::ops::Range;

use crate::sessions::action::Action;

use super::glyphs::FOCUS;
use super::ink::{self, Ink, Run, run};
use super::page::{LEFT, MARK, Page, SECOND, Size};
use super::theme::Token;

/// Rows that stay in sight from one page to the next.
const OVERLAP: usize = 2;

/// A list: which row has the focus, and which is the first to be seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct List {
    /// The focused row.
    pub focus: usize,
    top: usize,
}

impl List {
    /// A list with the focus on a row.
    pub fn at(focus: usize) -> List {
        List { focus, top: focus }
    }

    /// Follows a moving action over `len` rows of which `room` are seen; `false` when it is none.
    pub fn act(&mut self, action: Action, len: usize, room: usize) -> bool {
        let (half, page) = steps(room);
        let to = match action {
            Action::Up => self.focus.saturating_sub(1),
            Action::Down => self.focus.saturating_add(1),
            Action::HalfUp => self.focus.saturating_sub(half),
            Action::HalfDown => self.focus.saturating_add(half),
            Action::PageUp => self.focus.saturating_sub(page),
            Action::PageDown => self.focus.saturating_add(page),
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => return false,
        };
        self.focus = to;
        self.fit(len, room);
        true
    }

    /// Keeps the focus within `len` rows, and in sight.
    pub fn fit(&mut self, len: usize, room: usize) {
        self.focus = self.focus.min(len.saturating_sub(1));
        self.top = self.visible(len, room).start;
    }

    /// The rows that are seen: at most `room`, with the focused one among them.
    pub fn visible(&self, len: usize, room: usize) -> Range<usize> {
        let focus = self.focus.min(len.saturating_sub(1));
        let lowest = (focus + 1).saturating_sub(room);
        let top = self.top.clamp(lowest, focus.max(lowest)).min(len.saturating_sub(room));
        top..(top + room).min(len)
    }

    /// Draws the visible rows from `y` on: `draw` gets the row of the page, the index, and whether it has the focus.
    pub fn draw(
        &self,
        page: &mut Page,
        y: i32,
        len: usize,
        room: usize,
        mut draw: impl FnMut(&mut Page, i32, usize, bool),
    ) {
        for (i, index) in self.visible(len, room).enumerate() {
            draw(page, y + i as i32, index, index == self.focus.min(len.saturating_sub(1)));
        }
    }
}

/// The place in a text that is longer than the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Scroll {
    /// The first line that is seen.
    pub top: usize,
}

impl Scroll {
    /// Follows a moving action over `len` lines of which `room` are seen; `false` when it is none.
    pub fn act(&mut self, action: Action, len: usize, room: usize) -> bool {
        let (half, page) = steps(room);
        self.top = match action {
            Action::Up => self.top.saturating_sub(1),
            Action::Down => self.top.saturating_add(1),
            Action::HalfUp => self.top.saturating_sub(half),
            Action::HalfDown => self.top.saturating_add(half),
            Action::PageUp => self.top.saturating_sub(page),
            Action::PageDown => self.top.saturating_add(page),
            Action::First => 0,
            Action::Last => usize::MAX,
            _ => return false,
        };
        self.fit(len, room);
        true
    }

    /// Keeps the last line at the bottom at most.
    pub fn fit(&mut self, len: usize, room: usize) {
        self.top = self.top.min(len.saturating_sub(room));
    }

    /// The lines that are seen.
    pub fn visible(&self, len: usize, room: usize) -> Range<usize> {
        let top = self.top.min(len.saturating_sub(room));
        top..(top + room).min(len)
    }
}

fn steps(room: usize) -> (usize, usize) {
    ((room / 2).max(1), room.saturating_sub(OVERLAP).max(1))
}

/// A row of a list: label, second column, right column.
#[derive(Debug, Clone, Default)]
pub struct Row<'a> {
    /// What the row is.
    pub label: Vec<Run<'a>>,
    /// More about it, muted; dropped where there is no room.
    pub second: Vec<Run<'a>>,
    /// A figure, a duration or a key at the right.
    pub right: Vec<Run<'a>>,
    /// A mark in the gutter, such as `✓`.
    pub mark: Option<Run<'a>>,
    /// Whether it has the focus.
    pub focused: bool,
}

impl<'a> Row<'a> {
    /// A row with a label.
    pub fn new(label: impl Into<Vec<Run<'a>>>) -> Row<'a> {
        Row { label: label.into(), ..Row::default() }
    }

    /// The same row with a second column.
    #[must_use]
    pub fn second(mut self, second: impl Into<Vec<Run<'a>>>) -> Row<'a> {
        self.second = second.into();
        self
    }

    /// The same row with a right column.
    #[must_use]
    pub fn right(mut self, right: impl Into<Vec<Run<'a>>>) -> Row<'a> {
        self.right = right.into();
        self
    }

    /// The same row with a mark in the gutter.
    #[must_use]
    pub fn mark(mut self, mark: Run<'a>) -> Row<'a> {
        self.mark = Some(mark);
        self
    }

    /// The same row with or without the focus.
    #[must_use]
    pub fn focused(mut self, focused: bool) -> Row<'a> {
        self.focused = focused;
        self
    }

    /// Draws the row at the left of the page's text.
    pub fn draw(&self, page: &mut Page, y: i32) {
        self.draw_at(page, LEFT, y);
    }

    /// Draws the row with its label at column `x`; the focus bar stands two columns before it.
    pub fn draw_at(&self, page: &mut Page, x: i32, y: i32) {
        let edge = page.edge();
        let right = edge - ink::width(&self.right);
        let end = if self.right.is_empty() { edge } else { right - 2 };
        if !self.right.is_empty() {
            page.put(right.max(x), y, &self.right);
        }
        let label: Vec<Run> = self.label.iter().map(|r| self.lit(r)).collect();
        let after = page.put_to(x, y, end, &label);
        let second = SECOND.max(after + 2);
        if !self.second.is_empty() && page.size() > Size::Small && second + 8 <= end {
            page.put_to(second, y, end, &self.second);
        }
        if let Some(mark) = &self.mark {
            page.put(x - (LEFT - MARK), y, mark);
        }
        if self.focused {
            focus(page, x, y, 1);
        }
    }

    fn lit(&self, r: &Run<'a>) -> Run<'a> {
        let token = if self.focused && r.token == Token::Text { Token::Sel } else { r.token };
        run(token, r.text.clone())
    }
}

/// The focus bar over `rows` rows before the column `x`, and the real cursor on that column.
pub fn focus(page: &mut Page, x: i32, y: i32, rows: i32) {
    page.column(x - (LEFT - MARK), y, y + rows, FOCUS, Token::Focus);
    page.set_cursor(x, y);
}

/// The name of a section, with something at the right of the same row.
pub fn label<I: Ink + ?Sized>(page: &mut Page, y: i32, name: &str, right: &I) {
    let end = page.right(y, right);
    page.put_to(LEFT, y, end - 2, &(name, Token::Label));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::{muted, text};
    use crate::ui::stage::{every_size, picture};

    fn row(focused: bool) -> Row<'static> {
        Row::new([text("Review 14 items")])
            .second([muted("Databases 6, APIs 5, Git 3")])
            .right([text("9 min")])
            .focused(focused)
    }

    #[test]
    fn a_row_has_a_label_a_second_column_and_a_figure() {
        let shown = picture(80, 24, |p| row(true).draw(p, 0));
        assert_eq!(
            shown.lines().next(),
            Some(" ▌ Review 14 items                         Databases 6, APIs 5, Git 3     9 min")
        );
    }

    #[test]
    fn small_windows_drop_the_second_column_and_cut_the_label() {
        let shown = picture(60, 20, |p| row(false).draw(p, 0));
        assert_eq!(shown.lines().next(), Some("   Review 14 items                                    9 min"));
        let shown = picture(20, 20, |p| row(false).draw(p, 0));
        assert_eq!(shown.lines().next(), Some("   Review 1…  9 min"));
    }

    #[test]
    fn the_focus_puts_the_cursor_on_the_label() {
        picture(80, 24, |p| {
            row(false).draw(p, 4);
            assert_eq!(p.cursor(), None);
            row(true).draw(p, 5);
            assert_eq!(p.cursor().map(|c| (c.x, c.y)), Some((3, 5)));
        });
    }

    #[test]
    fn a_hundred_thousand_rows_draw_only_what_is_seen() {
        let mut list = List::default();
        list.act(Action::Last, 100_000, 20);
        let mut drawn = Vec::new();
        picture(80, 24, |p| list.draw(p, 3, 100_000, 20, |_, y, i, focused| drawn.push((y, i, focused))));
        assert_eq!(drawn.len(), 20);
        assert_eq!(drawn.last(), Some(&(22, 99_999, true)));
    }

    #[test]
    fn the_focus_stays_in_the_list_and_in_sight() {
        let mut list = List::default();
        assert!(list.act(Action::Down, 3, 2));
        assert!(list.act(Action::Down, 3, 2));
        assert!(list.act(Action::Down, 3, 2));
        assert_eq!((list.focus, list.visible(3, 2)), (2, 1..3));
        list.act(Action::Up, 3, 2);
        assert_eq!(list.visible(3, 2), 1..3, "the page moves only when it has to");
        list.act(Action::First, 3, 2);
        assert_eq!(list.visible(3, 2), 0..2);
        list.fit(0, 2);
        assert_eq!((list.focus, list.visible(0, 2)), (0, 0..0));
        assert!(!list.act(Action::Enter, 3, 2));
    }

    #[test]
    fn a_list_that_grew_or_a_window_that_shrank_keeps_the_focus_in_sight() {
        let mut list = List::at(50);
        list.fit(100, 20);
        for room in [20, 5, 1, 0, 40] {
            let seen = list.visible(100, room);
            assert!(room == 0 || seen.contains(&50), "{room}: {seen:?}");
        }
    }

    #[test]
    fn pages_overlap_by_two_rows() {
        let mut scroll = Scroll::default();
        scroll.act(Action::PageDown, 100, 20);
        assert_eq!(scroll.visible(100, 20), 18..38);
        scroll.act(Action::Last, 100, 20);
        assert_eq!(scroll.top, 80);
        scroll.act(Action::PageUp, 100, 20);
        assert_eq!(scroll.top, 62);
        scroll.fit(10, 20);
        assert_eq!(scroll.visible(10, 20), 0..10);
    }

    #[test]
    fn rows_fit_every_window() {
        every_size(|p| {
            row(true).draw(p, 1);
            row(false).mark(text("x")).draw_at(p, 14, 2);
            label(p, 0, "TODAY", "20 min");
        });
    }
}
