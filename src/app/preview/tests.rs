use std::path::Path;

use super::*;
use crate::packs::Library;
use crate::packs::check::Options;
use crate::sessions::effect::Route;
use crate::sessions::preview::{Level, Snapshot};

const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"P\"\nlanguages = [\"en\"]\n";
const TOPIC: &str =
    "id = \"one\"\ntitle = \"One\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"a\"\n\n[[section]]\nid = \"b\"\n";
const LESSON: &str = "Words.\n\n## A {#a}\n\nOf a.\n\n## B {#b}\n\nOf b.\n";
const QUESTIONS: &str = "[[question]]\nid = \"first\"\nkind = \"short\"\nlevel = 1\nsection = \"a\"\nprompt = \"Which header?\"\nanswer = \"Retry-After\"\n\n[[question]]\nid = \"second\"\nkind = \"short\"\nlevel = 1\nsection = \"b\"\nprompt = \"Which code?\"\nanswer = \"429\"\n";

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    std::fs::create_dir_all(file.parent().unwrap_or(root)).expect("a folder");
    std::fs::write(file, text).expect("a file");
}

fn pack() -> (tempfile::TempDir, Watch) {
    let root = tempfile::tempdir().expect("a folder");
    for (path, text) in [
        ("pack.toml", HEAD),
        ("one/topic.toml", TOPIC),
        ("one/lesson.en.md", LESSON),
        ("one/questions.toml", QUESTIONS),
    ] {
        write(root.path(), path, text);
    }
    let watch = Watch::new(root.path().to_owned(), Options::default());
    (root, watch)
}

/// Saves a file and looks until it is read, as often as is needed for two looks to agree.
fn saved(watch: &mut Watch, root: &Path, path: &str, text: &str) -> Look {
    write(root, path, text);
    (0..4).find_map(|_| watch.look()).expect("it is seen")
}

fn names(snapshot: &Snapshot) -> Vec<(&str, Option<Level>, bool)> {
    snapshot.rows.iter().map(|row| (&*row.name, row.level, row.is_old)).collect()
}

fn prompt(library: &Library, name: &str) -> Option<String> {
    let topic = &library.topics().first()?.id;
    library.question(&topic.item(name)).ok().map(|question| question.prompt.en.to_string())
}

#[test]
fn a_pack_is_read_at_once_and_then_only_when_something_in_it_has_changed() {
    let (root, mut watch) = pack();
    let first = watch.look().expect("it is read");
    assert_eq!((&*first.snapshot.name, first.snapshot.reloads), ("p", 0));
    let of = |row: usize| first.snapshot.rows[row].name.to_string();
    assert_eq!([of(0), of(1), of(2)], ["one", "first", "second"]);
    assert_eq!(first.snapshot.rows.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 1, 9]);
    assert!((0..3).all(|_| watch.look().is_none()));
    // Saved again as it was: the time is another one, the words are not.
    write(root.path(), "one/questions.toml", QUESTIONS);
    assert!((0..3).all(|_| watch.look().is_none()));
    write(root.path(), "notes.txt", "no file of the pack");
    assert!((0..3).all(|_| watch.look().is_none()));
}

#[test]
fn a_save_brings_what_was_saved() {
    let (root, mut watch) = pack();
    watch.look().expect("it is read");
    let second = QUESTIONS.replace("Which code?", "Which status?");
    let look = saved(&mut watch, root.path(), "one/questions.toml", &second);
    assert_eq!(prompt(&look.library, "second").as_deref(), Some("Which status?"));
    assert_eq!((look.snapshot.saved.map(|saved| saved.row), look.snapshot.reloads), (Some(2), 1));
    let look = saved(&mut watch, root.path(), "one/lesson.en.md", &LESSON.replace("Of b.", "Of b, in more words."));
    let saved = look.snapshot.saved.expect("a lesson was saved");
    assert_eq!((saved.row, saved.section.as_deref()), (0, Some("b")));
}

#[test]
fn a_broken_file_leaves_the_last_good_version_and_its_problem_stands_at_its_row() {
    let (root, mut watch) = pack();
    watch.look().expect("it is read");
    let broken = QUESTIONS.replace("answer = \"429\"", "answer = 429").replace("Which header?", "What header?");
    let look = saved(&mut watch, root.path(), "one/questions.toml", &broken);
    assert_eq!(prompt(&look.library, "first").as_deref(), Some("Which header?"));
    let shown = names(&look.snapshot);
    assert_eq!(shown.iter().map(|(_, _, old)| *old).collect::<Vec<_>>(), [true; 3]);
    assert_eq!(shown[2].1, Some(Level::Error), "{shown:?}");
    let error = look.snapshot.problems.iter().find(|p| p.level == Level::Error).expect("an error");
    assert_eq!((&*error.file, error.line, error.row), ("one/questions.toml", 15, Some(2)));
    assert_eq!(look.snapshot.line(&error.file, error.line), "answer = 429");
    let mended = broken.replace("answer = 429", "answer = \"429\"");
    let look = saved(&mut watch, root.path(), "one/questions.toml", &mended);
    assert_eq!(prompt(&look.library, "first").as_deref(), Some("What header?"));
    assert!(names(&look.snapshot).iter().all(|(_, level, old)| *level != Some(Level::Error) && !old));
}

#[test]
fn a_topic_that_was_never_good_has_a_row_without_anything_to_show() {
    let (root, _) = pack();
    write(root.path(), "one/topic.toml", "id = one\n");
    let mut watch = Watch::new(root.path().to_owned(), Options::default());
    let look = watch.look().expect("it is read");
    assert_eq!(look.snapshot.rows.iter().map(|row| row.route.clone()).collect::<Vec<_>>(), [None]);
    assert_eq!(look.snapshot.rows[0].level, Some(Level::Error));
    let look = saved(&mut watch, root.path(), "one/topic.toml", TOPIC);
    assert!(matches!(look.snapshot.rows[0].route, Some(Route::Lesson(..))));
}

#[test]
fn a_folder_that_is_gone_is_an_error_and_the_pack_stays() {
    let (root, mut watch) = pack();
    watch.look().expect("it is read");
    std::fs::remove_file(root.path().join("pack.toml")).expect("it is gone");
    let look = (0..4).find_map(|_| watch.look()).expect("it is seen");
    assert_eq!(look.snapshot.count(Level::Error), 1);
    assert_eq!(prompt(&look.library, "first").as_deref(), Some("Which header?"));
}

#[test]
fn what_learners_flagged_stands_at_its_question_among_the_problems() {
    let (root, watch) = pack();
    let item = crate::domain::ids::TopicId::new("p", "one").item("second");
    let told = crate::domain::feedback::Feedback {
        item,
        reasons: vec!["unclear".into(), "unclear".into()],
        accepted: vec!["too many requests".into()],
        answered: None,
    };
    let file = crate::packs::feedback::FlagFile::of(vec![told], |_| Some("0.1.0".into()));
    let look = watch.with_flags(vec![file]).look().expect("it is read");
    let flag = look.snapshot.problems.iter().find(|p| &*p.code == "flagged").expect("the flag");
    assert_eq!((flag.row, &*flag.file, flag.line), (Some(2), "one/questions.toml", 10));
    assert!(flag.message.en.contains("unclear (2x)") && flag.help.en.contains("too many requests"), "{flag:?}");
    drop(root);
}
