//! The frame of a working day: header, times, footer, the notebook beside it.

use crate::domain::day::STAND_UP_WORDS;
use crate::sessions::action::{Action, State};
use crate::sessions::day::Stage;
use crate::ui::footer::Footer;
use crate::ui::glyphs::{TEE_DOWN, TEE_UP, THIN};
use crate::ui::header::Session;
use crate::ui::ink::{self, label, muted, run, strong, text};
use crate::ui::lines::{Line, more_on_rule};
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, Size, TOP};
use crate::ui::screen::{Scene, Screen};
use crate::ui::theme::Token;

use super::{DayScreen, end, slot};

/// The reading width with its margins.
const COLUMN: i32 = 80;
/// Rows of a page that are no content: header, rule, times, rule, footer.
const FRAME: u16 = 5;
/// Columns from the beginning of one time to that of the next.
const TIME: i32 = 8;
/// Columns below which the footer counts letters.
const NARROW: u16 = 48;
/// Rows of the stand-up where what happened stands above it.
const FIELD_ROWS: i32 = 5;

/// Rows for all lines.
fn room(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1.saturating_sub(FRAME)).max(1)
}

fn look<'a>(scene: &Scene<'a>) -> Look<'a> {
    Look::of(scene, i32::from(scene.area.0).min(COLUMN))
}

/// Draws everything.
pub fn draw(screen: &DayScreen, scene: &Scene<'_>, page: &mut Page) {
    let (look, height) = (look(scene), page.height());
    header(screen, &look, page);
    footer(screen, scene).draw(page);
    page.set_cursor(LEFT, TOP);
    page.part(0, 0, look.edge + 1, height, |part| {
        if screen.field.is_some() { field(screen, &look, scene, part) } else { column(screen, scene, part) }
    });
    if has_pane(screen, scene) {
        let width = page.width();
        page.column(COLUMN, 2, height - 2, THIN, Token::Rule);
        page.put(COLUMN, 1, &run(Token::Rule, TEE_DOWN));
        page.put(COLUMN, height - 2, &run(Token::Rule, TEE_UP));
        page.part(COLUMN, 0, width - COLUMN, height, |part| {
            let lines = slot::notebook(screen, &Look::of(scene, part.width()));
            // What was chosen last stays in sight.
            let from = lines.len().saturating_sub(room(scene));
            for (i, line) in lines.iter().skip(from).enumerate() {
                line.draw(part, TOP + i as i32);
            }
        });
    }
}

/// Whether the day so far stands beside a slot.
fn has_pane(screen: &DayScreen, scene: &Scene<'_>) -> bool {
    let begun = screen.playing.wish.slot.is_none() && !screen.playing.played().is_empty();
    let going = matches!(screen.playing.stage(), Stage::Choose(_) | Stage::Told(_));
    begun && going && scene.size() == Size::Large
}

fn column(screen: &DayScreen, scene: &Scene<'_>, page: &mut Page) {
    let rows = rows(screen, scene);
    let top = screen.anchor.row(&rows.lines, rows.room);
    for (i, line) in rows.lines.iter().skip(top).take(rows.room).enumerate() {
        line.draw(page, TOP + i as i32);
    }
    // Choices that stay have a rule above them; else it is that of the footer.
    let mut rule = page.height() - 2;
    if !rows.pinned.is_empty() {
        rule = TOP + rows.room as i32;
        page.rule(rule, LEFT, page.edge());
        for (i, line) in rows.pinned.iter().enumerate() {
            line.draw(page, rule + 1 + i as i32);
        }
    }
    if rows.lines.len() > top + rows.room {
        more_on_rule(page, rule, scene.words);
    }
}

/// Cells and rows for tomorrow's stand-up, from the left edge on.
pub fn field_room(scene: &Scene<'_>) -> (i32, i32) {
    let rows = room(scene) as i32;
    let rows = if scene.size() <= Size::Small { rows - 1 } else { FIELD_ROWS };
    (look(scene).edge, rows.max(1))
}

/// Tomorrow's stand-up while it is written, with the day above it where there is room.
fn field(screen: &DayScreen, look: &Look, scene: &Scene<'_>, page: &mut Page) {
    let rows = field_room(scene).1;
    let at = TOP + room(scene) as i32 - rows - 1;
    let mut y = TOP;
    for line in end::recalled(screen, look).iter().take(usize::try_from(at - 1 - TOP).unwrap_or(0)) {
        line.draw(page, y);
        y += 1;
    }
    // It follows what stands above it, and keeps to the bottom of low windows.
    let at = if y == TOP { TOP } else { (y + 1).min(at) };
    stand_up_label(screen, look).draw(page, at);
    if let Some(field) = &screen.field {
        field.draw(page, LEFT, at + 1, true);
    }
}

/// What the field is for, and how much may be written.
pub fn stand_up_label(screen: &DayScreen, look: &Look) -> Line {
    let values = [("n", screen.playing.words().into()), ("most", STAND_UP_WORDS.into())];
    let line = Line::at(LEFT, vec![label(look.words.get("day-stand-up").into_owned())]);
    line.right(vec![muted(look.words.fmt("day-words", &values))])
}

