//! From the log to what is live: undo by reference, regrades, replay, merge.
