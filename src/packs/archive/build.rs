//! A pack's folder becomes one file.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::{BESIDE, ENDING, SIGNATURE, sha256};
use crate::format::finding::{Said, Severity};
use crate::format::limits;
use crate::packs::check::{self, CheckError, Options, Report};
use crate::packs::files::{self, Listing};
use crate::packs::sign::{self, SecretKey};
use crate::packs::told;
use crate::words::Words;

/// What was built.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The archive.
    pub file: PathBuf,
    /// Its SHA-256.
    pub sha256: String,
    /// Its bytes.
    pub bytes: usize,
    /// Files in it.
    pub files: usize,
    /// What of the draft's examples is still in it (J037): file and line, and what it is.
    pub examples: Vec<(String, Said)>,
}

/// Why nothing was built.
#[derive(Debug, thiserror::Error)]
pub enum BuildError {
    /// There is no pack.
    #[error(transparent)]
    NoPack(#[from] CheckError),
    /// The pack has problems; the report names them.
    #[error("the pack has problems")]
    Refused(Box<Report>),
    /// It has the id of a pack that is known without it, such as a built-in one: nobody could install it.
    #[error("{0} is the id of another pack")]
    Known(String),
    /// An archive of this name was built before, with other content. Who has it would never know that there is another.
    #[error("{} is there already, with other content", .0.display())]
    Taken(PathBuf),
    /// An archive of the same content is there, and is signed. This one would not be.
    #[error("{} is there already, and signed", .0.display())]
    Signed(PathBuf),
    /// A file of the pack's folder holds a secret key.
    #[error("{0} holds a secret key")]
    Secret(String),
    /// The disk.
    #[error("{0}")]
    Disk(#[from] io::Error),
}

/// Builds `<id>-<version>.jpack` in the folder `into`, which is made if need be, from the pack in `folder`, which has to pass the check. An option without its why (J104) is
/// refused too: a learner who is wrong there would learn nothing.
///
/// # Errors
///
/// When there is no pack, when it has problems, when the disk does not take it. Then no file is left.
pub fn build(folder: &Path, into: &Path, options: &Options) -> Result<Built, BuildError> {
    make(folder, into, options, None)
}

/// As [`build`], with a signature in it. An archive of the same content that is there already may be replaced.
///
/// # Errors
///
/// As [`build`].
pub fn build_signed(folder: &Path, into: &Path, options: &Options, key: &SecretKey) -> Result<Built, BuildError> {
    make(folder, into, options, Some(key))
}

fn make(folder: &Path, into: &Path, options: &Options, key: Option<&SecretKey>) -> Result<Built, BuildError> {
    if !folder.join(crate::format::source::PACK).is_file() {
        return Err(match folder.is_dir() {
            true => CheckError::NoPack(folder.to_owned()).into(),
            false => CheckError::NoFolder(folder.to_owned()).into(),
        });
    }
    let mut report = check::check(folder, options)?;
    for problem in report.problems.iter_mut().filter(|problem| problem.code == "J104") {
        problem.severity = Severity::Error;
    }
    if report.is_refused() {
        return Err(BuildError::Refused(Box::new(report)));
    }
    let examples = report.problems.iter().filter(|problem| problem.code == "J037");
    let examples = examples.map(|it| (format!("{}:{}", it.place.file, it.place.line), it.message.clone())).collect();
    let mut texts = texts(folder)?;
    if let Some(file) = sign::secret_in(folder, &texts)? {
        return Err(BuildError::Secret(files::shown(&file)));
    }
    let head = texts.get("pack.toml").map(|text| crate::format::read::pack(text));
    let Some(head) = head.and_then(|read| read.value) else {
        return Err(CheckError::NoPack(folder.to_owned()).into());
    };
    if options.known.iter().any(|topic| topic.pack() == &*head.id) {
        return Err(BuildError::Known(head.id.into()));
    }
    if let Some(key) = key {
        texts.insert(SIGNATURE.into(), key.sign(&texts).text());
    }
    let bytes = pack_bytes(&texts)?;
    if bytes.len() as u64 > limits::ARCHIVE_BYTES {
        return Err(io::Error::other(format!("the archive would have {} bytes", bytes.len())).into());
    }
    let name = format!("{}-{}.{ENDING}", head.id, head.version);
    // What the one who gets it would refuse is not made.
    let opened = super::from_bytes(&name, bytes.clone());
    if opened.findings.iter().any(|(_, finding)| finding.severity == Severity::Error) {
        return Err(BuildError::Refused(Box::new(opened.report(options).0)));
    }
    let file = into.join(name);
    if let Some(old) = fs::read(&file).ok().filter(|old| *old != bytes) {
        let mut old = super::from_bytes("", old).texts;
        let (was, is) = (old.remove(SIGNATURE).is_some(), texts.contains_key(SIGNATURE));
        let same = old.iter().eq(texts.iter().filter(|(path, _)| &***path != SIGNATURE));
        match same {
            false => return Err(BuildError::Taken(file)),
            true if was && !is => return Err(BuildError::Signed(file)),
            true => {}
        }
    }
    fs::create_dir_all(into)?;
    files::replace(&file, &bytes)?;
    Ok(Built { file, sha256: sha256(&bytes), bytes: bytes.len(), files: texts.len(), examples })
}

/// A file that cannot become a part of an archive, within the [`io::Error`] of [`texts`].
/// Where the reader's language is known, [`why`] says it; else it is English.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {}", told(.said, &Words::of("en")))]
pub struct Unusable {
    /// Its path within the pack.
    pub path: String,
    /// What is wrong with it.
    pub said: Said,
}

/// What such an error says, in the reader's language.
pub fn why(error: &io::Error, words: &Words) -> String {
    match error.get_ref().and_then(|inner| inner.downcast_ref()) {
        Some(Unusable { path, said }) => format!("{path}: {}", told(said, words)),
        None => error.to_string(),
    }
}

/// The texts that an archive carries, by path, with line feeds alone; without a signature.
///
/// # Errors
///
/// When a file cannot be read.
pub fn texts(folder: &Path) -> io::Result<BTreeMap<Box<str>, String>> {
    listed_texts(folder, files::list(folder)?)
}

/// The same of a folder that was listed before.
///
/// # Errors
///
/// When a file cannot be read.
pub(in crate::packs) fn listed_texts(folder: &Path, listing: Listing) -> io::Result<BTreeMap<Box<str>, String>> {
    let mut texts = BTreeMap::new();
    for path in listed_paths(folder, listing) {
        let text = files::text(folder, &path)
            .map_err(|it| io::Error::other(Unusable { path: path.to_string(), said: it.finding.message }))?;
        texts.insert(path, text);
    }
    Ok(texts)
}

/// The paths of these texts.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn paths(folder: &Path) -> io::Result<Vec<Box<str>>> {
    Ok(listed_paths(folder, files::list(folder)?).collect())
}

fn listed_paths(folder: &Path, listing: Listing) -> impl Iterator<Item = Box<str>> {
    let beside = BESIDE.iter().filter(|name| is_file(&folder.join(name))).map(|name| Box::from(*name));
    listing.files.into_iter().map(|entry| entry.path).chain(beside)
}

/// A file itself, no link to one.
fn is_file(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file())
}

/// The archive of texts: the same bytes for the same texts.
///
/// # Errors
///
/// When the archive would be larger than the format allows.
pub fn pack_bytes(texts: &BTreeMap<Box<str>, String>) -> io::Result<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644);
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (path, text) in texts {
        writer.start_file(&**path, options)?;
        writer.write_all(text.as_bytes())?;
    }
    Ok(writer.finish()?.into_inner())
}
