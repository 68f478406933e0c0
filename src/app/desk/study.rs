//! The state of the learner's study, as every screen sees it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::catalog::{PathHead, PathKind, Stop, TopicHead};
use crate::domain::event::EventId;
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::memory::Memory;
use crate::domain::plan::{DueItem, FEEDBACK_MS, NextAnswer, NextLesson, Pace, Plan, PlanInput, Row};
use crate::domain::progress::{
    self, ItemState, SectionCount, TopicCount, TopicMarks, TopicState, competency_shares, topic_state,
};
use crate::domain::roadmap::{Roadmap, next_lesson};
use crate::domain::tally;
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay};
use crate::packs::Library;
use crate::sessions::prefs::Prefs;
use crate::sessions::review::{KEPT_NAME, Kept};
use crate::sessions::study::{
    Catalog, DayAhead, DoneToday, DueLoad, PlanRow, Reading, Study, TodayPlan, TopicStanding, Week,
};
use crate::store::{Store, StoreError};

use super::ladder::Chosen;
use super::{queues, rehearse};

/// Days of which the load is known, for load balancing.
const LOAD_DAYS: i32 = 366;

/// Days of the plan of the week.
const AHEAD_DAYS: i32 = 14;

/// Topics that Today names as fading.
const FADING_SHOWN: usize = 3;

/// What the state is made from.
#[derive(Clone, Copy)]
pub struct StudyInput<'a> {
    /// The store.
    pub store: &'a Store,
    /// The library.
    pub library: &'a Library,
    /// The catalogue of the library, made once.
    pub catalog: &'a Arc<Catalog>,
    /// The learner's pace.
    pub pace: &'a Pace,
    /// This moment.
    pub now: &'a Moment,
    /// Settings.
    pub prefs: &'a Prefs,
}

/// How much of the library the state looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// The roadmap's topics: all that Today and Path show, in time that does not grow with what else is installed.
    Roadmap,
    /// Every topic, and the prompts that the details of Path name.
    Whole,
}

/// What the first frame of the next start shows, kept in the store's one glance row.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Glance {
    /// Milliseconds that a due item takes on average; 0 when it is not known.
    item_ms: u64,
    /// The learner's pace.
    #[serde(default)]
    pace: Pace,
    /// Today's plan, and the newest event that it knew of: as long as nothing has happened since, it is the plan.
    #[serde(default)]
    shown: Option<(StudyDay, EventId, TodayPlan)>,
    /// The lesson that comes next: topic, title, unit, minutes.
    lesson: Option<(TopicId, Text, Text, u16)>,
    /// First day of a catch-up.
    catch_up: Option<StudyDay>,
    /// The interview answer to rehearse next, and the day from which a plan offers it.
    #[serde(default)]
    answer: Option<(Option<StudyDay>, PlanRow)>,
}

/// The state for the first frame: counters and the last known plan, nothing else.
pub fn first_study(store: &Store, now: &Moment, prefs: &Prefs) -> Study {
    let glance = last_glance(store);
    let due = store.due_total(now.day).unwrap_or(0);
    let known = Study { day: now.day, ever: due > 0, ..Study::default() };
    let newest = store.newest_id().unwrap_or_default();
    match glance.shown {
        // Nothing has happened since: this is the plan.
        Some((day, event, plan)) if (day, event) == (now.day, newest) && plan.budget_min == prefs.budget() => {
            return Study { plan, ..known };
        }
        _ => {}
    }
    let mut plan = TodayPlan { budget_min: prefs.budget(), ..TodayPlan::default() };
    let budget = if prefs.budget() == 0 { u64::MAX } else { u64::from(prefs.budget()) * 60_000 };
    let item_ms = match glance.item_ms {
        0 => u64::from(glance.pace.expect_any_ms()).max(1),
        ms => ms,
    };
    let offered = glance.answer.as_ref().filter(|(day, _)| day.is_some_and(|day| day <= now.day));
    let answer_ms = offered.map_or(0, |(_, row)| u64::from(row.minutes()) * 60_000);
    let for_reviews = budget.saturating_sub(answer_ms).max(budget / 2);
    let items = due.min(u32::try_from(for_reviews / item_ms).unwrap_or(u32::MAX));
    if items > 0 {
        let minutes = minutes(u64::from(items) * item_ms);
        plan.rows.push(PlanRow::Review { items, minutes, from: Vec::new(), catch_up: None });
    }
    if let Some((topic, title, unit, minutes)) = glance.lesson.filter(|_| items == due) {
        plan.rows.push(PlanRow::Lesson { topic, title, unit, minutes });
    }
    let fits = u64::from(items) * item_ms + answer_ms <= budget;
    plan.rows.extend(offered.filter(|_| fits).map(|(_, row)| row.clone()));
    plan.answer = glance.answer.and_then(|(_, row)| match row {
        PlanRow::Ask { answer, .. } => Some(answer),
        _ => None,
    });
    plan.later.0 = due - items;
    Study { plan, ..known }
}

