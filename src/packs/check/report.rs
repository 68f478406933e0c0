//! What a check found, with every place as file, line and column.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use super::coverage::Coverage;
use super::tree::Tree;
use crate::domain::sorting::Arrange;
use crate::format::finding::{Edit, Finding, Label, Lines, Said, Severity, Spot, Way};
use crate::format::letters::{first_hostile, is_hostile};
use crate::format::read::locate;
use crate::packs::rules::PackFindings;

/// Everything that a check found.
#[derive(Debug, Default)]
pub struct Report {
    /// In order of files, places and codes.
    pub problems: Vec<Problem>,
    /// One for each pack that has a syllabus.
    pub coverage: Vec<Coverage>,
    /// Packs that were looked at.
    pub packs: usize,
    /// Topics that were looked at.
    pub topics: usize,
    /// Questions that were looked at.
    pub questions: usize,
    /// Interview prompts that were looked at.
    pub prompts: usize,
    /// Statements of career ladders.
    pub statements: usize,
    /// Interviewers that could be read.
    pub personas: usize,
    /// Whether a warning counts like an error.
    pub deny_warnings: bool,
    pub(super) sources: BTreeMap<Box<str>, Box<str>>,
}

/// A finding and where it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Its number: `J012`.
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// Where.
    pub place: Place,
    /// What is wrong; [`told`](crate::packs::told()) makes the sentence.
    pub message: Said,
    /// What to write instead.
    pub help: Option<Said>,
    /// Further places, each with what is to be seen there.
    pub labels: Vec<(Place, Said)>,
    /// What `--fix` may write.
    pub edit: Option<Box<Edit>>,
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// The file: the path that was checked, and the rest of the way to it.
    pub file: Box<str>,
    /// From 1.
    pub line: usize,
    /// From 1, in characters.
    pub column: usize,
    /// Where it ends: line and column behind it.
    pub end: (usize, usize),
    pub(super) span: (usize, usize),
}

impl Report {
    /// How many problems of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.severity == severity).count()
    }

    /// Whether what was checked must not be used as it is.
    pub fn is_refused(&self) -> bool {
        self.count(Severity::Error) > 0 || (self.deny_warnings && self.count(Severity::Warning) > 0)
    }

    /// The text of a file that has a problem.
    pub(super) fn source(&self, file: &str) -> &str {
        self.sources.get(file).map_or("", |text| text)
    }

    /// Takes findings in, each with the path of its file.
    /// `shown` has the texts that their places are in, where there are any.
    pub(crate) fn take(&mut self, prefix: &str, tree: &Tree, found: PackFindings, shown: &BTreeMap<Box<str>, String>) {
        let text = |path: &str| Some(shown.get(path).map_or("", String::as_str));
        Placer { prefix, tree, report: self }.files(Found::by_file(found, text));
        self.settle();
    }

    /// Takes findings of one file in; they keep their order.
    pub(crate) fn place(&mut self, prefix: &str, tree: &Tree, file: &str, findings: Vec<Finding>) {
        Placer { prefix, tree, report: self }.file(file, None, findings);
    }

    /// Puts the problem with the number `i` into the place `order[i]`, both from 0.
    pub(crate) fn arrange(&mut self, order: &[usize]) {
        let mut numbered: Vec<(usize, Problem)> =
            order.iter().copied().zip(std::mem::take(&mut self.problems)).collect();
        numbered.arrange_by_key(|(number, _)| *number);
        self.problems = numbered.into_iter().map(|(_, problem)| problem).collect();
    }

    /// Takes over what another report counted and found.
    pub(super) fn join(&mut self, other: Report) {
        self.topics += other.topics;
        self.questions += other.questions;
        self.prompts += other.prompts;
        self.problems.extend(other.problems);
        self.sources.extend(other.sources);
    }

    pub(super) fn settle(&mut self) {
        // By key and values, not by the sentence: the order is the same in every language.
        self.problems.arrange_by(|a, b| {
            let message = || a.message.cmp(&b.message);
            a.place.cmp(&b.place).then_with(|| a.code.cmp(b.code)).then_with(message)
        });
        self.problems.dedup();
    }
}

/// The text for an excerpt: what could steer a terminal is a sign that takes as many bytes, so that places stay where they are.
fn visible(text: &str) -> Box<str> {
    if first_hostile(text).is_none() {
        return text.into();
    }
    let sign = |c: char| match c.len_utf8() {
        _ if !is_hostile(c) => c,
        1 => '?',
        2 => '\u{bf}',
        3 => '\u{fffd}',
        _ => '\u{1f532}',
    };
    text.chars().map(sign).collect::<String>().into()
}

/// Turns findings of a pack into problems.
pub(super) struct Placer<'a> {
    /// What stands before the paths of the pack's files.
    pub prefix: &'a str,
    /// The pack's files.
    pub tree: &'a Tree,
    /// Where the problems go.
    pub report: &'a mut Report,
}

/// What was found in one file.
pub(super) struct Found<'t> {
    /// The file's path within the pack.
    pub path: Box<str>,
    /// Its text, when it is at hand.
    pub text: Option<&'t str>,
    /// In the order in which they are told.
    pub findings: Vec<Finding>,
}

