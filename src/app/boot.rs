//! From the command line to the first frame, and from the last one to the shell.
//!
//! # Design
//!
//! Before the first frame: the terminal, the store's one connection, the time zone, one row of counters. Packs, memories and
//! the search come after it, on the desk's thread.

use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{self, Sender};

use crate::config::paths::Paths;
use crate::domain::event::EventId;
use crate::domain::time::Moment;
use crate::sessions::effect::{News, Route};
use crate::sessions::review::{KEPT_NAME, Kept};
use crate::sessions::study::{Crash, Newer, Study};
use crate::store::{
    GoOn, Header, Kind, OpenOptions, Opened, Recovered, Store, StoreError, WhyReadOnly, backup, header, known_version,
    recover,
};
use crate::words::Words;

use super::clock::{self, Clock};
use super::crash::Untold;
use super::desk::{Desk, DeskParts, study};
use super::keymap::Keymap;
use super::prefs::Overrides;
use super::preview::Watch;
use super::run::{App, Leaving, Parts, mouse_mode};
use super::settings::Settings;
use super::terminal::Guard;
use super::{Message, crash};

/// What the full screen is started with.
pub struct Start {
    /// Folders.
    pub paths: Paths,
    /// Settings in force.
    pub settings: Settings,
    /// Where to begin.
    pub route: Route,
    /// What the command line says over the settings.
    pub over: Overrides,
    /// How much is logged: 0 nothing.
    pub log: u8,
}

