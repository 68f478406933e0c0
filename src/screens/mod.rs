//! One folder for each screen: state, update, view, tests.

pub mod checklist;
pub mod day;
pub mod help;
pub mod interview;
pub mod lesson;
pub mod library;
pub mod mock;
pub mod palette;
pub mod path;
pub mod preview;
pub mod rehearse;
pub mod review;
pub mod settings;
pub mod stats;
pub mod textbox;
pub mod today;
pub mod trouble;
pub mod welcome;
