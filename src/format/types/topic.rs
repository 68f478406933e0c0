//! `topic.toml`.

use serde::{Deserialize, Serialize};

use super::Text;

/// A topic: one lesson and its questions.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Topic {
    /// Its name, unique in the pack. Kebab-case, never changed.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    #[serde(default)]
    pub summary: Text,
    /// Ladder level that expects it, 1 to 6.
    pub level: u8,
    /// Reading time in minutes.
    pub minutes: u8,
    /// Topics that are usually easier first; advice, never a lock. `topic`, or `pack/topic` for another pack's.
    #[serde(default)]
    pub requires: Vec<Box<str>>,
    /// Topics that are worth reading next to it.
    #[serde(default)]
    pub see_also: Vec<Box<str>>,
    /// Sections, in the order of the lesson.
    #[serde(default, rename = "section")]
    pub sections: Vec<Section>,
}

/// A section of the lesson: the heading `## Title {#id}` in each language.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Section {
    /// The heading's id.
    pub id: Box<str>,
    /// Outcomes of the pack's syllabus that it teaches.
    #[serde(default)]
    pub covers: Vec<Box<str>>,
}
