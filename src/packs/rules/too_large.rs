#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J009",
    name: "too-large",
    severity: Severity::Error,
    what: "rule-j009-what",
    why: "rule-j009-why",
    #[cfg(test)]
    bad: Sample {
        files: &[("pack.toml", "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = []\n")],
        at: "pack.toml:4:13",
    },
    #[cfg(test)]
    good: Sample {
        files: &[("pack.toml", "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\", \"id\"]\n")],
        at: "",
    },
    check: Check::Reading,
};
