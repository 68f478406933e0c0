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
    // Of the ways to share the room the one that needs the fewest rows; the first of several.
    let grids = widths(&all, columns, room, quotes).into_iter().map(|widths| grid(align, &all, &widths, quotes));
    grids.min_by_key(Vec::len).unwrap_or_else(|| list(&head, body, room, quotes))
}

fn strong(cell: &[Piece]) -> Vec<Piece> {
    let weighty = |r| if r == Role::Text { Role::Strong } else { r };
    cell.iter().map(|p| Piece { text: p.text.clone(), role: weighty(p.role) }).collect()
}

/// Widths that the columns can have, in a few ways; none if even the least widths do not fit.
fn widths(all: &[&Row], columns: usize, room: usize, quotes: bool) -> Vec<Vec<usize>> {
    let Some(available) = room.checked_sub(GAP * columns.saturating_sub(1)) else { return Vec::new() };
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
        return vec![natural];
    }
    let Some(spare) = available.checked_sub(least.iter().sum::<usize>()) else { return Vec::new() };
    let wanted: Vec<usize> = natural.iter().zip(&least).map(|(n, l)| n.saturating_sub(*l)).collect();
    let given = |more: Vec<usize>| least.iter().zip(more).map(|(l, m)| l + m).collect::<Vec<usize>>();
    vec![given(small_first(&wanted, spare)), given(by_measure(&wanted, spare))]
}

/// What is left goes to the columns in the measure in which they want it.
fn by_measure(wanted: &[usize], spare: usize) -> Vec<usize> {
    let all: usize = wanted.iter().sum();
    wanted.iter().map(|w| w * spare / all.max(1)).collect()
}

/// What is left goes to the columns that want little, so that they stay whole; the others share the rest.
fn small_first(wanted: &[usize], mut spare: usize) -> Vec<usize> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by_key(|i| wanted[*i]);
    let mut more = vec![0; wanted.len()];
    for (done, i) in order.iter().enumerate() {
        more[*i] = wanted[*i].min(spare / (order.len() - done));
        spare -= more[*i];
    }
    more
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
