//! The terminal kit: theme, page, lists, fields, meters, sheets, code colour, and a stage for tests.

pub mod glyphs;
pub mod ink;
pub mod page;
pub mod theme;
