//! Looking at a pack's folder without trusting it: no link is followed, nothing outside is reached, and depth, count and size have an end.

use std::collections::HashMap;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::domain::sorting::Arrange;
use crate::format::finding::{Finding, Spot};
use crate::format::letters::without_hostile;
use crate::format::{limits, portable, read, source};

/// A file of a pack that the program reads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Path below the pack's folder, parts joined by `/`.
    pub path: Box<str>,
    /// Bytes.
    pub size: u64,
    /// When it was last written, nanoseconds since 1970.
    pub modified: u128,
}

impl Entry {
    /// The folder that it lies in; empty for the pack's own.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its name without the folder.
    pub fn name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&self.path, |(_, name)| name)
    }
}

/// What lies in a pack's folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Files that the program reads, in order of their paths.
    pub files: Vec<Entry>,
    /// What was passed over, with its path below the pack's folder.
    pub findings: Vec<(Box<str>, Finding)>,
    seen: usize,
    bytes: u64,
}

/// Lists a pack's folder.
///
/// # Errors
///
/// When the folder itself cannot be read; what cannot be read below it is a finding.
pub(crate) fn list(root: &Path) -> io::Result<Listing> {
    let mut listing = Listing::default();
    let entries = fs::read_dir(root)?;
    walk(entries, "", 0, &mut listing);
    listing.files.arrange_by(|a, b| a.path.cmp(&b.path));
    let troubles = names(listing.files.iter().map(|file| &*file.path));
    listing.findings.extend(troubles);
    Ok(listing)
}

/// Names that other systems refuse, change or take for the name of another file.
pub(crate) fn names<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<(Box<str>, Finding)> {
    let mut found = Vec::new();
    let mut seen: HashMap<String, &str> = HashMap::new();
    let mut tell = |path: &str, message: String, help: &str| {
        found.push((without_hostile(path).into(), Finding::error("J026", Spot::File, message).help(help)));
    };
    for path in paths {
        if let Some(why) = portable::trouble(path) {
            tell(path, why.to_owned(), "use small letters, digits, hyphens and dots in file names");
        } else if let Some(first) = seen.insert(portable::folded(path), path) {
            let message = format!("other systems take this for {}", without_hostile(first));
            tell(path, message, "names must differ in more than case and accents");
        }
    }
    found
}

/// The text when no line of it is over-long.
pub(crate) fn fit(text: String) -> Result<String, Finding> {
    let mut at = 0;
    for line in text.split('\n') {
        if line.len() > limits::LINE_BYTES {
            let finding = Finding::error("J009", Spot::Span(at..at), format!("the line has {} bytes", line.len()));
            return Err(finding.help(format!("at most {}", limits::LINE_BYTES)));
        }
        at += line.len() + 1;
    }
    Ok(text)
}

impl Listing {
    fn pass(&mut self, path: &str, finding: Finding) {
        self.findings.push((without_hostile(path).into(), finding));
    }

    fn is_full(&self) -> bool {
        self.seen > limits::FILES || self.bytes > limits::PACK_BYTES
    }
}

fn walk(entries: fs::ReadDir, below: &str, depth: usize, listing: &mut Listing) {
    for entry in entries {
        let Ok(entry) = entry else {
            listing.pass(below, Finding::error("J001", Spot::File, "an entry of this folder cannot be read"));
            continue;
        };
        let name = entry.file_name();
        let name = name.to_string_lossy();
        if name.starts_with('.') {
            continue;
        }
        let path = if below.is_empty() { name.to_string() } else { format!("{below}/{name}") };
        listing.seen += 1;
        one(&entry, &name, &path, depth, listing);
        if listing.is_full() {
            let help = format!("at most {} files and {} MiB", limits::FILES, limits::PACK_BYTES >> 20);
            if !listing.findings.iter().any(|(_, f)| f.message.starts_with("the pack is too large")) {
                listing.pass(
                    &path,
                    Finding::error("J009", Spot::File, "the pack is too large: the rest is not read").help(help),
                );
            }
            return;
        }
    }
}

fn one(entry: &fs::DirEntry, name: &str, path: &str, depth: usize, listing: &mut Listing) {
    // The entry's own metadata: for a link that of the link.
    let Ok(meta) = entry.metadata() else {
        return listing.pass(path, Finding::error("J001", Spot::File, "the file cannot be looked at"));
    };
    if meta.is_symlink() {
        let finding = Finding::warning("J009", Spot::File, "a link is not followed");
        return listing.pass(path, finding.help("copy what it points to into the pack"));
    }
    if meta.is_dir() {
        if depth >= limits::DEPTH {
            let help = format!("at most {} folders below the pack's own", limits::DEPTH);
            return listing.pass(path, Finding::error("J009", Spot::File, "the folder is too deep").help(help));
        }
        match fs::read_dir(entry.path()) {
            Ok(inner) => walk(inner, path, depth + 1, listing),
            Err(error) => {
                listing.pass(path, Finding::error("J001", Spot::File, format!("the folder cannot be read: {error}")))
            }
        }
        return;
    }
    let Some(most) = source::most_bytes(name).filter(|_| meta.is_file()) else {
        return;
    };
    listing.bytes += meta.len();
    if entry.file_name().to_str() != Some(name) || without_hostile(path) != path {
        let finding = Finding::error("J026", Spot::File, "a file with this name is not read");
        return listing.pass(path, finding.help("use letters, digits, hyphens and dots in file names"));
    }
    if meta.len() > most {
        let finding = Finding::error("J009", Spot::File, format!("the file has {} bytes", meta.len()));
        return listing.pass(path, finding.help(format!("at most {most}")));
    }
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    listing.files.push(Entry {
        path: path.into(),
        size: meta.len(),
        modified: modified.map_or(0, |since| since.as_nanos()),
    });
}

/// The text of a file below `root`, cleaned; the finding says why there is none.
pub(crate) fn text(root: &Path, path: &str) -> Result<String, Finding> {
    let unreadable = |error: io::Error| Finding::error("J001", Spot::File, format!("the file cannot be read: {error}"));
    let name = path.rsplit('/').next().unwrap_or(path);
    let most = source::most_bytes(name).unwrap_or(limits::TOML_BYTES);
    let mut bytes = Vec::new();
    let file = File::open(root.join(path)).map_err(unreadable)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        return Err(Finding::error("J009", Spot::File, "the file is too large").help(format!("at most {most} bytes")));
    }
    match String::from_utf8(bytes) {
        Ok(text) => fit(read::clean_source(text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let valid = error.as_bytes()[..at].to_vec();
            let valid = String::from_utf8(valid).unwrap_or_default();
            let (line, column) = crate::format::finding::line_column(&valid, at);
            let message = format!("the file is not UTF-8: the first wrong byte is in line {line}, column {column}");
            Err(Finding::error("J001", Spot::File, message).help("save it as UTF-8"))
        }
    }
}

/// Writes beside the file and then takes its place: a reader sees the old content, or the new one whole.
pub(crate) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.new"));
    let written = File::create(&beside).and_then(|mut file| {
        file.write_all(content)?;
        file.sync_all()
    });
    let written = written.and_then(|()| match fs::metadata(path) {
        Ok(meta) => fs::set_permissions(&beside, meta.permissions()),
        Err(_) => Ok(()),
    });
    let written = written.and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        let _ = fs::remove_file(&beside);
    }
    written
}
