//! The own answer beside the model (S26), point by point.

use crate::domain::rubric::Mark;
use crate::sessions::interview::{Asked, Compare, CompareRow, Interview, told};
use crate::ui::glyphs::{CUT, THIN};
use crate::ui::ink::{self, Run, key, label, muted, rich, run, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{HANG, LEFT};
use crate::ui::rubric;
use crate::ui::theme::Token;

use super::ask::{cut, own_answer};
use super::grade::focused_top;
use super::window::{Parts, Told, Window};

/// The column of the sentences: behind number and mark.
const TEXT: i32 = 8;
/// Width of the column with question and notes in large windows.
const SIDE: i32 = 30;

/// Everything in `room` rows: sentences point by point, or both texts whole.
pub fn place(interview: &Interview, compare: &Compare, look: &Look, room: usize) -> Parts {
    let Some(asked) = &interview.asked else { return Parts::default() };
    let below = bottom(interview, asked, compare, look, room);
    let mut above = head(interview, compare, look);
    if room >= 16 {
        above.push(if look.small() { Line::blank() } else { divided(look, Vec::new(), Vec::new()) });
    }
    let seen = room.saturating_sub(above.len() + below.len()).max(1);
    let mut window = match interview.cursor.swapped && !look.small() {
        true => whole_columns(interview, asked, compare, look, seen),
        false => {
            let rows = compare.rows.iter().enumerate();
            let mut lines: Vec<Line> = rows.flat_map(|(i, row)| point(interview, asked, (i, row), look)).collect();
            let first = focused_top(&lines, seen);
            if look.small() {
                lines.extend(whole(interview, asked, compare, look));
            }
            Window { lines, seen, first }
        }
    };
    // The line between the columns goes down to the rule.
    while window.lines.len() < seen && !look.small() {
        window.lines.push(divided(look, Vec::new(), Vec::new()));
    }
    Parts { above, window, below, told: Told::Rule }
}

/// The model, with the sentence for the focused point marked.
fn whole_model(interview: &Interview, asked: &Asked, compare: &Compare, width: usize) -> Vec<Vec<Run<'static>>> {
    let row = compare.rows.get(interview.cursor.row);
    let places: Vec<_> = row.and_then(|row| row.model.clone()).into_iter().collect();
    rubric::own(asked.model().trim_end(), &places, width)
}

/// All that was said, with the sentences for the focused point marked.
fn whole_own(interview: &Interview, compare: &Compare, look: &Look, width: usize) -> Vec<Vec<Run<'static>>> {
    let row = compare.rows.get(interview.cursor.row);
    let mut rows = Vec::new();
    for (nth, turn) in interview.turns.iter().enumerate() {
        if nth > 0 {
            let name = look.words.fmt("interview-follow-up", &[("n", nth.into())]);
            rows.extend([Vec::new(), vec![muted(name)]]);
        }
        let places = row.into_iter().flat_map(|row| &row.own).filter(|place| place.turn == nth);
        let places: Vec<_> = places.map(|place| place.at.clone()).collect();
        match turn.text.trim().is_empty() {
            true => rows.push(vec![muted(look.words.get("interview-nothing").into_owned())]),
            false => rows.extend(rubric::own(turn.text.trim_end(), &places, width)),
        }
    }
    rows
}

/// Both texts side by side. They open where the model says the focused point.
fn whole_columns(interview: &Interview, asked: &Asked, compare: &Compare, look: &Look, seen: usize) -> Window {
    let half = rubric::half(look);
    let model = whole_model(interview, asked, compare, half);
    let hit = model.iter().position(|row| row.iter().any(|run| run.token == Token::Hit)).unwrap_or(0);
    let lines = rubric::columns(look, whole_own(interview, compare, look, half), model);
    let first = if hit < seen { 0 } else { hit.saturating_sub(1) };
    Window { lines, seen, first }
}

/// The text of the side that is shown, whole, below its sentences.
fn whole(interview: &Interview, asked: &Asked, compare: &Compare, look: &Look) -> Vec<Line> {
    let room = look.room(LEFT);
    let rows = match interview.cursor.swapped {
        true => whole_model(interview, asked, compare, room),
        false => whole_own(interview, compare, look, room),
    };
    let name = label(look.words.get("interview-whole-text").into_owned());
    let mut lines = vec![Line::blank(), Line::at(LEFT, vec![name])];
    lines.extend(stack(rows, LEFT));
    lines
}

