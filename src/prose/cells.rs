//! Text as terminal cells: the one place that decides how wide a character is and what may reach a terminal.
//!
//! Content comes from strangers. A control character could move the cursor or retitle the window, a direction mark could
//! show code in another order than it runs in, and a pile of combining marks could paint over the rows around it.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Shown in place of what must not reach a terminal.
pub const REPLACEMENT: &str = "\u{fffd}";

/// Code points in one grapheme cluster that are shown; further combining marks are left out.
const MAX_MARKS: usize = 8;

/// A grapheme cluster as it is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cell<'a> {
    /// What to show.
    pub text: &'a str,
    /// How many cells it takes: 1 or 2.
    pub width: usize,
    /// How many bytes of the source it stands for; a cluster that was split says this once.
    pub bytes: usize,
}

/// The clusters of a text, safe to show. Line breaks and tabs are one space; zero-width characters are left out.
pub fn cells(text: &str) -> Cells<'_> {
    Cells { rest: text, split: "", split_bytes: 0 }
}

/// How many cells a text takes in one row.
pub fn width(text: &str) -> usize {
    let mut cells = cells(text);
    let mut sum = 0;
    loop {
        sum += cells.take_plain(|b| (b' '..=b'~').contains(&b)).len();
        match cells.next() {
            Some(cell) => sum += cell.width,
            None => return sum,
        }
    }
}

/// The iterator of [`cells`].
#[derive(Debug, Clone)]
pub struct Cells<'a> {
    /// What was not looked at yet; it begins at the border of a cluster.
    rest: &'a str,
    /// The rest of a cluster that is wider than two cells and is shown character by character.
    split: &'a str,
    split_bytes: usize,
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cell<'a>;

    fn next(&mut self) -> Option<Cell<'a>> {
        loop {
            if let Some(c) = self.split.chars().next() {
                let (one, rest) = self.split.split_at(c.len_utf8());
                self.split = rest;
                if one.width() > 0 {
                    let bytes = std::mem::take(&mut self.split_bytes);
                    return Some(Cell { text: one, width: one.width().min(2), bytes });
                }
                continue;
            }
            let cluster = self.cluster()?;
            let bytes = cluster.len();
            match classify(cluster) {
                Shown::As(text, width) => return Some(Cell { text, width, bytes }),
                Shown::Split => (self.split, self.split_bytes) = (cluster, bytes),
                Shown::Not => {}
            }
        }
    }
}

impl<'a> Cells<'a> {
    /// Takes the letters, digits and signs of ASCII that come next, up to a space: each is a cell of its own, so they can be taken in one piece.
    pub fn take_word(&mut self) -> &'a str {
        self.take_plain(|b| b.is_ascii_graphic())
    }

    /// Takes what comes next as long as it is printable ASCII that `is_wanted`; a mark behind it may belong to its last character, which stays then.
    fn take_plain(&mut self, is_wanted: impl Fn(u8) -> bool) -> &'a str {
        if !self.split.is_empty() {
            return "";
        }
        let bytes = self.rest.as_bytes();
        let end = bytes.iter().position(|b| !is_wanted(*b)).unwrap_or(bytes.len());
        let end = if bytes.get(end).is_some_and(|next| !next.is_ascii()) { end.saturating_sub(1) } else { end };
        let (plain, rest) = self.rest.split_at(end);
        self.rest = rest;
        plain
    }

    /// Takes the next cluster from the rest. Between two ASCII characters there is a border, whatever comes before them (only CR and
    /// LF belong together; UAX 29, GB3), and most text needs no table to know it.
    fn cluster(&mut self) -> Option<&'a str> {
        let end = match self.rest.as_bytes() {
            [] => return None,
            [b' '..=b'~'] => 1,
            [b' '..=b'~', next, ..] if next.is_ascii() => 1,
            _ => self.rest.graphemes(true).next()?.len(),
        };
        let (cluster, rest) = self.rest.split_at(end);
        self.rest = rest;
        Some(cluster)
    }
}

enum Shown<'a> {
    As(&'a str, usize),
    Split,
    Not,
}

