//! The career ladder, the tracks and the checklists as screens and exports see them.

mod document;
pub mod list;
pub mod packet;
#[cfg(test)]
pub(crate) mod sample;
#[cfg(test)]
mod tests;
pub mod work;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use crate::domain::catalog::{PathHead, Stop, side_paths};
use crate::domain::checklist::{Checklist, WorkId};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::ladder::{Book, Claim, Dimension, Gap, Ladder, Met, Proof, Reading, Standing, gap_plan};
use crate::domain::log::WorkRecord;
use crate::domain::persona::PersonaHead;
use crate::domain::rubric::PromptHead;
use crate::domain::sorting::Arrange;
use crate::domain::text::Lang;
use crate::domain::time::StudyDay;
use crate::words::Words;

use super::study::{Study, TopicState};

/// Everything about the job itself: the ladder with the learner's book, what practises it, and the checklists.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LadderData {
    /// The ladder of the first pack that has one; empty when none has.
    pub ladder: Arc<Ladder>,
    /// Ratings and evidence.
    pub book: Book,
    /// The level whose gap plan feeds Today.
    pub aim: Option<u8>,
    /// All interview prompts.
    pub prompts: Vec<PromptHead>,
    /// Prompts whose last answer met every point.
    pub good: BTreeSet<ItemId>,
    /// The most points that an answer to a prompt met, and the points it had.
    pub best: BTreeMap<ItemId, (u8, u8)>,
    /// All interviewers.
    pub personas: Vec<PersonaHead>,
    /// Checklists.
    pub lists: Vec<Checklist>,
    /// Pieces of work that they are ticked for.
    pub works: BTreeMap<WorkId, WorkRecord>,
}

impl LadderData {
    /// Whether there is a ladder.
    pub fn has_ladder(&self) -> bool {
        !self.ladder.statements.is_empty()
    }

    /// What the ratings say.
    pub fn reading(&self, today: StudyDay) -> Reading {
        Reading::of(&self.ladder, &self.book, today)
    }

    /// The level to climb to: the one whose gap plan feeds Today, else the first that is not solid.
    pub fn target(&self, today: StudyDay) -> u8 {
        self.aim.unwrap_or_else(|| self.reading(today).next())
    }

    /// The level that answers are held against: the target, once the learner chose one or rated anything.
    pub fn answers_at(&self, today: StudyDay) -> Option<u8> {
        let said = self.aim.is_some()
            || self.ladder.statements.iter().any(|s| self.book.claim(&s.id, today) != Claim::Unrated);
        said.then(|| self.target(today))
    }

    /// What stands between the learner and a level.
    pub fn gaps(&self, level: u8, study: &Study) -> Vec<Gap<'_>> {
        let topic = |topic: &TopicId| study.topics.get(topic).is_some_and(|s| s.state == TopicState::Held);
        let prompt = |prompt: &ItemId| self.good.contains(prompt);
        gap_plan(&self.ladder, level, &self.book, study.day, &Met { topic: &topic, prompt: &prompt })
    }

    /// The title of a prompt; its name when it is not installed.
    pub fn prompt_title<'a>(&'a self, id: &'a ItemId, lang: Lang) -> &'a str {
        self.prompts.iter().find(|p| p.id == *id).map_or(id.local(), |p| p.title.get(lang))
    }

    /// The interview set of a path: the prompts of its topics, those for its own interviewers first.
    pub fn interview_set(&self, path: &PathHead) -> Vec<&PromptHead> {
        let topics: BTreeSet<&TopicId> = path.topics().collect();
        let mut set: Vec<&PromptHead> = self.prompts.iter().filter(|p| topics.contains(&p.id.topic())).collect();
        set.arrange_by_key(|p| !p.personas.iter().any(|who| path.personas.contains(who)));
        set
    }

    /// The names of a path's interviewers.
    pub fn interviewers(&self, path: &PathHead, lang: Lang) -> Vec<&str> {
        let named = |id: &str| {
            let of = |p: &&PersonaHead| *p.id == *id;
            let own = self.personas.iter().find(|p| of(p) && p.pack == path.pack);
            own.or_else(|| self.personas.iter().find(of)).map(|p| p.name.get(lang))
        };
        path.personas.iter().filter_map(|id| named(id)).collect()
    }
}

