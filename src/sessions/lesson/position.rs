//! Where reading stopped: a draft that fits every language and every width.

use serde::{Deserialize, Serialize};

use crate::domain::event::{EventId, Rating};
use crate::domain::ids::TopicId;
use crate::domain::question::Answer;
use crate::domain::time::StudyDay;

/// The name of the draft that keeps a lesson's position.
pub fn draft_name(topic: &TopicId) -> String {
    format!("lesson/{topic}")
}

/// A place in a lesson. Both languages of a lesson have the same sections, so it is the same place in both.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The section; empty for what stands before the first one.
    pub section: Box<str>,
    /// The block within the section, counted from 0; its heading is the first.
    pub block: u16,
}

/// A check that was answered while reading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeptCheck {
    /// The question's own name within the topic.
    pub question: Box<str>,
    /// The event of its answer.
    pub event: EventId,
    /// What was answered.
    pub answer: Answer,
    /// The grade that was saved.
    pub rating: Rating,
    /// It was a guess.
    pub guess: bool,
    /// The seed of its shuffle, so that options keep their numbers.
    pub seed: u64,
}

/// Where reading stopped.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Position {
    /// The first block that was in view.
    #[serde(flatten)]
    pub place: Place,
    /// How much is read, in percent; 100 once the end was reached.
    pub percent: u8,
    /// The study day on which it was read last.
    pub day: StudyDay,
    /// The study day on which the end was reached last.
    #[serde(default)]
    pub done: Option<StudyDay>,
    /// Time spent reading so far, in milliseconds; 0 again once the end was reached.
    #[serde(default)]
    pub spent_ms: u64,
    /// The checks that were answered on [`Position::day`].
    #[serde(default)]
    pub checks: Vec<KeptCheck>,
}

impl Position {
    /// Reads a draft; `None` for what another version wrote otherwise.
    pub fn read(draft: &str) -> Option<Position> {
        serde_json::from_str(draft).ok()
    }

    /// Writes a draft.
    pub fn write(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_position_is_read_as_it_was_written_and_its_place_lies_open() {
        let kept = KeptCheck {
            question: "q".into(),
            event: EventId::from_parts(9, 1, 2),
            answer: Answer::Chosen(vec!["a".into()]),
            rating: Rating::Good,
            guess: false,
            seed: u64::MAX,
        };
        let position = Position {
            place: Place { section: "one".into(), block: 2 },
            percent: 60,
            day: StudyDay(7),
            done: None,
            spent_ms: 9,
            checks: vec![kept],
        };
        let draft = position.write();
        assert_eq!(Position::read(&draft), Some(position));
        assert!(draft.starts_with(r#"{"section":"one","block":2,"percent":60"#), "{draft}");
    }

    #[test]
    fn a_draft_that_only_says_how_much_is_read_is_enough_and_a_broken_one_is_none() {
        let draft = r#"{"section":"","block":0,"percent":3,"day":4}"#;
        assert_eq!(Position::read(draft).map(|p| p.percent), Some(3));
        assert_eq!(Position::read("{"), None);
    }
}
