//! Moments and study days.

use serde::{Deserialize, Serialize};

use super::event::EventId;

/// Milliseconds since the Unix epoch, UTC.
pub type UtcMs = i64;

/// A study day: days since the Unix epoch, counted from the learner's rollover hour (04:00 local time unless set otherwise).
///
/// It is stored with each answer, so travelling or a changed rollover never moves a past day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct StudyDay(pub i32);

impl StudyDay {
    /// The study day of a moment: `floor((utc + offset - rollover) / 86400)`.
    ///
    /// `offset_min` is local time minus UTC in minutes; `rollover_min` is the start of the day in minutes after local midnight.
    pub fn of(utc: UtcMs, offset_min: i32, rollover_min: i32) -> Self {
        let local = utc.div_euclid(1000) + i64::from(offset_min - rollover_min) * 60;
        StudyDay(i32::try_from(local.div_euclid(86_400)).unwrap_or(i32::MAX))
    }

    /// The day that lies `days` later (earlier when negative).
    pub fn plus(self, days: i32) -> Self {
        StudyDay(self.0.saturating_add(days))
    }

    /// Whole days from `earlier` to this one; negative when this one comes first.
    pub fn since(self, earlier: StudyDay) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// Monday is 0, Sunday is 6.
    pub fn weekday(self) -> u8 {
        // 1970-01-01 was a Thursday.
        (self.0 + 3).rem_euclid(7) as u8
    }
}

/// One moment of the learner's time, handed to everything that may depend on the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Wall clock.
    pub utc: UtcMs,
    /// Local time minus UTC at this moment, in minutes.
    pub offset_min: i32,
    /// The study day that this moment belongs to.
    pub day: StudyDay,
    /// A clock that only runs forward and does not jump, in milliseconds; for durations and deadlines.
    pub mono_ms: u64,
    /// A fresh id for the event that this moment may cause. Further events of the same moment use [`EventId::next`].
    pub id: EventId,
}
