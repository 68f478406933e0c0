//! An archive from a stranger becomes texts in memory, or findings.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;
use zip::read::ZipFile;

use super::{most_bytes, sha256};
use crate::format::finding::{Finding, Said, Severity, Spot, said};
use crate::format::source::PACK;
use crate::format::types::Pack;
use crate::format::{limits, portable, read};
use crate::packs::check::{self, Options, Report, Tree};
use crate::packs::files::{self, Unread};

/// The end of the central directory: its signature, and its length without a comment.
const END: &[u8; 4] = b"PK\x05\x06";
const END_BYTES: usize = 22;
/// The kind of a file in the mode that Unix archivers write.
const KIND: u32 = 0o170_000;
const REGULAR: u32 = 0o100_000;
const FOLDER: u32 = 0o040_000;

/// An archive in memory.
#[derive(Debug, Default)]
pub struct Jpack {
    /// What is shown as its name.
    pub name: String,
    /// The texts by path.
    pub texts: BTreeMap<Box<str>, String>,
    /// What is wrong with it as an archive.
    pub findings: Vec<(Box<str>, Finding)>,
    /// As much of the texts that cannot be used as these findings need, by path.
    pub shown: BTreeMap<Box<str>, String>,
    /// The SHA-256 of the file.
    pub sha256: String,
}

impl Jpack {
    /// What `pack check` says about the pack in it; every problem's file begins with the archive's name.
    pub fn report(self, options: &Options) -> (Report, BTreeMap<Box<str>, String>) {
        let packs = [(format!("{}/", self.name), Tree::Memory(self.texts))];
        // A broken archive says nothing about what is missing in it.
        let broken = self.findings.iter().any(|(_, finding)| finding.severity == Severity::Error);
        let mut report = if broken { Report::default() } else { check::trees(&packs, options).0 };
        let [(prefix, tree)] = packs;
        report.take(&prefix, &tree, self.findings, &self.shown);
        match tree {
            Tree::Memory(texts) => (report, texts),
            Tree::Disk(_) => (report, BTreeMap::new()),
        }
    }

    /// What the pack says of itself.
    pub fn head(&self) -> Option<Pack> {
        self.texts.get(PACK).and_then(|text| read::pack(text).value)
    }
}

/// Opens an archive.
///
/// # Errors
///
/// When the file cannot be read. Everything that is wrong with its content stands in the findings.
pub fn open(path: &Path) -> io::Result<Jpack> {
    let name = files::shown(&path.file_name().unwrap_or_default().to_string_lossy());
    let mut content = Vec::new();
    File::open(path)?.take(limits::ARCHIVE_BYTES + 1).read_to_end(&mut content)?;
    Ok(bytes(&name, content))
}

/// Opens an archive that is in memory already.
pub fn bytes(name: &str, content: Vec<u8>) -> Jpack {
    let mut jpack = Jpack { name: name.to_owned(), sha256: sha256(&content), ..Jpack::default() };
    if let Err(finding) = jpack.fill(content) {
        jpack.tell("", *finding);
    }
    jpack
}

fn wrong(code: &'static str, message: impl Into<Said>) -> Finding {
    let help = match code {
        "J001" => "find-archive-broken-help",
        "J026" => "find-archive-name-help",
        _ => "find-archive-large-help",
    };
    Finding::error(code, Spot::File, message).help(help)
}

impl Jpack {
    fn tell(&mut self, path: &str, finding: Finding) {
        self.findings.push((files::shown(path).into(), finding));
    }

    fn fill(&mut self, content: Vec<u8>) -> Result<(), Box<Finding>> {
        let size = content.len() as u64;
        if size > limits::ARCHIVE_BYTES {
            return Err(wrong("J009", said("find-archive-large").with("n", limits::ARCHIVE_BYTES)).into());
        }
        sized(&content)?;
        let broken = |error: zip::result::ZipError| {
            Box::new(wrong("J001", said("find-no-archive").with("why", error.to_string())))
        };
        let mut archive = ZipArchive::new(Cursor::new(content)).map_err(broken)?;
        if archive.offset() != 0 {
            return Err(wrong("J001", "find-archive-begin").into());
        }
        if archive.has_duplicate_names() {
            return Err(wrong("J026", "find-archive-twice").into());
        }
        if archive.has_overlapping_entries().map_err(broken)? {
            return Err(wrong("J009", "find-archive-overlap").into());
        }
        let mut room = limits::UNPACKED_BYTES.min(size.saturating_mul(limits::EXPANSION).max(limits::LESSON_BYTES));
        for index in 0..archive.len() {
            let file = archive.by_index(index).map_err(broken)?;
            match entry(file, room) {
                Ok(None) => {}
                Ok(Some((path, text))) => {
                    room = room.saturating_sub(text.len() as u64);
                    self.texts.insert(path, text);
                }
                Err(refused) => {
                    let Refused { path, finding, shown, stop } = *refused;
                    room = room.saturating_sub(shown.len() as u64);
                    if !shown.is_empty() {
                        self.shown.insert(path.as_str().into(), shown);
                    }
                    self.tell(&path, finding);
                    if stop {
                        break;
                    }
                }
            }
        }
        let twice = files::names(self.texts.keys().map(|path| &**path));
        self.findings.extend(twice);
        Ok(())
    }
}

