//! A question on its page: what stands above, what is answered with, what is said below; and what gives way when there is
//! little room.

use crate::sessions::question::{Asking, Entry};
use crate::ui::ink::{muted, text};
use crate::ui::page::LEFT;
use crate::ui::theme::Token;

use super::lines::{self, Anchor, Line, focus_of, stack};
use super::look::Look;
use super::view::{self, Body};

/// From so many rows on the options stay in sight while a long stem scrolls.
const PINNED: usize = 18;

/// Rows of a long stem that are always seen.
const LEAST_STEM: usize = 4;

/// How generously a question is set; each step gives more up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Density {
    Roomy,
    Normal,
    Tight,
    Bare,
}

/// The rows of a page that shows a question, and how far it can be scrolled.
#[derive(Debug, Clone, Default)]
pub struct Placed {
    /// From the first row of content on.
    pub rows: Vec<Line>,
    /// The part that scrolls; empty when all of it is seen.
    pub scrolls: Vec<Line>,
    /// Rows of it that are seen.
    pub room: usize,
    /// There is more below that nothing in the rows speaks of.
    pub more: bool,
}

impl Placed {
    /// Rows of which all are seen.
    pub fn rows(rows: Vec<Line>) -> Placed {
        Placed { rows, ..Placed::default() }
    }
}

struct Parts {
    head: Vec<Line>,
    gap: usize,
    body: Vec<Line>,
    /// What is said about a word that is near: right below the field where there is room.
    near: Vec<Line>,
    foot: Vec<Line>,
    /// Free rows below the foot.
    below: usize,
}

impl Parts {
    fn needs(&self) -> usize {
        let foot = if self.foot.is_empty() { 0 } else { 1 + self.foot.len() + self.below };
        let near = if self.near.is_empty() { 0 } else { 1 + self.near.len() };
        self.head.len() + self.gap + self.body.len() + near + foot
    }
}

/// Sets a question into `room` rows.
pub fn place(look: &Look, asking: &Asking, room: usize, anchor: Anchor) -> Placed {
    if let Entry::Line(input) = &asking.entry
        && input.full
    {
        let code = view::asked(look, asking, room).lines;
        let rows = window(&code, room);
        return Placed { rows, ..Placed::default() };
    }
    let most = if look.small() { Density::Tight } else { Density::Roomy };
    let all = [Density::Roomy, Density::Normal, Density::Tight, Density::Bare];
    let mut parts = None;
    for density in all.into_iter().filter(|d| *d >= most) {
        let tried = set(look, asking, room, density);
        let fits = tried.needs() <= room;
        parts = Some(tried);
        if fits {
            break;
        }
    }
    parts.map(|p| fit(look, p, room, anchor)).unwrap_or_default()
}

fn set(look: &Look, asking: &Asking, room: usize, density: Density) -> Parts {
    let spaced = density == Density::Roomy && room >= PINNED;
    let look = look.spaced(spaced);
    let body = view::asked(&look, asking, room);
    let crumb = density < Density::Bare && !look.small();
    let mut head = Vec::new();
    let ask = body.ask.clone().map(|a| vec![text(a)]).unwrap_or_default();
    if crumb {
        head.push(Line::at(LEFT, vec![muted(crumbs(&look, asking))]).right(ask));
        if density < Density::Tight {
            head.push(Line::blank());
        }
        head.extend(stem(&look, asking, &body, density));
    } else {
        head.extend(stem(&look, asking, &body, density));
        if let Some(ask) = &body.ask {
            head.extend(stack(super::look::flow(&[text(ask.clone())], look.room(LEFT)), LEFT));
        }
    }
    let foot = foot(&look, asking, &body, density);
    let (gap, below) = match density {
        Density::Roomy => (2, 1),
        Density::Normal => (1, 1),
        Density::Tight | Density::Bare => (1, 0),
    };
    Parts { head, gap, body: body.lines, near: near(&look, asking), foot, below }
}

/// Where the question belongs: "Databases / Indexes".
pub fn crumbs(look: &Look, asking: &Asking) -> String {
    let crumbs = &asking.item.crumbs;
    crumb_text(look.get(&crumbs.unit), look.get(&crumbs.topic))
}

/// The two titles with a slash between them.
pub fn crumb_text(unit: &str, topic: &str) -> String {
    match (unit.is_empty(), topic.is_empty()) {
        (false, false) => format!("{unit} / {topic}"),
        _ => format!("{unit}{topic}"),
    }
}

fn stem(look: &Look, asking: &Asking, body: &Body, density: Density) -> Vec<Line> {
    let mut out = body.before.clone();
    if !out.is_empty() && density < Density::Bare {
        out.push(Line::blank());
    }
    let prompt = body.stem.as_deref().unwrap_or_else(|| look.get(&asking.question().prompt));
    out.extend(stack(look.prose(prompt, LEFT, Token::Strong), LEFT));
    out
}

