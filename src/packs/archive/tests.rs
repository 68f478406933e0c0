//! Archives: what goes in comes out, two builds are equal, and nothing hostile gets through.

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::*;
use crate::format::limits;
use crate::packs::check::{Options, Report};

const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\"]\n";

fn head() -> (&'static str, &'static [u8]) {
    ("pack.toml", HEAD.as_bytes())
}

fn stored() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Stored)
}

/// An archive as a stranger might make it.
fn zipped(files: &[(&str, &[u8])]) -> Vec<u8> {
    made(|writer| {
        for (path, content) in files {
            writer.start_file(*path, SimpleFileOptions::default()).unwrap_or_else(|e| panic!("{e}"));
            writer.write_all(content).unwrap_or_else(|e| panic!("{e}"));
        }
    })
}

fn made(fill: impl FnOnce(&mut ZipWriter<Cursor<Vec<u8>>>)) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    fill(&mut writer);
    writer.finish().unwrap_or_else(|e| panic!("{e}")).into_inner()
}

fn report(content: Vec<u8>) -> Report {
    from_bytes("x.jpack", content).report(&Options::default()).0
}

/// Codes and files of all errors.
fn errors(content: Vec<u8>) -> Vec<String> {
    let report = report(content);
    let errors = report.problems.iter().filter(|p| p.severity == crate::format::finding::Severity::Error);
    errors.map(|p| format!("{} {}", p.code, p.place.file)).collect()
}

/// The same bytes with one word replaced by another of the same length.
fn patched(mut content: Vec<u8>, from: &str, to: &str, times: usize) -> Vec<u8> {
    assert_eq!(from.len(), to.len());
    let places: Vec<usize> =
        (0..content.len() - from.len()).filter(|at| content[*at..].starts_with(from.as_bytes())).collect();
    assert!(places.len() >= times, "{from} stands {} times", places.len());
    for at in places.into_iter().take(times) {
        content[at..at + to.len()].copy_from_slice(to.as_bytes());
    }
    content
}

fn write(root: &std::path::Path, files: &[(&str, &str)]) {
    for (path, text) in files {
        let file = root.join(path);
        std::fs::create_dir_all(file.parent().unwrap_or(root)).unwrap_or_else(|e| panic!("{e}"));
        std::fs::write(file, text).unwrap_or_else(|e| panic!("{e}"));
    }
}

const TOPIC: &str = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
const LESSON: &str = "Intro.\n\n## S {#s}\n\nText.\n";

