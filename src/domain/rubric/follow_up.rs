//! Which follow-up question an interviewer asks.

use super::{Mark, Marks, Point};
use crate::domain::sorting::Arrange;

/// The points that a follow-up may ask for, the best choice first; the second one is the other follow-up that the learner can take.
///
/// Missing points come before partly met ones, then the heaviest, then those that a level rests on; what is still equal is decided by the seed
/// alone. `asked` are the points that follow-ups of this try and of the last two asked for: they are left out.
pub fn follow_ups<'p>(points: &'p [Point], marks: &Marks, asked: &[&str], seed: u64) -> Vec<&'p Point> {
    let open = |point: &&Point| marks.get(&point.id) != Mark::Met && !asked.contains(&&*point.id);
    let mut open: Vec<&Point> = points.iter().filter(open).collect();
    open.arrange_by_key(|point| {
        let heavier = std::cmp::Reverse((point.weight, point.must));
        (marks.get(&point.id), heavier, shuffled(seed, &point.id))
    });
    open
}

/// A number that depends on the seed and the name alone (FNV-1a, then the finaliser of SplitMix64).
fn shuffled(seed: u64, name: &str) -> u64 {
    let hash = name
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3));
    let mut mixed = hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
