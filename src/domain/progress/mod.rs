//! How far the learner is: states of items, topics and competencies (UX 7.7).

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use super::ids::ItemId;
use super::memory::{Memory, fading_below};
use super::question::AnswerKey;
use super::time::StudyDay;

/// A topic is held when this share of its questions is (7.7: 80%).
const TOPIC_HELD: (u32, u32) = (4, 5);

/// ... and none of them has been fading for more days than this.
pub const FADING_DAYS: i32 = 14;

/// What is known of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemState {
    /// Never answered.
    New,
    /// Answered, not yet held.
    Learning,
    /// Since it was last forgotten, a right answer came a week after the answer before it, and recall is near the aim.
    Held,
    /// Was held; recall is now more than 10 points under the aim.
    Fading,
}

/// What is known of one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum TopicState {
    /// Four fifths of its questions are held and none has been fading for long; or the learner marked it as known.
    Held,
    /// It would be held if so much of it were not fading.
    Fading,
    /// Begun.
    Learning,
    /// Not begun, and all that it needs is held or being learnt.
    Ready,
    /// Not begun; something else is usually easier first. Never locked.
    BetterLater,
}

impl TopicState {
    /// Whether a topic that needs one in this state is ready (7.7: "held or learning").
    pub fn is_ground(self) -> bool {
        matches!(self, TopicState::Held | TopicState::Learning)
    }

    /// Whether the learner has begun it.
    pub fn is_begun(self) -> bool {
        !matches!(self, TopicState::Ready | TopicState::BetterLater)
    }
}

/// The state of an item whose question has the key `key` now, for a recall aim in percent.
pub fn item_state(memory: Option<&Memory>, key: AnswerKey, today: StudyDay, aim: u8) -> ItemState {
    match memory {
        None => ItemState::New,
        // The question has changed: what was held was the answer to another one.
        Some(m) if !m.is_current(key) => ItemState::Learning,
        Some(m) => memory_state(m, today, aim),
    }
}

/// The same without a look at the key.
pub fn memory_state(memory: &Memory, today: StudyDay, aim: u8) -> ItemState {
    match memory.solid {
        false => ItemState::Learning,
        true if memory.retrievability(today) < fading_below(aim) => ItemState::Fading,
        true => ItemState::Held,
    }
}

/// A question of a topic: its name, its key now (`None` where it need not be compared), and what is remembered of it.
pub type Known<'a> = (&'a ItemId, Option<AnswerKey>, &'a Memory);

/// Counts over the questions of a topic.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct TopicCount {
    /// Questions of the topic.
    pub questions: u32,
    /// Questions that were answered.
    pub answered: u32,
    /// Questions that are held.
    pub held: u32,
    /// Questions that are fading.
    pub fading: u32,
    /// Questions that have been fading for more than [`FADING_DAYS`].
    pub fading_long: u32,
    /// The chance to recall an answered question today, on average; 0 when none was answered.
    pub recall: f32,
    /// The answered question that is least likely to be recalled today, and that chance.
    pub weakest: Option<(ItemId, f32)>,
}

impl TopicCount {
    /// Counts the questions that were answered. `known` names each at most once; unknown questions of the topic are new.
    pub fn of<'a>(questions: u32, known: impl IntoIterator<Item = Known<'a>>, today: StudyDay, aim: u8) -> TopicCount {
        let mut out = TopicCount { questions, ..TopicCount::default() };
        let mut weakest: Option<(&ItemId, f32)> = None;
        for (item, key, memory) in known {
            let chance = memory.retrievability(today);
            out.answered += 1;
            out.recall += chance;
            match item_state(Some(memory), key.unwrap_or(memory.key), today, aim) {
                ItemState::Held => out.held += 1,
                ItemState::Fading => {
                    out.fading += 1;
                    let since = memory.falls_below(fading_below(aim));
                    out.fading_long += u32::from(today.since(since) > FADING_DAYS);
                }
                ItemState::New | ItemState::Learning => {}
            }
            if weakest.is_none_or(|(_, least)| chance < least) {
                weakest = Some((item, chance));
            }
        }
        out.recall /= out.answered.max(1) as f32;
        // A question that was removed from the pack may still be remembered.
        out.questions = out.questions.max(out.answered);
        out.weakest = weakest.map(|(item, chance)| (item.clone(), chance));
        out
    }

    /// The share of its questions that are held, 0 to 1.
    pub fn share(&self) -> f32 {
        match self.questions {
            0 => 0.0,
            all => self.held as f32 / all as f32,
        }
    }
}

