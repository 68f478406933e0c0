//! Orders that look random and are the same for the same seed, so that any session can be replayed.

use rand::SeedableRng;
use rand::seq::SliceRandom;
use rand_pcg::Pcg64Mcg;

/// The numbers below `n` in an order that depends only on the seed.
///
/// PCG XSL 128/64 (O'Neill 2014): its stream is fixed across versions of the library.
pub fn order(n: usize, seed: u64) -> Vec<usize> {
    let mut numbers: Vec<usize> = (0..n).collect();
    numbers.shuffle(&mut Pcg64Mcg::seed_from_u64(seed));
    numbers
}

/// The same, but never in the order 0, 1, 2 ... where there is another one: a puzzle must not start solved.
pub fn disorder(n: usize, seed: u64) -> Vec<usize> {
    let sorted: Vec<usize> = (0..n).collect();
    (0..16)
        .map(|i| order(n, seed.wrapping_add(i)))
        .find(|o| *o != sorted)
        .unwrap_or_else(|| sorted.into_iter().rev().collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_order_for_ever() {
        assert_eq!(order(6, 42), order(6, 42));
        assert_ne!(order(6, 42), order(6, 43));
    }

    #[test]
    fn a_puzzle_never_starts_solved() {
        for seed in 0..200 {
            assert_ne!(disorder(2, seed), vec![0, 1]);
        }
    }
}
