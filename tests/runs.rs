//! What lessons show as runnable runs: every fence `sql run` in SQLite, every fence `sh run` in a shell.
//!
//! The fences of a lesson run in order, in one database and in one folder. Both are empty, unless `tests/runs/PACK/TOPIC.sql` or `TOPIC.sh` lays out
//! what the lesson takes for granted; where the script makes a folder `work`, the fences run in there.
//!
//! - `sql run fails`: all statements but the last are carried out, and the last one is refused.
//! - `sh run` without `$ `: the whole fence is a script, and no command of it fails.
//! - `sh run` with `$ ` before its commands: a transcript. What stands below a command is what it prints.
//!
//! A fence whose tool is missing is skipped with a message. With `JENJANG_REQUIRE_TOOLS=1`, as `.ci/run` sets it, a missing `sh` or `git` is an error.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use jenjang::format::lesson::bones;
use rusqlite::Connection;

/// Programs that a fence may name; one that is missing skips the fence.
const TOOLS: [&str; 6] = ["sh", "git", "base64", "node", "python3", "openssl"];
/// Those that the gate requires.
const REQUIRED: [&str; 2] = ["sh", "git"];

/// A fence that says `run`.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Run {
    language: String,
    fails: bool,
    code: String,
    /// `file:line`.
    place: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).to_owned()
}

/// The runnable fences of a lesson.
fn runs(place: &str, lesson: &str) -> Vec<Run> {
    let fences = bones(lesson).fences;
    let says = |info: &str, word: &str| info.split_whitespace().skip(1).any(|w| w == word);
    let runnable = fences.iter().filter(|fence| says(fence.info, "run"));
    let run = runnable.map(|fence| Run {
        language: fence.language().to_owned(),
        fails: says(fence.info, "fails"),
        code: fence.lines.iter().map(|(_, line)| format!("{line}\n")).collect(),
        place: format!("{place}:{}", lesson[..fence.span.start].matches('\n').count() + 1),
    });
    run.collect()
}

/// Every lesson of `content/` that has such fences: pack, topic, fences.
fn lessons() -> Vec<(String, String, Vec<Run>)> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root().join("content")];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.file_name().is_some_and(|name| name == "lesson.en.md" || name == "lesson.id.md") {
                let shown = entry.strip_prefix(root()).expect("below the root").to_string_lossy().replace('\\', "/");
                let text = std::fs::read_to_string(&entry).expect("a lesson");
                found.insert(shown.clone(), runs(&shown, &text));
            }
        }
    }
    found.retain(|_, runs| !runs.is_empty());
    let names = |(place, runs): (String, Vec<Run>)| {
        let parts: Vec<&str> = place.split('/').collect();
        (parts[1].to_owned(), parts[parts.len() - 2].to_owned(), runs)
    };
    found.into_iter().map(names).collect()
}

/// What a lesson takes for granted; empty when there is no such file.
fn given(pack: &str, topic: &str, ending: &str) -> String {
    let path = root().join(format!("tests/runs/{pack}/{topic}.{ending}"));
    std::fs::read_to_string(path).unwrap_or_default()
}

/// The SQL fences of a lesson in one database.
fn run_sql(given: &str, runs: &[Run]) -> Result<(), String> {
    let db = Connection::open_in_memory().map_err(|e| e.to_string())?;
    db.execute_batch("PRAGMA foreign_keys = ON").map_err(|e| e.to_string())?;
    db.execute_batch(given).map_err(|e| format!("what is given: {e}"))?;
    for run in runs {
        let told = |e: rusqlite::Error| format!("{}: {e}", run.place);
        match run.fails {
            false => db.execute_batch(&run.code).map_err(told)?,
            true => {
                let (before, last) = last_statement(&run.code);
                db.execute_batch(before).map_err(told)?;
                if db.execute_batch(last).is_ok() {
                    return Err(format!("{}: the last statement is carried out", run.place));
                }
            }
        }
    }
    Ok(())
}

