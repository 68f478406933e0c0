//! `days/*.toml`: a working day that is played.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Text;

/// A working day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Day {
    /// Its name within the pack; days that were played are kept by it, so it never changes.
    pub id: Box<str>,
    /// What people call it.
    pub title: Text,
    /// What its choices move.
    pub meters: Vec<Meter>,
    /// In the order of the clock.
    #[serde(default, rename = "slot")]
    pub slots: Vec<Slot>,
}

/// Something that a choice moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Meter {
    /// How well the system stands.
    Reliability,
    /// What gets done.
    Delivery,
    /// What others can rely on.
    Trust,
    /// What is left of the own attention.
    Focus,
}

/// A part of the day.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Slot {
    /// Its name within the day, never changed.
    pub id: Box<str>,
    /// When it begins, `09:30`; later than the one before.
    pub at: Box<str>,
    /// Outcomes that it teaches.
    #[serde(default)]
    pub outcomes: Vec<Box<str>>,
    /// What people call it.
    pub title: Text,
    /// What is going on; left out when there are variants.
    #[serde(default)]
    pub scene: Text,
    /// What is looked at.
    pub artefact: Artefact,
    /// What colleagues say, by persona or partner (`frontend`, `data`, `devops`, `product`, `qa`).
    #[serde(default)]
    pub says: BTreeMap<Box<str>, Text>,
    /// What colleagues say when they are asked before a choice, by persona or partner: a fact or a view, never the answer.
    #[serde(default)]
    pub ask: BTreeMap<Box<str>, Text>,
    /// What is going on, depending on earlier choices: the first one that fits is told.
    #[serde(default, rename = "variant")]
    pub variants: Vec<Variant>,
    /// What can be done, exactly one of them the best.
    #[serde(default, rename = "choice")]
    pub choices: Vec<Choice>,
}

/// A piece of work: a diff, a list of slow queries, a plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Artefact {
    /// What it is, in a word.
    pub kind: Box<str>,
    /// At most 72 columns wide.
    pub text: Box<str>,
}

/// How a part of the day begins after certain choices.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Flags that must all be set; the last variant has none.
    #[serde(default)]
    pub when: Vec<Box<str>>,
    /// What is going on.
    pub scene: Text,
    /// Shown in place of the slot's own.
    #[serde(default)]
    pub artefact: Option<Artefact>,
    /// Said in addition to what the slot has.
    #[serde(default)]
    pub says: BTreeMap<Box<str>, Text>,
    /// Said in place of what the slot has, when somebody is asked.
    #[serde(default)]
    pub ask: BTreeMap<Box<str>, Text>,
}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// Its name within the slot, never changed.
    pub id: Box<str>,
    /// Whether it is the best one.
    #[serde(default)]
    pub best: bool,
    /// What is done.
    pub text: Text,
    /// How the meters move.
    #[serde(default)]
    pub effect: Effect,
    /// Flags that it sets for later in the day.
    #[serde(default)]
    pub sets: Vec<Box<str>>,
    /// Questions that join the reviews, as `pack/topic/question`.
    #[serde(default)]
    pub items: Vec<Box<str>>,
    /// What comes of it.
    pub why: Text,
}

/// How far the meters move.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// How well the system stands.
    #[serde(default)]
    pub reliability: i8,
    /// What gets done.
    #[serde(default)]
    pub delivery: i8,
    /// What others can rely on.
    #[serde(default)]
    pub trust: i8,
    /// What is left of the own attention.
    #[serde(default)]
    pub focus: i8,
}

impl Effect {
    /// The moves with the meters that they belong to.
    pub fn moves(self) -> [(Meter, i8); 4] {
        use Meter::{Delivery, Focus, Reliability, Trust};
        [(Reliability, self.reliability), (Delivery, self.delivery), (Trust, self.trust), (Focus, self.focus)]
    }
}
