//! The loop: sleep, take everything that waits, draw once.

use std::io::{self, BufWriter, Stdout};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender};
use std::time::Duration;

use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

use crate::config::paths::Paths;
use crate::domain::event::Event;
use crate::domain::text::{Lang, Text};
use crate::sessions::action::{Action, Bound, State};
use crate::sessions::effect::{Effect, News, Request, Route, Toast};
use crate::sessions::input::Input;
use crate::sessions::key::Key;
use crate::sessions::library::PackNews;
use crate::sessions::prefs::{Mouse, Prefs};
use crate::sessions::study::{PlanRow, Study};
use crate::ui::footer;
use crate::ui::page::{Page, Size};
use crate::ui::screen::Scene;
use crate::ui::theme::Theme;
use crate::words::Words;

use super::clock::Clock;
use super::desk::{Desk, Job};
use super::input::InputThread;
use super::keymap::Keymap;
use super::routes;
use super::settings::{self, Settings};
use super::stack::Stack;
use super::terminal::{self, MouseMode};
use super::{Message, clipboard, crash, editor, signals};
use crate::sessions::describe;

/// How long a toast stays, in milliseconds.
const TOAST_MS: u64 = 4000;

/// Within this time a second Ctrl-C quits, in milliseconds.
const AGAIN_MS: u64 = 2000;

/// How the program ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaving {
    /// The learner quit.
    Done,
    /// Go on in plain lines.
    Plain,
    /// With an exit code that says why (130, 143, 131, 129).
    Code(u8),
}

/// Everything that the loop owns.
pub struct App {
    pub(super) stack: Stack,
    pub(super) study: Study,
    pub(super) settings: Settings,
    pub(super) words: Words,
    pub(super) theme: Theme,
    pub(super) paths: Paths,
    pub(super) clock: Clock,
    pub(super) desk: Desk,
    keymap: Keymap,
    toast: Option<(Toast, u64)>,
    interrupted: Option<u64>,
    size: (u16, u16),
    inbox: Receiver<Message>,
    outbox: Sender<Message>,
    input: Option<InputThread>,
    screen: Terminal<CrosstermBackend<BufWriter<Stdout>>>,
    leaving: Option<Leaving>,
    /// Go to the next thing in the plan as soon as the plan is new.
    next_when_planned: bool,
    clear: bool,
    /// Where to begin, opened after the first frame.
    first: Option<Route>,
}

/// What the loop is made of.
pub struct Parts {
    /// What is known before the first frame.
    pub study: Study,
    /// Settings in force.
    pub settings: Settings,
    /// Interface text.
    pub words: Words,
    /// Look.
    pub theme: Theme,
    /// Folders.
    pub paths: Paths,
    /// Time and ids.
    pub clock: Clock,
    /// The store and the library.
    pub desk: Desk,
    /// Keys.
    pub keymap: Keymap,
    /// Where messages come from.
    pub inbox: Receiver<Message>,
    /// Where threads send them.
    pub outbox: Sender<Message>,
    /// Where to begin.
    pub route: Route,
}

impl App {
    /// Puts the parts together. The terminal must be ours already.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to.
    pub fn new(parts: Parts) -> io::Result<Self> {
        let screen = Terminal::new(CrosstermBackend::new(BufWriter::with_capacity(32 * 1024, io::stdout())))?;
        let size = screen.size()?;
        let first = if routes::is_place_route(&parts.route) { parts.route.clone() } else { Route::Today };
        let at = routes::place_number(&first).filter(|_| parts.study.newer.is_none());
        let stack = Stack::new(routes::place(&parts.route, &parts.study), at);
        let mut app = App {
            stack,
            study: parts.study,
            settings: parts.settings,
            words: parts.words,
            theme: parts.theme,
            paths: parts.paths,
            clock: parts.clock,
            desk: parts.desk,
            keymap: parts.keymap,
            toast: None,
            interrupted: None,
            size: (size.width, size.height),
            inbox: parts.inbox,
            outbox: parts.outbox,
            input: None,
            screen,
            leaving: None,
            next_when_planned: false,
            clear: false,
            first: None,
        };
        app.first = Some(parts.route);
        Ok(app)
    }

