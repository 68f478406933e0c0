//! The pictures of a mock interview.

use crate::sessions::action::{Action, State};
use crate::sessions::mock::{Area, Break, Kept, Mock, Report, Stage, told};
use crate::ui::footer::Footer;
use crate::ui::glyphs::{READY, RULE, RUNG, TEE_DOWN, TEE_UP, THIN};
use crate::ui::header::Session;
use crate::ui::ink::{Run, accent, good, label, muted, run, strong, text, warn};
use crate::ui::lines::{Anchor, Line, more_on_rule, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;

/// The reading width with its margins.
const COLUMN: i32 = 80;
/// Rows of a page that are no content: header, rule, a free row, rule, footer.
const FRAME: u16 = 5;
/// Cells of the pane beside it, at least.
const PANE: i32 = 36;
/// The column of sentences that have a label before them.
const TOLD: i32 = 17;
/// Columns before the edge at which figures end: points, share, time.
const ENDS: [i32; 3] = [45, 37, 22];
/// The column before the edge at which the meter of an area begins, its cells, and where the word after it begins.
const METER: (i32, i32, i32) = (20, 8, 10);

/// Rows for lines.
pub fn room(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1.saturating_sub(FRAME)).max(1)
}

fn look<'a>(scene: &Scene<'a>) -> Look<'a> {
    Look::of(scene, i32::from(scene.area.0).min(COLUMN))
}

/// Draws everything.
pub fn draw(mock: &Mock, anchor: Anchor, scene: &Scene<'_>, page: &mut Page) {
    let words = scene.words;
    let (title, position, done) = header(mock, scene);
    let right = match &mock.stage {
        Stage::Report(report) => muted(told::date(report.utc, report.offset_min, words)),
        Stage::Break(at) => text(words.fmt("mock-clock-left", &[("time", words.clock(at.left_ms / 1000).into())])),
        _ => text(String::new()),
    };
    let right = [right];
    Session { title: &title, position: &position, right: &right, done }.draw(page);
    let pane = pane(mock, scene);
    footer(mock, scene, pane.is_some()).draw(page);
    page.set_cursor(LEFT, TOP);
    column(&lines(mock, scene, pane.is_some()), anchor, scene, page);
    if let Some(lines) = pane {
        let (width, height) = (page.width(), page.height());
        page.column(COLUMN, 2, height - 2, THIN, Token::Rule);
        page.put(COLUMN, 1, &run(Token::Rule, TEE_DOWN));
        page.put(COLUMN, height - 2, &run(Token::Rule, TEE_UP));
        page.part(COLUMN, 0, width - COLUMN, height, |page| {
            for (i, line) in lines.iter().enumerate() {
                line.draw(page, TOP + i as i32);
            }
        });
    }
}

/// The questions that stand beside the areas of a report, where all of them fit; else Enter shows them in place of the areas.
pub fn pane(mock: &Mock, scene: &Scene) -> Option<Vec<Line>> {
    let Stage::Report(report) = &mock.stage else { return None };
    let width = i32::from(scene.area.0) - COLUMN;
    let is_wide = scene.size() == Size::Large && width >= PANE;
    let lines = is_wide.then(|| questions(report, &Look::of(scene, width)))?;
    (lines.len() <= room(scene)).then_some(lines)
}

fn column(lines: &[Line], anchor: Anchor, scene: &Scene<'_>, page: &mut Page) {
    let room = room(scene);
    let top = anchor.row(lines, room);
    let (width, height) = (look(scene).edge + 1, page.height());
    page.part(0, 0, width, height, |part| {
        for (i, line) in lines.iter().skip(top).take(room).enumerate() {
            line.draw(part, TOP + i as i32);
        }
        if lines.len() > top + room {
            more_on_rule(part, height - 2, scene.words);
        }
    });
}

/// Length and level are left out of narrow windows.
fn title(minutes: u16, level: u8, scene: &Scene<'_>) -> String {
    match scene.size() <= Size::Small {
        true => scene.words.get("mock-title-short").into_owned(),
        false => told::title(minutes, level, scene.words),
    }
}

