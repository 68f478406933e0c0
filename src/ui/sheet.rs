//! A sheet: the only box there is, over a muted page. And the pane that stands beside a page.

use super::glyphs::{CORNERS, RULE, TEE_DOWN, TEE_UP, THIN};
use super::ink::{self, Run, run};
use super::page::Page;
use super::theme::Token;

/// A box over the page, for pausing, searching, confirming, telling of trouble.
#[derive(Debug, Clone, Default)]
pub struct Sheet<'a> {
    /// In the top edge, at the left.
    pub title: &'a str,
    /// In the top edge, at the right, such as "8 of 412".
    pub count: &'a str,
    /// Width with the border; cut to the page.
    pub width: i32,
    /// Height with the border; cut to the page without its footer.
    pub height: i32,
    /// The first row; in the middle when it is `None`.
    pub top: Option<i32>,
}

/// Columns inside of the border that stay free at the right, so that text ends where keys do.
const MARGIN: i32 = 3;

impl Sheet<'_> {
    /// Mutes the page, clears the rows of the sheet edge to edge and the footer, draws the border and then, with `draw`,
    /// what is inside: the gutter and text columns of a page count from the border.
    pub fn draw(&self, page: &mut Page, draw: impl FnOnce(&mut Page)) {
        page.mute();
        let (w, h) = (self.width.clamp(0, page.width()), self.height.clamp(0, (page.height() - 2).max(0)));
        let x = (page.width() - w) / 2;
        let y = self.top.unwrap_or((page.height() - h + 1) / 2).clamp(0, (page.height() - 2 - h).max(0));
        page.clear(y - 1, y + h + 1);
        page.clear(page.height() - 1, page.height());
        page.rule(page.height() - 2, 0, page.width());
        if w < 2 || h < 2 {
            return;
        }
        border(page, x, y, w, h);
        if !self.title.is_empty() {
            let title = [run(Token::Strong, format!(" {} ", self.title))];
            page.put_to(x + 2, y, x + w - 2, &title);
        }
        let count = format!(" {} ", self.count);
        let title_end = x + 4 + ink::width(self.title);
        if !self.count.is_empty() && title_end + ink::width(count.as_str()) < x + w - 2 {
            page.right_at(x + w - 2, y, count.as_str());
        }
        page.part(x + 1, y + 1, w - 2, h - 2, |inside| {
            inside.set_margin(MARGIN);
            draw(inside);
        });
    }
}

fn border(page: &mut Page, x: i32, y: i32, w: i32, h: i32) {
    let token = Token::Focus;
    for row in [y, y + h - 1] {
        page.line(row, x + 1, x + w - 1, RULE, token);
    }
    for column in [x, x + w - 1] {
        page.column(column, y + 1, y + h - 1, THIN, token);
    }
    let corners = [(x, y), (x + w - 1, y), (x, y + h - 1), (x + w - 1, y + h - 1)];
    for ((x, y), corner) in corners.into_iter().zip(CORNERS) {
        page.put(x, y, &run(token, corner));
    }
}

/// The column of the line between a page and its pane; `None` under 100 columns, where there is no pane.
///
/// The pane's text is 36 cells wide there and grows to 45, which it has from 120 columns on.
pub fn pane_at(width: i32) -> Option<i32> {
    (width >= 100).then(|| {
        let text = (36 + (width - 100) * 9 / 20).min(45);
        width - 1 - text - 3
    })
}

/// Draws `left` on the page, and beside it `right` where there is room for a pane. Both see a page of their own.
pub fn split(page: &mut Page, left: impl FnOnce(&mut Page), right: impl FnOnce(&mut Page)) {
    match pane_at(page.width()) {
        Some(x) => split_at(page, x, left, right),
        None => page.part(0, 0, page.width(), page.height(), left),
    }
}

