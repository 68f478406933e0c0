//! Grading: the own answer by rubric (S25), samples for practice, red flags, signals and scope.

use crate::domain::rubric::{Mark, Point, Scope, Signal};
use crate::sessions::interview::{
    Asked, Flags, GradeRow, Grading, Interview, Place, Practice, SignalRow, Signals, Stage, told,
};
use crate::ui::glyphs::{RIGHT, THIN};
use crate::ui::ink::{self, Run, good, key, label, muted, run, strong, text, warn};
use crate::ui::lines::{Anchor, Line, focus_of, stack};
use crate::ui::look::Look;
use crate::ui::page::{HANG, LEFT};
use crate::ui::rubric::{self, MARKS, barred};
use crate::ui::theme::Token;

use super::ask::own_answer;
use super::marks::{around, quote};

/// The column of a mark's word in the anchors of a point.
const WORD: i32 = 9;
/// Cells that a quote of own words needs to be worth its place.
const OWN: i32 = 20;
/// Rows of own words that are seen below the points.
const WORDS: usize = 2;

/// Where marks and own words stand beside the texts of points.
struct Columns {
    /// The column of the marks.
    marks: i32,
    /// The column of own words; `None` where long texts of points leave no room for them.
    own: Option<i32>,
}

impl Columns {
    /// The texts of points come first: marks stand where the pictures have them while the texts fit, else further right. `keep` are cells that
    /// the words behind a mark need in any case.
    fn of(look: &Look, asked: &Asked, keep: usize) -> Columns {
        let longest = asked.prompt().points.iter().map(|point| ink::width(look.get(&point.text))).max().unwrap_or(0);
        let wish = HANG + longest + 2;
        let mark = rubric::quotes(look.words) - MARKS;
        let kept = match keep {
            0 => mark - 1,
            keep => mark + i32::try_from(keep).unwrap_or(0),
        };
        let marks = wish.max(MARKS).min(look.edge - kept).max(MARKS);
        let own = marks + mark;
        Columns { marks, own: (own + OWN <= look.edge || keep > 0).then_some(own) }
    }
}

/// A point: number, text, mark, own words. One row; the one with the focus says its text whole.
fn point_line(
    look: &Look,
    columns: &Columns,
    nth: usize,
    point: &str,
    focused: bool,
    mark: Vec<Run<'static>>,
    own: Vec<Run<'static>>,
) -> Vec<Line> {
    let token = if focused { Token::Strong } else { Token::Text };
    let edge = if look.small() { look.edge - ink::width(&mark) } else { columns.marks };
    let room = usize::try_from(edge - 2 - HANG).unwrap_or(0).max(2);
    let mut names = match focused {
        true => look.prose_in(point, room, token),
        false => vec![vec![run(token, point.to_owned())]],
    }
    .into_iter();
    let mut line = Line::at(LEFT, vec![muted((nth + 1).to_string())]);
    line.parts.push((HANG, names.next().unwrap_or_default()));
    if look.small() {
        line.right = mark;
    } else {
        line.parts.push((columns.marks, mark));
        if let Some(x) = columns.own {
            line.parts.push((x, own));
        }
    }
    line.focus = focused;
    line.cursor = focused.then_some(HANG);
    let mut lines = vec![line];
    lines.extend(names.map(|name| {
        let mut line = Line::at(HANG, name);
        line.focus = focused;
        line
    }));
    lines
}

/// The three anchors of the focused point, each with its key. `now` is strong, and called suggested while nobody has accepted it.
fn anchors(look: &Look, point: &Point, now: Option<Mark>, suggested: bool) -> Vec<Line> {
    let words = look.words;
    let longest = Mark::ALL.into_iter().map(|m| ink::width(told::mark(m, words).as_str())).max().unwrap_or(0);
    let x = WORD + longest + if look.small() { 2 } else { 3 };
    let mut lines = Vec::new();
    for (i, mark) in Mark::ALL.into_iter().enumerate() {
        let current = now == Some(mark);
        let meaning = match mark {
            Mark::Missed => words.get("interview-missed-means").into_owned(),
            Mark::Partly => look.get(&point.partly).to_owned(),
            Mark::Met => look.get(&point.met).to_owned(),
        };
        let right = match current && suggested && !look.small() {
            true => vec![muted(words.get("interview-suggested").into_owned())],
            false => Vec::new(),
        };
        let taken = if right.is_empty() { 0 } else { ink::width(&right) + 2 };
        let width = usize::try_from(look.edge - x - taken).unwrap_or(0).max(2);
        for (j, row) in look.prose_in(&meaning, width, Token::Text).into_iter().enumerate() {
            let mut line = Line::at(x, row);
            if j == 0 {
                let word = run(if current { Token::Strong } else { Token::Text }, told::mark(mark, words));
                line.parts.insert(0, (WORD, vec![word]));
                line.parts.insert(0, (HANG, vec![key((i + 1).to_string())]));
                line.right.clone_from(&right);
            }
            line.focus = true;
            lines.push(line);
        }
    }
    lines
}