fn classify(cluster: &str) -> Shown<'_> {
    let Some(first) = cluster.chars().next() else { return Shown::Not };
    if first.is_ascii_graphic() && cluster.len() == 1 {
        return Shown::As(cluster, 1);
    }
    match first {
        ' ' | '\t' | '\n' | '\r' if cluster.trim().is_empty() => return Shown::As(" ", 1),
        // Zero-width space, word joiner and other invisible operators, byte order mark, soft hyphen.
        '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}' => return Shown::Not,
        _ if first.is_control() || is_direction_mark(first) => return Shown::As(REPLACEMENT, 1),
        _ => {}
    }
    // The emoji form of a sign takes two cells in some terminals and one in others: ask for the text form.
    let cluster = match cluster.strip_suffix('\u{fe0f}') {
        Some(sign) if sign.chars().nth(1).is_none() => sign,
        _ => cluster,
    };
    let cluster = cluster.char_indices().nth(MAX_MARKS).map_or(cluster, |(end, _)| &cluster[..end]);
    match cluster.width() {
        0 => Shown::As(REPLACEMENT, 1),
        w @ (1 | 2) => Shown::As(cluster, w),
        _ => Shown::Split,
    }
}

fn is_direction_mark(c: char) -> bool {
    matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        cells(text).map(|c| c.text).collect()
    }

    #[test]
    fn escape_sequences_and_controls_become_visible() {
        assert_eq!(shown("a\u{1b}[31mb\u{7}"), "a\u{fffd}[31mb\u{fffd}");
        assert_eq!(shown("\u{9b}2J\u{0}\u{7f}"), "\u{fffd}2J\u{fffd}\u{fffd}");
    }

    #[test]
    fn direction_overrides_become_visible() {
        assert_eq!(shown("if \u{202e}x"), "if \u{fffd}x");
    }

    #[test]
    fn line_breaks_and_tabs_are_one_space() {
        assert_eq!(shown("a\tb\r\nc\nd"), "a b c d");
        assert_eq!(width("a\tb"), 3);
    }

    #[test]
    fn wide_and_combining_characters_are_measured_as_shown() {
        assert_eq!(width("数据库"), 6);
        assert_eq!(width("e\u{301}x"), 2);
        assert_eq!(width("👩\u{200d}💻"), 2);
        assert_eq!(width("✓\u{fe0f}"), 1);
        assert_eq!(width("plain"), 5);
    }

    #[test]
    fn zero_width_characters_take_no_room_and_a_lone_mark_is_visible() {
        assert_eq!(shown("a\u{200b}b\u{ad}c"), "abc");
        assert_eq!(shown("\u{301}"), "\u{fffd}");
    }

    #[test]
    fn a_pile_of_marks_is_capped() {
        let pile = format!("a{}", "\u{301}".repeat(300));
        assert_eq!(cells(&pile).count(), 1);
        assert_eq!(shown(&pile).chars().count(), MAX_MARKS);
    }

    #[test]
    fn clusters_are_those_of_the_whole_text() {
        for text in
            ["a\r\nb e\u{301}x", "x\u{600}1 🇮🇩🇮🇩🇮a", "नमस्ते ok क्ष", "ab\u{200d}c👩\u{200d}💻d", "\u{1b}[0m\u{301}"]
        {
            let mut cells = cells(text);
            let ours: Vec<&str> = std::iter::from_fn(|| cells.cluster()).collect();
            assert_eq!(ours, text.graphemes(true).collect::<Vec<_>>(), "{text:?}");
        }
    }

    #[test]
    fn words_taken_in_one_piece_are_the_cells_that_they_would_be_one_by_one() {
        for text in [
            "ab e\u{301}x",
            "ab\u{301}",
            "GET /x?q=é&n=1",
            "a\u{200d}b",
            "x\u{600}1",
            "🇮🇩ab🇮🇩",
            "  a\tb~",
            "ﷺab",
            "",
            "a",
        ] {
            let mut rest = cells(text);
            let mut pieces = String::new();
            loop {
                let word = rest.take_word();
                assert!(word.bytes().all(|b| b.is_ascii_graphic()), "{word:?}");
                pieces.push_str(word);
                let Some(cell) = rest.next() else { break };
                pieces.push_str(cell.text);
            }
            assert_eq!(pieces, shown(text), "{text:?}");
            assert_eq!(width(text), cells(text).map(|c| c.width).sum::<usize>(), "{text:?}");
        }
    }

    #[test]
    fn every_cell_is_one_or_two_wide_and_the_bytes_add_up() {
        for text in ["नमस्ते क्ष", "ᄀᄀᄀ가각", "👨‍👩‍👧‍👦🇮🇩", "ﷺ", "\u{1b}\u{301}a"]
        {
            assert!(cells(text).all(|c| c.width == 1 || c.width == 2), "{text}");
            assert_eq!(cells(text).map(|c| c.bytes).sum::<usize>(), text.len(), "{text}");
        }
    }
}