#[test]
fn two_builds_on_two_paths_are_equal_byte_for_byte() {
    let built = |files: &[(&str, &str)]| {
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        write(&root.path().join("a/pack"), files);
        let built =
            build(&root.path().join("a/pack"), root.path(), &Options::default()).unwrap_or_else(|e| panic!("{e}"));
        let content = std::fs::read(&built.file).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(built.sha256, sha256(&content));
        assert_eq!(built.file.file_name().and_then(|n| n.to_str()), Some("p-0.1.0.jpack"));
        content
    };
    let first = built(&[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", LESSON), ("LICENSE", "CC\n")]);
    let windows = LESSON.replace('\n', "\r\n");
    let more = ("schema/topic.schema.json", "{}");
    let second = built(&[
        ("LICENSE", "CC\n"),
        more,
        ("t/lesson.en.md", &windows),
        ("t/topic.toml", TOPIC),
        (".git/x", "y"),
        ("pack.toml", HEAD),
    ]);
    assert_eq!(first, second);
    let jpack = from_bytes("p.jpack", first);
    let paths: Vec<&str> = jpack.texts.keys().map(|path| &**path).collect();
    assert_eq!(paths, ["LICENSE", "pack.toml", "t/lesson.en.md", "t/topic.toml"]);
    assert_eq!(jpack.texts["t/lesson.en.md"], LESSON);
    assert_eq!(jpack.head().map(|head| head.id), Some("p".into()));
    let (report, _) = jpack.report(&Options::default());
    assert!(report.problems.is_empty(), "{:?}", report.problems);
}

#[test]
fn an_archive_is_never_replaced_by_other_content_under_the_same_version() {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    let pack = root.path().join("pack");
    write(&pack, &[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", LESSON)]);
    let again = || build(&pack, root.path(), &Options::default());
    let first = again().unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(again().ok().as_ref(), Some(&first), "the same content is the same archive");
    write(&pack, &[("t/lesson.en.md", &LESSON.replace("Text", "Other"))]);
    assert!(matches!(again(), Err(BuildError::Taken(file)) if file == first.file));
    let kept = std::fs::read(&first.file).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(sha256(&kept), first.sha256);
    write(&pack, &[("pack.toml", &HEAD.replace("0.1.0", "0.1.1"))]);
    assert!(again().is_ok(), "another version is another archive");
}

#[test]
fn sha256_is_the_published_function() {
    assert_eq!(sha256(b"abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

#[test]
fn a_pack_with_errors_or_without_whys_is_not_built() {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    let options = "[[question]]\nid = \"q\"\nkind = \"single\"\nlevel = 1\nsection = \"s\"\nprompt = \"P?\"\nsource = \"lesson\"\noption = [{ id = \"a\", right = true, text = \"A\" }, { id = \"b\", text = \"B\", why = \"W\" }]\n";
    write(
        root.path(),
        &[("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", LESSON), ("t/questions.toml", options)],
    );
    let refused = build(root.path(), root.path(), &Options::default());
    let Err(BuildError::Refused(report)) = refused else { panic!("{refused:?}") };
    assert_eq!(report.problems.iter().map(|p| p.code).collect::<Vec<_>>(), ["J104"]);
    write(root.path(), &[("t/topic.toml", "id = 3")]);
    assert!(matches!(build(root.path(), root.path(), &Options::default()), Err(BuildError::Refused(_))));
    let left: Vec<_> = std::fs::read_dir(root.path()).into_iter().flatten().flatten().map(|e| e.file_name()).collect();
    assert_eq!(left.len(), 2, "{left:?}");
    assert!(matches!(build(&root.path().join("t"), root.path(), &Options::default()), Err(BuildError::NoPack(_))));
}

#[test]
fn nothing_is_built_that_whoever_gets_it_would_refuse() {
    let files = [("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", LESSON)];
    let most = usize::try_from(limits::LESSON_BYTES).unwrap_or(0);
    // So even a text may be no more than a hundred times its archive, or a lesson's bytes together with the others.
    let (fits, large) = ("words\n".repeat(most / 6 - 500), "words\n".repeat(most / 6 + 1));
    for name in BESIDE {
        let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
        write(root.path(), &files);
        write(root.path(), &[(name, &large)]);
        let refused = build(root.path(), root.path(), &Options::default());
        let Err(BuildError::Refused(report)) = refused else { panic!("{refused:?}") };
        let told: Vec<String> = report.problems.iter().map(|it| format!("{} {}", it.code, it.place.file)).collect();
        assert_eq!(told, [format!("J009 p-0.1.0.jpack/{name}")]);
        assert!(!root.path().join("p-0.1.0.jpack").exists());
        write(root.path(), &[(name, &fits)]);
        assert!(build(root.path(), root.path(), &Options::default()).is_ok());
    }
}

#[test]
fn paths_that_leave_the_pack_or_mean_something_elsewhere_are_refused() {
    for path in [
        "../up.toml",
        "/etc/x.toml",
        "a/../../x.toml",
        "C:/x.toml",
        "a\\..\\x.toml",
        "con.toml",
        "t/nul",
        "t/x.toml.",
        "a\u{202e}b.toml",
        "a\u{1b}[2J.toml",
    ] {
        let shown = crate::format::letters::without_hostile(path);
        assert_eq!(errors(zipped(&[head(), (path, b"x = 1\n")])), [format!("J026 x.jpack/{shown}")], "{path:?}");
    }
    let not_utf8 = patched(zipped(&[head(), ("ab.toml", b"")]), "ab.toml", "ab.toml", 2);
    let not_utf8: Vec<u8> = {
        let mut bytes = not_utf8;
        let places: Vec<usize> = (0..bytes.len() - 7).filter(|at| bytes[*at..].starts_with(b"ab.toml")).collect();
        places.iter().for_each(|at| bytes[*at] = 0xff);
        bytes
    };
    assert_eq!(errors(not_utf8), ["J026 x.jpack/"]);
}

#[test]
fn names_that_are_one_on_other_systems_are_refused() {
    for (one, two) in [("paths/Redis.toml", "paths/redis.toml"), ("paths/caf\u{e9}.toml", "paths/cafe\u{301}.toml")] {
        let found = errors(zipped(&[head(), (one, b""), (two, b"")]));
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("J026 "), "{found:?}");
    }
    let twice = patched(zipped(&[head(), ("aa.toml", b""), ("ab.toml", b"")]), "ab.toml", "aa.toml", 2);
    assert_eq!(errors(twice), ["J026 x.jpack/"]);
}

#[test]
fn links_devices_and_deep_folders_are_refused() {
    let link = made(|writer| {
        writer.add_symlink("t/topic.toml", "/etc/passwd", stored()).unwrap_or_else(|e| panic!("{e}"));
    });
    assert_eq!(errors(link), ["J009 x.jpack/t/topic.toml"]);
    for kind in [0o060_000u32, 0o020_000, 0o010_000, 0o140_000] {
        let device = made(|writer| {
            let options = stored().system(zip::System::Unix).external_attributes((kind | 0o644) << 16);
            writer.start_file("t/topic.toml", options).unwrap_or_else(|e| panic!("{e}"));
        });
        assert_eq!(errors(device), ["J009 x.jpack/t/topic.toml"], "{kind:o}");
    }
    let deep = format!("{}topic.toml", "d/".repeat(limits::DEPTH + 1));
    assert_eq!(errors(zipped(&[head(), (&deep, b"")])), [format!("J009 x.jpack/{deep}")]);
}

#[test]
fn too_much_is_refused_before_it_is_held() {
    let zeros = vec![b'\n'; 1 << 20];
    let many: Vec<(String, &[u8])> = (0..40).map(|n| (format!("t{n}/topic.toml"), &*zeros)).collect();
    let bomb = zipped(&many.iter().map(|(path, content)| (&**path, *content)).collect::<Vec<_>>());
    assert!(bomb.len() < 80_000, "it is small: {}", bomb.len());
    let found = errors(bomb);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].starts_with("J009 x.jpack/t"), "{found:?}");

    // What is kept of a text that cannot be used counts too.
    let refused: Vec<(String, Vec<u8>)> =
        many.iter().map(|(path, content)| (path.clone(), [content, &b"\xff"[..]].concat())).collect();
    let bomb = zipped(&refused.iter().map(|(path, content)| (&**path, &**content)).collect::<Vec<_>>());
    let most = bomb.len() * usize::try_from(limits::EXPANSION).unwrap_or(0);
    let jpack = from_bytes("x.jpack", bomb);
    let held: usize = jpack.shown.values().map(String::len).sum();
    assert!((1..=most).contains(&held) && most < zeros.len() * many.len(), "{held} of {most}");
    assert!(jpack.findings.last().is_some_and(|(_, last)| last.code == "J009"), "{:?}", jpack.findings.last());

    let large = vec![b'\n'; usize::try_from(limits::LESSON_BYTES).unwrap_or(0) + 1];
    assert_eq!(errors(zipped(&[head(), ("t/lesson.en.md", &large)])), ["J009 x.jpack/t/lesson.en.md"]);

    let long = vec![b'x'; limits::LINE_BYTES + 1];
    assert_eq!(errors(zipped(&[head(), ("t/lesson.en.md", &long)])), ["J009 x.jpack/t/lesson.en.md"]);

    let files = limits::FILES + 1;
    let crowd = made(|writer| {
        for n in 0..files {
            writer.start_file(format!("{n}.toml"), stored()).unwrap_or_else(|e| panic!("{e}"));
        }
    });
    assert_eq!(errors(crowd), ["J009 x.jpack/"]);

    let past = usize::try_from(limits::ARCHIVE_BYTES).unwrap_or(0) + 1;
    assert_eq!(errors(vec![0; past]), ["J009 x.jpack/"]);
}

#[test]
fn what_is_no_whole_archive_is_refused() {
    let good = zipped(&[head()]);
    let behind = [&*good, b"more"].concat();
    let before = [b"more", &*good].concat();
    let half = good[..good.len() / 2].to_vec();
    for content in [Vec::new(), b"PK".to_vec(), behind, before, half] {
        assert_eq!(errors(content), ["J001 x.jpack/"]);
    }
    let wrong_sum = made(|writer| {
        writer.start_file("pack.toml", stored()).unwrap_or_else(|e| panic!("{e}"));
        writer.write_all(HEAD.as_bytes()).unwrap_or_else(|e| panic!("{e}"));
    });
    assert_eq!(errors(patched(wrong_sum, "title", "eltit", 1)), ["J001 x.jpack/pack.toml"]);
    assert_eq!(errors(zipped(&[head(), ("t/lesson.en.md", b"\xff")])), ["J001 x.jpack/t/lesson.en.md"]);
    assert_eq!(errors(zipped(&[("t/topic.toml", TOPIC.as_bytes())])), ["J001 x.jpack/pack.toml"]);
}

/// The last 22 bytes of an archive: how many files it has, how long their list is, and where it begins.
fn end(files: u16, bytes: u32, from: u32) -> Vec<u8> {
    let short = files.to_le_bytes();
    [b"PK\x05\x06\0\0\0\0", &short[..], &short, &bytes.to_le_bytes(), &from.to_le_bytes(), b"\0\0"].concat()
}

#[test]
fn no_other_record_says_how_many_files_there_are() {
    let files = limits::FILES + 1;
    let crowd = made(|writer| {
        for n in 0..files {
            writer.start_file(format!("{n}.toml"), stored()).unwrap_or_else(|e| panic!("{e}"));
        }
    });
    let at = crowd.len() - 22;
    let [bytes, from] = [12, 16].map(|n| u32::from_le_bytes([0, 1, 2, 3].map(|k| crowd[at + n + k])));
    // The larger form (PKWARE APPNOTE 4.3.14 and 4.3.15) counts in eight bytes.
    let [files, long, start] = [files as u64, bytes.into(), from.into()].map(u64::to_le_bytes);
    let larger =
        [b"PK\x06\x06", &44_u64.to_le_bytes()[..], &[45, 0, 45, 0], &[0; 8], &files, &files, &long, &start].concat();
    let place = [b"PK\x06\x07\0\0\0\0", &(at as u64).to_le_bytes()[..], &[1, 0, 0, 0]].concat();
    let ends =
        [(1, u32::MAX, u32::MAX), (1, 46, u32::MAX), (1, u32::MAX, from), (u16::MAX, bytes, from), (1, bytes, from)];
    for (said, bytes, from) in ends {
        let archive = [&crowd[..at], &larger, &place, &end(said, bytes, from)].concat();
        let code = if said == 1 { "J001" } else { "J009" };
        assert_eq!(errors(archive), [format!("{code} x.jpack/")], "{said} {bytes} {from}");
    }
    // The last record promises a comment that is not there: an archiver passes it over and takes the one before, of either form.
    let of_larger = [&crowd[..at], &larger, &place, &end(u16::MAX, u32::MAX, u32::MAX)].concat();
    for before in [&crowd, &of_larger] {
        let long = u32::try_from(before.len()).unwrap_or(0) - from;
        let mut last = end(1, long, from);
        last[20] = 1;
        assert_eq!(errors([&**before, &last].concat()), ["J001 x.jpack/"], "{} bytes", before.len());
    }
    // The list that the last record names is none; the record before it is whole.
    let whole = u32::try_from(crowd.len()).unwrap_or(0);
    for (bytes, from) in [(0, 0), (22, whole - 22), (whole, 0), (bytes, from)] {
        assert_eq!(errors([&*crowd, &end(1, bytes, from)].concat()), ["J001 x.jpack/"], "{bytes} {from}");
    }
}

#[test]
fn what_a_folder_would_not_show_is_left_out_of_an_archive() {
    let topic: [(&str, &[u8]); 4] = [
        ("t/topic.toml", TOPIC.as_bytes()),
        ("t/lesson.en.md", LESSON.as_bytes()),
        (".u/topic.toml", TOPIC.as_bytes()),
        ("t/.x/questions.toml", b"broken"),
    ];
    let files = [&[head()][..], &topic, &[(".pack.toml", HEAD.as_bytes())]].concat();
    let jpack = from_bytes("x.jpack", zipped(&files));
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    let texts: Vec<(&str, &str)> =
        files.iter().map(|(path, text)| (*path, std::str::from_utf8(text).unwrap_or_default())).collect();
    write(root.path(), &texts);
    assert_eq!(jpack.texts, super::texts(root.path()).unwrap_or_else(|e| panic!("{e}")));
    let told: Vec<(&str, &str)> = jpack.findings.iter().map(|(path, it)| (&**path, it.code)).collect();
    assert_eq!(told, [(".u/topic.toml", "J009"), ("t/.x/questions.toml", "J009"), (".pack.toml", "J009")]);
    assert!(!jpack.report(&Options::default()).0.is_refused());
}

#[test]
fn entries_that_share_bytes_are_refused() {
    let content = zipped(&[head(), ("a/topic.toml", TOPIC.as_bytes()), ("b/topic.toml", TOPIC.as_bytes())]);
    // The last entry of the directory points to the bytes of the one before it: what a bomb of overlapping files does.
    let entries: Vec<usize> = (0..content.len() - 4).filter(|at| content[*at..].starts_with(b"PK\x01\x02")).collect();
    let mut shared = content;
    let (one, two) = (entries[1] + 42, entries[2] + 42);
    let offset: Vec<u8> = shared[one..one + 4].to_vec();
    shared[two..two + 4].copy_from_slice(&offset);
    assert_eq!(errors(shared), ["J009 x.jpack/"]);
}

#[test]
fn hostile_letters_in_texts_are_found_as_in_a_folder() {
    let lesson = "Intro.\n\n## S {#s}\n\nTe\u{202e}xt\u{1b}[31m.\n";
    let found = errors(zipped(&[head(), ("t/topic.toml", TOPIC.as_bytes()), ("t/lesson.en.md", lesson.as_bytes())]));
    assert_eq!(found, ["J010 x.jpack/t/lesson.en.md", "J010 x.jpack/t/lesson.en.md"]);
}

#[test]
fn what_is_no_part_of_a_pack_is_left_out_and_told_of() {
    let jpack =
        from_bytes("x.jpack", zipped(&[head(), ("run.sh", b"rm"), ("t/a.png", b"\x89PNG"), ("README.md", b"Hi\n")]));
    assert_eq!(jpack.texts.len(), 2);
    let (report, texts) = jpack.report(&Options::default());
    assert!(!report.is_refused());
    assert_eq!(
        report.problems.iter().map(|p| &*p.place.file).collect::<Vec<_>>(),
        ["x.jpack/run.sh", "x.jpack/t/a.png"]
    );
    assert!(texts.contains_key("README.md"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn broken_bytes_anywhere_never_panic_and_never_leave_the_limits(at in 0usize..4000, bytes in proptest::collection::vec(any::<u8>(), 1..12)) {
        let mut content = zipped(&[head(), ("t/topic.toml", TOPIC.as_bytes()), ("t/lesson.en.md", LESSON.as_bytes())]);
        let at = at % content.len();
        let end = (at + bytes.len()).min(content.len());
        content[at..end].copy_from_slice(&bytes[..end - at]);
        let jpack = from_bytes("x.jpack", content);
        for path in jpack.texts.keys() {
            prop_assert_eq!(crate::format::portable::trouble(path), None);
        }
        let _ = jpack.report(&Options::default());
    }

    #[test]
    fn any_texts_come_out_as_they_went_in(texts in proptest::collection::btree_map("[a-z]{1,8}/(topic[.]toml|lesson[.]en[.]md)", "\\PC{0,40}\n", 0..6)) {
        let texts: BTreeMap<Box<str>, String> = texts.into_iter().map(|(path, text)| (path.into(), text)).collect();
        let sound = texts.keys().all(|path| crate::format::portable::trouble(path).is_none());
        let content = pack_bytes(&texts).unwrap_or_default();
        prop_assert_eq!(&content, &pack_bytes(&texts).unwrap_or_default());
        if sound {
            let opened = from_bytes("x.jpack", content);
            let cleaned: BTreeMap<Box<str>, String> = texts.into_iter().map(|(path, text)| (path, crate::format::read::clean_source(text))).collect();
            prop_assert_eq!(opened.texts, cleaned);
        }
    }
}
