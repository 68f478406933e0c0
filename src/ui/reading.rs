//! Running text and lessons on a page: roles become tokens, code its colours, found words a mark.

use unicode_segmentation::UnicodeSegmentation;

use crate::prose::{Doc, Labels, Line, LineKind, Look, QuoteKind, Role, Span, paragraph as wrap_paragraph};
use crate::words::Words;

use super::codecolor::Coloured;
use super::glyphs::FOCUS;
use super::ink::{self, Run, run};
use super::page::{LEFT, MARK, Page};
use super::theme::Token;

/// The token of a role.
pub fn token(role: Role) -> Token {
    match role {
        Role::Text => Token::Text,
        Role::Strong => Token::Strong,
        Role::Emphasis | Role::Term(_) => Token::Term,
        Role::Strike | Role::Muted => Token::Muted,
        Role::Code | Role::CodeLine => Token::Code,
        Role::Link(_) => Token::Link,
        Role::H1 => Token::H1,
        Role::H2 => Token::H2,
        Role::H3 => Token::H3,
        Role::Rule | Role::Bar(QuoteKind::Plain | QuoteKind::Notes) => Token::Rule,
        Role::Label => Token::Label,
        Role::Bar(QuoteKind::Say) => Token::Voice,
        Role::Bar(QuoteKind::Mistake) => Token::Bad,
        Role::Bar(QuoteKind::Check) => Token::Accent,
    }
}

/// A wrapped row as pieces; its plain text and code are `base`, such as strong for a stem or sel for a focused option.
pub fn runs(row: &[Span], base: Token) -> Vec<Run<'_>> {
    let weighty = |role| matches!(role, Role::Text | Role::Code) && base != Token::Text;
    row.iter().map(|s| run(if weighty(s.role) { base } else { token(s.role) }, s.text.as_str())).collect()
}

/// Draws one paragraph, with `code` and **weight** marks, from (`x`, `y`) up to the column `edge`; returns how many rows it took.
pub fn paragraph(page: &mut Page, x: i32, y: i32, edge: i32, text: &str, base: Token) -> i32 {
    let rows = wrap_paragraph(text, usize::try_from(edge - x).unwrap_or(0), page.theme().quote_code);
    for (i, row) in rows.iter().enumerate() {
        page.put(x, y + i as i32, &runs(row, base));
    }
    rows.len() as i32
}

/// How many rows [`paragraph`] takes in `width` cells.
pub fn rows_of(text: &str, width: i32, quotes: bool) -> i32 {
    wrap_paragraph(text, usize::try_from(width).unwrap_or(0), quotes).len() as i32
}

/// The names of cards and quotes in a language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardNames {
    notes: String,
    say: String,
    mistake: String,
    check: String,
}

impl CardNames {
    /// The names in the language of `words`.
    pub fn of(words: &Words) -> CardNames {
        CardNames {
            notes: words.get("card-notes").into_owned(),
            say: words.get("card-say").into_owned(),
            mistake: words.get("card-mistake").into_owned(),
            check: words.get("card-check").into_owned(),
        }
    }

    /// The names as `prose` takes them.
    pub fn labels(&self) -> Labels<'_> {
        Labels { notes: &self.notes, say: &self.say, mistake: &self.mistake, check: &self.check }
    }

    /// How a lesson is laid out on the screen.
    pub fn look(&self, width: usize, quote_code: bool) -> Look<'_> {
        Look { width, quote_code, number_links: false, labels: self.labels() }
    }
}

/// The code blocks of a document in their colours, by index; diagrams and unknown languages stay as they are.
pub fn colours(doc: &Doc) -> Vec<Option<Coloured>> {
    doc.codes
        .iter()
        .map(|code| if code.alt.is_some() { None } else { super::codecolor::colour(&code.lang, &code.lines) })
        .collect()
}

/// What is special about the lines that are drawn now.
#[derive(Debug, Clone, Copy, Default)]
pub struct Reading<'a> {
    /// The code blocks in colour (see [`colours`]); may be empty.
    pub colours: &'a [Option<Coloured>],
    /// How many cells code and diagrams are scrolled to the left.
    pub sideways: usize,
    /// The link or term that has the focus.
    pub focus: Option<Role>,
    /// Words that were searched for; empty for none.
    pub find: &'a str,
}

