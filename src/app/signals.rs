//! Signals become messages: nothing but a channel send happens outside the loop.

use std::io;
use std::sync::mpsc::Sender;

use super::Message;

/// Starts to listen for signals; runs until the program ends.
///
/// # Errors
///
/// When the handlers cannot be installed.
#[cfg(unix)]
pub fn listen(to: Sender<Message>) -> io::Result<()> {
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGTSTP, SIGWINCH};

    let mut signals = signal_hook::iterator::Signals::new([SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH])?;
    std::thread::Builder::new().name("signals".into()).spawn(move || {
        for signal in signals.forever() {
            let message = match signal {
                SIGWINCH => Message::Resize,
                SIGTSTP => Message::Stop,
                SIGCONT => Message::Continued,
                SIGHUP => Message::Hangup,
                SIGINT => Message::Interrupt,
                _ => Message::Terminate,
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
    let _ = signal_hook::low_level::emulate_default_handler(signal_hook::consts::SIGTSTP);
}

/// Job control is a Unix matter.
#[cfg(not(unix))]
pub fn stop_here() {}
