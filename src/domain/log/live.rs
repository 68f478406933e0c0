//! Which events are live.

use std::collections::{BTreeMap, HashSet};

use crate::domain::event::{Event, EventId, What};

/// Settles liveness while events come by, newest first.
///
/// One pass is enough: whatever could take an event back has a later id, so it has been seen and its own fate is known.
#[derive(Debug, Default)]
pub struct Alive {
    dead: HashSet<EventId>,
}

impl Alive {
    /// Whether `event` is live. Events must come in descending order of ids, each once, with nothing of the chain left out.
    pub fn settle(&mut self, event: &Event) -> bool {
        // Each event is asked about once, so its mark can be taken off.
        let live = !self.dead.remove(&event.id);
        // A target with a later id has come by already: an undo cannot reach forward.
        if let (true, What::Undone { of }) = (live, &event.what) {
            self.dead.insert(*of);
        }
        live
    }
}

/// The live events, ascending. Takes them in any order.
pub fn live<'a>(events: impl IntoIterator<Item = &'a Event>) -> Vec<&'a Event> {
    let all: BTreeMap<EventId, &Event> = events.into_iter().map(|e| (e.id, e)).collect();
    let mut alive = Alive::default();
    let mut out: Vec<&Event> = all.into_values().rev().filter(|e| alive.settle(e)).collect();
    out.reverse();
    out
}
