//! The file in which learners tell an author what they flagged, and its way back to the lines of the pack.
//!
//! # Design
//!
//! A file comes from a stranger, as a pack does: it is read up to a stated size, every name in it has to be one that a pack could have, numbers have to be
//! possible, and characters that steer a terminal are replaced and counted. What is no such file is refused whole, with the entry that is wrong. There is
//! nothing in it to follow: no path, no command, no text but the spellings.

mod place;
#[cfg(test)]
mod tests;

use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::domain::feedback::{Answered, Feedback};
use crate::domain::ids::ItemId;
use crate::format::finding::{Said, said};
use crate::format::letters::{is_hostile, is_id, one_line};
use crate::format::limits;

pub use place::{OtherVersions, Placed, Row, place};

/// What stands in a file's `schema`.
pub const SCHEMA: &str = "jenjang.flag-file/1";

/// A file of flags.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FlagFile {
    /// The packs that it tells about, with the versions that the learner has.
    pub packs: Vec<(Box<str>, Box<str>)>,
    /// What it tells, item by item.
    pub items: Vec<Feedback>,
    /// Texts in which characters were replaced.
    pub cleaned: usize,
}

/// Why a file was refused.
#[derive(Debug, thiserror::Error)]
pub enum FlagsError {
    /// It cannot be read.
    #[error("{0}")]
    Disk(#[from] io::Error),
    /// What is wrong with it.
    #[error("{0}")]
    Refused(Said),
}

impl From<Said> for FlagsError {
    fn from(said: Said) -> Self {
        FlagsError::Refused(said)
    }
}

#[derive(Debug, Serialize, Deserialize)]
struct Written {
    schema: String,
    /// For people who open the file.
    #[serde(default)]
    says: String,
    #[serde(default)]
    packs: Vec<WrittenPack>,
    items: Vec<WrittenItem>,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenPack {
    pack: String,
    version: String,
}

#[derive(Debug, Serialize, Deserialize)]
struct WrittenItem {
    item: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    reasons: Vec<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    accepted: Vec<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    answers: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    right: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    guessed: Option<f64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    median_s: Option<u32>,
}

impl FlagFile {
    /// The file of what a learner tells. `version` gives that of each pack that is here; what is told about others is left out.
    pub fn of(told: Vec<Feedback>, version: impl Fn(&str) -> Option<Box<str>>) -> FlagFile {
        let mut file = FlagFile::default();
        for it in told {
            let topic = it.item.topic();
            if !file.packs.iter().any(|(pack, _)| **pack == *topic.pack()) {
                let Some(version) = version(topic.pack()) else { continue };
                file.packs.push((topic.pack().into(), version));
            }
            file.items.push(it);
        }
        file
    }

    /// The file as text. `says` tells people who open it what is in it.
    pub fn text(&self, says: &str) -> String {
        let packs = self
            .packs
            .iter()
            .map(|(pack, version)| WrittenPack { pack: pack.to_string(), version: version.to_string() });
        let file = Written {
            schema: SCHEMA.to_owned(),
            says: says.to_owned(),
            packs: packs.collect(),
            items: self.items.iter().map(WrittenItem::of).collect(),
        };
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    ///
    /// When it is no such file, or says something impossible.
    pub fn parse(text: &[u8]) -> Result<FlagFile, FlagsError> {
        // A message may quote what it stumbles over.
        let form = |e: serde_json::Error| said("flags-no-json").with("why", one_line(&e.to_string(), ' '));
        let written: Written = serde_json::from_slice(text).map_err(form)?;
        if written.schema != SCHEMA {
            let found = one_line(&written.schema.chars().take(40).collect::<String>(), ' ');
            return Err(said("flags-schema").with("found", found).with("schema", SCHEMA).into());
        }
        let mut file = FlagFile::default();
        for pack in written.packs {
            let version = pack.version.chars().all(|c| c.is_ascii_alphanumeric() || ".-+".contains(c));
            if !is_name(&pack.pack) || !version || pack.version.len() > limits::ID_BYTES {
                return Err(said("flags-pack").into());
            }
            file.packs.push((pack.pack.into(), pack.version.into()));
        }
        for (at, item) in written.items.into_iter().enumerate() {
            let entry = |what: Said| said("flags-entry").with("entry", at + 1).with("what", what);
            let read = item.read(&mut file.cleaned).map_err(entry)?;
            file.items.push(read);
        }
        Ok(file)
    }
}

impl WrittenItem {
    fn of(feedback: &Feedback) -> WrittenItem {
        let texts = |list: &[Box<str>]| list.iter().map(|text| text.to_string()).collect();
        let stats = feedback.answered;
        let share = |percent: u32| f64::from(percent) / 100.0;
        WrittenItem {
            item: feedback.item.to_string(),
            reasons: texts(&feedback.reasons),
            accepted: texts(&feedback.accepted),
            answers: stats.map(|it| it.answers),
            right: stats.map(|it| share(it.right_share())),
            guessed: stats.map(|it| share(it.guessed_share())),
            median_s: stats.map(|it| it.median_s),
        }
    }

