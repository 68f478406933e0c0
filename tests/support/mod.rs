//! The real program in a pseudo-terminal: keys in, screen out. Every wait has a deadline.

#![allow(dead_code, missing_docs)]

use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// Long enough for a loaded machine; a test that reaches it has found something.
const DEADLINE: Duration = Duration::from_secs(30);

/// A running jenjang.
pub struct Terminal {
    child: Box<dyn Child + Send + Sync>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    screen: Arc<Mutex<Screen>>,
}

struct Screen {
    parser: vt100::Parser,
    bytes: usize,
    raw: Vec<u8>,
    closed: bool,
}

/// How to start it.
pub struct Start {
    data: PathBuf,
    args: Vec<String>,
    env: Vec<(String, String)>,
    size: (u16, u16),
}

impl Start {
    /// On a data folder, at 80x24, in English, with settings of its own.
    pub fn on(data: &Path) -> Start {
        let env = [("LANG", "en_US.UTF-8"), ("TERM", "xterm-256color")];
        let env = env.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect();
        Start { data: data.to_owned(), args: Vec::new(), env, size: (80, 24) }
    }

    pub fn args(mut self, args: &[&str]) -> Start {
        self.args = args.iter().map(|a| (*a).to_owned()).collect();
        self
    }

    pub fn env(mut self, key: &str, value: &str) -> Start {
        self.env.push((key.to_owned(), value.to_owned()));
        self
    }

    pub fn size(mut self, width: u16, height: u16) -> Start {
        self.size = (width, height);
        self
    }

    /// Starts it with jenjang as the terminal's only process.
    pub fn run(self) -> Terminal {
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jenjang"));
        command.args(&self.args);
        self.spawn(command)
    }

    /// Starts a shell in which `script` runs; `$JENJANG` is the program.
    pub fn shell(self, script: &str) -> Terminal {
        let mut command = CommandBuilder::new("/bin/sh");
        command.args(["-c", script]);
        command.env("JENJANG", env!("CARGO_BIN_EXE_jenjang"));
        self.spawn(command)
    }

    fn spawn(self, mut command: CommandBuilder) -> Terminal {
        let (width, height) = self.size;
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).expect("a pseudo-terminal");
        command.env_clear();
        for name in ["PATH", "HOME"] {
            if let Ok(value) = std::env::var(name) {
                command.env(name, value);
            }
        }
        command.env("JENJANG", env!("CARGO_BIN_EXE_jenjang"));
        command.env("JENJANG_DATA_DIR", &self.data);
        for (key, value) in &self.env {
            command.env(key, value);
        }
        let child = pair.slave.spawn_command(command).expect("jenjang starts");
        drop(pair.slave);
        let screen = Screen { parser: vt100::Parser::new(height, width, 0), bytes: 0, raw: Vec::new(), closed: false };
        let screen = Arc::new(Mutex::new(screen));
        let mut reader = pair.master.try_clone_reader().expect("a reader");
        let shared = Arc::clone(&screen);
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            loop {
                let n = reader.read(&mut buffer).unwrap_or(0);
                let mut screen = shared.lock().expect("the screen");
                if n == 0 {
                    screen.closed = true;
                    return;
                }
                screen.bytes += n;
                screen.raw.extend_from_slice(&buffer[..n]);
                screen.parser.process(&buffer[..n]);
            }
        });
        let keys = pair.master.take_writer().expect("a writer");
        Terminal { child, master: pair.master, keys, screen }
    }
}

impl Terminal {
    /// The screen as text, a line for each row.
    pub fn text(&self) -> String {
        self.screen.lock().expect("the screen").parser.screen().contents()
    }

    /// Bytes written so far.
    pub fn bytes(&self) -> usize {
        self.screen.lock().expect("the screen").bytes
    }

    /// Everything that was written so far.
    pub fn raw(&self) -> Vec<u8> {
        self.screen.lock().expect("the screen").raw.clone()
    }