/// A batch, split before its last statement.
fn last_statement(code: &str) -> (&str, &str) {
    let end = code.trim_end().trim_end_matches(';');
    let start = end.rfind(";\n").map_or(0, |at| at + 2);
    code.split_at(start)
}

/// Runs a script in a folder and gives what it prints.
fn shell(folder: &Path, home: &Path, script: &str) -> Result<String, String> {
    let mut sh = Command::new("sh");
    sh.args(["-e", "-c", script]).current_dir(folder).env_clear().stdin(Stdio::null());
    sh.env("PATH", std::env::var_os("PATH").unwrap_or_default()).env("HOME", home).env("LC_ALL", "C.UTF-8");
    // Git asks for nothing and reads no settings of the person who runs the tests.
    sh.env("GIT_CONFIG_NOSYSTEM", "1")
        .env("GIT_TERMINAL_PROMPT", "0")
        .env("GIT_EDITOR", "true")
        .env("GIT_PAGER", "cat");
    for (n, (key, value)) in
        [("init.defaultBranch", "main"), ("user.name", "Sari"), ("user.email", "sari@example.com")].iter().enumerate()
    {
        sh.env(format!("GIT_CONFIG_KEY_{n}"), key).env(format!("GIT_CONFIG_VALUE_{n}"), value);
    }
    let done = sh.env("GIT_CONFIG_COUNT", "3").output().map_err(|e| e.to_string())?;
    match done.status.success() {
        true => Ok(String::from_utf8_lossy(&done.stdout).into_owned()),
        false => Err(format!("{}{}", done.status, String::from_utf8_lossy(&done.stderr))),
    }
}

/// The shell fences of a lesson in one folder.
fn run_sh(given: &str, runs: &[Run]) -> Result<(), String> {
    let home = tempfile::tempdir().map_err(|e| e.to_string())?;
    let folder = home.path().join("here");
    std::fs::create_dir(&folder).map_err(|e| e.to_string())?;
    shell(&folder, home.path(), given).map_err(|e| format!("what is given: {e}"))?;
    let work = folder.join("work");
    let folder = if work.is_dir() { work } else { folder };
    for run in runs {
        for (command, expected) in transcript(&run.code) {
            let printed =
                shell(&folder, home.path(), &command).map_err(|e| format!("{}: {command}: {e}", run.place))?;
            let lines = |text: &str| text.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>();
            if expected.is_some_and(|expected| lines(&expected) != lines(&printed)) {
                return Err(format!("{}: {command} prints\n{printed}", run.place));
            }
        }
    }
    Ok(())
}

/// Commands, each with what it has to print; a script is one command of which nothing is said.
fn transcript(code: &str) -> Vec<(String, Option<String>)> {
    if !code.lines().any(|line| line.starts_with("$ ")) {
        return vec![(code.to_owned(), None)];
    }
    let mut commands: Vec<(String, Option<String>)> = Vec::new();
    for line in code.lines() {
        match (line.strip_prefix("$ "), commands.last_mut()) {
            (Some(command), _) => commands.push((command.to_owned(), None)),
            (None, Some((_, expected))) => {
                let expected = expected.get_or_insert_default();
                expected.push_str(line);
                expected.push('\n');
            }
            (None, None) => commands.push((String::new(), Some(line.to_owned()))),
        }
    }
    commands
}

fn is_there(tool: &str) -> bool {
    let names = [tool.to_owned(), format!("{tool}.exe")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path).any(|folder| names.iter().any(|name| folder.join(name).is_file()))
}

/// The first tool that a lesson's fences need and that is missing.
fn missing(runs: &[Run]) -> Option<&'static str> {
    let names = |tool: &str| {
        let word = |c: char| !c.is_alphanumeric() && c != '-' && c != '_';
        tool == "sh" || runs.iter().any(|run| run.code.split(word).any(|word| word == tool))
    };
    TOOLS.into_iter().find(|tool| names(tool) && !is_there(tool))
}

