use super::parts::At;
use super::{Check, Rule, Sample, TopicFindings};
use crate::format::finding::{Finding, Severity};
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
    what: "A scenario whose scenes do not hang together: a `goto` to nowhere or in a circle, a scene that nothing leads to, not exactly one best choice, or a way of more than six scenes.",
    why: "The learner would be stuck, walk in a circle, or never see what was written.",
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"scenario\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"You are on call.\"\nprompt.id = \"Kamu sedang on call.\"\nsource = \"lesson\"\n\n[[question.scene]]\nid = \"start\"\ntext.en = \"The disk is full.\"\ntext.id = \"Disk penuh.\"\n[[question.scene.choice]]\nid = \"look\"\nbest = true\ngoto = \"cause\"\ntext.en = \"Look for the cause\"\ntext.id = \"Cari penyebabnya\"\nwhy.en = \"It comes back otherwise.\"\nwhy.id = \"Kalau tidak, terulang.\"\n[[question.scene.choice]]\nid = \"reboot\"\ntext.en = \"Restart it\"\ntext.id = \"Restart saja\"\nwhy.en = \"It is still full.\"\nwhy.id = \"Tetap penuh.\"\n",
        )],
        at: "t/questions.toml:17:8",
    },
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
                let help = match nearest(&choice.goto, scenes.iter().map(|scene| &*scene.id)) {
                    Some(near) => format!("did you mean `{near}`?"),
                    None => "write the scene, or leave `goto` out to end here".to_owned(),
                };
                let spot = at.sub("choice", number).key("goto").spot(question);
                let finding = Finding::error("J017", spot, format!("there is no scene `{}`", choice.goto));
                found.push((QUESTIONS, finding.help(help)));
            }
        }
        let best: Vec<usize> = (0..scene.choices.len()).filter(|n| scene.choices[*n].best).collect();
        if best.is_empty() {
            let finding = Finding::error("J017", at.spot(question), "no choice of this scene is the best");
            found.push((QUESTIONS, finding.help("write `best = true` in exactly one")));
        }
        for number in best.iter().skip(1) {
            let spot = at.sub("choice", *number).key("best").spot(question);
            let finding = Finding::error("J017", spot, "a second choice of this scene is the best");
            found.push((QUESTIONS, finding.help("exactly one may be")));
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
    let mut tell = |index: usize, message: &str, help: &str| {
        let spot = At::entry("scene", index).key("id").spot(question);
        found.push((QUESTIONS, Finding::error("J017", spot, message).help(help)));
    };
    if let Some(index) = depth.iter().position(|depth| *depth > scenes.len()) {
        return tell(
            index,
            "the way through the scenes comes back to this one",
            "let one of the choices end, or lead elsewhere",
        );
    }
    for (index, depth) in depth.into_iter().enumerate() {
        if depth == 0 {
            tell(index, "no choice leads to this scene", "name it in a `goto`, or remove it");
        } else if depth == SCENE_DEPTH + 1 {
            tell(index, "this is the seventh scene on a way", "end earlier: six decisions are enough for one question");
        }
    }
}