/// Lines cut to `room`, what has the focus among them.
pub fn windowed(lines: Vec<Line>, room: usize) -> Vec<Line> {
    if lines.len() <= room {
        return lines;
    }
    let (first, end) = focus_of(&lines).unwrap_or((0, 0));
    // A row before and one after the focus tell that there is more.
    let from = if end < room { 0 } else { (end + 1).min(lines.len()).saturating_sub(room).min(first) };
    lines.into_iter().skip(from).take(room).collect()
}

/// Top and bottom around points: what may go does so until everything fits, then the points are a window.
fn arranged(top: Vec<Line>, points: Vec<Line>, bottom: Vec<Line>, tip: Vec<Line>, room: usize) -> Vec<Line> {
    let (t, p, b) = (top.len() + 1, points.len(), bottom.len() + 1);
    let with_tip = t + p + b + tip.len() + 2 <= room;
    let with_top = t + p + b <= room;
    let spaced = with_top || p + b <= room;
    let mut lines = Vec::new();
    if with_top && !top.is_empty() {
        lines.extend(top);
        lines.push(Line::blank());
    }
    let below = bottom.len() + usize::from(spaced);
    lines.extend(windowed(points, room.saturating_sub(lines.len() + below).max(1)));
    if spaced {
        lines.push(Line::blank());
    }
    lines.extend(bottom);
    if with_tip && !tip.is_empty() {
        lines.push(Line::blank());
        lines.extend(tip);
    }
    lines
}

fn thin_rule() -> Line {
    Line { rule: true, ..Line::default() }
}

/// The own answer, point by point.
pub fn points(interview: &Interview, grading: &Grading, look: &Look, anchor: Anchor, room: usize) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let words = look.words;
    let focus = interview.cursor.row;
    let columns = Columns::of(look, asked, 0);
    let mut lines = Vec::new();
    for (i, (point, row)) in asked.prompt().points.iter().zip(&grading.rows).enumerate() {
        let focused = i == focus;
        let now = row.mark.or(row.suggested);
        let mark = now.map_or(Vec::new(), |mark| rubric::mark(words, mark, row.mark.is_none()));
        let open = row.mark.is_none() && !focused;
        let own = own_words(interview, row, open, look);
        lines.extend(point_line(look, &columns, i, look.get(&point.text), focused, mark, own));
        if focused {
            lines.extend(anchors(look, point, now, row.mark.is_none() && row.suggested.is_some()));
        }
    }
    let row = grading.rows.get(focus);
    let bottom = own_place(interview, row.map_or(&[][..], |r| &r.places), look, anchor, room);
    let top = look.say(&words.get("interview-grade-top"));
    let tip = if asked.setup.spoken { "interview-grade-tip-spoken" } else { "interview-grade-tip" };
    arranged(top, lines, bottom, look.say(&words.get(tip)), room)
}

/// A quote of the first place of a row, or from which follow-up it is.
fn own_words(interview: &Interview, row: &GradeRow, open: bool, look: &Look) -> Vec<Run<'static>> {
    let Some(place) = row.places.first() else { return Vec::new() };
    let said = match place.turn {
        0 => format!("\"{}\"", quote(interview, place)),
        n => look.words.fmt("interview-from-follow-up", &[("n", n.into())]),
    };
    let from_follow_up = place.turn > 0;
    vec![if open || from_follow_up { muted(said) } else { text(said) }]
}

/// Rows of own words below the points; where nothing was found, the answer itself, which scrolls.
pub fn own_rows(room: usize) -> usize {
    match room {
        0..10 => 1,
        10..19 => WORDS,
        _ => 3,
    }
}

