//! Sessions as state machines without a terminal, and the one registry of actions.
