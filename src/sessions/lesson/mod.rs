//! A lesson: reading with checks in place, notes, and a way on at its end.
//!
//! # Design
//!
//! The machine knows the topic and its questions, not how the text is laid out: whoever shows it (a screen, plain lines) parses
//! the Markdown and reports with [`Lesson::see`] what is in view. Checks are questions by id; their answers are events like those
//! of a review, so they create the same memory. What was read is kept as a place that fits every language and width.

mod answer;
mod check;
mod ending;
mod leaving;
mod position;
#[cfg(test)]
mod tests;

use crate::domain::event::{Event, EventId, NotePlace, What};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::text::Lang;
use crate::domain::time::StudyDay;

use super::Context;
use super::action::{Action, Bound, State};
use super::effect::{Effect, LoadedTopic, News, Request};
use super::input::Input;
use super::study::Study;

pub use check::{Check, CheckStage, Told};
pub use ending::{EndRow, Ending, next_topic};
pub use position::{KeptCheck, Place, Position, draft_name};

/// All of a lesson, in the parts in which reading is counted.
pub const WHOLE: u32 = 10_000;

/// Time without any key that still counts as reading, in milliseconds: after it the learner is away.
const AWAY_MS: u64 = 5 * 60_000;

/// How much may lie between two pages that follow each other, of [`WHOLE`]: the other language says the same in more words or
/// fewer, and a kept place is rounded.
const SLACK: u32 = WHOLE / 20;

/// Who stays on the last page for so long, in milliseconds, has read it.
const STAYED_MS: u64 = 10_000;

/// What is on the screen.
#[derive(Debug, Clone, PartialEq)]
pub enum Stage {
    /// The topic has not come yet.
    Loading,
    /// There is no such topic, and why.
    Missing(String),
    /// The text.
    Reading,
    /// The end was reached and left with one key more.
    Ended(Ending),
}

/// Rows of the pause sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PauseRow {
    /// Go on.
    Continue,
    /// Leave; the place is kept.
    Leave,
    /// Take back the last answer.
    Undo,
}

/// The rows of the pause sheet, in order.
pub const PAUSE_ROWS: [PauseRow; 3] = [PauseRow::Continue, PauseRow::Leave, PauseRow::Undo];

/// What of the lesson is in view, as whoever shows it reports.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Seen {
    /// The first block in view.
    pub place: Place,
    /// How much text stands before the view, of [`WHOLE`].
    pub from: u32,
    /// How much text stands before the end of the view, of [`WHOLE`].
    pub to: u32,
    /// The question names of the checks in view, in order.
    pub checks: Vec<Box<str>>,
    /// The last line is in view.
    pub end: bool,
}

/// A lesson.
#[derive(Debug, Clone, PartialEq)]
pub struct Lesson {
    /// The topic.
    pub topic: TopicId,
    /// What is on the screen.
    pub stage: Stage,
    /// The language that is read.
    pub lang: Lang,
    /// The topic's text, memories and notes, once they have come.
    pub loaded: Option<Box<LoadedTopic>>,
    /// The checks that came into view so far.
    pub checks: Vec<Check>,
    /// The marked row of the pause sheet, while it is open.
    pub paused: Option<usize>,
    /// The check that owns the keyboard.
    pub entered: Option<ItemId>,
    /// The question that is being flagged, and the marked one of [`super::review::FLAG_REASONS`].
    pub flagging: Option<(ItemId, usize)>,
    /// What is in view.
    pub seen: Seen,
    /// Time spent reading, in milliseconds.
    pub spent_ms: u64,
    /// The language that the settings name: `L` changes only this lesson's.
    setting: Lang,
    wanted: Option<Box<str>>,
    /// Up to here every page was turned, of [`WHOLE`].
    read: u32,
    /// Up to here everything was in view once, of [`WHOLE`].
    shown: u32,
    /// When the last line came into view, on the forward clock.
    end_ms: u64,
    /// What was kept of an earlier sitting.
    kept: Position,
    /// Opened at a section only to look something up: the kept place stays.
    visiting: bool,
    /// What the draft says, as far as it changes by reading.
    saved: Option<(Place, u8)>,
    done: Option<StudyDay>,
    latest: Option<ItemId>,
    touched: Option<ItemId>,
    unsaved: Vec<EventId>,
    since_ms: u64,
    /// Another window writes: the text can be read, and nothing is answered, because nothing would be saved.
    read_only: bool,
}