/// The paths that can be followed, in groups: see [`side_paths`].
pub fn tracks(study: &Study) -> Vec<&PathHead> {
    side_paths(&study.catalog.paths)
}

/// How a path stands.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PathStanding {
    /// Topics held.
    pub held: usize,
    /// Topics that are installed.
    pub here: usize,
    /// Topics still to be written.
    pub coming: usize,
    /// How much of what its topics need, and what is on the roadmap, is held, in percent; `None` when they need nothing.
    pub needs_held: Option<u8>,
    /// The first lesson that is not held and not read: where the path begins.
    pub first: Option<TopicId>,
}

impl PathStanding {
    /// Looks at a path.
    pub fn of(path: &PathHead, study: &Study) -> PathStanding {
        let state = |topic: &TopicId| study.topics.get(topic).map_or(TopicState::Ready, |s| s.state);
        let is_held = |topic: &&TopicId| state(topic) == TopicState::Held;
        let own: BTreeSet<&TopicId> = path.topics().collect();
        let heads = own.iter().filter_map(|topic| study.catalog.topics.get(*topic));
        let needs: BTreeSet<&TopicId> =
            heads.flat_map(|head| &head.requires).filter(|need| !own.contains(*need)).collect();
        let needs_held = needs.iter().copied().filter(is_held).count() * 100;
        let read = |topic: &TopicId| study.topics.get(topic).is_some_and(|s| s.read >= 100);
        let open = || path.topics().filter(|topic| !is_held(topic) && !read(topic));
        let first = open().find(|topic| state(topic) != TopicState::BetterLater).or_else(|| open().next());
        PathStanding {
            held: own.iter().copied().filter(is_held).count(),
            here: own.len(),
            coming: path.stops().filter(|stop| matches!(stop, Stop::Coming { .. })).count(),
            needs_held: needs_held.checked_div(needs.len()).and_then(|share| u8::try_from(share).ok()),
            first: first.cloned(),
        }
    }

    /// Topics in all, those to come included.
    pub fn all(&self) -> usize {
        self.here + self.coming
    }
}

/// The word for a dimension; on a level that names it otherwise, that name.
pub fn dimension_name(ladder: &Ladder, level: Option<u8>, dimension: Dimension, words: &Words, lang: Lang) -> String {
    if let Some(name) = level.and_then(|level| ladder.name(level, dimension)) {
        return name.get(lang).to_owned();
    }
    match dimension {
        Dimension::Mastery => words.get("ladder-mastery"),
        Dimension::Impact => words.get("ladder-impact"),
        Dimension::Influence => words.get("ladder-influence"),
        Dimension::Communication => words.get("ladder-communication"),
        Dimension::Leadership => words.get("ladder-leadership"),
    }
    .into_owned()
}

/// The name of the part of a proof that tells where it can be seen.
pub const PROOF_LINK: &str = "ladder-link";

/// The names of the parts of a proof, in the order in which they are written and read.
pub const PROOF_PARTS: [&str; 4] = ["ladder-situation", "ladder-action", "ladder-result", PROOF_LINK];

/// What is written in a proof, each part with its name; empty ones are left out.
pub fn proof_parts(proof: &Proof) -> impl Iterator<Item = (&'static str, &str)> {
    let said = [&proof.situation, &proof.action, &proof.result, &proof.link].map(|part| part.trim());
    PROOF_PARTS.into_iter().zip(said).filter(|(_, said)| !said.is_empty())
}

/// Why a proof proves nothing today: it is too old, or its day is still to come. `None` for one that counts.
pub fn proof_state(proof: &Proof, today: StudyDay, words: &Words) -> Option<String> {
    let said = match (proof.is_recent(today), proof.is_ahead(today)) {
        (true, _) => return None,
        (_, true) => words.get("ladder-ahead"),
        _ => words.get("ladder-old"),
    };
    Some(said.into_owned())
}

