use super::{Check, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way};
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
    what: "A lesson of more than 8 minutes or 7 sections.",
    why: "One lesson is one idea that fits between two meetings. A longer one is put off, or left in the middle.",
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 12\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:5:11",
    },
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
    let mut tell = |way: Way, message: String| {
        let finding = Finding::warning("J161", Spot::Way(way), message);
        found.push((TOPIC, finding.help("make two topics of it, the second with `requires` on the first")));
    };
    if u16::from(topic.minutes) > MINUTES {
        tell(Way::root().key("minutes"), format!("{} minutes; at most {MINUTES}", topic.minutes));
    }
    if topic.sections.len() > SECTIONS {
        tell(Way::item("section", SECTIONS), format!("{} sections; at most {SECTIONS}", topic.sections.len()));
    }
}
