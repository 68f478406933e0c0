use super::{Check, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot};
use crate::format::source::{LESSON_EN, LESSON_ID, TOPIC};
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J150",
    name: "missing-twin",
    severity: Severity::Warning,
    what: "A text or a lesson that is missing in a language that `pack.toml` promises.",
    why: "Learners see the other language in its place. What both share, such as a command, is one plain string.",
    bad: Sample {
        files: &[("glossary.toml", "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying again.\"\n")],
        at: "glossary.toml:4:1",
    },
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying again.\"\nsay.id = \"Mencoba lagi.\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

/// Texts are looked at while they are read; here the lessons.
fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for (file, code) in [(LESSON_EN, "en"), (LESSON_ID, "id")] {
        let promised = view.langs.codes().any(|lang| lang == code);
        if promised && view.texts.file(file).is_none() && !view.unread.contains(&file) {
            let message = format!("the topic has no {file}");
            let finding = Finding::warning("J150", Spot::File, message);
            found.push((TOPIC, finding.help(format!("write it, or take \"{code}\" out of `languages` in pack.toml"))));
        }
    }
}
