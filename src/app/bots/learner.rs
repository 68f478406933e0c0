//! Somebody who studies the pack for some weeks, by the real plan, the real sessions and a store in memory: how long the days
//! are, and what is never met.
//!
//! # Design
//!
//! What is remembered is recalled as often as FSRS says that it is; what is new is known as often as this learner's gift for
//! its topic says, which is drawn once for each topic. One day in seven there is no study. Everything comes from one seed.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use super::chance::Chance;
use super::fingers::{self, Press};
use crate::app::desk::study::{Scope, StudyInput, catalog, study};
use crate::app::desk::{items, queues, stats};
use crate::domain::catalog::{PathHead, PathKind, Stage as PathStage, Stop};
use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::TopicId;
use crate::domain::log::IdSource;
use crate::domain::plan::{FEEDBACK_MS, Pace};
use crate::domain::question::Answer;
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay, UtcMs};
use crate::packs::{Library, answers};
use crate::prose;
use crate::sessions::Context;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, News, Queue, Request};
use crate::sessions::input::Input;
use crate::sessions::lesson::{Lesson, Seen, WHOLE};
use crate::sessions::prefs::Prefs;
use crate::sessions::question::Asking;
use crate::sessions::review::{Review, Stage};
use crate::sessions::study::{Catalog, PlanRow, Study};
use crate::store::{Keep, Store, StoreError};

/// Monday, 5 January 2026, 09:00 UTC: the first day.
const BEGIN: UtcMs = 1_767_603_600_000;
/// A day, in milliseconds.
const DAY_MS: i64 = 86_400_000;
/// A share of days without study.
const REST: f64 = 1.0 / 7.0;
/// How well new things are known, at least and at most.
const GIFT: (f64, f64) = (0.35, 0.85);
/// How much quicker or slower than usual an answer may come.
const HASTE: (f64, f64) = (0.6, 1.4);
/// A stretch of reading, in milliseconds: after five minutes without a key a learner counts as away.
const STRETCH_MS: u64 = 4 * 60_000;
/// Rows of a plan, and returns of what was forgotten, within one day before it is enough.
const ROUNDS: usize = 24;
/// Keys in one session before something is wrong with it.
const PATIENCE: usize = 20_000;

/// The least, the middle and the most of some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Spread {
    /// The least.
    pub min: u32,
    /// Half of the days have no more.
    pub median: u32,
    /// The most.
    pub max: u32,
}

/// What came of studying a pack for some time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Life {
    /// Days in all.
    pub days: u16,
    /// Days on which something was done.
    pub studied: usize,
    /// Days on which the learner came and found nothing to do.
    pub idle: usize,
    /// Minutes on days of study.
    pub minutes: Spread,
    /// Questions on days of study.
    pub items: Spread,
    /// Topics of the pack.
    pub topics: usize,
    /// The day, from 1, on which the last topic was met for the first time.
    pub last_new: Option<u16>,
    /// Topics that were never met.
    pub never: Vec<TopicId>,
}

/// Lets somebody study a pack.
///
/// # Errors
///
/// When the store in memory refuses; it has no reason to.
pub fn live(library: &Library, days: u16, minutes: u16, seed: u64) -> Result<Life, StoreError> {
    let mut learner = Learner::new(library, minutes, seed)?;
    let mut life = Life { days, topics: library.topics().len(), ..Life::default() };
    let (mut lengths, mut counts) = (Vec::new(), Vec::new());
    let mut met: BTreeSet<TopicId> = BTreeSet::new();
    for day in 0..days {
        if learner.chance.happens(REST) {
            continue;
        }
        learner.wake(day);
        learner.day()?;
        if learner.met.iter().any(|topic| !met.contains(topic)) {
            life.last_new = Some(day + 1);
        }
        met.append(&mut learner.met);
        match learner.spent_ms {
            0 => life.idle += 1,
            ms => {
                lengths.push(u32::try_from(ms.div_ceil(60_000)).unwrap_or(u32::MAX));
                counts.push(learner.answered);
            }
        }
    }
    life.studied = lengths.len();
    life.minutes = spread(lengths);
    life.items = spread(counts);
    life.never = library.topics().iter().map(|topic| topic.id.clone()).filter(|topic| !met.contains(topic)).collect();
    Ok(life)
}

fn spread(mut all: Vec<u32>) -> Spread {
    all.sort_unstable();
    let at = |at: usize| all.get(at).copied().unwrap_or(0);
    Spread { min: at(0), median: at(all.len().saturating_sub(1) / 2), max: at(all.len().saturating_sub(1)) }
}

struct Learner<'a> {
    library: &'a Library,
    catalog: Arc<Catalog>,
    store: Store,
    prefs: Prefs,
    pace: Pace,
    study: Study,
    chance: Chance,
    gifts: BTreeMap<TopicId, f64>,
    ids: IdSource,
    utc: UtcMs,
    mono_ms: u64,
    /// Of this day: time, answers, topics that were met.
    spent_ms: u64,
    answered: u32,
    met: BTreeSet<TopicId>,
}

