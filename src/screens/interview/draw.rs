//! The whole picture: header, content, pane, footer, and what lies over them.

use crate::sessions::action::Action;
use crate::sessions::interview::{Clarify, Interview, Sheet, Stage, Voice, Within};
use crate::ui::footer::{Footer, Hint, toast};
use crate::ui::glyphs::{TEE_DOWN, TEE_UP, THIN};
use crate::ui::header::Session;
use crate::ui::ink::{Run, strong, text};
use crate::ui::lines::Line;
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::Scene;
use crate::ui::sheet::pane_at;
use crate::ui::theme::Token;

use super::front::Front;
use super::window::{Parts, Spot};
use super::{ask, compare, debrief, grade, practice, sheets, typing};

/// Rows of a page that are no content: header, rule, a free row, rule, footer.
const FRAME: u16 = 5;

/// Rows of content.
pub fn room(scene: &Scene) -> usize {
    usize::from(scene.area.1.saturating_sub(FRAME)).max(1)
}

/// Whether something stands beside the page.
pub fn has_pane(interview: &Interview, scene: &Scene) -> bool {
    match &interview.stage {
        Stage::Grade(_) | Stage::Flags(_) | Stage::Signals(_) | Stage::Debrief(_) => scene.size() == Size::Large,
        Stage::Answer(_) | Stage::FollowUp(_) => {
            let room = scene.size() > Size::Small && pane_at(i32::from(scene.area.0)).is_some();
            room && ask::has_aside(interview)
        }
        _ => false,
    }
}

/// Cells of the column of text.
fn width(interview: &Interview, scene: &Scene) -> i32 {
    let (width, reading) = (i32::from(scene.area.0), i32::from(scene.prefs.reading_width) + 4);
    if has_pane(interview, scene) {
        // The rubric and the debrief keep the width that they are made for.
        return pane_at(width).map_or(width, |at| at - 2).max(reading.min(width - 40));
    }
    match (&interview.stage, scene.size()) {
        (Stage::Compare(_), Size::Large) => (width - compare::side_width()).min(2 * reading),
        _ => width.min(reading),
    }
}

/// How the main column is laid out.
pub fn look<'a>(interview: &Interview, scene: &Scene<'a>) -> Look<'a> {
    Look::of(scene, width(interview, scene))
}

/// What stands in the main column, with the window that pages scroll. While something is typed it ends above the field.
pub fn parts(interview: &Interview, look: &Look, scene: &Scene, spot: Spot) -> Parts {
    if let Some(typing) = typing::typing(interview, look, scene, spot) {
        return typing.above;
    }
    let room = room(scene);
    match &interview.stage {
        Stage::Waiting => Parts::default(),
        Stage::Missing => Parts::list(look.say(&look.words.get("interview-missing")), room),
        Stage::Think(_) | Stage::Answer(_) | Stage::FollowUp(_) => Parts::list(ask::speaking(interview, look), room),
        Stage::Predict => Parts::list(ask::predict(interview, look), room),
        Stage::Practice(practice) => practice::practice(interview, practice, look, room),
        Stage::Grade(grading) => grade::points(interview, grading, look, room),
        Stage::Flags(flags) => grade::flags(interview, flags, look, room),
        Stage::Signals(signals) => grade::signals(interview, signals, look, room),
        Stage::Compare(compare) => compare::place(interview, compare, look, room),
        Stage::Debrief(debrief) => Parts::list(debrief::lines(interview, debrief, look, scene, room), room),
        Stage::Practised(done) => Parts::list(debrief::practised(done, look), room),
    }
}

