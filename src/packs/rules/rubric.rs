use super::sample_prompt::*;
use super::{Check, Rule, Sample, TopicFindings};
use crate::domain::rubric::{Phrase, WordList};
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::format::source::PROMPTS;
use crate::packs::check::view::{Rubric, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J021",
    name: "rubric",
    severity: Severity::Error,
    what: "A rubric that cannot judge: no point is a must, no point has the prompt's own level, or an entry of `words` has neither letter nor digit.",
    why: "Without a must every answer reaches every level, without a point of its level the prompt cannot tell whether it is reached, and punctuation is never found.",
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
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        let mut tell = |way: Way, message: String, help: String| {
            found.push((PROMPTS, Finding::error("J021", Spot::Way(way), message).help(help)));
        };
        let points = &rubric.prompt.points;
        let level = rubric.prompt.level;
        if !points.iter().any(|point| point.must) {
            let help = "set `must = true` on what an answer cannot do without";
            tell(rubric.way().key("id"), format!("no point of `{}` is a must", rubric.written.id), help.to_owned());
        }
        if !points.iter().any(|point| point.level == level) {
            let message = format!("the prompt is of level {level} and none of its points is");
            let help = format!("give the points that make an answer level {level} `level = {level}`");
            tell(rubric.way().key("level"), message, help);
        }
        unfindable(rubric, &mut tell);
    }
}

fn unfindable(rubric: &Rubric<'_>, tell: &mut dyn FnMut(Way, String, String)) {
    let points = rubric.prompt.points.iter().map(|point| &point.words).enumerate();
    let flags = rubric.prompt.red_flags.iter().map(|flag| &flag.words).enumerate();
    let lists = points.map(|(n, words)| ("point", n, words)).chain(flags.map(|(n, words)| ("red_flag", n, words)));
    for (list, n, WordList { en, id }) in lists {
        for (code, phrases) in [("en", en), ("id", id)] {
            let bare = |phrase: &&Phrase| !phrase.is_findable();
            if let Some(phrase) = phrases.iter().find(bare) {
                let at = phrases.iter().position(|other| other == phrase).unwrap_or_default();
                let way = rubric.way().key(list).at(n).key("words").key(code).at(at);
                let message = format!("`{}` can never be found in an answer", phrase.written);
                tell(way, message, "write a word, the beginning of one, or several words".to_owned());
            }
        }
    }
}
