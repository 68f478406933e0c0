//! A pack that is being written, on a terminal: what is saved is seen, what is broken leaves the version before, nothing is kept.

#![cfg(unix)]

mod support;

use std::path::{Path, PathBuf};
use std::time::Duration;

use support::{Start, Terminal, install_small_pack};

/// A learner's folder, and a pack beside it.
fn desk() -> (tempfile::TempDir, tempfile::TempDir, PathBuf) {
    let (data, work) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    install_small_pack(work.path());
    let pack = work.path().join("packs/small");
    (data, work, pack)
}

fn preview(data: &Path, pack: &Path) -> Terminal {
    let terminal = Start::on(data).args(&["pack", "preview", &pack.to_string_lossy()]).run();
    terminal.wait_for("The only section");
    terminal
}

fn edit(pack: &Path, change: impl Fn(&str) -> String) {
    let file = pack.join("first/questions.toml");
    let before = std::fs::read_to_string(&file).expect("the questions");
    let after = change(&before);
    assert_ne!(after, before, "the edit changes something");
    save(&file, &after);
}

/// Saves a file whole: who looks at it in between sees the one before.
fn save(file: &Path, text: &str) {
    let beside = file.with_extension("new");
    std::fs::write(&beside, text).expect("the questions");
    std::fs::rename(&beside, file).expect("the questions");
}

#[test]
fn what_is_saved_is_shown_and_what_is_broken_leaves_the_version_before() {
    let (data, _work, pack) = desk();
    let mut terminal = preview(data.path(), &pack);
    edit(&pack, |text| text.replace("Question number 4", "The fourth question"));
    let shown = terminal.wait_for("The fourth question");
    assert!(shown.contains("first/q4"), "the list goes to what was saved: {shown}");
    edit(&pack, |text| {
        text.replace("The fourth question", "Number four")
            .replace("right = true\ntext = \"right 2\"", "right = ture\ntext = \"right 2\"")
    });
    let broken = terminal.wait_for("expected true or false");
    assert!(broken.contains("last good version; the file has errors"), "{broken}");
    terminal.press("G<Up><Up>");
    terminal.wait_for("The fourth question");
    edit(&pack, |text| text.replace("ture", "true"));
    terminal.wait_until("the new words", |text| text.contains("0 errors") && !text.contains("last good version"));
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(terminal.is_cooked());
}

#[test]
fn a_preview_in_which_nothing_changes_writes_nothing() {
    let (data, _work, pack) = desk();
    let terminal = preview(data.path(), &pack);
    terminal.wait_for("0 errors");
    let before = terminal.wait_for_silence(Duration::from_secs(2));
    // Saved as it was: another time, the same words.
    let file = pack.join("first/questions.toml");
    save(&file, &std::fs::read_to_string(&file).expect("the questions"));
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(terminal.bytes(), before);
}

#[test]
fn what_is_tried_leaves_no_trace() {
    let (data, _work, pack) = desk();
    let mut terminal = preview(data.path(), &pack);
    for _ in 0..2 {
        terminal.press("jt");
        terminal.wait_for("Practice  1 of 1");
        terminal.press("2");
        terminal.wait_for("Saved as");
        terminal.press("<Enter>");
        terminal.wait_until("the end", |text| !text.contains("Saved as"));
        terminal.press("<Esc>");
        terminal.wait_for("ITEMS");
        terminal.press("gg");
    }
    terminal.press("q");
    assert_eq!(terminal.wait_exit(), 0);
    assert!(!data.path().join("jenjang.db").exists(), "there is no data of a learner");
}

#[test]
fn the_editor_opens_at_the_line_of_the_problem() {
    let (data, work, pack) = desk();
    edit(&pack, |text| text.replace("right = true\ntext = \"right 1\"", "right = ture\ntext = \"right 1\""));
    let editor = work.path().join("vim");
    let told = work.path().join("told");
    std::fs::write(&editor, format!("#!/bin/sh\nprintf '%s ' \"$@\" > {}\n", told.display())).expect("the editor");
    let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
    std::fs::set_permissions(&editor, mode).expect("the editor can be run");
    let args = ["pack", "preview", &pack.to_string_lossy()];
    let mut terminal = Start::on(data.path()).args(&args).env("EDITOR", &editor.to_string_lossy()).run();
    terminal.wait_for("expected true or false");
    terminal.press("e");
    let line = std::fs::read_to_string(pack.join("first/questions.toml")).expect("the questions");
    let line = 1 + line.lines().position(|line| line == "right = ture").expect("the problem");
    let wanted = format!("+{line} {} ", pack.join("first/questions.toml").display());
    for _ in 0..100 {
        if std::fs::read_to_string(&told).is_ok_and(|told| told == wanted) {
            terminal.wait_for("expected true or false");
            return;
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("{:?} instead of {wanted:?}", std::fs::read_to_string(&told));
}