/// What a proof says in a line, with why it proves nothing where that is so: "Long ago (over a year old)".
pub fn proof_line(proof: &Proof, today: StudyDay, words: &Words) -> String {
    let state = proof_state(proof, today, words).map(|state| format!(" ({state})"));
    proof.gist() + &state.unwrap_or_default()
}

/// The word for a rating.
pub fn standing_name(standing: Option<Standing>, words: &Words) -> String {
    match standing {
        None => words.get("ladder-not-rated"),
        Some(Standing::NotYet) => words.get("ladder-not-yet"),
        Some(Standing::Sometimes) => words.get("ladder-sometimes"),
        Some(Standing::Consistently) => words.get("ladder-consistently"),
    }
    .into_owned()
}

/// The word for how a statement stands.
pub fn claim_name(claim: Claim, words: &Words) -> String {
    match claim {
        Claim::Unrated => words.get("ladder-not-rated"),
        Claim::NotYet => words.get("ladder-not-yet"),
        Claim::Sometimes => words.get("ladder-sometimes"),
        Claim::Claimed => words.get("ladder-claimed"),
        Claim::Proven => words.get("ladder-proven"),
    }
    .into_owned()
}

/// "Solid Level 1, most of Level 2.": what the ratings say, in a sentence; never one number.
pub fn reading_sentence(reading: Reading, words: &Words) -> String {
    let (solid, most) = (reading.solid, reading.most);
    match (solid, most > solid) {
        (0, false) => words.get("ladder-reads-none").into_owned(),
        (0, true) => words.fmt("ladder-reads-most", &[("most", levels(solid + 1, most, words).into())]),
        (_, false) => words.fmt("ladder-reads-solid", &[("solid", solid.into())]),
        (_, true) => {
            words.fmt("ladder-reads-both", &[("solid", solid.into()), ("most", levels(solid + 1, most, words).into())])
        }
    }
}

fn levels(first: u8, last: u8, words: &Words) -> String {
    let names: Vec<String> = (first..=last).map(|n| words.fmt("ladder-level", &[("n", n.into())])).collect();
    words.list(&names)
}

/// What a gap asks for, in a few words: "3 lessons, 2 prompts", "needs a proof", "not rated".
pub fn gap_words(gap: &Gap<'_>, words: &Words) -> String {
    if gap.claim == Claim::Claimed {
        return words.get("ladder-needs-proof").into_owned();
    }
    let mut parts = Vec::new();
    if !gap.lessons.is_empty() {
        parts.push(words.fmt("ladder-lessons", &[("n", gap.lessons.len().into())]));
    }
    if !gap.prompts.is_empty() {
        parts.push(words.fmt("ladder-prompts", &[("n", gap.prompts.len().into())]));
    }
    match parts.is_empty() {
        true if gap.claim == Claim::Unrated => words.get("ladder-not-rated").into_owned(),
        true => words.get("ladder-needs-doing").into_owned(),
        false => parts.join(", "),
    }
}

/// The title of a topic that is installed or to come.
pub fn stop_title<'a>(stop: &'a Stop, study: &'a Study, lang: Lang) -> &'a str {
    match stop {
        Stop::Here(topic) => study.catalog.topics.get(topic).map_or(topic.local(), |head| head.title.get(lang)),
        Stop::Coming { title, .. } => title.get(lang),
    }
}

/// A path beside the roadmap by what was typed: its own name, or `pack/name`; `Err` is the nearest one.
///
/// # Errors
///
/// The names that there are, when none is meant.
pub fn find_track<'a>(study: &'a Study, typed: &str) -> Result<&'a PathHead, Vec<&'a str>> {
    let full = EntryId::parse(typed);
    let is_meant = |path: &&PathHead| match &full {
        Some(name) => path.name() == *name,
        None => *path.id == *typed,
    };
    let all = tracks(study);
    all.iter().copied().find(is_meant).ok_or_else(|| all.iter().map(|path| &*path.id).collect())
}
