//! Sessions as state machines without a terminal, and the one registry of actions.
//!
//! Screens, plain lines and NDJSON drive the same machines: an [`input::Input`] goes in, [`effect::Effect`]s come out, and a
//! view model says what to show. No clock, no disk, no terminal.

pub mod action;

pub mod key;
pub mod prefs;
