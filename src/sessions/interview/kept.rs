//! What is kept of an interview that is left or killed: enough to go on where it was.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::event::{Event, What};
use crate::domain::ids::ItemId;
use crate::domain::interview::Turn;
use crate::sessions::rehearse::DRAFTS;

use super::super::Context;
use super::super::effect::{Attempt, Effect, LoadedPrompt};
use super::setup::Setup;
use super::stage::{Cursor, Sheet, Stage};
use super::step::Step;
use super::{Asked, Interview};

/// The name of the draft that keeps an interview about a question.
pub fn name(prompt: &ItemId) -> String {
    format!("{DRAFTS}{prompt}")
}

/// An interview that waits.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// What is asked, and how.
    pub setup: Setup,
    /// What was done.
    steps: Vec<Step>,
    /// What was typed, by field.
    texts: BTreeMap<Box<str>, String>,
    /// What the clock of the stage had used, in milliseconds.
    used_ms: u64,
    clock_hidden: bool,
    pauses: u32,
    cursor: Cursor,
    /// The points of the prompt at that time, by name: when the author has changed them since, marks mean nothing any more.
    points: Vec<Box<str>>,
}

impl Kept {
    /// Reads a draft; `None` for what another version wrote otherwise.
    pub fn read(draft: &str) -> Option<Kept> {
        serde_json::from_str(draft).ok()
    }

    /// As text.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether the question has been answered: what is left is to be graded.
    pub fn is_answered(&self) -> bool {
        self.steps.iter().any(|step| matches!(step, Step::Predicted(_)))
    }
}

impl Interview {
    /// What is kept at this moment; `None` when there is nothing to go on with.
    pub fn kept(&self, cx: &Context<'_>) -> Option<Kept> {
        let asked = self.asked.as_ref().filter(|_| self.is_open())?;
        Some(Kept {
            setup: asked.setup.clone(),
            steps: self.steps.clone(),
            texts: self.texts.clone(),
            used_ms: self.clock().map_or(0, |clock| clock.used(cx.now.mono_ms)),
            clock_hidden: self.clock_hidden,
            pauses: self.pauses,
            cursor: self.cursor,
            points: names(asked),
        })
    }

    /// Keeps it on disk; what is over is kept no longer. Practice alone keeps nothing, and leaves what else waits there alone.
    ///
    /// An interview within a mock says the same: the mock keeps [`Interview::kept`] under its own name instead.
    pub(super) fn keep(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.dirty_since = None;
        self.changed = false;
        self.saved_ms = Some(cx.now.mono_ms);
        let body = self.kept(cx).map(|kept| kept.write());
        self.draft(body)
    }

    /// What is to be kept when the program ends; nothing when nothing is open.
    pub fn leaving(&self, cx: &Context<'_>) -> Vec<Effect> {
        self.kept(cx).map_or_else(Vec::new, |kept| self.draft(Some(kept.write())))
    }

    /// Keeps nothing.
    pub(super) fn forget(&self) -> Vec<Effect> {
        self.draft(None)
    }

    fn draft(&self, body: Option<String>) -> Vec<Effect> {
        let asked = self.asked.as_ref().filter(|asked| !asked.setup.practice);
        asked.map(|asked| Effect::Draft { name: name(&asked.prompt().id), body }).into_iter().collect()
    }

    /// Goes on with what was kept. The clock waits for the learner: a stage that has one begins paused.
    pub fn go_on(kept: Kept, loaded: Box<LoadedPrompt>, cx: &Context<'_>) -> Interview {
        let mut interview = Interview::new(kept.setup.wish(), kept.setup.seed);
        let persona = super::persona(&loaded, &kept.setup.persona);
        let asked = Asked { loaded, setup: kept.setup, persona };
        let changed = names(&asked) != kept.points;
        interview.asked = Some(asked);
        interview.clock_hidden = kept.clock_hidden;
        interview.pauses = kept.pauses;
        interview.texts = kept.texts;
        interview.steps = kept.steps;
        if changed {
            interview.forget_marks();
        }
        interview.replay();
        interview.find_recorded(cx);
        if let Some(clock) = interview.clock_mut().filter(|_| !changed) {
            clock.set_used(kept.used_ms);
        }
        if !changed {
            interview.cursor = kept.cursor;
        }
        interview.seen_ms = cx.now.mono_ms;
        if interview.has_running_clock() {
            interview.sheet = Some(Sheet::Pause(0));
        }
        interview
    }

    /// The program may have been killed after the answer was in the log and before its draft was dropped. The text and the times to the millisecond
    /// tell that it is the same answer.
    fn find_recorded(&mut self, cx: &Context<'_>) {
        if !matches!(self.stage, Stage::Compare(_)) {
            return;
        }
        let Some(Event { what: What::Rehearsed(ours), .. }) = self.event(cx) else { return };
        let Some(asked) = &mut self.asked else { return };
        let said = |turns: &[Turn]| turns.first().map(|turn| (turn.text.clone(), turn.took_ms));
        let same = |a: &Attempt| {
            let theirs = &a.rehearsed;
            theirs.by == ours.by && theirs.think_ms == ours.think_ms && said(&theirs.turns) == said(&ours.turns)
        };
        let Some(at) = asked.loaded.attempts.iter().rposition(same) else { return };
        // As it was when the answer was given: earlier attempts decide which follow-ups are asked.
        let found = asked.loaded.attempts.remove(at);
        self.replay();
        let what = What::Rehearsed(Box::new(found.rehearsed));
        let event = Event { id: found.id, utc: found.utc, offset_min: found.offset_min, what };
        let step = Step::Recorded(Box::new(event));
        self.apply(&step);
        self.steps.push(step);
    }

    /// The rubric is another one: what was said stays, what was asked and marked by it does not.
    fn forget_marks(&mut self) {
        let said = |step: &Step| matches!(step, Step::Said { .. } | Step::Finished { .. });
        let end = self.steps.iter().position(said).map_or(self.steps.len(), |at| at + 1);
        self.steps.truncate(end);
    }
}

fn names(asked: &Asked) -> Vec<Box<str>> {
    asked.prompt().points.iter().map(|point| point.id.clone()).collect()
}
