#[cfg(test)]
use super::Sample;
use super::parts::{prompt_texts, texts};
use super::{Check, PackFindings, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Step, Way};
use crate::format::small_words::{SENTENCE, is_sentence, prose_words};
use crate::format::source::{CHECKLISTS, GLOSSARY, LADDER, PACK, PERSONAS, PROMPTS, QUESTIONS, TOPIC};
use crate::format::types::Text;
use crate::packs::check::view::{PackView, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J151",
    name: "equal-text",
    severity: Severity::Warning,
    what: "rule-j151-what",
    why: "rule-j151-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying the same call again.\"\nsay.id = \"Trying the same call again.\"\n",
        )],
        at: "glossary.toml:5:10",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "glossary.toml",
            "[[term]]\nid = \"retry\"\nname = \"retry\"\nsay.en = \"Trying the same call again.\"\nsay.id = \"Mencoba panggilan yang sama lagi.\"\n",
        )],
        at: "",
    },
    check: Check::Both(topic, pack),
};

fn is_copied(text: &Text) -> bool {
    !text.shared && text.en == text.id && prose_words(&text.en) >= SENTENCE
}

const SAME: &str = "find-same-prose";

fn finding(way: Way, text: &Text) -> Finding {
    let field = way.steps().filter_map(|step| if let Step::Key(key) = step { Some(key) } else { None }).last();
    // One plain string of what is a sentence is refused by J153.
    let help = match is_sentence(field.unwrap_or_default(), &text.en) {
        true => "find-translate",
        false => "find-same-prose-help",
    };
    Finding::warning("J151", Spot::Way(way.key("id")), SAME).help(help)
}

fn topic(view: &TopicView<'_>, found: &mut TopicFindings) {
    if let Some(topic) = view.topic {
        for (key, text) in [("title", &topic.title), ("summary", &topic.summary)] {
            if is_copied(text) {
                found.push((TOPIC, finding(Way::root().key(key), text)));
            }
        }
    }
    for rubric in &view.prompts {
        prompt_texts(rubric.way(), rubric.written, &mut |way, text| {
            if is_copied(text) {
                found.push((PROMPTS, finding(way, text)));
            }
        });
    }
    for item in view.questions {
        texts(&item.question, &mut |at, text| {
            if is_copied(text)
                && let Spot::Way(way) = at.spot(item.index)
            {
                found.push((QUESTIONS, finding(way, text)));
            }
        });
    }
}

fn pack(view: &PackView<'_>, found: &mut PackFindings) {
    personas(view, found);
    let mut look = |file: &str, way: Way, text: &Text| {
        if is_copied(text) {
            found.push((file.into(), finding(way, text)));
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
    for (index, it) in view.ladder.statements.iter().enumerate() {
        look(LADDER, Way::item("statement", index).key("text"), &it.text);
        look(LADDER, Way::item("statement", index).key("evidence"), &it.evidence);
    }
    for (number, list) in view.checklists.checklists.iter().enumerate() {
        let way = || Way::item("checklist", number);
        look(CHECKLISTS, way().key("title"), &list.title);
        look(CHECKLISTS, way().key("summary"), &list.summary);
        for (index, item) in list.items.iter().enumerate() {
            look(CHECKLISTS, way().key("item").at(index).key("text"), &item.text);
            look(CHECKLISTS, way().key("item").at(index).key("why"), &item.why);
        }
    }
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            let way = || Way::item("slot", number);
            look(file, way().key("scene"), &slot.scene);
            for (index, variant) in slot.variants.iter().enumerate() {
                look(file, way().key("variant").at(index).key("scene"), &variant.scene);
            }
            for (index, choice) in slot.choices.iter().enumerate() {
                look(file, way().key("choice").at(index).key("text"), &choice.text);
                look(file, way().key("choice").at(index).key("why"), &choice.why);
            }
        }
    }
    for (file, path) in view.paths {
        look(file, Way::root().key("title"), &path.title);
        look(file, Way::root().key("summary"), &path.summary);
        for (index, stage) in path.stages.iter().enumerate() {
            look(file, Way::item("stage", index).key("title"), &stage.title);
        }
    }
}

fn personas(view: &PackView<'_>, found: &mut PackFindings) {
    for (index, persona) in view.personas.personas.iter().enumerate() {
        let way = || Way::item("persona", index);
        for (key, text) in [("name", &persona.name), ("cares", &persona.cares), ("voice", &persona.voice)] {
            if is_copied(text) {
                found.push((PERSONAS.into(), finding(way().key(key), text)));
            }
        }
        for (list, lines) in persona.lines() {
            let copied = |line: &str| lines.en.iter().any(|twin| **twin == *line) && is_copied(&Text::twin(line, line));
            if let Some(at) = lines.id.iter().position(|line| copied(line)) {
                let finding = Finding::warning("J151", Spot::Way(way().key(list).key("id").at(at)), SAME);
                found.push((PERSONAS.into(), finding.help("find-translate")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::told::english;

    fn help(field: &str, text: &str) -> Option<String> {
        let twin = Text::twin(text, text);
        let found = is_copied(&twin).then(|| finding(Way::item("term", 0).key(field), &twin));
        found.map(|finding| finding.help.as_ref().map(english).unwrap_or_default())
    }

    #[test]
    fn code_is_no_prose_and_a_sentence_is_only_to_be_translated() {
        assert_eq!(help("say", "`git remote add origin` and `git push origin`"), None);
        assert_eq!(help("say", "Trying the same call again.").as_deref(), Some("translate it"));
        assert_eq!(help("name", "This is the same call again").as_deref(), Some("translate it"));
        let label = help("name", "exponential backoff with jitter").unwrap_or_default();
        assert!(label.contains("one plain string"), "{label}");
        assert!(!is_sentence("name", "exponential backoff with jitter"), "J153 lets it be one");
    }
}
