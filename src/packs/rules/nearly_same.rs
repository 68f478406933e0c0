use std::collections::HashMap;

#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::QUESTIONS;
use crate::packs::check::view::{Outline, PackView, Shape};

/// Stems of fewer different words are alike by chance: "What does this print?".
const WORDS: usize = 6;
/// Percent of the words of both together that they share: two that share so many are the same question.
const ALIKE: usize = 70;
/// So many are told: a pack that was filled from a template would have thousands.
const TOLD: usize = 20;
/// With how many others that share a rare word a stem is compared. It keeps the time for a pack of any size in proportion to its size.
const COMPARED: usize = 64;

pub(super) const RULE: Rule = Rule {
    code: "J123",
    name: "nearly-same",
    severity: Severity::Warning,
    what: "rule-j123-what",
    why: "rule-j123-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!(
                    "q",
                    [
                        "A client sends the same PUT twice. How many orders exist?",
                        "Sebuah client mengirim PUT yang sama dua kali. Ada berapa order?"
                    ],
                    "one"
                ),
                short_question!(
                    "again",
                    [
                        "A client sends the same DELETE twice. How many orders exist?",
                        "Sebuah client mengirim DELETE yang sama dua kali. Ada berapa order?"
                    ],
                    "none"
                )
            ),
        )],
        at: "t/questions.toml:11:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!(
                    "q",
                    [
                        "A client sends the same PUT twice. How many orders exist?",
                        "Sebuah client mengirim PUT yang sama dua kali. Ada berapa order?"
                    ],
                    "one"
                ),
                short_question!(
                    "again",
                    [
                        "The second DELETE of a path answers 404. Which promise still holds?",
                        "DELETE kedua ke sebuah path dijawab 404. Janji mana yang tetap berlaku?"
                    ],
                    "idempotency"
                )
            ),
        )],
        at: "",
    },
    check: Check::Pack(check),
};

fn check(view: &PackView<'_>, found: &mut PackFindings) {
    let all: Vec<(&Outline, &Shape)> =
        view.topics.iter().flat_map(|topic| topic.shapes.iter().map(move |shape| (topic, shape))).collect();
    let mut often: HashMap<u32, usize> = HashMap::new();
    for word in all.iter().flat_map(|(_, shape)| &*shape.words) {
        *often.entry(*word).or_default() += 1;
    }
    let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, (topic, shape)) in all.iter().enumerate().filter(|(_, (_, shape))| shape.words.len() >= WORDS) {
        let mut rare = shape.words.to_vec();
        rare.sort_by_cached_key(|word| (often[word], *word));
        // Two sets that share 70% share at least one of so many of their rarest words (prefix filtering, Chaudhuri et al. 2006).
        rare.truncate(rare.len() - (rare.len() * ALIKE).div_ceil(100) + 1);
        // Nor can two share so much when one is a good deal longer.
        let sizes = (shape.words.len() * ALIKE).div_ceil(100)..=shape.words.len() * 100 / ALIKE;
        let known = rare.iter().filter_map(|word| holders.get(word)).flatten();
        let is_alike = |first: &usize| {
            let words = &all[*first].1.words;
            sizes.contains(&words.len()) && alike(words, &shape.words)
        };
        if let Some(first) = known.copied().find(is_alike) {
            let (there, earlier) = all[first];
            let spot = |shape: &Shape| Spot::Way(Way::item("question", shape.index));
            let message = said("find-nearly-same").with("id", &earlier.id).with("topic", &there.topic.id);
            let finding = Finding::warning("J123", spot(shape), message);
            let finding = match there.folder == topic.folder {
                true => finding.label(spot(earlier), "find-this-one"),
                false => finding.label_in(&there.file(QUESTIONS), spot(earlier), "find-this-one"),
            };
            found.push((topic.file(QUESTIONS), finding.help("find-nearly-same-help")));
            if found.iter().filter(|(_, finding)| finding.code == "J123").count() >= TOLD {
                return;
            }
        }
        for word in rare {
            let holders = holders.entry(word).or_default();
            if holders.len() < COMPARED {
                holders.push(at);
            }
        }
    }
}

/// Whether two sorted sets share at least [`ALIKE`] percent of what is in either.
fn alike(one: &[u32], two: &[u32]) -> bool {
    let (mut at, mut both) = (0, 0);
    for word in one {
        while two.get(at).is_some_and(|other| other < word) {
            at += 1;
        }
        both += usize::from(two.get(at) == Some(word));
    }
    both * 100 >= (one.len() + two.len() - both) * ALIKE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::packs::rules::wording::word_set;

    #[test]
    fn sets_are_alike_when_they_share_seven_words_of_ten() {
        let set = |text: &str| word_set([text]);
        assert!(alike(&set("a b c d e f g h"), &set("a b c d e f g x")));
        assert!(!alike(&set("a b c d e f g h"), &set("a b c d e x y z")));
    }
}
