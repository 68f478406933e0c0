use std::sync::OnceLock;

#[cfg(test)]
use super::Sample;
use super::{Check, EXAMPLE_PROMPT, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::read;
use crate::format::source::{LESSON_EN, LESSON_ID, PROMPTS, QUESTIONS};
use crate::format::types::Text;
use crate::format::walk::Langs;
use crate::packs::check::view::TopicView;
use crate::packs::scaffold::{EXAMPLE_ID, OPENING, QUESTIONS_OF};

pub(super) const RULE: Rule = Rule {
    code: "J037",
    name: "left-example",
    severity: Severity::Warning,
    what: "rule-j037-what",
    why: "rule-j037-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"example-typed\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which status code says that a client sends too many requests?\"\nprompt.id = \"Status code mana?\"\nanswer = \"429\"\nsource = \"RFC 6585, section 4\"\n\n[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header?\"\nprompt.id = \"Header mana?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
        )],
        at: "t/questions.toml:2:6",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"too-many\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which status code?\"\nprompt.id = \"Status code mana?\"\nanswer = \"429\"\nsource = \"RFC 6585, section 4\"\n\n[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header?\"\nprompt.id = \"Header mana?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

/// Ids and words of the examples.
fn examples() -> &'static [(Box<str>, Text)] {
    static EXAMPLES: OnceLock<Vec<(Box<str>, Text)>> = OnceLock::new();
    EXAMPLES.get_or_init(|| {
        let one = Langs { en: true, id: false };
        let of = |source: &&str| read::questions(&source.replace("@SECTION@", "s"), one).value.unwrap_or_default();
        let questions = QUESTIONS_OF.iter().map(of).flat_map(|read| read.items);
        let questions = questions.map(|item| (item.question.common.id, item.question.common.prompt));
        let prompts = read::prompts(EXAMPLE_PROMPT, one).value.unwrap_or_default().items.into_iter();
        questions.chain(prompts.map(|item| (EXAMPLE_ID.into(), item.prompt.ask))).collect()
    })
}

/// Whether an item has the id of an example and, in one language at least, its words.
fn is_example(id: &str, asks: &Text) -> bool {
    let same = |text: &Text| text.versions().any(|version| asks.versions().any(|other| other == version));
    id.starts_with("example-") && examples().iter().any(|(example, text)| **example == *id && same(text))
}

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let tell = |spot: Spot, message: Said| Finding::warning("J037", spot, message).help("find-example-help");
    for item in view.questions {
        let common = &item.question.common;
        if is_example(&common.id, &common.prompt) {
            let way = Way::item("question", item.index).key("id");
            found.push((QUESTIONS, tell(Spot::Way(way), said("find-example-question").with("id", &common.id))));
        }
    }
    for rubric in view.prompts.iter().filter(|rubric| is_example(&rubric.written.id, &rubric.written.ask)) {
        let way = Way::item("prompt", rubric.index).key("id");
        let message = said("find-example-prompt").with("id", &rubric.written.id);
        found.push((PROMPTS, tell(Spot::Way(way), message)));
    }
    for file in [LESSON_EN, LESSON_ID] {
        let text = view.texts.file(file).unwrap_or_default();
        let place = OPENING.iter().find_map(|words| Some((text.find(words)?, words.len())));
        found
            .extend(place.map(|(at, length)| (file, tell(Spot::Span(at..at + length), said("find-example-sentence")))));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_item_of_a_draft_is_known_as_an_example() {
        let ids: Vec<&str> = examples().iter().map(|(id, _)| &**id).collect();
        let questions = ["example-choice", "example-typed", "example-gaps"];
        assert_eq!(ids, [&questions[..], &questions, &[EXAMPLE_ID]].concat());
        assert!(is_example("example-gaps", &examples()[2].1));
        assert!(!is_example("example-gaps", &Text::plain("My own words.")), "only the id was kept");
        assert!(!is_example("gaps", &examples()[2].1), "somebody made it theirs");
    }
}
