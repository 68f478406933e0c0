//! What came of an answer, as lines: the result, the idea, and a reason for everything that could be chosen.

use crate::domain::event::Rating;
use crate::domain::grading::{Outcome, Parts};
use crate::domain::memory::Memory;
use crate::domain::question::{Answer, Choice, Kind, Question};
use crate::domain::rubric::Drill;
use crate::domain::text::{Lang, Text};
use crate::domain::time::Moment;
use crate::sessions::question::Entry;
use crate::sessions::review::Told;
use crate::words::Words;

use super::{clean, flat};

/// Feedback as lines.
pub fn told(told: &Told, now: &Moment, words: &Words, lang: Lang) -> Vec<String> {
    let question = &told.item.question;
    let result = match (told.verdict.outcome, &told.answer) {
        (_, Answer::DontKnow) => "plain-result-unknown",
        (Outcome::Right, _) if told.guess => "plain-result-guess",
        (Outcome::Right, _) => "plain-result-right",
        (Outcome::Partly, _) => "plain-result-partly",
        (Outcome::Wrong, _) => "plain-result-not-yet",
    };
    let mut lines = vec![words.get(result).into_owned()];
    if let Some(typo) = &told.verdict.typo {
        lines.push(words.fmt("plain-typo", &[("answer", clean(&typo.answer).into())]));
    }
    if !question.explain.is_empty() {
        lines.push(words.fmt("plain-reason", &[("text", flat(question.explain.get(lang)).into())]));
    }
    lines.extend(parts(told, words, lang));
    if !question.source.is_empty() && &*question.source != "lesson" {
        lines.push(words.fmt("plain-source", &[("text", clean(&question.source).into())]));
    }
    if !told.item.note.is_empty() {
        lines.push(words.fmt("plain-note", &[("text", clean(&told.item.note).into())]));
    }
    lines.push(saved(told.rating, told.after.as_ref(), now, words));
    lines
}

/// The grade that was saved and when the item comes back.
pub fn saved(rating: Rating, after: Option<&Memory>, now: &Moment, words: &Words) -> String {
    let grade = words.get(grade_key(rating)).into_owned();
    match after {
        None => words.fmt("plain-saved-practice", &[("grade", grade.into())]),
        Some(memory) => {
            let when = match memory.due_utc {
                Some(utc) => words.in_minutes(u32::try_from((utc - now.utc).max(0) / 60_000).unwrap_or(0).max(1)),
                None => words.in_days(u32::try_from(memory.due_day.since(now.day)).unwrap_or(0)),
            };
            words.fmt("plain-saved", &[("grade", grade.into()), ("when", when.into())])
        }
    }
}

/// The message that names a grade.
pub fn grade_key(rating: Rating) -> &'static str {
    match rating {
        Rating::Forgot => "grade-forgot",
        Rating::Hard => "grade-hard",
        Rating::Good => "grade-good",
        Rating::Easy => "grade-easy",
    }
}

fn parts(told: &Told, words: &Words, lang: Lang) -> Vec<String> {
    let question = &told.item.question;
    match (&question.kind, &told.entry, &told.verdict.parts) {
        (Kind::Single(o), Entry::Pick(input), Parts::Choices(marks)) => {
            choices(&o.choices, &input.shown, |id| chosen(marks, id), '1', words, lang)
        }
        (Kind::Multi(o), Entry::Multi(input), Parts::Choices(marks)) => {
            choices(&o.choices, &input.shown, |id| chosen(marks, id), '1', words, lang)
        }
        (Kind::TrueFalse { answer, reasons }, Entry::Verdict(input), Parts::Verdict { reasons: marks, .. }) => {
            let verdict = words.get(if *answer { "plain-true" } else { "plain-false" }).into_owned();
            let mut lines = vec![words.fmt("plain-verdict", &[("verdict", verdict.into())])];
            lines.extend(choices(reasons, &input.shown, |id| chosen(marks, id), 'a', words, lang));
            lines
        }
        (_, _, Parts::Blanks(marks)) => blanks(question, marks, words, lang),
        (Kind::Order { steps, .. }, _, Parts::Order { yours, right }) => {
            let text = |id: &str| steps.iter().find(|s| &*s.id == id).map_or("", |s| s.text.get(lang));
            let mut lines = Vec::new();
            for (n, mark) in (1..).zip(yours) {
                let key = if mark.right { "plain-your-step-right" } else { "plain-your-step" };
                lines.push(words.fmt(key, &[("n", n.into()), ("text", flat(text(&mark.id)).into())]));
            }
            for (n, id) in (1..).zip(right) {
                let why = steps.iter().find(|s| s.id == *id).map_or("", |s| s.why.get(lang));
                let values = [("n", n.into()), ("text", join(text(id), why).into())];
                lines.push(words.fmt("plain-step", &values));
            }
            lines
        }
        (Kind::Match { pairs, extras }, _, Parts::Pairs(marks)) => {
            let right_text = |id: &str| {
                let pair = pairs.iter().find(|p| &*p.id == id).map(|p| p.right.get(lang));
                pair.or_else(|| extras.iter().find(|e| &*e.id == id).map(|e| e.text.get(lang))).unwrap_or_default()
            };
            let mut lines = Vec::new();
            for pair in pairs {
                let mark = marks.iter().find(|m| m.id == pair.id);
                let right = join(pair.right.get(lang), pair.why.get(lang));
                let values = [("left", flat(pair.left.get(lang)).into()), ("right", right.into())];
                lines.push(words.fmt("plain-pair", &values));
                if let Some(chosen) = mark.filter(|m| !m.right).and_then(|m| m.chosen.as_deref()) {
                    lines.push(words.fmt("plain-you-chose", &[("choice", flat(right_text(chosen)).into())]));
                }
            }
            for extra in extras {
                let text = join(extra.text.get(lang), extra.why.get(lang));
                lines.push(words.fmt("plain-extra", &[("text", text.into())]));
            }
            lines
        }
        (Kind::Line { notes, .. }, _, Parts::Line { chosen, .. }) => {
            let mut lines = Vec::new();
            if let Some(n) = chosen.filter(|n| !notes.iter().any(|note| note.number == *n)) {
                lines.push(words.fmt("plain-line-other", &[("n", n.into())]));
            }
            for note in notes {
                let key = match (note.right, *chosen == Some(note.number)) {
                    (true, true) => "plain-line-right-yours",
                    (true, false) => "plain-line-right",
                    (false, true) => "plain-line-yours",
                    (false, false) => "plain-line",
                };
                lines.push(words.fmt(key, &[("n", note.number.into()), ("why", flat(note.why.get(lang)).into())]));
            }
            lines
        }
        (Kind::Scenario { scenes }, _, Parts::Way(marks)) => {
            let mut lines = Vec::new();
            for mark in marks {
                let Some(scene) = scenes.iter().find(|s| s.id == mark.scene) else { continue };
                lines.push(flat(scene.text.get(lang)));
                for choice in &scene.choices {
                    let key = match (choice.best, mark.chosen.as_deref() == Some(&*choice.id)) {
                        (true, true) => "plain-choice-best-yours",
                        (true, false) => "plain-choice-best",
                        (false, true) => "plain-choice-yours",
                        (false, false) => "plain-choice",
                    };
                    let values =
                        [("text", flat(choice.text.get(lang)).into()), ("why", flat(choice.why.get(lang)).into())];
                    lines.push(words.fmt(key, &values));
                }
            }
            lines
        }
        (Kind::Drill(drill), _, Parts::Sentence { found, .. }) => sentence(drill, !found.is_empty(), words, lang),
        _ => Vec::new(),
    }
}

