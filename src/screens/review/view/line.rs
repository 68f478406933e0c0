//! Code in which a line is to be found.

use crate::domain::question::LineNote;
use crate::prose::cells;
use crate::sessions::question::LineInput;
use crate::ui::glyphs::THIN;
use crate::ui::ink::{Run, muted, run};
use crate::ui::page::LEFT;
use crate::ui::reading::shifted;
use crate::ui::theme::Token;

use super::super::lines::{Line, stack};
use super::super::look::Look;
use super::option::{reason, your_choice};
use super::{Body, right_or_wrong};

/// Code, and how far it is scrolled.
pub struct Code<'a> {
    /// The language that the author names.
    pub language: &'a str,
    /// The code.
    pub code: &'a str,
    /// Cells that are scrolled out at the left.
    pub scroll: usize,
}

/// The lines of a code as they are shown: tabs take four cells.
pub fn rows(code: &str) -> Vec<String> {
    code.lines().map(|line| line.replace('\t', "    ")).collect()
}

pub fn asked(look: &Look, language: &str, code: &str, input: &LineInput) -> Body {
    let code = Code { language, code, scroll: input.scroll };
    let mut lines = block(look, &code, |_| None);
    if let Some(line) = lines.get_mut(input.focus) {
        line.focus = true;
        line.cursor = line.parts.last().map(|(x, _)| *x);
        if let Some((_, number)) = line.parts.first_mut() {
            number.iter_mut().for_each(|r| r.token = Token::Sel);
        }
    }
    Body { lines, tip: Some(look.words.get("review-tip-line").into_owned()), ..Body::default() }
}

/// The code with its numbers and its bar. `mark` is what stands in the gutter beside a line (counted from 1).
fn block(look: &Look, code: &Code, mark: impl Fn(usize) -> Option<Run<'static>>) -> Vec<Line> {
    let rows = rows(code.code);
    let digits = rows.len().to_string().len();
    let bar = LEFT + digits as i32 + 1;
    let widest = rows.iter().map(|r| cells::width(r)).max().unwrap_or(0);
    // Never past the end of the widest line.
    let scroll = code.scroll.min(widest.saturating_sub(look.room(bar + 2)));
    let colours = look.code.map_or(&[][..], |c| &c.lines);
    let mut lines: Vec<Line> = rows
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let coloured = colours.get(i).cloned().unwrap_or_else(|| vec![run(Token::Code, row.clone())]);
            let mut line = Line::at(LEFT, vec![muted(format!("{:>digits$}", i + 1))]);
            line.parts.push((bar, vec![run(Token::Rule, THIN)]));
            line.parts.push((bar + 2, shifted(coloured, scroll)));
            line.marked(mark(i + 1))
        })
        .collect();
    if let Some(first) = lines.first_mut() {
        let label = cells::width(code.language) + 2;
        let free = look.room(bar + 2).saturating_sub(rows.first().map_or(0, |r| cells::width(r)));
        if label <= free && !code.language.is_empty() {
            first.right = vec![muted(code.language.to_owned())];
        }
    }
    lines
}

/// The code with the verdict beside its lines, and below each line that matters what is to be said about it.
pub fn told(look: &Look, code: &Code, notes: &[LineNote], chosen: Option<usize>, right: &[usize]) -> Vec<Line> {
    let mark = |n: usize| (right.contains(&n) || chosen == Some(n)).then(|| right_or_wrong(right.contains(&n)));
    let mut out = Vec::new();
    for (i, line) in block(look, code, mark).into_iter().enumerate() {
        let x = line.parts.last().map_or(LEFT, |(x, _)| *x);
        out.push(line);
        for note in notes.iter().filter(|n| n.number == i + 1) {
            let why = look.get(&note.why);
            let mine = chosen == Some(note.number) && !note.right;
            let lead = if mine { your_choice(look, why) } else { String::new() };
            out.extend(stack(reason(look, &lead, why, x), x));
        }
    }
    out
}

pub fn verdict(look: &Look, chosen: Option<usize>, right: &[usize]) -> String {
    let answer: Vec<String> = right.iter().map(usize::to_string).collect();
    let answer = look.words.list(&answer);
    match chosen {
        Some(chosen) if right.contains(&chosen) => String::new(),
        Some(chosen) => look.words.fmt("review-verdict-line", &[("chosen", chosen.into()), ("right", answer.into())]),
        None => look.words.fmt("review-verdict-line-answer", &[("right", answer.into())]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tabs_take_four_cells() {
        assert_eq!(rows("a\n\tb\n"), ["a", "    b"]);
    }
}
