//! Checklists that are ticked for a named piece of work.

use serde::{Deserialize, Serialize};

use super::ids::EntryId;
use super::text::Text;

/// The longest name of a piece of work, in characters.
pub const LONGEST_WORK: usize = 120;

/// A list to tick.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checklist {
    /// Its name.
    pub id: EntryId,
    /// What people call it.
    pub title: Text,
    /// When to use it, in one line; may be empty.
    pub summary: Text,
    /// What to look at, in order.
    pub items: Vec<Check>,
}

/// Something to look at before the work is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// Its name within the checklist.
    pub id: Box<str>,
    /// What is true when it can be ticked.
    pub text: Text,
    /// Why it is on the list.
    pub why: Text,
}

/// A piece of work that a checklist is ticked for.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct WorkId {
    /// The checklist.
    pub list: EntryId,
    /// What the learner calls the work; one line.
    pub work: Box<str>,
}

impl WorkId {
    /// A piece of work by what was typed: one line without space around it, at most [`LONGEST_WORK`] characters; `None` when nothing is left.
    pub fn new(list: EntryId, typed: &str) -> Option<Self> {
        let line: String = typed.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_WORK).collect();
        (!line.is_empty()).then(|| WorkId { list, work: line.into() })
    }
}

/// An item was ticked or unticked, or the whole piece of work was put away.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ticked {
    /// For which piece of work.
    pub work: WorkId,
    /// The item; empty for the piece of work itself, which begins with `done` and is put away without.
    pub item: Box<str>,
    /// Ticked, or not any more.
    pub done: bool,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_of_work_is_one_line_of_bounded_length() {
        let list = EntryId::new("p", "done");
        let name = |typed: &str| WorkId::new(list.clone(), typed).map(|w| w.work);
        assert_eq!(name("  MR !214\n refunds "), Some("MR !214 refunds".into()));
        assert_eq!(name(" \n\t"), None);
        assert_eq!(name(&"ab ".repeat(200)).map(|w| w.chars().count()), Some(LONGEST_WORK));
    }
}
