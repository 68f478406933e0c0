//! The input thread: sleeps until the terminal has something to say, and can be stopped at once.
//!
//! # Design
//!
//! While the learner's editor has the terminal, nobody else may read from it: the thread is stopped and joined, not
//! paused. So it waits in `poll(2)` for the terminal and for a pipe of our own, and never in a read that cannot be broken
//! off. Changes of size come by SIGWINCH (see [`super::signals`]), not through here.
//!
//! crossterm is built with `use-dev-tty`: its other source is edge-triggered, and where a change of size and a key came
//! together it forgot the key until the next one, while our `poll(2)` saw it waiting and spun.

use std::io;
use std::sync::mpsc::Sender;
use std::thread::JoinHandle;

use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers, MouseEvent, MouseEventKind};

use super::Message;
use crate::sessions::key::{Code, Key};

/// How long a look for further events may take. Events that are there come at once, so only this thread waits so long,
/// after the last of them.
const LOOK: std::time::Duration = std::time::Duration::from_millis(1);

/// A running input thread.
#[derive(Debug)]
pub struct InputThread {
    wake: imp::Waker,
    handle: Option<JoinHandle<()>>,
}

impl InputThread {
    /// Starts to read the terminal.
    ///
    /// # Errors
    ///
    /// When the terminal cannot be opened or no thread can be had.
    pub fn start(to: Sender<Message>) -> io::Result<Self> {
        let (wake, waiter) = imp::pair()?;
        let handle = std::thread::Builder::new().name("input".into()).spawn(move || {
            while waiter.wait() {
                // Before anything is read: at the end of a terminal crossterm would read nothing, again and again.
                if waiter.closed() {
                    let _ = to.send(Message::End(129));
                    return;
                }
                // Everything that is there is read before waiting again: bytes may sit in crossterm's own buffer. Its source
                // for `use-dev-tty` looks at nothing at all when it is given no time.
                while let Ok(true) = event::poll(LOOK) {
                    let Ok(event) = event::read() else { return };
                    if let Some(message) = translate(event)
                        && to.send(message).is_err()
                    {
                        return;
                    }
                }
            }
        })?;
        Ok(InputThread { wake, handle: Some(handle) })
    }

    /// Stops reading; when it returns, nobody reads the terminal any more.
    pub fn stop(&mut self) {
        self.wake.wake();
        if let Some(handle) = self.handle.take() {
            let _ = handle.join();
        }
    }
}

impl Drop for InputThread {
    fn drop(&mut self) {
        self.stop();
    }
}

fn translate(event: Event) -> Option<Message> {
    match event {
        Event::Key(key) => translate_key(key).map(Message::Key),
        Event::Paste(text) => Some(Message::Paste(text)),
        Event::Mouse(mouse) => translate_mouse(mouse),
        Event::Resize(..) => Some(Message::Resize),
        Event::FocusGained | Event::FocusLost => None,
    }
}

fn translate_mouse(mouse: MouseEvent) -> Option<Message> {
    match mouse.kind {
        MouseEventKind::ScrollDown => Some(Message::Key(Key::plain(Code::Down))),
        MouseEventKind::ScrollUp => Some(Message::Key(Key::plain(Code::Up))),
        MouseEventKind::Down(event::MouseButton::Left) => Some(Message::Click { x: mouse.column, y: mouse.row }),
        _ => None,
    }
}

/// A key as the registry names it; `None` for releases and for keys that it has no name for.
fn translate_key(key: KeyEvent) -> Option<Key> {
    if key.kind == KeyEventKind::Release {
        return None;
    }
    let ctrl = key.modifiers.contains(KeyModifiers::CONTROL);
    let alt = key.modifiers.contains(KeyModifiers::ALT);
    let mut shift = key.modifiers.contains(KeyModifiers::SHIFT);
    let code = match key.code {
        KeyCode::Char(ch) => {
            shift = false;
            Code::Char(if ctrl { ch.to_ascii_lowercase() } else { ch })
        }
        KeyCode::Enter => Code::Enter,
        KeyCode::Esc => Code::Esc,
        KeyCode::Tab => Code::Tab,
        KeyCode::BackTab => {
            shift = true;
            Code::Tab
        }
        KeyCode::Backspace => Code::Backspace,
        KeyCode::Delete => Code::Delete,
        KeyCode::Up => Code::Up,
        KeyCode::Down => Code::Down,
        KeyCode::Left => Code::Left,
        KeyCode::Right => Code::Right,
        KeyCode::Home => Code::Home,
        KeyCode::End => Code::End,
        KeyCode::PageUp => Code::PageUp,
        KeyCode::PageDown => Code::PageDown,
        KeyCode::F(n) => Code::F(n),
        _ => return None,
    };
    Some(Key { code, ctrl, alt, shift })
}

