//! Practice of grading: sample answers whose true marks are known.

use crate::domain::event::{Event, What};
use crate::domain::interview::Practised;
use crate::domain::rubric::{Mark, Sample};

use super::super::Context;
use super::Asked;
use super::stage::{Practice, Stage};

/// Samples that are graded for practice.
const SAMPLES: usize = 2;

/// Whether it comes before the own answer is graded: the first time of a kind.
pub(super) fn is_due(asked: &Asked) -> bool {
    let prompt = asked.prompt();
    !prompt.samples.is_empty() && !asked.loaded.practised.contains(&prompt.kind)
}

/// The first sample.
pub(super) fn first(asked: &Asked) -> Stage {
    let of = asked.prompt().samples.len().min(SAMPLES);
    if of == 0 {
        return Stage::Missing;
    }
    let marks = vec![None; asked.prompt().points.len()];
    Stage::Practice(Practice { sample: 0, of, marks, revealed: false, agreed: 0 })
}

impl Practice {
    /// The sample.
    pub fn of<'a>(&self, asked: &'a Asked) -> Option<&'a Sample> {
        asked.prompt().samples.get(self.sample)
    }

    pub(super) fn set(&mut self, row: usize, mark: Mark) {
        if self.revealed {
            return;
        }
        if let Some(at) = self.marks.get_mut(row) {
            *at = Some(mark);
        }
        self.revealed = self.marks.iter().all(Option::is_some);
    }

    /// Marks of this sample that are the true ones.
    pub fn agreed_here(&self, asked: &Asked) -> u8 {
        let Some(sample) = self.of(asked) else { return 0 };
        let points = asked.prompt().points.iter().zip(&self.marks);
        let agreed = points.filter(|(point, mark)| **mark == Some(sample.marks.get(&point.id))).count();
        u8::try_from(agreed).unwrap_or(u8::MAX)
    }

    /// Whether this is the last sample.
    pub fn is_last(&self) -> bool {
        self.sample + 1 >= self.of
    }

    pub(super) fn next(&mut self, asked: &Asked) {
        if self.revealed && !self.is_last() {
            self.agreed = self.agreed.saturating_add(self.agreed_here(asked));
            self.sample += 1;
            self.revealed = false;
            self.marks.fill(None);
        }
    }

    /// The event of the whole practice.
    pub(super) fn event(&self, asked: &Asked, cx: &Context<'_>) -> Event {
        let prompt = asked.prompt();
        let of = u8::try_from(prompt.points.len() * self.of).unwrap_or(u8::MAX);
        let agreed = self.agreed.saturating_add(self.agreed_here(asked));
        let practised = Practised { prompt: prompt.id.clone(), kind: prompt.kind, day: cx.now.day, agreed, of };
        let now = cx.now;
        Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what: What::Practised(practised) }
    }
}
