//! The tools for people who write packs, run as they run them: results, exit codes, files.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use jenjang::domain::ids::{ItemId, TopicId};
use jenjang::domain::memory::Memory;
use jenjang::store::{OpenOptions, Store};

use serde_json::Value;

#[path = "support/reports.rs"]
mod reports;
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
    let report = serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", out(output)));
    reports::hold_to_schema(&report);
    report
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
fn a_check_and_the_help_of_a_rule_speak_the_reader_s_language_and_leave_what_machines_look_for() {
    let home = desk();
    edit(home.path(), "packs/small/first/questions.toml", |text| text.replacen("section", "secton", 1));
    let check =
        |more: &[&str]| jenjang(home.path(), &[&["--lang", "id", "pack", "check", "packs/small"], more].concat());
    let human = check(&[]);
    assert_eq!(code(&human), 4);
    let text = out(&human);
    assert!(text.starts_with("error[J002]: soal single tidak punya kunci `secton`\n"), "{text}");
    assert!(text.contains("= help: maksudmu `section`?\n"), "{text}");
    let numbers = text.lines().last().unwrap_or_default();
    assert!(numbers.contains(" topik, ") && numbers.ends_with("1 error, 1 peringatan"), "{text}");
    let told = json(&check(&["--format", "json"]));
    assert_eq!(told["data"]["problems"][0]["severity"], "error");
    assert_eq!(told["data"]["problems"][0]["message"], "soal single tidak punya kunci `secton`");
    let log = json(&check(&["--format", "sarif"]));
    assert_eq!(
        log["runs"][0]["results"][0]["message"]["text"],
        "soal single tidak punya kunci `secton`\nmaksudmu `section`?"
    );
    assert_eq!(
        log["runs"][0]["tool"]["driver"]["rules"][0]["shortDescription"]["text"],
        "Kunci yang tidak dikenal formatnya."
    );
    let github = out(&check(&["--format", "github"]));
    assert!(github.starts_with("::error file=") && github.contains("::soal single tidak punya"), "{github}");
    assert!(
        out(&check(&["--fix"])).starts_with("diperbaiki packs/small/first/questions.toml: `secton` sekarang `section`")
    );

    let help = out(&jenjang(home.path(), &["--lang", "id", "help", "J104"]));
    assert!(help.starts_with("warning J104: no-why\n\nOpsi, alasan, isian, "), "{help}");
    assert!(
        help.contains("\nJangan begini (t/questions.toml)\n") && help.contains("Yang pertama dilaporkan di"),
        "{help}"
    );
    let codes = out(&jenjang(home.path(), &["--lang", "id", "help", "codes"]));
    assert!(codes.contains("J013  error    `check` di pelajaran yang tidak menyebut"), "{codes}");
    let nothing = jenjang(home.path(), &["--lang", "id", "pack", "check", "packs"]);
    assert_eq!(code(&nothing), 0, "a folder of packs: {}", err(&nothing));
    let nothing = jenjang(home.path(), &["--lang", "id", "pack", "check", "nowhere"]);
    assert_eq!((code(&nothing), err(&nothing).contains("nowhere bukan folder")), (6, true), "{}", err(&nothing));
}

#[test]
fn a_new_pack_passes_the_check_in_both_languages_and_is_never_written_over() {
    for lang in ["en", "id"] {
        let home = tempfile::tempdir().expect("a folder");
        let made = jenjang(home.path(), &["pack", "new", "redis-notes", "--lang", lang]);
        assert_eq!(code(&made), 0, "{}", err(&made));
        assert!(out(&made).contains("redis-notes/"), "{}", out(&made));
        let checked = jenjang(home.path(), &["pack", "check", "redis-notes"]);
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

/// The words of a line, by its place.
#[test]
fn a_list_of_outcomes_is_read_whatever_its_file_is_called_and_one_without_any_is_refused() {
    let home = desk();
    for (at, file) in ["l.txt", "s.csv", "t.tsv"].into_iter().enumerate() {
        std::fs::write(home.path().join(file), "kafka.a\tone\nkafka.b\ttwo\n").expect("the list");
        let name = format!("from-{at}");
        let made = jenjang(home.path(), &["pack", "new", &name, "--syllabus", file]);
        assert_eq!(code(&made), 0, "{}", err(&made));
        assert!(out(&made).contains("2 outcomes"), "{file}: {}", out(&made));
        let syllabus = std::fs::read_to_string(home.path().join(name).join("syllabus.tsv")).expect("a syllabus");
        assert!(syllabus.contains("\nkafka.a\tone\nkafka.b\ttwo\n"), "{syllabus}");
    }
    std::fs::write(home.path().join("words.txt"), "kafka a\nkafka b\n").expect("the list");
    for (lang, looked_for) in [("en", "a tab and its topic"), ("id", "tab, lalu topiknya")] {
        let refused = jenjang(home.path(), &["pack", "new", "none", "--syllabus", "words.txt", "--lang", lang]);
        assert_eq!(code(&refused), 4);
        assert!(err(&refused).contains(looked_for), "{}", err(&refused));
        assert!(!home.path().join("none").exists());
    }
}

fn line(output: &Output, at: usize) -> String {
    out(output).lines().nth(at).unwrap_or_default().to_owned()
}

#[test]
fn a_build_is_the_same_everywhere_and_its_checksum_is_the_one_of_the_file() {
    let (one, two) = (desk(), desk());
    std::fs::rename(two.path().join("packs/small"), two.path().join("elsewhere")).expect("the pack moves");
    let first = jenjang(one.path(), &["pack", "build", "packs/small"]);
    let second = jenjang(two.path(), &["pack", "build", "elsewhere", "--out", "to/send", "--json"]);
    assert_eq!((code(&first), code(&second)), (0, 0), "{}{}", err(&first), err(&second));
    let built = json(&second);
    assert_eq!(built["data"]["file"], "to/send/small-0.1.0.jpack");
    assert_eq!(line(&first, 1), format!("sha256 {}", built["data"]["sha256"].as_str().unwrap_or_default()));
    let content = |path: std::path::PathBuf| std::fs::read(path).expect("the archive");
    let archive = content(one.path().join("small-0.1.0.jpack"));
    assert_eq!(archive, content(two.path().join("to/send/small-0.1.0.jpack")));
    assert_eq!(code(&jenjang(one.path(), &["pack", "check", "small-0.1.0.jpack"])), 0);
    std::fs::write(one.path().join("half.jpack"), &archive[..archive.len() / 2]).expect("half of it");
    let half = jenjang(one.path(), &["pack", "check", "half.jpack"]);
    assert_eq!(code(&half), 4);
    assert!(out(&half).contains("J001"), "{}", out(&half));
}

#[test]
fn a_pack_with_errors_is_not_built_and_the_report_is_a_message() {
    let home = desk();
    edit(home.path(), "packs/small/first/questions.toml", |text| text.replacen("right = true\n", "", 1));
    let refused = jenjang(home.path(), &["pack", "build", "packs/small"]);
    assert_eq!((code(&refused), out(&refused)), (4, String::new()));
    assert!(err(&refused).contains("J012"), "{}", err(&refused));
    assert!(!home.path().join("small-0.1.0.jpack").exists());
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "nowhere"])), 6);
}

