#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, said};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J015",
    name: "gaps",
    severity: Severity::Error,
    what: "rule-j015-what",
    why: "rule-j015-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"cloze\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Complete it.\"\nprompt.id = \"Lengkapi.\"\ntext.en = \"A repeated key gets the {{1}} reply.\"\ntext.id = \"Kunci yang diulang mendapat balasan.\"\nsource = \"lesson\"\n\n[[question.gap]]\nanswer.en = \"stored\"\nanswer.id = \"tersimpan\"\nwhy.en = \"The work is done.\"\nwhy.id = \"Pekerjaannya selesai.\"\n",
        )],
        at: "t/questions.toml:9:11",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            "[[question]]\nid = \"q\"\nkind = \"cloze\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Complete it.\"\nprompt.id = \"Lengkapi.\"\ntext.en = \"A repeated key gets the {{1}} reply.\"\ntext.id = \"Kunci yang diulang mendapat balasan yang {{1}}.\"\nsource = \"lesson\"\n\n[[question.gap]]\nanswer.en = \"stored\"\nanswer.id = \"tersimpan\"\nwhy.en = \"The work is done.\"\nwhy.id = \"Pekerjaannya selesai.\"\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for item in view.questions {
        let Kind::Cloze(it) = &item.question.kind else {
            continue;
        };
        let versions = [("en", &it.text.en), ("id", &it.text.id)];
        for (lang, text) in versions.into_iter().filter(|(_, text)| !text.is_empty()) {
            if let Some(problem) = problem(text, it.gaps.len()) {
                let at = if it.text.shared { At::field("text") } else { At::entry("text", 0) };
                let spot = if it.text.shared { at.spot(item.index) } else { side(item.index, lang) };
                let help = said("find-gaps-help").with("n", it.gaps.len());
                found.push((QUESTIONS, Finding::error("J015", spot, problem).help(help)));
            }
        }
    }
}

fn side(question: usize, lang: &str) -> crate::format::finding::Spot {
    use crate::format::finding::{Spot, Way};
    Spot::Way(Way::item("question", question).key("text").key(lang))
}

/// The first thing that is wrong with the numbers in a text.
fn problem(text: &str, gaps: usize) -> Option<Said> {
    for number in 1..=gaps {
        match text.matches(&format!("{{{{{number}}}}}")).count() {
            1 => {}
            0 => return Some(said("find-gap-nowhere").with("n", number)),
            times => return Some(said("find-gap-often").with("n", number).with("times", times)),
        }
    }
    (text.matches("{{").count() > gaps).then(|| said("find-gap-unknown"))
}
