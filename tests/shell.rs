//! The command line: exit codes, results on standard output, messages on standard error, lines without escapes.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

#[path = "support/reports.rs"]
mod reports;
mod support;

fn jenjang(data: &Path, args: &[&str]) -> Output {
    with_input(data, args, "")
}

fn with_input(data: &Path, args: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_jenjang"))
        .args(args)
        .env_clear()
        .env("HOME", data)
        .env("LANG", "en_US.UTF-8")
        .env("JENJANG_DATA_DIR", data)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("jenjang starts");
    // A command that reads nothing may be gone before the input is.
    let _ = child.stdin.take().expect("standard input").write_all(input.as_bytes());
    child.wait_with_output().expect("jenjang ends")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).expect("results are text")
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn code(output: &Output) -> i32 {
    output.status.code().unwrap_or(-1)
}

fn json(output: &Output) -> Value {
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", out(output)));
    reports::hold_to_schema(&report);
    report
}

fn learner() -> tempfile::TempDir {
    let data = tempfile::tempdir().expect("a folder");
    support::install_small_pack(data.path());
    data
}

#[test]
fn a_review_over_pipes_asks_answers_and_ends_cleanly_when_the_input_ends() {
    let data = learner();
    let done = with_input(data.path(), &["review", "first", "--plain", "--items", "2"], "2\n\n1\n\n");
    assert_eq!(code(&done), 0);
    let text = out(&done);
    assert!(text.contains("Question 1 of 2. Topic: Small pack, First topic. Single choice, 2 options."), "{text}");
    assert!(text.contains("Result: right."), "{text}");
    assert!(text.contains("Result: not yet."), "{text}");
    assert!(text.contains("Option 2: right. this one"), "{text}");
    assert!(!text.contains('\u{1b}'), "plain lines have no escapes");
}

#[test]
fn what_was_answered_before_the_input_ended_is_there_afterwards() {
    let data = learner();
    with_input(data.path(), &["review", "first", "--plain"], "2\n");
    let today = json(&jenjang(data.path(), &["today", "--json"]));
    assert_eq!(today["schema"], "jenjang.today/1");
    assert_eq!(today["data"]["answered_today"], 1);
}

#[test]
fn an_answer_can_be_taken_back_and_brought_back_from_the_shell() {
    let data = learner();
    with_input(data.path(), &["review", "first", "--plain"], "2\n");
    assert_eq!(code(&jenjang(data.path(), &["undo"])), 0);
    let today = json(&jenjang(data.path(), &["today", "--json"]));
    assert_eq!(today["data"]["answered_today"], 0);
    assert_eq!(code(&jenjang(data.path(), &["undo", "--redo"])), 0);
    let today = json(&jenjang(data.path(), &["today", "--json"]));
    assert_eq!(today["data"]["answered_today"], 1);
    let doctor = jenjang(data.path(), &["data", "doctor"]);
    assert_eq!(code(&doctor), 0, "{}", out(&doctor));
}

#[test]
fn with_nothing_to_take_back_undo_says_so_with_its_exit_code() {
    let data = learner();
    assert_eq!(code(&jenjang(data.path(), &["undo"])), 3);
}

#[test]
fn today_check_tells_by_its_exit_code_whether_something_is_due() {
    let data = learner();
    let none = jenjang(data.path(), &["today", "--check"]);
    assert_eq!((code(&none), out(&none).as_str()), (3, ""));
}

#[test]
fn a_topic_that_does_not_exist_is_answered_with_the_nearest_one() {
    let data = learner();
    let output = jenjang(data.path(), &["review", "frist", "--plain"]);
    assert_eq!(code(&output), 6);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("Did you mean first?"), "{said}");
    assert_eq!(out(&output), "");
}

#[test]
fn errors_are_one_json_object_on_standard_error_when_json_is_asked_for() {
    let data = learner();
    let output = jenjang(data.path(), &["review", "nowhere", "--json"]);
    let error: Value = serde_json::from_slice(&output.stderr).expect("one JSON object");
    reports::hold_to_schema(&error);
    assert_eq!(error["schema"], "jenjang.error/1");
    assert_eq!(error["code"], "J-NO-TOPIC");
}

#[test]
fn wrong_usage_has_its_own_exit_code() {
    let data = learner();
    assert_eq!(code(&jenjang(data.path(), &["fly"])), 2);
    assert_eq!(code(&jenjang(data.path(), &["config", "set", "study.minutes", "many"])), 2);
    assert_eq!(code(&jenjang(data.path(), &["config", "get", "study.minuts"])), 6);
}