/// Draws a line of a document at the text column of the page.
pub fn line(page: &mut Page, y: i32, doc: &Doc, line: &Line, reading: &Reading) {
    let edge = page.edge();
    if let LineKind::Code { code, line: number, column } = line.kind {
        let (before, art) = split_at(&line.spans, column);
        let x = page.put(LEFT, y, &pieces(&before, reading)).max(LEFT + column as i32);
        let colour = reading.colours.get(code).and_then(Option::as_ref).and_then(|c| c.lines.get(number));
        let body = colour.cloned().unwrap_or_else(|| pieces(&art, reading));
        let body = hits(shifted(body, reading.sideways), reading.find);
        let end = page.put_to(x, y, edge, &body);
        if number == 0
            && let Some(code) = doc.codes.get(code).filter(|c| c.alt.is_none())
            && end + 2 + ink::width(code.lang.as_str()) <= edge
        {
            page.right(y, &(code.lang.as_str(), Token::Muted));
        }
        return;
    }
    page.put_to(LEFT, y, edge, &hits(pieces(&line.spans, reading), reading.find));
    let mut x = LEFT;
    for span in &line.spans {
        if reading.focus == Some(span.role) {
            page.put(MARK, y, &run(Token::Focus, FOCUS));
            page.set_cursor(x, y);
            break;
        }
        x += ink::width(span.text.as_str());
    }
}

fn pieces(spans: &[Span], reading: &Reading) -> Vec<Run<'static>> {
    let token = |role| match role {
        role if reading.focus == Some(role) => Token::Sel,
        role => token(role),
    };
    spans.iter().map(|s| run(token(s.role), s.text.clone())).collect()
}

/// Splits spans after `column` cells: bars and indents, and what they stand before.
fn split_at(spans: &[Span], column: usize) -> (Vec<Span>, Vec<Span>) {
    let (mut before, mut after, mut used) = (Vec::new(), Vec::new(), 0);
    for span in spans {
        let (mut head, mut tail) = (String::new(), String::new());
        for cell in crate::prose::cells::cells(&span.text) {
            let side = if used < column { &mut head } else { &mut tail };
            side.push_str(cell.text);
            used += cell.width;
        }
        for (text, side) in [(head, &mut before), (tail, &mut after)] {
            if !text.is_empty() {
                side.push(Span { text, role: span.role });
            }
        }
    }
    (before, after)
}

