//! From a wish ("what is due") to the items of a session.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use crate::domain::catalog::{PathHead, PathKind, QuestionHead, Stop, TopicHead};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::memory::Memory;
use crate::domain::plan::{self, DueItem, Pace};
use crate::domain::question::{AnswerKey, KindName};
use crate::domain::rubric::Prompt;
use crate::domain::sorting::Arrange;
use crate::domain::time::{Moment, StudyDay};
use crate::packs::Library;
use crate::sessions::effect::{Queue, QueuedItem, TEST_OUT_EACH};
use crate::sessions::prefs::Prefs;
use crate::sessions::review::{KEPT_NAME, Kept};
use crate::store::{Store, StoreError};

use super::items::section_of;

/// At most so many due items are looked at: more than any session asks.
pub(super) const SAMPLE: usize = 240;

/// The heads of questions, topic by topic, decoded once for one queue.
struct Heads<'a> {
    library: &'a Library,
    topics: BTreeMap<TopicId, Vec<QuestionHead>>,
    /// Prompts whose points are asked; `None` for one that is not installed.
    prompts: BTreeMap<ItemId, Option<Prompt>>,
}

impl<'a> Heads<'a> {
    fn new(library: &'a Library) -> Self {
        Heads { library, topics: BTreeMap::new(), prompts: BTreeMap::new() }
    }

    fn of(&mut self, topic: &TopicId) -> &[QuestionHead] {
        let library = self.library;
        self.topics.entry(topic.clone()).or_insert_with(|| library.question_heads(topic).unwrap_or_default())
    }

    fn item(&mut self, id: &ItemId) -> Option<QuestionHead> {
        if let Some((prompt, point)) = id.as_point() {
            return self.drill(prompt, point);
        }
        self.of(&id.topic()).iter().find(|h| h.id == *id).cloned()
    }
}

impl Heads<'_> {
    /// The head of a drill, as long as the prompt has the point.
    fn drill(&mut self, prompt: ItemId, point: &str) -> Option<QuestionHead> {
        let library = self.library;
        let found = self.prompts.entry(prompt.clone()).or_insert_with(|| library.prompt(&prompt).ok());
        let found = found.as_ref()?;
        let level = found.point(point)?.level;
        let key = AnswerKey::of_point(point);
        Some(QuestionHead {
            id: prompt.point(point),
            key,
            kind: KindName::Drill,
            level,
            section: section_of(library, found),
        })
    }
}

/// Something that is due and can be asked.
pub struct Due {
    /// Its head.
    pub head: QuestionHead,
    /// The unit of its topic.
    pub unit: Box<str>,
    /// How it is remembered.
    pub memory: Memory,
}

/// What is due and can be asked, in the order of a session; at most a sample of what waits.
///
/// # Errors
///
/// When the store cannot be read.
pub fn due(store: &Store, library: &Library, pace: &Pace, now: &Moment, prefs: &Prefs) -> Result<Vec<Due>, StoreError> {
    let deferred: HashSet<ItemId> = store.deferred(now.day)?.into_iter().collect();
    let mut waiting = store.due(now, SAMPLE)?;
    waiting.extend(called(store, &deferred, &waiting, now)?);
    let found = heads_of(library, waiting);
    let items: Vec<DueItem<'_>> = found
        .iter()
        .map(|d| DueItem { item: &d.head.id, kind: d.head.kind, unit: &d.unit, memory: &d.memory })
        .collect();
    let expected: u64 = items.iter().map(|i| u64::from(pace.expect_ms(i.kind))).sum();
    let budget = u64::from(prefs.budget().max(1)) * 60_000;
    let backlog = prefs.budget() > 0 && expected > budget;
    let order = plan::queue(&items, pace, now, backlog);
    drop(items);
    let mut slots: Vec<Option<Due>> = found.into_iter().map(Some).collect();
    let ordered: Vec<Due> = order.into_iter().filter_map(|i| slots.get_mut(i).and_then(Option::take)).collect();
    // What was put off today comes behind everything else of today.
    let (later, first): (Vec<Due>, Vec<Due>) = ordered.into_iter().partition(|d| deferred.contains(&d.head.id));
    Ok(first.into_iter().chain(later).collect())
}

