#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J003",
    name: "wrong-type",
    severity: Severity::Error,
    what: "rule-j003-what",
    why: "rule-j003-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = \"two\"\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:4:9",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 2\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "",
    },
    check: Check::Reading,
};
