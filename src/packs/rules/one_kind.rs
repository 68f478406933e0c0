#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::PACK;
use crate::packs::check::view::PackView;

/// Questions that a pack must have before its mixture is judged.
const QUESTIONS: usize = 20;
/// At most so many percent of all are single choices.
const SINGLE: usize = 45;
/// At most so many percent are true or false: a guess is right half of the time.
const TRUE_FALSE: usize = 5;
/// At least so many percent make the learner recall or decide.
const RECALL: usize = 30;
const RECALLING: [&str; 6] = ["short", "cloze", "order", "match", "line", "scenario"];

pub(super) const RULE: Rule = Rule {
    code: "J124",
    name: "one-kind",
    severity: Severity::Warning,
    what: "rule-j124-what",
    why: "rule-j124-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            concat!(shorts!(), singles!(), single_question!("j", "Which tenth?", "One", "Two", "")),
        )],
        at: "pack.toml:1:6",
    },
    #[cfg(test)]
    good: Sample {
        files: &[("t/questions.toml", concat!(shorts!(), singles!(), short_question!("j", "Which tenth?", "one")))],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let kinds: Vec<&str> = view.topics.iter().flat_map(|topic| &topic.shapes).map(|shape| shape.kind).collect();
    let all = kinds.len();
    if all < QUESTIONS || !view.complete || view.topics.iter().any(|topic| topic.open) {
        return;
    }
    let count = |wanted: &[&str]| kinds.iter().filter(|kind| wanted.contains(kind)).count();
    let (single, true_false, recall) = (count(&["single"]), count(&["true_false"]), count(&RECALLING));
    let mut tell = |message: &'static str, n: usize, limit: usize| {
        let message = said(message).with("n", n).with("all", all).with("percent", n * 100 / all).with("limit", limit);
        let finding = Finding::warning("J124", Spot::Way(Way::root().key("id")), message);
        found.push((PACK.into(), finding.help("find-one-kind-help")));
    };
    if single * 100 > all * SINGLE {
        tell("find-singles", single, SINGLE);
    }
    if true_false * 100 > all * TRUE_FALSE {
        tell("find-true-falses", true_false, TRUE_FALSE);
    }
    if recall * 100 < all * RECALL {
        tell("find-recalls", recall, RECALL);
    }
}
