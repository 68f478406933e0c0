#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J010",
    name: "hostile-letters",
    severity: Severity::Error,
    what: "rule-j010-what",
    why: "rule-j010-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying \\u001b[1magain.\"\nsay.id = \"Mencoba lagi.\"\n",
        )],
        at: "glossary.toml:4:10",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying *again*.\"\nsay.id = \"Mencoba lagi.\"\n",
        )],
        at: "",
    },
    check: Check::Reading,
};
