#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::lesson::Bones;
use crate::format::source::{QUESTIONS, TOPIC};
use crate::format::suggest::nearest;
use crate::format::types::Topic;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J011",
    name: "section",
    severity: Severity::Error,
    what: "rule-j011-what",
    why: "rule-j011-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            ("t/lesson.en.md", "Intro.\n\n## Section\n\nText.\n\n```check\nq\n```\n"),
            ("t/lesson.id.md", "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n\n```check\nq\n```\n"),
        ],
        at: "t/lesson.en.md:3:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/lesson.en.md", "Intro.\n\n## Section {#s}\n\nText.\n\n```check\nq\n```\n")], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let Some(topic) = view.topic else {
        return;
    };
    let known = || topic.sections.iter().map(|section| &*section.id);
    for item in view.questions {
        let section = &*item.question.common.section;
        if !known().any(|id| id == section) {
            let spot = Spot::Way(Way::item("question", item.index).key("section"));
            let finding = Finding::error("J011", spot, no_section(TOPIC, section));
            found.push((QUESTIONS, finding.help(offer(section, known()))));
        }
    }
    for (file, bones) in &view.lessons {
        lesson(topic, file, bones, found);
    }
}

fn no_section(file: &str, id: &str) -> Said {
    said("find-no-section").with("file", file).with("id", id)
}

fn offer<'a>(wrong: &str, known: impl Iterator<Item = &'a str> + Clone) -> Said {
    let all = known.clone().collect::<Vec<_>>().join(", ");
    Said::near(nearest(wrong, known), said("find-sections").with("all", all))
}

fn lesson(topic: &Topic, file: &'static str, bones: &Bones<'_>, found: &mut TopicFindings) {
    let known = || topic.sections.iter().map(|section| &*section.id);
    let before = found.len();
    for heading in &bones.sections {
        let spot = Spot::Span(heading.span.clone());
        if heading.id.is_empty() {
            let missing = known().find(|id| !bones.sections.iter().any(|h| h.id == *id));
            let heading = format!("## {} {{#{}}}", heading.title, missing.unwrap_or("id"));
            let help = said("find-write").with("code", heading);
            found.push((file, Finding::error("J011", spot, "find-heading-no-id").help(help)));
        } else if !known().any(|id| id == heading.id) {
            let finding = Finding::error("J011", spot, no_section(TOPIC, heading.id));
            found.push((file, finding.help(offer(heading.id, known()))));
        }
    }
    if found.len() > before {
        return;
    }
    for (index, section) in topic.sections.iter().enumerate() {
        if !bones.sections.iter().any(|heading| *heading.id == *section.id) {
            let spot = Spot::Way(Way::item("section", index).key("id"));
            let finding = Finding::error("J011", spot, no_section(file, &section.id));
            found.push((TOPIC, finding.help(said("find-no-section-help").with("id", &section.id))));
        }
    }
    let places = bones.sections.iter().map(|heading| known().position(|id| id == heading.id));
    let places: Vec<Option<usize>> = places.collect();
    if let Some(at) = places.windows(2).position(|pair| pair[0] >= pair[1]).filter(|_| found.len() == before) {
        let spot = Spot::Span(bones.sections[at + 1].span.clone());
        let order = known().collect::<Vec<_>>().join(", ");
        let finding = Finding::error("J011", spot, "find-section-order");
        found.push((file, finding.help(said("find-section-order-help").with("all", order))));
    }
}
