//! Things to pair: a table where it fits, else one row at a time.

use crate::domain::grading::PairMark;
use crate::domain::question::{Choice, Pair};
use crate::prose::{inline, text_of};
use crate::sessions::question::PairInput;
use crate::ui::ink::{Run, key, text};
use crate::ui::page::{INSIDE, LEFT, SECOND};
use crate::ui::theme::Token;

use super::super::lines::{Line, beside, stack};
use super::super::look::{Look, flow};
use super::option::{Choosable, REASON, choosable, reason};
use super::{Body, letter, right_or_wrong};

/// A space at which no row breaks.
const FIRM: &str = "\u{a0}";

/// Rows that the rest of the question takes at least.
const AROUND: usize = 5;

pub fn asked(look: &Look, pairs: &[Pair], input: &PairInput, room: usize) -> Body {
    let unused = input.rights.len().saturating_sub(input.shown.len());
    let tip = look.words.fmt("review-tip-match", &[("n", unused.into())]);
    if !look.small() {
        let lines = table(look, pairs, input);
        if lines.len() + AROUND <= room {
            return Body { lines, tip: Some(tip), ..Body::default() };
        }
    }
    let values = [("n", (input.focus + 1).into()), ("all", input.shown.len().into())];
    let ask = look.words.fmt("review-match-row", &values);
    Body { ask: Some(ask), lines: one(look, pairs, input), status: so_far(look, input), tip: None, ..Body::default() }
}

/// Every row with what was chosen for it, and the letters below.
fn table(look: &Look, pairs: &[Pair], input: &PairInput) -> Vec<Line> {
    let mut out = Vec::new();
    for (row, pair) in input.shown.iter().enumerate() {
        if row > 0 && look.spaced {
            out.push(Line::blank());
        }
        let focused = row == input.focus;
        let base = if focused { Token::Sel } else { Token::Text };
        let width = usize::try_from(SECOND - 2 - LEFT).unwrap_or(2);
        let left = stack(look.prose_in(look.get(&pairs[*pair].left), width, base), LEFT);
        let chosen = match input.chosen[row] {
            Some(right) => {
                let mut rows = look.prose(look.get(&input.rights[right].text), SECOND + 3, Token::Text);
                if let Some(first) = rows.first_mut() {
                    first.insert(0, key(format!("{}  ", letter(right))));
                }
                rows
            }
            None => vec![vec![text("_")]],
        };
        let mut lines = beside(left, hung(chosen), SECOND);
        for line in &mut lines {
            line.focus = focused;
        }
        if let (true, Some(first)) = (focused, lines.first_mut()) {
            first.cursor = Some(SECOND);
        }
        out.extend(lines);
    }
    out.push(Line::blank());
    out.extend(letters(look, input));
    out
}

