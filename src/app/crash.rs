//! A panic in any thread: the terminal is given back, answers are saved, a report without personal text is written, and the
//! program ends.
//!
//! # Design
//!
//! Nothing unwinds (`panic = "abort"` in the release profile): all of it is done by the hook, on the thread that cannot go on,
//! while the others are still there to help. The store's [`Lifeline`] has the waiting answers written.

use std::fs;
use std::panic;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use crate::store::{End, Lifeline};

use super::terminal;

/// Set by the first panic; a second one, on another thread, waits for the first to end the program.
static ENDING: AtomicBool = AtomicBool::new(false);

/// Puts the hook in place. `state` is where reports go; `lifeline` brings what is not on the disk yet to safety.
pub fn install(state: &Path, lifeline: Lifeline) {
    let state = state.to_owned();
    panic::set_hook(Box::new(move |info| {
        if ENDING.swap(true, Ordering::SeqCst) {
            loop {
                std::thread::park();
            }
        }
        terminal::restore();
        let end = lifeline.pull();
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        let thread = std::thread::current().name().unwrap_or("main").to_owned();
        // The message of a panic may hold what the learner typed; the report names only the place.
        let report =
            format!("jenjang {} stopped unexpectedly\nthread: {thread}\nplace: {place}\n", env!("CARGO_PKG_VERSION"));
        eprintln!("jenjang stopped unexpectedly at {place}. {}", safe(&end));
        if let Some(path) = write(&state, &report) {
            eprintln!("Report without personal text: {}", path.display());
        }
        std::process::exit(1);
    }));
}

/// What bots are trying at the moment.
static TRYING: Mutex<String> = Mutex::new(String::new());

/// Names what is tried from now on, so that a panic can name it.
pub fn trying(what: &str) {
    what.clone_into(&mut TRYING.lock().unwrap_or_else(PoisonError::into_inner));
}

/// Puts the hook of a command without a screen in place: what it has confirmed is on the disk already.
pub fn install_for_lines() {
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        let tried = TRYING.try_lock().map(|what| what.clone()).unwrap_or_default();
        let tried = if tried.is_empty() { tried } else { format!(" while it tried {tried}") };
        eprintln!("jenjang stopped unexpectedly at {place}{tried}. What it has confirmed is saved.");
        std::process::exit(1);
    }));
}

/// What became of the answers.
fn safe(end: &End) -> String {
    let n = end.unsaved;
    match &end.rescue {
        Some(path) => format!("{n} answers wait in {}; the next start takes them over.", path.display()),
        None if end.lines.is_empty() => "Your answers are saved.".to_owned(),
        None => format!("{n} answers could not be written anywhere. They are the lines below.\n{}", end.lines),
    }
}

/// A report of an unexpected end that the learner has not been told of on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untold {
    /// Where it is.
    pub path: PathBuf,
    /// When it was written.
    pub when: SystemTime,
    /// What it says.
    pub text: String,
}

/// The file that names the newest report that was told of.
const TOLD_NAME: &str = "crash-told";

/// The newest report, unless it was told of already.
pub fn untold(state: &Path) -> Option<Untold> {
    let is_report = |p: &PathBuf| {
        let name = p.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        name.starts_with("crash-") && name.ends_with(".txt")
    };
    let files = fs::read_dir(state).ok()?.filter_map(|e| e.ok().map(|e| e.path())).filter(is_report);
    let dated = files.filter_map(|p| Some((p.metadata().ok()?.modified().ok()?, p)));
    let (when, path) = dated.max()?;
    let told = fs::read_to_string(state.join(TOLD_NAME)).unwrap_or_default();
    if told == mark(&path, when) {
        return None;
    }
    let text = fs::read_to_string(&path).ok()?;
    Some(Untold { path, when, text })
}

/// Takes note that the newest report was told of.
pub fn set_told(state: &Path) {
    if let Some(report) = untold(state) {
        // When it cannot be noted, it is told once more.
        let _ = fs::write(state.join(TOLD_NAME), mark(&report.path, report.when));
    }
}

/// Process ids come again, so a name alone is not enough.
fn mark(path: &Path, when: SystemTime) -> String {
    let ms = when.duration_since(SystemTime::UNIX_EPOCH).map_or(0, |d| d.as_millis());
    format!("{} {ms}", path.file_name().map(|n| n.to_string_lossy()).unwrap_or_default())
}

fn write(state: &Path, report: &str) -> Option<PathBuf> {
    fs::create_dir_all(state).ok()?;
    let path = state.join(format!("crash-{}.txt", std::process::id()));
    fs::write(&path, report).ok()?;
    Some(path)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_told_of_once_and_the_next_one_again() {
        let dir = tempfile::tempdir().expect("a folder");
        assert_eq!(untold(dir.path()), None);
        assert_eq!(untold(&dir.path().join("nowhere")), None);
        let path = write(dir.path(), "what happened").expect("it can be written");
        let found = untold(dir.path()).expect("a report");
        assert_eq!((found.path, found.text.as_str()), (path.clone(), "what happened"));
        set_told(dir.path());
        assert_eq!(untold(dir.path()), None);
        let later = SystemTime::now() + std::time::Duration::from_secs(60);
        fs::File::options().append(true).open(&path).and_then(|f| f.set_modified(later)).expect("a newer report");
        assert!(untold(dir.path()).is_some(), "the same process id, another time");
    }
}
