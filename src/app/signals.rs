//! Signals become messages: nothing but a channel send happens outside the loop.

use std::io;
#[cfg(unix)]
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;

use super::Message;
#[cfg(unix)]
use super::terminal;

/// Whether the process stopped itself: whoever did so takes the terminal again, and the signal that continues it says nothing new.
#[cfg(unix)]
static STOPPED_HERE: AtomicBool = AtomicBool::new(false);

/// Starts to listen for signals; runs until the program ends.
///
/// While somebody else has the terminal, such as the learner's editor, its keys are for them: an interrupt is nothing to us,
/// and a stop is for the whole job.
///
/// # Errors
///
/// When the handlers cannot be installed.
#[cfg(unix)]
pub fn listen(to: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};

    let all = [SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH];
    let mut signals = signal_hook::iterator::Signals::new(all)?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGCONT if STOPPED_HERE.swap(false, Ordering::SeqCst) => continue,
                SIGTSTP if !terminal::is_ours() => {
                    stop_here();
                    continue;
                }
                SIGINT | SIGQUIT if !terminal::is_ours() => continue,
                SIGWINCH => Message::Resize,
                SIGTSTP => Message::Stop,
                SIGCONT => Message::Continued,
                SIGINT => Message::Interrupt,
                // As shells tell it: 128 and the number of the signal.
                signal => Message::End(128_u8.saturating_add(u8::try_from(signal).unwrap_or(u8::MAX))),
            };
            if to.send(message).is_err() {
                return;
            }
        }
    })?;
    Ok(())
}

/// There are no such signals here; the console's own events come as keys.
///
/// # Errors
///
/// Never.
#[cfg(not(unix))]
pub fn listen(_to: Sender<Message>) -> io::Result<()> {
    Ok(())
}

/// Stops the process as the shell's job control expects, and returns when it is continued.
#[cfg(unix)]
pub fn stop_here() {
    STOPPED_HERE.store(true, Ordering::SeqCst);
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Whether somebody would continue the process when it stops: a shell of the same session. The terminal's only process would
/// stand still for ever; the kernel stops no such process either (POSIX, orphaned process group).
#[cfg(unix)]
#[allow(unsafe_code)]
pub fn can_stop() -> bool {
    // SAFETY: the three calls take and return numbers and touch no memory of ours.
    unsafe { libc::getsid(libc::getppid()) == libc::getsid(0) }
}

/// Job control is a Unix matter.
#[cfg(not(unix))]
pub fn stop_here() {}

/// Job control is a Unix matter.
#[cfg(not(unix))]
pub fn can_stop() -> bool {
    false
}
