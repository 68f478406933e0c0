//! The terminal kit.
