//! A panic in any thread: the terminal is given back, a report without personal text is written, answers are saved.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::mpsc::Sender;
use std::sync::{Mutex, PoisonError};

use super::{Message, terminal};

/// What the learner is to be told once the terminal is theirs again.
static TOLD: Mutex<Option<String>> = Mutex::new(None);

/// Puts the hook in place. `state` is where reports go; the loop is told through `to`, so that it drains what waits.
pub fn install(state: &Path, to: Sender<Message>) {
    let state = state.to_owned();
    let to = Mutex::new(to);
    panic::set_hook(Box::new(move |info| {
        terminal::restore();
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        let thread = std::thread::current().name().unwrap_or("main").to_owned();
        // The message of a panic may hold what the learner typed; the report names only the place.
        let report = format!(
            "jenjang {} stopped unexpectedly\nthread: {thread}\nplace: {place}\n\n{}\n",
            env!("CARGO_PKG_VERSION"),
            std::backtrace::Backtrace::force_capture()
        );
        let said = match write(&state, &report) {
            Some(path) => format!(
                "jenjang stopped unexpectedly at {place}. Your answers are saved.\nReport without personal text: {}",
                path.display()
            ),
            None => format!("jenjang stopped unexpectedly at {place}. Your answers are saved."),
        };
        *TOLD.lock().unwrap_or_else(PoisonError::into_inner) = Some(said);
        let _ = to.lock().unwrap_or_else(PoisonError::into_inner).send(Message::Panicked);
    }));
}

/// Tells about a panic, if there was one, on standard error.
pub fn tell() {
    if let Some(said) = TOLD.lock().unwrap_or_else(PoisonError::into_inner).take() {
        eprintln!("{said}");
    }
}

fn write(state: &Path, report: &str) -> Option<PathBuf> {
    fs::create_dir_all(state).ok()?;
    let path = state.join(format!("crash-{}.txt", std::process::id()));
    fs::write(&path, report).ok()?;
    Some(path)
}
