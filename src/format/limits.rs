//! How large content may be: whatever is over a limit is a finding and is not read.
//!
//! The limits are far above what teaching needs (the largest topic that stands in the built-in packs is a tenth of them) and
//! low enough that a pack from a stranger cannot fill memory.
//!
//! They hold for a folder and for an archive (`.jpack`) alike; an archive has four more: its own size, that of its files together, how much
//! larger these may be, and the length of a path. `tests` of `packs::archive` hold each of them against a hostile archive, and `packs::hostile`
//! against a hostile folder. `jenjang help limits` lists them.

/// Bytes of a TOML file.
pub const TOML_BYTES: u64 = 2 << 20;
/// Bytes of a lesson in one language.
pub const LESSON_BYTES: u64 = 256 << 10;
/// Bytes of a signature.
pub const SIGNATURE_BYTES: u64 = 1 << 10;
/// Bytes of a syllabus.
pub const SYLLABUS_BYTES: u64 = 2 << 20;
/// Files of a pack.
pub const FILES: usize = 20_000;
/// Bytes of a pack, all its files together.
pub const PACK_BYTES: u64 = 512 << 20;
/// Folders below a pack's own.
pub const DEPTH: usize = 4;
/// Questions of a topic.
pub const QUESTIONS: usize = 1_000;
/// Prompts of a topic.
pub const PROMPTS: usize = 100;
/// Topics of a pack.
pub const TOPICS: usize = 5_000;
/// Bytes of an id.
pub const ID_BYTES: usize = 64;
/// Bytes of an outcome's id.
pub const OUTCOME_BYTES: usize = 96;
/// Bytes of a short string: a source, a name, an alias.
pub const WORD_BYTES: usize = 400;
/// Bytes of a text in one language.
pub const TEXT_BYTES: usize = 4_000;
/// Bytes of the code of a question.
pub const CODE_BYTES: usize = 8_000;
/// Columns of code and diagrams.
pub const CODE_COLUMNS: usize = 72;
/// Scenes on one way through a scenario.
pub const SCENE_DEPTH: usize = 6;
/// Bytes of an archive.
pub const ARCHIVE_BYTES: u64 = 64 << 20;
/// Bytes of the files of an archive together.
pub const UNPACKED_BYTES: u64 = 128 << 20;
/// How many times larger than the archive its files may be together; packs of text are four or five times larger.
pub const EXPANSION: u64 = 100;
/// Bytes of a line of a content file.
pub const LINE_BYTES: usize = 16 << 10;
/// Bytes of the path of a file within a pack.
pub const PATH_BYTES: usize = 240;
/// Bytes of notes, or of a list of outcomes, from which a pack is drafted.
pub const NOTES_BYTES: u64 = 128 << 10;
/// Bytes of a file of flags.
pub const FLAG_FILE_BYTES: u64 = 8 << 20;
/// Files of flags in a folder that are read together.
pub const FLAG_FILES: usize = 1_000;
/// Reasons, and spellings, of one item in a file of flags.
pub const FLAG_TEXTS: usize = 20;
/// Answers to one item that a file of flags may claim.
pub const FLAG_ANSWERS: u32 = 100_000;
