//! What came of the answer (S27): tries side by side, one thing to keep, one to fix, when it returns.

use crate::domain::interview::Pressure;
use crate::sessions::interview::{Asked, Debrief, Interview, PracticeDone, Try, told};
use crate::ui::glyphs::{HALF, LATER, RIGHT, RULE, RUNG};
use crate::ui::ink::{self, Run, good, key, label, muted, rich, run, strong, text, warn};
use crate::ui::lines::{Line, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{LEFT, Size};
use crate::ui::rubric;
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// The column behind the labels.
const CONTENT: i32 = 14;
/// Columns before which the figures of three tries end.
const TRIES: [i32; 3] = [25, 36, 47];
/// Width of the meter.
const METER: i32 = 20;

/// Everything. `room` rows are seen; blank rows go where they do not suffice.
pub fn lines(interview: &Interview, debrief: &Debrief, look: &Look, scene: &Scene, room: usize) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let next = next(asked, debrief, look);
    let groups = [
        look.say(&opening(debrief, look)),
        if look.small() { small_table(asked, debrief, look) } else { table(asked, debrief, look) },
        findings(asked, debrief, look),
        doing(interview, debrief, look, scene),
        next,
        best(debrief, look),
    ];
    let groups: Vec<Vec<Line>> = groups.into_iter().filter(|g| !g.is_empty()).collect();
    let whole: usize = groups.iter().map(Vec::len).sum();
    let mut spare = room.saturating_sub(whole);
    // Where not every group can have a free row before it, the first ones have it.
    let tight = spare + 1 < groups.len();
    let mut lines: Vec<Line> = Vec::new();
    for group in groups {
        if !lines.is_empty() && (spare > 0 || !tight) {
            lines.push(Line::blank());
            spare = spare.saturating_sub(1);
        }
        lines.extend(group);
    }
    // In large windows it stands beside, under the grades.
    if scene.size() != Size::Large {
        lines.extend(closing(interview, look));
        lines.extend(sounds(debrief, look));
    }
    if lines.iter().all(|line| line.cursor.is_none())
        && let Some(first) = lines.first_mut()
    {
        first.cursor = Some(LEFT);
    }
    lines
}

/// Points, more or fewer than the time before, and what the prediction was worth.
fn opening(debrief: &Debrief, look: &Look) -> String {
    let words = look.words;
    let score = debrief.verdict.score;
    let values = [("n", score.met.into()), ("of", score.points.into())];
    let points = words.fmt("interview-points", &values);
    let trend = match debrief.trend {
        None => words.get("interview-first-try").into_owned(),
        Some(n) => told::trend(n, words),
    };
    let said = debrief.off.map(|n| told::off(n, words)).unwrap_or_default();
    format!("<b>{points},</b> {trend}. {said}").trim_end().to_owned()
}

/// A row of the table: name, a figure for each try, a target with a tick where it is reached.
fn figures(look: &Look, name: &'static str, cells: Vec<String>, target: Option<(String, bool)>) -> Line {
    let mut line = Line::at(LEFT, vec![muted(look.words.get(name).into_owned())]);
    let last = cells.len().saturating_sub(1);
    for (i, cell) in cells.into_iter().enumerate() {
        let end = TRIES[i.min(TRIES.len() - 1)];
        let figure = if i == last { strong(cell) } else { text(cell) };
        line.parts.push((end - ink::width(&figure), vec![figure]));
    }
    if let Some((target, reached)) = target {
        line.right = vec![text(target), if reached { good(format!("  {RIGHT}")) } else { text("   ") }];
    }
    line
}

fn table(asked: &Asked, debrief: &Debrief, look: &Look) -> Vec<Line> {
    let words = look.words;
    let tries = &debrief.tries;
    let Some(now) = tries.last() else { return Vec::new() };
    let each = |f: &dyn Fn(&Try) -> String| tries.iter().map(f).collect::<Vec<_>>();
    let mut head = Line::at(LEFT, Vec::new());
    for (i, one) in tries.iter().enumerate() {
        let name = words.fmt("interview-try-n", &[("n", one.number.into())]);
        let name = if i + 1 == tries.len() { strong(name) } else { muted(name) };
        head.parts.push((TRIES[i.min(2)] - ink::width(&name), vec![name]));
    }
    let points = each(&|t| words.fmt("rehearse-met", &[("n", t.met.into()), ("of", t.points.into())]));
    let mut points = figures(look, "interview-row-points", points, None);
    points.right = meter(f64::from(now.met) / f64::from(now.points.max(1)));
    let word_target = (!now.spoken).then(|| {
        let (from, to) = asked.target_words();
        let said = words.fmt("interview-target-words", &[("from", from.into()), ("to", to.into())]);
        (said, (from..=to).contains(&now.words))
    });
    let limit = asked.setup.answer_ms(asked.prompt());
    let time_target = (now.pressure != Pressure::Untimed && limit > 0).then(|| {
        let said = words.fmt("interview-target-time", &[("time", words.clock(limit / 1000).into())]);
        (said, now.took_ms <= limit)
    });
    let off = debrief.off.map(|off| (words.fmt("interview-off-by", &[("n", off.unsigned_abs().into())]), off == 0));
    let said = each(&|t| t.predicted.map_or_else(|| "-".to_owned(), |n| n.to_string()));
    let mut lines = vec![
        head,
        points,
        figures(look, "interview-row-words", each(&|t| t.words.to_string()), word_target),
        figures(look, "interview-row-time", each(&|t| words.clock(t.took_ms / 1000)), time_target),
        figures(look, "interview-row-said", said, off),
    ];
    lines.extend(level(asked, debrief, look));
    lines
}

