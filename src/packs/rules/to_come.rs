#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::format::source::SYLLABUS;
use crate::packs::check::coverage::waiting;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J171",
    name: "to-come",
    severity: Severity::Info,
    what: "rule-j171-what",
    why: "rule-j171-why",
    #[cfg(test)]
    bad: Sample { files: &[("syllabus.tsv", "# outcome\ttopic\ns0.retries\tlater\n")], at: "syllabus.tsv:2:1" },
    #[cfg(test)]
    good: Sample { files: &[("syllabus.tsv", "# outcome\ttopic\n")], at: "" },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (topic, outcomes, first) in waiting(view) {
        let message = said("find-to-come").with("topic", topic).with("n", outcomes);
        found.push((SYLLABUS.into(), Finding::info("J171", Spot::Span(first.span.clone()), message)));
    }
}
