//! Durations, dates, shares and lists, as people say them.

use super::Words;
use super::numbers::grouped;

/// A text without the tags that mark its weighty parts: `<b>12</b> of 14` becomes `12 of 14`.
///
/// A tag is `<name>` with lower-case letters that is closed by `</name>` later; any other `<` is text.
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, _, inside, after)) = next_tag(rest) {
        out.push_str(before);
        out.push_str(&plain(inside));
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Splits at the first tag: what is before it, its name, what is inside, what follows. `None` if there is none.
pub fn next_tag(text: &str) -> Option<(&str, &str, &str, &str)> {
    let mut from = 0;
    while let Some(at) = text[from..].find('<') {
        let open = from + at;
        let after = &text[open + 1..];
        let name_len = after.bytes().take_while(u8::is_ascii_lowercase).count();
        let name = &after[..name_len];
        if name_len > 0 && after[name_len..].starts_with('>') {
            let inside = &after[name_len + 1..];
            let close = inside
                .match_indices("</")
                .find(|(i, _)| inside[i + 2..].strip_prefix(name).is_some_and(|t| t.starts_with('>')));
            if let Some((end, _)) = close {
                let after = &inside[end + name_len + 3..];
                return Some((&text[..open], name, &inside[..end], after));
            }
        }
        from = open + 1;
    }
    None
}

impl Words {
    /// A number with the language's separators: `48,210` or `48.210`.
    pub fn number(&self, n: impl Into<f64>) -> String {
        let (separator, point) = if self.code() == "id" { ('.', ',') } else { (',', '.') };
        grouped(n.into(), separator, point)
    }

    /// A share from 0 to 1 without decimals: `84%`. What is not quite all stays below 100%, what is not nothing above 0%.
    pub fn percent(&self, share: f64) -> String {
        let share = if share.is_nan() { 0.0 } else { share.clamp(0.0, 1.0) };
        let mut points = (share * 100.0).round();
        if share < 1.0 && points == 100.0 {
            points = 99.0;
        }
        if share > 0.0 && points == 0.0 {
            points = 1.0;
        }
        format!("{points}%")
    }

    /// Whole minutes: `9 min`, `1 h 5 min`, `2 h`.
    pub fn minutes(&self, minutes: u64) -> String {
        let (h, m) = (minutes / 60, minutes % 60);
        match (h, m) {
            (0, _) => self.fmt("time-min", &[("n", m.into())]),
            (_, 0) => self.fmt("time-h", &[("n", h.into())]),
            _ => self.fmt("time-h-min", &[("h", h.into()), ("n", m.into())]),
        }
    }

    /// A duration in whole minutes, rounded up, at least one: for what still lies ahead.
    pub fn minutes_of(&self, seconds: u64) -> String {
        self.minutes(seconds.div_ceil(60).max(1))
    }

    /// A duration: `45 s`, `9 min 20 s`, `1 h 5 min` (from an hour on without seconds).
    pub fn duration(&self, seconds: u64) -> String {
        let (m, s) = (seconds / 60, seconds % 60);
        match (m, s) {
            (0, _) => self.fmt("time-s", &[("n", s.into())]),
            (60.., _) | (_, 0) => self.minutes(m),
            _ => self.fmt("time-min-s", &[("m", m.into()), ("n", s.into())]),
        }
    }

    /// A clock: `1:52`, `1:02:03`.
    pub fn clock(&self, seconds: u64) -> String {
        let (h, m, s) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        if h > 0 { format!("{h}:{m:02}:{s:02}") } else { format!("{m}:{s:02}") }
    }

    /// A number of days as a span: `1 day`, `6 days`.
    pub fn days(&self, days: u32) -> String {
        self.fmt("time-days", &[("n", days.into())])
    }

    /// A day ahead, seen from today: `today`, `tomorrow`, `in 6 days`.
    pub fn in_days(&self, days: u32) -> String {
        match days {
            0 => self.get("time-today").into_owned(),
            1 => self.get("time-tomorrow").into_owned(),
            _ => self.fmt("time-in-days", &[("n", days.into())]),
        }
    }

    /// A day that has passed, seen from today: `today`, `yesterday`, `6 days ago`.
    pub fn days_ago(&self, days: u32) -> String {
        match days {
            0 => self.get("time-today").into_owned(),
            1 => self.get("time-yesterday").into_owned(),
            _ => self.fmt("time-days-ago", &[("n", days.into())]),
        }
    }

    /// A moment ahead within the day: `in 10 minutes`, `in 2 hours`.
    pub fn in_minutes(&self, minutes: u32) -> String {
        if minutes < 120 {
            self.fmt("time-in-minutes", &[("n", minutes.max(1).into())])
        } else {
            self.fmt("time-in-hours", &[("n", (minutes / 60).into())])
        }
    }

    /// How long ago: `2 s ago`, `9 min ago`, `1 h 5 min ago`.
    pub fn ago(&self, seconds: u64) -> String {
        let span = if seconds < 60 { self.duration(seconds) } else { self.minutes(seconds / 60) };
        self.fmt("time-ago", &[("span", span.into())])
    }

    /// A day, given as days since 1970-01-01: `Sat 12 Dec` or `Sab 12 Des`.
    pub fn date(&self, epoch_day: i32) -> String {
        let (_, month, day) = civil(epoch_day);
        let values =
            [("weekday", self.weekday(epoch_day).into()), ("day", day.into()), ("month", self.month(month).into())];
        self.fmt("time-date", &values)
    }

    /// A day with its year and without its weekday: `12 Dec 2026`.
    pub fn date_year(&self, epoch_day: i32) -> String {
        let (year, month, day) = civil(epoch_day);
        // The year is put in as text: it has no separators.
        let values = [("day", day.into()), ("month", self.month(month).into()), ("year", year.to_string().into())];
        self.fmt("time-date-year", &values)
    }

    /// The short name of the weekday of a day since 1970-01-01: `Sat` or `Sab`.
    pub fn weekday(&self, epoch_day: i32) -> String {
        // 1970-01-01 was a Thursday.
        let n = (i64::from(epoch_day) + 3).rem_euclid(7);
        self.fmt("time-weekday", &[("n", n.into())])
    }

    /// The short name of a month, 1 to 12: `Dec` or `Des`.
    pub fn month(&self, month: i8) -> String {
        self.fmt("time-month", &[("n", month.into())])
    }

    /// Things in a row: `a`, `a and b`, `a, b and c`.
    pub fn list<T: AsRef<str>>(&self, things: &[T]) -> String {
        match things {
            [] => String::new(),
            [one] => one.as_ref().to_owned(),
            [head @ .., last] => {
                let head: Vec<&str> = head.iter().map(AsRef::as_ref).collect();
                let key = if head.len() == 1 { "list-two" } else { "list-more" };
                let values = [("head", head.join(", ").into()), ("last", last.as_ref().into())];
                self.fmt(key, &values)
            }
        }
    }
}

/// A day since 1970-01-01 in ISO 8601, such as `2026-11-21`: for files, the same in every language.
pub fn iso_date(epoch_day: i32) -> String {
    let (year, month, day) = civil(epoch_day);
    format!("{year:04}-{month:02}-{day:02}")
}

/// Year, month (1 to 12) and day of the calendar day that lies `epoch_day` days after 1970-01-01 (Gregorian calendar;
/// the algorithm counts in eras of 400 years that begin on 1 March, so that leap days come last).
fn civil(epoch_day: i32) -> (i64, i8, i8) {
    let days = i64::from(epoch_day) + 719_468;
    let era = days.div_euclid(146_097);
    let of_era = days.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    (year, month as i8, day as i8)
}

#[cfg(test)]
mod tests {
    use super::civil;

    #[test]
    fn days_are_the_calendar_s_also_around_leap_days() {
        assert_eq!(civil(0), (1970, 1, 1));
        assert_eq!(civil(-1), (1969, 12, 31));
        assert_eq!(civil(11_016), (2000, 2, 29));
        assert_eq!(civil(11_017), (2000, 3, 1));
        assert_eq!(civil(20_778), (2026, 11, 21));
        assert_eq!(civil(47_540), (2100, 2, 28));
        assert_eq!(civil(47_541), (2100, 3, 1));
    }
}