impl Lesson {
    /// A lesson, at a section if one is given, else where reading stopped.
    pub fn new(topic: TopicId, section: Option<Box<str>>) -> Self {
        Lesson {
            topic,
            stage: Stage::Loading,
            lang: Lang::default(),
            loaded: None,
            checks: Vec::new(),
            paused: None,
            entered: None,
            flagging: None,
            seen: Seen::default(),
            spent_ms: 0,
            setting: Lang::default(),
            wanted: section,
            read: 0,
            shown: 0,
            end_ms: 0,
            kept: Position::default(),
            visiting: false,
            saved: None,
            done: None,
            latest: None,
            touched: None,
            unsaved: Vec::new(),
            since_ms: 0,
            read_only: false,
        }
    }

    /// Asks for the topic; call once.
    pub fn start(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.since_ms = cx.now.mono_ms;
        (self.lang, self.setting) = (cx.prefs.lang, cx.prefs.lang);
        vec![Effect::Ask(Request::Topic(self.topic.clone()))]
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        if self.paused.is_some() {
            return State::Pause;
        }
        if self.flagging.is_some() {
            return State::FlagSheet;
        }
        if matches!(self.stage, Stage::Ended(_)) {
            return State::Summary;
        }
        match (self.entered_check().and_then(Check::asking), self.open_check()) {
            (Some(asking), _) => asking.state(),
            (None, Some(_)) => State::LessonCheck,
            (None, None) => State::Lesson,
        }
    }

    /// How much is read, of [`WHOLE`].
    pub fn read(&self) -> u32 {
        self.read
    }

    /// Time that the rest is likely to take, in seconds.
    pub fn left_seconds(&self) -> u64 {
        let minutes = self.loaded.as_ref().map_or(0, |l| l.body.head.minutes);
        u64::from(minutes) * 60 * u64::from(WHOLE - self.read.min(WHOLE)) / u64::from(WHOLE)
    }

    /// The section in view and how many there are, both counted from 1 for people.
    pub fn position(&self) -> (usize, usize) {
        let sections = self.loaded.as_ref().map_or(&[][..], |l| &l.body.head.sections);
        let at = sections.iter().position(|s| s.id == self.seen.place.section).unwrap_or(0);
        (at + 1, sections.len().max(1))
    }

    /// Where to begin: the section that was asked for, or where reading stopped.
    pub fn begin_at(&self) -> Place {
        match &self.wanted {
            Some(section) => Place { section: section.clone(), block: 0 },
            None if self.kept.percent >= 100 => Place::default(),
            None => self.kept.place.clone(),
        }
    }

    /// The notes on paragraphs: section, block within it, text.
    pub fn notes(&self) -> impl Iterator<Item = (&str, u16, &str)> {
        self.loaded.iter().flat_map(|l| &l.notes).filter_map(|(place, text)| match place {
            NotePlace::Section(topic, section, block) if *topic == self.topic && !text.is_empty() => {
                Some((&**section, *block, &**text))
            }
            _ => None,
        })
    }

    /// The note on a paragraph; empty when there is none.
    pub fn note_at(&self, place: &Place) -> &str {
        self.notes().find(|(s, b, _)| *s == &*place.section && *b == place.block).map_or("", |(_, _, text)| text)
    }

    /// Whether `u` takes the answer of this check back.
    pub fn is_latest(&self, id: &ItemId) -> bool {
        self.latest.as_ref() == Some(id)
    }

