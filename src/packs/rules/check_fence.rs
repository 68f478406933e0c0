#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, Spot, said};
use crate::format::suggest::nearest;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J013",
    name: "check-fence",
    severity: Severity::Error,
    what: "rule-j013-what",
    why: "rule-j013-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            ("t/lesson.en.md", "Intro.\n\n## Section {#s}\n\nText.\n\n```check\nqq\n```\n"),
            ("t/lesson.id.md", "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n\n```check\nq\n```\n"),
        ],
        at: "t/lesson.en.md:8:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/lesson.en.md", "Intro.\n\n## Section {#s}\n\nText.\n\n```check\nq\n```\n")], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let known = || view.questions.iter().map(|item| &*item.question.common.id);
    for (file, bones) in &view.lessons {
        for fence in bones.fences.iter().filter(|fence| fence.language() == "check") {
            let mut lines = fence.lines.iter().filter(|(_, line)| !line.trim().is_empty());
            let (Some((at, line)), None) = (lines.next(), lines.next()) else {
                let spot = Spot::Span(fence.span.clone());
                let finding = Finding::error("J013", spot, "find-check-one");
                found.push((file, finding.help("find-check-one-help")));
                continue;
            };
            let id = line.trim();
            if view.complete && !known().any(|known| known == id) {
                let begin = at + (line.len() - line.trim_start().len());
                let spot = Spot::Span(begin..begin + id.len());
                let help = Said::near(nearest(id, known()), "find-check-unknown-help");
                let finding = Finding::error("J013", spot, said("find-no-question").with("id", id));
                found.push((file, finding.help(help)));
            }
        }
    }
}
