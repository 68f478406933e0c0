//! Text fields: one line, and several with undo.

use std::ops::Range;

use ratatui_textarea::{CursorMove, TextArea};
use unicode_segmentation::UnicodeSegmentation;

use crate::prose::cells;
use crate::sessions::key::{Code, Key};
use crate::sessions::line_edit::LineEdit;

use super::glyphs::{BAR, THIN};
use super::ink::run;
use super::page::Page;
use super::theme::Token;

/// The longest text that a field holds, in bytes; more is cut, so that a stray paste cannot fill memory.
pub const MAX_BYTES: usize = 200_000;

/// Steps that can be taken back.
const MAX_STEPS: usize = 500;

/// Draws a line that is being typed, underlined from `x` up to the column `edge`; the end with the cursor is in sight.
pub fn line(page: &mut Page, x: i32, y: i32, edge: i32, line: &LineEdit, typing: bool) {
    let edge = edge.min(page.width());
    let room = edge - x;
    if room <= 0 {
        return;
    }
    page.put(x, y, &run(Token::Field, " ".repeat(room as usize)));
    let cursor = cells::width(line.before_cursor()) as i32;
    let hidden = (cursor + 1 - room).max(0);
    page.part(x, y, room, 1, |part| {
        part.put(-hidden, 0, &(line.text(), Token::Field));
    });
    if typing {
        page.set_cursor(x + cursor - hidden, y);
    }
}

/// A text of several lines that is being typed, with undo and the moves of readline.
///
/// A paste, and everything that a key removes, is one step back. Backspace removes what people see as one character.
#[derive(Debug, Clone)]
pub struct TextField {
    area: TextArea<'static>,
    /// The first row that is seen.
    top: usize,
    /// Cells and rows that the field has on the page.
    size: (usize, usize),
    /// The column that moving up and down tries to keep.
    goal: Option<usize>,
}

/// A row of a wrapped text: a line, and the bytes of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Row {
    line: usize,
    from: usize,
    to: usize,
}

impl TextField {
    /// A field with a text, the cursor at its end.
    pub fn new(text: &str) -> TextField {
        let mut area = TextArea::from(sound(text).split('\n').map(str::to_owned).collect::<Vec<_>>());
        area.set_max_histories(MAX_STEPS);
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        TextField { area, top: 0, size: (76, 8), goal: None }
    }

    /// The text.
    pub fn text(&self) -> String {
        self.area.lines().join("\n")
    }

    /// Whether there is nothing but white space in it.
    pub fn is_blank(&self) -> bool {
        self.area.lines().iter().all(|l| l.trim().is_empty())
    }

    /// Tells the field how much room it has on the page: cells and rows of text.
    pub fn resize(&mut self, width: i32, height: i32) {
        let at_least_one = |n: i32| usize::try_from(n).unwrap_or(0).max(1);
        self.size = (at_least_one(width).max(2), at_least_one(height));
        self.fit();
    }

    /// Puts text in at the cursor as one step.
    pub fn paste(&mut self, text: &str) {
        let free = MAX_BYTES.saturating_sub(self.text().len());
        let mut text = sound(text);
        let mut end = free.min(text.len());
        while !text.is_char_boundary(end) {
            end -= 1;
        }
        text.truncate(end);
        self.area.insert_str(text);
        self.settle();
    }

    /// Puts another text in place of this one, such as what comes back from an editor.
    pub fn replace(&mut self, text: &str) {
        self.area.select_all();
        self.area.insert_str(sound(text));
        self.settle();
    }