fn header(mock: &Mock, scene: &Scene<'_>) -> (String, String, (u64, u64)) {
    let words = scene.words;
    if let Stage::Report(report) = &mock.stage {
        let title = title(report.mocked.minutes, report.mocked.level, scene);
        return (
            title,
            look(scene).get(&report.track).to_owned(),
            (u64::from(report.share.halves), u64::from(report.share.most)),
        );
    }
    let Some(kept) = &mock.kept else { return (words.get("rehearse-tab-mock").into_owned(), String::new(), (0, 1)) };
    let of = kept.mix.questions.len();
    let answered = match &mock.stage {
        Stage::Break(at) => at.answered,
        _ => 0,
    };
    let position = words.fmt("review-position", &[("n", answered.into()), ("all", of.into())]);
    (title(kept.setup.minutes, kept.setup.level, scene), position, (answered as u64, of as u64))
}

fn footer(mock: &Mock, scene: &Scene<'_>, beside: bool) -> Footer {
    let words = scene.words;
    match &mock.stage {
        Stage::Report(report) => {
            let footer = Footer::of(State::MockReport, words);
            let footer = if report.earlier.is_none() { footer.without(Action::Compare) } else { footer };
            let nothing = report.things.is_empty() || mock.is_scheduled();
            let footer = if nothing { footer.without(Action::Schedule) } else { footer };
            let here = if mock.view.questions { "mock-per-area" } else { "hint-per-question" };
            let footer = footer.labelled(Action::Enter, &words.get(here));
            if beside { footer.without(Action::Enter) } else { footer }
        }
        Stage::Break(_) => Footer::of(State::MockBreak, words),
        _ => Footer::of(State::MockBreak, words)
            .labelled(Action::Enter, &words.get("hint-close"))
            .without(Action::Finish)
            .without(Action::Back),
    }
}

/// Everything, row by row; `beside` says that the questions of a report stand in the pane.
pub fn lines(mock: &Mock, scene: &Scene<'_>, beside: bool) -> Vec<Line> {
    let look = look(scene);
    match &mock.stage {
        Stage::Waiting | Stage::Asking => Vec::new(),
        Stage::Empty => look.say(&scene.words.get("mock-empty")),
        Stage::Break(at) => mock.kept.as_ref().map_or_else(Vec::new, |kept| pause(*at, mock, kept, &look)),
        Stage::Report(report) => told_report(mock, report, &look, beside),
    }
}

fn pause(at: Break, mock: &Mock, kept: &Kept, look: &Look) -> Vec<Line> {
    let words = look.words;
    let values = [
        ("n", at.answered.into()),
        ("of", kept.mix.questions.len().into()),
        ("left", words.clock(at.left_ms / 1000).into()),
        ("minutes", kept.setup.minutes.into()),
    ];
    let mut lines = look.say(&words.fmt("mock-break", &values));
    lines.push(Line::blank());
    match at.next.and_then(|next| kept.mix.questions.get(next)) {
        Some(next) => {
            let (area, who) = (look.get(&next.area), look.get(&next.who));
            let values = [("area", area.into()), ("who", who.into()), ("minutes", next.minutes.into())];
            let said = if who.is_empty() {
                words.fmt("mock-break-next-nobody", &[("area", area.into()), ("minutes", next.minutes.into())])
            } else {
                words.fmt("mock-break-next", &values)
            };
            lines.extend(stack(flow(&[text(said)], look.room(LEFT)), LEFT));
            if at.begun {
                lines.extend(look.say(&words.get("mock-break-begun")));
            }
        }
        None => lines.extend(look.say(&words.get("mock-break-done"))),
    }
    lines.push(Line::blank());
    lines.extend(stack(flow(&[muted(words.get("mock-break-rest").into_owned())], look.room(LEFT)), LEFT));
    lines.push(Line::blank());
    lines.extend(so_far(at, mock, kept, look));
    lines
}

/// The questions: the points of those that were answered, and which one is next.
fn so_far(at: Break, mock: &Mock, kept: &Kept, look: &Look) -> Vec<Line> {
    let words = look.words;
    let mut lines = Vec::new();
    for (nth, question) in kept.mix.questions.iter().enumerate() {
        let answer = mock.data.answers.iter().find(|a| a.attempt.rehearsed.prompt == question.prompt);
        let title = answer.map_or_else(|| look.get(&question.area), |answer| look.get(&answer.title)).to_owned();
        let line = match answer {
            Some(answer) => {
                let rehearsed = &answer.attempt.rehearsed;
                let values = [("n", rehearsed.met().into()), ("of", rehearsed.points.len().into())];
                let share = words.fmt("rehearse-met", &values);
                Line::at(LEFT, vec![text(format!("{}  {title}", nth + 1))]).right(vec![text(share)])
            }
            None if at.next == Some(nth) => {
                let next = words.get("mock-next").into_owned();
                Line::at(LEFT, vec![strong(format!("{}  {title}", nth + 1))]).right(vec![accent(next)])
            }
            None => {
                let minutes = words.minutes(question.minutes.into());
                Line::at(LEFT, vec![muted(format!("{}  {title}", nth + 1))]).right(vec![muted(minutes)])
            }
        };
        lines.push(line);
    }
    lines
}

