#[cfg(test)]
use super::Sample;
use super::parts::At;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::format::types::question::Choice;
use crate::packs::check::view::TopicView;

/// Choices that a topic must have before its habits are judged.
const ITEMS: usize = 4;
/// In more than so many percent of them the right option may not be clearly the longest.
const LONGEST: usize = 35;
/// Nor the most qualified, which happens more often by itself.
const QUALIFIED: usize = 60;

pub(super) const RULE: Rule = Rule {
    code: "J120",
    name: "telling-length",
    severity: Severity::Warning,
    what: "rule-j120-what",
    why: "rule-j120-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!("q", "Which header?", "Idempotency-Key"),
                single_question!("one", "Retry a charge?", "Only after claiming one unique stored key", "Always", ""),
                single_question!("two", "Cache a price?", "Whenever stale prices cost nothing anyway", "Never", ""),
                single_question!("three", "Index a flag?", "Yes", "No", ""),
                single_question!("four", "Pool size?", "Small", "Large", "")
            ),
        )],
        at: "t/questions.toml:21:8",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!("q", "Which header?", "Idempotency-Key"),
                single_question!("one", "Retry a charge?", "With a claimed key", "After ten seconds", ""),
                single_question!("two", "Cache a price?", "While wrong is cheap", "While disks have room", ""),
                single_question!("three", "Index a flag?", "Yes", "No", ""),
                single_question!("four", "Pool size?", "Small", "Large", "")
            ),
        )],
        at: "",
    },
    check: Check::Topic(check),
};

/// A choice and the place of its right option.
struct Item<'a> {
    index: usize,
    list: &'static str,
    right: usize,
    options: &'a [Choice],
}

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let items: Vec<Item<'_>> = view.questions.iter().filter_map(|it| item(it.index, &it.question.kind)).collect();
    if items.len() < ITEMS {
        return;
    }
    let languages: [fn(&Choice) -> &str; 2] = [|option| option.text.english(), |option| option.text.indonesian()];
    for text in languages {
        let longest: Vec<&Item<'_>> = items.iter().filter(|item| is_longest(item, text)).collect();
        let qualified: Vec<&Item<'_>> = items.iter().filter(|item| is_qualified(item, text)).collect();
        let (message, telling) = match (longest.len(), qualified.len()) {
            (n, _) if n * 100 > items.len() * LONGEST => ("find-longest", longest),
            (_, n) if n * 100 > items.len() * QUALIFIED => ("find-qualified", qualified),
            _ => continue,
        };
        let message = said(message).with("n", telling.len()).with("all", items.len());
        let spot = |item: &Item<'_>| At::entry(item.list, item.right).key("text").spot(item.index);
        let mut finding = Finding::warning("J120", spot(telling[0]), message);
        let also: Vec<Spot> = telling[1..].iter().map(|item| spot(item)).collect();
        finding = also.into_iter().fold(finding, |finding, spot| finding.label(spot, "find-and-here"));
        found.push((QUESTIONS, finding.help("find-telling-help")));
        return;
    }
}

fn item(index: usize, kind: &Kind) -> Option<Item<'_>> {
    let (list, options): (_, &[Choice]) = match kind {
        Kind::Single(it) => ("option", &it.options),
        Kind::TrueFalse(it) => ("reason", &it.reasons),
        _ => return None,
    };
    let right = options.iter().position(|option| option.right)?;
    Some(Item { index, list, right, options })
}

/// The most of something among the wrong options.
fn most(item: &Item<'_>, of: impl Fn(&Choice) -> usize) -> usize {
    item.options.iter().filter(|option| !option.right).map(of).max().unwrap_or(0)
}

/// A fifth and six characters longer than every other: what the eye sees without counting.
fn is_longest(item: &Item<'_>, text: fn(&Choice) -> &str) -> bool {
    let length = |option: &Choice| text(option).chars().count();
    let (right, wrong) = (length(&item.options[item.right]), most(item, length));
    right * 5 >= wrong * 6 && right >= wrong + 6
}

/// More commas, semicolons and brackets than every other.
fn is_qualified(item: &Item<'_>, text: fn(&Choice) -> &str) -> bool {
    let marks = |option: &Choice| text(option).chars().filter(|c| [',', ';', ':', '('].contains(c)).count();
    marks(&item.options[item.right]) > most(item, marks)
}
