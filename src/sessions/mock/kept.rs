//! What is kept of a mock interview that is going on.

use serde::{Deserialize, Serialize};

use crate::domain::event::EventId;
use crate::domain::ids::ItemId;
use crate::domain::interview::Mocked;
use crate::domain::time::StudyDay;

use super::mix::Mix;
use super::setup::MockSetup;

/// The name of the draft that keeps it.
pub const NAME: &str = "session/mock";

/// A mock interview that is going on. Its answers are in the log.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Kept {
    /// What its attempts name as theirs.
    pub sitting: EventId,
    /// What was chosen.
    pub setup: MockSetup,
    /// What is asked.
    pub mix: Mix,
}

impl Kept {
    /// Reads a draft; `None` for one of another version.
    pub fn read(draft: &str) -> Option<Kept> {
        serde_json::from_str(draft).ok()
    }

    /// As a draft.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// What the log keeps at its end.
    pub fn end(&self, day: StudyDay, early: bool) -> Mocked {
        Mocked {
            sitting: self.sitting,
            day,
            minutes: self.setup.minutes,
            level: self.setup.level,
            seed: self.setup.seed,
            planned: self.planned(),
            early,
            track: self.setup.track.clone().unwrap_or_default(),
        }
    }

    /// The prompts that are planned, in order.
    pub fn planned(&self) -> Vec<ItemId> {
        self.mix.questions.iter().map(|q| q.prompt.clone()).collect()
    }
}
