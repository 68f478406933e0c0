#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, PackFindings, Rule};
use crate::domain::ids::ItemId;
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::LADDER;
use crate::format::suggest::nearest;
use crate::packs::check::view::PackView;
use crate::packs::convert::prompt_names;

pub(super) const RULE: Rule = Rule {
    code: "J025",
    name: "dangling-prompt",
    severity: Severity::Error,
    what: "rule-j025-what",
    why: "rule-j025-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            ("t/prompts.toml", prompt!()),
            (
                "ladder.toml",
                "[[statement]]\nid = \"a\"\nlevel = 1\ndimension = \"mastery\"\ntext.en = \"Undoes a release\"\ntext.id = \"Membatalkan rilis\"\ntopics = [\"t\"]\nprompts = [\"slow-pages\"]\nevidence.en = \"The date of one\"\nevidence.id = \"Tanggal salah satunya\"\n",
            ),
        ],
        at: "ladder.toml:8:12",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            ("t/prompts.toml", prompt!()),
            (
                "ladder.toml",
                "[[statement]]\nid = \"a\"\nlevel = 1\ndimension = \"mastery\"\ntext.en = \"Undoes a release\"\ntext.id = \"Membatalkan rilis\"\ntopics = [\"t\"]\nprompts = [\"slow-page\", \"t/slow-page\"]\nevidence.en = \"The date of one\"\nevidence.id = \"Tanggal salah satunya\"\n",
            ),
        ],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    for (index, statement) in view.ladder.statements.iter().enumerate() {
        for (at, written) in statement.prompts.iter().enumerate() {
            let names = prompt_names(&view.pack.id, &statement.topics, written);
            if names.iter().any(|name| view.known_prompts.contains(name) || !is_judged(view, name)) {
                continue;
            }
            let way = Way::item("statement", index).key("prompts").at(at);
            let near = names.iter().find_map(|name| {
                let of_topic = view.known_prompts.iter().filter(|known| known.topic() == name.topic());
                nearest(name.local(), of_topic.map(ItemId::local))
            });
            let or = if names.is_empty() { "find-no-prompt-topic-help" } else { "find-no-prompt-help" };
            let help = Said::near(near, or);
            let message = said("find-no-prompt").with("id", written);
            found.push((LADDER.into(), Finding::error("J025", Spot::Way(way), message).help(help)));
        }
    }
}

/// Whether everything that the topic of a prompt has is known.
fn is_judged(view: &PackView<'_>, name: &ItemId) -> bool {
    let topic = name.topic();
    let here = |names: &crate::packs::check::view::Names| names.here.contains(topic.local());
    view.names.get(topic.pack()).is_some_and(here) && view.is_judged(&topic)
}
