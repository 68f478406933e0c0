use super::proof::{LANGS, quoted};
use super::sample_prompt::*;
use super::{Check, Rule, Sample, TopicFindings};
use crate::domain::rubric::{self, Answer, Mark, Point};
use crate::format::finding::{Finding, Severity, Spot};
use crate::format::source::PROMPTS;
use crate::packs::check::view::TopicView;

/// How many points of a sample the words may see otherwise.
const MOST: usize = 1;

pub(super) const RULE: Rule = Rule {
    code: "J183",
    name: "sample-differs",
    severity: Severity::Warning,
    what: "A sample whose words say otherwise than its marks about more than one point. Partly agrees with both, because words cannot say it.",
    why: "Learners practise grading on the samples: what the words suggest there is what they will suggest for the learners' own answers.",
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
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        for (n, sample) in rubric.prompt.samples.iter().enumerate() {
            for (lang, name) in LANGS {
                let answer = Answer::new(sample.text.only(lang));
                let points = rubric.prompt.points.iter().filter(|point| sample.marks.has(&point.id));
                let off: Vec<String> =
                    points.filter_map(|point| differs(point, sample.marks.get(&point.id), &answer)).collect();
                if answer.words() == 0 || off.len() <= MOST {
                    continue;
                }
                let way = rubric.way().key("sample").at(n).key("marks");
                let quality = match sample.quality {
                    rubric::Quality::Weak => "weak",
                    rubric::Quality::Middling => "middling",
                };
                let message = format!("the words of {} points see the {quality} sample in {name} otherwise", off.len());
                let help = format!("mend the text, the marks or the words: {}", off.join("; "));
                found.push((PROMPTS, Finding::warning("J183", Spot::Way(way), message).help(help)));
            }
        }
    }
}

fn differs(point: &Point, mark: Mark, answer: &Answer) -> Option<String> {
    let places = answer.places(point.words.all());
    match (mark, places.first()) {
        (Mark::Met, None) => {
            let all = point.words.all().map(|phrase| &*phrase.written);
            Some(format!("`{}` is marked met and it has none of {}", point.id, quoted(all)))
        }
        (Mark::Missed, Some(first)) => Some(format!("`{}` is marked missed and it has \"{}\"", point.id, first.phrase)),
        _ => None,
    }
}