impl<'t> Found<'t> {
    /// Findings file by file; each file keeps the order of its own.
    pub fn by_file(found: PackFindings, text: impl Fn(&str) -> Option<&'t str>) -> Vec<Found<'t>> {
        let mut files: BTreeMap<Box<str>, Vec<Finding>> = BTreeMap::new();
        for (path, finding) in found {
            files.entry(path).or_default().push(finding);
        }
        files.into_iter().map(|(path, findings)| Found { text: text(&path), path, findings }).collect()
    }
}

/// What is asked of one file: its text, when it is at hand, and where these spots are.
type Asked<'f> = (Option<&'f str>, Vec<&'f Spot>);

/// The places of the spots of each file, in the order in which they were asked for.
type Answers = BTreeMap<Box<str>, std::vec::IntoIter<Place>>;

impl Placer<'_> {
    /// Places the findings of one file, whose text may be at hand.
    pub fn file(&mut self, path: &str, text: Option<&str>, findings: Vec<Finding>) {
        self.files(vec![Found { path: path.into(), text, findings }]);
    }

    /// Places the findings of several files.
    ///
    /// All that is asked of a file is asked at once: whether one finding or a hundred thousand point at it, it is parsed once, and its lines are
    /// counted once.
    pub fn files(&mut self, found: Vec<Found<'_>>) {
        if found.iter().all(|file| file.findings.is_empty()) {
            return;
        }
        let mut answers = self.answers(asked(&found));
        for Found { path, findings, .. } in found {
            // In the order in which they were asked for.
            let mut next = |path: &str| answers.get_mut(path)?.next();
            for finding in findings {
                let Some(place) = next(&path) else { continue };
                let label = |label: Label| Some((next(&seen_from(&path, &label))?, label.text));
                let labels = finding.labels.into_iter().filter_map(label).collect();
                let Finding { code, severity, message, help, edit, .. } = finding;
                self.report.problems.push(Problem { code, severity, place, message, help, labels, edit });
            }
        }
    }

    fn answers(&mut self, asked: BTreeMap<Box<str>, Asked<'_>>) -> Answers {
        let mut answers = Answers::new();
        for (path, (text, spots)) in asked.into_iter().filter(|(_, (_, spots))| !spots.is_empty()) {
            let name: Box<str> = format!("{}{path}", self.prefix).into();
            self.keep(&name, &path, text);
            answers.insert(path, places(&name, self.report.source(&name), &spots).into_iter());
        }
        answers
    }

    /// Keeps the text of a file with problems, for the excerpt.
    fn keep(&mut self, name: &str, path: &str, text: Option<&str>) {
        let sources = &mut self.report.sources;
        // A finding about the file itself came without its text; others come with it.
        if sources.get(name).is_some_and(|kept| !kept.is_empty()) {
            return;
        }
        let text = match text {
            Some(text) => visible(text),
            None => visible(&self.tree.text(path).unwrap_or_else(|unread| unread.shown)),
        };
        sources.insert(name.into(), text);
    }
}

/// The spots of findings and of their labels, by file.
fn asked<'f>(found: &'f [Found<'_>]) -> BTreeMap<Box<str>, Asked<'f>> {
    let mut asked: BTreeMap<Box<str>, Asked<'f>> = BTreeMap::new();
    for Found { path, text, findings } in found {
        let own = asked.entry(path.clone()).or_default();
        own.0 = own.0.or(*text);
        for finding in findings {
            asked.entry(path.clone()).or_default().1.push(&finding.spot);
            for label in &finding.labels {
                asked.entry(seen_from(path, label).into()).or_default().1.push(&label.spot);
            }
        }
    }
    asked
}

/// The file of a label: that of its finding, or another one of the pack, named by its path there or, within a topic, by its name beside it.
fn seen_from<'a>(path: &'a str, label: &'a Label) -> Cow<'a, str> {
    let Some(written) = label.file.as_deref() else {
        return Cow::Borrowed(path);
    };
    match path.rsplit_once('/') {
        Some((folder, _)) if !written.contains('/') => Cow::Owned(format!("{folder}/{written}")),
        _ => Cow::Borrowed(written),
    }
}

fn places(name: &str, source: &str, spots: &[&Spot]) -> Vec<Place> {
    let ways: Vec<&Way> = spots.iter().copied().filter_map(way).collect();
    let mut located = if ways.is_empty() { Vec::new() } else { locate(source, &ways) }.into_iter();
    let lines = Lines::of(source);
    let range = |spot: &&Spot| match spot {
        Spot::File => 0..0,
        Spot::Span(span) => span.clone(),
        Spot::Way(_) => located.next().unwrap_or(0..0),
    };
    spots.iter().map(range).map(|range| place(name, &lines, range)).collect()
}

fn way(spot: &Spot) -> Option<&Way> {
    match spot {
        Spot::Way(way) => Some(way),
        _ => None,
    }
}

fn place(file: &str, lines: &Lines<'_>, range: Range<usize>) -> Place {
    let (line, column) = lines.at(range.start);
    Place { file: file.into(), line, column, end: lines.at(range.end.max(range.start)), span: (range.start, range.end) }
}
