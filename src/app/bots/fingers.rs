//! From an answer to the keys that enter it, one at a time: what to press next depends on what is entered so far.

use crate::domain::question::{Answer, Choice, Kind};
use crate::sessions::action::{Action, Bound};
use crate::sessions::question::{Asking, Entry, MultiInput, OrderInput, PairInput, TypedInput};

/// What a finger does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Press {
    /// A key that asks for an action.
    Act(Bound),
    /// A letter.
    Letter(char),
}

/// The most options that have a key of their own, by kind of list.
const DIGITS: usize = 6;
const SCENE_DIGITS: usize = 4;
const ORDER_DIGITS: usize = 9;

fn act(action: Action) -> Option<Press> {
    Some(Press::Act(Bound { action, arg: 0 }))
}

fn choose(action: Action, row: usize) -> Option<Press> {
    Some(Press::Act(Bound { action, arg: u8::try_from(row).ok()? }))
}

/// A step of the focus towards a row.
fn towards(focus: usize, row: usize) -> Option<Press> {
    act(if row > focus { Action::Down } else { Action::Up })
}

/// The next key on the way to an answer; `None` when none leads there.
pub fn next(asking: &Asking, answer: &Answer) -> Option<Press> {
    let kind = &asking.question().kind;
    match (&asking.entry, kind, answer) {
        (_, _, Answer::DontKnow) => act(Action::DontKnow),
        (Entry::Pick(input), Kind::Single(options), Answer::Chosen(ids)) => {
            let wanted = ids.first()?;
            let row = input.shown.iter().position(|at| options.choices[*at].id == *wanted)?;
            match (row < DIGITS, input.focus == row) {
                (true, _) => choose(Action::Choose, row),
                (false, true) => act(Action::Enter),
                (false, false) => towards(input.focus, row),
            }
        }
        (Entry::Multi(input), Kind::Multi(options), Answer::Chosen(ids)) => ticks(input, &options.choices, ids),
        (Entry::Verdict(input), Kind::TrueFalse { reasons, .. }, Answer::Verdict(verdict, reason)) => {
            if input.verdict != Some(*verdict) {
                return choose(Action::Choose, usize::from(!verdict));
            }
            let wanted = reason.as_ref()?;
            choose(Action::PairLetter, input.shown.iter().position(|at| reasons[*at].id == *wanted)?)
        }
        (Entry::Typed(input), _, Answer::Typed(word)) => letters(input, std::slice::from_ref(word)),
        (Entry::Typed(input), _, Answer::Gaps(words)) => letters(input, words),
        (Entry::Order(input), Kind::Order { steps, .. }, Answer::Order(ids)) => {
            let index = |id: &str| steps.iter().position(|step| *step.id == *id);
            let wanted: Vec<usize> = ids.iter().map(|id| index(id)).collect::<Option<_>>()?;
            order(input, &wanted)
        }
        (Entry::Pairs(input), Kind::Match { pairs, extras }, Answer::Pairs(chosen)) => {
            let text = |id: &str| {
                let pair = pairs.iter().find(|pair| *pair.id == *id).map(|pair| &pair.right);
                pair.or(extras.iter().find(|extra| *extra.id == *id).map(|extra| &extra.text))
            };
            let right = |row: usize| {
                let (_, right) = chosen.iter().find(|(left, _)| *left == pairs[input.shown[row]].id)?;
                let wanted = text(right.as_ref()?)?;
                input.rights.iter().position(|other| other.text == *wanted)
            };
            let wanted: Vec<usize> = (0..input.shown.len()).map(right).collect::<Option<_>>()?;
            letter_pairs(input, &wanted)
        }
        (Entry::Line(input), _, Answer::Line(number)) => {
            let row = number.checked_sub(1)?;
            if input.focus == row { act(Action::Enter) } else { towards(input.focus, row) }
        }
        (Entry::Scenario(input), Kind::Scenario { scenes }, Answer::Way(way)) => {
            let scene = scenes.get(input.scene)?;
            let (_, wanted) = way.iter().find(|(id, _)| *id == scene.id)?;
            let row = input.shown[input.scene].iter().position(|at| scene.choices[*at].id == *wanted)?;
            match (row < SCENE_DIGITS, input.focus == row) {
                (true, _) => choose(Action::Choose, row),
                (false, true) => act(Action::Enter),
                (false, false) => towards(input.focus, row),
            }
        }
        _ => None,
    }
}

fn ticks(input: &MultiInput, choices: &[Choice], ids: &[Box<str>]) -> Option<Press> {
    let wanted = |row: usize| ids.contains(&choices[input.shown[row]].id);
    match (0..input.shown.len()).find(|row| input.chosen[*row] != wanted(*row)) {
        // Nothing ticked is no answer.
        None if ids.is_empty() => None,
        None => act(Action::Submit),
        Some(row) if row < DIGITS => choose(Action::Choose, row),
        Some(row) if row == input.focus => act(Action::Toggle),
        Some(row) => towards(input.focus, row),
    }
}

fn letters(input: &TypedInput, words: &[Box<str>]) -> Option<Press> {
    if words.len() != input.lines.len() || words.iter().any(|word| word.trim().is_empty()) {
        return None;
    }
    let open = (0..words.len()).find(|at| input.lines[*at].text() != &*words[*at]);
    let Some(at) = open else { return act(Action::Submit) };
    if input.focus != at {
        return act(Action::NextGap);
    }
    let rest = words[at].strip_prefix(input.lines[at].text())?;
    rest.chars().next().map(Press::Letter)
}

fn order(input: &OrderInput, wanted: &[usize]) -> Option<Press> {
    if wanted.len() != input.arranged.len() {
        return None;
    }
    if wanted.len() <= ORDER_DIGITS {
        return match wanted.get(input.typed.len()) {
            Some(step) => choose(Action::Choose, input.label[*step].checked_sub(1)?),
            None => act(Action::Submit),
        };
    }
    let open = (0..wanted.len()).find(|row| input.arranged[*row] != wanted[*row]);
    let Some(open) = open else { return act(Action::Submit) };
    let there = input.arranged.iter().position(|step| *step == wanted[open])?;
    if input.focus == there { act(Action::CarryUp) } else { towards(input.focus, there) }
}

fn letter_pairs(input: &PairInput, wanted: &[usize]) -> Option<Press> {
    let open = (0..wanted.len()).find(|row| input.chosen[*row] != Some(wanted[*row]));
    let Some(open) = open else { return act(Action::Submit) };
    match (input.focus == open, wanted[open] < DIGITS) {
        (true, true) => choose(Action::PairLetter, wanted[open]),
        // There is no seventh letter.
        (true, false) => None,
        (false, _) => towards(input.focus, open),
    }
}
