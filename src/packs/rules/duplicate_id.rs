use std::collections::HashMap;

#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::{Check, PackFindings, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::{CHECKLISTS, GLOSSARY, LADDER, PACK, PERSONAS, PROMPTS, QUESTIONS, TOPIC};
use crate::format::types::{Kind, Question};
use crate::packs::check::view::{PackView, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J005",
    name: "duplicate-id",
    severity: Severity::Error,
    what: "rule-j005-what",
    why: "rule-j005-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "t/topic.toml:11:6",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/topic.toml",
            "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n",
        )],
        at: "",
    },
    check: Check::Both(topic, pack),
};

/// Compares ids in order; for each that was there before, its place and the first one's.
fn twins<'i, P: Copy>(ids: impl Iterator<Item = (&'i str, P)>, mut tell: impl FnMut(&'i str, P, P)) {
    let mut seen: HashMap<&str, P> = HashMap::new();
    for (id, place) in ids {
        match seen.get(id) {
            Some(first) => tell(id, place, *first),
            None => drop(seen.insert(id, place)),
        }
    }
}

/// A second thing with an id that is taken; `what` is the key of its word.
fn second(what: &'static str, id: &str, spot: Spot) -> Finding {
    Finding::error("J005", spot, said("find-second").with("what", said(what)).with("id", id)).help("find-second-help")
}

fn finding(what: &'static str, id: &str, spot: Spot, first: Spot) -> Finding {
    second(what, id, spot).label(first, "find-first-here")
}

fn topic(view: &TopicView<'_>, found: &mut TopicFindings) {
    if let Some(topic) = view.topic {
        let spot = |index| Spot::Way(Way::item("section", index).key("id"));
        let ids = topic.sections.iter().enumerate().map(|(index, section)| (&*section.id, index));
        twins(ids, |id, at, first| found.push((TOPIC, finding("noun-section", id, spot(at), spot(first)))));
    }
    let spot = |index| Spot::Way(Way::item("question", index).key("id"));
    let ids = view.questions.iter().map(|item| (&*item.question.common.id, item.index));
    twins(ids, |id, at, first| found.push((QUESTIONS, finding("noun-question", id, spot(at), spot(first)))));
    for item in view.questions {
        question(item.index, &item.question, found);
    }
    prompts(view, found);
}

fn prompts(view: &TopicView<'_>, found: &mut TopicFindings) {
    let spot = |list: &str, index| Spot::Way(Way::item(list, index).key("id"));
    let ids = view.prompts.iter().map(|rubric| (&*rubric.written.id, rubric.index));
    twins(ids, |id, at, first| {
        found.push((PROMPTS, finding("noun-prompt", id, spot("prompt", at), spot("prompt", first))));
    });
    for rubric in &view.prompts {
        let id = &rubric.written.id;
        if let Some(item) = view.questions.iter().find(|item| item.question.common.id == *id) {
            let message = said("find-prompt-as-question").with("id", id);
            let clash = Finding::error("J005", spot("prompt", rubric.index), message)
                .help("find-prompt-as-question-help")
                .label_in(QUESTIONS, spot("question", item.index), "find-the-question");
            found.push((PROMPTS, clash));
        }
        let inner = |list: &str, at| Spot::Way(rubric.way().key(list).at(at).key("id"));
        let points = rubric.written.points.iter().enumerate().map(|(at, point)| (&*point.id, at));
        twins(points, |id, at, first| {
            found.push((PROMPTS, finding("noun-point", id, inner("point", at), inner("point", first))));
        });
        let flags = rubric.written.red_flags.iter().enumerate().map(|(at, flag)| (&*flag.id, at));
        twins(flags, |id, at, first| {
            found.push((PROMPTS, finding("noun-red-flag", id, inner("red_flag", at), inner("red_flag", first))));
        });
    }
}

