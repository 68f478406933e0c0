//! The report for people: each problem as a compiler would tell it, then coverage, then one line of numbers.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Coverage, Place, Problem, Report, UnitCoverage};
use crate::format::finding::Severity;

/// How the report looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// With terminal colours.
    pub colour: bool,
    /// Information too, not only errors and warnings.
    pub info: bool,
}

impl Report {
    /// Each problem at its place.
    pub(crate) fn excerpts(&self, look: Look) -> String {
        let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        let shown = self.problems.iter().filter(|p| look.info || p.severity != Severity::Info);
        for problem in shown {
            out.push_str(&renderer.render(&self.groups(problem)));
            out.push_str("\n\n");
        }
        out
    }

    /// The report as text, ending with a line feed.
    pub fn human(&self, look: Look) -> String {
        let mut out = self.excerpts(look);
        for coverage in &self.coverage {
            table(&mut out, coverage);
        }
        let _ = writeln!(out, "{}", self.numbers());
        out
    }

    fn groups<'a>(&'a self, problem: &'a Problem) -> Vec<Group<'a>> {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let main = AnnotationKind::Primary.span(self.span(&problem.place));
        let mut snippet = self.snippet(&problem.place).annotation(main);
        let beside = problem.labels.iter().filter(|(there, _)| there.file == problem.place.file);
        for (there, text) in beside {
            snippet = snippet.annotation(AnnotationKind::Context.span(self.span(there)).label(&**text));
        }
        let mut group = level.primary_title(&*problem.message).id(problem.code).element(snippet);
        let elsewhere = problem.labels.iter().filter(|(there, _)| there.file != problem.place.file);
        for (there, text) in elsewhere {
            let label = AnnotationKind::Context.span(self.span(there)).label(&**text);
            group = group.element(self.snippet(there).annotation(label));
        }
        if let Some(help) = &problem.help {
            group = group.element(Level::HELP.message(&**help));
        }
        vec![group]
    }

    fn snippet<'a, T: Clone>(&'a self, place: &'a Place) -> Snippet<'a, T> {
        Snippet::source(self.source(&place.file)).path(&*place.file).fold(true)
    }

    /// The bytes of a place, within the text and on whole characters.
    fn span(&self, place: &Place) -> std::ops::Range<usize> {
        let source = self.source(&place.file);
        let floor = |byte: usize| {
            let mut byte = byte.min(source.len());
            while !source.is_char_boundary(byte) {
                byte -= 1;
            }
            byte
        };
        let (start, end) = (floor(place.span.0), floor(place.span.1));
        start..end.max(start)
    }

    /// "1 pack, 16 topics, 214 questions, 9 prompts, 10 personas: 2 errors, 1 warning"; statements of a ladder are told where there are any.
    fn numbers(&self) -> String {
        let many = |n: usize, one: &str| format!("{n} {one}{}", if n == 1 { "" } else { "s" });
        let ladder = match self.statements {
            0 => String::new(),
            n => format!(", {}", many(n, "ladder statement")),
        };
        format!(
            "{}, {}, {}, {}, {}{ladder}: {}, {}",
            many(self.packs, "pack"),
            many(self.topics, "topic"),
            many(self.questions, "question"),
            many(self.prompts, "prompt"),
            many(self.personas, "persona"),
            many(self.count(Severity::Error), "error"),
            many(self.count(Severity::Warning), "warning"),
        )
    }
}

fn table(out: &mut String, coverage: &Coverage) {
    let _ = writeln!(out, "Coverage of {}", coverage.pack);
    let _ = writeln!(out, "  {:<10} {:>9} {:>13} {:>13} {:>8}", "unit", "outcomes", "en", "id", "to come");
    for unit in &coverage.units {
        row(out, if unit.unit.is_empty() { "to come" } else { &unit.unit }, unit);
    }
    row(out, "all", &coverage.total());
    out.push('\n');
}

fn row(out: &mut String, name: &str, row: &UnitCoverage) {
    let share = |n: usize| match (n * 100).checked_div(row.outcomes) {
        Some(percent) => format!("{n} ({percent}%)"),
        None => n.to_string(),
    };
    let (en, id) = (share(row.en), share(row.id));
    let _ = writeln!(out, "  {name:<10} {:>9} {en:>13} {id:>13} {:>8}", row.outcomes, row.to_come);
}
