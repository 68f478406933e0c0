//! A sheet that was filled in, read back.

use std::fmt;

use crate::domain::ids::ItemId;
use crate::domain::rubric::{Mark, Marks, Prompt, Scope, Signal};
use crate::domain::text::Lang;

use super::{Filled, blank};

/// Why a sheet cannot be taken, with the line, counted from 1 (0 for the sheet as a whole).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Trouble {
    /// The line.
    pub line: usize,
    /// What is wrong with it.
    pub what: What,
}

/// What is wrong with a line of a sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// It says nowhere which question it is about.
    NoPrompt,
    /// No installed pack has that question.
    UnknownPrompt(String),
    /// No box has anything in it.
    NoGrade,
    /// The question has no point or red flag of that name.
    UnknownName(String),
    /// A box or blank holds something that is no grade for it.
    NoValue(String),
}

impl What {
    /// The message, and what it is about.
    pub fn message(&self) -> (&'static str, &str) {
        match self {
            What::NoPrompt => ("chair-no-prompt", ""),
            What::UnknownPrompt(name) => ("ask-no-question", name),
            What::NoGrade => ("chair-no-grade", ""),
            What::UnknownName(name) => ("chair-unknown-name", name),
            What::NoValue(value) => ("chair-no-value", value),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.line, self.what)
    }
}

/// A line with a name in backticks.
struct Row<'a> {
    line: usize,
    /// What stands in the box before the name; `None` without a box.
    mark: Option<&'a str>,
    name: &'a str,
    /// What follows the name.
    rest: &'a str,
}

impl<'a> Row<'a> {
    fn of(line: usize, text: &'a str) -> Option<Row<'a>> {
        let text = text.trim_start().strip_prefix(['-', '*'])?.trim_start();
        let (mark, text) = match text.strip_prefix('[') {
            Some(inside) => {
                let (mark, after) = inside.split_once(']')?;
                (Some(mark.trim()), after.trim_start())
            }
            None => (None, text),
        };
        let (name, rest) = text.strip_prefix('`')?.split_once('`')?;
        Some(Row { line, mark, name, rest: rest.trim() })
    }

    /// What was written into a blank: behind the colon that follows its name, or behind the last one of the words that explain it.
    fn value(&self) -> &'a str {
        let after = self.rest.strip_prefix(':').or_else(|| self.rest.rsplit_once(':').map(|(_, value)| value));
        after.map_or("", str::trim)
    }

    fn no_value(&self, value: &str) -> Trouble {
        Trouble { line: self.line, what: What::NoValue(value.to_owned()) }
    }
}

/// Reads a file with one sheet or several, one after the other. `prompt_of` finds the rubric of a question.
///
/// # Errors
///
/// The first line that is not understood; nothing is taken then.
pub fn read(file: &str, prompt_of: impl Fn(&ItemId) -> Option<Prompt>) -> Result<Vec<Filled>, Trouble> {
    let lines: Vec<(usize, &str)> = (1..).zip(file.lines()).collect();
    // Each sheet ends with what was said; the next one begins with its title.
    let mut starts: Vec<usize> = Vec::new();
    let mut ended = true;
    for (at, (n, text)) in lines.iter().enumerate() {
        let row = Row::of(*n, text);
        if ended && row.as_ref().is_some_and(|row| row.mark.is_some()) {
            starts.push(at);
            ended = false;
        }
        ended |= row.is_some_and(|row| row.mark.is_none() && row.name == blank::SAID);
    }
    if starts.is_empty() {
        return Err(Trouble { line: 0, what: What::NoPrompt });
    }
    let ends = starts.iter().skip(1).copied().chain([lines.len()]);
    starts.iter().zip(ends).map(|(from, to)| sheet(&lines[*from..to], &prompt_of)).collect()
}

