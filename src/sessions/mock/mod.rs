//! A mock interview: several questions one after the other, with breaks, and a report at its end.
//!
//! # Design
//!
//! The machine knows which questions are asked and by whom; each of them is an [`super::interview::Interview`] of its own, which the front opens when the
//! machine says [`Effect::Go`] with a wish that names the sitting. What was answered is read from the log ([`Request::Sitting`]) and from nowhere
//! else: so a mock interview that was killed goes on where it was, an answer that is taken back is asked again, and the report cannot disagree
//! with the history. What is kept beside the log is the plan ([`kept::Kept`]).

pub mod fillers;
pub mod kept;
pub mod mix;
pub mod report;
#[cfg(test)]
pub mod sample;
pub mod setup;
#[cfg(test)]
mod tests;
pub mod told;

use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::ItemId;
use crate::domain::interview::{Mocked, Pressure};
use crate::domain::log::Written;
use crate::domain::text::Text;

use super::Context;
use super::action::{Action, Bound};
use super::effect::{Effect, News, Request, Route};
use super::input::Input;
use super::interview::{Wish, Within};
use super::rehearse::RehearseData;

pub use kept::{Kept, NAME as KEPT_NAME};
pub use mix::{Mix, Planned, Why};
pub use report::{Area, Readiness, Report, Sat, SatAnswer, Share, Thing, ThingKind, Trend};
pub use setup::{MockSetup, MockWish};

/// What is known about a sitting.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct SittingData {
    /// The event at its end; `None` while it goes on.
    pub mocked: Option<Written<Mocked>>,
    /// Its answers that stand, in the order in which they were given.
    pub answers: Vec<SatAnswer>,
    /// The mock interview that ended last before it.
    pub earlier: Option<Sat>,
    /// The question of it that was left in the middle.
    pub open: Option<ItemId>,
    /// What is called up for tomorrow.
    pub called: Vec<ItemId>,
    /// What people call the track that its questions were taken from; empty for all.
    pub track: Text,
}

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// Something is on its way.
    Waiting,
    /// There is nothing to ask, or nothing to go on with.
    Empty,
    /// A question is asked: the front shows its interview.
    Asking,
    /// Between two questions.
    Break(Break),
    /// What came of it.
    Report(Box<Report>),
}

/// Between two questions.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// How many questions are answered.
    pub answered: usize,
    /// The next one, as its place in the mix; `None` when all are answered.
    pub next: Option<usize>,
    /// It was begun, and left in the middle.
    pub begun: bool,
    /// Time used so far, in milliseconds.
    pub used_ms: u64,
    /// Time left of the minutes, in milliseconds.
    pub left_ms: u64,
}

/// How the report is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct View {
    /// Question by question instead of area by area.
    pub questions: bool,
    /// Beside the mock interview before.
    pub compare: bool,
}

/// A mock interview.
#[derive(Debug, Clone, PartialEq)]
pub struct Mock {
    /// What was wished for.
    pub wish: MockWish,
    /// The plan; `None` while it is on its way, and for a report of the past.
    pub kept: Option<Kept>,
    /// What is known about the sitting.
    pub data: SittingData,
    /// What is on the screen.
    pub stage: Stage,
    /// How the report is looked at.
    pub view: View,
    /// The events that called up the things for next time, while the learner may take them back in one step.
    called_by: Vec<EventId>,
}

impl Mock {
    /// A mock interview that asks for what it needs first.
    pub fn new(wish: MockWish) -> Self {
        Mock {
            wish,
            kept: None,
            data: SittingData::default(),
            stage: Stage::Waiting,
            view: View::default(),
            called_by: Vec::new(),
        }
    }

    /// Asks for what is needed first; call once.
    pub fn start(&mut self) -> Vec<Effect> {
        vec![Effect::Ask(match &self.wish {
            MockWish::Begin(_) => Request::Rehearse,
            MockWish::Resume => Request::Draft(KEPT_NAME.to_owned()),
            MockWish::Report(sitting) => Request::Sitting(*sitting),
        })]
    }

    /// Follows an input.
    pub fn update(&mut self, input: Input, cx: &Context<'_>) -> Vec<Effect> {
        match input {
            Input::Act(bound) => self.act(bound, cx),
            Input::News(news) => self.hear(news, cx),
            // A question, a lesson or a drill was closed: what stands in the log may have changed.
            Input::Shown => self.look_again(),
            Input::Key(_) | Input::Paste(_) | Input::Resize | Input::Wake => Vec::new(),
        }
    }

    /// Which sitting it is.
    pub fn sitting(&self) -> Option<EventId> {
        match (&self.kept, &self.wish) {
            (Some(kept), _) => Some(kept.sitting),
            (None, MockWish::Report(sitting)) => Some(*sitting),
            (None, _) => None,
        }
    }

