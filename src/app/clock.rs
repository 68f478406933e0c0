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
            zone: local_zone(),
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

/// Wall clock and local time minus UTC in minutes, without a clock of one's own.
pub fn wall() -> (UtcMs, i32) {
    let now = Timestamp::now();
    (now.as_millisecond(), local_zone().to_offset(now).seconds() / 60)
}

/// The system's time zone.
///
/// Where no `TZ` says otherwise, Unix keeps its rules in one file. Reading that file takes a hundredth of the time that
/// opening the whole database of zones takes, and the clock is read before the first frame.
fn local_zone() -> TimeZone {
    let told = std::env::var_os("TZ").is_some_and(|tz| !tz.is_empty());
    let file = if told { None } else { std::fs::read("/etc/localtime").ok() };
    file.and_then(|rules| TimeZone::tzif("local", &rules).ok()).unwrap_or_else(TimeZone::system)
}

/// This moment as RFC 3339 in local time.
pub fn now_text() -> String {
    let now = Timestamp::now();
    let second = Timestamp::from_second(now.as_second()).unwrap_or(now);
    second.display_with_offset(local_zone().to_offset(second)).to_string()
}

/// The local time of a moment, such as `09:12`.
pub fn time_of_day(when: std::time::SystemTime) -> String {
    let at = Timestamp::try_from(when).unwrap_or_default();
    let at = local_zone().to_datetime(at);
    format!("{:02}:{:02}", at.hour(), at.minute())
}

/// The local time of this moment, such as `09:12:41`.
pub fn second_of_day() -> String {
    let at = local_zone().to_datetime(Timestamp::now());
    format!("{:02}:{:02}:{:02}", at.hour(), at.minute(), at.second())
}

/// A day since 1970-01-01 as `2026-11-21`.
pub fn date_text(epoch_day: i32) -> String {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.checked_add(jiff::Span::new().days(epoch_day)).map_or_else(|_| epoch_day.to_string(), |d| d.to_string())
}

/// `2026-11-21` as a day since 1970-01-01.
pub fn day_of(text: &str) -> Option<i32> {
    let day: jiff::civil::Date = text.parse().ok()?;
    day.since(jiff::civil::date(1970, 1, 1)).ok().map(|span| span.get_days())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_local_zone_says_the_same_offset_as_the_database_of_zones() {
        let now = Timestamp::now();
        assert_eq!(local_zone().to_offset(now), TimeZone::system().to_offset(now));
    }

    #[test]
    fn days_and_dates_are_the_same_thing_said_twice() {
        for text in ["1970-01-01", "2026-11-21", "1969-12-31"] {
            assert_eq!(day_of(text).map(date_text), Some(text.to_owned()));
        }
        assert_eq!(day_of("21 November"), None);
    }
}
