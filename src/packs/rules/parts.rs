//! Going through the parts of a question, with the way to each.

use crate::format::finding::{Spot, Way};
use crate::format::types::question::{Choice, Gap, Near};
use crate::format::types::{Kind, Prompt, Question, Text};

/// A part of a question: at most two lists deep. It is only turned into a [`Way`] when there is something to say about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct At {
    outer: Option<(&'static str, usize)>,
    inner: Option<(&'static str, usize)>,
    field: Option<&'static str>,
}

/// The key of the word for an entry of a list of choices.
pub(super) fn noun(list: &str) -> &'static str {
    if list == "reason" { "noun-reason" } else { "noun-option" }
}

impl At {
    /// A key of the question itself.
    pub fn field(field: &'static str) -> Self {
        At { field: Some(field), ..At::default() }
    }

    /// An entry of a list of the question.
    pub fn entry(list: &'static str, index: usize) -> Self {
        At { outer: Some((list, index)), ..At::default() }
    }

    /// An entry of a list of this entry.
    pub fn sub(self, list: &'static str, index: usize) -> Self {
        At { inner: Some((list, index)), ..self }
    }

    /// A key of this entry.
    pub fn key(self, field: &'static str) -> Self {
        At { field: Some(field), ..self }
    }

    /// The way to it in `questions.toml`.
    pub fn spot(self, question: usize) -> Spot {
        let mut way = Way::item("question", question);
        for (list, index) in [self.outer, self.inner].into_iter().flatten() {
            way = way.key(list).at(index);
        }
        Spot::Way(match self.field {
            Some(field) => way.key(field),
            None => way,
        })
    }
}

/// Every text of a question, with where it stands.
pub(crate) fn texts<'q>(question: &'q Question, visit: &mut dyn FnMut(At, &'q Text)) {
    let common = &question.common;
    visit(At::field("prompt"), &common.prompt);
    visit(At::field("explain"), &common.explain);
    visit(At::field("hint"), &common.hint);
    match &question.kind {
        Kind::Single(it) | Kind::Multi(it) => choices("option", &it.options, visit),
        Kind::TrueFalse(it) => choices("reason", &it.reasons, visit),
        Kind::Short(it) => {
            visit(At::field("answer"), &it.answer);
            nears(At::default(), "near", &it.near, visit);
        }
        Kind::Cloze(it) => {
            visit(At::field("text"), &it.text);
            it.gaps.iter().enumerate().for_each(|(index, gap)| gap_texts(index, gap, visit));
            nears(At::default(), "distractor", &it.distractor, visit);
        }
        Kind::Order(it) => {
            for (index, step) in it.steps.iter().enumerate() {
                visit(At::entry("step", index).key("text"), &step.text);
                visit(At::entry("step", index).key("why"), &step.why);
            }
        }
        Kind::Match(it) => {
            for (index, pair) in it.pairs.iter().enumerate() {
                visit(At::entry("pair", index).key("left"), &pair.left);
                visit(At::entry("pair", index).key("right"), &pair.right);
                visit(At::entry("pair", index).key("why"), &pair.why);
            }
            for (index, extra) in it.extras.iter().enumerate() {
                visit(At::entry("extra", index).key("right"), &extra.right);
                visit(At::entry("extra", index).key("why"), &extra.why);
            }
        }
        Kind::Line(it) => {
            for (index, line) in it.lines.iter().enumerate() {
                visit(At::entry("line", index).key("why"), &line.why);
            }
        }
        Kind::Scenario(it) => {
            for (index, scene) in it.scenes.iter().enumerate() {
                let at = At::entry("scene", index);
                visit(at.key("text"), &scene.text);
                for (index, choice) in scene.choices.iter().enumerate() {
                    let at = at.sub("choice", index);
                    visit(at.key("text"), &choice.text);
                    visit(at.key("why"), &choice.why);
                    visit(at.key("cost"), &choice.cost);
                }
            }
        }
    }
}

fn choices<'q>(list: &'static str, all: &'q [Choice], visit: &mut dyn FnMut(At, &'q Text)) {
    for (index, choice) in all.iter().enumerate() {
        visit(At::entry(list, index).key("text"), &choice.text);
        visit(At::entry(list, index).key("why"), &choice.why);
    }
}

fn gap_texts<'q>(index: usize, gap: &'q Gap, visit: &mut dyn FnMut(At, &'q Text)) {
    let at = At::entry("gap", index);
    visit(at.key("answer"), &gap.answer);
    visit(at.key("why"), &gap.why);
    nears(at, "near", &gap.near, visit);
    nears(at, "distractor", &gap.distractor, visit);
}

fn nears<'q>(at: At, list: &'static str, all: &'q [Near], visit: &mut dyn FnMut(At, &'q Text)) {
    for (index, near) in all.iter().enumerate() {
        let at = if at.outer.is_some() { at.sub(list, index) } else { At::entry(list, index) };
        visit(at.key("text"), &near.text);
        visit(at.key("why"), &near.why);
    }
}

/// Every text of a prompt, with the way to it.
pub(crate) fn prompt_texts<'p>(way: Way, prompt: &'p Prompt, visit: &mut dyn FnMut(Way, &'p Text)) {
    let at = |list: &str, index: usize, key: &str| way.clone().key(list).at(index).key(key);
    visit(way.clone().key("title"), &prompt.title);
    visit(way.clone().key("ask"), &prompt.ask);
    for (n, clarify) in prompt.clarify.iter().enumerate() {
        visit(at("clarify", n, "ask"), &clarify.ask);
        visit(at("clarify", n, "answer"), &clarify.answer);
    }
    for (n, point) in prompt.points.iter().enumerate() {
        visit(at("point", n, "text"), &point.text);
        visit(at("point", n, "met"), &point.met);
        visit(at("point", n, "partly"), &point.partly);
        visit(at("point", n, "follow_up"), &point.follow_up);
        visit(at("point", n, "drill"), &point.drill);
    }
    for (n, flag) in prompt.red_flags.iter().enumerate() {
        visit(at("red_flag", n, "text"), &flag.text);
        visit(at("red_flag", n, "why"), &flag.why);
    }
    for (level, anchor) in prompt.anchors.levels() {
        visit(way.clone().key("anchors").key(level), anchor);
    }
    visit(way.clone().key("model").key("short"), &prompt.model.short);
    visit(way.clone().key("model").key("full"), &prompt.model.full);
    for (n, sample) in prompt.samples.iter().enumerate() {
        visit(at("sample", n, "text"), &sample.text);
    }
}