#[test]
fn a_setting_is_written_read_and_checked() {
    let data = learner();
    assert_eq!(code(&jenjang(data.path(), &["config", "set", "study.minutes", "20"])), 0);
    assert_eq!(out(&jenjang(data.path(), &["config", "get", "study.minutes"])), "20\n");
    assert_eq!(code(&jenjang(data.path(), &["config", "check"])), 0);
    let path = out(&jenjang(data.path(), &["config", "path"]));
    std::fs::write(path.trim(), "[study]\nminuts = 3\n").expect("the settings file");
    let checked = jenjang(data.path(), &["config", "check"]);
    assert_eq!(code(&checked), 4);
    assert!(String::from_utf8_lossy(&checked.stderr).contains(":2: study.minuts is no setting"));
}

#[test]
fn a_broken_pack_is_reported_and_the_rest_works() {
    let data = learner();
    let broken = data.path().join("packs/small/first/questions.toml");
    std::fs::write(&broken, "[[question]]\nid = \"q1\"\nkind = \"sinlge\"\n").expect("the file");
    let output = jenjang(data.path(), &["today"]);
    assert_eq!(code(&output), 0);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("small"), "{said}");
    assert!(out(&output).contains("Lesson: "), "the built-in packs are there: {}", out(&output));
}

#[test]
fn search_finds_in_both_languages_and_says_when_it_finds_nothing() {
    let data = learner();
    let found = out(&jenjang(data.path(), &["search", "idempoten"]));
    assert!(found.contains("backend-roadmap/idempotency"), "{found}");
    assert_eq!(code(&jenjang(data.path(), &["search", "zzzzzz"])), 3);
}

#[test]
fn the_log_moves_to_another_machine_and_back_without_doubling_anything() {
    let (one, two) = (learner(), learner());
    with_input(one.path(), &["review", "first", "--plain", "--items", "2"], "2\n\n2\n\n");
    with_input(two.path(), &["review", "first", "--plain", "--items", "1"], "1\n\n");
    let file = one.path().join("log.ndjson");
    let name = file.to_string_lossy().into_owned();
    assert_eq!(code(&jenjang(one.path(), &["data", "export", &name])), 0);
    let first = out(&jenjang(two.path(), &["data", "import", &name]));
    assert!(first.starts_with("2 new"), "{first}");
    let again = out(&jenjang(two.path(), &["data", "import", &name]));
    assert!(again.starts_with("0 new"), "{again}");
    assert_eq!(code(&jenjang(two.path(), &["data", "doctor"])), 0);
}

