#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J002",
    name: "unknown-key",
    severity: Severity::Error,
    what: "rule-j002-what",
    why: "rule-j002-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitel.en = \"Topic\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:2:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "",
    },
    check: Check::Reading,
};
