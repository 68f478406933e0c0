//! What is known of the learner's study, read-only: the surroundings of every screen and session.

use crate::domain::time::StudyDay;

/// How many items are due on each of the days to come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DueLoad {
    /// The day of the first figure.
    pub from: StudyDay,
    /// Items by day; the first figure includes everything overdue.
    pub items: Vec<u32>,
}

impl DueLoad {
    /// Items that are due on a day; 0 outside of what is known.
    pub fn on(&self, day: StudyDay) -> u32 {
        usize::try_from(day.since(self.from)).ok().and_then(|i| self.items.get(i)).copied().unwrap_or(0)
    }

    /// Counts one more (or one less) on a day.
    pub fn change(&mut self, day: StudyDay, by: i32) {
        let at = usize::try_from(day.since(self.from)).unwrap_or(0);
        if let Some(items) = self.items.get_mut(at) {
            *items = items.saturating_add_signed(by);
        }
    }
}

/// Everything that Stats shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StatsData {}
