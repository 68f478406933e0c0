use unicode_width::UnicodeWidthStr;

use super::sample_prompt::*;
use super::{Check, Rule, Sample, TopicFindings};
use crate::domain::rubric::Answer;
use crate::domain::text::{Lang, Text};
use crate::format::finding::{Finding, Severity, Spot, Way};
use crate::format::source::PROMPTS;
use crate::format::types::prompt::Quality;
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
    what: "A prompt without a title or with one of more than 40 columns; a model answer or a sample far from its length (short 40 to 110 words, full 120 to 300, samples 15 to 160); a prompt without a weak and a middling sample.",
    why: "Lists show the title, an answer has to fit the time that the learner has, and grading is practised on the samples.",
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
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        let mut tell = |way: Way, message: String, help: String| {
            found.push((PROMPTS, Finding::warning("J141", Spot::Way(way), message).help(help)));
        };
        title(rubric, &mut tell);
        let prompt = &rubric.prompt;
        let model = rubric.way().key("model");
        length("the short model answer", &prompt.model_short, model.clone().key("short"), SHORT, &mut tell);
        length("the full model answer", &prompt.model_full, model.key("full"), FULL, &mut tell);
        for (n, sample) in prompt.samples.iter().enumerate() {
            let way = rubric.way().key("sample").at(n).key("text");
            length("the sample", &sample.text, way, SAMPLE, &mut tell);
        }
        for (quality, word) in [(Quality::Weak, "weak"), (Quality::Middling, "middling")] {
            if !rubric.written.samples.iter().any(|sample| sample.quality == quality) {
                let help =
                    format!("add a `[[prompt.sample]]` with `quality = \"{word}\"`, its text and its true marks");
                tell(rubric.way().key("id"), format!("`{}` has no {word} sample", rubric.written.id), help);
            }
        }
    }
}

type Tell<'t> = dyn FnMut(Way, String, String) + 't;

fn title(rubric: &Rubric<'_>, tell: &mut Tell<'_>) {
    let title = &rubric.written.title;
    if title.is_empty() {
        let help = format!("add `title.en` and `title.id`, at most {TITLE_COLUMNS} columns each");
        return tell(rubric.way().key("id"), format!("`{}` has no title", rubric.written.id), help);
    }
    if let Some(long) = title.versions().find(|text| text.width() > TITLE_COLUMNS) {
        let message = format!("the title `{long}` has {} columns", long.width());
        tell(rubric.way().key("title"), message, format!("at most {TITLE_COLUMNS}"));
    }
}

fn length(what: &str, text: &Text, way: Way, (least, most): (usize, usize), tell: &mut Tell<'_>) {
    for (lang, text) in [(Lang::En, &text.en), (Lang::Id, &text.id)] {
        let words = Answer::new(text).words();
        if words > 0 && !(least..=most).contains(&words) {
            let message = format!("{what} has {words} words");
            tell(way.clone().key(lang.code()), message, format!("{least} to {most} words"));
        }
    }
}
