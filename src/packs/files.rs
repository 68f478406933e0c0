//! Looking at a pack's folder without trusting it: no link is followed, nothing outside is reached, and depth, count and size have an end.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::Path;
use std::time::UNIX_EPOCH;

use crate::domain::sorting::Arrange;
use crate::format::finding::{Finding, Said, Spot, floor, said};
use crate::format::letters::one_line;
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

    /// Adds what tells whether it is still the same file: its name, its size, and when it was written.
    pub fn stamp(&self, into: &mut Vec<u8>) {
        into.extend_from_slice(self.path.as_bytes());
        into.push(0);
        into.extend_from_slice(&self.size.to_le_bytes());
        into.extend_from_slice(&self.modified.to_le_bytes());
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
    /// Files named like a lesson that it does not read, such as `lesson.idn.md`: their author believes that it does.
    pub misnamed: Vec<Box<str>>,
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
    listing.misnamed.arrange_by(Ord::cmp);
    let troubles = names(listing.files.iter().map(|file| &*file.path));
    listing.findings.extend(troubles);
    Ok(listing)
}

/// Names that other systems refuse, change or take for the name of another file or folder.
pub(crate) fn names<'a>(paths: impl Iterator<Item = &'a str>) -> Vec<(Box<str>, Finding)> {
    let mut found = Vec::new();
    // What each name is taken for: how it is written, and whether it is a folder's.
    let mut seen: HashMap<String, (&str, bool)> = HashMap::new();
    let mut last = "";
    for path in paths {
        if let Some(why) = portable::trouble(path) {
            found.push(named(path, said(why), "find-name-help"));
            continue;
        }
        let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
        // Files of one folder mostly stand together.
        let ends = path.match_indices('/').map(|(end, _)| end).filter(|_| folder != last);
        let parts = ends.map(|end| (&path[..end], true)).chain([(path, false)]);
        let first = parts.into_iter().find_map(|(part, is_folder)| match seen.entry(portable::folded(part)) {
            Slot::Vacant(slot) => {
                slot.insert((part, is_folder));
                None
            }
            Slot::Occupied(slot) => Some(*slot.get()).filter(|first| *first != (part, true)),
        });
        last = folder;
        if let Some((first, is_folder)) = first {
            let message = match path.starts_with(first) {
                true => said("find-file-and-folder").with("name", shown(first)),
                false => {
                    let name = format!("{}{}", shown(first), if is_folder { "/" } else { "" });
                    said("find-taken-for").with("name", name)
                }
            };
            found.push(named(path, message, "find-taken-for-help"));
        }
    }
    found
}

/// A path as it may stand in a report.
pub(crate) fn shown(path: &str) -> String {
    one_line(path, '\u{fffd}')
}

fn named(path: &str, message: Said, help: &'static str) -> (Box<str>, Finding) {
    (shown(path).into(), Finding::error("J026", Spot::File, message).help(help))
}

/// A folder whose entries cannot be listed.
pub(crate) fn unreadable_folder(error: &io::Error) -> Finding {
    Finding::error("J001", Spot::File, said("find-unreadable-folder").with("why", error.to_string()))
}

/// A file whose text cannot be used.
#[derive(Debug)]
pub(crate) struct Unread {
    /// Why.
    pub finding: Box<Finding>,
    /// As much of its text as the finding's place and an excerpt need.
    pub shown: String,
}

/// How much of what cannot be read is shown, in bytes.
const SHOWN: usize = 60;

impl Unread {
    /// Nothing of the text can be shown.
    pub fn whole(finding: Finding) -> Unread {
        Unread { finding: finding.into(), shown: String::new() }
    }
}

/// The text when no line of it is over-long.
pub(crate) fn fit(text: String) -> Result<String, Unread> {
    let mut at = 0;
    for line in text.split('\n') {
        if line.len() > limits::LINE_BYTES {
            let end = floor(&text, at + SHOWN);
            let finding = Finding::error("J009", Spot::Span(at..end), said("find-long-line").with("n", line.len()));
            let finding = finding.help(said("find-at-most").with("most", limits::LINE_BYTES));
            return Err(Unread { finding: finding.into(), shown: format!("{}...", &text[..end]) });
        }
        at += line.len() + 1;
    }
    Ok(text)
}

impl Listing {
    fn pass(&mut self, path: &str, finding: Finding) {
        self.findings.push((shown(path).into(), finding));
    }

    fn is_full(&self) -> bool {
        self.seen > limits::FILES || self.bytes > limits::PACK_BYTES
    }
}

