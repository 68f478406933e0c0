#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::{Check, PackFindings, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::{PACK, QUESTIONS};
use crate::format::types::Kind;
use crate::packs::check::view::{PackView, TopicView};

/// Choices in the author's order that a topic must have before their places are compared.
const ITEMS: usize = 3;
/// True/false questions that a pack must have before their verdicts are compared.
const VERDICTS: usize = 10;
/// More than so many percent with the same verdict tell.
const SAME_VERDICT: usize = 80;

pub(super) const RULE: Rule = Rule {
    code: "J121",
    name: "same-place",
    severity: Severity::Warning,
    what: "rule-j121-what",
    why: "rule-j121-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!("q", "Which header?", "Idempotency-Key"),
                single_question!("one", "How many copies?", "One", "Two", "keep_order = true\n"),
                single_question!("two", "How many replicas?", "Three", "Four", "keep_order = true\n"),
                single_question!("three", "How many retries?", "Five", "Six", "keep_order = true\n")
            ),
        )],
        at: "t/questions.toml:21:9",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!("q", "Which header?", "Idempotency-Key"),
                single_question!("one", "How many copies?", "One", "Two", "keep_order = true\n"),
                single_question!("two", "How many replicas?", "Three", "Four", "keep_order = true\n"),
                single_question!("three", "How many retries?", "Five", "Six", "")
            ),
        )],
        at: "",
    },
    check: Check::Both(topic, pack),
};

fn topic(view: &TopicView<'_>, found: &mut TopicFindings) {
    let place = |kind: &Kind| match kind {
        Kind::Single(it) if it.keep_order => it.options.iter().position(|option| option.right),
        _ => None,
    };
    let places: Vec<(usize, usize)> =
        view.questions.iter().filter_map(|item| Some((item.index, place(&item.question.kind)?))).collect();
    let [(index, first), rest @ ..] = &places[..] else { return };
    if places.len() < ITEMS || rest.iter().any(|(_, place)| place != first) {
        return;
    }
    let spot = At::entry("option", *first).key("right").spot(*index);
    let message = said("find-same-place").with("place", first + 1).with("n", places.len());
    let finding = Finding::warning("J121", spot, message);
    found.push((QUESTIONS, finding.help("find-same-place-help")));
}

fn pack(view: &PackView<'_>, found: &mut PackFindings) {
    let verdicts = || view.topics.iter().flat_map(|topic| &topic.shapes).filter_map(|shape| shape.verdict);
    let (all, are_true) = (verdicts().count(), verdicts().filter(|verdict| *verdict).count());
    let most = are_true.max(all - are_true);
    if all < VERDICTS || most * 100 <= all * SAME_VERDICT {
        return;
    }
    let message = if are_true == most { "find-verdicts-true" } else { "find-verdicts-false" };
    let message = said(message).with("n", most).with("all", all);
    let finding = Finding::warning("J121", Spot::Way(Way::root().key("id")), message);
    found.push((PACK.into(), finding.help("find-verdicts-help")));
}
