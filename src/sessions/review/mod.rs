//! A review: questions one after the other, feedback after each, a summary at the end.
//!
//! # Design
//!
//! The machine holds the queue, what is on the screen ([`Stage`]) and what lies over it ([`Sheet`]). An answer becomes an
//! event at once; the next question is accepted only when the store has said that the event is on disk.
//! Taking back is an event as well, so nothing that was acknowledged can vanish.

mod feedback;
mod keep;
mod summary;
#[cfg(test)]
mod tests;

use crate::domain::event::{Event, EventId, Setting, What};
use crate::domain::ids::ItemId;
use crate::domain::question::{Answer, Question};

use super::Context;
use super::action::{Action, Bound, State};
use super::attempt::{Attempt, Judged, attempt};
use super::effect::{Effect, LoadedItem, News, Queue, QueuedItem, Request, Route};
use super::input::Input;
use super::question::{Asking, Step};

pub use feedback::{COUNT_REASONS, FLAG_REASONS, Told};
pub use keep::{Kept, NAME as KEPT_NAME};
pub use summary::{Done, Result as ItemResult, SummaryRow};

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::large_enum_variant)]
pub enum Stage {
    /// The queue has not come yet.
    Waiting,
    /// The next question has not come yet.
    Loading(ItemId),
    /// A question.
    Asking(Asking),
    /// What came of an answer.
    Told(Told),
    /// The summary.
    Done(Done),
    /// There is nothing to ask.
    Empty,
}

/// What lies over the stage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sheet {
    /// Paused; the marked row.
    Pause(usize),
    /// What is wrong with this question; the marked row.
    Flag(usize),
    /// Why the own answer counts; the marked row.
    Count(usize),
}

/// Rows of the pause sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseRow {
    /// Go on.
    Continue,
    /// Finish now, with the summary.
    Finish,
    /// Leave; the session is kept.
    Leave,
    /// Shorten to five more minutes.
    Shorten,
    /// Take back the last answer.
    Undo,
}

/// The rows of the pause sheet, in order.
pub const PAUSE_ROWS: [PauseRow; 5] =
    [PauseRow::Continue, PauseRow::Finish, PauseRow::Leave, PauseRow::Shorten, PauseRow::Undo];

/// A review session.
#[derive(Debug, Clone, PartialEq)]
pub struct Review {
    /// What was asked for.
    pub queue: Queue,
    /// Everything to ask, in order; steps that come back within the session are appended.
    pub items: Vec<QueuedItem>,
    /// How many of them are behind.
    pub at: usize,
    /// What is on the screen.
    pub stage: Stage,
    /// What lies over it.
    pub sheet: Option<Sheet>,
    /// What came of each answer that stands, in order.
    pub results: Vec<ItemResult>,
    /// Time spent on questions and feedback, in milliseconds.
    pub spent_ms: u64,
    /// How often the session was paused.
    pub pauses: u32,
    /// Stop between items after this time, in milliseconds; `None` asks everything.
    budget_ms: Option<u64>,
    seed: u64,
    since_ms: u64,
    /// Events that the store has not confirmed yet.
    unsaved: Vec<EventId>,
    /// `Enter` was pressed while an event was unsaved: go on as soon as it is safe.
    go_on: bool,
    previous: Option<Told>,
    /// The next question, fetched while the feedback is read, so that it is there with the key that asks for it.
    ahead: Option<Ahead>,
}

/// A question that was asked for before its turn.
#[derive(Debug, Clone, PartialEq)]
struct Ahead {
    id: ItemId,
    item: Option<Box<LoadedItem>>,
}

impl Review {
    /// A session that asks for its queue with the first input. The seed decides every shuffle.
    pub fn new(queue: Queue, seed: u64) -> Self {
        Review {
            queue,
            items: Vec::new(),
            at: 0,
            stage: Stage::Waiting,
            sheet: None,
            results: Vec::new(),
            spent_ms: 0,
            pauses: 0,
            budget_ms: None,
            seed,
            since_ms: 0,
            unsaved: Vec::new(),
            go_on: false,
            previous: None,
            ahead: None,
        }
    }