#[test]
fn a_build_that_was_built_before_with_other_content_names_the_diff_that_can_be_typed() {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "packs/small"])), 0);
    edit(home.path(), "packs/small/first/lesson.en.md", |text| text.replace("Some", "Other"));
    for lang in ["en", "id"] {
        let refused = jenjang(home.path(), &["pack", "build", "packs/small", "--lang", lang]);
        assert_eq!(code(&refused), 1);
        let told = err(&refused).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(told.contains("jenjang pack diff small-0.1.0.jpack packs/small "), "{told}");
    }
}

#[test]
fn a_diff_names_what_differs_and_the_version_that_it_needs() {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "packs/small"])), 0);
    let diff =
        |more: &[&str]| jenjang(home.path(), &[&["pack", "diff", "small-0.1.0.jpack", "packs/small"], more].concat());
    assert_eq!(code(&diff(&[])), 0);
    edit(home.path(), "packs/small/first/questions.toml", |text| {
        let swapped =
            text.replacen("id = \"a\"\ntext = \"wrong 1\"", "id = \"a\"\nright = true\ntext = \"wrong 1\"", 1);
        let swapped =
            swapped.replacen("id = \"b\"\nright = true\ntext = \"right 1\"", "id = \"b\"\ntext = \"right 1\"", 1);
        swapped.replace("Question number 2", "Question two")
    });
    let low = diff(&[]);
    assert_eq!(code(&low), 4, "{}", err(&low));
    assert!(out(&low).contains("changed answer           first/q1  Question number 1"), "{}", out(&low));
    assert!(out(&low).contains("reworded                 first/q2"), "{}", out(&low));
    assert!(out(&low).contains("0.2.0 or higher"), "{}", out(&low));
    edit(home.path(), "packs/small/pack.toml", |text| text.replace("0.1.0", "0.2.0"));
    let risen = diff(&["--json"]);
    assert_eq!(code(&risen), 0);
    assert_eq!(json(&risen)["data"]["part"], "minor");
    let indonesian = diff(&["--lang", "id"]);
    assert!(out(&indonesian).contains("jawaban berubah"), "{}", out(&indonesian));
}

/// A learner who has answered the first three questions of the installed pack `small` right; its source is `packs/small`.
fn learner() -> tempfile::TempDir {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "packs/small"])), 0);
    let installed = jenjang(home.path(), &["pack", "install", "small-0.1.0.jpack"]);
    assert_eq!(code(&installed), 0, "{}", err(&installed));
    let mut child = Command::new(env!("CARGO_BIN_EXE_jenjang"))
        .args(["review", "first", "--plain", "--items", "3", "--seed", "1"])
        .env_clear()
        .env("HOME", home.path())
        .env("JENJANG_DATA_DIR", home.path().join("data"))
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("jenjang starts");
    std::io::Write::write_all(&mut child.stdin.take().expect("input"), b"2\n\n2\n\n2\n\n").expect("answers");
    assert!(child.wait().expect("jenjang ends").success());
    home
}

fn item(name: &str) -> ItemId {
    TopicId::new("small", "first").item(name)
}

fn store(home: &Path) -> Store {
    let options = OpenOptions { read_only: true, ..OpenOptions::default() };
    Store::open(&home.join("data"), &options).expect("the data").store()
}

fn memory(home: &Path, name: &str) -> Option<Memory> {
    store(home).memory(&item(name)).expect("the memory")
}

/// The other version: one item reworded, one with a changed answer, one retired, one new.
fn write_next(home: &Path) {
    edit(home, "packs/small/pack.toml", |text| text.replace("0.1.0", "1.0.0"));
    edit(home, "packs/small/first/questions.toml", |text| {
        let swapped =
            text.replacen("id = \"a\"\ntext = \"wrong 2\"", "id = \"a\"\nright = true\ntext = \"wrong 2\"", 1);
        let swapped =
            swapped.replacen("id = \"b\"\nright = true\ntext = \"right 2\"", "id = \"b\"\ntext = \"right 2\"", 1);
        swapped.replace("Question number 1", "Question one").replace("id = \"q3\"", "id = \"q7\"")
    });
}

#[test]
fn an_update_tells_its_effects_first_and_keeps_what_the_learner_knows() {
    let home = learner();
    write_next(home.path());
    let before: Vec<_> =
        ["q1", "q2", "q3"].iter().map(|name| memory(home.path(), name).expect("it was answered")).collect();
    let tomorrow = before[1].last_day.plus(1);
    assert!(before[1].due_day > tomorrow, "the test needs an item that is due later");

    let asked = jenjang(home.path(), &["pack", "update", "packs/small"]);
    assert_eq!(code(&asked), 7, "without a word nothing happens");
    let told = out(&asked);
    for line in [
        "1 reworded, same answer: progress kept for 1",
        "1 with a changed answer: 1 asked again tomorrow",
        "1 retired: the history of 1",
        "1 new item",
        "first/q2",
    ] {
        assert!(told.contains(line), "{line} in {told}");
    }
    assert_eq!(memory(home.path(), "q2").map(|m| m.due_day), Some(before[1].due_day));
    assert!(out(&jenjang(home.path(), &["pack", "info", "small"])).starts_with("small 0.1.0"));

    let done = jenjang(home.path(), &["pack", "update", "packs/small", "--yes"]);
    assert_eq!(code(&done), 0, "{}", err(&done));
    assert_eq!(memory(home.path(), "q1"), Some(before[0]), "reworded: the schedule stays");
    assert_eq!(memory(home.path(), "q2").map(|m| (m.due_day, m.stability)), Some((tomorrow, before[1].stability)));
    assert_eq!(memory(home.path(), "q3"), Some(before[2]), "retired: the history stays");
    assert_eq!(store(home.path()).history(&item("q3")).expect("the history").len(), 1);
    let backups = std::fs::read_dir(home.path().join("data/backups")).expect("backups").count();
    assert!(backups >= 1);
    assert!(out(&jenjang(home.path(), &["pack", "info", "small"])).starts_with("small 1.0.0"));
    let doctor = jenjang(home.path(), &["data", "doctor"]);
    assert_eq!(code(&doctor), 0, "{}", out(&doctor));
    let undone = jenjang(home.path(), &["undo"]);
    assert_eq!(code(&undone), 0);
    assert_eq!(
        memory(home.path(), "q2").map(|m| m.due_day),
        Some(tomorrow),
        "an undo takes back an answer, not the update"
    );
    let again = jenjang(home.path(), &["pack", "update", "packs/small", "--yes"]);
    assert_eq!(code(&again), 3, "there is nothing to update");
}

