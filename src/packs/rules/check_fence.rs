use super::{Check, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot};
use crate::format::suggest::nearest;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J013",
    name: "check-fence",
    severity: Severity::Error,
    what: "A `check` in a lesson that does not name exactly one question of its topic.",
    why: "The lesson stops there to ask, and has nothing to ask.",
    bad: Sample {
        files: &[
            ("t/lesson.en.md", "Intro.\n\n## Section {#s}\n\nText.\n\n```check\nqq\n```\n"),
            ("t/lesson.id.md", "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n\n```check\nq\n```\n"),
        ],
        at: "t/lesson.en.md:8:1",
    },
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
                let finding = Finding::error("J013", spot, "a check holds the id of one question");
                found.push((file, finding.help("write one id on a line of its own")));
                continue;
            };
            let id = line.trim();
            if view.complete && !known().any(|known| known == id) {
                let begin = at + (line.len() - line.trim_start().len());
                let shown = crate::format::letters::without_hostile(id);
                let spot = Spot::Span(begin..begin + id.len());
                let help = match nearest(id, known()) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "questions.toml holds the questions of this topic".to_owned(),
                };
                let finding = Finding::error("J013", spot, format!("there is no question `{shown}`"));
                found.push((file, finding.help(help)));
            }
        }
    }
}
