#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J019",
    name: "coming",
    severity: Severity::Error,
    what: "rule-j019-what",
    why: "rule-j019-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "paths/all.toml",
            "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"t\"]\ncoming = [\n  { id = \"t\", title.en = \"Topic\", title.id = \"Topik\" },\n]\n",
        )],
        at: "paths/all.toml:9:10",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "paths/all.toml",
            "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"t\", \"later\"]\ncoming = [\n  { id = \"later\", title.en = \"Later\", title.id = \"Nanti\" },\n]\n",
        )],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, path) in view.paths {
        for (number, stage) in path.stages.iter().enumerate() {
            for (index, coming) in stage.coming.iter().enumerate() {
                let (pack, topic) = view.split(&coming.id);
                let exists = view.names.get(pack).is_some_and(|names| names.here.contains(topic));
                let twice = stage.coming[..index].iter().any(|before| before.id == coming.id);
                let (message, help) = if exists {
                    ("find-coming-here", "find-coming-here-help")
                } else if twice {
                    ("find-coming-twice", "find-coming-twice-help")
                } else if !stage.topics.contains(&coming.id) {
                    ("find-coming-unnamed", "find-coming-unnamed-help")
                } else {
                    continue;
                };
                let way = Way::item("stage", number).key("coming").at(index).key("id");
                let message = said(message).with("topic", &coming.id);
                found.push((file.clone(), Finding::error("J019", Spot::Way(way), message).help(help)));
            }
        }
    }
}