/// What is left of `waiting` in the packs that are there, in the same order.
///
/// The sample may come from as many topics as it has items, and a topic's heads are unpacked whole: only those of one topic are held at a time.
fn heads_of(library: &Library, waiting: Vec<(ItemId, Memory)>) -> Vec<Due> {
    let mut places: BTreeMap<TopicId, Vec<usize>> = BTreeMap::new();
    for (place, (id, _)) in waiting.iter().enumerate() {
        places.entry(id.topic()).or_default().push(place);
    }
    let mut found: Vec<Option<Due>> = waiting.iter().map(|_| None).collect();
    for (topic, places) in places {
        let Some(unit) = library.topic(&topic).map(|t| t.unit.clone()) else { continue };
        let mut heads = Heads::new(library);
        for place in places {
            let (id, memory) = &waiting[place];
            found[place] = heads.item(id).map(|head| Due { head, unit: unit.clone(), memory: *memory });
        }
    }
    found.into_iter().flatten().collect()
}

/// What was called up for today from an earlier day, and is not due by itself: it was not answered since.
fn called(
    store: &Store,
    deferred: &HashSet<ItemId>,
    due: &[(ItemId, Memory)],
    now: &Moment,
) -> Result<Vec<(ItemId, Memory)>, StoreError> {
    let mut out = Vec::new();
    for id in deferred.iter().filter(|id| !due.iter().any(|(other, _)| other == *id)) {
        if let Some(memory) = store.memory(id)?.filter(|memory| memory.last_day < now.day && memory.due_utc.is_none()) {
            out.push((id.clone(), memory));
        }
    }
    // A set has no order of its own.
    out.arrange_by(|(a, _), (b, _)| a.cmp(b));
    Ok(out)
}

/// The earliest topic on the path whose lesson was read and that has questions which were never asked, with them.
///
/// # Errors
///
/// When the store cannot be read.
pub fn unasked(
    store: &Store,
    library: &Library,
    path: Option<&PathHead>,
) -> Result<Option<(TopicId, Vec<QuestionHead>)>, StoreError> {
    let mut read: Vec<TopicId> = store.lessons_read()?.into_iter().map(|(topic, _)| topic).collect();
    let place = |topic: &TopicId| {
        let stops = path.into_iter().flat_map(|p| &p.stages).flat_map(|s| &s.topics);
        stops.into_iter().position(|s| matches!(s, Stop::Here(t) if t == topic)).unwrap_or(usize::MAX)
    };
    read.arrange_by_key(place);
    for topic in read {
        let fresh = fresh_of(store, library, &topic, usize::MAX)?;
        if !fresh.is_empty() {
            return Ok(Some((topic, fresh)));
        }
    }
    Ok(None)
}

