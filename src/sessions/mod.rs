//! Sessions as state machines without a terminal, and the one registry of actions.
//!
//! Screens, plain lines and NDJSON drive the same machines: an [`input::Input`] goes in, [`effect::Effect`]s come out, and
//! what the machine holds says what to show. No clock, no disk, no terminal.

pub mod action;
pub mod agent;
pub mod attempt;
pub mod autosave;
pub mod chair;
pub mod day;
pub mod describe;
pub mod effect;
pub mod input;
pub mod interview;
pub mod key;
pub mod ladder;
pub mod lesson;
pub mod library;
pub mod line_edit;
pub mod mock;
pub mod prefs;
pub mod preview;
pub mod question;
pub mod rehearse;
pub mod review;
#[cfg(test)]
pub mod sample;
pub mod shuffle;
pub mod stats_export;
pub mod study;

use crate::domain::time::Moment;

/// What a session may look at while it follows an input.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// This moment.
    pub now: &'a Moment,
    /// The learner's settings.
    pub prefs: &'a prefs::Prefs,
    /// How much is due on the days to come, for load balancing.
    pub load: &'a study::DueLoad,
}
