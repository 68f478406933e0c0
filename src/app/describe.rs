//! Events in words, for toasts and lists.

pub use crate::sessions::describe::event;
