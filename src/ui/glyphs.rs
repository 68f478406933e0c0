//! The signs that draw the interface, as one-cell characters, and their ASCII forms.
//!
//! Components name the Unicode sign; the page puts the ASCII form in its place where the terminal or the learner asks for
//! it. Both are one cell wide, so there is one layout. Signs inside content, such as the lines of a diagram, change too.

/// The heavy part of a rule: rung, meter fill.
pub const RUNG: &str = "━";
/// Half a step at the end of a rung.
pub const HALF: &str = "╾";
/// The thin line: rule, meter track.
pub const RULE: &str = "─";
/// The bar beside the focused row.
pub const FOCUS: &str = "▌";
/// The bar beside a card or quote.
pub const BAR: &str = "┃";
/// The bar beside code, and the edge of a pane.
pub const THIN: &str = "│";
/// Where a pane's edge leaves the header's rule.
pub const TEE_DOWN: &str = "┬";
/// Where a pane's edge meets the footer's rule.
pub const TEE_UP: &str = "┴";
/// A branch to the right that goes on below.
pub const BRANCH: &str = "├";
/// The last branch to the right.
pub const CORNER: &str = "└";
/// Crossing lines.
pub const CROSS: &str = "┼";
/// The axis of a chart.
pub const AXIS: &str = "┤";
/// The corners of a sheet: top left, top right, bottom left, bottom right.
pub const CORNERS: [&str; 4] = ["╭", "╮", "╰", "╯"];
/// Held, met.
pub const HELD: &str = "●";
/// Learning, partly met.
pub const LEARNING: &str = "◐";
/// Ready, missed, today.
pub const READY: &str = "○";
/// Better later.
pub const LATER: &str = "~";
/// Fading; look here.
pub const FADING: &str = "!";
/// Right, done.
pub const RIGHT: &str = "✓";
/// Wrong.
pub const WRONG: &str = "✗";
/// A day without study.
pub const NO_DAY: &str = "·";
/// Shown where text was cut off.
pub const CUT: &str = "…";
/// The name's sign.
pub const BRAND: &str = "▂▅█";
/// Bars from one eighth to full.
pub const EIGHTHS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];

/// Each sign with its ASCII form, sorted by sign.
const ASCII: &[(char, char)] = &[
    ('·', '.'),
    ('×', 'x'),
    ('–', '-'),
    ('—', '-'),
    ('‘', '\''),
    ('’', '\''),
    ('“', '"'),
    ('”', '"'),
    ('•', '*'),
    ('…', '.'),
    ('←', '<'),
    ('↑', '^'),
    ('→', '>'),
    ('↓', 'v'),
    ('─', '-'),
    ('━', '='),
    ('│', '|'),
    ('┃', '|'),
    ('┄', '-'),
    ('┆', '|'),
    ('┌', '+'),
    ('┐', '+'),
    ('└', '+'),
    ('┘', '+'),
    ('├', '+'),
    ('┤', '+'),
    ('┬', '+'),
    ('┴', '+'),
    ('┼', '+'),
    ('═', '='),
    ('║', '|'),
    ('╔', '+'),
    ('╗', '+'),
    ('╚', '+'),
    ('╝', '+'),
    ('╭', '+'),
    ('╮', '+'),
    ('╯', '+'),
    ('╰', '+'),
    ('╸', '-'),
    ('╺', '-'),
    ('╾', '-'),
    ('▁', '.'),
    ('▂', '-'),
    ('▃', '-'),
    ('▄', '+'),
    ('▅', '+'),
    ('▆', '#'),
    ('▇', '#'),
    ('█', '#'),
    ('▌', '>'),
    ('▐', '|'),
    ('░', '-'),
    ('▒', '+'),
    ('▓', '#'),
    ('■', '#'),
    ('▲', '^'),
    ('▶', '>'),
    ('▸', '>'),
    ('►', '>'),
    ('▼', 'v'),
    ('◀', '<'),
    ('◄', '<'),
    ('○', 'o'),
    ('●', '#'),
    ('◐', '+'),
    ('✓', 'v'),
    ('✗', 'x'),
    ('\u{fffd}', '?'),
];

/// The ASCII form of a sign; `None` for a character that is no sign of ours.
pub fn ascii(sign: char) -> Option<char> {
    ASCII.binary_search_by_key(&sign, |(s, _)| *s).ok().map(|i| ASCII[i].1)
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthChar;

    use super::*;

    #[test]
    fn the_table_is_sorted_and_every_sign_and_its_ascii_form_take_one_cell() {
        assert!(ASCII.windows(2).all(|w| w[0].0 < w[1].0));
        for (sign, ascii) in ASCII {
            assert_eq!(sign.width(), Some(1), "{sign}");
            assert!(ascii.is_ascii_graphic(), "{sign}");
        }
    }

    #[test]
    fn every_sign_of_the_kit_is_ascii_or_has_an_ascii_form() {
        let all = [
            RUNG, HALF, RULE, FOCUS, BAR, THIN, TEE_DOWN, TEE_UP, BRANCH, CORNER, CROSS, AXIS, HELD, LEARNING, READY,
            LATER, FADING, RIGHT, WRONG, NO_DAY, CUT, BRAND,
        ];
        for sign in all.iter().chain(&CORNERS).chain(&EIGHTHS).flat_map(|s| s.chars()) {
            assert!(sign.is_ascii() || ascii(sign).is_some(), "{sign}");
        }
    }

    #[test]
    fn states_differ_in_ascii_too() {
        let states: Vec<char> = [HELD, LEARNING, READY, LATER, FADING]
            .iter()
            .flat_map(|s| s.chars())
            .map(|c| ascii(c).unwrap_or(c))
            .collect();
        assert_eq!(states, ['#', '+', 'o', '~', '!']);
    }
}
