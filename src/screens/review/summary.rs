//! The end of a review: what was recalled, what lasts longer now, what comes back, one thing to do about it.

use std::collections::BTreeSet;

use crate::domain::event::Rating;
use crate::domain::sorting::Arrange;
use crate::domain::text::Text;
use crate::sessions::effect::{Queue, Route};
use crate::sessions::review::{Done, ItemResult, Review, SummaryRow};
use crate::sessions::study::{PlanRow, Study};
use crate::ui::glyphs::{FADING, RIGHT, RULE, RUNG};
use crate::ui::ink::{self, Run, good, label, muted, rich, run, text, warn};
use crate::ui::page::{INSIDE, LEFT};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

use super::lines::{Line, beside, stack};
use super::look::{Look, flow};
use super::view;

/// The column behind the labels.
const CONTENT: i32 = 20;

/// Sure answers from which on something can be said about them.
const ENOUGH: usize = 3;

/// Right answers among sure ones from which on they are well calibrated.
const CALIBRATED: f64 = 0.85;

/// Cells under which labels stand above what they name.
const NARROW: i32 = 59;

fn is_narrow(look: &Look) -> bool {
    look.edge < NARROW
}

/// What the plan has next, as the summary offers it.
pub struct Next {
    /// What it is.
    pub text: String,
    /// Minutes that it takes; 0 when that is unknown.
    pub minutes: u16,
    /// Where it is.
    pub route: Route,
}

/// The next thing of today's plan that is no review: that was just done.
pub fn next_in_plan(look: &Look, study: &Study) -> Option<Next> {
    study.plan.rows.iter().find_map(|row| match row {
        PlanRow::Review { .. } | PlanRow::Resume { .. } => None,
        PlanRow::Lesson { topic, title, minutes, .. } => Some(Next {
            text: look.words.fmt("review-next-lesson", &[("title", look.get(title).into())]),
            minutes: *minutes,
            route: Route::Lesson(topic.clone(), None),
        }),
        PlanRow::Questions { topic, title, items, minutes } => Some(Next {
            text: look.words.fmt("review-next-questions", &[("title", look.get(title).into())]),
            minutes: *minutes,
            route: Route::Review(Queue::New(topic.clone(), *items)),
        }),
        PlanRow::Ask { answer, .. } => Some(Next {
            text: look.words.fmt("review-next-answer", &[("title", look.get(&answer.title).into())]),
            minutes: answer.minutes,
            route: answer.route(),
        }),
    })
}

/// The summary's rows; those around the focus where not all of them fit into `room`.
pub fn place(look: &Look, scene: &Scene, review: &Review, done: &Done, room: usize) -> Vec<Line> {
    for most in [6, 3, 2, 1, 0] {
        let lines = lines(look, scene, review, done, most);
        if lines.len() <= room || most == 0 {
            return super::ask::window(&lines, room);
        }
    }
    Vec::new()
}

fn lines(look: &Look, scene: &Scene, review: &Review, done: &Done, most: usize) -> Vec<Line> {
    let mut out = headline(look, review);
    let tables = [longer(look, review, most), soon(look, scene, review, most), guessed(look, review, most)].concat();
    let confidence = confidence(look, review);
    let mut groups = vec![tables, confidence];
    let (one_thing, rest) = offers(look, scene, done);
    if look.small() {
        groups.insert(0, one_thing);
    } else {
        groups.push(one_thing);
    }
    groups.push(rest);
    groups.push(left(look, review, done));
    for group in groups.into_iter().filter(|g| !g.is_empty()) {
        out.push(Line::blank());
        out.extend(group);
    }
    out
}

/// "You recalled 12 of 14.", and a sign for each answer.
fn headline(look: &Look, review: &Review) -> Vec<Line> {
    let (right, all) = review.recalled();
    let message = look.words.fmt("review-recalled", &[("right", right.into()), ("all", all.into())]);
    let sentence = rich(&message);
    let room = look.edge - LEFT - ink::width(&sentence) - 3;
    let results: Vec<bool> = review.results.iter().map(|r| r.rating.is_recall(r.guess)).collect();
    vec![Line::at(LEFT, sentence).right(strip(&results, room))]
}