    /// Follows a key; `false` when it means nothing here.
    pub fn key(&mut self, key: Key) -> bool {
        let vertical = matches!(key.code, Code::Up | Code::Down | Code::PageUp | Code::PageDown);
        match (key.code, key.ctrl, key.alt) {
            (Code::Char(c), false, false) => self.insert(c),
            // Ctrl-J is the line feed itself.
            (Code::Enter, false, false) | (Code::Char('j'), true, false) => self.insert('\n'),
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => self.delete_left(),
            (Code::Delete, false, false) | (Code::Char('d'), true, false) => self.delete_right(),
            (Code::Left, false, false) | (Code::Char('b'), true, false) => self.left(),
            (Code::Right, false, false) | (Code::Char('f'), true, false) => self.right(),
            (Code::Up, false, false) => self.rows_away(-1),
            (Code::Down, false, false) => self.rows_away(1),
            (Code::PageUp, ..) => self.rows_away(-(self.size.1 as isize)),
            (Code::PageDown, ..) => self.rows_away(self.size.1 as isize),
            (Code::Home, true, _) => self.area.move_cursor(CursorMove::Top),
            (Code::End, true, _) => {
                self.area.move_cursor(CursorMove::Bottom);
                self.area.move_cursor(CursorMove::End);
            }
            (Code::Home, ..) | (Code::Char('a'), true, false) => self.area.move_cursor(CursorMove::Head),
            (Code::End, ..) | (Code::Char('e'), true, false) => self.area.move_cursor(CursorMove::End),
            (Code::Char('b'), false, true) | (Code::Left, true, false) => self.area.move_cursor(CursorMove::WordBack),
            (Code::Char('f'), false, true) | (Code::Right, true, false) => {
                self.area.move_cursor(CursorMove::WordForward);
            }
            (Code::Char('w'), true, false) | (Code::Backspace, false, true) => _ = self.area.delete_word(),
            (Code::Char('d'), false, true) => _ = self.area.delete_next_word(),
            (Code::Char('u'), true, false) => _ = self.area.delete_line_by_head(),
            (Code::Char('k'), true, false) => _ = self.area.delete_line_by_end(),
            (Code::Char('_'), true, false) => _ = self.area.undo(),
            (Code::Char('_'), false, true) => _ = self.area.redo(),
            _ => return false,
        }
        if !vertical {
            self.goal = None;
        }
        self.settle_keeping_goal();
        true
    }

    /// Draws the field from (`x`, `y`) on: a bar at `x`, the text beside it. The bar is heavy while the learner types.
    pub fn draw(&self, page: &mut Page, x: i32, y: i32, typing: bool) {
        let (width, height) = self.size;
        let bar = if typing { run(Token::Focus, BAR) } else { run(Token::Rule, THIN) };
        for i in 0..height as i32 {
            page.put(x, y + i, &bar);
        }
        let rows = self.rows();
        let (cursor_row, cursor_x) = self.place(&rows);
        let top = self.top_for(cursor_row, rows.len());
        page.part(x + 2, y, width as i32, height as i32, |part| {
            for (i, row) in rows.iter().skip(top).take(height).enumerate() {
                let line = self.area.lines().get(row.line).map_or("", String::as_str);
                part.put(0, i as i32, line.get(row.from..row.to).unwrap_or_default());
            }
        });
        page.set_cursor(x + 2 + cursor_x.min(width - 1) as i32, y + (cursor_row - top) as i32);
    }

    fn insert(&mut self, c: char) {
        let room = self.text().len() + c.len_utf8() <= MAX_BYTES;
        if room && (c == '\n' || !c.is_control()) {
            self.area.insert_char(c);
        }
    }

    /// The line of the cursor, and the cursor's byte in it.
    fn at(&self) -> (usize, usize) {
        let cursor = self.area.cursor();
        let line = self.area.lines().get(cursor.0).map_or("", String::as_str);
        (cursor.0, line.char_indices().nth(cursor.1).map_or(line.len(), |(i, _)| i))
    }

    fn line(&self, line: usize) -> &str {
        self.area.lines().get(line).map_or("", String::as_str)
    }

    fn jump(&mut self, line: usize, byte: usize) {
        let chars = self.line(line).get(..byte).map_or(0, |s| s.chars().count());
        let small = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
        self.area.move_cursor(CursorMove::Jump(small(line), small(chars)));
    }

    fn left(&mut self) {
        let (line, byte) = self.at();
        match self.line(line)[..byte].grapheme_indices(true).next_back() {
            Some((to, _)) => self.jump(line, to),
            None if line > 0 => self.jump(line - 1, self.line(line - 1).len()),
            None => {}
        }
    }

    fn right(&mut self) {
        let (line, byte) = self.at();
        match self.line(line)[byte..].graphemes(true).next() {
            Some(cluster) => self.jump(line, byte + cluster.len()),
            None if line + 1 < self.area.lines().len() => self.jump(line + 1, 0),
            None => {}
        }
    }

    fn delete_left(&mut self) {
        let before = self.at();
        self.left();
        if self.at() != before {
            self.delete_right();
        }
    }

    fn delete_right(&mut self) {
        let (line, byte) = self.at();
        let cluster = self.line(line)[byte..].graphemes(true).next();
        self.area.delete_str(cluster.map_or(1, |c| c.chars().count()));
    }

