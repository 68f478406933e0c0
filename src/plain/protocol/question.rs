//! A question as an event.

use serde_json::{Value, json};

use crate::domain::question::Kind;
use crate::domain::sorting::Arrange;
use crate::domain::text::{Lang, Text};
use crate::sessions::question::{Asking, Entry};

use super::super::{clean, flat};

/// The question with everything that can be chosen, under the numbers and letters that an answer names.
pub(super) fn event(asking: &Asking, (number, of): (usize, usize), lang: Lang) -> Value {
    let question = asking.question();
    let crumbs = &asking.item.crumbs;
    let mut event = json!({
        "event": "question",
        "number": number,
        "of": of,
        "item": question.id.to_string(),
        "kind": question.kind.name(),
        "unit": clean(crumbs.unit.get(lang)),
        "topic": clean(crumbs.topic.get(lang)),
        "prompt": flat(question.prompt.get(lang)),
        "has_hint": !question.hint.is_empty(),
        "try_again": asking.near.map(|hit| near(&question.kind, hit, lang)),
    });
    if asking.hint {
        event["hint"] = json!(flat(question.hint.get(lang)));
    }
    add_choices(&mut event, asking, lang);
    event
}

fn add_choices(event: &mut Value, asking: &Asking, lang: Lang) {
    let text = |t: &Text| flat(t.get(lang));
    match (&asking.question().kind, &asking.entry) {
        (Kind::Single(o), Entry::Pick(input)) => {
            event["options"] = numbered(input.shown.iter().map(|i| text(&o.choices[*i].text)));
        }
        (Kind::Multi(o), Entry::Multi(input)) => {
            event["options"] = numbered(input.shown.iter().map(|i| text(&o.choices[*i].text)));
        }
        (Kind::TrueFalse { reasons, .. }, Entry::Verdict(input)) => {
            event["options"] = numbered(["true".to_owned(), "false".to_owned()].into_iter());
            event["reasons"] = lettered(input.shown.iter().map(|i| text(&reasons[*i].text)));
        }
        (Kind::Cloze { text: whole, gaps }, _) => {
            event["text"] = json!(text(whole));
            event["gaps"] = json!(gaps.len());
        }
        (Kind::Order { steps, .. }, Entry::Order(input)) => {
            let mut rows: Vec<_> = input.label.iter().zip(steps).collect();
            rows.arrange_by_key(|(label, _)| **label);
            event["options"] = numbered(rows.into_iter().map(|(_, s)| text(&s.text)));
        }
        (Kind::Match { pairs, .. }, Entry::Pairs(input)) => {
            event["options"] = numbered(input.shown.iter().map(|i| text(&pairs[*i].left)));
            event["rights"] = lettered(input.rights.iter().map(|r| text(&r.text)));
        }
        (Kind::Line { language, code, .. }, _) => {
            event["language"] = json!(language);
            event["code"] = json!(code.lines().collect::<Vec<_>>());
        }
        (Kind::Scenario { scenes }, Entry::Scenario(input)) => {
            let scene = &scenes[input.scene];
            event["step"] = json!(input.way.len() + 1);
            event["scene"] = json!(text(&scene.text));
            event["options"] = numbered(input.shown[input.scene].iter().map(|i| text(&scene.choices[*i].text)));
            if let Some((scene, choice)) = input.way.last() {
                event["cost"] = json!(text(&scenes[*scene].choices[*choice].cost));
            }
        }
        _ => {}
    }
}

/// Why what was typed is another valid word.
fn near(kind: &Kind, hit: crate::domain::grading::NearHit, lang: Lang) -> String {
    let blank = match kind {
        Kind::Short(blank) => Some(blank),
        Kind::Cloze { gaps, .. } => gaps.get(hit.gap),
        _ => None,
    };
    let near = blank.and_then(|b| b.near.get(hit.index));
    near.map(|n| flat(n.why.get(lang))).unwrap_or_default()
}

fn numbered(texts: impl Iterator<Item = String>) -> Value {
    (1u32..).zip(texts).map(|(n, text)| json!({ "n": n, "text": text })).collect()
}

fn lettered(texts: impl Iterator<Item = String>) -> Value {
    ('a'..).zip(texts).map(|(c, text)| json!({ "n": c, "text": text })).collect()
}
