//! Which day of a few equally good ones: a little chance, so that what was learnt together does not come back together
//! for ever, and then the day with the least to do.

use crate::domain::event::EventId;
use crate::domain::time::StudyDay;

/// The longest interval, in days.
pub const MAX_INTERVAL: u16 = 365;

/// Intervals shorter than this are not fuzzed, in days.
const FUZZ_FROM: f32 = 2.5;

/// Days of fuzz on either side for any interval that is fuzzed.
const FUZZ_BASE: f32 = 1.0;

/// Share of fuzz over a range of the interval, in days: from, to, share. The figures are those of Anki.
const FUZZ_RANGES: [(f32, f32, f32); 3] = [(FUZZ_FROM, 7.0, 0.15), (7.0, 20.0, 0.10), (20.0, f32::MAX, 0.05)];

/// The days between which an item may come back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FuzzWindow {
    /// The study day of the answer.
    pub day: StudyDay,
    /// The shortest interval, in days.
    pub low: u16,
    /// The longest interval, in days.
    pub high: u16,
    /// The interval that chance picks, in days.
    pub fuzzed: u16,
}

impl FuzzWindow {
    /// The window around an unrounded interval (in days) of an answer on `day`; chance is a hash of the event's id.
    pub fn new(day: StudyDay, interval: f32, id: EventId) -> Self {
        let interval = if interval.is_finite() { interval } else { 1.0 };
        let interval = interval.clamp(1.0, f32::from(MAX_INTERVAL));
        let delta = delta(interval);
        let whole = |days: f32| (days.round() as u16).clamp(1, MAX_INTERVAL);
        let (low, high) = (whole(interval - delta), whole(interval + delta));
        let days = u64::from(high - low) + 1;
        // The high half of a product is even over a range without division (Lemire 2019).
        let pick = ((u128::from(hash(id)) * u128::from(days)) >> 64) as u16;
        FuzzWindow { day, low, high, fuzzed: low + pick }
    }

    /// The interval after load balancing, in days. A shift that leads out of the window (a regrade has another one) stops
    /// at its edge.
    pub fn interval(&self, shift: i8) -> u16 {
        let moved = i32::from(self.fuzzed) + i32::from(shift);
        moved.clamp(i32::from(self.low), i32::from(self.high)) as u16
    }
}

/// The shift to store with an answer: to the least loaded day of the window; among equals the one nearest to what chance
/// picked, and the earlier of two. `load` tells how much is due on a day (items, or seconds).
pub fn choose_shift(window: &FuzzWindow, load: impl Fn(StudyDay) -> u32) -> i8 {
    (window.low..=window.high)
        .min_by_key(|&days| {
            let away = days.abs_diff(window.fuzzed);
            (load(window.day.plus(i32::from(days))), away, days)
        })
        .map_or(0, |days| (i32::from(days) - i32::from(window.fuzzed)) as i8)
}

/// Days of fuzz on either side.
fn delta(interval: f32) -> f32 {
    if interval < FUZZ_FROM {
        return 0.0;
    }
    let part = |(from, to, share): &(f32, f32, f32)| share * (interval.min(*to) - from).max(0.0);
    FUZZ_BASE + FUZZ_RANGES.iter().map(part).sum::<f32>()
}

/// SplitMix64's finaliser (Steele, Lea, Flood 2014) over both halves: fixed for ever, as replay depends on it.
fn hash(id: EventId) -> u64 {
    let mix = |mut z: u64| {
        z = z.wrapping_add(0x9E37_79B9_7F4A_7C15);
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    mix(mix((id.0 >> 64) as u64) ^ id.0 as u64)
}
