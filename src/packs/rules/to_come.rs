use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot};
use crate::format::source::SYLLABUS;
use crate::packs::check::coverage::waiting;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J171",
    name: "to-come",
    severity: Severity::Info,
    what: "A topic of the syllabus that is still to be written.",
    why: "It is no mistake: a curriculum grows. The line says how many outcomes wait for it.",
    bad: Sample { files: &[("syllabus.tsv", "# outcome\ttopic\ns0.retries\tlater\n")], at: "syllabus.tsv:2:1" },
    good: Sample { files: &[("syllabus.tsv", "# outcome\ttopic\n")], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (topic, outcomes, first) in waiting(view) {
        let wait = if outcomes == 1 { "1 outcome waits".to_owned() } else { format!("{outcomes} outcomes wait") };
        let message = format!("topic `{topic}` is to come: {wait} for it");
        found.push((SYLLABUS.into(), Finding::info("J171", Spot::Span(first.span.clone()), message)));
    }
}
