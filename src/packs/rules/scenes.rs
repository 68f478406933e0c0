#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, said};
use crate::format::limits::SCENE_DEPTH;
use crate::format::source::QUESTIONS;
use crate::format::suggest::nearest;
use crate::format::types::Kind;
use crate::format::types::question::Scene;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J017",
    name: "scenes",
    severity: Severity::Error,
    what: "rule-j017-what",
    why: "rule-j017-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"scenario\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"You are on call.\"\nprompt.id = \"Kamu sedang on call.\"\nsource = \"lesson\"\n\n[[question.scene]]\nid = \"start\"\ntext.en = \"The disk is full.\"\ntext.id = \"Disk penuh.\"\n[[question.scene.choice]]\nid = \"look\"\nbest = true\ngoto = \"cause\"\ntext.en = \"Look for the cause\"\ntext.id = \"Cari penyebabnya\"\nwhy.en = \"It comes back otherwise.\"\nwhy.id = \"Kalau tidak, terulang.\"\n[[question.scene.choice]]\nid = \"reboot\"\ntext.en = \"Restart it\"\ntext.id = \"Restart saja\"\nwhy.en = \"It is still full.\"\nwhy.id = \"Tetap penuh.\"\n",
        )],
        at: "t/questions.toml:17:8",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"scenario\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"You are on call.\"\nprompt.id = \"Kamu sedang on call.\"\nsource = \"lesson\"\n\n[[question.scene]]\nid = \"start\"\ntext.en = \"The disk is full.\"\ntext.id = \"Disk penuh.\"\n[[question.scene.choice]]\nid = \"look\"\nbest = true\ntext.en = \"Look for the cause\"\ntext.id = \"Cari penyebabnya\"\nwhy.en = \"It comes back otherwise.\"\nwhy.id = \"Kalau tidak, terulang.\"\n[[question.scene.choice]]\nid = \"reboot\"\ntext.en = \"Restart it\"\ntext.id = \"Restart saja\"\nwhy.en = \"It is still full.\"\nwhy.id = \"Tetap penuh.\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions {
        if let Kind::Scenario(it) = &item.question.kind {
            let before = found.len();
            choices(item.index, &it.scenes, found);
            if found.len() == before {
                ways(item.index, &it.scenes, found);
            }
        }
    }
}

/// Each scene by itself: where its choices lead, and which is best.
fn choices(question: usize, scenes: &[Scene], found: &mut TopicFindings) {
    for (index, scene) in scenes.iter().enumerate() {
        let at = At::entry("scene", index);
        for (number, choice) in scene.choices.iter().enumerate().filter(|(_, choice)| !choice.goto.is_empty()) {
            if !scenes.iter().any(|scene| scene.id == choice.goto) {
                let near = nearest(&choice.goto, scenes.iter().map(|scene| &*scene.id));
                let help = Said::near(near, "find-no-scene-help");
                let spot = at.sub("choice", number).key("goto").spot(question);
                let finding = Finding::error("J017", spot, said("find-no-scene").with("id", &choice.goto));
                found.push((QUESTIONS, finding.help(help)));
            }
        }
        let best: Vec<usize> = (0..scene.choices.len()).filter(|n| scene.choices[*n].best).collect();
        if best.is_empty() {
            let finding = Finding::error("J017", at.spot(question), "find-scene-no-best");
            found.push((QUESTIONS, finding.help("find-scene-no-best-help")));
        }
        for number in best.iter().skip(1) {
            let spot = at.sub("choice", *number).key("best").spot(question);
            let finding = Finding::error("J017", spot, "find-scene-two-best");
            found.push((QUESTIONS, finding.help("find-scene-two-best-help")));
        }
    }
}

/// All scenes together: circles, depth, and what is never reached.
fn ways(question: usize, scenes: &[Scene], found: &mut TopicFindings) {
    // The longest way to each scene, in scenes; grows until nothing changes or a way is longer than there are scenes.
    let mut depth = vec![0usize; scenes.len()];
    depth[0] = 1;
    for _ in 0..=scenes.len() {
        for index in 0..scenes.len() {
            let here = depth[index];
            for choice in scenes[index].choices.iter().filter(|_| here > 0) {
                if let Some(next) = scenes.iter().position(|scene| scene.id == choice.goto) {
                    depth[next] = depth[next].max((here + 1).min(scenes.len() + 1));
                }
            }
        }
    }
    let mut tell = |index: usize, message: &'static str, help: &'static str| {
        let spot = At::entry("scene", index).key("id").spot(question);
        found.push((QUESTIONS, Finding::error("J017", spot, message).help(help)));
    };
    if let Some(index) = depth.iter().position(|depth| *depth > scenes.len()) {
        return tell(index, "find-scene-circle", "find-scene-circle-help");
    }
    for (index, depth) in depth.into_iter().enumerate() {
        if depth == 0 {
            tell(index, "find-scene-unreached", "find-scene-unreached-help");
        } else if depth == SCENE_DEPTH + 1 {
            tell(index, "find-scene-deep", "find-scene-deep-help");
        }
    }
}