fn sentence(drill: &Drill, found: bool, words: &Words, lang: Lang) -> Vec<String> {
    let mut lines = vec![words.get(if found { "plain-drill-found" } else { "plain-drill-not-found" }).into_owned()];
    let mut put = |key: &str, text: &Text| {
        let text = flat(text.get(lang));
        if !text.is_empty() {
            lines.push(words.fmt(key, &[("text", text.into())]));
        }
    };
    put("plain-drill-point", &drill.point);
    put("plain-drill-met", &drill.met);
    put("plain-drill-partly", &drill.partly);
    put("plain-drill-model", &drill.model);
    lines.push(words.get("plain-drill-own-grade").into_owned());
    lines
}

fn chosen(marks: &[crate::domain::grading::ChoiceMark], id: &str) -> bool {
    marks.iter().any(|m| &*m.id == id && m.chosen)
}

/// Every option with its reason, in the order and under the numbers of the question.
fn choices(
    all: &[Choice],
    shown: &[usize],
    chosen: impl Fn(&str) -> bool,
    first: char,
    words: &Words,
    lang: Lang,
) -> Vec<String> {
    let mut lines = Vec::new();
    for (label, i) in (first..).zip(shown) {
        let choice = &all[*i];
        let key = match (choice.right, chosen(&choice.id)) {
            (true, true) => "plain-option-right-yours",
            (true, false) => "plain-option-right",
            (false, true) => "plain-option-yours",
            (false, false) => "plain-option",
        };
        let values = [("n", label.to_string().into()), ("why", flat(choice.why.get(lang)).into())];
        lines.push(words.fmt(key, &values));
    }
    lines
}

fn blanks(question: &Question, marks: &[crate::domain::grading::BlankMark], words: &Words, lang: Lang) -> Vec<String> {
    let (gaps, [right, not_yet, open]) = match &question.kind {
        Kind::Short(blank) => {
            (std::slice::from_ref(blank), ["plain-answer-right", "plain-answer-not-yet", "plain-answer"])
        }
        Kind::Cloze { gaps, .. } => (&gaps[..], ["plain-gap-right", "plain-gap-not-yet", "plain-gap-open"]),
        _ => return Vec::new(),
    };
    let mut lines = Vec::new();
    for (n, (gap, mark)) in (1usize..).zip(gaps.iter().zip(marks)) {
        let answer = join(gap.answer.get(lang), gap.why.get(lang));
        let key = match mark.typed.trim() {
            "" => open,
            _ if mark.right() => right,
            _ => not_yet,
        };
        let values = [("n", n.into()), ("typed", clean(&mark.typed).into()), ("answer", answer.into())];
        lines.push(words.fmt(key, &values));
        for near in gap.near.iter().chain(&gap.distractors) {
            let text = format!("{}: {}", clean(near.text.get(lang)), flat(near.why.get(lang)));
            lines.push(words.fmt("plain-near", &[("text", text.into())]));
        }
    }
    lines
}

/// A text, and why, in one line.
fn join(text: &str, why: &str) -> String {
    if why.is_empty() { flat(text) } else { format!("{}. {}", flat(text).trim_end_matches('.'), flat(why)) }
}
