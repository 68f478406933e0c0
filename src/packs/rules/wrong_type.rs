use super::{Check, Rule, Sample};
use crate::format::finding::Severity;

pub(super) const RULE: Rule = Rule {
    code: "J003",
    name: "wrong-type",
    severity: Severity::Error,
    what: "A value of the wrong type or outside of what is possible: a number in quotes, a level 9, an id with capital letters.",
    why: "The item cannot be used. Ids are kept in every learner's log for ever, so their spelling is narrow: small letters, digits, hyphens.",
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = \"two\"\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:4:9",
    },
    good: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 2\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "",
    },
    check: Check::Reading,
};
