//! Shares as lines: meters, and the strip of a session's results.

use super::glyphs::{HALF, RULE, RUNG};
use super::ink::run;
use super::page::Page;
use super::theme::Token;

/// A meter of `width` cells, filled by a share from 0 to 1 in half cells.
///
/// What is not nothing shows at least half a cell, what is not everything leaves at least half a cell.
pub fn meter(page: &mut Page, x: i32, y: i32, width: i32, share: f64, token: Token) {
    let halves = halves(width, share);
    page.rule(y, x, x + width);
    page.line(y, x, x + halves / 2, RUNG, token);
    if halves % 2 == 1 {
        page.put(x + halves / 2, y, &run(token, HALF));
    }
}

/// The same in the colour of what it measures: accent, and good when it is full.
pub fn gauge(page: &mut Page, x: i32, y: i32, width: i32, share: f64) {
    meter(page, x, y, width, share, if share >= 1.0 { Token::Good } else { Token::Accent });
}

fn halves(width: i32, share: f64) -> i32 {
    let all = 2 * width.max(0);
    if share.is_nan() || share <= 0.0 {
        0
    } else if share >= 1.0 {
        all
    } else {
        let exact = (share * f64::from(all) + 0.5).floor() as i32;
        exact.clamp(1.min(all), (all - 1).max(0))
    }
}

/// One sign for each answer of a session, in order: heavy for right, thin for a miss. Ends before the column `edge`.
///
/// Signs stand apart where there is room from `x` on, then side by side; of what still does not fit the latest are shown.
pub fn strip(page: &mut Page, x: i32, edge: i32, y: i32, results: &[bool]) {
    let room = usize::try_from(edge - x).unwrap_or(0);
    let step = if results.len() * 2 <= room + 1 { 2 } else { 1 };
    let shown = &results[results.len().saturating_sub(room)..];
    let width = (shown.len() * step) as i32 - (step as i32 - 1);
    let mut x = edge - width;
    for right in shown {
        let sign = if *right { run(Token::Good, RUNG) } else { run(Token::Warn, RULE) };
        page.put(x, y, &sign);
        x += step as i32;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::{every_size, picture};

    #[test]
    fn meters_round_to_half_cells() {
        assert_eq!(halves(10, 0.6), 12);
        assert_eq!(halves(20, 0.73), 29);
        assert_eq!(halves(8, 0.62), 10);
        assert_eq!(halves(4, 3.0 / 6.0), 4);
    }

    #[test]
    fn a_little_is_seen_and_almost_is_not_all() {
        assert_eq!(halves(10, 0.001), 1);
        assert_eq!(halves(10, 0.999), 19);
        assert_eq!(halves(10, 0.0), 0);
        assert_eq!(halves(10, 1.0), 20);
        assert_eq!(halves(10, -3.0), 0);
        assert_eq!(halves(10, f64::NAN), 0);
        assert_eq!(halves(0, 0.5), 0);
        assert_eq!(halves(-4, 0.5), 0);
    }

    #[test]
    fn a_meter_is_a_heavy_line_on_a_thin_one() {
        let shown = picture(12, 1, |p| meter(p, 1, 0, 10, 0.65, Token::Accent));
        assert_eq!(shown, " ━━━━━━╾───\n");
    }

    #[test]
    fn a_strip_is_apart_then_close_then_the_latest() {
        let results: Vec<bool> = (0..14).map(|i| i != 2 && i != 9).collect();
        let strip_in = |x| picture(40, 1, |p| strip(p, x, 39, 0, &results)).trim().to_owned();
        assert_eq!(strip_in(3), "━ ━ ─ ━ ━ ━ ━ ━ ━ ─ ━ ━ ━ ━");
        assert_eq!(strip_in(20), "━━─━━━━━━─━━━━");
        assert_eq!(strip_in(29), "━━━━━─━━━━");
        assert_eq!(strip_in(39), "");
    }

    #[test]
    fn meters_fit_every_window() {
        every_size(|p| {
            gauge(p, p.width() - 5, 0, 20, 0.4);
            gauge(p, -3, 1, 8, 1.0);
            strip(p, 3, p.edge(), 2, &[true; 300]);
            strip(p, 3, p.edge(), 3, &[]);
        });
    }
}
