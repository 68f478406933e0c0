//! A checklist as a document, ticked for a piece of work or blank.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::domain::checklist::{Checklist, WorkId};
use crate::domain::log::WorkRecord;
use crate::domain::text::Lang;

use super::packet::Form;

/// The list as Markdown or text: boxes to tick, each with its reason below. Ticked where a piece of work says so. Text numbers the items, so that
/// they can be ticked by number.
pub fn write(list: &Checklist, work: Option<(&WorkId, &WorkRecord)>, form: Form, lang: Lang) -> String {
    let mut out = String::new();
    let title = match work {
        Some((work, _)) => format!("{}: {}", list.title.get(lang), work.work),
        None => list.title.get(lang).to_owned(),
    };
    let head = if form == Form::Markdown { "# " } else { "" };
    let _ = writeln!(out, "{head}{title}\n");
    if !list.summary.get(lang).is_empty() {
        let _ = writeln!(out, "{}\n", list.summary.get(lang));
    }
    for (nth, item) in list.items.iter().enumerate() {
        let ticked = work.is_some_and(|(_, record)| record.ticks.contains_key(&item.id));
        let sign = if ticked { "x" } else { " " };
        let (text, why) = (item.text.get(lang), item.why.get(lang));
        let _ = match form {
            Form::Markdown => write!(out, "- [{sign}] {text}\n  - {why}\n"),
            Form::Text => write!(out, "[{sign}] {}. {text}\n    {why}\n", nth + 1),
        };
    }
    out
}

/// The list for programs.
pub fn report(list: &Checklist, work: Option<(&WorkId, &WorkRecord)>) -> Value {
    let item = |item: &crate::domain::checklist::Check| {
        let mut value = json!({
            "id": item.id,
            "text": { "en": item.text.en, "id": item.text.id },
            "why": { "en": item.why.en, "id": item.why.id },
        });
        if let Some((_, record)) = work {
            value["ticked"] = json!(record.ticks.contains_key(&item.id));
        }
        value
    };
    json!({
        "checklist": list.id.as_str(),
        "title": { "en": list.title.en, "id": list.title.id },
        "work": work.map(|(work, _)| &work.work),
        "items": list.items.iter().map(item).collect::<Vec<_>>(),
    })
}
