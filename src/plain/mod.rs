//! The same sessions as lines, and as JSON.
