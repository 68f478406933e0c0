//! The page: a clipped surface of cells on which everything is drawn, and the grid that all screens share.
//!
//! Coordinates are signed and relative to the page; whatever falls outside is not drawn, so that no component has to fear
//! a window of one cell. All text passes [`Page::put`], which is where hostile characters are stopped.

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Modifier, Style};

use crate::prose::cells::{self, cells};

use super::glyphs::{self, CUT, RULE};
use super::ink::{self, Ink};
use super::theme::{Theme, Token};

/// The column where text begins; columns 0 to 2 are the gutter.
pub const LEFT: i32 = 3;
/// The column of the gutter's one mark: focus bar, verdict, `+`.
pub const MARK: i32 = 1;
/// The column of text that hangs behind a digit at [`LEFT`].
pub const HANG: i32 = 6;
/// The column of text beside a bar at [`LEFT`].
pub const INSIDE: i32 = 5;
/// The row where content begins.
pub const TOP: i32 = 3;
/// The column of the second column of a list.
pub const SECOND: i32 = 43;

/// How much room there is (UX section 4).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// Too small to work in: under 44 columns or 12 rows.
    Tiny,
    /// One column, no second column: under 80 columns or 24 rows.
    Small,
    /// As drawn.
    Medium,
    /// From 120 columns and 36 rows on.
    Large,
}

impl Size {
    /// The class of a window.
    pub fn of(width: u16, height: u16) -> Size {
        match (width, height) {
            (..44, _) | (_, ..12) => Size::Tiny,
            (..80, _) | (_, ..24) => Size::Small,
            (120.., 36..) => Size::Large,
            _ => Size::Medium,
        }
    }
}

/// A surface to draw on.
pub struct Page<'a> {
    buf: &'a mut Buffer,
    area: Rect,
    theme: &'a Theme,
    /// Where the real cursor stands, in cells of the window; screen readers follow it.
    cursor: Option<Position>,
    /// Columns that stay free at the right.
    margin: i32,
}

impl<'a> Page<'a> {
    /// The page over `area` of a buffer.
    pub fn new(buf: &'a mut Buffer, area: Rect, theme: &'a Theme) -> Self {
        let area = area.intersection(buf.area);
        Page { buf, area, theme, cursor: None, margin: 1 }
    }

    /// Width in cells.
    pub fn width(&self) -> i32 {
        i32::from(self.area.width)
    }

    /// Height in rows.
    pub fn height(&self) -> i32 {
        i32::from(self.area.height)
    }

    /// The column after the last one of text: one column stays free at the right, in a sheet three.
    pub fn edge(&self) -> i32 {
        self.width() - self.margin
    }

    /// How many columns stay free at the right.
    pub fn set_margin(&mut self, columns: i32) {
        self.margin = columns;
    }

    /// The row after the last one of content: the footer and its rule lie below.
    pub fn bottom(&self) -> i32 {
        self.height() - 2
    }

    /// How much room there is.
    pub fn size(&self) -> Size {
        Size::of(self.area.width, self.area.height)
    }

