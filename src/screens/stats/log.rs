//! Stats > Log: every action with its time, page by page, with a filter. `u` undoes as everywhere.

use std::collections::VecDeque;

use crate::domain::event::{Event, EventId, Rating, What};
use crate::domain::log::describe as described;
use crate::sessions::action::Action;
use crate::sessions::describe;
use crate::sessions::effect::{Effect, LogRow, Request};
use crate::sessions::input::Input;
use crate::sessions::line_edit::LineEdit;
use crate::ui::field;
use crate::ui::ink::{self, key, muted, run, text};
use crate::ui::list::{self, List};
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::reading::paragraph;
use crate::ui::screen::Scene;
use crate::ui::sheet;
use crate::ui::theme::Token;
use crate::words::Words;

use super::{has_pane, narrow};

/// Pages that one key may ask for in search of rows that match the filter.
const PAGES: u16 = 20;
/// Columns of what happened and what it was about.
const WHAT: i32 = 20;
const ABOUT: i32 = 42;

/// The tab's own state.
#[derive(Debug, Clone, Default)]
pub struct LogTab {
    rows: Vec<LogRow>,
    /// Indices of the rows that match the filter.
    shown: Vec<usize>,
    list: List,
    filter: LineEdit,
    typing: bool,
    /// The oldest row is here.
    end: bool,
    /// What was asked for and has not come yet: whether each is the newest page.
    asked: VecDeque<bool>,
    /// Pages that may still be asked for until the next key.
    pages: u16,
    /// An export waits until the oldest row is here.
    exporting: bool,
}

impl LogTab {
    /// The filter is being typed.
    pub fn typing(&self) -> bool {
        self.typing
    }

    /// The tab is seen: asks for the newest page unless it is here.
    pub fn first(&mut self) -> Vec<Effect> {
        if self.rows.is_empty() && self.asked.is_empty() { self.ask(true) } else { Vec::new() }
    }

    /// Something was done since: asks for the newest page, if any was ever asked for.
    pub fn again(&mut self) -> Vec<Effect> {
        if self.rows.is_empty() && !self.end { Vec::new() } else { self.ask(true) }
    }

    /// Asks for everything that is not here yet; `None` when all of it is. [`LogTab::export_is_due`] tells when it has come.
    pub fn whole(&mut self) -> Option<Vec<Effect>> {
        if self.end {
            return None;
        }
        self.exporting = true;
        Some(if self.asked.is_empty() { self.ask(self.rows.is_empty()) } else { Vec::new() })
    }

    /// Whether an export waited for the oldest row, and it has come; says so once.
    pub fn export_is_due(&mut self) -> bool {
        let due = self.exporting && self.end;
        self.exporting &= !due;
        due
    }

    fn ask(&mut self, newest: bool) -> Vec<Effect> {
        let before = if newest { None } else { self.rows.last().map(|r| r.event.id) };
        self.asked.push_back(newest);
        vec![Effect::Ask(Request::Log { before })]
    }

    /// The rows that are shown, newest first.
    pub fn shown_rows(&self) -> Vec<&LogRow> {
        self.shown.iter().filter_map(|i| self.rows.get(*i)).collect()
    }

    fn focused(&self) -> Option<&LogRow> {
        let at = self.list.focus.min(self.shown.len().saturating_sub(1));
        self.shown.get(at).and_then(|i| self.rows.get(*i))
    }

    /// A page has come.
    pub fn take(&mut self, rows: Vec<LogRow>, scene: &Scene<'_>) -> Vec<Effect> {
        let Some(newest) = self.asked.pop_front() else { return Vec::new() };
        let focus = self.focused().map(|r| r.event.id);
        if newest {
            self.end = rows.is_empty();
            self.rows = rows;
        } else {
            let last = self.rows.last().map(|r| r.event.id);
            let before = self.rows.len();
            self.rows.extend(rows.into_iter().filter(|r| last.is_none_or(|l| r.event.id < l)));
            self.end = self.rows.len() == before;
        }
        // The filter looks at every row: not after each page of an export.
        if self.exporting && !self.end {
            return if self.asked.is_empty() { self.ask(false) } else { Vec::new() };
        }
        self.look(scene);
        self.stay(focus, scene);
        self.more(scene)
    }

