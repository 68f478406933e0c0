//! What a session asks, in which order, and where it stops.

use crate::domain::ids::ItemId;
use crate::domain::memory::Memory;
use crate::domain::question::KindName;
use crate::domain::sorting::Arrange;
use crate::domain::time::{Moment, StudyDay};

use super::Pace;

/// How far ahead an item of another topic is looked for, so that two of one topic do not follow each other.
const LOOK_AHEAD: usize = 12;

/// An item that is due.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DueItem<'a> {
    /// Which.
    pub item: &'a ItemId,
    /// Its kind.
    pub kind: KindName,
    /// The unit of its topic.
    pub unit: &'a str,
    /// What is remembered of it.
    pub memory: &'a Memory,
}

impl DueItem<'_> {
    fn topic(&self) -> &str {
        let id = self.item.as_str();
        id.rfind('/').map_or(id, |cut| &id[..cut])
    }
}

/// What a minute spent on an item is worth: the chance of recall that is lost if it is left another day, per second.
pub fn value(item: &DueItem<'_>, pace: &Pace, today: StudyDay) -> f32 {
    let lost = item.memory.retrievability(today) - item.memory.retrievability(today.plus(1));
    lost / (pace.expect_ms(item.kind) as f32 / 1000.0)
}

/// The order of a session, as places in `items`: steps of the day that are over first, then, in a backlog, what is most
/// valuable per minute, else what has been due longest; topics are interleaved. A step that is not over comes last.
pub fn queue(items: &[DueItem<'_>], pace: &Pace, now: &Moment, backlog: bool) -> Vec<usize> {
    let mut keyed: Vec<(u8, f64, usize)> = items
        .iter()
        .enumerate()
        .map(|(at, item)| {
            let m = item.memory;
            let (class, key) = match m.due_utc {
                Some(utc) if m.is_due(now) => (0, utc as f64),
                Some(utc) => (2, utc as f64),
                None if backlog => (1, -f64::from(value(item, pace, now.day))),
                // Among those of one day the least likely to be recalled leads.
                None => (1, f64::from(m.due_day.0) + f64::from(m.retrievability(now.day)) / 2.0),
            };
            (class, key, at)
        })
        .collect();
    keyed.arrange_by(|a, b| {
        let id = |at: usize| items[at].item;
        (a.0, a.1).partial_cmp(&(b.0, b.1)).unwrap_or(std::cmp::Ordering::Equal).then_with(|| id(a.2).cmp(id(b.2)))
    });
    let order: Vec<(u8, usize)> = keyed.into_iter().map(|(class, _, at)| (class, at)).collect();
    interleave(items, order)
}

/// Lets an item of another topic go first where two of one topic would follow each other; classes keep their order.
fn interleave(items: &[DueItem<'_>], mut order: Vec<(u8, usize)>) -> Vec<usize> {
    for at in 1..order.len() {
        let before = items[order[at - 1].1].topic();
        let class = order[at].0;
        let ahead = order[at..].iter().take(LOOK_AHEAD).take_while(|(c, _)| *c == class);
        let other = ahead.enumerate().find(|(_, (_, i))| items[*i].topic() != before);
        if let Some((step, _)) = other {
            order[at..=at + step].rotate_right(1);
        }
    }
    order.into_iter().map(|(_, at)| at).collect()
}

/// How many items fit into a time: at least one, so that a short time is not no time.
pub fn fits(expected_ms: impl IntoIterator<Item = u32>, time_ms: u64) -> usize {
    let mut sum = 0;
    let within = expected_ms.into_iter().enumerate().take_while(|(n, ms)| {
        sum += u64::from(*ms);
        sum <= time_ms || *n == 0
    });
    within.count()
}

/// Whether a session stops here, between two items: the time is used up.
pub fn stops(spent_ms: u64, time_ms: u64) -> bool {
    spent_ms >= time_ms
}
