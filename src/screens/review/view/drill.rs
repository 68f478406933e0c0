//! A drill: one sentence for one point of an interview answer.

use std::ops::Range;

use crate::domain::rubric::Drill;
use crate::sessions::question::TypedInput;
use crate::ui::ink::{Run, good, strong, text};

use super::super::field;
use super::super::lines::Line;
use super::super::look::Look;
use super::Body;
use super::short::row;

pub fn asked(look: &Look, input: &TypedInput) -> Body {
    let mut lines = vec![field::name(look, look.words.get("review-your-sentence").into_owned(), input.commands)];
    lines.extend(input.lines.first().into_iter().flat_map(|edit| field::sentence(look, edit, input.commands)));
    Body { lines, tip: Some(look.words.get("review-tip-drill").into_owned()), ..Body::default() }
}

pub fn told(look: &Look, drill: &Drill, typed: &str, found: &[Range<usize>]) -> Vec<Line> {
    let mut lines = Vec::new();
    if !typed.is_empty() {
        lines.extend(row(look, &look.words.get("review-you-wrote"), marked(typed, found)));
    }
    lines.extend(row(look, &look.words.get("review-drill-point"), vec![strong(look.get(&drill.point).to_owned())]));
    let anchors = [("review-drill-met", &drill.met), ("review-drill-partly", &drill.partly)];
    let model = [("review-drill-model", &drill.model)];
    for (name, content) in anchors.into_iter().chain(model) {
        let content = look.get(content);
        if !content.is_empty() {
            lines.extend(row(look, &look.words.get(name), vec![text(content.to_owned())]));
        }
    }
    lines.push(Line::blank());
    lines.extend(look.say(&look.words.get("review-drill-own-grade")));
    lines
}

/// What was typed, with the words that were found.
fn marked(typed: &str, found: &[Range<usize>]) -> Vec<Run<'static>> {
    let mut runs = Vec::new();
    let mut at = 0;
    for place in found {
        let (Some(before), Some(word)) = (typed.get(at..place.start), typed.get(place.clone())) else { continue };
        runs.push(text(before.to_owned()));
        runs.push(good(word.to_owned()));
        at = place.end;
    }
    runs.push(text(typed.get(at..).unwrap_or_default().to_owned()));
    runs.retain(|run| !run.text.is_empty());
    runs
}

pub fn verdict(look: &Look, found: &[Range<usize>]) -> String {
    let key = if found.is_empty() { "review-drill-not-found" } else { "review-drill-found" };
    look.words.get(key).into_owned()
}
