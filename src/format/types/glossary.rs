//! `glossary.toml`.

use serde::{Deserialize, Serialize};

use super::Text;

/// The terms of a pack.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Glossary {
    /// Terms in the author's order.
    #[serde(default, rename = "term")]
    pub terms: Vec<Term>,
}

/// A term.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Its name within the pack.
    pub id: Box<str>,
    /// What people call it.
    pub name: Text,
    /// Old, foreign and short names, for search and typed answers.
    #[serde(default)]
    pub aliases: Vec<Box<str>>,
    /// Its meaning in one line.
    pub say: Text,
    /// The topic that teaches it.
    #[serde(default)]
    pub topic: Box<str>,
}