#[test]
fn a_pack_is_installed_listed_verified_and_removed_by_its_name() {
    let home = learner();
    let listed = out(&jenjang(home.path(), &["pack", "list"]));
    assert!(
        listed
            .lines()
            .any(|line| line.starts_with("small ") && line.contains("6 questions") && line.ends_with("installed")),
        "{listed}"
    );
    assert!(listed.lines().any(|line| line.starts_with("backend-roadmap ") && line.ends_with("built in")), "{listed}");
    assert_eq!(json(&jenjang(home.path(), &["pack", "info", "small", "--json"]))["data"]["from"], "small-0.1.0.jpack");
    assert_eq!(code(&jenjang(home.path(), &["pack", "verify"])), 0);
    edit(home.path(), "data/packs/small/first/lesson.en.md", |text| text.replace("Some", "Other"));
    let verified = jenjang(home.path(), &["pack", "verify", "small"]);
    assert_eq!(code(&verified), 4);
    assert!(out(&verified).contains("changed: first/lesson.en.md"), "{}", out(&verified));
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", "packs/small"])), 7, "it is there already");
    assert_eq!(code(&jenjang(home.path(), &["pack", "info", "smal"])), 6);
    assert_eq!(code(&jenjang(home.path(), &["pack", "remove", "small"])), 7, "nobody gave its name");
    assert_eq!(code(&jenjang(home.path(), &["pack", "remove", "small", "--yes"])), 0);
    assert!(!home.path().join("data/packs/small").exists());
    assert!(memory(home.path(), "q1").is_some(), "progress is kept");
    let today = jenjang(home.path(), &["today", "--json"]);
    assert_eq!(code(&today), 0, "{}", err(&today));
}

#[test]
fn the_name_of_a_built_in_pack_is_refused_before_anything_is_written_and_the_pack_stays_in_place() {
    let home = desk();
    std::fs::write(home.path().join("ports.csv"), "question,answer\nRedis?,6379\n").expect("a table");
    edit(home.path(), "packs/small/pack.toml", |text| text.replace("\"small\"", "\"career-ladder\""));
    let made = [
        &["pack", "new", "career-ladder"][..],
        &["pack", "import", "ports.csv", "career-ladder"],
        &["pack", "build", "packs/small"],
        &["pack", "install", "packs/small"],
    ];
    for args in made {
        let refused = jenjang(home.path(), args);
        assert_eq!(code(&refused), 7, "{args:?}: {}", out(&refused));
        let why = "career-ladder is the name of a built-in pack";
        assert!(err(&refused).contains(why), "{args:?}: {}", err(&refused));
    }
    assert!(!home.path().join("career-ladder").exists() && !home.path().join("career-ladder-0.1.0.jpack").exists());
    for args in [&["pack", "remove", "backend-role", "--yes"][..], &["pack", "verify", "backend-role"]] {
        let refused = jenjang(home.path(), args);
        assert_eq!(code(&refused), 7, "{args:?}");
        let why = "backend-role comes with jenjang and changes with it.";
        assert!(err(&refused).contains(why), "{args:?}: {}", err(&refused));
    }
}

#[cfg(unix)]
#[test]
fn a_linked_pack_follows_its_folder_and_is_only_unlinked() {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", "packs/small", "--link"])), 0);
    edit(home.path(), "packs/small/pack.toml", |text| text.replace("0.1.0", "0.3.0"));
    assert!(out(&jenjang(home.path(), &["pack", "info", "small"])).starts_with("small 0.3.0"));
    assert_eq!(code(&jenjang(home.path(), &["pack", "update", "packs/small", "--yes"])), 7);
    assert_eq!(code(&jenjang(home.path(), &["pack", "remove", "small", "--yes"])), 0);
    assert!(home.path().join("packs/small/pack.toml").is_file());
}

#[cfg(unix)]
#[test]
fn a_linked_folder_that_moved_is_told_of_and_linked_again_from_its_new_place() {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", "packs/small", "--link"])), 0);
    std::fs::rename(home.path().join("packs/small"), home.path().join("elsewhere")).expect("it moves");
    let listed = out(&jenjang(home.path(), &["pack", "list"]));
    let told = listed.lines().skip_while(|line| !line.starts_with("small ")).take(2).collect::<Vec<_>>();
    assert!(told[0].ends_with("linked folder that is gone"), "{listed}");
    assert!(told[1].contains("packs/small is not there any more"), "{listed}");
    let info = out(&jenjang(home.path(), &["pack", "info", "small"]));
    assert!(info.contains(told[1]) && !info.contains("0 topics"), "{info}");
    let json = json(&jenjang(home.path(), &["pack", "info", "small", "--json"]));
    assert_eq!(json["data"]["place"], "moved");
    for args in [&["pack", "verify"][..], &["pack", "verify", "small"]] {
        let verified = jenjang(home.path(), args);
        assert_eq!(code(&verified), 4);
        let said = out(&verified);
        assert!(said.starts_with(&format!("small: linked folder that is gone\n{}\n", told[1])), "{said}");
    }
    let updated = jenjang(home.path(), &["pack", "update", "elsewhere", "--yes"]);
    assert_eq!(code(&updated), 6);
    assert!(err(&updated).contains(told[1].trim()), "{}", err(&updated));
    let archive = "small-0.1.0.jpack";
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "elsewhere"])), 0);
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", archive, "--link"])), 2, "an archive is no folder");
    let listed = out(&jenjang(home.path(), &["pack", "list"]));
    assert!(listed.contains("linked folder that is gone"), "what is refused changes nothing: {listed}");
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", "elsewhere", "--link"])), 0);
    assert!(out(&jenjang(home.path(), &["pack", "info", "small"])).contains("elsewhere"));
    std::fs::remove_dir_all(home.path().join("elsewhere")).expect("it goes");
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", archive])), 0, "it takes the place of the link");
    assert!(out(&jenjang(home.path(), &["pack", "info", "small"])).contains("  installed\n"));
    assert_eq!(code(&jenjang(home.path(), &["pack", "remove", "small", "--yes"])), 0);
    assert!(!out(&jenjang(home.path(), &["pack", "list"])).contains("small "));
}

#[test]
fn the_examples_of_a_draft_are_named_when_it_is_built_and_a_learner_is_told_how_to_begin() {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "new", "mine", "--lang", "en"])), 0);
    let built = jenjang(home.path(), &["pack", "build", "mine"]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    let told = err(&built);
    assert!(told.starts_with("5 examples of the draft are still in it"), "{told}");
    for name in ["`example-choice`", "`example-typed`", "`example-gaps`", "`example-prompt`", "lesson.en.md:1"] {
        assert!(told.contains(name), "{name}: {told}");
    }
    let installed = jenjang(home.path(), &["pack", "install", "mine-0.1.0.jpack"]);
    assert!(out(&installed).ends_with("next: jenjang learn mine/mine-basics\n"), "{}", out(&installed));
    let learnt = jenjang(home.path(), &["learn", "mine/mine-basics", "--plain"]);
    assert_eq!(code(&learnt), 0, "{}", err(&learnt));
}

