//! Interview questions from the shell: lines in, lines out, exit codes, JSON, the answer book, the other chair.

#![cfg(unix)]

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use jenjang::domain::rubric::{Prompt, PromptKind};
use jenjang::packs::Library;
use serde_json::Value;

#[path = "support/reports.rs"]
mod reports;

fn jenjang(data: &Path, args: &[&str], input: &str) -> Output {
    with(data, args, input, &[])
}

fn with(data: &Path, args: &[&str], input: &str, env: &[(&str, &str)]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jenjang"))
        .args(args)
        .env_clear()
        .env("HOME", data)
        .env("PATH", "/usr/bin:/bin")
        .env("LANG", "en_US.UTF-8")
        .env("JENJANG_DATA_DIR", data)
        .envs(env.iter().copied())
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("jenjang starts");
    let _ = child.stdin.take().expect("standard input").write_all(input.as_bytes());
    child.wait_with_output().expect("jenjang ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("results are text")
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn json(output: &Output) -> Value {
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", out(output)));
    reports::hold_to_schema(&report);
    report
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// A built-in question of a kind.
fn prompt(kind: PromptKind) -> Prompt {
    let library = Library::builtin();
    let head = library.prompts().iter().find(|head| head.kind == kind).expect("one of each kind");
    library.prompt(&head.id).expect("it is built in")
}

/// What somebody types who gives the model answer in this language: set-up, thinking, answer, prediction, no practice, every suggestion accepted.
fn perfect(prompt: &Prompt, model: &str, skip: &str) -> String {
    let points = prompt.points.len();
    format!("\n\n{}\n.\n{points}\n{skip}\n{}", model.trim(), "\n".repeat(points + 2))
}

#[test]
fn a_question_is_asked_answered_and_graded_over_pipes_in_both_languages() {
    let prompt = prompt(PromptKind::Technical);
    for (lang, model, skip, wanted) in [
        ("en", prompt.model_full.en.clone(), "skip", ["Question: ", "Predict: ", "Compare: ", "Debrief: "]),
        (
            "id",
            prompt.model_full.id.clone(),
            "lewati",
            ["Pertanyaan: ", "Perkirakan: ", "Bandingkan: ", "Pembahasan: "],
        ),
    ] {
        let data = folder();
        let args = ["ask", prompt.id.as_str(), "--plain", "--lang", lang];
        let done = jenjang(data.path(), &args, &perfect(&prompt, &model, skip));
        let text = out(&done);
        assert_eq!(code(&done), 0, "{text}");
        for start in wanted {
            assert!(text.lines().any(|line| line.starts_with(start)), "{start}\n{text}");
        }
        assert!(!text.contains('\u{1b}'), "plain lines have no escapes");
        let book = json(&jenjang(data.path(), &["answers", "--json"], ""));
        let answers = &book["data"]["answers"];
        assert_eq!(answers.as_array().map(Vec::len), Some(1));
        assert_eq!((answers[0]["met"].as_u64(), answers[0]["of"].as_u64()), {
            let points = Some(prompt.points.len() as u64);
            (points, points)
        });
        assert_eq!(code(&jenjang(data.path(), &["data", "doctor"], "")), 0);
    }
}

#[test]
fn design_and_stories_ask_for_their_signals() {
    let library = Library::builtin();
    let kinds = [(PromptKind::Design, "3\n3\n3\n3\n3\n"), (PromptKind::Behavioural, "3\n3\n3\n3\n3\n2\n")];
    let installed = |kind| library.prompts().iter().any(|head| head.kind == kind);
    assert!(installed(PromptKind::Design));
    for (kind, keys) in kinds.into_iter().filter(|(kind, _)| installed(*kind)) {
        let data = folder();
        let prompt = prompt(kind);
        let typed = perfect(&prompt, &prompt.model_full.en, "skip");
        let typed = typed.trim_end_matches('\n').to_owned() + &"\n".repeat(prompt.points.len() + 1) + keys + "\n\n";
        let done = jenjang(data.path(), &["ask", prompt.id.as_str(), "--json"], &typed);
        let report = json(&done);
        assert_eq!(report["data"]["recorded"], true, "{}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(report["data"]["attempt"]["signals"].as_object().map(serde_json::Map::len), Some(5));
        assert_eq!(report["data"]["attempt"]["scope"].is_null(), kind == PromptKind::Design);
    }
}

#[test]
fn when_the_input_ends_in_the_middle_the_answer_waits_and_goes_on() {
    let data = folder();
    let prompt = prompt(PromptKind::Technical);
    let left = jenjang(data.path(), &["ask", prompt.id.as_str(), "--plain"], "\n\nthe first half\n");
    assert_eq!(code(&left), 0);
    assert!(String::from_utf8_lossy(&left.stderr).contains("goes on with it"));
    let again = jenjang(data.path(), &["ask", "--plain"], "\n\nthe second half\n/sofar\n");
    let text = out(&again);
    assert!(text.contains("Unfinished: ") && text.contains("Paused: "), "{text}");
    assert!(text.contains("the first half\nthe second half\nSo far: 6 words"), "{text}");
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 3, "nothing was graded");
}

#[test]
fn a_report_in_json_stands_alone_on_standard_output() {
    let data = folder();
    let prompt = prompt(PromptKind::Technical);
    let args = ["ask", prompt.id.as_str(), "--json", "--pressure", "relaxed", "--extra", "2", "--level", "3"];
    let done = jenjang(data.path(), &args, &perfect(&prompt, &prompt.model_full.en, "skip"));
    let report = json(&done);
    assert_eq!((code(&done), report["schema"].as_str()), (0, Some("jenjang.ask/1")));
    let attempt = &report["data"]["attempt"];
    assert_eq!(attempt["prompt"], prompt.id.to_string());
    assert_eq!((attempt["level"].as_u64(), attempt["pressure"].as_str()), (Some(3), Some("relaxed")));
    assert_eq!(attempt["predicted"].as_u64(), Some(prompt.points.len() as u64));
    assert!(String::from_utf8_lossy(&done.stderr).contains("Debrief: "), "the lines go elsewhere");
    let left = json(&jenjang(data.path(), &["ask", "--json"], "\n"));
    assert_eq!((left["data"]["recorded"].clone(), left["data"]["kept"].clone()), (false.into(), true.into()));
}

#[test]
fn an_attempt_is_taken_back_in_the_session_and_from_the_shell() {
    let data = folder();
    let prompt = prompt(PromptKind::Technical);
    let typed = perfect(&prompt, &prompt.model_full.en, "skip");
    let undone = jenjang(
        data.path(),
        &["ask", prompt.id.as_str(), "--plain"],
        &(typed.trim_end().to_owned() + &"\n".repeat(prompt.points.len() + 2) + "undo\n"),
    );
    assert!(out(&undone).contains("Taken back: the last step."), "{}", out(&undone));
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 3);
    // The comparison waits: two keys record it and end.
    jenjang(data.path(), &["ask", "--plain"], "\n\n\n");
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 0);
    assert_eq!(code(&jenjang(data.path(), &["undo"], "")), 0);
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 3);
}

