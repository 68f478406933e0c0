//! Folders that somebody made to do harm: everything in them that is no plain text of a pack is refused with a finding, and nothing of it is read.
//! (`archive::tests` does the same to archives.)

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::check::{Look, Options, Report, Tree, check, trees};
use crate::format::finding::Severity;
use crate::format::limits;
use crate::packs::told::english;

const HEAD: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\"]\n";
const TOPIC: &str = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
const LESSON: &str = "Intro.\n\n## S {#s}\n\nText.\n";

fn pack() -> tempfile::TempDir {
    let root = tempfile::tempdir().expect("a folder");
    for (path, text) in [("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", LESSON)] {
        write(root.path(), path, text);
    }
    root
}

fn write(root: &Path, path: &str, text: impl AsRef<[u8]>) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap_or(root)).expect("a folder");
    fs::write(file, text).expect("a file");
}

fn told(report: &Report) -> Vec<String> {
    let errors = report.problems.iter().filter(|p| p.severity == Severity::Error);
    errors
        .map(|p| {
            format!("{} {} {}", p.code, p.place.file.rsplit("/p/").next().unwrap_or_default(), english(&p.message))
        })
        .collect()
}

/// Code and file of each error, and that the report itself does no harm.
fn errors(root: &Path) -> Vec<String> {
    let report = check(root, &Options::default()).expect("there is a pack");
    let human = report.human(Look { colour: false, info: true }, &crate::words::Words::of("en"));
    assert!(human.chars().all(|c| c == '\n' || !crate::format::letters::is_hostile(c)), "{human:?}");
    let shown = crate::format::letters::without_hostile(&root.to_string_lossy());
    let of = |p: &super::check::Problem| {
        let file = p.place.file.strip_prefix(shown.trim_end_matches('/')).unwrap_or(&p.place.file);
        format!("{} {}", p.code, file.trim_start_matches('/'))
    };
    report.problems.iter().filter(|p| p.severity == Severity::Error).map(of).collect()
}

/// The same for a pack in memory.
fn of_texts(texts: &[(String, String)]) -> Vec<String> {
    let base = [("pack.toml", HEAD), ("t/topic.toml", TOPIC), ("t/lesson.en.md", LESSON)];
    let mut files: BTreeMap<Box<str>, String> = base.map(|(path, text)| (path.into(), text.to_owned())).into();
    files.extend(texts.iter().map(|(path, text)| (path.as_str().into(), text.clone())));
    told(&trees(&[(String::new(), Tree::Memory(files))], &Options::default()).0)
}

#[test]
fn the_pack_that_is_made_hostile_here_is_sound() {
    assert_eq!(errors(pack().path()), Vec::<String>::new());
    assert_eq!(of_texts(&[]), Vec::<String>::new());
}

#[cfg(unix)]
#[test]
fn links_are_refused_wherever_they_lead_and_not_read() {
    use std::os::unix::fs::symlink;
    let outside = tempfile::tempdir().expect("a folder");
    write(outside.path(), "secret.toml", "the words of somebody else");
    let links = [
        ("t/questions.toml", outside.path().join("secret.toml")),
        ("paths/up.toml", "../pack.toml".into()),
        ("glossary.toml", "/dev/zero".into()),
        ("u", outside.path().to_owned()),
        ("loop", ".".into()),
        ("gone.toml", "nowhere".into()),
    ];
    for (path, to) in links {
        let root = pack();
        fs::create_dir_all(root.path().join("paths")).expect("a folder");
        symlink(&to, root.path().join(path)).expect("a link");
        assert_eq!(errors(root.path()), [format!("J009 {path}")]);
        assert!(super::archive::build(root.path(), outside.path(), &Options::default()).is_err(), "{path}");
        assert!(super::install::load(root.path(), &Options::default()).is_err(), "{path}");
    }
}

#[cfg(unix)]
#[test]
fn the_head_of_a_pack_is_not_followed_either() {
    let (root, outside) = (pack(), tempfile::tempdir().expect("a folder"));
    write(outside.path(), "secret", "root:x:0:0\n");
    fs::remove_file(root.path().join("pack.toml")).expect("it was there");
    std::os::unix::fs::symlink(outside.path().join("secret"), root.path().join("pack.toml")).expect("a link");
    let report = check(root.path(), &Options::default()).expect("there is a pack");
    assert!(report.problems.iter().all(|p| p.code == "J009"), "{:?}", told(&report));
    assert!(
        !report.human(Look::default(), &crate::words::Words::of("en")).contains("root:x"),
        "nothing of it is shown"
    );
}

