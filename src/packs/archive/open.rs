//! An archive from a stranger becomes texts in memory, or findings.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Cursor, Read as _};
use std::path::Path;

use zip::ZipArchive;
use zip::read::ZipFile;
use zip::result::ZipError;

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
/// What an entry of it begins with.
const ENTRY: &[u8; 4] = b"PK\x01\x02";
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
        let mut archive = of_a_pack(content)?;
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

/// Why bytes are not opened as an archive.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unfit {
    /// They do not end as an archive without a comment does.
    #[error("the end of an archive is missing, or something stands after it")]
    End,
    /// Something stands before it.
    #[error("something before the archive")]
    Begin,
    /// It has so many files, or more.
    #[error("{0} files")]
    Files(usize),
    /// The archiver's reason.
    #[error(transparent)]
    Zip(#[from] ZipError),
}

/// An archive whose list of files is read.
///
/// What stands at the end is looked at before anything is allocated by it, and is all that is believed of the list: where that record leaves room
/// for another one (of the larger form ZIP64, or further ahead, where the archiver looks when this one promises a comment that is not there), the
/// other would say how many files there are. An archive of the size that is opened never needs one.
pub(crate) fn opened(content: Vec<u8>) -> Result<ZipArchive<Cursor<Vec<u8>>>, Unfit> {
    let at = content.len().checked_sub(END_BYTES).filter(|at| content[*at..].starts_with(END)).ok_or(Unfit::End)?;
    let short = |from: usize| u16::from_le_bytes([content[at + from], content[at + from + 1]]);
    let long = |from: usize| u64::from(short(from)) | u64::from(short(from + 2)) << 16;
    let (here, files) = (short(8), short(10));
    if usize::from(files) > limits::FILES {
        return Err(Unfit::Files(files.into()));
    }
    let (bytes, from) = (long(12), long(16));
    if bytes + from < at as u64 {
        return Err(Unfit::Begin);
    }
    let (parts, comment) = ((short(4), short(6)), short(20));
    let list = usize::try_from(from).ok().and_then(|from| content.get(from..at)).unwrap_or_default();
    let is_whole = bytes + from == at as u64 && parts == (0, 0) && here == files && comment == 0;
    if !is_whole || (files > 0 && !list.starts_with(ENTRY)) {
        return Err(Unfit::End);
    }
    Ok(ZipArchive::new(Cursor::new(content))?)
}

/// Opens a pack's archive.
fn of_a_pack(content: Vec<u8>) -> Result<ZipArchive<Cursor<Vec<u8>>>, Box<Finding>> {
    opened(content).map_err(|unfit| {
        Box::new(match unfit {
            Unfit::End => wrong("J001", "find-archive-end"),
            Unfit::Begin => wrong("J001", "find-archive-begin"),
            Unfit::Files(n) => wrong("J009", said("find-archive-files").with("n", n).with("most", limits::FILES)),
            Unfit::Zip(error) => broken(error),
        })
    })
}

fn broken(error: ZipError) -> Finding {
    wrong("J001", said("find-no-archive").with("why", error.to_string()))
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
    let stranger = path.split('/').any(|part| part.starts_with('.'));
    let Some(most) = most_bytes(&path).filter(|_| !stranger) else {
        // Names that begin with a dot too: in a folder nothing reads them, so what is checked would not be what is used.
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