fn told_report(mock: &Mock, report: &Report, look: &Look, pane: bool) -> Vec<Line> {
    let words = look.words;
    let mut lines = look.say(&told::readiness(report, words));
    if let Some(early) = told::early(report, words) {
        lines.extend(stack(flow(&[muted(early)], look.room(LEFT)), LEFT));
    }
    lines.push(Line::blank());
    if mock.view.questions && !pane {
        lines.extend(questions(report, look));
    } else if let Some(earlier) = report.earlier.as_ref().filter(|_| mock.view.compare) {
        let date = told::date(earlier.utc, earlier.offset_min, words);
        lines.push(Line::at(LEFT, vec![label(words.fmt("mock-compared", &[("date", date.into())]))]));
        lines.extend(report.areas.iter().map(|area| compared(area, look)));
    } else {
        lines.extend(areas(report, look));
    }
    lines.push(Line::blank());
    if let Some(weakest) = told::weakest_again(report, words, look.lang) {
        lines.extend(stack(flow(&[strong(weakest)], look.room(LEFT)), LEFT));
    }
    let told = [
        (words.get("mock-label-calibration"), told::calibration(report, words)),
        (words.get("mock-label-pace"), told::pace(report, words)),
        (words.get("mock-label-fillers"), told::fillers(report, words)),
    ];
    for (name, said) in told {
        lines.extend(labelled(&name, said, look));
    }
    lines.push(Line::blank());
    lines.extend(things(mock, report, look));
    lines
}

/// A sentence with its label before it; in a narrow window below it.
fn labelled(name: &str, said: String, look: &Look) -> Vec<Line> {
    if look.small() {
        let mut lines = vec![Line::at(LEFT, vec![label(name.to_owned())])];
        lines.extend(stack(flow(&[text(said)], look.room(LEFT)), LEFT));
        return lines;
    }
    let mut lines = stack(flow(&[text(said)], look.room(TOLD)), TOLD);
    if let Some(first) = lines.first_mut() {
        first.parts.insert(0, (LEFT, vec![label(name.to_owned())]));
    }
    lines
}

/// A piece that ends before a column.
fn ends_at(end: i32, run: Run<'static>, look: &Look) -> (i32, Vec<Run<'static>>) {
    (end - look.width(&run.text), vec![run])
}

fn areas(report: &Report, look: &Look) -> Vec<Line> {
    let words = look.words;
    let ends = ENDS.map(|end| look.edge - end);
    let mut lines = Vec::new();
    if !look.small() {
        let mut head = Line::blank();
        let names = ["mock-head-points", "mock-head-yours", "mock-head-time"].map(|key| words.get(key).into_owned());
        head.parts = ends.into_iter().zip(names).map(|(end, name)| ends_at(end, muted(name), look)).collect();
        head.parts.push((look.edge - METER.2, vec![muted(words.get("mock-head-trend").into_owned())]));
        lines.push(head);
    }
    for area in &report.areas {
        let name = if area.is_below() {
            strong(look.get(&area.title).to_owned())
        } else {
            text(look.get(&area.title).to_owned())
        };
        let percent = told::share(area.share.percent(), words);
        let share = if area.is_below() { warn(percent) } else { good(percent) };
        let mut line = Line::at(LEFT, vec![name]);
        if look.small() {
            line.right = vec![muted(format!("{}  ", told::points(area.share, words))), share];
        } else {
            line.parts.push(ends_at(ends[0], text(told::points(area.share, words)), look));
            line.parts.push(ends_at(ends[1], share, look));
            line.parts.push(ends_at(ends[2], muted(time(area.used_ms, area.planned_ms, look)), look));
            line.parts.push((look.edge - METER.0, meter(area)));
            line.parts.push((look.edge - METER.2, vec![trend(area, look)]));
        }
        lines.push(line);
    }
    lines
}

