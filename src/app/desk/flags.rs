//! What the log tells the authors of packs.

use crate::domain::feedback::{Collector, Feedback};
use crate::domain::time::StudyDay;
use crate::store::{Store, StoreError};

/// Flags and spellings that count, item by item; with `answered` also how each item is answered. All answers are read for it.
///
/// # Errors
///
/// When the store cannot be read.
pub fn collect(store: &Store, answered: bool) -> Result<Vec<Feedback>, StoreError> {
    let mut collector = Collector::default();
    for (item, flag) in store.all_flags()? {
        collector.flag(&item, &flag.reason);
    }
    store.answers_since(StudyDay(i32::MIN), |answer| collector.answer(answer))?;
    Ok(collector.finish(answered))
}