#[cfg(unix)]
#[test]
fn a_pipe_and_a_socket_are_refused_without_being_opened() {
    let root = pack();
    let pipe = std::process::Command::new("mkfifo").arg(root.path().join("t/questions.toml")).status();
    let _socket = std::os::unix::net::UnixListener::bind(root.path().join("glossary.toml")).expect("a socket");
    let mut expected = vec!["J009 glossary.toml"];
    expected.extend(pipe.is_ok_and(|status| status.success()).then_some("J009 t/questions.toml"));
    assert_eq!(errors(root.path()), expected);
}

#[test]
fn names_that_collide_or_mean_something_elsewhere_are_refused() {
    let root = pack();
    write(root.path(), "u/lesson.en.md", LESSON);
    write(root.path(), "con/topic.toml", TOPIC);
    assert!(errors(root.path()).contains(&"J026 con/topic.toml".to_owned()));
    for (one, two) in [
        ("u/topic.toml", "U/topic.toml"),
        ("u/topic.toml", "U/lesson.en.md"),
        ("a/u/topic.toml", "A/v/topic.toml"),
        ("paths/caf\u{e9}.toml", "paths/cafe\u{301}.toml"),
        ("x.toml", "x.toml/topic.toml"),
    ] {
        let found = of_texts(&[(one.into(), String::new()), (two.into(), String::new())]);
        assert_eq!(found.iter().filter(|line| line.starts_with("J026")).count(), 1, "{one} {two}: {found:?}");
    }
}

