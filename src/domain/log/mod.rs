//! The one replay: what is live in a log, what follows from it, and how two logs become one.
//!
//! # Design
//!
//! A log is a set of events; the order is that of their ids. Import, export, undo, sync and `data doctor` all rest on the
//! functions of this room, and an update in place has to equal them (property tests).
//!
//! 1. The id is the order: [`IdSource`] makes each later than all that is known.
//! 2. [`merge`] is set union by id; one id with two contents is refused and reported.
//! 3. [`live()`] is settled before replay and by reference: a live undo with a later id takes its target back, so an undo
//!    of an undo is a redo. An undo of something that is not here (yet) is kept and has no effect.
//! 4. A regrade counts at its answer's place; the last live one wins; it dies with its answer.
//! 5. An event that arrives rebuilds all that it speaks about ([`Subject`], found by [`trace`]), and nothing is patched. A
//!    rehearsed interview speaks about its prompt and about each of its points.
//! 6. A row holds all that replay needs: no clock, setting, median or other item is asked.
//! 7. [`undo_candidate`] looks at one device's actions only.

mod answers;
mod ladder;
mod live;
mod project;
mod rehearsals;
#[cfg(test)]
mod tests;
mod undo;

use std::collections::BTreeMap;

use super::checklist::WorkId;
use super::event::{Event, EventId, NotePlace, What};
use super::ids::{EntryId, ItemId, TopicId};
use super::time::UtcMs;

pub use answers::{LiveAnswer, answers};
pub use ladder::{WorkRecord, rebuild_aim, rebuild_statement, rebuild_track, rebuild_work};
pub use live::{Alive, live};
pub use project::{
    Flag, ItemRecord, Note, Projection, Reading, TopicRecord, project, rebuild_item, rebuild_note, rebuild_topic,
};
pub use rehearsals::{PromptRecord, Tried, Written, rebuild_lived, rebuild_prompt, rebuild_sitting, rebuild_story};
pub use undo::{Deed, Described, UNDO_DEPTH, describe, is_same_step, redo_candidate, same_step_as, undo_candidate};

/// What an event speaks about: the part of the projection that it can change.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Subject {
    /// A question: its memory, accepted spellings, flags, "later today".
    Item(ItemId),
    /// A topic: known or not, its lesson read or not.
    Topic(TopicId),
    /// A place with a note.
    Note(NotePlace),
    /// An interview prompt: attempts at it, and its samples being graded.
    Prompt(ItemId),
    /// A mock interview, by the id that its attempts name.
    Sitting(EventId),
    /// A story for behavioural prompts.
    Story(EventId),
    /// A statement of a career ladder: its ratings and evidence.
    Statement(EntryId),
    /// A track: followed or not.
    Track(EntryId),
    /// What a ladder aims at, by the pack that brings it.
    Aim(Box<str>),
    /// A piece of work that a checklist is ticked for.
    Work(WorkId),
    /// A working day that was played, by the id of that playing.
    Lived(EventId),
}

impl Subject {
    /// What an event speaks about by itself, first of all; `None` for a regrade or an undo, which speak about another event.
    pub fn of(what: &What) -> Option<Subject> {
        match what {
            What::Answered(a) => Some(Subject::Item(a.item.clone())),
            What::Deferred { item, .. } | What::Flagged { item, .. } | What::Outdated { item, .. } => {
                Some(Subject::Item(item.clone()))
            }
            What::Noted { place, .. } => Some(Subject::Note(place.clone())),
            What::Known { topic, .. } | What::Read { topic, .. } => Some(Subject::Topic(topic.clone())),
            What::Rehearsed(r) => Some(Subject::Prompt(r.prompt.clone())),
            What::Practised(p) => Some(Subject::Prompt(p.prompt.clone())),
            What::Mocked(m) => Some(Subject::Sitting(m.sitting)),
            What::StoryTold(s) => Some(Subject::Story(s.story)),
            What::Rated(r) => Some(Subject::Statement(r.statement.clone())),
            What::Proved(p) => Some(Subject::Statement(p.statement.clone())),
            What::Followed(f) => Some(Subject::Track(f.track.clone())),
            What::Aimed(a) => Some(Subject::Aim(a.ladder.clone())),
            What::Ticked(t) => Some(Subject::Work(t.work.clone())),
            What::Lived(l) => Some(Subject::Lived(l.sitting)),
            What::Regraded { .. } | What::Undone { .. } => None,
        }
    }

