use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot};
use crate::format::source::SYLLABUS;
use crate::packs::check::coverage::{Gap, judge};
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J170",
    name: "coverage",
    severity: Severity::Warning,
    what: "An outcome of the syllabus whose home topic exists but does not cover it: exactly one section covers it, and at least two questions tag it, one of which is not true/false. Lines marked `context` need the section alone.",
    why: "The pack promises to teach it.",
    bad: Sample { files: &[("syllabus.tsv", "s0.retries\tt\tcontext\n")], at: "syllabus.tsv:1:1" },
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
            Gap::NoSection => (
                format!("no section covers `{}`", outcome.id),
                format!("add it to `covers` of a section of topic `{}`", outcome.topic),
            ),
            Gap::Sections(times) => {
                (format!("{times} sections cover `{}`", outcome.id), "exactly one section is its home".to_owned())
            }
            Gap::OtherHome(topic) => (
                format!("`{}` is covered by topic `{topic}`", outcome.id),
                format!("its home is `{}`: move it, or change the syllabus", outcome.topic),
            ),
            Gap::Questions(tags) => (
                format!("{tags} of 2 questions tag `{}`", outcome.id),
                "tag a question that cannot be answered without knowing it, or write one".to_owned(),
            ),
            Gap::OnlyTrueFalse => (
                format!("only true/false questions tag `{}`", outcome.id),
                "one of them must be of another kind".to_owned(),
            ),
        };
        let spot = Spot::Span(outcome.span.clone());
        found.push((SYLLABUS.into(), Finding::warning("J170", spot, message).help(help)));
    }
}
