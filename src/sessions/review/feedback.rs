//! After an answer: its grade can be changed, it can be taken back, flagged, counted as right.

use crate::domain::event::{CountReason, Event, EventId, Rating, What};
use crate::domain::grading::{Outcome, Verdict, spelling_to_accept};
use crate::domain::memory::Memory;
use crate::domain::question::Answer;

use super::super::Context;
use super::super::action::{Action, Bound};
use super::super::attempt::{Attempt, regraded};
use super::super::effect::{Effect, LoadedItem, Route};
use super::super::question::{Asking, Entry};
use super::{ItemResult, Review, Sheet, Stage};

/// Reasons to flag a question, as Fluent messages; what is stored is the last part of the name.
pub const FLAG_REASONS: [&str; 5] =
    ["flag-wrong-key", "flag-unclear", "flag-two-right", "flag-language", "flag-outdated"];

/// Reasons to count the own answer as right, in the order of the sheet.
pub const COUNT_REASONS: [CountReason; 3] = [CountReason::Synonym, CountReason::Typo, CountReason::BadQuestion];

/// What came of an answer.
#[derive(Debug, Clone, PartialEq)]
pub struct Told {
    /// The question and what was known about it before.
    pub item: Box<LoadedItem>,
    /// What was entered: the options keep the numbers that they had.
    pub entry: Entry,
    /// The answer.
    pub answer: Answer,
    /// What the machine says about it.
    pub verdict: Verdict,
    /// The event in the log.
    pub event: Event,
    /// The grade that was inferred.
    pub inferred: Rating,
    /// The grade that counts now.
    pub rating: Rating,
    /// How the item is remembered now; `None` for practice of an item that was never answered.
    pub after: Option<Memory>,
    /// The learner counted the answer as right.
    pub counted: Option<CountReason>,
    /// It was flagged.
    pub flagged: bool,
    /// The answer was a guess.
    pub guess: bool,
    /// The hint or the word bank was used.
    pub hint: bool,
    /// The answer is taken back for the moment: the undo that did it. `Enter` brings it back, a grade regrades it, `u`
    /// asks anew.
    pub taken_back: Option<EventId>,
    /// Reasons of the other options are shown although there is little room.
    pub others: bool,
    regrade: Option<EventId>,
    asking: Box<Asking>,
}

impl Told {
    pub(super) fn new(asking: Asking, answer: Answer, attempt: Attempt) -> Self {
        let bank = matches!(&asking.entry, Entry::Typed(t) if t.bank_open);
        Told {
            item: asking.item.clone(),
            entry: asking.entry.clone(),
            answer,
            verdict: attempt.verdict,
            event: attempt.event,
            inferred: attempt.rating,
            rating: attempt.rating,
            after: attempt.after,
            counted: None,
            flagged: false,
            guess: asking.guess,
            hint: asking.hint || bank,
            taken_back: None,
            others: false,
            regrade: None,
            asking: Box::new(asking),
        }
    }

    /// Whether "count mine as right" makes sense: something was typed and the machine did not take it.
    pub fn can_count(&self) -> bool {
        let typed = matches!(self.answer, Answer::Typed(_) | Answer::Gaps(_));
        typed && self.verdict.outcome != Outcome::Right && self.taken_back.is_none()
    }

    /// Puts another note beside the question, which the learner has just written.
    pub fn set_note(&mut self, text: Box<str>) {
        self.asking.item.note = text.clone();
        self.item.note = text;
    }

    pub(super) fn result(&self) -> ItemResult {
        ItemResult {
            item: self.event_item(),
            event: self.event.id,
            rating: self.rating,
            right: self.verdict.outcome == Outcome::Right || self.counted.is_some(),
            tried: self.answer != Answer::DontKnow,
            guess: self.guess,
            hint: self.hint,
            before: self.item.memory,
            after: self.after,
            crumbs: self.item.crumbs.clone(),
            section: self.item.question.section.clone(),
            prompt: self.item.question.prompt.clone(),
        }
    }

