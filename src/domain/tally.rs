//! Counts and series for Stats.