/// The items of a session.
///
/// # Errors
///
/// When the store cannot be read.
pub fn queue(
    store: &Store,
    library: &Library,
    pace: &Pace,
    wish: &Queue,
    now: &Moment,
    prefs: &Prefs,
) -> Result<Vec<QueuedItem>, StoreError> {
    let item = |head: QuestionHead| QueuedItem { expect_ms: pace.expect_ms(head.kind), head, not_before: 0 };
    let mut heads = Heads::new(library);
    Ok(match wish {
        Queue::Due { minutes, items, topic } => {
            let all = due_items(store, library, pace, now, prefs)?;
            let all = all.into_iter().filter(|q| topic.as_ref().is_none_or(|t| q.head.id.topic() == *t));
            let mut all: Vec<QueuedItem> = match (topic, all.collect::<Vec<_>>()) {
                (Some(topic), due) if due.is_empty() => {
                    fresh_of(store, library, topic, usize::MAX)?.into_iter().map(item).collect()
                }
                (None, due) if due.is_empty() => {
                    with_nothing_due(store, library, now.day)?.into_iter().map(item).collect()
                }
                (_, due) => due,
            };
            let minutes = minutes.unwrap_or_else(|| prefs.budget());
            if minutes > 0 {
                let time = u64::from(minutes) * 60_000;
                all.truncate(plan::fits(all.iter().map(|q| q.expect_ms), time));
            }
            all.truncate(items.map_or(usize::MAX, usize::from));
            all
        }
        Queue::Resume(_) => {
            let draft = store.draft(KEPT_NAME)?;
            let kept = draft.and_then(|d| Kept::read(&d, now.day));
            let ahead = kept.map(|k| k.ahead).unwrap_or_default();
            let mut out = Vec::new();
            for id in ahead {
                if let (Some(waiting), Some(head)) = (still_asked(store, &id, now)?, heads.item(&id)) {
                    out.push(QueuedItem { not_before: waiting, ..item(head) });
                }
            }
            out
        }
        Queue::New(topic, n) => fresh_of(store, library, topic, usize::from(*n))?.into_iter().map(item).collect(),
        Queue::Ahead(topic, n) => {
            ahead(store, library, topic.as_ref(), usize::from(*n), now)?.into_iter().map(item).collect()
        }
        Queue::TestOut(topics) => {
            let each = topics.iter().flat_map(|t| spread_over(heads.of(t), usize::from(TEST_OUT_EACH)));
            each.map(item).collect()
        }
        Queue::More { topic, section, except, most } => {
            let found = more(store, heads.of(topic), section, except, now)?;
            found.into_iter().take(usize::from(*most)).map(item).collect()
        }
        Queue::Practice(ids) => ids.iter().filter_map(|id| heads.item(id)).map(item).collect(),
    })
}

/// What a review asks when nothing is due: the rest of the one that was left in the middle; before the first answer of all the questions of what was
/// read last, else of the first topic.
fn with_nothing_due(store: &Store, library: &Library, today: StudyDay) -> Result<Vec<QuestionHead>, StoreError> {
    let kept = store.draft(KEPT_NAME)?.and_then(|draft| Kept::read(&draft, today));
    let left = left_unasked(store, library, kept.as_ref())?;
    if !left.is_empty() || store.has_memories()? {
        return Ok(left);
    }
    let topic = last_read(store, library)?.or_else(|| first_topic(library));
    Ok(topic.map(|topic| library.question_heads(&topic.id).unwrap_or_default()).unwrap_or_default())
}

/// Whether what a review had yet to ask is still to be asked, and not before when (0 for now): it may have been answered elsewhere since.
pub(super) fn still_asked(store: &Store, id: &ItemId, now: &Moment) -> Result<Option<i64>, StoreError> {
    let memory = store.memory(id)?;
    let waiting = memory.and_then(|m| m.due_utc).filter(|utc| *utc > now.utc).unwrap_or(0);
    Ok(memory.is_none_or(|m| m.is_due(now) || waiting > 0).then_some(waiting))
}

/// What the review that was left in the middle today still had to ask, of questions that were never answered: nothing makes those due.
pub(super) fn left_unasked(
    store: &Store,
    library: &Library,
    kept: Option<&Kept>,
) -> Result<Vec<QuestionHead>, StoreError> {
    let mut heads = Heads::new(library);
    let mut out = Vec::new();
    for id in kept.map(|kept| kept.ahead.as_slice()).unwrap_or_default() {
        if store.memory(id)?.is_none() {
            out.extend(heads.item(id));
        }
    }
    Ok(out)
}

fn due_items(
    store: &Store,
    library: &Library,
    pace: &Pace,
    now: &Moment,
    prefs: &Prefs,
) -> Result<Vec<QueuedItem>, StoreError> {
    let waiting = |m: &Memory| m.due_utc.filter(|utc| *utc > now.utc).unwrap_or(0);
    let item =
        |d: Due| QueuedItem { expect_ms: pace.expect_ms(d.head.kind), not_before: waiting(&d.memory), head: d.head };
    let mut out: Vec<QueuedItem> = due(store, library, pace, now, prefs)?.into_iter().map(item).collect();
    // What a working day called up and was never answered has no memory that would make it due: it comes last, until it is answered.
    let mut heads = Heads::new(library);
    let fresh = store.called_anew(now.day)?.into_iter().filter_map(|id| heads.item(&id));
    out.extend(fresh.map(|head| QueuedItem { expect_ms: pace.expect_ms(head.kind), head, not_before: 0 }));
    Ok(out)
}

