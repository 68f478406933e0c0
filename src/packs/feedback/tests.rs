use std::path::Path;

use super::*;
use crate::domain::ids::TopicId;

fn item(topic: &str, name: &str) -> ItemId {
    TopicId::new("p", topic).item(name)
}

fn said(name: &str, reasons: &[&str], accepted: &[&str], answered: Option<(u32, u32, u32)>) -> Feedback {
    let boxes = |list: &[&str]| list.iter().map(|text| (*text).into()).collect();
    let answered = answered.map(|(answers, right, guessed)| Answered { answers, right, guessed, median_s: 9 });
    Feedback { item: item("t", name), reasons: boxes(reasons), accepted: boxes(accepted), answered }
}

fn file(items: Vec<Feedback>) -> FlagFile {
    FlagFile { packs: vec![("p".into(), "0.1.0".into())], items, cleaned: 0 }
}

/// A file whose only item is this JSON.
fn of_item(json: &str) -> String {
    format!(r#"{{"schema":"{SCHEMA}","items":[{json}]}}"#)
}

fn refusal(text: &str) -> String {
    why(FlagFile::parse(text.as_bytes()).expect_err("it is refused"))
}

fn why(error: FlagsError) -> String {
    match error {
        FlagsError::Refused(said) => crate::packs::told::english(&said),
        FlagsError::Disk(error) => panic!("the disk is not asked: {error}"),
    }
}

/// A pack of four short questions.
fn pack() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    let put = |path: &str, text: &str| {
        let file = root.path().join(path);
        std::fs::create_dir_all(file.parent().expect("a folder")).expect("a folder");
        std::fs::write(file, text).expect("a file");
    };
    put("pack.toml", "id = 'p'\nversion = '0.2.0'\ntitle = 'P'\nlanguages = ['en']\n");
    put("t/topic.toml", "id = 't'\ntitle = 'T'\nlevel = 1\nminutes = 5\n[[section]]\nid = 's'\n");
    let question = |id: &str| {
        format!(
            "[[question]]\nid = '{id}'\nkind = 'short'\nlevel = 1\nsection = 's'\nprompt = 'Which?'\nanswer = 'x'\n"
        )
    };
    put("t/questions.toml", &["a", "b", "c", "d"].map(question).join("\n"));
    root
}

fn placed(files: &[FlagFile], root: &Path) -> Placed {
    place(files, root).expect("a pack")
}

fn names(placed: &Placed) -> Vec<&str> {
    placed.rows.iter().map(|row| row.feedback.item.local()).collect()
}

#[test]
fn what_is_written_is_read_again() {
    let whole = file(vec![
        said("a", &["unclear", "bad-question"], &["SETEX \"x\""], Some((8, 2, 4))),
        said("b", &["outdated"], &[], None),
        Feedback { item: item("t", "ask").point("pool-limit"), ..said("c", &["language"], &[], None) },
    ]);
    let text = whole.text("For the author.");
    assert_eq!(FlagFile::parse(text.as_bytes()).expect("it is read"), whole);
    assert!(text.contains("\"right\": 0.25") && text.contains("\"says\": \"For the author.\""), "{text}");
}

