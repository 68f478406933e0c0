use unicode_width::UnicodeWidthStr;

#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::Answer;
use crate::domain::text::{Lang, Text};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::PROMPTS;
use crate::format::types::prompt::Quality;
use crate::format::walk::Langs;
use crate::packs::check::view::{Rubric, TopicView};

/// Columns of a title: a row of the list of weak answers has room for so many.
const TITLE_COLUMNS: usize = 40;
/// Words of a short model answer.
const SHORT: (usize, usize) = (40, 110);
/// Words of a full one; Indonesian says the same in fewer.
const FULL: (usize, usize) = (120, 300);
/// Words of a sample.
const SAMPLE: (usize, usize) = (15, 160);

pub(super) const RULE: Rule = Rule {
    code: "J141",
    name: "prompt-text",
    severity: Severity::Warning,
    what: "rule-j141-what",
    why: "rule-j141-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                all_but_middling!(),
                middling!(
                    "Roll back, then read the trace.",
                    "Saya rollback rilisnya supaya pengguna aman, lalu saya lihat trace dari request yang lambat untuk tahu apa yang lama.",
                    r#"{ undo = "met", evidence = "met", plan = "missed", next-time = "missed" }"#
                )
            ),
        )],
        at: "t/prompts.toml:100:11",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        let mut tell = |way: Way, message: Said, help: Said| {
            found.push((PROMPTS, Finding::warning("J141", Spot::Way(way), message).help(help)));
        };
        title(rubric, view.langs, &mut tell);
        let prompt = &rubric.prompt;
        let model = rubric.way().key("model");
        length("find-model-short", &prompt.model_short, model.clone().key("short"), SHORT, &mut tell);
        length("find-model-full", &prompt.model_full, model.key("full"), FULL, &mut tell);
        for (n, sample) in prompt.samples.iter().enumerate() {
            let way = rubric.way().key("sample").at(n).key("text");
            length("find-the-sample", &sample.text, way, SAMPLE, &mut tell);
        }
        for (quality, word, key) in
            [(Quality::Weak, "weak", "find-weak"), (Quality::Middling, "middling", "find-middling")]
        {
            if !rubric.written.samples.iter().any(|sample| sample.quality == quality) {
                let message = said("find-no-sample").with("id", &rubric.written.id).with("quality", said(key));
                tell(rubric.way().key("id"), message, said("find-no-sample-help").with("quality", word));
            }
        }
    }
}

type Tell<'t> = dyn FnMut(Way, Said, Said) + 't;

fn title(rubric: &Rubric<'_>, langs: Langs, tell: &mut Tell<'_>) {
    let title = &rubric.written.title;
    if title.is_empty() {
        let help = said("find-no-title-help").with("langs", langs.codes().count()).with("most", TITLE_COLUMNS);
        return tell(rubric.way().key("id"), said("find-no-title").with("id", &rubric.written.id), help);
    }
    if let Some(long) = title.versions().find(|text| text.width() > TITLE_COLUMNS) {
        let message = said("find-wide-title").with("title", long).with("n", long.width());
        tell(rubric.way().key("title"), message, said("find-at-most").with("most", TITLE_COLUMNS));
    }
}

fn length(what: &'static str, text: &Text, way: Way, (least, most): (usize, usize), tell: &mut Tell<'_>) {
    for (lang, text) in [(Lang::En, &text.en), (Lang::Id, &text.id)] {
        let words = Answer::new(text).words();
        if words > 0 && !(least..=most).contains(&words) {
            let message = said("find-length").with("what", said(what)).with("n", words);
            let help = said("find-length-help").with("least", least).with("most", most);
            tell(way.clone().key(lang.code()), message, help);
        }
    }
}
