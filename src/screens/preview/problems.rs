//! What is wrong: the one in focus whole, with its line; the ones after it in a row each.

use crate::domain::text::Lang;
use crate::sessions::preview::{Level, Problem};
use crate::ui::glyphs::{RIGHT, THIN, WRONG};
use crate::ui::ink::{self, Run, bad, good, muted, run, strong, text, warn};
use crate::ui::page::{INSIDE, LEFT, MARK, Page};
use crate::ui::question::wrapped;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;
use crate::words::Words;

use super::PreviewScreen;

/// Rows that a message or its help may take.
const WRAP: usize = 3;

/// The sign of a caret below the place in a line.
const CARET: &str = "^";

/// A row: a mark in the gutter, text, and what stands at the right.
#[derive(Debug, Clone, Default)]
pub struct Line {
    mark: Option<Run<'static>>,
    ink: Vec<Run<'static>>,
    right: String,
    indent: bool,
}

/// The mark of a level; nothing said is right.
pub fn mark(level: Option<Level>) -> Run<'static> {
    match level {
        Some(Level::Error) => bad(WRONG),
        Some(Level::Warning) => warn("!"),
        Some(Level::Info) | None => good(RIGHT),
    }
}

/// The word of a level.
fn word(level: Level, words: &Words) -> String {
    match level {
        Level::Error => words.get("preview-error").into_owned(),
        Level::Warning => words.get("preview-warning").into_owned(),
        Level::Info => words.get("preview-info").into_owned(),
    }
}

/// All rows for a window of a width: from the problem in focus on.
pub fn rows(screen: &PreviewScreen, scene: &Scene<'_>, width: i32) -> Vec<Line> {
    let problems = &screen.snapshot.problems;
    let from = screen.problem.unwrap_or(0).min(problems.len());
    let mut out = Vec::new();
    for (at, problem) in problems.iter().enumerate().skip(from) {
        match screen.problem == Some(at) {
            true => out.extend(whole(screen, problem, scene, width)),
            false => out.push(short(problem, scene.words, scene.prefs.lang)),
        }
        // What cannot be seen need not be made.
        if out.len() >= usize::from(scene.area.1) {
            break;
        }
    }
    out
}

fn sign(level: Level) -> Run<'static> {
    if level == Level::Info { muted("i") } else { mark(Some(level)) }
}

fn short(problem: &Problem, words: &Words, lang: Lang) -> Line {
    Line {
        mark: Some(sign(problem.level)),
        ink: vec![
            text(format!("{} {}: ", word(problem.level, words), problem.code)),
            text(problem.message.get(lang).to_owned()),
        ],
        right: format!("{}:{}", problem.file, problem.line),
        indent: false,
    }
}

fn whole(screen: &PreviewScreen, problem: &Problem, scene: &Scene<'_>, width: i32) -> Vec<Line> {
    let room = width - LEFT - 1;
    let wrapped = |said: &str, room: i32| {
        let mut rows = wrapped(said, room, false, Token::Text);
        rows.truncate(WRAP);
        rows
    };
    let lang = scene.prefs.lang;
    let head = format!("{} {}", word(problem.level, scene.words), problem.code);
    let mut message = wrapped(&format!("{head}: {}", problem.message.get(lang)), room);
    if let Some(first) = message.first_mut() {
        embolden(first, &head);
    }
    let mut out: Vec<Line> = message.into_iter().map(|ink| Line { ink, ..Line::default() }).collect();
    if let Some(first) = out.first_mut() {
        first.mark = Some(sign(problem.level));
    }
    let place = format!("{}:{}:{}", problem.file, problem.line, problem.column);
    out.push(Line { ink: vec![text(place)], indent: true, ..Line::default() });
    let source = screen.snapshot.line(&problem.file, problem.line);
    if !source.trim().is_empty() {
        out.extend(at_its_line(problem, source, width));
    }
    if !problem.help.is_empty() {
        let help = format!("{} {}", scene.words.get("preview-help"), problem.help.get(lang));
        let rows = wrapped(&help, room - 2);
        out.extend(rows.into_iter().map(|ink| Line { ink, indent: true, ..Line::default() }));
    }
    out
}

/// The line of a file, and below it what of it is meant; a long one begins before that.
fn at_its_line(problem: &Problem, source: &str, width: i32) -> [Line; 2] {
    let number = problem.line.to_string();
    let room = usize::try_from(width - INSIDE - 1).unwrap_or(0).saturating_sub(number.len() + 3);
    let column = usize::try_from(problem.column.saturating_sub(1)).unwrap_or(0);
    let length = usize::try_from(problem.length.max(1)).unwrap_or(1);
    let mut skip = 0;
    // As little as is needed to see the place, and some of what comes before it.
    if column + length.min(room / 2) > room {
        skip = column.saturating_sub(room / 3);
    }
    let shown: String = source.chars().skip(skip).collect();
    let before: String = source.chars().skip(skip).take(column.saturating_sub(skip)).collect();
    let meant: String = source.chars().skip(column).take(length).collect();
    let carets = (ink::width(meant.as_str())).max(1) as usize;
    let gap = " ".repeat(number.len() + 3 + usize::try_from(ink::width(before.as_str())).unwrap_or(0));
    let caret = CARET.repeat(carets.min(room.max(1)));
    let line = vec![muted(number), text(" "), run(Token::Rule, THIN), text(" "), run(Token::Code, shown)];
    let sign = match problem.level {
        Level::Error => bad(caret),
        Level::Warning => warn(caret),
        Level::Info => muted(caret),
    };
    [line, vec![text(gap), sign]].map(|ink| Line { ink, indent: true, ..Line::default() })
}

/// The first words of a row in bold.
fn embolden(row: &mut Vec<Run<'static>>, head: &str) {
    let Some(first) = row.first_mut() else { return };
    if let Some(rest) = first.text.strip_prefix(head).map(str::to_owned) {
        first.text = rest.into();
        row.insert(0, strong(head.to_owned()));
    }
}

/// Draws rows from `y` on.
pub fn draw(page: &mut Page, y: i32, rows: &[Line]) {
    for (at, line) in (y..).zip(rows) {
        if let Some(mark) = &line.mark {
            page.put(MARK, at, mark);
        }
        let mut edge = page.edge();
        // The place of a problem gives way to what is said of it.
        let needed = LEFT + ink::width(&line.ink) + 2 + ink::width(line.right.as_str());
        if !line.right.is_empty() && needed <= edge {
            edge = page.right(at, &muted(line.right.as_str())) - 2;
        }
        page.put_to(if line.indent { INSIDE } else { LEFT }, at, edge, &line.ink);
    }
}