    fn event_item(&self) -> crate::domain::ids::ItemId {
        self.item.question.id.clone()
    }

    fn set_rating(&mut self, rating: Rating, regrade: Option<EventId>) {
        self.rating = rating;
        self.regrade = regrade;
        self.after = regraded(self.item.memory.as_ref(), &self.event, rating);
    }
}

impl Review {
    pub(super) fn act_told(&mut self, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Told(told) = &mut self.stage else { return Vec::new() };
        match bound.action {
            Action::Next | Action::Enter if told.taken_back.is_some() => self.bring_back(None, cx),
            Action::Next | Action::Enter => self.next(cx),
            Action::Grade => match Rating::from_digit(bound.arg + 1) {
                Some(rating) if told.taken_back.is_some() => self.bring_back(Some(rating), cx),
                Some(rating) => self.regrade(rating, None, cx),
                None => Vec::new(),
            },
            Action::AnswerAgain | Action::Undo => self.answer_again(cx),
            Action::CountMine if told.can_count() => {
                self.sheet = Some(Sheet::Count(0));
                Vec::new()
            }
            Action::Flag => {
                self.sheet = Some(Sheet::Flag(0));
                Vec::new()
            }
            Action::OpenLesson => {
                let question = &told.item.question;
                let lesson = Route::Lesson(question.id.topic(), Some(question.section.clone()));
                self.count_time(cx);
                vec![Effect::Go(lesson)]
            }
            Action::OtherOptions => {
                told.others = !told.others;
                Vec::new()
            }
            Action::Copy => {
                let source = &told.item.question.source;
                let prompt = told.item.question.prompt.get(cx.prefs.lang);
                // A source that is only the lesson itself leads nowhere.
                let checkable = !source.is_empty() && &**source != "lesson";
                vec![Effect::Copy(if checkable { source.to_string() } else { prompt.to_owned() })]
            }
            Action::Back | Action::Quit => {
                self.pause(cx);
                Vec::new()
            }
            _ => Vec::new(),
        }
    }

    /// Stores another grade for the answer on the screen.
    fn regrade(&mut self, rating: Rating, count: Option<CountReason>, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Told(told) = &mut self.stage else { return Vec::new() };
        if rating == told.rating && count.is_none() {
            return Vec::new();
        }
        let accepted = match count {
            Some(CountReason::Synonym | CountReason::Typo) => spelling_to_accept(&told.verdict),
            _ => None,
        };
        let what = What::Regraded { of: told.event.id, rating, count, accepted };
        told.set_rating(rating, Some(cx.now.id));
        told.counted = count.or(told.counted);
        self.after_regrade(cx, what)
    }

    fn after_regrade(&mut self, cx: &Context<'_>, what: What) -> Vec<Effect> {
        let Stage::Told(told) = &self.stage else { return Vec::new() };
        let told = told.clone();
        self.replace_result(&told);
        self.drop_step(&told.item.question.id);
        if self.queue.setting() == crate::domain::event::Setting::Review && told.after.is_some_and(|m| m.in_step()) {
            self.append_step(&told);
        }
        let event = self.event(cx.now.id, what, cx);
        let mut effects = self.record(vec![event]);
        effects.extend(self.keep(cx));
        effects
    }

    fn replace_result(&mut self, told: &Told) {
        if let Some(result) = self.results.iter_mut().rev().find(|r| r.event == told.event.id) {
            *result = told.result();
        }
    }

    /// `u` after an answer: first a changed grade goes back, then the answer itself, which is then asked anew.
    pub(super) fn answer_again(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Told(told) = &mut self.stage else { return Vec::new() };
        if told.taken_back.is_some() {
            self.ask_anew(cx);
            return Vec::new();
        }
        if let Some(regrade) = told.regrade.take() {
            let inferred = told.inferred;
            told.set_rating(inferred, None);
            told.counted = None;
            return self.after_regrade(cx, What::Undone { of: regrade });
        }
        let effects = self.take_back(cx);
        self.ask_anew(cx);
        effects
    }

