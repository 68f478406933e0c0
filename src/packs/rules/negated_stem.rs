#[cfg(test)]
use super::Sample;
use super::wording::{versions, without_code};
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::source::QUESTIONS;
use crate::format::types::Kind;
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J118",
    name: "negated-stem",
    severity: Severity::Warning,
    what: "rule-j118-what",
    why: "rule-j118-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!("q", "Which header?", "Idempotency-Key"),
                single_question!(
                    "neg",
                    [
                        "A proxy repeats a call. Which methods are not safe to repeat?",
                        "Sebuah proxy mengulang panggilan. Method mana yang TIDAK aman diulang?"
                    ],
                    "POST",
                    "PUT",
                    ""
                )
            ),
        )],
        at: "t/questions.toml:15:13",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/questions.toml",
            concat!(
                short_question!("q", "Which header?", "Idempotency-Key"),
                single_question!(
                    "neg",
                    [
                        "A proxy repeats a call. Which methods are NOT safe to repeat?",
                        "Sebuah proxy mengulang panggilan. Method mana yang TIDAK aman diulang?"
                    ],
                    "POST",
                    "PUT",
                    ""
                )
            ),
        )],
        at: "",
    },
    check: Check::Topic(check),
};

/// Words that begin what is asked for.
const ASKING: [&str; 8] = ["which", "what", "who", "mana", "manakah", "apa", "apakah", "siapa"];
/// Words behind which another thought begins: its negation is not that of the question.
const CLAUSE: [&str; 14] = [
    "that", "if", "when", "while", "because", "where", "so", "without", "kalau", "jika", "saat", "ketika", "karena",
    "supaya",
];
/// Words that a negation of the whole question follows.
const BEFORE: [&str; 22] = [
    "do", "does", "did", "is", "are", "was", "were", "can", "could", "will", "would", "should", "must", "may", "has",
    "have", "had", "yang", "manakah", "apakah", "or", "atau",
];
const NEGATIONS: [&str; 5] = ["not", "never", "tidak", "bukan", "belum"];
/// Negations that need nothing before them.
const ALONE: [&str; 3] = ["cannot", "except", "kecuali"];

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let is_choice = |kind: &Kind| matches!(kind, Kind::Single(_) | Kind::Multi(_));
    for item in view.questions.iter().filter(|item| is_choice(&item.question.kind)) {
        let prompt = &item.question.common.prompt;
        for (code, text) in versions(prompt) {
            let text = without_code(text);
            let Some(word) = unmarked(&text) else { continue };
            let message = said("find-negated").with("word", word).with("lang", code);
            let help = said("find-negated-help").with("word", word.to_uppercase());
            let way = Way::item("question", item.index).key("prompt");
            let spot = Spot::Way(if prompt.shared { way } else { way.key(code) });
            found.push((QUESTIONS, Finding::warning("J118", spot, message).help(help)));
            break;
        }
    }
}

/// The negation of what the last sentence asks for, written in small letters and without emphasis.
fn unmarked(text: &str) -> Option<&str> {
    let text = text.trim().strip_suffix('?')?;
    let start = text.rfind(['.', '!', '?', ':', '"', '\n']).map_or(0, |at| at + 1);
    let words: Vec<&str> = text[start..].split_whitespace().collect();
    let plain = |word: &str| word.trim_end_matches([',', ';']).to_owned();
    let asks = words.iter().position(|word| ASKING.contains(&&*word.to_lowercase()))?;
    let mut relative = 0;
    for pair in words[asks..].windows(2) {
        let (before, word) = (plain(pair[0]).to_lowercase(), plain(pair[1]));
        if pair[0].ends_with([',', ';']) || CLAUSE.contains(&&*before) {
            return None;
        }
        relative += usize::from(before == "yang");
        let is_negation = NEGATIONS.contains(&&*word) && BEFORE.contains(&&*before) && relative < 2;
        if is_negation || ALONE.contains(&&*word) || word.ends_with("n't") {
            return Some(pair[1].trim_end_matches([',', ';']));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::unmarked;

    #[test]
    fn a_negation_of_what_is_asked_for_is_found_in_both_languages() {
        for (stem, word) in [
            ("Which of these readers do not hand out that file?", "not"),
            ("Which replacements cannot build foreign objects while they are read?", "cannot"),
            ("A pod dies. Which of these doesn't restart it?", "doesn't"),
            ("Perubahan mana yang tidak mengganggu mereka?", "tidak"),
        ] {
            assert_eq!(unmarked(stem).unwrap_or_default(), word, "{stem}");
        }
    }

    #[test]
    fn a_marked_negation_and_one_of_another_thought_are_fine() {
        for stem in [
            "Which of these readers do NOT hand out that file?",
            "Which of these do **not** restart it?",
            "Which of these are value objects, not entities?",
            "Which change helps users that cannot log in?",
            "It does not start. Which line is it?",
            "Pertanyaan mana yang membawa lebih jauh kalau log tidak ada?",
        ] {
            assert_eq!(unmarked(stem), None, "{stem}");
        }
    }
}
