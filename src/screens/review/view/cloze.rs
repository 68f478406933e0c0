//! A text with gaps: the gaps are fields within the sentence.

use crate::domain::grading::{BlankMark, Fit};
use crate::domain::question::Blank;
use crate::domain::text::Text;
use crate::prose::{Piece, Role, Span, cells, inline, text_of, wrap};
use crate::sessions::question::TypedInput;
use crate::ui::ink::{Run, label, run, text};
use crate::ui::page::LEFT;
use crate::ui::reading;
use crate::ui::theme::Token;

use super::super::lines::{Line, stack};
use super::super::look::{Look, flow};
use super::option::{Explained, explained};
use super::{Body, right_or_wrong};

/// The least width of a gap: its width must not tell the answer.
const LEAST_GAP: usize = 10;

/// A space at which no row breaks, so that a gap stays together.
const FIRM: char = '\u{a0}';

pub fn asked(look: &Look, content: &Text, input: &TypedInput) -> Body {
    let pieces = gapped(look.get(content), |gap| {
        let typed = input.lines.get(gap).map_or("", |l| l.text());
        let mut word: String = typed.replace(' ', &FIRM.to_string());
        let used = cells::width(typed);
        word.extend(std::iter::repeat_n(FIRM, LEAST_GAP.saturating_sub(used).max(1)));
        Piece { text: word, role: Role::Link(u16::try_from(gap).unwrap_or(u16::MAX)) }
    });
    let rows = wrap(&pieces, look.room(LEFT), 0, look.quotes);
    let mut lines = Vec::new();
    let before = input.lines.get(input.focus).map_or(0, |l| cells::width(l.before_cursor()));
    let focus = Role::Link(u16::try_from(input.focus).unwrap_or(u16::MAX));
    let mut passed = 0;
    for row in &rows {
        let mut line = Line::at(LEFT, row.iter().map(piece).collect());
        line.focus = row.iter().any(|s| s.role == focus);
        line.cursor = cursor(row, focus, before, &mut passed);
        lines.push(line);
    }
    if input.commands {
        lines.insert(0, super::super::field::name(look, String::new(), true));
    }
    if input.bank_open {
        lines.push(Line::blank());
        lines.push(Line::at(LEFT, vec![label(look.words.get("review-words").into_owned())]));
        lines.extend(bank(look, input));
    }
    let values = [("n", (input.focus + 1).into()), ("all", input.lines.len().into())];
    let status = look.say(&look.words.fmt("review-gap", &values));
    let tip = (!input.bank.is_empty() && !input.bank_open).then(|| look.words.get("review-tip-bank").into_owned());
    Body { lines, status, tip, ..Body::default() }
}

/// Where the cursor stands in this row, `before` cells into the gap that has the focus.
fn cursor(row: &[Span], focus: Role, before: usize, passed: &mut usize) -> Option<i32> {
    let mut x = LEFT as usize;
    for span in row {
        let width = cells::width(&span.text);
        if span.role == focus {
            if (*passed..*passed + width).contains(&before) {
                *passed += width;
                return i32::try_from(x + before + width - *passed).ok();
            }
            *passed += width;
        }
        x += width;
    }
    None
}

fn piece(span: &Span) -> Run<'static> {
    match span.role {
        Role::Link(_) => run(Token::Field, span.text.replace(FIRM, " ")),
        role => run(reading::token(role), span.text.clone()),
    }
}

fn bank(look: &Look, input: &TypedInput) -> Vec<Line> {
    let mut runs = Vec::new();
    for word in &input.bank {
        let word = text_of(&inline(look.get(word))).replace(' ', &FIRM.to_string());
        if !runs.is_empty() {
            runs.push(text(format!("{FIRM}{FIRM} ")));
        }
        runs.push(text(word));
    }
    stack(flow(&runs, look.room(LEFT)), LEFT)
}

/// The first of the characters that stand for gaps while marks are read: a private one that no text means.
const STAND_IN: u32 = 0xf_0000;

/// Gaps of a text at most.
const MOST: u32 = 0x1000;

