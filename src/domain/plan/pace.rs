//! How long things take this learner.

use serde::{Deserialize, Serialize};

use crate::domain::question::KindName;

/// Reading the feedback of an answer, in milliseconds; it is not measured, and counted with each item of a plan.
pub const FEEDBACK_MS: u32 = 12_000;

/// What an answer of each kind takes until the learner's own median is known, in milliseconds (own trials, rounded).
const USUAL_MS: [(KindName, u32); KindName::COUNT] = [
    (KindName::Single, 22_000),
    (KindName::Multi, 30_000),
    (KindName::TrueFalse, 20_000),
    (KindName::Short, 20_000),
    (KindName::Cloze, 35_000),
    (KindName::Order, 40_000),
    (KindName::Match, 45_000),
    (KindName::Line, 40_000),
    (KindName::Scenario, 75_000),
    (KindName::Drill, 40_000),
];

/// The learner's own pace: the median time to answer, by kind, where there are enough answers to tell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Pace {
    medians: [Option<u32>; KindName::COUNT],
}

impl Pace {
    /// From medians by kind, in milliseconds.
    pub fn new(medians: impl IntoIterator<Item = (KindName, u32)>) -> Pace {
        let mut out = Pace::default();
        for (kind, ms) in medians {
            out.medians[kind as usize] = Some(ms);
        }
        out
    }

    /// The learner's median for a kind, in milliseconds; `None` while there are too few answers to tell.
    pub fn median_ms(&self, kind: KindName) -> Option<u32> {
        self.medians[kind as usize]
    }

    /// What an item of a kind is likely to take with its feedback, in milliseconds.
    pub fn expect_ms(&self, kind: KindName) -> u32 {
        let usual = || USUAL_MS.iter().find(|(k, _)| *k == kind).map_or(30_000, |(_, ms)| *ms);
        self.median_ms(kind).unwrap_or_else(usual).saturating_add(FEEDBACK_MS)
    }

    /// What an item of no known kind is likely to take with its feedback, in milliseconds: half of all questions are of
    /// the two quickest kinds to read (CONTENT section 5), so the mean leans to them.
    pub fn expect_any_ms(&self) -> u32 {
        let sum = |kinds: &[KindName]| -> u64 {
            let all: u64 = kinds.iter().map(|k| u64::from(self.expect_ms(*k))).sum();
            all / kinds.len() as u64
        };
        let quick = sum(&[KindName::Single, KindName::TrueFalse]);
        ((quick + sum(&KindName::ALL)) / 2) as u32
    }
}