/// The ladder level that the answer showed.
fn level(asked: &Asked, debrief: &Debrief, look: &Look) -> Vec<Line> {
    let words = look.words;
    let name = muted(words.get("rehearse-level").into_owned());
    let said = told::verdict(&debrief.verdict, asked.setup.target, words);
    let x = content(look);
    let mut lines = stack(flow(&[text(said)], look.room(x)), x);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![name]));
    }
    lines
}

fn small_table(asked: &Asked, debrief: &Debrief, look: &Look) -> Vec<Line> {
    let words = look.words;
    let Some(now) = debrief.tries.last() else { return Vec::new() };
    let row = |name: &'static str, value: String| {
        let mut line = Line::at(LEFT, vec![muted(words.get(name).into_owned())]);
        line.parts.push((CONTENT - 2, vec![text(value)]));
        line
    };
    let (from, to) = asked.target_words();
    let target = words.fmt("interview-target-words", &[("from", from.into()), ("to", to.into())]);
    let mut lines = vec![
        row("interview-row-words", format!("{}, {target}", now.words)),
        row("interview-row-time", words.clock(now.took_ms / 1000)),
    ];
    lines.extend(level(asked, debrief, look));
    lines
}

/// A meter as a piece of a row.
fn meter(share: f64) -> Vec<Run<'static>> {
    let halves = ((share * f64::from(2 * METER)).round() as i32).clamp(0, 2 * METER);
    let (full, half) = (halves / 2, halves % 2);
    let token = if share >= 1.0 { Token::Good } else { Token::Accent };
    let count = |n: i32| usize::try_from(n).unwrap_or(0);
    vec![
        run(token, RUNG.repeat(count(full)) + if half == 1 { HALF } else { "" }),
        run(Token::Rule, RULE.repeat(count(METER - full - half))),
    ]
}

/// What to keep and what to fix, and red flags that were said.
fn findings(asked: &Asked, debrief: &Debrief, look: &Look) -> Vec<Line> {
    let words = look.words;
    let points = &asked.prompt().points;
    let mut lines = Vec::new();
    if let Some((keep, point)) = debrief.keep.and_then(|keep| Some((keep, points.get(keep.point)?))) {
        let said = told::keep(keep, debrief.trend.is_none(), look.get(&point.text), words);
        lines.extend(labelled(look, run(Token::Add, "+"), words.get("interview-keep-label").into_owned(), &said));
    }
    if let Some(point) = debrief.fix.as_ref().and_then(|fix| points.get(fix.point)) {
        let values = [("point", look.get(&point.text).into()), ("met", look.get(&point.met).into())];
        let said = words.fmt("interview-fix", &values);
        lines.extend(labelled(look, warn(LATER), words.get("interview-fix-label").into_owned(), &said));
    }
    for id in &debrief.rehearsed.red_flags {
        let flag = asked.prompt().red_flags.iter().find(|flag| flag.id == *id);
        let said = flag.map_or("", |flag| look.get(&flag.text));
        lines.extend(labelled(look, warn("!"), words.get("interview-flag-label").into_owned(), said));
    }
    lines
}

fn labelled(look: &Look, mark: Run<'static>, name: String, said: &str) -> Vec<Line> {
    let x = content(look);
    let mut lines = stack(flow(&rich(said), look.room(x)), x);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![label(name)]));
        first.mark = Some(mark);
    }
    lines
}

fn content(look: &Look) -> i32 {
    if look.small() { CONTENT - 2 } else { CONTENT }
}