/// What the last session left for the first frame of this one.
fn last_glance(store: &Store) -> Glance {
    let kept = store.glance().ok().flatten();
    kept.and_then(|g| serde_json::from_str(&g.body).ok()).unwrap_or_default()
}

/// The learner's pace as the last session knew it.
pub fn last_pace(store: &Store) -> Pace {
    last_glance(store).pace
}

/// Whole minutes, at least one.
fn minutes(ms: u64) -> u16 {
    u16::try_from(ms.div_ceil(60_000).max(1)).unwrap_or(u16::MAX)
}

/// The whole state. The second value is what the first frame of the next start needs, to be kept as the glance.
///
/// # Errors
///
/// When the store cannot be read.
pub fn study(input: StudyInput<'_>, scope: Scope) -> Result<(Study, String), StoreError> {
    let StudyInput { store, now, prefs, catalog, .. } = input;
    let progress = Progress::of(input, scope)?;
    let reading = reading(store, catalog)?;
    let load = due_load(store, now.day)?;
    let week = week(store, now, prefs)?;
    let chosen = Chosen::of(store, input.library, catalog, now.day, &|topic| progress.state(topic))?;
    let plan = Planned::of(input, &progress, &load, &chosen)?;
    let fading = progress.fading(catalog);
    let ahead = plan.days(now);
    let today = plan.today(input)?;
    let glance = glance(input, &plan, (now.day, store.newest_id()?, today.clone()));
    let stages = progress.stages(input);
    let study = Study {
        complete: true,
        day: now.day,
        plan: today,
        reading: reading.map(|(r, _)| r),
        left_day: rehearse::left_day(store, input.library)?,
        week,
        fading,
        load,
        steps: store.next_step(now)?,
        ahead,
        catalog: Arc::clone(catalog),
        topics: Arc::new(progress.standings),
        stages,
        troubles: input.library.troubles().to_vec(),
        read_only: None,
        newer: None,
        crash: None,
        preview: false,
        unsaved: None,
        ever: !store.is_blank()?,
        pace: *input.pace,
        tracks: chosen.tracks,
        aim: chosen.aim,
        first: chosen.first,
        gaps: chosen.gaps,
    };
    Ok((study, glance))
}

/// The catalogue of a library.
pub fn catalog(library: &Library) -> Catalog {
    Catalog {
        packs: library.packs().to_vec(),
        topics: library.topics().iter().map(|t| (t.id.clone(), t.clone())).collect(),
        paths: library.paths().to_vec(),
    }
}

/// How every topic stands.
struct Progress {
    standings: BTreeMap<TopicId, TopicStanding>,
    counts: HashMap<TopicId, TopicCount>,
    /// Held questions by topic and section, of topics that were begun.
    held_by_section: HashMap<TopicId, HashMap<Box<str>, u32>>,
}

