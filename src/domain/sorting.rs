//! Sorting that is compiled once.
//!
//! # Design
//!
//! The standard library's stable sort is made anew for each type and each order: four kilobytes of program at each of sixty
//! places, most of which sort a dozen rows. Here one copy sorts places, and what is small puts the items there. An order costs a
//! call through a pointer; a list of 100,000 is sorted in milliseconds all the same.

use std::cmp::Ordering;

/// Stable sorting of a slice, small where it is used.
pub trait Arrange<T> {
    /// Sorts by `order`; what is equal stays in its order.
    fn arrange_by(&mut self, order: impl FnMut(&T, &T) -> Ordering);

    /// Sorts by what `key` finds, which is called at each comparison; what is equal stays in its order.
    fn arrange_by_key<K: Ord>(&mut self, key: impl FnMut(&T) -> K);
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, mut order: impl FnMut(&T, &T) -> Ordering) {
        let mut places = arranged(self.len(), &mut |a, b| order(&self[a], &self[b]));
        // Each round of exchanges is followed once; a place that points at itself is done.
        for start in 0..places.len() {
            let mut at = start;
            while places[at] != start {
                let next = std::mem::replace(&mut places[at], at);
                self.swap(at, next);
                at = next;
            }
            places[at] = at;
        }
    }

    fn arrange_by_key<K: Ord>(&mut self, mut key: impl FnMut(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }
}

/// For each place of the sorted list, where its item stands now.
fn arranged(len: usize, order: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<usize> {
    let mut places: Vec<usize> = (0..len).collect();
    places.sort_by(|&a, &b| order(a, b));
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_list_is_arranged_as_the_standard_library_sorts_it(list in proptest::collection::vec((0_u8..20, proptest::prelude::any::<u16>()), 0..80)) {
            let (mut ours, mut theirs) = (list.clone(), list);
            ours.arrange_by_key(|(key, _)| *key);
            theirs.sort_by_key(|(key, _)| *key);
            proptest::prop_assert_eq!(&ours, &theirs, "stable by key");
            ours.arrange_by(|a, b| b.cmp(a));
            theirs.sort_by(|a, b| b.cmp(a));
            proptest::prop_assert_eq!(ours, theirs);
        }
    }
}
