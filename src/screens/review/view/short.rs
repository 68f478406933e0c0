//! A typed word or phrase.

use crate::domain::grading::{BlankMark, Fit, Outcome};
use crate::domain::question::Blank;
use crate::prose::{cells, inline, text_of};
use crate::sessions::question::TypedInput;
use crate::sessions::review::Told;
use crate::ui::ink::{Run, muted, strong, text};
use crate::ui::page::LEFT;

use super::super::field;
use super::super::lines::{Line, stack};
use super::super::look::Look;
use super::Body;
use super::option::{Explained, explained, reason};

/// The column behind "You wrote" and "Answer".
const CONTENT: i32 = 16;

pub fn asked(look: &Look, input: &TypedInput) -> Body {
    let mut lines = vec![field::name(look, look.words.get("review-your-answer").into_owned(), input.commands)];
    lines.extend(input.lines.first().map(|edit| field::line(look, edit, input.commands)));
    Body { lines, tip: Some(look.words.get("review-tip-typed").into_owned()), ..Body::default() }
}

pub fn told(look: &Look, blank: &Blank, marks: &[BlankMark], told: &Told) -> Vec<Line> {
    let Some(mark) = marks.first() else { return Vec::new() };
    let mut lines = Vec::new();
    if !mark.typed.trim().is_empty() {
        lines.extend(row(look, &look.words.get("review-you-wrote"), vec![text(shown(&mark.typed))]));
    }
    let answer = match &mark.fit {
        Fit::Slip(typo) => shown(&typo.answer),
        _ => shown(look.get(&blank.answer)),
    };
    lines.extend(row(look, &look.words.get("review-answer"), vec![strong(answer.clone())]));
    if let Fit::Slip(typo) = &mark.fit {
        let before: String = answer.chars().take(typo.answer_at).collect();
        lines.push(Line::at(CONTENT + cells::width(&before) as i32, vec![text("^")]));
    }
    lines.extend(also(look, blank, &answer));
    if let Some(why) = wrong_word(blank, &mark.fit) {
        lines.push(Line::blank());
        lines.extend(stack(reason(look, "", look.get(why), LEFT), LEFT));
    }
    if told.can_count() && told.counted.is_none() {
        lines.push(Line::blank());
        lines.extend(look.say(&look.words.get("review-count-offer")));
    }
    lines.extend(others(look, blank, &mark.fit, told.others));
    lines
}

/// What was typed, as one row that nothing in it can break.
fn shown(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A row with its name in the margin's column.
pub(super) fn row(look: &Look, name: &str, content: Vec<Run<'static>>) -> Vec<Line> {
    let mut lines = stack(super::super::look::flow(&content, look.room(CONTENT)), CONTENT);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![muted(name.to_owned())]));
    }
    lines
}

/// Other spellings that are right.
fn also(look: &Look, blank: &Blank, answer: &str) -> Vec<Line> {
    let both = [&*blank.answer.en, &*blank.answer.id];
    let mut words: Vec<&str> = Vec::new();
    for word in both.into_iter().chain(blank.accept.iter().map(|a| &**a)) {
        if word != answer && !word.is_empty() && !words.contains(&word) {
            words.push(word);
        }
    }
    if words.is_empty() {
        return Vec::new();
    }
    row(look, &look.words.get("review-also-right"), vec![text(words.join(", "))])
}

/// Why what was typed is not the word.
fn wrong_word<'a>(blank: &'a Blank, fit: &Fit) -> Option<&'a crate::domain::text::Text> {
    match fit {
        Fit::Near(i) => blank.near.get(*i).map(|n| &n.why),
        Fit::Distractor(i) => blank.distractors.get(*i).map(|n| &n.why),
        _ => None,
    }
}

/// Neighbouring words and why they are not the one, except the one that was typed.
fn others(look: &Look, blank: &Blank, fit: &Fit, open: bool) -> Vec<Line> {
    let near = blank.near.iter().enumerate().filter(|(i, _)| *fit != Fit::Near(*i)).map(|(_, n)| n);
    let rows: Vec<Explained> =
        near.map(|n| Explained { text: look.get(&n.text), why: look.get(&n.why), ..Explained::default() }).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let mut lines = vec![Line::blank()];
    if look.small() && !open {
        lines.extend(look.say(&look.words.fmt("review-others-near", &[("n", rows.len().into())])));
    } else {
        lines.extend(look.say(&look.words.get("review-near-others")));
        lines.extend(explained(look, &rows));
    }
    lines
}

pub fn verdict(look: &Look, told: &Told, marks: &[BlankMark]) -> String {
    if told.verdict.outcome == Outcome::Right {
        return match told.verdict.typo {
            Some(_) => look.words.get("review-typo-forgiven").into_owned(),
            None => String::new(),
        };
    }
    if marks.len() > 1 {
        let right = marks.iter().filter(|m| m.right()).count();
        return super::part_of(look, right, marks.len(), told.verdict.outcome);
    }
    match marks.first().map(|m| &m.fit) {
        Some(Fit::Near(_)) => look.words.get("review-verdict-near").into_owned(),
        _ => String::new(),
    }
}

/// "Another valid word": what is said while the question stays.
pub fn try_again(look: &Look, blank: &Blank, index: usize) -> Vec<Line> {
    let Some(near) = blank.near.get(index) else { return Vec::new() };
    let word = text_of(&inline(look.get(&near.text)));
    let lead = look.words.fmt("review-near", &[("word", word.into())]);
    stack(reason(look, &lead, look.get(&near.why), LEFT), LEFT)
}