#[cfg(unix)]
mod imp {
    use std::fs::File;
    use std::io::{self, IsTerminal, Write};
    use std::os::fd::{AsRawFd, OwnedFd, RawFd};
    use std::sync::atomic::{AtomicBool, Ordering};

    /// Ends the wait of the [`Waiter`].
    #[derive(Debug)]
    pub struct Waker(io::PipeWriter);

    /// Waits for the terminal or for the waker.
    #[derive(Debug)]
    pub struct Waiter {
        pipe: io::PipeReader,
        /// `/dev/tty`, when standard input is something else.
        tty: Option<OwnedFd>,
        hung_up: AtomicBool,
    }

    pub fn pair() -> io::Result<(Waker, Waiter)> {
        let (pipe, writer) = io::pipe()?;
        let tty = if io::stdin().is_terminal() { None } else { Some(File::open("/dev/tty")?.into()) };
        Ok((Waker(writer), Waiter { pipe, tty, hung_up: AtomicBool::new(false) }))
    }

    impl Waker {
        pub fn wake(&mut self) {
            let _ = self.0.write_all(b"x");
        }
    }

    impl Waiter {
        /// Sleeps until there is input; `false` when the thread is to end.
        #[allow(unsafe_code)]
        pub fn wait(&self) -> bool {
            let tty: RawFd = self.tty.as_ref().map_or(0, AsRawFd::as_raw_fd);
            let mut fds = [
                libc::pollfd { fd: tty, events: libc::POLLIN, revents: 0 },
                libc::pollfd { fd: self.pipe.as_raw_fd(), events: libc::POLLIN, revents: 0 },
            ];
            loop {
                // SAFETY: the pointer and the length describe the array above, which outlives the call.
                let ready = unsafe { libc::poll(fds.as_mut_ptr(), 2, -1) };
                if ready < 0 {
                    if io::Error::last_os_error().kind() == io::ErrorKind::Interrupted {
                        continue;
                    }
                    return false;
                }
                if fds[1].revents != 0 {
                    return false;
                }
                if fds[0].revents & (libc::POLLHUP | libc::POLLERR | libc::POLLNVAL) != 0 {
                    self.hung_up.store(true, Ordering::Relaxed);
                }
                return true;
            }
        }

        /// Whether the terminal is gone.
        pub fn closed(&self) -> bool {
            self.hung_up.load(Ordering::Relaxed)
        }
    }
}

#[cfg(not(unix))]
mod imp {
    use std::io;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::time::Duration;

    #[derive(Debug)]
    pub struct Waker(Arc<AtomicBool>);

    #[derive(Debug)]
    pub struct Waiter(Arc<AtomicBool>);

    pub fn pair() -> io::Result<(Waker, Waiter)> {
        let stop = Arc::new(AtomicBool::new(false));
        Ok((Waker(stop.clone()), Waiter(stop)))
    }

    impl Waker {
        pub fn wake(&mut self) {
            self.0.store(true, Ordering::SeqCst);
        }
    }

    impl Waiter {
        /// Here the console offers no second thing to wait for, so the wait ends five times a second to look.
        pub fn wait(&self) -> bool {
            loop {
                if self.0.load(Ordering::SeqCst) {
                    return false;
                }
                if matches!(crossterm::event::poll(Duration::from_millis(200)), Ok(true)) {
                    return true;
                }
            }
        }

        pub fn closed(&self) -> bool {
            false
        }
    }
}
