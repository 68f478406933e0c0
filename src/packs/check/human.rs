//! The report for people: each problem as a compiler would tell it, then coverage, then one line of numbers.

use std::fmt::Write as _;

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::{Coverage, Place, Problem, Report, UnitCoverage};
use crate::format::finding::Severity;
use crate::packs::told;
use crate::words::Words;

/// How the report looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Look {
    /// With terminal colours.
    pub colour: bool,
    /// Information too, not only errors and warnings.
    pub info: bool,
}

/// The sentences of a problem.
struct Told {
    message: String,
    help: Option<String>,
    labels: Vec<String>,
}

impl Told {
    fn new(problem: &Problem, words: &Words) -> Told {
        Told {
            message: told(&problem.message, words),
            help: problem.help.as_ref().map(|help| told(help, words)),
            labels: problem.labels.iter().map(|(_, label)| told(label, words)).collect(),
        }
    }
}

impl Report {
    /// Each problem at its place.
    pub(crate) fn excerpts(&self, look: Look, words: &Words) -> String {
        let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
        let mut out = String::new();
        let shown = self.problems.iter().filter(|p| look.info || p.severity != Severity::Info);
        for problem in shown {
            out.push_str(&renderer.render(&self.groups(problem, &Told::new(problem, words))));
            out.push_str("\n\n");
        }
        out
    }

    /// The report as text, ending with a line feed. What matchers of editors look for is English in every language: the words `error`,
    /// `warning`, `info`, `help`, and codes.
    pub fn human(&self, look: Look, words: &Words) -> String {
        let mut out = self.excerpts(look, words);
        for coverage in &self.coverage {
            table(&mut out, coverage, words);
        }
        let _ = writeln!(out, "{}", self.numbers(words));
        out
    }

    fn groups<'a>(&'a self, problem: &'a Problem, told: &'a Told) -> Vec<Group<'a>> {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let main = AnnotationKind::Primary.span(self.span(&problem.place));
        let mut snippet = self.snippet(&problem.place).annotation(main);
        let labels = || problem.labels.iter().map(|(there, _)| there).zip(&told.labels);
        let beside = labels().filter(|(there, _)| there.file == problem.place.file);
        for (there, text) in beside {
            snippet = snippet.annotation(AnnotationKind::Context.span(self.span(there)).label(&**text));
        }
        let mut group = level.primary_title(&*told.message).id(problem.code).element(snippet);
        let elsewhere = labels().filter(|(there, _)| there.file != problem.place.file);
        for (there, text) in elsewhere {
            let label = AnnotationKind::Context.span(self.span(there)).label(&**text);
            group = group.element(self.snippet(there).annotation(label));
        }
        if let Some(help) = &told.help {
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
    fn numbers(&self, words: &Words) -> String {
        let many = |key: &str, n: usize| words.fmt(key, &[("n", n.into())]);
        let mut looked_at = vec![
            many("check-packs", self.packs),
            many("check-topics", self.topics),
            many("check-questions", self.questions),
            many("check-prompts", self.prompts),
            many("check-personas", self.personas),
        ];
        if self.statements > 0 {
            looked_at.push(many("check-statements", self.statements));
        }
        let found =
            [many("check-errors", self.count(Severity::Error)), many("check-warnings", self.count(Severity::Warning))];
        format!("{}: {}", looked_at.join(", "), found.join(", "))
    }
}

fn table(out: &mut String, coverage: &Coverage, words: &Words) {
    let name = |key: &str| words.get(key);
    let _ = writeln!(out, "{}", words.fmt("check-coverage", &[("pack", (&coverage.pack).into())]));
    let (unit, outcomes, to_come) = (name("check-unit"), name("check-outcomes"), name("check-to-come"));
    let wide = |word: &str, least: usize| word.chars().count().max(least);
    let (w, z) = (wide(&outcomes, 9), wide(&to_come, 8));
    let _ = writeln!(out, "  {unit:<10} {outcomes:>w$} {:>13} {:>13} {to_come:>z$}", "en", "id");
    let mut row = |name: &str, row: &UnitCoverage| {
        let share = |n: usize| match (n * 100).checked_div(row.outcomes) {
            Some(percent) => format!("{n} ({percent}%)"),
            None => n.to_string(),
        };
        let (en, id) = (share(row.en), share(row.id));
        let _ = writeln!(out, "  {name:<10} {:>w$} {en:>13} {id:>13} {:>z$}", row.outcomes, row.to_come);
    };
    for unit in &coverage.units {
        row(if unit.unit.is_empty() { &to_come } else { &unit.unit }, unit);
    }
    row(&name("check-all"), &coverage.total());
    out.push('\n');
}
