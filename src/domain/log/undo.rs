//! What `u` and `U` take back and bring back (UX 7.2).

use crate::domain::checklist::Ticked;
use crate::domain::event::{Event, EventId, NotePlace, Rating, What};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::time::StudyDay;

use super::Alive;

/// How many of this device's actions `u` reaches back.
pub const UNDO_DEPTH: usize = 200;

/// The latest live action of `device`: what the next undo names.
///
/// Takes events of all devices, newest first, and asks for no more than it needs. Undos are no actions, nor is what an update of a pack did; whatever
/// else a learner does is one.
pub fn undo_candidate<'a>(newest_first: impl IntoIterator<Item = &'a Event>, device: u64) -> Option<EventId> {
    let mut alive = Alive::default();
    let mut seen = 0;
    for event in newest_first {
        let live = alive.settle(event);
        if !is_action(event, device) {
            continue;
        }
        if live {
            return Some(event.id);
        }
        seen += 1;
        if seen >= UNDO_DEPTH {
            return None;
        }
    }
    None
}

/// The latest live undo of `device` that took an action back and was not followed by another action: what the next redo
/// names. Takes events as [`undo_candidate`] does.
pub fn redo_candidate<'a>(newest_first: impl IntoIterator<Item = &'a Event>, device: u64) -> Option<EventId> {
    let mut alive = Alive::default();
    // Live undos of this device, newest first, whose target has not come by: it may be an action, or an undo (a redo).
    let mut waiting: Vec<(EventId, EventId)> = Vec::new();
    let mut found: Option<EventId> = None;
    let (mut over, mut seen) = (false, 0);
    for event in newest_first {
        let live = alive.settle(event);
        if let Some(at) = waiting.iter().position(|(_, of)| *of == event.id) {
            let (undo, _) = waiting.remove(at);
            if !matches!(event.what, What::Undone { .. }) {
                found = found.max(Some(undo));
            }
        }
        match &event.what {
            What::Undone { of } if live && !over && event.id.device() == device => {
                waiting.push((event.id, *of));
            }
            _ if is_action(event, device) => {
                // What was undone before the latest live action has no way forward any more.
                over |= live;
                seen += 1;
            }
            _ => {}
        }
        let settled = waiting.iter().all(|(undo, _)| found > Some(*undo));
        if settled && (over || found.is_some()) || seen >= UNDO_DEPTH {
            break;
        }
    }
    found
}

/// The event that `event` was handed in with, right before it, if the two are one step to whoever takes it back: the questions that a working
/// day or a mock interview calls up for tomorrow, and the undos of such a step. Only events of one step share a millisecond
/// ([`EventId::fresh`]), and count on from its first one.
pub fn same_step_as(event: &Event) -> Option<EventId> {
    let counted_on = matches!(event.what, What::Deferred { .. } | What::Undone { .. });
    let before = event.id.counter().checked_sub(1).filter(|_| counted_on)?;
    Some(EventId::from_parts(event.id.ms(), before, event.id.device()))
}

/// Whether `before` and `event`, as [`same_step_as`] found them, belong together.
pub fn is_same_step(before: &Event, event: &Event) -> bool {
    match event.what {
        What::Deferred { .. } => matches!(before.what, What::Deferred { .. } | What::Lived(_)),
        What::Undone { .. } => matches!(before.what, What::Undone { .. }),
        _ => false,
    }
}

fn is_action(event: &Event, device: u64) -> bool {
    event.id.device() == device && !matches!(event.what, What::Undone { .. } | What::Outdated { .. })
}

/// What somebody did, in a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Deed {
    Answered,
    Regraded,
    /// Counted as right by the learner.
    Counted,
    Deferred,
    /// Called up for a coming day, by what a mock interview or a working day has shown.
    CalledUp,
    /// The answer to a question changed with an update of its pack.
    Outdated,
    Flagged,
    Noted,
    NoteRemoved,
    Known,
    NotKnown,
    Read,
    Rehearsed,
    /// Graded the samples of a prompt.
    Practised,
    Mocked,
    StoryTold,
    StoryRemoved,
    /// Rated a statement of a career ladder.
    Rated,
    /// Wrote evidence for a statement.
    Proved,
    ProofRemoved,
    /// Took up a track.
    Followed,
    Unfollowed,
    /// Put a gap plan into Today.
    Aimed,
    Unaimed,
    /// Ticked an item of a checklist.
    Ticked,
    Unticked,
    /// Began a checklist for a piece of work.
    WorkBegun,
    WorkPutAway,
    /// Played a working day to its end.
    Lived,
    /// Took something back.
    Undone,
}

