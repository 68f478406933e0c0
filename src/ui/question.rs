//! The rows of a question and of its feedback.

use super::glyphs::{RIGHT, RUNG, WRONG};
use super::ink::{self, Ink, Run, run};
use super::list::focus;
use super::page::{HANG, LEFT, MARK, Page};
use super::reading::{paragraph, rows_of, runs};
use super::theme::Token;

/// The column of an option's text behind a box to tick.
const TICKED: i32 = 10;
/// The column of the reasons beside short options.
pub const REASON: i32 = 31;
/// The column of a reason below a long option.
const BELOW: i32 = 9;

/// Something to choose.
#[derive(Debug, Clone, Copy, Default)]
pub struct Choice<'a> {
    /// The key that chooses it: a digit or a letter; empty for none.
    pub key: &'a str,
    /// What it says; may hold `code` and other marks.
    pub text: &'a str,
    /// For several choices whether it is ticked.
    pub ticked: Option<bool>,
    /// A muted word at the right of the first row, such as "guess".
    pub note: &'a str,
    /// Whether it has the focus.
    pub focused: bool,
}

impl Choice<'_> {
    fn column(&self) -> i32 {
        if self.ticked.is_some() { TICKED } else { HANG }
    }

    fn edge(&self, page: &Page) -> i32 {
        let note = ink::width(self.note);
        page.edge() - if note > 0 { note + 2 } else { 0 }
    }

    /// How many rows it takes.
    pub fn rows(&self, page: &Page) -> i32 {
        rows_of(self.text, self.edge(page) - self.column(), page.theme().quote_code)
    }

    /// Draws it and returns how many rows it took.
    pub fn draw(&self, page: &mut Page, y: i32) -> i32 {
        page.put(LEFT, y, &(self.key, Token::Key));
        if let Some(ticked) = self.ticked {
            page.put(HANG, y, if ticked { "[x]" } else { "[ ]" });
        }
        let base = if self.focused { Token::Sel } else { Token::Text };
        let rows = paragraph(page, self.column(), y, self.edge(page), self.text, base);
        page.right(y, &(self.note, Token::Muted));
        if self.focused {
            focus(page, LEFT, y, rows);
            page.set_cursor(self.column(), y);
        }
        rows
    }
}

/// Draws choices below each other, spaced by a row when there are `free` rows or more than they need; returns the row after
/// them. Choices for which `room` has no row are not drawn, but the focused one always is.
pub fn choices(page: &mut Page, y: i32, room: i32, all: &[Choice]) -> i32 {
    let needed: i32 = all.iter().map(|c| c.rows(page)).sum();
    let gap = i32::from(needed + all.len() as i32 - 1 <= room);
    // Where they do not fit, those before the focus go first.
    let mut first = 0;
    let focused = all.iter().position(|c| c.focused).unwrap_or(0);
    let height = |from: usize| -> i32 { all[from..=focused].iter().map(|c| c.rows(page) + gap).sum::<i32>() - gap };
    while first < focused && height(first) > room {
        first += 1;
    }
    let mut at = y;
    for choice in all.iter().skip(first) {
        if at > y && at + choice.rows(page) > y + room {
            break;
        }
        at += choice.draw(page, at) + gap;
    }
    (at - gap).max(y)
}

/// The verdict: `✗ Not yet. You chose 3, the answer is 2.` Returns how many rows it took.
pub fn verdict(page: &mut Page, y: i32, right: bool, headline: &str, sentence: &str) -> i32 {
    let mark = if right { run(Token::Good, RIGHT) } else { run(Token::Bad, WRONG) };
    page.put(MARK, y, &mark);
    page.set_cursor(LEFT, y);
    let text = if sentence.is_empty() { format!("**{headline}**") } else { format!("**{headline}** {sentence}") };
    paragraph(page, LEFT, y, page.edge(), &text, Token::Text)
}

/// An option after answering, with its reason.
#[derive(Debug, Clone, Copy, Default)]
pub struct Answered<'a> {
    /// The digit or letter that it had.
    pub key: &'a str,
    /// What it says.
    pub text: &'a str,
    /// Whether it is right.
    pub right: bool,
    /// Whether the learner chose it.
    pub chosen: bool,
    /// Why it is right or wrong.
    pub why: &'a str,
}

