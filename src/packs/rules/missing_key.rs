#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J004",
    name: "missing-key",
    severity: Severity::Error,
    what: "rule-j004-what",
    why: "rule-j004-why",
    #[cfg(test)]
    bad: Sample {
        files: &[("glossary.toml", "[[term]]\nid = \"retry\"\nname = \"retry\"\n")],
        at: "glossary.toml:1:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying again.\"\nsay.id = \"Mencoba lagi.\"\n",
        )],
        at: "",
    },
    check: Check::Reading,
};
