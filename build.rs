//! Compiles `content/` into the index of built-in packs, so that the program parses nothing when it starts.
//!
//! Five blobs: heads (read at start), heads of questions, bodies with their prompts, interviewers, and glossaries (each read on demand). A topic with mistakes is left out and told of as a
//! warning; `jenjang pack check content` says more. Only a file that cannot be read stops the build. The words of the interface are compressed as well, file by file.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs, io};

#[allow(dead_code, missing_docs, unused_imports)]
#[path = "src/format/mod.rs"]
mod format;

#[allow(dead_code)]
#[path = "src/words/packed.rs"]
mod words;

use format::finding::{Finding, Severity, Spot, line_column};
use format::index::{self, Builtin, BuiltinPack, BuiltinTopic, PackHead, Role, Slice};
use format::read;
use format::source::{self, TopicTexts};
use format::types::{Glossary, Pack, Personas};
use format::walk::Langs;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    if Path::new("content").is_dir() {
        println!("cargo::rerun-if-changed=content");
    }
    println!("cargo::rerun-if-changed=src/format");
    println!("cargo::rerun-if-changed=src/words/packed.rs");
    println!("cargo::rerun-if-changed=build.rs");
    link_small()?;
    let mut blobs = Blobs::default();
    let mut heads = Vec::new();
    let mut packs = Vec::new();
    for folder in folders(Path::new("content"))? {
        if let Some((pack, topics)) = compile_pack(&folder, packs.len(), &mut blobs)? {
            packs.push(pack);
            heads.extend(topics);
        }
    }
    let mut topics = Vec::new();
    for topic in &heads {
        topics.push(BuiltinTopic {
            pack: topic.pack,
            head: index::unpack_topic(&topic.head)?,
            questions: topic.questions,
            body: topic.body,
        });
    }
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("heads.bin"), index::pack_builtin(&Builtin { packs, topics })?)?;
    fs::write(out.join("questions.bin"), index::pack_question_heads(&blobs.questions)?)?;
    fs::write(out.join("bodies.bin"), &blobs.bodies)?;
    fs::write(out.join("personas.bin"), &blobs.personas)?;
    fs::write(out.join("terms.bin"), &blobs.terms)?;
    fs::write(out.join("schemas.bin"), index::pack_named(&schemas(Path::new("assets/schema"))?)?)?;
    let reports = schemas(Path::new("assets/schema/reports"))?;
    fs::write(out.join("guides.bin"), index::pack_named(&guides(Path::new("assets/guide"))?)?)?;
    fs::write(out.join("reports.bin"), index::pack_named(&reports)?)?;
    words(Path::new("assets/words"), &out)?;
    Ok(())
}

/// The release build never unwinds (`panic = "abort"`, `src/app/crash.rs`), but the compiler and the standard library still bring
/// the tables for it: a tenth of the program, and none of it is ever read. Cargo has no switch for one profile (rust-lang/cargo#10271),
/// so the linker leaves them out.
fn link_small() -> io::Result<()> {
    let is = |name: &str, value: &str| env::var(name).is_ok_and(|found| found == value);
    if is("PROFILE", "release") && is("CARGO_CFG_TARGET_OS", "linux") && is("CARGO_CFG_TARGET_ENV", "gnu") {
        let script = PathBuf::from(env::var_os("OUT_DIR").unwrap_or_default()).join("no-unwind-tables.ld");
        let tables = "*(.eh_frame) *(.eh_frame_hdr) *(.gcc_except_table) *(.gcc_except_table.*)";
        fs::write(&script, format!("SECTIONS {{ /DISCARD/ : {{ {tables} }} }}\nINSERT AFTER .text;\n"))?;
        println!("cargo::rustc-link-arg-bins=-Wl,-T,{}", script.display());
        println!("cargo::rustc-link-arg-bins=-Wl,--no-eh-frame-hdr");
        // Addresses to be put right at start take 24 bytes each, or two bits where the loader reads them packed.
        if env::var("HOST") == env::var("TARGET") && loader_reads_packed_relocations() {
            println!("cargo::rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
        }
    }
    Ok(())
}

/// glibc does from 2.36 on. As with every program, what is built here runs where glibc is not older.
fn loader_reads_packed_relocations() -> bool {
    let said = std::process::Command::new("getconf").arg("GNU_LIBC_VERSION").output();
    let said = said.map(|out| String::from_utf8_lossy(&out.stdout).into_owned()).unwrap_or_default();
    let mut numbers = said.trim().trim_start_matches("glibc ").split('.').map_while(|n| n.parse::<u32>().ok());
    (numbers.next(), numbers.next()) >= (Some(2), Some(36))
}

/// Packs the message files; see `src/words/packed.rs`.
fn words(folder: &Path, out: &Path) -> Result<(), Failure> {
    println!("cargo::rerun-if-changed={}", folder.display());
    for lang in ["en", "id"] {
        let mut files = files(&folder.join(lang))?;
        files.retain(|path| path.extension().is_some_and(|ending| ending == "ftl"));
        let sources = files.iter().map(fs::read_to_string).collect::<io::Result<Vec<_>>>()?;
        if lang == "en" {
            fs::write(out.join("words.table.bin"), words::table(&sources)?)?;
        }
        let (mut ends, mut blob) = (Vec::new(), Vec::new());
        for source in &sources {
            let mut encoder = flate2::write::DeflateEncoder::new(&mut blob, flate2::Compression::best());
            encoder.write_all(source.as_bytes())?;
            encoder.finish()?;
            ends.extend_from_slice(&u32::try_from(blob.len())?.to_le_bytes());
        }
        fs::write(out.join(format!("words.{lang}.ends.bin")), ends)?;
        fs::write(out.join(format!("words.{lang}.bin")), blob)?;
    }
    Ok(())
}

/// The guide for mentors, by the code of its language.
fn guides(folder: &Path) -> io::Result<Vec<(String, String)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let read = |code: &str| Ok((code.to_owned(), fs::read_to_string(folder.join(code).join("mentors.md"))?));
    ["en", "id"].map(read).into_iter().collect()
}