    fn read(self, cleaned: &mut usize) -> Result<Feedback, Said> {
        let item = ItemId::parse(&self.item).filter(is_item).ok_or_else(|| said("flags-item"))?;
        if self.reasons.len() > limits::FLAG_TEXTS || self.accepted.len() > limits::FLAG_TEXTS {
            return Err(said("flags-many").with("most", limits::FLAG_TEXTS));
        }
        if let Some(reason) = self.reasons.iter().find(|reason| !is_name(reason)) {
            let shown: String = one_line(reason, ' ').chars().take(40).collect();
            return Err(said("flags-no-reason").with("reason", shown));
        }
        let mut clean = |text: String| -> Box<str> {
            let hostile = |c: char| is_hostile(c) || c == '\n' || c == '\t';
            *cleaned += usize::from(text.contains(hostile));
            text.chars().map(|c| if hostile(c) { '\u{fffd}' } else { c }).collect()
        };
        let accepted: Vec<Box<str>> = self.accepted.into_iter().map(&mut clean).collect();
        // As it is kept, so that what is written again can be read again.
        if accepted.iter().any(|text| text.len() > limits::WORD_BYTES) {
            return Err(said("flags-long").with("most", limits::WORD_BYTES));
        }
        let answered = match (self.answers, self.right, self.guessed, self.median_s) {
            (None, None, None, None) => None,
            (Some(answers), Some(right), Some(guessed), Some(median_s)) => {
                Some(Answered { answers, right: part(right, answers)?, guessed: part(guessed, answers)?, median_s })
            }
            _ => return Err(said("flags-figures")),
        };
        if answered.is_some_and(|it| it.answers > limits::FLAG_ANSWERS || it.median_s > 86_400) {
            return Err(said("flags-impossible"));
        }
        Ok(Feedback { item, reasons: self.reasons.into_iter().map(Into::into).collect(), accepted, answered })
    }
}

/// A share of answers as a number of them.
fn part(share: f64, of: u32) -> Result<u32, Said> {
    if !(0.0..=1.0).contains(&share) {
        return Err(said("flags-share"));
    }
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a u32")]
    Ok((share * f64::from(of)).round() as u32)
}

fn is_name(name: &str) -> bool {
    is_id(name) && name.len() <= limits::ID_BYTES
}

/// Whether a pack could have the item: a question, or a point of a prompt.
fn is_item(id: &ItemId) -> bool {
    let question = |id: &ItemId| id.as_str().split('/').all(is_name);
    match id.as_point() {
        Some((prompt, point)) => question(&prompt) && is_name(point),
        None => question(id),
    }
}

/// Reads a file of flags, or all of them that lie in a folder.
///
/// # Errors
///
/// The file that is refused, and why; then nothing of the others is used.
pub fn read(path: &Path) -> Result<Vec<FlagFile>, (PathBuf, FlagsError)> {
    let fail = |path: &Path| {
        let path = path.to_owned();
        move |e: io::Error| (path, FlagsError::Disk(e))
    };
    if !path.is_dir() {
        return Ok(vec![read_one(path).map_err(|e| (path.to_owned(), e))?]);
    }
    let mut files = Vec::new();
    for entry in std::fs::read_dir(path).map_err(fail(path))? {
        let file = entry.map_err(fail(path))?.path();
        if file.extension().is_some_and(|ending| ending == "json") {
            files.push(file);
        }
    }
    files.sort();
    if files.is_empty() {
        return Err((path.to_owned(), said("flags-no-file").into()));
    }
    if files.len() > limits::FLAG_FILES {
        return Err((path.to_owned(), said("flags-many-files").with("most", limits::FLAG_FILES).into()));
    }
    files.into_iter().map(|file| read_one(&file).map_err(|e| (file, e))).collect()
}

fn read_one(path: &Path) -> Result<FlagFile, FlagsError> {
    // A pipe or a device may never end; what is opened is looked at again by its length.
    if !std::fs::metadata(path)?.is_file() {
        return Err(said("flags-no-file").into());
    }
    let mut text = Vec::new();
    std::fs::File::open(path)?.take(limits::FLAG_FILE_BYTES + 1).read_to_end(&mut text)?;
    if text.len() as u64 > limits::FLAG_FILE_BYTES {
        return Err(said("flags-large").with("most", limits::FLAG_FILE_BYTES).into());
    }
    FlagFile::parse(&text)
}