    /// Presses keys: names in angle brackets (`<Enter>`, `<Esc>`, `<C-c>`), everything else as it is.
    pub fn press(&mut self, keys: &str) {
        let mut bytes = Vec::new();
        let mut rest = keys;
        while let Some(c) = rest.chars().next() {
            let name = rest.strip_prefix('<').and_then(|r| r.split_once('>'));
            match name {
                Some((name, after)) => {
                    bytes.extend(named(name));
                    rest = after;
                }
                None => {
                    bytes.extend(c.to_string().into_bytes());
                    rest = &rest[c.len_utf8()..];
                }
            }
        }
        self.keys.write_all(&bytes).expect("keys can be typed");
        self.keys.flush().expect("keys can be typed");
    }

    /// Sends bytes as they are, such as a bracketed paste.
    pub fn send(&mut self, bytes: &[u8]) {
        self.keys.write_all(bytes).expect("keys can be typed");
        self.keys.flush().expect("keys can be typed");
    }

    /// Waits until the screen shows `wanted`.
    pub fn wait_for(&self, wanted: &str) -> String {
        self.wait_until(wanted, |text| text.contains(wanted))
    }

    /// Waits until the screen is as `done` says; `what` is for the message.
    pub fn wait_until(&self, what: &str, done: impl Fn(&str) -> bool) -> String {
        let start = Instant::now();
        loop {
            let text = self.text();
            if done(&text) {
                return text;
            }
            assert!(start.elapsed() < DEADLINE, "waited for {what:?}; the screen shows:\n{text}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    /// Waits until everything that was written, escape sequences and all, is as `done` says; `what` is for the message.
    pub fn wait_for_raw(&self, what: &str, done: impl Fn(&str) -> bool) {
        self.wait_until(what, |_| done(&String::from_utf8_lossy(&self.raw())));
    }

    /// Waits until nothing has been written for this long; gives how much was before.
    pub fn wait_for_silence(&self, length: Duration) -> usize {
        let start = Instant::now();
        let (mut before, mut since) = (self.bytes(), Instant::now());
        while since.elapsed() < length {
            assert!(start.elapsed() < DEADLINE, "it writes again and again; the screen shows:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(20));
            let now = self.bytes();
            if now != before {
                (before, since) = (now, Instant::now());
            }
        }
        before
    }

    /// Waits until the program has ended; gives its exit code.
    pub fn wait_exit(&mut self) -> u32 {
        let start = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the child can be asked") {
                return status.exit_code();
            }
            assert!(start.elapsed() < DEADLINE, "jenjang does not end; the screen shows:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(5));
        }
    }

    pub fn resize(&mut self, width: u16, height: u16) {
        self.screen.lock().expect("the screen").parser.screen_mut().set_size(height, width);
        let size = PtySize { rows: height, cols: width, pixel_width: 0, pixel_height: 0 };
        self.master.resize(size).expect("the terminal can be resized");
    }

    pub fn pid(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Ends the program at once, as kill -9 does.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    #[cfg(unix)]
    pub fn signal(&self, signal: i32) {
        let pid = i32::try_from(self.pid()).expect("a process id");
        // SAFETY: `kill` takes two numbers and touches no memory of ours.
        #[allow(unsafe_code)]
        let done = unsafe { libc::kill(pid, signal) };
        assert_eq!(done, 0);
    }

    /// The terminal's line settings, to see whether it was given back.
    #[cfg(unix)]
    pub fn is_cooked(&self) -> bool {
        let fd = self.master.as_raw_fd().expect("a file descriptor");
        let mut settings = std::mem::MaybeUninit::<libc::termios>::uninit();
        // SAFETY: `tcgetattr` fills the structure that it is given when it returns 0.
        #[allow(unsafe_code)]
        let flags = unsafe {
            assert_eq!(libc::tcgetattr(fd, settings.as_mut_ptr()), 0);
            settings.assume_init().c_lflag
        };
        flags & libc::ECHO != 0 && flags & libc::ICANON != 0
    }

    /// Whether the last word on the alternate screen, the cursor and bracketed paste was to give them back.
    pub fn screen_was_given_back(&self) -> bool {
        let start = Instant::now();
        loop {
            let raw = String::from_utf8_lossy(&self.raw()).into_owned();
            let last = |on: &str, off: &str| raw.rfind(off) > raw.rfind(on);
            let back = [("\x1b[?1049h", "\x1b[?1049l"), ("\x1b[?2004h", "\x1b[?2004l"), ("\x1b[?25l", "\x1b[?25h")];
            if back.iter().all(|(on, off)| last(on, off)) {
                return true;
            }
            // The process may be gone before its last bytes were read.
            if start.elapsed() > DEADLINE / 3 {
                return false;
            }
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.child.kill();
    }
}

fn named(name: &str) -> Vec<u8> {
    match name {
        "Enter" => b"\r".to_vec(),
        "Esc" => b"\x1b".to_vec(),
        "Tab" => b"\t".to_vec(),
        "Space" => b" ".to_vec(),
        "Backspace" => b"\x7f".to_vec(),
        "Up" => b"\x1b[A".to_vec(),
        "Down" => b"\x1b[B".to_vec(),
        "Right" => b"\x1b[C".to_vec(),
        "Left" => b"\x1b[D".to_vec(),
        "PageDown" => b"\x1b[6~".to_vec(),
        "lt" => b"<".to_vec(),
        _ => match name.strip_prefix("C-").and_then(|c| c.bytes().next()) {
            Some(c) => vec![c.to_ascii_lowercase() - b'a' + 1],
            None => panic!("there is no key {name:?}"),
        },
    }
}

/// Waits until the learner's data holds `wanted` on disk, whichever of the database's files it is in.
pub fn wait_for_disk(data: &Path, wanted: &str) {
    let start = Instant::now();
    let holds = |name: &str| {
        let bytes = std::fs::read(data.join(name)).unwrap_or_default();
        bytes.windows(wanted.len()).any(|part| part == wanted.as_bytes())
    };
    while !holds("jenjang.db-wal") && !holds("jenjang.db") {
        assert!(start.elapsed() < DEADLINE, "{wanted:?} does not come to disk");
        std::thread::sleep(Duration::from_millis(20));
    }
}

/// A pack with a few single-choice questions in fixed order: the right option is always 2.
pub fn install_small_pack(data: &Path) {
    let topic = data.join("packs/small/first");
    std::fs::create_dir_all(&topic).expect("a folder");
    let pack = "id = \"small\"\nversion = \"0.1.0\"\nformat = 1\ntitle = \"Small pack\"\nlanguages = [\"en\"]\n\
                licence = \"CC-BY-4.0\"\nauthors = [\"tests\"]\n";
    std::fs::write(data.join("packs/small/pack.toml"), pack).expect("pack.toml");
    let head = "id = \"first\"\ntitle = \"First topic\"\nsummary = \"A topic for tests\"\nlevel = 1\nminutes = 5\n\
                [[section]]\nid = \"only\"\n";
    std::fs::write(topic.join("topic.toml"), head).expect("topic.toml");
    let lesson =
        "A situation, in a sentence.\n\n## The only section {#only}\n\nSome words about it.\n\n```check\nq1\n```\n";
    std::fs::write(topic.join("lesson.en.md"), lesson).expect("the lesson");
    let mut questions = String::new();
    for n in 1..=6 {
        questions.push_str(&format!(
            "[[question]]\nid = \"q{n}\"\nkind = \"single\"\nlevel = 1\nsection = \"only\"\nkeep_order = true\n\
             prompt = \"Question number {n}\"\nsource = \"lesson\"\n\
             [[question.option]]\nid = \"a\"\ntext = \"wrong {n}\"\nwhy = \"not this\"\n\
             [[question.option]]\nid = \"b\"\nright = true\ntext = \"right {n}\"\nwhy = \"this one\"\n"
        ));
    }
    std::fs::write(topic.join("questions.toml"), questions).expect("questions.toml");
}
