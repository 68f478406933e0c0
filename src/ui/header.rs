//! The two header rows: where one is, and how far.

use super::glyphs::{BRAND, HALF, RUNG};
use super::ink::{self, Ink, key, run, text};
use super::page::{LEFT, Page, Size};
use super::theme::Token;

/// The header of a place: tabs with a rung under the current one.
pub struct Place<'a> {
    /// Digit and name of each place that exists. Digits keep their place's number, so keys never move.
    pub tabs: &'a [(u8, &'a str)],
    /// The digit of the current place.
    pub current: u8,
    /// Sub-tabs of the current place, right-aligned.
    pub subs: &'a [&'a str],
    /// Index of the current sub-tab.
    pub sub: usize,
    /// What stands at the right where there are no sub-tabs, such as the date.
    pub right: &'a str,
}

impl Place<'_> {
    /// Draws rows 0 and 1.
    pub fn draw(&self, page: &mut Page) {
        let edge = page.edge();
        page.rule(1, 0, page.width());
        let mut x = page.put(LEFT, 0, &(BRAND, Token::Accent)) + 2;
        if page.width() >= 100 {
            x = page.put(x - 1, 0, &("jenjang", Token::Strong)) + 3;
        }
        let small = page.size() <= Size::Small && page.width() < 80;
        // Where names and sub-tabs do not fit together, other places are their digits: what lies under a tab is nearer than what lies beside it.
        let named: i32 = self.tabs.iter().map(|(_, name)| 4 + ink::width(*name)).sum();
        let bare = small || (!self.subs.is_empty() && x + named + subs_width(self.subs.iter().copied()) > edge);
        for (digit, name) in self.tabs {
            let current = *digit == self.current;
            let start = x;
            x = page.put(x, 0, &key(digit.to_string()));
            if current || !bare {
                x = page.put(x + 1, 0, &(*name, if current { Token::Strong } else { Token::Text }));
            }
            if current {
                page.line(1, start, x, RUNG, Token::Rung);
            }
            x += 2;
        }
        if self.subs.is_empty() {
            if x + ink::width(self.right) <= edge {
                page.right(0, &(self.right, Token::Muted));
            }
        } else {
            self.draw_subs(page, x);
        }
    }

    /// All sub-tabs if they fit behind the tabs, otherwise the current one.
    fn draw_subs(&self, page: &mut Page, from: i32) {
        let all: Vec<(usize, &str)> = self.subs.iter().copied().enumerate().collect();
        let width = |subs: &[(usize, &str)]| subs_width(subs.iter().map(|(_, name)| *name));
        let edge = page.edge();
        let one: Vec<_> = all.iter().copied().filter(|(i, _)| *i == self.sub).collect();
        let Some(subs) = [all, one].into_iter().find(|s| !s.is_empty() && from + width(s) <= edge) else { return };
        let mut x = edge - width(&subs);
        for (i, name) in subs {
            let start = x;
            let current = i == self.sub;
            x = page.put(x, 0, &(name, if current { Token::Strong } else { Token::Text }));
            if current {
                page.line(1, start, x, RUNG, Token::Rung);
            }
            x += 2;
        }
    }
}

/// Cells of names with two free ones between them.
fn subs_width<'a>(names: impl Iterator<Item = &'a str>) -> i32 {
    names.map(|name| ink::width(name) + 2).sum::<i32>() - 2
}

/// The header of a session; its rule is the progress bar.
pub struct Session<'a> {
    /// What is going on: "Review", or the title of a lesson.
    pub title: &'a str,
    /// Where in it: "3 of 14"; may be empty.
    pub position: &'a str,
    /// What is left, or a clock.
    pub right: &'a dyn Ink,
    /// How much is done, of how much.
    pub done: (u64, u64),
}

impl Session<'_> {
    /// Draws rows 0 and 1.
    pub fn draw(&self, page: &mut Page) {
        let edge = page.edge();
        let room = edge - ink::width(self.right) - 2;
        let needs_right = room >= LEFT + 8;
        if needs_right {
            page.right(0, self.right);
        }
        let position = ink::width(self.position);
        let title_edge = if needs_right { room } else { edge };
        let with_position = position > 0 && title_edge - position - 2 >= LEFT + 6;
        if with_position {
            let x = page.put_to(LEFT, 0, title_edge - position - 2, &(self.title, Token::Strong));
            page.put(x + 2, 0, &text(self.position));
        } else {
            page.put_to(LEFT, 0, title_edge, &(self.title, Token::Strong));
        }
        progress(page, 1, self.done.0, self.done.1);
    }
}

/// A rule over the whole width, `done` of `all` of it heavy, in half cells.
pub fn progress(page: &mut Page, y: i32, done: u64, all: u64) {
    let width = page.width();
    page.rule(y, 0, width);
    let halves = half_cells(done, all, width);
    page.line(y, 0, halves / 2, RUNG, Token::Rung);
    if halves % 2 == 1 {
        page.put(halves / 2, y, &run(Token::Rung, HALF));
    }
}

