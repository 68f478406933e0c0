//! From actions to steps.

use crate::domain::event::{Event, What};
use crate::domain::rubric::Mark;

use super::super::Context;
use super::super::action::{Action, Bound};
use super::super::effect::{Effect, Queue, Route};
use super::setup::Wish;
use super::stage::{Clarify, PauseRow, Sheet, SignalRow, Stage, Voice};
use super::step::Step;
use super::{Interview, Notice, grading};

/// How long after the clock moved on an empty answer is not taken, in milliseconds.
const JUST_BEGAN_MS: u64 = 2_000;

impl Interview {
    pub(super) fn act(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        self.notice = None;
        match (self.sheet, bound.action) {
            (Some(Sheet::Pause(row)), _) => return self.act_pause(row, bound, cx),
            (_, Action::Interrupt) => {
                self.sheet = None;
                return self.pause(cx);
            }
            (Some(Sheet::Clarify(row)), _) => return self.act_clarify(row, bound, cx),
            (None, _) => {}
        }
        match bound.action {
            Action::CommandLayer => self.commands = true,
            Action::Typing => self.commands = false,
            Action::Clock => self.clock_hidden = !self.clock_hidden,
            Action::Undo => return self.step_back(cx),
            Action::Redo => return self.step_again(cx),
            Action::Back | Action::Quit => return self.pause(cx),
            Action::Editor if self.field().is_some() => {
                return vec![Effect::Edit { text: self.text().to_owned(), ending: "md" }];
            }
            _ => return self.act_stage(bound, cx),
        }
        Vec::new()
    }

    fn act_stage(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        match &self.stage {
            Stage::Think(_) => self.act_think(bound, cx),
            Stage::Answer(_) | Stage::FollowUp(_) => self.act_answer(bound, cx),
            Stage::Predict => self.act_predict(bound, cx),
            Stage::Practice(_) => self.act_practice(bound, cx),
            Stage::Grade(_) => self.act_grade(bound, cx),
            Stage::Flags(_) => self.act_flags(bound, cx),
            Stage::Signals(_) => self.act_signals(bound, cx),
            Stage::Compare(_) => self.act_compare(bound, cx),
            Stage::Debrief(_) => self.act_debrief(bound, cx),
            Stage::Practised(_) | Stage::Missing if bound.action == Action::Enter => vec![Effect::Back],
            Stage::Waiting | Stage::Missing | Stage::Practised(_) => Vec::new(),
        }
    }

    fn used(&self, cx: &Context<'_>) -> u64 {
        self.clock().map_or(0, |clock| clock.used(cx.now.mono_ms))
    }

    fn act_think(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let (Stage::Think(think), Some(asked)) = (&self.stage, &self.asked) else { return Vec::new() };
        match (bound.action, think.clarify) {
            (Action::Submit, _) => return self.take(Step::Thought { ms: self.used(cx), up: false }, cx),
            (Action::Clarify, Clarify::Open) if asked.prompt().clarify.len() == 1 => {
                return self.take(Step::Clarified(0), cx);
            }
            (Action::Clarify, Clarify::Open) => self.sheet = Some(Sheet::Clarify(0)),
            (Action::Clarify, Clarify::Asked(_)) => self.notice = Some(Notice::AskedAlready),
            (Action::Clarify, Clarify::None) => self.notice = Some(Notice::NothingToAsk),
            _ => {}
        }
        Vec::new()
    }

    fn act_clarify(&mut self, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let rows = self.asked.as_ref().map_or(0, |asked| asked.prompt().clarify.len());
        let chosen = match bound.action {
            Action::Up => {
                self.sheet = Some(Sheet::Clarify(row.saturating_sub(1)));
                return Vec::new();
            }
            Action::Down => {
                self.sheet = Some(Sheet::Clarify((row + 1).min(rows.saturating_sub(1))));
                return Vec::new();
            }
            Action::Enter => Some(row),
            Action::Choose => Some(usize::from(bound.arg)).filter(|at| *at < rows),
            Action::Back => None,
            _ => return Vec::new(),
        };
        self.sheet = None;
        chosen.map_or_else(Vec::new, |at| self.take(Step::Clarified(at), cx))
    }

