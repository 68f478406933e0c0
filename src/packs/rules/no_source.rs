#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::{PROMPTS, QUESTIONS};
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J110",
    name: "no-source",
    severity: Severity::Warning,
    what: "rule-j110-what",
    why: "rule-j110-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header names an intention?\"\nprompt.id = \"Header mana yang menamai niat?\"\nanswer = \"Idempotency-Key\"\n",
        )],
        at: "t/questions.toml:1:1",
    },
    #[cfg(test)]
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
        let message = said("find-no-source").with("id", &item.question.common.id);
        let finding = Finding::warning("J110", spot, message);
        found.push((QUESTIONS, finding.help("find-no-source-help")));
    }
    for rubric in view.prompts.iter().filter(|rubric| rubric.written.source.is_empty()) {
        let message = said("find-prompt-no-source").with("id", &rubric.written.id);
        let finding = Finding::warning("J110", Spot::Way(rubric.way()), message);
        found.push((PROMPTS, finding.help("find-prompt-no-source-help")));
    }
}
