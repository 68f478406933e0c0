#[cfg(test)]
use super::Sample;
#[cfg(test)]
use super::sample_prompt::*;
use super::{Check, Rule, TopicFindings};
use crate::domain::rubric::{PromptKind, Signal};
use crate::format::finding::{Finding, Said, Severity, Spot, Way, said};
use crate::format::source::PROMPTS;
use crate::format::suggest::nearest;
use crate::packs::check::view::{Rubric, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J022",
    name: "sample-marks",
    severity: Severity::Error,
    what: "rule-j022-what",
    why: "rule-j022-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/prompts.toml",
            concat!(all_but_middling!(), middling!(r#"{ undo = "met", evidence = "met", plan = "missed" }"#)),
        )],
        at: "t/prompts.toml:102:1",
    },
    #[cfg(test)]
    good: Sample { files: &[("t/prompts.toml", prompt!())], at: "" },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for rubric in &view.prompts {
        for n in 0..rubric.written.samples.len() {
            sample(rubric, n, found);
        }
    }
}

fn sample(rubric: &Rubric<'_>, n: usize, found: &mut TopicFindings) {
    let sample = &rubric.written.samples[n];
    let way = |key: &str| rubric.way().key("sample").at(n).key(key);
    let mut tell = |way: Way, message: Said, help: Said| {
        found.push((PROMPTS, Finding::error("J022", Spot::Way(way), message).help(help)));
    };
    let points: Vec<&str> = rubric.written.points.iter().map(|point| &*point.id).collect();
    for point in points.iter().filter(|point| !sample.marks.contains_key(**point)) {
        tell(way("marks"), said("find-no-mark").with("point", *point), said("find-no-mark-help").with("point", *point));
    }
    for point in sample.marks.keys().filter(|point| !points.contains(&&***point)) {
        tell(way("marks").name(point), said("find-no-point").with("id", point), offer(point, &points));
    }
    let flags: Vec<&str> = rubric.written.red_flags.iter().map(|flag| &*flag.id).collect();
    for (at, flag) in sample.red_flags.iter().enumerate().filter(|(_, flag)| !flags.contains(&&***flag)) {
        tell(way("red_flags").at(at), said("find-no-flag").with("id", flag), offer(flag, &flags));
    }
    let signals: Vec<&str> = rubric.prompt.kind.signals().iter().map(|signal| signal.word()).collect();
    for signal in sample.signals.keys().filter(|signal| !signals.contains(&&***signal)) {
        let kind = rubric.prompt.kind.word();
        tell(way("signals").name(signal), said("find-no-signal").with("kind", kind).with("id", signal), only(&signals));
    }
}

fn offer(wrong: &str, right: &[&str]) -> Said {
    Said::near(nearest(wrong, right.iter().copied()), said("find-there-are").with("all", right.join(", ")))
}

fn only(signals: &[&str]) -> Said {
    if !signals.is_empty() {
        return said("find-signals").with("all", signals.join(", "));
    }
    let of = |kind: PromptKind| kind.signals().iter().map(|s: &Signal| s.word()).collect::<Vec<_>>().join(", ");
    said("find-no-signals").with("design", of(PromptKind::Design)).with("behavioural", of(PromptKind::Behavioural))
}
