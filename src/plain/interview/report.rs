//! An attempt as JSON, for `--json`.

use serde_json::{Value, json};

use crate::domain::interview::{Chair, Rehearsed};
use crate::domain::rubric::{Prompt, Verdict};
use crate::domain::text::Text;
use crate::sessions::interview::{Debrief, heard};

/// What the log keeps of an attempt. `prompt` is the rubric of today; without it points and flags have their names only.
pub fn attempt(rehearsed: &Rehearsed, prompt: Option<&Prompt>) -> Value {
    let point = |name: &str| prompt.and_then(|p| p.point(name)).map(|point| text(&point.text));
    let turn = |turn: &crate::domain::interview::Turn| {
        json!({
            "about": (!turn.about.is_empty()).then_some(&turn.about),
            "text": turn.text,
            "words": heard::count(&turn.text),
            "took_ms": turn.took_ms,
        })
    };
    let marked = |marked: &crate::domain::interview::PointMark| json!({ "point": marked.point, "text": point(&marked.point), "first": marked.first, "mark": marked.mark });
    json!({
        "prompt": rehearsed.prompt.to_string(),
        "title": prompt.map(|p| text(&p.title)),
        "persona": (!rehearsed.persona.is_empty()).then_some(&rehearsed.persona),
        "day": crate::words::iso_date(rehearsed.day.0),
        "level": rehearsed.target,
        "language": rehearsed.lang.code(),
        "pressure": rehearsed.pressure,
        "spoken": rehearsed.spoken,
        "graded_by": if rehearsed.by == Chair::Other { "chair" } else { "learner" },
        "chair": (!rehearsed.chair.is_empty()).then_some(&rehearsed.chair),
        "think_ms": rehearsed.think_ms,
        "turns": rehearsed.turns.iter().map(turn).collect::<Vec<_>>(),
        "predicted": rehearsed.predicted,
        "met": rehearsed.met(),
        "of": rehearsed.points.len(),
        "points": rehearsed.points.iter().map(marked).collect::<Vec<_>>(),
        "red_flags": rehearsed.red_flags,
        "signals": rehearsed.signals,
        "scope": rehearsed.scope,
    })
}

/// An attempt with what came of it.
pub fn debrief(debrief: &Debrief, prompt: &Prompt) -> Value {
    let mut body = attempt(&debrief.rehearsed, Some(prompt));
    let point = |at: usize| prompt.points.get(at).map(|point| &point.id);
    body["event"] = json!(debrief.event.to_string());
    body["verdict"] = verdict(&debrief.verdict);
    body["try"] = json!(debrief.tries.last().map(|one| one.number));
    body["best"] = json!(debrief.best);
    body["trend"] = json!(debrief.trend);
    body["off"] = json!(debrief.off);
    body["calibration"] = json!({ "mean": debrief.calibration.mean, "answers": debrief.calibration.answers });
    body["keep"] = json!(debrief.keep.and_then(|keep| point(keep.point)));
    body["fix"] = json!(debrief.fix.as_ref().and_then(|fix| point(fix.point)));
    body["returns"] = json!(debrief.returns.map(|day| crate::words::iso_date(day.0)));
    body
}

/// What marks amount to.
pub fn verdict(verdict: &Verdict) -> Value {
    json!({
        "reached": verdict.reached,
        "capped": verdict.capped,
        "band": format!("{:?}", verdict.band).to_lowercase(),
        "share": verdict.score.share(),
        "partly": verdict.score.partly,
    })
}

fn text(text: &Text) -> Value {
    json!({ "en": text.en, "id": text.id })
}
