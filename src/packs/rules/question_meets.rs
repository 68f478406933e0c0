#[cfg(test)]
use super::Sample;
use super::proof::{LANGS, way_of};
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::Answer;
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::format::source::PROMPTS;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J181",
    name: "question-meets",
    severity: Severity::Warning,
    what: "rule-j181-what",
    why: "rule-j181-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                r#"[[prompt]]
id = "slow-page"
title = { en = "A page became slow", id = "Halaman jadi lambat" }
kind = "debug"
level = 1
ask.en = "A page became slow after today's release. When do you roll back?"
ask.id = "Satu halaman jadi lambat setelah rilis hari ini. Apa yang Anda lakukan?"
think = 30
minutes = 3
source = "lesson"

"#,
                points!(),
                last_point!(),
                flags!(),
                model!(),
                weak!(),
                middling!()
            ),
        )],
        at: "t/prompts.toml:6:10",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        for (lang, name) in LANGS {
            let ask = &rubric.prompt.ask;
            let ask = Answer::new(ask.only(lang));
            for (n, point) in rubric.prompt.points.iter().enumerate() {
                let places = ask.places(point.words.all());
                let Some(first) = places.first() else { continue };
                let spot = match rubric.written.ask.shared {
                    true => rubric.way().key("ask"),
                    false => rubric.way().key("ask").key(lang.code()),
                };
                let message = said("find-question-meets")
                    .with("lang", said(name))
                    .with("point", &point.id)
                    .with("phrase", &first.phrase);
                let label = way_of(rubric.way().key("point").at(n), &point.words, &first.phrase);
                let finding = Finding::warning("J181", Spot::Way(spot), message)
                    .help("find-question-meets-help")
                    .label(Spot::Way(label), "find-looked-for");
                found.push((PROMPTS, finding));
            }
        }
    }
}