    fn act_answer(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Some(answering) = self.answering() else { return Vec::new() };
        let (voice, ms) = (answering.voice, self.used(cx));
        let follow_up = matches!(self.stage, Stage::FollowUp(_));
        let by_clock = self.steps.last().is_some_and(|step| step.by_clock(voice != Voice::Typing));
        match bound.action {
            Action::Submit if by_clock && ms < JUST_BEGAN_MS && self.text().trim().is_empty() => {
                self.notice = Some(Notice::JustBegan);
                Vec::new()
            }
            Action::Toggle | Action::Submit if voice == Voice::Speaking => self.take(Step::Spoke { ms, up: false }, cx),
            Action::Submit => {
                let up = self.spoke_up;
                self.take(Step::Said { text: self.text().into(), ms, up }, cx)
            }
            Action::Skip if follow_up => self.take(Step::Skipped { ms }, cx),
            Action::OtherFollowUp => match &self.stage {
                Stage::FollowUp(follow_up) if follow_up.other.is_some() => self.take(Step::Other, cx),
                Stage::FollowUp(_) => {
                    self.notice = Some(Notice::NoOther);
                    Vec::new()
                }
                _ => Vec::new(),
            },
            _ => Vec::new(),
        }
    }

    fn act_predict(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let points = self.asked.as_ref().map_or(0, |asked| asked.prompt().points.len());
        let points = u8::try_from(points).unwrap_or(u8::MAX);
        match bound.action {
            Action::Predict if bound.arg > points => self.notice = Some(Notice::OnlyPoints(points)),
            Action::Predict => return self.take(Step::Predicted(bound.arg), cx),
            _ => {}
        }
        Vec::new()
    }

    fn act_practice(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let (Stage::Practice(practice), Some(asked)) = (&self.stage, &self.asked) else { return Vec::new() };
        let row = self.cursor.row;
        match bound.action {
            Action::Skip if asked.setup.practice => return vec![Effect::Back],
            Action::Skip => return self.take(Step::NoPractice, cx),
            Action::Enter if practice.revealed && practice.is_last() => {
                let event = practice.event(asked, cx);
                let mut effects = vec![Effect::Record(vec![event.clone()])];
                effects.extend(self.take(Step::Practised(Box::new(event)), cx));
                return effects;
            }
            Action::Enter if practice.revealed => return self.take(Step::Next, cx),
            Action::Mark if !practice.revealed => {
                return mark(bound).map_or_else(Vec::new, |mark| self.take(Step::Sample { row, mark }, cx));
            }
            _ => {}
        }
        let rows = practice.marks.len();
        self.walk(bound.action, rows, 0);
        Vec::new()
    }

    fn act_grade(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Grade(grading) = &self.stage else { return Vec::new() };
        let row = self.cursor.row;
        let Some(at) = grading.rows.get(row) else { return Vec::new() };
        let step = match bound.action {
            Action::Mark => mark(bound).map(|mark| Step::Marked { row, mark }),
            // A row that is marked already only lets go on.
            Action::Enter if at.mark.is_some() => {
                self.cursor.row = grading::next_open(row, grading.rows.iter().map(|r| r.mark.is_some()));
                self.cursor.place = 0;
                None
            }
            Action::Enter => {
                self.notice = at.suggested.is_none().then_some(Notice::NoSuggestion);
                at.suggested.map(|mark| Step::Marked { row, mark })
            }
            action => {
                let (rows, places) = (grading.rows.len(), at.places.len());
                self.walk(action, rows, places);
                None
            }
        };
        step.map_or_else(Vec::new, |step| self.take(step, cx))
    }

    fn act_flags(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Flags(flags) = &self.stage else { return Vec::new() };
        let row = self.cursor.row;
        match bound.action {
            Action::Enter => return self.take(Step::Flagged { row, accepted: true }, cx),
            Action::Reject => return self.take(Step::Flagged { row, accepted: false }, cx),
            action => {
                let places = flags.rows.get(row).map_or(0, |at| at.places.len());
                let rows = flags.rows.len();
                self.walk(action, rows, places);
            }
        }
        Vec::new()
    }

