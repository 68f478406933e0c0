use super::{Check, Rule, Sample};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J004",
    name: "missing-key",
    severity: Severity::Error,
    what: "A key that has to be there and is not, or a text that is empty.",
    why: "The item cannot be shown or graded without it.",
    bad: Sample {
        files: &[("glossary.toml", "[[term]]\nid = \"retry\"\nname = \"retry\"\n")],
        at: "glossary.toml:1:1",
    },
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying again.\"\nsay.id = \"Mencoba lagi.\"\n",
        )],
        at: "",
    },
    check: Check::Reading,
};