    fn rows_away(&mut self, by: isize) {
        let rows = self.rows();
        let (row, x) = self.place(&rows);
        let goal = *self.goal.get_or_insert(x);
        let to = row.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        let Some(target) = rows.get(to).copied() else { return };
        let last_of_line = rows.get(to + 1).is_none_or(|next| next.line != target.line);
        let text = &self.line(target.line)[target.from..target.to];
        let mut used = 0;
        let mut byte = 0;
        for cluster in text.graphemes(true) {
            let width = cells::width(cluster);
            // The end of a row that goes on below is the start of the next one.
            if used + width > goal || (!last_of_line && byte + cluster.len() == text.len()) {
                break;
            }
            used += width;
            byte += cluster.len();
        }
        self.jump(target.line, target.from + byte);
    }

    /// The text in rows: broken after spaces, or where a word is too long.
    fn rows(&self) -> Vec<Row> {
        let lines = self.area.lines().iter().enumerate();
        let row = |index, place: Range<usize>| Row { line: index, from: place.start, to: place.end };
        lines.flat_map(|(index, line)| folded(line, self.size.0).into_iter().map(move |p| row(index, p))).collect()
    }

    /// The row and the column of the cursor.
    fn place(&self, rows: &[Row]) -> (usize, usize) {
        let (line, byte) = self.at();
        let row = rows.iter().rposition(|r| r.line == line && r.from <= byte).unwrap_or(0);
        let from = rows.get(row).map_or(0, |r| r.from);
        (row, cells::width(self.line(line).get(from..byte).unwrap_or_default()))
    }

    fn top_for(&self, cursor: usize, rows: usize) -> usize {
        let height = self.size.1;
        let lowest = (cursor + 1).saturating_sub(height);
        self.top.clamp(lowest, cursor).min(rows.saturating_sub(height).max(lowest))
    }

    fn settle(&mut self) {
        self.goal = None;
        self.settle_keeping_goal();
    }

    /// Never leaves the cursor inside a grapheme cluster, and keeps it in sight.
    fn settle_keeping_goal(&mut self) {
        self.area.cancel_selection();
        let (line, byte) = self.at();
        let text = self.line(line);
        let to = text.grapheme_indices(true).map(|(i, _)| i).find(|i| *i >= byte).unwrap_or(text.len());
        if to != byte {
            self.jump(line, to);
        }
        self.fit();
    }

    fn fit(&mut self) {
        let rows = self.rows();
        self.top = self.top_for(self.place(&rows).0, rows.len());
    }
}

/// A line that is being typed in rows of `width` cells, as bytes: broken after spaces, or where a word is too long.
///
/// Spaces at the end of a row may stand out of it; there is always at least one row.
pub fn folded(line: &str, width: usize) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut from, mut used, mut after_space) = (0, 0, 0);
    for (at, cluster) in line.grapheme_indices(true) {
        let wide = cells::width(cluster);
        let space = cluster == " ";
        if used + wide > width && !space {
            let end = if after_space > from { after_space } else { at };
            rows.push(from..end);
            used = cells::width(&line[end..at]);
            from = end;
        }
        used += wide;
        if space {
            after_space = at + cluster.len();
        }
    }
    rows.push(from..line.len());
    rows
}

