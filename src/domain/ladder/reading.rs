//! What the ratings say, without ever being one number.

use super::{Book, Claim, Dimension, LEVELS, Ladder};
use crate::domain::time::StudyDay;

/// How many statements stand how.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Statements in all.
    pub all: usize,
    /// Rated at all.
    pub rated: usize,
    /// Rated "consistently".
    pub consistent: usize,
    /// Of those, with a proof of the last twelve months.
    pub proven: usize,
}

impl Counts {
    /// Counts claims.
    pub fn of(claims: impl IntoIterator<Item = Claim>) -> Counts {
        let mut out = Counts::default();
        for claim in claims {
            out.all += 1;
            out.rated += usize::from(claim != Claim::Unrated);
            out.consistent += usize::from(claim.is_consistent());
            out.proven += usize::from(claim == Claim::Proven);
        }
        out
    }

    /// Whether everything is rated "consistently", and there is something.
    pub fn is_solid(self) -> bool {
        self.all > 0 && self.consistent == self.all
    }

    /// Whether at least two thirds are rated "consistently".
    pub fn is_most(self) -> bool {
        self.all > 0 && 3 * self.consistent >= 2 * self.all
    }
}

/// A cell of the matrix.
pub type Cell = Counts;

/// What the ratings say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The highest level that is solid with all below it; 0 for none.
    pub solid: u8,
    /// The highest level to which at least two thirds are there, from the one above `solid` on without a gap; equal to `solid` for none.
    pub most: u8,
}

impl Reading {
    /// Reads a book by the rule that stands in [`super`].
    pub fn of(ladder: &Ladder, book: &Book, today: StudyDay) -> Reading {
        let counts = |level: u8| book.level(ladder, level, today);
        let solid = (1..=LEVELS).take_while(|l| counts(*l).is_solid()).last().unwrap_or(0);
        let most = (solid + 1..=LEVELS).take_while(|l| counts(*l).is_most()).last().unwrap_or(solid);
        Reading { solid, most }
    }

    /// The level to climb to: the first that is not solid; the last when all are.
    pub fn next(self) -> u8 {
        (self.solid + 1).min(LEVELS)
    }
}

impl Book {
    /// How the statements of a cell stand.
    pub fn cell(&self, ladder: &Ladder, level: u8, dimension: Dimension, today: StudyDay) -> Cell {
        Counts::of(ladder.cell(level, dimension).map(|s| self.claim(&s.id, today)))
    }

    /// How the statements of a level stand.
    pub fn level(&self, ladder: &Ladder, level: u8, today: StudyDay) -> Counts {
        Counts::of(ladder.level(level).map(|s| self.claim(&s.id, today)))
    }

    /// How all statements stand.
    pub fn counts(&self, ladder: &Ladder, today: StudyDay) -> Counts {
        Counts::of(ladder.statements.iter().map(|s| self.claim(&s.id, today)))
    }
}
