//! A desk of paper: it performs the effects of the screen as the program would.

use std::sync::Arc;

use crate::domain::event::{Event, EventId};
use crate::domain::memory::Memory;
use crate::domain::question::Question;
use crate::domain::text::Lang;
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::action::{Action, Bound, Resolver};
use crate::sessions::effect::{Crumbs, Effect, LoadedItem, News, Queue, QueuedItem, Request};
use crate::sessions::input::Input;
use crate::sessions::key::{Code, Key};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::Study;
use crate::ui::screen::{Scene, Screen};
use crate::ui::stage;
use crate::ui::theme::Theme;
use crate::words::Words;

use super::super::ReviewScreen;
use super::content::t;

pub struct Desk {
    pub screen: ReviewScreen,
    pub questions: Vec<Question>,
    pub study: Study,
    pub prefs: Prefs,
    pub words: Words,
    pub theme: Theme,
    pub area: (u16, u16),
    pub utc: i64,
    pub log: Vec<Event>,
    pub other: Vec<Effect>,
    pub crumbs: Crumbs,
    pub memory: Option<Memory>,
    pub note: &'static str,
    /// News wait until they are handed over.
    pub slow: bool,
    pub waiting: Vec<News>,
    resolver: Resolver,
}

impl Desk {
    /// A review of questions that has shown its first one.
    pub fn with(questions: Vec<Question>) -> Desk {
        let mut desk = Desk::closed(questions);
        desk.open();
        desk
    }

    /// A review that was not opened yet.
    pub fn closed(questions: Vec<Question>) -> Desk {
        Desk {
            screen: ReviewScreen::new(Queue::Due { minutes: Some(60), items: None, topic: None }, 7),
            questions,
            study: Study::default(),
            prefs: Prefs::default(),
            words: Words::of("en"),
            theme: Theme::dark(),
            area: (80, 24),
            utc: 1_800_000_000_000,
            log: Vec::new(),
            other: Vec::new(),
            crumbs: Crumbs {
                unit: t("APIs", "API"),
                topic: t("Idempotency", "Idempotensi"),
                section: t("A key for what cannot be repeated", "Kunci untuk yang tidak bisa diulang"),
            },
            memory: None,
            note: "",
            slow: false,
            waiting: Vec::new(),
            resolver: Resolver::default(),
        }
    }

    pub fn language(mut self, lang: Lang) -> Desk {
        self.prefs.lang = lang;
        self.words = Words::of(lang.code());
        self
    }

    pub fn sized(mut self, width: u16, height: u16) -> Desk {
        self.area = (width, height);
        self
    }

    pub fn open(&mut self) {
        let effects = self.with_scene(|screen, scene| screen.open(scene));
        self.perform(effects);
    }

    pub fn moment(&self) -> Moment {
        Moment {
            utc: self.utc,
            offset_min: 420,
            day: StudyDay::of(self.utc, 420, 240),
            mono_ms: self.utc as u64,
            id: EventId::from_parts(self.utc as u64, 0, 9),
        }
    }

    pub fn with_scene<T>(&mut self, f: impl FnOnce(&mut ReviewScreen, &Scene) -> T) -> T {
        let now = self.moment();
        let scene = Scene {
            study: &self.study,
            prefs: &self.prefs,
            words: &self.words,
            now: &now,
            area: self.area,
            theme: &self.theme,
        };
        f(&mut self.screen, &scene)
    }

    pub fn input(&mut self, input: Input) {
        self.utc += 1000;
        let effects = self.with_scene(|screen, scene| screen.update(input, scene));
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let news = match effect {
                Effect::Record(events) => {
                    let ids = events.iter().map(|e| e.id).collect();
                    self.log.extend(events);
                    News::Saved(ids)
                }
                Effect::Ask(Request::Queue(queue)) => News::Queue(queue, self.queue()),
                Effect::Ask(Request::Item(id)) => {
                    let found = self.questions.iter().find(|q| q.id == id).cloned();
                    News::Item(id, found.map(|q| self.loaded(q)))
                }
                other => {
                    self.other.push(other);
                    continue;
                }
            };
            if self.slow {
                self.waiting.push(news);
            } else {
                self.input(Input::News(news));
            }
        }
    }

    /// Hands over what has waited.
    pub fn deliver(&mut self) {
        for news in std::mem::take(&mut self.waiting) {
            self.input(Input::News(news));
        }
    }

    fn queue(&self) -> Vec<QueuedItem> {
        let head = |q: &Question| crate::domain::catalog::QuestionHead {
            id: q.id.clone(),
            key: q.key,
            kind: q.kind.name(),
            level: 1,
            section: q.section.clone(),
        };
        self.questions.iter().map(|q| QueuedItem { head: head(q), expect_ms: 45_000, not_before: 0 }).collect()
    }

    fn loaded(&self, question: Question) -> Box<LoadedItem> {
        Box::new(LoadedItem {
            question: Arc::new(question),
            memory: self.memory,
            crumbs: self.crumbs.clone(),
            accepted: vec![],
            note: self.note.into(),
            median_ms: None,
        })
    }

    pub fn act(&mut self, action: Action, arg: u8) {
        self.input(Input::Act(Bound { action, arg }));
    }

    /// Presses a key as the learner does.
    pub fn press(&mut self, key: Key) {
        let state = self.screen.state();
        match self.resolver.resolve(state, key) {
            Some(bound) => self.input(Input::Act(bound)),
            None => self.input(Input::Key(key)),
        }
    }

    /// Types characters; `\n` is Enter.
    pub fn keys(&mut self, keys: &str) {
        for c in keys.chars() {
            match c {
                '\n' => self.press(Key::plain(Code::Enter)),
                '\u{1b}' => self.press(Key::plain(Code::Esc)),
                '\t' => self.press(Key::plain(Code::Tab)),
                '\u{8}' => self.press(Key::plain(Code::Backspace)),
                c => self.press(Key::char(c)),
            }
        }
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.area = (width, height);
        self.input(Input::Resize);
    }

    pub fn picture(&mut self) -> String {
        let (width, height) = self.area;
        let buf = self.buffer(width, height);
        stage::plain(&buf)
    }

    pub fn coloured(&mut self) -> String {
        let (width, height) = self.area;
        stage::ansi(&self.buffer(width, height))
    }

    pub fn buffer(&mut self, width: u16, height: u16) -> ratatui::buffer::Buffer {
        self.buffer_with_cursor(width, height).0
    }

    /// The picture, and where the real cursor stands.
    pub fn buffer_with_cursor(&mut self, width: u16, height: u16) -> (ratatui::buffer::Buffer, Option<(u16, u16)>) {
        let theme = self.theme.clone();
        let mut cursor = None;
        let buf = stage::buffer(width, height, &theme, |page| {
            self.with_scene(|screen, scene| screen.view(scene, page));
            cursor = page.cursor().map(|c| (c.x, c.y));
        });
        (buf, cursor)
    }
}

/// The answer of every kind that the pictures show: in part or not yet, where that is possible.
pub fn answer_not_yet(desk: &mut Desk, kind: &str) {
    match kind {
        "single" => desk.keys("1"),
        "multi" => desk.keys("12\n"),
        "true-false" => desk.keys("1b"),
        "short" => desk.keys("X-Retry-Id\n"),
        "cloze" => desk.keys("first\t400\tserver\n"),
        "order" => desk.keys("1234\n"),
        "match" => desk.keys("aaa\n"),
        "line" => desk.keys("jjjj\n"),
        "scenario" => desk.keys("11"),
        "drill" => desk.keys("Opening one is slow\n"),
        other => panic!("no such kind: {other}"),
    }
}
