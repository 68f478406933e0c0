//! The rows that the focus can stand on, made from what is known of the study.

use crate::domain::ids::TopicId;
use crate::sessions::study::{NextAnswer, PlanRow, Study};

/// Questions that are offered beyond the plan, at most.
const EXTRA: u16 = 10;

/// A row.
#[derive(Debug, Clone, PartialEq)]
pub enum Row<'a> {
    /// Packs that could not be used.
    Trouble,
    /// Something of the plan.
    Plan(&'a PlanRow),
    /// Beyond the plan: the interview answer to rehearse next.
    Answer(&'a NextAnswer),
    /// Beyond the plan: the next lesson.
    NextLesson {
        /// Its topic.
        topic: &'a TopicId,
        /// Reading time in minutes.
        minutes: u8,
    },
    /// Beyond the plan: the topic that is remembered least.
    WeakSpot {
        /// The topic.
        topic: &'a TopicId,
        /// Questions to practise.
        questions: u16,
        /// Its chance of recall in percent.
        recall: u8,
    },
    /// Beyond the plan: what will be due next.
    Ahead {
        /// Questions to look at.
        questions: u16,
    },
}

/// All rows, in order.
pub fn of(study: &Study) -> Vec<Row<'_>> {
    let trouble = (!study.troubles.is_empty()).then_some(Row::Trouble);
    let mut rows: Vec<Row> = trouble.into_iter().collect();
    rows.extend(study.plan.rows.iter().map(Row::Plan));
    if study.plan.rows.is_empty() && study.complete {
        rows.extend(extra(study));
    }
    rows
}

/// The row that has the focus first: trouble waits until it is looked for.
pub fn first(rows: &[Row]) -> usize {
    usize::from(rows.len() > 1 && rows.first() == Some(&Row::Trouble))
}

/// What may be done although the plan is done.
fn extra(study: &Study) -> impl Iterator<Item = Row<'_>> {
    let lesson = study.next_lesson().map(|t| Row::NextLesson { topic: &t.id, minutes: t.minutes });
    let ahead = answered(study).min(u32::from(EXTRA)) as u16;
    let ahead = (ahead > 0).then_some(Row::Ahead { questions: ahead });
    let answer = study.plan.answer.as_ref().map(Row::Answer);
    answer.into_iter().chain(lesson).chain(weak_spot(study)).chain(ahead)
}

fn answered(study: &Study) -> u32 {
    study.topics.values().map(|s| u32::from(s.answered)).sum()
}

/// The installed topic with the lowest chance of recall, of those of which something was answered.
fn weak_spot(study: &Study) -> Option<Row<'_>> {
    let begun = study.topics.iter().filter(|(id, s)| s.answered > 0 && study.catalog.topics.contains_key(id));
    let (topic, standing) = begun.min_by_key(|(_, s)| s.recall)?;
    Some(Row::WeakSpot { topic, questions: standing.answered.min(EXTRA), recall: standing.recall })
}
