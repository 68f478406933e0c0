//! What came of an answer, as lines.

use crate::domain::interview::Pressure;
use crate::domain::text::Lang;
use crate::sessions::interview::{Asked, Debrief, Try, told};
use crate::words::{Words, plain};

use super::super::{clean, flat};
use super::say::block;

/// The debrief: points, trend, prediction, level, one thing to keep, one to fix, when it returns.
pub(super) fn lines(
    asked: &Asked,
    debrief: &Debrief,
    pauses: u32,
    close: &str,
    words: &Words,
    lang: Lang,
) -> Vec<String> {
    let score = debrief.verdict.score;
    let trend = debrief.trend.map_or_else(|| words.get("interview-first-try").into_owned(), |n| told::trend(n, words));
    let points = words.fmt("interview-points", &[("n", score.met.into()), ("of", score.points.into())]);
    let mut lines = vec![words.fmt("ask-debrief", &[("points", points.into()), ("trend", trend.into())])];
    lines.extend(debrief.tries.iter().map(|one| tried(one, words)));
    lines.push(target(asked, debrief, words));
    lines.push(words.fmt("ask-level", &[("text", told::verdict(&debrief.verdict, asked.setup.target, words).into())]));
    for (level, text) in debrief.sounds() {
        lines.push(words.fmt("ask-anchor", &[("n", level.into()), ("text", flat(text.get(lang)).into())]));
    }
    if let Some(off) = debrief.off {
        lines.push(words.fmt("ask-prediction", &[("text", told::off(off, words).into())]));
    }
    lines.push(words.fmt("ask-calibration", &[("text", told::calibration(debrief.calibration, words).into())]));
    if pauses > 0 {
        lines.push(words.fmt("ask-pauses", &[("n", pauses.into())]));
    }
    lines.extend(findings(asked, debrief, words, lang));
    lines.extend(next(asked, debrief, words, lang));
    if !close.trim().is_empty() {
        lines.extend(block("ask-says", close, words));
    }
    lines.push(words.get(if debrief.fix.is_some() { "ask-how-debrief" } else { "ask-how-debrief-done" }).into_owned());
    lines
}

fn tried(one: &Try, words: &Words) -> String {
    let values = [
        ("n", one.number.into()),
        ("met", one.met.into()),
        ("of", one.points.into()),
        ("words", one.words.into()),
        ("time", words.clock(one.took_ms / 1000).into()),
    ];
    words.fmt("ask-try", &values)
}

fn target(asked: &Asked, debrief: &Debrief, words: &Words) -> String {
    let (from, to) = asked.target_words();
    let limit = asked.setup.answer_ms(asked.prompt());
    let timed = debrief.rehearsed.pressure != Pressure::Untimed && limit > 0;
    let mut parts = Vec::new();
    if !debrief.rehearsed.spoken {
        parts.push(words.fmt("ask-target-words", &[("from", from.into()), ("to", to.into())]));
    }
    parts.push(match timed {
        true => words.fmt("ask-target-time", &[("time", words.clock(limit / 1000).into())]),
        false => words.get("rehearse-untimed").into_owned(),
    });
    words.fmt("ask-target", &[("text", words.list(&parts).into())])
}

/// What to keep, what to fix, and red flags that were said.
fn findings(asked: &Asked, debrief: &Debrief, words: &Words, lang: Lang) -> Vec<String> {
    let points = &asked.prompt().points;
    let mut lines = Vec::new();
    if let Some((keep, point)) = debrief.keep.and_then(|keep| Some((keep, points.get(keep.point)?))) {
        let said = told::keep(keep, debrief.trend.is_none(), &clean(point.text.get(lang)), words);
        lines.push(words.fmt("ask-keep", &[("text", said.into())]));
    }
    if let Some(point) = debrief.fix.as_ref().and_then(|fix| points.get(fix.point)) {
        let values = [("point", clean(point.text.get(lang)).into()), ("met", flat(point.met.get(lang)).into())];
        lines.push(words.fmt("ask-fix", &[("text", plain(&words.fmt("interview-fix", &values)).into())]));
        lines.push(words.fmt("ask-drill", &[("text", flat(point.drill.get(lang)).into())]));
    }
    for id in &debrief.rehearsed.red_flags {
        let flag = asked.prompt().red_flags.iter().find(|flag| flag.id == *id);
        let said = flag.map_or("", |flag| flag.text.get(lang));
        lines.push(words.fmt("ask-flagged", &[("text", flat(said).into())]));
    }
    lines
}

/// When the answer returns, which points come back on their own, and where it is kept.
fn next(asked: &Asked, debrief: &Debrief, words: &Words, lang: Lang) -> Vec<String> {
    let mut said = Vec::new();
    if let Some(day) = debrief.returns {
        said.push(plain(&words.fmt("interview-returns", &[("day", words.date(day.0).into())])));
    }
    let name = |at: usize| asked.prompt().points.get(at).map(|p| clean(p.text.get(lang))).unwrap_or_default();
    match debrief.joins[..] {
        [] => {}
        [one] => said.push(words.fmt("interview-joins", &[("point", name(one).into())])),
        ref many => said.push(words.fmt("interview-join", &[("n", many.len().into())])),
    }
    let number = debrief.tries.last().map_or(1, |t| t.number);
    let key = match (debrief.best, number) {
        (true, 1) => "interview-kept",
        (true, _) => "interview-best",
        (false, _) => "interview-kept-beside",
    };
    said.push(words.fmt(key, &[("n", number.into())]));
    said.into_iter().map(|text| words.fmt("ask-next", &[("text", text.into())])).collect()
}
