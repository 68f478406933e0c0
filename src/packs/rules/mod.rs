//! What `pack check` looks for, one rule in one file.
//!
//! A file names the messages that say what its rule finds and why that is bad (`assets/words/<language>/rules.ftl`), shows a sample that breaks it and one
//! that keeps it, and holds the check. The samples are whole files: a test runs each of them in both languages and compares the place, so what
//! `jenjang help J012` shows cannot go stale. What a check finds it says as [`Said`](crate::format::finding::Said), with its sentences in `findings.ftl`.
//!
//! To add a rule: one file here with its `mod`, one line in [`ALL`], and its sentences in both languages; `JENJANG_UPDATE=1 cargo test --lib samples`
//! then packs its samples for the program.

#[cfg(test)]
#[macro_use]
mod sample_questions;
#[cfg(test)]
#[macro_use]
mod sample_day;

mod all_of_the_above;
mod answer;
mod answer_in_stem;
mod broken_syntax;
mod check_fence;
mod coming;
mod coverage;
mod cycle;
mod dangling_outcome;
mod dangling_prompt;
mod dangling_topic;
mod day_best;
mod day_flag;
mod day_item;
mod day_meter;
mod day_speaker;
mod day_time;
mod day_unreachable;
mod day_variants;
mod duplicate_id;
mod equal_text;
mod few_variants;
mod gaps;
mod groups;
mod hostile_letters;
mod left_example;
mod lessons_differ;
mod long_lesson;
mod long_stretch;
mod missing_key;
mod missing_twin;
mod model_misses;
mod near_word;
mod nearly_same;
mod negated_stem;
mod no_source;
mod no_why;
mod one_kind;
mod other_language;
mod other_model;
pub(crate) mod parts;
mod persona_lines;
mod plain_prose;
mod prompt_text;
#[cfg(test)]
mod prompt_variants;
mod proof;
mod question_meets;
mod red_flag_words;
mod rubric;
mod same_place;
mod sample_differs;
mod sample_marks;
mod sample_prompt;
mod samples;
mod scenes;
mod section;
pub(crate) mod signature;
pub(crate) mod stems;
pub(crate) mod stray_tag;
#[cfg(test)]
mod teaching;
mod telling_length;
#[cfg(test)]
mod tests;
mod to_come;
mod too_large;
mod too_wide;
mod unknown_key;
mod unknown_persona;
mod unportable_name;
mod unreachable;
pub(crate) mod unread_file;
#[cfg(test)]
mod variants;
pub(crate) mod wording;
mod wrong_type;

use crate::format::finding::{Finding, Severity};
use crate::packs::check::view::{PackView, TopicView};
use crate::words::Words;

/// A rule of `pack check`.
#[derive(Debug)]
pub struct Rule {
    /// Its number: `J012`. Numbers are never reused.
    pub code: &'static str,
    /// Its name, kebab-case.
    pub name: &'static str,
    /// How bad a finding of it is.
    pub severity: Severity,
    /// The key of the message that says what it finds.
    pub what: &'static str,
    /// The key of the message that says why that is bad.
    pub why: &'static str,
    /// What breaks it. The program has the samples packed, see [`samples`].
    #[cfg(test)]
    pub bad: Sample,
    /// What keeps it.
    #[cfg(test)]
    pub good: Sample,
    pub(crate) check: Check,
}

impl Rule {
    /// What `jenjang help J012` prints: what it finds, why that is bad, and both samples.
    pub fn explain(&self, words: &Words) -> String {
        let (what, why) = (words.get(self.what), words.get(self.why));
        let mut out = format!("{} {}: {}\n\n{what}\n{why}\n", self.severity.word(), self.code, self.name);
        let (bad, good) = (samples::files(self.code, samples::BAD), samples::files(self.code, samples::GOOD));
        let titles = [words.get("rules-not-so"), words.get("rules-better")];
        for (title, (sample, other)) in titles.iter().zip([(&bad, &good), (&good, &bad)]) {
            for (path, text) in sample {
                // Of a long file only what makes it differ from its twin is shown.
                let twin = other.iter().find(|(twin, _)| twin == path).map_or("", |(_, text)| text);
                out.push_str(&format!("\n{title} ({path})\n\n"));
                for line in excerpt(text, twin) {
                    out.push_str(format!("    {line}").trim_end());
                    out.push('\n');
                }
            }
        }
        out.push_str(&format!("\n{}\n", words.fmt("rules-told-at", &[("place", samples::place(self.code).into())])));
        out
    }
}

/// A sample of more lines than this is shown around what makes it differ from the other one.
const LONG: usize = 40;
/// How many lines are shown around that.
const AROUND: usize = 8;

