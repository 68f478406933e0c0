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

    /// The day of a date of the Gregorian calendar as ISO 8601 writes it, `2026-11-21`; `None` for anything else.
    ///
    /// Years 1 to 9999. Days are counted from 1 March as in [`StudyDay::month`].
    pub fn from_iso(text: &str) -> Option<Self> {
        let mut parts = text.trim().split('-');
        let mut part = |digits: usize| -> Option<i64> {
            let part = parts.next()?;
            (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit())).then(|| part.parse().ok())?
        };
        let (year, month, day) = (part(4)?, part(2)?, part(2)?);
        let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        let longest = [31, 28 + i64::from(leap), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
        let most = *longest.get(usize::try_from(month - 1).ok()?)?;
        if parts.next().is_some() || year < 1 || !(1..=most).contains(&day) {
            return None;
        }
        let year = year - i64::from(month <= 2);
        let (era, of_era) = (year.div_euclid(400), year.rem_euclid(400));
        let of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
        let days = era * 146_097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719_468;
        i32::try_from(days).ok().map(StudyDay)
    }

    /// Whole days from `earlier` to this one; negative when this one comes first.
    pub fn since(self, earlier: StudyDay) -> i32 {
        self.0.saturating_sub(earlier.0)
    }

    /// The Monday of its week.
    pub fn monday(self) -> Self {
        self.plus(-i32::from(self.weekday()))
    }

    /// Months since the year 0 in the Gregorian calendar, so that neighbours differ by 1.
    ///
    /// Days are counted from 1 March, so that the leap day comes last (Hinnant: *chrono-Compatible Low-Level Date
    /// Algorithms*).
    pub fn month(self) -> i32 {
        const ERA: i64 = 146_097;
        let days = i64::from(self.0) + 719_468;
        let era = days.div_euclid(ERA);
        let of_era = days.rem_euclid(ERA);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let from_march = (5 * of_year + 2) / 153;
        ((era * 400 + year) * 12 + from_march + 2) as i32
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_day_ends_at_the_rollover_and_follows_the_offset_of_its_moment() {
        let noon = 1_795_262_400_000; // 2026-11-21 12:00 UTC
        let day = StudyDay::of(noon, 0, 240);
        assert_eq!(day, StudyDay(20_778));
        let hour = 3_600_000;
        assert_eq!(StudyDay::of(noon + 16 * hour - 1, 0, 240), day);
        assert_eq!(StudyDay::of(noon + 16 * hour, 0, 240), day.plus(1));
        assert_eq!(StudyDay::of(noon + 9 * hour, 420, 240), day.plus(1), "04:00 in Jakarta");
        assert_eq!(StudyDay::of(-1, 0, 0), StudyDay(-1));
    }

    #[test]
    fn a_written_date_is_a_day_and_anything_else_is_none() {
        assert_eq!(StudyDay::from_iso(" 2026-11-21 "), Some(StudyDay(20_778)));
        assert_eq!(StudyDay::from_iso("1969-12-31"), Some(StudyDay(-1)));
        assert_eq!(StudyDay::from_iso("2000-02-29"), Some(StudyDay(11_016)));
        assert_eq!(StudyDay::from_iso("2027-01-01"), Some(StudyDay(20_819)));
        for none in
            ["2026-02-30", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "2026-11-21-1", "0000-01-01", ""]
        {
            assert_eq!(StudyDay::from_iso(none), None, "{none}");
        }
        assert_eq!(StudyDay::from_iso("yesterday"), None);
    }

    #[test]
    fn weeks_start_on_monday() {
        let saturday = StudyDay(20_778);
        assert_eq!((saturday.weekday(), saturday.monday()), (5, StudyDay(20_773)));
        assert_eq!(StudyDay(20_773).monday(), StudyDay(20_773));
        assert_eq!(StudyDay(-3).weekday(), 0, "1969-12-29 was a Monday");
    }

    #[test]
    fn months_follow_the_calendar() {
        let of = |year: i32, month: i32| year * 12 + month - 1;
        for (day, year, month) in
            [(0, 1970, 1), (-1, 1969, 12), (11_016, 2000, 2), (11_017, 2000, 3), (20_757, 2026, 10), (20_758, 2026, 11)]
        {
            assert_eq!(StudyDay(day).month(), of(year, month), "{day}");
        }
    }
}
