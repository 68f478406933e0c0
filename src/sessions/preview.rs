//! A pack that is being written, as its author looks at it (UX S43): what it holds, and what is wrong with it.
//!
//! Whoever watches the folder makes a [`Snapshot`] after each change and sends it as news; the screen shows it.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::effect::Route;
use crate::domain::text::Text;

/// A pack at one moment.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Snapshot {
    /// The pack's name, else that of its folder.
    pub name: Box<str>,
    /// The folder, as a path.
    pub root: Box<str>,
    /// When it was read, on the clock of the place: `09:12:41`.
    pub at: Box<str>,
    /// How often it was read before.
    pub reloads: u32,
    /// Its topics, each followed by its questions and interview prompts.
    pub rows: Vec<Row>,
    /// What is wrong, in order of files and places.
    pub problems: Vec<Problem>,
    /// What was saved just now, when a row shows it.
    pub saved: Option<Saved>,
    /// The texts of its files.
    pub texts: Arc<BTreeMap<Box<str>, Box<str>>>,
}

/// What was saved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Saved {
    /// The row that shows it.
    pub row: usize,
    /// The section of the lesson in which the text differs first.
    pub section: Option<Box<str>>,
}

/// A row of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    /// Its name within the pack: `topic`, or the name of an item of the topic above it.
    pub name: Box<str>,
    /// The topic that it belongs to, by its folder.
    pub folder: Box<str>,
    /// What a learner sees of it; `None` when it was never without errors.
    pub route: Option<Route>,
    /// For a topic: how many questions it has.
    pub questions: Option<usize>,
    /// The worst that is said of it.
    pub level: Option<Level>,
    /// The text on the disk has errors: what is shown is the last version that had none.
    pub is_old: bool,
    /// The file in which it stands.
    pub file: Box<str>,
    /// The line on which it begins, from 1.
    pub line: u32,
}

/// How bad a problem is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// The pack cannot be built.
    Error,
    /// To be looked at.
    Warning,
    /// To be known.
    Info,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// How bad it is.
    pub level: Level,
    /// Its number: `J012`.
    pub code: Box<str>,
    /// What is wrong.
    pub message: Text,
    /// What to write instead; empty for nothing in particular.
    pub help: Text,
    /// The file, within the pack.
    pub file: Box<str>,
    /// From 1.
    pub line: u32,
    /// From 1, in characters.
    pub column: u32,
    /// How many characters of the line it is about; at least 1.
    pub length: u32,
    /// The row that it is about.
    pub row: Option<usize>,
}

impl Snapshot {
    /// How many problems there are of a level.
    pub fn count(&self, level: Level) -> usize {
        self.problems.iter().filter(|problem| problem.level == level).count()
    }

    /// A line of a file, counted from 1; empty when there is none.
    pub fn line(&self, file: &str, line: u32) -> &str {
        let text = self.texts.get(file).map_or("", |text| text);
        let at = usize::try_from(line.saturating_sub(1)).unwrap_or(usize::MAX);
        text.lines().nth(at).unwrap_or_default()
    }

    /// The first problem of a row, the worst first.
    pub fn first_problem(&self, row: usize) -> Option<usize> {
        let own = self.problems.iter().enumerate().filter(|(_, problem)| problem.row == Some(row));
        own.min_by_key(|(at, problem)| (problem.level, *at)).map(|(at, _)| at)
    }

    /// The place of a row of an earlier snapshot in this one.
    pub fn find(&self, row: &Row) -> Option<usize> {
        self.rows.iter().position(|other| (&other.folder, &other.name) == (&row.folder, &row.name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn problem(level: Level, row: usize) -> Problem {
        Problem {
            level,
            code: "J104".into(),
            message: Text::shared("m"),
            help: Text::default(),
            file: "t/questions.toml".into(),
            line: 2,
            column: 1,
            length: 1,
            row: Some(row),
        }
    }

    #[test]
    fn the_first_problem_of_a_row_is_its_worst() {
        let problems = [(Level::Error, 0), (Level::Info, 1), (Level::Warning, 1), (Level::Warning, 1)];
        let problems = problems.map(|(level, row)| problem(level, row)).to_vec();
        let snapshot = Snapshot { problems, ..Snapshot::default() };
        assert_eq!((snapshot.first_problem(1), snapshot.first_problem(2)), (Some(2), None));
        assert_eq!((snapshot.count(Level::Warning), snapshot.count(Level::Error)), (2, 1));
    }

    #[test]
    fn a_line_that_is_not_there_is_empty() {
        let texts = BTreeMap::from([("a.toml".into(), "one\ntwo\n".into())]);
        let snapshot = Snapshot { texts: Arc::new(texts), ..Snapshot::default() };
        assert_eq!((snapshot.line("a.toml", 2), snapshot.line("a.toml", 3), snapshot.line("b", 1)), ("two", "", ""));
    }
}
