//! `paths/*.toml`.

use serde::{Deserialize, Serialize};

use super::Text;

/// An ordered walk over topics of any pack.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Path {
    /// Its name within the pack.
    pub id: Box<str>,
    /// What it is for.
    pub kind: PathKind,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    #[serde(default)]
    pub summary: Text,
    /// Outcomes of the pack's syllabus that the path itself covers.
    #[serde(default)]
    pub outcomes: Vec<Box<str>>,
    /// Interviewers who fit it.
    #[serde(default)]
    pub personas: Vec<Box<str>>,
    /// Ladder level that it leads to, 1 to 6.
    #[serde(default)]
    pub level: u8,
    /// Stages in order.
    #[serde(default, rename = "stage")]
    pub stages: Vec<Stage>,
}

/// What a path is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum PathKind {
    /// A whole curriculum in learning order.
    Roadmap,
    /// A role variation.
    Track,
    /// A rung of the career ladder.
    Level,
    /// A plan with an end, such as an interview week.
    Plan,
}

/// A stage of a path.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Stage {
    /// What people call it.
    pub title: Text,
    /// Topics in learning order: `topic`, or `pack/topic` for another pack's. Topics that are still to be written stand here too, and
    /// `coming` gives their titles.
    #[serde(default)]
    pub topics: Vec<Box<str>>,
    /// Titles of those topics that are still to be written, so that learners see the whole way.
    #[serde(default)]
    pub coming: Vec<Coming>,
}

/// A topic that is still to be written.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Coming {
    /// The name that it will have, as it stands in `topics`.
    pub id: Box<str>,
    /// What people will call it.
    pub title: Text,
}
