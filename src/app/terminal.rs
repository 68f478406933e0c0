//! The terminal, taken and given back.
//!
//! # Design
//!
//! One process-wide flag says whether the terminal is ours. Every way out (return, panic in any thread, signal, suspend,
//! editor) goes through [`restore`], which undoes the steps of [`enter`] in reverse order and does nothing when they are
//! already undone. So the order of teardown cannot differ between the ways out.

use std::io::{self, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::{cursor, event, execute, queue, terminal};

/// Whether raw mode and the alternate screen are on.
static OURS: AtomicBool = AtomicBool::new(false);

/// Whether clicks are captured; they are released before everything else.
static CLICKS: AtomicBool = AtomicBool::new(false);

/// Alternate scroll: the terminal turns the wheel into arrow keys while the alternate screen is shown, and leaves
/// selecting text to itself (xterm control sequences, private mode 1007).
const ALTERNATE_SCROLL_ON: &[u8] = b"\x1b[?1007h";
const ALTERNATE_SCROLL_OFF: &[u8] = b"\x1b[?1007l";

/// How the mouse is used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MouseMode {
    /// Not at all.
    Off,
    /// The wheel arrives as arrow keys; nothing is captured.
    Wheel,
    /// Clicks and wheel are captured.
    Full,
}

/// Takes the terminal: raw mode, alternate screen, bracketed paste, mouse.
///
/// # Errors
///
/// When standard output is no terminal or refuses; then everything that was done is undone.
pub fn enter(mouse: MouseMode) -> io::Result<()> {
    terminal::enable_raw_mode()?;
    OURS.store(true, Ordering::SeqCst);
    let mut out = io::stdout().lock();
    let done = queue!(out, terminal::EnterAlternateScreen, event::EnableBracketedPaste)
        .and_then(|()| set_mouse(&mut out, mouse))
        .and_then(|()| out.flush());
    drop(out);
    if done.is_err() {
        restore();
    }
    done
}

/// Changes how the mouse is used while the terminal is ours.
///
/// # Errors
///
/// When the terminal cannot be written to.
pub fn change_mouse(mouse: MouseMode) -> io::Result<()> {
    let mut out = io::stdout().lock();
    set_mouse(&mut out, mouse)?;
    out.flush()
}

fn set_mouse(out: &mut impl Write, mouse: MouseMode) -> io::Result<()> {
    if CLICKS.swap(mouse == MouseMode::Full, Ordering::SeqCst) && mouse != MouseMode::Full {
        queue!(out, event::DisableMouseCapture)?;
    }
    match mouse {
        MouseMode::Off => out.write_all(ALTERNATE_SCROLL_OFF),
        MouseMode::Wheel => out.write_all(ALTERNATE_SCROLL_ON),
        MouseMode::Full => queue!(out, event::EnableMouseCapture),
    }
}

/// Gives the terminal back as it was. Safe to call from any thread and any number of times.
pub fn restore() {
    if !OURS.swap(false, Ordering::SeqCst) {
        return;
    }
    let mut out = io::stdout();
    // What cannot be written cannot be mended either: the next step is tried all the same.
    if CLICKS.swap(false, Ordering::SeqCst) {
        let _ = queue!(out, event::DisableMouseCapture);
    }
    let _ = out.write_all(ALTERNATE_SCROLL_OFF);
    let _ = execute!(out, event::DisableBracketedPaste, terminal::LeaveAlternateScreen, cursor::Show);
    let _ = terminal::disable_raw_mode();
}

/// Whether the terminal is taken at the moment.
pub fn is_ours() -> bool {
    OURS.load(Ordering::SeqCst)
}

/// Gives the terminal back when dropped.
#[derive(Debug)]
pub struct Guard(());

impl Guard {
    /// Takes the terminal for as long as the guard lives.
    ///
    /// # Errors
    ///
    /// As [`enter`].
    pub fn take(mouse: MouseMode) -> io::Result<Self> {
        enter(mouse).map(|()| Guard(()))
    }
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
    }
}