/// Questions of a topic that were never answered, in the author's order.
fn fresh_of(store: &Store, library: &Library, topic: &TopicId, n: usize) -> Result<Vec<QuestionHead>, StoreError> {
    let answered: HashSet<ItemId> = store.memories_of_topic(topic)?.into_iter().map(|(id, _)| id).collect();
    let heads = library.question_heads(topic).unwrap_or_default();
    Ok(heads.into_iter().filter(|h| !answered.contains(&h.id)).take(n).collect())
}

/// What is remembered least of a topic, or of everything that comes due next.
fn ahead(
    store: &Store,
    library: &Library,
    topic: Option<&TopicId>,
    n: usize,
    now: &Moment,
) -> Result<Vec<QuestionHead>, StoreError> {
    let mut known = match topic {
        Some(topic) => store.memories_of_topic(topic)?,
        None => {
            let mut all: Vec<(ItemId, Memory)> = Vec::new();
            store.topic_rows(|id, memory| {
                if let Some(id) = ItemId::parse(id) {
                    all.push((id, *memory));
                }
            })?;
            all
        }
    };
    known.arrange_by(|(_, a), (_, b)| a.retrievability(now.day).total_cmp(&b.retrievability(now.day)));
    let mut heads = Heads::new(library);
    Ok(known.iter().filter_map(|(id, _)| heads.item(id)).take(n).collect())
}

/// Other questions of a section: first those that were never answered, then what is remembered least.
fn more(
    store: &Store,
    heads: &[QuestionHead],
    section: &str,
    except: &[ItemId],
    now: &Moment,
) -> Result<Vec<QuestionHead>, StoreError> {
    let mut found = Vec::new();
    for head in heads.iter().filter(|h| &*h.section == section && !except.contains(&h.id)) {
        let recall = store.memory(&head.id)?.map_or(0.0, |m| m.retrievability(now.day));
        found.push((recall, head.clone()));
    }
    found.arrange_by(|(a, _), (b, _)| a.total_cmp(b));
    Ok(found.into_iter().map(|(_, head)| head).collect())
}

/// Every so many of a topic's questions, so that the sample reaches over the whole of it, the last sections included.
fn spread_over(heads: &[QuestionHead], n: usize) -> Vec<QuestionHead> {
    let n = n.min(heads.len());
    (0..n).map(|i| heads[(2 * i + 1) * heads.len() / (2 * n)].clone()).collect()
}

/// The topic whose lesson was read last, of those that are there.
fn last_read<'a>(store: &Store, library: &'a Library) -> Result<Option<&'a TopicHead>, StoreError> {
    Ok(store.topics_as_read()?.iter().find_map(|topic| library.topic(topic)))
}

