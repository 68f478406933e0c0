//! `checklists.toml`: lists to tick for a piece of work.

use serde::{Deserialize, Serialize};

use super::Text;

/// The checklists of a pack.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Checklists {
    /// In the author's order.
    #[serde(default, rename = "checklist")]
    pub checklists: Vec<Checklist>,
}

/// A list to tick.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Checklist {
    /// Its name within the pack; what was ticked is kept by it, so it never changes.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
    /// When to use it, in one line.
    #[serde(default)]
    pub summary: Text,
    /// What to look at, in order.
    #[serde(rename = "item")]
    pub items: Vec<Check>,
}

/// Something to look at before the work is done.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// Its name within the checklist, never changed.
    pub id: Box<str>,
    /// What is true when it can be ticked.
    pub text: Text,
    /// Why it is on the list.
    pub why: Text,
}