/// What must be said (a word that is near, the hint, a guess, what the entry comes to), else a word of help.
fn foot(look: &Look, asking: &Asking, body: &Body, density: Density) -> Vec<Line> {
    let mut out = Vec::new();
    if asking.hint {
        let hint = look.get(&asking.question().hint);
        out.extend(stack(view::reason(look, &look.words.get("review-hint"), hint, LEFT), LEFT));
    }
    if asking.guess {
        out.extend(look.say(&look.words.get("review-guess-on")));
    }
    out.extend(body.status.iter().cloned());
    if out.is_empty() && asking.near.is_none() && density < Density::Bare && !look.small() {
        out.extend(body.tip.as_deref().map(|tip| look.say(tip)).unwrap_or_default());
    }
    out
}

fn near(look: &Look, asking: &Asking) -> Vec<Line> {
    asking.near.map(|hit| view::try_again(look, asking.question(), hit)).unwrap_or_default()
}

/// Fits the parts into the room: all of them with the foot at the bottom, or with something that scrolls.
fn fit(look: &Look, parts: Parts, room: usize, anchor: Anchor) -> Placed {
    let needs = parts.needs();
    let Parts { head, gap, body, near, foot, below } = parts;
    if needs <= room {
        let mut rows = head;
        rows.extend(std::iter::repeat_n(Line::blank(), gap));
        rows.extend(body);
        if !near.is_empty() {
            rows.push(Line::blank());
            rows.extend(near);
        }
        if !foot.is_empty() {
            rows.resize(room - foot.len() - below, Line::blank());
            rows.extend(foot);
        }
        return Placed { rows, ..Placed::default() };
    }
    let foot = [near, foot].concat();
    let pins = room >= PINNED;
    if !pins && foot.len() + 4 > room {
        // No room of its own: what must be said stands before what is answered with.
        let said = if foot.is_empty() { Vec::new() } else { [foot, vec![Line::blank()]].concat() };
        return together(head, [said, body].concat(), room, anchor);
    }
    let foot = if foot.len() + 4 > room { Vec::new() } else { foot };
    let room = room - foot.len();
    let mut placed = if pins { pinned(look, &head, &body, room, anchor) } else { together(head, body, room, anchor) };
    placed.rows.truncate(room);
    if !foot.is_empty() {
        placed.rows.resize(room, Line::blank());
        placed.rows.extend(foot);
    }
    placed
}

/// The body stays; the head scrolls above it.
fn pinned(look: &Look, head: &[Line], body: &[Line], room: usize, anchor: Anchor) -> Placed {
    let least = head.len().min(LEAST_STEM);
    let body = window(body, room.saturating_sub(least + 1));
    let above = room.saturating_sub(body.len() + 1);
    let top = anchor.row(head, above);
    let mut rows: Vec<Line> = head.iter().skip(top).take(above).cloned().collect();
    let more = top + above < head.len();
    rows.push(if more { Line::blank().right(lines::more(look.words)) } else { Line::blank() });
    rows.extend(body);
    let scrolls = if head.len() > above { head.to_vec() } else { Vec::new() };
    Placed { rows, scrolls, room: above, more: false }
}

/// Head and body scroll as one text.
fn together(head: Vec<Line>, body: Vec<Line>, room: usize, anchor: Anchor) -> Placed {
    let mut all = head;
    all.push(Line::blank());
    all.extend(body);
    let top = anchor.row(&all, room);
    let mut rows: Vec<Line> = all.iter().skip(top).take(room).cloned().collect();
    // The cursor is never nowhere: when what has the focus is out of sight, it stands where reading goes on.
    if rows.iter().all(|l| l.cursor.is_none())
        && let Some(first) = rows.first_mut()
    {
        first.cursor = Some(LEFT);
    }
    let more = top + room < all.len();
    Placed { rows, scrolls: all, room, more }
}

/// The rows that fit: from the top as long as the focus is among them, else those around the focus.
pub fn window(lines: &[Line], room: usize) -> Vec<Line> {
    let (first, last) = focus_of(lines).unwrap_or((0, 0));
    let middle = (first + last).div_ceil(2).saturating_sub(room / 2).min(lines.len().saturating_sub(room));
    let top = match last {
        last if last <= room => 0,
        last if last - first >= room => first,
        _ => middle,
    };
    lines.iter().skip(top).take(room).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(n: usize, focus: usize) -> Vec<Line> {
        (0..n).map(|i| Line { focus: i == focus, ..Line::at(LEFT, vec![text(i.to_string())]) }).collect()
    }

    #[test]
    fn the_focus_stays_within_the_window() {
        for focus in 0..30 {
            let seen = window(&lines(30, focus), 7);
            assert_eq!(seen.len(), 7);
            assert!(seen.iter().any(|l| l.focus), "{focus}");
        }
        assert_eq!(window(&lines(3, 1), 7).len(), 3);
        assert!(window(&lines(3, 1), 0).is_empty());
    }

    #[test]
    fn crumbs_leave_no_lone_slash() {
        assert_eq!(crumb_text("Databases", "Indexes"), "Databases / Indexes");
        assert_eq!(crumb_text("", "Indexes"), "Indexes");
        assert_eq!(crumb_text("", ""), "");
    }
}