#[test]
fn names_that_do_not_exist_are_answered_with_the_nearest_ones() {
    let data = folder();
    let prompt = prompt(PromptKind::Technical);
    let slip = format!("{}x", prompt.id.local());
    let output = jenjang(data.path(), &["ask", &slip, "--plain"], "");
    assert_eq!((code(&output), out(&output).as_str()), (6, ""));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains(&format!("Did you mean {}?", prompt.id.local())), "{said}");
    let persona = Library::builtin().personas()[0].id.clone();
    let output = jenjang(data.path(), &["ask", "--persona", &format!("{persona}x"), "--plain"], "");
    assert_eq!(code(&output), 6);
    assert!(String::from_utf8_lossy(&output.stderr).contains(&format!("Did you mean {persona}?")));
    assert_eq!(code(&jenjang(data.path(), &["ask", "--level", "7"], "")), 2);
    assert_eq!(code(&jenjang(data.path(), &["ask", "--extra", "3"], "")), 2);
}

#[test]
fn the_editor_writes_the_answer() {
    let data = folder();
    let editor = data.path().join("editor.sh");
    std::fs::write(&editor, "#!/bin/sh\nprintf 'from the editor\\n' >> \"$1\"\n").expect("the editor");
    std::fs::set_permissions(&editor, std::os::unix::fs::PermissionsExt::from_mode(0o755)).expect("it can be run");
    let prompt = prompt(PromptKind::Technical);
    let name = editor.to_string_lossy().into_owned();
    let typed = "\n\nby hand, \n/edit\n/sofar\n";
    let done = with(data.path(), &["ask", prompt.id.as_str(), "--plain"], typed, &[("EDITOR", &name)]);
    assert!(out(&done).contains("by hand, from the editor"), "{}", out(&done));
}

