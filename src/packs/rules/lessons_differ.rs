#[cfg(test)]
use super::Sample;
use super::{Check, Rule, TopicFindings};
use crate::format::finding::{Finding, Said, Severity, Spot, said};
use crate::format::lesson::Fence;
use crate::format::source::{LESSON_EN, LESSON_ID};
use crate::packs::check::view::TopicView;

pub(super) const RULE: Rule = Rule {
    code: "J014",
    name: "lessons-differ",
    severity: Severity::Error,
    what: "rule-j014-what",
    why: "rule-j014-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            ("t/lesson.id.md", "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n\n```sql\nSELECT 2;\n```\n\n```check\nq\n```\n"),
            ("t/lesson.en.md", "Intro.\n\n## Section {#s}\n\nText.\n\n```sql\nSELECT 1;\n```\n\n```check\nq\n```\n"),
        ],
        at: "t/lesson.id.md:8:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "t/lesson.id.md",
                "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n\n```sql\nSELECT 1; -- satu\n```\n\n```check\nq\n```\n",
            ),
            (
                "t/lesson.en.md",
                "Intro.\n\n## Section {#s}\n\nText.\n\n```sql\nSELECT 1; -- one\n```\n\n```check\nq\n```\n",
            ),
        ],
        at: "",
    },
    check: Check::Topic(check),
};

/// The English lesson is the one that the Indonesian is held against: the finding stands in the latter.
fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    let lesson = |name: &str| view.lessons.iter().find(|(file, _)| *file == name).map(|(_, bones)| bones);
    let (Some(en), Some(id)) = (lesson(LESSON_EN), lesson(LESSON_ID)) else {
        return;
    };
    for (index, fence) in id.fences.iter().enumerate() {
        let Some(twin) = en.fences.get(index) else {
            return found.push((LESSON_ID, extra(fence, LESSON_EN)));
        };
        if (fence.info, fence.section) != (twin.info, twin.section) {
            return found.push((LESSON_ID, moved(fence, twin)));
        }
        // A check that names no question is told of by J013 alone.
        let known = |fence: &Fence<'_>| {
            let id = fence.first_line().map(|(_, line)| line.trim());
            view.questions.iter().any(|item| Some(&*item.question.common.id) == id)
        };
        if fence.language() != "check" || (known(fence) && known(twin)) {
            found.extend(differ(fence, twin).map(|finding| (LESSON_ID, finding)));
        }
    }
    if let Some(fence) = en.fences.get(id.fences.len()) {
        found.push((LESSON_EN, extra(fence, LESSON_ID)));
    }
}

fn name(fence: &Fence<'_>) -> Said {
    match fence.language() {
        "" => said("find-a-bare-block"),
        language => said("find-a-block").with("language", language),
    }
}

fn extra(fence: &Fence<'_>, other: &str) -> Finding {
    let message = said("find-block-extra").with("block", name(fence)).with("file", other);
    Finding::error("J014", Spot::Span(fence.span.clone()), message).help("find-blocks-help")
}

fn moved(fence: &Fence<'_>, twin: &Fence<'_>) -> Finding {
    // Of one language, they differ in what follows it: `sh run`.
    let whole = |fence: &Fence<'_>| said("find-a-block").with("language", fence.info);
    let (block, other) = match fence.language() == twin.language() && fence.info != twin.info {
        true => (whole(fence), whole(twin)),
        false => (name(fence), name(twin)),
    };
    let message = match fence.info == twin.info {
        true => said("find-block-section"),
        false => said("find-block-other").with("twin", other),
    };
    let message = message.with("block", block).with("file", LESSON_EN);
    Finding::error("J014", Spot::Span(fence.span.clone()), message)
        .label_in(LESSON_EN, Spot::Span(twin.span.clone()), "find-this-one")
        .help("find-blocks-help")
}

/// The first line in which two blocks differ. Diagrams are prose and art: their shape is compared, which is their number of lines.
fn differ(fence: &Fence<'_>, twin: &Fence<'_>) -> Option<Finding> {
    let is_diagram = fence.language() == "diagram";
    let same = |a: &str, b: &str| is_diagram || code(a) == code(b);
    let first = fence.lines.iter().zip(&twin.lines).find(|((_, a), (_, b))| !same(a, b));
    let (spot, there) = match first {
        Some(((at, line), (begin, other))) => (*at..at + line.len(), *begin..begin + other.len()),
        None if fence.lines.len() == twin.lines.len() => return None,
        None => (fence.span.clone(), twin.span.clone()),
    };
    let message = said("find-block-differs").with("block", name(fence)).with("file", LESSON_EN);
    let finding = Finding::error("J014", Spot::Span(spot), message);
    Some(finding.label_in(LESSON_EN, Spot::Span(there), "find-there").help("find-block-differs-help"))
}

/// A line of code without its comment and the space before it.
fn code(line: &str) -> &str {
    let comment = ["//", "# ", "-- ", "/*", "<!--", ";; "].into_iter().filter_map(|mark| line.find(mark)).min();
    line[..comment.unwrap_or(line.len())].trim_end()
}
