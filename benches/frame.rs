//! From a key to its frame in a review, in process: the same screen, desk, store and terminal backend as the program, with the bytes of the
//! frame going to a pipe that nobody reads slowly.
//!
//! ```text
//! cargo run --release --example genpack -- --learner target/learner 1000 100 7
//! cargo bench --bench frame -- target/learner
//! ```
//!
//! `SHOW=1` tells of each key that took more than a millisecond. The learner's folder is written to. Without one, the built-in questions are asked in a folder that is thrown away.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use jenjang::app::Message;
use jenjang::app::clock::{Clock, wall};
use jenjang::app::desk::{Desk, DeskParts, Job};
use jenjang::app::keymap::Keymap;
use jenjang::config::paths::Paths;
use jenjang::screens::review::ReviewScreen;
use jenjang::sessions::action::State;
use jenjang::sessions::effect::{Effect, News, Queue};
use jenjang::sessions::input::Input;
use jenjang::sessions::key::{Code, Key};
use jenjang::sessions::prefs::{KeyPreset, Prefs};
use jenjang::sessions::study::Study;
use jenjang::store::{OpenOptions, Store};
use jenjang::ui::page::Page;
use jenjang::ui::screen::{Scene, Screen};
use jenjang::ui::theme::Theme;
use jenjang::words::Words;
use ratatui::backend::CrosstermBackend;
use ratatui::layout::Rect;
use ratatui::{Terminal, TerminalOptions, Viewport};

const SIZE: (u16, u16) = (80, 24);
const KEYS: usize = 4000;
/// Thirty keys a second.
const KEY_REPEAT: Duration = Duration::from_millis(33);

/// Everything that the program's loop has, without its terminal.
struct Loop {
    screen: ReviewScreen,
    study: Study,
    prefs: Prefs,
    words: Words,
    theme: Theme,
    clock: Clock,
    keymap: Keymap,
    desk: Desk,
    inbox: Receiver<Message>,
    terminal: Terminal<CrosstermBackend<BufWriter<std::io::Sink>>>,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let thrown_away = tempfile::tempdir()?;
    let folder = std::env::args().skip(1).find(|arg| !arg.starts_with("--")).map(PathBuf::from);
    let folder = folder.unwrap_or_else(|| thrown_away.path().to_owned());
    let mut bench = Loop::start(folder)?;
    let mut times: BTreeMap<&str, Vec<Duration>> = BTreeMap::new();
    for n in 0..KEYS {
        let state = bench.screen.state();
        let (what, key) = match state {
            State::Feedback => ("Enter, and the next question", Key::plain(Code::Enter)),
            State::QuestionTyped if n % 5 > 0 => ("a letter of a typed answer", Key::char('e')),
            State::QuestionTyped => ("an answer, and its feedback", Key::ctrl('x')),
            State::QuestionSingle => ("an answer, and its feedback", Key::char('1')),
            _ if n % 3 > 0 => ("a move to another row", Key::plain(Code::Down)),
            _ => ("an answer, and its feedback", Key::char('x')),
        };
        let began = Instant::now();
        bench.key(key);
        bench.draw()?;
        if bench.screen.state() == State::Summary {
            break;
        }
        times.entry(what).or_default().push(began.elapsed());
        if std::env::var_os("SHOW").is_some() && began.elapsed() > Duration::from_millis(1) {
            println!("{n:>5}  {:>7.3} ms  {what}: {:?}", began.elapsed().as_secs_f64() * 1000.0, bench.screen.state());
        }
        // What the disk has to say is heard between two keys, as it is while a learner thinks.
        bench.think();
    }
    let mut all: Vec<Duration> = Vec::new();
    for (what, mut of) in times {
        say(what, &mut of);
        all.extend(of);
    }
    say("all keys", &mut all);
    drop(bench.desk.finish());
    Ok(())
}

fn say(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!(
        "{what:<30} {:>6}   p50 {:>7.3} ms   p99 {:>7.3} ms   worst {:>7.3} ms",
        times.len(),
        at(0.5),
        at(0.99),
        at(1.0)
    );
}

