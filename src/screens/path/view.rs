//! The picture of Path.

use crate::sessions::action::{Action, State};
use crate::sessions::ladder::tracks;
use crate::sessions::study::TopicState;
use crate::ui::footer::Footer;
use crate::ui::glyphs::FOCUS;
use crate::ui::ink::{self, Run, muted, rich, run, text};
use crate::ui::map::{NODES, connector, fan_out, mark, node, unit};
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::sheet::{pane_at, split};
use crate::ui::theme::Token;

use super::filter::{self, state_name};
use super::find;
use super::map::{Focus, Line, Map, Order, STATES, Unit, held_of};
use super::place::{self, Tab};
use super::{MapTab, Mode, detail};

/// Rows of the panel below the map: a rule, three rows, a blank one; and one more where there are tracks and a ladder to tell of.
const PANEL: i32 = 5;
/// How far before a node a fork stands.
const FORK: i32 = 4;
/// Windows lower than this have no legend, nor a blank row below the first sentence.
const LOW: i32 = 16;

/// Whether the topic is told of beside the map.
pub fn has_pane(scene: &Scene<'_>) -> bool {
    scene.size() > Size::Small && pane_at(i32::from(scene.area.0)).is_some()
}

/// The column after the last one of the map.
pub fn map_edge(scene: &Scene<'_>) -> i32 {
    let width = i32::from(scene.area.0);
    match pane_at(width).filter(|_| has_pane(scene)) {
        Some(pane) => pane - 3,
        None => width - 1,
    }
}

/// The rows of the map: the first, and the one after the last.
fn rows(scene: &Scene<'_>) -> (i32, i32) {
    let height = i32::from(scene.area.1);
    let top = if height < LOW { TOP + 1 } else { TOP + 2 };
    // From below: footer, rule, a blank row, the legend, a blank row or the panel.
    let end = match scene.size() {
        _ if height < LOW => height - 2,
        Size::Tiny | Size::Small => height - 6,
        _ if has_pane(scene) => height - 5,
        _ => height - 3 - panel(scene),
    };
    (top, end)
}

/// Rows of the panel.
fn panel(scene: &Scene<'_>) -> i32 {
    PANEL + i32::from(!tracks(scene.study).is_empty())
}

/// How many lines of the map are seen.
pub fn room(scene: &Scene<'_>) -> usize {
    let (top, end) = rows(scene);
    usize::try_from(end - top).unwrap_or(0).max(1)
}

/// Draws everything.
pub fn draw(screen: &MapTab, scene: &Scene<'_>, page: &mut Page) {
    let map = screen.map(scene);
    place::header(Tab::Map, scene, page);
    footer(screen, scene, &map).draw(page);
    if has_pane(scene) {
        split(page, |p| left(screen, &map, scene, p), |p| detail::pane(screen, &map, scene, p));
    } else {
        left(screen, &map, scene, page);
    }
    match &screen.mode {
        Mode::Map | Mode::Find(..) => {}
        Mode::Filter(list) => {
            filter::draw(&screen.filter, list, scene, page);
            let shown = scene.words.get("path-filter-done").into_owned();
            let footer = Footer::of(State::FilterSheet, scene.words).labelled(Action::Enter, &shown);
            footer.without(Action::Back).draw(page);
        }
        Mode::Gate(gate) => {
            gate.draw(scene, page);
            Footer::of(State::Gate, scene.words).draw(page);
        }
    }
}

fn footer(screen: &MapTab, scene: &Scene<'_>, map: &Map) -> Footer {
    let state = if matches!(screen.mode, Mode::Find(..)) { State::FindField } else { State::Map };
    let footer = place::footer(Tab::Map, state, scene);
    match &screen.focus {
        _ if state == State::FindField => footer,
        Some(Focus::Topic(_)) if !map.spots.is_empty() => footer,
        _ => footer.without(Action::Enter).without(Action::TestOut),
    }
}

/// Everything but the pane.
fn left(screen: &MapTab, map: &Map, scene: &Scene<'_>, page: &mut Page) {
    let (top, end) = rows(scene);
    first_row(screen, scene, page);
    let seen = map.lines.iter().enumerate().skip(screen.top).take(room(scene));
    for (y, (at, line)) in (top..end).zip(seen) {
        draw_line(screen, map, scene, page, y, at, line);
    }
    if map.spots.is_empty() {
        let key = if screen.filter.is_on() { "path-all-hidden" } else { "path-empty" };
        page.put_to(LEFT, top, page.edge(), &text(scene.words.get(key)));
    }
    let bottom = page.height();
    match scene.size() {
        _ if bottom < LOW => {
            if let Mode::Find(line, _) = &screen.mode {
                find::draw(line, scene, page, bottom - 3);
            }
            return;
        }
        Size::Tiny | Size::Small => detail::short_row(screen, map, scene, page, bottom - 5),
        _ if has_pane(scene) => {}
        _ => {
            page.rule(end, LEFT, page.edge());
            detail::panel(screen, map, scene, page, end + 1);
        }
    }
    let y = if has_pane(scene) || scene.size() <= Size::Small { bottom - 4 } else { bottom - 3 };
    match screen.mode {
        Mode::Find(ref line, _) => find::draw(line, scene, page, y),
        _ => legend(scene, page, y),
    }
}