#[test]
fn every_sql_fence_that_says_run_runs_in_sqlite() {
    let mut ran = 0;
    for (pack, topic, runs) in lessons() {
        let sql: Vec<Run> = runs.into_iter().filter(|run| run.language == "sql").collect();
        run_sql(&given(&pack, &topic, "sql"), &sql).unwrap_or_else(|e| panic!("{pack}/{topic}: {e}"));
        ran += sql.len();
    }
    assert!(ran >= 10, "{ran} fences ran; are they still found?");
}

#[test]
fn every_sh_fence_that_says_run_runs_in_a_shell() {
    let is_required = std::env::var_os("JENJANG_REQUIRE_TOOLS").is_some();
    let mut found = 0;
    for (pack, topic, runs) in lessons() {
        let sh: Vec<Run> = runs.into_iter().filter(|run| run.language == "sh").collect();
        if sh.is_empty() {
            continue;
        }
        found += sh.len();
        if let Some(tool) = missing(&sh) {
            assert!(!(is_required && REQUIRED.contains(&tool)), "{pack}/{topic} needs {tool}");
            eprintln!("skipped: {pack}/{topic} needs {tool}, which is not here");
            continue;
        }
        run_sh(&given(&pack, &topic, "sh"), &sh).unwrap_or_else(|e| panic!("{pack}/{topic}: {e}"));
    }
    assert!(found >= 4, "{found} fences found; are they still marked?");
}

#[test]
fn only_languages_that_a_test_can_run_say_run() {
    for (_, _, runs) in lessons() {
        for run in runs {
            assert!(["sql", "sh"].contains(&&*run.language), "{}: {} is not run", run.place, run.language);
        }
    }
}

#[test]
fn what_is_given_belongs_to_a_lesson_that_runs_something() {
    let topics: Vec<String> = lessons().into_iter().map(|(pack, topic, _)| format!("{pack}/{topic}")).collect();
    for pack in std::fs::read_dir(root().join("tests/runs")).expect("the folder") {
        let pack = pack.expect("a pack").path();
        for file in std::fs::read_dir(&pack).expect("a folder") {
            let file = file.expect("a file").path();
            let name = format!("{}/{}", pack.file_name().unwrap().display(), file.file_stem().unwrap().display());
            assert!(topics.contains(&name), "{name} runs nothing");
        }
    }
}

#[test]
fn a_statement_that_sqlite_refuses_is_told_with_its_place() {
    let found = runs("l.md", "Words.\n\n```sql run\nCREATE TABLE t (id INT);\nINSERT INTO u VALUES (1);\n```\n");
    let error = run_sql("", &found).expect_err("there is no u");
    assert!(error.starts_with("l.md:3: no such table: u"), "{error}");
}

#[test]
fn a_fence_that_has_to_fail_fails_in_its_last_statement_only() {
    let of = |code: &str| run_sql("", &runs("l.md", &format!("```sql run fails\n{code}\n```\n")));
    let table = "CREATE TABLE t (id INT PRIMARY KEY);\nINSERT INTO t VALUES (1);";
    assert_eq!(of(&format!("{table}\nINSERT INTO t VALUES (1);")), Ok(()));
    assert!(of(&format!("{table}\nINSERT INTO t VALUES (2);")).is_err(), "it is carried out");
    assert!(of(&format!("{table}\nINSERT INTO u VALUES (1);\nINSERT INTO t VALUES (1);")).is_err(), "one before fails");
}

#[test]
fn a_transcript_has_to_print_what_stands_below_its_commands() {
    if !is_there("sh") {
        eprintln!("skipped: there is no sh");
        return;
    }
    let of = |code: &str| run_sh("echo 3 > three", &runs("l.md", &format!("```sh run\n{code}\n```\n")));
    assert_eq!(of("$ cat three\n3\n$ rm three"), Ok(()));
    assert!(of("$ cat three\n4").is_err_and(|e| e.contains("l.md:1: cat three prints\n3")));
    assert!(of("cat three\nfalse\ntrue").is_err(), "a command in the middle failed");
    assert_eq!(of("test \"$(ls)\" = three"), Ok(()), "the folder holds what is given and nothing else");
}
