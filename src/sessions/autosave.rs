//! When text that is being typed is to be kept, so that little of it is lost when the program is killed.

/// Text being typed is kept this long after the first key that changed it, in milliseconds.
pub const SAVE_MS: u64 = 2000;

/// The draft of a form.
#[derive(Debug, Clone, Default)]
pub struct Autosave {
    /// When it is to be kept; `None` while nothing was typed since.
    due: Option<u64>,
    /// What the form had is on disk: when all of it is erased, that is to go as well.
    pub kept: bool,
}

impl Autosave {
    /// The text has changed.
    pub fn changed(&mut self, now_ms: u64) {
        self.due.get_or_insert(now_ms + SAVE_MS);
    }

    /// When somebody has to look at the clock.
    pub fn wake_at(&self) -> Option<u64> {
        self.due
    }

    /// Whether it is to be kept now. Who asks has to do it: the next time it is not.
    pub fn is_due(&mut self, now_ms: u64) -> bool {
        self.due.take_if(|due| now_ms >= *due).is_some()
    }
}
