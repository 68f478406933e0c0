//! Checks: from the question in view to the event, and back again.

use crate::domain::event::{Event, Setting, What};
use crate::domain::ids::ItemId;
use crate::domain::question::Answer;

use super::super::Context;
use super::super::action::{Action, Bound};
use super::super::attempt::{Judged, attempt, regraded};
use super::super::effect::{Effect, LoadedItem, Request};
use super::super::question::{Asking, Entry, Step};
use super::super::review::FLAG_REASONS;
use super::check::{complete, digit, kept_from};
use super::{Check, CheckStage, Lesson, Told};

impl Lesson {
    /// The check of a question, if it came into view.
    pub fn check(&self, question: &str) -> Option<&Check> {
        self.checks.iter().find(|c| c.id.local() == question)
    }

    /// The first unanswered check in view: digits answer it.
    pub fn open_check(&self) -> Option<&Check> {
        self.seen.checks.iter().filter_map(|name| self.check(name)).find(|c| c.asking().is_some())
    }

    /// The check that owns the keyboard.
    pub fn entered_check(&self) -> Option<&Check> {
        let id = self.entered.as_ref()?;
        self.checks.iter().find(|c| c.id == *id)
    }

    /// Whether something was chosen in a check that waits for `Enter`.
    pub fn is_touched(&self, id: &ItemId) -> bool {
        self.touched.as_ref() == Some(id)
    }

    pub(super) fn entered_mut(&mut self) -> Option<&mut Asking> {
        let id = self.entered.as_ref().filter(|_| self.paused.is_none() && self.flagging.is_none())?;
        self.checks.iter_mut().find(|c| c.id == *id)?.asking_mut()
    }

    /// A question has come; when there is none any more, the one that came with the topic will do.
    pub(super) fn take_item(&mut self, id: &ItemId, item: Option<Box<LoadedItem>>, cx: &Context<'_>) {
        let Some(at) = self.checks.iter().position(|c| c.id == *id && c.stage == CheckStage::Loading) else { return };
        self.checks[at].stage = match item {
            None => CheckStage::Missing,
            Some(mut item) => {
                // The time until an answer is mostly reading: it says nothing about how sure it was.
                item.median_ms = None;
                let kept = self.kept.checks.iter().find(|k| &*k.question == id.local()).cloned();
                match kept {
                    // Whoever took the answer back elsewhere meets the question again.
                    Some(kept) if item.memory.is_some_and(|m| m.last >= kept.event) => {
                        CheckStage::Told(Told::again(item, kept))
                    }
                    _ => CheckStage::Asking(ask(item, cx.now.utc as u64, cx)),
                }
            }
        };
    }

    /// `Enter` on a page with an open check: submits what is complete, else gives the keyboard to the check.
    pub(super) fn enter_check(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Some(check) = self.open_check() else { return Vec::new() };
        let id = check.id.clone();
        let ready = check.asking().is_some_and(complete) || self.is_touched(&id);
        if ready {
            return self.act_check(&id, Bound { action: Action::Submit, arg: 0 }, cx);
        }
        self.entered = Some(id);
        Vec::new()
    }

    /// A key on a page with an open check that does not own the keyboard.
    pub(super) fn act_open_check(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Some(id) = self.open_check().map(|c| c.id.clone()) else { return Vec::new() };
        match bound.action {
            Action::Choose => {
                let Some(asking) = self.asking_mut(&id) else { return Vec::new() };
                let step = digit(asking, bound.arg);
                let picked = matches!(asking.entry, Entry::Pick(_));
                if step == Step::Stay && picked {
                    self.touched = Some(id.clone());
                }
                self.follow(&id, step, cx)
            }
            Action::Guess | Action::DontKnow | Action::Hint => self.act_check(&id, bound, cx),
            _ => Vec::new(),
        }
    }

    /// A key while a check owns the keyboard.
    pub(super) fn act_entered(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Some(id) = self.entered.clone() else { return Vec::new() };
        match bound.action {
            Action::Back | Action::Quit | Action::Later => {
                self.leave_check();
                Vec::new()
            }
            Action::Undo => {
                self.leave_check();
                self.take_back(cx)
            }
            Action::Redo => vec![Effect::Undo { redo: true }],
            Action::Flag => {
                self.flagging = Some((id, 0));
                Vec::new()
            }
            _ => self.act_check(&id, bound, cx),
        }
    }

    /// Gives the keyboard back to the page. What was entered stays.
    pub fn leave_check(&mut self) {
        if let Some(asking) = self.entered_mut()
            && let Entry::Typed(typed) = &mut asking.entry
        {
            typed.commands = false;
        }
        self.entered = None;
    }

    fn asking_mut(&mut self, id: &ItemId) -> Option<&mut Asking> {
        self.checks.iter_mut().find(|c| c.id == *id)?.asking_mut()
    }

    fn act_check(&mut self, id: &ItemId, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Some(asking) = self.asking_mut(id) else { return Vec::new() };
        let step = asking.act(bound);
        self.follow(id, step, cx)
    }

    fn follow(&mut self, id: &ItemId, step: Step, cx: &Context<'_>) -> Vec<Effect> {
        match step {
            Step::Answer(answer) => self.submit(id, answer, cx),
            Step::Stay | Step::Unknown => Vec::new(),
        }
    }

