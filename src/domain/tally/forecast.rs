//! What will be recalled on a day to come.

use crate::domain::memory::Memory;
use crate::domain::sorting::Arrange;
use crate::domain::time::StudyDay;

/// Items that are looked at: every so many-th of a longer list, so that it takes milliseconds whatever was learnt.
const SAMPLE: usize = 1_000;

/// The share of `memories` that is likely to be recalled `days` days after `today`, 0 to 1, for each of several numbers of
/// items reviewed a day (ascending); empty for no memories.
///
/// Each day the due items that lose most by waiting are reviewed, up to the limit, and each takes the mean of what a right
/// and a forgotten answer would make of it. No chance is involved, so the same question has the same answer. Reviewing
/// later teaches more, so a little less can come out a little better; but who has more time may stop earlier, so a larger
/// number never counts for less than a smaller one.
pub fn forecast<'a>(
    memories: impl ExactSizeIterator<Item = &'a Memory>,
    today: StudyDay,
    days: u16,
    items_a_day: &[f32],
) -> Vec<f32> {
    let all = memories.len();
    if all == 0 {
        return Vec::new();
    }
    let sample: Vec<Memory> = memories.step_by(all.div_ceil(SAMPLE)).copied().collect();
    let part = sample.len() as f32 / all as f32;
    let mut best = 0.0_f32;
    let mut at_least = |share: f32| {
        best = best.max(share);
        best
    };
    items_a_day.iter().map(|n| at_least(recalled(sample.clone(), today, days, n * part))).collect()
}

fn recalled(mut sample: Vec<Memory>, today: StudyDay, days: u16, items_a_day: f32) -> f32 {
    let mut room = 0.0;
    for day in (1..=i32::from(days)).map(|n| today.plus(n)) {
        room += items_a_day;
        let lost = |m: &Memory| m.retrievability(day) - m.retrievability(day.plus(1));
        let mut due: Vec<(f32, &mut Memory)> =
            sample.iter_mut().filter(|m| m.due_day <= day).map(|m| (lost(m), m)).collect();
        due.arrange_by(|a, b| b.0.total_cmp(&a.0));
        for (_, memory) in due.into_iter().take(room as usize) {
            *memory = memory.expected_after(day);
            room -= 1.0;
        }
        // Time that was not needed is not saved up.
        room = room.min(1.0);
    }
    let end = today.plus(i32::from(days));
    sample.iter().map(|m| m.retrievability(end)).sum::<f32>() / sample.len() as f32
}