/// The first topic of the first roadmap; the first topic at all where there is no roadmap.
pub fn first_topic(library: &Library) -> Option<&TopicHead> {
    let roadmap = library.paths().iter().find(|p| p.kind == PathKind::Roadmap);
    let stops = roadmap.into_iter().flat_map(|p| &p.stages).flat_map(|s| &s.topics);
    let here = stops.filter_map(|s| match s {
        Stop::Here(topic) => library.topic(topic),
        Stop::Coming { .. } => None,
    });
    here.into_iter().next().or_else(|| library.topics().first().map(Arc::as_ref))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::{Answered, Event, EventId, Rating, Setting, What};
    use crate::domain::grading::Outcome;
    use crate::domain::question::Answer;
    use crate::store::Keep;

    #[test]
    fn a_review_of_new_questions_that_was_cut_off_goes_on_with_those_that_were_not_answered() {
        let (library, mut store) = (Library::builtin(), Store::in_memory(7).expect("a store"));
        let now =
            Moment { utc: 0, offset_min: 0, day: StudyDay(20_778), mono_ms: 0, id: EventId::from_parts(1_000, 0, 1) };
        let ids: Vec<ItemId> = library
            .question_heads(&library.topics()[0].id)
            .expect("its questions")
            .into_iter()
            .map(|head| head.id)
            .take(3)
            .collect();
        let due = |store: &Store| {
            let wish = Queue::Due { minutes: None, items: None, topic: None };
            let found = queue(store, &library, &Pace::default(), &wish, &now, &Prefs::default()).expect("a queue");
            found.into_iter().map(|q| q.head.id).collect::<Vec<_>>()
        };
        let answered = What::Answered(Answered {
            item: ids[0].clone(),
            key: 0,
            rating: Rating::Easy,
            outcome: Outcome::Right,
            guess: false,
            hint: false,
            took_ms: 4000,
            day: now.day,
            aim: 90,
            shift: 0,
            setting: Setting::Review,
            answer: Answer::Typed("mine".into()),
        });
        store.append(&[Event { id: now.id, utc: 0, offset_min: 0, what: answered }]).expect("it is kept");
        assert_eq!(due(&store), []);
        let draft = |kept: &Kept| Keep::Draft { key: KEPT_NAME.into(), body: serde_json::to_string(kept).ok(), utc: 0 };
        let gone = ItemId::parse("gone/gone/gone").expect("a name");
        let kept = Kept { day: now.day, ahead: [&[gone], &ids[..]].concat(), behind: 1, left_ms: 60_000 };
        store.keep(draft(&kept)).expect("it is kept");
        assert_eq!(due(&store), ids[1..]);
        let older = Kept { day: now.day.plus(-1), ..kept };
        store.keep(draft(&older)).expect("it is kept");
        assert_eq!(due(&store), [], "on another day the plan is a new one");
    }

    #[test]
    fn a_review_before_the_first_answer_asks_about_the_lesson_that_was_read_or_else_the_first() {
        let (library, mut store) = (Library::builtin(), Store::in_memory(7).expect("a store"));
        let id = EventId::from_parts(1_000, 0, 1);
        let now = Moment { utc: 0, offset_min: 0, day: StudyDay(20_778), mono_ms: 0, id };
        let wish = Queue::Due { minutes: None, items: None, topic: None };
        let asked = |store: &Store| {
            let found = queue(store, &library, &Pace::default(), &wish, &now, &Prefs::default()).expect("a queue");
            found.first().map(|q| q.head.id.topic())
        };
        assert_eq!(asked(&store), first_topic(&library).map(|t| t.id.clone()));
        let [.., third, last] = library.topics() else { panic!("more than one topic") };
        let gone = TopicId::new("gone", "gone");
        let mut id = id;
        for topic in [&last.id, &third.id, &gone] {
            let what = What::Read { topic: topic.clone(), day: now.day, took_ms: 60_000 };
            store.append(&[Event { id, utc: 0, offset_min: 0, what }]).expect("it is kept");
            id = id.next();
        }
        assert_eq!(asked(&store).as_ref(), Some(&third.id), "of two on one day the later one, of those that are here");
    }

    #[test]
    fn more_of_a_section_leaves_out_what_was_just_asked() {
        let (library, store) = (Library::builtin(), Store::in_memory(7).expect("a store"));
        let topic = &library.topics()[0].id;
        let heads = library.question_heads(topic).expect("its questions");
        let of = |section: &str| heads.iter().filter(|h| &*h.section == section).count();
        let section = heads.iter().map(|h| h.section.clone()).max_by_key(|s| of(s)).expect("a section");
        let asked = heads.iter().find(|h| h.section == section).expect("one of it").id.clone();
        let now = Moment { utc: 0, offset_min: 0, day: StudyDay(20_778), mono_ms: 0, id: EventId::default() };
        let except = vec![asked.clone()];
        let wish = Queue::More { topic: topic.clone(), section: section.clone(), except, most: 99 };
        let found = queue(&store, &library, &Pace::default(), &wish, &now, &Prefs::default()).expect("a queue");
        assert_eq!(found.len(), of(&section) - 1);
        assert!(found.iter().all(|q| q.head.section == section && q.head.id != asked));
    }
}
