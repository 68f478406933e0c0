//! A line of text being typed, by grapheme clusters, with the moves of readline.

use unicode_segmentation::UnicodeSegmentation;

use super::key::{Code, Key};

/// The longest line that can be typed, in bytes; more is cut, so that a stray paste cannot fill memory.
pub const MAX_BYTES: usize = 4096;

/// A line of text and a place in it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LineEdit {
    text: String,
    /// Byte position, always between grapheme clusters.
    at: usize,
    /// What the line was before each paste or kill, so that they can be taken back in one step.
    before: Vec<(String, usize)>,
}

impl LineEdit {
    /// A line with a text, the cursor at its end.
    pub fn with(text: &str) -> Self {
        let mut line = LineEdit::default();
        line.insert(text);
        line
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text before the cursor: its width is the cursor's column.
    pub fn before_cursor(&self) -> &str {
        &self.text[..self.at]
    }

    /// Whether nothing but white space was typed.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Empties the line.
    pub fn clear(&mut self) {
        self.remember();
        self.text.clear();
        self.at = 0;
    }

    /// Puts text in at the cursor as one step; line breaks and tabs become spaces, other control characters vanish.
    pub fn paste(&mut self, text: &str) {
        self.remember();
        self.insert(text);
    }

    /// Follows a key; `false` when it means nothing here.
    pub fn key(&mut self, key: Key) -> bool {
        match (key.code, key.ctrl, key.alt) {
            (Code::Char(c), false, false) => self.insert(c.encode_utf8(&mut [0; 4])),
            (Code::Backspace, false, false) | (Code::Char('h'), true, false) => self.cut(self.left(), self.at),
            (Code::Delete, false, false) | (Code::Char('d'), true, false) => self.cut(self.at, self.right()),
            (Code::Left, false, false) | (Code::Char('b'), true, false) => self.at = self.left(),
            (Code::Right, false, false) | (Code::Char('f'), true, false) => self.at = self.right(),
            (Code::Home, ..) | (Code::Char('a'), true, false) => self.at = 0,
            (Code::End, ..) | (Code::Char('e'), true, false) => self.at = self.text.len(),
            (Code::Char('w'), true, false) | (Code::Backspace, _, true) => self.kill(self.word_left(), self.at),
            (Code::Char('u'), true, false) => self.kill(0, self.at),
            (Code::Char('k'), true, false) => self.kill(self.at, self.text.len()),
            (Code::Char('b'), false, true) | (Code::Left, true, false) => self.at = self.word_left(),
            (Code::Char('f'), false, true) | (Code::Right, true, false) => self.at = self.word_right(),
            (Code::Char('_'), true, false) => self.undo(),
            _ => return false,
        }
        true
    }

    /// Takes back the last paste or kill.
    pub fn undo(&mut self) {
        if let Some((text, at)) = self.before.pop() {
            self.text = text;
            self.at = at;
        }
    }

    fn remember(&mut self) {
        if self.before.len() == 32 {
            self.before.remove(0);
        }
        self.before.push((self.text.clone(), self.at));
    }

    fn insert(&mut self, text: &str) {
        for c in text.chars() {
            let c = if matches!(c, '\n' | '\t') { ' ' } else { c };
            if !c.is_control() && self.text.len() + c.len_utf8() <= MAX_BYTES {
                self.text.insert(self.at, c);
                self.at += c.len_utf8();
            }
        }
        self.at = self.boundary_at_or_after(self.at);
    }

    /// A combining mark may have joined the cluster before it: the cursor never stands inside of one.
    fn boundary_at_or_after(&self, at: usize) -> usize {
        self.text.grapheme_indices(true).map(|(i, _)| i).find(|i| *i >= at).unwrap_or(self.text.len())
    }

    fn kill(&mut self, from: usize, to: usize) {
        self.remember();
        self.cut(from, to);
    }

    fn cut(&mut self, from: usize, to: usize) {
        self.text.replace_range(from..to, "");
        self.at = self.boundary_at_or_after(from);
    }

    fn left(&self) -> usize {
        self.text[..self.at].grapheme_indices(true).next_back().map_or(0, |(i, _)| i)
    }

    fn right(&self) -> usize {
        self.text[self.at..].graphemes(true).next().map_or(self.at, |g| self.at + g.len())
    }

    fn word_left(&self) -> usize {
        let before = self.text[..self.at].trim_end();
        before.rfind(char::is_whitespace).map_or(0, |i| i + before[i..].chars().next().map_or(1, char::len_utf8))
    }

    fn word_right(&self) -> usize {
        let rest = &self.text[self.at..];
        let skipped = rest.len() - rest.trim_start().len();
        rest[skipped..].find(char::is_whitespace).map_or(self.text.len(), |i| self.at + skipped + i)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(text: &str) -> LineEdit {
        let mut line = LineEdit::default();
        for c in text.chars() {
            line.key(Key::char(c));
        }
        line
    }

    #[test]
    fn backspace_removes_a_whole_grapheme_cluster() {
        let mut line = typed("cafe\u{301}");
        line.key(Key::plain(Code::Backspace));
        assert_eq!(line.text(), "caf");
    }

    #[test]
    fn the_cursor_moves_by_words_and_to_the_ends() {
        let mut line = typed("alpha beta gamma");
        line.key(Key::alt('b'));
        assert_eq!(line.before_cursor(), "alpha beta ");
        line.key(Key::ctrl('a'));
        line.key(Key::alt('f'));
        assert_eq!(line.before_cursor(), "alpha");
        line.key(Key::ctrl('e'));
        line.key(Key::ctrl('w'));
        assert_eq!(line.text(), "alpha beta ");
    }

    #[test]
    fn a_paste_is_one_step_back_and_carries_no_line_break_or_escape() {
        let mut line = typed("a");
        line.paste("b\nc\u{1b}[31m\td");
        assert_eq!(line.text(), "ab c[31m d");
        line.undo();
        assert_eq!(line.text(), "a");
    }

    #[test]
    fn a_huge_paste_is_cut_at_the_limit() {
        let mut line = LineEdit::default();
        line.paste(&"x".repeat(100_000));
        assert_eq!(line.text().len(), MAX_BYTES);
    }
}