#[test]
fn the_topics_of_notes_keep_their_order_and_are_found_by_the_name_of_their_pack() {
    let home = desk();
    let notes = "# Deploys by hand\n\n## Setup\n\n- keys\n\n## Rollout\n\n- canaries\n\n## Aftercare\n\n- logs\n";
    std::fs::write(home.path().join("notes.md"), notes).expect("the notes");
    let made = jenjang(home.path(), &["pack", "new", "deploy-handbook", "--lang", "en", "--from", "notes.md"]);
    assert_eq!(code(&made), 0, "{}", err(&made));
    assert!(out(&made).contains("paths/deploy-handbook.toml"), "{}", out(&made));
    let installed = jenjang(home.path(), &["pack", "install", "deploy-handbook"]);
    assert!(out(&installed).ends_with("next: jenjang learn deploy-handbook/setup\n"), "{}", out(&installed));

    let in_order = ["deploy-handbook/setup", "deploy-handbook/rollout", "deploy-handbook/aftercare"];
    let path = out(&jenjang(home.path(), &["path"]));
    let (_, rest) = path.split_once("\nDeploys by hand 0%\n").unwrap_or_else(|| panic!("{path}"));
    let named: Vec<&str> = rest.lines().take(3).filter_map(|line| line.split(['(', ')']).nth(1)).collect();
    assert_eq!(named, in_order);
    assert!(rest.starts_with("  Setup (deploy-handbook/setup): ready, 0 of 3 held\n"), "{rest}");
    let report = json(&jenjang(home.path(), &["path", "--json"]));
    reports::hold_to_schema(&report);
    let packs = report["data"]["packs"].as_array().expect("packs");
    let own = packs.iter().find(|it| it["pack"] == "deploy-handbook").expect("the pack");
    let told: Vec<_> = own["topics"].as_array().into_iter().flatten().map(|it| it["topic"].clone()).collect();
    assert_eq!(told, in_order);
    let track = json(&jenjang(home.path(), &["path", "--track", "level-2", "--json"]));
    assert_eq!(track["data"]["packs"], serde_json::json!([]), "only what was asked for");
    reports::hold_to_schema(&track);

    let info = out(&jenjang(home.path(), &["pack", "info", "deploy-handbook"]));
    let named: Vec<&str> = info.lines().filter_map(|it| it.strip_prefix("    ")?.split_whitespace().next()).collect();
    assert_eq!(named, in_order, "{info}");
    let info = out(&jenjang(home.path(), &["pack", "info", "backend-roadmap"]));
    assert!(info.contains("more: jenjang path\n") && info.lines().count() < 40, "{info}");

    for title in ["Setup", "Rollout"] {
        let learnt = jenjang(home.path(), &["learn", "deploy-handbook", "--plain"]);
        assert_eq!(code(&learnt), 0, "{}", err(&learnt));
        assert!(out(&learnt).starts_with(&format!("{title}\n")), "{}", out(&learnt));
    }
    assert_eq!(code(&jenjang(home.path(), &["learn", "deploy-handbok", "--plain"])), 6);
}

#[test]
fn the_limits_of_a_pack_are_listed_in_both_languages() {
    let home = desk();
    for (lang, questions) in [("en", "1000  questions of a topic"), ("id", "1000  soal dalam satu topik")] {
        let told = out(&jenjang(home.path(), &["help", "limits", "--lang", lang]));
        for line in [questions, " 16 KiB  ", "512 MiB  ", "64 MiB  ", "4000 B", "J026"] {
            assert!(told.contains(line), "{line}: {told}");
        }
    }
}

#[test]
fn a_hostile_or_broken_pack_is_not_installed_and_leaves_nothing() {
    let home = desk();
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "packs/small"])), 0);
    let good = std::fs::read(home.path().join("small-0.1.0.jpack")).expect("the archive");
    let name = b"first/lesson.en.md";
    let mut hostile = good.clone();
    let places: Vec<usize> = (0..good.len() - name.len()).filter(|at| good[*at..].starts_with(name)).collect();
    assert_eq!(places.len(), 2);
    places.iter().for_each(|at| hostile[*at..at + name.len()].copy_from_slice(b"../../../../up.txt"));
    std::fs::write(home.path().join("hostile.jpack"), hostile).expect("the archive");
    let refused = jenjang(home.path(), &["pack", "install", "hostile.jpack"]);
    assert_eq!(code(&refused), 4);
    assert!(err(&refused).contains("J026"), "{}", err(&refused));
    assert!(
        !home.path().join("data/packs").exists()
            || std::fs::read_dir(home.path().join("data/packs")).expect("packs").count() == 0
    );
    edit(home.path(), "packs/small/pack.toml", |text| text.replace("\"small\"", "\"backend-roadmap\""));
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", "packs/small"])), 7, "that name is taken");
    assert_eq!(code(&jenjang(home.path(), &["pack", "install", "nowhere.jpack"])), 6);
}

#[cfg(unix)]
#[test]
fn a_line_feed_in_the_name_of_a_pack_or_a_file_makes_no_line_of_its_own() {
    let (home, name) = (desk(), "zz\njenjang: forged");
    let run = |args: &[&str]| jenjang(home.path(), args);
    let no_line = |args: &[&str]| {
        let told = run(args);
        let lines = out(&told) + &err(&told);
        assert!(lines.contains("jenjang: forged"), "{args:?}: {lines}");
        assert!(!lines.lines().any(|line| line.starts_with("jenjang: forged")), "{args:?}: {lines}");
    };
    std::fs::create_dir_all(home.path().join("data/packs").join(name)).expect("a folder");
    no_line(&["pack", "list"]);
    no_line(&["pack", "verify"]);
    no_line(&["pack", "verify", name]);
    no_line(&["pack", "remove", name]);
    no_line(&["pack", "remove", "zz\njenjang: forge"]);
    no_line(&["pack", "remove", name, "--yes"]);
    // What an archive came from, and where a linked pack lies.
    let file = format!("{name}.jpack");
    assert_eq!(code(&run(&["pack", "build", "packs/small"])), 0);
    std::fs::rename(home.path().join("small-0.1.0.jpack"), home.path().join(&file)).expect("it was built");
    no_line(&["pack", "update", &file]);
    assert_eq!(code(&run(&["pack", "install", &file])), 0);
    no_line(&["pack", "install", &file]);
    no_line(&["pack", "info", "small"]);
    assert_eq!(code(&run(&["pack", "remove", "small", "--yes"])), 0);
    std::fs::rename(home.path().join("packs/small"), home.path().join(name)).expect("the pack moves");
    assert_eq!(code(&run(&["pack", "install", "--link", name])), 0);
    no_line(&["pack", "info", "small"]);
    std::fs::remove_dir_all(home.path().join(name)).expect("the pack goes");
    no_line(&["pack", "list"]);
    // Files that others send.
    std::fs::create_dir(home.path().join("flags")).expect("a folder");
    std::fs::write(home.path().join("flags").join(format!("{name}.json")), "{}").expect("a file");
    no_line(&["pack", "flags", "flags", "packs"]);
    std::fs::write(home.path().join(name), b"\xff").expect("a file");
    no_line(&["pack", "new", "notes", "--from", name]);
    no_line(&["pack", "sheet", "--answers", name, "packs"]);
    no_line(&["pack", "verify", "zz\njenjang: forged.none.jpack"]);
}

