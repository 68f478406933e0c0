#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::format::types::question::Order;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J016",
    name: "groups",
    severity: Severity::Error,
    what: "rule-j016-what",
    why: "rule-j016-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"order\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Put it in order.\"\nprompt.id = \"Urutkan.\"\nexplain.en = \"Claim first, then work.\"\nexplain.id = \"Klaim dulu, lalu kerjakan.\"\nsource = \"lesson\"\nany_order = [[\"claim\", \"reply\"]]\nstep = [\n  { id = \"claim\", text = { en = \"Claim the key\", id = \"Klaim kuncinya\" } },\n  { id = \"work\", text = { en = \"Do the work\", id = \"Kerjakan\" } },\n  { id = \"reply\", text = { en = \"Reply\", id = \"Balas\" } },\n]\n",
        )],
        at: "t/questions.toml:11:14",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"order\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Put it in order.\"\nprompt.id = \"Urutkan.\"\nexplain.en = \"Claim first, then work.\"\nexplain.id = \"Klaim dulu, lalu kerjakan.\"\nsource = \"lesson\"\nany_order = [[\"log\", \"reply\"]]\nstep = [\n  { id = \"claim\", text = { en = \"Claim the key\", id = \"Klaim kuncinya\" } },\n  { id = \"log\", text = { en = \"Log it\", id = \"Catat\" } },\n  { id = \"reply\", text = { en = \"Reply\", id = \"Balas\" } },\n]\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions {
        if let Kind::Order(it) = &item.question.kind {
            order(item.index, it, found);
        }
    }
}

fn order(index: usize, it: &Order, found: &mut TopicFindings) {
    let mut taken: Vec<&str> = Vec::new();
    for (number, group) in it.any_order.iter().enumerate() {
        let way = || Way::item("question", index).key("any_order").at(number);
        let mut places = Vec::new();
        for (at, id) in group.iter().enumerate() {
            let place = it.steps.iter().position(|step| step.id == *id);
            let wrong = match place {
                None => Some("find-no-step"),
                Some(_) => taken.contains(&&**id).then_some("find-step-twice"),
            };
            if let Some(wrong) = wrong {
                let finding = Finding::error("J016", Spot::Way(way().at(at)), said(wrong).with("id", id));
                found.push((QUESTIONS, finding.help("find-groups-help")));
            }
            taken.push(id);
            places.extend(place);
        }
        places.sort_unstable();
        places.dedup();
        let all = places.len() == group.len();
        if all && places.windows(2).any(|pair| pair[1] != pair[0] + 1) {
            let finding = Finding::error("J016", Spot::Way(way()), "find-steps-apart");
            found.push((QUESTIONS, finding.help("find-steps-apart-help")));
        }
    }
}