impl Progress {
    fn of(input: StudyInput<'_>, scope: Scope) -> Result<Progress, StoreError> {
        let StudyInput { store, library, catalog, .. } = input;
        let mut walk = Walk { input, topic: None, rows: Vec::new(), out: HashMap::new(), held: HashMap::new() };
        let shown = on_roadmap(catalog, &store.tracks()?);
        match scope {
            Scope::Whole => store.topic_rows(|item, memory| walk.visit(item, memory))?,
            Scope::Roadmap => {
                for topic in &shown {
                    walk.topic(topic, store.memories_of_topic(topic)?);
                }
            }
        }
        walk.close();
        let (counts, held_by_section) = (walk.out, walk.held);
        let known: std::collections::HashSet<TopicId> = store.known()?.into_iter().collect();
        let read: HashMap<TopicId, _> = store.lessons_read()?.into_iter().collect();
        let shares: HashMap<TopicId, u8> = positions(store)?.into_iter().map(|p| (p.0, p.1)).collect();
        let heads: Vec<&TopicHead> = catalog.topics.values().map(Arc::as_ref).collect();
        let (roadmap, _) = Roadmap::lenient(heads.iter().copied());
        let empty = |t: &TopicHead| TopicCount { questions: u32::from(t.questions), ..TopicCount::default() };
        let states = roadmap.states(|topic, needs| {
            let Some(head) = catalog.topics.get(topic) else { return TopicState::Ready };
            let count = counts.get(topic).cloned().unwrap_or_else(|| empty(head));
            let marks = TopicMarks {
                known: known.contains(topic),
                read: read.contains_key(topic),
                opened: shares.contains_key(topic),
            };
            topic_state(&count, marks, needs.iter().copied())
        });
        let mut standings = BTreeMap::new();
        for (topic, state) in states {
            let Some(head) = catalog.topics.get(&topic) else { continue };
            let count = counts.get(&topic).cloned().unwrap_or_else(|| empty(head));
            let weakest = match &count.weakest {
                // A prompt lies in its topic's body, which has to be unpacked: only where it can be seen.
                Some((item, _)) if scope == Scope::Whole && shown.contains(&topic) => prompt_of(library, item),
                _ => Text::default(),
            };
            let small = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
            let read = if read.contains_key(&topic) { 100 } else { shares.get(&topic).copied().unwrap_or(0) };
            let standing = TopicStanding {
                state,
                held: small(count.held),
                answered: small(count.answered),
                questions: head.questions,
                recall: percent(count.recall),
                read,
                known: known.contains(&topic),
                weakest,
            };
            standings.insert(topic, standing);
        }
        Ok(Progress { standings, counts, held_by_section })
    }

    fn state(&self, topic: &TopicId) -> Option<TopicState> {
        self.standings.get(topic).map(|s| s.state)
    }

    /// Topics that fade, the most faded first.
    fn fading(&self, catalog: &Catalog) -> Vec<(TopicId, Text, u8)> {
        let all = self.counts.iter().filter_map(|(topic, count)| Some((topic, self.state(topic)?, count)));
        let title = |t: &TopicId| catalog.topics.get(t).map(|h| h.title.clone()).unwrap_or_default();
        let fading = tally::fading(all, FADING_SHOWN).into_iter();
        fading.map(|(topic, recall)| (topic.clone(), title(&topic), percent(recall))).collect()
    }

    /// How each stage of the roadmap stands, in percent.
    fn stages(&self, input: StudyInput<'_>) -> Vec<u8> {
        let catalog = input.catalog;
        let Some(path) = roadmap_path(catalog) else { return Vec::new() };
        let Some(pack) = catalog.packs.iter().find(|p| p.id == path.pack) else { return Vec::new() };
        let own = |t: &&Arc<TopicHead>| t.id.pack() == &*pack.id;
        let mut sections = Vec::new();
        for topic in catalog.topics.values().filter(own) {
            let heads = input.library.question_heads(&topic.id).unwrap_or_default();
            let held = self.held_by_section.get(&topic.id);
            for section in &topic.sections {
                let questions = heads.iter().filter(|h| h.section == section.id).count();
                sections.push(SectionCount {
                    unit: &topic.unit,
                    covers: &section.covers,
                    questions: questions as u32,
                    held: held.and_then(|h| h.get(&section.id)).copied().unwrap_or(0),
                });
            }
        }
        let units: Vec<&str> = pack.units.iter().map(|u| &*u.id).collect();
        competency_shares(&units, sections).into_iter().map(|share| percent(share.unwrap_or(0.0))).collect()
    }
}

