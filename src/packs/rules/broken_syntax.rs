#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J001",
    name: "broken-syntax",
    severity: Severity::Error,
    what: "rule-j001-what",
    why: "rule-j001-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:2:18",
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