#[test]
fn what_is_no_file_of_flags_is_refused_with_the_reason() {
    assert!(refusal("").starts_with("no file of flags: "));
    let deep = format!(r#"{{"schema":"{SCHEMA}","items":[],"more":{}"#, "[".repeat(100_000));
    assert!(refusal(&deep).starts_with("no file of flags: "), "depth costs no stack");
    assert!(refusal(r#"{"schema":"jenjang.check/1","items":[]}"#).contains("its schema is \"jenjang.check/1\""));
    let escaped = refusal("{\"schema\":\"\\u001b[31m\",\"items\":[]}");
    assert!(!escaped.contains('\u{1b}'), "{escaped:?}");
    let line = refusal("{\"schema\":\"jenjang\\nerror[J001]: forged\",\"items\":[]}");
    assert!(line.contains("its schema is \"jenjang error[J001]: forged\""), "{line:?}");
    let quoted = refusal(&of_item(r#"{"item":"p/t/a","answers":"\nerror[J001]: forged"}"#));
    assert!(quoted.contains("forged") && !quoted.contains('\n'), "{quoted:?}");
    let pack = r#"{"schema":"jenjang.flag-file/1","packs":[{"pack":"../x","version":"1"}],"items":[]}"#;
    assert!(refusal(pack).contains("impossible name"));
    let cases = [
        (r#"{"item":"p/t"}"#, "entry 1: its item is no pack/topic/question"),
        (r#"{"item":"../../etc/passwd"}"#, "entry 1: its item is no pack/topic/question"),
        (r#"{"item":"p/t/A\u001b[2J"}"#, "entry 1: its item is no pack/topic/question"),
        (
            r#"{"item":"p/t/a","reasons":["\u001b[2J"]}"#,
            "entry 1: \"\u{fffd}[2J\" is no reason: small letters, digits and hyphens",
        ),
        (
            r#"{"item":"p/t/a","reasons":["a\nerror[J001]: forged"]}"#,
            "entry 1: \"a error[J001]: forged\" is no reason: small letters, digits and hyphens",
        ),
        (r#"{"item":"p/t/a","answers":3}"#, "entry 1: of answers, right, guessed and median_s some are missing"),
        (
            r#"{"item":"p/t/a","answers":3,"right":1.5,"guessed":0,"median_s":1}"#,
            "entry 1: a share that is not between 0 and 1",
        ),
        (
            r#"{"item":"p/t/a","answers":4000000000,"right":1,"guessed":0,"median_s":1}"#,
            "entry 1: more answers or more time than anybody has",
        ),
    ];
    for (json, why) in cases {
        assert_eq!(refusal(&of_item(json)), why);
    }
    let many = vec!["\"unclear\""; limits::FLAG_TEXTS + 1].join(",");
    assert!(refusal(&of_item(&format!(r#"{{"item":"p/t/a","reasons":[{many}]}}"#))).contains("more than 20 reasons"));
    let long = "x".repeat(limits::WORD_BYTES + 1);
    assert!(refusal(&of_item(&format!(r#"{{"item":"p/t/a","accepted":["{long}"]}}"#))).contains("more than 400 bytes"));
    let grows = "\\u0000".repeat(limits::WORD_BYTES / 2);
    assert!(
        refusal(&of_item(&format!(r#"{{"item":"p/t/a","accepted":["{grows}"]}}"#))).contains("more than 400 bytes")
    );
}

#[test]
fn a_spelling_is_told_once_and_no_crowd_of_them_fills_a_report() {
    let twice = ["SETEX", "setex", "SETEX"];
    let many: Vec<Feedback> =
        (0..100_000).map(|n| said("a", &["unclear"], &[&*format!("v{n}"), &*format!("w{n}")], None)).collect();
    let root = pack();
    let few =
        placed(&[file(vec![said("a", &[], &twice, None)]), file(vec![said("a", &[], &twice, None)])], root.path());
    assert_eq!(*few.rows[0].feedback.accepted, ["SETEX", "setex"].map(Box::from));
    let told = placed(&[file(many)], root.path());
    let row = &told.rows[0].feedback;
    assert_eq!((row.reasons.len(), row.accepted.len()), (100_000, 200));
}

#[test]
fn characters_that_steer_a_terminal_are_replaced_and_counted() {
    let text = of_item(r#"{"item":"p/t/a","accepted":["a\u001b[2Jb","c\nd","plain","\u202eback"]}"#);
    let read = FlagFile::parse(text.as_bytes()).expect("it is read");
    assert_eq!(read.cleaned, 3);
    let expected = ["a\u{fffd}[2Jb", "c\u{fffd}d", "plain", "\u{fffd}back"].map(Box::from);
    assert_eq!(*read.items[0].accepted, expected);
    let root = pack();
    let told = placed(&[read], root.path()).human(false, &crate::words::Words::of("en"));
    assert!(told.contains("note: 3 texts held characters that could steer a terminal"), "{told}");
    assert!(!told.contains('\u{1b}') && !told.contains('\u{202e}'));
}

#[test]
fn a_file_that_is_too_large_or_no_file_is_refused_before_it_is_read() {
    let root = tempfile::tempdir().expect("a folder");
    let large = root.path().join("large.json");
    std::fs::File::create(&large).and_then(|f| f.set_len(limits::FLAG_FILE_BYTES + 1)).expect("a file");
    let refused = |path: &Path| why(read(path).expect_err("it is refused").1);
    assert_eq!(refused(&large), "at most 8,388,608 bytes are read");
    assert!(refused(root.path()).starts_with("at most"), "also in a folder");
    std::fs::remove_file(&large).expect("it is gone");
    assert_eq!(refused(root.path()), "that is no file, nor a folder with files of flags");
    #[cfg(unix)]
    assert_eq!(refused(Path::new("/dev/zero")), "that is no file, nor a folder with files of flags");
}

#[test]
fn what_misleads_comes_first_and_then_what_is_flagged_most_often() {
    let root = pack();
    let one = file(vec![
        said("a", &["unclear"], &[], Some((10, 9, 0))),
        said("b", &[], &[], Some((10, 4, 2))),
        said("c", &[], &[], Some((10, 1, 6))),
        said("d", &["wrong-key", "outdated"], &["ex"], None),
    ]);
    assert_eq!(names(&placed(&[one], root.path())), ["c", "b", "d", "a"]);
}

#[test]
fn an_item_stands_at_its_line_in_both_forms() {
    let root = pack();
    let two = [
        file(vec![said("b", &["unclear"], &["ex"], Some((4, 1, 2)))]),
        file(vec![said("b", &["unclear", "wrong-key"], &["ex", "X11"], Some((4, 1, 2)))]),
    ];
    let placed = placed(&two, root.path());
    let told = placed.human(false, &crate::words::Words::of("en")).replace(&format!("{}/", root.path().display()), "");
    insta::assert_snapshot!(told);
    let json = placed.json();
    let it = &json["data"]["items"][0];
    assert_eq!((it["line"].as_u64(), it["column"].as_u64()), (Some(10), Some(6)), "{it}");
    assert_eq!(it["reasons"]["unclear"], 2);
    assert_eq!(it["answered"]["answers"], 8);
    assert_eq!(json["data"]["versions"][0]["here"], "0.2.0");
}

#[test]
fn what_is_not_in_the_pack_is_named_and_what_is_sound_is_counted() {
    let root = pack();
    let mut other = said("a", &["unclear"], &[], None);
    other.item = TopicId::new("q", "t").item("a");
    let all = file(vec![said("gone", &["unclear"], &[], None), other, said("a", &[], &[], Some((9, 9, 0)))]);
    let placed = placed(&[all], root.path());
    assert_eq!((placed.rows.len(), placed.elsewhere, placed.sound), (0, 1, 1));
    assert_eq!(placed.gone, [item("t", "gone")]);
    let told = placed.human(false, &crate::words::Words::of("en"));
    assert!(told.contains("not in this pack any more, or not readable: p/t/gone"), "{told}");
    assert!(place(&[], &root.path().join("t")).is_none(), "a topic is no pack");
}
