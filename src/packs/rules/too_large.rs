use super::{Check, Rule, Sample};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J009",
    name: "too-large",
    severity: Severity::Error,
    what: "A file, a line, a text or a list over its limit, a folder that is too deep, a link or a device inside a pack.",
    why: "Packs come from other people. The limits are far above what teaching needs and keep a pack from filling memory or from reaching outside its folder.",
    bad: Sample {
        files: &[("pack.toml", "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = []\n")],
        at: "pack.toml:4:13",
    },
    good: Sample {
        files: &[("pack.toml", "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\", \"id\"]\n")],
        at: "",
    },
    check: Check::Reading,
};
