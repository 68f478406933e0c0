#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::{Phrase, WordList};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::PROMPTS;
use crate::packs::check::view::{Rubric, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J021",
    name: "rubric",
    severity: Severity::Error,
    what: "rule-j021-what",
    why: "rule-j021-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                head!(),
                points!(),
                last_point!(r#"["load test", "->"]"#, r#"["uji beban"]"#),
                flags!(),
                model!(),
                weak!(),
                middling!()
            ),
        )],
        at: "t/prompts.toml:56:30",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        let mut tell = |way: Way, message: Said, help: Said| {
            found.push((PROMPTS, Finding::error("J021", Spot::Way(way), message).help(help)));
        };
        let points = &rubric.prompt.points;
        let level = rubric.prompt.level;
        if !points.iter().any(|point| point.must) {
            let message = said("find-no-must").with("id", &rubric.written.id);
            tell(rubric.way().key("id"), message, said("find-no-must-help"));
        }
        if !points.iter().any(|point| point.level == level) {
            let help = said("find-no-level-help").with("level", level);
            tell(rubric.way().key("level"), said("find-no-level").with("level", level), help);
        }
        unfindable(rubric, &mut tell);
    }
}

fn unfindable(rubric: &Rubric<'_>, tell: &mut dyn FnMut(Way, Said, Said)) {
    let points = rubric.prompt.points.iter().map(|point| &point.words).enumerate();
    let flags = rubric.prompt.red_flags.iter().map(|flag| &flag.words).enumerate();
    let lists = points.map(|(n, words)| ("point", n, words)).chain(flags.map(|(n, words)| ("red_flag", n, words)));
    for (list, n, WordList { en, id }) in lists {
        for (code, phrases) in [("en", en), ("id", id)] {
            let bare = |phrase: &&Phrase| !phrase.is_findable();
            if let Some(phrase) = phrases.iter().find(bare) {
                let at = phrases.iter().position(|other| other == phrase).unwrap_or_default();
                let way = rubric.way().key(list).at(n).key("words").key(code).at(at);
                let message = said("find-unfindable").with("phrase", &phrase.written);
                tell(way, message, said("find-unfindable-help"));
            }
        }
    }
}