    /// Keeps the focus on an event when rows came in above it.
    fn stay(&mut self, event: Option<EventId>, scene: &Scene<'_>) {
        let at = event.and_then(|id| self.shown.iter().position(|i| self.rows[*i].event.id == id));
        if let Some(at) = at.filter(|at| *at != self.list.focus && self.list.focus > 0) {
            self.list = List::at(at);
        }
        self.list.fit(self.shown.len(), room(scene, self));
    }

    /// Finds the rows that match the filter.
    pub fn look(&mut self, scene: &Scene<'_>) {
        let wanted: Vec<String> = self.filter.text().split_whitespace().map(str::to_lowercase).collect();
        let has = |row: &LogRow| {
            let text = format!("{} {} {}", when(&row.event, scene.words), what(row, scene.words), row.about);
            let text = text.to_lowercase();
            wanted.iter().all(|w| text.contains(w.as_str()))
        };
        self.shown = (0..self.rows.len()).filter(|i| wanted.is_empty() || has(&self.rows[*i])).collect();
        self.list.fit(self.shown.len(), room(scene, self));
    }

    /// Asks for older rows when the end of those that are here comes in sight.
    fn more(&mut self, scene: &Scene<'_>) -> Vec<Effect> {
        let near = self.list.focus + 2 * room(scene, self) >= self.shown.len();
        if !near || self.end || self.rows.is_empty() || !self.asked.is_empty() || self.pages == 0 {
            return Vec::new();
        }
        self.pages -= 1;
        self.ask(false)
    }

    /// Follows an action.
    pub fn act(&mut self, action: Action, scene: &Scene<'_>) -> Vec<Effect> {
        self.pages = PAGES;
        if action == Action::Find {
            self.typing = true;
            return Vec::new();
        }
        if self.list.act(action, self.shown.len(), room(scene, self)) {
            return self.more(scene);
        }
        Vec::new()
    }

    /// Follows an input while the filter is typed.
    pub fn follow_filter(&mut self, input: Input, scene: &Scene<'_>) -> Vec<Effect> {
        match input {
            Input::Act(bound) if bound.action == Action::Submit => self.typing = false,
            Input::Act(bound) if matches!(bound.action, Action::Back | Action::Interrupt) => {
                self.filter = LineEdit::default();
                self.typing = false;
            }
            Input::Key(key) => {
                self.filter.key(key);
            }
            Input::Paste(text) => self.filter.paste(&text),
            _ => return Vec::new(),
        }
        self.pages = PAGES;
        self.list = List::default();
        self.look(scene);
        self.more(scene)
    }

    /// Draws the tab.
    pub fn draw(&self, scene: &Scene<'_>, page: &mut Page) {
        if has_pane(scene) {
            sheet::split(page, |p| self.table(scene, p), |p| self.detail(scene, p));
        } else {
            narrow(page, |p| self.table(scene, p));
        }
    }

    fn table(&self, scene: &Scene<'_>, page: &mut Page) {
        let words = scene.words;
        let mut y = top(scene);
        if self.typing || !self.filter.is_blank() {
            let x = page.put(LEFT, y, &key("/")) + 1;
            let end = page.edge() - 14;
            field::line(page, x, y, end, &self.filter, self.typing);
            page.right(y, &muted(words.fmt("stats-log-count", &[("n", self.shown.len().into())])));
            y += 2;
        }
        if self.shown.is_empty() {
            let said = match (self.rows.is_empty(), self.end && self.asked.is_empty()) {
                (_, false) => words.get("stats-loading"),
                (true, true) => words.get("stats-log-empty"),
                (false, true) => words.get("stats-log-no-match"),
            };
            page.put_to(LEFT, y, page.edge(), &text(said));
            if !self.typing {
                page.set_cursor(LEFT, y);
            }
            return;
        }
        let room = room(scene, self);
        let cursor = page.cursor();
        self.list.draw(page, y, self.shown.len(), room, |p, y, i, focused| {
            if let Some(r) = self.rows.get(self.shown[i]) {
                row(p, y, r, focused && !self.typing, words);
            }
        });
        if let Some(cursor) = cursor {
            page.set_cursor(cursor.x.into(), cursor.y.into());
        }
    }

