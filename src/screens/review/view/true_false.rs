//! True or false, and the reason.

use crate::domain::grading::ChoiceMark;
use crate::domain::question::Choice;
use crate::sessions::question::VerdictInput;
use crate::ui::ink::text;
use crate::ui::page::{HANG, LEFT};

use super::super::lines::Line;
use super::super::look::Look;
use super::option::{Choosable, Explained, choosable, folded, your_choice};
use super::{Body, letter, right_or_wrong};

pub fn asked(look: &Look, reasons: &[Choice], input: &VerdictInput) -> Body {
    let words = [look.words.get("review-true"), look.words.get("review-false")];
    let verdicts: Vec<Choosable> = words
        .iter()
        .enumerate()
        .map(|(row, word)| Choosable {
            key: (row + 1).to_string(),
            before: None,
            text: word,
            focused: row == input.focus,
            right: match input.verdict {
                Some(said) if said == (row == 0) => vec![text(look.words.get("review-your-verdict").into_owned())],
                _ => Vec::new(),
            },
        })
        .collect();
    let because: Vec<Choosable> = input
        .shown
        .iter()
        .enumerate()
        .map(|(row, i)| Choosable {
            key: letter(row),
            before: None,
            text: look.get(&reasons[*i].text),
            focused: row + 2 == input.focus,
            right: Vec::new(),
        })
        .collect();
    let tight = look.spaced(false);
    let mut lines = choosable(&tight, LEFT, &verdicts);
    lines.push(Line::blank());
    lines.push(Line::at(HANG, vec![text(look.words.get("review-because").into_owned())]));
    lines.extend(choosable(look, HANG, &because));
    let key = if input.verdict.is_some() { "review-ask-reason" } else { "review-ask-verdict" };
    let chance = look.words.fmt("review-tip-reason", &[("n", (2 * reasons.len()).into())]);
    Body { ask: Some(look.words.get(key).into_owned()), lines, tip: Some(chance), ..Body::default() }
}

pub fn told(look: &Look, reasons: &[Choice], shown: &[usize], marks: &[ChoiceMark], others: bool) -> Vec<Line> {
    let rows = shown.iter().enumerate().filter_map(|(row, i)| {
        let (choice, mark) = (reasons.get(*i)?, marks.get(*i)?);
        let why = look.get(&choice.why);
        let explained = Explained {
            mark: (mark.right || mark.chosen).then(|| right_or_wrong(mark.right)),
            key: letter(row),
            text: look.get(&choice.text),
            strong: mark.right,
            lead: if mark.chosen && !mark.right { your_choice(look, why) } else { String::new() },
            why,
            ..Explained::default()
        };
        Some((explained, mark.right || mark.chosen))
    });
    folded(look, rows.collect(), others)
}

pub fn verdict(
    look: &Look,
    answer: bool,
    verdict_right: Option<bool>,
    shown: &[usize],
    marks: &[ChoiceMark],
) -> String {
    let row = |is: fn(&ChoiceMark) -> bool| shown.iter().position(|i| marks.get(*i).is_some_and(is));
    let right = row(|m| m.right).map(letter).unwrap_or_default();
    let key = match (verdict_right, answer) {
        (Some(true), _) if row(|m| m.chosen) == row(|m| m.right) => return String::new(),
        (Some(true), true) => "review-verdict-true-other-reason",
        (Some(true), false) => "review-verdict-false-other-reason",
        (_, true) => "review-verdict-true",
        (_, false) => "review-verdict-false",
    };
    look.words.fmt(key, &[("reason", right.into())])
}
