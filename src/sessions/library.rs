//! What the place Library shows: packs, flags, notes; and what may be done with a pack.

use crate::domain::catalog::PackTrouble;
use crate::domain::event::{EventId, NotePlace};
use crate::domain::ids::ItemId;
use crate::domain::text::{Lang, Text};
use crate::words::Words;

use super::effect::Toast;

/// Everything that Library shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LibraryData {
    /// The packs that can be learnt, the built-in ones first; then those on the disk that cannot be used.
    pub packs: Vec<PackRow>,
    /// What was flagged or counted as right, the newest first.
    pub flags: Vec<FlagRow>,
    /// The notes, the newest first.
    pub notes: Vec<NoteRow>,
    /// Archives that wait where downloads go: newer versions of packs, and packs that are not here.
    pub waiting: Vec<Waiting>,
}

/// Where a pack comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// It is a part of the program.
    Builtin,
    /// It was installed from a file or a folder, or put there by hand.
    Installed,
    /// A folder that is followed.
    Linked,
    /// It is on the disk and cannot be used.
    Broken,
    /// The folder that was followed is no longer where it was.
    Moved,
}

impl Origin {
    /// Its name.
    pub fn name(self, words: &Words) -> String {
        match self {
            Origin::Builtin => words.get("packs-place-builtin"),
            Origin::Installed => words.get("packs-place-installed"),
            Origin::Linked => words.get("packs-place-linked"),
            Origin::Broken => words.get("packs-place-broken"),
            Origin::Moved => words.get("packs-place-moved"),
        }
        .into_owned()
    }
}

/// A pack.
#[derive(Debug, Clone, PartialEq)]
pub struct PackRow {
    /// Its name.
    pub id: Box<str>,
    /// Semantic version; empty when that cannot be read.
    pub version: Box<str>,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    pub summary: Text,
    /// The languages that it promises.
    pub languages: Vec<Lang>,
    /// Topics.
    pub topics: usize,
    /// Questions.
    pub questions: usize,
    /// Interview questions.
    pub prompts: usize,
    /// Questions of it that were ever answered.
    pub answered: usize,
    /// SPDX licence expression; may be empty.
    pub licence: Box<str>,
    /// Who wrote it.
    pub authors: Box<str>,
    /// Where it comes from.
    pub origin: Origin,
    /// The file that it was installed from, or the folder that is followed; empty when it is not known.
    pub from: Box<str>,
    /// Bytes on the disk; `None` for what is a part of the program.
    pub bytes: Option<u64>,
    /// The SHA-256 of the archive that it came in.
    pub sha256: Option<Box<str>>,
    /// Who has signed it, where that says something: a folder that is followed needs no signature.
    pub signed: Option<SignedBy>,
    /// What is wrong with it; the last good version is in use then, if there was one.
    pub trouble: Option<PackTrouble>,
}

/// What the signature of a pack says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SignedBy {
    /// There is none.
    Nobody,
    /// This key has signed exactly what is there.
    Key(Box<str>),
    /// It does not belong to what is there.
    Unfit,
}

impl SignedBy {
    /// What stands beside the word "signed": the key, or what is the matter.
    pub fn says(&self, words: &Words) -> String {
        match self {
            SignedBy::Nobody => words.get("library-signed-not").into_owned(),
            SignedBy::Key(key) => key.to_string(),
            SignedBy::Unfit => words.get("packs-signed-unfit").into_owned(),
        }
    }
}

/// What a learner told about a question.
#[derive(Debug, Clone, PartialEq)]
pub struct FlagRow {
    /// The event that said so: taking it back names it.
    pub id: EventId,
    /// When.
    pub utc: i64,
    /// The question.
    pub item: ItemId,
    /// What was said.
    pub said: Said,
    /// What the question asks; empty when no pack here has it.
    pub asks: Text,
    /// The title of its topic.
    pub topic: Text,
    /// The section of the lesson that teaches it.
    pub section: Box<str>,
}

/// What was said about a question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// It was flagged, with a reason.
    Flag(Box<str>),
    /// A spelling was counted as right, and is accepted since.
    Spelling(Box<str>),
}

/// A note.
#[derive(Debug, Clone, PartialEq)]
pub struct NoteRow {
    /// Where it belongs.
    pub place: NotePlace,
    /// When it was written.
    pub utc: i64,
    /// The whole text.
    pub text: Box<str>,
    /// What the question asks, or the heading of the section; empty when no pack here has it.
    pub about: Text,
    /// The title of the topic.
    pub topic: Text,
    /// For a note on a question, the section of the lesson that teaches it.
    pub section: Box<str>,
}

/// An archive that could be installed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The pack.
    pub pack: Box<str>,
    /// Its version.
    pub version: Box<str>,
    /// Where it is.
    pub path: Box<str>,
}

