//! The terminal is found as it was, whatever happens: quit, signals, suspend, editor, a second window, paste, idle.

#![cfg(unix)]

mod support;

use std::path::Path;
use std::time::Duration;

use support::{Start, Terminal, install_small_pack, wait_for_disk};

fn known_learner() -> tempfile::TempDir {
    let data = tempfile::tempdir().expect("a folder");
    install_small_pack(data.path());
    std::fs::create_dir_all(data.path().join("config")).expect("a folder");
    std::fs::write(data.path().join("config/config.toml"), "[screen]\nlanguage = \"en\"\n").expect("settings");
    data
}

fn today(data: &Path) -> Terminal {
    let terminal = Start::on(data).run();
    terminal.wait_for("Lesson: ");
    terminal
}

#[test]
fn quitting_gives_the_terminal_back() {
    let data = known_learner();
    let mut terminal = today(data.path());
    assert!(!terminal.is_cooked());
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(terminal.is_cooked());
    assert!(terminal.screen_was_given_back());
}

#[test]
fn signals_give_the_terminal_back_with_their_exit_codes() {
    for (signal, code) in [(libc::SIGTERM, 143), (libc::SIGHUP, 129), (libc::SIGQUIT, 131)] {
        let data = known_learner();
        let mut terminal = today(data.path());
        terminal.signal(signal);
        assert_eq!(terminal.wait_exit(), code);
        assert!(terminal.is_cooked());
        assert!(terminal.screen_was_given_back());
    }
}

#[test]
fn when_the_terminal_vanishes_the_program_ends_by_itself() {
    use std::io::Read;
    let data = known_learner();
    let size = portable_pty::PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
    let pair = portable_pty::native_pty_system().openpty(size).expect("a pseudo-terminal");
    let mut command = portable_pty::CommandBuilder::new(env!("CARGO_BIN_EXE_jenjang"));
    command.env("JENJANG_DATA_DIR", data.path());
    command.env("TERM", "xterm-256color");
    let mut child = pair.slave.spawn_command(command).expect("jenjang starts");
    drop(pair.slave);
    let mut reader = pair.master.try_clone_reader().expect("a reader");
    let (mut seen, mut buffer) = (Vec::new(), [0; 4096]);
    while !String::from_utf8_lossy(&seen).contains("Lesson") {
        let n = reader.read(&mut buffer).expect("the screen can be read");
        seen.extend_from_slice(&buffer[..n]);
    }
    drop(reader);
    drop(pair.master);
    let start = std::time::Instant::now();
    while child.try_wait().expect("the child can be asked").is_none() {
        assert!(start.elapsed() < Duration::from_secs(20), "it goes on without a terminal");
        std::thread::sleep(Duration::from_millis(10));
    }
}

#[test]
fn ctrl_c_twice_quits_and_once_only_says_so() {
    let data = known_learner();
    let mut terminal = today(data.path());
    terminal.press("<C-c>");
    terminal.wait_for("again to quit");
    terminal.press("<C-c>");
    assert_eq!(terminal.wait_exit(), 130);
    assert!(terminal.is_cooked());
}

/// A shell with job control in which jenjang runs, is stopped, and goes on.
fn job(start: Start) -> Terminal {
    let terminal = start.shell("set -m; $JENJANG; echo stopped; fg; echo over");
    terminal.wait_for("Lesson: ");
    terminal
}

#[test]
fn ctrl_z_stops_with_the_terminal_given_back_and_continuing_draws_anew() {
    let data = known_learner();
    let mut terminal = job(Start::on(data.path()));
    terminal.press("<C-z>");
    let entered = |text: &str| text.matches("\u{1b}[?1049h").count();
    terminal.wait_for_raw("the second entry", |raw| raw.contains("stopped") && entered(raw) >= 2);
    terminal.wait_for("Lesson: ");
    terminal.press("q");
    terminal.wait_for("over");
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    assert_eq!(entered(&raw), 2, "the alternate screen is entered once for each time");
    let (left, stopped) = (raw.find("\u{1b}[?1049l"), raw.find("stopped"));
    assert!(left.is_some() && left < stopped, "the shell speaks on its own screen");
    assert!(terminal.is_cooked());
}

#[test]
fn ctrl_z_where_no_shell_could_continue_the_program_stops_nothing() {
    let data = known_learner();
    let mut terminal = today(data.path());
    terminal.press("<C-z>4");
    terminal.wait_for("Nothing to count yet");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert_eq!(String::from_utf8_lossy(&terminal.raw()).matches("\u{1b}[?1049h").count(), 1);
}