fn walk(entries: fs::ReadDir, below: &str, depth: usize, listing: &mut Listing) {
    for entry in entries {
        let Ok(entry) = entry else {
            listing.pass(below, Finding::error("J001", Spot::File, "find-unreadable-entry"));
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
            let help = said("find-pack-large-help").with("files", limits::FILES).with("size", limits::PACK_BYTES >> 20);
            if !listing.findings.iter().any(|(_, f)| f.message.key() == "find-pack-large") {
                listing.pass(&path, Finding::error("J009", Spot::File, "find-pack-large").help(help));
            }
            return;
        }
    }
}

fn one(entry: &fs::DirEntry, name: &str, path: &str, depth: usize, listing: &mut Listing) {
    // The entry's own metadata: for a link that of the link.
    let Ok(meta) = entry.metadata() else {
        return listing.pass(path, Finding::error("J001", Spot::File, "find-unreadable-meta"));
    };
    if meta.is_dir() {
        if depth >= limits::DEPTH {
            let help = said("find-deep-folder-help").with("most", limits::DEPTH);
            return listing.pass(path, Finding::error("J009", Spot::File, "find-deep-folder").help(help));
        }
        match fs::read_dir(entry.path()) {
            Ok(inner) => walk(inner, path, depth + 1, listing),
            Err(error) => listing.pass(path, unreadable_folder(&error)),
        }
        return;
    }
    if let Some(finding) = no_file(&meta) {
        return listing.pass(path, finding);
    }
    let Some(most) = source::most_bytes(name) else {
        listing.misnamed.extend(name.starts_with(source::LESSON).then(|| shown(path).into()));
        return;
    };
    listing.bytes += meta.len();
    if entry.file_name().to_str() != Some(name) || shown(path) != path {
        let finding = Finding::error("J026", Spot::File, "find-name-unread");
        return listing.pass(path, finding.help("find-name-unread-help"));
    }
    if meta.len() > most {
        let finding = Finding::error("J009", Spot::File, said("find-large-file").with("n", meta.len()));
        return listing.pass(path, finding.help(said("find-at-most").with("most", most)));
    }
    let modified = meta.modified().ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    listing.files.push(Entry {
        path: path.into(),
        size: meta.len(),
        modified: modified.map_or(0, |since| since.as_nanos()),
    });
}

/// The text of a file below `root`, cleaned. What is no plain file is not opened: a link may lead anywhere, and a pipe never ends.
pub(crate) fn text(root: &Path, path: &str) -> Result<String, Unread> {
    let unreadable = |error: io::Error| {
        let message = said("find-unreadable-file").with("why", error.to_string());
        Unread::whole(Finding::error("J001", Spot::File, message).help("find-unreadable-help"))
    };
    let name = path.rsplit('/').next().unwrap_or(path);
    let most = source::most_bytes(name).unwrap_or(limits::TOML_BYTES);
    let file = root.join(path);
    if let Some(finding) = no_file(&fs::symlink_metadata(&file).map_err(unreadable)?) {
        return Err(Unread::whole(finding));
    }
    let mut bytes = Vec::new();
    let file = File::open(file).map_err(unreadable)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > most {
        let finding =
            Finding::error("J009", Spot::File, "find-too-large").help(said("find-bytes-at-most").with("most", most));
        return Err(Unread::whole(finding));
    }
    decoded(bytes)
}

/// Bytes of a file as its text, cleaned.
pub(crate) fn decoded(bytes: Vec<u8>) -> Result<String, Unread> {
    let error = match String::from_utf8(bytes) {
        Ok(text) => return fit(read::clean_source(text)),
        Err(error) => error,
    };
    let (good, rest) = error.as_bytes().split_at(error.utf8_error().valid_up_to());
    let line = rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len()).min(SHOWN);
    let good = read::clean_source(String::from_utf8_lossy(good).into_owned());
    let line = String::from_utf8_lossy(&rest[..line]);
    let (line_number, column) = crate::format::finding::line_column(&good, good.len());
    let message = said("find-not-utf8").with("line", line_number).with("column", column);
    let spot = Spot::Span(good.len()..good.len() + '\u{fffd}'.len_utf8());
    Err(Unread {
        finding: Finding::error("J001", spot, message).help("find-not-utf8-help").into(),
        shown: good + &line,
    })
}

/// Why something in a folder is no file of a pack; `None` for a plain file.
fn no_file(meta: &fs::Metadata) -> Option<Finding> {
    if meta.is_symlink() {
        let finding = Finding::error("J009", Spot::File, "find-link");
        return Some(finding.help("find-link-help"));
    }
    let finding = Finding::error("J009", Spot::File, "find-no-file");
    (!meta.is_file()).then(|| finding.help("find-no-file-help"))
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