/// Rows after the first one stand under the text, not under the letter.
fn hung(mut rows: Vec<Vec<Run<'static>>>) -> Vec<Vec<Run<'static>>> {
    for row in rows.iter_mut().skip(1) {
        row.insert(0, text("   "));
    }
    rows
}

/// What the letters stand for: in running rows when they are short, else one below the other.
fn letters(look: &Look, input: &PairInput) -> Vec<Line> {
    let texts: Vec<&str> = input.rights.iter().map(|r| look.get(&r.text)).collect();
    if texts.iter().any(|t| look.width(t) > 14) {
        return each(look, input, None);
    }
    let mut runs = Vec::new();
    for (i, word) in texts.iter().enumerate() {
        if i > 0 {
            runs.push(text(format!("{} ", FIRM.repeat(5))));
        }
        runs.push(key(letter(i)));
        runs.push(text(format!("{FIRM}{FIRM}{}", text_of(&inline(word)).replace(' ', FIRM))));
    }
    stack(flow(&runs, look.room(LEFT)), LEFT)
}

fn each(look: &Look, input: &PairInput, chosen: Option<usize>) -> Vec<Line> {
    let rows: Vec<Choosable> = input
        .rights
        .iter()
        .enumerate()
        .map(|(i, right)| Choosable {
            key: letter(i),
            before: None,
            text: look.get(&right.text),
            focused: false,
            right: match chosen {
                Some(chosen) if chosen == i => vec![text(look.words.get("review-chosen").into_owned())],
                _ => Vec::new(),
            },
        })
        .collect();
    choosable(&look.spaced(false), LEFT, &rows)
}

/// The marked row, and all letters.
fn one(look: &Look, pairs: &[Pair], input: &PairInput) -> Vec<Line> {
    let Some(pair) = input.shown.get(input.focus).and_then(|i| pairs.get(*i)) else { return Vec::new() };
    let mut lines = stack(look.prose(look.get(&pair.left), LEFT, Token::Sel), LEFT);
    for line in &mut lines {
        line.focus = true;
    }
    if let Some(first) = lines.first_mut() {
        first.cursor = Some(LEFT);
    }
    if look.spaced || !look.small() {
        lines.push(Line::blank());
    }
    lines.extend(each(look, input, input.chosen.get(input.focus).copied().flatten()));
    lines
}

/// "So far: c _ a _", by row.
fn so_far(look: &Look, input: &PairInput) -> Vec<Line> {
    let letters: Vec<String> = input.chosen.iter().map(|c| c.map_or_else(|| "_".to_owned(), letter)).collect();
    look.say(&look.words.fmt("review-match-so-far", &[("letters", letters.join(" ").into())]))
}

pub fn told(look: &Look, pairs: &[Pair], extras: &[Choice], marks: &[PairMark], input: &PairInput) -> Vec<Line> {
    let side = |id: &str| {
        let own = pairs.iter().find(|p| *p.id == *id).map(|p| &p.right);
        own.or_else(|| extras.iter().find(|e| *e.id == *id).map(|e| &e.text))
    };
    let mut out = Vec::new();
    for pair in input.shown.iter().filter_map(|i| pairs.get(*i)) {
        let mark = marks.iter().find(|m| m.id == pair.id);
        let chosen = mark.filter(|m| !m.right).and_then(|m| m.chosen.as_deref()).and_then(side);
        let lead = chosen.map_or_else(String::new, |text| {
            let text = text_of(&inline(look.get(text)));
            look.words.fmt("review-match-had", &[("text", text.into())])
        });
        let mark = mark.map(|m| right_or_wrong(m.right));
        let strong = Some(look.get(&pair.right));
        row(look, &mut out, mark, look.get(&pair.left), strong, &lead, look.get(&pair.why));
    }
    if !extras.is_empty() {
        out.push(Line::blank());
        out.extend(look.say(&look.words.fmt("review-match-extra", &[("n", extras.len().into())])));
    }
    for extra in extras {
        row(look, &mut out, None, look.get(&extra.text), None, "", look.get(&extra.why));
    }
    out
}

/// A left side, and beside or below it its right side and the reason.
fn row(
    look: &Look,
    out: &mut Vec<Line>,
    mark: Option<Run<'static>>,
    left: &str,
    right: Option<&str>,
    lead: &str,
    why: &str,
) {
    if !out.is_empty() && look.spaced {
        out.push(Line::blank());
    }
    let column = !look.small();
    let x = if column { REASON } else { INSIDE };
    let mut rows = right.map_or_else(Vec::new, |right| look.prose(right, x, Token::Strong));
    if !lead.is_empty() || !why.is_empty() {
        rows.extend(reason(look, lead, why, x));
    }
    let width = if column { usize::try_from(REASON - 2 - LEFT).unwrap_or(2) } else { look.room(LEFT) };
    let mut lines = stack(look.prose_in(left, width, Token::Text), LEFT);
    if let Some(first) = lines.first_mut() {
        first.mark = mark;
    }
    if column {
        lines = beside(lines, rows, REASON);
    } else {
        lines.extend(stack(rows, INSIDE));
    }
    out.extend(lines);
}