fn question(number: usize, question: &Question, found: &mut TopicFindings) {
    let mut compare = |what: &'static str, ids: &mut dyn Iterator<Item = (&str, At)>| {
        twins(ids, |id, at, first| {
            found.push((QUESTIONS, finding(what, id, at.spot(number), first.spot(number))));
        });
    };
    let id = |list, index| At::entry(list, index).key("id");
    match &question.kind {
        Kind::Single(it) | Kind::Multi(it) => {
            compare("noun-option", &mut it.options.iter().enumerate().map(|(n, o)| (&*o.id, id("option", n))));
        }
        Kind::TrueFalse(it) => {
            compare("noun-reason", &mut it.reasons.iter().enumerate().map(|(n, r)| (&*r.id, id("reason", n))));
        }
        Kind::Order(it) => {
            compare("noun-step", &mut it.steps.iter().enumerate().map(|(n, s)| (&*s.id, id("step", n))));
        }
        Kind::Match(it) => {
            let pairs = it.pairs.iter().enumerate().map(|(n, p)| (&*p.id, id("pair", n)));
            let extras = it.extras.iter().enumerate().map(|(n, e)| (&*e.id, id("extra", n)));
            compare("noun-side", &mut pairs.chain(extras));
        }
        Kind::Scenario(it) => {
            compare("noun-scene", &mut it.scenes.iter().enumerate().map(|(n, s)| (&*s.id, id("scene", n))));
            for (index, scene) in it.scenes.iter().enumerate() {
                let at = |n| At::entry("scene", index).sub("choice", n).key("id");
                compare("noun-choice", &mut scene.choices.iter().enumerate().map(|(n, c)| (&*c.id, at(n))));
            }
        }
        Kind::Short(_) | Kind::Cloze(_) | Kind::Line(_) => {}
    }
}

fn pack(view: &PackView<'_>, found: &mut PackFindings) {
    let units = view.pack.units.iter().enumerate();
    let spot = |list: &str, index| Spot::Way(Way::item(list, index).key("id"));
    twins(units.map(|(index, unit)| (&*unit.id, index)), |id, at, first| {
        found.push((PACK.into(), finding("noun-unit", id, spot("unit", at), spot("unit", first))));
    });
    let terms = view.glossary.terms.iter().enumerate();
    twins(terms.map(|(index, term)| (&*term.id, index)), |id, at, first| {
        found.push((GLOSSARY.into(), finding("noun-term", id, spot("term", at), spot("term", first))));
    });
    let personas = view.personas.personas.iter().enumerate();
    twins(personas.map(|(index, persona)| (&*persona.id, index)), |id, at, first| {
        found.push((PERSONAS.into(), finding("noun-persona", id, spot("persona", at), spot("persona", first))));
    });
    role(view, found);
    days(view, found);
    let own = || Spot::Way(Way::root().key("id"));
    twins(view.topics.iter().map(|topic| (&*topic.topic.id, topic)), |id, at, first| {
        found.push((at.file(TOPIC), across("noun-topic", id, &first.file(TOPIC), own())));
    });
    twins(view.paths.iter().map(|(file, path)| (&*path.id, file)), |id, at, first| {
        found.push((at.clone(), across("noun-path", id, first, own())));
    });
}

/// Ladders and checklists.
fn role(view: &PackView<'_>, found: &mut PackFindings) {
    let spot = |list: &str, index| Spot::Way(Way::item(list, index).key("id"));
    let statements = view.ladder.statements.iter().enumerate();
    twins(statements.map(|(index, it)| (&*it.id, index)), |id, at, first| {
        found.push((LADDER.into(), finding("noun-statement", id, spot("statement", at), spot("statement", first))));
    });
    let lists = view.checklists.checklists.iter().enumerate();
    twins(lists.clone().map(|(index, list)| (&*list.id, index)), |id, at, first| {
        found.push((CHECKLISTS.into(), finding("noun-checklist", id, spot("checklist", at), spot("checklist", first))));
    });
    for (number, list) in lists {
        let spot = |index| Spot::Way(Way::item("checklist", number).key("item").at(index).key("id"));
        twins(list.items.iter().enumerate().map(|(index, item)| (&*item.id, index)), |id, at, first| {
            found.push((CHECKLISTS.into(), finding("noun-item", id, spot(at), spot(first))));
        });
    }
}

fn days(view: &PackView<'_>, found: &mut PackFindings) {
    for (index, (file, day)) in view.days.iter().enumerate() {
        if let Some((first, _)) = view.days[..index].iter().find(|(_, before)| before.id == day.id) {
            found.push((file.clone(), across("noun-day", &day.id, first, Spot::Way(Way::root().key("id")))));
        }
        let spot = |index| Spot::Way(Way::item("slot", index).key("id"));
        twins(day.slots.iter().enumerate().map(|(at, slot)| (&*slot.id, at)), |id, at, first| {
            found.push((file.clone(), finding("noun-slot", id, spot(at), spot(first))));
        });
        for (number, slot) in day.slots.iter().enumerate() {
            let spot = |index| Spot::Way(Way::item("slot", number).key("choice").at(index).key("id"));
            twins(slot.choices.iter().enumerate().map(|(at, choice)| (&*choice.id, at)), |id, at, first| {
                found.push((file.clone(), finding("noun-choice", id, spot(at), spot(first))));
            });
        }
    }
}

/// Two files that say the same of themselves.
fn across(what: &'static str, id: &str, first: &str, spot: Spot) -> Finding {
    second(what, id, spot.clone()).label_in(first, spot, "find-first-here")
}