    /// Everything about the focused row, beside the list.
    fn detail(&self, scene: &Scene<'_>, page: &mut Page) {
        let (Some(r), words) = (self.focused(), scene.words) else { return };
        let edge = page.edge();
        page.put_to(LEFT, TOP, edge, &run(Token::Strong, what(r, words)));
        let mut y = TOP + 1;
        page.put_to(LEFT, y, edge, &text(when(&r.event, words)));
        y += 2;
        if !r.about.is_empty() {
            y += paragraph(page, LEFT, y, edge, &r.about, Token::Text) + 1;
        }
        for said in
            facts(&r.event, words).into_iter().chain((!r.live).then(|| words.get("stats-log-undone-long").into_owned()))
        {
            y += paragraph(page, LEFT, y, edge, &said, Token::Text);
        }
    }
}

fn top(scene: &Scene<'_>) -> i32 {
    if scene.area.1 < 16 { TOP - 1 } else { TOP }
}

/// How many rows are seen.
fn room(scene: &Scene<'_>, tab: &LogTab) -> usize {
    let filter = if tab.typing || !tab.filter.is_blank() { 2 } else { 0 };
    let free = i32::from(scene.area.1) - 2 - top(scene) - filter;
    // The row above the rule stays free where there is room.
    usize::try_from(if free > 8 { free - 1 } else { free }).unwrap_or(0)
}

/// The local time of an event, by its own offset: `Sat 21 Nov 09:12`.
fn when(event: &Event, words: &Words) -> String {
    let minutes = event.utc.div_euclid(60_000) + i64::from(event.offset_min);
    let of_day = minutes.rem_euclid(1440);
    let day = i32::try_from(minutes.div_euclid(1440)).unwrap_or(i32::MAX);
    format!("{} {:02}:{:02}", words.date(day), of_day / 60, of_day % 60)
}

/// What was done, with its grade.
fn what(row: &LogRow, words: &Words) -> String {
    let deed = describe::row(row, words);
    let grade = described(&row.event, None).rating.map(|r| match r {
        Rating::Forgot => words.get("grade-forgot"),
        Rating::Hard => words.get("grade-hard"),
        Rating::Good => words.get("grade-good"),
        Rating::Easy => words.get("grade-easy"),
    });
    match grade {
        Some(grade) => format!("{deed}: {grade}"),
        None => deed,
    }
}

/// What else is known of an event.
fn facts(event: &Event, words: &Words) -> Vec<String> {
    let time = |ms: u32| words.fmt("stats-log-took", &[("time", words.duration(u64::from(ms).div_ceil(1000)).into())]);
    match &event.what {
        What::Answered(a) => {
            let mut facts = vec![time(a.took_ms)];
            facts.extend(a.guess.then(|| words.get("stats-log-guess").into_owned()));
            facts.extend(a.hint.then(|| words.get("stats-log-hint").into_owned()));
            facts
        }
        What::Read { took_ms, .. } => vec![time(*took_ms)],
        What::Noted { text, .. } => vec![text.to_string()],
        _ => Vec::new(),
    }
}

fn row(page: &mut Page, y: i32, row: &LogRow, focused: bool, words: &Words) {
    let edge = page.edge();
    let end = if row.live { edge } else { page.right(y, &text(words.get("stats-log-undone"))) - 2 };
    page.put_to(LEFT, y, end.min(WHAT - 1), &muted(when(&row.event, words)));
    let token = match (focused, row.live) {
        (true, _) => Token::Sel,
        (false, true) => Token::Text,
        (false, false) => Token::Muted,
    };
    let about = if page.width() < super::COLUMN { ABOUT - 4 } else { ABOUT };
    let has_about = about + 8 <= end && !row.about.is_empty();
    let what = what(row, words);
    let x = page.put_to(WHAT, y, if has_about { about - 1 } else { end }, &run(token, what));
    if has_about {
        let token = if row.live { Token::Text } else { Token::Muted };
        page.put_to(about.max(x + 1), y, end, &ink::run(token, row.about.as_str()));
    }
    if focused {
        list::focus(page, LEFT, y, 1);
    }
}