/// Draws an interview.
pub fn screen(front: &Front, interview: &Interview, place: &str, scene: &Scene, page: &mut Page) {
    header(interview, place, scene, page);
    footer(interview, scene, page.width()).draw(page);
    content(front, interview, scene, page);
    let words = scene.words;
    match interview.sheet {
        Some(Sheet::Pause(row)) => {
            sheets::pause(page, words, interview, row);
        }
        Some(Sheet::Clarify(row)) => sheets::clarify(page, scene, interview, row),
        None => {}
    }
    if let Some((message, waiting)) = &scene.study.unsaved {
        let values = [("n", (*waiting).into()), ("message", message.into())];
        toast(page, false, &words.fmt("review-unsaved", &values));
    } else if let Some(notice) = interview.notice {
        toast(page, false, &notice.say(words));
    }
}

fn content(front: &Front, interview: &Interview, scene: &Scene, page: &mut Page) {
    let look = look(interview, scene);
    let (room, height) = (room(scene), page.height());
    page.set_cursor(LEFT, TOP);
    if let Some(typing) = typing::typing(interview, &look, scene, front.spot) {
        let (above, _) = typing.above.rows(front.spot, scene.words);
        page.part(0, 0, look.edge + 1, height, |part| {
            draw_lines(part, &above, TOP);
            let y = TOP + above.len() as i32;
            draw_lines(part, &typing.below, y + typing.rows as i32);
            front.field.draw(part, LEFT, y, !interview.commands && interview.sheet.is_none());
        });
    } else {
        let x = if matches!(interview.stage, Stage::Compare(_)) { compared(interview, scene, page) } else { 0 };
        let (lines, more) = parts(interview, &look, scene, front.spot).rows(front.spot, scene.words);
        page.part(x, 0, look.edge + 1, height, |part| {
            draw_lines(part, &lines[..lines.len().min(room)], TOP);
            if !more.is_empty() {
                let more = [vec![text(" ")], more, vec![text(" ")]].concat();
                part.right_at(part.edge() - 2, height - 2, &more);
            }
        });
    }
    if has_pane(interview, scene) {
        beside(interview, scene, page, look.edge + 2);
    }
}

fn draw_lines(page: &mut Page, lines: &[Line], y: i32) {
    for (i, line) in lines.iter().enumerate() {
        line.draw(page, y + i as i32);
    }
}

/// The vertical line before a pane.
fn edge(page: &mut Page, x: i32) {
    let height = page.height();
    page.column(x, 2, height - 2, THIN, Token::Rule);
    page.put(x, 1, &crate::ui::ink::run(Token::Rule, TEE_DOWN));
    page.put(x, height - 2, &crate::ui::ink::run(Token::Rule, TEE_UP));
}

/// The pane: notes and question beside an answer, the whole answer with what was found for the point, or the points after grading.
fn beside(interview: &Interview, scene: &Scene, page: &mut Page, x: i32) {
    edge(page, x);
    let (width, height) = (page.width() - x, page.height());
    let look = Look::of(scene, width);
    let row = interview.cursor.row;
    let lines = match &interview.stage {
        Stage::Grade(grading) => {
            compare::own_marked(interview, grading.rows.get(row).map_or(&[][..], |r| &r.places), &look)
        }
        Stage::Flags(flags) => {
            compare::own_marked(interview, flags.rows.get(row).map_or(&[][..], |r| &r.places), &look)
        }
        Stage::Debrief(debrief) => debrief::points(interview, debrief, &look),
        Stage::Answer(_) | Stage::FollowUp(_) => ask::aside(interview, &look),
        _ => compare::own_marked(interview, &[], &look),
    };
    page.part(x, 0, width, height, |part| draw_lines(part, &lines[..lines.len().min(room(scene))], TOP));
}

/// In large windows a column with the question and the notes before the answers; gives the column behind it.
fn compared(interview: &Interview, scene: &Scene, page: &mut Page) -> i32 {
    if scene.size() != Size::Large {
        return 0;
    }
    let (x, height) = (compare::side_width(), page.height());
    let lines = compare::side(interview, &Look::of(scene, x - 1));
    page.part(0, 0, x - 1, height, |part| draw_lines(part, &lines[..lines.len().min(room(scene))], TOP));
    edge(page, x - 1);
    x
}

