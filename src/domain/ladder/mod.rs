//! The career ladder: what each level expects, how the learner rates that, and what proves it.
//!
//! # Design
//!
//! A ladder is six levels times five dimensions with statements in the cells; a cell without any is "none", never 0%. A learner rates each statement
//! ([`Standing`]) and keeps private evidence for it ([`Proof`]). From both follows how it stands ([`Claim`]):
//!
//! * *claimed*: rated "consistently", and nothing proves it;
//! * *proven*: rated "consistently", with a proof that is at most [`PROOF_DAYS`] days old. An older proof stays in the history and proves nothing now.
//!
//! There is never one number for a person. What is said instead ([`Reading`]) follows a written rule:
//!
//! * a level is *solid* when every statement of it, in all dimensions, is rated "consistently", and so is every level below it;
//! * the levels directly above that are *mostly there* as long as at least two thirds of the statements of each are rated "consistently".
//!
//! "Solid Level 1, most of Level 2" are those two and nothing else. Proof does not enter into it: what is claimed counts here, and is told apart
//! wherever single statements are shown.

mod gap;
mod reading;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::catalog::Stop;
use super::event::EventId;
use super::ids::{EntryId, ItemId};
use super::log::Written;
use super::text::{Text, one_line};
use super::time::StudyDay;
use crate::domain::sorting::Arrange;

pub use gap::{Gap, Met, gap_plan, lessons_of};
pub use reading::{Cell, Counts, Reading};

/// Levels are 1 to 6.
pub const LEVELS: u8 = 6;

/// How long a proof proves something: twelve months, in days.
pub const PROOF_DAYS: i32 = 365;

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Dimension {
    /// Knowing the craft.
    Mastery,
    /// What comes of the work.
    Impact,
    /// What changes around the person.
    Influence,
    /// How the person speaks, listens and writes.
    Communication,
    /// How the person helps others to grow.
    Leadership,
}

impl Dimension {
    /// All, in the order in which they are listed to people.
    pub const ALL: [Dimension; 5] =
        [Dimension::Mastery, Dimension::Impact, Dimension::Influence, Dimension::Communication, Dimension::Leadership];

    /// The word in content files and exports.
    pub fn word(self) -> &'static str {
        match self {
            Dimension::Mastery => "mastery",
            Dimension::Impact => "impact",
            Dimension::Influence => "influence",
            Dimension::Communication => "communication",
            Dimension::Leadership => "leadership",
        }
    }
}

/// A career ladder.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Ladder {
    /// The pack that brings it.
    pub pack: Box<str>,
    /// Titles of levels, level 1 first; empty where a level is known by its number.
    pub levels: [Text; LEVELS as usize],
    /// Names of dimensions on single levels, where they differ from the rest.
    pub names: Vec<(u8, Dimension, Text)>,
    /// In the author's order.
    pub statements: Vec<Statement>,
}

/// Something that a level expects.
#[derive(Debug, Clone, PartialEq)]
pub struct Statement {
    /// Its name.
    pub id: EntryId,
    /// 1 to 6.
    pub level: u8,
    /// What it is about.
    pub dimension: Dimension,
    /// What somebody of this level does.
    pub text: Text,
    /// Topics that build it, those to come among them.
    pub topics: Vec<Stop>,
    /// Interview prompts that practise it.
    pub prompts: Vec<ItemId>,
    /// What would count as evidence.
    pub evidence: Text,
}

impl Ladder {
    /// The statements of a cell, in the author's order.
    pub fn cell(&self, level: u8, dimension: Dimension) -> impl Iterator<Item = &Statement> {
        self.level(level).filter(move |s| s.dimension == dimension)
    }

    /// The statements of a level, by dimension.
    pub fn level(&self, level: u8) -> impl Iterator<Item = &Statement> {
        let of = move |d: Dimension| self.statements.iter().filter(move |s| s.level == level && s.dimension == d);
        Dimension::ALL.into_iter().flat_map(of)
    }

    /// A statement by its name.
    pub fn statement(&self, id: &EntryId) -> Option<&Statement> {
        self.statements.iter().find(|s| s.id == *id)
    }

    /// What a dimension is called on a level, where that differs from the rest.
    pub fn name(&self, level: u8, dimension: Dimension) -> Option<&Text> {
        self.names.iter().find(|(l, d, _)| (*l, *d) == (level, dimension)).map(|(_, _, text)| text)
    }

    /// The levels and dimensions that a topic builds, in order and each once.
    pub fn builds(&self, topic: &super::ids::TopicId) -> Vec<(u8, Dimension)> {
        let here = |s: &&Statement| s.topics.iter().any(|stop| matches!(stop, Stop::Here(t) if t == topic));
        let mut out: Vec<(u8, Dimension)> =
            self.statements.iter().filter(here).map(|s| (s.level, s.dimension)).collect();
        out.sort_unstable();
        out.dedup();
        out
    }
}

/// How the learner rates a statement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Not yet.
    NotYet,
    /// Sometimes.
    Sometimes,
    /// Whenever it is called for.
    Consistently,
}

impl Standing {
    /// All, as the keys `1` to `3` give them.
    pub const ALL: [Standing; 3] = [Standing::NotYet, Standing::Sometimes, Standing::Consistently];

    /// The word in exports.
    pub fn word(self) -> &'static str {
        match self {
            Standing::NotYet => "not-yet",
            Standing::Sometimes => "sometimes",
            Standing::Consistently => "consistently",
        }
    }
}