fn sheet(lines: &[(usize, &str)], prompt_of: &impl Fn(&ItemId) -> Option<Prompt>) -> Result<Filled, Trouble> {
    let said_at = lines
        .iter()
        .position(|(n, text)| Row::of(*n, text).is_some_and(|row| row.mark.is_none() && row.name == blank::SAID));
    let form = &lines[..said_at.unwrap_or(lines.len())];
    let rows: Vec<Row<'_>> = form.iter().filter_map(|(n, text)| Row::of(*n, text)).collect();
    let named = |name: &str| rows.iter().find(|row| row.mark.is_none() && row.name == name);
    let blank = |name: &str| named(name).map(Row::value).filter(|value| !value.is_empty());
    let id = named(blank::PROMPT).filter(|row| !row.value().is_empty());
    let id = id.ok_or(Trouble { line: lines.first().map_or(0, |(n, _)| *n), what: What::NoPrompt })?;
    let unknown = || Trouble { line: id.line, what: What::UnknownPrompt(id.value().to_owned()) };
    let prompt = ItemId::parse(id.value()).and_then(|id| prompt_of(&id)).ok_or_else(unknown)?;
    let mut filled = Filled {
        prompt: prompt.id.clone(),
        persona: blank(blank::PERSONA).unwrap_or_default().into(),
        level: None,
        lang: blank(blank::LANGUAGE).and_then(Lang::from_code).unwrap_or_default(),
        chair: blank(blank::CHAIR).unwrap_or_default().into(),
        took_ms: 0,
        marks: Marks::default(),
        red_flags: Vec::new(),
        signals: Default::default(),
        scope: None,
        said: said_at.map(|at| said(&lines[at + 1..])).unwrap_or_default(),
    };
    for row in &rows {
        take(row, &prompt, &mut filled)?;
    }
    let graded = rows.iter().any(|row| row.mark.is_some_and(|mark| !mark.is_empty()));
    if graded { Ok(filled) } else { Err(Trouble { line: rows.first().map_or(0, |r| r.line), what: What::NoGrade }) }
}

/// Takes a box or a blank.
fn take(row: &Row<'_>, prompt: &Prompt, filled: &mut Filled) -> Result<(), Trouble> {
    let unknown = || Trouble { line: row.line, what: What::UnknownName(row.name.to_owned()) };
    if let Some(mark) = row.mark {
        if let Some(flag) = row.name.strip_prefix(blank::FLAG) {
            let flag = prompt.red_flags.iter().find(|f| &*f.id == flag).ok_or_else(unknown)?;
            if grade(mark).ok_or_else(|| row.no_value(mark))? == Mark::Met {
                filled.red_flags.push(flag.id.clone());
            }
            return Ok(());
        }
        let point = prompt.point(row.name).ok_or_else(unknown)?;
        filled.marks.set(&point.id, grade(mark).ok_or_else(|| row.no_value(mark))?);
        return Ok(());
    }
    let value = row.value();
    if value.is_empty() {
        return Ok(());
    }
    if let Some(signal) = row.name.strip_prefix(blank::SIGNAL) {
        let signal = Signal::from_word(signal).filter(|s| prompt.kind.signals().contains(s)).ok_or_else(unknown)?;
        let mark = value.parse().ok().filter(|mark| *mark <= Signal::MOST).ok_or_else(|| row.no_value(value))?;
        filled.signals.insert(signal, mark);
        return Ok(());
    }
    match row.name {
        blank::SCOPE => {
            let n: Option<usize> = value.parse().ok();
            let scope = n.and_then(|n| Scope::ALL.get(n.checked_sub(1)?).copied());
            filled.scope = Some(scope.ok_or_else(|| row.no_value(value))?);
        }
        blank::LEVEL => {
            let level = value.parse().ok().filter(|level| (1..=6).contains(level));
            filled.level = Some(level.ok_or_else(|| row.no_value(value))?);
        }
        blank::TIME => filled.took_ms = time(value).ok_or_else(|| row.no_value(value))?,
        _ => {}
    }
    Ok(())
}

/// What a box means: `x` is met, `~` partly, `-` and nothing missed.
pub fn grade(mark: &str) -> Option<Mark> {
    match mark {
        "x" | "X" | "3" => Some(Mark::Met),
        "~" | "/" | "2" => Some(Mark::Partly),
        "" | "-" | "1" => Some(Mark::Missed),
        _ => None,
    }
}

/// `3:10` or `4` minutes, in milliseconds.
pub fn time(value: &str) -> Option<u32> {
    let (minutes, seconds) = value.split_once(':').unwrap_or((value, "0"));
    let (minutes, seconds): (u32, u32) = (minutes.trim().parse().ok()?, seconds.trim().parse().ok()?);
    minutes.checked_mul(60)?.checked_add(seconds).filter(|_| seconds < 60)?.checked_mul(1000)
}

/// What was noted, up to the title of the next sheet.
fn said(lines: &[(usize, &str)]) -> Box<str> {
    let rows: Vec<&str> = lines.iter().map(|(_, text)| *text).take_while(|text| !text.starts_with("# ")).collect();
    rows.join("\n").trim().into()
}
