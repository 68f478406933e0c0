#[cfg(test)]
use super::Sample;
use super::parts::{At, noun};
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, said};
use crate::format::source::QUESTIONS;
use crate::format::types::question::{Choice, Near};
use crate::format::types::{Kind, Question, Text};
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J104",
    name: "no-why",
    severity: Severity::Warning,
    what: "rule-j104-what",
    why: "rule-j104-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which method may a proxy repeat on its own?\"\nprompt.id = \"Method mana yang boleh diulang proxy?\"\nsource = \"RFC 9110, 9.2.2\"\n\n[[question.option]]\nid = \"put\"\nright = true\ntext = \"PUT\"\nwhy.en = \"Twice is the same state.\"\nwhy.id = \"Dua kali tetap sama.\"\n\n[[question.option]]\nid = \"post\"\ntext = \"POST\"\n",
        )],
        at: "t/questions.toml:17:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which method may a proxy repeat on its own?\"\nprompt.id = \"Method mana yang boleh diulang proxy?\"\nsource = \"RFC 9110, 9.2.2\"\n\n[[question.option]]\nid = \"put\"\nright = true\ntext = \"PUT\"\nwhy.en = \"Twice is the same state.\"\nwhy.id = \"Dua kali tetap sama.\"\n\n[[question.option]]\nid = \"post\"\ntext = \"POST\"\nwhy.en = \"Each call may create another.\"\nwhy.id = \"Tiap panggilan bisa membuat baru.\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let langs = view.langs.codes().count();
    for item in view.questions {
        let mut tell = |at: At, what: &'static str, number: usize, why: &Text| {
            if why.is_empty() {
                let message = said("find-no-why").with("what", said(what)).with("n", number + 1);
                let finding = Finding::warning("J104", at.spot(item.index), message);
                found.push((QUESTIONS, finding.help(said("find-no-why-help").with("langs", langs))));
            }
        };
        question(&item.question, &mut tell);
    }
}

type Tell<'t> = dyn FnMut(At, &'static str, usize, &Text) + 't;

fn question(question: &Question, tell: &mut Tell<'_>) {
    match &question.kind {
        Kind::Single(it) | Kind::Multi(it) => choices("option", &it.options, tell),
        Kind::TrueFalse(it) => choices("reason", &it.reasons, tell),
        Kind::Short(it) => nears(At::default(), "near", &it.near, tell),
        Kind::Cloze(it) => {
            for (n, gap) in it.gaps.iter().enumerate() {
                let at = At::entry("gap", n);
                tell(at, "noun-gap", n, &gap.why);
                nears(at, "near", &gap.near, tell);
                nears(at, "distractor", &gap.distractor, tell);
            }
            nears(At::default(), "distractor", &it.distractor, tell);
        }
        Kind::Order(it) if question.common.explain.is_empty() => {
            it.steps.iter().enumerate().for_each(|(n, s)| tell(At::entry("step", n), "noun-step", n, &s.why));
        }
        Kind::Order(_) => {}
        Kind::Match(it) => {
            it.pairs.iter().enumerate().for_each(|(n, p)| tell(At::entry("pair", n), "noun-pair", n, &p.why));
            it.extras.iter().enumerate().for_each(|(n, e)| tell(At::entry("extra", n), "noun-extra", n, &e.why));
        }
        Kind::Line(it) => {
            it.lines.iter().enumerate().for_each(|(n, l)| tell(At::entry("line", n), "noun-line-note", n, &l.why));
        }
        Kind::Scenario(it) => {
            for (index, scene) in it.scenes.iter().enumerate() {
                let at = |n| At::entry("scene", index).sub("choice", n);
                scene.choices.iter().enumerate().for_each(|(n, c)| tell(at(n), "noun-choice", n, &c.why));
            }
        }
    }
}

fn choices(list: &'static str, all: &[Choice], tell: &mut Tell<'_>) {
    all.iter().enumerate().for_each(|(n, choice)| tell(At::entry(list, n), noun(list), n, &choice.why));
}

fn nears(at: At, list: &'static str, all: &[Near], tell: &mut Tell<'_>) {
    let what = if list == "near" { "noun-near-word" } else { "noun-wrong-word" };
    for (n, near) in all.iter().enumerate() {
        let at = if at == At::default() { At::entry(list, n) } else { at.sub(list, n) };
        tell(at, what, n, &near.why);
    }
}
