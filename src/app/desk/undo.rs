//! Taking back and bringing back the latest action of this device.

use crate::domain::event::{Event, What};
use crate::domain::log::{is_same_step, same_step_as};
use crate::domain::time::Moment;
use crate::packs::Library;
use crate::sessions::effect::News;
use crate::store::{LogFilter, Store, StoreError};

use super::look;

/// What an undo comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct TakenBack {
    /// The events to put into the log: one for each that the step had.
    pub undos: Vec<Event>,
    /// The action that they take back or bring back; of a step with several events the first.
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
    let Some(last) = found else { return Ok(None) };
    let step = step(store, waiting, last)?;
    let undos = Event::series(now, step.iter().map(|target| What::Undone { of: target.id }));
    // What comes back is what the undo had taken.
    let Some(first) = step.into_iter().next() else { return Ok(None) };
    let action = match first.what.target().filter(|_| redo) {
        Some(of) => look::event(store, waiting, of)?.unwrap_or(first),
        None => first,
    };
    Ok(Some(TakenBack { undos, action }))
}

/// All events of the step that `last` ends, oldest first.
fn step(store: &Store, waiting: &[Event], last: Event) -> Result<Vec<Event>, StoreError> {
    let mut step = vec![last];
    while let Some(before) = step.last().and_then(same_step_as) {
        match look::event(store, waiting, before)? {
            Some(before) if step.last().is_some_and(|event| is_same_step(&before, event)) => step.push(before),
            _ => break,
        }
    }
    step.reverse();
    Ok(step)
}

/// The latest `n` actions of this device that could be taken back, the newest first; one of several events is told by its first.
///
/// # Errors
///
/// When the store cannot be read.
pub fn latest(store: &Store, n: usize) -> Result<Vec<Event>, StoreError> {
    let filter = LogFilter { actions_only: true, device: Some(store.device()), ..LogFilter::default() };
    let mut found = Vec::new();
    let mut before = None;
    while found.len() < n {
        let page = store.log_page(before, n, &filter)?;
        let Some((last, _)) = page.last() else { break };
        before = Some(last.id);
        let first = |event: &Event| same_step_as(event).is_none();
        found.extend(page.into_iter().filter(|(event, live)| *live && first(event)).map(|(event, _)| event));
    }
    found.truncate(n);
    Ok(found)
}

/// Takes back the latest action of this device, or brings back what was taken back last, at once; returns the action.
///
/// # Errors
///
/// When the store cannot be read or written.
pub fn take_back(store: &mut Store, redo: bool, now: &Moment) -> Result<Option<Event>, StoreError> {
    let Some(taken) = of_latest(store, &[], redo, now)? else { return Ok(None) };
    store.append(&taken.undos)?;
    Ok(Some(taken.action))
}