impl<'a> Learner<'a> {
    fn new(library: &'a Library, minutes: u16, seed: u64) -> Result<Self, StoreError> {
        let mut chance = Chance::new(seed);
        let gift = |chance: &mut Chance| GIFT.0 + (GIFT.1 - GIFT.0) * chance.share();
        let gifts = library.topics().iter().map(|topic| (topic.id.clone(), gift(&mut chance))).collect();
        Ok(Learner {
            library,
            catalog: Arc::new(with_a_way(catalog(library))),
            store: Store::in_memory(1)?,
            prefs: Prefs { minutes, ..Prefs::default() },
            pace: Pace::default(),
            study: Study::default(),
            chance,
            gifts,
            ids: IdSource::new(1, EventId::default()),
            utc: BEGIN,
            mono_ms: 0,
            spent_ms: 0,
            answered: 0,
            met: BTreeSet::new(),
        })
    }

    fn wake(&mut self, day: u16) {
        self.utc = BEGIN + i64::from(day) * DAY_MS;
        (self.spent_ms, self.answered) = (0, 0);
    }

    /// Time passes that is spent on study.
    fn spend(&mut self, ms: u64) {
        self.utc += i64::try_from(ms).unwrap_or(0);
        self.mono_ms += ms;
        self.spent_ms += ms;
    }

    fn moment(&mut self) -> Moment {
        let rollover = i32::from(self.prefs.rollover_min);
        let day = StudyDay::of(self.utc, 0, rollover);
        Moment { utc: self.utc, offset_min: 0, day, mono_ms: self.mono_ms, id: self.ids.fresh(self.utc) }
    }

    /// The plan of this moment.
    fn plan(&mut self) -> Result<(), StoreError> {
        let now = self.moment();
        let input = StudyInput {
            store: &self.store,
            library: self.library,
            catalog: &self.catalog,
            pace: &self.pace,
            now: &now,
            prefs: &self.prefs,
        };
        let (study, glance) = study(input, Scope::Whole)?;
        self.study = study;
        // Whether a backlog is being caught up with is kept from day to day.
        self.store.keep(Keep::Glance { day: now.day, body: glance })
    }

    /// Follows the plan until nothing of it is left.
    fn day(&mut self) -> Result<(), StoreError> {
        let now = self.moment();
        self.pace = stats::pace(&self.store, self.library, &now)?;
        for _ in 0..ROUNDS {
            self.plan()?;
            let before = (self.answered, self.met.len(), self.spent_ms);
            let row = self.study.plan.rows.iter().find(|row| !matches!(row, PlanRow::Ask { .. })).cloned();
            match row {
                Some(PlanRow::Lesson { topic, .. }) => self.read(&topic)?,
                Some(PlanRow::Questions { topic, items, .. }) => self.review(Queue::New(topic, items))?,
                Some(_) => self.review(Queue::Due { minutes: None, items: None, topic: None })?,
                // What was forgotten comes back in some minutes: this learner waits for it.
                None => match self.study.steps {
                    Some((first, _)) if first > self.utc => {
                        self.utc = first;
                        continue;
                    }
                    _ => return Ok(()),
                },
            }
            if before == (self.answered, self.met.len(), self.spent_ms) {
                return Ok(());
            }
        }
        Ok(())
    }

    fn review(&mut self, queue: Queue) -> Result<(), StoreError> {
        let mut review = Review::new(queue, self.chance.number());
        let mut input = None;
        let mut chosen: Option<Answer> = None;
        for _ in 0..PATIENCE {
            let now = self.moment();
            let (prefs, load) = (self.prefs.clone(), self.study.load.clone());
            let cx = Context { now: &now, prefs: &prefs, load: &load };
            let mut effects: VecDeque<Effect> = match input.take() {
                None => review.start(&cx).into(),
                Some(input) => review.update(input, &cx).into(),
            };
            while let Some(effect) = effects.pop_front() {
                if let Some(news) = self.perform(effect, &now)? {
                    effects.extend(review.update(Input::News(news), &cx));
                }
            }
            input = Some(match &review.stage {
                Stage::Asking(asking) => self.enter(asking, &mut chosen),
                Stage::Told(_) => {
                    chosen = None;
                    self.spend(u64::from(FEEDBACK_MS));
                    Input::Act(Bound { action: Action::Next, arg: 0 })
                }
                Stage::Waiting | Stage::Loading(_) | Stage::Done(_) | Stage::Empty => break,
            });
        }
        Ok(())
    }