/// `round(2 * width * done / all)`.
fn half_cells(done: u64, all: u64, width: i32) -> i32 {
    if all == 0 {
        return 0;
    }
    let (done, all, width) = (u128::from(done.min(all)), u128::from(all), width.max(0) as u128);
    ((4 * width * done + all) / (2 * all)) as i32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::stage::{every_size, picture};

    const TABS: [(u8, &str); 5] = [(1, "Today"), (2, "Path"), (3, "Rehearse"), (4, "Stats"), (5, "Library")];

    fn place<'a>(current: u8, subs: &'a [&'a str]) -> Place<'a> {
        Place { tabs: &TABS, current, subs, sub: 0, right: "Sat 21 Nov" }
    }

    #[test]
    fn the_rung_lies_under_the_current_tab_with_its_digit() {
        let shown = picture(80, 2, |p| place(1, &[]).draw(p));
        assert_eq!(
            shown,
            "   ▂▅█  1 Today  2 Path  3 Rehearse  4 Stats  5 Library              Sat 21 Nov\n\
             ────────━━━━━━━─────────────────────────────────────────────────────────────────\n"
        );
    }

    #[test]
    fn sub_tabs_stand_at_the_right_with_a_rung_of_their_own() {
        let shown = picture(80, 2, |p| place(2, &["Map", "Tracks", "Ladder"]).draw(p));
        assert_eq!(
            shown,
            "   ▂▅█  1 Today  2 Path  3 Rehearse  4 Stats  5 Library     Map  Tracks  Ladder\n\
             ─────────────────━━━━━━─────────────────────────────────────━━━─────────────────\n"
        );
    }

    #[test]
    fn the_name_appears_from_a_hundred_columns_on() {
        let shown = picture(120, 1, |p| place(2, &[]).draw(p));
        assert!(shown.starts_with("   ▂▅█ jenjang   1 Today  2 Path  3 Rehearse"), "{shown}");
    }

    #[test]
    fn small_windows_keep_the_digits_and_the_current_name() {
        let shown = picture(60, 20, |p| place(1, &[]).draw(p));
        assert_eq!(shown.lines().next(), Some("   ▂▅█  1 Today  2  3  4  5                      Sat 21 Nov"));
    }

    #[test]
    fn places_that_do_not_exist_leave_their_number_free() {
        let tabs = [(1, "Today"), (2, "Path"), (4, "Stats")];
        let header = Place { tabs: &tabs, current: 4, subs: &[], sub: 0, right: "" };
        let shown = picture(80, 2, |p| header.draw(p));
        assert_eq!(shown.lines().next(), Some("   ▂▅█  1 Today  2 Path  4 Stats"));
    }

    #[test]
    fn where_sub_tabs_do_not_fit_the_current_one_stays() {
        let subs = ["Peta", "Jalur", "Jenjang karier"];
        let shown = picture(50, 13, |p| Place { sub: 2, ..place(2, &subs) }.draw(p));
        assert_eq!(shown.lines().next(), Some("   ▂▅█  1  2 Path  3  4  5         Jenjang karier"));
    }

    #[test]
    fn the_rule_of_a_session_is_its_progress() {
        let header = Session { title: "Review", position: "3 of 14", right: &"about 9 min left", done: (3, 14) };
        let shown = picture(80, 2, |p| header.draw(p));
        assert_eq!(
            shown,
            "   Review  3 of 14                                             about 9 min left\n\
             ━━━━━━━━━━━━━━━━━───────────────────────────────────────────────────────────────\n"
        );
    }

    #[test]
    fn progress_moves_in_half_cells_and_never_past_the_end() {
        assert_eq!(half_cells(62, 100, 80), 99);
        assert_eq!(half_cells(0, 14, 80), 0);
        assert_eq!(half_cells(14, 14, 80), 160);
        assert_eq!(half_cells(15, 14, 80), 160);
        assert_eq!(half_cells(1, 0, 80), 0);
        assert_eq!(half_cells(u64::MAX / 2, u64::MAX, 10), 10);
    }

    #[test]
    fn a_long_title_makes_room_for_what_is_left() {
        let title = "A very long lesson title that goes on and on for more than the row has";
        let header = Session { title, position: "2 of 4", right: &"about 2 min left", done: (1, 2) };
        let shown = picture(60, 2, |p| header.draw(p));
        let row = shown.lines().next().unwrap_or_default();
        assert!(row.ends_with("…  2 of 4  about 2 min left"), "{row}");
    }

    #[test]
    fn headers_fit_every_window() {
        every_size(|p| {
            place(1, &[]).draw(p);
            Place { sub: 2, ..place(2, &["Map", "Tracks", "Ladder"]) }.draw(p);
            Session { title: "Review", position: "3 of 14", right: &"9 min", done: (3, 14) }.draw(p);
        });
    }
}
