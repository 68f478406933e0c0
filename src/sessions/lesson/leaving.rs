//! Pausing, leaving, and the end: what is kept, and when a lesson counts as read.

use crate::domain::event::What;

use super::super::Context;
use super::super::action::{Action, Bound};
use super::super::effect::Effect;
use super::super::study::Study;
use super::position::{Position, draft_name};
use super::{Check, EndRow, Lesson, PAUSE_ROWS, PauseRow, STAYED_MS, Seen, Stage, Told, WHOLE};

impl Lesson {
    /// Past the last line: the lesson counts as read, once, and offers a way on.
    pub(super) fn finish(&mut self, cx: &Context<'_>, study: &Study) -> Vec<Effect> {
        let mut effects = self.mark_read(cx);
        self.stage = Stage::Ended(self.ending(study));
        effects.push(self.keep(cx));
        effects
    }

    fn mark_read(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.read = WHOLE;
        if self.done == Some(cx.now.day) || self.read_only {
            return Vec::new();
        }
        self.done = Some(cx.now.day);
        let took_ms = u32::try_from(self.spent_ms).unwrap_or(u32::MAX);
        let what = What::Read { topic: self.topic.clone(), day: cx.now.day, took_ms };
        let event = self.event(cx.now.id, what, cx);
        vec![self.record(event)]
    }

    pub(super) fn act_ended(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Ended(ending) = &mut self.stage else { return Vec::new() };
        match bound.action {
            Action::Up => ending.focus = ending.focus.saturating_sub(1),
            Action::Down => ending.focus = (ending.focus + 1).min(ending.rows.len().saturating_sub(1)),
            Action::Back | Action::Quit => return vec![Effect::Back],
            Action::Undo => return self.take_back(cx),
            Action::Redo => return vec![Effect::Undo { redo: true }],
            Action::Enter => match ending.rows.get(ending.focus).cloned() {
                Some(EndRow::Again) => {
                    self.stage = Stage::Reading;
                    self.wanted = Some("".into());
                    self.seen = Seen::default();
                }
                Some(row) => {
                    let route = row.route(&self.topic);
                    return std::iter::once(Effect::Back).chain(route.map(Effect::Go)).collect();
                }
                None => return vec![Effect::Back],
            },
            _ => {}
        }
        Vec::new()
    }

    pub(super) fn pause(&mut self) {
        if self.stage == Stage::Reading {
            self.paused = Some(0);
        }
    }

    pub(super) fn act_pause(&mut self, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let chosen = match bound.action {
            Action::Up => {
                self.paused = Some(row.saturating_sub(1));
                return Vec::new();
            }
            Action::Down => {
                self.paused = Some((row + 1).min(PAUSE_ROWS.len() - 1));
                return Vec::new();
            }
            Action::Enter => PAUSE_ROWS[row.min(PAUSE_ROWS.len() - 1)],
            Action::Back => PauseRow::Continue,
            Action::Leave => PauseRow::Leave,
            Action::Undo => PauseRow::Undo,
            _ => return Vec::new(),
        };
        self.paused = None;
        match chosen {
            PauseRow::Continue => Vec::new(),
            PauseRow::Leave => self.leave(cx),
            PauseRow::Undo => self.take_back(cx),
        }
    }

    /// Leaves; who came to the last page by turning pages, and stayed on it, has read the lesson.
    fn leave(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        let stayed = cx.now.mono_ms.saturating_sub(self.end_ms) >= STAYED_MS;
        if self.seen.end && self.shown >= WHOLE && stayed {
            effects = self.mark_read(cx);
        }
        effects.push(self.keep(cx));
        effects.push(Effect::Back);
        effects
    }

    /// Keeps the place. A lesson that was read stays read, however often it is opened again.
    pub(super) fn keep(&mut self, cx: &Context<'_>) -> Effect {
        let place = if self.visiting { self.kept.place.clone() } else { self.seen.place.clone() };
        let percent = self.percent();
        let told = self.checks.iter().filter_map(Check::told).map(Told::kept);
        let unseen = self.kept.checks.iter().filter(|k| !self.checks.iter().any(|c| c.id.local() == &*k.question));
        let position = Position {
            percent,
            day: cx.now.day,
            done: self.done,
            spent_ms: if self.done == Some(cx.now.day) { 0 } else { self.spent_ms },
            checks: unseen.cloned().chain(told).collect(),
            place: place.clone(),
        };
        self.saved = Some((place, percent));
        Effect::Draft { name: draft_name(&self.topic), body: Some(position.write()) }
    }

    /// How much is read, in percent; 100 once the end was reached, ever.
    pub(super) fn percent(&self) -> u8 {
        if self.done.is_some() { 100 } else { (self.read * 100 / WHOLE).min(99) as u8 }
    }
}