/// A walk over all memories, topic by topic: only one topic's rows are held at a time.
struct Walk<'a> {
    input: StudyInput<'a>,
    topic: Option<TopicId>,
    rows: Vec<(ItemId, Memory)>,
    out: HashMap<TopicId, TopicCount>,
    held: HashMap<TopicId, HashMap<Box<str>, u32>>,
}

impl Walk<'_> {
    fn visit(&mut self, item: &str, memory: &Memory) {
        let same = self
            .topic
            .as_ref()
            .is_some_and(|t| item.strip_prefix(t.as_str()).is_some_and(|rest| rest.starts_with('/')));
        let Some(id) = ItemId::parse(item) else { return };
        if !same {
            self.close();
            self.topic = Some(id.topic());
        }
        self.rows.push((id, *memory));
    }

    fn topic(&mut self, topic: &TopicId, rows: Vec<(ItemId, Memory)>) {
        self.close();
        if !rows.is_empty() {
            (self.topic, self.rows) = (Some(topic.clone()), rows);
        }
    }

    fn close(&mut self) {
        let Some(topic) = self.topic.take() else { return };
        let rows = std::mem::take(&mut self.rows);
        // A topic that is not installed any more keeps its memories and is shown nowhere.
        let Some(head) = self.input.catalog.topics.get(&topic) else { return };
        let heads = self.input.library.question_heads(&topic).unwrap_or_default();
        let (today, aim) = (self.input.now.day, self.input.prefs.recall_aim);
        let known = rows.iter().filter_map(|(id, memory)| {
            let head = heads.iter().find(|h| h.id == *id)?;
            Some((id, Some(head.key), memory))
        });
        let count = TopicCount::of(u32::from(head.questions), known, today, aim);
        let mut held: HashMap<Box<str>, u32> = HashMap::new();
        for (id, memory) in &rows {
            let Some(head) = heads.iter().find(|h| h.id == *id) else { continue };
            if progress::item_state(Some(memory), head.key, today, aim) == ItemState::Held {
                *held.entry(head.section.clone()).or_default() += 1;
            }
        }
        self.held.insert(topic.clone(), held);
        self.out.insert(topic, count);
    }
}

fn prompt_of(library: &Library, item: &ItemId) -> Text {
    library.question(item).map(|q| q.prompt.clone()).unwrap_or_default()
}

fn percent(share: f32) -> u8 {
    (share * 100.0).round().clamp(0.0, 100.0) as u8
}

/// The roadmap that Path shows.
pub fn roadmap_path(catalog: &Catalog) -> Option<&PathHead> {
    catalog.paths.iter().find(|p| p.kind == PathKind::Roadmap)
}

/// The topics of the roadmap, of the pack that it belongs to, and of the paths that are followed.
fn on_roadmap(catalog: &Catalog, followed: &[EntryId]) -> BTreeSet<TopicId> {
    let Some(path) = roadmap_path(catalog) else { return BTreeSet::new() };
    let stops = path.stages.iter().flat_map(|s| &s.topics).filter_map(|stop| match stop {
        Stop::Here(topic) => Some(topic.clone()),
        Stop::Coming { .. } => None,
    });
    let own = catalog.topics.keys().filter(|t| t.pack() == &*path.pack).cloned();
    let followed = catalog.paths.iter().filter(|path| followed.contains(&path.name())).flat_map(|path| path.topics());
    stops.chain(own).chain(followed.cloned()).collect()
}

/// Today's plan and what it was made from.
struct Planned {
    plan: Plan,
    item_ms: u64,
    resume: Option<Kept>,
    /// Questions that were never answered and that the review left in the middle had yet to ask.
    left: usize,
    done: DoneToday,
    next: Option<TopicId>,
    answers: Option<rehearse::Next>,
}

