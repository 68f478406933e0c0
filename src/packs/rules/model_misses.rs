#[cfg(test)]
use super::Sample;
use super::proof::{LANGS, quoted};
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::Answer;
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::format::source::PROMPTS;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J180",
    name: "model-misses",
    severity: Severity::Warning,
    what: "rule-j180-what",
    why: "rule-j180-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                head!(),
                points!(),
                last_point!(r#"["load test"]"#, r#"["load test", "tes beban"]"#),
                flags!(),
                model!(),
                weak!(),
                middling!()
            ),
        )],
        at: "t/prompts.toml:56:31",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        for (lang, name) in LANGS {
            let model = &rubric.prompt.model_full;
            let model = Answer::new(model.only(lang));
            for (n, point) in rubric.prompt.points.iter().enumerate() {
                let words = point.words.lang(lang);
                if model.words() == 0 || words.is_empty() || model.has(words) {
                    continue;
                }
                let way = rubric.way().key("point").at(n).key("words").key(lang.code());
                let message = said("find-model-misses").with("lang", said(name)).with("point", &point.id);
                let joined = words.iter().any(|phrase| phrase.written.contains(" + "));
                let help = if joined { "find-model-misses-joined-help" } else { "find-model-misses-help" };
                let help = said(help)
                    .with("code", lang.code())
                    .with("words", quoted(words.iter().map(|phrase| &*phrase.written)));
                found.push((PROMPTS, Finding::warning("J180", Spot::Way(way), message).help(help)));
            }
        }
    }
}