    /// Whether every event of this lesson is on disk.
    pub fn all_saved(&self) -> bool {
        self.unsaved.is_empty()
    }

    /// Follows an input, as far as it is not about showing the text.
    pub fn update(&mut self, input: Input, cx: &Context<'_>, study: &Study) -> Vec<Effect> {
        self.count_time(cx);
        self.read_only = study.read_only.is_some();
        match input {
            Input::News(news) => self.hear(news, cx),
            Input::Act(bound) => self.act(bound, cx, study),
            Input::Key(key) => {
                if let Some(asking) = self.entered_mut() {
                    asking.key(key);
                }
                Vec::new()
            }
            Input::Paste(text) => {
                if let Some(asking) = self.entered_mut() {
                    asking.paste(&text);
                }
                Vec::new()
            }
            Input::Shown => {
                self.since_ms = cx.now.mono_ms;
                Vec::new()
            }
            Input::Resize | Input::Wake => Vec::new(),
        }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>) -> Vec<Effect> {
        match news {
            News::Topic(topic, Ok(loaded)) if topic == self.topic => self.take(loaded, cx),
            News::Topic(topic, Err(why)) if topic == self.topic && self.loaded.is_none() => {
                self.stage = Stage::Missing(why);
            }
            News::Item(id, item) => self.take_item(&id, item, cx),
            News::Saved(ids) => {
                self.unsaved.retain(|id| !ids.contains(id));
                for check in &mut self.checks {
                    if let CheckStage::Told(told) = &mut check.stage {
                        told.saved |= ids.contains(&told.event);
                    }
                }
            }
            News::Undone { event: Some(event), redo, .. } => return self.undone(&event, redo, cx),
            News::Settings if self.setting != cx.prefs.lang => {
                self.setting = cx.prefs.lang;
                self.lang = cx.prefs.lang;
            }
            _ => {}
        }
        Vec::new()
    }

    /// The topic has come; or it has come anew, because its notes changed elsewhere.
    fn take(&mut self, loaded: Box<LoadedTopic>, cx: &Context<'_>) {
        if self.loaded.is_none() {
            self.kept = loaded.position.as_deref().and_then(Position::read).unwrap_or_default();
            let finished = self.kept.percent >= 100;
            self.read = if finished { 0 } else { u32::from(self.kept.percent) * WHOLE / 100 };
            self.shown = self.read;
            self.spent_ms += self.kept.spent_ms;
            self.done = self.kept.done;
            // Yesterday's checks are open again: another day is another recall.
            if self.kept.day != cx.now.day {
                self.kept.checks.clear();
            }
            self.visiting = self.wanted.is_some();
            self.saved = Some((self.kept.place.clone(), self.kept.percent));
            self.stage = Stage::Reading;
        }
        self.loaded = Some(loaded);
    }

    /// Asks for the questions of the checks in the text, by their names: a card's height depends on its question.
    pub fn expect(&mut self, checks: &[Box<str>]) -> Vec<Effect> {
        let mut effects = Vec::new();
        for name in checks {
            let id = self.topic.item(name);
            if !self.checks.iter().any(|c| c.id == id) {
                effects.push(Effect::Ask(Request::Item(id.clone())));
                self.checks.push(Check { id, stage: CheckStage::Loading });
            }
        }
        effects
    }

    /// Takes note of what is in view now; call after everything that may have changed it.
    pub fn see(&mut self, seen: Seen, cx: &Context<'_>) -> Vec<Effect> {
        if self.stage != Stage::Reading {
            return Vec::new();
        }
        let mut effects = self.expect(&seen.checks);
        self.time_checks(&seen, cx);
        // A page is read when it was turned; who jumps ahead has not read what lies between.
        if seen.from <= self.shown + SLACK && seen.to > self.shown {
            self.read = self.read.max(seen.from.min(WHOLE));
            self.shown = seen.to.min(WHOLE);
            self.visiting = false;
        }
        if !self.seen.end && seen.end {
            self.end_ms = cx.now.mono_ms;
        }
        self.seen = seen;
        let now = (self.seen.place.clone(), self.percent());
        if !self.visiting && self.saved.as_ref() != Some(&now) {
            effects.push(self.keep(cx));
        }
        effects
    }

