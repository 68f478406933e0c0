//! One of several.

use crate::domain::grading::ChoiceMark;
use crate::domain::question::Options;
use crate::sessions::question::PickInput;

use super::super::lines::Line;
use super::super::look::Look;
use super::option::{Choosable, Explained, choosable, folded, your_choice};
use super::{Body, right_or_wrong};
use crate::ui::page::LEFT;

pub fn asked(look: &Look, options: &Options, input: &PickInput) -> Body {
    let rows: Vec<Choosable> = input
        .shown
        .iter()
        .enumerate()
        .map(|(row, i)| Choosable {
            key: (row + 1).to_string(),
            before: None,
            text: look.get(&options.choices[*i].text),
            focused: row == input.focus,
            right: Vec::new(),
        })
        .collect();
    let tip = look.words.get("review-tip-guess").into_owned();
    Body { lines: choosable(look, LEFT, &rows), tip: Some(tip), ..Body::default() }
}

pub fn told(look: &Look, options: &Options, shown: &[usize], marks: &[ChoiceMark], others: bool) -> Vec<Line> {
    let rows = shown.iter().enumerate().filter_map(|(row, i)| {
        let (choice, mark) = (options.choices.get(*i)?, marks.get(*i)?);
        let why = look.get(&choice.why);
        let wrong = mark.chosen && !mark.right;
        let explained = Explained {
            mark: (mark.right || mark.chosen).then(|| right_or_wrong(mark.right)),
            key: (row + 1).to_string(),
            text: look.get(&choice.text),
            strong: mark.right,
            lead: if wrong { your_choice(look, why) } else { String::new() },
            why,
            ..Explained::default()
        };
        Some((explained, mark.right || mark.chosen))
    });
    folded(look, rows.collect(), others)
}

pub fn verdict(look: &Look, shown: &[usize], marks: &[ChoiceMark]) -> String {
    let row = |is: fn(&ChoiceMark) -> bool| shown.iter().position(|i| marks.get(*i).is_some_and(is)).map(|r| r + 1);
    let (chosen, right) = (row(|m| m.chosen), row(|m| m.right));
    match (chosen, right) {
        (Some(chosen), Some(right)) if chosen != right => {
            look.words.fmt("review-verdict-chose", &[("chosen", chosen.into()), ("right", right.into())])
        }
        (None, Some(right)) => look.words.fmt("review-verdict-answer", &[("right", right.into())]),
        _ => String::new(),
    }
}
