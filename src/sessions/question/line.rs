//! Finding a line of code.

use crate::domain::question::Answer;

use super::super::action::{Action, Bound};
use super::{Step, moved};

/// A line of code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineInput {
    /// The marked line, counted from 0.
    pub focus: usize,
    /// Cells by which the code is scrolled sideways.
    pub scroll: usize,
    /// The code takes the whole screen.
    pub full: bool,
    lines: usize,
}

/// Cells by which one key scrolls.
const SCROLL_STEP: usize = 8;

/// The widest line that can be scrolled to: wider ones are cut by the check of packs.
const SCROLL_MAX: usize = 400;

impl LineInput {
    pub(super) fn new(lines: usize) -> Self {
        LineInput { focus: 0, scroll: 0, full: false, lines: lines.max(1) }
    }

    pub(super) fn act(&mut self, bound: Bound) -> Step {
        match bound.action {
            Action::Up | Action::Down => self.focus = moved(self.focus, self.lines, bound.action == Action::Down),
            Action::PageDown => self.focus = (self.focus + 8).min(self.lines - 1),
            Action::PageUp => self.focus = self.focus.saturating_sub(8),
            Action::Left => self.scroll = self.scroll.saturating_sub(SCROLL_STEP),
            Action::Right => self.scroll = (self.scroll + SCROLL_STEP).min(SCROLL_MAX),
            Action::FullScreen => self.full = !self.full,
            Action::Enter | Action::Submit => return Step::Answer(Answer::Line(self.focus + 1)),
            _ => return Step::Unknown,
        }
        Step::Stay
    }
}
