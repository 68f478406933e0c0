//! The end of a day: how it ends, the decision that mattered, what happened, and tomorrow's stand-up.

use crate::sessions::day::{Playing, told};
use crate::ui::ink::{self, key, label, muted, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::look::{Look, flow};
use crate::ui::page::LEFT;
use crate::ui::theme::Token;

use super::DayScreen;
use super::slot::{WHAT, meters};
use super::view::stand_up_label;

/// Everything, row by row.
pub fn end(screen: &DayScreen, look: &Look) -> Vec<Line> {
    let (words, playing) = (look.words, &screen.playing);
    let whole = playing.wish.slot.is_none();
    let mut out = if whole { look.say(&told::ending(playing, words)) } else { Vec::new() };
    if whole {
        out.push(Line::blank());
    }
    out.extend(meters(playing, look));
    if let Some(it) = playing.decision().filter(|_| whole) {
        out.extend([Line::blank(), Line::at(LEFT, vec![label(words.get("day-decision").into_owned())])]);
        out.extend(timed(&it.slot.at, &told::deed(&it, look.lang), Token::Strong, look));
        out.extend(stack(look.prose(look.get(&it.choice.why), WHAT, Token::Text), WHAT));
    }
    out.extend([Line::blank(), Line::at(LEFT, vec![label(words.get("day-label-happened").into_owned())])]);
    out.extend(happened(playing, look));
    if whole {
        out.extend([Line::blank(), stand_up_label(screen, look)]);
        let written = playing.stand_up.trim();
        let run = if written.is_empty() {
            muted(words.get("day-stand-up-how").into_owned())
        } else {
            text(written.to_owned())
        };
        out.extend(stack(flow(&[run], look.room(LEFT)), LEFT));
    }
    out.extend(items(screen, true, look));
    out
}

/// A time, and behind it a text that hangs.
fn timed(at: &str, what: &str, token: Token, look: &Look) -> Vec<Line> {
    let mut rows = stack(look.prose(what, WHAT, token), WHAT);
    if let Some(first) = rows.first_mut() {
        first.parts.insert(0, (LEFT, vec![text(at.to_owned())]));
    }
    rows
}

/// What was chosen when, how it moved the meters, and when it came back.
pub fn happened(playing: &Playing, look: &Look) -> Vec<Line> {
    let words = look.words;
    let mut out = Vec::new();
    for it in playing.played() {
        out.extend(timed(&it.slot.at, &told::deed(&it, look.lang), Token::Text, look));
        let moves = told::moves(it.choice, words);
        let back = told::back(&it, playing.day.iter().flat_map(|day| &day.slots).map(|slot| &*slot.at));
        let back = match back.is_empty() {
            true => String::new(),
            false => words.fmt("day-came-back", &[("times", back.into())]),
        };
        let moves = match moves.is_empty() {
            true => String::new(),
            false => words.fmt("day-moves", &[("moves", moves.into())]),
        };
        let more = format!("{moves} {back}");
        if !more.trim().is_empty() {
            out.extend(stack(flow(&[muted(more.trim().to_owned())], look.room(WHAT)), WHAT));
        }
    }
    out
}

/// The day in a row for each slot, as a help to write tomorrow's stand-up.
pub fn recalled(screen: &DayScreen, look: &Look) -> Vec<Line> {
    let mut out = look.say(&look.words.get("day-stand-up-how"));
    if look.small() {
        return Vec::new();
    }
    out.push(Line::blank());
    for it in screen.playing.played() {
        let mut line = Line::at(LEFT, vec![text(it.slot.at.to_string())]);
        line.parts.push((WHAT, vec![text(told::deed(&it, look.lang))]));
        out.push(line);
    }
    out
}

/// How many questions of which topics join the reviews, and while that can be changed, the key for it.
fn items(screen: &DayScreen, open: bool, look: &Look) -> Vec<Line> {
    let words = look.words;
    let Some(said) = told::joining(&screen.playing, words, look.lang) else { return Vec::new() };
    let change = match screen.playing.without_items {
        true => words.get("day-items-take"),
        false => words.get("day-items-leave"),
    };
    let change = vec![key("x"), text(format!(" {change}"))];
    let rows = stack(flow(&[text(said)], look.room(LEFT)), LEFT);
    let mut out = [vec![Line::blank()], rows].concat();
    let width =
        |line: &Line| line.parts.iter().flat_map(|(_, runs)| runs).map(|run| look.width(&run.text)).sum::<i32>();
    match out.last_mut() {
        _ if !open => {}
        Some(last) if width(last) + ink::width(&change) + 2 <= look.room(LEFT) as i32 => last.right = change,
        _ => out.push(Line::at(LEFT, change)),
    }
    out
}

/// It is in the log.
pub fn done(screen: &DayScreen, look: &Look) -> Vec<Line> {
    let mut out = stack(flow(&[strong(look.words.get("day-saved").into_owned())], look.room(LEFT)), LEFT);
    let written = screen.playing.stand_up.trim();
    if !written.is_empty() {
        out.extend([Line::blank(), Line::at(LEFT, vec![label(look.words.get("day-stand-up").into_owned())])]);
        out.extend(stack(flow(&[text(written.to_owned())], look.room(LEFT)), LEFT));
    }
    out.extend(items(screen, false, look));
    out
}
