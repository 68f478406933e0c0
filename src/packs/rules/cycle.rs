use std::collections::HashMap;

#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::TOPIC;
use crate::packs::check::view::PackView;

pub(super) const RULE: Rule = Rule {
    code: "J007",
    name: "cycle",
    severity: Severity::Error,
    what: "rule-j007-what",
    why: "rule-j007-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\nrequires = [\"u\"]\n\n[[section]]\nid = \"s\"\n",
            ),
            ("u/topic.toml", "id = \"u\"\ntitle = \"U\"\nlevel = 1\nminutes = 5\nrequires = [\"t\"]\n"),
            ("u/lesson.en.md", "Words.\n"),
            ("u/lesson.id.md", "Kata.\n"),
        ],
        at: "t/topic.toml:6:13",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "t/topic.toml",
                "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\nrequires = [\"u\"]\n\n[[section]]\nid = \"s\"\n",
            ),
            ("u/topic.toml", "id = \"u\"\ntitle = \"U\"\nlevel = 1\nminutes = 5\nsee_also = [\"t\"]\n"),
            ("u/lesson.en.md", "Words.\n"),
            ("u/lesson.id.md", "Kata.\n"),
        ],
        at: "",
    },
    check: Check::Pack(check),
};

/// Where the walk stands with a topic.
#[derive(Clone, Copy, PartialEq)]
enum Mark {
    New,
    /// On the way that is being walked.
    Open,
    Done,
}

/// Depth first, without recursion: a pack may have thousands of topics in a row.
fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let places: HashMap<&str, usize> =
        view.topics.iter().enumerate().map(|(index, outline)| (&*outline.topic.id, index)).collect();
    let mut marks = vec![Mark::New; view.topics.len()];
    for start in 0..view.topics.len() {
        if marks[start] != Mark::New {
            continue;
        }
        // Topic, and which of its requirements comes next.
        let mut way = vec![(start, 0)];
        marks[start] = Mark::Open;
        while let Some((at, next)) = way.last_mut() {
            let at = *at;
            let Some(name) = view.topics[at].topic.requires.get(*next) else {
                marks[at] = Mark::Done;
                way.pop();
                continue;
            };
            *next += 1;
            let (pack, topic) = view.split(name);
            let Some(&to) = places.get(topic).filter(|_| pack == &*view.pack.id) else {
                continue;
            };
            match marks[to] {
                Mark::New => {
                    marks[to] = Mark::Open;
                    way.push((to, 0));
                }
                Mark::Open => found.push(circle(view, &way, to)),
                Mark::Done => {}
            }
        }
    }
}

/// Told at the first of its topics, where that one requires the next.
fn circle(view: &PackView<'_>, way: &[(usize, usize)], to: usize) -> (Box<str>, Finding) {
    let begin = way.iter().position(|(at, _)| *at == to).unwrap_or_default();
    let circle = &way[begin..];
    let first = circle.iter().min_by_key(|(at, _)| *at).copied().unwrap_or(circle[0]);
    let turn = circle.iter().position(|step| *step == first).unwrap_or_default();
    let names = circle[turn..].iter().chain(&circle[..=turn]);
    let names: Vec<&str> = names.map(|(at, _)| &*view.topics[*at].topic.id).collect();
    let outline = &view.topics[first.0];
    let spot = Spot::Way(Way::root().key("requires").at(first.1.saturating_sub(1)));
    let message = said("find-cycle").with("topics", names.join(" -> "));
    let finding = Finding::error("J007", spot, message).help("find-cycle-help");
    (outline.file(TOPIC), finding)
}
