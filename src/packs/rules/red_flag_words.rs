#[cfg(test)]
use super::Sample;
use super::proof::{LANGS, quoted, way_of};
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::Answer;
use crate::domain::text::{Lang, Text};
use crate::format::finding::{Finding, Said, Severity, Spot, said};
use crate::format::source::PROMPTS;
use crate::packs::check::view::{Rubric, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J184",
    name: "red-flag-words",
    severity: Severity::Warning,
    what: "rule-j184-what",
    why: "rule-j184-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                head!(),
                points!(),
                last_point!(),
                r#"[[prompt.red_flag]]
id = "hardware"
text = { en = "Buys hardware first", id = "Membeli hardware dulu" }
why = { en = "It hides the cause and costs every month", id = "Menutupi sebab dan dibayar tiap bulan" }
words = { en = ["bigger server", "wait"], id = ["server lebih besar"] }
caps_at = 0

[prompt.anchors]
1 = { en = "Protects users, then looks", id = "Melindungi pengguna, lalu mencari" }
2 = { en = "Adds a check to the pipeline", id = "Menambah pemeriksaan ke pipeline" }
3 = { en = "Finds the class of the fault", id = "Menemukan jenis kesalahannya" }
4 = { en = "Sets a budget for the page", id = "Menetapkan anggaran waktu halaman" }
5 = { en = "Agrees on budgets with teams", id = "Menyepakati anggaran antar tim" }
6 = { en = "Makes it a habit of the company", id = "Menjadikannya kebiasaan perusahaan" }

"#,
                model!(),
                weak!(),
                middling!()
            ),
        )],
        at: "t/prompts.toml:64:34",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        for n in 0..rubric.prompt.red_flags.len() {
            for (lang, name) in LANGS {
                flag(rubric, n, lang, name, found);
            }
        }
    }
}

fn flag(rubric: &Rubric<'_>, n: usize, lang: Lang, name: &'static str, found: &mut TopicFindings) {
    let flag = &rubric.prompt.red_flags[n];
    let read = |text: &Text| Answer::new(text.only(lang));
    let mut tell = |way, message: Said, help: Said| {
        let message = message.with("lang", said(name)).with("flag", &flag.id);
        found.push((PROMPTS, Finding::warning("J184", Spot::Way(way), message).help(help)));
    };
    let models = [("find-flag-in-short", &rubric.prompt.model_short), ("find-flag-in-full", &rubric.prompt.model_full)];
    for (which, model) in models {
        if let Some(first) = read(model).places(flag.words.all()).first() {
            let way = way_of(rubric.way().key("red_flag").at(n), &flag.words, &first.phrase);
            tell(way, said(which).with("phrase", &first.phrase), said("find-flag-in-model-help"));
        }
    }
    for (at, sample) in rubric.prompt.samples.iter().enumerate() {
        let answer = read(&sample.text);
        let stated = sample.red_flags.contains(&flag.id);
        let places = answer.places(flag.words.all());
        let way = rubric.way().key("sample").at(at);
        match (stated, places.first()) {
            (true, None) if answer.words() > 0 => {
                let all = quoted(flag.words.all().map(|phrase| &*phrase.written));
                let help = said("find-flag-unsaid-help").with("words", all);
                tell(way.key("text").key(lang.code()), said("find-flag-unsaid"), help);
            }
            (false, Some(first)) => {
                let help = said("find-flag-untripped-help").with("flag", &flag.id);
                let message = said("find-flag-untripped").with("phrase", &first.phrase);
                tell(way.key("text").key(lang.code()), message, help);
            }
            _ => {}
        }
    }
}