/// Text as a field keeps it: line breaks of one kind, tabs as spaces, no control characters.
fn sound(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.chars().filter(|c| *c == '\n' || !c.is_control()).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::ui::stage::{every_size, key, picture};

    fn typed(text: &str) -> TextField {
        let mut field = TextField::new("");
        for c in text.chars() {
            let code = if c == '\n' { Code::Enter } else { Code::Char(c) };
            assert!(field.key(Key::plain(code)));
        }
        field
    }

    fn press(field: &mut TextField, keys: &str) {
        for name in keys.split(' ') {
            assert!(field.key(key(name)), "{name}");
        }
    }

    #[test]
    fn backspace_removes_what_people_see_as_one_character() {
        let mut field = typed("cafe\u{301}");
        press(&mut field, "Backspace");
        assert_eq!(field.text(), "caf");
        let mut field = typed("a👩\u{200d}💻");
        press(&mut field, "Backspace");
        assert_eq!(field.text(), "a");
        let mut field = typed("a\nb");
        press(&mut field, "Backspace Backspace");
        assert_eq!(field.text(), "a");
    }

    #[test]
    fn a_paste_is_one_step_back_and_never_brings_controls() {
        let mut field = typed("a");
        field.paste("b\r\nc\u{1b}[31m\td");
        assert_eq!(field.text(), "ab\nc[31m    d");
        press(&mut field, "Ctrl-_");
        assert_eq!(field.text(), "a");
        press(&mut field, "Alt-_");
        assert_eq!(field.text(), "ab\nc[31m    d");
    }

    #[test]
    fn a_typed_line_feed_begins_a_line() {
        let mut field = typed("a");
        press(&mut field, "Ctrl-J b");
        assert_eq!(field.text(), "a\nb");
    }

    #[test]
    fn readline_keys_move_and_delete() {
        let mut field = typed("one two three");
        press(&mut field, "Ctrl-W");
        assert_eq!(field.text(), "one two ");
        press(&mut field, "Ctrl-A x Ctrl-E y");
        assert_eq!(field.text(), "xone two y");
        press(&mut field, "Ctrl-U");
        assert_eq!(field.text(), "");
        assert!(!field.key(key("Tab")) && !field.key(key("Esc")) && !field.key(key("Ctrl-S")));
    }

    #[test]
    fn up_and_down_follow_the_rows_that_are_seen_and_keep_the_column() {
        let mut field = typed("abcd efgh ijkl\nx\nmnopq");
        field.resize(10, 5);
        press(&mut field, "Up Up z");
        assert_eq!(field.text(), "abcd efgh ijklz\nx\nmnopq");
        press(&mut field, "Up Home w");
        assert_eq!(field.text(), "wabcd efgh ijklz\nx\nmnopq");
    }

    #[test]
    fn the_field_has_a_heavy_bar_while_typing_and_scrolls_with_the_cursor() {
        let mut field = typed("one two three four\nfive");
        field.resize(10, 2);
        let shown = picture(20, 3, |p| {
            field.draw(p, 3, 0, true);
            assert_eq!(p.cursor().map(|c| (c.x, c.y)), Some((9, 1)));
        });
        assert_eq!(shown, "   ┃ three four\n   ┃ five\n\n");
        let shown = picture(20, 3, |p| field.draw(p, 3, 0, false));
        assert!(shown.starts_with("   │ three"), "{shown}");
    }

    #[test]
    fn a_huge_paste_is_cut() {
        let mut field = TextField::new("");
        field.paste(&"数".repeat(MAX_BYTES));
        assert!(field.text().len() <= MAX_BYTES);
        assert!(!field.is_blank());
    }

    #[test]
    fn what_comes_back_from_an_editor_replaces_the_text() {
        let mut field = typed("old\ntext");
        field.replace("new");
        assert_eq!(field.text(), "new");
        press(&mut field, "!");
        assert_eq!(field.text(), "new!");
    }

    #[test]
    fn a_line_shows_the_end_with_the_cursor() {
        let text = LineEdit::with("a rather long line of text");
        let shown = picture(20, 1, |p| {
            line(p, 3, 0, 13, &text, true);
            assert_eq!(p.cursor().map(|c| c.x), Some(12));
        });
        assert_eq!(shown, "   e of text\n");
    }

    #[test]
    fn fields_fit_every_window() {
        let mut field = typed("数据库 and some more text\n\nend");
        every_size(|p| {
            field.resize(p.edge() - 5, p.bottom() - 3);
            field.draw(p, 3, 3, true);
            line(p, 3, 1, p.edge(), &LineEdit::with("数据 text"), true);
        });
    }

    proptest! {
        #[test]
        fn whatever_is_typed_the_cursor_stays_at_a_character_in_sight(
            steps in prop::collection::vec((0usize..16, "[a-z ]|数|e\u{301}|👩\u{200d}💻|\u{301}"), 0..60),
            width in 1i32..30, height in 1i32..6,
        ) {
            let keys = ["Left", "Right", "Up", "Down", "Home", "End", "Backspace", "Del", "Ctrl-W", "Enter", "PgUp"];
            let mut field = TextField::new("");
            field.resize(width, height);
            for (step, text) in steps {
                match keys.get(step) {
                    Some(name) => _ = field.key(key(name)),
                    None => field.paste(&text),
                }
                let rows = field.rows();
                let (line, byte) = field.at();
                prop_assert!(field.line(line).grapheme_indices(true).any(|(i, _)| i == byte) || byte == field.line(line).len());
                let (row, _) = field.place(&rows);
                prop_assert!((field.top..field.top + height as usize).contains(&row));
                let shown: String = rows.iter().map(|r| &field.line(r.line)[r.from..r.to]).collect();
                prop_assert_eq!(shown, field.text().replace('\n', ""));
            }
        }
    }
}