impl Planned {
    fn of(input: StudyInput<'_>, progress: &Progress, load: &DueLoad, chosen: &Chosen) -> Result<Planned, StoreError> {
        let StudyInput { store, library, pace, now, prefs, catalog } = input;
        let due = queues::due(store, library, pace, now, prefs)?;
        let sample: Vec<DueItem<'_>> = due
            .iter()
            .map(|d| DueItem { item: &d.head.id, kind: d.head.kind, unit: &d.unit, memory: &d.memory })
            .collect();
        let expected: u64 = sample.iter().map(|d| u64::from(pace.expect_ms(d.kind))).sum();
        let item_ms = if sample.is_empty() { u64::from(pace.expect_any_ms()) } else { expected / sample.len() as u64 };
        let read: std::collections::HashSet<TopicId> = store.lessons_read()?.into_iter().map(|(t, _)| t).collect();
        let next = roadmap_path(catalog)
            .and_then(|path| next_lesson(&chosen.first, path, |t| progress.state(t), |t| read.contains(t)))
            .or_else(|| library.topics().iter().map(|t| &t.id).find(|t| !read.contains(t)))
            .cloned();
        let begun: HashMap<TopicId, u8> = positions(store)?.into_iter().map(|p| (p.0, p.1)).collect();
        let lesson = next.as_ref().and_then(|topic| {
            let head = catalog.topics.get(topic)?;
            let read = f32::from(begun.get(topic).copied().unwrap_or(0)) / 100.0;
            Some(NextLesson { topic, minutes: head.minutes, read, questions: head.questions })
        });
        let today = store.daily(now.day..=now.day)?.first().map(|(_, d)| *d).unwrap_or_default();
        let done = DoneToday {
            answers: count(today.answers),
            right: count(today.rights),
            lessons: count(today.lessons),
            minutes: today.minutes(),
            rehearsals: count(today.rehearsals),
        };
        let (asked_today, last_study) = before(store, now.day)?;
        let glance = store.glance()?.and_then(|g| serde_json::from_str::<Glance>(&g.body).ok());
        let days: Vec<u32> = load.items.iter().skip(1).take(AHEAD_DAYS as usize).copied().collect();
        let unasked = queues::unasked(store, library, roadmap_path(catalog))?;
        let due_now = due_count(store, due.len(), now)?;
        let answers = rehearse::next(store, library, now.day, &chosen.prompts, chosen.target)?;
        let offered = answers.as_ref().filter(|a| a.offered == Some(now.day));
        let plan = Plan::of(&PlanInput {
            today: now.day,
            budget_min: prefs.budget(),
            // The plan counts feedback with each item, so the time that is used up counts it too.
            spent_ms: u64::try_from(today.spent_ms() + today.answers * i64::from(FEEDBACK_MS)).unwrap_or(0),
            due: due_now,
            ahead: &days,
            sample: &sample,
            pace,
            unasked: unasked.as_ref().map(|(topic, heads)| (topic, heads.len() as u32)),
            asked_today,
            lesson,
            answer: offered.map(|a| NextAnswer { prompt: &a.first.prompt, minutes: a.first.minutes }),
            lessons_today: u16::try_from(today.lessons).unwrap_or(0),
            new_per_day: u16::from(prefs.new_topics),
            catch_up: glance.and_then(|g| g.catch_up),
            last_study,
        });
        let resume = match store.draft(KEPT_NAME)?.and_then(|d| Kept::read(&d, now.day)) {
            Some(kept) => still_kept(store, kept, now)?,
            None => None,
        };
        let left = queues::left_unasked(store, library, resume.as_ref())?.len();
        Ok(Planned { plan, item_ms, resume, left, done, next, answers })
    }

