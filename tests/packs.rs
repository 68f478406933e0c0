//! The tools for people who write packs, run as they run them: results, exit codes, files.

use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

mod support;

/// Runs the program in a folder of its own with a learner of its own.
fn jenjang(home: &Path, args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_jenjang"))
        .args(args)
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("LANG", "en_US.UTF-8")
        .env("JENJANG_DATA_DIR", home.join("data"))
        .output()
        .expect("jenjang ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("results are text")
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are text")
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn json(output: &Output) -> Value {
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", out(output)))
}

/// A folder with the pack `packs/small` in it.
fn desk() -> tempfile::TempDir {
    let home = tempfile::tempdir().expect("a folder");
    support::install_small_pack(home.path());
    home
}

fn edit(home: &Path, file: &str, change: impl Fn(&str) -> String) {
    let path = home.join(file);
    let text = std::fs::read_to_string(&path).expect("the file");
    std::fs::write(path, change(&text)).expect("the file");
}

#[test]
fn a_slip_in_a_key_is_reported_in_every_form_with_exit_code_four_and_mended_by_fix() {
    let home = desk();
    let good = std::fs::read_to_string(home.path().join("packs/small/first/questions.toml")).expect("the file");
    edit(home.path(), "packs/small/first/questions.toml", |text| text.replacen("section", "secton", 1));
    let check = |more: &[&str]| jenjang(home.path(), &[&["pack", "check", "packs/small"], more].concat());
    let human = check(&[]);
    assert_eq!(code(&human), 4);
    assert!(out(&human).contains("did you mean `section`?"), "{}", out(&human));
    let sarif = check(&["--format", "sarif"]);
    assert_eq!(code(&sarif), 4);
    assert_eq!(json(&sarif)["runs"][0]["results"][0]["ruleId"], "J002");
    let github = check(&["--format", "github"]);
    assert_eq!(code(&github), 4);
    assert!(
        out(&github).starts_with("::error file=packs/small/first/questions.toml,line=5,col=1,"),
        "{}",
        out(&github)
    );
    let fixed = check(&["--fix"]);
    assert_eq!(code(&fixed), 0, "{}", out(&fixed));
    let said = "fixed packs/small/first/questions.toml: `secton` is `section` now\n";
    assert!(out(&fixed).starts_with(said), "{}", out(&fixed));
    let now = std::fs::read_to_string(home.path().join("packs/small/first/questions.toml")).expect("the file");
    assert_eq!(now, good);
    assert_eq!(out(&check(&["--fix"])), out(&check(&[])), "there is nothing left to mend");
    assert_eq!(err(&check(&["--fix"])), "");
}

#[test]
fn a_new_pack_passes_the_check_in_both_languages_and_is_never_written_over() {
    for lang in ["en", "id"] {
        let home = tempfile::tempdir().expect("a folder");
        let made = jenjang(home.path(), &["pack", "new", "redis-notes", "--lang", lang]);
        assert_eq!(code(&made), 0, "{}", err(&made));
        assert!(out(&made).contains("redis-notes/"), "{}", out(&made));
        let checked = jenjang(home.path(), &["pack", "check", "redis-notes", "--deny", "warnings"]);
        assert_eq!(code(&checked), 0, "{}", out(&checked));
        let again = jenjang(home.path(), &["pack", "new", "redis-notes"]);
        assert_eq!(code(&again), 7, "{}", err(&again));
        let sheet = jenjang(home.path(), &["pack", "sheet", "redis-notes", "--lang", lang]);
        assert_eq!(code(&sheet), 0, "{}", err(&sheet));
        let schema =
            std::fs::read_to_string(home.path().join("redis-notes/schema/topic.schema.json")).expect("the schema");
        assert!(schema.contains("json-schema.org/draft-07"), "{schema}");
    }
}

#[test]
fn notes_become_topics_and_a_syllabus_and_what_is_no_notes_is_refused() {
    let home = tempfile::tempdir().expect("a folder");
    let notes = "# Redis\n\n## Keys\n\n- TTL\n- types\n\n## Clients\n\n- pooling\n";
    std::fs::write(home.path().join("notes.md"), notes).expect("the notes");
    let made = jenjang(home.path(), &["pack", "new", "redis-notes", "--from", "notes.md"]);
    assert_eq!(code(&made), 0, "{}", err(&made));
    assert!(out(&made).contains("3 outcomes that the pack promises"), "{}", out(&made));
    assert!(home.path().join("redis-notes/clients/topic.toml").is_file());
    assert_eq!(code(&jenjang(home.path(), &["pack", "check", "redis-notes"])), 0);
    let list = "TTL\tKeys\nPooling\tClients\n";
    std::fs::write(home.path().join("list.tsv"), list).expect("the list");
    let made = jenjang(home.path(), &["pack", "new", "listed", "--syllabus", "list.tsv", "--minimal"]);
    assert_eq!(code(&made), 0, "{}", err(&made));
    assert!(!home.path().join("listed/schema").exists());
    let wrong = |args: &[&str]| code(&jenjang(home.path(), &[&["pack", "new"], args].concat()));
    assert_eq!(wrong(&["../up"]), 2);
    assert_eq!(wrong(&["Redis Notes"]), 2);
    assert_eq!(wrong(&["other", "--from", "nothing.md"]), 6);
    std::fs::write(home.path().join("big.md"), "x ".repeat(70_000)).expect("the notes");
    assert_eq!(wrong(&["other", "--from", "big.md"]), 4);
    std::fs::write(home.path().join("bytes.md"), b"\xff\xfe").expect("the notes");
    assert_eq!(wrong(&["other", "--from", "bytes.md"]), 4);
    assert!(!home.path().join("other").exists() && !home.path().parent().expect("a parent").join("up").exists());
}
