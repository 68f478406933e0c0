//! What a check found, with every place as file, line and column.

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
        let mut placer = Placer { prefix, tree, report: self };
        for (path, finding) in found {
            placer.file(&path, Some(shown.get(&path).map_or("", String::as_str)), vec![finding]);
        }
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

impl Placer<'_> {
    /// Places the findings of one file, whose text may be at hand.
    pub fn file(&mut self, path: &str, text: Option<&str>, findings: Vec<Finding>) {
        if findings.is_empty() {
            return;
        }
        let name: Box<str> = format!("{}{path}", self.prefix).into();
        let source = self.keep(&name, path, text);
        let ways: Vec<&Way> = findings.iter().flat_map(spots).filter_map(way).collect();
        let mut found = if ways.is_empty() { Vec::new() } else { locate(&source, &ways) }.into_iter();
        let lines = Lines::of(&source);
        for finding in &findings {
            let mut range = |spot: &Spot| match spot {
                Spot::File => 0..0,
                Spot::Span(span) => span.clone(),
                Spot::Way(_) => found.next().unwrap_or(0..0),
            };
            let here = place(&name, &lines, range(&finding.spot));
            let near: Vec<Range<usize>> =
                finding.labels.iter().filter(|label| label.file.is_none()).map(|label| range(&label.spot)).collect();
            let mut near = near.into_iter();
            let labels = finding.labels.iter().map(|label| {
                let there = match &label.file {
                    None => place(&name, &lines, near.next().unwrap_or(0..0)),
                    Some(_) => self.elsewhere(path, label),
                };
                (there, label.text.clone())
            });
            let labels = labels.collect();
            self.report.problems.push(Problem {
                code: finding.code,
                severity: finding.severity,
                place: here,
                message: finding.message.clone(),
                help: finding.help.clone(),
                labels,
                edit: finding.edit.clone(),
            });
        }
    }

    /// Keeps the text of a file with problems, for the excerpt.
    fn keep(&mut self, name: &str, path: &str, text: Option<&str>) -> Box<str> {
        let sources = &mut self.report.sources;
        // A finding about the file itself came without its text; others come with it.
        if let Some(kept) = sources.get(name).filter(|kept| !kept.is_empty()) {
            return kept.clone();
        }
        let read = || self.tree.text(path).unwrap_or_else(|unread| unread.shown).into_boxed_str();
        let text = text.map_or_else(read, Box::from);
        sources.insert(name.into(), visible(&text));
        text
    }

    /// A label in another file of the pack, named by its path there or, within a topic, by its name beside this one.
    fn elsewhere(&mut self, path: &str, label: &Label) -> Place {
        let written = label.file.as_deref().unwrap_or_default();
        let beside = path.rsplit_once('/').map(|(folder, _)| format!("{folder}/{written}"));
        let path = match beside {
            Some(beside) if !written.contains('/') => beside,
            _ => written.to_owned(),
        };
        let name: Box<str> = format!("{}{path}", self.prefix).into();
        let source = self.keep(&name, &path, None);
        let range = match &label.spot {
            Spot::File => 0..0,
            Spot::Span(span) => span.clone(),
            Spot::Way(way) => locate(&source, &[way]).remove(0),
        };
        place(&name, &Lines::of(&source), range)
    }
}

/// The finding's own spot and those of its labels in the same file.
fn spots(finding: &Finding) -> impl Iterator<Item = &Spot> {
    let labels = finding.labels.iter().filter(|label| label.file.is_none());
    std::iter::once(&finding.spot).chain(labels.map(|label| &label.spot))
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