    /// Draws the first frame, starts to listen, and runs until the learner leaves.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be written to any more.
    pub fn run(&mut self) -> io::Result<Leaving> {
        self.draw()?;
        self.input = Some(InputThread::start(self.outbox.clone())?);
        signals::listen(self.outbox.clone())?;
        if self.study.newer.is_none() && !self.study.preview {
            let now = self.clock.now();
            self.desk.send(Job::Load { now, prefs: self.settings.prefs.clone() });
        }
        if let Some(route) = self.first.take() {
            self.go_first(route);
        }
        while self.leaving.is_none() {
            match self.wait() {
                Some(message) => {
                    self.handle(message);
                    while let (None, Ok(message)) = (self.leaving, self.inbox.try_recv()) {
                        self.handle(message);
                    }
                }
                None => self.wake(),
            }
            if self.leaving.is_none() {
                self.draw()?;
            }
        }
        // After a defect the screens are not asked: one of them may be what stopped.
        if self.leaving != Some(Leaving::Code(1)) {
            self.with_scene(|stack, scene| stack.leaving(scene));
        }
        if let Some(input) = &mut self.input {
            input.stop();
        }
        Ok(self.leaving.unwrap_or(Leaving::Done))
    }

    /// Sleeps until a message comes (then it is returned) or something is to be woken.
    fn wait(&self) -> Option<Message> {
        let toast = self.toast.as_ref().map(|(_, until)| *until);
        let wake = toast.into_iter().chain(self.stack.wake_at()).min();
        match wake {
            None => self.inbox.recv().ok().or(Some(Message::End(143))),
            Some(at) => {
                let sleep = Duration::from_millis(at.saturating_sub(self.clock.mono_ms()));
                match self.inbox.recv_timeout(sleep) {
                    Ok(message) => Some(message),
                    Err(RecvTimeoutError::Timeout) => None,
                    Err(RecvTimeoutError::Disconnected) => Some(Message::End(143)),
                }
            }
        }
    }

    fn wake(&mut self) {
        let now = self.clock.mono_ms();
        if self.toast.as_ref().is_some_and(|(_, until)| now >= *until) {
            self.toast = None;
        }
        if self.stack.wake_at().is_some_and(|at| now >= at) {
            // It may be one that is covered; whoever has nothing to do passes it over.
            self.send_all(&Input::Wake);
        }
    }

