//! Samples that are graded before the first answer of a kind.

use crate::domain::rubric::Mark;
use crate::sessions::interview::{Asked, Interview, Practice, told};
use crate::ui::glyphs::{RIGHT, THIN};
use crate::ui::ink::{self, good, text, warn};
use crate::ui::lines::Line;
use crate::ui::look::Look;
use crate::ui::page::{HANG, INSIDE};
use crate::ui::rubric::{self, barred};
use crate::ui::theme::Token;

use super::grade::{Columns, anchors, point_line, windowed};
use super::window::{Parts, Told, Window};

/// Rows from which the text of the sample and the points have their own places.
pub const ROOMY: usize = 14;

/// Sample answers: the text above, the points below, the true marks beside the own ones once all are given.
pub fn practice(interview: &Interview, practice: &Practice, look: &Look, room: usize) -> Parts {
    let Some(asked) = &interview.asked else { return Parts::default() };
    let sample = sample(asked, practice, look);
    if room < ROOMY {
        return together(interview, asked, practice, sample, look, room);
    }
    let words = look.words;
    let points = points(interview, asked, practice, look, false);
    let sentence = match practice.revealed {
        true => {
            let values = [("n", practice.agreed_here(asked).into()), ("of", asked.prompt().points.len().into())];
            words.fmt("interview-practice-agreed", &values)
        }
        false => words.get("interview-practice-top").into_owned(),
    };
    let mut above = look.say(&sentence);
    above.push(Line::blank());
    let rows = room.saturating_sub(above.len() + points.len() + 1).max(3).min(sample.len());
    let left = room.saturating_sub(above.len() + rows + 1);
    let mut below = vec![Line::blank()];
    below.extend(windowed(points, left));
    Parts { above, window: Window::new(sample, rows), below, told: Told::Below }
}

/// Where there is little room, sample and points are one text. It opens at the sample until its first point is graded, then at the point.
fn together(
    interview: &Interview,
    asked: &Asked,
    practice: &Practice,
    sample: Vec<Line>,
    look: &Look,
    room: usize,
) -> Parts {
    let mut lines = sample;
    lines.push(Line::blank());
    let begun = practice.marks.iter().any(Option::is_some);
    let first = if begun { lines.len() } else { 0 };
    lines.extend(points(interview, asked, practice, look, !practice.revealed));
    Parts { window: Window { lines, seen: room, first }, ..Parts::default() }
}

/// The text of the sample with a thin bar.
fn sample(asked: &Asked, practice: &Practice, look: &Look) -> Vec<Line> {
    let Some(sample) = practice.of(asked) else { return Vec::new() };
    let rows = rubric::own(sample.text.get(asked.setup.lang).trim(), &[], look.room(INSIDE));
    rows.into_iter().map(|row| barred(row, THIN, Token::Rule)).collect()
}

/// A row for each point, or for the focused one `alone`.
fn points(interview: &Interview, asked: &Asked, practice: &Practice, look: &Look, alone: bool) -> Vec<Line> {
    let words = look.words;
    let sample = practice.of(asked);
    let truths = Mark::ALL.map(|mark| words.fmt("interview-true-mark", &[("mark", told::mark(mark, words).into())]));
    let longest = truths.iter().map(|told| ink::width(told.as_str())).max().unwrap_or(0);
    let columns = Columns::of(look, asked, if practice.revealed { usize::try_from(longest).unwrap_or(0) } else { 0 });
    let mut lines = Vec::new();
    for (i, (point, mark)) in asked.prompt().points.iter().zip(&practice.marks).enumerate() {
        let focused = i == interview.cursor.row && !practice.revealed;
        if alone && !focused {
            continue;
        }
        let shown = mark.map_or(Vec::new(), |mark| rubric::mark(words, mark, false));
        let (mut own, mut gutter) = (Vec::new(), None);
        let mut mark_runs = shown;
        if let Some(sample) = sample.filter(|_| practice.revealed) {
            let truth = sample.marks.get(&point.id);
            let same = *mark == Some(truth);
            gutter = Some(if same { good(RIGHT) } else { warn("~") });
            if !same {
                let name = words.fmt("interview-true-mark", &[("mark", told::mark(truth, words).into())]);
                own = vec![text(name.clone())];
                if look.small() {
                    mark_runs = vec![text(name)];
                }
            }
        }
        let mut point_lines = point_line(look, &columns, i, look.get(&point.text), focused, mark_runs, own);
        if let Some(line) = point_lines.first_mut() {
            line.mark = gutter;
            if practice.revealed && i == 0 {
                line.cursor = Some(HANG);
            }
        }
        lines.extend(point_lines);
        if focused {
            lines.extend(anchors(look, point, *mark, false));
        }
    }
    lines
}