#[test]
fn an_update_that_is_killed_at_any_time_leaves_one_whole_version() {
    let home = learner();
    write_next(home.path());
    for n in 0..60 {
        let topic = format!("packs/small/more-{n}");
        std::fs::create_dir_all(home.path().join(&topic)).expect("a folder");
        let head = format!("id = \"more-{n}\"\ntitle = \"M\"\nlevel = 1\nminutes = 5\n[[section]]\nid = \"only\"\n");
        std::fs::write(home.path().join(&topic).join("topic.toml"), head).expect("the topic");
        std::fs::write(home.path().join(&topic).join("lesson.en.md"), "## S {#only}\n\nWords.\n").expect("the lesson");
    }
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "packs/small"])), 0);
    let mut seen = std::collections::BTreeSet::new();
    for step in 0..30_u64 {
        let mut child = Command::new(env!("CARGO_BIN_EXE_jenjang"))
            .args(["pack", "update", "small-1.0.0.jpack", "--yes"])
            .current_dir(home.path())
            .env_clear()
            .env("HOME", home.path())
            .env("JENJANG_DATA_DIR", home.path().join("data"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("jenjang starts");
        std::thread::sleep(std::time::Duration::from_millis(step * 8));
        let _ = child.kill();
        let _ = child.wait();
        let verified = jenjang(home.path(), &["pack", "verify", "small"]);
        assert_eq!(code(&verified), 0, "after {} ms: {}{}", step * 8, out(&verified), err(&verified));
        let info = out(&jenjang(home.path(), &["pack", "info", "small"]));
        let version = info.split_whitespace().nth(1).unwrap_or_default().to_owned();
        assert!(["0.1.0", "1.0.0"].contains(&&*version), "{info}");
        seen.insert(version);
    }
    assert!(seen.contains("0.1.0"), "killed at once, the old version is there");
    assert!(memory(home.path(), "q1").is_some());
}

/// The key that stands in what `jenjang pack key` prints.
fn own_key(home: &Path, more: &[&str]) -> String {
    let shown = jenjang(home, &[&["pack", "key", "--json"], more].concat());
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    json(&shown)["data"]["key"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn the_key_that_a_pack_first_came_signed_with_holds_until_another_is_accepted_by_name() {
    let home = desk();
    let run = |args: &[&str]| jenjang(home.path(), args);
    let no_key = run(&["pack", "build", "packs/small", "--sign"]);
    assert_eq!(code(&no_key), 6);
    assert!(err(&no_key).contains("jenjang pack key"), "{}", err(&no_key));
    let first = own_key(home.path(), &[]);
    assert_eq!(own_key(home.path(), &[]), first, "a key is made once");
    let built = run(&["pack", "build", "packs/small", "--sign"]);
    assert_eq!(code(&built), 0, "{}", err(&built));
    assert!(out(&built).ends_with(&format!("signed by {first}\n")), "{}", out(&built));

    let installed = run(&["pack", "install", "small-0.1.0.jpack"]);
    assert_eq!(code(&installed), 0, "{}", err(&installed));
    assert!(out(&installed).contains(&first) && out(&installed).contains("does not say"), "{}", out(&installed));
    let verified = run(&["pack", "verify", "small-0.1.0.jpack"]);
    assert!(out(&verified).contains("the same key as before"), "{}", out(&verified));
    assert!(out(&run(&["pack", "verify", "small"])).contains(&format!("signed by {first}")));
    assert_eq!(json(&run(&["pack", "info", "small", "--json"]))["data"]["signed_by"], first.as_str());

    // The next version without a signature, and then with another key.
    write_next(home.path());
    let unsigned = run(&["pack", "update", "packs/small", "--yes"]);
    assert_eq!((code(&unsigned), out(&unsigned)), (7, String::new()));
    assert!(
        err(&unsigned).contains("not signed") && err(&unsigned).contains("--accept-key none"),
        "{}",
        err(&unsigned)
    );
    let second = own_key(home.path(), &["--new"]);
    assert_ne!(first, second);
    assert!(home.path().join("data/config/pack-key.1").is_file(), "the key before is kept");
    assert_eq!(code(&run(&["pack", "build", "packs/small", "--sign"])), 0);
    let update = |more: &[&str]| run(&[&["pack", "update", "small-1.0.0.jpack", "--yes"], more].concat());
    let other = update(&[]);
    assert_eq!(code(&other), 7);
    for said in [&first, &second, "Nothing was changed", &format!("--accept-key {second}")] {
        assert!(err(&other).contains(said), "{said} in {}", err(&other));
    }
    assert_eq!(code(&run(&["pack", "verify", "small-1.0.0.jpack"])), 4);
    assert_eq!((code(&update(&["--accept-key", &first])), code(&update(&["--accept-key", "any"]))), (7, 2));
    assert!(out(&run(&["pack", "info", "small"])).starts_with("small 0.1.0"), "all of that changed nothing");
    let accepted = update(&["--accept-key", &second]);
    assert_eq!(code(&accepted), 0, "{}", err(&accepted));
    assert!(out(&accepted).contains("which you accepted"), "{}", out(&accepted));

    // A removed pack is remembered; going back to unsigned ones is possible, and said.
    assert_eq!(code(&run(&["pack", "remove", "small", "--yes"])), 0);
    assert_eq!(code(&run(&["pack", "install", "small-0.1.0.jpack"])), 7);
    let dropped = run(&["pack", "install", "packs/small", "--accept-key", "none", "--lang", "id"]);
    assert_eq!(code(&dropped), 0, "{}", err(&dropped));
    assert!(out(&dropped).contains("Tidak ditandatangani"), "{}", out(&dropped));
    assert!(out(&run(&["pack", "info", "small"])).contains("not signed"));
}

#[cfg(unix)]
#[test]
fn a_linked_folder_is_held_against_the_key_of_its_pack_unless_that_is_the_learner_s_own() {
    let home = desk();
    let run = |args: &[&str]| jenjang(home.path(), args);
    let unpacked = |version: &str, to: &str| {
        let archive = home.path().join(format!("small-{version}.jpack"));
        let texts = jenjang::packs::archive::from_bytes("small", std::fs::read(archive).expect("the archive")).texts;
        for (path, text) in texts {
            let file = home.path().join(to).join(&*path);
            std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
            std::fs::write(file, text).expect("a file");
        }
    };
    let first = own_key(home.path(), &[]);
    assert_eq!(code(&run(&["pack", "build", "packs/small", "--sign"])), 0);
    unpacked("0.1.0", "signed");
    assert_eq!(code(&run(&["pack", "install", "small-0.1.0.jpack", "--link"])), 2, "only a folder is followed");

    // A signed folder pins its key, as an archive does.
    let linked = run(&["pack", "install", "signed", "--link"]);
    assert_eq!(code(&linked), 0, "{}", err(&linked));
    assert!(out(&linked).contains(&format!("Signed by {first}. From now on")), "{}", out(&linked));
    assert!(out(&run(&["pack", "info", "small"])).contains(&format!("signed by {first}")));
    edit(home.path(), "signed/first/lesson.en.md", |text| format!("{text}\nOne more line.\n"));
    assert!(out(&run(&["pack", "info", "small"])).contains("does not belong to the files"));
    assert_eq!(code(&run(&["pack", "remove", "small", "--yes"])), 0);
    assert_eq!(code(&run(&["pack", "install", "signed", "--link"])), 4, "its signature does not fit any more");

    // Their own folder is followed unsigned, unless they say which key they expect, and the key still holds for what is built from it.
    assert_eq!(code(&run(&["pack", "install", "packs/small", "--link", "--accept-key", &first])), 7);
    let own = run(&["pack", "install", "packs/small", "--link"]);
    assert_eq!((code(&own), out(&own).contains("signed")), (0, false), "{}", out(&own) + &err(&own));
    assert!(!out(&run(&["pack", "info", "small"])).contains("signed"));
    assert_eq!(code(&run(&["pack", "remove", "small", "--yes"])), 0);
    assert_eq!(code(&run(&["pack", "install", "packs/small"])), 7);

    // For everybody else another key, or none, is refused until it is accepted.
    let second = own_key(home.path(), &["--new"]);
    let unsigned = run(&["pack", "install", "packs/small", "--link"]);
    assert_eq!(code(&unsigned), 7);
    assert!(err(&unsigned).contains("small --link --accept-key none"), "{}", err(&unsigned));
    write_next(home.path());
    assert_eq!(code(&run(&["pack", "build", "packs/small", "--sign"])), 0);
    unpacked("1.0.0", "other");
    let other = run(&["pack", "install", "other", "--link"]);
    assert_eq!(code(&other), 7);
    assert!(err(&other).contains(&first) && err(&other).contains(&second), "{}", err(&other));
    let accepted = run(&["pack", "install", "other", "--link", "--accept-key", &second]);
    assert_eq!(code(&accepted), 0, "{}", err(&accepted));
}

#[test]
fn a_pack_that_was_changed_after_signing_is_refused_and_a_secret_key_never_leaves() {
    let home = desk();
    own_key(home.path(), &[]);
    assert_eq!(code(&jenjang(home.path(), &["pack", "build", "packs/small", "--sign"])), 0);
    let good = std::fs::read(home.path().join("small-0.1.0.jpack")).expect("the archive");
    let mut texts = jenjang::packs::archive::from_bytes("small", good).texts;
    texts.entry("first/lesson.en.md".into()).and_modify(|text| text.push_str("\nOne more line.\n"));
    let changed = jenjang::packs::archive::pack_bytes(&texts).expect("an archive");
    std::fs::write(home.path().join("changed.jpack"), changed).expect("the archive");
    for command in ["install", "verify"] {
        let refused = jenjang(home.path(), &["pack", command, "changed.jpack"]);
        assert_eq!(code(&refused), 4);
        assert!(err(&refused).contains("J036"), "{}", err(&refused));
    }
    std::fs::copy(home.path().join("data/config/pack-key"), home.path().join("packs/small/first/key.txt"))
        .expect("the key is where it should not be");
    edit(home.path(), "packs/small/pack.toml", |text| text.replace("0.1.0", "0.1.1"));
    let leaked = jenjang(home.path(), &["pack", "build", "packs/small", "--sign"]);
    assert_eq!(code(&leaked), 7);
    assert!(err(&leaked).contains("first/key.txt"), "{}", err(&leaked));
    assert!(!home.path().join("small-0.1.1.jpack").exists());
}

/// The blocks of a guide in order: what stands behind the marks, and the lines.
fn blocks(guide: &str) -> Vec<(String, String)> {
    let mut blocks: Vec<(String, String)> = Vec::new();
    let mut open: Option<usize> = None;
    for line in guide.lines() {
        let ticks = line.len() - line.trim_start_matches('`').len();
        match open {
            Some(mark) if ticks == mark && line.len() == mark => open = None,
            Some(_) => {
                let last = blocks.last_mut().expect("a block");
                last.1.push_str(line);
                last.1.push('\n');
            }
            None if ticks >= 3 => {
                open = Some(ticks);
                blocks.push((line[ticks..].to_owned(), String::new()));
            }
            None => {}
        }
    }
    blocks
}

#[test]
fn the_guide_for_mentors_can_be_followed_command_by_command_in_both_languages() {
    for lang in ["en", "id"] {
        let home = tempfile::tempdir().expect("a folder");
        let guide = jenjang(home.path(), &["help", "mentors", "--lang", lang]);
        assert_eq!(code(&guide), 0);
        let (mut commands, mut files) = (0, 0);
        for (info, text) in blocks(&out(&guide)) {
            match info.split_once(' ') {
                None if info == "console" => {
                    for line in text.lines() {
                        let args = line.strip_prefix("$ jenjang ").unwrap_or_else(|| panic!("{line}"));
                        let done = jenjang(home.path(), &args.split(' ').collect::<Vec<_>>());
                        assert_eq!(code(&done), 0, "{lang}: {line}\n{}{}", out(&done), err(&done));
                        commands += 1;
                    }
                }
                Some((_, path)) => {
                    let is_new = ["notes.md", "ports.csv"].contains(&path);
                    assert_eq!(
                        home.path().join(path).exists(),
                        !is_new,
                        "{path}: the guide replaces what the draft made"
                    );
                    std::fs::write(home.path().join(path), text).expect("the file");
                    files += 1;
                }
                None => panic!("a block without a purpose: {info}"),
            }
        }
        assert_eq!((commands, files), (21, 6), "{lang}");
        assert!(out(&jenjang(home.path(), &["pack", "info", "redis-notes"])).starts_with("redis-notes 0.1.1"));
    }
}

#[test]
fn a_pack_goes_out_to_anki_and_a_table_and_comes_back_as_a_draft_that_says_what_is_left() {
    let home = desk();
    for file in ["small.csv", "small.apkg"] {
        let gone = jenjang(home.path(), &["pack", "export", "packs/small", "--to", file]);
        assert_eq!(code(&gone), 0, "{}", err(&gone));
        assert!(out(&gone).starts_with(&format!("{file}: 6 questions\n")), "{}", out(&gone));
        let again = jenjang(home.path(), &["pack", "export", "packs/small", "--to", file]);
        assert_eq!(code(&again), 7, "{}", out(&again));
        assert_eq!(code(&jenjang(home.path(), &["pack", "export", "packs/small", "--to", file, "--yes"])), 0);
        let name = file.replace('.', "-");
        let back = jenjang(home.path(), &["pack", "import", file, &name]);
        assert_eq!(code(&back), 0, "{}", err(&back));
        assert!(out(&back).contains("6 questions with options"), "{}", out(&back));
        assert!(!out(&back).contains("Not kept") && !out(&back).contains("J104"), "{}", out(&back));
        let checked = jenjang(home.path(), &["pack", "check", &name]);
        assert_eq!(code(&checked), 0, "{}", out(&checked));
        assert_eq!(code(&jenjang(home.path(), &["pack", "import", file, &name])), 7, "nothing is written over");
    }
    let table = jenjang(home.path(), &["pack", "export", "packs/small", "--to", "-"]);
    assert_eq!(
        out(&table).lines().next(),
        Some("id,topic,kind,level,question,options,answer,accept,explanation,hint,source,tags")
    );
    std::fs::write(home.path().join("bare.csv"), "question,answer,mood\nWhy?,Because,good\n").expect("the table");
    let bare = jenjang(home.path(), &["pack", "import", "bare.csv", "bare-notes", "--json"]);
    let told = &json(&bare)["data"];
    assert_eq!((&told["typed"], &told["open"]["J110"]), (&1.into(), &1.into()), "{told}");
    assert_eq!(told["left"][0]["what"], "column mood: 1 cell");
}

#[test]
fn what_cannot_be_exchanged_is_refused_with_its_own_exit_code() {
    let home = desk();
    std::fs::write(home.path().join("bad.apkg"), "no archive").expect("the file");
    std::fs::write(home.path().join("bad.csv"), "question,answer\n\"open,1\n").expect("the file");
    let exit = |args: &[&str]| code(&jenjang(home.path(), &[&["pack"], args].concat()));
    assert_eq!(exit(&["export", "packs/small", "--to", "small.doc"]), 2);
    assert_eq!(exit(&["export", "--to", "all.csv"]), 2, "a pack or --mine has to be named");
    assert_eq!(exit(&["export", "no-such-pack", "--to", "x.csv"]), 6);
    assert_eq!(exit(&["export", "--mine", "--to", "x.csv"]), 3, "nothing was answered");
    let none = jenjang(home.path(), &["pack", "export", "--mine", "--to", "x.csv", "--json"]);
    assert_eq!((code(&none), json(&none)["data"]["file"].is_null()), (3, true), "{}", out(&none));
    assert_eq!(exit(&["import", "none.csv", "x"]), 6);
    assert_eq!(exit(&["import", "bad.apkg", "x"]), 4);
    assert_eq!(exit(&["import", "bad.csv", "x"]), 4);
    assert_eq!(exit(&["import", "bad.csv", "No Name"]), 2);
    assert!(!home.path().join("x").exists() && !home.path().join("x.csv").exists());
}

#[test]
fn mine_is_what_was_answered_and_nothing_else() {
    let home = learner();
    let gone = jenjang(home.path(), &["pack", "export", "--mine", "--to", "mine.csv", "--both"]);
    assert_eq!(code(&gone), 0, "{}", err(&gone));
    let table = std::fs::read_to_string(home.path().join("mine.csv")).expect("the table");
    let answered: Vec<&str> = table.lines().filter_map(|line| line.strip_prefix("small/first/")).collect();
    assert_eq!(answered.len(), 3, "{table}");
    assert!(table.starts_with("id,topic,kind,level,question.en,question.id,"), "{table}");
    assert!(!out(&gone).contains("left out"), "{}", out(&gone));
    write_next(home.path());
    let fewer = jenjang(home.path(), &["pack", "export", "packs/small", "--mine", "--to", "fewer.csv"]);
    assert!(out(&fewer).contains("fewer.csv: 2 questions") && !out(&fewer).contains("left out"), "{}", out(&fewer));
    assert_eq!(code(&jenjang(home.path(), &["pack", "update", "packs/small", "--yes"])), 0);
    let said = "left out: 1 question that no pack here has any more";
    for what in [&["--mine"][..], &["small", "--mine"], &["packs/small", "--mine"]] {
        let again = jenjang(home.path(), &[&["pack", "export"], what, &["--to", "mine.csv", "--yes"]].concat());
        assert!(
            out(&again).contains("mine.csv: 2 questions") && out(&again).contains(said),
            "{what:?}: {}",
            out(&again)
        );
    }
    let report = jenjang(home.path(), &["pack", "export", "--mine", "--to", "mine.csv", "--yes", "--json"]);
    assert_eq!(json(&report)["data"]["left_out"]["gone"], 1);
    let other = jenjang(home.path(), &["pack", "export", "backend-roadmap", "--mine", "--to", "-"]);
    assert_eq!((code(&other), err(&other).contains("left out")), (3, false), "{}", err(&other));
    assert_eq!(code(&jenjang(home.path(), &["pack", "remove", "small", "--yes"])), 0);
    let none = jenjang(home.path(), &["pack", "export", "--mine", "--to", "none.csv"]);
    assert_eq!(code(&none), 3);
    assert!(err(&none).contains("left out: 3 questions that no pack here has any more"), "{}", err(&none));
}

#[test]
fn bots_answer_every_question_and_find_options_that_nobody_could_tell_apart() {
    let home = desk();
    let good = jenjang(home.path(), &["pack", "try", "packs/small"]);
    assert_eq!(code(&good), 0, "{}", out(&good));
    assert!(out(&good).ends_with("6 questions, 174 answers tried, 0 problems\n"), "{}", out(&good));
    let right = jenjang(home.path(), &["pack", "try", "packs/small", "--as", "right"]);
    assert_eq!(out(&right), "6 questions, 18 answers tried, 0 problems\n", "each in three windows");
    edit(home.path(), "packs/small/first/questions.toml", |text| text.replace("\"wrong 2\"", "\"Right  2\""));
    let double = jenjang(home.path(), &["pack", "try", "packs/small", "--json"]);
    assert_eq!(code(&double), 4);
    let problem = &json(&double)["data"]["problems"][0];
    assert_eq!((problem["item"].as_str(), problem["problem"].as_str()), (Some("first/q2"), Some("double")));
}

#[test]
fn bots_say_how_often_a_guess_is_right_and_how_long_the_days_of_a_learner_are() {
    let home = desk();
    let run = |args: &[&str]| out(&jenjang(home.path(), &[&["pack", "try", "packs/small"], args].concat()));
    let guess = run(&["--as", "guess", "--n", "50"]);
    assert_eq!(
        guess,
        "A guess is right in 52% of 300 tries.\n  single: 52%\n6 questions, 0 answers tried, 0 problems\n"
    );
    let learner = run(&["--as", "learner", "--days", "60"]);
    assert!(learner.starts_with("60 days with 15 minutes each, "), "{learner}");
    assert!(learner.contains("  minutes on a day: ") && learner.contains("  questions on a day: "), "{learner}");
    assert_eq!(run(&["--seed", "5", "--json"]), run(&["--seed", "5", "--json"]), "the same seed, the same bots");
    assert_ne!(run(&["--seed", "5", "--json"]), run(&["--seed", "6", "--json"]));
    let indonesian = run(&["--as", "learner", "--lang", "id"]);
    assert!(indonesian.contains("menit per hari: ") && indonesian.contains("soal per hari: "), "{indonesian}");
}

#[test]
fn bots_tell_what_cannot_be_seen_whole_at_sixty_columns() {
    let home = desk();
    let word = "x".repeat(60);
    edit(home.path(), "packs/small/first/questions.toml", |text| text.replace("\"wrong 2\"", &format!("{word:?}")));
    let wide = jenjang(home.path(), &["pack", "try", "packs/small", "--as", "right"]);
    assert_eq!(code(&wide), 4);
    assert!(out(&wide).contains(&format!("first/q2: cannot be seen whole at 60 columns: {word}")), "{}", out(&wide));
}

#[test]
fn a_preview_without_a_terminal_says_what_to_do_instead() {
    let home = desk();
    let refused = jenjang(home.path(), &["pack", "preview", "packs/small"]);
    assert_eq!((code(&refused), out(&refused)), (7, String::new()));
    assert!(err(&refused).contains("jenjang pack check packs/small"), "{}", err(&refused));
    let nothing = jenjang(home.path(), &["pack", "preview", "nowhere"]);
    assert_eq!(code(&nothing), 6);
}

/// The same with lines on standard input.
fn jenjang_typing(home: &Path, args: &[&str], input: &str) -> Output {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_jenjang"))
        .args(args)
        .current_dir(home)
        .env_clear()
        .env("HOME", home)
        .env("LANG", "en_US.UTF-8")
        .env("JENJANG_DATA_DIR", home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("jenjang starts");
    child.stdin.take().expect("its input").write_all(input.as_bytes()).expect("it listens");
    child.wait_with_output().expect("jenjang ends")
}

#[test]
fn what_a_learner_flags_comes_to_the_author_at_its_line_without_their_answers_and_notes() {
    let home = desk();
    edit(home.path(), "packs/small/first/questions.toml", |text| {
        let short = "[[question]]\nid = \"typed\"\nkind = \"short\"\nlevel = 1\nsection = \"only\"\nsource = \"lesson\"\n\
                     prompt = \"Type it\"\nanswer = \"EXPIRE\"\n";
        format!("{short}{text}")
    });
    let run = |args: &[&str]| jenjang_typing(home.path(), args, "");
    assert_eq!(code(&run(&["flags"])), 3);
    assert_eq!(code(&run(&["flags", "--send", "mine.json"])), 3);
    assert!(!home.path().join("mine.json").exists(), "there was nothing to say");
    let first_asked = "SETEX\ncountmine\n1\nnote my private thought\n\n1\nflag\n2\n\n";
    let done = jenjang_typing(home.path(), &["learn", "small/first", "--plain"], first_asked);
    assert_eq!(code(&done), 0, "{}", err(&done));
    let list = out(&run(&["flags"]));
    assert!(list.contains("small/first/typed  Type it\n  counts as right for you: SETEX\n"), "{list}");
    assert!(list.contains("  flagged: The question is unclear\n"), "{list}");

    let sent = run(&["flags", "--send", "mine.json"]);
    assert_eq!(code(&sent), 0, "{}", err(&sent));
    let written =
        || serde_json::from_slice(&std::fs::read(home.path().join("mine.json")).expect("a file")).expect("JSON");
    reports::hold_to_schema(&written());
    let said = out(&sent);
    let (before, after) = said.split_once("Written: mine.json").unwrap_or_else(|| panic!("{said}"));
    assert!(before.contains("small 0.1.0") && before.contains("SETEX") && after.trim().is_empty(), "{said}");
    let text = std::fs::read_to_string(home.path().join("mine.json")).expect("the file");
    for private in ["private", "answers", "\"a\"", "2026", "profile", "device"] {
        let rest = text.split_once("\"packs\"").map_or(&*text, |(_, rest)| rest);
        assert!(!rest.contains(private), "{private}: {text}");
    }
    assert_eq!(code(&run(&["flags", "--send", "packs/small/pack.toml"])), 7, "no other file is written over");
    assert_eq!(code(&run(&["flags", "--send", "mine.json", "--with-stats"])), 0, "an earlier one is");
    reports::hold_to_schema(&written());

    let shown = run(&["pack", "flags", "mine.json", "packs/small"]);
    assert_eq!(code(&shown), 0, "{}", err(&shown));
    let place = "--> packs/small/first/questions.toml:2:6\n";
    assert!(
        out(&shown).contains(place) && out(&shown).contains("\"SETEX\": write it into `accept`"),
        "{}",
        out(&shown)
    );
    assert!(out(&shown).contains("flagged: The question is unclear"), "{}", out(&shown));
    let shown = run(&["pack", "flags", "mine.json", "packs/small", "--lang", "id"]);
    assert!(out(&shown).contains("ditandai: Pertanyaannya tidak jelas"), "{}", out(&shown));
    let refused = run(&["pack", "flags", "packs/small/pack.toml", "packs/small", "--lang", "id"]);
    assert!(err(&refused).contains("bukan file tanda"), "{}", err(&refused));
    assert!(err(&refused).contains("jenjang flags --send FILE menulis file seperti itu"), "{}", err(&refused));
    let data = json(&run(&["pack", "flags", "mine.json", "packs", "--format", "json"]));
    assert_eq!(data["data"]["items"].as_array().map(Vec::len), Some(2), "{data}");
    assert_eq!(data["data"]["items"][0]["answered"]["answers"], 1, "{data}");

    std::fs::write(
        home.path().join("bad.json"),
        "{\"schema\":\"jenjang.flag-file/1\",\"items\":[{\"item\":\"/etc\"}]}",
    )
    .expect("the file");
    let refused = run(&["pack", "flags", "bad.json", "packs/small"]);
    assert_eq!((code(&refused), out(&refused)), (4, String::new()));
    assert!(err(&refused).contains("bad.json: entry 1: "), "{}", err(&refused));
    assert_eq!(code(&run(&["pack", "flags", "none.json", "packs/small"])), 6);
}

#[test]
fn what_the_tools_for_packs_tell_programs_is_as_its_schema_says() {
    let home = desk();
    let run = |args: &[&str]| jenjang(home.path(), args);
    let told = |args: &[&str]| {
        let report = json(&run(args));
        let name = report["schema"].as_str().and_then(|name| name.strip_suffix("/1")).expect("a name").to_owned();
        (name, report)
    };
    let mut names = Vec::new();
    std::fs::create_dir_all(home.path().join("old")).expect("a folder");
    assert_eq!(code(&run(&["pack", "build", "packs/small", "--out", "old"])), 0);
    assert_eq!(code(&run(&["pack", "install", "old/small-0.1.0.jpack"])), 0);
    edit(home.path(), "packs/small/pack.toml", |text| text.replace("0.1.0", "0.2.0"));
    edit(home.path(), "packs/small/first/questions.toml", |text| {
        text.replacen("id = \"typed\"", "id = \"written\"", 1)
    });
    for args in [
        &["pack", "key", "--json"][..],
        &["pack", "build", "packs/small", "--sign", "--json"],
        &["pack", "diff", "old/small-0.1.0.jpack", "packs/small", "--json"],
        &["pack", "update", "small-0.2.0.jpack", "--yes", "--json"],
        &["pack", "try", "packs/small", "--as", "all", "--n", "5", "--json"],
        &["pack", "sheet", "packs/small", "--json"],
        &["pack", "export", "packs/small", "--to", "small.csv", "--json"],
        &["pack", "import", "small.csv", "again", "--json"],
        &["pack", "check", "packs/small", "--json"],
        &["pack", "info", "small", "--json"],
        &["pack", "list", "--json"],
    ] {
        names.push(told(args).0.replace("jenjang.", ""));
    }
    let form = run(&["pack", "sheet", "packs/small", "--form"]);
    std::fs::write(home.path().join("form.txt"), form.stdout).expect("the form");
    let (name, agreement) = told(&["pack", "sheet", "packs/small", "--answers", "form.txt", "--json"]);
    names.push(name.replace("jenjang.", ""));
    assert_eq!(agreement["data"]["total"]["answered"], 0, "an empty form");
    assert_eq!(
        names,
        [
            "pack-key",
            "pack-build",
            "pack-diff",
            "pack-update",
            "pack-try",
            "sheet",
            "pack-export",
            "pack-import",
            "check",
            "pack",
            "packs",
            "agreement"
        ]
    );
}
