//! The tab Flags: what was said about questions, and spellings that count.

use crate::domain::event::What;
use crate::sessions::action::Action;
use crate::sessions::describe;
use crate::sessions::effect::{Effect, Queue, Route};
use crate::sessions::library::{FlagRow, Said};
use crate::ui::ink::{label, muted, text};
use crate::ui::lines::{Line, stack};
use crate::ui::list::{List, Row};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::sheets::Over;
use super::{ago, lay, record, room, toast, top};

/// Follows an action on the list.
pub fn act(action: Action, row: Option<&FlagRow>, over: &mut Option<Over>, scene: &Scene<'_>) -> Vec<Effect> {
    let Some(row) = row else { return Vec::new() };
    match action {
        Action::Export => {
            *over = Some(Over::Send(0));
            Vec::new()
        }
        Action::Discard => {
            let key = match row.said {
                Said::Flag(_) => "library-flag-back",
                Said::Spelling(_) => "library-spelling-back",
            };
            record(What::Undone { of: row.id }, scene.words.get(key).into_owned(), scene)
        }
        Action::Enter | Action::OpenLesson if row.asks.is_empty() => {
            vec![toast(false, scene.words.get("library-not-here").into_owned())]
        }
        Action::Enter => vec![Effect::Go(Route::Review(Queue::Practice(vec![row.item.clone()])))],
        Action::OpenLesson => {
            let section = Some(row.section.clone()).filter(|section| !section.is_empty());
            vec![Effect::Go(Route::Lesson(row.item.topic(), section))]
        }
        _ => Vec::new(),
    }
}

/// What was said, in words.
fn said(row: &FlagRow, scene: &Scene<'_>) -> String {
    match &row.said {
        Said::Flag(reason) => describe::flag(reason, scene.words),
        Said::Spelling(spelling) => scene.words.fmt("library-spelling", &[("text", spelling.into())]),
    }
}

/// What a question asks, on one line; its name when no pack here has it.
fn asks(row: &FlagRow, scene: &Scene<'_>) -> Vec<crate::ui::ink::Run<'static>> {
    let asked = row.asks.get(scene.prefs.lang);
    match asked.is_empty() {
        true => vec![muted(row.item.to_string())],
        false => vec![text(asked.lines().next().unwrap_or_default().replace('`', ""))],
    }
}

/// Draws sentence and list; returns the row below them.
pub fn draw(rows: &[FlagRow], list: &List, scene: &Scene<'_>, page: &mut Page<'_>) -> i32 {
    let words = scene.words;
    let look = Look::of(scene, page.width());
    if rows.is_empty() {
        lay(page, TOP, &look.say(&words.get("library-no-flags")));
        return page.bottom();
    }
    let y = top(page);
    if y > TOP {
        let flags = rows.iter().filter(|row| matches!(row.said, Said::Flag(_))).count();
        let values = [("n", flags.into()), ("spellings", (rows.len() - flags).into())];
        lay(page, TOP, look.say(&words.fmt("library-flags-top", &values)).get(..1).unwrap_or_default());
    }
    let room = room(scene, rows.len());
    list.draw(page, y, rows.len(), room, |page, y, i, focused| {
        let it = &rows[i];
        let row = Row::new(asks(it, scene)).focused(focused).right([text(ago(it.utc, scene))]);
        // The label must leave its room to what was said.
        let wide = page.size() > Size::Small && page.width() >= 79;
        if wide {
            let mut row = row;
            row.label = vec![text(cut(&crate::ui::ink::string(&row.label), 38))];
            row.second([muted(said(it, scene))]).draw(page, y);
        } else {
            row.draw(page, y);
        }
    });
    y + room.min(rows.len()) as i32
}

/// A text of at most so many cells.
pub fn cut(text: &str, cells: i32) -> String {
    if crate::ui::ink::width(text) <= cells {
        return text.to_owned();
    }
    let mut out = String::new();
    for cell in crate::prose::cells::cells(text) {
        if crate::ui::ink::width(out.as_str()) + cell.width as i32 + 1 > cells {
            break;
        }
        out.push_str(cell.text);
    }
    out.push('…');
    out
}

/// What is told about the focused row.
pub fn details(row: &FlagRow, scene: &Scene<'_>, width: i32) -> Vec<Line> {
    let lang = scene.prefs.lang;
    let look = Look::of(scene, width);
    let mut lines = Vec::new();
    if !row.topic.get(lang).is_empty() {
        lines.push(Line::at(LEFT, vec![label(row.topic.get(lang).to_uppercase())]));
    }
    // In a low window what was said is nearer than what the list says already.
    let what = match &row.said {
        Said::Flag(_) => scene.words.fmt("flags-reason", &[("reason", said(row, scene).into())]),
        Said::Spelling(_) => said(row, scene),
    };
    lines.extend(stack(look.prose(&what, LEFT, Token::Text), LEFT));
    lines.push(Line::blank());
    match row.asks.get(lang) {
        "" => lines.extend(look.say(&scene.words.get("library-not-here"))),
        asks => lines.extend(stack(look.prose(asks, LEFT, Token::Text), LEFT)),
    }
    lines.push(Line::at(LEFT, vec![muted(row.item.to_string())]));
    lines
}