/// Signs stand apart where there is room, else side by side; of what still does not fit the latest are shown.
fn strip(results: &[bool], room: i32) -> Vec<Run<'static>> {
    let room = usize::try_from(room).unwrap_or(0);
    let apart = results.len() * 2 <= room + 1;
    let mut runs = Vec::new();
    for right in &results[results.len().saturating_sub(room)..] {
        if apart && !runs.is_empty() {
            runs.push(text(" "));
        }
        runs.push(if *right { run(Token::Good, RUNG) } else { run(Token::Warn, RULE) });
    }
    runs
}

/// A table of one label: its rows are a name and what is said about it. In a narrow window the label stands above.
fn table(look: &Look, name: &str, rows: Vec<(String, String)>) -> Vec<Line> {
    let x = if is_narrow(look) { INSIDE } else { CONTENT };
    let mut lines: Vec<Line> =
        rows.into_iter().map(|(what, figure)| Line::at(x, vec![text(what)]).right(vec![text(figure)])).collect();
    if lines.is_empty() {
        return lines;
    }
    if is_narrow(look) {
        lines.insert(0, Line::at(LEFT, vec![muted(name.to_owned())]));
    } else if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![muted(name.to_owned())]));
    }
    lines
}

/// The section of a result, or its topic where it has none.
fn place_of<'a>(look: &Look, result: &'a ItemResult) -> &'a str {
    let pick = |text: &'a Text| text.get(look.lang);
    let section = pick(&result.crumbs.section);
    if section.is_empty() { pick(&result.crumbs.topic) } else { section }
}

/// What is held longer now: from how many days to how many, one row for each section.
fn longer(look: &Look, review: &Review, most: usize) -> Vec<Line> {
    let mut found: Vec<(&ItemResult, u16, u16)> = review
        .results
        .iter()
        .filter_map(|r| {
            let (before, after) = (r.before?.interval, r.after?.interval);
            (before > 0 && after > before).then_some((r, before, after))
        })
        .collect();
    found.arrange_by_key(|(_, before, after)| std::cmp::Reverse(after - before));
    let mut seen = BTreeSet::new();
    let rows = found
        .into_iter()
        .filter(|(r, ..)| seen.insert(place_of(look, r)))
        .take(most)
        .map(|(r, before, after)| {
            let span = look.words.fmt("review-days-to", &[("from", before.into()), ("to", after.into())]);
            (place_of(look, r).to_owned(), span)
        })
        .collect();
    table(look, &look.words.get("review-held-longer"), rows)
}

/// What comes back today or tomorrow.
fn soon(look: &Look, scene: &Scene, review: &Review, most: usize) -> Vec<Line> {
    let mut seen = BTreeSet::new();
    let mut rows = Vec::new();
    for result in review.results.iter().rev() {
        let Some(after) = result.after.filter(|m| m.in_step() || m.interval <= 1) else { continue };
        if !seen.insert(place_of(look, result)) || rows.len() >= most {
            continue;
        }
        let when = match after.due_utc {
            Some(due) => {
                let seconds = u64::try_from((due - scene.now.utc) / 1000).unwrap_or(0);
                look.words.minutes_of(seconds)
            }
            None => look.words.in_days(u32::try_from(after.due_day.since(scene.now.day)).unwrap_or(0)),
        };
        rows.insert(0, (place_of(look, result).to_owned(), when));
    }
    table(look, &look.words.get("review-back-soon"), rows)
}

/// Right answers that were guesses.
fn guessed(look: &Look, review: &Review, most: usize) -> Vec<Line> {
    let guesses: Vec<&ItemResult> = review.results.iter().filter(|r| r.right && r.guess).collect();
    let mut seen = BTreeSet::new();
    let rows = guesses
        .iter()
        .map(|r| place_of(look, r))
        .filter(|place| seen.insert(*place))
        .take(most)
        .map(|place| (place.to_owned(), look.words.get("review-not-known-yet").into_owned()))
        .collect();
    table(look, &look.words.get("review-guessed-right"), rows)
}

