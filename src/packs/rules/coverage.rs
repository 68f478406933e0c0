#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::format::source::SYLLABUS;
use crate::packs::check::coverage::{Gap, judge};
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J170",
    name: "coverage",
    severity: Severity::Warning,
    what: "rule-j170-what",
    why: "rule-j170-why",
    #[cfg(test)]
    bad: Sample { files: &[("syllabus.tsv", "s0.retries\tt\tcontext\n")], at: "syllabus.tsv:1:1" },
    #[cfg(test)]
    good: Sample {
        files: &[
            ("syllabus.tsv", "s0.retries\tt\tcontext\n"),
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\ncovers = [\"s0.retries\"]\n",
            ),
        ],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for judged in judge(view) {
        let Some(gap) = judged.gap else { continue };
        // A question that could not be read may tag it.
        if judged.home.open && matches!(gap, Gap::Questions(_) | Gap::OnlyTrueFalse) {
            continue;
        }
        let outcome = judged.outcome;
        let (message, help) = match gap {
            Gap::NoSection => {
                (said("find-no-section-covers"), said("find-no-section-covers-help").with("topic", &outcome.topic))
            }
            Gap::Sections(times) => (said("find-sections-cover").with("n", times), said("find-sections-cover-help")),
            Gap::OtherHome(topic) => (
                said("find-other-home").with("topic", &topic),
                said("find-other-home-help").with("topic", &outcome.topic),
            ),
            Gap::Questions(tags) => (said("find-few-tags").with("n", tags), said("find-few-tags-help")),
            Gap::OnlyTrueFalse => (said("find-only-true-false"), said("find-only-true-false-help")),
        };
        let message = message.with("outcome", &outcome.id);
        let spot = Spot::Span(outcome.span.clone());
        found.push((SYLLABUS.into(), Finding::warning("J170", spot, message).help(help)));
    }
}