fn head(interview: &Interview, compare: &Compare, look: &Look) -> Vec<Line> {
    let words = look.words;
    let took = interview.turns.iter().map(|turn| turn.took_ms).sum::<u64>() / 1000;
    let values = [("n", compare.own_words.into()), ("time", words.clock(took).into())];
    let own = (words.get("interview-yours").into_owned(), words.fmt("interview-words-time", &values));
    let model =
        (words.get("interview-model").into_owned(), words.fmt("interview-words", &[("n", compare.model_words.into())]));
    let runs = |(name, more): (String, String)| vec![label(name), muted(format!("  {more}"))];
    if look.small() {
        let (name, more) = if interview.cursor.swapped { model } else { own };
        let swap = vec![muted(more), text("  "), key("b")];
        return vec![Line::at(LEFT, vec![label(name)]).right(swap)];
    }
    vec![divided(look, runs(own), runs(model))]
}

/// A row of two columns with a thin line between them.
fn divided(look: &Look, left: Vec<Run<'static>>, right: Vec<Run<'static>>) -> Line {
    let middle = rubric::middle(look);
    Line { parts: vec![(LEFT, left), (middle, vec![run(Token::Rule, THIN)]), (middle + 3, right)], ..Line::default() }
}

/// The rows of a point: own sentences, and the sentence of the model.
fn point(interview: &Interview, asked: &Asked, (nth, row): (usize, &CompareRow), look: &Look) -> Vec<Line> {
    let focused = nth == interview.cursor.row;
    let own = own(interview, row, look);
    let model = model(asked, row, look);
    let sign = rubric::sign(row.mark);
    let number = if focused { strong((nth + 1).to_string()) } else { muted((nth + 1).to_string()) };
    let mut lines = Vec::new();
    if look.small() {
        let said = if interview.cursor.swapped { model } else { own };
        lines.extend(stack(flow(&said, look.room(TEXT)), TEXT));
        if let Some(first) = lines.first_mut() {
            first.parts.insert(0, (LEFT, vec![number, text(" "), sign]));
        }
    } else {
        let middle = rubric::middle(look);
        let half = rubric::half(look);
        let left = flow(&own, half.saturating_sub((TEXT - LEFT) as usize));
        let right = flow(&model, half.saturating_sub((HANG - LEFT) as usize));
        for i in 0..left.len().max(right.len()) {
            let mut line = Line::default();
            if i == 0 {
                line.parts.push((LEFT, vec![number.clone(), text(" "), sign.clone()]));
            }
            line.parts.push((TEXT, left.get(i).cloned().unwrap_or_default()));
            line.parts.push((middle, vec![run(Token::Rule, THIN)]));
            if i == 0 {
                line.parts.push((middle + 3, vec![number.clone()]));
            }
            line.parts.push((middle + 3 + HANG - LEFT, right.get(i).cloned().unwrap_or_default()));
            lines.push(line);
        }
    }
    for (i, line) in lines.iter_mut().enumerate() {
        line.focus = focused;
        line.cursor = (focused && i == 0).then_some(LEFT);
    }
    lines
}

/// What stands where no own sentence does: of a point that was made, the list only did not see it.
fn unseen(row: &CompareRow) -> &'static str {
    match row.mark {
        Mark::Missed => "interview-nothing",
        Mark::Partly | Mark::Met => "interview-made-unseen",
    }
}

fn own(interview: &Interview, row: &CompareRow, look: &Look) -> Vec<Run<'static>> {
    let sentences: Vec<String> = row
        .own
        .iter()
        .filter_map(|place| {
            let said = interview.turns.get(place.turn)?.text.get(place.at.clone())?;
            Some(said.split_whitespace().collect::<Vec<_>>().join(" "))
        })
        .collect();
    match sentences.is_empty() {
        true => vec![muted(look.words.get(unseen(row)).into_owned())],
        false => vec![text(sentences.join(&format!(" {CUT} ")))],
    }
}

