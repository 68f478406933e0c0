//! From a pack and what a check says of it to the rows and problems of the preview.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::ids::{ItemId, TopicId};
use crate::domain::text::Text;
use crate::format::finding::Severity;
use crate::format::source::{LESSON_EN, LESSON_ID, PROMPTS, QUESTIONS, TOPIC};
use crate::packs::check::{self, Report};
use crate::packs::draft::{Draft, Taken};
use crate::packs::install::Texts;
use crate::packs::{Library, in_both, told};
use crate::sessions::effect::{Queue, Route};
use crate::sessions::interview::Wish;
use crate::sessions::preview::{Level, Problem, Row, Saved, Snapshot};

/// What a snapshot is made from.
pub struct Sources<'a> {
    /// The folder, as a path.
    pub root: &'a str,
    /// The texts of its files.
    pub texts: &'a Texts,
    /// The texts before.
    pub before: Option<&'a Texts>,
    /// The last good version.
    pub library: &'a Library,
    /// What was taken into it now.
    pub taken: &'a Taken,
    /// What the check says; the error when nothing could be checked.
    pub report: &'a Result<Report, check::CheckError>,
    /// What learners say, at its lines.
    pub flags: &'a [check::Problem],
}

/// The pack as its author looks at it; without the time.
pub fn snapshot(sources: &Sources<'_>) -> Snapshot {
    let starts = starts(sources.texts);
    let mut rows = rows(sources, &starts);
    let problems = match sources.report {
        Ok(report) => {
            let all = report.problems.iter().chain(sources.flags);
            problems(sources.root, all, &rows, &starts)
        }
        Err(error) => vec![nothing(error)],
    };
    for problem in &problems {
        if let Some(row) = problem.row.and_then(|row| rows.get_mut(row)) {
            row.level = Some(row.level.map_or(problem.level, |level| level.min(problem.level)));
        }
    }
    let name = sources.library.packs().first().map(|pack| pack.id.clone());
    let folder = || sources.root.trim_end_matches('/').rsplit('/').next().unwrap_or_default().into();
    let saved = sources.before.and_then(|before| saved(before, sources.texts, &rows, &starts));
    let texts = sources.texts.iter().map(|(path, text)| (path.clone(), text.as_str().into()));
    Snapshot {
        name: name.unwrap_or_else(folder),
        root: sources.root.into(),
        rows,
        problems,
        saved,
        texts: Arc::new(texts.collect()),
        ..Snapshot::default()
    }
}

fn rows(sources: &Sources<'_>, starts: &Starts) -> Vec<Row> {
    let broken = |folder: &str| sources.taken.broken.iter().any(|(path, _)| **path == *folder);
    let good: BTreeMap<&str, TopicId> = sources
        .library
        .topics()
        .iter()
        .filter_map(|head| Some((Draft::folder_of(sources.library, &head.id)?, head.id.clone())))
        .collect();
    let mut rows = Vec::new();
    for file in sources.texts.keys() {
        let Some(folder) = file.strip_suffix(TOPIC).and_then(|folder| folder.strip_suffix('/')) else { continue };
        let is_old = broken(folder);
        match good.get(folder) {
            Some(topic) => rows.extend(of_topic(sources, starts, folder, topic, is_old)),
            None => rows.push(row(folder, folder, None, TOPIC)),
        }
    }
    rows
}

fn of_topic(sources: &Sources<'_>, starts: &Starts, folder: &str, topic: &TopicId, is_old: bool) -> Vec<Row> {
    let library = sources.library;
    let questions: Vec<ItemId> =
        library.question_heads(topic).unwrap_or_default().into_iter().map(|head| head.id).collect();
    let mut head = row(topic.local(), folder, Some(Route::Lesson(topic.clone(), None)), TOPIC);
    head.questions = Some(questions.len());
    let mut rows = vec![head];
    rows.extend(questions.into_iter().map(|id| {
        let route = Route::Review(Queue::Practice(vec![id.clone()]));
        row(id.local(), folder, Some(route), QUESTIONS)
    }));
    let prompts = library.prompts().iter().filter(|prompt| prompt.id.topic() == *topic);
    rows.extend(prompts.map(|prompt| {
        let wish = Wish { prompt: Some(prompt.id.clone()), ..Wish::default() };
        row(prompt.id.local(), folder, Some(Route::Interview(wish)), PROMPTS)
    }));
    for row in &mut rows {
        row.is_old = is_old;
        let own = starts.get(&row.file).and_then(|starts| starts.iter().find(|(_, id)| *id == row.name));
        row.line = own.map_or(1, |(line, _)| *line);
    }
    rows
}

fn row(name: &str, folder: &str, route: Option<Route>, file: &str) -> Row {
    Row {
        name: name.into(),
        folder: folder.into(),
        questions: (file == TOPIC).then_some(0),
        route,
        level: None,
        is_old: false,
        file: format!("{folder}/{file}").into(),
        line: 1,
    }
}

/// Where items begin in the files that list them: line and name. Read line by line, because a file that is broken has places too.
type Starts = BTreeMap<Box<str>, Vec<(u32, Box<str>)>>;

fn starts(texts: &Texts) -> Starts {
    let lists = texts.iter().filter(|(path, _)| path.ends_with(QUESTIONS) || path.ends_with(PROMPTS));
    lists.map(|(path, text)| (path.clone(), starts_in(text))).collect()
}

