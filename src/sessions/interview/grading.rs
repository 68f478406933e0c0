//! Grading the own answer: points, red flags, signals.

use std::sync::Arc;

use crate::domain::rubric::words::Found;
use crate::domain::rubric::{Mark, PromptKind, Scope, Signal};

use super::Asked;
use super::follow_up::found;
use super::heard::Heard;
use super::stage::{FlagRow, Flags, GradeRow, Grading, Place, SignalRow, Signals, Stage};

/// The stage with nothing marked.
pub(super) fn first(asked: &Asked, turns: &[Arc<Heard>]) -> Stage {
    let suggested = found(asked, turns);
    let rows = asked.prompt().points.iter().enumerate().map(|(at, point)| GradeRow {
        suggested: (!asked.setup.spoken).then(|| suggested.get(&point.id)),
        mark: None,
        places: places(turns, |heard| heard.found.points.get(at)),
    });
    Stage::Grade(Grading { rows: rows.collect() })
}

/// Where something was found, turn by turn.
fn places<'h>(turns: &'h [Arc<Heard>], found: impl Fn(&'h Heard) -> Option<&'h Vec<Found>>) -> Vec<Place> {
    let of = |(turn, heard): (usize, &'h Arc<Heard>)| {
        found(heard).into_iter().flatten().map(move |f| Place { turn, at: f.place.clone() })
    };
    turns.iter().enumerate().flat_map(of).collect()
}

/// The red flags that were found.
pub(super) fn flags(asked: &Asked, turns: &[Arc<Heard>]) -> Flags {
    let row = |flag: usize| {
        let places = places(turns, |heard| heard.found.red_flags.get(flag));
        (!places.is_empty()).then_some(FlagRow { flag, places, accepted: None })
    };
    Flags { rows: (0..asked.prompt().red_flags.len()).filter_map(row).collect() }
}

/// The signals of the kind, and the scope of a story.
pub(super) fn signals(asked: &Asked) -> Signals {
    let kind = asked.prompt().kind;
    let rows = kind.signals().iter().map(|signal| SignalRow::Signal(*signal, None));
    let scope = (kind == PromptKind::Behavioural).then_some(SignalRow::Scope(None));
    Signals { rows: rows.chain(scope).collect() }
}

/// A row with the mark of a key; as it was when the key says nothing for it.
pub(super) fn signalled(row: SignalRow, value: u8) -> SignalRow {
    match row {
        _ if !takes(row, value) => row,
        SignalRow::Signal(signal, _) => SignalRow::Signal(signal, Some(value)),
        SignalRow::Scope(_) => SignalRow::Scope(Scope::ALL.get(usize::from(value) - 1).copied()),
    }
}

/// The next row after `row` that is not done, from the top again behind the last one; `row` itself when all are.
pub(super) fn next_open(row: usize, done: impl Iterator<Item = bool>) -> usize {
    let open: Vec<usize> = done.enumerate().filter(|(_, done)| !done).map(|(at, _)| at).collect();
    open.iter().copied().find(|at| *at > row).or(open.first().copied()).unwrap_or(row)
}

impl Grading {
    /// Points that are met so far.
    pub fn met(&self) -> usize {
        self.rows.iter().filter(|row| row.mark == Some(Mark::Met)).count()
    }

    /// Points that would be met if every open suggestion were accepted.
    pub fn met_if_accepted(&self) -> usize {
        self.rows.iter().filter(|row| row.mark.or(row.suggested) == Some(Mark::Met)).count()
    }
}

/// Whether a key says something for a row.
pub(super) fn takes(row: SignalRow, value: u8) -> bool {
    match row {
        SignalRow::Signal(..) => value <= Signal::MOST,
        SignalRow::Scope(_) => (1..=Scope::ALL.len()).contains(&usize::from(value)),
    }
}
