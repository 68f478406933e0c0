//! The store as a whole.

mod backups;
mod exchange;
mod opening;
mod projections;
mod threads;
