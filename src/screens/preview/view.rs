//! How the preview looks.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use crate::sessions::action::{Action, State};
use crate::sessions::preview::{Level, Row};
use crate::ui::footer::Footer;
use crate::ui::glyphs::{TEE_DOWN, TEE_UP, THIN};
use crate::ui::header::Session;
use crate::ui::ink::{self, Run, muted, rich, run, text, warn};
use crate::ui::list;
use crate::ui::page::{LEFT, Page};
use crate::ui::question::wrapped;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::layout::{HIDDEN_ABOVE, Layout, Part, TOP, WIDTHS};
use super::{PreviewScreen, problems};

/// Columns between the mark of a topic and those of its items.
const INDENT: i32 = 2;

/// Draws everything.
pub fn draw(screen: &PreviewScreen, scene: &Scene<'_>, page: &mut Page) {
    header(screen, scene, page);
    let layout = screen.layout(scene);
    footer(screen, &layout, scene).draw(page);
    let height = layout.end;
    if let Some(Part { x, width }) = layout.list {
        page.part(x, 0, width, height, |part| list(screen, scene, &layout, part));
    }
    if let Some(part) = layout.view {
        seen(screen, scene, &layout, part, page);
    }
    if let Some(Part { x, width }) = layout.raw {
        page.part(x, 0, width, height, |part| raw(screen, part));
    }
    let bars = [layout.view, layout.raw].into_iter().flatten().filter(|part| part.x > 0);
    if layout.problems > 0 {
        told(screen, scene, &layout, page);
    }
    for x in bars.map(|part| part.x - 1) {
        page.put(x, 1, &run(Token::Rule, TEE_DOWN));
        page.column(x, TOP, height, THIN, Token::Rule);
        page.put(x, height, &run(Token::Rule, TEE_UP));
    }
}

fn header(screen: &PreviewScreen, scene: &Scene<'_>, page: &mut Page) {
    let (words, snapshot) = (scene.words, &screen.snapshot);
    let title = words.get("preview-title");
    if snapshot.at.is_empty() {
        return Session { title: &title, position: "", right: &"", done: (0, 0) }.draw(page);
    }
    let (errors, warnings) = (snapshot.count(Level::Error), snapshot.count(Level::Warning));
    let found = words.fmt("preview-found", &[("errors", errors.into()), ("warnings", warnings.into())]);
    let read = match snapshot.reloads {
        0 => words.fmt("preview-read", &[("time", (&*snapshot.at).into())]),
        _ => words.fmt("preview-reloaded", &[("time", (&*snapshot.at).into())]),
    };
    let whole = format!("{read}, {found}");
    let fits = LEFT + ink::width(&*title) + 2 + ink::width(&*snapshot.name) + 2 + ink::width(whole.as_str());
    let right = if fits <= page.edge() { whole } else { found };
    Session { title: &title, position: &snapshot.name, right: &right, done: (0, 0) }.draw(page);
}

fn footer(screen: &PreviewScreen, layout: &Layout, scene: &Scene<'_>) -> Footer {
    let mut footer = Footer::of(State::Preview, scene.words);
    if screen.problem.is_some() {
        footer = footer.labelled(Action::Editor, &scene.words.get("preview-edit-problem"));
    }
    if screen.snapshot.problems.is_empty() {
        footer = footer.without(Action::FindNext);
    }
    footer = match (layout.list, layout.view) {
        (Some(_), Some(_)) => footer.without(Action::NextTab),
        (None, _) => footer.labelled(Action::NextTab, &scene.words.get("preview-list")),
        (_, None) => footer.labelled(Action::NextTab, &scene.words.get("preview-view")),
    };
    if !screen.can_be_answered() {
        footer = footer.without(Action::Toggle);
    }
    footer.without(Action::Palette)
}

fn list(screen: &PreviewScreen, scene: &Scene<'_>, layout: &Layout, page: &mut Page) {
    let snapshot = &screen.snapshot;
    let words = scene.words;
    if snapshot.rows.is_empty() {
        let key = if snapshot.at.is_empty() { "preview-reading" } else { "preview-empty" };
        let rows = wrapped(&words.get(key), page.edge() - LEFT, false, Token::Text);
        for (row, y) in rows.iter().zip(TOP..layout.end) {
            page.put(LEFT, y, row);
        }
        return;
    }
    list::label(page, TOP, &words.get("preview-items"), "");
    let room = PreviewScreen::room(layout);
    screen.list.draw(page, TOP + 1, snapshot.rows.len(), room, |page, y, at, focused| {
        row(page, y, &snapshot.rows[at], focused);
    });
}