    /// Runs something with the scene of this moment, and performs what it asks for.
    fn with_scene(&mut self, act: impl FnOnce(&mut Stack, &Scene<'_>) -> Vec<Effect>) {
        let now = self.clock.now();
        let scene = Scene {
            study: &self.study,
            prefs: &self.settings.prefs,
            words: &self.words,
            now: &now,
            area: self.size,
            theme: &self.theme,
        };
        let effects = act(&mut self.stack, &scene);
        self.perform(effects);
    }

    fn send_top(&mut self, input: Input) {
        self.with_scene(|stack, scene| stack.update(input, scene));
    }

    fn send_all(&mut self, input: &Input) {
        self.with_scene(|stack, scene| stack.tell_all(input, scene));
    }

    fn handle(&mut self, message: Message) {
        match message {
            Message::Key(key) => self.key(key),
            Message::Paste(text) => self.paste(text),
            Message::Click { x, y } => self.click(x, y),
            Message::Resize => self.resize(),
            Message::Stop => self.suspend(),
            Message::Continued => self.continued(),
            Message::Interrupt => self.key(Key::ctrl('c')),
            Message::End(code) => self.leaving = Some(Leaving::Code(code)),
            Message::Seen(id) => self.clock.seen(id),
            Message::Study(study) => {
                let before = std::mem::replace(&mut self.study, *study);
                // What the desk does not know of stays until it is over.
                self.study.unsaved = before.unsaved;
                self.study.crash = before.crash;
                self.study.preview = before.preview;
                self.send_all(&Input::News(News::Study));
                if std::mem::take(&mut self.next_when_planned) {
                    self.go_next();
                }
            }
            Message::Outdated => self.refresh(),
            Message::News(news) => self.hear(*news),
        }
    }

    fn hear(&mut self, news: News) {
        let is_preview = matches!(news, News::Preview(_));
        match &news {
            News::SaveTrouble { message, waiting } => self.study.unsaved = Some((message.clone(), *waiting)),
            News::Saved(_) => {
                self.study.unsaved = None;
                // What was done on a place, such as marking a topic as known, is to be seen there.
                if routes::is_place(self.stack.state()) {
                    self.refresh();
                }
            }
            News::Undone { event, about, redo } => {
                let text = self.undone_text(event.as_ref(), about, *redo);
                self.show(event.is_some(), text);
                self.refresh();
            }
            News::Pack(PackNews::Told(told)) => {
                let toast = told.toast(&self.words);
                self.show(toast.good, toast.text);
            }
            _ => {}
        }
        self.send_all(&Input::News(news));
        if is_preview {
            self.refresh();
        }
    }

    fn undone_text(&self, event: Option<&Event>, about: &Text, redo: bool) -> String {
        match (event, redo) {
            (None, false) => self.words.get("toast-nothing-to-undo").into_owned(),
            (None, true) => self.words.get("toast-nothing-to-redo").into_owned(),
            (Some(event), redo) => {
                let what = describe::event(event, about.get(self.settings.prefs.lang), &self.words);
                let key = if redo { "toast-redone" } else { "toast-undone" };
                self.words.fmt(key, &[("what", what.into())])
            }
        }
    }

    fn key(&mut self, key: Key) {
        let state = self.state();
        match self.keymap.resolve(state, key) {
            Some(bound) => self.act(bound, state),
            None => self.send_top(Input::Key(key)),
        }
    }

    fn state(&self) -> State {
        if Size::of(self.size.0, self.size.1) == Size::Tiny { State::TooSmall } else { self.stack.state() }
    }

    fn act(&mut self, bound: Bound, state: State) {
        match bound.action {
            Action::Interrupt => self.interrupt(state),
            Action::Suspend => self.suspend(),
            Action::Redraw => self.clear = true,
            Action::Help if state != State::Help => self.open_help(),
            Action::Palette if state != State::Palette => self.go(Route::Palette),
            Action::Settings => self.go(Route::Settings),
            Action::Place => self.go_place(bound.arg),
            Action::Quit if routes::is_place(state) || state == State::TooSmall => self.leaving = Some(Leaving::Done),
            Action::PlainMode => self.leaving = Some(Leaving::Plain),
            // What a session still shows is taken back there, where it is seen to go.
            Action::Undo | Action::Redo
                if !routes::undoes_itself(state) && self.stack.covers(routes::undoes_itself) =>
            {
                let text = self.words.get("toast-undo-below").into_owned();
                self.show(false, text);
            }
            Action::Undo | Action::Redo if !routes::undoes_itself(state) => {
                self.perform(vec![Effect::Undo { redo: bound.action == Action::Redo }]);
            }
            _ => self.send_top(Input::Act(bound)),
        }
    }

    /// Ctrl-C: pauses a session; on a place it says how to quit; twice within two seconds it quits.
    fn interrupt(&mut self, state: State) {
        let now = self.clock.mono_ms();
        if self.interrupted.replace(now).is_some_and(|before| now - before < AGAIN_MS) {
            self.leaving = Some(Leaving::Code(130));
            return;
        }
        if routes::is_place(state) {
            let text = self.words.get("toast-again-to-quit").into_owned();
            self.show(true, text);
        } else {
            self.send_top(Input::Act(Bound { action: Action::Interrupt, arg: 0 }));
        }
    }

    fn open_help(&mut self) {
        let state = self.stack.state();
        let now = self.clock.now();
        let scene = Scene {
            study: &self.study,
            prefs: &self.settings.prefs,
            words: &self.words,
            now: &now,
            area: self.size,
            theme: &self.theme,
        };
        let happening = self.stack.happening(&scene);
        let effects = self.stack.push(routes::help(state, happening), &scene);
        self.perform(effects);
    }

    fn go_place(&mut self, arg: u8) {
        let route = match arg {
            0 => Route::Today,
            1 => Route::Path(None),
            2 => Route::Rehearse(0),
            3 => Route::Stats(0),
            4 => Route::Library(0),
            _ => return,
        };
        let mut seen = false;
        self.with_scene(|stack, scene| {
            let returned = stack.return_to(arg, scene);
            seen = returned.is_some();
            returned.unwrap_or_default()
        });
        if seen {
            self.refresh();
        } else {
            self.go(route);
        }
    }

    fn paste(&mut self, text: String) {
        if self.state().is_field() {
            self.send_top(Input::Paste(text));
        } else {
            let text = self.words.get("toast-paste-ignored").into_owned();
            self.show(false, text);
        }
    }

    /// A click in `full` mouse mode: a footer hint is its key, a row is reached by the keys that lead there.
    fn click(&mut self, x: u16, y: u16) {
        if self.settings.prefs.mouse != Mouse::Full || y + 1 != self.size.1 {
            return;
        }
        let state = self.state();
        if let Some(action) = footer::Footer::of(state, &self.words).action_at(i32::from(self.size.0), i32::from(x)) {
            self.act(Bound { action, arg: 0 }, state);
        }
    }

    fn resize(&mut self) {
        if let Ok(size) = self.screen.size() {
            self.size = (size.width, size.height);
        }
        self.send_all(&Input::Resize);
    }

    fn suspend(&mut self) {
        if !signals::can_stop() {
            return;
        }
        self.give_terminal_back();
        signals::stop_here();
        self.take_terminal();
    }

    /// The program was stopped by a signal that cannot be caught, and continued: the terminal may be in any state.
    fn continued(&mut self) {
        if terminal::is_ours() {
            let _ = terminal::enter(self.mouse_mode());
        }
        self.clear = true;
    }

    fn give_terminal_back(&mut self) {
        if let Some(mut input) = self.input.take() {
            input.stop();
        }
        terminal::restore();
    }

    fn take_terminal(&mut self) {
        // Without a terminal there is nobody to talk to: what was answered is saved, and the program ends.
        let taken = terminal::enter(self.mouse_mode()).and_then(|()| InputThread::start(self.outbox.clone()));
        match taken {
            Ok(input) => self.input = Some(input),
            Err(_) => self.leaving = Some(Leaving::Code(129)),
        }
        self.clear = true;
        self.resize();
    }

    fn mouse_mode(&self) -> MouseMode {
        mouse_mode(&self.settings.prefs)
    }

    /// Performs effects in order.
    pub(super) fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            self.perform_one(effect);
        }
    }

    fn perform_one(&mut self, effect: Effect) {
        match effect {
            Effect::Undo { .. } | Effect::Record(_) if self.study.read_only.is_some() => self.refuse(),
            Effect::Pack(deed) if deed.changes() && self.study.read_only.is_some() => self.refuse(),
            // What is tried on a pack that is being written leaves no trace, not even for the next try.
            Effect::Record(events) if self.study.preview => {
                let ids = events.iter().map(|event| event.id).collect();
                self.send_all(&Input::News(News::Saved(ids)));
            }
            Effect::Draft { .. } if self.study.preview => {}
            Effect::Record(events) => self.record(events),
            Effect::Pack(deed) => {
                let says = self.words.get("flags-file-says").into_owned();
                let rollover_min = self.settings.prefs.rollover_min;
                self.desk.send(Job::Pack { deed, rollover_min, says });
            }
            Effect::Undo { redo } => {
                let now = self.clock.now();
                self.desk.send(Job::Undo { redo, now });
            }
            // Where nothing may be written, what is half done is not kept: the window that writes keeps its own.
            Effect::Draft { .. } if self.study.read_only.is_some() => {}
            Effect::Draft { name, body } => {
                let utc = self.clock.now().utc;
                self.desk.send(Job::Draft { name, body, utc });
            }
            Effect::Ask(request) => self.ask(request),
            Effect::Go(route) => self.go(route),
            Effect::Back => self.back(),
            Effect::Quit => self.leaving = Some(Leaving::Done),
            Effect::Suspend => self.suspend(),
            Effect::Redraw => self.clear = true,
            Effect::Copy(text) => self.copy(&text),
            Effect::Edit { text, ending } => self.edit(&text, ending),
            Effect::Set(name, value) => self.set(name, &value),
            Effect::Toast(toast) => self.show(toast.good, toast.text),
            Effect::Export { name, body } => self.export(&name, &body),
            Effect::EditSettings => self.edit_settings(),
            Effect::EditAt { path, line, column } => self.edit_at(&path, line, column),
            Effect::Speak(lang) => {
                let before = std::mem::replace(&mut self.settings.prefs.lang, lang);
                self.settings_changed(before);
            }
            Effect::Run(action) => {
                let state = self.state();
                self.act(Bound { action, arg: 0 }, state);
            }
            Effect::Refresh => self.refresh(),
            Effect::CrashTold => {
                self.study.crash = None;
                crash::set_told(&self.paths.state);
            }
            Effect::Retry => {
                let now = self.clock.now();
                self.desk.send(Job::Retry { now });
                self.refresh();
            }
        }
    }

    fn record(&mut self, events: Vec<Event>) {
        if let Some(id) = events.last().map(|e| e.id) {
            self.clock.seen(id);
        }
        self.desk.send(Job::Append(events));
    }

    /// Another window writes: what was to be saved is not, and that is said.
    fn refuse(&mut self) {
        let pid = self.study.read_only.unwrap_or(0);
        let text = self.words.fmt("toast-read-only", &Study::looks_only(pid));
        self.show(false, text);
    }

    fn ask(&mut self, request: Request) {
        let now = self.clock.now();
        self.desk.send(Job::Ask { request, now, prefs: self.settings.prefs.clone() });
    }

    /// Asks for a new state of the study.
    pub(super) fn refresh(&mut self) {
        let now = self.clock.now();
        self.desk.send(Job::Study { now, prefs: self.settings.prefs.clone() });
    }

    pub(super) fn go(&mut self, route: Route) {
        let route = routes::admitted(route, &self.study);
        // It is the only screen then, and lies there already.
        if self.study.newer.is_some() && route == Route::Trouble {
            return;
        }
        match route {
            Route::Next => {
                self.next_when_planned = true;
                self.refresh();
            }
            Route::Settings if self.stack.state() == State::Settings => {}
            // It lies at the bottom, below whatever is being tried.
            Route::Preview => while self.popped() {},
            route => {
                let screen = routes::screen(&route, self.stack.state());
                let (replaces, place) = (routes::is_place_route(&route), routes::place_number(&route));
                self.with_scene(
                    |stack, scene| {
                        if replaces { stack.replace(screen, place, scene) } else { stack.push(screen, scene) }
                    },
                );
                if replaces {
                    self.refresh();
                }
            }
        }
    }

    /// Opens the route of the start. A place is on the screen already.
    fn go_first(&mut self, route: Route) {
        if routes::is_place_route(&route) || self.study.newer.is_some() {
            self.with_scene(|stack, scene| stack.open(scene));
        } else {
            self.go(route);
        }
    }

    /// Opens the first thing of today's plan.
    fn go_next(&mut self) {
        let route = self.study.plan.rows.first().map_or(Route::Today, PlanRow::route);
        self.go(route);
    }

    /// Takes the top screen off; `false` when it was the last one.
    fn popped(&mut self) -> bool {
        let mut popped = true;
        self.with_scene(|stack, scene| match stack.pop(scene) {
            Some(effects) => effects,
            None => {
                popped = false;
                Vec::new()
            }
        });
        popped
    }

    fn back(&mut self) {
        if !self.popped() {
            self.go(Route::Today);
        } else if routes::is_place(self.stack.state()) {
            self.refresh();
        }
    }

    fn copy(&mut self, text: &str) {
        match clipboard::copy(text) {
            Ok(()) => {
                let n = text.chars().count();
                let said = self.words.fmt("toast-copied", &[("n", n.into())]);
                self.show(true, said);
            }
            // Never silent: the text itself, to be selected by hand.
            Err(why) => self.go(Route::Text { title: why.to_string(), body: text.to_owned() }),
        }
    }

    fn edit(&mut self, text: &str, ending: &str) {
        self.give_terminal_back();
        let edited = editor::edit(text, ending, &self.paths.state);
        self.take_terminal();
        let news = match edited {
            Ok(text) => News::Edited(text),
            Err(why) => {
                let said = self.words.fmt("toast-editor-trouble", &[("why", why.to_string().into())]);
                self.show(false, said);
                News::Edited(None)
            }
        };
        self.send_all(&Input::News(news));
    }

    fn edit_at(&mut self, path: &str, line: u32, column: u32) {
        self.give_terminal_back();
        let edited = editor::open_at(std::path::Path::new(path), line, column);
        self.take_terminal();
        if let Err(why) = edited {
            let said = self.words.fmt("toast-editor-trouble", &[("why", why.to_string().into())]);
            self.show(false, said);
        }
    }

    fn edit_settings(&mut self) {
        let file = self.paths.config_file.clone();
        let there = file.exists() || settings::create(&file).is_ok();
        self.give_terminal_back();
        let edited = if there { editor::open(&file) } else { Err(io::Error::other(file.display().to_string())) };
        self.take_terminal();
        if let Err(why) = edited {
            let said = self.words.fmt("toast-editor-trouble", &[("why", why.to_string().into())]);
            self.show(false, said);
            return;
        }
        let lang = self.settings.prefs.lang;
        self.settings.reload(&self.paths);
        self.settings_changed(lang);
    }

    fn set(&mut self, name: &str, value: &str) {
        let lang = self.settings.prefs.lang;
        if let Err(why) = self.settings.set(name, value, &self.paths) {
            let said = self.words.fmt("toast-settings-trouble", &[("why", why.into())]);
            self.show(false, said);
        }
        self.settings_changed(lang);
    }

    /// Settings are new: everything that was made from them is made again.
    fn settings_changed(&mut self, lang: Lang) {
        let prefs = &self.settings.prefs;
        if prefs.lang != lang {
            self.words = Words::of(prefs.lang.code());
        }
        self.theme = self.settings.theme(&self.paths.config);
        self.clock.set_rollover(prefs.rollover_min);
        let (keymap, _) = Keymap::new(&self.settings.keys, prefs.keys);
        self.keymap = keymap;
        let _ = terminal::change_mouse(self.mouse_mode());
        self.clear = true;
        self.send_all(&Input::News(News::Settings));
        self.refresh();
    }

    fn export(&mut self, name: &str, body: &str) {
        let folder = self.paths.data.join("exports");
        let path = folder.join(name);
        let written = std::fs::create_dir_all(&folder).and_then(|()| std::fs::write(&path, body));
        match written {
            Ok(()) => {
                let said = self.words.fmt("toast-exported", &[("path", path.display().to_string().into())]);
                self.show(true, said);
            }
            Err(why) => {
                let said = self.words.fmt("toast-export-trouble", &[("why", why.to_string().into())]);
                self.show(false, said);
            }
        }
    }

    fn show(&mut self, good: bool, text: String) {
        self.toast = Some((Toast { good, text }, self.clock.mono_ms() + TOAST_MS));
    }

    fn draw(&mut self) -> io::Result<()> {
        // Another thread may have given it back, because the program cannot go on.
        if !terminal::is_ours() {
            return Ok(());
        }
        if std::mem::take(&mut self.clear) {
            // Not `clear`: that asks the terminal where the cursor is, and the answer would reach our own input thread.
            let size = self.screen.size()?;
            self.screen.resize(ratatui::layout::Rect::from((ratatui::layout::Position::ORIGIN, size)))?;
        }
        let now = self.clock.now();
        let (stack, theme, toast) = (&self.stack, &self.theme, &self.toast);
        let (study, prefs, words) = (&self.study, &self.settings.prefs, &self.words);
        let mut size = self.size;
        self.screen.draw(|frame| {
            let area = frame.area();
            size = (area.width, area.height);
            let scene = Scene { study, prefs, words, now: &now, area: size, theme };
            let cursor = stack.draw(&scene, frame.buffer_mut(), area, theme);
            if let Some((toast, _)) = toast {
                footer::toast(&mut Page::new(frame.buffer_mut(), area, theme), toast.good, &toast.text);
            }
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })?;
        // The window may have changed between the signal and the drawing; the next update must know.
        self.size = size;
        Ok(())
    }

    /// Hands the desk back, so that it can be closed after the terminal was given back.
    pub fn into_desk(self) -> Desk {
        self.desk
    }
}

/// What the settings say about the mouse, for the terminal.
pub fn mouse_mode(prefs: &Prefs) -> MouseMode {
    match prefs.mouse {
        Mouse::Off => MouseMode::Off,
        Mouse::Wheel => MouseMode::Wheel,
        Mouse::Full => MouseMode::Full,
    }
}
