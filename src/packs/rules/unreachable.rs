#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::{PATHS, TOPIC};
use crate::format::types::PathKind;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J008",
    name: "unreachable",
    severity: Severity::Error,
    what: "rule-j008-what",
    why: "rule-j008-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
            ),
            ("paths/all.toml", "id = \"all\"\nkind = \"roadmap\"\ntitle = \"All\"\n"),
        ],
        at: "t/topic.toml:1:6",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "paths/all.toml",
            "id = \"all\"\nkind = \"roadmap\"\ntitle = \"All\"\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"t\"]\n",
        )],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    if view.is_unread(PATHS) || !view.paths.iter().any(|(_, path)| path.kind == PathKind::Roadmap) {
        return;
    }
    let stages = view.paths.iter().flat_map(|(_, path)| &path.stages);
    let stops = stages.flat_map(|stage| &stage.topics).map(|name| view.split(name));
    let reached: std::collections::HashSet<(&str, &str)> = stops.collect();
    for outline in view.topics {
        let topic = &outline.topic;
        if !reached.contains(&(&*view.pack.id, &*topic.id)) {
            let spot = Spot::Way(Way::root().key("id"));
            let message = said("find-in-no-path").with("topic", &topic.id);
            let finding = Finding::error("J008", spot, message);
            found.push((outline.file(TOPIC), finding.help("find-in-no-path-help")));
        }
    }
}
