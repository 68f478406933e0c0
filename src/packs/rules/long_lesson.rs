#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::TOPIC;
use crate::packs::check::view::TopicView;

/// Minutes that one lesson takes.
const MINUTES: u16 = 8;
/// Sections of one lesson: five is the rule, seven where a topic is home to many outcomes.
const SECTIONS: usize = 7;

pub(super) const RULE: Rule = Rule {
    code: "J161",
    name: "long-lesson",
    severity: Severity::Warning,
    what: "rule-j161-what",
    why: "rule-j161-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 12\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:5:11",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 8\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let Some(topic) = view.topic else { return };
    let mut tell = |way: Way, message: Said| {
        let finding = Finding::warning("J161", Spot::Way(way), message);
        found.push((TOPIC, finding.help("find-long-help")));
    };
    if u16::from(topic.minutes) > MINUTES {
        tell(Way::root().key("minutes"), said("find-long-minutes").with("n", topic.minutes).with("most", MINUTES));
    }
    if topic.sections.len() > SECTIONS {
        let message = said("find-long-sections").with("n", topic.sections.len()).with("most", SECTIONS);
        tell(Way::item("section", SECTIONS), message);
    }
}