    /// The question that is asked, or comes next.
    pub fn question(&self) -> Option<&Planned> {
        self.next().and_then(|at| self.kept.as_ref()?.mix.questions.get(at))
    }

    /// What is called up already, of the things for next time.
    pub fn is_scheduled(&self) -> bool {
        let Stage::Report(report) = &self.stage else { return false };
        !report.things.is_empty() && report.things.iter().all(|thing| self.data.called.contains(&thing.item))
    }

    fn look_again(&self) -> Vec<Effect> {
        if self.stage == Stage::Waiting {
            return Vec::new();
        }
        self.sitting().map(|sitting| Effect::Ask(Request::Sitting(sitting))).into_iter().collect()
    }

    fn hear(&mut self, news: News, cx: &Context<'_>) -> Vec<Effect> {
        match (news, &self.wish) {
            (News::Rehearse(data), MockWish::Begin(setup)) if self.stage == Stage::Waiting => {
                let (mix, setup) = (Mix::of(&data, setup), setup.clone());
                if mix.questions.is_empty() {
                    self.stage = Stage::Empty;
                    return Vec::new();
                }
                let mut effects = close(&data, cx);
                // The end of the one that waited has the moment's own id.
                let sitting = if effects.is_empty() { cx.now.id } else { cx.now.id.next() };
                effects.extend(self.begin(Kept { sitting, setup, mix }));
                effects
            }
            (News::Draft(name, body), MockWish::Resume) if name == KEPT_NAME && self.stage == Stage::Waiting => {
                self.kept = body.as_deref().and_then(Kept::read);
                match self.sitting() {
                    Some(sitting) => vec![Effect::Ask(Request::Sitting(sitting))],
                    None => {
                        self.stage = Stage::Empty;
                        Vec::new()
                    }
                }
            }
            (News::Sitting(sitting, data), _) if self.sitting() == Some(sitting) => {
                self.data = *data;
                self.arrive(cx)
            }
            (News::Undone { .. }, _) => self.look_again(),
            _ => Vec::new(),
        }
    }

    /// Keeps the plan, and asks the first question.
    fn begin(&mut self, kept: Kept) -> Vec<Effect> {
        self.kept = Some(kept);
        let mut effects = self.keep();
        effects.extend(self.ask());
        effects
    }

    /// Keeps the plan.
    fn keep(&self) -> Vec<Effect> {
        let body = self.kept.as_ref().map(Kept::write);
        vec![Effect::Draft { name: KEPT_NAME.to_owned(), body }]
    }

    /// Opens the next question.
    fn ask(&mut self) -> Vec<Effect> {
        let (Some(kept), Some(at)) = (&self.kept, self.next()) else { return Vec::new() };
        let Some(question) = kept.mix.questions.get(at) else { return Vec::new() };
        let wish = Wish {
            prompt: Some(question.prompt.clone()),
            persona: Some(question.persona.clone()).filter(|p| !p.is_empty()),
            within: Some(self.within(kept, at)),
            level: Some(kept.setup.level),
            pressure: Some(kept.setup.pressure),
            sitting: Some(kept.sitting),
            ..Wish::default()
        };
        self.stage = Stage::Asking;
        vec![Effect::Go(Route::Interview(wish))]
    }

    fn within(&self, kept: &Kept, at: usize) -> Within {
        let timed = kept.setup.pressure != Pressure::Untimed;
        Within { nth: at + 1, of: kept.mix.questions.len(), left_ms: timed.then(|| self.pause().left_ms) }
    }

    /// What the log says has come.
    fn arrive(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if let Some(mocked) = self.data.mocked.clone() {
            // Its end was brought back: the plan has no use any more.
            let ended = matches!(self.stage, Stage::Break(_));
            self.report(&mocked);
            return if ended { vec![Effect::Draft { name: KEPT_NAME.to_owned(), body: None }] } else { Vec::new() };
        }
        if self.kept.is_none() {
            // The report of the past was taken back, and there is no plan to go on with.
            self.stage = Stage::Empty;
            return Vec::new();
        }
        if self.stage == Stage::Asking && self.next().is_none() {
            return self.finish(cx);
        }
        let taken_back = matches!(self.stage, Stage::Report(_));
        self.stage = Stage::Break(self.pause());
        if taken_back { self.keep() } else { Vec::new() }
    }

    fn is_answered(&self, prompt: &ItemId) -> bool {
        self.data.answers.iter().any(|answer| answer.attempt.rehearsed.prompt == *prompt)
    }

