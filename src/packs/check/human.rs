//! The report for people: each problem as a compiler would tell it, then coverage, then one line of numbers.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use super::{Coverage, Place, Problem, Report, UnitCoverage};
use crate::format::finding::{Lines, Severity, floor};
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

/// A label more lines away than this has an excerpt of its own. An excerpt is as much work as it spans lines, seen or not: without an end to it,
/// a file of ten thousand second places of one first would be looked through ten thousand times.
const FAR: usize = 100;

/// Bytes that all excerpts of a report hold together; what comes after them is told with its place alone. A stranger's line of sixteen thousand bytes may
/// have a problem at every third, and each excerpt would hold all of it.
const EXCERPTS: usize = 32 << 20;

/// Bytes of files whose lines are known at once: as many files of line feeds as a pack may have would take eight times their size.
const KNOWN: usize = 8 << 20;

/// Draws problems, and knows where the lines of their files begin.
struct Excerpts<'a> {
    report: &'a Report,
    lines: HashMap<&'a str, Lines<'a>>,
    /// Bytes of the files in `lines`.
    known: usize,
    /// Bytes of excerpts that are left.
    left: usize,
}

impl<'a> Excerpts<'a> {
    fn lines(&mut self, file: &'a str) -> &Lines<'a> {
        let source = self.report.source(file);
        if !self.lines.contains_key(file) {
            if self.known + source.len() > KNOWN {
                self.lines.clear();
                self.known = 0;
            }
            self.known += source.len();
        }
        self.lines.entry(file).or_insert_with(|| Lines::of(source))
    }

    fn group<'t>(&mut self, problem: &'a Problem, told: &'t Told) -> Group<'t>
    where
        'a: 't,
    {
        let level = match problem.severity {
            Severity::Error => Level::ERROR,
            Severity::Warning => Level::WARNING,
            Severity::Info => Level::INFO,
        };
        let lines = self.lines(&problem.place.file);
        let main = span(lines, &problem.place);
        let labels = problem.labels.iter().map(|(there, _)| there).zip(&told.labels);
        let is_near = |(there, _): &(&Place, &String)| {
            there.file == problem.place.file && lines.line(there.span.0).abs_diff(lines.line(main.start)) <= FAR
        };
        let (near, elsewhere): (Vec<_>, Vec<_>) = labels.partition(is_near);
        let mut marks = vec![(AnnotationKind::Primary, main, None)];
        marks
            .extend(near.into_iter().map(|(there, text)| (AnnotationKind::Context, span(lines, there), Some(&**text))));
        let title = level.primary_title(&*told.message).id(problem.code);
        let mut group = self.excerpt(Group::with_title(title), &problem.place.file, marks);
        for (there, text) in elsewhere {
            let mark = (AnnotationKind::Context, span(self.lines(&there.file), there), Some(&**text));
            group = self.excerpt(group, &there.file, vec![mark]);
        }
        match &told.help {
            Some(help) => group.element(Level::HELP.message(&**help)),
            None => group,
        }
    }

    /// Adds the marks of a file with their lines, as long as there is room for them; then each with its place.
    fn excerpt<'t>(&mut self, mut group: Group<'t>, file: &'a str, marks: Vec<Mark<'t>>) -> Group<'t>
    where
        'a: 't,
    {
        let left = self.left;
        let lines = self.lines(file);
        let start = marks.iter().map(|(_, span, _)| span.start).min().unwrap_or(0);
        let end = marks.iter().map(|(_, span, _)| span.end).max().unwrap_or(0);
        let (first, text) = lines.around(&(start..end));
        if text.len() <= left {
            let before = lines.start(first);
            self.left -= text.len();
            return group.element(snippet(file, (first, before, text), marks));
        }
        for (_, span, label) in marks {
            if let Some(label) = label {
                group = group.element(Level::NOTE.message(label));
            }
            let (line, column) = lines.at(span.start);
            group = group.element(Origin::path(file).line(line).char_column(column));
        }
        group
    }
}

/// What is marked, and what is said there.
type Mark<'a> = (AnnotationKind, Range<usize>, Option<&'a str>);

/// The marks of a file and no more of its lines than lie between them, told with the number of the first one and the bytes before it: what is drawn is
/// the same as if all of the file were given.
fn snippet<'a>(
    file: &'a str,
    (first, before, text): (usize, usize, &'a str),
    marks: Vec<Mark<'a>>,
) -> Snippet<'a, Annotation<'a>> {
    let annotation = |(kind, span, label): Mark<'a>| kind.span(span.start - before..span.end - before).label(label);
    Snippet::source(text).line_start(first).path(file).fold(true).annotations(marks.into_iter().map(annotation))
}

/// The bytes of a place, within the text and on whole characters.
fn span(lines: &Lines<'_>, place: &Place) -> Range<usize> {
    let (start, end) = (floor(lines.source(), place.span.0), floor(lines.source(), place.span.1));
    start..end.max(start)
}

impl Report {
    /// Each problem at its place.
    pub(crate) fn excerpts(&self, look: Look, words: &Words) -> String {
        self.excerpts_within(EXCERPTS, look, words)
    }

