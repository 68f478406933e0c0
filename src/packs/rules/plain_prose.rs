#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J153",
    name: "plain-prose",
    severity: Severity::Warning,
    what: "rule-j153-what",
    why: "rule-j153-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay = \"Trying the same call again.\"\n",
        )],
        at: "glossary.toml:4:7",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"exponential backoff with jitter\"\nsay.en = \"Trying the same call again.\"\nsay.id = \"Mencoba panggilan yang sama lagi.\"\n",
        )],
        at: "",
    },
    // Texts are looked at while they are read.
    check: Check::Reading,
};