    /// As Today shows it.
    fn today(&self, input: StudyInput<'_>) -> Result<TodayPlan, StoreError> {
        let catalog = input.catalog;
        let title = |t: &TopicId| catalog.topics.get(t).map(|h| h.title.clone()).unwrap_or_default();
        let mut rows = Vec::new();
        for row in &self.plan.rows {
            match row {
                Row::Review { items, minutes, units, .. } => rows.push(self.review(catalog, *items, *minutes, units)),
                Row::Questions { topic, items, minutes } => rows.push(PlanRow::Questions {
                    topic: topic.clone(),
                    title: title(topic),
                    items: u16::try_from(*items).unwrap_or(u16::MAX),
                    minutes: *minutes,
                }),
                Row::Lesson { topic, minutes, .. } => {
                    let unit = catalog.topics.get(topic).map(|h| catalog.unit_title(h)).unwrap_or_default();
                    rows.push(PlanRow::Lesson { topic: topic.clone(), title: title(topic), unit, minutes: *minutes });
                }
                Row::Ask { .. } => rows.extend(self.answers.as_ref().map(rehearse::Next::row)),
            }
        }
        // Nothing is due, so the plan has no review in whose place the one that was left could stand.
        let asks =
            |row: &PlanRow| matches!(row, PlanRow::Resume { .. } | PlanRow::Review { .. } | PlanRow::Questions { .. });
        if self.left > 0 && !rows.iter().any(asks) {
            rows.splice(0..0, self.resumed(self.left));
        }
        let tomorrow = self.plan.tomorrow();
        let small = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        Ok(TodayPlan {
            budget_min: self.plan.budget_min,
            rows,
            done: self.done,
            later: (self.plan.later.items, small(self.plan.later.days)),
            tomorrow: (
                tomorrow.map_or(0, |d| small(d.minutes)),
                tomorrow.map_or(0, |d| d.items),
                self.next.as_ref().map(title),
            ),
            away_days: self.plan.away.unwrap_or(0),
            answer: self.answers.as_ref().map(|a| a.begun.clone().unwrap_or_else(|| a.first.clone())),
        })
    }

    /// The review that was left in the middle, with so many to ask.
    fn resumed(&self, ahead: usize) -> Option<PlanRow> {
        let kept = self.resume.as_ref()?;
        Some(PlanRow::Resume {
            behind: u16::try_from(kept.behind).unwrap_or(u16::MAX),
            ahead: u16::try_from(ahead).unwrap_or(u16::MAX),
            minutes: self::minutes(kept.left_ms),
        })
    }

    fn review(&self, catalog: &Catalog, items: u32, minutes: u16, units: &[(Box<str>, u32)]) -> PlanRow {
        if let Some(row) = self.resume.as_ref().and_then(|kept| self.resumed(kept.ahead.len())) {
            return row;
        }
        let from = units.iter().map(|(unit, n)| (unit_title(catalog, unit), *n)).collect();
        let small = |n: u32| u16::try_from(n).unwrap_or(u16::MAX);
        let catch_up = self.plan.catch_up.map(|c| (small(c.day), small(c.of)));
        PlanRow::Review { items, minutes, from, catch_up }
    }

    fn days(&self, now: &Moment) -> Vec<DayAhead> {
        let today: u32 =
            self.plan.rows.iter().map(|r| if let Row::Review { items, .. } = r { *items } else { 0 }).sum();
        let first = DayAhead { day: now.day, items: today, minutes: self.plan.minutes };
        let later = self.plan.days.iter().map(|d| DayAhead {
            day: d.day,
            items: d.items,
            minutes: u16::try_from(d.minutes).unwrap_or(u16::MAX),
        });
        std::iter::once(first).chain(later).take(AHEAD_DAYS as usize).collect()
    }
}

fn unit_title(catalog: &Catalog, unit: &str) -> Text {
    let units = catalog.packs.iter().flat_map(|p| &p.units);
    units.filter(|u| &*u.id == unit).map(|u| u.title.clone()).next().unwrap_or_else(|| Text::shared(unit))
}

fn count(n: i64) -> u32 {
    u32::try_from(n).unwrap_or(0)
}

/// The review that was left in the middle, without what was answered elsewhere since; `None` when nothing of it is left.
fn still_kept(store: &Store, kept: Kept, now: &Moment) -> Result<Option<Kept>, StoreError> {
    let mut ahead = Vec::with_capacity(kept.ahead.len());
    let before = kept.ahead.len().max(1) as u64;
    for id in kept.ahead {
        if queues::still_asked(store, &id, now)?.is_some() {
            ahead.push(id);
        }
    }
    let left_ms = kept.left_ms * ahead.len() as u64 / before;
    Ok((!ahead.is_empty()).then_some(Kept { ahead, left_ms, ..kept }))
}

/// What is due now: the counters know all of it, but not which of it can still be asked; a small sample does.
fn due_count(store: &Store, sample: usize, now: &Moment) -> Result<u32, StoreError> {
    let all = store.due_total(now.day)?;
    let sampled = u32::try_from(sample).unwrap_or(u32::MAX);
    Ok(if (all as usize) <= queues::SAMPLE { sampled } else { all })
}