#[test]
fn a_second_window_only_looks_and_says_so() {
    let data = known_learner();
    let first = today(data.path());
    let second = today(data.path());
    second.wait_until("the notice", |t| t.contains(&first.pid().to_string()) || t.contains("only looks"));
}

#[test]
fn a_damaged_data_file_is_kept_and_said_before_anything_else() {
    let data = known_learner();
    let mut terminal = today(data.path());
    terminal.press("q");
    terminal.wait_exit();
    std::fs::write(data.path().join("jenjang.db"), vec![0x5a; 40_000]).expect("the damage");
    let mut terminal = Start::on(data.path()).run();
    terminal.wait_for("Your data file was damaged");
    terminal.press("<Enter>");
    terminal.wait_for("TODAY");
    let kept = std::fs::read_dir(data.path()).expect("the folder").filter_map(Result::ok);
    let sizes: Vec<u64> = kept.filter_map(|e| e.metadata().ok()).map(|m| m.len()).collect();
    assert!(sizes.contains(&40_000), "the damaged file is still there");
}

#[test]
fn pasting_ten_thousand_lines_submits_nothing() {
    let data = known_learner();
    let mut terminal = today(data.path());
    let paste = format!("\u{1b}[200~{}\u{1b}[201~", "line\r".repeat(10_000));
    terminal.send(paste.as_bytes());
    terminal.wait_for("Nothing here takes pasted text");
    terminal.wait_for("TODAY");
}

#[test]
fn an_idle_program_writes_nothing() {
    let data = known_learner();
    let terminal = today(data.path());
    terminal.wait_for_silence(Duration::from_secs(3));
}

#[test]
fn a_window_that_is_too_small_says_so_and_recovers() {
    let data = known_learner();
    let mut terminal = today(data.path());
    terminal.resize(40, 10);
    terminal.wait_for("jenjang needs 44 x 12");
    terminal.resize(80, 24);
    terminal.wait_for("Lesson: ");
    terminal.resize(40, 10);
    terminal.wait_for("jenjang needs");
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn the_first_key_after_a_change_of_size_counts() {
    let data = known_learner();
    let mut terminal = today(data.path());
    for (place, shown, (width, height)) in
        [("4", "Nothing to count yet", (100, 30)), ("1", "TODAY", (60, 20)), ("4", "Nothing to count yet", (80, 24))]
    {
        terminal.resize(width, height);
        // Only a window that was drawn anew shows that the change has arrived.
        std::thread::sleep(Duration::from_millis(300));
        terminal.press(place);
        terminal.wait_for(shown);
    }
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
}

#[test]
fn without_a_terminal_the_plan_comes_as_plain_lines() {
    let data = known_learner();
    let terminal = Start::on(data.path()).shell("$JENJANG </dev/null | cat; echo end");
    terminal.wait_for("end");
    assert!(terminal.text().contains("Lesson: "));
    assert!(!terminal.raw().contains(&0x1b));
}

#[test]
fn no_color_is_kept_to() {
    let data = known_learner();
    let terminal = Start::on(data.path()).env("NO_COLOR", "1").run();
    terminal.wait_for("Lesson: ");
    let raw = String::from_utf8_lossy(&terminal.raw()).into_owned();
    for code in ["[36m", "[38;5", "[32m", "[34m", "[91m"] {
        assert!(!raw.contains(code), "a colour was written: {code}");
    }
}

/// An editor that is a shell script, and the feedback of a first answer.
fn with_editor(data: &Path, script: &str, run: impl FnOnce(Start) -> Terminal) -> Terminal {
    let editor = data.join("editor.sh");
    std::fs::write(&editor, format!("#!/bin/sh\n{script}")).expect("the editor");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&editor, mode).expect("the editor can be run");
    let name = editor.to_string_lossy().into_owned();
    let mut terminal = run(Start::on(data).args(&["review", "first"]).env("EDITOR", &name));
    terminal.wait_for("Question number 1");
    terminal.press("2");
    terminal.wait_for("Saved as good");
    terminal.press("a");
    terminal.wait_until("the note field", |t| t.contains("Ctrl-S"));
    terminal.press("<C-g>");
    terminal
}

/// The editor reads a line from the terminal itself: nothing may steal it.
const READS_A_LINE: &str = "printf 'EDITOR READY'\nread -r line </dev/tty\nprintf '%s' \"$line\" > \"$1\"\n";

