//! One folder for each screen: state, update, view, tests.

pub mod today;
