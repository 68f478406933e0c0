#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, said};
use crate::packs::check::view::TopicView;

/// Words that may be read without a check.
const WORDS: usize = 150;
/// A third more is no sentence too many, it is a check too few.
const FAR: usize = 200;

pub(super) const RULE: Rule = Rule {
    code: "J160",
    name: "long-stretch",
    severity: Severity::Warning,
    what: "rule-j160-what",
    why: "rule-j160-why",
    #[cfg(test)]
    bad: Sample {
        files: &[(
            "t/lesson.en.md",
            concat!(
                "Intro.\n\n## Section {#s}\n\n",
                "Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about. Words that nobody asks about.",
                "\n\n```check\nq\n```\n"
            ),
        )],
        at: "t/lesson.en.md:1:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[(
            "t/lesson.en.md",
            "Intro.\n\n## Section {#s}\n\nWords that nobody asks about.\n\n```check\nq\n```\n",
        )],
        at: "",
    },
    check: Check::Topic(check),
};

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for (file, bones) in &view.lessons {
        for stretch in bones.stretches.iter().filter(|stretch| stretch.words > WORDS) {
            let message = said("find-stretch").with("n", stretch.words);
            let spot = Spot::Span(stretch.span.clone());
            let finding = match stretch.words > FAR {
                true => Finding::warning("J160", spot, message),
                false => Finding::info("J160", spot, message),
            };
            found.push((file, finding.help(said("find-stretch-help").with("most", WORDS))));
        }
    }
}
