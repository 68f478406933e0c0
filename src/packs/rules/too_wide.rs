use unicode_width::UnicodeWidthStr;

#[cfg(test)]
use super::Sample;
use super::{Check, PackFindings, Rule, TopicFindings};
use crate::format::finding::{Finding, Severity, Spot, Way, said};
use crate::format::lesson::Fence;
use crate::format::limits::CODE_COLUMNS;
use crate::format::source::QUESTIONS;
use crate::format::types::{Kind, day};
use crate::packs::check::view::{PackView, TopicView};

pub(super) const RULE: Rule = Rule {
    code: "J131",
    name: "too-wide",
    severity: Severity::Warning,
    what: "rule-j131-what",
    why: "rule-j131-why",
    #[cfg(test)]
    bad: Sample {
        files: &[
            (
                "t/lesson.en.md",
                "Intro.\n\n## Section {#s}\n\n```diagram\nclient ──── request ────▶ server\n```\n\n```check\nq\n```\n",
            ),
            (
                "t/lesson.id.md",
                "Pembuka.\n\n## Bagian {#s}\n\n```diagram\nSatu request dari client.\n```\n\n```check\nq\n```\n",
            ),
        ],
        at: "t/lesson.en.md:6:1",
    },
    #[cfg(test)]
    good: Sample {
        files: &[
            (
                "t/lesson.en.md",
                "Intro.\n\n## Section {#s}\n\n```diagram\nThe client sends one request to the server.\n\nclient ──── request ────▶ server\n```\n\n```check\nq\n```\n",
            ),
            (
                "t/lesson.id.md",
                "Pembuka.\n\n## Bagian {#s}\n\n```diagram\nClient mengirim satu request ke server.\n\nclient ──── request ────▶ server\n```\n\n```check\nq\n```\n",
            ),
        ],
        at: "",
    },
    check: Check::Both(check, days),
};

fn days(view: &PackView<'_>, found: &mut PackFindings) {
    for (file, day) in view.days {
        for (number, slot) in day.slots.iter().enumerate() {
            let of_variant = |(at, variant): (usize, &'_ day::Variant)| Some((Some(at), variant.artefact.clone()?));
            let own = std::iter::once((None, slot.artefact.clone()));
            for (variant, artefact) in own.chain(slot.variants.iter().enumerate().filter_map(of_variant)) {
                let way = Way::item("slot", number);
                let way = variant.map_or(way.clone(), |at| way.key("variant").at(at));
                let line = artefact.text.lines().find(|line| is_wide(line));
                let spot = Spot::Way(way.key("artefact").key("text"));
                found.extend(line.map(|line| (file.clone(), wide(spot, line))));
            }
        }
    }
}

fn check(view: &TopicView<'_>, found: &mut TopicFindings) {
    for (file, bones) in &view.lessons {
        for fence in bones.fences.iter().filter(|fence| fence.language() != "check") {
            let is_diagram = fence.language() == "diagram";
            // The words above a diagram are wrapped like prose.
            let art = fence.lines.iter().skip(usize::from(is_diagram));
            for (at, line) in art.filter(|(_, line)| is_wide(line)) {
                found.push((file, wide(Spot::Span(*at..at + line.len()), line)));
            }
            if is_diagram {
                found.extend(words(fence).map(|finding| (*file, finding)));
            }
        }
    }
    for item in view.questions {
        let Kind::Line(it) = &item.question.kind else {
            continue;
        };
        if let Some(line) = it.code.lines().find(|line| is_wide(line)) {
            let spot = Spot::Way(Way::item("question", item.index).key("code"));
            found.push((QUESTIONS, wide(spot, line)));
        }
    }
}

/// A tab counts as four columns.
fn columns(line: &str) -> usize {
    line.width() + 4 * line.matches('\t').count()
}

fn is_wide(line: &str) -> bool {
    line.len() > CODE_COLUMNS / 4 && columns(line) > CODE_COLUMNS
}

fn wide(spot: Spot, line: &str) -> Finding {
    let message = said("find-wide").with("n", columns(line));
    Finding::warning("J131", spot, message).help(said("find-wide-help").with("most", CODE_COLUMNS))
}

/// A diagram begins with a sentence and an empty line.
fn words(fence: &Fence<'_>) -> Option<Finding> {
    let first = fence.lines.first().map(|(_, line)| *line).unwrap_or_default();
    let letters = first.chars().filter(|c| c.is_alphabetic()).count();
    let art = first.chars().any(|c| matches!(c, '\u{2190}'..='\u{21ff}' | '\u{2500}'..='\u{25ff}'));
    let says = letters >= 8 && !art;
    let apart = fence.lines.get(1).is_none_or(|(_, line)| line.trim().is_empty());
    if says && apart {
        return None;
    }
    let spot = fence.lines.first().map_or(fence.span.clone(), |(at, line)| *at..at + line.len());
    let message = if says { "find-diagram-apart" } else { "find-diagram-words" };
    Some(Finding::warning("J131", Spot::Span(spot), message).help("find-diagram-help"))
}
