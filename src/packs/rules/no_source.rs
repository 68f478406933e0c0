use super::{Check, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::format::source::{PROMPTS, QUESTIONS};
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J110",
    name: "no-source",
    severity: Severity::Warning,
    what: "A question or an interview prompt that does not say where its fact can be checked.",
    why: "Facts age. Whoever doubts the answer has to be able to look it up; `lesson` is enough where the lesson argues it.",
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header names an intention?\"\nprompt.id = \"Header mana yang menamai niat?\"\nanswer = \"Idempotency-Key\"\n",
        )],
        at: "t/questions.toml:1:1",
    },
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header names an intention?\"\nprompt.id = \"Header mana yang menamai niat?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions.iter().filter(|item| item.question.common.source.is_empty()) {
        let spot = Spot::Way(Way::item("question", item.index));
        let message = format!("question `{}` has no source", item.question.common.id);
        let finding = Finding::warning("J110", spot, message);
        found.push((
            QUESTIONS,
            finding.help("add `source = \"...\"`: a standard and section, a manual page, or \"lesson\""),
        ));
    }
    for rubric in view.prompts.iter().filter(|rubric| rubric.written.source.is_empty()) {
        let message = format!("prompt `{}` has no source", rubric.written.id);
        let finding = Finding::warning("J110", Spot::Way(rubric.way()), message);
        found.push((PROMPTS, finding.help("add `source = \"...\"`: where the facts of its points can be checked")));
    }
}
