#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::{Check, Rule, TopicFindings};
use crate::domain::grading::{Fit, fit_word};
use crate::domain::question::Blank;
use crate::domain::text::Text;
use crate::format::finding::{Finding, Severity, said};
use crate::format::source::QUESTIONS;
use crate::format::types::question::Near;
use crate::format::types::{self, Kind};
use crate::packs::check::view::TopicView;
use crate::packs::convert::text;

pub(super) const RULE: Rule = Rule {
    code: "J018",
    name: "near-word",
    severity: Severity::Error,
    what: "rule-j018-what",
    why: "rule-j018-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header names an intention?\"\nprompt.id = \"Header mana yang menamai niat?\"\nanswer = \"Idempotency-Key\"\nnear = [{ text = \"Idempotence-Key\", why.en = \"Not quite.\", why.id = \"Belum tepat.\" }]\nexplain.en = \"One key for each intention.\"\nexplain.id = \"Satu kunci untuk tiap niat.\"\nsource = \"lesson\"\n",
        )],
        at: "t/questions.toml:9:18",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header names an intention?\"\nprompt.id = \"Header mana yang menamai niat?\"\nanswer = \"Idempotency-Key\"\nnear = [{ text = \"X-Request-Id\", why.en = \"It follows one call.\", why.id = \"Mengikuti satu panggilan.\" }]\nexplain.en = \"One key for each intention.\"\nexplain.id = \"Satu kunci untuk tiap niat.\"\nsource = \"lesson\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions {
        match &item.question.kind {
            Kind::Short(it) => {
                let lists = [("near", &*it.near)];
                blank(item.index, At::default(), &it.answer, &it.accept, &lists, found);
            }
            Kind::Cloze(it) => {
                for (number, gap) in it.gaps.iter().enumerate() {
                    let lists = [("near", &*gap.near), ("distractor", &*gap.distractor)];
                    let at = At::entry("gap", number);
                    blank(item.index, at, &gap.answer, &gap.accept, &lists, found);
                    let shared = [("distractor", &*it.distractor)];
                    blank(item.index, At::default(), &gap.answer, &gap.accept, &shared, found);
                }
            }
            _ => {}
        }
    }
}

type Lists<'a> = [(&'static str, &'a [Near])];

fn blank(
    question: usize,
    at: At,
    answer: &types::Text,
    accept: &[Box<str>],
    lists: &Lists<'_>,
    found: &mut TopicFindings,
) {
    if lists.iter().all(|(_, list)| list.is_empty()) {
        return;
    }
    let rights: Vec<usize> = answer.versions().chain(accept.iter().map(|a| &**a)).map(letters).collect();
    let mut bare = Blank {
        answer: text(answer),
        accept: accept.to_vec(),
        near: Vec::new(),
        why: Text::default(),
        distractors: Vec::new(),
    };
    for (list, words) in lists {
        for (index, word) in words.iter().enumerate() {
            // What is forgiven changes at most one letter, so most words are told apart by counting.
            let is_close = |w: &&str| rights.iter().any(|right| right.abs_diff(letters(w)) <= 1);
            let taken = |bare: &Blank| word.text.versions().filter(is_close).find_map(|w| judged(bare, w));
            let Some(how) = taken(&bare) else { continue };
            // A near word that differs in punctuation alone is looked at before anything is forgiven.
            if *list == "near" && how == Taken::Same {
                bare.near = vec![crate::domain::question::Near { text: text(&word.text), why: Text::default() }];
                let told = word.text.versions().all(|w| matches!(fit_word(&bare, std::iter::empty(), w), Fit::Near(_)));
                bare.near.clear();
                if told {
                    continue;
                }
            }
            let spot = match at == At::default() {
                true => At::entry(list, index).key("text").spot(question),
                false => at.sub(list, index).key("text").spot(question),
            };
            let shown = word.text.versions().next().unwrap_or_default();
            let message = match how {
                Taken::Same => said("find-near-same"),
                Taken::Slip => said("find-near-slip"),
            };
            let finding = Finding::error("J018", spot, message.with("word", shown));
            found.push((QUESTIONS, finding.help("find-near-help")));
        }
    }
}

fn letters(word: &str) -> usize {
    word.chars().filter(|c| c.is_alphanumeric()).count()
}

#[derive(Clone, Copy, PartialEq)]
enum Taken {
    Same,
    Slip,
}

/// How grading would take a word for a right one.
fn judged(blank: &Blank, word: &str) -> Option<Taken> {
    match fit_word(blank, std::iter::empty(), word) {
        Fit::Right => Some(Taken::Same),
        Fit::Slip(_) => Some(Taken::Slip),
        _ => None,
    }
}