/// A statement was rated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rated {
    /// Which.
    pub statement: EntryId,
    /// How.
    pub standing: Standing,
    /// The study day.
    pub day: StudyDay,
}

/// Whether a day is still to come for somebody whose study day is `today`: between midnight and the hour at which a study day begins, the
/// calendar's day is the next one, and evidence of it is no prophecy.
pub fn is_ahead(day: StudyDay, today: StudyDay) -> bool {
    today.since(day) < -1
}

/// A piece of evidence for a statement, private to the learner.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// Its name: the id of the event that began it, or any other that is unique.
    pub proof: EventId,
    /// What it proves.
    pub statement: EntryId,
    /// The day that it is about.
    pub day: StudyDay,
    /// What was going on.
    pub situation: Box<str>,
    /// What the learner did.
    pub action: Box<str>,
    /// What came of it.
    pub result: Box<str>,
    /// Where it can be seen: a merge request, a document.
    pub link: Box<str>,
}

impl Proof {
    /// Whether nothing is written in it; such a one removes what was written before.
    pub fn is_empty(&self) -> bool {
        [&self.situation, &self.action, &self.result, &self.link].iter().all(|part| part.trim().is_empty())
    }

    /// The first thing that it says, result before action, in one line.
    pub fn gist(&self) -> String {
        let said = [&self.result, &self.action, &self.situation, &self.link];
        said.into_iter().map(|s| one_line(s)).find(|s| !s.is_empty()).unwrap_or_default()
    }

    /// Whether it still proves something on a day.
    pub fn is_recent(&self, today: StudyDay) -> bool {
        !self.is_ahead(today) && today.since(self.day) <= PROOF_DAYS
    }

    /// Whether its day is still to come. Before a study day begins, the calendar is already one day on.
    pub fn is_ahead(&self, today: StudyDay) -> bool {
        is_ahead(self.day, today)
    }
}

/// All that follows from the events of one statement.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatementRecord {
    /// Ratings that were not taken back, oldest first; the last one counts.
    pub ratings: Vec<Written<Rated>>,
    /// Proofs that are not empty, by their names.
    pub proofs: BTreeMap<EventId, Written<Proof>>,
}

impl StatementRecord {
    /// Whether nothing follows.
    pub fn is_empty(&self) -> bool {
        self.ratings.is_empty() && self.proofs.is_empty()
    }

    /// The rating that counts.
    pub fn standing(&self) -> Option<Standing> {
        self.ratings.last().map(|rated| rated.what.standing)
    }

    /// The proofs, the newest day first.
    pub fn newest_proofs(&self) -> Vec<&Written<Proof>> {
        let mut all: Vec<_> = self.proofs.values().collect();
        all.arrange_by_key(|p| (std::cmp::Reverse(p.what.day), std::cmp::Reverse(p.what.proof)));
        all
    }

    /// How many proofs still prove something.
    pub fn recent(&self, today: StudyDay) -> usize {
        self.proofs.values().filter(|p| p.what.is_recent(today)).count()
    }

    /// How the statement stands.
    pub fn claim(&self, today: StudyDay) -> Claim {
        match self.standing() {
            None => Claim::Unrated,
            Some(Standing::NotYet) => Claim::NotYet,
            Some(Standing::Sometimes) => Claim::Sometimes,
            Some(Standing::Consistently) if self.recent(today) > 0 => Claim::Proven,
            Some(Standing::Consistently) => Claim::Claimed,
        }
    }
}

/// How a statement stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Claim {
    /// Nobody said.
    Unrated,
    /// Rated "not yet".
    NotYet,
    /// Rated "sometimes".
    Sometimes,
    /// Rated "consistently" without a proof of the last twelve months.
    Claimed,
    /// Rated "consistently" with one.
    Proven,
}

impl Claim {
    /// Whether it is rated "consistently".
    pub fn is_consistent(self) -> bool {
        self >= Claim::Claimed
    }
}

/// The learner's side of a ladder.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// What follows from the log, by statement.
    pub records: BTreeMap<EntryId, StatementRecord>,
}

impl Book {
    /// What is known about a statement.
    pub fn record(&self, id: &EntryId) -> Option<&StatementRecord> {
        self.records.get(id)
    }

    /// How a statement stands.
    pub fn claim(&self, id: &EntryId, today: StudyDay) -> Claim {
        self.record(id).map_or(Claim::Unrated, |record| record.claim(today))
    }
}

/// A gap plan was put into Today, or taken out of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aimed {
    /// The pack of the ladder.
    pub ladder: Box<str>,
    /// The level whose gap plan feeds Today; `None` for none.
    pub level: Option<u8>,
}

/// A track was taken up or put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Followed {
    /// The path.
    pub track: EntryId,
    /// Taken up, or put away.
    pub on: bool,
}

/// How many tracks are followed at a time.
pub const TRACKS: usize = 2;

/// The tracks that are followed, the first taken up first: of more than [`TRACKS`], which only a merge of two devices can make, the last ones.
///
/// `followed` are the live words on tracks that are taken up, with the events that said so.
pub fn chosen(followed: impl IntoIterator<Item = (EventId, EntryId)>) -> Vec<EntryId> {
    let mut all: Vec<(EventId, EntryId)> = followed.into_iter().collect();
    all.sort_unstable();
    let first = all.len().saturating_sub(TRACKS);
    all.split_off(first).into_iter().map(|(_, track)| track).collect()
}
