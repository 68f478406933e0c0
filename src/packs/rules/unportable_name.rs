#[cfg(test)]
use super::Sample;
use super::{Check, Rule};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J026",
    name: "unportable-name",
    severity: Severity::Error,
    what: "rule-j026-what",
    why: "rule-j026-why",
    #[cfg(test)]
    bad: Sample {
        files: &[("paths/con.toml", "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n")],
        at: "paths/con.toml:1:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("paths/console.toml", "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n")], at: "" },
    check: Check::Reading,
};
