use super::parts::At;
use super::{Check, PackFindings, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way};
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
    what: "The right options of a topic's choices with `keep_order` all stand at one place, or nearly all statements of a pack are true, or false.",
    why: "Shuffling cannot hide it there: who has seen three knows the fourth.",
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
    let message =
        format!("the right option stands at place {} in all {} choices that keep their order", first + 1, places.len());
    let finding = Finding::warning("J121", spot, message);
    found.push((QUESTIONS, finding.help("leave out `keep_order` where the options have no order of their own")));
}

fn pack(view: &PackView<'_>, found: &mut PackFindings) {
    let verdicts = || view.topics.iter().flat_map(|topic| &topic.shapes).filter_map(|shape| shape.verdict);
    let (all, are_true) = (verdicts().count(), verdicts().filter(|verdict| *verdict).count());
    let most = are_true.max(all - are_true);
    if all < VERDICTS || most * 100 <= all * SAME_VERDICT {
        return;
    }
    let word = if are_true == most { "true" } else { "false" };
    let finding =
        Finding::warning("J121", Spot::Way(Way::root().key("id")), format!("{most} of {all} statements are {word}"));
    found.push((PACK.into(), finding.help("turn some statements round")));
}