/// Which question of a mock interview it is, and how much of its time is left; no more than fits in small windows.
pub fn place(within: Within, interview: &Interview, scene: &Scene) -> String {
    let (words, small) = (scene.words, scene.size() <= Size::Small);
    let nth = [("n", within.nth.into()), ("all", within.of.into())];
    let place = words.fmt("review-position", &nth);
    // Beside the number of a follow-up there is no room for more.
    let full = matches!(interview.stage, Stage::FollowUp(_)) && scene.area.0 < 100;
    match within.left_ms.filter(|_| !small && !full && !interview.clock_hidden) {
        Some(left) => {
            // Rounded up: the last minute is one.
            let minutes = left.saturating_sub(interview.spent_ms()).div_ceil(60_000);
            format!("{place}, {}", words.fmt("mock-left", &[("n", minutes.into())]))
        }
        None => place,
    }
}

fn header(interview: &Interview, place: &str, scene: &Scene, page: &mut Page) {
    let words = scene.words;
    let look = Look::of(scene, page.width());
    let get = |key: &str| words.get(key).into_owned();
    let who = interview.asked.as_ref().and_then(|asked| asked.persona.as_ref());
    let who = who.map_or_else(|| get("interview-title"), |p| look.get(&p.head.name).to_owned());
    let (title, mut position, mut right, done) = match &interview.stage {
        Stage::Waiting | Stage::Missing => (get("interview-title"), String::new(), Vec::new(), (0, 1)),
        Stage::Think(_) | Stage::Answer(_) => {
            let (right, done) = ask::clock(interview, &look, scene);
            (who, String::new(), right, done)
        }
        Stage::FollowUp(follow_up) => {
            let (right, done) = ask::clock(interview, &look, scene);
            let values = [("n", follow_up.nth.into()), ("of", follow_up.of.into())];
            let position = if look.small() { String::new() } else { words.fmt("interview-follow-up-of", &values) };
            (who, position, right, done)
        }
        Stage::Predict => (get("interview-predict-title"), String::new(), Vec::new(), (0, 1)),
        Stage::Practice(_) | Stage::Grade(_) | Stage::Flags(_) | Stage::Signals(_) => {
            let title = match interview.stage {
                Stage::Practice(_) => get("interview-practice-title"),
                Stage::Grade(_) => get("interview-grade-title"),
                Stage::Flags(_) => get("interview-flags-title"),
                _ => get("interview-signals-title"),
            };
            let (position, right, done) = grade::standing(interview, &look);
            (title, position, right, done)
        }
        Stage::Compare(compare) => {
            use crate::domain::rubric::Mark;
            let values = [
                ("met", compare.count(Mark::Met).into()),
                ("partly", compare.count(Mark::Partly).into()),
                ("missed", compare.count(Mark::Missed).into()),
            ];
            let right = vec![text(words.fmt("interview-counts", &values))];
            (get("interview-compare-title"), String::new(), right, (1, 1))
        }
        Stage::Debrief(debrief) => {
            let n = debrief.tries.last().map_or(1, |t| t.number);
            let right: Vec<Run> = vec![text(words.fmt("interview-attempt-of", &[("n", n.into())]))];
            (get("interview-debrief-title"), String::new(), right, (1, 1))
        }
        Stage::Practised(_) => (get("interview-practice-title"), String::new(), Vec::new(), (1, 1)),
    };
    if !place.is_empty() {
        position = if position.is_empty() { place.to_owned() } else { format!("{place}, {position}") };
    }
    if matches!(interview.sheet, Some(Sheet::Pause(_))) {
        right = vec![strong(get("review-paused"))];
    }
    Session { title: &title, position: &position, right: &right, done }.draw(page);
}