#[test]
fn the_answer_book_has_every_attempt_the_best_ones_and_markdown() {
    let data = folder();
    let prompt = prompt(PromptKind::Technical);
    let id = prompt.id.as_str();
    let nothing = format!("\n\nNothing of it.\n.\n/skip\n/skip\n0\nskip\n{}", "\n".repeat(prompt.points.len() + 2));
    jenjang(data.path(), &["ask", id, "--plain"], &nothing);
    jenjang(data.path(), &["ask", id, "--plain"], &perfect(&prompt, &prompt.model_full.en, "skip"));
    let all = out(&jenjang(data.path(), &["answers"], ""));
    assert_eq!(all.lines().count(), 2, "{all}");
    assert!(all.lines().next().is_some_and(|line| line.contains("try 2") && line.ends_with("; best")), "{all}");
    let best = out(&jenjang(data.path(), &["answers", id, "--best", "--format", "md"], ""));
    assert!(best.starts_with(&format!("# {}\n", prompt.title.en)) && !best.contains("Nothing of it."), "{best}");
    assert!(best.contains("- [x] ") && best.contains("> "), "{best}");
    let other = Library::builtin().prompts().iter().find(|head| head.id != prompt.id).expect("another").id.clone();
    let none = jenjang(data.path(), &["answers", "--prompt", other.as_str()], "");
    assert_eq!((code(&none), out(&none).as_str()), (3, ""));
}

#[test]
fn the_other_chair_gets_a_sheet_and_its_grades_join_the_history() {
    for (lang, told) in [("en", "graded by Budi"), ("id", "dinilai Budi")] {
        let data = folder();
        let prompt = prompt(PromptKind::Technical);
        let sheet = jenjang(data.path(), &["chair", prompt.id.as_str(), "--lang", lang], "");
        assert_eq!(code(&sheet), 0);
        let first = &prompt.points[0].id;
        let empty = format!("- [ ] `{first}`");
        let sheet = out(&sheet);
        assert!(sheet.starts_with("# ") && sheet.contains(&empty), "{sheet}");
        let file = data.path().join("sheet.md");
        std::fs::write(&file, &sheet).expect("the sheet");
        let name = file.to_string_lossy().into_owned();
        let unmarked = jenjang(data.path(), &["chair", "--marks", &name], "");
        assert_eq!(code(&unmarked), 4, "a sheet without a grade is refused");
        let graded = sheet.replace(&empty, &format!("- [x] `{first}`")).replace("- `chair`:", "- `chair`: Budi");
        std::fs::write(&file, graded + "what was said\n").expect("the sheet");
        let taken = jenjang(data.path(), &["chair", "--marks", &name, "--lang", lang], "");
        assert_eq!(code(&taken), 0, "{}", String::from_utf8_lossy(&taken.stderr));
        assert!(out(&taken).contains(told), "{}", out(&taken));
        let book = json(&jenjang(data.path(), &["answers", "--json"], ""));
        let answer = &book["data"]["answers"][0];
        assert_eq!((answer["graded_by"].as_str(), answer["chair"].as_str()), (Some("chair"), Some("Budi")));
        assert_eq!((answer["met"].as_u64(), answer["predicted"].clone()), (Some(1), Value::Null));
        assert_eq!(answer["turns"][0]["text"], "what was said");
        let lines = out(&jenjang(data.path(), &["answers", "--lang", lang], ""));
        assert!(lines.contains(told), "{lines}");
        assert_eq!(code(&jenjang(data.path(), &["data", "doctor"], "")), 0);
        assert_eq!(code(&jenjang(data.path(), &["undo"], "")), 0);
        assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 3);
    }
}

