#[cfg(test)]
use super::Sample;
use super::proof::{LANGS, quoted};
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::{self, Answer, Mark, Point};
use crate::format::finding::{Finding, Said, Severity, Spot, said};
use crate::format::source::PROMPTS;
use crate::packs::check::view::TopicView;

/// How many points of a sample the words may see otherwise.
const MOST: usize = 1;

pub(super) const RULE: Rule = Rule {
    code: "J183",
    name: "sample-differs",
    severity: Severity::Warning,
    what: "rule-j183-what",
    why: "rule-j183-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(
                all_but_middling!(),
                middling!(
                    "I roll back the release so that users are fine, and then I look at the trace of a slow request to see what takes so long.",
                    "Saya rollback rilisnya supaya pengguna aman, lalu saya lihat request yang lambat untuk tahu apa yang lama di sana.",
                    r#"{ undo = "met", evidence = "met", plan = "met", next-time = "missed" }"#
                )
            ),
        )],
        at: "t/prompts.toml:102:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        for (n, sample) in rubric.prompt.samples.iter().enumerate() {
            for (lang, name) in LANGS {
                let answer = Answer::new(sample.text.only(lang));
                let points = rubric.prompt.points.iter().filter(|point| sample.marks.has(&point.id));
                let off: Vec<Said> =
                    points.filter_map(|point| differs(point, sample.marks.get(&point.id), &answer)).collect();
                if answer.words() == 0 || off.len() <= MOST {
                    continue;
                }
                let way = rubric.way().key("sample").at(n).key("marks");
                let quality = match sample.quality {
                    rubric::Quality::Weak => "find-weak",
                    rubric::Quality::Middling => "find-middling",
                };
                let message = said("find-sample-differs")
                    .with("n", off.len())
                    .with("quality", said(quality))
                    .with("lang", said(name));
                let help = said("find-sample-differs-help").with("points", off);
                found.push((PROMPTS, Finding::warning("J183", Spot::Way(way), message).help(help)));
            }
        }
    }
}

fn differs(point: &Point, mark: Mark, answer: &Answer) -> Option<Said> {
    let places = answer.places(point.words.all());
    match (mark, places.first()) {
        (Mark::Met, None) => {
            let all = point.words.all().map(|phrase| &*phrase.written);
            Some(said("find-marked-met").with("point", &point.id).with("words", quoted(all)))
        }
        (Mark::Missed, Some(first)) => {
            Some(said("find-marked-missed").with("point", &point.id).with("phrase", &first.phrase))
        }
        _ => None,
    }
}
