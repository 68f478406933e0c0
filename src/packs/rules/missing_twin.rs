#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::format::source::{LESSON_EN, LESSON_ID, TOPIC};
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J150",
    name: "missing-twin",
    severity: Severity::Warning,
    what: "rule-j150-what",
    why: "rule-j150-why",
    #[cfg(test)]
    bad: Sample {
        files: &[("glossary.toml", "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying again.\"\n")],
        at: "glossary.toml:4:1",
    },
    #[cfg(test)]
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
            let message = said("find-no-lesson").with("file", file);
            let finding = Finding::warning("J150", Spot::File, message);
            found.push((TOPIC, finding.help(said("find-no-lesson-help").with("lang", code))));
        }
    }
}
