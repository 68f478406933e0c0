//! What came of an answer: verdict, idea, a reason for everything, where to read on, and what was saved.

use crate::domain::grading::Outcome;
use crate::domain::question::Answer;
use crate::domain::time::StudyDay;
use crate::sessions::review::Told;
use crate::ui::glyphs::FADING;
use crate::ui::ink::{Run, key, link, muted, rich, strong, text, warn};
use crate::ui::page::{LEFT, Size};
use crate::ui::theme::Token;

use super::ask::{Placed, crumb_text};
use super::lines::{Anchor, Line, stack};
use super::look::{Look, flow};
use super::{saved, view};

/// The column behind "Seen in" and "Source".
const CONTENT: i32 = 13;

/// The source that authors name for what only the lesson says; it leads nowhere.
const LESSON: &str = "lesson";

/// Whether a source says where a fact can be checked.
pub fn is_source(source: &str) -> bool {
    !source.is_empty() && source != LESSON
}

/// What the feedback needs to know besides the answer.
pub struct Facts<'a> {
    /// The study day.
    pub today: StudyDay,
    /// How many grade keys are shown.
    pub grade_keys: u8,
    /// The learner's note on the question.
    pub note: &'a str,
    /// Lesson, source and note stand in a pane beside it.
    pub pane: bool,
}

/// Rows of content under which the feedback leaves out what only helps.
const LOW: usize = 10;

/// Sets the feedback into `room` rows.
pub fn place(look: &Look, told: &Told, facts: &Facts, room: usize, anchor: Anchor) -> Placed {
    let large = look.size == Size::Large;
    let mut text = content(&look.spaced(large), told, facts);
    let low = room < LOW;
    let foot = |more| {
        let mut foot = if low {
            vec![saved::short(look, told, facts.today, facts.grade_keys)]
        } else {
            saved::lines(look, told, facts.today, facts.grade_keys, more)
        };
        foot.truncate(room.saturating_sub(3));
        foot
    };
    let mut below = foot(false);
    let above = room - below.len();
    if large && text.len() + 2 + below.len() <= room {
        text.extend([Line::blank(), Line::blank()]);
        text.extend(below);
        return Placed::rows(text);
    }
    let gap = usize::from(!look.small() && text.len() < above);
    let fits = text.len() + gap <= above;
    let top = anchor.row(&text, above);
    let more = !fits && top + above < text.len();
    if more {
        below = foot(true);
    }
    let mut rows: Vec<Line> = text.iter().skip(top).take(above).cloned().collect();
    rows.resize(above, Line::blank());
    rows.extend(below);
    if rows.iter().all(|l| l.cursor.is_none())
        && let Some(first) = rows.first_mut()
    {
        first.cursor = Some(LEFT);
    }
    Placed { rows, scrolls: if fits { Vec::new() } else { text }, room: above, more: more && low }
}

fn content(look: &Look, told: &Told, facts: &Facts) -> Vec<Line> {
    let question = &told.item.question;
    let mut out = Vec::new();
    if !look.small() {
        let crumbs = &told.item.crumbs;
        out.push(Line::at(LEFT, vec![muted(crumb_text(look.get(&crumbs.unit), look.get(&crumbs.topic)))]));
        if look.spaced {
            out.push(Line::blank());
        }
    }
    out.extend(stack(look.prose(look.get(&question.prompt), LEFT, Token::Text), LEFT));
    out.push(Line::blank());
    out.extend(verdict(look, told));
    let explain = look.get(&question.explain);
    if !explain.is_empty() {
        if look.spaced {
            out.push(Line::blank());
        }
        out.extend(stack(look.prose(explain, LEFT, Token::Text), LEFT));
    }
    out.push(Line::blank());
    out.extend(view::told(look, told));
    out.extend(leech(look, told));
    if !facts.pane {
        out.extend(places(look, told, facts));
    }
    out
}