impl Answered<'_> {
    /// Draws the option and its reason, beside it or, where options are long, below it; returns how many rows it took.
    pub fn draw(&self, page: &mut Page, y: i32, beside: bool) -> i32 {
        let mark = match (self.right, self.chosen) {
            (true, _) => Some(run(Token::Good, RIGHT)),
            (false, true) => Some(run(Token::Bad, WRONG)),
            (false, false) => None,
        };
        if let Some(mark) = mark {
            page.put(MARK, y, &mark);
        }
        let base = if self.right { Token::Strong } else { Token::Text };
        page.put(LEFT, y, &(self.key, base));
        let edge = page.edge();
        if beside {
            let rows = paragraph(page, HANG, y, REASON - 2, self.text, base);
            return rows.max(if self.why.is_empty() {
                0
            } else {
                paragraph(page, REASON, y, edge, self.why, Token::Text)
            });
        }
        let rows = paragraph(page, HANG, y, edge, self.text, base);
        rows + if self.why.is_empty() { 0 } else { paragraph(page, BELOW, y + rows, edge, self.why, Token::Text) }
    }

    /// How many rows it takes.
    pub fn rows(&self, page: &Page, beside: bool) -> i32 {
        let (edge, quotes) = (page.edge(), page.theme().quote_code);
        let why = |x: i32| if self.why.is_empty() { 0 } else { rows_of(self.why, edge - x, quotes) };
        if beside {
            rows_of(self.text, REASON - 2 - HANG, quotes).max(why(REASON))
        } else {
            rows_of(self.text, edge - HANG, quotes) + why(BELOW)
        }
    }
}

/// Whether reasons stand beside these options: all are short, and there is room for words.
pub fn beside(page: &Page, options: &[Answered]) -> bool {
    let quotes = page.theme().quote_code;
    page.edge() - REASON >= 30 && options.iter().all(|o| rows_of(o.text, REASON - 2 - HANG, quotes) == 1)
}

/// The grades with their keys, a rung under the one that is saved, and `right` at the end of the row. Takes two rows.
pub fn grades<I: Ink + ?Sized>(page: &mut Page, y: i32, all: &[(&str, &str)], saved: usize, right: &I) {
    let mut x = LEFT;
    for (i, (key, name)) in all.iter().enumerate() {
        let start = x;
        x = page.put(x, y, &(*key, Token::Key)) + 1;
        x = page.put(x, y, &(*name, if i == saved { Token::Strong } else { Token::Text }));
        if i == saved {
            page.line(y + 1, start, x, RUNG, Token::Rung);
        }
        x += 4;
    }
    if x + ink::width(right) <= page.edge() {
        page.right(y, right);
    }
}

/// A field of a short table: a muted name in the label column, its value at `column`, a key at the right.
pub fn field<I: Ink + ?Sized>(page: &mut Page, y: i32, name: &str, column: i32, value: &I, right: &[Run]) {
    let end = if right.is_empty() { page.edge() } else { page.right(y, right) - 2 };
    page.put_to(LEFT, y, column - 1, &(name, Token::Muted));
    page.put_to(column, y, end, value);
}

/// A stem in `base`, wrapped over the text column; returns how many rows it took.
pub fn stem(page: &mut Page, y: i32, text: &str, base: Token) -> i32 {
    paragraph(page, LEFT, y, page.edge(), text, base)
}

/// A row of code to choose from, with its number.
pub struct CodeRow<'a> {
    /// The number of the line, counted from 1.
    pub number: usize,
    /// How many cells the highest number takes.
    pub digits: i32,
    /// The line.
    pub code: &'a [Run<'static>],
    /// How many cells of it are scrolled away to the left.
    pub sideways: usize,
    /// Whether it has the focus.
    pub focused: bool,
}

impl CodeRow<'_> {
    /// Draws the number, the bar and the line.
    pub fn draw(&self, page: &mut Page, y: i32) {
        let number = run(if self.focused { Token::Sel } else { Token::Muted }, self.number.to_string());
        page.right_at(LEFT + self.digits, y, &number);
        let x = page.put(LEFT + self.digits + 1, y, &run(Token::Rule, super::glyphs::THIN)) + 1;
        let code = super::reading::shifted(self.code.to_vec(), self.sideways);
        page.put_to(x, y, page.edge(), &code);
        if self.focused {
            focus(page, LEFT, y, 1);
            page.set_cursor(x, y);
        }
    }
}

