//! A place in rows that are longer than their room, and what stands around them.

use crate::ui::ink::{Run, key, text};
use crate::ui::lines::{Anchor, Line, more};
use crate::words::Words;

/// Rows of one page that are seen again on the next one, where there are enough of them.
const OVERLAP: usize = 2;

/// Where a window was paged to; by itself it stands where its text opens.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Spot(Option<Anchor>);

/// Rows of which some are seen.
#[derive(Debug, Clone, Default)]
pub struct Window {
    /// All of them.
    pub lines: Vec<Line>,
    /// How many are seen.
    pub seen: usize,
    /// The first row that is seen while nobody has paged.
    pub first: usize,
}

impl Spot {
    /// Whether somebody reads on.
    pub fn is_paged(self) -> bool {
        self.0.is_some()
    }
}

impl Window {
    /// Rows of which the first `seen` are seen.
    pub fn new(lines: Vec<Line>, seen: usize) -> Window {
        Window { lines, seen, first: 0 }
    }

    /// Rows that are all seen.
    pub fn whole(lines: Vec<Line>) -> Window {
        let seen = lines.len();
        Window::new(lines, seen)
    }

    /// The first row that is seen.
    pub fn top(&self, spot: Spot) -> usize {
        let last = self.lines.len().saturating_sub(self.seen);
        spot.0.map_or(self.first, |anchor| anchor.row(&self.lines, self.seen)).min(last)
    }

    /// What is seen.
    pub fn shown(&self, spot: Spot) -> &[Line] {
        let top = self.top(spot);
        &self.lines[top..self.lines.len().min(top + self.seen)]
    }

    /// The key that shows more of it; nothing where all is seen.
    pub fn mark(&self, spot: Spot, words: &Words) -> Vec<Run<'static>> {
        let top = self.top(spot);
        match (top + self.seen < self.lines.len(), top > 0) {
            (true, _) => more(words),
            (false, true) => vec![key("PgUp"), text(format!(" {}", words.get("interview-more-above")))],
            (false, false) => Vec::new(),
        }
    }

    /// The next page, or the one before; `None` where all is seen.
    pub fn paged(&self, spot: Spot, down: bool) -> Option<Spot> {
        let last = self.lines.len().checked_sub(self.seen).filter(|last| *last > 0)?;
        let page = if self.seen > 2 * OVERLAP { self.seen - OVERLAP } else { self.seen.max(1) };
        let top = self.top(spot);
        let to = if down { (top + page).min(last) } else { top.saturating_sub(page) };
        Some(Spot(Some(Anchor::of(&self.lines, to))))
    }
}

/// Where the key that shows more is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Told {
    /// On the rule above the footer.
    #[default]
    Rule,
    /// At the right of the row above the window.
    Above,
    /// At the right of the row below it.
    Below,
}

/// A window with the rows around it.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// Rows above it.
    pub above: Vec<Line>,
    /// What pages scroll.
    pub window: Window,
    /// Rows below it.
    pub below: Vec<Line>,
    /// Where it is said that there is more.
    pub told: Told,
}

impl Parts {
    /// Nothing but rows; what goes beyond the room is reached by pages.
    pub fn list(lines: Vec<Line>, room: usize) -> Parts {
        Parts { window: Window::new(lines, room), ..Parts::default() }
    }

    /// What is on the page, and what the rule above the footer says.
    pub fn rows(mut self, spot: Spot, words: &Words) -> (Vec<Line>, Vec<Run<'static>>) {
        let mut mark = self.window.mark(spot, words);
        let row = match self.told {
            Told::Rule => None,
            Told::Above => self.above.last_mut(),
            Told::Below => self.below.first_mut(),
        };
        if let Some(row) = row.filter(|_| !mark.is_empty()) {
            if !row.right.is_empty() {
                mark.push(text("  "));
            }
            row.right.splice(0..0, std::mem::take(&mut mark));
        }
        let mut rows = self.above;
        rows.extend_from_slice(self.window.shown(spot));
        rows.extend(self.below);
        (rows, mark)
    }
}