/// How sure the learner was, against how often that was right.
fn confidence(look: &Look, review: &Review) -> Vec<Line> {
    let (sure, right) = review.confidence();
    if sure == 0 {
        return Vec::new();
    }
    let figures = look.words.fmt("review-sure", &[("sure", sure.into()), ("right", right.into())]);
    let verdict = if sure < ENOUGH {
        Vec::new()
    } else if right as f64 >= CALIBRATED * sure as f64 {
        vec![good(RIGHT), text(format!(" {}", look.words.get("review-calibrated")))]
    } else {
        vec![warn(FADING), text(format!(" {}", look.words.get("review-more-sure-than-right")))]
    };
    labelled(look, &look.words.get("review-confidence"), vec![text(figures)], verdict)
}

/// A capital label, its content at [`CONTENT`] (wrapped), and something at the right of the first row, or below.
fn labelled(look: &Look, name: &str, content: Vec<Run<'static>>, right: Vec<Run<'static>>) -> Vec<Line> {
    let taken = ink::width(&right);
    if is_narrow(look) {
        let mut lines = vec![Line::at(LEFT, vec![label(name.to_owned())])];
        lines.extend(stack(flow(&content, look.room(INSIDE)), INSIDE));
        lines.extend((taken > 0).then(|| Line::at(INSIDE, right)));
        return lines;
    }
    let one_row = CONTENT + ink::width(&content) + 2 + taken <= look.edge;
    let mut lines = vec![Line::at(LEFT, vec![label(name.to_owned())])];
    lines = beside(lines, flow(&content, look.room(CONTENT)), CONTENT);
    if taken > 0 && one_row {
        lines[0].right = right;
    } else if taken > 0 {
        lines.push(Line::at(CONTENT, right));
    }
    lines
}

/// The offers with their focus: what comes back and ONE THING, then what is next.
fn offers(look: &Look, scene: &Scene, done: &Done) -> (Vec<Line>, Vec<Line>) {
    let mut again = Vec::new();
    let mut thing = Vec::new();
    let mut next = Vec::new();
    for (i, row) in done.rows.iter().enumerate() {
        let focused = i == done.focus;
        match row {
            SummaryRow::ComeBack(n) => {
                let what = look.words.fmt("review-ask-steps", &[("n", (*n).into())]);
                again = offer(look, &look.words.get("review-again"), what, String::new(), focused);
            }
            SummaryRow::ReadSection { topic, .. } => {
                thing.extend(offer(
                    look,
                    "",
                    look.words.get("review-read-section").into_owned(),
                    reading(look, scene, topic),
                    focused,
                ));
            }
            SummaryRow::MoreQuestions { items, ms } => {
                let what = look.words.fmt("review-practise", &[("n", items.len().into())]);
                thing.extend(offer(look, "", what, look.words.minutes_of(ms / 1000), focused));
            }
            SummaryRow::NextInPlan(route) => next = next_row(look, scene, route, focused),
        }
    }
    if !thing.is_empty() {
        let mut lines =
            labelled(look, &look.words.get("review-one-thing"), vec![text(one_thing(look, done))], Vec::new());
        if !look.small() {
            lines.push(Line::blank());
        }
        lines.extend(thing);
        thing = lines;
    }
    // The focus goes from top to bottom: what comes back in a moment stands before everything else.
    if !again.is_empty() && !thing.is_empty() {
        again.push(Line::blank());
    }
    again.extend(thing);
    (again, next)
}

fn offer(look: &Look, name: &str, what: String, figure: String, focused: bool) -> Vec<Line> {
    let base = if focused { Token::Sel } else { Token::Text };
    let x = if is_narrow(look) { INSIDE } else { CONTENT };
    let mut line = Line::at(x, vec![run(base, what)]).right(vec![text(figure)]);
    if line.right[0].text.is_empty() {
        line.right.clear();
    }
    if !name.is_empty() && !is_narrow(look) {
        line.parts.insert(0, (LEFT, vec![label(name.to_owned())]));
    }
    line.bar_at(focused.then_some(x));
    vec![line]
}

