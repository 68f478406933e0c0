//! `pack sheet`: the questions of a pack as a learner meets them, for a second mind that answers them blind.
//!
//! # Design
//!
//! ```text
//! let asked = sheet::read(Path::new("content"), &Options { lang: Some(Lang::Id), ..Options::default() })?;
//! asked.sheet()                      questions without keys, explanations or the author's order
//! asked.form()                       an empty form to fill in
//! asked.compare(&Form::parse(text)?) agreement by unit and by kind, and each disagreement with its place
//! ```
//!
//! Letters stand for ids, because ids tell. Which letter is which rests on the names of the question, of the part and of the language alone: a sheet
//! that is printed again is the same sheet, the other language's is another one, and a new option moves the letters of its own question only.
//!
//! Answers are judged by [`crate::domain::grading::judge`], so a sheet agrees exactly where a learner would be told "right".

mod card;
mod compare;
mod form;
mod letters;
#[cfg(test)]
mod tests;

use std::path::{Path, PathBuf};

use super::check::{Tree, tree};
use super::convert;
use super::scan::unit;
use crate::domain::ids::TopicId;
use crate::domain::question::Question;
use crate::domain::text::Lang;
use crate::format::finding::{Lines, Way};
use crate::format::read::{self, locate};
use crate::format::source::{self, TopicTexts};
use crate::format::types::Pack;

pub use card::{Block, Card, Row, choices};
pub use compare::{Agreement, Difference, Tally};
pub use form::{Form, FormError};

/// What to ask.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Units by id; all when empty.
    pub units: Vec<String>,
    /// The language; the first pack's first one when there is none.
    pub lang: Option<Lang>,
}

/// Why there is no sheet.
#[derive(Debug, thiserror::Error)]
pub enum SheetError {
    /// There is no such folder.
    #[error("{} is no folder", .0.display())]
    NoFolder(PathBuf),
    /// It holds no pack, and lies in none.
    #[error("{} neither holds a pack nor lies in one", .0.display())]
    NoPack(PathBuf),
    /// A unit that no pack has was asked for.
    #[error("no pack has a unit `{0}`")]
    NoUnit(String),
}

/// A question that can be asked, and where it stands.
#[derive(Debug)]
pub struct Asked {
    /// The unit's id; empty for none.
    pub unit: Box<str>,
    /// The topic.
    pub topic: TopicId,
    /// Its own name within the topic.
    pub name: Box<str>,
    /// The word of its kind in the file.
    pub kind: &'static str,
    /// The file, as the path that was asked for and the rest of the way.
    pub file: Box<str>,
    /// Its first line, from 1.
    pub line: usize,
    /// It.
    pub question: Question,
}

/// The questions of some topics, in the order of their folders.
#[derive(Debug, Default)]
pub struct Questions {
    /// The language of the sheet.
    pub lang: Lang,
    /// Them.
    pub asked: Vec<Asked>,
    /// Questions that cannot be asked before `pack check` has nothing against them.
    pub unread: usize,
}

/// Reads the questions of a pack, of all packs in a folder, or of a folder within a pack, such as one topic.
///
/// # Errors
///
/// When there is nothing to read. Questions that could not be asked are counted and left out.
pub fn read(root: &Path, options: &Options) -> Result<Questions, SheetError> {
    if !root.is_dir() {
        return Err(SheetError::NoFolder(root.to_owned()));
    }
    let (packs, below) = packs(root).ok_or_else(|| SheetError::NoPack(root.to_owned()))?;
    let mut reader = Reader { options, below: &below, units: Vec::new(), out: Questions::default() };
    let mut lang = options.lang;
    for (prefix, tree) in &packs {
        let Some(pack) = tree.text(source::PACK).ok().and_then(|text| read::pack(&text).value) else { continue };
        lang = lang.or_else(|| pack.languages.first().and_then(|code| Lang::from_code(code)));
        reader.pack(prefix, tree, &pack);
    }
    match options.units.iter().find(|unit| !reader.units.contains(*unit)) {
        Some(unit) => Err(SheetError::NoUnit(unit.clone())),
        None => Ok(Questions { lang: lang.unwrap_or_default(), ..reader.out }),
    }
}

/// The packs at `root`, and the way from the pack to `root` where that is a folder within one.
fn packs(root: &Path) -> Option<(Vec<(String, Tree)>, String)> {
    let here = tree::packs(root);
    if !here.is_empty() {
        return Some((here, String::new()));
    }
    let full = root.canonicalize().ok()?;
    let owner = full.ancestors().skip(1).find(|folder| folder.join(source::PACK).is_file())?;
    let below: Vec<_> = full.strip_prefix(owner).ok()?.iter().map(|part| part.to_string_lossy()).collect();
    // The path as it was given, shortened by as many parts, reads better than the whole way from the root of the disk.
    let mut shown = root.to_owned();
    let is_shortened = below.iter().rev().all(|part| shown.ends_with(&**part) && shown.pop());
    let owner = if is_shortened { shown } else { owner.to_owned() };
    let owner = if owner.as_os_str().is_empty() { PathBuf::from(".") } else { owner };
    Some((tree::packs(&owner), below.join("/")))
}

struct Reader<'a> {
    options: &'a Options,
    below: &'a str,
    units: Vec<String>,
    out: Questions,
}

impl Reader<'_> {
    fn pack(&mut self, prefix: &str, tree: &Tree, pack: &Pack) {
        self.units.extend(pack.units.iter().map(|unit| unit.id.to_string()));
        let (files, ..) = tree.list();
        let ending = format!("/{}", source::QUESTIONS);
        for folder in files.iter().filter_map(|file| file.strip_suffix(&ending)) {
            let unit = unit(pack, folder);
            let is_below = folder.strip_prefix(self.below).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
            let is_asked = self.options.units.is_empty() || self.options.units.iter().any(|asked| asked == unit);
            if is_asked && (self.below.is_empty() || is_below) {
                self.topic(prefix, tree, pack, folder, unit);
            }
        }
    }

    fn topic(&mut self, prefix: &str, tree: &Tree, pack: &Pack, folder: &str, unit: &str) {
        let text = |name: &str| tree.text(&format!("{folder}/{name}")).ok();
        let (Some(head), Some(questions)) = (text(source::TOPIC), text(source::QUESTIONS)) else { return };
        let texts = TopicTexts { topic: head, questions: Some(questions), ..TopicTexts::default() };
        let read = source::topic(&texts, pack.langs());
        let name = read.topic.as_ref().map_or_else(|| folder.rsplit('/').next().unwrap_or(folder), |topic| &topic.id);
        let topic = TopicId::new(&pack.id, name);
        let source = texts.questions.as_deref().unwrap_or_default();
        let ways: Vec<Way> = read.questions.items.iter().map(|item| Way::item("question", item.index)).collect();
        let places = locate(source, &ways.iter().collect::<Vec<_>>());
        let lines = Lines::of(source);
        let before = self.out.asked.len();
        for (item, place) in read.questions.items.iter().zip(places) {
            let Ok(question) = convert::question(&topic, &item.question) else { continue };
            self.out.asked.push(Asked {
                unit: unit.into(),
                topic: topic.clone(),
                name: item.question.common.id.clone(),
                kind: item.question.kind.word(),
                file: format!("{prefix}{folder}/{}", source::QUESTIONS).into(),
                line: lines.at(place.start).0,
                question,
            });
        }
        self.out.unread += read.questions.written - (self.out.asked.len() - before);
    }
}