#[cfg(unix)]
#[test]
fn names_with_control_and_direction_characters_are_refused_and_shown_without_them() {
    use std::os::unix::ffi::OsStrExt as _;
    for name in [&b"a\x1b[2J.toml"[..], b"a\xe2\x80\xaeb.toml", b"a\nb.toml", b"a\xff.toml"] {
        let root = pack();
        let folder = root.path().join("paths");
        fs::create_dir_all(&folder).expect("a folder");
        fs::write(folder.join(std::ffi::OsStr::from_bytes(name)), "").expect("a file");
        let found = errors(root.path());
        assert!(matches!(&found[..], [one] if one.starts_with("J026 paths/a")), "{name:?}: {found:?}");
        assert!(!found[0].contains('\n'), "{found:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_line_feed_in_the_name_of_a_folder_or_an_archive_makes_no_line_of_its_own() {
    let (root, name) = (tempfile::tempdir().expect("a folder"), "x\nerror[J001]: forged");
    write(root.path(), &format!("{name}/pack.toml"), "id = 3\n");
    write(root.path(), &format!("{name}.jpack"), "no archive\n");
    for place in [root.path().to_owned(), root.path().join(name), root.path().join(format!("{name}.jpack"))] {
        let human = check(&place, &Options::default())
            .expect("there is a pack")
            .human(Look::default(), &crate::words::Words::of("en"));
        assert!(human.contains("error[J"), "{human}");
        assert!(human.contains("\u{fffd}error[J001]: forged"), "{human}");
        assert!(!human.contains("\nerror[J001]: forged"), "{human}");
    }
}

#[test]
fn control_and_direction_characters_in_texts_are_refused_in_every_file() {
    let escape = "\u{1b}]0;x\u{7}";
    for c in [escape, "\u{9b}31m", "a\u{202e}b", "\u{2066}", "\u{200f}", "\u{e0041}", "\u{0}"] {
        let glossary = format!("[[term]]\nid = \"a\"\nname = \"{}\"\nsay = \"S\"\n", c.escape_unicode());
        let glossary = glossary.replace("\\u{", "\\U").replace('}', "");
        // TOML wants eight digits.
        let glossary = glossary.split("\\U").enumerate().fold(String::new(), |mut out, (n, part)| {
            let digits = part.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(part.len()).min(6);
            if n > 0 {
                out.push_str(&format!("\\U{:0>8}", &part[..digits]));
                out.push_str(&part[digits..]);
            } else {
                out.push_str(part);
            }
            out
        });
        let found = of_texts(&[("glossary.toml".into(), glossary.clone())]);
        assert!(found.iter().all(|line| line.starts_with("J010 glossary.toml")), "{glossary}: {found:?}");
        assert_eq!(found.len(), 1, "{glossary}");
        let found = of_texts(&[("t/lesson.en.md".into(), format!("{LESSON}{c}\n"))]);
        assert!(!found.is_empty() && found.iter().all(|line| line.starts_with("J010 t/lesson.en.md")), "{found:?}");
    }
}

#[test]
fn over_long_lines_and_large_files_are_refused_in_a_folder_too() {
    let root = pack();
    write(root.path(), "t/lesson.en.md", "x".repeat(limits::LINE_BYTES + 1));
    assert_eq!(errors(root.path()), ["J009 t/lesson.en.md"]);
    write(root.path(), "t/lesson.en.md", LESSON);
    for (name, most) in [
        ("syllabus.tsv", limits::SYLLABUS_BYTES),
        ("t/questions.toml", limits::TOML_BYTES),
        ("t/lesson.en.md", limits::LESSON_BYTES),
    ] {
        let root = pack();
        fs::File::create(root.path().join(name)).and_then(|file| file.set_len(most + 1)).expect("a file");
        let found = errors(root.path());
        assert_eq!(found[0], format!("J009 {name}"), "{found:?}");
    }
}

#[test]
fn depth_count_and_the_size_of_the_whole_have_an_end() {
    let root = pack();
    write(root.path(), &format!("{}topic.toml", "d/".repeat(limits::DEPTH + 1)), TOPIC);
    assert_eq!(errors(root.path()), [format!("J009 {}", ["d"; limits::DEPTH + 1].join("/"))]);

    let root = pack();
    let most = limits::TOML_BYTES;
    for n in 0..=limits::PACK_BYTES / most {
        fs::create_dir_all(root.path().join("paths")).expect("a folder");
        let file = fs::File::create(root.path().join(format!("paths/{n}.toml")));
        file.and_then(|file| file.set_len(most)).expect("a file without a byte on the disk");
    }
    let found = super::files::list(root.path()).expect("a folder").findings;
    assert!(matches!(&found[..], [(_, one)] if one.message.key() == "find-pack-large"), "{found:?}");

    let root = pack();
    for n in 0..limits::FILES {
        fs::File::create(root.path().join(format!("{n}"))).expect("a file");
    }
    assert_eq!(super::files::list(root.path()).expect("a folder").findings.len(), 1);
}

#[test]
fn questions_prompts_and_topics_are_counted() {
    let many = |n: usize, one: &dyn Fn(usize) -> String| (0..n).map(one).collect::<String>();
    let questions = many(limits::QUESTIONS + 1, &|n| {
        format!(
            "[[question]]\nid = \"q{n}\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"{n}?\"\nanswer = \"x\"\nsource = \"lesson\"\n"
        )
    });
    assert_eq!(
        of_texts(&[("t/questions.toml".into(), questions)]),
        ["J009 t/questions.toml a topic has 1001 questions"]
    );
    let prompts = of_texts(&[("t/prompts.toml".into(), many(limits::PROMPTS + 1, &|_| "[[prompt]]\n".to_owned()))]);
    assert!(prompts.iter().any(|line| *line == "J009 t/prompts.toml a topic has 101 prompts"), "{:?}", prompts.first());
    let topics: Vec<(String, String)> = (0..limits::TOPICS)
        .flat_map(|n| {
            let topic = TOPIC.replace("\"t\"", &format!("\"t{n}\""));
            [(format!("t{n}/topic.toml"), topic), (format!("t{n}/lesson.en.md"), LESSON.to_owned())]
        })
        .collect();
    assert_eq!(of_texts(&topics), ["J009 pack.toml the pack has 5001 topics"]);
}

#[test]
fn nothing_that_is_nested_deep_ends_the_program() {
    let deep = |open: &str, n: usize| open.repeat(n);
    for text in [
        deep("> ", 8_000),
        deep("- ", 8_000),
        deep("1. ", 5_000),
        deep("*_", 8_000),
        deep("[", 16_000),
        deep("![", 8_000),
        deep("<a>", 5_000),
        format!("{}`", deep("`` ` ", 3_000)),
        (0..3_000).map(|n| format!("{}- x\n", " ".repeat(n.min(1_000)))).collect(),
        (0..1_000).map(|n| format!("{} x\n", ">".repeat(n))).collect(),
    ] {
        let doc = crate::prose::parse(&text);
        let look = crate::prose::Look {
            width: 60,
            quote_code: true,
            number_links: true,
            labels: crate::prose::Labels::default(),
        };
        assert!(crate::prose::lay(&doc, &look).len() < 200_000);
    }
    for text in
        [deep("a = [", 3_000), deep("a = { a = ", 1_500), deep("[a.", 5_000), format!("a{} = 1", deep(".a", 8_000))]
    {
        let found = of_texts(&[("glossary.toml".into(), text)]);
        assert!(!found.is_empty() && found.iter().all(|line| line.contains("glossary.toml")));
    }
}