fn starts_in(text: &str) -> Vec<(u32, Box<str>)> {
    let mut out: Vec<(u32, Box<str>)> = Vec::new();
    let mut head = false;
    for (line, number) in text.lines().zip(1..) {
        let line = line.trim();
        if line.starts_with("[[question]]") || line.starts_with("[[prompt]]") {
            out.push((number, "".into()));
            head = true;
        } else if line.starts_with('[') {
            // Keys of what the item holds: its own stand before them.
            head = false;
        } else if head
            && let Some(value) = line.strip_prefix("id").and_then(|rest| rest.trim_start().strip_prefix('='))
            && let Some(last) = out.last_mut()
        {
            let value = value.trim().trim_start_matches(['"', '\'']);
            last.1 = value.split(['"', '\'']).next().unwrap_or_default().into();
        }
    }
    out
}

/// The row of a line of a file.
fn row_at(file: &str, line: u32, rows: &[Row], starts: &Starts) -> Option<usize> {
    let (folder, name) = file.rsplit_once('/')?;
    let topic = || rows.iter().position(|row| &*row.folder == folder && row.questions.is_some());
    match name {
        QUESTIONS | PROMPTS => {
            let own = starts.get(file).and_then(|starts| starts.iter().rev().find(|(start, _)| *start <= line));
            let item = own.and_then(|(_, id)| rows.iter().position(|row| &*row.file == file && row.name == *id));
            item.or_else(topic)
        }
        TOPIC | LESSON_EN | LESSON_ID => topic(),
        _ => None,
    }
}

fn problems<'a>(
    root: &str,
    all: impl Iterator<Item = &'a check::Problem>,
    rows: &[Row],
    starts: &Starts,
) -> Vec<Problem> {
    let within = |file: &str| -> Box<str> {
        file.strip_prefix(root).map(|file| file.trim_start_matches('/')).unwrap_or(file).into()
    };
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let one = |problem: &check::Problem| {
        let place = &problem.place;
        let file = within(&place.file);
        let (line, column) = (number(place.line), number(place.column));
        let length = if place.end.0 == place.line { place.end.1.saturating_sub(place.column) } else { 1 };
        Problem {
            level: match problem.severity {
                Severity::Error => Level::Error,
                Severity::Warning => Level::Warning,
                Severity::Info => Level::Info,
            },
            code: problem.code.into(),
            message: in_both(|words| told(&problem.message, words)),
            help: problem.help.as_ref().map(|help| in_both(|words| told(help, words))).unwrap_or_default(),
            row: row_at(&file, line, rows, starts),
            file,
            line,
            column,
            length: number(length).max(1),
        }
    };
    all.map(one).collect()
}

/// Nothing could be checked, and why.
fn nothing(why: &check::CheckError) -> Problem {
    Problem {
        level: Level::Error,
        code: "J001".into(),
        message: in_both(|words| told(&why.said(), words)),
        help: Text::default(),
        file: crate::format::source::PACK.into(),
        line: 1,
        column: 1,
        length: 1,
        row: None,
    }
}

/// What was saved: the row in which the first file that changed differs first.
fn saved(before: &Texts, now: &Texts, rows: &[Row], starts: &Starts) -> Option<Saved> {
    let changed = now.iter().filter(|(path, text)| before.get(*path) != Some(*text));
    let found = changed.filter_map(|(path, text)| {
        let line = differs(before.get(path).map_or("", String::as_str), text);
        let row = row_at(path, line, rows, starts)?;
        let section = path.ends_with(".md").then(|| section_at(text, line)).flatten();
        Some(Saved { row, section })
    });
    found.min_by_key(|saved| saved.row)
}

/// The first line that differs, from 1.
fn differs(before: &str, now: &str) -> u32 {
    let same = before.lines().zip(now.lines()).take_while(|(a, b)| a == b).count();
    u32::try_from(same + 1).unwrap_or(u32::MAX)
}

/// The section of a lesson in which a line lies: the name behind the last heading before it.
fn section_at(text: &str, line: u32) -> Option<Box<str>> {
    let upto = usize::try_from(line).unwrap_or(usize::MAX);
    let lines: Vec<&str> = text.lines().take(upto).collect();
    let heading = lines.iter().rev().find(|line| line.starts_with("## "))?;
    let name = heading.rsplit_once("{#")?.1;
    name.split('}').next().map(Box::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn items_are_found_where_they_begin_also_in_a_broken_file() {
        let text = "# c\n[[question]]\nid = \"a\"\nright = ture\n[[question.option]]\nid = \"x\"\n\n[[question]]\nkind = 'short'\nid = 'b' # c\n";
        let found = starts_in(text);
        assert_eq!(found, [(2, "a".into()), (8, "b".into())]);
    }

    #[test]
    fn a_line_of_a_lesson_lies_in_the_section_of_the_heading_before_it() {
        let text = "Words.\n\n## One {#one}\n\na\n\n## Two {#two}\n\nb\n";
        assert_eq!(
            [1, 5, 7, 9].map(|line| section_at(text, line)),
            [None, Some("one".into()), Some("two".into()), Some("two".into())]
        );
        assert_eq!(differs("a\nb\nc\n", "a\nx\nc\n"), 2);
    }
}