    fn act_signals(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Signals(signals) = &self.stage else { return Vec::new() };
        let row = self.cursor.row;
        let rows = signals.rows.len();
        match (bound.action, signals.rows.get(row).copied()) {
            (Action::Signal, Some(at)) if grading::takes(at, bound.arg) => {
                return self.take(Step::Signalled { row, value: bound.arg }, cx);
            }
            (Action::Signal, Some(SignalRow::Signal(..))) => self.notice = Some(Notice::UpToThree),
            (Action::Signal, Some(SignalRow::Scope(_))) => self.notice = Some(Notice::OneToFive),
            (Action::Enter, _) => self.walk(Action::Down, rows, 0),
            (action, _) => self.walk(action, rows, 0),
        }
        Vec::new()
    }

    fn act_compare(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Compare(compare) = &self.stage else { return Vec::new() };
        let row = self.cursor.row;
        match bound.action {
            Action::Mark => {
                let changed = mark(bound).filter(|mark| compare.rows.get(row).is_some_and(|at| at.mark != *mark));
                return changed.map_or_else(Vec::new, |mark| self.take(Step::Regraded { row, mark }, cx));
            }
            Action::Enter => {
                let Some(event) = self.event(cx) else { return Vec::new() };
                let mut effects = vec![Effect::Record(vec![event.clone()])];
                effects.extend(self.take(Step::Recorded(Box::new(event)), cx));
                return effects;
            }
            Action::SwapView => self.cursor.swapped = !self.cursor.swapped,
            Action::Copy => {
                let model = self.asked.as_ref().map(|asked| asked.model().to_owned());
                return model.map(Effect::Copy).into_iter().collect();
            }
            action => {
                let rows = compare.rows.len();
                self.walk(action, rows, 0);
            }
        }
        Vec::new()
    }

    fn act_debrief(&mut self, bound: Bound, _cx: &Context<'_>) -> Vec<Effect> {
        let (Stage::Debrief(debrief), Some(asked)) = (&self.stage, &self.asked) else { return Vec::new() };
        let drill = debrief.drill(asked.prompt()).map(|item| Effect::Go(Route::Review(Queue::Practice(vec![item]))));
        let lesson = debrief.fix.as_ref().map(|fix| Effect::Go(Route::Lesson(fix.lesson.clone(), None)));
        match (bound.action, self.cursor.row) {
            (Action::PracticeNow, _) | (Action::Enter, 1) => drill.into_iter().collect(),
            (Action::OpenLesson, _) | (Action::Enter, 2) => lesson.into_iter().collect(),
            (Action::Enter, _) => vec![Effect::Back],
            (Action::AskAgain, _) => {
                let wish = Wish { sitting: None, ..asked.setup.wish() };
                vec![Effect::Back, Effect::Go(Route::Interview(wish))]
            }
            (Action::AnswerBook, _) => vec![Effect::Go(Route::Rehearse(2))],
            (Action::Export, _) => {
                let name = format!("answer-{}.md", asked.prompt().id.local());
                vec![Effect::Export { name, body: super::export::markdown(asked.prompt(), &debrief.rehearsed) }]
            }
            (action, _) => {
                let rows = if debrief.fix.is_some() { 3 } else { 1 };
                self.walk(action, rows, 0);
                Vec::new()
            }
        }
    }

    /// Moves over rows and over the places of one.
    fn walk(&mut self, action: Action, rows: usize, places: usize) {
        let at = &mut self.cursor;
        let last = |n: usize| n.saturating_sub(1);
        match action {
            Action::Up => (at.row, at.place) = (at.row.saturating_sub(1), 0),
            Action::Down => (at.row, at.place) = ((at.row + 1).min(last(rows)), 0),
            Action::Left => at.place = at.place.saturating_sub(1),
            Action::Right => at.place = (at.place + 1).min(last(places)),
            _ => {}
        }
    }

    fn pause(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if !self.is_open() {
            return vec![Effect::Back];
        }
        self.pauses += u32::from(self.clock().is_some_and(|clock| clock.runs() && clock.limit_ms.is_some()));
        self.stop_clock(cx);
        self.commands = false;
        self.sheet = Some(Sheet::Pause(0));
        self.keep(cx)
    }

    /// The rows of the pause sheet.
    pub fn pause_rows(&self) -> Vec<PauseRow> {
        let answers = matches!(self.stage, Stage::Answer(_) | Stage::FollowUp(_));
        let rows = [PauseRow::Continue, PauseRow::Finish, PauseRow::Leave, PauseRow::Undo, PauseRow::Discard];
        rows.into_iter().filter(|row| answers || *row != PauseRow::Finish).collect()
    }