/// Pieces without their first `cells` cells.
pub fn shifted(pieces: Vec<Run<'static>>, cells: usize) -> Vec<Run<'static>> {
    if cells == 0 {
        return pieces;
    }
    let mut gone = 0;
    let mut out = Vec::new();
    for piece in pieces {
        let mut text = String::new();
        for cell in crate::prose::cells::cells(&piece.text) {
            if gone >= cells {
                text.push_str(cell.text);
            } else {
                gone += cell.width;
                // Half of a wide character that is left at the border.
                text.extend(std::iter::repeat_n(' ', gone.saturating_sub(cells)));
            }
        }
        out.push(run(piece.token, text));
    }
    out
}

/// Pieces with what was searched for marked, whatever its case.
pub fn hits(pieces: Vec<Run<'static>>, find: &str) -> Vec<Run<'static>> {
    let lower = |c: char| c.to_lowercase().next().unwrap_or(c);
    let wanted: Vec<char> = find.chars().map(lower).collect();
    let mut chars: Vec<(char, Token)> = pieces.iter().flat_map(|p| p.text.chars().map(|c| (c, p.token))).collect();
    if wanted.is_empty() || chars.len() < wanted.len() {
        return pieces;
    }
    let text: Vec<char> = chars.iter().map(|(c, _)| lower(*c)).collect();
    let mut at = 0;
    while at + wanted.len() <= text.len() {
        if text[at..at + wanted.len()] == wanted[..] {
            chars[at..at + wanted.len()].iter_mut().for_each(|c| c.1 = Token::Hit);
            at += wanted.len();
        } else {
            at += 1;
        }
    }
    joined(&chars)
}

/// A text in `base` with the letters (grapheme clusters) at `found` marked, as a fuzzy search gives them.
pub fn marked(text: &str, base: Token, found: &[u32]) -> Vec<Run<'static>> {
    let hit = |i: usize| u32::try_from(i).is_ok_and(|i| found.contains(&i));
    let letters = text.graphemes(true).enumerate();
    let chars: Vec<(char, Token)> =
        letters.flat_map(|(i, g)| g.chars().map(move |c| (c, if hit(i) { Token::Hit } else { base }))).collect();
    joined(&chars)
}

fn joined(chars: &[(char, Token)]) -> Vec<Run<'static>> {
    chars.chunk_by(|a, b| a.1 == b.1).map(|c| run(c[0].1, c.iter().map(|(c, _)| *c).collect::<String>())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::{lay, parse};
    use crate::ui::ink::{string, text};
    use crate::ui::stage::{every_size, picture};

    const LESSON: &str = "## What the database sees {#a}\n\nOne page load becomes **51 round trips**. See [Indexes](topic:indexes).\n\n\
        ```go\nfor _, s := range stores {\n}\n```\n\n> [!mistake]\n> No time to live at all.\n";

    fn drawn(width: u16, reading: &Reading) -> String {
        let doc = parse(LESSON);
        let names = CardNames::of(&Words::of("en"));
        let lines = lay(&doc, &names.look(usize::from(width) - 4, false));
        picture(width, 14, |p| {
            for (y, l) in lines.iter().enumerate() {
                line(p, y as i32, &doc, l, reading);
            }
        })
    }

    #[test]
    fn a_lesson_stands_on_the_grid_with_its_bars_and_the_language_of_its_code() {
        let shown = drawn(60, &Reading::default());
        let rows: Vec<&str> = shown.lines().collect();
        assert_eq!(rows[0], "   What the database sees");
        assert_eq!(rows[4], "   │ for _, s := range stores {                          go");
        assert_eq!(rows[7], "   ┃ COMMON MISTAKE");
        assert_eq!(rows[8], "   ┃ No time to live at all.");
    }

    #[test]
    fn code_scrolls_sideways_behind_its_bar() {
        let shown = drawn(60, &Reading { sideways: 4, ..Reading::default() });
        assert!(shown.contains("   │ _, s := range stores {"), "{shown}");
        let narrow = drawn(24, &Reading::default());
        assert!(narrow.contains("   │ for _, s := range…"), "{narrow}");
    }

    #[test]
    fn the_focused_link_has_the_bar_and_the_cursor() {
        let doc = parse(LESSON);
        let names = CardNames::of(&Words::of("en"));
        let lines = lay(&doc, &names.look(70, false));
        picture(80, 10, |p| {
            line(p, 2, &doc, &lines[2], &Reading { focus: Some(Role::Link(0)), ..Reading::default() });
            assert_eq!(p.cursor().map(|c| c.x), Some(3 + "One page load becomes 51 round trips. See ".len() as u16));
        });
    }

    #[test]
    fn found_words_are_marked_whatever_their_case() {
        let found = hits(vec![text("Idempotency and idem"), run(Token::Strong, "POTENT")], "idempotent");
        assert_eq!(found.iter().filter(|r| r.token == Token::Hit).map(string).collect::<Vec<_>>(), ["idemPOTENT"]);
        assert_eq!(string(&found), "Idempotency and idemPOTENT");
        assert_eq!(hits(vec![text("abc")], ""), [text("abc")]);
    }

    #[test]
    fn fuzzy_letters_are_marked_by_their_index() {
        let found = marked("Idem", Token::Sel, &[0, 1, 3]);
        let shown: Vec<(String, Token)> = found.iter().map(|r| (string(r), r.token)).collect();
        assert_eq!(string(&marked("e\u{301}a", Token::Text, &[1])[1]), "a");
        assert_eq!(shown, [("Id".into(), Token::Hit), ("e".into(), Token::Sel), ("m".into(), Token::Hit)]);
    }

    #[test]
    fn lessons_fit_every_window() {
        let doc = parse(LESSON);
        let coloured = colours(&doc);
        let names = CardNames::of(&Words::of("id"));
        every_size(|p| {
            let width = usize::try_from(p.edge() - LEFT).unwrap_or(0);
            let reading = Reading { colours: &coloured, sideways: 3, focus: Some(Role::Link(0)), find: "a" };
            for (y, l) in lay(&doc, &names.look(width, true)).iter().enumerate() {
                line(p, y as i32, &doc, l, &reading);
            }
            paragraph(p, 6, 2, p.edge(), "Some `code` in a sentence", Token::Strong);
        });
    }
}