/// The word of the verdict in the gutter's row, with what was chosen.
fn verdict(look: &Look, told: &Told) -> Vec<Line> {
    let outcome = if told.counted.is_some() { Outcome::Right } else { told.verdict.outcome };
    let word = match outcome {
        Outcome::Right => look.words.get("review-right"),
        Outcome::Partly => look.words.get("review-partly"),
        Outcome::Wrong if told.answer == Answer::DontKnow => look.words.get("review-not-known"),
        Outcome::Wrong => look.words.get("review-not-yet"),
    };
    let mut runs = vec![strong(word.into_owned())];
    let more = if told.counted.is_some() { String::new() } else { view::verdict(look, told) };
    if !more.is_empty() {
        runs.push(text(" "));
        runs.extend(rich(&more));
    }
    let guess = if told.guess { vec![muted(look.words.get("review-guess").into_owned())] } else { Vec::new() };
    let taken = if told.guess { crate::ui::ink::width(&guess) as usize + 2 } else { 0 };
    let mut lines = stack(flow(&runs, look.room(LEFT).saturating_sub(taken)), LEFT);
    if let Some(first) = lines.first_mut() {
        first.mark = Some(view::outcome_mark(outcome));
        first.right = guess;
        first.cursor = Some(LEFT);
    }
    if told.guess && outcome == Outcome::Right {
        lines.extend(look.say(&look.words.get("review-guess-right")));
    } else if told.hint && outcome == Outcome::Right {
        lines.extend(look.say(&look.words.get("review-hint-used")));
    }
    lines
}

/// An item that was forgotten again and again needs its lesson more than another review.
fn leech(look: &Look, told: &Told) -> Vec<Line> {
    let Some(memory) = told.after.or(told.item.memory).filter(|m| m.is_leech()) else { return Vec::new() };
    let mut lines = look.say(&look.words.fmt("review-leech", &[("n", memory.lapses.into())]));
    if let Some(first) = lines.first_mut() {
        first.mark = Some(warn(FADING));
    }
    lines.insert(0, Line::blank());
    lines
}

/// Where it is taught, where it can be checked, and the own note.
fn places(look: &Look, told: &Told, facts: &Facts) -> Vec<Line> {
    let mut out = vec![Line::blank()];
    let seen = seen_in(look, told);
    if !seen.is_empty() {
        let open = if look.small() { "review-open-small" } else { "review-open-there" };
        let right = keyed("o", &look.words.get(open));
        out.push(row(&look.words.get("review-seen-in"), vec![link(seen)], right));
    }
    let source = &told.item.question.source;
    if is_source(source) {
        let copy = if source.contains("://") && !look.small() { "review-copy-link" } else { "review-copy" };
        let right = keyed("y", &look.words.get(copy));
        out.push(row(&look.words.get("review-source"), vec![text(source.to_string())], right));
    }
    if !facts.note.is_empty() {
        out.extend(note(look, facts.note));
    }
    if out.len() == 1 { Vec::new() } else { out }
}

/// Topic and section: `Indexes, "Column order"`.
pub fn seen_in(look: &Look, told: &Told) -> String {
    let crumbs = &told.item.crumbs;
    let (topic, section) = (look.get(&crumbs.topic), look.get(&crumbs.section));
    match section.is_empty() {
        true => topic.to_owned(),
        false => format!("{topic}, \"{section}\""),
    }
}

fn row(name: &str, content: Vec<Run<'static>>, right: Vec<Run<'static>>) -> Line {
    let mut line = Line::at(LEFT, vec![muted(name.to_owned())]).right(right);
    line.parts.push((CONTENT, content));
    line
}

fn note(look: &Look, note: &str) -> Vec<Line> {
    let mut lines = Vec::new();
    for paragraph in note.lines() {
        let rows = flow(&[text(paragraph.to_owned())], look.room(CONTENT).saturating_sub(10));
        lines.extend(stack(rows, CONTENT));
    }
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![muted(look.words.get("review-note").into_owned())]));
        first.right = keyed("a", &look.words.get("review-edit-note"));
    }
    lines
}

/// A key and what it does.
pub fn keyed(name: &str, label: &str) -> Vec<Run<'static>> {
    vec![key(name.to_owned()), text(format!(" {label}"))]
}
