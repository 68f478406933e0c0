//! The preview of a pack that is being written: the loop with a store in memory, and a thread that watches the folder.

mod rows;
#[cfg(test)]
mod tests;
mod watch;

pub use rows::snapshot;
pub use watch::{Look, Watch};