fn model(asked: &Asked, row: &CompareRow, look: &Look) -> Vec<Run<'static>> {
    let sentence = row.model.clone().and_then(|range| asked.model().get(range));
    match sentence {
        Some(sentence) => vec![text(sentence.split_whitespace().collect::<Vec<_>>().join(" "))],
        None => vec![muted(look.words.get("interview-no-sentence").into_owned())],
    }
}

/// The question whether a grade changes, and the three marks with the one that stands.
fn bottom(interview: &Interview, asked: &Asked, compare: &Compare, look: &Look, room: usize) -> Vec<Line> {
    let words = look.words;
    let at = interview.cursor.row;
    let (Some(row), Some(point)) = (compare.rows.get(at), asked.prompt().points.get(at)) else { return Vec::new() };
    let mut keys = Vec::new();
    let (mut x, mut rung) = (LEFT, None);
    for (i, mark) in Mark::ALL.into_iter().enumerate() {
        let word = told::mark(mark, words);
        let width = 2 + ink::width(word.as_str());
        if row.mark == mark {
            rung = Some((x, x + width));
        }
        keys.push(key((i + 1).to_string()));
        keys.push(if row.mark == mark { strong(format!(" {word}")) } else { text(format!(" {word}")) });
        keys.push(text("    "));
        x += width + 4;
    }
    let was = told::mark(row.first, words);
    let was = words.fmt("interview-was", &[("mark", was.into())]);
    // The keys are worth more than what the mark was.
    let fits = x + ink::width(was.as_str()) <= look.edge;
    let right = if row.first == row.mark || !fits { Vec::new() } else { vec![muted(was)] };
    let keys = Line::at(LEFT, keys).right(right);
    if room < 10 {
        return vec![keys];
    }
    let values = [("n", (at + 1).into()), ("point", look.get(&point.text).into())];
    let sentence = rich(&words.fmt("interview-seen-now", &values));
    let mut rule = Line { rule: true, ..Line::default() };
    if !look.small() {
        let middle = rubric::middle(look);
        rule.parts.push((middle, vec![run(Token::Rule, crate::ui::glyphs::TEE_UP)]));
    }
    let rows = if room < 16 { 1 } else { 2 };
    let mut lines = vec![rule];
    lines.extend(cut(stack(flow(&sentence, look.room(LEFT)), LEFT), rows));
    lines.extend([keys, Line { rung, ..Line::default() }]);
    lines
}

/// The column before the answers in large windows: the question, and the notes.
pub fn side(interview: &Interview, look: &Look) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let words = look.words;
    let mut lines = vec![Line::at(LEFT, vec![label(words.get("interview-question").into_owned())]), Line::blank()];
    lines.extend(rubric::said(look, asked.question().get(asked.setup.lang)));
    if !interview.scratch().trim().is_empty() {
        lines.push(Line::blank());
        lines.push(Line::at(LEFT, vec![label(words.get("interview-notes-label").into_owned())]));
        lines.push(Line::blank());
        lines.extend(stack(rubric::own(interview.scratch().trim(), &[], look.room(LEFT)), LEFT));
    }
    lines
}

/// Width of [`side`].
pub fn side_width() -> i32 {
    SIDE
}

/// The whole own answer with everything that was found for the focused point marked, for the pane beside the rubric.
pub fn own_marked(interview: &Interview, places: &[crate::sessions::interview::Place], look: &Look) -> Vec<Line> {
    let words = look.words;
    let mut lines = vec![Line::at(LEFT, vec![label(words.get("review-your-answer").into_owned())]), Line::blank()];
    if interview.turns.iter().all(|turn| turn.text.trim().is_empty()) {
        lines.extend(own_answer(interview, look));
        return lines;
    }
    for (nth, turn) in interview.turns.iter().enumerate() {
        if nth > 0 {
            lines.push(Line::blank());
            let name = words.fmt("interview-follow-up", &[("n", nth.into())]);
            lines.push(Line::at(LEFT, vec![muted(name)]));
        }
        let here: Vec<_> = places.iter().filter(|p| p.turn == nth).map(|p| p.at.clone()).collect();
        match turn.text.trim().is_empty() {
            true => lines.push(Line::at(LEFT, vec![muted(words.get("interview-nothing").into_owned())])),
            false => lines.extend(stack(rubric::own(turn.text.trim_end(), &here, look.room(LEFT)), LEFT)),
        }
    }
    lines
}
