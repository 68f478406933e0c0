#[cfg(test)]
use super::Sample;
use super::parts::{At, noun};
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::format::types::Text;
use crate::format::types::question::{Choice, Line, Match};
use crate::packs::check::view::TopicView;

/// Letters that a match has for its right sides.
const LETTERS: usize = 6;

pub(super) const RULE: Rule = Rule {
    code: "J012",
    name: "answer",
    severity: Severity::Error,
    what: "rule-j012-what",
    why: "rule-j012-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which method may a proxy repeat on its own?\"\nprompt.id = \"Method mana yang boleh diulang proxy?\"\nsource = \"RFC 9110, 9.2.2\"\n\n[[question.option]]\nid = \"put\"\ntext = \"PUT\"\nwhy.en = \"Twice is the same state.\"\nwhy.id = \"Dua kali tetap sama.\"\n\n[[question.option]]\nid = \"post\"\ntext = \"POST\"\nwhy.en = \"Each call may create another.\"\nwhy.id = \"Tiap panggilan bisa membuat baru.\"\n",
        )],
        at: "t/questions.toml:1:1",
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
    for item in view.questions {
        match &item.question.kind {
            Kind::Single(it) => one("option", item.index, &it.options, found),
            Kind::TrueFalse(it) => one("reason", item.index, &it.reasons, found),
            Kind::Multi(it) => some(item.index, &it.options, found),
            Kind::Line(it) => lines(item.index, it, found),
            Kind::Match(it) => letters(item.index, it, found),
            _ => {}
        }
    }
}

/// Each right side is paired by a letter, `a` to `f`: one without a letter could not be chosen.
fn letters(index: usize, it: &Match, found: &mut TopicFindings) {
    let mut rights: Vec<&Text> = Vec::new();
    for right in it.pairs.iter().map(|pair| &pair.right).chain(it.extras.iter().map(|extra| &extra.right)) {
        if !rights.contains(&right) {
            rights.push(right);
        }
    }
    if rights.len() > LETTERS {
        let message = said("find-many-sides").with("n", rights.len()).with("letters", LETTERS);
        let finding = Finding::error("J012", head(index), message);
        found.push((QUESTIONS, finding.help("find-many-sides-help")));
    }
}

/// The question's own head: the place for what is missing.
fn head(index: usize) -> Spot {
    Spot::Way(Way::item("question", index))
}

fn one(list: &'static str, index: usize, choices: &[Choice], found: &mut TopicFindings) {
    let right: Vec<usize> = (0..choices.len()).filter(|at| choices[*at].right).collect();
    let spot = |at: usize| At::entry(list, at).key("right").spot(index);
    match right[..] {
        [_] => {}
        [] => {
            let finding = Finding::error("J012", head(index), said("find-none-right").with("what", said(noun(list))));
            found.push((QUESTIONS, finding.help(said("find-none-right-help").with("what", said(noun(list))))));
        }
        [first, ref rest @ ..] => {
            for at in rest {
                let message = said("find-second-right").with("what", said(noun(list)));
                let finding = Finding::error("J012", spot(*at), message).label(spot(first), "find-first-here");
                found.push((QUESTIONS, finding.help("find-second-right-help")));
            }
        }
    }
}

fn some(index: usize, choices: &[Choice], found: &mut TopicFindings) {
    let right = choices.iter().filter(|choice| choice.right).count();
    let message = match right {
        0 => said("find-none-right").with("what", said("noun-option")),
        _ if right == choices.len() => said("find-all-right"),
        _ => return,
    };
    let finding = Finding::error("J012", head(index), message);
    found.push((QUESTIONS, finding.help("find-all-right-help")));
}

fn lines(index: usize, it: &Line, found: &mut TopicFindings) {
    let last = it.code.lines().count();
    let spot = |at: usize| At::entry("line", at).key("number").spot(index);
    for (at, line) in it.lines.iter().enumerate() {
        if usize::try_from(line.number).is_ok_and(|number| number > last) {
            let finding = Finding::error("J012", spot(at), said("find-no-line").with("n", line.number));
            found.push((QUESTIONS, finding.help(said("find-no-line-help").with("last", last))));
        }
        if let Some(first) = it.lines[..at].iter().position(|before| before.number == line.number) {
            let finding = Finding::error("J012", spot(at), said("find-line-twice").with("n", line.number));
            found.push((QUESTIONS, finding.label(spot(first), "find-first-here").help("find-line-twice-help")));
        }
    }
    if !it.lines.iter().any(|line| line.right) {
        let line = || said("noun-line");
        let finding = Finding::error("J012", head(index), said("find-none-right").with("what", line()));
        found.push((QUESTIONS, finding.help(said("find-none-right-help").with("what", line()))));
    }
}