    /// The theme in use.
    pub fn theme(&self) -> &'a Theme {
        self.theme
    }

    /// Where the real cursor was put, in cells of the window.
    pub fn cursor(&self) -> Option<Position> {
        self.cursor
    }

    /// Puts the real cursor on a cell, as everything that has the focus does.
    pub fn set_cursor(&mut self, x: i32, y: i32) {
        if let Some(at) = self.at(x, y) {
            self.cursor = Some(at);
        }
    }

    /// Draws on a part of this page as if it were a page; what falls outside of the part is not drawn.
    pub fn part(&mut self, x: i32, y: i32, width: i32, height: i32, draw: impl FnOnce(&mut Page)) {
        let (x0, y0) = (x.clamp(0, self.width()), y.clamp(0, self.height()));
        let (x1, y1) = ((x + width).clamp(x0, self.width()), (y + height).clamp(y0, self.height()));
        let area = Rect::new(self.area.x + x0 as u16, self.area.y + y0 as u16, (x1 - x0) as u16, (y1 - y0) as u16);
        let mut page = Page { buf: self.buf, area, theme: self.theme, cursor: None, margin: 1 };
        draw(&mut page);
        self.cursor = page.cursor.or(self.cursor);
    }

    /// Draws `ink` from (`x`, `y`) on and returns the column after it (also where it was clipped).
    pub fn put<I: Ink + ?Sized>(&mut self, x: i32, y: i32, ink: &I) -> i32 {
        self.put_clipped(x, y, self.width(), ink)
    }

    /// Draws `ink` from (`x`, `y`) on, up to but not over the column `edge`; what is cut off ends in `…`.
    pub fn put_to<I: Ink + ?Sized>(&mut self, x: i32, y: i32, edge: i32, ink: &I) -> i32 {
        let edge = edge.min(self.width());
        if x + ink::width(ink) <= edge {
            return self.put_clipped(x, y, edge, ink);
        }
        if x >= edge {
            return edge;
        }
        self.put_clipped(x, y, edge - 1, ink);
        self.put_clipped(edge - 1, y, edge, CUT);
        edge
    }

    /// Draws `ink` so that it ends before the page's right edge, and returns its first column.
    pub fn right<I: Ink + ?Sized>(&mut self, y: i32, ink: &I) -> i32 {
        self.right_at(self.edge(), y, ink)
    }

    /// Draws `ink` so that it ends before the column `edge`, and returns its first column.
    pub fn right_at<I: Ink + ?Sized>(&mut self, edge: i32, y: i32, ink: &I) -> i32 {
        let x = edge - ink::width(ink);
        self.put(x, y, ink);
        x
    }

    fn put_clipped<I: Ink + ?Sized>(&mut self, x: i32, y: i32, edge: i32, ink: &I) -> i32 {
        let (mut at, mut begun) = (x, false);
        ink.pieces(&mut |text, token| {
            let style = self.theme.style(token);
            for cell in cells(text) {
                begun |= self.cell((at, y), edge, &cell, style, begun);
                at += cell.width as i32;
            }
        });
        at
    }

    /// One grapheme; half of a wide one is a space. `false` when nothing of it was drawn. What stands before it is known to be whole where a row was
    /// `begun` already.
    fn cell(&mut self, (x, y): (i32, i32), edge: i32, cell: &cells::Cell, style: Style, begun: bool) -> bool {
        let width = cell.width as i32;
        let whole = x >= 0 && x + width <= edge;
        let mut drawn = false;
        for i in 0..width {
            let (text, x) = (
                if !whole {
                    " "
                } else if i == 0 {
                    cell.text
                } else {
                    ""
                },
                x + i,
            );
            if x >= edge {
                continue;
            }
            let Some(at) = self.at(x, y) else { continue };
            if i == 0 && !begun {
                self.free_left_half(at);
            }
            drawn = true;
            let Some(cell) = self.buf.cell_mut(at) else { continue };
            cell.reset();
            match text.chars().next() {
                // The second cell of a wide character: ratatui skips it.
                None => {}
                Some(sign) if self.theme.ascii && glyphs::ascii(sign).is_some() => {
                    cell.set_char(glyphs::ascii(sign).unwrap_or(sign));
                }
                Some(_) => {
                    cell.set_symbol(text);
                }
            }
            // A blank has no look of its own, except where the style shows without ink.
            let shows = Modifier::REVERSED | Modifier::UNDERLINED;
            if text != " " || style.add_modifier.intersects(shows) {
                cell.set_style(style);
            }
        }
        drawn
    }

    /// What stands before `at` must not reach into it: a wide character whose second half is overwritten goes.
    fn free_left_half(&mut self, at: Position) {
        if at.x > self.buf.area.x
            && let Some(left) = self.buf.cell_mut(Position::new(at.x - 1, at.y))
            && left.symbol().len() > 1
            && cells::width(left.symbol()) > 1
        {
            left.reset();
        }
    }

    fn at(&self, x: i32, y: i32) -> Option<Position> {
        let inside = (0..self.width()).contains(&x) && (0..self.height()).contains(&y);
        inside.then(|| Position::new(self.area.x + x as u16, self.area.y + y as u16))
    }

    /// Copies cells of a picture that was drawn elsewhere: from (`sx`, `sy`) of it to (`x`, `y`), `width` by `height` of them.
    /// Of a wide character that is cut at an edge nothing is shown.
    pub fn paste(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), from: &Buffer, (sx, sy): (u16, u16)) {
        for row in 0..height {
            let mut column = 0;
            while column < width {
                let at = (sx.saturating_add(column as u16), sy.saturating_add(row as u16));
                let Some(cell) = from.cell(at) else { break };
                let cells = (cells::width(cell.symbol()) as i32).max(1);
                let here = self.at(x + column, y + row).filter(|_| column + cells <= width);
                if let Some(into) = here.and_then(|at| self.buf.cell_mut(at)) {
                    *into = cell.clone();
                }
                column += cells;
            }
        }
    }

    /// A horizontal line of `glyph`, one cell wide, over the columns `x0` up to but not including `x1`.
    pub fn line(&mut self, y: i32, x0: i32, x1: i32, glyph: &str, token: Token) {
        let (style, edge) = (self.theme.style(token), x1.min(self.width()));
        let Some(cell) = cells(glyph).next() else { return };
        let mut begun = false;
        for x in x0.max(0)..edge {
            begun |= self.cell((x, y), edge, &cell, style, begun);
        }
    }

    /// A thin rule over the columns `x0` up to but not including `x1`.
    pub fn rule(&mut self, y: i32, x0: i32, x1: i32) {
        self.line(y, x0, x1, RULE, Token::Rule);
    }

    /// A vertical line of `glyph` over the rows `y0` up to but not including `y1`.
    pub fn column(&mut self, x: i32, y0: i32, y1: i32, glyph: &str, token: Token) {
        for y in y0.max(0)..y1.min(self.height()) {
            self.put(x, y, &(glyph, token));
        }
    }

    /// Empties rows, edge to edge.
    pub fn clear(&mut self, y0: i32, y1: i32) {
        for y in y0.max(0)..y1.min(self.height()) {
            for x in 0..self.width() {
                if let Some(cell) = self.at(x, y).and_then(|at| self.buf.cell_mut(at)) {
                    cell.reset();
                }
            }
        }
    }

    /// Turns everything that is drawn so far into the backdrop of a sheet.
    pub fn mute(&mut self) {
        let style = self.theme.style(Token::Muted);
        for y in 0..self.height() {
            for x in 0..self.width() {
                if let Some(cell) = self.at(x, y).and_then(|at| self.buf.cell_mut(at)) {
                    cell.set_style(Style::reset());
                    if cell.symbol() != " " {
                        cell.set_style(style);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::{strong, text};

    fn draw(width: u16, height: u16, theme: &Theme, f: impl FnOnce(&mut Page)) -> Buffer {
        let mut buf = Buffer::empty(Rect::new(0, 0, width, height));
        let area = buf.area;
        f(&mut Page::new(&mut buf, area, theme));
        buf
    }

    fn row(buf: &Buffer, y: u16) -> String {
        (0..buf.area.width).map(|x| buf[(x, y)].symbol().to_owned()).collect()
    }

    #[test]
    fn sizes_follow_the_classes() {
        assert_eq!(Size::of(43, 40), Size::Tiny);
        assert_eq!(Size::of(120, 11), Size::Tiny);
        assert_eq!(Size::of(44, 12), Size::Small);
        assert_eq!(Size::of(80, 23), Size::Small);
        assert_eq!(Size::of(80, 24), Size::Medium);
        assert_eq!(Size::of(120, 35), Size::Medium);
        assert_eq!(Size::of(120, 36), Size::Large);
    }

    #[test]
    fn text_outside_is_not_drawn_and_the_column_after_it_is_still_told() {
        let theme = Theme::dark();
        let buf = draw(5, 1, &theme, |p| {
            assert_eq!(p.put(3, 0, "abcdef"), 9);
            assert_eq!(p.put(-2, 0, "xyz"), 1);
            p.put(0, 7, "below");
            p.put(0, -1, "above");
        });
        assert_eq!(row(&buf, 0), "z  ab");
    }

    #[test]
    fn a_row_that_begins_outside_still_frees_the_wide_character_that_it_cuts() {
        let buf = draw(8, 1, &Theme::dark(), |page| {
            page.put(0, 0, "数据");
            page.part(1, 0, 3, 1, |part| {
                part.put(-1, 0, "ab");
            });
        });
        assert_eq!(row(&buf, 0).trim_end(), " b据");
    }

    #[test]
    fn a_wide_character_is_never_cut_in_half() {
        let theme = Theme::dark();
        let buf = draw(3, 1, &theme, |p| {
            p.put(0, 0, "abc");
            p.put(2, 0, "数");
        });
        assert_eq!(row(&buf, 0), "ab ");
        let buf = draw(3, 1, &theme, |p| {
            p.put(-1, 0, "数x");
        });
        assert_eq!(row(&buf, 0), " x ");
    }

    #[test]
    fn writing_over_half_of_a_wide_character_removes_it() {
        let theme = Theme::dark();
        let buf = draw(4, 1, &theme, |p| {
            p.put(0, 0, "数据");
            p.put(1, 0, "x");
        });
        assert_eq!(row(&buf, 0), " x据 ");
    }

    #[test]
    fn escape_bytes_never_reach_a_cell() {
        let theme = Theme::dark();
        let buf = draw(20, 1, &theme, |p| {
            p.put(0, 0, "a\u{1b}]0;title\u{7}b");
        });
        assert!(buf.content.iter().all(|c| !c.symbol().contains(char::is_control)));
        assert_eq!(row(&buf, 0).trim_end(), "a\u{fffd}]0;title\u{fffd}b");
    }

    #[test]
    fn what_is_cut_off_says_so() {
        let theme = Theme::dark();
        let buf = draw(10, 1, &theme, |p| {
            assert_eq!(p.put_to(0, 0, 6, &[strong("abc"), text("defg")]), 6);
        });
        assert_eq!(row(&buf, 0).trim_end(), "abcde…");
    }

    #[test]
    fn signs_are_ascii_where_the_theme_says_so() {
        let theme = Theme::dark().with_ascii(true);
        let buf = draw(10, 1, &theme, |p| {
            p.put(0, 0, "━─● ✓ é…");
        });
        assert_eq!(row(&buf, 0).trim_end(), "=-# v é.");
    }

    #[test]
    fn a_part_clips_and_hands_its_cursor_on() {
        let theme = Theme::dark();
        let buf = draw(8, 3, &theme, |p| {
            p.part(2, 1, 3, 1, |part| {
                part.put(0, 0, "abcdef");
                part.set_cursor(1, 0);
            });
            assert_eq!(p.cursor(), Some(Position::new(3, 1)));
            p.part(-4, -4, 100, 100, |part| assert_eq!((part.width(), part.height()), (8, 3)));
        });
        assert_eq!(row(&buf, 1), "  abc   ");
    }

    #[test]
    fn a_muted_page_keeps_its_text_and_loses_its_colours() {
        let theme = Theme::dark();
        let buf = draw(8, 1, &theme, |p| {
            p.put(0, 0, &("Enter", Token::Chip));
            p.mute();
        });
        assert_eq!(row(&buf, 0).trim_end(), "Enter");
        assert!(buf.content.iter().all(|c| c.fg == ratatui::style::Color::Reset));
        assert!(!buf[(0, 0)].modifier.contains(Modifier::REVERSED));
    }
}