#[test]
fn grades_are_typed_in_over_pipes_and_half_of_them_are_not_saved() {
    let data = folder();
    let prompt = prompt(PromptKind::Technical);
    let args = ["chair", prompt.id.as_str(), "--grade"];
    let half = jenjang(data.path(), &args, "Budi\n3\n");
    assert_eq!(code(&half), 0);
    assert!(String::from_utf8_lossy(&half.stderr).contains("Nothing was saved."));
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 3);
    let marks = "3\n".repeat(prompt.points.len()) + &"\n".repeat(prompt.red_flags.len());
    let done = jenjang(data.path(), &args, &format!("Budi\n{marks}3:10\nwhat was said\n.\n"));
    let text = out(&done);
    assert!(text.contains("graded by Budi.") && !text.contains('\u{1b}'), "{text}");
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 0);
}

#[test]
fn sheets_for_a_mock_interview_are_written_to_one_file() {
    let data = folder();
    let file = data.path().join("mock.md").to_string_lossy().into_owned();
    let done = jenjang(data.path(), &["chair", "--mock", "--seed", "4", "--sheet", &file], "");
    assert_eq!(code(&done), 0);
    assert!(out(&done).contains(&file));
    let sheets = std::fs::read_to_string(&file).expect("the sheets");
    assert!(sheets.matches("- `prompt`: ").count() > 1, "{sheets}");
    let text = out(&jenjang(data.path(), &["chair", "--mock", "--seed", "4", "--format", "text"], ""));
    assert_eq!(text.matches("- `prompt`: ").count(), sheets.matches("- `prompt`: ").count());
    assert!(!text.contains("## "));
}

#[test]
fn help_and_completions_name_the_new_commands() {
    let data = folder();
    let help = |topic: &str| out(&jenjang(data.path(), &["help", topic], ""));
    assert!(help("ask").contains("--pressure") && help("answers").contains("--best"));
    assert!(help("chair").contains("--marks"));
    for shell in ["bash", "zsh", "fish"] {
        let completions = out(&jenjang(data.path(), &["completions", shell], ""));
        assert!(completions.contains("chair") && completions.contains("answers"), "{shell}");
    }
    assert!(out(&jenjang(data.path(), &["man"], "")).contains("ask"));
}

/// What a mock interview of a learner without history asks.
fn mix(minutes: u16, seed: u64) -> Vec<Prompt> {
    use jenjang::domain::time::{Moment, StudyDay};
    use jenjang::sessions::mock::{Mix, MockSetup};
    let (library, store) = (Library::builtin(), jenjang::store::Store::in_memory(7).expect("a store"));
    let id = jenjang::domain::event::EventId(1);
    let now = Moment { utc: 0, offset_min: 0, day: StudyDay(0), mono_ms: 0, id };
    let data = jenjang::app::desk::rehearse::data(&store, &library, &now).expect("reads");
    let mix = Mix::of(&data, &MockSetup { minutes, ..MockSetup::new(seed) });
    mix.questions.iter().map(|q| library.prompt(&q.prompt).expect("it is built in")).collect()
}

/// A number with which the first question is a technical one, and how many questions there are.
fn seed(minutes: u16, count: std::ops::RangeInclusive<usize>) -> (u64, Vec<Prompt>) {
    let fits = |mix: &[Prompt]| mix[0].kind == PromptKind::Technical && count.contains(&mix.len());
    (0..200).map(|seed| (seed, mix(minutes, seed))).find(|(_, mix)| fits(mix)).expect("such a mix")
}

