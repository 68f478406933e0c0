//! Grading: the own answer by rubric (S25), red flags, signals and scope.

use crate::domain::rubric::{Mark, Point, Scope, Signal};
use crate::sessions::interview::{Asked, Flags, GradeRow, Grading, Interview, Place, SignalRow, Signals, Stage, told};
use crate::ui::ink::{self, Run, key, label, muted, run, strong, text, warn};
use crate::ui::lines::{Line, focus_of, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{HANG, LEFT};
use crate::ui::rubric::{self, MARKS};
use crate::ui::theme::Token;

use super::ask::own_answer;
use super::marks::{around, quote};
use super::window::{Parts, Told, Window};

/// The column of a mark's word in the anchors of a point.
const WORD: i32 = 9;
/// Cells that a quote of own words needs to be worth its place.
const OWN: i32 = 20;
/// Rows of own words that are seen below the points.
const WORDS: usize = 2;
/// With fewer rows there is room for nothing but one point.
pub const TIGHT: usize = 10;

/// Where marks and own words stand beside the texts of points.
pub struct Columns {
    /// The column of the marks.
    marks: i32,
    /// The column of own words; `None` where long texts of points leave no room for them.
    own: Option<i32>,
}

impl Columns {
    /// The texts of points come first: marks stand where the pictures have them while the texts fit, else further right. `keep` are cells that
    /// the words behind a mark need in any case.
    pub fn of(look: &Look, asked: &Asked, keep: usize) -> Columns {
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
pub fn point_line(
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
pub fn anchors(look: &Look, point: &Point, now: Option<Mark>, suggested: bool) -> Vec<Line> {
    let words = look.words;
    let longest = Mark::ALL.into_iter().map(|m| ink::width(told::mark(m, words).as_str())).max().unwrap_or(0);
    let x = WORD + longest + 3;
    let mut lines = Vec::new();
    for (i, mark) in Mark::ALL.into_iter().enumerate() {
        let current = now == Some(mark);
        let meaning = match mark {
            Mark::Missed => words.get("interview-missed-means").into_owned(),
            Mark::Partly => look.get(&point.partly).to_owned(),
            Mark::Met => look.get(&point.met).to_owned(),
        };
        if look.small() {
            lines.extend(narrow_anchor(look, i, mark, &meaning, current));
            continue;
        }
        let right = match current && suggested {
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

/// An anchor in a narrow column: its mark and what it means in one sentence.
fn narrow_anchor(look: &Look, i: usize, mark: Mark, meaning: &str, current: bool) -> Vec<Line> {
    let word = run(if current { Token::Strong } else { Token::Text }, format!("{}:", told::mark(mark, look.words)));
    let meaning = look.prose_in(meaning, usize::from(u16::MAX), Token::Text).into_iter().flatten();
    let runs: Vec<Run> = [word, text(" ")].into_iter().chain(meaning).collect();
    let mut lines = stack(flow(&runs, look.room(WORD)), WORD);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (HANG, vec![key((i + 1).to_string())]));
    }
    for line in &mut lines {
        line.focus = true;
    }
    lines
}

/// The first row of a window of `room` rows that has what has the focus in it.
pub fn focused_top(lines: &[Line], room: usize) -> usize {
    if lines.len() <= room {
        return 0;
    }
    let (first, end) = focus_of(lines).unwrap_or((0, 0));
    // A row before and one after the focus tell that there is more.
    if end < room { 0 } else { (end + 1).min(lines.len()).saturating_sub(room).min(first) }
}

/// Lines cut to `room`, what has the focus among them.
pub fn windowed(lines: Vec<Line>, room: usize) -> Vec<Line> {
    let from = focused_top(&lines, room);
    lines.into_iter().skip(from).take(room).collect()
}

/// Top and own words around points: what may go does so until everything fits, then the points are a window.
fn arranged(top: Vec<Line>, points: Vec<Line>, own: Own, tip: Vec<Line>, room: usize) -> Parts {
    let bottom = own.head.len() + own.window.seen;
    let (t, p, b) = (top.len() + 1, points.len(), bottom + 1);
    let with_tip = t + p + b + tip.len() + 2 <= room;
    let with_top = t + p + b <= room;
    let spaced = with_top || p + b <= room;
    let mut above = Vec::new();
    if with_top && !top.is_empty() {
        above.extend(top);
        above.push(Line::blank());
    }
    let below = bottom + usize::from(spaced);
    above.extend(windowed(points, room.saturating_sub(above.len() + below).max(1)));
    if spaced {
        above.push(Line::blank());
    }
    let told = if own.head.is_empty() { Told::Rule } else { Told::Above };
    above.extend(own.head);
    let mut below = Vec::new();
    if with_tip && !tip.is_empty() {
        below.push(Line::blank());
        below.extend(tip);
    }
    Parts { above, window: own.window, below, told }
}

fn thin_rule() -> Line {
    Line { rule: true, ..Line::default() }
}

/// The own answer, point by point.
pub fn points(interview: &Interview, grading: &Grading, look: &Look, room: usize) -> Parts {
    let Some(asked) = &interview.asked else { return Parts::default() };
    let words = look.words;
    let focus = interview.cursor.row;
    let columns = Columns::of(look, asked, 0);
    let tight = room < TIGHT;
    let mut lines = Vec::new();
    for (i, (point, row)) in asked.prompt().points.iter().zip(&grading.rows).enumerate() {
        let focused = i == focus;
        if tight && !focused {
            continue;
        }
        let now = row.mark.or(row.suggested);
        let mark = now.map_or(Vec::new(), |mark| rubric::mark(words, mark, row.mark.is_none()));
        let open = row.mark.is_none() && !focused;
        let own = own_words(interview, row, open, look);
        lines.extend(point_line(look, &columns, i, look.get(&point.text), focused, mark, own));
        if focused {
            lines.extend(anchors(look, point, now, row.mark.is_none() && row.suggested.is_some()));
        }
    }
    let places = grading.rows.get(focus).map_or(&[][..], |row| &row.places);
    if tight {
        // The point and the own words are one text then, which pages scroll.
        let own = own_place(interview, places, look, room, usize::MAX);
        lines.push(Line::blank());
        lines.extend(own.head.into_iter().filter(|line| !line.rule));
        lines.extend(own.window.lines);
        return Parts::list(lines, room);
    }
    let top = look.say(&words.get("interview-grade-top"));
    let tip = if asked.setup.spoken { "interview-grade-tip-spoken" } else { "interview-grade-tip" };
    let tip = look.say(&words.get(tip));
    // Rows that nothing else needs show more of the own answer: blank rows, rule and name are five.
    let free = room.saturating_sub(top.len() + lines.len() + tip.len() + 5);
    let own = own_place(interview, places, look, room, free.max(own_rows(room)));
    arranged(top, lines, own, tip, room)
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

/// Rows of own words below the points, at least; where nothing was found, the answer itself, which scrolls.
fn own_rows(room: usize) -> usize {
    match room {
        0..TIGHT => 1,
        TIGHT..19 => WORDS,
        _ => 3,
    }
}

/// Own words below the points.
struct Own {
    /// Their name, where there is room for it.
    head: Vec<Line>,
    window: Window,
}

/// The words that were found for a row, else the whole answer, of which `rows` are seen.
fn own_place(interview: &Interview, places: &[Place], look: &Look, room: usize, rows: usize) -> Own {
    let words = look.words;
    let at = interview.cursor.place.min(places.len().saturating_sub(1));
    let (name, right, window) = match places.get(at) {
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
            let rows = if rows == usize::MAX { rows } else { own_rows(room).min(WORDS) };
            (name, right, Window::whole(stack(around(interview, place, look, rows), LEFT)))
        }
        None => {
            let all = own_answer(interview, look);
            let seen = all.len().min(rows);
            let name = match interview.asked.as_ref().is_some_and(|asked| asked.setup.spoken) {
                true => words.get("interview-your-key-words"),
                false => words.get("interview-not-found"),
            };
            (name.into_owned(), Vec::new(), Window::new(all, seen))
        }
    };
    let head = vec![thin_rule(), Line::at(LEFT, vec![label(name)]).right(right)];
    Own { head, window }
}

/// Red flags that the word lists found: true or not?
pub fn flags(interview: &Interview, flags: &Flags, look: &Look, room: usize) -> Parts {
    let Some(asked) = &interview.asked else { return Parts::default() };
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
    let mut own = own_place(interview, row.map_or(&[][..], |r| &r.places), look, room, own_rows(room));
    if room < TIGHT {
        own.head.clear();
    }
    arranged(look.say(&words.get("interview-flags-top")), lines, own, Vec::new(), room)
}

/// Signals from 0 to 3, and how far a story reached.
pub fn signals(interview: &Interview, signals: &Signals, look: &Look, room: usize) -> Parts {
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
fn own_words_of(interview: &Interview, look: &Look, room: usize) -> Own {
    if room < 15 {
        return Own { head: Vec::new(), window: Window::default() };
    }
    let mut own = own_place(interview, &[], look, room, own_rows(room));
    own.head.truncate(1);
    let name = label(look.words.get("review-your-answer").into_owned());
    own.head.push(Line::at(LEFT, vec![name]));
    own
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
