//! From an answer to a verdict, and from a verdict to a grade (UX 7.1).

use serde::{Deserialize, Serialize};

/// What the machine says about an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Outcome {
    /// Everything right.
    Right,
    /// Some of it.
    Partly,
    /// Not yet.
    Wrong,
}
