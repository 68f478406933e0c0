#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::wording::{holds, without_code, words};
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, said};
use crate::format::source::QUESTIONS;
use crate::format::types::{Kind, Question, Text};
use crate::packs::check::view::TopicView;

/// An answer of fewer letters stands in many a stem by chance: "a", "by", "can".
const LETTERS: usize = 4;

pub(super) const RULE: Rule = Rule {
    code: "J122",
    name: "answer-in-stem",
    severity: Severity::Warning,
    what: "rule-j122-what",
    why: "rule-j122-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            short_question!(
                "q",
                [
                    "An idempotency key travels in a header. What travels with the retry?",
                    "Ada kunci yang dikirim di header. Apa yang ikut bersama retry-nya?"
                ],
                "idempotency key"
            ),
        )],
        at: "t/questions.toml:6:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            short_question!(
                "q",
                [
                    "A retry carries the same header value as the first call. What is it called?",
                    "Retry membawa nilai header yang sama dengan panggilan pertama. Apa namanya?"
                ],
                "idempotency key"
            ),
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let names_it = |kind: &Kind| matches!(kind, Kind::Short(_) | Kind::Cloze(_) | Kind::Single(_));
    for item in view.questions.iter().filter(|item| names_it(&item.question.kind)) {
        let prompt = &item.question.common.prompt;
        let answer = [(Text::english as fn(&Text) -> &str), Text::indonesian].into_iter().find_map(|side| {
            let stem = words(&without_code(side(prompt)));
            answers(&item.question, &stem, side).into_iter().find(|answer| is_said(&stem, answer))
        });
        if let Some(answer) = answer {
            let message = said("find-answer-in-stem").with("answer", answer);
            let finding = Finding::warning("J122", At::field("prompt").spot(item.index), message);
            found.push((QUESTIONS, finding.help("find-answer-in-stem-help")));
        }
    }
}

fn is_said(stem: &[String], answer: &str) -> bool {
    answer.chars().filter(|c| c.is_alphanumeric()).count() >= LETTERS && holds(stem, &words(answer))
}

/// What the stem must not say; nothing where several answers stand in it to be picked from.
fn answers<'q>(question: &'q Question, stem: &[String], side: fn(&Text) -> &str) -> Vec<&'q str> {
    match &question.kind {
        Kind::Short(it) => vec![side(&it.answer)],
        Kind::Cloze(it) => {
            let said: Vec<&str> = it.gaps.iter().map(|gap| side(&gap.answer)).filter(|it| is_said(stem, it)).collect();
            if said.len() > 1 { Vec::new() } else { said }
        }
        Kind::Single(it) => {
            let texts = |right: bool| it.options.iter().filter(move |o| o.right == right).map(|o| side(&o.text));
            match texts(false).any(|text| is_said(stem, text)) {
                true => Vec::new(),
                false => texts(true).collect(),
            }
        }
        _ => Vec::new(),
    }
}