/// The checked-in schemas by name, sorted.
fn schemas(folder: &Path) -> io::Result<Vec<(String, String)>> {
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".schema.json"));
        if let Some(name) = name {
            found.push((name.to_owned(), fs::read_to_string(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

#[derive(Default)]
struct Blobs {
    questions: Vec<u8>,
    bodies: Vec<u8>,
    personas: Vec<u8>,
    terms: Vec<u8>,
}

struct Compiled {
    pack: u16,
    head: Vec<u8>,
    questions: Slice,
    body: Slice,
}

type Failure = Box<dyn std::error::Error>;

fn compile_pack(
    folder: &Path,
    number: usize,
    blobs: &mut Blobs,
) -> Result<Option<(BuiltinPack, Vec<Compiled>)>, Failure> {
    let Some(text) = text(&folder.join(source::PACK))? else {
        return Ok(None);
    };
    let read = read::pack(&text);
    tell(&folder.join(source::PACK), &text, &read.findings);
    let Some(pack) = read.value else {
        return Ok(None);
    };
    let langs = pack.langs();
    let mut topics = Vec::new();
    let mut seen = Vec::new();
    for path in topic_folders(folder, 0)? {
        let unit = unit_of(&pack, folder, &path);
        if let Some((id, topic)) = compile_topic(&path, unit, langs, number, blobs)? {
            if seen.contains(&id) {
                println!("cargo::warning={}: topic {id} stands twice", path.display());
                continue;
            }
            seen.push(id);
            topics.push(topic);
        }
    }
    let paths = compile_all(&folder.join(source::PATHS), |text| read::path(text, langs))?;
    let glossary: Glossary = compile(&folder.join(source::GLOSSARY), |text| read::glossary(text, langs))?;
    let personas: Personas = compile(&folder.join(source::PERSONAS), |text| read::personas(text, langs))?;
    let role = Role {
        ladder: compile(&folder.join(source::LADDER), |text| read::ladder(text, langs))?,
        checklists: compile(&folder.join(source::CHECKLISTS), |text| read::checklists(text, langs))?,
        days: compile_all(&folder.join(source::DAYS), |text| read::day(text, langs))?,
    };
    let head = PackHead::new(pack, paths, &personas, &role);
    let packed = index::pack_pack(effort(), &head, &glossary, &personas, &role)?;
    let terms = append(&mut blobs.terms, &packed.terms)?;
    let personas = append(&mut blobs.personas, &packed.personas)?;
    let role = append(&mut blobs.bodies, &packed.role)?;
    Ok(Some((BuiltinPack { head, terms, personas, role }, topics)))
}

/// How hard to compress what is built in: as small as can be for the program that people get, quickly for builds in which only tests and developers
/// wait for it.
fn effort() -> index::Effort {
    match env::var("PROFILE").as_deref() {
        Ok("release") => index::Effort::Small,
        _ => index::Effort::Tested,
    }
}

fn unit_of<'a>(pack: &'a Pack, root: &Path, topic: &Path) -> &'a str {
    let first = topic.strip_prefix(root).ok().and_then(|p| p.components().next());
    let name = first.map(|c| c.as_os_str().to_string_lossy().into_owned()).unwrap_or_default();
    pack.units.iter().find(|unit| *unit.folder == *name).map_or("", |unit| &unit.id)
}

fn compile_topic(
    folder: &Path,
    unit: &str,
    langs: Langs,
    pack: usize,
    blobs: &mut Blobs,
) -> Result<Option<(Box<str>, Compiled)>, Failure> {
    let mut texts = TopicTexts::default();
    for name in source::TOPIC_FILES {
        if let Some(text) = text(&folder.join(name))? {
            texts.slot(name, text);
        }
    }
    let read = source::topic(&texts, langs);
    for name in source::TOPIC_FILES {
        let found: Vec<Finding> =
            read.findings.iter().filter(|(file, _)| *file == name).map(|(_, f)| f.clone()).collect();
        tell(&folder.join(name), texts.file(name).unwrap_or_default(), &found);
    }
    let sound = read.is_sound();
    let (Some(topic), true) = (read.topic, sound) else {
        println!("cargo::warning={} is left out", folder.display());
        return Ok(None);
    };
    let packed = index::pack_topic(effort(), &topic, unit, texts.lessons(), read.questions, read.prompts)?;
    let compiled = Compiled {
        pack: u16::try_from(pack)?,
        head: packed.head,
        questions: append(&mut blobs.questions, &packed.questions)?,
        body: append(&mut blobs.bodies, &packed.body)?,
    };
    Ok(Some((topic.id, compiled)))
}

/// The files of a folder in the order of their names; one with mistakes is left out.
fn compile_all<T>(folder: &Path, read: impl Fn(&str) -> read::Read<T>) -> Result<Vec<T>, Failure> {
    let mut all = Vec::new();
    for file in files(folder)? {
        let Some(text) = text(&file)?.filter(|_| file.extension().is_some_and(|e| e == "toml")) else {
            continue;
        };
        let read = read(&text);
        tell(&file, &text, &read.findings);
        all.extend(read.value);
    }
    Ok(all)
}

/// A file beside the topics; an empty one where there is none, or where it has mistakes.
fn compile<T: Default>(file: &Path, read: impl Fn(&str) -> read::Read<T>) -> Result<T, Failure> {
    let Some(text) = text(file)? else {
        return Ok(T::default());
    };
    let read = read(&text);
    tell(file, &text, &read.findings);
    Ok(read.value.unwrap_or_default())
}

fn append(blob: &mut Vec<u8>, part: &[u8]) -> Result<Slice, Failure> {
    let start = u32::try_from(blob.len())?;
    blob.extend_from_slice(part);
    Ok((start, u32::try_from(part.len())?))
}

/// The errors of a file as warnings of the build, a handful of them: code, place, and what was found as a key and its values. Sentences are made of
/// them in the program, where the words of the interface are: `jenjang pack check content` says more.
fn tell(file: &Path, source: &str, findings: &[Finding]) {
    let errors = findings.iter().filter(|f| f.severity == Severity::Error);
    for finding in errors.take(5) {
        let (line, column) = match &finding.spot {
            Spot::Span(span) => line_column(source, span.start),
            _ => (1, 1),
        };
        let place = file.display();
        println!("cargo::warning={place}:{line}:{column}: {} {}", finding.code, finding.message);
    }
}

fn text(file: &Path) -> Result<Option<String>, Failure> {
    match fs::read_to_string(file) {
        Ok(text) => Ok(Some(read::clean_source(text))),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(format!("{} cannot be read: {error}", file.display()).into()),
    }
}

/// Folders with a `topic.toml`, in order of their names.
fn topic_folders(folder: &Path, depth: usize) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for inner in folders(folder)? {
        if inner.join(source::TOPIC).is_file() {
            found.push(inner);
        } else if depth < format::limits::DEPTH {
            found.extend(topic_folders(&inner, depth + 1)?);
        }
    }
    Ok(found)
}

fn folders(path: &Path) -> io::Result<Vec<PathBuf>> {
    entries(path, |kind| kind.is_dir())
}

fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    entries(path, |kind| kind.is_file())
}

/// Entries of a folder in order of their names; none when there is no such folder.
fn entries(path: &Path, wanted: fn(&fs::FileType) -> bool) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let list = match fs::read_dir(path) {
        Ok(list) => list,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(found),
        Err(error) => return Err(error),
    };
    for entry in list {
        let entry = entry?;
        if wanted(&entry.file_type()?) && !entry.file_name().to_string_lossy().starts_with('.') {
            found.push(entry.path());
        }
    }
    found.sort();
    Ok(found)
}
