//! The picture of the help: two columns where there is room, else one below the other.

use crate::sessions::action::{Action, State};
use crate::ui::field;
use crate::ui::footer::Footer;
use crate::ui::header::Session;
use crate::ui::ink::{self, Run, key, text};
use crate::ui::list;
use crate::ui::page::{LEFT, Page, SECOND, Size, TOP};
use crate::ui::reading;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::rows::{Row, Section, count, name, nth};
use super::{HelpScreen, Mode};

/// The reading width with its margins.
const COLUMN: i32 = 80;
/// Cells for keys; the text follows one cell behind.
const KEYS: i32 = 11;
/// From so many cells on, the whole sentence stands beside a key; else its short form.
const SENTENCE: i32 = 40;

/// About how many keys are seen at once, for moving by pages.
pub fn page(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1).saturating_sub(12).max(1)
}

/// Draws everything.
pub fn draw(screen: &HelpScreen, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    let title = words.fmt("help-title", &[("screen", words.get(name(screen.state)).into())]);
    let right: Vec<Run> =
        if screen.filter.is_blank() { Vec::new() } else { vec![key("/"), text(" "), text(screen.filter.text())] };
    Session { title: &title, position: "", right: &right, done: (0, 0) }.draw(page);
    let footer = match screen.mode {
        Mode::Filter => Footer::of(State::HelpFilter, words),
        _ if screen.all => Footer::of(State::Help, words).labelled(Action::AllScreens, &words.get("help-one-screen")),
        _ => Footer::of(State::Help, words),
    };
    footer.draw(page);
    let (width, height) = (page.width().min(COLUMN), page.height());
    page.part(0, 0, width, height, |p| body(screen, scene, p));
    if matches!(screen.mode, Mode::Filter) {
        let y = page.bottom() - 1;
        page.clear(y, y + 1);
        let x = page.put(LEFT, y, &key("/")) + 1;
        field::line(page, x, y, page.edge().min(COLUMN), &screen.filter, true);
    }
}

fn body(screen: &HelpScreen, scene: &Scene<'_>, page: &mut Page) {
    let sections = screen.sections(scene.words);
    let keys = count(&sections);
    if keys == 0 {
        page.put_to(LEFT, TOP, page.edge(), &text(scene.words.get("help-nothing")));
        return page.set_cursor(LEFT, TOP);
    }
    let focus = screen.list.focus.min(keys - 1);
    let one = screen.all || scene.size() < Size::Medium;
    // One sentence about the marked key stands below both columns, which have its short form only.
    let sentence = if one { 0 } else { 2 };
    let below = happening_rows(screen, page);
    let (left, right) = if one { (sections.as_slice(), [].as_slice()) } else { sections.split_at(1) };
    let rows = height(left).max(height(right));
    let bottom = (page.bottom() - below - sentence).min(TOP + rows);
    if one {
        column(page, (LEFT, page.edge()), (TOP, bottom), left, Some(focus), scene);
    } else {
        let here = count(left);
        let in_left = (focus < here).then_some(focus);
        column(page, (LEFT, SECOND - 4), (TOP, bottom), left, in_left, scene);
        column(page, (SECOND, page.edge()), (TOP, bottom), right, focus.checked_sub(here), scene);
        if let Some(row) = nth(&sections, focus) {
            page.put_to(LEFT, bottom + 1, page.edge(), &[key(row.first.as_str()), text("  "), text(row.act.as_str())]);
        }
    }
    if below > 0 {
        let y = bottom + sentence + 1;
        page.put(LEFT, y, &(scene.words.get("help-happening"), Token::Label));
        reading::paragraph(page, LEFT, y + 1, page.edge(), &screen.happening, Token::Text);
    }
}

/// Rows of sections below one another, with a blank one between.
fn height(sections: &[Section]) -> i32 {
    (count(sections) + 2 * sections.len()) as i32 - 1
}

/// Rows that the paragraph about what is happening takes, with its name and a blank row; 0 when it is left out.
fn happening_rows(screen: &HelpScreen, page: &Page) -> i32 {
    if screen.happening.is_empty() || screen.all {
        return 0;
    }
    let rows = 2 + reading::rows_of(&screen.happening, page.edge() - LEFT, page.theme().quote_code);
    // Where it would take more than a third of the page, the keys are what was asked for.
    if rows * 3 > page.bottom() - TOP { 0 } else { rows }
}

/// A row of a column.
enum Line<'a> {
    Name(&'a str),
    Key(usize, &'a Row),
    Blank,
}

/// Sections below one another between two columns and two rows, with the focused key in sight.
fn column(
    page: &mut Page,
    (x, edge): (i32, i32),
    (top, bottom): (i32, i32),
    sections: &[Section],
    focus: Option<usize>,
    scene: &Scene<'_>,
) {
    let names: Vec<_> = sections.iter().map(|s| scene.words.get(s.name)).collect();
    let mut lines = Vec::new();
    let mut index = 0;
    for (section, name) in sections.iter().zip(&names) {
        if !lines.is_empty() {
            lines.push(Line::Blank);
        }
        lines.push(Line::Name(name));
        for row in &section.rows {
            lines.push(Line::Key(index, row));
            index += 1;
        }
    }
    let room = usize::try_from(bottom - top).unwrap_or(0);
    let at = |i: usize| matches!(lines[i], Line::Key(n, _) if Some(n) == focus);
    let marked = (0..lines.len()).find(|i| at(*i)).unwrap_or(0);
    // The focus stays in the middle where the list is long: what is around it is in sight.
    let first = marked.saturating_sub(room / 2).min(lines.len().saturating_sub(room));
    for (y, line) in (top..bottom).zip(&lines[first..]) {
        match line {
            // A name without a key below it says nothing.
            Line::Name(_) if y + 1 == bottom => {}
            Line::Blank => {}
            Line::Name(name) => {
                page.put_to(x, y, edge, &(*name, Token::Label));
            }
            Line::Key(n, row) => draw_row(page, (x, y, edge), row, Some(*n) == focus),
        }
    }
}

fn draw_row(page: &mut Page, (x, y, edge): (i32, i32, i32), row: &Row, focused: bool) {
    let mut end = x;
    for name in &row.keys {
        let gap = if end == x { 0 } else { 2 };
        // Further keys are shown as far as they fit.
        if end > x && end + gap + ink::width(name.as_str()) > x + KEYS - 1 {
            break;
        }
        end = page.put_to(end + gap, y, edge, &key(name.as_str()));
    }
    let at = (x + KEYS).max(end + 1);
    let words = if edge - x - KEYS >= SENTENCE { &row.act } else { &row.hint };
    let token = if focused { Token::Sel } else { Token::Text };
    page.put_to(at, y, edge, &ink::run(token, words.as_str()));
    if focused {
        list::focus(page, x, y, 1);
    }
}
