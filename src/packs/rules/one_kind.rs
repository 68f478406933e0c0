use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot, Way};
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
    what: "Too many single choices (over 45%) or true/false questions (over 5%) in a pack, or too few (under 30%) in which something is recalled or decided.",
    why: "Recognising the right sentence is easier than finding it, and interviews and incidents show no options.",
    bad: Sample {
        files: &[(
            "t/questions.toml",
            concat!(shorts!(), singles!(), single_question!("j", "Which tenth?", "One", "Two", "")),
        )],
        at: "pack.toml:1:6",
    },
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
    let percent = |n: usize| format!("{n} of {all} ({}%)", n * 100 / all);
    let mut tell = |message: String| {
        let finding = Finding::warning("J124", Spot::Way(Way::root().key("id")), message);
        found.push((PACK.into(), finding.help("ask some of them as short, cloze, order, match, line or scenario")));
    };
    if single * 100 > all * SINGLE {
        tell(format!("{} questions are single choices; at most {SINGLE}%", percent(single)));
    }
    if true_false * 100 > all * TRUE_FALSE {
        tell(format!("{} questions are true/false; at most {TRUE_FALSE}%", percent(true_false)));
    }
    if recall * 100 < all * RECALL {
        tell(format!("in {} questions something is recalled or decided; at least {RECALL}%", percent(recall)));
    }
}