    /// Asks for what the session needs first; call once.
    pub fn start(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.since_ms = cx.now.mono_ms;
        if let Queue::Due { minutes, .. } = self.queue {
            let minutes = minutes.unwrap_or_else(|| cx.prefs.budget());
            self.budget_ms = (minutes > 0).then(|| u64::from(minutes) * 60_000);
        }
        vec![Effect::Ask(Request::Queue(self.queue.clone()))]
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        match (&self.sheet, &self.stage) {
            (Some(Sheet::Pause(_)), _) => State::Pause,
            (Some(Sheet::Flag(_)), _) => State::FlagSheet,
            (Some(Sheet::Count(_)), _) => State::CountSheet,
            (None, Stage::Asking(asking)) => asking.state(),
            (None, Stage::Told(_)) => State::Feedback,
            (None, _) => State::Summary,
        }
    }

    /// The question of the moment and how many there are, both counted from 1 for people.
    ///
    /// Steps that come back within the session count once they are asked: the number must not grow with each miss.
    pub fn position(&self) -> (usize, usize) {
        let all = self.counted();
        let now = match self.stage {
            Stage::Told(_) => self.at,
            _ => self.at + 1,
        };
        let behind = self.behind();
        (behind + now.clamp(1, all.max(1)), behind + all)
    }

    /// How many answers are behind, of how many: for the rule that shows progress.
    pub fn progress(&self) -> (usize, usize) {
        let all = self.counted();
        (self.behind() + self.at.min(all), self.behind() + all)
    }

    /// Items without the steps that are still to come.
    fn counted(&self) -> usize {
        let asks = usize::from(!matches!(self.stage, Stage::Told(_) | Stage::Done(_)));
        self.items.iter().enumerate().filter(|(i, q)| q.not_before == 0 || *i < self.at + asks).count()
    }

    /// Answers of an earlier sitting that this session goes on from.
    fn behind(&self) -> usize {
        match self.queue {
            Queue::Resume(behind) => usize::from(behind),
            _ => 0,
        }
    }

    /// Time that the rest is likely to take, in milliseconds; without the steps that are still to come.
    pub fn left_ms(&self) -> u64 {
        let counts = |q: &&QueuedItem| q.not_before == 0;
        self.items.iter().skip(self.at).filter(counts).map(|i| u64::from(i.expect_ms)).sum()
    }

    /// How many events wait for the disk.
    pub fn unsaved(&self) -> usize {
        self.unsaved.len()
    }

    /// The question that comes next, once it was fetched ahead of its turn.
    pub fn coming(&self) -> Option<&Question> {
        self.ahead.as_ref().and_then(|ahead| ahead.item.as_ref()).map(|item| &*item.question)
    }

    /// Takes an `Enter` back that waits for the disk: the learner does something else here first.
    pub fn stay(&mut self) {
        self.go_on = false;
    }

