//! What follows from ratings, evidence, chosen tracks and ticked checklists.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::event::{Event, What};
use crate::domain::ladder::{Aimed, Followed, StatementRecord};
use crate::domain::time::UtcMs;

use super::{Written, live};

/// A piece of work that a checklist is ticked for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct WorkRecord {
    /// When it was begun.
    pub begun: UtcMs,
    /// What is ticked, and when.
    pub ticks: BTreeMap<Box<str>, UtcMs>,
}

/// Rebuilds one statement from all its events, in any order. The last live word on each proof wins; an emptied one is gone.
pub fn rebuild_statement<'a>(events: impl IntoIterator<Item = &'a Event>) -> StatementRecord {
    let mut out = StatementRecord::default();
    for event in live(events) {
        match &event.what {
            What::Rated(rated) => out.ratings.push(Written::by(event, rated.clone())),
            What::Proved(proof) if proof.is_empty() => drop(out.proofs.remove(&proof.proof)),
            What::Proved(proof) => drop(out.proofs.insert(proof.proof, Written::by(event, (**proof).clone()))),
            _ => {}
        }
    }
    out
}

/// Rebuilds one track from all its events, in any order; `None` when it is not followed.
pub fn rebuild_track<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Written<Followed>> {
    let last = live(events).into_iter().rev().find_map(|event| match &event.what {
        What::Followed(followed) => Some(Written::by(event, followed.clone())),
        _ => None,
    });
    last.filter(|written| written.what.on)
}

/// Rebuilds what a ladder aims at from all its events, in any order; `None` when it aims at nothing.
pub fn rebuild_aim<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Written<Aimed>> {
    let last = live(events).into_iter().rev().find_map(|event| match &event.what {
        What::Aimed(aimed) => Some(Written::by(event, aimed.clone())),
        _ => None,
    });
    last.filter(|written| written.what.level.is_some())
}

/// Rebuilds one piece of work from all its events, in any order; `None` when it was put away or never begun.
pub fn rebuild_work<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<WorkRecord> {
    let mut out: Option<WorkRecord> = None;
    for event in live(events) {
        let What::Ticked(ticked) = &event.what else { continue };
        let begun = || WorkRecord { begun: event.utc, ..WorkRecord::default() };
        match (&*ticked.item, ticked.done) {
            ("", false) => out = None,
            ("", true) => drop(out.get_or_insert_with(begun)),
            (item, true) => drop(out.get_or_insert_with(begun).ticks.insert(item.into(), event.utc)),
            // Nothing begins with an item that is not ticked.
            (item, false) => {
                if let Some(work) = &mut out {
                    work.ticks.remove(item);
                }
            }
        }
    }
    out
}