    fn act_pause(&mut self, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let rows = self.pause_rows();
        let chosen = match bound.action {
            Action::Up => {
                self.sheet = Some(Sheet::Pause(row.saturating_sub(1)));
                return Vec::new();
            }
            Action::Down => {
                self.sheet = Some(Sheet::Pause((row + 1).min(rows.len() - 1)));
                return Vec::new();
            }
            Action::Enter => rows.get(row).copied().unwrap_or(PauseRow::Continue),
            Action::Back => PauseRow::Continue,
            Action::Finish if rows.contains(&PauseRow::Finish) => PauseRow::Finish,
            Action::Leave | Action::Interrupt => PauseRow::Leave,
            Action::Undo => PauseRow::Undo,
            Action::Discard if rows.get(row) == Some(&PauseRow::Discard) => PauseRow::Discard,
            // Nothing brings it back: the first key only goes to the row.
            Action::Discard => {
                self.sheet = rows.iter().position(|row| *row == PauseRow::Discard).map(Sheet::Pause);
                self.notice = Some(Notice::OnceMoreDiscards);
                return Vec::new();
            }
            _ => return Vec::new(),
        };
        self.sheet = None;
        match chosen {
            PauseRow::Continue => {
                self.start_clock(cx);
                Vec::new()
            }
            PauseRow::Finish => self.take(Step::Finished { text: self.text().into(), ms: self.used(cx) }, cx),
            PauseRow::Leave => {
                self.sheet = Some(Sheet::Pause(0));
                let mut effects = self.keep(cx);
                effects.push(Effect::Back);
                effects
            }
            PauseRow::Undo => self.step_back(cx),
            PauseRow::Discard => {
                let mut effects = self.forget();
                effects.push(Effect::Back);
                effects
            }
        }
    }

    /// Takes a step: the one place where the interview moves on.
    pub(super) fn take(&mut self, step: Step, cx: &Context<'_>) -> Vec<Effect> {
        self.undone.clear();
        self.go(step, cx)
    }

    fn go(&mut self, step: Step, cx: &Context<'_>) -> Vec<Effect> {
        self.stop_clock(cx);
        self.apply(&step);
        self.steps.push(step);
        self.commands = false;
        self.epoch += 1;
        self.start_clock(cx);
        self.keep(cx)
    }

    /// Takes the last step back. What the clock did stays done.
    fn step_back(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let spoken = self.asked.as_ref().is_some_and(|asked| asked.setup.spoken);
        let clock_ended = self.steps.last().is_some_and(|step| step.by_clock(spoken));
        if clock_ended || self.steps.is_empty() {
            self.notice = Some(if clock_ended { Notice::TimeWasUp } else { Notice::NothingToUndo });
            self.start_clock(cx);
            return Vec::new();
        }
        self.stop_clock(cx);
        let Some(step) = self.steps.pop() else { return Vec::new() };
        let used = step.clock_ms().or_else(|| self.clock().map(|clock| clock.used(cx.now.mono_ms)));
        self.replay();
        if let (Some(clock), Some(used)) = (self.clock_mut(), used) {
            clock.set_used(used);
        }
        self.cursor.row = step.row().unwrap_or(self.cursor.row);
        let mut effects = Vec::new();
        match step.event() {
            // It is in the log already: what takes it back is an event as well.
            Some(event) => {
                let (now, what) = (cx.now, What::Undone { of: event.id });
                effects.push(Effect::Record(vec![Event {
                    id: now.id,
                    utc: now.utc,
                    offset_min: now.offset_min,
                    what,
                }]));
            }
            None => self.undone.push(step),
        }
        self.commands = false;
        self.epoch += 1;
        self.start_clock(cx);
        effects.extend(self.keep(cx));
        effects
    }

    /// Takes the step again that was taken back last.
    fn step_again(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        match self.undone.pop() {
            Some(step) => self.go(step, cx),
            None => {
                self.notice = Some(Notice::NothingToUndo);
                Vec::new()
            }
        }
    }
}

fn mark(bound: Bound) -> Option<Mark> {
    Mark::ALL.get(usize::from(bound.arg)).copied()
}