    fn submit(&mut self, id: &ItemId, answer: Answer, cx: &Context<'_>) -> Vec<Effect> {
        let read_only = self.read_only;
        let Some(asking) = self.asking_mut(id) else { return Vec::new() };
        match attempt(asking, answer.clone(), Setting::Lesson, cx) {
            Judged::Near(hit) => {
                asking.try_again(hit);
                Vec::new()
            }
            Judged::Counts(attempt) => {
                let event = attempt.event.clone();
                if read_only {
                    // Whoever performs it says that it is not taken; the question stays open, with what was entered.
                    return vec![Effect::Record(vec![event])];
                }
                let told = Told::new(asking.clone(), answer, *attempt);
                self.set(id, CheckStage::Told(told));
                self.entered = None;
                self.touched = None;
                self.latest = Some(id.clone());
                vec![self.record(event), self.keep(cx)]
            }
        }
    }

    fn set(&mut self, id: &ItemId, stage: CheckStage) {
        if let Some(check) = self.checks.iter_mut().find(|c| c.id == *id) {
            check.stage = stage;
        }
    }

    /// `u`: right after an answer it is taken back and asked anew; else the latest action of the learner, wherever it was.
    pub(super) fn take_back(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let latest = self.latest.take().and_then(|id| self.checks.iter().find(|c| c.id == id));
        let Some((id, told)) = latest.and_then(|c| Some((c.id.clone(), c.told()?.clone()))) else {
            return vec![Effect::Undo { redo: false }];
        };
        let event = self.event(cx.now.id, What::Undone { of: told.event }, cx);
        self.ask_anew(&id, told, cx);
        vec![self.record(event), self.keep(cx)]
    }

    fn ask_anew(&mut self, id: &ItemId, told: Told, cx: &Context<'_>) {
        self.kept.checks.retain(|k| *k.question != *id.local());
        self.set(id, CheckStage::Asking(ask(told.item, told.seed, cx)));
        if matches!(self.stage, super::Stage::Ended(_)) {
            self.stage = super::Stage::Reading;
        }
    }

    /// Something was taken or brought back outside of this lesson's own keys.
    pub(super) fn undone(&mut self, event: &Event, redo: bool, cx: &Context<'_>) -> Vec<Effect> {
        self.latest = None;
        match &event.what {
            What::Answered(answered) => {
                let id = answered.item.clone();
                let Some(check) = self.checks.iter().find(|c| c.id == id) else { return Vec::new() };
                match (&check.stage, redo) {
                    (CheckStage::Told(told), false) if told.event == event.id => {
                        // What was known before the answer is known to the store, not here.
                        self.kept.checks.retain(|k| *k.question != *id.local());
                        self.set(&id, CheckStage::Loading);
                        vec![Effect::Ask(Request::Item(id)), self.keep(cx)]
                    }
                    (CheckStage::Asking(asking), true) => {
                        let Some(kept) = kept_from(event, asking.seed) else { return Vec::new() };
                        let mut told = Told::again(asking.item.clone(), kept);
                        told.after = regraded(told.item.memory.as_ref(), event, told.rating);
                        self.set(&id, CheckStage::Told(told));
                        vec![self.keep(cx)]
                    }
                    _ => Vec::new(),
                }
            }
            What::Noted { .. } => vec![Effect::Ask(Request::Topic(self.topic.clone()))],
            What::Read { topic, day, .. } if *topic == self.topic => {
                self.done = redo.then_some(*day);
                vec![self.keep(cx)]
            }
            _ => Vec::new(),
        }
    }

    /// The question that a key without an option is about: the open one in view, else the answered one lowest in view.
    pub(super) fn check_in_mind(&self) -> Option<ItemId> {
        let told = || self.seen.checks.iter().rev().filter_map(|name| self.check(name)).find(|c| c.told().is_some());
        self.open_check().or_else(told).map(|c| c.id.clone())
    }

    /// A key while the reasons to flag a question are shown.
    pub(super) fn act_flag(&mut self, item: ItemId, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let last = FLAG_REASONS.len() - 1;
        let chosen = match bound.action {
            Action::Up => {
                self.flagging = Some((item, row.saturating_sub(1)));
                return Vec::new();
            }
            Action::Down => {
                self.flagging = Some((item, (row + 1).min(last)));
                return Vec::new();
            }
            Action::Enter => row.min(last),
            Action::Choose if usize::from(bound.arg) <= last => usize::from(bound.arg),
            Action::Back => {
                self.flagging = None;
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.flagging = None;
        self.latest = None;
        let reason = FLAG_REASONS[chosen].trim_start_matches("flag-").into();
        let event = self.event(cx.now.id, What::Flagged { item, reason }, cx);
        vec![self.record(event)]
    }

    /// Shows the reasons of all options of the answered checks in view, or only the ones that matter most.
    pub(super) fn show_others(&mut self) {
        let seen = self.seen.checks.clone();
        for check in self.checks.iter_mut().filter(|c| seen.iter().any(|s| **s == *c.id.local())) {
            if let CheckStage::Told(told) = &mut check.stage {
                told.others = !told.others;
            }
        }
    }
}

fn ask(item: Box<LoadedItem>, seed: u64, cx: &Context<'_>) -> Asking {
    Asking::new(item, seed, cx.now.mono_ms, cx.prefs.instant_submit)
}
