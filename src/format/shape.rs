//! What a value of a content file has to look like, as data.
//!
//! serde alone stops at the first mistake and cannot tell places apart in enums, so a file is first walked against these shapes
//! (see [`super::walk`]), which collects everything at once; only what is clean is deserialised.

/// A form that a value can have.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// Text in both languages, or one plain string.
    Text,
    /// A kebab-case name.
    Id,
    /// A topic: `topic`, or `pack/topic`.
    Topic,
    /// A prompt: `prompt`, `topic/prompt` or `pack/topic/prompt`.
    PromptName,
    /// A question of any pack: `pack/topic/question`.
    Item,
    /// The id of an outcome, such as `s0.c04.indexes`.
    Outcome,
    /// A string on one line.
    Word,
    /// A string that may have several lines.
    Code,
    /// A day, `2026-11-21`.
    Day,
    /// A semantic version.
    Version,
    /// `true` or `false`.
    Bool,
    /// A whole number between the two, both included.
    Int(i64, i64),
    /// One of these words.
    OneOf(&'static [&'static str]),
    /// A list of at least and at most so many values.
    List(&'static Shape, usize, usize),
    /// A list for each language, `x.en = [...]` and `x.id = [...]`, of at least and at most so many values.
    Twins(&'static Shape, usize, usize),
    /// A table whose keys are ids that the author chose, at most so many.
    Map(&'static Shape, usize),
    /// A table.
    Table(&'static Table),
}

/// A table: its keys, in groups so that kinds can share some.
#[derive(Debug, Clone, Copy)]
pub struct Table {
    /// The key of the message with which a person calls it, with its article: "an option".
    pub what: &'static str,
    /// Its keys.
    pub fields: &'static [&'static [Field]],
}

/// A key of a table.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name.
    pub name: &'static str,
    /// Whether the table is unusable without it.
    pub needed: bool,
    /// What it holds.
    pub shape: Shape,
}

/// A key that has to be there.
pub const fn need(name: &'static str, shape: Shape) -> Field {
    Field { name, needed: true, shape }
}

/// A key that may be there.
pub const fn may(name: &'static str, shape: Shape) -> Field {
    Field { name, needed: false, shape }
}

impl Table {
    /// Its keys with their position over all groups.
    pub fn all(&self) -> impl Iterator<Item = &'static Field> {
        self.fields.iter().flat_map(|group| group.iter())
    }

    /// The key of that name, and its position.
    pub fn find(&self, name: &str) -> Option<(usize, &'static Field)> {
        self.all().enumerate().find(|(_, field)| field.name == name)
    }
}
