//! The terminal kit: theme, page, lists, fields, meters, sheets, code colour, and a stage for tests.
//!
//! # How a screen is drawn
//!
//! A screen gets a [`page::Page`] of the size of the window. It draws a header ([`header::Place`] or [`header::Session`]), its
//! content from row [`page::TOP`] on, and a [`footer::Footer`] that is made from the registry of actions. Coordinates are
//! signed and everything is clipped, so a window of one cell is no special case.
//!
//! Text is anything that is [`ink::Ink`]: a string, a string with a [`theme::Token`], or pieces ([`ink::strong`],
//! [`ink::muted`], ...). Messages mark their weighty parts with tags, which [`ink::rich`] turns into pieces. No component
//! names a colour; the theme does.
//!
//! | to show | use |
//! | --- | --- |
//! | rows to choose from | [`list::List`] (focus, window) and [`list::Row`] |
//! | a name of a section | [`list::label`] |
//! | rows that are counted, scrolled and pinned before they are drawn | [`lines::Line`], [`look::Look`] |
//! | text that is longer than the page | [`list::Scroll`], [`reading::line`] |
//! | a paragraph with `code` | [`reading::paragraph`] |
//! | options, feedback, grades | [`question`] |
//! | a box over the page | [`sheet::Sheet`] |
//! | something beside the page from 100 columns on | [`sheet::split`] |
//! | text being typed | [`field::line`], [`field::TextField`] |
//! | shares, days, weeks | [`meter`], [`chart`] |
//! | groups of rows, some of which give way in low windows | [`flow`] |
//! | the topic map | [`map`] |
//! | the header of a place | [`places::header`] |
//!
//! What has the focus sets the real cursor ([`page::Page::set_cursor`]), so that a screen reader can follow. Tests put
//! components and screens on a stage (`ui::stage`, only there in tests).

pub mod card;
pub mod chart;
pub mod codecolor;
pub mod field;
pub mod flow;
pub mod footer;
pub mod fuzzy;
pub mod glyphs;
pub mod header;
pub mod ink;
pub mod keys;
pub mod lines;
pub mod list;
pub mod look;
pub mod map;
pub mod meter;
pub mod page;
#[cfg(test)]
mod pictures;
pub mod places;
pub mod question;
pub mod reading;
pub mod rubric;
pub mod screen;
pub mod sheet;
#[cfg(test)]
pub mod stage;
pub mod theme;
