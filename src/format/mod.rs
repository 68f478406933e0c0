//! The content format: types, parser with places, schema, compact index.
//!
//! Pure, and included by `build.rs` by path, so it names no other room.
//!
//! # Design
//!
//! * [`types`] are plain structs. They parse, they are packed, and in tests they make the JSON Schemas.
//! * [`shapes`] say as data what a file has to look like; [`walk`] compares and collects everything that is wrong, with places.
//! * [`read`] does both for each file. Values carry no places: a rule that looks at them later names a [`finding::Way`], which is turned into a place
//!   only when there is something to report.
//! * A [`finding::Finding`] holds no sentence but keys and values ([`finding::Said`]): the reader chooses the language, and this room knows none.
//! * [`small_words`] tell a sentence from what two languages share.
//! * [`lesson`] finds headings, fences and their bodies in a lesson without rendering it.
//! * [`key`] hashes what decides right and wrong; [`index`] packs topics into heads and bodies.

pub mod finding;
pub mod index;
pub mod key;
pub mod lesson;
pub mod letters;
pub mod limits;
pub mod portable;
pub mod read;
pub mod shape;
pub mod shapes;
pub mod small_words;
pub mod source;
pub mod squeeze;
pub mod suggest;
pub mod syllabus;
pub mod types;
pub mod value;
pub mod walk;

#[cfg(test)]
mod index_tests;
#[cfg(test)]
mod read_tests;
#[cfg(test)]
pub(crate) mod schema;
