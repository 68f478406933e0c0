#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::PROMPTS;
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J023",
    name: "unknown-persona",
    severity: Severity::Error,
    what: "rule-j023-what",
    why: "rule-j023-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            (
                "paths/week.toml",
                "id = \"week\"\nkind = \"plan\"\ntitle = \"Week\"\npersonas = [\"hostess\"]\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"t\"]\n",
            ),
            ("personas.toml", concat!(voice!(), presses!(), greets!())),
        ],
        at: "paths/week.toml:4:13",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "paths/week.toml",
                "id = \"week\"\nkind = \"plan\"\ntitle = \"Week\"\npersonas = [\"host\"]\n\n[[stage]]\ntitle = \"One\"\ntopics = [\"t\"]\n",
            ),
            ("personas.toml", concat!(voice!(), presses!(), greets!())),
        ],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let Some(known) = view.known_personas else {
        return;
    };
    let look = |id: &str, way: Way| {
        if known.contains(id) {
            return None;
        }
        let help = Said::near(nearest(id, known.iter().map(|name| &**name)), "find-no-persona-help");
        Some(Finding::error("J023", Spot::Way(way), said("find-no-persona").with("id", id)).help(help))
    };
    for (file, path) in view.paths {
        for (at, id) in path.personas.iter().enumerate() {
            let finding = look(id, Way::root().key("personas").at(at));
            found.extend(finding.map(|finding| (file.clone(), finding)));
        }
    }
    for outline in view.topics {
        for (index, prompt) in &outline.prompts {
            for (at, id) in prompt.personas.iter().enumerate() {
                let finding = look(id, Way::item("prompt", *index).key("personas").at(at));
                found.extend(finding.map(|finding| (outline.file(PROMPTS), finding)));
            }
        }
    }
}