    /// Follows an input.
    pub fn update(&mut self, input: Input, cx: &Context<'_>) -> Vec<Effect> {
        match input {
            Input::News(news) => self.hear(news, cx),
            Input::Act(bound) => self.act(bound, cx),
            Input::Key(key) => {
                if let (None, Stage::Asking(asking)) = (self.sheet, &mut self.stage) {
                    asking.key(key);
                }
                Vec::new()
            }
            Input::Paste(text) => {
                if let (None, Stage::Asking(asking)) = (self.sheet, &mut self.stage) {
                    asking.paste(&text);
                }
                Vec::new()
            }
            Input::Shown => {
                // What was read elsewhere in the meantime is no time of the review.
                if let Stage::Told(_) = self.stage {
                    self.since_ms = cx.now.mono_ms;
                }
                Vec::new()
            }
            Input::Resize | Input::Wake => Vec::new(),
        }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>) -> Vec<Effect> {
        match news {
            News::Queue(queue, items) if queue == self.queue && self.stage == Stage::Waiting => {
                self.items = items;
                self.next(cx)
            }
            News::Queue(Queue::More { .. }, items) => {
                self.offer_more(&items);
                Vec::new()
            }
            News::Item(id, item) if self.stage == Stage::Loading(id.clone()) => match item {
                Some(item) => {
                    self.ask(item, cx);
                    Vec::new()
                }
                None => self.skip_missing(cx),
            },
            News::Item(id, item) if self.ahead.as_ref().is_some_and(|ahead| ahead.id == id) => {
                // One that is not there any more is passed over at its turn.
                self.ahead = item.map(|item| Ahead { id, item: Some(item) });
                Vec::new()
            }
            News::Saved(ids) => {
                self.unsaved.retain(|id| !ids.contains(id));
                if self.go_on && self.unsaved.is_empty() {
                    self.go_on = false;
                    return self.next(cx);
                }
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    fn ask(&mut self, item: Box<LoadedItem>, cx: &Context<'_>) {
        let seed = self.seed.wrapping_add(self.at as u64);
        self.stage = Stage::Asking(Asking::new(item, seed, cx.now.mono_ms, cx.prefs.instant_submit));
    }

    /// The item was removed with its pack since the queue was made.
    fn skip_missing(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if self.at < self.items.len() {
            self.items.remove(self.at);
        }
        self.next(cx)
    }

    fn act(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        if bound.action == Action::Interrupt {
            self.pause(cx);
            return Vec::new();
        }
        match self.sheet {
            Some(Sheet::Pause(row)) => self.act_pause(row, bound, cx),
            Some(Sheet::Flag(row)) => self.act_flag(row, bound, cx),
            Some(Sheet::Count(row)) => self.act_count(row, bound, cx),
            None => match &self.stage {
                Stage::Asking(_) => self.act_asking(bound, cx),
                Stage::Told(_) => self.act_told(bound, cx),
                Stage::Done(_) => self.act_done(bound, cx),
                Stage::Empty if bound.action == Action::Enter => vec![Effect::Back],
                // Enter pressed twice must not leave the session while the next question is on its way.
                Stage::Waiting | Stage::Loading(_) | Stage::Empty => match bound.action {
                    Action::Back | Action::Quit => vec![Effect::Back],
                    _ => Vec::new(),
                },
            },
        }
    }

    fn act_asking(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        match bound.action {
            Action::Back | Action::Quit => {
                self.pause(cx);
                return Vec::new();
            }
            Action::Later => return self.later(cx),
            Action::Flag => {
                self.sheet = Some(Sheet::Flag(0));
                return Vec::new();
            }
            Action::Undo => return self.back_to_previous(cx),
            _ => {}
        }
        let Stage::Asking(asking) = &mut self.stage else { return Vec::new() };
        if bound.action == Action::Copy {
            return vec![Effect::Copy(asking.question().prompt.get(cx.prefs.lang).to_owned())];
        }
        match asking.act(bound) {
            Step::Answer(answer) => self.submit(answer, cx),
            Step::Stay | Step::Unknown => Vec::new(),
        }
    }

    fn submit(&mut self, answer: Answer, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Asking(asking) = &mut self.stage else { return Vec::new() };
        match attempt(asking, answer.clone(), self.queue.setting(), cx) {
            Judged::Near(hit) => {
                asking.try_again(hit);
                Vec::new()
            }
            Judged::Counts(attempt) => {
                let asking = asking.clone();
                self.tell(asking, answer, *attempt, cx)
            }
        }
    }

    fn tell(&mut self, asking: Asking, answer: Answer, attempt: Attempt, cx: &Context<'_>) -> Vec<Effect> {
        let told = Told::new(asking, answer, attempt);
        let event = told.event.clone();
        self.results.push(told.result());
        self.at += 1;
        if self.queue.setting() == Setting::Review && told.after.is_some_and(|m| m.in_step()) {
            self.append_step(&told);
        }
        self.stage = Stage::Told(told);
        let mut effects = self.record(vec![event]);
        effects.extend(self.keep(cx));
        effects.extend(self.fetch_ahead());
        effects
    }

    /// Asks for the question that comes after this one. What the learner does until then can change only the item that was
    /// just answered, so that one is not asked for ahead.
    fn fetch_ahead(&mut self) -> Option<Effect> {
        let Stage::Told(told) = &self.stage else { return None };
        let next = self.items.get(self.at).map(|item| item.head.id.clone())?;
        self.ahead = None;
        if next == told.item.question.id {
            return None;
        }
        self.ahead = Some(Ahead { id: next.clone(), item: None });
        Some(Effect::Ask(Request::Item(next)))
    }

    /// What was forgotten comes back in this session, behind everything else.
    fn append_step(&mut self, told: &Told) {
        let Some(item) = self.items.get(self.at.saturating_sub(1)) else { return };
        let not_before = told.after.and_then(|m| m.due_utc).unwrap_or(0);
        self.items.push(QueuedItem { not_before, ..item.clone() });
    }

    /// The step that a forgotten item appended, when its answer is taken back or regraded.
    fn drop_step(&mut self, item: &ItemId) {
        let behind = self.at;
        if let Some(i) = self.items.iter().skip(behind).position(|q| q.not_before > 0 && q.head.id == *item) {
            self.items.remove(behind + i);
        }
    }

    fn record(&mut self, events: Vec<Event>) -> Vec<Effect> {
        self.unsaved.extend(events.iter().map(|e| e.id));
        vec![Effect::Record(events)]
    }

    fn event(&self, id: EventId, what: What, cx: &Context<'_>) -> Event {
        Event { id, utc: cx.now.utc, offset_min: cx.now.offset_min, what }
    }

    /// The next question, or the summary. Waits for the disk first.
    fn next(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if !self.unsaved.is_empty() {
            self.go_on = true;
            return Vec::new();
        }
        self.count_time(cx);
        if let Stage::Told(told) = std::mem::replace(&mut self.stage, Stage::Waiting) {
            self.previous = Some(told);
        }
        let over_budget = self.budget_ms.is_some_and(|budget| self.spent_ms >= budget);
        let next = self.items.get(self.at);
        match next {
            None if self.results.is_empty() && self.items.is_empty() => {
                self.stage = Stage::Empty;
                self.forget().into_iter().collect()
            }
            Some(item) if !over_budget && item.not_before <= cx.now.utc => {
                let id = item.head.id.clone();
                if let Some(item) = self.ahead.take().filter(|ahead| ahead.id == id).and_then(|ahead| ahead.item) {
                    self.ask(item, cx);
                    return Vec::new();
                }
                self.stage = Stage::Loading(id.clone());
                vec![Effect::Ask(Request::Item(id))]
            }
            // Over the budget, at the end, or only steps are left that are not due yet.
            _ => self.finish(cx),
        }
    }

    fn later(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Some(item) = self.items.get(self.at).cloned() else { return Vec::new() };
        let deferred = What::Deferred { item: item.head.id.clone(), day: cx.now.day };
        let event = self.event(cx.now.id, deferred, cx);
        self.items.remove(self.at);
        let end = self.items.iter().position(|q| q.not_before > cx.now.utc).unwrap_or(self.items.len());
        self.items.insert(end.max(self.at), item);
        let mut effects = self.record(vec![event]);
        effects.extend(self.next(cx));
        effects
    }

    fn pause(&mut self, cx: &Context<'_>) {
        match self.stage {
            Stage::Asking(_) | Stage::Told(_) => {
                self.count_time(cx);
                self.pauses += 1;
                self.sheet = Some(Sheet::Pause(0));
            }
            Stage::Waiting | Stage::Loading(_) | Stage::Done(_) | Stage::Empty => {}
        }
    }

    fn act_pause(&mut self, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let chosen = match bound.action {
            Action::Up => {
                self.sheet = Some(Sheet::Pause(row.saturating_sub(1)));
                return Vec::new();
            }
            Action::Down => {
                self.sheet = Some(Sheet::Pause((row + 1).min(PAUSE_ROWS.len() - 1)));
                return Vec::new();
            }
            Action::Enter => PAUSE_ROWS[row],
            Action::Back => PauseRow::Continue,
            Action::Finish => PauseRow::Finish,
            Action::Leave => PauseRow::Leave,
            Action::Shorten => PauseRow::Shorten,
            Action::Undo => PauseRow::Undo,
            _ => return Vec::new(),
        };
        self.sheet = None;
        let paused_for = cx.now.mono_ms.saturating_sub(self.since_ms);
        self.since_ms = cx.now.mono_ms;
        if let Stage::Asking(asking) = &mut self.stage {
            asking.shown_ms += paused_for;
        }
        match chosen {
            PauseRow::Continue => Vec::new(),
            PauseRow::Finish => self.finish(cx),
            PauseRow::Leave => self.keep(cx).into_iter().chain([Effect::Back]).collect(),
            PauseRow::Shorten => {
                self.shorten(5 * 60_000);
                Vec::new()
            }
            PauseRow::Undo => self.undo_last(cx),
        }
    }

    /// Keeps only as many of the items ahead as fit into the time, and at least the one on the screen.
    fn shorten(&mut self, ms: u64) {
        let mut sum = 0;
        let from = self.at;
        let keep = self.items.iter().skip(from).take_while(|i| {
            let fits = sum < ms;
            sum += u64::from(i.expect_ms);
            fits
        });
        let end = from + keep.count().max(1);
        self.items.truncate(end);
        self.budget_ms = None;
    }

    fn undo_last(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        match self.stage {
            Stage::Told(_) => self.answer_again(cx),
            _ => self.back_to_previous(cx),
        }
    }

    fn count_time(&mut self, cx: &Context<'_>) {
        self.spent_ms += cx.now.mono_ms.saturating_sub(self.since_ms);
        self.since_ms = cx.now.mono_ms;
    }

    fn act_done(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Done(done) = &mut self.stage else { return Vec::new() };
        match bound.action {
            Action::Up => done.focus = done.focus.saturating_sub(1),
            Action::Down => done.focus = (done.focus + 1).min(done.rows.len().saturating_sub(1)),
            Action::Back | Action::Quit => return vec![Effect::Back],
            Action::Undo => return self.back_to_previous(cx),
            Action::Enter => match done.rows.get(done.focus).cloned() {
                Some(SummaryRow::ComeBack(_)) => return self.ask_steps_now(cx),
                Some(SummaryRow::ReadSection { topic, section, .. }) => {
                    return vec![Effect::Back, Effect::Go(Route::Lesson(topic, Some(section)))];
                }
                Some(SummaryRow::MoreQuestions { items, .. }) => {
                    return vec![Effect::Back, Effect::Go(Route::Review(Queue::Practice(items)))];
                }
                Some(SummaryRow::NextInPlan(route)) => return vec![Effect::Back, Effect::Go(route)],
                None => return vec![Effect::Back],
            },
            _ => {}
        }
        Vec::new()
    }

    /// The learner stays: steps that are not due yet are asked all the same.
    fn ask_steps_now(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.budget_ms = None;
        for item in self.items.iter_mut().skip(self.at) {
            item.not_before = 0;
        }
        self.since_ms = cx.now.mono_ms;
        self.next(cx)
    }
}

impl Queue {
    /// What the answers of such a session count as.
    pub fn setting(&self) -> Setting {
        match self {
            Queue::Due { .. } | Queue::Resume(_) => Setting::Review,
            Queue::New(..) => Setting::Lesson,
            Queue::Ahead(..) | Queue::Practice(_) | Queue::More { .. } => Setting::Practice,
            Queue::TestOut(_) => Setting::TestOut,
        }
    }
}