/// The lines of a sample that help to see how it differs from `other`: all of them when they are few.
fn excerpt<'t>(text: &'t str, other: &str) -> Vec<&'t str> {
    let lines: Vec<&str> = text.lines().collect();
    if lines.len() <= LONG {
        return lines;
    }
    let others: Vec<&str> = other.lines().collect();
    let same = |(a, b): &(&&str, &&str)| a == b;
    let head = lines.iter().zip(&others).take_while(same).count();
    let tail = lines.iter().rev().zip(others.iter().rev()).take_while(same).count();
    let from = head.saturating_sub(AROUND);
    let to = (lines.len() - tail).max(head).min(lines.len());
    let to = (to + AROUND).min(lines.len());
    let mut shown = Vec::new();
    shown.extend((from > 0).then_some("..."));
    shown.extend(lines[from..to].iter().copied());
    shown.extend((to < lines.len()).then_some("..."));
    shown
}

/// Files that break or keep a rule. They stand in a small pack that keeps all rules otherwise.
#[cfg(test)]
#[derive(Debug)]
pub struct Sample {
    /// Path within the pack, and text. The first one shows the point.
    pub files: &'static [(&'static str, &'static str)],
    /// Where the finding is, `path:line:column`; empty for what keeps the rule.
    pub at: &'static str,
}

/// Findings in the files of a topic, by the file's name.
pub(crate) type TopicFindings = Vec<(&'static str, Finding)>;
/// Findings in the files of a pack, by the file's path.
pub(crate) type PackFindings = Vec<(Box<str>, Finding)>;

/// How a rule is looked at.
pub(crate) enum Check {
    /// The files are not read otherwise: the room `format` finds it.
    Reading,
    /// Topic by topic.
    Topic(fn(&TopicView<'_>, &mut TopicFindings)),
    /// The pack as a whole.
    Pack(fn(&PackView<'_>, &mut PackFindings)),
    /// Both.
    Both(fn(&TopicView<'_>, &mut TopicFindings), fn(&PackView<'_>, &mut PackFindings)),
}

impl std::fmt::Debug for Check {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Check::Reading => "Reading",
            Check::Topic(_) => "Topic",
            Check::Pack(_) => "Pack",
            Check::Both(..) => "Both",
        })
    }
}

/// A prompt that keeps all rules: for samples, and for drafts of packs.
pub(crate) const EXAMPLE_PROMPT: &str = sample_prompt::PROMPT;

/// All rules in the order of their numbers.
pub const ALL: &[&Rule] = &[
    &broken_syntax::RULE,
    &unknown_key::RULE,
    &wrong_type::RULE,
    &missing_key::RULE,
    &duplicate_id::RULE,
    &dangling_topic::RULE,
    &cycle::RULE,
    &unreachable::RULE,
    &too_large::RULE,
    &hostile_letters::RULE,
    &section::RULE,
    &answer::RULE,
    &check_fence::RULE,
    &lessons_differ::RULE,
    &gaps::RULE,
    &groups::RULE,
    &scenes::RULE,
    &near_word::RULE,
    &coming::RULE,
    &dangling_outcome::RULE,
    &rubric::RULE,
    &sample_marks::RULE,
    &unknown_persona::RULE,
    &persona_lines::RULE,
    &dangling_prompt::RULE,
    &unportable_name::RULE,
    &day_speaker::RULE,
    &day_flag::RULE,
    &day_unreachable::RULE,
    &day_best::RULE,
    &day_variants::RULE,
    &day_item::RULE,
    &day_meter::RULE,
    &day_time::RULE,
    &unread_file::RULE,
    &signature::RULE,
    &left_example::RULE,
    &no_why::RULE,
    &no_source::RULE,
    &negated_stem::RULE,
    &all_of_the_above::RULE,
    &telling_length::RULE,
    &same_place::RULE,
    &answer_in_stem::RULE,
    &nearly_same::RULE,
    &one_kind::RULE,
    &stray_tag::RULE,
    &too_wide::RULE,
    &few_variants::RULE,
    &prompt_text::RULE,
    &missing_twin::RULE,
    &equal_text::RULE,
    &other_language::RULE,
    &plain_prose::RULE,
    &long_stretch::RULE,
    &long_lesson::RULE,
    &coverage::RULE,
    &to_come::RULE,
    &model_misses::RULE,
    &question_meets::RULE,
    &other_model::RULE,
    &sample_differs::RULE,
    &red_flag_words::RULE,
];

/// The rule of a code, in any case: `J012`, `j012`.
pub fn rule(code: &str) -> Option<&'static Rule> {
    ALL.iter().find(|rule| rule.code.eq_ignore_ascii_case(code)).copied()
}

/// Everything that the topic rules find.
pub(crate) fn topic(view: &TopicView<'_>) -> TopicFindings {
    let mut found = Vec::new();
    for rule in ALL {
        if let Check::Topic(check) | Check::Both(check, _) = rule.check {
            check(view, &mut found);
        }
    }
    found
}

/// Everything that the pack rules find.
pub(crate) fn pack(view: &PackView<'_>) -> PackFindings {
    let mut found = Vec::new();
    for rule in ALL {
        if let Check::Pack(check) | Check::Both(_, check) = rule.check {
            check(view, &mut found);
        }
    }
    found
}
