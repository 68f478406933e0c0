//! `pack.toml`.

use serde::{Deserialize, Serialize};

use super::super::walk::Langs;
use super::Text;

/// What a pack says of itself.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Pack {
    /// Its name, the first part of every id in it. Kebab-case, never changed.
    pub id: Box<str>,
    /// Semantic version of the content, such as `0.1.0`.
    pub version: Box<str>,
    /// Version of the format; this program reads 1.
    #[serde(default = "one")]
    pub format: u32,
    /// What people call it.
    pub title: Text,
    /// One line about it.
    #[serde(default)]
    pub summary: Text,
    /// The languages that it promises, `en` and `id`.
    pub languages: Vec<Box<str>>,
    /// SPDX licence expression.
    #[serde(default)]
    pub licence: Box<str>,
    /// Who wrote it.
    #[serde(default)]
    pub authors: Vec<Box<str>>,
    /// Units in order.
    #[serde(default, rename = "unit")]
    pub units: Vec<Unit>,
}

/// A unit: topics that belong together.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name within the pack, such as `c04`.
    pub id: Box<str>,
    /// The folder that holds its topics, such as `c04-databases`.
    pub folder: Box<str>,
    /// What people call it.
    pub title: Text,
}

impl Pack {
    /// The languages that it promises.
    pub fn langs(&self) -> Langs {
        Langs::of(self.languages.iter().map(|code| &**code))
    }
}

fn one() -> u32 {
    1
}
