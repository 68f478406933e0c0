use std::collections::HashSet;

#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::{PERSONAS, PROMPTS, QUESTIONS, SYLLABUS, TOPIC};
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J020",
    name: "dangling-outcome",
    severity: Severity::Error,
    what: "rule-j020-what",
    why: "rule-j020-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\ncovers = [\"s0.retries\", \"s0.retry\"]\n",
            ),
            ("syllabus.tsv", "s0.retries\tt\tcontext\n"),
        ],
        at: "t/topic.toml:9:25",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\ncovers = [\"s0.retries\"]\n",
            ),
            ("syllabus.tsv", "s0.retries\tt\tcontext\n"),
        ],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    // What stands in a line that could not be read may be what is named.
    let Some(syllabus) = view.syllabus.filter(|_| !view.is_unread(SYLLABUS)) else {
        return;
    };
    let known: HashSet<&str> = syllabus.iter().map(|outcome| &*outcome.id).collect();
    let look = |id: &str, way: &dyn Fn() -> Way| {
        if known.contains(id) {
            return None;
        }
        let help = Said::near(nearest(id, known.iter().copied()), "find-no-outcome-help");
        Some(Finding::error("J020", Spot::Way(way()), said("find-no-outcome").with("id", id)).help(help))
    };
    for outline in view.topics {
        for (number, section) in outline.topic.sections.iter().enumerate() {
            for (index, id) in section.covers.iter().enumerate() {
                let finding = look(id, &|| Way::item("section", number).key("covers").at(index));
                found.extend(finding.map(|finding| (outline.file(TOPIC), finding)));
            }
        }
        for tag in &outline.tags {
            for (index, id) in tag.covers.iter().enumerate() {
                let finding = look(id, &|| Way::item("question", tag.index).key("covers").at(index));
                found.extend(finding.map(|finding| (outline.file(QUESTIONS), finding)));
            }
        }
        for (number, prompt) in &outline.prompts {
            for (index, id) in prompt.covers.iter().enumerate() {
                let finding = look(id, &|| Way::item("prompt", *number).key("covers").at(index));
                found.extend(finding.map(|finding| (outline.file(PROMPTS), finding)));
            }
        }
    }
    for (number, persona) in view.personas.personas.iter().enumerate() {
        for (index, id) in persona.outcomes.iter().enumerate() {
            let finding = look(id, &|| Way::item("persona", number).key("outcomes").at(index));
            found.extend(finding.map(|finding| (PERSONAS.into(), finding)));
        }
    }
    for (file, path) in view.paths {
        for (index, id) in path.outcomes.iter().enumerate() {
            let finding = look(id, &|| Way::root().key("outcomes").at(index));
            found.extend(finding.map(|finding| (file.clone(), finding)));
        }
    }
}