/// What the learner hears of an undo, and the events that are to be written for it.
pub fn undo(store: &Store, library: &Library, waiting: &[Event], redo: bool, now: &Moment) -> (News, Vec<Event>) {
    match of_latest(store, waiting, redo, now) {
        Ok(taken) => {
            let about = taken.as_ref().map(|t| look::about_event(store, library, waiting, &t.action));
            let (undos, action) = taken.map(|t| (t.undos, t.action)).unzip();
            (News::Undone { event: action, about: about.unwrap_or_default(), redo }, undos.unwrap_or_default())
        }
        Err(error) => (News::SaveTrouble { message: error.detail, waiting: waiting.len() }, Vec::new()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::day::Lived;
    use crate::domain::event::EventId;
    use crate::domain::ids::{EntryId, ItemId, TopicId};
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

    fn taken(store: &Store, waiting: &[Event], redo: bool, ms: i64) -> (Option<Event>, Vec<Event>) {
        match undo(store, &Library::builtin(), waiting, redo, &moment(ms)) {
            (News::Undone { event, .. }, undos) => (event, undos),
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
        assert_eq!(action, Some(waits.clone()));
        assert!(matches!(undo.as_slice(), [only] if only.what == What::Undone { of: waits.id }), "{undo:?}");
        waiting.extend(undo);
        let (action, undo) = taken(&store, &waiting, false, 4000);
        assert_eq!(action, Some(saved));
        waiting.extend(undo);
        assert_eq!(taken(&store, &waiting, false, 5000), (None, Vec::new()));
    }

    #[test]
    fn a_redo_brings_back_what_an_undo_that_still_waits_had_taken() {
        let store = Store::in_memory(DEVICE).expect("a store");
        let waits = known(1000);
        let mut waiting = vec![waits.clone()];
        waiting.extend(taken(&store, &waiting, false, 2000).1);
        let (action, redo) = taken(&store, &waiting, true, 3000);
        let redo: Vec<What> = redo.into_iter().map(|r| r.what).collect();
        assert_eq!((action, redo), (Some(waits), vec![What::Undone { of: waiting[1].id }]));
    }

    /// A day that was lived at `ms`, with the questions that it calls up for tomorrow.
    fn lived(ms: i64, questions: &[&str]) -> Vec<Event> {
        let now = moment(ms);
        let item = |name: &&str| TopicId::new("pack", "topic").item(name);
        let items: Vec<ItemId> = questions.iter().map(item).collect();
        let lived = Lived {
            sitting: EventId(1),
            of: EntryId::new("pack", "day"),
            day: now.day,
            chosen: Vec::new(),
            stand_up: "".into(),
            items: items.clone(),
        };
        let called = items.into_iter().map(|item| What::Deferred { item, day: now.day.plus(1) });
        Event::series(&now, std::iter::once(What::Lived(lived)).chain(called))
    }

    #[test]
    fn a_day_goes_back_and_comes_back_with_its_questions_as_one_step() {
        let mut store = Store::in_memory(DEVICE).expect("a store");
        let (before, day) = (known(1000), lived(2000, &["one", "two", "three"]));
        store.append(std::slice::from_ref(&before)).expect("memory takes it");
        store.append(&day).expect("memory takes it");
        let known_days = |store: &Store| store.days_lived().expect("reads").len();
        for ms in [3000, 5000] {
            assert_eq!(take_back(&mut store, false, &moment(ms)).expect("takes back"), Some(day[0].clone()));
            assert_eq!(known_days(&store), 0);
            let next = of_latest(&store, &[], false, &moment(ms + 500)).expect("reads").map(|taken| taken.action);
            assert_eq!(next, Some(before.clone()), "nothing of the day is left");
            assert_eq!(take_back(&mut store, true, &moment(ms + 1000)).expect("brings back"), Some(day[0].clone()));
            assert_eq!(known_days(&store), 1);
            assert_eq!(of_latest(&store, &[], true, &moment(ms + 1500)).expect("reads"), None, "all of it is back");
        }
    }

    #[test]
    fn the_list_goes_on_behind_the_many_questions_of_a_day() {
        let mut store = Store::in_memory(DEVICE).expect("a store");
        let names: Vec<String> = (0..25).map(|n| format!("q{n}")).collect();
        let day = lived(2000, &names.iter().map(String::as_str).collect::<Vec<_>>());
        store.append(&[known(1000)]).expect("memory takes it");
        store.append(&day).expect("memory takes it");
        assert_eq!(latest(&store, 20).expect("reads"), [day[0].clone(), known(1000)]);
        assert_eq!(latest(&store, 1).expect("reads"), [day[0].clone()]);
        take_back(&mut store, false, &moment(3000)).expect("takes back");
        assert_eq!(latest(&store, 20).expect("reads"), [known(1000)], "what was taken back is not there");
    }

    #[test]
    fn questions_put_off_one_after_another_stay_steps_of_their_own() {
        let store = Store::in_memory(DEVICE).expect("a store");
        let waiting: Vec<Event> =
            lived(1000, &["one"]).into_iter().chain(lived(2000, &["two"]).into_iter().skip(1)).collect();
        let (action, undos) = taken(&store, &waiting, false, 3000);
        assert_eq!((action, undos.len()), (Some(waiting[2].clone()), 1));
    }
}
