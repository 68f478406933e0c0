//! The content files as plain structs, one module for each file.
//!
//! The same types parse TOML, make the JSON Schemas (in tests, through schemars) and are packed into the index. A field that is not
//! there is its empty value; whether it must be there is decided by the tables in [`super::shapes`], which a test holds equal to
//! these types.

pub mod checklist;
pub mod day;
pub mod glossary;
pub mod ladder;
pub mod pack;
pub mod path;
pub mod persona;
pub mod prompt;
pub mod question;
pub mod text;
pub mod topic;

pub use checklist::{Check, Checklist, Checklists};
pub use day::{Day, Meter};
pub use glossary::{Glossary, Term};
pub use ladder::{CellName, Dimension, Ladder, Level, Statement};
pub use pack::{Pack, Unit};
pub use path::{Coming, Path, PathKind, Stage};
pub use persona::{Persona, Personas};
pub use prompt::{Lists, Prompt, PromptKind};
pub use question::{Common, Kind, Question};
pub use text::Text;
pub use topic::{Section, Topic};
