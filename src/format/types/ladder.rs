//! `ladder.toml`: what each level of a career expects.

use serde::{Deserialize, Serialize};

use super::Text;

/// The career ladder of a pack.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Ladder {
    /// Titles of levels; a level without one is known by its number.
    #[serde(default, rename = "level")]
    pub levels: Vec<Level>,
    /// Names of dimensions where a level has another one than the rest.
    #[serde(default, rename = "name")]
    pub names: Vec<CellName>,
    /// In the author's order.
    #[serde(default, rename = "statement")]
    pub statements: Vec<Statement>,
}

impl Ladder {
    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.statements.is_empty()
    }
}

/// The title of a level.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    /// 1 to 6.
    pub number: u8,
    /// What people call it.
    pub title: Text,
    /// What it is about, in one line.
    #[serde(default)]
    pub summary: Text,
}

/// What a dimension is called on one level.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CellName {
    /// 1 to 6.
    pub level: u8,
    /// The dimension.
    pub dimension: Dimension,
    /// Its name there.
    pub text: Text,
}

/// What a statement is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Dimension {
    /// Knowing the craft.
    Mastery,
    /// What comes of the work.
    Impact,
    /// What changes around the person.
    Influence,
    /// How the person speaks, listens and writes.
    Communication,
    /// How the person helps others to grow.
    Leadership,
}

/// Something that a level expects, to be rated and proved.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// Its name within the pack; ratings and evidence are kept by it, so it never changes.
    pub id: Box<str>,
    /// 1 to 6.
    pub level: u8,
    /// What it is about.
    pub dimension: Dimension,
    /// What somebody of this level does, beginning with the verb.
    pub text: Text,
    /// Topics that build it: `topic`, or `pack/topic` for another pack's.
    #[serde(default)]
    pub topics: Vec<Box<str>>,
    /// Interview prompts that practise it: `prompt` for one of its topics, `topic/prompt` or `pack/topic/prompt`.
    #[serde(default)]
    pub prompts: Vec<Box<str>>,
    /// What would count as evidence.
    pub evidence: Text,
}
