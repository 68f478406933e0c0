//! A clock that can be stopped, with or without an end.

use crate::domain::interview::Pressure;

/// Time that a stage takes, on the clock that only runs forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Clock {
    /// Time that there is, in milliseconds; `None` without a clock.
    pub limit_ms: Option<u64>,
    /// The end of the time ends the stage.
    pub ends: bool,
    used_ms: u64,
    since: Option<u64>,
}

impl Clock {
    /// A clock that stands at nothing used. A limit of 0 is none.
    pub fn new(limit_ms: u64, pressure: Pressure) -> Self {
        let limit_ms = Some(limit_ms).filter(|ms| *ms > 0 && pressure != Pressure::Untimed);
        Clock { limit_ms, ends: pressure == Pressure::Real && limit_ms.is_some(), used_ms: 0, since: None }
    }

    /// Lets it run from now on.
    pub fn start(&mut self, now_ms: u64) {
        self.since.get_or_insert(now_ms);
    }

    /// Stops it.
    pub fn stop(&mut self, now_ms: u64) {
        self.used_ms = self.used(now_ms);
        self.since = None;
    }

    /// Puts it to a time used.
    pub fn set_used(&mut self, ms: u64) {
        self.used_ms = ms;
        self.since = None;
    }

    /// Whether it runs.
    pub fn runs(&self) -> bool {
        self.since.is_some()
    }

    /// Time used, in milliseconds. Where the end of the time ends the stage, no more than there was.
    pub fn used(&self, now_ms: u64) -> u64 {
        let used = self.used_ms + self.since.map_or(0, |since| now_ms.saturating_sub(since));
        match self.limit_ms {
            Some(limit) if self.ends => used.min(limit),
            _ => used,
        }
    }

    /// Time left, in milliseconds; 0 once it is over, `None` without a clock.
    pub fn left(&self, now_ms: u64) -> Option<u64> {
        self.limit_ms.map(|limit| limit.saturating_sub(self.used(now_ms)))
    }

    /// Time beyond the limit, in milliseconds.
    pub fn over(&self, now_ms: u64) -> u64 {
        self.limit_ms.map_or(0, |limit| self.used(now_ms).saturating_sub(limit))
    }

    /// Whether the stage has to end.
    pub fn is_up(&self, now_ms: u64) -> bool {
        self.ends && self.left(now_ms) == Some(0)
    }

    /// When the picture of the running clock changes next: at the next whole second, and at the end at the latest. A hidden clock (and one without
    /// a limit, which is not shown) wakes nobody but at the end.
    pub fn wake_at(&self, now_ms: u64, hidden: bool) -> Option<u64> {
        let limit = self.limit_ms?;
        let since = self.since?;
        let end = self.ends.then(|| since + limit.saturating_sub(self.used_ms));
        let next = (!hidden).then(|| now_ms + 1000 - self.used(now_ms) % 1000);
        match (end, next) {
            (Some(end), Some(next)) => Some(end.min(next)),
            (end, next) => end.or(next),
        }
    }
}
