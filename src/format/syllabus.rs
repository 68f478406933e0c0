//! `syllabus.tsv`: the outcomes that a pack promises to cover.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use super::finding::{Finding, Said, Spot, said};
use super::letters;

/// A line of the syllabus.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Its name for ever.
    pub id: Box<str>,
    /// The topic that is its home, by its name within the pack.
    pub topic: Box<str>,
    /// A title, a name, a link: covered by a section alone, without questions.
    pub context: bool,
    /// Its line in the file, as bytes.
    pub span: std::ops::Range<usize>,
}

/// Reads lines of `id<TAB>topic[<TAB>context]`; empty lines and lines that begin with `#` say nothing.
pub fn read(source: &str) -> (Vec<Outcome>, Vec<Finding>) {
    let mut outcomes: Vec<Outcome> = Vec::new();
    let mut findings = Vec::new();
    let mut seen = HashMap::new();
    let mut at = 0;
    for whole in source.split_inclusive('\n') {
        let span = at..at + whole.trim_end().len().max(whole.trim_end_matches('\n').len().min(1));
        at += whole.len();
        let line = whole.trim_end_matches(['\n', '\r']);
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        match outcome(line, span.clone()) {
            Ok(outcome) => match seen.entry(outcome.id.clone()) {
                Slot::Vacant(slot) => {
                    slot.insert(span);
                    outcomes.push(outcome);
                }
                Slot::Occupied(first) => findings.push(
                    Finding::error("J005", Spot::Span(span), said("find-outcome-twice").with("id", &outcome.id))
                        .help("find-outcome-twice-help")
                        .label(Spot::Span(first.get().clone()), "find-first-here"),
                ),
            },
            Err(message) => {
                findings.push(Finding::error("J001", Spot::Span(span), message).help("find-syllabus-help"));
            }
        }
    }
    (outcomes, findings)
}

fn outcome(line: &str, span: std::ops::Range<usize>) -> Result<Outcome, Said> {
    let mut parts = line.split('\t');
    let id = parts.next().unwrap_or_default();
    let topic = parts.next().unwrap_or_default();
    let mark = parts.next();
    if !letters::is_outcome(id) {
        return Err(said("find-no-outcome-id").with("id", id));
    }
    if !letters::is_id(topic) {
        return Err(said("find-no-topic-id").with("id", topic));
    }
    if mark.is_some_and(|m| m != "context") || parts.next().is_some() {
        return Err(said("find-third-column"));
    }
    Ok(Outcome { id: id.into(), topic: topic.into(), context: mark.is_some(), span })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_outcomes_and_comments_are_not() {
        let (outcomes, findings) = read("# id\ttopic\ns0.a.b\thttp\ns0.title\thttp\tcontext\n\n");
        assert!(findings.is_empty());
        assert_eq!(outcomes.len(), 2);
        assert_eq!((&*outcomes[0].topic, outcomes[0].context), ("http", false));
        assert!(outcomes[1].context);
    }

    #[test]
    fn every_further_line_for_an_outcome_names_the_first() {
        let (outcomes, findings) = read("s0.a\thttp\ns0.a\trest\ns0.a\tgrpc\n");
        assert_eq!((outcomes.len(), findings.len()), (1, 2));
        for finding in findings {
            assert_eq!((finding.code, &finding.labels[0].spot), ("J005", &Spot::Span(0..9)));
        }
    }

    #[test]
    fn a_line_without_a_topic_is_a_finding() {
        for line in ["s0.a", "s0.a\t", "s0.a\thttp\tmaybe", "S0\thttp", "s0.a\thttp\tcontext\tmore"] {
            let (outcomes, findings) = read(line);
            assert!(outcomes.is_empty(), "{line:?}");
            assert_eq!(findings.len(), 1, "{line:?}");
        }
    }
}