/// A paragraph as wrapped pieces in `base`, for rows that are laid out by hand.
pub fn wrapped(text: &str, width: i32, quotes: bool, base: Token) -> Vec<Vec<Run<'static>>> {
    let rows = crate::prose::paragraph(text, usize::try_from(width).unwrap_or(0), quotes);
    let owned = |r: Run| run(r.token, r.text.into_owned());
    rows.iter().map(|row| runs(row, base).into_iter().map(owned).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ui::ink::muted;
    use crate::ui::stage::{every_size, picture};

    const OPTIONS: [&str; 4] = [
        "one index on created_at",
        "one index on (country, created_at)",
        "one index on (created_at, country)",
        "two indexes: country, and created_at",
    ];
    const DIGITS: [&str; 4] = ["1", "2", "3", "4"];

    fn all(focus: usize) -> Vec<Choice<'static>> {
        let choice = |i: usize| Choice { key: DIGITS[i], text: OPTIONS[i], focused: i == focus, ..Choice::default() };
        (0..4).map(choice).collect()
    }

    #[test]
    fn options_are_spaced_where_there_is_room() {
        let shown = picture(80, 12, |p| assert_eq!(choices(p, 0, 11, &all(1)), 7));
        let rows: Vec<&str> = shown.lines().collect();
        assert_eq!(rows[0], "   1  one index on created_at");
        assert_eq!(rows[2], " ▌ 2  one index on (country, created_at)");
        assert_eq!((rows[1], rows[3]), ("", ""));
        let shown = picture(80, 12, |p| assert_eq!(choices(p, 0, 6, &all(1)), 4));
        assert_eq!(shown.lines().nth(1), Some(" ▌ 2  one index on (country, created_at)"));
    }

    #[test]
    fn where_options_do_not_fit_the_focused_one_is_seen() {
        let shown = picture(80, 12, |p| {
            choices(p, 0, 2, &all(3));
        });
        assert!(shown.contains("▌ 4  two indexes"), "{shown}");
        assert!(!shown.contains("1  one"), "{shown}");
    }

    #[test]
    fn a_long_option_hangs_and_its_focus_bar_covers_its_rows() {
        let choice =
            Choice { key: "1", text: "one two three four five", ticked: Some(true), note: "guess", focused: true };
        let shown = picture(34, 4, |p| assert_eq!(choice.draw(p, 0), 2));
        assert_eq!(shown, " ▌ 1  [x] one two three     guess\n ▌        four five\n\n\n");
    }

    #[test]
    fn after_answering_reasons_stand_beside_short_options_and_below_long_ones() {
        let right = Answered {
            key: "2",
            text: "(country, created_at)",
            right: true,
            chosen: false,
            why: "narrow first, then already in order",
        };
        let wrong = Answered { key: "3", text: "two", right: false, chosen: true, why: "" };
        let shown = picture(80, 4, |p| {
            assert!(beside(p, &[right, wrong]));
            assert_eq!(right.draw(p, 0, true), right.rows(p, true));
            wrong.draw(p, 1, true);
        });
        assert_eq!(shown.lines().next(), Some(" ✓ 2  (country, created_at)    narrow first, then already in order"));
        assert_eq!(shown.lines().nth(1), Some(" ✗ 3  two"));
        let long = Answered { text: "an option that is much longer than the column", ..right };
        let shown = picture(80, 4, |p| {
            assert!(!beside(p, &[long, wrong]));
            assert_eq!(long.draw(p, 0, false), long.rows(p, false));
        });
        assert_eq!(shown.lines().nth(1), Some("         narrow first, then already in order"));
    }

    #[test]
    fn the_saved_grade_has_a_rung() {
        let grades_of = [("1", "forgot"), ("2", "hard"), ("3", "good"), ("4", "easy")];
        let shown = picture(80, 2, |p| grades(p, 0, &grades_of, 0, &muted("change the grade")));
        assert_eq!(
            shown,
            "   1 forgot    2 hard    3 good    4 easy                      change the grade\n   ━━━━━━━━\n"
        );
    }

    #[test]
    fn the_verdict_stands_in_the_gutter_and_in_words() {
        let shown = picture(80, 1, |p| {
            verdict(p, 0, false, "Not yet.", "You chose 3, the answer is 2.");
        });
        assert_eq!(shown, " ✗ Not yet. You chose 3, the answer is 2.\n");
    }

    #[test]
    fn code_rows_have_numbers_and_scroll() {
        let code = [run(Token::Kw, "for"), run(Token::Code, " _, s := range stores {")];
        let shown =
            picture(40, 1, |p| CodeRow { number: 7, digits: 2, code: &code, sideways: 4, focused: true }.draw(p, 0));
        assert_eq!(shown, " ▌  7 │ _, s := range stores {\n");
    }

    #[test]
    fn questions_fit_every_window() {
        let answered = Answered { key: "2", text: "some `code` here", right: true, chosen: true, why: "because of it" };
        every_size(|p| {
            let room = p.bottom() - 3;
            choices(p, 3, room, &all(2));
            verdict(p, 1, true, "Right.", "");
            let b = beside(p, &[answered]);
            answered.draw(p, 2, b);
            grades(p, 5, &[("1", "forgot"), ("2", "good")], 1, "change");
            field(p, 6, "Source", 13, "PostgreSQL manual", &[run(Token::Key, "y")]);
            stem(p, 7, "What is it?", Token::Strong);
            CodeRow { number: 100, digits: 3, code: &[run(Token::Kw, "数据")], sideways: 1, focused: true }.draw(p, 8);
        });
    }
}
