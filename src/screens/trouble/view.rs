//! The picture of trouble.

use crate::prose::paragraph;
use crate::sessions::action::{Action, State};
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{Run, rich, text, warn};
use crate::ui::list;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::reading::runs;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;
use crate::words::Words;

use super::{Entry, TroubleScreen, entries};

/// The reading width with its margins.
const COLUMN: i32 = 80;

/// The name of an entry.
pub fn label(entry: &Entry<'_>, words: &Words) -> String {
    let key = match entry {
        Entry::Unsaved(..) => words.get("trouble-unsaved-label"),
        Entry::ReadOnly(0) => words.get("trouble-folder-label"),
        Entry::ReadOnly(_) => words.get("trouble-read-only-label"),
        Entry::Newer(_) => words.get("trouble-newer-label"),
        Entry::Crash(_) => words.get("trouble-crash-label"),
        Entry::Pack(_) => words.get("trouble-pack-label"),
    };
    key.into_owned()
}

/// A row, and the entry that it belongs to; a blank row belongs to none.
struct Row {
    entry: Option<usize>,
    ink: Vec<Run<'static>>,
}

fn owned(runs: Vec<Run<'_>>) -> Vec<Run<'static>> {
    runs.into_iter().map(|r| Run { text: r.text.into_owned().into(), token: r.token }).collect()
}

/// What is safe, and what to press.
fn safe_and_press(entry: &Entry<'_>, words: &Words) -> (String, String) {
    let say = |safe: &str, press: &str| (words.get(safe).into_owned(), words.get(press).into_owned());
    match entry {
        Entry::Unsaved(..) => say("trouble-unsaved-safe", "trouble-unsaved-press"),
        Entry::ReadOnly(0) => say("trouble-folder-safe", "trouble-folder-press"),
        Entry::ReadOnly(_) => say("trouble-read-only-safe", "trouble-read-only-press"),
        Entry::Newer(_) => say("trouble-newer-safe", "trouble-newer-press"),
        Entry::Crash(c) => match c.resume {
            Some(n) => (
                words.fmt("trouble-crash-safe-item", &[("n", n.into())]),
                words.fmt("trouble-crash-press-item", &[("n", n.saturating_add(1).into())]),
            ),
            None => say("trouble-crash-safe", "trouble-crash-press"),
        },
        Entry::Pack(_) => say("trouble-pack-safe", "trouble-pack-press"),
    }
}

fn rows_of(index: usize, entry: &Entry<'_>, words: &Words, width: usize) -> Vec<Row> {
    let (safe, press) = safe_and_press(entry, words);
    let mut inks = vec![vec![Run { text: label(entry, words).into(), token: Token::Label }]];
    for (i, row) in paragraph(&entry.happened(words), width, false).iter().enumerate() {
        let mark = if i == 0 { warn("!") } else { text(" ") };
        inks.push([vec![mark, text(" ")], owned(runs(row, Token::Text))].concat());
    }
    let wrapped = |said: &str| -> Vec<Vec<Run<'static>>> {
        let rows = paragraph(said, width, false);
        rows.iter().map(|r| [vec![text("  ")], owned(runs(r, Token::Text))].concat()).collect()
    };
    let place = entry.place(words);
    match entry {
        // The first error belongs to what happened; a report and a command, to what can be done.
        Entry::Pack(_) => {
            inks.extend(place.map(|place| vec![text(format!("  {place}"))]).into_iter().chain(wrapped(&safe)))
        }
        _ => inks.extend(wrapped(&safe).into_iter().chain(place.iter().flat_map(|place| wrapped(place)))),
    }
    inks.push([vec![text("  ")], rich(&press)].concat());
    let mut rows: Vec<Row> = inks.into_iter().map(|ink| Row { entry: Some(index), ink }).collect();
    rows.push(Row { entry: None, ink: Vec::new() });
    rows
}

/// Draws everything.
pub fn draw(screen: &TroubleScreen, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    let name = words.get("trouble-title");
    // No places: their keys mean nothing here.
    Session { title: &name, position: "", right: &"", done: (0, 0) }.draw(page);
    let entries = entries(scene.study);
    let mut footer = Footer::of(State::Trouble, words);
    if scene.study.newer.is_some() {
        footer =
            footer.without(Action::Retry).without(Action::Palette).labelled(Action::Enter, &words.get("hint-quit"));
    } else if entries.is_empty() {
        footer = footer.without(Action::Retry).without(Action::Report);
    }
    footer.without(Action::Back).draw(page);
    let (width, height) = (page.width().min(COLUMN), page.height());
    page.part(0, 0, width, height, |p| body(screen, &entries, words, p));
}

fn body(screen: &TroubleScreen, entries: &[Entry<'_>], words: &Words, page: &mut Page) {
    if entries.is_empty() {
        page.put_to(LEFT, TOP, page.edge(), words.get("trouble-none").as_ref());
        return page.set_cursor(LEFT, TOP);
    }
    let width = usize::try_from(page.edge() - LEFT - 2).unwrap_or(0).max(1);
    let rows: Vec<Row> = entries.iter().enumerate().flat_map(|(i, e)| rows_of(i, e, words, width)).collect();
    let focus = screen.list.focus.min(entries.len() - 1);
    let room = usize::try_from(page.bottom() - TOP).unwrap_or(0);
    // The last row is blank and need not be seen.
    let first = rows.iter().position(|r| r.entry == Some(focus)).unwrap_or(0);
    let top = first.min((rows.len() - 1).saturating_sub(room));
    for (y, row) in (TOP..page.bottom()).zip(&rows[top..]) {
        page.put_to(LEFT, y, page.edge(), &row.ink);
        if row.entry == Some(focus) {
            page.column(LEFT - 2, y, y + 1, crate::ui::glyphs::FOCUS, Token::Focus);
        }
    }
    list::focus(page, LEFT, TOP + (first - top) as i32, 1);
}
