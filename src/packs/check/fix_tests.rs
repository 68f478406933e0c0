//! What `--fix` mends and what it leaves alone; the reports for forges.

use std::ops::Range;

use proptest::prelude::*;

use super::fix::mended;
use super::*;
use crate::format::finding::Edit;
use crate::packs::told::english;

const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\"]\n";

fn write(root: &Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(root)).unwrap_or_else(|e| panic!("{e}"));
        std::fs::write(file, text).unwrap_or_else(|e| panic!("{e}"));
    }
}

fn checked(root: &Path) -> Report {
    check(root, &Options::default()).unwrap_or_else(|e| panic!("{e}"))
}

/// The files after `--fix`, and what it says it did.
fn fixed(files: &[(&str, &str)]) -> (tempfile::TempDir, Vec<Fixed>) {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    write(root.path(), files);
    let done = fix(root.path(), &checked(root.path())).unwrap_or_else(|e| panic!("{e}"));
    (root, done)
}

fn read(root: &tempfile::TempDir, path: &str) -> String {
    std::fs::read_to_string(root.path().join(path)).unwrap_or_else(|e| panic!("{e}"))
}

const TOPIC: &str = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";

#[test]
fn a_key_that_can_only_be_one_is_renamed_at_every_place_where_it_stands() {
    let questions = "[[question]]\nid = \"q\"\nkind = \"short\"\nlevle = 1\nsection = \"s\"\npromt.en = \"Promt?\"\npromt.id = \"Yang mana?\"\nanswer = \"promt\"\nsorce = \"lesson\"\n";
    let (root, done) = fixed(&[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/questions.toml", questions)]);
    let after = read(&root, "t/questions.toml");
    let expected = questions.replace("levle", "level").replace("promt.", "prompt.").replace("sorce", "source");
    assert_eq!(after, expected, "and the words of the question stay as they are");
    assert_eq!(done.len(), 1);
    let what: Vec<String> = done[0].what.iter().map(english).collect();
    assert_eq!(what, ["`levle` is `level` now", "`promt` is `prompt` now", "`sorce` is `source` now"]);
    assert_eq!(checked(root.path()).count(Severity::Error), 0);
}

#[test]
fn a_slip_in_the_key_kind_is_mended() {
    let questions = "[[question]]\nid = \"q\"\nknid = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"P\"\nanswer = \"A\"\nsource = \"lesson\"\n";
    let (root, _) = fixed(&[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/questions.toml", questions)]);
    assert_eq!(read(&root, "t/questions.toml"), questions.replace("knid", "kind"));
    assert_eq!(checked(root.path()).count(Severity::Error), 0);
}

#[test]
fn what_is_not_sure_is_left_to_a_person() {
    let questions = "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nlevle = 2\nsection = \"s\"\nprompt = \"P\"\nanswer = \"A\"\nwhatever = \"x\"\n\"sorce\" = \"lesson\"\n";
    let (root, done) = fixed(&[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/questions.toml", questions)]);
    assert_eq!(read(&root, "t/questions.toml"), questions);
    assert_eq!(done, []);
    assert_eq!(checked(root.path()).count(Severity::Error), 3);
}

#[test]
fn of_two_slips_for_one_key_only_the_first_is_mended() {
    let topic = TOPIC.replace("title = \"T\"", "titel = \"T\"\ntitlle = \"U\"");
    let (root, done) = fixed(&[("pack.toml", HEAD), ("t/topic.toml", &topic)]);
    assert_eq!(done[0].what.len(), 1, "{done:?}");
    assert_eq!(read(&root, "t/topic.toml").matches("title = ").count(), 1);
}

#[test]
fn line_ends_marks_and_control_characters_are_mended_in_every_file() {
    let lesson = "\u{feff}Intro\u{202e}.\r\n\r\n## S {#s}\r\n\r\nTe\u{1b}xt.";
    let (root, done) = fixed(&[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", lesson)]);
    assert_eq!(read(&root, "t/lesson.en.md"), "Intro.\n\n## S {#s}\n\nText.\n");
    let said = [
        "the byte order mark is gone",
        "lines end with a line feed alone",
        "2 control or direction characters removed",
        "a line feed ends the file",
    ];
    assert_eq!(done[0].what.iter().map(english).collect::<Vec<_>>(), said);
    assert!(!checked(root.path()).problems.iter().any(|p| p.code == "J010"));
}

#[cfg(unix)]
#[test]
fn a_file_that_a_link_points_to_is_never_written() {
    let outside = tempfile::NamedTempFile::new().unwrap_or_else(|e| panic!("{e}"));
    std::fs::write(outside.path(), "no line feed").unwrap_or_else(|e| panic!("{e}"));
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    write(root.path(), &[("pack.toml", HEAD), ("t/topic.toml", TOPIC)]);
    let link = root.path().join("t/lesson.en.md");
    std::os::unix::fs::symlink(outside.path(), link).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(fix(root.path(), &checked(root.path())).unwrap_or_default(), []);
    assert_eq!(std::fs::read_to_string(outside.path()).unwrap_or_default(), "no line feed");
}

fn broken() -> Report {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    let slip = TOPIC.replace("level", "titel = \"100%\"\nlevel");
    let twice = TOPIC.replace("\"t\"", "\"u\"") + "\n[[section]]\nid = \"s\"\n";
    let lesson = "Intro.\n\n## S {#s}\n";
    write(root.path(), &[("pack.toml", HEAD), ("a, b/topic.toml", &slip), ("a, b/lesson.en.md", lesson)]);
    write(root.path(), &[("u/topic.toml", &twice), ("u/lesson.en.md", lesson)]);
    let tree = Tree::Disk(root.path().to_owned());
    trees(&[(String::new(), tree)], &Options::default()).0
}

#[test]
fn sarif_names_rules_levels_places_and_related_places() {
    let report = broken();
    let log = report.sarif(&crate::words::Words::of("en"));
    assert_eq!(log["version"], "2.1.0");
    let run = &log["runs"][0];
    let results = run["results"].as_array().map_or(0, Vec::len);
    assert_eq!(results, report.problems.len());
    let result = &run["results"][0];
    let index = usize::try_from(result["ruleIndex"].as_u64().unwrap_or(99)).unwrap_or(99);
    assert_eq!(run["tool"]["driver"]["rules"][index]["id"], result["ruleId"]);
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!(place["artifactLocation"]["uri"], "a%2C%20b/topic.toml");
    assert_eq!((&place["region"]["startLine"], &place["region"]["startColumn"]), (&3.into(), &1.into()));
    let twice = run["results"].as_array().and_then(|all| all.iter().find(|r| r["ruleId"] == "J005"));
    assert_eq!(twice.map(|r| &r["relatedLocations"][0]["physicalLocation"]["region"]["startLine"]), Some(&7.into()));
    assert_eq!(run["columnKind"], "unicodeCodePoints");
}

#[test]
fn github_gets_a_line_for_each_problem_with_nothing_that_could_be_read_as_another() {
    let report = broken();
    let text = report.github(true, &crate::words::Words::of("en"));
    assert_eq!(text.lines().count(), report.problems.len());
    assert!(text.lines().all(|line| line.starts_with("::") && line.contains("topic.toml,line=")), "{text}");
    let first = text.lines().next().unwrap_or_default();
    assert!(first.starts_with("::error file=a%2C b/topic.toml,line=3,col=1,endColumn=6,title=J002::"), "{first}");
    assert!(first.contains("%0A"), "help follows the message: {first}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn mending_twice_is_mending_once_and_leaves_no_hostile_letter(text in "(\\PC|[\r\n\t\u{0}\u{1b}\u{202e}\u{feff}\u{2028}]){0,80}") {
        let (once, _) = mended(&text, &[]);
        let (twice, what) = mended(&once, &[]);
        prop_assert_eq!(&twice, &once);
        prop_assert!(what.is_empty(), "{:?}", what);
        prop_assert!(crate::format::letters::first_hostile(&once).is_none());
    }

    #[test]
    fn fixing_never_adds_an_unknown_key(slips in proptest::collection::vec((0usize..400, "[a-z]"), 1..6)) {
        let mut text = include_str!("../../format/fixtures/nine.toml").to_owned();
        for (at, letter) in slips {
            // A letter more in one of the keys.
            let keys: Vec<usize> = text.match_indices(" = ").map(|(at, _)| at).collect();
            text.insert_str(keys[at % keys.len()], &letter);
        }
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        write(root.path(), &[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/questions.toml", &text)]);
        fix(root.path(), &checked(root.path())).unwrap_or_else(|e| panic!("{e}"));
        let after = checked(root.path());
        let mended = std::fs::read_to_string(root.path().join("t/questions.toml")).unwrap_or_else(|e| panic!("{e}"));
        // Slips may come to light: of a question whose kind could not be read, the keys are looked at now. None is new.
        for problem in after.problems.iter().filter(|p| p.code == "J002") {
            let (from, to) = problem.place.span;
            prop_assert!(text.contains(&mended[from..to]), "{}", after.human(Look::default(), &crate::words::Words::of("en")));
        }
    }
}

#[test]
fn a_hundred_thousand_slips_of_one_file_are_mended_in_one_go() {
    const SLIPS: usize = 100_000;
    let before = "promt = 1\n".repeat(SLIPS);
    let edit = |n: usize| Edit {
        spans: vec![Range { start: n * 10, end: n * 10 + 5 }],
        was: "promt".into(),
        with: "prompt".into(),
    };
    let edits: Vec<Edit> = (0..SLIPS).rev().map(edit).collect();
    let (after, what) = mended(&before, &edits.iter().collect::<Vec<_>>());
    assert_eq!((after, what.len()), ("prompt = 1\n".repeat(SLIPS), SLIPS));
}
