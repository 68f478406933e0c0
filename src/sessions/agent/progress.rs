//! What a prompt may tell of the learner: a level and names. No answers, no evidence, no dates.

use crate::domain::ladder::Claim;
use crate::domain::text::Lang;
use crate::sessions::ladder::{LadderData, reading_sentence};
use crate::sessions::rehearse::{PromptStanding, RehearseData};
use crate::sessions::study::{Study, TopicState};
use crate::words::Words;

/// Names of each kind, at most.
const MOST: usize = 5;

/// What is known of the learner.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Progress {
    /// What the ladder reads, in a sentence.
    pub level: String,
    /// Titles of topics that were begun and are not held, the weakest first.
    pub topics: Vec<String>,
    /// Titles of questions whose answer misses a point, the next to rehearse first; with the point where it is known.
    pub answers: Vec<String>,
}

impl Progress {
    /// Gathers it.
    pub fn of(ladder: &LadderData, rehearse: &RehearseData, study: &Study, words: &Words, lang: Lang) -> Progress {
        let level = match is_rated(ladder, study) {
            true => reading_sentence(ladder.reading(study.day), words),
            false => words.get("agent-progress-unrated").into_owned(),
        };
        let weak = rehearse.tried().filter(|one| one.weak || one.last().is_some_and(|last| last.met < last.of));
        Progress {
            level,
            topics: topics(study, lang),
            answers: weak.take(MOST).map(|one| answer(one, words, lang)).collect(),
        }
    }
}

/// Whether the learner rated any statement of the ladder.
pub fn is_rated(ladder: &LadderData, study: &Study) -> bool {
    let rated = |id| ladder.book.claim(id, study.day) != Claim::Unrated;
    ladder.ladder.statements.iter().any(|statement| rated(&statement.id))
}

fn topics(study: &Study, lang: Lang) -> Vec<String> {
    let begun = |state| matches!(state, TopicState::Learning | TopicState::Fading);
    let weak = study.topics.iter().filter(|(_, standing)| begun(standing.state) && standing.answered > 0);
    let mut weak: Vec<_> = weak.map(|(topic, standing)| (standing.recall, topic)).collect();
    weak.sort();
    let title = |topic| study.catalog.topics.get(topic).map(|head| head.title.get(lang).to_owned());
    weak.into_iter().filter_map(|(_, topic)| title(topic)).take(MOST).collect()
}

fn answer(standing: &PromptStanding, words: &Words, lang: Lang) -> String {
    let title = standing.head.title.get(lang);
    match &standing.weakest {
        Some(point) if !point.text.is_empty() => {
            let values = [("title", title.into()), ("point", point.text.get(lang).into())];
            words.fmt("agent-progress-answer", &values)
        }
        _ => title.to_owned(),
    }
}