    /// A check is timed from the moment in which it came into view: before, the learner reads something else.
    fn time_checks(&mut self, seen: &Seen, cx: &Context<'_>) {
        for name in seen.checks.iter().filter(|n| !self.seen.checks.contains(*n)) {
            let id = self.topic.item(name);
            if let Some(asking) = self.checks.iter_mut().find(|c| c.id == id).and_then(Check::asking_mut) {
                asking.shown_ms = cx.now.mono_ms;
            }
        }
    }

    fn act(&mut self, bound: Bound, cx: &Context<'_>, study: &Study) -> Vec<Effect> {
        if bound.action == Action::Interrupt {
            self.pause();
            return Vec::new();
        }
        if let Some(row) = self.paused {
            return self.act_pause(row, bound, cx);
        }
        if let Some((item, row)) = self.flagging.clone() {
            return self.act_flag(item, row, bound, cx);
        }
        match &self.stage {
            Stage::Loading | Stage::Missing(_) => match bound.action {
                Action::Back | Action::Quit | Action::Enter => vec![Effect::Back],
                _ => Vec::new(),
            },
            Stage::Reading => self.act_reading(bound, cx, study),
            Stage::Ended(_) => self.act_ended(bound, cx),
        }
    }

    fn act_reading(&mut self, bound: Bound, cx: &Context<'_>, study: &Study) -> Vec<Effect> {
        if self.entered.is_some() {
            return self.act_entered(bound, cx);
        }
        match bound.action {
            Action::Back | Action::Quit => {
                self.pause();
                Vec::new()
            }
            Action::SwitchLanguage => {
                self.lang = self.lang.other();
                Vec::new()
            }
            Action::Undo => self.take_back(cx),
            Action::Redo => vec![Effect::Undo { redo: true }],
            Action::OtherOptions => {
                self.show_others();
                Vec::new()
            }
            Action::Flag => {
                self.flagging = self.check_in_mind().map(|id| (id, 0));
                Vec::new()
            }
            Action::Enter if self.open_check().is_some() => self.enter_check(cx),
            Action::Enter | Action::NextPage if self.seen.end => self.finish(cx, study),
            _ => self.act_open_check(bound, cx),
        }
    }

    /// Puts a note on a paragraph; an empty text removes it. Nothing is recorded when nothing changed.
    pub fn note(&mut self, place: &Place, text: &str, cx: &Context<'_>) -> Vec<Effect> {
        let text = text.trim_end();
        if self.note_at(place) == text || self.read_only {
            return Vec::new();
        }
        let Some(loaded) = &mut self.loaded else { return Vec::new() };
        let at = NotePlace::Section(self.topic.clone(), place.section.clone(), place.block);
        loaded.notes.retain(|(p, _)| *p != at);
        if !text.is_empty() {
            loaded.notes.push((at.clone(), text.into()));
        }
        self.latest = None;
        let event = self.event(cx.now.id, What::Noted { place: at, text: text.into() }, cx);
        vec![self.record(event)]
    }

    fn record(&mut self, event: Event) -> Effect {
        if !self.read_only {
            self.unsaved.push(event.id);
        }
        Effect::Record(vec![event])
    }

    fn event(&self, id: EventId, what: What, cx: &Context<'_>) -> Event {
        Event { id, utc: cx.now.utc, offset_min: cx.now.offset_min, what }
    }

    fn count_time(&mut self, cx: &Context<'_>) {
        let stretch = cx.now.mono_ms.saturating_sub(self.since_ms).min(AWAY_MS);
        self.since_ms = cx.now.mono_ms;
        if self.stage == Stage::Reading && self.paused.is_none() {
            self.spent_ms += stretch;
        }
    }
}