/// The name of the path, how much of it is held, and at the right how the map is arranged.
fn first_row(screen: &MapTab, scene: &Scene<'_>, page: &mut Page) {
    let (words, study) = (scene.words, scene.study);
    let Some(path) = study.roadmap() else { return };
    let (held, here, coming) = held_of(study);
    let title = path.title.get(scene.prefs.lang);
    let values = [("title", title.into()), ("held", held.into()), ("all", (here + coming).into())];
    let whole = rich(&words.fmt("path-held-of", &values));
    let sentence =
        if LEFT + ink::width(&whole) <= page.edge() { whole } else { rich(&words.fmt("path-held-small", &values)) };
    let mut right: Vec<String> = Vec::new();
    match screen.order {
        Order::Path => {}
        Order::Weakest => right.push(words.get("path-weakest-first").into_owned()),
        Order::Shortest => right.push(words.get("path-shortest-first").into_owned()),
        Order::Gap => right.push(words.fmt("path-gap-first", &[("n", screen.rungs.level.into())])),
    }
    if screen.filter.is_on() {
        right.push(words.get("path-filtered").into_owned());
    }
    if right.is_empty() && coming > 0 {
        right.push(words.fmt("path-here", &[("n", here.into()), ("coming", coming.into())]));
    }
    let right = right.join(", ");
    let room = LEFT + ink::width(&sentence) + 2 + ink::width(right.as_str()) <= page.edge();
    let changed = screen.order != Order::Path || screen.filter.is_on();
    let end = if room || changed { page.right(TOP, right.as_str()) - 2 } else { page.edge() };
    page.put_to(LEFT, TOP, end, &sentence);
}

fn draw_line(screen: &MapTab, map: &Map, scene: &Scene<'_>, page: &mut Page, y: i32, at: usize, line: &Line) {
    match line {
        Line::Blank => {}
        Line::Title(i) => title(&map.units[*i], page, y),
        Line::Row(i, row) => draw_row(screen, &map.units[*i], scene, page, y, *row),
        Line::Coming(i, shown) => {
            page.put_to(NODES, y, page.edge(), &muted(shown.as_str()));
            if screen.focus == Some(Focus::Coming(*i)) {
                page.put(NODES - 2, y, &run(Token::Focus, FOCUS));
                let first = at == 0 || !matches!(map.lines[at - 1], Line::Coming(..));
                if first {
                    page.set_cursor(NODES, y);
                }
            }
        }
    }
}

fn title(shown: &Unit, page: &mut Page, y: i32) {
    match shown.number {
        Some(number) => unit(page, y, number, &shown.title, shown.percent),
        None => {
            unit(page, y, 0, &shown.title, shown.percent);
            page.put(LEFT, y, "   ");
        }
    }
}

fn draw_row(screen: &MapTab, unit: &Unit, scene: &Scene<'_>, page: &mut Page, y: i32, row: usize) {
    let (grid, edge) = (&unit.grid, page.edge());
    let focused = |n: usize| matches!(&screen.focus, Some(Focus::Topic(t)) if *t == unit.nodes[n].topic);
    let Some(cells) = grid.rows.get(row) else { return };
    // Lines first: the focus bar takes the place of their last cell.
    let ends: Vec<Option<i32>> = cells
        .iter()
        .enumerate()
        .map(|(c, n)| (*n).map(|n| (grid.xs[c] + crate::ui::map::node_width(&unit.nodes[n].name)).min(edge)))
        .collect();
    for (_, column) in grid.lines.iter().filter(|(r, _)| *r == row) {
        if let Some(Some(end)) = column.checked_sub(1).and_then(|c| ends.get(c)) {
            connector(page, y, *end, grid.xs[*column]);
        }
    }
    branches(unit, page, y, row);
    for (column, n) in cells.iter().enumerate().filter_map(|(c, n)| n.map(|n| (c, n))) {
        let (x, shown) = (grid.xs[column], &unit.nodes[n]);
        let limit = grid.xs.get(column + 1).filter(|_| cells.len() > column + 1).map_or(edge, |next| next - 1);
        let end = node(page, x, y, limit, shown.state, &shown.name, focused(n));
        if shown.state == TopicState::Fading && column + 1 == cells.len() {
            let recall = scene.study.topics.get(&shown.topic).map_or(0, |s| s.recall);
            let fading = scene.words.fmt("path-fading-share", &[("n", recall.into())]);
            if end + 2 + ink::width(fading.as_str()) <= edge {
                page.put(end + 2, y, fading.as_str());
            }
        }
    }
}

/// The parts of forks that this row shows: each is drawn on a page of its own row, so that scrolling cuts nothing wrong.
fn branches(unit: &Unit, page: &mut Page, y: i32, row: usize) {
    for fork in &unit.grid.forks {
        let Some(&node) = unit.grid.xs.get(fork.column) else { continue };
        let last = fork.to.iter().copied().max().unwrap_or(fork.row);
        if (fork.row..=last).contains(&row) {
            let to: Vec<i32> = fork.to.iter().map(|t| *t as i32 - row as i32).collect();
            let width = page.width();
            page.part(0, y, width, 1, |p| fan_out(p, node - FORK, fork.row as i32 - row as i32, &to, node));
        }
    }
}

/// The marks and their words; closer where they would not fit.
fn legend(scene: &Scene<'_>, page: &mut Page, y: i32) {
    let items: Vec<[Run; 3]> = STATES.iter().map(|s| [mark(*s), text(" "), muted(state_name(*s, scene))]).collect();
    let width: i32 = items.iter().map(ink::width).sum();
    let between = items.len() as i32 - 1;
    let gap = if LEFT + width + 3 * between <= page.edge() { 3 } else { 2 };
    let mut x = LEFT;
    for item in &items {
        if x + ink::width(item) > page.edge() {
            return;
        }
        x = page.put(x, y, item) + gap;
    }
}