    /// The first question that was not answered.
    fn next(&self) -> Option<usize> {
        self.kept.as_ref()?.mix.questions.iter().position(|q| !self.is_answered(&q.prompt))
    }

    fn pause(&self) -> Break {
        let questions = self.kept.iter().flat_map(|kept| &kept.mix.questions);
        let used_ms = self.data.answers.iter().map(SatAnswer::used_ms).sum();
        let all = self.kept.as_ref().map_or(0, |kept| u64::from(kept.setup.minutes) * 60_000);
        Break {
            answered: questions.filter(|q| self.is_answered(&q.prompt)).count(),
            next: self.next(),
            begun: self.data.open.is_some() && self.question().map(|q| &q.prompt) == self.data.open.as_ref(),
            used_ms,
            left_ms: all.saturating_sub(used_ms),
        }
    }

    /// Ends it: the report is made from what was answered.
    fn finish(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Some(kept) = &self.kept else { return Vec::new() };
        let drop_plan = Effect::Draft { name: KEPT_NAME.to_owned(), body: None };
        if self.data.answers.is_empty() {
            // Nothing was answered: there is nothing to report, and nothing for the log.
            self.stage = Stage::Empty;
            return vec![drop_plan, Effect::Back];
        }
        let mocked = kept.end(cx.now.day, self.next().is_some());
        let now = cx.now;
        let written = Written { id: now.id, utc: now.utc, offset_min: now.offset_min, what: mocked.clone() };
        self.report(&written);
        self.data.mocked = Some(written);
        let event = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what: What::Mocked(mocked) };
        vec![Effect::Record(vec![event]), drop_plan]
    }

    fn report(&mut self, mocked: &Written<Mocked>) {
        let mut report = Report::of(mocked, &self.data.answers, self.data.earlier.as_ref());
        report.track = self.data.track.clone();
        self.view.compare &= report.earlier.is_some();
        self.stage = Stage::Report(Box::new(report));
    }

    fn act(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        match (&self.stage, bound.action) {
            (Stage::Report(_), Action::Undo) if !self.called_by.is_empty() => self.unschedule(cx),
            (_, Action::Undo) => vec![Effect::Undo { redo: false }],
            (_, Action::Redo) => vec![Effect::Undo { redo: true }],
            (_, Action::Back | Action::Leave | Action::Interrupt) => vec![Effect::Back],
            (Stage::Break(at), Action::Enter) if at.next.is_some() => self.ask(),
            (Stage::Break(_), Action::Enter | Action::Finish) => self.finish(cx),
            (Stage::Empty, Action::Enter) => vec![Effect::Back],
            (Stage::Report(_), Action::Enter) => {
                self.view.questions = !self.view.questions;
                Vec::new()
            }
            (Stage::Report(report), Action::Compare) => {
                self.view.compare = !self.view.compare && report.earlier.is_some();
                Vec::new()
            }
            (Stage::Report(_), Action::Schedule) => self.schedule(cx),
            _ => Vec::new(),
        }
    }

    /// Calls the things for next time up for tomorrow.
    fn schedule(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Report(report) = &self.stage else { return Vec::new() };
        let fresh = report.things.iter().map(|t| &t.item).filter(|item| !self.data.called.contains(*item));
        let fresh: Vec<ItemId> = fresh.cloned().collect();
        let tomorrow = cx.now.day.plus(1);
        let events = Event::series(cx.now, fresh.iter().cloned().map(|item| What::Deferred { item, day: tomorrow }));
        if events.is_empty() {
            return Vec::new();
        }
        self.data.called.extend(fresh);
        self.called_by = events.iter().map(|event| event.id).collect();
        vec![Effect::Record(events)]
    }

    /// Takes back in one step what was called up here.
    fn unschedule(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let undos = std::mem::take(&mut self.called_by).into_iter().map(|of| What::Undone { of });
        let mut effects = vec![Effect::Record(Event::series(cx.now, undos))];
        effects.extend(self.look_again());
        effects
    }
}

/// Ends the mock interview that waits in the middle, if anything was answered in it: its report stays with the others.
fn close(data: &RehearseData, cx: &Context<'_>) -> Vec<Effect> {
    let Some(kept) = data.mock.as_deref().and_then(Kept::read) else { return Vec::new() };
    let answered = data.prompts.iter().flat_map(|p| &p.tried).any(|tried| tried.sitting == Some(kept.sitting));
    let over = data.mocks.iter().any(|mock| mock.what.sitting == kept.sitting);
    if !answered || over {
        return Vec::new();
    }
    let (now, what) = (cx.now, What::Mocked(kept.end(cx.now.day, true)));
    vec![Effect::Record(vec![Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }])]
}
