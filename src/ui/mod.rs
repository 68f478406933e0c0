//! The terminal kit: theme, page, lists, fields, meters, sheets, code colour, and a stage for tests.

pub mod card;
pub mod chart;
pub mod codecolor;
pub mod field;
pub mod footer;
pub mod glyphs;
pub mod header;
pub mod ink;
pub mod keys;
pub mod list;
pub mod map;
pub mod meter;
pub mod page;
#[cfg(test)]
mod pictures;
pub mod places;
pub mod question;
pub mod reading;
pub mod screen;
pub mod sheet;
#[cfg(test)]
pub mod stage;
pub mod theme;