    /// All that an event speaks about by itself: [`Subject::of`], and for a rehearsal each of its points, because one answer rebuilds the memories of them
    /// all. Each once.
    pub fn all(what: &What) -> Vec<Subject> {
        let mut out: Vec<Subject> = Subject::of(what).into_iter().collect();
        if let What::Rehearsed(r) = what {
            out.extend(r.points.iter().map(|p| Subject::Item(r.prompt.point(&p.point))));
            out.sort_unstable();
            out.dedup();
        }
        out
    }
}

/// The longest chain of references that is followed (undo of an undo of ...); a longer one is a circle or a prank.
const CHAIN: usize = 10_000;

/// What an event speaks about, through the chain of references. `find` looks an event up; nothing when a link is not here
/// yet: the event waits for it and has no effect.
pub fn trace<W: std::borrow::Borrow<What>>(what: &What, find: impl Fn(EventId) -> Option<W>) -> Vec<Subject> {
    let mut target = match what.target() {
        None => return Subject::all(what),
        Some(target) => target,
    };
    for _ in 0..CHAIN {
        let Some(next) = find(target) else { return Vec::new() };
        match next.borrow().target() {
            None => return Subject::all(next.borrow()),
            Some(of) => target = of,
        }
    }
    Vec::new()
}

/// The events by what they speak about, each list in the order of ids; a rehearsal is in several lists. Events that wait for another one are left out.
pub fn by_subject<'a>(events: impl IntoIterator<Item = &'a Event>) -> BTreeMap<Subject, Vec<&'a Event>> {
    let all: BTreeMap<EventId, &Event> = events.into_iter().map(|e| (e.id, e)).collect();
    let mut out: BTreeMap<Subject, Vec<&Event>> = BTreeMap::new();
    for event in all.values() {
        for subject in trace(&event.what, |id| all.get(&id).map(|e| &e.what)) {
            out.entry(subject).or_default().push(event);
        }
    }
    out
}

/// Two logs hold different events under one id: at least one of them is damaged or forged.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{} event(s) have the same id and different content", ids.len())]
pub struct Conflict {
    /// The ids, ascending.
    pub ids: Vec<EventId>,
}

/// The union of two logs in the order of ids.
///
/// # Errors
///
/// [`Conflict`] when an id stands for different events; nothing is merged then.
pub fn merge(
    ours: impl IntoIterator<Item = Event>,
    theirs: impl IntoIterator<Item = Event>,
) -> Result<Vec<Event>, Conflict> {
    let mut all: BTreeMap<EventId, Event> = BTreeMap::new();
    let mut ids = Vec::new();
    for event in ours.into_iter().chain(theirs) {
        match all.get(&event.id) {
            Some(known) if *known != event => ids.push(event.id),
            Some(_) => {}
            None => {
                all.insert(event.id, event);
            }
        }
    }
    ids.sort_unstable();
    ids.dedup();
    match ids.is_empty() {
        true => Ok(all.into_values().collect()),
        false => Err(Conflict { ids }),
    }
}

/// Makes the ids of one device.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdSource {
    device: u64,
    newest: EventId,
}

impl IdSource {
    /// For a device, with the newest id that is known here from any device (the default id for an empty log).
    pub fn new(device: u64, newest: EventId) -> Self {
        IdSource { device, newest }
    }

    /// An id that is later than all that is known, and not earlier than the clock.
    pub fn fresh(&mut self, now: UtcMs) -> EventId {
        self.newest = EventId::fresh(now, self.newest, self.device);
        self.newest
    }

    /// Takes note of an event from elsewhere.
    pub fn seen(&mut self, id: EventId) {
        self.newest = self.newest.max(id);
    }

    /// This device.
    pub fn device(&self) -> u64 {
        self.device
    }
}