fn row(page: &mut Page, y: i32, row: &Row, focused: bool) {
    let x = LEFT + if row.questions.is_some() { 0 } else { INDENT };
    page.put(x, y, &problems::mark(row.level));
    let mut edge = page.edge();
    if let Some(n) = row.questions {
        edge = page.right(y, &muted(n.to_string())) - 1;
    }
    page.put_to(x + 2, y, edge, &run(if focused { Token::Sel } else { Token::Text }, &*row.name));
    if focused {
        list::focus(page, LEFT, y, 1);
        page.set_cursor(x + 2, y);
    }
}

/// What a learner sees, as far as it fits.
fn seen(screen: &PreviewScreen, scene: &Scene<'_>, layout: &Layout, place: Part, page: &mut Page) {
    let words = scene.words;
    let is_old = screen.row().is_some_and(|row| row.is_old);
    page.part(place.x, 0, place.width, layout.end, |part| {
        let Some(row) = screen.row() else { return };
        let name = match row.questions {
            Some(_) => row.name.to_string(),
            None => format!("{}/{}", row.folder, row.name),
        };
        let width = match WIDTHS[screen.width] {
            0 => words.get("preview-as-seen").into_owned(),
            width => words.fmt("preview-as-wide", &[("width", width.to_string().into())]),
        };
        // The name gives way to nothing.
        let fits = 1 + ink::width(name.as_str()) + 2 + ink::width(width.as_str()) <= part.edge();
        if fits {
            part.right(TOP, &muted(width));
        }
        part.put_to(1, TOP, part.edge(), &text(name));
        if row.route.is_none() {
            let rows = wrapped(&words.get("preview-never-good"), part.edge() - 1, false, Token::Text);
            for (row, y) in rows.iter().zip(TOP + 2..layout.end) {
                part.put(1, y, row);
            }
        }
    });
    let Some(seen) = &screen.seen else { return };
    let area = Rect::new(0, 0, seen.area.0, seen.area.1);
    let mut picture = Buffer::empty(area);
    seen.screen.view(&PreviewScreen::inside(scene, seen.area), &mut Page::new(&mut picture, area, page.theme()));
    let rows = layout.end - TOP - 1 - i32::from(is_old);
    page.paste((place.x, TOP + 1), (place.width, rows), &picture, (screen.sideways, HIDDEN_ABOVE as u16));
    if is_old {
        let said = [warn("!"), text(" "), text(words.get("preview-old").into_owned())];
        page.part(place.x, 0, place.width, layout.end, |part| {
            part.put_to(1, layout.end - 1, part.edge(), &said);
        });
    }
}

/// The file around the line of the problem, else of the row in focus.
fn raw(screen: &PreviewScreen, page: &mut Page) {
    let problem = screen.problem.and_then(|at| screen.snapshot.problems.get(at));
    let place = problem.map(|p| (&p.file, p.line)).or(screen.row().map(|row| (&row.file, row.line)));
    let Some((file, line)) = place else { return };
    let Some(source) = screen.snapshot.texts.get(file) else { return };
    page.put_to(1, TOP, page.edge(), &muted(&**file));
    let room = usize::try_from(page.height() - TOP - 1).unwrap_or(0);
    let at = usize::try_from(line.saturating_sub(1)).unwrap_or(0);
    let from = at.saturating_sub(room / 3);
    let digits = (from + room).to_string().len() as i32;
    for (y, (index, code)) in (TOP + 1..).zip(source.lines().enumerate().skip(from).take(room)) {
        let here = index == at;
        page.right_at(2 + digits, y, &run(if here { Token::Sel } else { Token::Muted }, (index + 1).to_string()));
        page.put(3 + digits, y, &run(Token::Rule, THIN));
        page.put_to(5 + digits, y, page.edge(), &run(Token::Code, code.to_owned()));
    }
}

fn told(screen: &PreviewScreen, scene: &Scene<'_>, layout: &Layout, page: &mut Page) {
    let rows = problems::rows(screen, scene, page.width());
    page.rule(layout.end, 0, page.width());
    let all = screen.snapshot.problems.len();
    if let (Some(at), true) = (screen.problem, all > 1) {
        let said = scene.words.fmt("preview-problem-of", &[("n", (at + 1).into()), ("all", all.into())]);
        let said: Vec<Run> = [vec![text(" ")], rich(&said), vec![text(" ")]].concat();
        page.right_at(page.edge() - 2, layout.end, &said);
    }
    let shown = usize::try_from(layout.problems).unwrap_or(0).min(rows.len());
    problems::draw(page, layout.end + 1, &rows[..shown]);
}
