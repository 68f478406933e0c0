//! The desk: the thread that has the store and the library, and does what needs a disk.
//!
//! # Design
//!
//! The loop hands over [`Job`]s and goes on drawing. Answers go before everything else that waits, so a long look into the
//! library delays none of them; what the disk refuses is kept and tried again (see [`crate::store::Writer`]).
//! What was asked for comes back as messages.

mod core;
pub mod flags;
pub mod items;
pub mod ladder;
pub mod library;
pub mod look;
pub mod queues;
pub mod rehearse;
pub mod search;
pub mod shelf;
#[cfg(test)]
mod shelf_tests;
pub mod sittings;
pub mod stats;
pub mod study;
#[cfg(test)]
mod tests;
mod undo;
pub mod updates;

pub use self::core::{Desk, DeskParts, Job, LibraryPlace};
pub use self::undo::{latest, take_back};