fn own_place(interview: &Interview, places: &[Place], look: &Look, anchor: Anchor, room: usize) -> Vec<Line> {
    let words = look.words;
    let rows = own_rows(room);
    let at = interview.cursor.place.min(places.len().saturating_sub(1));
    let (name, right, own) = match places.get(at) {
        Some(place) => {
            let mut name = words.get("interview-your-words").into_owned();
            if place.turn > 0 {
                let follow_up = words.fmt("interview-follow-up", &[("n", place.turn.into())]);
                name = format!("{name}, {follow_up}");
            }
            let right = match places.len() {
                0 | 1 => Vec::new(),
                _ => vec![key("h"), text(" "), key("l"), text(format!(" {}", words.get("interview-other-places")))],
            };
            (name, right, stack(around(interview, place, look, rows.min(WORDS)), LEFT))
        }
        None => {
            let all = own_answer(interview, look);
            let top = anchor.row(&all, rows);
            let right = match all.len() > rows {
                true => vec![key("PgDn"), text(format!(" {}", words.get("review-more")))],
                false => Vec::new(),
            };
            let seen: Vec<Line> = all.into_iter().skip(top).take(rows).collect();
            let name = match interview.asked.as_ref().is_some_and(|asked| asked.setup.spoken) {
                true => words.get("interview-your-key-words"),
                false => words.get("interview-not-found"),
            };
            (name.into_owned(), right, seen)
        }
    };
    let mut lines = Vec::new();
    if room >= 10 {
        lines.push(thin_rule());
        lines.push(Line::at(LEFT, vec![label(name)]).right(right));
    }
    lines.extend(own);
    lines
}

/// Sample answers: the text above, the points below, the true marks beside the own ones once all are given.
pub fn practice(interview: &Interview, practice: &Practice, look: &Look, anchor: Anchor, room: usize) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let words = look.words;
    let points = practice_points(interview, asked, practice, look);
    let sample = sample(asked, practice, look);
    let spaced = room >= 14;
    let free = room.saturating_sub(points.len() + if spaced { 4 } else { 0 });
    let rows = free.max(if spaced { 3 } else { 2 }).min(sample.len());
    let mut lines = Vec::new();
    if spaced {
        let sentence = match practice.revealed {
            true => {
                let values = [("n", practice.agreed_here(asked).into()), ("of", asked.prompt().points.len().into())];
                words.fmt("interview-practice-agreed", &values)
            }
            false => words.get("interview-practice-top").into_owned(),
        };
        lines.extend(look.say(&sentence));
        lines.push(Line::blank());
    }
    let top = anchor.row(&sample, rows);
    let more = sample.len() > top + rows;
    lines.extend(sample.into_iter().skip(top).take(rows));
    if spaced {
        let more = match more {
            true => vec![key("PgDn"), text(format!(" {}", words.get("review-more")))],
            false => Vec::new(),
        };
        lines.push(Line::blank().right(more));
    }
    let left = room.saturating_sub(lines.len());
    lines.extend(windowed(points, left));
    lines
}

/// The text of the sample with a thin bar.
pub fn sample(asked: &Asked, practice: &Practice, look: &Look) -> Vec<Line> {
    let Some(sample) = practice.of(asked) else { return Vec::new() };
    let rows = rubric::own(sample.text.get(asked.setup.lang).trim(), &[], look.room(crate::ui::page::INSIDE));
    rows.into_iter().map(|row| barred(row, THIN, Token::Rule)).collect()
}

