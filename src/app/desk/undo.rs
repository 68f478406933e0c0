//! Taking back and bringing back the latest action of this device.

use crate::domain::event::{Event, What};
use crate::domain::time::Moment;
use crate::packs::Library;
use crate::sessions::effect::News;
use crate::store::{Store, StoreError};

use super::look;

/// What an undo comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenBack {
    /// The event to put into the log.
    pub undo: Event,
    /// The action that it takes back or brings back.
    pub action: Event,
}

/// The undo (or redo) of the latest action of this device; `None` when there is nothing to take (or bring) back.
///
/// `waiting` are events that were handed in and are not written yet, oldest first: what a learner did last may be among
/// them. Nothing is written here.
///
/// # Errors
///
/// When the store cannot be read.
pub fn of_latest(store: &Store, waiting: &[Event], redo: bool, now: &Moment) -> Result<Option<TakenBack>, StoreError> {
    let device = store.device();
    let found = if redo { store.latest_undo(device, waiting)? } else { store.latest_action(device, waiting)? };
    let Some(target) = found else { return Ok(None) };
    let undo = Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what: What::Undone { of: target.id } };
    // What comes back is what the undo had taken.
    let action = match target.what.target().filter(|_| redo) {
        Some(of) => look::event(store, waiting, of)?.unwrap_or(target),
        None => target,
    };
    Ok(Some(TakenBack { undo, action }))
}

/// Takes back the latest action of this device, or brings back what was taken back last, at once; returns the action.
///
/// # Errors
///
/// When the store cannot be read or written.
pub fn take_back(store: &mut Store, redo: bool, now: &Moment) -> Result<Option<Event>, StoreError> {
    let Some(taken) = of_latest(store, &[], redo, now)? else { return Ok(None) };
    store.append(std::slice::from_ref(&taken.undo))?;
    Ok(Some(taken.action))
}

/// What the learner hears of an undo, and the event that is to be written for it.
pub fn undo(store: &Store, library: &Library, waiting: &[Event], redo: bool, now: &Moment) -> (News, Option<Event>) {
    match of_latest(store, waiting, redo, now) {
        Ok(taken) => {
            let about = taken.as_ref().map(|t| look::about_event(store, library, waiting, &t.action));
            let (undo, action) = taken.map(|t| (t.undo, t.action)).unzip();
            (News::Undone { event: action, about: about.unwrap_or_default(), redo }, undo)
        }
        Err(error) => (News::SaveTrouble { message: error.detail, waiting: waiting.len() }, None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::EventId;
    use crate::domain::ids::TopicId;
    use crate::domain::time::StudyDay;

    const DEVICE: u64 = 7;

    fn moment(ms: i64) -> Moment {
        let id = EventId::from_parts(ms as u64, 0, DEVICE);
        Moment { utc: ms, offset_min: 0, day: StudyDay::of(ms, 0, 240), mono_ms: 0, id }
    }

    fn known(ms: i64) -> Event {
        let now = moment(ms);
        let what = What::Known { topic: TopicId::new("pack", "topic"), known: true };
        Event { id: now.id, utc: ms, offset_min: 0, what }
    }

    fn taken(store: &Store, waiting: &[Event], redo: bool, ms: i64) -> (Option<Event>, Option<Event>) {
        match undo(store, &Library::builtin(), waiting, redo, &moment(ms)) {
            (News::Undone { event, .. }, undo) => (event, undo),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_undo_takes_back_what_waits_for_the_disk_before_what_is_on_it() {
        let mut store = Store::in_memory(DEVICE).expect("a store");
        let (saved, waits) = (known(1000), known(2000));
        store.append(std::slice::from_ref(&saved)).expect("memory takes it");
        let mut waiting = vec![waits.clone()];
        let (action, undo) = taken(&store, &waiting, false, 3000);
        assert_eq!(
            (action, undo.as_ref().map(|u| &u.what)),
            (Some(waits.clone()), Some(&What::Undone { of: waits.id }))
        );
        waiting.extend(undo);
        let (action, undo) = taken(&store, &waiting, false, 4000);
        assert_eq!(action, Some(saved));
        waiting.extend(undo);
        assert_eq!(taken(&store, &waiting, false, 5000), (None, None));
    }

    #[test]
    fn a_redo_brings_back_what_an_undo_that_still_waits_had_taken() {
        let store = Store::in_memory(DEVICE).expect("a store");
        let waits = known(1000);
        let mut waiting = vec![waits.clone()];
        waiting.extend(taken(&store, &waiting, false, 2000).1);
        let (action, redo) = taken(&store, &waiting, true, 3000);
        assert_eq!((action, redo.map(|r| r.what)), (Some(waits), Some(What::Undone { of: waiting[1].id })));
    }
}