/// What a toast or the log tells about an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Described {
    /// What was done.
    pub deed: Deed,
    /// The question or prompt that it was about.
    pub item: Option<ItemId>,
    /// The topic that it was about; that of the question, where there is one.
    pub topic: Option<TopicId>,
    /// The grade that it gave.
    pub rating: Option<Rating>,
}

/// Tells about an event. `target` is the event that a regrade or an undo names, where it is at hand.
pub fn describe(event: &Event, target: Option<&Event>) -> Described {
    let (deed, rating) = match &event.what {
        What::Answered(a) => (Deed::Answered, Some(a.rating)),
        What::Regraded { rating, count: None, .. } => (Deed::Regraded, Some(*rating)),
        What::Regraded { rating, .. } => (Deed::Counted, Some(*rating)),
        // "Later" means later today: what is called up is so for a day to come. Between midnight and the hour at which a study day begins the two
        // cannot be told apart, as no setting is asked here.
        What::Deferred { day, .. } if *day > StudyDay::of(event.utc, event.offset_min, 0) => (Deed::CalledUp, None),
        What::Deferred { .. } => (Deed::Deferred, None),
        What::Outdated { .. } => (Deed::Outdated, None),
        What::Flagged { .. } => (Deed::Flagged, None),
        What::Noted { text, .. } if text.is_empty() => (Deed::NoteRemoved, None),
        What::Noted { .. } => (Deed::Noted, None),
        What::Known { known: true, .. } => (Deed::Known, None),
        What::Known { .. } => (Deed::NotKnown, None),
        What::Read { .. } => (Deed::Read, None),
        What::Rehearsed(_) => (Deed::Rehearsed, None),
        What::Practised(_) => (Deed::Practised, None),
        What::Mocked(_) => (Deed::Mocked, None),
        What::StoryTold(story) if story.text.is_empty() => (Deed::StoryRemoved, None),
        What::StoryTold(_) => (Deed::StoryTold, None),
        What::Rated(_) => (Deed::Rated, None),
        What::Proved(proof) if proof.is_empty() => (Deed::ProofRemoved, None),
        What::Proved(_) => (Deed::Proved, None),
        What::Followed(followed) => (if followed.on { Deed::Followed } else { Deed::Unfollowed }, None),
        What::Aimed(aimed) => (if aimed.level.is_some() { Deed::Aimed } else { Deed::Unaimed }, None),
        What::Ticked(ticked) => (ticked_deed(ticked), None),
        What::Lived(_) => (Deed::Lived, None),
        What::Undone { .. } => (Deed::Undone, None),
    };
    let spoken_of = match &event.what {
        What::Regraded { .. } | What::Undone { .. } => target.map(|t| &t.what),
        own => Some(own),
    };
    let item = spoken_of.and_then(item_of);
    let topic = item.as_ref().map(ItemId::topic).or_else(|| spoken_of.and_then(topic_of));
    Described { deed, item, topic, rating }
}

fn ticked_deed(ticked: &Ticked) -> Deed {
    match (ticked.item.is_empty(), ticked.done) {
        (true, true) => Deed::WorkBegun,
        (true, false) => Deed::WorkPutAway,
        (false, true) => Deed::Ticked,
        (false, false) => Deed::Unticked,
    }
}

fn item_of(what: &What) -> Option<ItemId> {
    match what {
        What::Answered(a) => Some(a.item.clone()),
        What::Deferred { item, .. } | What::Flagged { item, .. } | What::Outdated { item, .. } => Some(item.clone()),
        What::Noted { place: NotePlace::Item(item), .. } => Some(item.clone()),
        What::Rehearsed(r) => Some(r.prompt.clone()),
        What::Practised(p) => Some(p.prompt.clone()),
        _ => None,
    }
}

fn topic_of(what: &What) -> Option<TopicId> {
    match what {
        What::Known { topic, .. } | What::Read { topic, .. } => Some(topic.clone()),
        What::Noted { place: NotePlace::Section(topic, ..), .. } => Some(topic.clone()),
        _ => None,
    }
}