/// What the keys do, fitted to the moment.
fn footer(interview: &Interview, scene: &Scene, width: i32) -> Footer {
    let words = scene.words;
    let footer = Footer::of(interview.state(), words);
    let points = interview.asked.as_ref().map_or(0, |asked| asked.prompt().points.len());
    let wide = width >= 80;
    match &interview.stage {
        Stage::Think(think) => {
            let open = think.clarify == Clarify::Open;
            let key = if open { "interview-commands-think" } else { "interview-commands-answer" };
            let footer = if open { footer } else { footer.without(Action::Clarify) };
            if wide && !interview.commands { footer.labelled(Action::CommandLayer, &words.get(key)) } else { footer }
        }
        Stage::Answer(_) if wide && !interview.commands => {
            footer.labelled(Action::CommandLayer, &words.get("interview-commands-answer"))
        }
        Stage::FollowUp(follow_up) if follow_up.other.is_none() => footer.without(Action::OtherFollowUp),
        Stage::Predict => footer.named(Action::Predict, &format!("0-{points}")),
        Stage::Grade(grading) => {
            let row = grading.rows.get(interview.cursor.row);
            let footer = match row {
                Some(row) if row.mark.is_some() => footer.labelled(Action::Enter, &words.get("hint-next-row")),
                Some(row) if row.suggested.is_none() => footer.without(Action::Enter),
                _ => footer,
            };
            let footer = footer.named(Action::Right, "h/l");
            let footer = if row.is_none_or(|r| r.places.len() < 2) { footer.without(Action::Right) } else { footer };
            with(footer, Hint::new("j/k", words.get("interview-point")))
        }
        Stage::Practice(practice) if practice.revealed => footer.without(Action::Mark).without(Action::Skip),
        Stage::Practice(_) => with(footer.without(Action::Enter), Hint::new("j/k", words.get("interview-point"))),
        Stage::Signals(signals) => {
            use crate::sessions::interview::SignalRow;
            match signals.rows.get(interview.cursor.row) {
                Some(SignalRow::Scope(_)) => footer.named(Action::Signal, "1-5"),
                _ => footer.named(Action::Signal, "0-3"),
            }
        }
        Stage::Compare(_) => {
            let whole = if interview.cursor.swapped { "interview-by-points" } else { "interview-whole" };
            let footer = match scene.size() > Size::Small {
                true => footer.labelled(Action::SwapView, &words.get(whole)),
                false => footer,
            };
            with(footer, Hint::new("j/k", words.get("interview-point")))
        }
        Stage::Debrief(debrief) => {
            let key = match interview.cursor.row {
                1 => "hint-practice-now",
                2 => "hint-lesson",
                _ => "hint-done",
            };
            let footer = footer.labelled(Action::Enter, &words.get(key));
            let footer = if debrief.fix.is_none() { footer.without(Action::PracticeNow) } else { footer };
            if debrief.fix.is_some() { with(footer, Hint::new("j/k", words.get("hint-choose"))) } else { footer }
        }
        _ => footer,
    }
}

/// The footer with one more hint, which comes first.
fn with(mut footer: Footer, hint: Hint) -> Footer {
    footer.hints.insert(footer.hints.len().min(1), hint);
    footer
}

/// Why the learner sees what is on the screen.
pub fn happening(interview: &Interview, scene: &Scene) -> String {
    let words = scene.words;
    match &interview.stage {
        Stage::Think(_) => words.get("interview-happening-think"),
        Stage::Answer(a) if a.voice != Voice::Typing => words.get("interview-happening-speak"),
        Stage::Answer(_) => words.get("interview-happening-answer"),
        Stage::FollowUp(_) => words.get("interview-happening-follow-up"),
        Stage::Predict => words.get("interview-predict-why"),
        Stage::Practice(_) | Stage::Practised(_) => words.get("interview-happening-practice"),
        Stage::Grade(_) | Stage::Flags(_) | Stage::Signals(_) => words.get("interview-happening-grade"),
        Stage::Compare(_) => words.get("interview-happening-compare"),
        Stage::Debrief(_) => words.get("interview-happening-debrief"),
        Stage::Waiting | Stage::Missing => return String::new(),
    }
    .into_owned()
}
