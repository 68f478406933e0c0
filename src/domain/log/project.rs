//! What follows from a log.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::checklist::WorkId;
use crate::domain::day::Lived;
use crate::domain::event::{Event, EventId, NotePlace, What};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::interview::{Mocked, Story};
use crate::domain::ladder::{Aimed, Followed, StatementRecord};
use crate::domain::memory::{Given, Memory};
use crate::domain::question::AnswerKey;
use crate::domain::time::{StudyDay, UtcMs};

use super::answers::graded;
use super::ladder::{WorkRecord, rebuild_aim, rebuild_statement, rebuild_track, rebuild_work};
use super::rehearsals::{PromptRecord, Written, rebuild_lived, rebuild_prompt, rebuild_sitting, rebuild_story};
use super::{Subject, by_subject, live};

/// A problem that the learner flagged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Flag {
    /// The event.
    pub id: EventId,
    /// When.
    pub utc: UtcMs,
    /// What is wrong with the question.
    pub reason: Box<str>,
}

/// All that follows from the events of one question.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ItemRecord {
    /// `None` while no answer counted.
    pub memory: Option<Memory>,
    /// The learner's own spellings (see [`crate::domain::grading::spelling_to_accept`]), oldest first.
    pub accepted: Vec<Box<str>>,
    /// Oldest first.
    pub flags: Vec<Flag>,
    /// The last study day on which it was put off to later.
    pub deferred: Option<StudyDay>,
}

/// A lesson that was read to its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reading {
    /// The last study day.
    pub day: StudyDay,
    /// How often.
    pub times: u32,
    /// Time spent on all of them, in milliseconds.
    pub took_ms: u64,
}

/// All that follows from the events of one topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct TopicRecord {
    /// The learner marked it as known.
    pub known: bool,
    /// Its lesson.
    pub read: Option<Reading>,
}

/// A note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The event that wrote it.
    pub id: EventId,
    /// When.
    pub utc: UtcMs,
    /// The whole text.
    pub text: Box<str>,
}

/// All that follows from a log.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Projection {
    /// What is known of each item.
    pub memories: BTreeMap<ItemId, Memory>,
    /// The learner's own spellings.
    pub accepted: BTreeMap<ItemId, Vec<Box<str>>>,
    /// Flagged questions.
    pub flags: BTreeMap<ItemId, Vec<Flag>>,
    /// The last study day on which an item was put off.
    pub deferred: BTreeMap<ItemId, StudyDay>,
    /// Notes that are not empty.
    pub notes: BTreeMap<NotePlace, Note>,
    /// Topics marked as known.
    pub known: BTreeSet<TopicId>,
    /// Lessons read to their end.
    pub read: BTreeMap<TopicId, Reading>,
    /// Prompts that were rehearsed or practised.
    pub prompts: BTreeMap<ItemId, PromptRecord>,
    /// Mock interviews that ended, by their sitting.
    pub mocks: BTreeMap<EventId, Written<Mocked>>,
    /// Stories that are not empty.
    pub stories: BTreeMap<EventId, Written<Story>>,
    /// Statements of ladders that were rated or proved.
    pub statements: BTreeMap<EntryId, StatementRecord>,
    /// Tracks that are followed.
    pub tracks: BTreeMap<EntryId, Written<Followed>>,
    /// What ladders aim at.
    pub aims: BTreeMap<Box<str>, Written<Aimed>>,
    /// Pieces of work that checklists are ticked for.
    pub works: BTreeMap<WorkId, WorkRecord>,
    /// Working days that were played, by their playing.
    pub lived: BTreeMap<EventId, Written<Lived>>,
}

/// Rebuilds one question or rubric point from all its events (answers, rehearsals of a point's prompt, regrades, undos of them and so on), in any order.
pub fn rebuild_item<'a>(item: &ItemId, events: impl IntoIterator<Item = &'a Event>) -> ItemRecord {
    let live = live(events);
    let mut out = ItemRecord::default();
    let answers = graded(&live);
    let mut steps: Vec<Given> = answers.iter().map(|a| a.given()).collect();
    if let Some((prompt, point)) = item.as_point() {
        steps.extend(live.iter().filter_map(|e| rehearsal(e, &prompt, point)));
        steps.sort_unstable_by_key(|step| step.id);
    }
    out.memory = steps.into_iter().fold(None, |memory, step| Memory::after(memory.as_ref(), step));
    for event in &live {
        if let (What::Outdated { key, after, day, .. }, Some(memory)) = (&event.what, &mut out.memory) {
            memory.outdate(AnswerKey(*key), *after, *day);
        }
    }
    for answer in answers {
        if let Some(text) = answer.accepted
            && !out.accepted.iter().any(|a| **a == *text)
        {
            out.accepted.push(text.into());
        }
    }
    for event in live {
        match &event.what {
            What::Flagged { reason, .. } => {
                out.flags.push(Flag { id: event.id, utc: event.utc, reason: reason.clone() })
            }
            What::Deferred { day, .. } => out.deferred = Some(*day),
            _ => {}
        }
    }
    out
}