/// Draws `left` on the page, and `right` in a pane whose line stands in column `x`.
pub fn split_at(page: &mut Page, x: i32, left: impl FnOnce(&mut Page), right: impl FnOnce(&mut Page)) {
    let (width, height) = (page.width(), page.height());
    page.column(x, 2, height - 2, THIN, Token::Rule);
    page.put(x, 1, &run(Token::Rule, TEE_DOWN));
    page.put(x, height - 2, &run(Token::Rule, TEE_UP));
    page.part(0, 0, x - 2, height, left);
    page.part(x, 0, width - x, height, right);
}

/// A row of a sheet that names a key at the right, such as "Leave, come back later  q".
pub fn keyed<'a>(label: impl Into<Vec<Run<'a>>>, key: &'a str, focused: bool) -> super::list::Row<'a> {
    super::list::Row::new(label).right([run(Token::Key, key)]).focused(focused)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::text;
    use crate::ui::page::LEFT;
    use crate::ui::stage::{buffer, every_size, picture};
    use crate::ui::theme::Theme;

    fn sheet() -> Sheet<'static> {
        Sheet { title: "Paused", count: "", width: 30, height: 5, top: None }
    }

    #[test]
    fn a_sheet_has_the_gutter_and_the_text_column_of_a_page() {
        let shown = picture(40, 12, |p| {
            for y in 0..12 {
                p.put(0, y, &"x".repeat(40));
            }
            sheet().draw(p, |inside| keyed([text("Continue")], "Enter", true).draw(inside, 1));
        });
        let rows: Vec<&str> = shown.lines().collect();
        assert_eq!(rows[2], "x".repeat(40));
        assert_eq!(rows[3], "", "the row above is clear from edge to edge");
        assert_eq!(rows[4], "     ╭─ Paused ───────────────────╮");
        assert_eq!(rows[6], "     │ ▌ Continue         Enter   │");
        assert_eq!(rows[8], "     ╰────────────────────────────╯");
        assert_eq!(rows[9], "");
        assert_eq!(rows[10], "─".repeat(40));
        assert_eq!(rows[11], "", "the footer is the sheet's");
    }

    #[test]
    fn what_is_behind_a_sheet_is_muted() {
        let theme = Theme::dark();
        let buf = buffer(60, 20, &theme, |p| {
            p.put(3, 0, &("Review", Token::Strong));
            p.put(3, 1, &("go", Token::Key));
            sheet().draw(p, |_| {});
        });
        for (x, y) in [(3, 0), (3, 1)] {
            assert_eq!(buf[(x, y)].style().add_modifier, theme.style(Token::Muted).add_modifier);
            assert_eq!(buf[(x, y)].fg, ratatui::style::Color::Reset);
        }
    }

    #[test]
    fn the_pane_appears_at_100_columns_and_is_45_wide_at_120() {
        assert_eq!(pane_at(99), None);
        assert_eq!(pane_at(100), Some(60));
        assert_eq!(pane_at(120), Some(71));
        assert_eq!(pane_at(200), Some(151));
        let shown = picture(120, 10, |p| {
            p.rule(1, 0, p.width());
            p.rule(p.height() - 2, 0, p.width());
            let left = |p: &mut Page| {
                assert_eq!(p.edge(), 68);
                p.put(LEFT, 3, "left");
            };
            split(p, left, |p| {
                assert_eq!(p.edge() - LEFT, 45);
                p.put(LEFT, 3, "right");
            });
        });
        let row: Vec<char> = shown.lines().nth(3).unwrap_or_default().chars().collect();
        assert_eq!((row[71], row[74]), ('│', 'r'));
        let joints: Vec<char> =
            [1, 8].map(|y| shown.lines().nth(y).and_then(|r| r.chars().nth(71)).unwrap_or(' ')).into();
        assert_eq!(joints, ['┬', '┴']);
    }

    #[test]
    fn sheets_and_panes_fit_every_window() {
        every_size(|p| {
            let fill = |page: &mut Page| {
                page.put(LEFT, 3, "text");
            };
            split(p, fill, fill);
            let sheet =
                Sheet { title: "A long title for a box", count: "8 of 412", width: 74, height: 14, top: Some(4) };
            sheet.draw(p, |inside| keyed([text("Continue")], "Enter", true).draw(inside, 1));
        });
    }
}
