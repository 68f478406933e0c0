//! The evidence of a statement, read whole beside its ratings in large windows.

use crate::domain::ladder::Proof;
use crate::sessions::ladder::{proof_parts, proof_state};
use crate::ui::glyphs::FOCUS;
use crate::ui::ink::{label, muted, run, strong};
use crate::ui::lines::{Line, more_on_rule, stack};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;
use crate::words::iso_date;

/// Columns from the bar beside a marked proof to its text.
const BAR: i32 = 2;

/// The rows of the pane: every piece of evidence with its day; what it is made of while there is none. The marked one has a bar beside it.
pub fn lines(proofs: &[&Proof], marked: Option<usize>, look: &Look, scene: &Scene<'_>) -> Vec<Line> {
    let mut lines = vec![Line::at(LEFT, vec![label(scene.words.get("ladder-evidence").into_owned())]), Line::blank()];
    if proofs.is_empty() {
        lines.extend(stack(look.prose(&scene.words.get("ladder-no-evidence"), LEFT, Token::Muted), LEFT));
    }
    for (nth, proof) in proofs.iter().enumerate() {
        if nth > 0 {
            lines.push(Line::blank());
        }
        let mut rows = whole(proof, look, scene);
        if marked == Some(nth) {
            mark(&mut rows, LEFT);
        }
        lines.extend(rows);
    }
    lines
}

/// Rows for the pane.
pub fn room(scene: &Scene<'_>) -> usize {
    usize::try_from(i32::from(scene.area.1) - 2 - TOP).unwrap_or(0)
}

/// Draws the pane without the rows that were paged over.
pub fn draw(lines: &[Line], over: usize, scene: &Scene<'_>, page: &mut Page) {
    let room = room(scene);
    let over = over.min(lines.len().saturating_sub(room));
    for (y, line) in (TOP..page.bottom()).zip(lines.iter().skip(over)) {
        line.draw(page, y);
    }
    if lines.len() > over + room {
        more_on_rule(page, page.bottom(), scene.words);
    }
}

/// Puts a bar beside the rows of a proof whose text begins at column `x`.
pub fn mark(rows: &mut [Line], x: i32) {
    for row in rows {
        row.parts.insert(0, (x - BAR, vec![run(Token::Focus, FOCUS)]));
    }
}

/// The rows with that bar: the first, and one after the last.
pub fn marked(lines: &[Line]) -> Option<(usize, usize)> {
    let has_bar = |line: &Line| line.parts.first().is_some_and(|(_, runs)| runs.iter().any(|run| run.text == FOCUS));
    Some((lines.iter().position(has_bar)?, lines.iter().rposition(has_bar)? + 1))
}

fn whole(proof: &Proof, look: &Look, scene: &Scene<'_>) -> Vec<Line> {
    let state = proof_state(proof, scene.study.day, scene.words);
    let first = Line::at(LEFT, vec![strong(iso_date(proof.day.0))]);
    let mut lines = vec![first.right(state.map(|state| vec![muted(state)]).unwrap_or_default())];
    for (key, said) in proof_parts(proof) {
        lines.push(Line::at(LEFT, vec![muted(scene.words.get(key).into_owned())]));
        for paragraph in said.lines() {
            lines.extend(stack(look.prose(paragraph, LEFT + 2, Token::Text), LEFT + 2));
        }
    }
    lines
}