    fn read(&mut self, topic: &TopicId) -> Result<(), StoreError> {
        self.met.insert(topic.clone());
        let mut lesson = Lesson::new(topic.clone(), None);
        let mut chosen: Option<Answer> = None;
        let mut to_read = None;
        let mut looked = false;
        let mut input = None;
        for _ in 0..PATIENCE {
            let now = self.moment();
            let (prefs, study) = (self.prefs.clone(), self.study.clone());
            let cx = Context { now: &now, prefs: &prefs, load: &study.load };
            let mut effects: VecDeque<Effect> = match input.take() {
                None => lesson.start(&cx).into(),
                Some(input) => lesson.update(input, &cx, &study).into(),
            };
            loop {
                while let Some(effect) = effects.pop_front() {
                    if let Some(news) = self.perform(effect, &now)? {
                        effects.extend(lesson.update(Input::News(news), &cx, &study));
                    }
                }
                let Some(loaded) = lesson.loaded.as_ref().filter(|_| !looked) else { break };
                looked = true;
                to_read = Some(u64::from(loaded.body.head.minutes) * 60_000);
                let checks = prose::parse(loaded.body.lesson(prefs.lang)).checks;
                let checks = checks.iter().map(|name| name.as_str().into()).collect();
                let seen = Seen { to: WHOLE, checks, end: true, ..Seen::default() };
                effects.extend(lesson.see(seen, &cx));
            }
            let asking = lesson.entered_check().and_then(|check| check.asking());
            let Some(left) = to_read else { break };
            input = Some(if left > 0 {
                let stretch = left.min(STRETCH_MS);
                to_read = Some(left - stretch);
                self.spend(stretch);
                Input::Wake
            } else if let Some(asking) = asking {
                self.enter(asking, &mut chosen)
            } else if matches!(lesson.stage, crate::sessions::lesson::Stage::Reading) {
                // Into the next check; past the last one to the end.
                chosen = None;
                Input::Act(Bound { action: Action::Enter, arg: 0 })
            } else {
                break;
            });
        }
        Ok(())
    }

    /// The next key for the answer that this learner has in mind; a new one is thought of first.
    fn enter(&mut self, asking: &Asking, chosen: &mut Option<Answer>) -> Input {
        if chosen.is_none() {
            *chosen = Some(self.think(asking));
        }
        let unknown = Press::Act(Bound { action: Action::DontKnow, arg: 0 });
        let press = chosen.as_ref().and_then(|answer| fingers::next(asking, answer)).unwrap_or(unknown);
        match press {
            Press::Act(bound) => Input::Act(bound),
            Press::Letter(letter) => Input::Key(crate::sessions::key::Key::char(letter)),
        }
    }

    /// Thinks of an answer, right or wrong, and takes the time for it.
    fn think(&mut self, asking: &Asking) -> Answer {
        let question = asking.question();
        let usual = self.pace.expect_ms(question.kind.name()).saturating_sub(FEEDBACK_MS);
        let haste = HASTE.0 + (HASTE.1 - HASTE.0) * self.chance.share();
        self.spend((f64::from(usual) * haste) as u64);
        let today = StudyDay::of(self.utc, 0, i32::from(self.prefs.rollover_min));
        let memory = asking.item.memory.filter(|memory| memory.is_current(question.key));
        let known = match memory {
            Some(memory) => f64::from(memory.retrievability(today)),
            None => self.gifts.get(&question.id.topic()).copied().unwrap_or(GIFT.0),
        };
        let all = if self.chance.happens(known) { answers::right(question) } else { answers::wrong(question) };
        let at = self.chance.below(all.len());
        all.into_iter().nth(at).unwrap_or(Answer::DontKnow)
    }

    fn perform(&mut self, effect: Effect, now: &Moment) -> Result<Option<News>, StoreError> {
        Ok(match effect {
            Effect::Record(events) => Some(self.record(&events)?),
            Effect::Draft { name, body } => {
                self.store.keep(Keep::Draft { key: name, body, utc: self.utc })?;
                None
            }
            Effect::Ask(Request::Queue(wish)) => {
                let items = queues::queue(&self.store, self.library, &self.pace, &wish, now, &self.prefs)?;
                Some(News::Queue(wish, items))
            }
            Effect::Ask(Request::Item(id)) => {
                let item = items::load_item(&self.store, self.library, &self.pace, &id)?;
                Some(News::Item(id, item.map(Box::new)))
            }
            Effect::Ask(Request::Topic(id)) => {
                let topic = items::load_topic(&self.store, self.library, &id);
                Some(News::Topic(id, topic.map(Box::new)))
            }
            _ => None,
        })
    }

    fn record(&mut self, events: &[Event]) -> Result<News, StoreError> {
        self.store.append(events)?;
        for event in events {
            self.ids.seen(event.id);
            if let What::Answered(answered) = &event.what {
                self.answered += 1;
                self.met.insert(answered.item.topic());
            }
        }
        Ok(News::Saved(events.iter().map(|event| event.id).collect()))
    }
}

/// A pack without a roadmap of its own is studied in the order of its folders.
fn with_a_way(mut catalog: Catalog) -> Catalog {
    if catalog.paths.iter().all(|path| path.kind != PathKind::Roadmap) {
        let topics = catalog.topics.keys().cloned().map(Stop::Here).collect();
        let pack = catalog.packs.first().map(|pack| pack.id.clone()).unwrap_or_default();
        catalog.paths.push(PathHead {
            pack,
            id: "all".into(),
            kind: PathKind::Roadmap,
            title: Text::default(),
            summary: Text::default(),
            personas: Vec::new(),
            level: 0,
            stages: vec![PathStage { title: Text::default(), topics }],
        });
    }
    catalog
}