#[test]
fn a_mock_interview_ends_with_a_report_that_is_printed_again_and_taken_back() {
    let data = folder();
    let (seed, mix) = seed(10, 1..=1);
    let (prompt, seed) = (&mix[0], seed.to_string());
    let args = ["mock", "--minutes", "10", "--seed", &seed, "--json"];
    let done = jenjang(data.path(), &args, &perfect(prompt, &prompt.model_full.en, "skip"));
    let said = String::from_utf8_lossy(&done.stderr).into_owned();
    assert_eq!(code(&done), 0, "{said}");
    for start in ["Mix: ", "Rule: ", "Question 1: ", "Debrief: ", "Calibration: ", "Pace: ", "Fillers: "] {
        assert!(said.lines().any(|line| line.starts_with(start)), "{start}\n{said}");
    }
    let whole = json(&done);
    let report = &whole["data"]["report"];
    assert_eq!((whole["schema"].as_str(), whole["data"]["recorded"].as_bool()), (Some("jenjang.mock/1"), Some(true)));
    assert_eq!((report["points"]["percent"].as_u64(), report["readiness"].as_str()), (Some(100), Some("ready")));
    assert_eq!(report["planned"], serde_json::json!([prompt.id.to_string()]));
    assert_eq!((report["seed"].to_string(), report["stopped_early"].as_bool()), (seed, Some(false)));
    let again = json(&jenjang(data.path(), &["mock", "--last", "--json"], ""));
    assert_eq!(again["data"]["report"], *report, "the report is made from the log");
    let lines = out(&jenjang(data.path(), &["mock", "--last"], ""));
    assert!(lines.starts_with("Mock interview, 10 min, level 2, "), "{lines}");
    assert_eq!(code(&jenjang(data.path(), &["undo"], "")), 0);
    assert_eq!(code(&jenjang(data.path(), &["mock", "--last"], "")), 3, "its end was taken back");
    assert_eq!(code(&jenjang(data.path(), &["answers"], "")), 0, "its answer was not");
    assert_eq!(code(&jenjang(data.path(), &["data", "doctor"], "")), 0);
}

#[test]
fn a_mock_interview_that_was_left_goes_on_and_stopping_early_still_gives_a_report_to_schedule_from() {
    let data = folder();
    let (seed, mix) = seed(45, 3..=9);
    let of = mix.len();
    let typed = perfect(&mix[0], "I would look first.", "skip").replacen("\n.\n", "\n.\n/skip\n/skip\n", 1);
    let first = jenjang(data.path(), &["mock", "--seed", &seed.to_string(), "--plain"], &typed);
    let text = out(&first);
    assert!(text.contains(&format!("Break: 1 of {of} questions answered.")), "{text}");
    assert!(String::from_utf8_lossy(&first.stderr).contains("\"jenjang mock\" goes on with it"));
    let today = json(&jenjang(data.path(), &["today", "--json"], ""));
    assert_eq!(today["data"]["next_answer"]["mock"], true);
    let input = "\nfinish\nschedule\nundo\ncompare\nquestions?\n\n";
    let text = out(&jenjang(data.path(), &["mock", "--plain"], input));
    for line in [
        "Unfinished: ",
        "Break: 1 of ",
        "Stopped after 1 of ",
        "Weakest area: ",
        "Scheduled: ",
        "Taken back",
        "Compared: ",
    ] {
        assert!(text.contains(line), "{line}\n{text}");
    }
    assert!(text.contains("Not understood"), "{text}");
    assert_eq!(code(&jenjang(data.path(), &["mock", "--last"], "")), 0);
    let slip = jenjang(data.path(), &["mock", "--track", "no-such-track", "--plain"], "");
    assert_eq!((code(&slip), out(&slip).as_str()), (6, ""));
    assert_eq!(code(&jenjang(data.path(), &["mock", "--minutes", "5"], "")), 2);
}

#[test]
fn a_working_day_goes_on_where_its_lines_ended_and_is_lived_to_its_end() {
    let data = folder();
    let first = jenjang(data.path(), &["day", "ordinary"], "colleague\n4\n\n");
    let said = out(&first);
    assert!(said.contains("DevOps: \"The disk gains a percent a day"), "{said}");
    assert!(said.contains("Slot 2 of 10"), "{said}");
    let second = out(&jenjang(data.path(), &["day", "ordinary"], "undo\nundo\n"));
    assert!(second.contains("Slot 2 of 10") && second.contains("Slot 1 of 10"), "{second}");
    let rest = "1\n\n".repeat(10);
    let last = jenjang(data.path(), &["day", "ordinary"], &format!("{rest}Index first.\n\n\n"));
    let said = out(&last);
    assert!(said.contains("The decision that mattered") && said.contains("The day is saved."), "{said}");
    assert_eq!(code(&last), 0);
    let anew = out(&jenjang(data.path(), &["day", "ordinary"], ""));
    assert!(anew.contains("Slot 1 of 10"), "nothing is left of it: {anew}");
}