fn practice_points(interview: &Interview, asked: &Asked, practice: &Practice, look: &Look) -> Vec<Line> {
    let words = look.words;
    let sample = practice.of(asked);
    let truths = Mark::ALL.map(|mark| words.fmt("interview-true-mark", &[("mark", told::mark(mark, words).into())]));
    let longest = truths.iter().map(|told| ink::width(told.as_str())).max().unwrap_or(0);
    let columns = Columns::of(look, asked, if practice.revealed { usize::try_from(longest).unwrap_or(0) } else { 0 });
    let mut lines = Vec::new();
    for (i, (point, mark)) in asked.prompt().points.iter().zip(&practice.marks).enumerate() {
        let focused = i == interview.cursor.row && !practice.revealed;
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

/// Red flags that the word lists found: true or not?
pub fn flags(interview: &Interview, flags: &Flags, look: &Look, room: usize) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let words = look.words;
    let mut lines = Vec::new();
    for (i, row) in flags.rows.iter().enumerate() {
        let Some(flag) = asked.prompt().red_flags.get(row.flag) else { continue };
        let focused = i == interview.cursor.row;
        let token = if focused { Token::Strong } else { Token::Text };
        let mut first = true;
        for said in look.prose(look.get(&flag.text), HANG, token) {
            let mut line = Line::at(HANG, said);
            if std::mem::take(&mut first) {
                line.parts.insert(0, (LEFT, vec![warn("!")]));
                line.cursor = focused.then_some(HANG);
                let told = match row.accepted {
                    Some(true) => Some("interview-flag-true"),
                    Some(false) => Some("interview-flag-false"),
                    None => None,
                };
                line.right = told.map(|key| vec![text(words.get(key).into_owned())]).unwrap_or_default();
            }
            line.focus = focused;
            lines.push(line);
        }
        if focused {
            for why in look.prose(look.get(&flag.why), HANG, Token::Text) {
                let mut line = Line::at(HANG, why);
                line.focus = true;
                lines.push(line);
            }
        }
    }
    let row = flags.rows.get(interview.cursor.row);
    let bottom = own_place(interview, row.map_or(&[][..], |r| &r.places), look, Anchor::default(), room);
    arranged(look.say(&words.get("interview-flags-top")), lines, bottom, Vec::new(), room)
}

/// Signals from 0 to 3, and how far a story reached.
pub fn signals(interview: &Interview, signals: &Signals, look: &Look, room: usize) -> Vec<Line> {
    let words = look.words;
    let mut lines = Vec::new();
    for (i, row) in signals.rows.iter().enumerate() {
        let focused = i == interview.cursor.row;
        let name = told::signal_row(*row, words);
        let mark = match *row {
            SignalRow::Signal(_, mark) => {
                mark.map(|n| words.fmt("rehearse-met", &[("n", n.into()), ("of", Signal::MOST.into())]))
            }
            SignalRow::Scope(scope) => scope.map(|scope| told::scope(scope, words)),
        };
        let name = run(if focused { Token::Strong } else { Token::Text }, name);
        let mut line = Line::at(LEFT, vec![name]);
        line.right = mark.map(|mark| vec![text(mark)]).unwrap_or_default();
        line.bar_at(focused.then_some(LEFT));
        lines.push(line);
        if !focused {
            continue;
        }
        let mut more: Vec<Line> = Vec::new();
        match row {
            SignalRow::Signal(..) => {
                let keys = ["interview-signal-0", "interview-signal-1", "interview-signal-2", "interview-signal-3"];
                more.extend(keys.iter().enumerate().map(|(i, name)| choice(i, words.get(name).into_owned())));
            }
            SignalRow::Scope(_) => {
                more.extend(Scope::ALL.iter().enumerate().map(|(i, s)| choice(i + 1, told::scope(*s, words))));
            }
        }
        for line in &mut more {
            line.focus = true;
        }
        lines.extend(more);
    }
    arranged(
        look.say(&words.get("interview-signals-top")),
        lines,
        own_words_of(interview, look, room),
        Vec::new(),
        room,
    )
}

fn choice(digit: usize, name: String) -> Line {
    let mut line = Line::at(HANG, vec![key(digit.to_string())]);
    line.parts.push((WORD, vec![text(name)]));
    line
}

/// The first rows of the answer, as a reminder.
fn own_words_of(interview: &Interview, look: &Look, room: usize) -> Vec<Line> {
    if room < 15 {
        return Vec::new();
    }
    own_place(interview, &[], look, Anchor::default(), room)
}

/// The right end of the header while points are graded.
pub fn standing(interview: &Interview, look: &Look) -> (String, Vec<Run<'static>>, (u64, u64)) {
    let words = look.words;
    let n = interview.cursor.row + 1;
    match &interview.stage {
        Stage::Grade(grading) => {
            let of = grading.rows.len();
            let position = words.fmt("interview-point-of", &[("n", n.into()), ("of", of.into())]);
            let now = words.fmt("rehearse-met", &[("n", grading.met_if_accepted().into()), ("of", of.into())]);
            let mut right = Vec::new();
            if let Some(said) = interview.predicted {
                right.push(text(format!("{} ", words.fmt("interview-said-now", &[("n", said.into())]))));
            }
            if !interview.asked.as_ref().is_some_and(|asked| asked.setup.spoken) {
                right.push(strong(now));
            } else {
                let met = words.fmt("rehearse-met", &[("n", grading.met().into()), ("of", of.into())]);
                right.push(strong(met));
            }
            let done = grading.rows.iter().filter(|row| row.mark.is_some()).count();
            (position, right, (done as u64, of as u64))
        }
        Stage::Practice(practice) => {
            let values = [("n", (practice.sample + 1).into()), ("of", practice.of.into())];
            let done = practice.marks.iter().filter(|mark| mark.is_some()).count();
            let all = practice.marks.len();
            let done = practice.sample * all + done;
            (words.fmt("interview-sample-of", &values), Vec::new(), (done as u64, (practice.of * all) as u64))
        }
        Stage::Flags(flags) => {
            let done = flags.rows.iter().filter(|row| row.accepted.is_some()).count();
            let values = [("n", n.into()), ("all", flags.rows.len().into())];
            (words.fmt("review-position", &values), Vec::new(), (done as u64, flags.rows.len() as u64))
        }
        Stage::Signals(signals) => {
            let done = signals.rows.iter().filter(|row| row.is_marked()).count();
            let values = [("n", n.into()), ("all", signals.rows.len().into())];
            (words.fmt("review-position", &values), Vec::new(), (done as u64, signals.rows.len() as u64))
        }
        _ => (String::new(), Vec::new(), (0, 1)),
    }
}
