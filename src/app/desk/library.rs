//! The library: built-in packs, and installed ones.

use crate::config::paths::Paths;
use crate::packs::Library;

/// Everything that can be learnt.
pub fn all(_paths: &Paths) -> Library {
    Library::builtin()
}