impl Loop {
    fn start(folder: PathBuf) -> Result<Loop, Box<dyn std::error::Error>> {
        let (utc, offset_min) = wall();
        let options = OpenOptions { fresh_device: 7, utc, offset_min, ..OpenOptions::default() };
        let store = Store::open(&folder, &options)?.store();
        let mut clock = Clock::new(store.device(), store.newest_id()?, 240);
        let paths = Paths::find(Some(folder), None, None).ok_or("no folder")?;
        let (outbox, inbox) = channel();
        let desk = Desk::start(DeskParts { store, paths, rescue_dirs: Vec::new(), read_only: None }, outbox);
        let prefs = Prefs { minutes: 0, ..Prefs::default() };
        desk.send(Job::Load { now: clock.now(), prefs: prefs.clone() });
        let study = loop {
            match inbox.recv()? {
                Message::Study(study) if study.complete => break *study,
                _ => {}
            }
        };
        let queue = match study.plan.rows.is_empty() || study.load.on(study.day) == 0 {
            true => Queue::TestOut(study.catalog.topics.keys().cloned().collect()),
            false => Queue::Due { minutes: None, items: Some(2000), topic: None },
        };
        let (backend, viewport) = (
            CrosstermBackend::new(BufWriter::with_capacity(32 * 1024, std::io::sink())),
            Rect::new(0, 0, SIZE.0, SIZE.1),
        );
        let terminal = Terminal::with_options(backend, TerminalOptions { viewport: Viewport::Fixed(viewport) })?;
        let (keymap, _) = Keymap::new(&[], KeyPreset::Both);
        let mut bench = Loop {
            screen: ReviewScreen::new(queue, 7),
            study,
            prefs,
            words: Words::of("en"),
            theme: Theme::dark(),
            clock,
            keymap,
            desk,
            inbox,
            terminal,
        };
        bench.follow(|screen, scene| screen.open(scene));
        bench.hear_until(60, |bench| bench.screen.state() != State::Summary);
        bench.draw()?;
        Ok(bench)
    }

    fn key(&mut self, key: Key) {
        let state = self.screen.state();
        let input = match self.keymap.resolve(state, key) {
            Some(bound) => Input::Act(bound),
            None => Input::Key(key),
        };
        let goes_on = state == State::Feedback;
        self.follow(|screen, scene| screen.update(input, scene));
        if goes_on {
            self.hear_until(1, |bench| !matches!(bench.screen.state(), State::Feedback | State::Summary));
        }
    }

    fn follow(&mut self, act: impl FnOnce(&mut ReviewScreen, &Scene<'_>) -> Vec<Effect>) {
        let now = self.clock.now();
        let scene = Scene {
            study: &self.study,
            prefs: &self.prefs,
            words: &self.words,
            now: &now,
            area: SIZE,
            theme: &self.theme,
        };
        for effect in act(&mut self.screen, &scene) {
            let now = self.clock.now();
            match effect {
                Effect::Record(events) => self.desk.send(Job::Append(events)),
                Effect::Draft { name, body } => self.desk.send(Job::Draft { name, body, utc: now.utc }),
                Effect::Ask(request) => self.desk.send(Job::Ask { request, now, prefs: self.prefs.clone() }),
                _ => {}
            }
        }
    }

    /// Hears until `over`, so many seconds at most.
    fn hear_until(&mut self, seconds: u64, over: impl Fn(&Loop) -> bool) {
        let until = Instant::now() + Duration::from_secs(seconds);
        while !over(self) && Instant::now() < until {
            self.hear(Duration::from_millis(20));
        }
    }

    /// The time between two keys of one that is held down: nobody reads faster.
    fn think(&mut self) {
        let until = Instant::now() + KEY_REPEAT;
        while let Some(left) = until.checked_duration_since(Instant::now()) {
            self.hear(left);
        }
    }

    fn hear(&mut self, wait: Duration) {
        let Ok(message) = self.inbox.recv_timeout(wait) else { return };
        let mut next = Some(message);
        while let Some(message) = next {
            if let Message::News(news) = message {
                let news: News = *news;
                self.follow(|screen, scene| screen.update(Input::News(news), scene));
            }
            next = self.inbox.try_recv().ok();
        }
    }

    fn draw(&mut self) -> std::io::Result<()> {
        let now = self.clock.now();
        let (screen, theme) = (&self.screen, &self.theme);
        let (study, prefs, words) = (&self.study, &self.prefs, &self.words);
        self.terminal.draw(|frame| {
            let area = frame.area();
            let scene = Scene { study, prefs, words, now: &now, area: SIZE, theme };
            let mut page = Page::new(frame.buffer_mut(), area, theme);
            screen.view(&scene, &mut page);
            let cursor = page.cursor();
            if let Some(position) = cursor {
                frame.set_cursor_position(position);
            }
        })?;
        self.terminal.backend_mut().flush()
    }
}
