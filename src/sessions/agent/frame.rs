//! The parts that are the same for every interview: role, responsibilities, rules, manner and feedback.

use crate::words::Words;

use super::{Line, Section};

/// The ten responsibilities of the role.
const DUTIES: [&str; 10] = [
    "agent-duty-api",
    "agent-duty-data",
    "agent-duty-services",
    "agent-duty-speed",
    "agent-duty-security",
    "agent-duty-code",
    "agent-duty-releases",
    "agent-duty-reliability",
    "agent-duty-docs",
    "agent-duty-people",
];

const RULES: [&str; 10] = [
    "agent-rule-secret",
    "agent-rule-neutral",
    "agent-rule-one",
    "agent-rule-commands",
    "agent-rule-idea",
    "agent-rule-rubric",
    "agent-rule-quote",
    "agent-rule-clock",
    "agent-rule-tools",
    "agent-rule-private",
];

const STYLE: [&str; 5] =
    ["agent-style-index", "agent-style-atomic", "agent-style-again", "agent-style-rows", "agent-style-flood"];

const FEEDBACK: [&str; 6] = [
    "agent-feedback-verdict",
    "agent-feedback-table",
    "agent-feedback-carried",
    "agent-feedback-change",
    "agent-feedback-rest",
    "agent-feedback-step",
];

pub(super) fn para(words: &Words, key: &str) -> Line {
    Line::Para(words.get(key).into_owned())
}

pub(super) fn item(text: impl Into<String>) -> Line {
    Line::Item(String::new(), text.into())
}

pub(super) fn section(id: &'static str, title: impl Into<String>, lines: Vec<Line>) -> Section {
    Section { id, title: title.into(), lines }
}

fn items(words: &Words, keys: &[&str]) -> Vec<Line> {
    keys.iter().map(|key| item(words.get(key))).collect()
}

pub(super) fn steps(words: &Words, keys: &[&str]) -> Vec<Line> {
    keys.iter().map(|key| Line::Step(words.get(key).into_owned())).collect()
}

pub(super) fn who(words: &Words) -> Section {
    let lines = ["agent-who-you", "agent-who-craft", "agent-who-language"].map(|key| para(words, key));
    section("role", words.get("agent-who"), lines.into())
}

pub(super) fn duties(words: &Words) -> Section {
    let mut lines = vec![para(words, "agent-duties-how")];
    lines.extend(items(words, &DUTIES));
    section("responsibilities", words.get("agent-duties"), lines)
}

pub(super) fn rules(words: &Words) -> Section {
    section("rules", words.get("agent-rules"), items(words, &RULES))
}

pub(super) fn style(words: &Words) -> Section {
    let mut lines = vec![para(words, "agent-style-how")];
    lines.extend(items(words, &STYLE));
    section("style", words.get("agent-style"), lines)
}

pub(super) fn feedback(words: &Words) -> Section {
    section("feedback", words.get("agent-feedback"), steps(words, &FEEDBACK))
}
