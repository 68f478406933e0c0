//! Anki archives (`.apkg`): a ZIP with an SQLite database of notes and cards, and media.
//!
//! # Design
//!
//! There are three generations: `collection.anki2` (schema 11, which every Anki since 2012 reads and writes), `collection.anki21` (the same schema, other
//! scheduler), and `collection.anki21b` (schema 18, compressed with Zstandard), beside which a `collection.anki2` says only that Anki has to be
//! updated. We write the first, which all of them read, and read all three, the newest that an archive has.
//!
//! The schemas are told by Anki's own source, `rslib/src/storage/schema11.sql` and the upgrades to 18 beside it, and by what its exporter writes. `csum` and `sfld` of a note are caches
//! that Anki makes anew when it imports; they are left 0 and the first field, as genanki does.

mod model;
mod newer;
mod page;
mod patience;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use read::{from_bytes, notes};
pub use write::write;

/// The database of an archive that we write.
const COLLECTION: &str = "collection.anki2";
/// The same with another scheduler.
const COLLECTION_21: &str = "collection.anki21";
/// The newer form, as one frame of Zstandard.
const COLLECTION_21B: &str = "collection.anki21b";
/// The names of the media, as JSON.
const MEDIA: &str = "media";
/// Stands between the fields of a note.
const FIELD: &str = "\u{1f}";