/// Why the full screen could not be had, or how it ended badly.
#[derive(Debug, thiserror::Error)]
pub enum BootError {
    /// The data.
    #[error("{0}")]
    Store(StoreError),
    /// The terminal.
    #[error("{0}")]
    Terminal(#[from] io::Error),
    /// Answers that the disk refused to the end.
    #[error("{waiting} events could not be saved")]
    Unsaved {
        /// Where they are instead; the next start replays them.
        file: Option<PathBuf>,
        /// How many.
        waiting: usize,
        /// Themselves, where no folder took a file: see [`crate::store::End::lines`].
        lines: String,
    },
}

/// 62 random bits: a device's name, used once when the data file is new.
pub fn fresh_device() -> u64 {
    rand::random::<u64>() >> 2
}

/// The seed of a session's shuffles.
pub fn fresh_seed() -> u64 {
    rand::random()
}

/// Runs the full screen until the learner leaves.
///
/// # Errors
///
/// When the data or the terminal cannot be had, or answers could not be saved at the end.
pub fn boot(start: Start) -> Result<Leaving, BootError> {
    let (outbox, inbox) = mpsc::channel();
    log_to_file(&start);
    let Opening { store, read_only, recovered, newer } = open_store(&start.paths)?;
    let newest = store.newest_id().unwrap_or_default();
    let prefs = &start.settings.prefs;
    let mut clock = Clock::new(store.device(), newest, prefs.rollover_min);
    let now = clock.now();
    let mut first = study::first_study(&store, &now, prefs);
    first.read_only = read_only;
    first.newer = newer.as_ref().map(|(newer, _)| newer.clone());
    first.crash = crash::untold(&start.paths.state).map(|report| crash_of(&store, report, &now));
    let notice = recovered.map(|r| recovered_text(&r, &Words::of(prefs.lang.code())));
    let route = match start.route {
        _ if first.newer.is_some() => Route::Trouble,
        Route::Today if first.crash.is_some() => Route::Trouble,
        Route::Today if is_first_run(&store, &start.paths) => Route::Welcome,
        route => route,
    };
    let words = Words::of(prefs.lang.code());
    let theme = start.settings.theme(&start.paths.config);
    let (keymap, _) = Keymap::new(&start.settings.keys, prefs.keys);
    let desk = start_desk(store, &start.paths, read_only, outbox.clone());
    crash::install(&start.paths.state, desk.lifeline());
    let guard = Guard::take(mouse_mode(prefs))?;
    let parts = Parts {
        study: first,
        settings: start.settings,
        words,
        theme,
        paths: start.paths,
        clock,
        desk,
        keymap,
        inbox,
        outbox,
        route: match &notice {
            // What happened to the learner's data comes before everything else.
            Some((title, body)) => Route::Text { title: title.clone(), body: body.clone() },
            None => route,
        },
    };
    let mut app = App::new(parts)?;
    let left = app.run();
    // The terminal first: whatever the disk does now, the shell is usable.
    drop(guard);
    let end = app.into_desk().finish();
    if let Some((_, error)) = newer {
        return Err(BootError::Store(error));
    }
    if end.unsaved > 0 {
        return Err(BootError::Unsaved { file: end.rescue, waiting: end.unsaved, lines: end.lines });
    }
    Ok(left?)
}

/// Shows a pack that is being written until its author leaves. Nothing of the learner's data is opened.
///
/// # Errors
///
/// When the terminal cannot be had.
pub fn preview(start: Start, watch: Watch) -> Result<Leaving, BootError> {
    let (outbox, inbox) = mpsc::channel();
    log_to_file(&start);
    let store = Store::in_memory(fresh_device()).map_err(BootError::Store)?;
    let prefs = &start.settings.prefs;
    let mut clock = Clock::new(store.device(), EventId::default(), prefs.rollover_min);
    let study = Study { preview: true, complete: true, day: clock.now().day, ..Study::default() };
    let words = Words::of(prefs.lang.code());
    let theme = start.settings.theme(&start.paths.config);
    let (keymap, _) = Keymap::new(&start.settings.keys, prefs.keys);
    let desk = start_desk(store, &start.paths, None, outbox.clone());
    crash::install(&start.paths.state, desk.lifeline());
    let guard = Guard::take(mouse_mode(prefs))?;
    let (place, tell) = (desk.library_place(), outbox.clone());
    watch.start(move |library, snapshot| {
        place.put(library);
        tell.send(Message::News(Box::new(News::Preview(snapshot)))).is_ok()
    })?;
    let (settings, paths, route) = (start.settings, start.paths, Route::Preview);
    let parts = Parts { study, settings, words, theme, paths, clock, desk, keymap, inbox, outbox, route };
    let mut app = App::new(parts)?;
    let left = app.run();
    drop(guard);
    app.into_desk().finish();
    Ok(left?)
}

/// What came of opening the data.
struct Opening {
    store: Store,
    /// The process that writes, if it is another one.
    read_only: Option<u32>,
    /// What was done about a damaged file.
    recovered: Option<Recovered>,
    /// The file is one of a newer version: it was not touched, and the store is an empty one in memory.
    newer: Option<(Newer, StoreError)>,
}

fn open_store(paths: &Paths) -> Result<Opening, BootError> {
    let (utc, offset_min) = clock::wall();
    let options =
        OpenOptions { fresh_device: fresh_device(), utc, offset_min, read_only: false, rescue_dirs: paths.rescue() };
    let mut recovered = None;
    let newer = |found, known, error| -> Result<Opening, BootError> {
        let store = Store::in_memory(fresh_device()).map_err(BootError::Store)?;
        let newer = Newer { found, known, backup: readable_backup(paths) };
        Ok(Opening { store, read_only: Some(0), recovered: None, newer: Some((newer, error)) })
    };
    let opened = match Store::open(&paths.data, &options) {
        Err(error) => match error.kind {
            Kind::Newer { found, known } => return newer(found, known, error),
            Kind::Damaged => {
                // The damaged file is kept under a telling name; the newest verified copy takes its place.
                recovered = Some(recover(&paths.data, GoOn::FromBackup, &options).map_err(BootError::Store)?);
                Store::open(&paths.data, &options).map_err(BootError::Store)?
            }
            _ => return Err(BootError::Store(error)),
        },
        Ok(opened) => opened,
    };
    let (store, read_only) = match opened {
        Opened::ReadWrite(store) => (store, None),
        Opened::ReadOnly { store, why: WhyReadOnly::InUse { pid } } => (store, Some(pid.unwrap_or(0))),
        Opened::ReadOnly { store, .. } => (store, Some(0)),
    };
    Ok(Opening { store, read_only, recovered, newer: None })
}

/// The newest copy of the data that this program can read, by its name.
fn readable_backup(paths: &Paths) -> Option<String> {
    let known =
        |path: &PathBuf| matches!(header(path), Ok(Header::Database { version, .. }) if version <= known_version());
    let found = backup::list(&paths.data).into_iter().find(known)?;
    found.file_name().map(|name| name.to_string_lossy().into_owned())
}

/// What is to be said about an unexpected end, and the review that it cut off.
fn crash_of(store: &Store, report: Untold, now: &Moment) -> Crash {
    let kept = store.draft(KEPT_NAME).ok().flatten().and_then(|draft| Kept::read(&draft, now.day));
    Crash {
        at: clock::time_of_day(report.when),
        path: report.path.display().to_string(),
        report: report.text,
        resume: kept.and_then(|k| u16::try_from(k.behind).ok()),
    }
}

/// What is to be said about a damaged file: what happened, what is safe, what was taken over.
fn recovered_text(recovered: &Recovered, words: &Words) -> (String, String) {
    let copy = recovered.backup.as_ref().map(|b| b.display().to_string());
    let mut body = vec![words.fmt("recovered-aside", &[("path", recovered.aside.display().to_string().into())])];
    body.push(match copy {
        Some(path) => words.fmt("recovered-copy", &[("path", path.into())]),
        None => words.get("recovered-empty").into_owned(),
    });
    body.push(words.fmt("recovered-salvaged", &[("n", recovered.salvaged.into())]));
    (words.get("recovered-title").into_owned(), body.join("\n\n"))
}

/// Nothing was ever done and nothing was ever set: somebody new.
fn is_first_run(store: &Store, paths: &Paths) -> bool {
    store.is_blank().unwrap_or(false) && !paths.config_file.exists()
}

fn start_desk(store: Store, paths: &Paths, read_only: Option<u32>, outbox: Sender<Message>) -> Desk {
    let parts = DeskParts { store, paths: paths.clone(), rescue_dirs: paths.rescue(), read_only };
    Desk::start(parts, outbox)
}

/// A log file, only when it was asked for (`-v` or `JENJANG_LOG`).
fn log_to_file(start: &Start) {
    use tracing_subscriber::filter::LevelFilter;
    let level = match (start.log, std::env::var("JENJANG_LOG").ok()) {
        (0, None) => return,
        (0 | 1, _) => LevelFilter::INFO,
        _ => LevelFilter::DEBUG,
    };
    let file = std::fs::create_dir_all(&start.paths.state)
        .and_then(|()| std::fs::File::options().create(true).append(true).open(start.paths.state.join("jenjang.log")));
    if let Ok(file) = file {
        let log =
            tracing_subscriber::fmt().with_max_level(level).with_ansi(false).with_writer(std::sync::Mutex::new(file));
        let _ = log.try_init();
    }
}