/// The text with each `{{n}}` replaced by what `gap` gives for it (counted from 0), also within code and other marks.
fn gapped(content: &str, mut gap: impl FnMut(usize) -> Piece) -> Vec<Piece> {
    let stands_in = |c: char| (STAND_IN..STAND_IN + MOST).contains(&u32::from(c));
    let mut text = String::with_capacity(content.len());
    let mut rest = content;
    while let Some((before, number, after)) = next_gap(rest) {
        text.extend(before.chars().filter(|c| !stands_in(*c)));
        text.extend(char::from_u32(STAND_IN + number));
        rest = after;
    }
    text.extend(rest.chars().filter(|c| !stands_in(*c)));
    let mut out = Vec::new();
    for piece in inline(&text) {
        for part in piece.text.split_inclusive(stands_in) {
            let number = part.chars().next_back().filter(|c| stands_in(*c));
            let words = number.map_or(part, |c| &part[..part.len() - c.len_utf8()]);
            if !words.is_empty() {
                out.push(Piece { text: words.to_owned(), role: piece.role });
            }
            out.extend(number.map(|c| gap((u32::from(c) - STAND_IN) as usize)));
        }
    }
    out
}

/// What stands before the next gap, its number from 0, and what follows.
fn next_gap(content: &str) -> Option<(&str, u32, &str)> {
    content.match_indices("{{").find_map(|(at, _)| {
        let inside = &content[at + 2..];
        let end = inside.find("}}")?;
        let number: u32 = inside[..end].parse().ok()?;
        let index = number.checked_sub(1).filter(|n| *n < MOST)?;
        Some((&content[..at], index, &inside[end + 2..]))
    })
}

pub fn told(look: &Look, content: &Text, gaps: &[Blank], marks: &[BlankMark]) -> Vec<Line> {
    let whole = gapped(look.get(content), |gap| {
        let answer = gaps.get(gap).map_or("", |g| look.get(&g.answer));
        Piece { text: text_of(&inline(answer)), role: Role::Strong }
    });
    let rows = wrap(&whole, look.room(LEFT), 0, look.quotes);
    let mut lines: Vec<Line> = rows.iter().map(|row| Line::at(LEFT, row.iter().map(piece).collect())).collect();
    lines.push(Line::blank());
    let each: Vec<Explained> = gaps
        .iter()
        .zip(marks)
        .enumerate()
        .map(|(i, (gap, mark))| Explained {
            mark: Some(right_or_wrong(mark.right())),
            key: (i + 1).to_string(),
            text: look.get(&gap.answer),
            strong: true,
            lead: lead(look, gap, mark),
            why: look.get(&gap.why),
            ..Explained::default()
        })
        .collect();
    lines.extend(explained(look, &each));
    lines
}

/// What was typed instead, and why it is not the word.
fn lead(look: &Look, gap: &Blank, mark: &BlankMark) -> String {
    // Every gap is filled before an answer is given; nothing stands in them only after "don't know".
    if matches!(mark.fit, Fit::Right | Fit::Empty) {
        return String::new();
    }
    let typed = mark.typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let about = match &mark.fit {
        Fit::Near(i) => gap.near.get(*i),
        Fit::Distractor(i) => gap.distractors.get(*i),
        _ => None,
    };
    let wrote = match &mark.fit {
        Fit::Slip(_) => look.words.fmt("review-gap-typo", &[("typed", typed.into())]),
        _ => look.words.fmt("review-gap-wrote", &[("typed", typed.into())]),
    };
    match about {
        Some(about) => format!("{wrote} {}", text_of(&inline(look.get(&about.why)))),
        None => wrote,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps_of(content: &str) -> String {
        let pieces = gapped(content, |n| Piece { text: format!("<{n}>"), role: Role::Strong });
        text_of(&pieces)
    }

    #[test]
    fn gaps_are_found_among_other_braces_and_spaces_stay() {
        assert_eq!(gaps_of("{{1}} and {{2}}."), "<0> and <1>.");
        assert_eq!(gaps_of("{\"status\": {{1}}, \"{{2}}\": {}}"), "{\"status\": <0>, \"<1>\": {}}");
        assert_eq!(gaps_of("none {{x}} {{"), "none {{x}} {{");
    }

    #[test]
    fn a_gap_beside_punctuation_stays_there() {
        assert_eq!(gaps_of("({{1}}), then *{{2}}* and `{{3}}`"), "(<0>), then <1> and <2>");
    }
}
