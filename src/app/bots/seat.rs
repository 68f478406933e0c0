//! A seat before the screen of a review that asks one question, fed by hand: no store, no clock, no terminal.

use std::sync::Arc;

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

use super::fingers::{self, Press};
use crate::domain::catalog::QuestionHead;
use crate::domain::event::{EventId, What};
use crate::domain::grading::Outcome;
use crate::domain::log::IdSource;
use crate::domain::question::{Answer, Question};
use crate::domain::text::Lang;
use crate::domain::time::{Moment, StudyDay};
use crate::screens::review::ReviewScreen;
use crate::sessions::action::{Action, Bound, Keys, Resolver, State, all};
use crate::sessions::effect::{Effect, LoadedItem, News, Queue, QueuedItem, Request};
use crate::sessions::input::Input;
use crate::sessions::key::Key;
use crate::sessions::prefs::Prefs;
use crate::sessions::review::Stage;
use crate::sessions::study::Study;
use crate::ui::page::Page;
use crate::ui::screen::{Scene, Screen};
use crate::ui::theme::Theme;
use crate::words::Words;

/// Keys for one answer before it is given up: a long word, letter by letter, is the most.
const PATIENCE: usize = 400;

/// Time that each key takes, in milliseconds.
const KEY_MS: u64 = 40;

/// A screen and whoever sits before it.
pub struct Seat<'a> {
    screen: ReviewScreen,
    question: &'a Arc<Question>,
    words: &'a Words,
    theme: Theme,
    study: Study,
    prefs: Prefs,
    area: (u16, u16),
    resolver: Resolver,
    ids: IdSource,
    after_ms: u64,
    outcome: Option<Outcome>,
    picture: Buffer,
}

impl<'a> Seat<'a> {
    /// Before one question, asked for the first time, in the language of the words.
    pub fn at(question: &'a Arc<Question>, area: (u16, u16), words: &'a Words) -> Seat<'a> {
        let queue = Queue::New(question.id.topic(), 1);
        let mut seat = Seat {
            screen: ReviewScreen::new(queue, question.key.0),
            question,
            words,
            theme: Theme::dark(),
            study: Study { complete: true, ..Study::default() },
            prefs: Prefs { lang: Lang::from_code(words.code()).unwrap_or_default(), ..Prefs::default() },
            area,
            resolver: Resolver::default(),
            ids: IdSource::new(1, EventId::default()),
            after_ms: 0,
            outcome: None,
            picture: Buffer::empty(Rect::new(0, 0, area.0, area.1)),
        };
        let effects = seat.with(|screen, scene| screen.open(scene));
        seat.feed(effects);
        seat
    }

    fn with<T>(&mut self, act: impl FnOnce(&mut ReviewScreen, &Scene<'_>) -> T) -> T {
        self.after_ms += KEY_MS;
        let utc = i64::try_from(self.after_ms).unwrap_or(0);
        let now = Moment { utc, offset_min: 0, day: StudyDay(0), mono_ms: self.after_ms, id: self.ids.fresh(utc) };
        let scene = Scene {
            study: &self.study,
            prefs: &self.prefs,
            words: self.words,
            now: &now,
            area: self.area,
            theme: &self.theme,
        };
        act(&mut self.screen, &scene)
    }

    /// Hands an input over, and gives the screen what it asks for.
    pub fn input(&mut self, input: Input) {
        let effects = self.with(|screen, scene| screen.update(input, scene));
        self.feed(effects);
    }

    fn feed(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Ask(Request::Queue(queue)) => {
                    let of = self.question;
                    let (id, key, section) = (of.id.clone(), of.key, of.section.clone());
                    let head = QuestionHead { id, key, kind: of.kind.name(), level: of.level, section };
                    // What is offered after the end is not what this is about.
                    let asks = matches!(queue, Queue::New(..));
                    let items = asks.then_some(QueuedItem { head, expect_ms: 30_000, not_before: 0 });
                    self.input(Input::News(News::Queue(queue, items.into_iter().collect())));
                }
                Effect::Ask(Request::Item(id)) => {
                    let item = LoadedItem {
                        question: Arc::clone(self.question),
                        memory: None,
                        crumbs: Default::default(),
                        accepted: Vec::new(),
                        note: "".into(),
                        median_ms: None,
                    };
                    self.input(Input::News(News::Item(id, Some(Box::new(item)))));
                }
                Effect::Record(events) => {
                    for event in &events {
                        if let What::Answered(answered) = &event.what {
                            self.outcome = Some(answered.outcome);
                        }
                    }
                    self.input(Input::News(News::Saved(events.iter().map(|event| event.id).collect())));
                }
                _ => {}
            }
        }
    }

    /// Presses the key that the registry has for an action here; `false` when it has none.
    pub fn press(&mut self, bound: Bound) -> bool {
        let state = self.screen.state();
        let key = all(state).filter(|b| b.action == bound.action).flat_map(|b| b.keys).find_map(|keys| match *keys {
            Keys::One(key) if bound.arg == 0 => Some(key),
            Keys::Range(from, to) => {
                let sign = char::from_u32(u32::from(from) + u32::from(bound.arg))?;
                (sign <= to).then_some(Key::char(sign))
            }
            _ => None,
        });
        let Some(key) = key else { return false };
        self.key(state, key);
        true
    }

    fn key(&mut self, state: State, key: Key) {
        let bound = self.resolver.resolve(state, key);
        self.input(bound.map_or(Input::Key(key), Input::Act));
    }

    /// Enters an answer key by key; what was recorded, or `None` when no keys lead to it.
    pub fn answer(&mut self, answer: &Answer) -> Option<Outcome> {
        for _ in 0..PATIENCE {
            let Stage::Asking(asking) = &self.screen.review().stage else { break };
            match fingers::next(asking, answer)? {
                Press::Letter(letter) => self.key(self.screen.state(), Key::char(letter)),
                Press::Act(bound) => {
                    if !self.press(bound) {
                        return None;
                    }
                    // The narrowest window shows best whether something on the way there does not fit.
                    if self.area == super::SIZES[0] {
                        self.draw();
                    }
                }
            }
        }
        self.outcome
    }

    /// Looks at everything that is told, and goes on to the end.
    pub fn leave(&mut self) {
        for action in [Action::OtherOptions, Action::PageDown, Action::Next] {
            self.press(Bound { action, arg: 0 });
            self.draw();
        }
    }

    /// Draws the screen.
    pub fn draw(&mut self) {
        let (theme, area) = (self.theme.clone(), self.picture.area);
        let mut picture = std::mem::replace(&mut self.picture, Buffer::empty(Rect::ZERO));
        picture.reset();
        self.with(|screen, scene| screen.view(scene, &mut Page::new(&mut picture, area, &theme)));
        self.picture = picture;
    }

    /// The rows of the last drawing, as text.
    pub fn rows(&self) -> Vec<String> {
        super::sight::rows(&self.picture)
    }
}
