//! The evidence of a statement, read whole beside its ratings in large windows.

use crate::domain::ladder::{Proof, StatementRecord};
use crate::ui::ink::{label, muted, strong};
use crate::ui::lines::{Line, stack};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;
use crate::words::iso_date;

/// Draws the pane: every piece of evidence with its day, the newest first; what it is made of while there is none.
pub fn draw(record: Option<&StatementRecord>, scene: &Scene<'_>, page: &mut Page) {
    let look = Look::of(scene, page.width());
    let mut lines = vec![Line::at(LEFT, vec![label(scene.words.get("ladder-evidence").into_owned())]), Line::blank()];
    let proofs = record.map(StatementRecord::newest_proofs).unwrap_or_default();
    if proofs.is_empty() {
        lines.extend(stack(look.prose(&scene.words.get("ladder-no-evidence"), LEFT, Token::Muted), LEFT));
    }
    for (nth, proof) in proofs.iter().enumerate() {
        if nth > 0 {
            lines.push(Line::blank());
        }
        lines.extend(whole(&proof.what, &look, scene));
    }
    for (y, line) in (TOP..page.bottom()).zip(&lines) {
        line.draw(page, y);
    }
}

/// What proves nothing today says why.
pub fn state(proof: &Proof, scene: &Scene<'_>) -> Option<String> {
    let today = scene.study.day;
    let key = match (proof.is_recent(today), proof.is_ahead(today)) {
        (true, _) => return None,
        (_, true) => "ladder-ahead",
        _ => "ladder-old",
    };
    Some(scene.words.get(key).into_owned())
}

fn whole(proof: &Proof, look: &Look, scene: &Scene<'_>) -> Vec<Line> {
    let mut lines = vec![Line::at(LEFT, vec![strong(iso_date(proof.day.0))])];
    lines[0].right = state(proof, scene).map(|state| vec![muted(state)]).unwrap_or_default();
    let parts = [
        ("ladder-situation", &proof.situation),
        ("ladder-action", &proof.action),
        ("ladder-result", &proof.result),
        ("ladder-link", &proof.link),
    ];
    for (key, said) in parts {
        if said.trim().is_empty() {
            continue;
        }
        lines.push(Line::at(LEFT, vec![muted(scene.words.get(key).into_owned())]));
        for paragraph in said.trim().lines() {
            lines.extend(stack(look.prose(paragraph, LEFT + 2, Token::Text), LEFT + 2));
        }
    }
    lines
}