    fn excerpts_within(&self, left: usize, look: Look, words: &Words) -> String {
        let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
        let mut excerpts = Excerpts { report: self, lines: HashMap::new(), known: 0, left };
        let mut out = String::new();
        let shown = self.problems.iter().filter(|p| look.info || p.severity != Severity::Info);
        for problem in shown {
            let told = Told::new(problem, words);
            out.push_str(&renderer.render(&[excerpts.group(problem, &told)]));
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
    let (no_unit, langs) = (name("check-unitless"), coverage.langs);
    let wide = |word: &str, least: usize| word.chars().count().max(least);
    let (w, z) = (wide(&outcomes, 9), wide(&to_come, 8));
    let heads: String = langs.codes().map(|code| format!(" {code:>13}")).collect();
    let _ = writeln!(out, "  {unit:<10} {outcomes:>w$}{heads} {to_come:>z$}");
    let mut row = |name: &str, row: &UnitCoverage| {
        let share = |n: usize| match (n * 100).checked_div(row.outcomes) {
            Some(percent) => format!("{n} ({percent}%)"),
            None => n.to_string(),
        };
        let promised = [(langs.en, row.en), (langs.id, row.id)].into_iter().filter(|(promised, _)| *promised);
        let shares: String = promised.map(|(_, covered)| format!(" {:>13}", share(covered))).collect();
        let _ = writeln!(out, "  {name:<10} {:>w$}{shares} {:>z$}", row.outcomes, row.to_come);
    };
    for unit in &coverage.units {
        let name = match &*unit.unit {
            "" if unit.outcomes == unit.to_come => &to_come,
            "" => &no_unit,
            id => id,
        };
        row(name, unit);
    }
    row(&name("check-all"), &coverage.total());
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::finding::{Said, said};
    use proptest::prelude::*;

    fn place(file: &str, lines: &Lines<'_>, range: Range<usize>) -> Place {
        let (line, column) = lines.at(range.start);
        Place { file: file.into(), line, column, end: lines.at(range.end), span: (range.start, range.end) }
    }

    fn report(text: &str, problems: &[(Range<usize>, Vec<Range<usize>>)]) -> Report {
        let lines = Lines::of(text);
        let label = |range: &Range<usize>| (place("f.toml", &lines, range.clone()), said("find-first-here"));
        let problem = |(main, labels): &(Range<usize>, Vec<Range<usize>>)| Problem {
            code: "J005",
            severity: Severity::Error,
            place: place("f.toml", &lines, main.clone()),
            message: Said::from("find-syntax-help"),
            help: None,
            labels: labels.iter().map(label).collect(),
            edit: None,
        };
        let problems = problems.iter().map(problem).collect();
        Report { problems, sources: [("f.toml".into(), text.into())].into(), ..Report::default() }
    }

    /// What is drawn when each excerpt is given the whole file.
    fn drawn_from_all(report: &Report, words: &Words) -> String {
        let problem = &report.problems[0];
        let told = Told::new(problem, words);
        let lines = Lines::of(report.source("f.toml"));
        let mut snippet = Snippet::source(lines.source()).path("f.toml").fold(true);
        snippet = snippet.annotation(AnnotationKind::Primary.span(span(&lines, &problem.place)));
        for ((there, _), text) in problem.labels.iter().zip(&told.labels) {
            snippet = snippet.annotation(AnnotationKind::Context.span(span(&lines, there)).label(text));
        }
        let group = Level::ERROR.primary_title(&*told.message).id(problem.code).element(snippet);
        format!("{}\n\n", Renderer::plain().render(&[group]))
    }

    proptest! {
        #[test]
        fn an_excerpt_of_the_lines_around_looks_like_one_of_the_whole_file(
            text in "[ab é→\\t]{0,6}(\n[ab é→\\t]{0,6}){0,14}\n?",
            places in proptest::collection::vec((0usize..70, 0usize..30), 1..4),
        ) {
            let mut ranges = places.into_iter().map(|(at, length)| at..at + length);
            let main = ranges.next().unwrap_or(0..0);
            let report = report(&text, &[(main, ranges.collect())]);
            let words = Words::of("en");
            prop_assert_eq!(report.excerpts(Look::default(), &words), drawn_from_all(&report, &words));
        }
    }

    #[test]
    fn what_no_excerpt_has_room_for_is_told_with_its_place() {
        let text = format!("{}\nid = 2\n", "k = 1 ".repeat(100));
        let first = || vec![Range { start: 0, end: 1 }];
        let problems = [(6..7, first()), (12..13, first()), (601..603, vec![])];
        let drawn = report(&text, &problems).excerpts_within(610, Look::default(), &Words::of("en"));
        assert_eq!(drawn.matches("error[J005]").count(), 3);
        assert_eq!(drawn.matches("1 | k = 1").count(), 1, "the long line is drawn once: {drawn}");
        let label = told(&said("find-first-here"), &Words::of("en"));
        assert_eq!(drawn.matches(&label).count(), 2, "{drawn}");
        for place in ["f.toml:1:7", "f.toml:1:13", "f.toml:1:1\n", "f.toml:2:1"] {
            assert!(drawn.contains(place), "{place}: {drawn}");
        }
        assert!(drawn.contains("id = 2"), "what is short still has room: {drawn}");
    }

    #[test]
    fn twenty_thousand_second_places_of_one_first_are_drawn_each() {
        const PLACES: usize = 20_000;
        let text = "id = 1\n".repeat(PLACES);
        let problems: Vec<_> =
            (1..PLACES).map(|line| (line * 7..line * 7 + 2, vec![Range { start: 0, end: 2 }])).collect();
        let drawn = report(&text, &problems).excerpts(Look::default(), &Words::of("en"));
        assert_eq!(drawn.matches("error[J005]").count(), PLACES - 1);
        // A near first place stands in the same excerpt, a far one in its own.
        assert_eq!(drawn.matches("\n...\n").count(), FAR - 2);
        assert_eq!(drawn.matches("::: f.toml:1:1\n").count(), PLACES - 1 - FAR);
        assert!(drawn.contains(&format!("--> f.toml:{PLACES}:1\n")));
    }
}
