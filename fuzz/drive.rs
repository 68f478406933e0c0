//! What must hold for whatever bytes a file of a pack is made of. The fuzz targets call these, and so does `tests/parsers.rs` with every seed.
//! Each says whether a learner could use what the bytes hold.
//!
//! Nothing panics, and beyond that:
//!
//! * what is found has a place within its file, and neither report carries a character that steers a terminal;
//! * what the check lets pass can be opened, question by question and prompt by prompt: the check and the room `domain` agree;
//! * what an archive carries has names that mean the same on every system, and stays within the limits;
//! * notes always become a pack without errors, those of an Anki archive too.

#![allow(dead_code, reason = "each fuzz target calls one of them")]

use std::collections::BTreeMap;
use std::io::{Cursor, Write as _};
use std::sync::LazyLock;

use jenjang::domain::text::Lang;
use jenjang::exchange::{anki as decks, draft};
use jenjang::format::finding::Severity;
use jenjang::format::letters::{first_hostile, without_hostile};
use jenjang::format::{lesson as bones, limits, portable, read, source, syllabus};
use jenjang::packs::archive::{self, Jpack};
use jenjang::packs::check::{Look, Options};
use jenjang::packs::feedback::FlagFile;
use jenjang::packs::scaffold::{self, List, Plan};
use jenjang::packs::{Draft, Library};
use jenjang::prose;
use jenjang::words::Words;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A parser's name and what drives it.
pub type Target = (&'static str, fn(&[u8]) -> bool);

/// All of them; `fuzz/seeds` has a folder for each.
pub const TARGETS: &[Target] = &[
    ("archive", archive),
    ("topic", topic),
    ("questions", questions),
    ("prompts", prompts),
    ("lesson", lesson),
    ("path", path),
    ("day", day),
    ("ladder", ladder),
    ("notes", notes),
    ("flags", flags),
    ("anki", anki),
];

const PACK: &str = "id = \"p\"\nversion = \"0.1.0\"\ntitle = \"Pack\"\nlanguages = [\"en\", \"id\"]\n";
const TOPIC: &str =
    "id = \"t\"\ntitle.en = \"Topic\"\ntitle.id = \"Topik\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";
const LESSON_EN: &str = "Intro.\n\n## Section {#s}\n\nText.\n";
const LESSON_ID: &str = "Pembuka.\n\n## Bagian {#s}\n\nTeks.\n";
const QUESTIONS: &str = "[[question]]\nid = \"q\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt.en = \"Which header?\"\nprompt.id = \"Header mana?\"\nanswer = \"Idempotency-Key\"\nsource = \"lesson\"\n";
/// What stands before a path in the text form of an archive.
const FILE: &str = "=== ";

/// An archive; bytes that begin like none are the files of one, each below a line with its path.
pub fn archive(bytes: &[u8]) -> bool {
    let content = match bytes {
        [b'P', b'K', ..] => bytes.to_vec(),
        _ => match std::str::from_utf8(bytes).map(|text| archive::pack_bytes(&files(text))) {
            Ok(Ok(content)) => content,
            _ => return false,
        },
    };
    let jpack = archive::from_bytes("x.jpack", content);
    let mut sum = 0;
    for (path, text) in &jpack.texts {
        let name = path.rsplit('/').next().unwrap_or_default();
        let most = source::most_bytes(name).unwrap_or(limits::LESSON_BYTES);
        assert!(text.len() as u64 <= most, "{path} has {} bytes", text.len());
        assert!(text.lines().all(|line| line.len() <= limits::LINE_BYTES), "{path} has an over-long line");
        assert!(path.matches('/').count() <= limits::DEPTH, "{path} is too deep");
        sum += text.len() as u64;
    }
    sum += jpack.shown.values().map(|text| text.len() as u64).sum::<u64>();
    assert!(sum <= limits::UNPACKED_BYTES);
    let sound = jpack.findings.iter().all(|(_, finding)| finding.severity != Severity::Error);
    let names = jpack.texts.keys().all(|path| portable::trouble(path).is_none());
    assert!(names || !sound, "a name that means something else elsewhere");
    pack(jpack)
}

/// `topic.toml`.
pub fn topic(bytes: &[u8]) -> bool {
    beside("t/topic.toml", bytes)
}

/// `questions.toml`.
pub fn questions(bytes: &[u8]) -> bool {
    beside("t/questions.toml", bytes)
}

/// `prompts.toml`.
pub fn prompts(bytes: &[u8]) -> bool {
    beside("t/prompts.toml", bytes)
}

/// `paths/*.toml`.
pub fn path(bytes: &[u8]) -> bool {
    beside("paths/p.toml", bytes)
}

/// `days/*.toml`.
pub fn day(bytes: &[u8]) -> bool {
    beside("days/d.toml", bytes)
}

/// `ladder.toml`.
pub fn ladder(bytes: &[u8]) -> bool {
    beside("ladder.toml", bytes)
}

/// `lesson.en.md`: as a lesson of a pack, as the bones that checks see, and as lines on screens of several widths.
pub fn lesson(bytes: &[u8]) -> bool {
    let Some(text) = clean(bytes) else { return false };
    let found = bones::bones(&text);
    for span in found.sections.iter().map(|head| &head.span).chain(found.fences.iter().map(|fence| &fence.span)) {
        assert!(text.get(span.clone()).is_some(), "{span:?} is no place in the lesson");
    }
    for (at, line) in found.fences.iter().flat_map(|fence| &fence.lines) {
        assert_eq!(text.get(*at..at + line.len()), Some(*line));
    }
    for width in [1, 20, 60, 100] {
        shown(&text, width);
    }
    let _ = syllabus::read(&text);
    beside("t/lesson.en.md", bytes)
}

/// Notes from which a pack is drafted.
pub fn notes(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let list = match bytes.len() % 3 {
        0 => None,
        1 => Some(List::markdown(text)),
        _ => Some(List::tsv(text)),
    };
    let (lang, minimal) = (if bytes.len() & 1 == 0 { Lang::En } else { Lang::Id }, bytes.len() & 4 == 0);
    let plan = Plan { name: "notes-pack".into(), notes: Some(text.into()), list, lang, minimal, ..Plan::default() };
    let drafted = scaffold::draft(&plan);
    let texts: BTreeMap<Box<str>, String> =
        drafted.iter().map(|(path, text)| (path.as_str().into(), text.clone())).collect();
    assert_eq!(texts.len(), drafted.len(), "a file is written twice");
    let is_sound = pack(Jpack { name: "x".into(), texts: texts.clone(), ..Jpack::default() });
    assert!(is_sound, "{texts:#?}");
    true
}

/// A file of flags that a learner sends.
pub fn flags(bytes: &[u8]) -> bool {
    match FlagFile::parse(bytes) {
        Err(error) => {
            harmless(&error.to_string());
            false
        }
        Ok(file) => {
            let text = file.text("");
            let again = FlagFile::parse(text.as_bytes()).expect("what is written can be read");
            assert_eq!(again.text(""), text);
            harmless(&text);
            true
        }
    }
}

/// An Anki archive; bytes that begin like none are the one file of it that counts: a frame of Zstandard, or a database.
pub fn anki(bytes: &[u8]) -> bool {
    let content = match bytes {
        [b'P', b'K', ..] => bytes.to_vec(),
        [0x28, 0xb5, ..] => zipped("collection.anki21b", bytes),
        _ => zipped("collection.anki2", bytes),
    };
    let Ok(taken) = decks::from_bytes(content) else { return false };
    let notes = taken.notes.len();
    let drafted = draft(taken, "Deck", Lang::En);
    let left: usize = drafted.left.iter().map(|(_, n)| n).sum();
    let kept = drafted.typed + drafted.gaps + drafted.choices + drafted.told;
    assert!(kept + left >= notes, "of {notes} notes {kept} are kept and {left} named");
    if drafted.given.is_empty() {
        return false;
    }
    let plan = Plan { name: "notes-pack".into(), title: drafted.title, given: drafted.given, ..Plan::default() };
    let texts: BTreeMap<Box<str>, String> =
        scaffold::draft(&plan).into_iter().map(|(path, text)| (path.as_str().into(), text)).collect();
    let is_sound = pack(Jpack { name: "x".into(), texts: texts.clone(), ..Jpack::default() });
    assert!(is_sound, "{texts:#?}");
    true
}

fn zipped(name: &str, bytes: &[u8]) -> Vec<u8> {
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    writer.start_file(name, options).expect("memory has room");
    writer.write_all(bytes).expect("memory has room");
    writer.finish().expect("memory has room").into_inner()
}

/// The files in the text form of an archive.
fn files(text: &str) -> BTreeMap<Box<str>, String> {
    let mut files = BTreeMap::new();
    let mut path = "pack.toml";
    for line in text.split_inclusive('\n') {
        match line.strip_prefix(FILE) {
            Some(next) => path = next.trim_end_matches('\n'),
            None => files.entry(path.into()).or_insert_with(String::new).push_str(line),
        }
    }
    files
}

fn clean(bytes: &[u8]) -> Option<String> {
    Some(read::clean_source(std::str::from_utf8(bytes).ok()?.to_owned()))
}

/// A small sound pack with one file of it replaced, or added.
fn beside(path: &str, bytes: &[u8]) -> bool {
    let Some(text) = clean(bytes) else { return false };
    let base = [
        ("pack.toml", PACK),
        ("t/topic.toml", TOPIC),
        ("t/lesson.en.md", LESSON_EN),
        ("t/lesson.id.md", LESSON_ID),
        ("t/questions.toml", QUESTIONS),
    ];
    let mut texts: BTreeMap<Box<str>, String> = base.map(|(path, text)| (path.into(), text.to_owned())).into();
    texts.insert(path.into(), text);
    pack(Jpack { name: "x".into(), texts, ..Jpack::default() })
}

/// The words of both languages: their messages are parsed once, not for each input.
static WORDS: LazyLock<[Words; 2]> = LazyLock::new(|| ["en", "id"].map(Words::of));

/// Checks a pack, tells of it, and opens what passes.
fn pack(jpack: Jpack) -> bool {
    let (report, texts) = jpack.report(&Options::default());
    for problem in &report.problems {
        let Some(path) = problem.place.file.split_once('/').map(|(_, path)| path) else { continue };
        let lines = texts.get(path).map_or(1, |text| text.split('\n').count());
        let (line, column) = (problem.place.line, problem.place.column);
        assert!(line <= lines.max(1) && column > 0, "{path}:{line}:{column} of {lines}: {}", problem.message);
    }
    for words in WORDS.iter() {
        harmless(&report.human(Look { colour: false, info: true }, words));
        let _ = report.human(Look { colour: true, info: true }, words);
        harmless(&report.json(words).to_string());
    }
    let mut draft = Draft::default();
    let taken = draft.take(texts);
    if report.is_refused() {
        return false;
    }
    assert!(taken.broken.is_empty(), "the check lets pass what cannot be opened: {:?}", taken.broken);
    open(&draft.library());
    true
}

/// Opens everything that a library has.
fn open(library: &Library) {
    for head in library.topics() {
        let body = library.open(&head.id).expect("the topic opens");
        let heads = library.question_heads(&head.id).expect("its heads are there");
        assert!(heads.iter().zip(&body.questions).all(|(head, question)| head.key == question.key));
        for question in &body.questions {
            shown(&question.prompt.en, 60);
        }
    }
    for head in library.prompts() {
        library.prompt(&head.id).expect("the prompt opens");
    }
    for day in library.days() {
        library.day(&day.id).expect("the day opens");
    }
    let packs: Vec<&str> = library.ladders().collect();
    packs.into_iter().for_each(|pack| drop(library.ladder(pack).expect("the ladder opens")));
}

/// Lays a text out as a lesson; no line of it steers the terminal.
fn shown(text: &str, width: usize) {
    let look =
        prose::Look { width, quote_code: width < 60, number_links: width > 60, labels: prose::Labels::default() };
    for line in prose::lay(&prose::parse(text), &look) {
        harmless(&line.text());
    }
}

fn harmless(text: &str) {
    let at = first_hostile(text);
    assert_eq!(at, None, "{}", without_hostile(text));
}
