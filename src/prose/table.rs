//! Tables: columns that fit, or a list of "name: value" where they do not.

use super::cells;
use super::wrap::{push, width_of, wrap};
use super::{Align, Piece, Role, Span, text_of};

/// Free cells between two columns.
const GAP: usize = 2;
/// A word longer than this may be cut to let the columns fit.
const LONG_WORD: usize = 14;

type Row = [Vec<Piece>];

/// A table as rows of at most `room` cells; an empty row separates entries in the list form.
pub fn rows(align: &[Align], head: &Row, body: &[Vec<Vec<Piece>>], room: usize, quotes: bool) -> Vec<Vec<Span>> {
    let columns = body.iter().map(Vec::len).chain([head.len()]).max().unwrap_or(0);
    let head: Vec<Vec<Piece>> = head.iter().map(|cell| strong(cell)).collect();
    let all: Vec<&Row> = std::iter::once(head.as_slice()).chain(body.iter().map(Vec::as_slice)).collect();
    match widths(&all, columns, room, quotes) {
        Some(widths) => grid(align, &all, &widths, quotes),
        None => list(&head, body, room, quotes),
    }
}

fn strong(cell: &[Piece]) -> Vec<Piece> {
    let weighty = |r| if r == Role::Text { Role::Strong } else { r };
    cell.iter().map(|p| Piece { text: p.text.clone(), role: weighty(p.role) }).collect()
}

/// The width of each column; `None` if even the least widths do not fit.
fn widths(all: &[&Row], columns: usize, room: usize, quotes: bool) -> Option<Vec<usize>> {
    let available = room.checked_sub(GAP * columns.saturating_sub(1))?;
    let mut natural = vec![1; columns];
    let mut least = vec![1; columns];
    for row in all {
        for (i, cell) in row.iter().enumerate() {
            let marks = if quotes { 2 * cell.iter().filter(|p| p.role == Role::Code).count() } else { 0 };
            let text = text_of(cell);
            natural[i] = natural[i].max(cells::width(text.trim()) + marks);
            let word = text.split_whitespace().map(|w| cells::width(w) + marks.min(2)).max().unwrap_or(1);
            least[i] = least[i].max(word.min(LONG_WORD));
        }
    }
    if natural.iter().sum::<usize>() <= available {
        return Some(natural);
    }
    let mut spare = available.checked_sub(least.iter().sum::<usize>())?;
    // Give what is left to the columns in the measure in which they want it.
    let wanted: usize = natural.iter().zip(&least).map(|(n, l)| n - l.min(n)).sum();
    let share = spare;
    let mut widths = least.clone();
    for i in 0..columns {
        let more = (natural[i].saturating_sub(least[i]) * share / wanted.max(1)).min(spare);
        widths[i] += more;
        spare -= more;
    }
    Some(widths)
}

fn grid(align: &[Align], all: &[&Row], widths: &[usize], quotes: bool) -> Vec<Vec<Span>> {
    let mut out = Vec::new();
    for (r, row) in all.iter().enumerate() {
        let cells: Vec<Vec<Vec<Span>>> = widths
            .iter()
            .enumerate()
            .map(|(i, w)| row.get(i).map_or_else(Vec::new, |cell| wrap(cell, *w, 0, quotes)))
            .collect();
        for line in 0..cells.iter().map(Vec::len).max().unwrap_or(0) {
            let mut spans: Vec<Span> = Vec::new();
            let mut gap = 0;
            for (i, width) in widths.iter().enumerate() {
                let empty = Vec::new();
                let part = cells[i].get(line).unwrap_or(&empty);
                let free = width.saturating_sub(width_of(part));
                let before = match align.get(i).unwrap_or(&Align::Left) {
                    Align::Left => 0,
                    Align::Middle => free / 2,
                    Align::Right => free,
                };
                if !part.is_empty() {
                    push(&mut spans, &" ".repeat(gap + before), Role::Text);
                    part.iter().for_each(|s| push(&mut spans, &s.text, s.role));
                    gap = 0;
                } else {
                    gap += before;
                }
                gap += free - before + GAP;
            }
            spans.retain(|s| !s.text.is_empty());
            out.push(spans);
        }
        if r == 0 {
            let whole = widths.iter().sum::<usize>() + GAP * widths.len().saturating_sub(1);
            out.push(vec![Span { text: "─".repeat(whole), role: Role::Rule }]);
        }
    }
    out
}

fn list(head: &Row, body: &[Vec<Vec<Piece>>], room: usize, quotes: bool) -> Vec<Vec<Span>> {
    let mut out = Vec::new();
    if body.is_empty() {
        head.iter().for_each(|cell| out.extend(wrap(cell, room, 0, quotes)));
    }
    for (r, row) in body.iter().enumerate() {
        if r > 0 {
            out.push(Vec::new());
        }
        for i in 0..row.len().max(head.len()) {
            let mut pieces = head.get(i).cloned().unwrap_or_default();
            if !pieces.is_empty() {
                pieces.push(Piece { text: ": ".to_owned(), role: Role::Text });
            }
            pieces.extend(row.get(i).into_iter().flatten().cloned());
            if !pieces.is_empty() {
                out.extend(wrap(&pieces, room, 2, quotes));
            }
        }
    }
    out
}