/// The share of an area as a line of whole cells.
fn meter(area: &Area) -> Vec<Run<'static>> {
    let full = i32::from(area.share.percent()) * METER.1 / 100;
    let cells = |n: i32, glyph: &str| glyph.repeat(usize::try_from(n).unwrap_or(0));
    let token = if area.is_below() { Token::Warn } else { Token::Good };
    vec![run(token, cells(full, RUNG)), run(Token::Rule, cells(METER.1 - full, RULE))]
}

fn time(used_ms: u64, planned_ms: u64, look: &Look) -> String {
    let words = look.words;
    let used = words.clock(used_ms / 1000);
    if planned_ms == 0 {
        return used;
    }
    let planned = words.clock(planned_ms / 1000);
    words.fmt("mock-time", &[("used", used.into()), ("planned", planned.into())])
}

fn trend(area: &Area, look: &Look) -> Run<'static> {
    use crate::sessions::mock::Trend;
    let word = told::trend(area.trend(), look.words);
    match area.trend() {
        _ if area.is_below() => warn(look.words.get("mock-below").into_owned()),
        Trend::Up => good(word),
        Trend::Down => warn(word),
        Trend::New => accent(word),
        Trend::Flat => muted(word),
    }
}

fn compared(area: &Area, look: &Look) -> Line {
    let words = look.words;
    let now = told::share(area.share.percent(), words);
    let said = match area.before {
        Some(before) => {
            let before = told::share(before, words);
            words.fmt("mock-compare-row", &[("before", before.into()), ("now", now.into())])
        }
        None => format!("{}, {now}", words.get("mock-trend-new")),
    };
    Line::at(LEFT, vec![text(look.get(&area.title).to_owned())]).right(vec![muted(said)])
}

fn questions(report: &Report, look: &Look) -> Vec<Line> {
    let words = look.words;
    let level = words.fmt("mock-level-points", &[("level", report.mocked.level.into())]);
    let head = Line::at(LEFT, vec![label(words.get("mock-questions").into_owned())]).right(vec![muted(level)]);
    let mut lines = vec![head];
    for row in &report.rows {
        let mut right = told::points(row.share, words);
        if look.edge > COLUMN / 2 {
            right = format!("{right}   {}", time(row.used_ms, row.planned_ms, look));
        }
        lines.push(Line::at(LEFT, vec![strong(look.get(&row.title).to_owned())]).right(vec![text(right)]));
        if row.verdict.is_none() {
            let gone = words.get("mock-not-installed").into_owned();
            lines.extend(stack(flow(&[muted(gone)], look.room(LEFT + 2)), LEFT + 2));
        }
        for point in &row.missed {
            let mut point = stack(look.prose(look.get(point), LEFT + 4, Token::Muted), LEFT + 4);
            if let Some(first) = point.first_mut() {
                first.parts.insert(0, (LEFT + 2, vec![warn(READY)]));
            }
            lines.extend(point);
        }
    }
    lines
}

fn things(mock: &Mock, report: &Report, look: &Look) -> Vec<Line> {
    let words = look.words;
    if report.things.is_empty() {
        let said = if report.rows.is_empty() { return Vec::new() } else { words.get("mock-nothing-open") };
        return look.say(&said);
    }
    let mut head = Line::at(LEFT, vec![label(words.get("mock-things").into_owned())]);
    if mock.is_scheduled() {
        head.right = vec![good(words.get("mock-scheduled").into_owned())];
    }
    let mut lines = vec![head];
    for (nth, thing) in (1..).zip(&report.things) {
        let what = told::thing(thing.kind, thing.minutes, words);
        let title = look.get(&thing.title);
        let runs = vec![text(format!("{nth}  {title}"))];
        if look.small() {
            lines.push(Line::at(LEFT, runs));
            lines.push(Line::at(LEFT + 3, vec![muted(what)]));
        } else if look.size < Size::Large {
            lines.push(Line::at(LEFT, runs).right(vec![muted(what)]));
        } else {
            // There is room to say it whole.
            let room = look.room(LEFT + 3 + look.width(&what) + 2);
            let mut rows = stack(flow(&[text(title.to_owned())], room), LEFT + 3);
            if let Some(first) = rows.first_mut() {
                first.parts.insert(0, (LEFT, vec![text(nth.to_string())]));
                first.right = vec![muted(what)];
            }
            lines.extend(rows);
        }
    }
    lines
}