/// A pack that was looked at, and what taking it in would do. Nothing has changed yet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Offer {
    /// The pack.
    pub pack: Box<str>,
    /// What people call it.
    pub title: Text,
    /// The version that is here; `None` when it is not installed.
    pub from: Option<Box<str>>,
    /// The version that is offered.
    pub to: Box<str>,
    /// It is older than the one that is here.
    pub older: bool,
    /// Who wrote it.
    pub authors: Box<str>,
    /// SPDX licence expression.
    pub licence: Box<str>,
    /// Its languages.
    pub languages: Vec<Lang>,
    /// The file that it comes from.
    pub file: Box<str>,
    /// The SHA-256 of the archive; `None` for a folder.
    pub sha256: Option<Box<str>>,
    /// The key that signed it; an archive whose signature does not fit is no offer.
    pub signed: Option<Box<str>>,
    /// Taking it in changes with which key the pack is taken from then on.
    pub new_signer: bool,
    /// Topics in it.
    pub topics: usize,
    /// What differs for this learner; for a new pack all of its items are new.
    pub effects: Effects,
    /// Questions with another answer.
    pub changed: Vec<ChangedAnswer>,
    /// Every item and file that differs, a line for each: what happened to it, and its name.
    pub lines: Vec<(Became, Box<str>)>,
    /// Own notes in the pack, and own spellings: both are kept.
    pub own: (usize, usize),
}

impl Offer {
    /// Whether there is nothing to take in: this very version is here, and what its signature says is known.
    pub fn is_same(&self) -> bool {
        self.from.as_ref() == Some(&self.to) && self.lines.is_empty() && !self.new_signer
    }
}

/// What another version does, in numbers: items, and how many of them this learner has answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Effects {
    /// New items.
    pub added: usize,
    /// Items with other words and the same answer.
    pub reworded: (usize, usize),
    /// Items with another answer.
    pub changed: (usize, usize),
    /// Items under another id.
    pub renamed: usize,
    /// Items that are gone.
    pub retired: (usize, usize),
    /// Other files, such as lessons.
    pub files: usize,
}

/// A question with another answer.
#[derive(Debug, Clone, PartialEq)]
pub struct ChangedAnswer {
    /// Topic and question.
    pub item: Box<str>,
    /// What it asks.
    pub asks: Text,
    /// The answer before and now, where they can be said in a line.
    pub answers: Option<(Text, Text)>,
}

/// What has become of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)]
pub enum Became {
    Added,
    Reworded,
    ChangedAnswer,
    Renamed,
    Retired,
    /// A file that is no question, such as a lesson.
    OtherFile,
}

/// Something to do with packs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PackDeed {
    /// Read what is at a path, and tell what taking it in would do: [`PackNews::Offer`] follows.
    Look(String),
    /// Take in what was looked at last: first a copy of the data, then the log, then the files.
    Take,
    /// Remove a pack; what was answered is kept.
    Remove(Box<str>),
    /// Compare a pack with what was installed.
    Verify(Box<str>),
    /// Copy the texts of a pack beside the data, to be changed there.
    Copy(Box<str>),
    /// Write flags and spellings into a file for authors; with figures of each question.
    SendFlags {
        /// With figures.
        answered: bool,
    },
}

impl PackDeed {
    /// Whether it changes what a window that only looks may not change.
    pub fn changes(&self) -> bool {
        matches!(self, PackDeed::Take | PackDeed::Remove(_))
    }
}

/// What has come of it.
#[derive(Debug, Clone, PartialEq)]
pub enum PackNews {
    /// What was looked at.
    Offer(Box<Offer>),
    /// It cannot be taken in.
    Refused(Refusal),
    /// Something is done, or could not be done.
    Told(Told),
}

/// A signature that is not as it has to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untrusted {
    /// The pack.
    pub pack: Box<str>,
    /// The key that signed it until now; `None` where this is not what the learner has said to accept.
    pub was: Option<Box<str>>,
    /// The key that has signed it; `None` when it is not signed.
    pub now: Option<Box<str>>,
}

impl Untrusted {
    /// What is the matter, in a sentence.
    pub fn says(&self, words: &Words) -> String {
        let pack = ("pack", (&self.pack).into());
        match (&self.was, &self.now) {
            (Some(was), Some(now)) => words.fmt("packs-other-key", &[pack, ("was", was.into()), ("now", now.into())]),
            (Some(was), None) => words.fmt("packs-not-signed-now", &[pack, ("was", was.into())]),
            (None, Some(now)) => words.fmt("packs-key-not-accepted", &[pack, ("now", now.into())]),
            (None, None) => words.fmt("packs-unsigned-not-accepted", &[pack]),
        }
    }