#[test]
fn the_editor_gets_the_terminal_and_its_text_comes_back_as_a_note() {
    let data = known_learner();
    let mut terminal = with_editor(data.path(), READS_A_LINE, Start::run);
    terminal.wait_for("EDITOR READY");
    assert!(terminal.is_cooked());
    terminal.press("equality first<Enter>");
    terminal.wait_until("the note", |t| t.contains("equality first") && t.contains("Ctrl-S"));
    terminal.press("<C-s>");
    terminal.wait_until("the feedback", |t| t.contains("equality first") && t.contains("Saved as good"));
}

#[test]
fn interrupts_in_the_editor_are_the_editors_own() {
    let data = known_learner();
    // The editor ends a while after them, as people's do: by then jenjang has heard them as well.
    let script = format!("trap '' INT\n{READS_A_LINE}sleep 1\n");
    let mut terminal = with_editor(data.path(), &script, Start::run);
    terminal.wait_for("EDITOR READY");
    terminal.press("<C-c><C-c>still here<Enter>");
    terminal.wait_until("the note", |t| t.contains("still here") && t.contains("Ctrl-S"));
    terminal.press("<C-s>");
    terminal.wait_until("the feedback", |t| t.contains("still here") && t.contains("Saved as good"));
}

#[test]
fn ctrl_z_in_the_editor_stops_both_and_continuing_is_in_the_editor() {
    let data = known_learner();
    let mut terminal = with_editor(data.path(), READS_A_LINE, |start| {
        start.shell("set -m; $JENJANG review first; echo stopped; fg; echo over")
    });
    terminal.wait_for("EDITOR READY");
    terminal.press("<C-z>");
    terminal.wait_for_raw("the shell", |raw| raw.contains("stopped"));
    terminal.press("from behind<Enter>");
    terminal.wait_until("the note", |t| t.contains("from behind") && t.contains("Ctrl-S"));
    terminal.press("<C-s>");
    terminal.wait_until("the feedback", |t| t.contains("from behind") && t.contains("Saved as good"));
}

/// Set in the child of the next test.
const PANIC_CHILD: &str = "JENJANG_TEST_PANIC_CHILD";

/// Which of its threads panics.
const PANIC_THREAD: &str = "JENJANG_TEST_PANIC_THREAD";

#[test]
fn the_child_of_the_panic_test_panics_in_a_thread_while_it_has_the_terminal() {
    let Ok(state) = std::env::var(PANIC_CHILD) else { return };
    if std::env::var(PANIC_THREAD).as_deref() == Ok("lines") {
        jenjang::app::crash::install_for_lines();
        jenjang::app::crash::trying("keys/first");
        panic!("the learner's own words");
    }
    let store = panic_store(&Path::new(&state).with_file_name("panic-data"));
    let writer = jenjang::store::Writer::start(store, Vec::new(), |_| ());
    jenjang::app::crash::install(Path::new(&state), writer.lifeline());
    jenjang::app::terminal::enter(jenjang::app::terminal::MouseMode::Full).expect("the terminal");
    let draft = |key: &str| jenjang::store::Keep::Draft { key: key.to_owned(), body: Some("mine".to_owned()), utc: 1 };
    writer.keep(draft("before"));
    if std::env::var(PANIC_THREAD).as_deref() == Ok("store") {
        let (go, gone) = std::sync::mpsc::channel();
        writer.ask(move |_| {
            let _ = gone.recv();
            panic!("the learner's own words");
        });
        writer.keep(draft("behind"));
        let _ = go.send(());
    } else {
        let thread = std::thread::Builder::new().name("worker".into());
        let _ = thread.spawn(|| panic!("the learner's own words")).expect("a thread");
    }
    loop {
        std::thread::park();
    }
}

/// The data of the child.
fn panic_store(folder: &Path) -> jenjang::store::Store {
    let asked = jenjang::store::OpenOptions { fresh_device: 7, utc: 1_790_000_000_000, ..Default::default() };
    jenjang::store::Store::open(folder, &asked).expect("the data").store()
}

/// Runs the child, and hands out what it wrote to the terminal, its report, and its data folder.
fn panic_in(thread: &str, data: &Path) -> (String, String) {
    let this = std::env::current_exe().expect("this test");
    let state = data.join("state");
    let name = "the_child_of_the_panic_test_panics_in_a_thread_while_it_has_the_terminal";
    let script = format!("'{}' --exact {name} --nocapture; echo ended with $?", this.display());
    let start = Start::on(data).env(PANIC_CHILD, &state.to_string_lossy()).env(PANIC_THREAD, thread);
    let terminal = start.shell(&script);
    terminal.wait_for("ended with 1");
    assert!(terminal.is_cooked());
    let reports: Vec<_> = std::fs::read_dir(&state).expect("reports").filter_map(Result::ok).collect();
    assert_eq!(reports.len(), 1);
    let report = std::fs::read_to_string(reports[0].path()).expect("the report");
    (String::from_utf8_lossy(&terminal.raw()).into_owned(), report)
}

