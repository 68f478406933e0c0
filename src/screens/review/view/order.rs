//! Steps to put in order.

use crate::domain::grading::StepMark;
use crate::domain::question::Step;
use crate::prose::{inline, text_of};
use crate::sessions::question::OrderInput;
use crate::ui::ink::text;
use crate::ui::page::LEFT;

use super::super::lines::Line;
use super::super::look::Look;
use super::option::{Choosable, Explained, choosable, explained};
use super::{Body, right_or_wrong};

pub fn asked(look: &Look, steps: &[Step], input: &OrderInput) -> Body {
    let rows: Vec<Choosable> = input
        .arranged
        .iter()
        .enumerate()
        .map(|(row, step)| {
            let focused = row == input.focus;
            let carried = focused && input.carrying;
            Choosable {
                key: input.label[*step].to_string(),
                before: None,
                text: look.get(&steps[*step].text),
                focused,
                right: if carried { vec![text(carrying(look))] } else { Vec::new() },
            }
        })
        .collect();
    let status = if input.typed.is_empty() { Vec::new() } else { look.say(&so_far(look, input)) };
    // Even numbers first, then the odd ones: an order that is plainly nobody's answer.
    let (even, odd): (Vec<usize>, Vec<usize>) = (1..=steps.len()).partition(|n| n % 2 == 0);
    let example: Vec<String> = even.iter().chain(&odd).map(usize::to_string).collect();
    let tip = look.words.fmt("review-tip-order", &[("example", example.join(" ").into())]);
    Body { lines: choosable(look, LEFT, &rows), status, tip: Some(tip), ..Body::default() }
}

fn carrying(look: &Look) -> String {
    let key = if look.small() { "review-carrying-small" } else { "review-carrying" };
    look.words.get(key).into_owned()
}

fn so_far(look: &Look, input: &OrderInput) -> String {
    let typed = input.typed.iter().map(usize::to_string);
    let open = std::iter::repeat_n("_".to_owned(), input.label.len().saturating_sub(input.typed.len()));
    let order: Vec<String> = typed.chain(open).collect();
    look.words.fmt("review-order-so-far", &[("order", order.join(" ").into())])
}

/// The right order, and at each place whether the learner's step may stand there.
pub fn told(look: &Look, steps: &[Step], yours: &[StepMark], right: &[Box<str>], input: &OrderInput) -> Vec<Line> {
    let step = |id: &str| steps.iter().find(|s| *s.id == *id);
    let leads: Vec<String> = right
        .iter()
        .enumerate()
        .map(|(i, _)| match yours.get(i) {
            Some(mark) if !mark.right => step(&mark.id).map_or_else(String::new, |s| {
                let text = text_of(&inline(look.get(&s.text)));
                look.words.fmt("review-order-had", &[("step", text.into())])
            }),
            _ => String::new(),
        })
        .collect();
    let rows: Vec<Explained> = right
        .iter()
        .zip(leads)
        .enumerate()
        .filter_map(|(i, (id, lead))| {
            let step = step(id)?;
            let mark = yours.get(i);
            Some(Explained {
                mark: mark.map(|m| right_or_wrong(m.right)),
                key: (i + 1).to_string(),
                text: look.get(&step.text),
                strong: mark.is_none_or(|m| !m.right),
                lead,
                why: look.get(&step.why),
                ..Explained::default()
            })
        })
        .collect();
    let mut lines = explained(look, &rows);
    if yours.iter().any(|m| !m.right) {
        let label = |mark: &StepMark| {
            let at = steps.iter().position(|s| s.id == mark.id);
            at.and_then(|i| input.label.get(i)).map_or_else(|| "?".to_owned(), usize::to_string)
        };
        let order: Vec<String> = yours.iter().map(label).collect();
        lines.push(Line::blank());
        lines.extend(look.say(&look.words.fmt("review-order-yours", &[("order", order.join(" ").into())])));
    }
    lines
}

pub fn verdict(look: &Look, yours: &[StepMark]) -> String {
    let right = yours.iter().filter(|m| m.right).count();
    if yours.is_empty() || right == yours.len() {
        return String::new();
    }
    look.words.fmt("review-verdict-order", &[("right", right.into()), ("all", yours.len().into())])
}
