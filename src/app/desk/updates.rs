//! What another version of a pack means for a learner, and taking it in.

use std::path::{Path, PathBuf};

use crate::app::clock::Clock;
use crate::domain::event::{Event, What};
use crate::domain::ids::{ItemId, TopicId};
use crate::packs::diff::{Change, Changed, Diff};
use crate::sessions::library::Effects;
use crate::store::{Store, StoreError};

/// An update, as far as it depends on what the learner has answered.
#[derive(Debug, Default)]
pub struct Update {
    /// In numbers.
    pub effects: Effects,
    /// Questions with another answer that the learner has answered, with their keys now.
    pub again: Vec<(ItemId, u64)>,
}

impl Update {
    /// What a difference means.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn of(store: &Store, found: &Diff) -> Result<Update, StoreError> {
        let mut update = Update::default();
        let effects = &mut update.effects;
        effects.files = found.files.len();
        for item in &found.items {
            let id = id(found, item);
            let known = usize::from(store.memory(&id)?.is_some());
            let count = |pair: &mut (usize, usize)| *pair = (pair.0 + 1, pair.1 + known);
            match &item.change {
                Change::Added => effects.added += 1,
                Change::Renamed(_) => effects.renamed += 1,
                Change::Reworded => count(&mut effects.reworded),
                Change::Retired => count(&mut effects.retired),
                Change::ChangedAnswer => {
                    effects.changed.0 += 1;
                    update.again.extend(item.key.filter(|_| known > 0).map(|key| (id, key)));
                }
            }
        }
        update.effects.changed.1 = update.again.len();
        Ok(update)
    }

    /// The events that bring the questions with another answer back on the next study day.
    ///
    /// # Errors
    ///
    /// When the store cannot be read.
    pub fn events(&self, store: &Store, rollover_min: u16) -> Result<Vec<Event>, StoreError> {
        let mut clock = Clock::new(store.device(), store.newest_id()?, rollover_min);
        let mut events = Vec::new();
        for (item, key) in &self.again {
            let Some(memory) = store.memory(item)? else { continue };
            let now = clock.now();
            let what = What::Outdated { item: item.clone(), key: *key, after: memory.last, day: now.day };
            events.push(Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what });
        }
        Ok(events)
    }
}

fn id(found: &Diff, item: &Changed) -> ItemId {
    TopicId::new(&found.pack, &item.topic).item(&item.item)
}

/// Makes a copy of the data and puts into the log which questions are asked again; returns where the copy is. The files are put in place after that: should
/// the process end in between, a question of the old version is asked a day early, and nothing else.
///
/// # Errors
///
/// What the store says; then nothing has changed.
pub fn record(store: &mut Store, update: &Update, rollover_min: u16) -> Result<PathBuf, StoreError> {
    let (utc, offset_min) = crate::app::clock::wall();
    let backup = store.backup(utc, offset_min)?;
    store.append(&update.events(store, rollover_min)?)?;
    Ok(backup)
}

/// The last part of a path, for people.
pub fn file_name(path: &Path) -> String {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    crate::packs::shown(&path.file_name().unwrap_or_default().to_string_lossy())
}
