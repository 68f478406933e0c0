//! What came of an answer, as an event.

use serde_json::{Value, json};

use crate::domain::event::Rating;
use crate::domain::grading::{ChoiceMark, Outcome, Parts};
use crate::domain::question::{Answer, Choice, Kind};
use crate::domain::text::{Lang, Text};
use crate::domain::time::Moment;
use crate::sessions::question::Entry;
use crate::sessions::review::Told;

use super::super::{clean, flat};

/// The result, the grade, when it comes back, and a reason for everything that could be chosen.
pub(super) fn event(told: &Told, now: &Moment, lang: Lang) -> Value {
    let question = &told.item.question;
    let result = match (told.verdict.outcome, &told.answer) {
        (_, Answer::DontKnow) => "unknown",
        (Outcome::Right, _) if told.guess => "guess",
        (Outcome::Right, _) => "right",
        (Outcome::Partly, _) => "partly",
        (Outcome::Wrong, _) => "wrong",
    };
    let grade = match told.rating {
        Rating::Forgot => "forgot",
        Rating::Hard => "hard",
        Rating::Good => "good",
        Rating::Easy => "easy",
    };
    json!({
        "event": "feedback",
        "item": question.id.to_string(),
        "result": result,
        "share": told.verdict.share,
        "grade": grade,
        "taken_back": told.taken_back.is_some(),
        "explain": flat(question.explain.get(lang)),
        "parts": parts(told, lang),
        "source": clean(&question.source),
        "note": clean(&told.item.note),
        "next": next(told, now),
    })
}

/// When the question comes back: `null` when the schedule stays as it is.
fn next(told: &Told, now: &Moment) -> Value {
    told.after.map_or(Value::Null, |memory| match memory.due_utc {
        Some(utc) => json!({ "minutes": ((utc - now.utc + 59_999) / 60_000).max(1) }),
        None => json!({ "days": memory.due_day.since(now.day).max(0) }),
    })
}

fn parts(told: &Told, lang: Lang) -> Value {
    let text = |t: &Text| flat(t.get(lang));
    match (&told.item.question.kind, &told.entry, &told.verdict.parts) {
        (Kind::Single(o), Entry::Pick(input), Parts::Choices(marks)) => {
            choices(&o.choices, &input.shown, marks, '1', lang)
        }
        (Kind::Multi(o), Entry::Multi(input), Parts::Choices(marks)) => {
            choices(&o.choices, &input.shown, marks, '1', lang)
        }
        (Kind::TrueFalse { answer, reasons }, Entry::Verdict(input), Parts::Verdict { reasons: marks, .. }) => {
            json!({ "answer": answer, "reasons": choices(reasons, &input.shown, marks, 'a', lang) })
        }
        (kind @ (Kind::Short(_) | Kind::Cloze { .. }), _, Parts::Blanks(marks)) => {
            let gaps = match kind {
                Kind::Cloze { gaps, .. } => gaps.as_slice(),
                Kind::Short(blank) => std::slice::from_ref(blank),
                _ => &[],
            };
            let gap = |(blank, mark): (&crate::domain::question::Blank, &crate::domain::grading::BlankMark)| json!({ "typed": clean(&mark.typed), "right": mark.right(), "answer": text(&blank.answer), "why": text(&blank.why) });
            gaps.iter().zip(marks).map(gap).collect()
        }
        (Kind::Order { steps, .. }, _, Parts::Order { yours, right }) => {
            let step = |id: &str| steps.iter().find(|s| &*s.id == id);
            let yours: Vec<Value> =
                yours.iter().map(|m| json!({ "text": step(&m.id).map(|s| text(&s.text)), "right": m.right })).collect();
            let right: Vec<Value> = right
                .iter()
                .filter_map(|id| step(id))
                .map(|s| json!({ "text": text(&s.text), "why": text(&s.why) }))
                .collect();
            json!({ "yours": yours, "right": right })
        }
        (Kind::Match { pairs, .. }, _, Parts::Pairs(marks)) => pairs
            .iter()
            .map(|pair| {
                let right = marks.iter().any(|m| m.id == pair.id && m.right);
                json!({ "left": text(&pair.left), "answer": text(&pair.right), "right": right, "why": text(&pair.why) })
            })
            .collect(),
        (Kind::Line { notes, .. }, _, Parts::Line { chosen, .. }) => {
            let notes: Vec<Value> =
                notes.iter().map(|n| json!({ "line": n.number, "right": n.right, "why": text(&n.why) })).collect();
            json!({ "chosen": chosen, "lines": notes })
        }
        (Kind::Scenario { scenes }, _, Parts::Way(marks)) => marks
            .iter()
            .filter_map(|mark| {
                let scene = scenes.iter().find(|s| s.id == mark.scene)?;
                let options: Vec<Value> = scene
                    .choices
                    .iter()
                    .map(|c| {
                        let chosen = mark.chosen.as_deref() == Some(&*c.id);
                        json!({ "text": text(&c.text), "right": c.best, "chosen": chosen, "why": text(&c.why) })
                    })
                    .collect();
                Some(json!({ "scene": text(&scene.text), "options": options }))
            })
            .collect(),
        (Kind::Drill(drill), _, Parts::Sentence { typed, found }) => json!({
            "typed": clean(typed),
            "found": found.iter().map(|place| clean(&typed[place.clone()])).collect::<Vec<_>>(),
            "point": text(&drill.point),
            "met": text(&drill.met),
            "partly": text(&drill.partly),
            "model": text(&drill.model),
        }),
        _ => Value::Null,
    }
}

/// Every option with its reason, under the numbers or letters of the question.
fn choices(all: &[Choice], shown: &[usize], marks: &[ChoiceMark], first: char, lang: Lang) -> Value {
    (first..)
        .zip(shown)
        .map(|(n, i)| {
            let choice = &all[*i];
            let chosen = marks.iter().any(|m| m.id == choice.id && m.chosen);
            let n = n.to_digit(10).map_or_else(|| json!(n), |digit| json!(digit));
            json!({
                "n": n,
                "text": flat(choice.text.get(lang)),
                "right": choice.right,
                "chosen": chosen,
                "why": flat(choice.why.get(lang)),
            })
        })
        .collect()
}