/// How many files an archive says that it has, before anything is allocated by that; `None` when it does not end as an archive without a comment does.
pub(crate) fn entries(content: &[u8]) -> Option<usize> {
    let end = content.len().checked_sub(END_BYTES).map(|at| &content[at..]).filter(|end| end.starts_with(END))?;
    Some(usize::from(u16::from_le_bytes([end[10], end[11]])))
}

/// Looks at the end of the file before it is opened.
fn sized(content: &[u8]) -> Result<(), Box<Finding>> {
    let Some(entries) = entries(content) else {
        return Err(wrong("J001", "find-archive-end").into());
    };
    if entries > limits::FILES {
        return Err(wrong("J009", said("find-archive-files").with("n", entries).with("most", limits::FILES)).into());
    }
    Ok(())
}

struct Refused {
    path: String,
    finding: Finding,
    /// As much of its text as the finding needs.
    shown: String,
    /// The rest is not read.
    stop: bool,
}

/// The path and the text of an entry; `None` for a folder.
fn entry<R: io::Read>(mut file: ZipFile<'_, R>, room: u64) -> Result<Option<(Box<str>, String)>, Box<Refused>> {
    let path = match std::str::from_utf8(file.name_raw()) {
        Ok(path) => path.to_owned(),
        Err(_) => return refuse("", wrong("J026", "find-archive-name")),
    };
    let kind = file.unix_mode().map_or(REGULAR, |mode| mode & KIND);
    if !(kind == 0 || kind == REGULAR || (kind == FOLDER && file.is_dir())) {
        let what = if kind == 0o120_000 { "find-archive-link" } else { "find-archive-device" };
        return refuse(&path, wrong("J009", what));
    }
    if let Some(why) = portable::trouble(path.strip_suffix('/').unwrap_or(&path)) {
        return refuse(&path, wrong("J026", why));
    }
    if path.matches('/').count() > limits::DEPTH + usize::from(file.is_dir()) {
        return refuse(&path, wrong("J009", said("find-archive-deep").with("most", limits::DEPTH)));
    }
    if file.encrypted() {
        return refuse(&path, wrong("J001", "find-archive-encrypted"));
    }
    if file.is_dir() {
        return Ok(None);
    }
    let Some(most) = most_bytes(&path) else {
        let finding = Finding::info("J009", Spot::File, "find-archive-stranger");
        return refuse(&path, finding);
    };
    let mut bytes = Vec::new();
    // What the header says of the size is not believed: reading ends at the limit.
    if let Err(error) = io::Read::take(&mut file, most.min(room) + 1).read_to_end(&mut bytes) {
        return refuse(&path, wrong("J001", said("find-unreadable-file").with("why", error.to_string())));
    }
    if bytes.len() as u64 > most {
        return refuse(&path, wrong("J009", said("find-archive-file-large").with("n", most)));
    }
    if bytes.len() as u64 > room {
        let message = said("find-archive-files-large")
            .with("size", limits::UNPACKED_BYTES >> 20)
            .with("times", limits::EXPANSION);
        return Err(Box::new(Refused { path, finding: wrong("J009", message), shown: String::new(), stop: true }));
    }
    match files::decoded(bytes) {
        Ok(text) => Ok(Some((path.into(), text))),
        Err(Unread { finding, shown }) => Err(Box::new(Refused { path, finding: *finding, shown, stop: false })),
    }
}

fn refuse<T>(path: &str, finding: Finding) -> Result<T, Box<Refused>> {
    Err(Box::new(Refused { path: path.to_owned(), finding, shown: String::new(), stop: false }))
}