/// The learner's own word and deed about a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TopicMarks {
    /// Marked as known.
    pub known: bool,
    /// Its lesson was read to the end.
    pub read: bool,
    /// Its lesson was opened and not finished.
    pub opened: bool,
}

/// The state of a topic, from its counts, the learner's marks and the states of what it needs (installed topics only).
pub fn topic_state(count: &TopicCount, marks: TopicMarks, needs: impl IntoIterator<Item = TopicState>) -> TopicState {
    let (part, whole) = TOPIC_HELD;
    let enough = |n: u32| count.questions > 0 && n * whole >= count.questions * part;
    let only_text = count.questions == 0 && marks.read;
    if marks.known || only_text || enough(count.held) && count.fading_long == 0 {
        TopicState::Held
    } else if enough(count.held + count.fading) {
        TopicState::Fading
    } else if count.answered > 0 || marks.read || marks.opened {
        TopicState::Learning
    } else if needs.into_iter().all(TopicState::is_ground) {
        TopicState::Ready
    } else {
        TopicState::BetterLater
    }
}

/// The questions that a section teaches.
#[derive(Debug, Clone, Copy)]
pub struct SectionCount<'a> {
    /// The unit of its topic.
    pub unit: &'a str,
    /// The outcomes that it covers; empty for a pack without a syllabus.
    pub covers: &'a [Box<str>],
    /// Its questions.
    pub questions: u32,
    /// Those that are held.
    pub held: u32,
}

/// Whether an outcome belongs to a competency: its id is one of the outcome's parts (`s0.c04.indexes` and `c04`).
pub fn outcome_is_of(outcome: &str, unit: &str) -> bool {
    outcome.split('.').any(|part| part == unit)
}

/// How much of each competency is held, 0 to 1, in the order of `units`; `None` where nothing can be asked yet.
///
/// A competency counts the outcomes of its own id, wherever they are taught: the mean over its outcomes of the share of
/// covering questions that are held. A unit that no outcome names (a pack without a syllabus) counts its questions.
pub fn competency_shares<'a>(units: &[&str], sections: impl IntoIterator<Item = SectionCount<'a>>) -> Vec<Option<f32>> {
    let mut outcomes = std::collections::HashMap::<&str, (u32, u32)>::new();
    let mut own = vec![(0u32, 0u32); units.len()];
    let add = |to: &mut (u32, u32), s: &SectionCount| {
        to.0 += s.held.min(s.questions);
        to.1 += s.questions;
    };
    for section in sections {
        for outcome in section.covers {
            add(outcomes.entry(outcome).or_default(), &section);
        }
        if let Some(at) = units.iter().position(|u| *u == section.unit) {
            add(&mut own[at], &section);
        }
    }
    let share = |(held, of): (u32, u32)| (of > 0).then(|| held as f32 / of as f32);
    let mean_of = |(at, unit): (usize, &&str)| {
        let shares: Vec<f32> = outcomes
            .iter()
            .filter(|(outcome, _)| outcome_is_of(outcome, unit))
            .filter_map(|(_, count)| share(*count))
            .collect();
        match shares.len() {
            0 => share(own[at]),
            n => Some(shares.iter().sum::<f32>() / n as f32),
        }
    };
    units.iter().enumerate().map(mean_of).collect()
}
