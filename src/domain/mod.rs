//! What learning is: ids, time, questions, grading, rubrics, memory, the log of events, the roadmap, the career ladder, checklists, the working day,
//! the daily plan and tallies.
//!
//! Pure: no clock, no random source, no disk, no terminal. Everything that changes with time takes a [`time::Moment`].

pub mod catalog;
pub mod checklist;
pub mod day;
pub mod event;
pub mod feedback;
pub mod grading;
pub mod ids;
pub mod interview;
pub mod ladder;
pub mod log;
pub mod memory;
pub mod persona;
pub mod plan;
pub mod progress;
pub mod question;
pub mod roadmap;
pub mod rubric;
pub mod sorting;
pub mod tally;
pub mod text;
pub mod time;