fn header(screen: &DayScreen, look: &Look, page: &mut Page) {
    let (words, playing) = (look.words, &screen.playing);
    let day = playing.day.as_ref().map_or("", |day| look.get(&day.title));
    let at = match playing.stage() {
        Stage::Choose(at) | Stage::Told(at) => at,
        _ => {
            let over = words.get("day-over");
            let position = if playing.day.is_some() { &*over } else { "" };
            return Session { title: day, position, right: &text(""), done: (1, 1) }.draw(page);
        }
    };
    let place = playing.slot(at).map(|slot| format!("{} {}", slot.at, look.get(&slot.title))).unwrap_or_default();
    let values = [("n", (at - playing.range().start + 1).into()), ("all", playing.range().len().into())];
    let right = words.fmt("day-slot-of", &values);
    let end = times(screen, at, page);
    let done = match playing.wish.slot {
        Some(_) => (u64::from(matches!(playing.stage(), Stage::Told(_))), 1),
        None => (end.unsigned_abs().into(), page.width().unsigned_abs().into()),
    };
    // The slot says more than the day, so the day goes first where both do not fit.
    let both = LEFT + ink::width(day) + 2 + ink::width(place.as_str()) + 2 + ink::width(right.as_str());
    let (title, position) = if both <= page.edge() { (day, &*place) } else { (&*place, "") };
    Session { title, position, right: &text(right.as_str()), done }.draw(page);
}

/// The times of the day under the rule, the one of this slot strong; in a narrow window those around it. Returns where it ends.
fn times(screen: &DayScreen, at: usize, page: &mut Page) -> i32 {
    if screen.playing.wish.slot.is_some() {
        return 0;
    }
    let all: Vec<&str> = screen.playing.day.iter().flat_map(|day| &day.slots).map(|slot| &*slot.at).collect();
    let edge = page.width().min(COLUMN) - 1;
    let width = |time: &str| ink::width(time).min(TIME - 1);
    // The last one stands nearer to its neighbour, so that ten fit.
    let fits = usize::try_from((edge - LEFT + 2) / TIME).unwrap_or(0).max(1);
    let from = if all.len() <= fits + 1 { 0 } else { at.saturating_sub(1).min(all.len().saturating_sub(fits)) };
    let last = if from == 0 && all.len() <= fits + 1 { all.len() } else { (from + fits).min(all.len()) };
    let mut end = 0;
    for (i, time) in all.iter().enumerate().take(last).skip(from) {
        let x = (LEFT + (i - from) as i32 * TIME).min(edge - width(time));
        let run = if i == at { strong((*time).to_owned()) } else { muted((*time).to_owned()) };
        page.put_to(x, 2, (x + TIME - 1).min(edge), &run);
        if i == at {
            end = x + width(time);
        }
    }
    end
}

fn footer(screen: &DayScreen, scene: &Scene<'_>) -> Footer {
    let (words, state) = (scene.words, screen.state());
    let alone = screen.playing.wish.slot.is_some();
    let footer = Footer::of(state, words);
    let deciding = matches!(state, State::DaySlot | State::DayTold);
    let footer = if deciding { brief(footer, scene) } else { footer };
    let footer = match state {
        State::DaySlot => footer.named(Action::Choose, &format!("1-{}", screen.choices())),
        State::DayTold if screen.others => footer.labelled(Action::OtherOptions, &words.get("hint-hide-choices")),
        State::DayEnd if alone => footer.labelled(Action::Enter, &words.get("hint-finish-day")).without(Action::Submit),
        State::DayOver if screen.playing.stage() != Stage::Done => footer.without(Action::Undo),
        _ => footer,
    };
    let footer = if alone { footer.labelled(Action::Back, &words.get("hint-close")) } else { footer };
    let footer = if screen.playing.can_ask() { footer } else { footer.without(Action::AskColleague) };
    let footer = if screen.playing.items().is_empty() { footer.without(Action::Discard) } else { footer };
    if screen.playing.can_undo() { footer } else { footer.without(Action::Undo) }
}

/// In narrow windows in fewer words, so that whom to ask and how to leave both find room; in the narrowest the shorter of two keys that leave.
fn brief(footer: Footer, scene: &Scene<'_>) -> Footer {
    if scene.size() > Size::Small {
        return footer;
    }
    let words = scene.words;
    let footer = footer.labelled(Action::AskColleague, &words.get("day-ask-brief"));
    let footer = footer.labelled(Action::OtherOptions, &words.get("day-others-brief"));
    let footer = footer.labelled(Action::Back, &words.get("hint-pause"));
    if scene.area.0 < NARROW { footer.named(Action::Back, "q") } else { footer }
}

/// What is scrolled, in how many rows, and what stays below it.
pub struct Rows {
    /// What is scrolled.
    pub lines: Vec<Line>,
    /// Rows for it.
    pub room: usize,
    /// Choices that stay in sight.
    pub pinned: Vec<Line>,
}

/// Everything, row by row.
pub fn rows(screen: &DayScreen, scene: &Scene<'_>) -> Rows {
    let (look, all) = (look(scene), room(scene));
    let (lines, pinned) = match screen.playing.stage() {
        Stage::Waiting => Default::default(),
        Stage::Empty => (look.say(&scene.words.get("day-none")), Vec::new()),
        Stage::Choose(at) => slot::choosing(screen, at, &look, all),
        Stage::Told(at) => (slot::told(screen, at, &look, all), Vec::new()),
        Stage::End => (end::end(screen, &look), Vec::new()),
        Stage::Done => (end::done(screen, &look), Vec::new()),
    };
    let taken = if pinned.is_empty() { 0 } else { pinned.len() + 1 };
    Rows { lines, room: all.saturating_sub(taken).max(1), pinned }
}
