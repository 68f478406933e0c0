#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::{GLOSSARY, LADDER, PERSONAS, TOPIC};
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J006",
    name: "dangling-topic",
    severity: Severity::Error,
    what: "rule-j006-what",
    why: "rule-j006-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\nrequires = [\"nowhere\"]\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:6:13",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\nrequires = [\"later\"]\n\n[[section]]\nid = \"s\"\n",
            ),
            (
                "paths/all.toml",
                "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"later\", \"t\"]\ncoming = [{ id = \"later\", title.en = \"Later\", title.id = \"Nanti\" }]\n",
            ),
        ],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for outline in view.topics {
        let lists = [("requires", &outline.topic.requires), ("see_also", &outline.topic.see_also)];
        for (key, list) in lists {
            for (index, name) in list.iter().enumerate() {
                let way = Way::root().key(key).at(index);
                found.extend(look(view, name, way).map(|finding| (outline.file(TOPIC), finding)));
            }
        }
    }
    for (index, term) in view.glossary.terms.iter().enumerate().filter(|(_, term)| !term.topic.is_empty()) {
        let way = Way::item("term", index).key("topic");
        found.extend(look(view, &term.topic, way).map(|finding| (GLOSSARY.into(), finding)));
    }
    for (number, persona) in view.personas.personas.iter().enumerate() {
        for (index, name) in persona.topics.iter().enumerate() {
            let way = Way::item("persona", number).key("topics").at(index);
            found.extend(look(view, name, way).map(|finding| (PERSONAS.into(), finding)));
        }
    }
    for (number, statement) in view.ladder.statements.iter().enumerate() {
        for (index, name) in statement.topics.iter().enumerate() {
            let way = Way::item("statement", number).key("topics").at(index);
            found.extend(look(view, name, way).map(|finding| (LADDER.into(), finding)));
        }
    }
    for (file, path) in view.paths {
        for (number, stage) in path.stages.iter().enumerate() {
            for (index, name) in stage.topics.iter().enumerate() {
                let way = Way::item("stage", number).key("topics").at(index);
                found.extend(look(view, name, way).map(|finding| (file.clone(), finding)));
            }
        }
    }
}

/// A finding for a name that leads nowhere.
fn look(view: &PackView<'_>, written: &str, way: Way) -> Option<Finding> {
    let (pack, topic) = view.split(written);
    // Another pack's topics are known only when that pack is at hand; this pack's only when all its topics could be read.
    let names = view.names.get(pack)?;
    if names.here.contains(topic) || names.coming.contains(topic) || (pack == &*view.pack.id && !view.complete) {
        return None;
    }
    let known = names.here.iter().chain(&names.coming).map(|name| &**name);
    let help = Said::near(nearest(topic, known), "find-no-topic-help");
    let message = said("find-no-topic").with("id", written);
    Some(Finding::error("J006", Spot::Way(way), message).help(help))
}
