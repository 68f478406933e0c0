use super::{Check, PackFindings, Rule, Sample};
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J019",
    name: "coming",
    severity: Severity::Error,
    what: "An entry of `coming` for a topic that exists by now, that its stage does not name, or that is announced twice.",
    why: "The learner would be told to wait for what is there already, or never see what was announced.",
    bad: Sample {
        files: &[(
            "paths/all.toml",
            "id = \"all\"\nkind = \"track\"\ntitle = \"All\"\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"t\"]\ncoming = [\n  { id = \"t\", title.en = \"Topic\", title.id = \"Topik\" },\n]\n",
        )],
        at: "paths/all.toml:9:10",
    },
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
                    (format!("topic `{}` exists by now", coming.id), "remove it here; its place in `topics` stays")
                } else if twice {
                    (format!("`{}` is announced twice", coming.id), "remove one of the two")
                } else if !stage.topics.contains(&coming.id) {
                    (
                        format!("this stage does not name `{}`", coming.id),
                        "add it to `topics`, at its place in learning order",
                    )
                } else {
                    continue;
                };
                let way = Way::item("stage", number).key("coming").at(index).key("id");
                found.push((file.clone(), Finding::error("J019", Spot::Way(way), message).help(help)));
            }
        }
    }
}
