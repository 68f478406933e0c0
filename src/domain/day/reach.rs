//! What of a day can be reached.

use std::collections::BTreeSet;

use super::{Day, Flags};

/// More states than this of one slot are not walked.
const STATES: usize = 1 << 16;

/// What the walk over all choices of a day came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// For each slot the states of the flags with which it can begin. Flags that no slot from here on reads are left out, so that equal futures are one.
    pub states: Vec<BTreeSet<Flags>>,
    /// For each slot which of its variants some state shows.
    pub shown: Vec<Vec<bool>>,
}

/// Walks every choice from every state of the flags. `None` when there are too many states to say.
pub fn reach(day: &Day) -> Option<Reach> {
    let mut out = Reach { states: Vec::new(), shown: Vec::new() };
    let mut states = BTreeSet::from([0]);
    for (at, slot) in day.slots.iter().enumerate() {
        let mut shown = vec![false; slot.variants.len()];
        for state in &states {
            if let Some(variant) = shown.get_mut(slot.variant(*state)) {
                *variant = true;
            }
        }
        let later = read_from(day, at + 1);
        let after =
            |state: &Flags| slot.choices.iter().map(move |choice| (state | choice.sets) & later).collect::<Vec<_>>();
        let next: BTreeSet<Flags> = states.iter().flat_map(after).collect();
        out.states.push(std::mem::replace(&mut states, next));
        out.shown.push(shown);
        if states.len() > STATES {
            return None;
        }
    }
    Some(out)
}

/// The flags that slots from this one on read.
fn read_from(day: &Day, at: usize) -> Flags {
    day.slots.iter().skip(at).flat_map(|slot| &slot.variants).fold(0, |flags, variant| flags | variant.when)
}
