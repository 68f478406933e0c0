//! Some of several.

use crate::domain::grading::ChoiceMark;
use crate::domain::question::Options;
use crate::sessions::question::MultiInput;
use crate::ui::page::LEFT;

use super::super::lines::Line;
use super::super::look::Look;
use super::option::{Choosable, Explained, choosable, folded, not_chosen, your_choice};
use super::{Body, missed, right_or_wrong};

const ON: &str = "[x]";
const OFF: &str = "[ ]";

fn tick(chosen: bool) -> &'static str {
    if chosen { ON } else { OFF }
}

pub fn asked(look: &Look, options: &Options, input: &MultiInput) -> Body {
    let rows: Vec<Choosable> = input
        .shown
        .iter()
        .enumerate()
        .map(|(row, i)| Choosable {
            key: (row + 1).to_string(),
            before: Some(tick(input.chosen[row])),
            text: look.get(&options.choices[*i].text),
            focused: row == input.focus,
            right: Vec::new(),
        })
        .collect();
    let status = look.say(&look.words.fmt("review-multi-chosen", &[("n", input.count().into())]));
    Body {
        ask: Some(look.words.get("review-ask-all").into_owned()),
        lines: choosable(look, LEFT, &rows),
        status,
        ..Body::default()
    }
}

pub fn told(look: &Look, options: &Options, shown: &[usize], marks: &[ChoiceMark], others: bool) -> Vec<Line> {
    let rows = shown.iter().enumerate().filter_map(|(row, i)| {
        let (choice, mark) = (options.choices.get(*i)?, marks.get(*i)?);
        let why = look.get(&choice.why);
        let (sign, lead) = match (mark.right, mark.chosen) {
            (true, true) => (Some(right_or_wrong(true)), String::new()),
            (true, false) => (Some(missed()), not_chosen(look, why)),
            (false, true) => (Some(right_or_wrong(false)), your_choice(look, why)),
            (false, false) => (None, String::new()),
        };
        let explained = Explained {
            mark: sign,
            key: (row + 1).to_string(),
            before: Some(tick(mark.chosen)),
            text: look.get(&choice.text),
            strong: mark.right,
            lead,
            why,
        };
        Some((explained, mark.right || mark.chosen))
    });
    folded(look, rows.collect(), others)
}

pub fn verdict(look: &Look, marks: &[ChoiceMark]) -> String {
    let count = |right, chosen: bool| marks.iter().filter(|m| m.right == right && m.chosen == chosen).count();
    let (found, missed, extra) = (count(true, true), count(true, false), count(false, true));
    if missed == 0 && extra == 0 {
        return String::new();
    }
    let values = [("found", found.into()), ("all", (found + missed).into()), ("extra", extra.into())];
    let key = if extra > 0 { "review-verdict-multi-extra" } else { "review-verdict-multi" };
    look.words.fmt(key, &values[..if extra > 0 { 3 } else { 2 }])
}
