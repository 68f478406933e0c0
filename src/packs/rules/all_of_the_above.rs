#[cfg(test)]
use super::Sample;
use super::parts::{At, noun};
use super::wording::{versions, words};
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, said};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::format::types::question::Choice;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J119",
    name: "all-of-the-above",
    severity: Severity::Warning,
    what: "rule-j119-what",
    why: "rule-j119-why",
    #[cfg(test)]
    bad: Sample {
        files: &[("t/questions.toml", single_question!("q", "Which are safe?", "GET and PUT", "All of these", ""))],
        at: "t/questions.toml:17:8",
    },
    #[cfg(test)]
    good: Sample {
        files: &[("t/questions.toml", single_question!("q", "Which are safe?", "GET and PUT", "GET and POST", ""))],
        at: "",
    },
    check: Check::Topic(check),
};

/// What such an option begins with, or is.
const SAID: [&str; 18] = [
    "all of the above",
    "all of these",
    "all the above",
    "none of the above",
    "none of these",
    "both of the above",
    "all are right",
    "all are correct",
    "all are true",
    "semua benar",
    "semua salah",
    "semua di atas",
    "semua yang di atas",
    "semua jawaban",
    "semua pilihan",
    "semuanya benar",
    "semuanya salah",
    "tidak ada yang benar",
];

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions {
        let (list, options): (_, &[Choice]) = match &item.question.kind {
            Kind::Single(it) | Kind::Multi(it) => ("option", &it.options),
            Kind::TrueFalse(it) => ("reason", &it.reasons),
            _ => continue,
        };
        for (at, option) in options.iter().enumerate() {
            if versions(&option.text).any(|(_, text)| speaks_of_others(text)) {
                let spot = At::entry(list, at).key("text").spot(item.index);
                let finding = Finding::warning("J119", spot, said("find-of-others").with("what", said(noun(list))));
                found.push((QUESTIONS, finding.help("find-of-others-help")));
            }
        }
    }
}

fn speaks_of_others(text: &str) -> bool {
    let words = words(text);
    let said = words.join(" ");
    let names_letters = match &words[..] {
        [one, and, two] => one.len() == 1 && two.len() == 1 && ["and", "dan", "or", "atau"].contains(&&**and),
        _ => false,
    };
    let begins = |known: &str| said.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    // Four words or so: "all of these rows are locked" says something of its own.
    names_letters || (words.len() <= 5 && SAID.iter().any(|known| begins(known)))
}

#[cfg(test)]
mod tests {
    use super::speaks_of_others;

    #[test]
    fn options_about_other_options_are_found_and_others_are_not() {
        for text in ["All of the above.", "None of these", "Semua benar", "A dan B", "Semua jawaban di atas benar"] {
            assert!(speaks_of_others(text), "{text}");
        }
        for text in
            ["GET /orders, all of them", "All are paid once; X and + join alike", "C and Rust", "Semuanya sekaligus"]
        {
            assert!(!speaks_of_others(text), "{text}");
        }
    }
}