/// Questions asked for the first time today, and the last study day before today.
fn before(store: &Store, today: StudyDay) -> Result<(u32, Option<StudyDay>), StoreError> {
    let mut first_today = 0;
    store.answers_since(today, |answer| {
        // A point was met in its interview answer first.
        let question = answer.answered.item.as_point().is_none();
        let first = question && store.memory(&answer.answered.item).ok().flatten().is_some_and(|m| m.answers == 1);
        first_today += u32::from(first);
    })?;
    let days = store.daily(today.plus(-400)..=today.plus(-1))?;
    Ok((first_today, days.last().map(|(day, _)| *day)))
}

fn due_load(store: &Store, today: StudyDay) -> Result<DueLoad, StoreError> {
    let mut items = vec![0; LOAD_DAYS as usize];
    items[0] = store.due_total(today)?;
    for (day, n) in store.due_counts(today.plus(1)..=today.plus(LOAD_DAYS - 1))? {
        if let Some(slot) = usize::try_from(day.since(today)).ok().and_then(|i| items.get_mut(i)) {
            *slot = n;
        }
    }
    Ok(DueLoad { from: today, items })
}

fn week(store: &Store, now: &Moment, prefs: &Prefs) -> Result<Week, StoreError> {
    let today = now.day.weekday();
    let monday = now.day.plus(-i32::from(today));
    let mut studied = [false; 7];
    for (day, daily) in store.daily(monday..=monday.plus(6))? {
        if let Some(slot) = usize::try_from(day.since(monday)).ok().and_then(|i| studied.get_mut(i)) {
            *slot = daily.studied();
        }
    }
    Ok(Week { studied, today, aim: prefs.days_per_week })
}

/// What every lesson draft says, whatever else it holds.
#[derive(Debug, Deserialize)]
struct Position {
    /// How much is read, in percent.
    percent: u8,
    /// The study day on which it was read last.
    day: StudyDay,
}

/// Lessons that were begun: topic, percent read, study day; the last one first.
fn positions(store: &Store) -> Result<Vec<(TopicId, u8, StudyDay)>, StoreError> {
    let mut out = Vec::new();
    for (key, body, _) in store.drafts("lesson/")? {
        let topic = key.strip_prefix("lesson/").and_then(TopicId::parse);
        let position = serde_json::from_str::<Position>(&body).ok();
        if let (Some(topic), Some(position)) = (topic, position) {
            out.push((topic, position.percent, position.day));
        }
    }
    Ok(out)
}

/// The lesson that was begun last and not finished.
fn reading(store: &Store, catalog: &Catalog) -> Result<Option<(Reading, u8)>, StoreError> {
    let found = positions(store)?
        .into_iter()
        .find(|(topic, percent, _)| *percent < 100 && *percent > 0 && catalog.topics.contains_key(topic));
    Ok(found.map(|(topic, share, day)| {
        let title = catalog.topics.get(&topic).map(|h| h.title.clone()).unwrap_or_default();
        (Reading { topic, title, share, day }, share)
    }))
}

/// What the first frame of the next start needs.
fn glance(input: StudyInput<'_>, planned: &Planned, shown: (StudyDay, EventId, TodayPlan)) -> String {
    let catalog = input.catalog;
    let lesson = planned.plan.rows.iter().find_map(|r| match r {
        Row::Lesson { topic, minutes, .. } => {
            let head = catalog.topics.get(topic)?;
            Some((topic.clone(), head.title.clone(), catalog.unit_title(head), *minutes))
        }
        Row::Review { .. } | Row::Questions { .. } | Row::Ask { .. } => None,
    });
    let catch_up = planned.plan.catch_up.map(|c| c.began);
    let answer = planned.answers.as_ref().map(|a| (a.offered, a.row()));
    let (item_ms, pace, shown) = (planned.item_ms, *input.pace, Some(shown));
    let glance = Glance { item_ms, pace, shown, lesson, catch_up, answer };
    serde_json::to_string(&glance).unwrap_or_default()
}
