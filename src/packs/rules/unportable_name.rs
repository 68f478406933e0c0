use super::{Check, Rule, Sample};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J026",
    name: "unportable-name",
    severity: Severity::Error,
    what: "A file name that leaves the pack, that another system refuses or changes, or that it takes for the name of another file.",
    why: "A pack is carried to Linux, macOS and Windows. There `CON.toml` is a device, `Redis` and `redis` are one folder, and `../` would write outside.",
    bad: Sample {
        files: &[("paths/con.toml", "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n")],
        at: "paths/con.toml:1:1",
    },
    good: Sample { files: &[("paths/console.toml", "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n")], at: "" },
    check: Check::Reading,
};