    /// Puts an undo of the answer on the screen into the log.
    fn take_back(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Told(told) = &mut self.stage else { return Vec::new() };
        let (of, item) = (told.event.id, told.item.question.id.clone());
        told.taken_back = Some(cx.now.id);
        self.results.retain(|r| r.event != of);
        self.drop_step(&item);
        self.at = self.at.saturating_sub(1);
        let event = self.event(cx.now.id, What::Undone { of }, cx);
        let mut effects = self.record(vec![event]);
        effects.extend(self.keep(cx));
        effects
    }

    /// The answer that was taken back counts after all, with its grade or with another one.
    fn bring_back(&mut self, rating: Option<Rating>, cx: &Context<'_>) -> Vec<Effect> {
        let Stage::Told(told) = &mut self.stage else { return Vec::new() };
        let Some(undo) = told.taken_back.take() else { return Vec::new() };
        let mut whats = vec![What::Undone { of: undo }];
        if let Some(rating) = rating.filter(|r| *r != told.rating) {
            whats.push(What::Regraded { of: told.event.id, rating, count: None, accepted: None });
            told.set_rating(rating, Some(cx.now.id.next()));
        }
        let told = told.clone();
        self.results.push(told.result());
        self.at += 1;
        if self.queue.setting() == crate::domain::event::Setting::Review && told.after.is_some_and(|m| m.in_step()) {
            self.append_step(&told);
        }
        let mut effects = self.record(Event::series(cx.now, whats));
        effects.extend(self.keep(cx));
        effects.extend(self.next(cx));
        effects
    }

    fn ask_anew(&mut self, cx: &Context<'_>) {
        if let Stage::Told(told) = &self.stage {
            let item = told.item.clone();
            let seed = told.asking.seed;
            self.stage = Stage::Asking(Asking::new(item, seed, cx.now.mono_ms, cx.prefs.instant_submit));
        }
    }

    /// From the next question, or from the summary: the previous answer is taken back and its feedback shown again.
    pub(super) fn back_to_previous(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        match self.previous.take() {
            Some(told) => {
                self.stage = Stage::Told(told);
                self.since_ms = cx.now.mono_ms;
                self.take_back(cx)
            }
            // Nothing of this session: the latest action of the learner, wherever it was.
            None => vec![Effect::Undo { redo: false }],
        }
    }

    pub(super) fn act_flag(&mut self, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Some(row) = self.sheet_row(row, FLAG_REASONS.len(), bound, Sheet::Flag) else { return Vec::new() };
        let item = match &mut self.stage {
            Stage::Asking(asking) => asking.question().id.clone(),
            Stage::Told(told) => {
                told.flagged = true;
                told.item.question.id.clone()
            }
            _ => return Vec::new(),
        };
        let reason = FLAG_REASONS[row].trim_start_matches("flag-").into();
        let event = self.event(cx.now.id, What::Flagged { item, reason }, cx);
        self.record(vec![event])
    }

    pub(super) fn act_count(&mut self, row: usize, bound: Bound, cx: &Context<'_>) -> Vec<Effect> {
        let Some(row) = self.sheet_row(row, COUNT_REASONS.len(), bound, Sheet::Count) else { return Vec::new() };
        self.regrade(Rating::Good, Some(COUNT_REASONS[row]), cx)
    }

    /// Moves in a sheet with rows; the row that was taken, if one was. The sheet is closed then.
    fn sheet_row(&mut self, row: usize, rows: usize, bound: Bound, sheet: fn(usize) -> Sheet) -> Option<usize> {
        match bound.action {
            Action::Up => self.sheet = Some(sheet(row.saturating_sub(1))),
            Action::Down => self.sheet = Some(sheet((row + 1).min(rows - 1))),
            Action::Back => self.sheet = None,
            Action::Choose if usize::from(bound.arg) < rows => {
                self.sheet = None;
                return Some(usize::from(bound.arg));
            }
            Action::Enter => {
                self.sheet = None;
                return Some(row);
            }
            _ => {}
        }
        None
    }
}
