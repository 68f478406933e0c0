//! The picture of the box (picture 15).

use crate::prose::paragraph;
use crate::sessions::action::State;
use crate::ui::footer::{Footer, Hint};
use crate::ui::glyphs::FOCUS;
use crate::ui::ink::{self, key, muted, run, text};
use crate::ui::page::{LEFT, MARK, Page, Size};
use crate::ui::reading::{marked, runs};
use crate::ui::screen::Scene;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Token;

use super::PaletteScreen;
use super::find::{Kind, Row};

/// The widest box, with its border.
const WIDEST: i32 = 74;
/// The first row of the box where there is room.
const TOP: i32 = 4;
/// Rows of results, and in large windows.
const ROWS: i32 = 8;
const ROWS_LARGE: i32 = 16;
/// Borders, the line that is typed, and the two rules.
const FRAME: i32 = 5;
/// Rows of the preview.
const PREVIEW: i32 = 3;
/// The column of names within the box.
const NAME: i32 = 12;
/// Cells of a key at the right, which stays where a name has to be cut.
const KEY: i32 = 6;
/// Names keep at least so many cells; the second column gives way.
const NAME_LEAST: i32 = 24;

/// How many results are seen.
pub fn room(scene: &Scene<'_>, preview: bool) -> usize {
    let most = if scene.size() == Size::Large { ROWS_LARGE } else { ROWS };
    let free = i32::from(scene.area.1) - 2 - FRAME - below(preview);
    usize::try_from(free.clamp(1, most)).unwrap_or(1)
}

/// Rows below the second rule.
fn below(preview: bool) -> i32 {
    if preview { PREVIEW } else { 1 }
}

/// Draws the box over what is already on the page.
pub fn draw(screen: &PaletteScreen, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    let room = room(scene, screen.preview);
    let title = words.get("palette-title");
    let count = words.fmt("palette-count", &[("n", screen.rows.len().into()), ("all", screen.all.into())]);
    let height = room as i32 + FRAME + below(screen.preview);
    let width = WIDEST.min(page.width() - 6);
    let sheet = Sheet { title: &title, count: &count, width, height, top: Some(TOP) };
    sheet.draw(page, |inside| draw_inside(screen, scene, room, inside));
    footer(scene).draw(page);
}

fn footer(scene: &Scene<'_>) -> Footer {
    let mut footer = Footer::of(State::Palette, scene.words);
    footer.hints.insert(0, Hint::new("↑ ↓", scene.words.get("palette-move")));
    // `?` is typed here.
    footer
}

fn draw_inside(screen: &PaletteScreen, scene: &Scene<'_>, room: usize, page: &mut Page) {
    page.set_margin(2);
    let x = page.put(LEFT, 0, &key(":")) + 1;
    let cells = page.edge() - x;
    page.part(x, 0, cells, 1, |part| {
        let cursor = ink::width(screen.line.before_cursor());
        let hidden = (cursor + 1 - part.width()).max(0);
        part.put(-hidden, 0, screen.line.text());
        part.set_cursor(cursor - hidden, 0);
    });
    page.rule(1, 0, page.width());
    screen.list.draw(page, 2, screen.rows.len(), room, |p, y, i, focused| row(p, y, &screen.rows[i], focused, scene));
    if screen.rows.is_empty() {
        let key = if screen.search.waiting { "palette-searching" } else { "palette-nothing" };
        page.put_to(LEFT, 2, page.edge(), &text(scene.words.get(key)));
    }
    let y = 2 + room as i32;
    page.rule(y, 0, page.width());
    match screen.rows.get(screen.list.focus).filter(|_| screen.preview) {
        Some(row) => preview(page, y + 1, row),
        None => narrow(page, y + 1, scene),
    }
}

fn row(page: &mut Page, y: i32, row: &Row, focused: bool, scene: &Scene<'_>) {
    let words = scene.words;
    let kind = match row.kind {
        Kind::Term => words.get("palette-term"),
        Kind::Lesson => words.get("palette-lesson"),
        Kind::Do | Kind::Review => words.get("palette-do"),
        Kind::Item => words.get("palette-item"),
        Kind::Ask => words.get("palette-ask"),
        Kind::Note => words.get("palette-note"),
    };
    if focused {
        page.put(MARK, y, &run(Token::Focus, FOCUS));
    }
    page.put_to(LEFT, y, NAME - 1, &muted(kind));
    let edge = page.edge();
    let token = if row.kind == Kind::Do { Token::Key } else { Token::Text };
    // The name has the room it needs, down to a least width for long names beside long details.
    let right = ink::width(row.right.as_str());
    let most = ((edge - NAME) * 3 / 5).max(NAME_LEAST).min(edge - NAME - 2 - right.min(KEY));
    let from = NAME + ink::width(row.title.as_str()).min(most) + 2;
    let right = right.min((edge - from).max(0));
    let shown = if right >= 6 || right == ink::width(row.right.as_str()) { right } else { 0 };
    if shown > 0 {
        page.put_to(edge - shown, y, edge, &run(token, row.right.as_str()));
    }
    let end = if shown > 0 { edge - shown - 2 } else { edge };
    let base = if focused { Token::Sel } else { Token::Text };
    page.put_to(NAME, y, end, &marked(&row.title, base, &row.letters));
}

/// The signs that narrow the search.
fn narrow(page: &mut Page, y: i32, scene: &Scene<'_>) {
    let words = scene.words;
    let mut x = LEFT;
    let kinds = [
        (">", words.get("palette-commands")),
        ("#", words.get("palette-topics")),
        ("=", words.get("palette-questions-only")),
        ("@", words.get("palette-notes")),
    ];
    let wide: i32 = kinds.iter().map(|(_, k)| ink::width(k) + 6).sum();
    let gap = if LEFT + wide - 4 <= page.edge() { 4 } else { 2 };
    for (sign, kind) in kinds {
        if x + 2 + ink::width(&kind) > page.edge() {
            break;
        }
        x = page.put(x, y, &[key(sign), text(" "), text(kind)]) + gap;
    }
}

fn preview(page: &mut Page, y: i32, row: &Row) {
    let width = usize::try_from(page.edge() - LEFT).unwrap_or(0).max(1);
    let mut text = row.title.clone();
    for (sign, more) in [(": ", &row.more), (", ", &row.right)] {
        if !more.is_empty() && !text.contains(more.as_str()) {
            text.push_str(sign);
            text.push_str(more);
        }
    }
    for (i, line) in paragraph(&text, width, true).iter().take(PREVIEW as usize).enumerate() {
        page.put_to(LEFT, y + i as i32, page.edge(), &runs(line, Token::Text));
    }
}
