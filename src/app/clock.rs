//! The clock: the one place where time enters the program.

use std::time::Instant;

use jiff::{Timestamp, tz::TimeZone};

use crate::domain::event::EventId;
use crate::domain::log::IdSource;
use crate::domain::time::{Moment, StudyDay, UtcMs};

/// Wall clock, time zone and forward clock, and the source of ids.
#[derive(Debug)]
pub struct Clock {
    zone: TimeZone,
    started: Instant,
    ids: IdSource,
    rollover_min: i32,
}

impl Clock {
    /// A clock in the system's time zone. `device` and `newest` are what the store knows.
    pub fn new(device: u64, newest: EventId, rollover_min: u16) -> Self {
        Clock {
            zone: TimeZone::system(),
            started: Instant::now(),
            ids: IdSource::new(device, newest),
            rollover_min: i32::from(rollover_min),
        }
    }

    /// This moment, with a fresh id.
    pub fn now(&mut self) -> Moment {
        let (utc, offset_min) = self.wall();
        Moment {
            utc,
            offset_min,
            day: StudyDay::of(utc, offset_min, self.rollover_min),
            mono_ms: self.mono_ms(),
            id: self.ids.fresh(utc),
        }
    }

    /// The forward clock, in milliseconds since the program started.
    pub fn mono_ms(&self) -> u64 {
        u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX)
    }

    /// Takes note of an id that came from elsewhere, so that later ones are larger.
    pub fn seen(&mut self, id: EventId) {
        self.ids.seen(id);
    }

    /// The start of the study day changed.
    pub fn set_rollover(&mut self, minutes: u16) {
        self.rollover_min = i32::from(minutes);
    }

    fn wall(&self) -> (UtcMs, i32) {
        let now = Timestamp::now();
        (now.as_millisecond(), self.zone.to_offset(now).seconds() / 60)
    }
}
