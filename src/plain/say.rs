//! A question as lines.

use crate::domain::question::Kind;
use crate::domain::sorting::Arrange;
use crate::domain::text::Lang;
use crate::sessions::question::{Asking, Entry, PairInput, ScenarioInput, TypedInput};
use crate::words::Words;

use super::{clean, flat};

/// The name of a kind with its size, such as "single choice, 4 options".
fn kind_line(asking: &Asking, words: &Words) -> String {
    let n = |key: &str, n: usize| words.fmt(key, &[("n", n.into())]);
    match &asking.question().kind {
        Kind::Single(o) => n("plain-kind-single", o.choices.len()),
        Kind::Multi(o) => n("plain-kind-multi", o.choices.len()),
        Kind::TrueFalse { reasons, .. } => n("plain-kind-true-false", reasons.len()),
        Kind::Short(_) => words.get("plain-kind-short").into_owned(),
        Kind::Cloze { gaps, .. } => n("plain-kind-cloze", gaps.len()),
        Kind::Order { steps, .. } => n("plain-kind-order", steps.len()),
        Kind::Match { pairs, .. } => n("plain-kind-match", pairs.len()),
        Kind::Line { code, .. } => n("plain-kind-line", code.lines().count()),
        Kind::Scenario { .. } => words.get("plain-kind-scenario").into_owned(),
        Kind::Drill(_) => words.get("plain-kind-drill").into_owned(),
    }
}

/// The question with everything that can be chosen, and what may be typed.
pub fn question(asking: &Asking, number: usize, of: usize, words: &Words, lang: Lang) -> Vec<String> {
    let crumbs = &asking.item.crumbs;
    let topic = match (crumbs.unit.get(lang), crumbs.topic.get(lang)) {
        ("", topic) => clean(topic),
        (unit, topic) => format!("{}, {}", clean(unit), clean(topic)),
    };
    let kind = kind_line(asking, words);
    let head = [("i", number.into()), ("n", of.into()), ("topic", topic.into()), ("kind", kind.into())];
    let mut lines = vec![words.fmt("plain-question", &head)];
    lines.push(flat(asking.question().prompt.get(lang)));
    lines.extend(entry(asking, words, lang));
    lines
}

/// What can be chosen or typed at this moment.
pub fn entry(asking: &Asking, words: &Words, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    match (&asking.question().kind, &asking.entry) {
        (Kind::Single(o) | Kind::Multi(o), Entry::Pick(_) | Entry::Multi(_)) => {
            let shown = match &asking.entry {
                Entry::Pick(input) => &input.shown,
                Entry::Multi(input) => &input.shown,
                _ => return lines,
            };
            lines.extend(numbered(shown.iter().map(|i| o.choices[*i].text.get(lang))));
        }
        (Kind::TrueFalse { reasons, .. }, Entry::Verdict(input)) => {
            let verdicts = [words.get("plain-true"), words.get("plain-false")];
            lines.extend(numbered(verdicts.iter().map(AsRef::as_ref)));
            lines.extend(lettered(input.shown.iter().map(|i| reasons[*i].text.get(lang))));
        }
        (Kind::Cloze { text, .. }, Entry::Typed(input)) => lines.extend(cloze(text.get(lang), input, words, lang)),
        (Kind::Order { steps, .. }, Entry::Order(input)) => {
            let mut rows: Vec<(usize, &str)> =
                input.label.iter().zip(steps).map(|(label, s)| (*label, s.text.get(lang))).collect();
            rows.arrange_by_key(|(label, _)| *label);
            lines.extend(rows.into_iter().map(|(label, text)| format!("{label}. {}", flat(text))));
        }
        (Kind::Match { pairs, .. }, Entry::Pairs(input)) => lines.extend(pairing(pairs, input, lang)),
        (Kind::Line { code, .. }, Entry::Line(_)) => {
            lines.extend((1..).zip(code.lines()).map(|(n, line)| format!("{n}: {}", code_line(line))));
        }
        (Kind::Scenario { scenes }, Entry::Scenario(input)) => lines.extend(scene(scenes, input, words, lang)),
        _ => {}
    }
    lines.push(words.get(how(&asking.entry)).into_owned());
    lines
}

/// What to type, as a message key.
fn how(entry: &Entry) -> &'static str {
    match entry {
        Entry::Pick(_) | Entry::Scenario(_) => "plain-how-pick",
        Entry::Multi(_) => "plain-how-multi",
        Entry::Verdict(_) => "plain-how-verdict",
        Entry::Typed(input) if input.lines.len() > 1 => "plain-how-cloze",
        Entry::Typed(_) => "plain-how-typed",
        Entry::Order(_) => "plain-how-order",
        Entry::Pairs(_) => "plain-how-match",
        Entry::Line(_) => "plain-how-line",
    }
}

fn numbered<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    (1..).zip(texts).map(|(n, text)| format!("{n}. {}", flat(text))).collect()
}

fn lettered<'a>(texts: impl Iterator<Item = &'a str>) -> Vec<String> {
    ('a'..).zip(texts).map(|(c, text)| format!("{c}. {}", flat(text))).collect()
}

/// A line of code: tabs as four spaces, no control characters, its indentation kept.
fn code_line(line: &str) -> String {
    line.replace('\t', "    ").chars().filter(|c| !c.is_control()).collect()
}

fn cloze(text: &str, input: &TypedInput, words: &Words, lang: Lang) -> Vec<String> {
    let mut shown = flat(text);
    for n in 1..=input.lines.len() {
        let gap = words.fmt("plain-gap", &[("n", n.into())]);
        shown = shown.replace(&format!("{{{{{n}}}}}"), &gap);
    }
    let mut lines = vec![shown];
    if input.bank_open {
        let bank: Vec<String> = input.bank.iter().map(|t| clean(t.get(lang))).collect();
        lines.push(words.fmt("plain-bank", &[("words", bank.join(", ").into())]));
    }
    lines
}

fn pairing(pairs: &[crate::domain::question::Pair], input: &PairInput, lang: Lang) -> Vec<String> {
    let mut lines = numbered(input.shown.iter().map(|i| pairs[*i].left.get(lang)));
    lines.extend(lettered(input.rights.iter().map(|r| r.text.get(lang))));
    lines
}

fn scene(scenes: &[crate::domain::question::Scene], input: &ScenarioInput, words: &Words, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if let Some((scene, choice)) = input.way.last() {
        let choice = &scenes[*scene].choices[*choice];
        lines.push(words.fmt("plain-you-chose", &[("choice", flat(choice.text.get(lang)).into())]));
        if !choice.cost.is_empty() {
            lines.push(words.fmt("plain-cost", &[("cost", flat(choice.cost.get(lang)).into())]));
        }
    }
    lines.push(words.fmt("plain-scene", &[("n", input.depth().into())]));
    lines.push(flat(scenes[input.scene].text.get(lang)));
    let shown = &input.shown[input.scene];
    lines.extend(numbered(shown.iter().map(|i| scenes[input.scene].choices[*i].text.get(lang))));
    lines
}