/// The drill and the lesson of what is to be fixed.
fn doing(interview: &Interview, debrief: &Debrief, look: &Look, scene: &Scene) -> Vec<Line> {
    let Some(fix) = &debrief.fix else { return Vec::new() };
    let words = look.words;
    let topic = scene.study.catalog.topics.get(&fix.lesson);
    let title = topic.map_or_else(|| fix.lesson.local().to_owned(), |t| look.get(&t.title).to_owned());
    let minutes = topic.map_or(0, |t| u64::from(t.minutes));
    let rows = [
        (words.get("interview-do-drill").into_owned(), words.minutes(1)),
        (
            words.fmt("today-row-lesson", &[("title", title.into())]),
            if minutes > 0 { words.minutes(minutes) } else { String::new() },
        ),
    ];
    let row = |(i, (name, time)): (usize, (String, String))| {
        let focused = interview.cursor.row == i + 1;
        let name = run(if focused { Token::Sel } else { Token::Text }, name);
        let mut line = Line::at(content(look), vec![name]).right(vec![text(time)]);
        line.bar_at(focused.then_some(content(look)));
        line
    };
    rows.into_iter().enumerate().map(row).collect()
}

/// When the answer returns, and which points come back on their own.
fn next(asked: &Asked, debrief: &Debrief, look: &Look) -> Vec<Line> {
    let words = look.words;
    let x = content(look);
    let mut lines = Vec::new();
    if let Some(day) = debrief.returns {
        let today = debrief.rehearsed.day;
        let day = if day <= today { words.in_days(0) } else { words.date(day.0) };
        let said = words.fmt("interview-returns", &[("day", day.into())]);
        lines.extend(stack(flow(&rich(&said), look.room(x)), x));
    }
    let name = |at: usize| asked.prompt().points.get(at).map_or("", |p| look.get(&p.text));
    let joins = match debrief.joins[..] {
        [] => None,
        [one] => Some(words.fmt("interview-joins", &[("point", name(one).into())])),
        ref many => Some(words.fmt("interview-join", &[("n", many.len().into())])),
    };
    if let Some(joins) = joins {
        lines.extend(stack(flow(&rich(&joins), look.room(x)), x));
    }
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![label(words.get("interview-next-label").into_owned())]));
    }
    lines
}

fn best(debrief: &Debrief, look: &Look) -> Vec<Line> {
    let words = look.words;
    let number = debrief.tries.last().map_or(1, |t| t.number);
    let key_ = match (debrief.best, number) {
        (true, 1) => "interview-kept",
        (true, _) => "interview-best",
        (false, _) => "interview-kept-beside",
    };
    let open = vec![key("A"), text(format!(" {}", words.get("hint-open")))];
    let said = words.fmt(key_, &[("n", number.into())]);
    let mut lines = stack(flow(&[text(said)], look.room(LEFT).saturating_sub(ink::width(&open) as usize + 2)), LEFT);
    if let Some(last) = lines.last_mut() {
        last.right = open;
    }
    lines
}

/// What the level that was asked for sounds like, and the one that was reached.
fn sounds(debrief: &Debrief, look: &Look) -> Vec<Line> {
    let mut lines = Vec::new();
    for (level, said) in debrief.sounds() {
        let name = look.words.fmt("interview-sounds-like", &[("n", level.into())]);
        lines.extend([Line::blank(), Line::at(LEFT, vec![label(name)])]);
        lines.extend(stack(look.prose(look.get(said), LEFT, Token::Text), LEFT));
    }
    lines
}

/// The points as they stand now, for the pane of large windows.
pub fn points(interview: &Interview, debrief: &Debrief, look: &Look) -> Vec<Line> {
    let Some(asked) = &interview.asked else { return Vec::new() };
    let words = look.words;
    let mut lines = vec![Line::at(LEFT, vec![label(words.get("rehearse-marks").into_owned())]), Line::blank()];
    for (point, marked) in asked.prompt().points.iter().zip(&debrief.rehearsed.points) {
        lines.push(Line::at(LEFT, vec![text(look.get(&point.text).to_owned())]).right(rubric::mark(
            words,
            marked.mark,
            false,
        )));
    }
    lines.extend(sounds(debrief, look));
    lines.extend(closing(interview, look));
    lines
}

/// What the interviewer says last.
fn closing(interview: &Interview, look: &Look) -> Vec<Line> {
    let close = interview.said();
    if close.is_empty() {
        return Vec::new();
    }
    [vec![Line::blank()], rubric::said(look, &close)].concat()
}

/// What the practice of grading came to.
pub fn practised(done: &PracticeDone, look: &Look) -> Vec<Line> {
    let values = [("n", done.agreed.into()), ("of", done.of.into())];
    look.say(&look.words.fmt("interview-practised", &values))
}