fn next_row(look: &Look, scene: &Scene, route: &Route, focused: bool) -> Vec<Line> {
    let name = look.words.get("review-next");
    match (route, next_in_plan(look, scene.study)) {
        (Route::Today, Some(next)) => {
            let minutes = if next.minutes > 0 { look.words.minutes(next.minutes.into()) } else { String::new() };
            offer(look, &name, next.text, minutes, focused)
        }
        (Route::Path(_), _) => {
            offer(look, &name, look.words.get("review-back-to-path").into_owned(), String::new(), focused)
        }
        _ => offer(look, &name, look.words.get("review-back-to-today").into_owned(), String::new(), focused),
    }
}

/// About how long a section of a topic takes to read.
fn reading(look: &Look, scene: &Scene, topic: &crate::domain::ids::TopicId) -> String {
    let head = scene.study.catalog.topics.get(topic);
    head.map_or_else(String::new, |head| {
        let sections = head.sections.len().max(1) as u64;
        look.words.minutes(u64::from(head.minutes).div_ceil(sections).max(1))
    })
}

/// "Both misses are about column order."
fn one_thing(look: &Look, done: &Done) -> String {
    let (here, all) = done.misses;
    let section = done.one_thing.as_ref().map(|c| {
        let section = look.get(&c.section);
        if section.is_empty() { look.get(&c.topic) } else { section }
    });
    let values = [("here", here.into()), ("all", all.into()), ("section", section.unwrap_or_default().into())];
    let key = match (here, all) {
        (1, 1) => return look.words.fmt("review-one-miss", &values[2..]),
        (2, 2) => return look.words.fmt("review-both-misses", &values[2..]),
        (here, all) if here == all => return look.words.fmt("review-all-misses", &values[1..]),
        _ => "review-some-misses",
    };
    look.words.fmt(key, &values)
}

/// What the time did not suffice for.
fn left(look: &Look, review: &Review, done: &Done) -> Vec<Line> {
    if done.left == 0 || !review.is_kept() {
        return Vec::new();
    }
    let minutes = look.words.minutes_of(review.left_ms() / 1000);
    let what = look.words.fmt("review-left-items", &[("n", done.left.into()), ("minutes", minutes.into())]);
    labelled(look, &look.words.get("review-left"), vec![text(what)], Vec::new())
}

/// Every answer of the session, for the pane of a large window.
pub fn answers(look: &Look, review: &Review, room: usize) -> Vec<Line> {
    let mut out = vec![Line::at(LEFT, vec![label(look.words.get("review-answers").into_owned())]), Line::blank()];
    let skip = review.results.len().saturating_sub(room.saturating_sub(out.len()));
    for result in review.results.iter().skip(skip) {
        let grade = super::saved::word(look.words, result.rating);
        let token = if result.rating == Rating::Forgot { Token::Strong } else { Token::Text };
        let mut rows = look.prose(look.get(&result.prompt), LEFT + 2, Token::Text);
        rows.truncate(1);
        let outcome =
            if result.right { crate::domain::grading::Outcome::Right } else { crate::domain::grading::Outcome::Wrong };
        let mark = view::outcome_mark(outcome);
        out.extend(stack(rows, LEFT + 2).into_iter().map(|mut line| {
            line.parts.insert(0, (LEFT, vec![mark.clone()]));
            line.right(vec![run(token, grade.clone())])
        }));
    }
    out.truncate(room);
    out
}

/// The word at the right of the header: "14 items, 9 min 20 s".
pub fn header(look: &Look, review: &Review) -> String {
    let values = [("n", review.results.len().into()), ("time", look.words.duration(review.spent_ms / 1000).into())];
    look.words.fmt("review-items-time", &values)
}