/// The step that a rehearsal of `prompt` is for one of its points.
fn rehearsal(event: &Event, prompt: &ItemId, point: &str) -> Option<Given> {
    match &event.what {
        What::Rehearsed(r) if r.prompt == *prompt => Given::point(event.id, event.utc, r, point),
        _ => None,
    }
}

/// Rebuilds one topic from all its events, in any order.
pub fn rebuild_topic<'a>(events: impl IntoIterator<Item = &'a Event>) -> TopicRecord {
    let mut out = TopicRecord::default();
    for event in live(events) {
        match &event.what {
            What::Known { known, .. } => out.known = *known,
            What::Read { day, took_ms, .. } => {
                let before = out.read.map_or((0, 0), |r| (r.times, r.took_ms));
                out.read = Some(Reading { day: *day, times: before.0 + 1, took_ms: before.1 + u64::from(*took_ms) });
            }
            _ => {}
        }
    }
    out
}

/// Rebuilds the note of one place from all its events, in any order; `None` when there is none or it was emptied.
pub fn rebuild_note<'a>(events: impl IntoIterator<Item = &'a Event>) -> Option<Note> {
    let event = *live(events).iter().rfind(|e| matches!(e.what, What::Noted { .. }))?;
    let What::Noted { text, .. } = &event.what else {
        return None;
    };
    (!text.is_empty()).then(|| Note { id: event.id, utc: event.utc, text: text.clone() })
}

impl Projection {
    /// Rebuilds the part that is about `subject` from all its events, in any order.
    pub fn apply<'a>(&mut self, subject: &Subject, events: impl IntoIterator<Item = &'a Event>) {
        match subject {
            Subject::Item(item) => {
                let new = rebuild_item(item, events);
                put(&mut self.memories, item, new.memory);
                put(&mut self.accepted, item, some(new.accepted));
                put(&mut self.flags, item, some(new.flags));
                put(&mut self.deferred, item, new.deferred);
            }
            Subject::Topic(topic) => {
                let new = rebuild_topic(events);
                put(&mut self.read, topic, new.read);
                match new.known {
                    true => self.known.insert(topic.clone()),
                    false => self.known.remove(topic),
                };
            }
            Subject::Note(place) => put(&mut self.notes, place, rebuild_note(events)),
            Subject::Prompt(prompt) => {
                put(&mut self.prompts, prompt, Some(rebuild_prompt(events)).filter(|r| !r.is_empty()));
            }
            Subject::Sitting(id) => put(&mut self.mocks, id, rebuild_sitting(events)),
            Subject::Story(id) => put(&mut self.stories, id, rebuild_story(events)),
            Subject::Statement(id) => {
                put(&mut self.statements, id, Some(rebuild_statement(events)).filter(|r| !r.is_empty()));
            }
            Subject::Track(track) => put(&mut self.tracks, track, rebuild_track(events)),
            Subject::Aim(ladder) => put(&mut self.aims, ladder, rebuild_aim(events)),
            Subject::Work(work) => put(&mut self.works, work, rebuild_work(events)),
            Subject::Lived(id) => put(&mut self.lived, id, rebuild_lived(events)),
        }
    }
}

fn put<K: Ord + Clone, V>(map: &mut BTreeMap<K, V>, key: &K, value: Option<V>) {
    match value {
        Some(value) => map.insert(key.clone(), value),
        None => map.remove(key),
    };
}

fn some<T>(list: Vec<T>) -> Option<Vec<T>> {
    (!list.is_empty()).then_some(list)
}

/// All that follows from a log, in any order of its events.
pub fn project<'a>(events: impl IntoIterator<Item = &'a Event>) -> Projection {
    let mut out = Projection::default();
    for (subject, events) in by_subject(events) {
        out.apply(&subject, events);
    }
    out
}
