//! The matrix of levels and dimensions, and the next rung below it.

use crate::domain::ladder::{Claim, Counts, Dimension, Gap, LEVELS};
use crate::sessions::action::State;
use crate::sessions::ladder::{LadderData, claim_name, dimension_name, gap_words, packet, reading_sentence};
use crate::sessions::study::TopicState;
use crate::ui::glyphs::{FOCUS, RUNG};
use crate::ui::ink::{self, label, muted, run, strong, text};
use crate::ui::look::Look;
use crate::ui::map::mark;
use crate::ui::meter::gauge;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::sheet::{pane_at, split_at};
use crate::ui::theme::Token;

use super::ladder::frame;

/// Where the levels begin, and how far apart they stand.
const LEVEL: i32 = 18;
const APART: i32 = 10;
/// Cells of a pane that is worth its place.
const PANE: i32 = 38;
/// Cells of a meter in a cell.
const METER: i32 = 4;
/// Cells of a meter where one dimension has the screen.
const LONG: i32 = 10;

/// Draws the matrix, in the state that the keys are in.
pub fn draw(at: Option<(u8, Dimension)>, state: State, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
    frame(state, &[], scene, page);
    let Some(at) = at.filter(|_| data.has_ladder()) else {
        let look = Look::of(scene, page.width());
        for (y, line) in (TOP..).zip(look.say(&scene.words.get("ladder-no-ladder"))) {
            line.draw(page, y);
        }
        return;
    };
    let left = |page: &mut Page| {
        let end = if scene.size() <= Size::Small {
            one_dimension(at, data, scene, page)
        } else {
            whole(at, data, scene, page)
        };
        rung(data, scene, page, end + 1);
    };
    match pane(scene) {
        Some(x) => split_at(page, x, left, |page| statements(at, data, scene, page)),
        None => left(page),
    }
}

/// Where the statements stand beside the matrix: behind all its levels; `None` where they would have no room there.
pub fn pane(scene: &Scene<'_>) -> Option<i32> {
    let width = i32::from(scene.area.0);
    let x = pane_at(width).filter(|_| scene.size() == Size::Large)?.max(LEVEL + APART * i32::from(LEVELS) + 2);
    (width - x >= PANE).then_some(x)
}

/// The sentence, the target, and how much is proven.
fn sentence(data: &LadderData, scene: &Scene<'_>, page: &mut Page, y: i32) {
    let (words, today) = (scene.words, scene.study.day);
    let counts = data.book.counts(&data.ladder, today);
    let values = [("n", counts.proven.into()), ("all", counts.all.into())];
    let right = words.fmt("ladder-proven-of", &values);
    let said = match counts.rated {
        0 => words.get("ladder-begin").into_owned(),
        _ => reading_sentence(data.reading(today), words),
    };
    let target = words.fmt("ladder-target", &[("n", data.target(today).into())]);
    let beside = LEFT + ink::width(said.as_str()) + 2 + ink::width(right.as_str()) <= page.edge();
    let end = if beside { page.right(y, right.as_str()) - 2 } else { page.edge() };
    let x = page.put_to(LEFT, y, end, &strong(said));
    if counts.rated > 0 && x + 3 + ink::width(target.as_str()) <= end {
        page.put(x + 3, y, target.as_str());
    }
}

/// All cells; the row after them.
fn whole(at: (u8, Dimension), data: &LadderData, scene: &Scene<'_>, page: &mut Page) -> i32 {
    let (words, today) = (scene.words, scene.study.day);
    sentence(data, scene, page, TOP);
    let target = data.target(today);
    let (head, rule) = (TOP + 2, TOP + 3);
    page.rule(rule, LEFT, page.edge());
    for level in 1..=LEVELS {
        let (x, name) = (column(level), words.fmt("ladder-level", &[("n", level.into())]));
        if level == target {
            page.line(rule, x, x + ink::width(name.as_str()), RUNG, Token::Rung);
            page.put(x, head, &strong(name));
        } else {
            page.put(x, head, &muted(name));
        }
    }
    for (y, dimension) in (rule + 1..).zip(Dimension::ALL) {
        let focused = dimension == at.1;
        let name = dimension_name(&data.ladder, None, dimension, words, scene.prefs.lang);
        let name = if focused { strong(name) } else { text(name) };
        page.put_to(LEFT, y, LEVEL - 2, &name);
        for level in 1..=LEVELS {
            let cell = data.book.cell(&data.ladder, level, dimension, today);
            draw_cell(page, column(level), y, cell, (level, dimension) == at, scene);
        }
    }
    let end = rule + 1 + Dimension::ALL.len() as i32;
    // The level under the cursor may call the dimension otherwise.
    if let Some(name) = data.ladder.name(at.0, at.1) {
        let values = [
            ("n", at.0.into()),
            ("dimension", dimension_name(&data.ladder, None, at.1, words, scene.prefs.lang).into()),
            ("name", name.get(scene.prefs.lang).into()),
        ];
        page.put_to(LEFT, end, page.edge(), &muted(words.fmt("ladder-packet-named", &values)));
    }
    end
}

fn column(level: u8) -> i32 {
    LEVEL + APART * (i32::from(level) - 1)
}

fn draw_cell(page: &mut Page, x: i32, y: i32, cell: Counts, focused: bool, scene: &Scene<'_>) {
    if cell.all == 0 {
        page.put(x, y, &muted(scene.words.get("ladder-none").into_owned()));
    } else {
        let figure = format!("{}/{}", cell.consistent, cell.all);
        gauge(page, x, y, METER, cell.consistent as f64 / cell.all as f64);
        let figure = match (focused, cell.consistent) {
            (true, _) => strong(figure),
            (false, 0) => muted(figure),
            (false, _) => text(figure),
        };
        page.put(x + METER + 1, y, &figure);
    }
    if focused {
        page.put(x - 1, y, &run(Token::Focus, FOCUS));
        page.set_cursor(x, y);
    }
}

