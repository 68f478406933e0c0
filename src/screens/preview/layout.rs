//! Where what stands, in every window.

use crate::ui::page::Size;

/// Cells of the list.
const LIST: i32 = 27;
/// Rows that are no content: two of the header, two of the footer.
const FRAME: i32 = 4;
/// The least cells of the column with the file.
const LEAST_RAW: i32 = 26;
/// Rows of a session that are not shown here: its header, the free row below it, its footer.
pub const HIDDEN_ABOVE: i32 = 3;
/// The same below.
const HIDDEN_BELOW: i32 = 2;

/// The widths that a learner's window may have here; 0 takes what there is.
pub const WIDTHS: [u16; 4] = [0, 60, 80, 120];

/// A part of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The first column.
    pub x: i32,
    /// Columns.
    pub width: i32,
}

/// The parts of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Layout {
    /// The list.
    pub list: Option<Part>,
    /// What a learner sees.
    pub view: Option<Part>,
    /// The file.
    pub raw: Option<Part>,
    /// The row after the last one of these three; a rule stands there when problems are below it.
    pub end: i32,
    /// Rows of problems.
    pub problems: i32,
    /// The size of the learner's window.
    pub seen: (u16, u16),
}

/// The first row of content.
pub const TOP: i32 = 2;

/// The layout of a window, with one of the [`WIDTHS`] for the learner. `alone` shows no list; `wanted` is how many rows the problems would take.
pub fn layout(area: (u16, u16), width: u16, alone: bool, wanted: i32) -> Layout {
    let (w, h) = (i32::from(area.0), i32::from(area.1));
    let content = (h - FRAME).max(0);
    let most = if Size::of(area.0, area.1) <= Size::Small { content / 3 } else { content * 2 / 5 };
    let problems = if wanted == 0 { 0 } else { wanted.min(most).max(content.min(2)) };
    let end = h - 2 - if problems > 0 { problems + 1 } else { 0 };
    let narrow = w < 80;
    let fixed = i32::from(width);
    let beside = !alone && !narrow && LIST + 1 + fixed <= w;
    let list = Part { x: 0, width: if beside { LIST } else { w } };
    let mut found = Layout { list: Some(list), view: None, raw: None, end, problems, seen: (0, 0) };
    let from = if beside { LIST + 1 } else { 0 };
    if beside || alone || (!narrow && fixed > 0) {
        found.list = beside.then_some(list);
        let room = w - from;
        let large = Size::of(area.0, area.1) == Size::Large;
        let fit = if large && beside { (room * 11 / 20).clamp(44, 80) } else { room };
        let view = if fixed == 0 { fit } else { fixed.min(room) };
        found.view = Some(Part { x: from, width: view });
        let rest = Part { x: from + view + 1, width: room - view - 1 };
        found.raw = (large && rest.width >= LEAST_RAW).then_some(rest);
    }
    let shown = found.view.map_or(0, |view| if fixed == 0 { view.width } else { fixed });
    // One row says what is shown.
    let rows = (end - TOP - 1).max(0) + HIDDEN_ABOVE + HIDDEN_BELOW;
    found.seen = (u16::try_from(shown).unwrap_or(0), u16::try_from(rows).unwrap_or(0));
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_width_that_fits_stands_beside_the_list_and_a_wider_one_alone() {
        let at = |width| layout((120, 30), width, false, 4);
        assert_eq!(at(60).view, Some(Part { x: 28, width: 60 }));
        assert_eq!(at(80).view, Some(Part { x: 28, width: 80 }));
        assert_eq!((at(120).list, at(120).view), (None, Some(Part { x: 0, width: 120 })));
        assert_eq!(layout((80, 24), 60, false, 4).list, None);
        assert_eq!(layout((80, 24), 120, false, 4).seen.0, 120, "it is wider than the window, and can be moved");
    }

    #[test]
    fn a_small_window_shows_the_list_or_the_view() {
        let at = |alone| layout((44, 12), 0, alone, 3);
        assert_eq!((at(false).list.is_some(), at(false).view), (true, None));
        assert_eq!((at(true).list, at(true).view), (None, Some(Part { x: 0, width: 44 })));
    }

    #[test]
    fn the_largest_window_has_a_third_column_and_no_window_is_too_small() {
        assert!(layout((120, 40), 0, false, 4).raw.is_some());
        assert!(layout((120, 40), 80, false, 4).raw.is_none(), "there is no room left for it");
        for w in 0..200 {
            for h in 0..60 {
                let found = layout((w, h), 80, w % 2 == 0, i32::from(h));
                assert!(found.end <= i32::from(h), "{w}x{h}: {found:?}");
            }
        }
    }

    #[test]
    fn problems_take_what_they_need_and_no_more_than_two_fifths() {
        assert_eq!(layout((80, 24), 0, false, 0).end, 22);
        assert_eq!(layout((80, 24), 0, false, 3).problems, 3);
        assert_eq!(layout((80, 24), 0, false, 90).problems, 8);
    }
}
