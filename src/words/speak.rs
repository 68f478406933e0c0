//! Durations, dates, shares and lists, as people say them.

use jiff::civil::Date;

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
        let date = civil(epoch_day);
        self.fmt(
            "time-date",
            &[
                ("weekday", self.weekday(epoch_day).into()),
                ("day", date.day().into()),
                ("month", self.month(date.month()).into()),
            ],
        )
    }

    /// A day with its year and without its weekday: `12 Dec 2026`.
    pub fn date_year(&self, epoch_day: i32) -> String {
        let date = civil(epoch_day);
        // The year is put in as text: it has no separators.
        self.fmt(
            "time-date-year",
            &[
                ("day", date.day().into()),
                ("month", self.month(date.month()).into()),
                ("year", date.year().to_string().into()),
            ],
        )
    }

    /// The short name of the weekday of a day since 1970-01-01: `Sat` or `Sab`.
    pub fn weekday(&self, epoch_day: i32) -> String {
        let n = civil(epoch_day).weekday().to_monday_zero_offset();
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

/// The calendar day that lies `epoch_day` days after 1970-01-01; the nearest one that can be written.
fn civil(epoch_day: i32) -> Date {
    let epoch = jiff::civil::date(1970, 1, 1);
    epoch.saturating_add(jiff::SignedDuration::from_hours(24 * i64::from(epoch_day)))
}
