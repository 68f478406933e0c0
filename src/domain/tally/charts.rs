//! Days, weeks and hours.

use crate::domain::time::StudyDay;

/// Days of the map of twelve weeks.
pub const HEAT_DAYS: i32 = 12 * 7;

/// A cell of the map: how much was done on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heat {
    /// Nothing.
    None,
    /// Under 10 minutes.
    Little,
    /// 10 to 25 minutes.
    Some,
    /// More.
    Much,
}

impl Heat {
    /// The class of a day's time, in milliseconds.
    pub fn of(spent_ms: u64) -> Heat {
        const MINUTE: u64 = 60_000;
        match spent_ms {
            0 => Heat::None,
            ms if ms < 10 * MINUTE => Heat::Little,
            ms if ms <= 25 * MINUTE => Heat::Some,
            _ => Heat::Much,
        }
    }
}

/// The first of the [`HEAT_DAYS`] days: a Monday, so that this week is the last.
pub fn first_of_weeks(today: StudyDay) -> StudyDay {
    today.monday().plus(7 - HEAT_DAYS)
}

/// Which days of this week (Monday first) were study days.
pub fn week(today: StudyDay, study_days: impl IntoIterator<Item = StudyDay>) -> [bool; 7] {
    let monday = today.monday();
    let mut out = [false; 7];
    for day in study_days {
        if let Some(cell) = usize::try_from(day.since(monday)).ok().and_then(|at| out.get_mut(at)) {
            *cell = true;
        }
    }
    out
}

/// The longest run of days without study from `from` up to today, counted from the first study day in it. Today is not
/// over and does not count.
pub fn longest_gap(from: StudyDay, today: StudyDay, study_days: impl IntoIterator<Item = StudyDay>) -> u32 {
    let mut days: Vec<StudyDay> = study_days.into_iter().filter(|d| (from..=today).contains(d)).collect();
    days.sort_unstable();
    days.push(today);
    let gap = |pair: &[StudyDay]| pair[1].since(pair[0]).unsigned_abs().saturating_sub(1);
    match days.len() {
        1 => 0,
        _ => days.windows(2).map(gap).max().unwrap_or(0),
    }
}

/// The hour with the most answers, the earlier of two; `None` without any.
pub fn best_hour(hours: &[u32; 24]) -> Option<u8> {
    let most = *hours.iter().max()?;
    (most > 0).then(|| hours.iter().position(|n| *n == most).unwrap_or(0) as u8)
}
