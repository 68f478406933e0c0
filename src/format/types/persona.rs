//! `personas.toml`: the interviewers of a pack.

use serde::{Deserialize, Serialize};

use super::Text;
use super::prompt::Lists;

/// The interviewers of a pack.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Personas {
    /// In the author's order.
    #[serde(default, rename = "persona")]
    pub personas: Vec<Persona>,
}

/// An interviewer: what they care about and how they speak. Each list has at least four variants.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Its name within the pack; prompts of other packs may name it too.
    pub id: Box<str>,
    /// What people call them.
    pub name: Text,
    /// What they listen for, in one line.
    pub cares: Text,
    /// How they speak, in one line.
    pub voice: Text,
    /// Topics that they like to ask about.
    #[serde(default)]
    pub topics: Vec<Box<str>>,
    /// Outcomes of the pack's syllabus that meeting them covers.
    #[serde(default)]
    pub outcomes: Vec<Box<str>>,
    /// Said before the question.
    pub greet: Lists,
    /// Said when a point is missing; `{follow_up}` stands for the point's follow-up question.
    pub missing: Lists,
    /// Said when nothing is missing.
    pub strong: Lists,
    /// Said when the time is up.
    pub time: Lists,
    /// Said at the end.
    #[serde(default)]
    pub close: Lists,
}

impl Persona {
    /// Its lists with their names, in the order in which they are used.
    pub fn lines(&self) -> [(&'static str, &Lists); 5] {
        [
            ("greet", &self.greet),
            ("missing", &self.missing),
            ("strong", &self.strong),
            ("time", &self.time),
            ("close", &self.close),
        ]
    }
}