#[test]
fn a_backup_can_be_made_listed_and_restored_only_with_consent() {
    let data = learner();
    with_input(data.path(), &["review", "first", "--plain"], "2\n");
    let made = out(&jenjang(data.path(), &["data", "backup"]));
    assert!(Path::new(made.trim()).is_file(), "{made}");
    let refused = jenjang(data.path(), &["data", "restore", made.trim(), "--no-input"]);
    assert_eq!(code(&refused), 7);
    let done = jenjang(data.path(), &["data", "restore", made.trim(), "--yes"]);
    assert_eq!(code(&done), 0, "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn data_of_a_newer_version_is_not_touched() {
    let data = learner();
    with_input(data.path(), &["review", "first", "--plain"], "2\n");
    let file = data.path().join("jenjang.db");
    let mut bytes = std::fs::read(&file).expect("the data file");
    // SQLite keeps the user version in bytes 60 to 63 of the header, big end first.
    bytes[60..64].copy_from_slice(&9999u32.to_be_bytes());
    std::fs::write(&file, &bytes).expect("the data file");
    let output = jenjang(data.path(), &["review", "--plain"]);
    assert_eq!(code(&output), 5);
    assert_eq!(std::fs::read(&file).expect("the data file"), bytes);
}

#[test]
fn reports_are_json_under_their_schema() {
    let data = learner();
    for (args, schema) in [
        (vec!["path", "--json"], "jenjang.path/1"),
        (vec!["path", "--track", "level-2", "--json"], "jenjang.path/1"),
        (vec!["ladder", "--json"], "jenjang.ladder/1"),
        (vec!["tracks", "--json"], "jenjang.tracks/1"),
        (vec!["checklist", "--json"], "jenjang.checklists/1"),
        (vec!["checklist", "definition-of-done", "--json"], "jenjang.checklist/1"),
        (vec!["stats", "--json"], "jenjang.stats/1"),
        (vec!["search", "cache", "--json"], "jenjang.search/1"),
        (vec!["today", "--json"], "jenjang.today/1"),
        (vec!["answers", "--json"], "jenjang.answers/1"),
        (vec!["agent", "--track", "level-2", "--with-progress", "--json"], "jenjang.agent/1"),
        (vec!["day", "--list", "--json"], "jenjang.days/1"),
        (vec!["flags", "--json"], "jenjang.flags/1"),
        (vec!["mock", "--last", "--json"], "jenjang.mock/1"),
        (vec!["pack", "list", "--json"], "jenjang.packs/1"),
        (vec!["pack", "info", "career-ladder", "--json"], "jenjang.pack/1"),
    ] {
        assert_eq!(json(&jenjang(data.path(), &args))["schema"], schema);
    }
}

#[test]
fn a_rating_a_proof_and_a_tick_are_kept_and_taken_back_from_the_shell() {
    let data = learner();
    let run = |args: &[&str]| jenjang(data.path(), args);
    let rate = ["ladder", "--rate", "s3.l1.mastery.01=consistently", "--json"];
    assert_eq!(json(&run(&rate))["data"]["counts"]["consistent"], 1);
    let prove = ["ladder", "--prove", "s3.l1.mastery.01", "--result", "Merged in a day", "--json"];
    assert_eq!(json(&run(&prove))["data"]["counts"]["proven"], 1);
    let packet = out(&run(&["ladder", "--format", "md", "--leave-out", "evidence,matrix"]));
    assert!(packet.contains("1 proof") && !packet.contains("Merged in a day") && !packet.contains('|'), "{packet}");
    let taken = out(&run(&["undo"]));
    let first = json(&run(&["ladder", "--json"]))["data"]["statements"][0]["text"]["en"].clone();
    assert!(first.as_str().is_some_and(|text| taken.contains(text)), "the statement is named: {taken} {first}");
    assert_eq!(json(&run(&["ladder", "--json"]))["data"]["counts"]["proven"], 0);
    assert_eq!(code(&run(&["ladder", "--rate", "s3.l9.x=sometimes"])), 6);
    assert_eq!(code(&run(&["ladder", "--leave-out", "salary"])), 2);
    let tick = ["checklist", "definition-of-done", "--work", "MR 214", "--tick", "types", "--format", "md"];
    assert!(out(&run(&tick)).contains("- [x]"));
    assert_eq!(code(&run(&["checklist", "nowhere"])), 6);
}

#[test]
fn a_tick_that_changes_nothing_or_is_refused_is_not_written_down() {
    let data = learner();
    let run = |more: &[&str]| {
        let whole = [&["checklist", "definition-of-done", "--work", "MR 214"], more].concat();
        code(&jenjang(data.path(), &whole))
    };
    let steps = || out(&jenjang(data.path(), &["undo", "--list"])).lines().count();
    assert_eq!(code(&jenjang(data.path(), &["checklist", "definition-of-done", "--work", "other", "--tick", "1"])), 0);
    let before = steps();
    assert_eq!((run(&["--untick", "2"]), run(&["--put-away"])), (6, 6), "there is no such work");
    assert_eq!(steps(), before);
    assert_eq!((run(&["--tick", "2"]), run(&["--tick", "2"]), run(&["--untick", "1"])), (0, 0, 0));
    assert_eq!(steps(), before + 1, "one tick changed something");
    assert_eq!((run(&["--put-away"]), run(&["--put-away"])), (0, 6));
    assert_eq!(steps(), before + 2);
}

#[test]
fn who_rates_by_lines_finds_the_names_and_hears_what_was_saved_and_no_more() {
    let data = learner();
    let run = |args: &[&str]| jenjang(data.path(), args);
    let list = out(&run(&["ladder", "--list", "--level", "2"]));
    let line = list.lines().find(|line| line.contains("s3.l2.impact.03")).unwrap_or_default();
    assert!(line.contains("(not rated)") && !list.contains("s3.l1"), "{list}");
    let rate = ["ladder", "--rate", "s3.l2.impact.03=consistently"];
    let said = out(&run(&rate));
    assert!(said.lines().count() == 2 && said.ends_with("not rated -> claimed, no proof.\n"), "{said}");
    let said = out(&run(&rate));
    assert!(said.ends_with("Stays: claimed, no proof.\n"), "{said}");
    let prove = |more: &[&str]| run(&[&["ladder", "--prove", "s3.l2.impact.03"], more].concat());
    assert_eq!(code(&prove(&[])), 2, "nothing is no evidence");
    assert_eq!(code(&prove(&["--result", "Done", "--day", "2999-01-01"])), 2, "what is still to come is none");
    let said = out(&prove(&["--result", "Done"]));
    assert!(said.contains("claimed, no proof -> proven."), "{said}");
    let undone = out(&run(&["undo", "--list"]));
    assert_eq!(undone.lines().count(), 2, "the same rating again left nothing: {undone}");
}

#[test]
fn evidence_cannot_speak_to_the_terminal_in_the_list_or_the_packet() {
    let data = learner();
    let run = |args: &[&str]| out(&jenjang(data.path(), args));
    run(&["ladder", "--rate", "s3.l2.impact.03=consistently"]);
    run(&["ladder", "--prove", "s3.l2.impact.03", "--result", "\u{1b}]0;owned\u{7}Done"]);
    for args in [&["ladder", "--list"][..], &["ladder"], &["ladder", "--format", "md"]] {
        let said = run(args);
        assert!(said.contains("]0;ownedDone") && !said.contains(['\u{1b}', '\u{7}']), "{said:?}");
    }
}

#[test]
fn of_several_ratings_of_a_statement_the_last_one_holds() {
    let data = learner();
    let rate = |words: &[&str]| {
        let rated = words.iter().flat_map(|word| ["--rate".to_owned(), format!("s3.l2.impact.03={word}")]);
        let args: Vec<String> = std::iter::once("ladder".to_owned()).chain(rated).collect();
        out(&jenjang(data.path(), &args.iter().map(String::as_str).collect::<Vec<_>>()))
    };
    rate(&["consistently"]);
    let said = rate(&["not-yet", "consistently"]);
    assert!(said.ends_with("Stays: claimed, no proof.\n"), "{said}");
}

#[test]
fn an_item_is_ticked_by_the_number_that_the_text_shows() {
    let data = learner();
    let tick = |item| jenjang(data.path(), &["checklist", "definition-of-done", "--work", "MR 214", "--tick", item]);
    let said = out(&tick("2"));
    assert!(said.contains("[x] 2. ") && said.contains("[ ] 1. "), "{said}");
    assert_eq!([code(&tick("0")), code(&tick("99"))], [6, 6]);
}

#[test]
fn two_tracks_are_followed_and_a_third_is_refused() {
    let data = learner();
    let add = |track: &str| code(&jenjang(data.path(), &["tracks", track, "--add"]));
    assert_eq!([add("api-specialist"), add("database-reliability"), add("platform-engineer")], [0, 0, 7]);
    assert_eq!(code(&jenjang(data.path(), &["tracks", "api-specialist", "--remove"])), 0);
    assert_eq!(add("platform-engineer"), 0);
    let slip = jenjang(data.path(), &["tracks", "platfrom-engineer"]);
    assert_eq!(code(&slip), 6);
    assert!(err(&slip).contains("Did you mean platform-engineer?"), "{}", err(&slip));
}

#[test]
fn a_level_path_is_followed_like_a_track_and_leads_today() {
    let data = learner();
    let next = || json(&jenjang(data.path(), &["today", "--json"]))["data"]["plan"].to_string();
    let before = next();
    assert_eq!(code(&jenjang(data.path(), &["tracks", "level-4", "--add"])), 0);
    let all = json(&jenjang(data.path(), &["tracks", "--json"]))["data"]["tracks"].clone();
    let followed = |one: &&serde_json::Value| one["followed"] == true;
    let names: Vec<&str> =
        all.as_array().into_iter().flatten().filter(followed).filter_map(|one| one["track"].as_str()).collect();
    assert_eq!(names, ["career-ladder/level-4"]);
    assert_ne!(next(), before, "its first lesson comes next");
    assert!(out(&jenjang(data.path(), &["undo"])).contains("Level 4"));
    assert_eq!(next(), before);
}

#[test]
fn the_keymap_completions_manual_and_check_codes_explain_themselves() {
    let data = learner();
    assert!(out(&jenjang(data.path(), &["config", "keys"])).contains("| `Enter` |"));
    assert!(out(&jenjang(data.path(), &["completions", "bash"])).contains("jenjang"));
    assert!(out(&jenjang(data.path(), &["completions", "fish"])).contains("sheet"));
    assert!(out(&jenjang(data.path(), &["help", "pack", "sheet"])).contains("--answers"));
    assert!(out(&jenjang(data.path(), &["man"])).contains(".TH"));
    assert!(out(&jenjang(data.path(), &["help", "J012"])).contains("Better ("));
    assert!(out(&jenjang(data.path(), &["help", "codes"])).contains("J104  warning"));
    assert_eq!(code(&jenjang(data.path(), &["help", "J999"])), 6);
}

#[test]
fn pack_check_has_exit_code_four_for_errors_and_zero_for_a_good_pack() {
    let data = learner();
    let pack = data.path().join("packs/small");
    let name = pack.to_string_lossy().into_owned();
    assert_eq!(code(&jenjang(data.path(), &["pack", "check", &name])), 0);
    std::fs::write(pack.join("first/questions.toml"), "[[question]]\nid = 3\n").expect("the file");
    let bad = jenjang(data.path(), &["pack", "check", &name, "--format", "json"]);
    assert_eq!(code(&bad), 4);
    assert_eq!(json(&bad)["schema"], "jenjang.check/1");
}

#[test]
fn indonesian_is_spoken_when_it_is_asked_for() {
    let data = learner();
    let text = out(&with_input(data.path(), &["review", "first", "--plain", "--lang", "id"], "2\n"));
    assert!(text.contains("Pertanyaan 1 dari 6."), "{text}");
    assert!(text.contains("Hasil: benar."), "{text}");
}

/// The events of a review over lines of JSON.
fn events(output: &Output) -> Vec<Value> {
    out(output).lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
}

#[test]
fn a_program_holds_a_whole_review_over_lines_of_json() {
    let data = learner();
    let commands = "{\"command\":\"answer\",\"value\":2}\n{\"command\":\"next\"}\n\
                    {\"command\":\"answer\",\"value\":1}\n{\"command\":\"grade\",\"grade\":\"hard\"}\n\
                    {\"command\":\"undo\"}\n{\"command\":\"undo\"}\n\
                    {\"command\":\"answer\",\"value\":2}\n{\"command\":\"next\"}\n";
    let args = ["review", "first", "--protocol", "ndjson", "--items", "2"];
    let done = with_input(data.path(), &args, commands);
    assert_eq!(code(&done), 0, "{}", String::from_utf8_lossy(&done.stderr));
    let said = events(&done);
    let told: Vec<(&str, &str)> = said
        .iter()
        .map(|e| (e["event"].as_str().unwrap_or(""), e["result"].as_str().or(e["item"].as_str()).unwrap_or("")))
        .collect();
    let expected = [
        ("question", "small/first/q1"),
        ("feedback", "right"),
        ("question", "small/first/q2"),
        ("feedback", "wrong"),
        ("feedback", "wrong"),
        ("feedback", "wrong"),
        ("question", "small/first/q2"),
        ("feedback", "right"),
        ("summary", ""),
    ];
    assert_eq!(told, expected);
    assert_eq!(said[4]["grade"], "hard");
    let today = json(&jenjang(data.path(), &["today", "--json"]));
    assert_eq!(today["data"]["answered_today"], 2, "what was said is saved, and taken back is taken back");
    assert_eq!(code(&jenjang(data.path(), &["data", "doctor"])), 0);
}

#[test]
fn a_program_that_goes_away_leaves_its_review_saved() {
    let data = learner();
    let args = ["review", "first", "--protocol", "ndjson"];
    let done = with_input(data.path(), &args, "{\"command\":\"answer\",\"value\":2}\nnonsense\n");
    assert_eq!(code(&done), 0);
    assert_eq!(events(&done).last().map(|e| e["code"].clone()), Some("J-NO-JSON".into()));
    let today = json(&jenjang(data.path(), &["today", "--json"]));
    assert_eq!(today["data"]["answered_today"], 1);
    assert!(out(&jenjang(data.path(), &["help", "json", "review"])).contains("jenjang.review/1"));
    let names = out(&jenjang(data.path(), &["help", "json"]));
    for name in names.lines() {
        let schema: Value = serde_json::from_str(&out(&jenjang(data.path(), &["help", "json", name]))).expect(name);
        assert!(!name.contains('/') || schema["title"] == name, "{name}");
    }
    assert!(names.contains("questions\n") && names.contains("jenjang.ladder/1\n"), "{names}");
    assert_eq!(code(&jenjang(data.path(), &["help", "json", "jenjang.ladder/2"])), 6);
}

#[test]
fn a_profile_is_a_learner_of_its_own() {
    let data = learner();
    support::install_small_pack(&data.path().join("profiles/exam"));
    let answered = |args: &[&str]| json(&jenjang(data.path(), args))["data"]["answered_today"].clone();
    let done = with_input(data.path(), &["review", "first", "--plain", "--profile", "exam"], "2\n");
    assert_eq!(code(&done), 0, "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(answered(&["today", "--json", "--profile", "exam"]), 1);
    assert_eq!(answered(&["today", "--json"]), 0);
    assert_eq!(json(&jenjang(data.path(), &["today", "--json", "--profile", "exam"]))["profile"], "exam");
    assert_eq!(json(&jenjang(data.path(), &["today", "--json"]))["profile"], "default");
}

#[test]
fn a_profile_s_settings_lie_over_those_that_all_share() {
    let data = learner();
    let get = |args: &[&str]| out(&jenjang(data.path(), args));
    assert_eq!(code(&jenjang(data.path(), &["config", "set", "study.minutes", "20"])), 0);
    assert_eq!(get(&["config", "get", "study.minutes", "--profile", "exam"]), "20\n");
    assert_eq!(code(&jenjang(data.path(), &["config", "set", "study.minutes", "45", "--profile", "exam"])), 0);
    assert_eq!(get(&["config", "get", "study.minutes", "--profile", "exam"]), "45\n");
    assert_eq!(get(&["config", "get", "study.minutes"]), "20\n");
}

#[test]
fn a_profile_is_in_help_and_completions_and_its_name_cannot_be_a_path() {
    let data = learner();
    assert!(out(&jenjang(data.path(), &["help"])).contains("--profile <NAME>"));
    for shell in ["bash", "zsh", "fish"] {
        assert!(out(&jenjang(data.path(), &["completions", shell])).contains("profile"), "{shell}");
    }
    assert_eq!(code(&jenjang(data.path(), &["today", "--profile", "../elsewhere"])), 2);
}

#[test]
fn what_was_forgotten_is_said_to_come_back_today_in_some_minutes() {
    let data = learner();
    with_input(data.path(), &["review", "first", "--plain"], "1\n");
    let text = out(&jenjang(data.path(), &["today"]));
    assert!(text.contains("Today: 1 item comes back in 10 minutes."), "{text}");
}

#[test]
fn a_sheet_asks_without_keys_and_compares_a_filled_form_with_them() {
    let data = learner();
    let pack = data.path().join("packs/small").to_string_lossy().into_owned();
    let sheet = out(&jenjang(data.path(), &["pack", "sheet", &pack, "--lang", "id"]));
    assert!(sheet.starts_with("# small/first  (id)\n\n## q1  [single]\n"), "{sheet}");
    assert!(sheet.contains("  a  ") && !sheet.contains("this one") && !sheet.contains("right = "), "{sheet}");
    let form = out(&jenjang(data.path(), &["pack", "sheet", &pack, "--form"]));
    let file = data.path().join("answers.txt");
    let name = file.to_string_lossy().into_owned();
    let compare = |text: &str| {
        std::fs::write(&file, text).expect("the form");
        jenjang(data.path(), &["pack", "sheet", &pack, "--answers", &name])
    };
    let empty = compare(&form);
    assert_eq!(code(&empty), 4, "nothing was answered");
    assert!(out(&empty).contains(" 0 answered, 0 agree (-)"), "{}", out(&empty));
    let told = |text: &str| out(&compare(text)).lines().next().unwrap_or_default().to_owned();
    let answer = |letter: &str| form.replace("\nq1 =", &format!("\nq1 = {letter}"));
    let both = [told(&answer("a")), told(&answer("b"))];
    assert_eq!(both.iter().filter(|line| line.contains("first/questions.toml:1 small/first/q1 [single]")).count(), 1);
    assert_eq!(code(&compare("[small/first]\nwhat is this")), 4);
    assert_eq!(code(&jenjang(data.path(), &["pack", "sheet", &pack, "--lang", "id", "--answers", &name])), 4);
    std::fs::write(&file, &form).expect("the form");
    assert_eq!(code(&jenjang(data.path(), &["pack", "sheet", &pack, "--lang", "id", "--answers", &name])), 2);
    assert_eq!(code(&jenjang(data.path(), &["pack", "sheet", &pack, "--answers", "nowhere.txt"])), 6);
}

/// The learner with a role variation in their pack, who has answered a question of its topic wrong.
fn learner_on_a_track() -> tempfile::TempDir {
    let data = learner();
    let paths = data.path().join("packs/small/paths");
    std::fs::create_dir_all(&paths).expect("a folder");
    let track = "id = \"tracker\"\nkind = \"track\"\ntitle = \"Tracking engineer\"\nsummary = \"Follows things\"\n\
                 [[stage]]\ntitle = \"Follow one\"\ntopics = [\"first\"]\n";
    std::fs::write(paths.join("tracker.toml"), track).expect("the track");
    with_input(data.path(), &["review", "first", "--plain", "--items", "1"], "1\n\n");
    data
}

#[test]
fn the_system_prompt_of_a_question_holds_its_rubric_and_ends_with_the_first_thing_to_do() {
    let data = learner();
    let library = jenjang::packs::Library::builtin();
    let head = library.prompts().first().expect("a question");
    let prompt = library.prompt(&head.id).expect("it is built in");
    for (lang, begin, ask) in [("en", "## Begin now", &prompt.ask.en), ("id", "## Mulai sekarang", &prompt.ask.id)] {
        let args =
            ["agent", "--prompt", head.id.as_str(), "--persona", "data-custodian", "--level", "4", "--lang", lang];
        let done = jenjang(data.path(), &args);
        assert_eq!(code(&done), 0);
        let text = out(&done);
        assert!(text.starts_with("# Backend_Architect") && text.contains(&format!("> {}", ask.trim())), "{text}");
        assert!(prompt.points.iter().all(|point| text.contains(&format!("- `{}` ", point.id))), "{text}");
        assert!(text.rfind("\n## ").is_some_and(|last| text[last..].contains(begin)), "{text}");
        assert!(!text.contains('\u{1b}') && text.contains("- `persona`: backend-roadmap/data-custodian\n"), "{text}");
        assert!(!done.stderr.is_empty(), "that nothing was sent is said beside the result");
    }
    let quiet = jenjang(data.path(), &["agent", "-q", "--format", "text"]);
    assert!(quiet.stderr.is_empty() && !out(&quiet).contains("**"), "{}", out(&quiet));
}

#[test]
fn the_system_prompt_tells_of_the_learner_only_when_it_is_asked_to() {
    let data = learner_on_a_track();
    let silent = out(&jenjang(data.path(), &["agent"]));
    assert!(silent.contains("## Question 3: ") && !silent.contains("First topic"), "{silent}");
    let told = jenjang(data.path(), &["agent", "--with-progress", "--json"]);
    let report = json(&told);
    assert_eq!(report["schema"], "jenjang.agent/1");
    assert_eq!(report["data"]["with_progress"], true);
    assert!(told.stderr.is_empty(), "{}", String::from_utf8_lossy(&told.stderr));
    let text = report["data"]["system_prompt"].as_str().expect("the prompt");
    assert!(text.contains("- **Weak topics**: First topic\n"), "{text}");
    assert!(!text.contains("wrong 1") && !text.contains("Question number"), "names only: {text}");
}

#[test]
fn the_system_prompt_follows_a_track_also_when_its_topics_have_no_interview_question() {
    let data = learner_on_a_track();
    let done = jenjang(data.path(), &["agent", "--track", "tracker", "--format", "json"]);
    let report = json(&done);
    assert_eq!(report["data"]["track"], "small/tracker");
    assert_eq!(report["data"]["prompts"].as_array().map(Vec::len), Some(0));
    let text = report["data"]["system_prompt"].as_str().expect("the prompt");
    assert!(text.contains("- **Follow one**: First topic\n") && text.contains("That is your rubric."), "{text}");
}

#[test]
fn a_persona_question_or_track_that_does_not_exist_is_answered_with_the_nearest_one() {
    let data = learner_on_a_track();
    for (flag, typed, near, name) in [
        ("--persona", "data-custodain", "data-custodian", "J-NO-PERSONA"),
        ("--track", "trakcer", "tracker", "J-NO-TRACK"),
    ] {
        let output = jenjang(data.path(), &["agent", flag, typed]);
        assert_eq!((code(&output), out(&output).as_str()), (6, ""));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(said.contains(&format!("Did you mean {near}?")), "{said}");
        let error = jenjang(data.path(), &["agent", flag, typed, "--json"]);
        assert!(String::from_utf8_lossy(&error.stderr).contains(name));
    }
    assert_eq!(code(&jenjang(data.path(), &["agent", "--prompt", "no-such-question"])), 6);
    assert_eq!(code(&jenjang(data.path(), &["agent", "--level", "7"])), 2);
}

#[test]
fn the_agent_is_in_help_completions_and_the_manual() {
    let data = learner();
    assert!(out(&jenjang(data.path(), &["help", "agent"])).contains("--with-progress"));
    assert!(out(&jenjang(data.path(), &["completions", "bash"])).contains("--with-progress"));
    assert!(out(&jenjang(data.path(), &["man"])).contains("agent"));
}

#[test]
fn beside_an_open_window_a_command_that_writes_says_who_is_writing() {
    let data = learner();
    let options = jenjang::store::OpenOptions::default();
    let opened = jenjang::store::Store::open(data.path(), &options).expect("this window writes");
    let done = with_input(data.path(), &["review", "first", "--plain"], "2\n");
    assert_eq!(code(&done), 5);
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(said.contains(&format!("Another jenjang (process {}) is writing.", std::process::id())), "{said}");
    drop(opened);
    let done = with_input(data.path(), &["review", "first", "--plain"], "2\n");
    assert_eq!(code(&done), 0, "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_file_that_cannot_be_moved_to_or_from_is_named_in_the_learners_language() {
    let data = learner();
    let told = |args: &[&str]| {
        let output = jenjang(data.path(), args);
        (code(&output), err(&output))
    };
    let none = data.path().join("none/file.ndjson").to_string_lossy().into_owned();
    let (status, said) = told(&["data", "import", &none]);
    assert_eq!((status, said), (6, format!("jenjang: There is no file {none}.\n")));
    let (status, said) = told(&["data", "import", &none, "--lang", "id"]);
    assert_eq!((status, said), (6, format!("jenjang: Tidak ada berkas {none}.\n")));
    let folder = data.path().join("none").to_string_lossy().into_owned();
    let (status, said) = told(&["data", "export", &none]);
    assert_eq!((status, said), (6, format!("jenjang: There is no folder {folder}.\n")));
    let (status, said) = told(&["data", "export", &none, "--lang", "id"]);
    assert_eq!((status, said), (6, format!("jenjang: Tidak ada folder {folder}.\n")));
}

#[test]
fn what_the_command_line_refuses_is_told_in_the_learners_language() {
    let data = learner();
    for (args, status, expected) in [
        (&["config", "get", "study.minute"][..], 6, "Tidak ada pengaturan study.minute."),
        (&["config", "get", "study.minute"], 6, "Maksudmu study.minutes?"),
        (&["config", "set", "screen.language", "fr"], 2, "screen.language menerima salah satu dari: "),
        (&["config", "set", "screen.theme", "a/b"], 2, "screen.theme menerima salah satu dari: "),
        (
            &["config", "set", "study.recall_aim", "99"],
            2,
            "study.recall_aim menerima bilangan bulat dari 70 sampai 97.",
        ),
        (
            &["config", "set", "study.minutes", "3"],
            2,
            "study.minutes menerima 0 atau bilangan bulat dari 5 sampai 240.",
        ),
        (&["config", "set", "study.instant_submit", "maybe"], 2, "study.instant_submit menerima true atau false."),
        (&["stats", "--since", "abc"], 2, "Waktu \"abc\" tidak dikenal: tulis 4w, 30d, atau 2026-11-01."),
        (&["help", "nothing"], 6, "Tidak ada bantuan untuk \"nothing\"."),
    ] {
        let output = jenjang(data.path(), &[args, &["--lang", "id"]].concat());
        assert_eq!(code(&output), status, "{args:?}");
        assert!(err(&output).contains(expected), "{args:?}: {}", err(&output));
    }
    let output = jenjang(data.path(), &["config", "set", "study.minutes", "3"]);
    assert!(err(&output).contains("study.minutes takes 0 or a whole number from 5 to 240."), "{}", err(&output));
    assert_eq!(code(&jenjang(data.path(), &["config", "set", "study.minutes", "0"])), 0, "until done");
}