    /// What to do about it.
    pub fn asks(&self, words: &Words) -> String {
        match self.now {
            Some(_) => words.get("packs-key-ask"),
            None => words.get("packs-unsigned-ask"),
        }
        .into_owned()
    }

    /// How to accept it; `command` is what would be typed before the key.
    pub fn accepting(&self, command: &str, words: &Words) -> String {
        let command = format!("{command} --accept-key {}", self.now.as_deref().unwrap_or("none"));
        words.fmt("packs-key-accept", &[("command", command.into())])
    }

    /// All of that for a page, where a command has to be typed elsewhere; `here` says that the pack is installed. One that was removed has its key
    /// still.
    pub fn advice(&self, here: bool, words: &Words) -> String {
        let command = if here { "jenjang pack update FILE" } else { "jenjang pack install FILE" };
        let accepting = self.accepting(command, words);
        [self.says(words), self.asks(words), accepting, words.get("packs-signed-means").into_owned()].join("\n\n")
    }
}

/// Why a pack cannot be taken in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// There is no pack at that path.
    NoPack(String),
    /// It has errors: how many, and what the check says about it.
    Errors(usize, Text),
    /// It has the name of a built-in pack.
    Builtin(Box<str>),
    /// The one that is here follows a folder by itself.
    Linked(Box<str>),
    /// What its signature says is not what it said before; with whether the pack is installed.
    Untrusted(Untrusted, bool),
    /// The disk, in its words.
    Disk(String),
}

/// What is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// A pack is in place: its name, its version, and the name of the copy of the data; none is made for a new pack.
    Taken(Box<str>, Box<str>, Box<str>),
    /// A pack is removed.
    Removed(Box<str>),
    /// A pack is as it was installed.
    Same(Box<str>),
    /// There is nothing to compare it with.
    NoRecord(Box<str>),
    /// Files that differ, each with whether it was changed, is missing, or was added (`M`, `-`, `+`).
    Differs(Box<str>, Vec<(char, Box<str>)>),
    /// Flags were written: where to, and how many questions are in the file.
    Sent(String, usize),
    /// A pack was copied: where to.
    Copied(Box<str>, String),
    /// There is nothing to send.
    NothingToSend,
    /// What was looked at is gone: look again.
    LookAgain,
    /// It did not work, in the words of the disk.
    Trouble(String),
}

impl Told {
    /// What a toast says.
    pub fn toast(&self, words: &Words) -> Toast {
        let pack = |pack: &str| [("pack", pack.to_owned().into())];
        let (good, text) = match self {
            Told::Taken(id, version, backup) if backup.is_empty() => {
                (true, words.fmt("packs-installed", &[("pack", id.into()), ("version", version.into())]))
            }
            Told::Taken(id, version, backup) => {
                let values = [("pack", id.into()), ("version", version.into()), ("backup", backup.into())];
                (true, words.fmt("library-taken", &values))
            }
            Told::Removed(id) => (true, words.fmt("library-removed", &pack(id))),
            Told::Same(id) => (true, words.fmt("packs-verify-same", &pack(id))),
            Told::NoRecord(id) => (false, words.fmt("packs-verify-none", &pack(id))),
            Told::Differs(id, files) => {
                let values = [("pack", id.into()), ("n", files.len().into())];
                (false, words.fmt("packs-verify-differs", &values))
            }
            Told::Sent(path, n) => (true, words.fmt("library-sent", &[("path", path.into()), ("n", (*n).into())])),
            Told::Copied(_, path) => (true, words.fmt("library-copied", &[("path", path.into())])),
            Told::NothingToSend => (false, words.get("library-nothing-to-send").into_owned()),
            Told::LookAgain => (false, words.get("library-look-again").into_owned()),
            Told::Trouble(why) => (false, words.fmt("library-trouble", &[("why", why.into())])),
        };
        Toast { good, text }
    }
}

/// What another version does, a line for each kind of change, with its mark.
pub fn lines(it: &Effects, words: &Words) -> Vec<(&'static str, String)> {
    let one = |key, n: usize| words.fmt(key, &[("n", n.into())]);
    let two = |key, (n, known): (usize, usize)| words.fmt(key, &[("n", n.into()), ("known", known.into())]);
    let all = [
        ("+", it.added, one("packs-update-added", it.added)),
        ("~", it.reworded.0, two("packs-update-reworded", it.reworded)),
        ("!", it.changed.0, two("packs-update-changed", it.changed)),
        (">", it.renamed, one("packs-update-renamed", it.renamed)),
        ("-", it.retired.0, two("packs-update-retired", it.retired)),
        ("~", it.files, one("packs-update-files", it.files)),
    ];
    all.into_iter().filter(|(_, n, _)| *n > 0).map(|(mark, _, line)| (mark, line)).collect()
}
