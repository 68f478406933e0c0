//! Groups of rows below one another, and what gives way where the window is low.

use super::page::Page;

/// Something that draws one row.
pub type Line<'a> = Box<dyn Fn(&mut Page, i32) + 'a>;

/// Rows that belong together.
pub struct Group<'a> {
    lines: Vec<Line<'a>>,
    keep: Keep,
}

/// What happens to a group where there is no room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Keep {
    /// It stays.
    Always,
    /// It goes as a whole.
    Whole,
    /// It goes row by row from its end.
    Rows,
}

impl<'a> Group<'a> {
    /// A group that stays.
    pub fn fixed(lines: Vec<Line<'a>>) -> Group<'a> {
        Group { lines, keep: Keep::Always }
    }

    /// A group that goes as a whole; later groups go first.
    pub fn whole(lines: Vec<Line<'a>>) -> Group<'a> {
        Group { lines, keep: Keep::Whole }
    }

    /// A group that goes row by row from its end; later groups go first.
    pub fn rows(lines: Vec<Line<'a>>) -> Group<'a> {
        Group { lines, keep: Keep::Rows }
    }
}

/// Draws groups from row `y` on with one blank row between them, above row `end`.
///
/// Where they do not fit, groups that may go do so, the last ones first; then the blank rows go.
pub fn draw(page: &mut Page, mut y: i32, end: i32, mut groups: Vec<Group>) {
    groups.retain(|g| !g.lines.is_empty());
    while rows(&groups, 1) > end - y && drop_last(&mut groups) {}
    let gap = i32::from(rows(&groups, 1) <= end - y);
    for group in &groups {
        for line in &group.lines {
            if y < end {
                line(page, y);
            }
            y += 1;
        }
        y += gap;
    }
}

/// How many rows the groups take with a blank one between them.
pub fn height(groups: &[Group]) -> i32 {
    rows(groups, 1)
}

fn rows(groups: &[Group], gap: i32) -> i32 {
    let shown = || groups.iter().filter(|g| !g.lines.is_empty());
    let lines: usize = shown().map(|g| g.lines.len()).sum();
    lines as i32 + gap * (shown().count().saturating_sub(1)) as i32
}

/// Takes away what may go first; `false` when everything left stays.
fn drop_last(groups: &mut Vec<Group>) -> bool {
    let Some(at) = groups.iter().rposition(|g| g.keep != Keep::Always) else { return false };
    match groups[at].keep {
        Keep::Rows if groups[at].lines.len() > 1 => drop(groups[at].lines.pop()),
        _ => drop(groups.remove(at)),
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::picture;

    fn shown(height: u16) -> String {
        let line = |text: &'static str| -> Line<'static> { Box::new(move |p, y| assert!(p.put(0, y, text) > 0)) };
        picture(4, height, |p| {
            let groups = vec![
                Group::fixed(vec![line("a"), line("b")]),
                Group::fixed(Vec::new()),
                Group::whole(vec![line("c"), line("d")]),
                Group::rows(vec![line("e"), line("f")]),
            ];
            draw(p, 0, i32::from(height), groups);
        })
    }

    #[test]
    fn groups_stand_one_row_apart_and_empty_ones_leave_no_gap() {
        assert_eq!(shown(9), "a\nb\n\nc\nd\n\ne\nf\n\n");
    }

    #[test]
    fn what_may_go_goes_from_the_end_then_the_blank_rows_go() {
        assert_eq!(shown(7), "a\nb\n\nc\nd\n\ne\n");
        assert_eq!(shown(6), "a\nb\n\nc\nd\n\n");
        assert_eq!(shown(4), "a\nb\n\n\n");
        assert_eq!(shown(1), "a\n");
    }
}
