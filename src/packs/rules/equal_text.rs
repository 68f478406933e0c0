use super::parts::texts;
use super::{Check, PackFindings, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::format::source::{GLOSSARY, PACK, QUESTIONS, TOPIC};
use crate::format::types::Text;
use crate::packs::check::view::{PackView, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J151",
    name: "equal-text",
    severity: Severity::Warning,
    what: "Prose of four words or more that is the same in both languages.",
    why: "It was probably copied to be translated later. What both languages share, such as a command, is one plain string.",
    bad: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying the same call again.\"\nsay.id = \"Trying the same call again.\"\n",
        )],
        at: "glossary.toml:5:10",
    },
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying the same call again.\"\nsay.id = \"Mencoba panggilan yang sama lagi.\"\n",
        )],
        at: "",
    },
    check: Check::Both(topic, pack),
};

/// Four words or more with letters alone; code and commands have other marks.
fn is_copied(text: &Text) -> bool {
    if text.shared || text.en.is_empty() || text.en != text.id {
        return false;
    }
    let prose = |word: &&str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        bare.len() > 1 && bare.chars().all(char::is_alphabetic)
    };
    text.en.split_whitespace().filter(prose).count() >= 4
}

fn finding(way: Way) -> Finding {
    Finding::warning("J151", Spot::Way(way.key("id")), "the same prose in both languages")
        .help("translate it, or write one plain string if both languages share it")
}

fn topic(view: &TopicView<'_>, found: &mut TopicFindings) {
    if let Some(topic) = view.topic {
        for (key, text) in [("title", &topic.title), ("summary", &topic.summary)] {
            if is_copied(text) {
                found.push((TOPIC, finding(Way::root().key(key))));
            }
        }
    }
    for item in view.questions {
        texts(&item.question, &mut |at, text| {
            if is_copied(text)
                && let Spot::Way(way) = at.spot(item.index)
            {
                found.push((QUESTIONS, finding(way)));
            }
        });
    }
}

fn pack(view: &PackView<'_>, found: &mut PackFindings) {
    let mut look = |file: &str, way: Way, text: &Text| {
        if is_copied(text) {
            found.push((file.into(), finding(way)));
        }
    };
    look(PACK, Way::root().key("title"), &view.pack.title);
    look(PACK, Way::root().key("summary"), &view.pack.summary);
    for (index, unit) in view.pack.units.iter().enumerate() {
        look(PACK, Way::item("unit", index).key("title"), &unit.title);
    }
    for (index, term) in view.glossary.terms.iter().enumerate() {
        look(GLOSSARY, Way::item("term", index).key("name"), &term.name);
        look(GLOSSARY, Way::item("term", index).key("say"), &term.say);
    }
    for (file, path) in view.paths {
        look(file, Way::root().key("title"), &path.title);
        look(file, Way::root().key("summary"), &path.summary);
        for (index, stage) in path.stages.iter().enumerate() {
            look(file, Way::item("stage", index).key("title"), &stage.title);
        }
    }
}
