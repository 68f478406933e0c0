//! What does not fit into today, spread over the days to come.

/// Overdue items get at least this part of a day (one in so many), however much else is due, so that they end.
const SPREAD_PART: u32 = 4;

/// A safe end for the loop, in days.
const HORIZON: usize = 20_000;

/// Items for each of the days to come, tomorrow first, until nothing is left over; at least one figure for each day of
/// `ahead`.
///
/// `left` items are overdue after today, `ahead` are due on the days to come, `capacity` is what a day holds.
pub fn spread(mut left: u32, ahead: &[u32], capacity: u32) -> Vec<u32> {
    let capacity = capacity.max(1);
    let part = (capacity / SPREAD_PART).max(1);
    let mut days = Vec::with_capacity(ahead.len());
    while (left > 0 || days.len() < ahead.len()) && days.len() < HORIZON {
        let due = ahead.get(days.len()).copied().unwrap_or(0);
        let old = left.min(capacity.saturating_sub(due).max(part));
        let new = due.min(capacity - old);
        left = (left - old).saturating_add(due - new);
        days.push(old + new);
    }
    days
}

/// Days until the items that are left over today have been asked, by the same rule.
pub fn days_to_catch_up(mut left: u32, ahead: &[u32], capacity: u32) -> u32 {
    let capacity = capacity.max(1);
    let part = (capacity / SPREAD_PART).max(1);
    let mut days = 0;
    while left > 0 && (days as usize) < HORIZON {
        let due = ahead.get(days as usize).copied().unwrap_or(0);
        left -= left.min(capacity.saturating_sub(due).max(part));
        days += 1;
    }
    days
}
