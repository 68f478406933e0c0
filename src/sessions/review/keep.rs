//! What is kept of a session that is left or killed: enough to go on at the following question.

use serde::{Deserialize, Serialize};

use crate::domain::ids::ItemId;
use crate::domain::time::StudyDay;

use super::super::Context;
use super::super::effect::{Effect, Queue};
use super::Review;

/// The name of the draft.
pub const NAME: &str = "session/review";

/// A session that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// The study day on which it was begun; on another day the plan is a new one.
    pub day: StudyDay,
    /// What is still to be asked, in order.
    pub ahead: Vec<ItemId>,
    /// How many are behind.
    pub behind: usize,
    /// Time that the rest is likely to take, in milliseconds.
    pub left_ms: u64,
}

impl Kept {
    /// Reads a draft; `None` for what an older or newer version wrote otherwise, or for another day.
    pub fn read(draft: &str, today: StudyDay) -> Option<Kept> {
        serde_json::from_str::<Kept>(draft).ok().filter(|k| k.day == today && !k.ahead.is_empty())
    }
}

impl Review {
    /// Whether what is ahead is kept. Only the daily review is: everything else is begun anew with one key, and leaves the daily one that waits as it is.
    pub fn is_kept(&self) -> bool {
        matches!(self.queue, Queue::Due { topic: None, .. } | Queue::Resume(_))
    }

    /// Keeps what is ahead.
    pub(super) fn keep(&self, cx: &Context<'_>) -> Option<Effect> {
        let ahead: Vec<ItemId> = self.items.iter().skip(self.at).map(|i| i.head.id.clone()).collect();
        let body = (!ahead.is_empty()).then(|| {
            let kept = Kept { day: cx.now.day, ahead, behind: self.behind() + self.at, left_ms: self.left_ms() };
            serde_json::to_string(&kept).unwrap_or_default()
        });
        self.is_kept().then(|| Effect::Draft { name: NAME.to_owned(), body })
    }

    /// The session is over: nothing of it is kept.
    pub(super) fn forget(&self) -> Option<Effect> {
        self.is_kept().then(|| Effect::Draft { name: NAME.to_owned(), body: None })
    }
}