/// One dimension, its levels below one another; the row after them.
fn one_dimension(at: (u8, Dimension), data: &LadderData, scene: &Scene<'_>, page: &mut Page) -> i32 {
    let (words, today) = (scene.words, scene.study.day);
    sentence(data, scene, page, TOP);
    let top = if page.height() < 16 { TOP + 1 } else { TOP + 2 };
    let name = dimension_name(&data.ladder, Some(at.0), at.1, words, scene.prefs.lang);
    let place = Dimension::ALL.iter().position(|d| *d == at.1).unwrap_or(0) + 1;
    let position = words.fmt("review-position", &[("n", place.into()), ("all", Dimension::ALL.len().into())]);
    let end = page.right(top, &muted(position));
    page.put_to(LEFT, top, end - 2, &strong(name));
    // Levels are a window around the cursor where not all have room.
    let room = u8::try_from(page.bottom() - top - 1).unwrap_or(0).clamp(1, LEVELS);
    let first = (at.0.min(LEVELS) + 1).saturating_sub(room).max(1);
    for (y, level) in (top + 1..).zip(first..first + room) {
        let cell = data.book.cell(&data.ladder, level, at.1, today);
        let name = words.fmt("ladder-level", &[("n", level.into())]);
        let focused = level == at.0;
        let name = if focused { run(Token::Sel, name) } else { text(name) };
        page.put(LEFT, y, &name);
        if cell.all > 0 {
            gauge(page, LEFT + 10, y, LONG, cell.consistent as f64 / cell.all as f64);
        }
        page.put(LEFT + 10 + if cell.all > 0 { LONG + 1 } else { 0 }, y, packet::cell_words(cell, words).as_str());
        if focused {
            crate::ui::list::focus(page, LEFT, y, 1);
        }
    }
    top + 1 + i32::from(room)
}

/// What stands between the learner and the target, as many rows as there is room for.
fn rung(data: &LadderData, scene: &Scene<'_>, page: &mut Page, y: i32) {
    let words = scene.words;
    let level = data.target(scene.study.day);
    let gaps = data.gaps(level, scene.study);
    let open = gaps.iter().filter(|gap| !gap.claim.is_consistent()).count();
    let room = usize::try_from(page.bottom() - y - 1).unwrap_or(0);
    if room < 1 {
        return;
    }
    let values = [("n", open.into()), ("level", level.into())];
    let said = match (open, gaps.len()) {
        (0, 0) => words.fmt("ladder-all-proven", &[("level", level.into())]),
        (0, n) => words.fmt("ladder-only-proofs", &[("n", n.into()), ("level", level.into())]),
        _ => words.fmt("ladder-stand-between", &values),
    };
    page.put(LEFT, y, &label(words.get("ladder-next-rung").into_owned()));
    let x = LEVEL.max(LEFT + ink::width(words.get("ladder-next-rung").as_ref()) + 2);
    page.put_to(x, y, page.edge(), said.as_str());
    let shown = if gaps.len() > room { room.saturating_sub(1) } else { gaps.len() };
    for (y, gap) in (y + 1..).zip(gaps.iter().take(shown)) {
        row(gap, scene, page, y);
    }
    if gaps.len() > shown && room > 0 {
        let more = words.fmt("path-coming-more", &[("n", (gaps.len() - shown).into())]);
        page.put(LEFT + 2, y + 1 + shown as i32, &muted(more));
    }
}

fn row(gap: &Gap<'_>, scene: &Scene<'_>, page: &mut Page, y: i32) {
    let right = gap_words(gap, scene.words);
    let end = page.right(y, right.as_str()) - 2;
    page.put(LEFT, y, &sign(gap.claim));
    page.put_to(LEFT + 2, y, end, &text(gap.statement.text.get(scene.prefs.lang)));
}

/// The mark of a claim: what is proven is held, what is done at times is being learnt, the rest is open.
pub fn sign(claim: Claim) -> ink::Run<'static> {
    mark(match claim {
        Claim::Unrated | Claim::NotYet => TopicState::Ready,
        Claim::Sometimes | Claim::Claimed => TopicState::Learning,
        Claim::Proven => TopicState::Held,
    })
}

/// The statements of the cell under the cursor, beside the matrix.
fn statements(at: (u8, Dimension), data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
    let (words, lang) = (scene.words, scene.prefs.lang);
    let level = words.fmt("ladder-level", &[("n", at.0.into())]);
    let name = dimension_name(&data.ladder, Some(at.0), at.1, words, lang);
    page.put_to(LEFT, TOP, page.edge(), &strong(format!("{level}, {name}")));
    let look = Look::of(scene, page.width());
    let mut y = TOP + 2;
    for statement in data.ladder.cell(at.0, at.1) {
        let claim = data.book.claim(&statement.id, scene.study.day);
        let rows = look.prose(statement.text.get(lang), LEFT + 2, Token::Text);
        if y + rows.len() as i32 + 1 > page.bottom() {
            return;
        }
        page.put(LEFT, y, &sign(claim));
        for row in rows {
            page.put(LEFT + 2, y, &row);
            y += 1;
        }
        page.put(LEFT + 2, y, &muted(claim_name(claim, words)));
        y += 2;
    }
    if y == TOP + 2 {
        page.put(LEFT, y, &muted(words.get("ladder-none").into_owned()));
    }
}