#[test]
fn a_panic_in_any_thread_gives_the_terminal_back_saves_what_waits_and_keeps_personal_text_out_of_the_report() {
    let data = known_learner();
    let (raw, report) = panic_in("worker", data.path());
    assert!(raw.rfind("\u{1b}[?1000l") > raw.rfind("\u{1b}[?1000h"), "clicks are released");
    assert!(raw.contains("Your answers are saved."), "{raw}");
    assert!(raw.contains("Report without personal text"), "{raw}");
    assert!(report.contains("thread: worker"));
    assert!(!report.contains("own words") && !raw.contains("own words"));
    let folder = data.path().join("panic-data");
    let left = std::fs::read_dir(&folder).expect("the data").filter_map(Result::ok);
    assert!(
        left.map(|f| f.file_name()).all(|name| !name.to_string_lossy().starts_with("rescue-")),
        "all is in its place"
    );
    assert_eq!(panic_store(&folder).draft("before").expect("a draft"), Some("mine".to_owned()));
}

#[test]
fn a_command_that_panics_while_bots_try_an_item_names_the_item_and_not_what_was_typed() {
    let data = known_learner();
    let this = std::env::current_exe().expect("this test");
    let mut child = std::process::Command::new(this);
    child.args(["--exact", "the_child_of_the_panic_test_panics_in_a_thread_while_it_has_the_terminal", "--nocapture"]);
    let said = child.env(PANIC_CHILD, data.path()).env(PANIC_THREAD, "lines").output().expect("the child");
    let told = String::from_utf8_lossy(&said.stderr).into_owned();
    assert_eq!(said.status.code(), Some(1), "{told}");
    assert!(told.contains("while it tried keys/first") && told.contains("tests/manners.rs"), "{told}");
    assert!(!told.contains("own words"), "{told}");
}

#[test]
fn a_panic_of_the_thread_that_saves_leaves_what_waits_to_the_next_start() {
    let data = known_learner();
    let (raw, report) = panic_in("store", data.path());
    assert!(raw.contains("the next start takes them over"), "{raw}");
    assert!(report.contains("thread: store"));
    assert!(!report.contains("own words") && !raw.contains("own words"));
    let store = panic_store(&data.path().join("panic-data"));
    for key in ["before", "behind"] {
        assert_eq!(store.draft(key).expect("a draft"), Some("mine".to_owned()), "{key}");
    }
}

/// The name of a built-in interview question.
fn question() -> String {
    let library = jenjang::packs::Library::builtin();
    library.prompts().first().expect("interview questions are built in").id.to_string()
}

#[test]
fn an_answer_that_is_killed_while_it_is_typed_loses_the_last_words_at_most_and_no_earlier_turn() {
    let data = known_learner();
    let name = question();
    let ask = || Start::on(data.path()).args(&["ask", &name]).run();
    let mut terminal = ask();
    terminal.wait_for("NOTES");
    terminal.press("<C-s>");
    terminal.wait_for("YOUR ANSWER");
    terminal.press("Nothing of that.");
    terminal.wait_for("Nothing of that.");
    terminal.press("<C-s>");
    terminal.wait_for("follow-up 1");
    terminal.press("half a thought");
    terminal.wait_for("half a thought");
    wait_for_disk(data.path(), "half a thought");
    terminal.press(" and more");
    terminal.wait_for("and more");
    terminal.kill();
    let mut terminal = ask();
    terminal.wait_for("Paused");
    terminal.press("<Enter>");
    terminal.wait_until("the follow-up", |t| t.contains("follow-up 1") && t.contains("half a thought"));
    terminal.press("<C-s>");
    terminal.wait_for("follow-up 2");
    terminal.press("<C-x>");
    terminal.wait_for("How many of the");
    terminal.press("0");
    terminal.wait_until("grading", |t| {
        t.contains("Grade this answer of somebody else") || t.contains("Is it in your words")
    });
    terminal.press("<Esc>");
    terminal.wait_until("the own words", |t| t.contains("Nothing of that."));
}
