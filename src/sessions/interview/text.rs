//! Text fields and clocks of the stages that have them.

use super::super::Context;
use super::super::autosave::SAVE_MS;
use super::super::effect::Effect;
use super::Interview;
use super::clock::Clock;
use super::stage::{Answering, Sheet, Stage, Voice};
use super::step::Step;

/// The name under which the scratch notes are kept; no point is called that.
const SCRATCH: &str = "~";

impl Interview {
    /// Whose text the field holds: the notes (`~`), the answer (empty) or a follow-up (the point's name). `None` where nothing is typed.
    pub fn field(&self) -> Option<&str> {
        match &self.stage {
            Stage::Think(_) => Some(SCRATCH),
            Stage::Answer(answering) if answering.voice != Voice::Speaking => Some(""),
            Stage::FollowUp(follow_up) if follow_up.answering.voice != Voice::Speaking => {
                self.asked.as_ref()?.prompt().points.get(follow_up.point).map(|point| &*point.id)
            }
            _ => None,
        }
    }

    /// The text of the field.
    pub fn text(&self) -> &str {
        self.field().and_then(|field| self.texts.get(field)).map_or("", String::as_str)
    }

    /// The scratch notes; they stay beside the answer and are not graded.
    pub fn scratch(&self) -> &str {
        self.texts.get(SCRATCH).map_or("", String::as_str)
    }

    /// Takes over what the front's field holds. To be called before every input, and at every wake.
    pub fn write(&mut self, text: &str) {
        let Some(field) = self.field().map(Box::<str>::from) else { return };
        if self.text() != text {
            text.clone_into(self.texts.entry(field).or_default());
            self.changed = true;
        }
    }

    /// Grows whenever the field holds another text than what was typed into it: the front then takes over [`Interview::text`].
    pub fn epoch(&self) -> u32 {
        self.epoch
    }

    /// Time since the text was kept, in milliseconds; `None` while something waits to be kept, and before anything was.
    pub fn saved_ago(&self, now_ms: u64) -> Option<u64> {
        let clean = !self.changed && self.dirty_since.is_none();
        self.saved_ms.filter(|_| clean).map(|at| now_ms.saturating_sub(at))
    }

    /// The clock of the stage.
    pub fn clock(&self) -> Option<&Clock> {
        match &self.stage {
            Stage::Think(think) => Some(&think.clock),
            Stage::Answer(answering) => Some(&answering.clock),
            Stage::FollowUp(follow_up) => Some(&follow_up.answering.clock),
            _ => None,
        }
    }

    pub(super) fn clock_mut(&mut self) -> Option<&mut Clock> {
        match &mut self.stage {
            Stage::Think(think) => Some(&mut think.clock),
            Stage::Answer(answering) => Some(&mut answering.clock),
            Stage::FollowUp(follow_up) => Some(&mut follow_up.answering.clock),
            _ => None,
        }
    }

    /// The answer that is being given.
    pub fn answering(&self) -> Option<&Answering> {
        match &self.stage {
            Stage::Answer(answering) => Some(answering),
            Stage::FollowUp(follow_up) => Some(&follow_up.answering),
            _ => None,
        }
    }

    pub(super) fn answering_mut(&mut self) -> Option<&mut Answering> {
        match &mut self.stage {
            Stage::Answer(answering) => Some(answering),
            Stage::FollowUp(follow_up) => Some(&mut follow_up.answering),
            _ => None,
        }
    }

    /// Whether the stage has a clock that time moves: while key words are typed it stands.
    pub(super) fn has_running_clock(&self) -> bool {
        self.clock().is_some() && self.answering().is_none_or(|answering| answering.voice != Voice::KeyWords)
    }

    pub(super) fn start_clock(&mut self, cx: &Context<'_>) {
        let paused = matches!(self.sheet, Some(Sheet::Pause(_)));
        if self.has_running_clock()
            && !paused
            && let Some(clock) = self.clock_mut()
        {
            clock.start(cx.now.mono_ms);
        }
    }

    pub(super) fn stop_clock(&mut self, cx: &Context<'_>) {
        if let Some(clock) = self.clock_mut() {
            clock.stop(cx.now.mono_ms);
        }
    }

    /// Ends the stage whose time is up; its text is kept.
    pub(super) fn end_of_time(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        // Who is choosing what to ask back would lose the question, and the key for it would be typed into the answer.
        if matches!(self.sheet, Some(Sheet::Clarify(_))) {
            return Vec::new();
        }
        let Some(clock) = self.clock().filter(|clock| clock.runs() && clock.is_up(cx.now.mono_ms)) else {
            return Vec::new();
        };
        let (ms, up) = (clock.used(cx.now.mono_ms), true);
        let step = match self.answering() {
            None => Step::Thought { ms, up },
            Some(answering) if answering.voice == Voice::Speaking => Step::Spoke { ms, up },
            Some(_) => Step::Said { text: self.text().into(), ms, up },
        };
        self.sheet = None;
        self.take(step, cx)
    }

    /// Keeps what is being typed, at the latest two seconds after it was.
    pub(super) fn autosave(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if self.changed {
            self.dirty_since.get_or_insert(cx.now.mono_ms);
        }
        if self.dirty_since.is_none_or(|since| cx.now.mono_ms < since + SAVE_MS) {
            return Vec::new();
        }
        if self.changed {
            return self.keep(cx);
        }
        self.dirty_since = None;
        Vec::new()
    }
}
