//! What is known of the learner's study, read-only: the surroundings of every screen and session.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::catalog::{PackHead, PackTrouble, PathHead, PathKind, TopicHead, in_order};
use crate::domain::event::EventId;
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::plan::Pace;
pub use crate::domain::progress::TopicState;
use crate::domain::question::KindName;
use crate::domain::roadmap::next_lesson;
use crate::domain::text::Text;
use crate::domain::time::StudyDay;
use crate::words::Arg;

use super::effect::{Queue, Route};
use super::interview::Wish;
use super::mock::MockWish;

/// How many items are due on each of the days to come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DueLoad {
    /// The day of the first figure.
    pub from: StudyDay,
    /// Items by day; the first figure includes everything overdue.
    pub items: Vec<u32>,
}

impl DueLoad {
    /// Items that are due on a day; 0 outside of what is known.
    pub fn on(&self, day: StudyDay) -> u32 {
        usize::try_from(day.since(self.from)).ok().and_then(|i| self.items.get(i)).copied().unwrap_or(0)
    }

    /// Counts one more (or one less) on a day.
    pub fn change(&mut self, day: StudyDay, by: i32) {
        let at = usize::try_from(day.since(self.from)).unwrap_or(0);
        if let Some(items) = self.items.get_mut(at) {
            *items = items.saturating_add_signed(by);
        }
    }
}

/// What is known of the learner's study.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Study {
    /// Everything is loaded. Before that (the first frame) the plan is the last known one and the rest is empty.
    pub complete: bool,
    /// The study day that all of it is about.
    pub day: StudyDay,
    /// Today's plan.
    pub plan: TodayPlan,
    /// The lesson that was begun last and not finished.
    pub reading: Option<Reading>,
    /// The working day that was left in the middle last.
    pub left_day: Option<LeftDay>,
    /// Study days of this week.
    pub week: Week,
    /// Topics that fade, the most faded first, with the chance of recall in percent.
    pub fading: Vec<(TopicId, Text, u8)>,
    /// Items due by day.
    pub load: DueLoad,
    /// Items that come back within today: when the first of them does (UTC milliseconds), and how many there are.
    pub steps: Option<(i64, u32)>,
    /// Minutes ahead by day, today first: the plan of the week.
    pub ahead: Vec<DayAhead>,
    /// What there is to learn.
    pub catalog: Arc<Catalog>,
    /// How each topic stands; topics that were never touched are `ready` or `better later`.
    pub topics: Arc<BTreeMap<TopicId, TopicStanding>>,
    /// How each unit of the roadmap stands, as a share in percent by stage index of the first roadmap path.
    pub stages: Vec<u8>,
    /// Packs that could not be used.
    pub troubles: Vec<PackTrouble>,
    /// Another window writes: its process id, 0 where the folder may not be written. This one only looks.
    pub read_only: Option<u32>,
    /// The data file is one of a newer version: it was not opened, and nothing can be done here.
    pub newer: Option<Newer>,
    /// The program stopped unexpectedly last time, and the learner has not been told.
    pub crash: Option<Crash>,
    /// Nothing but a pack that is being written is looked at: there are no places, and nothing is kept.
    pub preview: bool,
    /// Answers that the disk refuses at the moment: what happened and how many wait.
    pub unsaved: Option<(String, usize)>,
    /// Whether anything was ever answered.
    pub ever: bool,
    /// How long things take this learner.
    pub pace: Pace,
    /// The tracks that are followed, the first taken up first.
    pub tracks: Vec<EntryId>,
    /// The level of the career ladder whose gap plan feeds the day.
    pub aim: Option<u8>,
    /// Topics that tracks and the gap plan put before the rest of the roadmap, with what they need before them.
    pub first: Vec<TopicId>,
    /// Those of them that the gap plan asks for.
    pub gaps: BTreeSet<TopicId>,
}

impl Study {
    /// The level of the ladder that a lesson of the plan is for, when the gap plan has brought it.
    pub fn lesson_for(&self, topic: &TopicId) -> Option<u8> {
        self.aim.filter(|_| self.gaps.contains(topic))
    }

    /// The path that Path shows: the first roadmap.
    pub fn roadmap(&self) -> Option<&PathHead> {
        self.catalog.paths.iter().find(|p| p.kind == PathKind::Roadmap)
    }

    /// What the words for a window that only looks need: the other process, and whether it is one or the folder that is in
    /// the way.
    pub fn looks_only(pid: u32) -> [(&'static str, Arg<'static>); 2] {
        let who = if pid == 0 { "folder" } else { "window" };
        [("pid", pid.to_string().into()), ("who", who.into())]
    }

    /// Whether a review stands in today's plan.
    pub fn has_review(&self) -> bool {
        self.plan.rows.iter().any(|r| matches!(r, PlanRow::Review { .. } | PlanRow::Resume { .. }))
    }

    /// When nothing else is due: how many items come back within today, and in how many minutes the first of them does.
    pub fn coming_back(&self, utc: i64) -> Option<(u32, u32)> {
        let (first, items) = self.steps.filter(|_| !self.has_review())?;
        let left = u64::try_from(first - utc).unwrap_or(0).div_ceil(60_000).max(1);
        Some((items, u32::try_from(left).unwrap_or(u32::MAX)))
    }

    /// The next lesson on the roadmap.
    pub fn next_lesson(&self) -> Option<&TopicHead> {
        let standing = |t: &TopicId| self.topics.get(t);
        let read = |t: &TopicId| standing(t).is_some_and(|s| s.read >= 100);
        let next = next_lesson(&self.first, self.roadmap()?, |t| standing(t).map(|s| s.state), read)?;
        self.catalog.topics.get(next).map(|t| &**t)
    }
}

/// A data file of a newer version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Newer {
    /// The schema version of the file.
    pub found: u32,
    /// The newest one that this program knows.
    pub known: u32,
    /// The newest copy that this program could read, by its file name.
    pub backup: Option<String>,
}

/// What is known of an unexpected end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crash {
    /// When it was, on the clock of the place: `09:12`.
    pub at: String,
    /// Where the report is.
    pub path: String,
    /// The report.
    pub report: String,
    /// The review that goes on: so many answers are behind.
    pub resume: Option<u16>,
}

/// Today's plan.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct TodayPlan {
    /// Minutes for today; 0 means until done.
    pub budget_min: u16,
    /// What to do, in order. Empty when nothing is left.
    pub rows: Vec<PlanRow>,
    /// What was done today.
    pub done: DoneToday,
    /// Items that are due but left to later days, and over how many days they are spread.
    pub later: (u32, u16),
    /// Tomorrow: minutes, reviews, and the next lesson.
    pub tomorrow: (u16, u32, Option<Text>),
    /// Days without study before today, when there were two or more.
    pub away_days: u16,
    /// The interview answer that was left in the middle, else the one to rehearse next, whether or not it is planned for today.
    #[serde(default)]
    pub answer: Option<NextAnswer>,
}

/// The interview answer to rehearse next.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NextAnswer {
    /// The prompt.
    pub prompt: ItemId,
    /// What people call it.
    pub title: Text,
    /// The interviewer who would ask it first; empty for nobody in particular.
    pub who: Text,
    /// The level that the answer is held against, 1 to 6.
    pub level: u8,
    /// What it takes in all, in minutes.
    pub minutes: u16,
    /// It was left in the middle.
    pub begun: bool,
    /// It is the next question of a mock interview that waits: which one, and of how many.
    #[serde(default)]
    pub mock: Option<(u8, u8)>,
}

impl NextAnswer {
    /// Where it is rehearsed.
    pub fn route(&self) -> Route {
        if self.mock.is_some() {
            return Route::Mock(MockWish::Resume);
        }
        let prompt = Some(self.prompt.clone()).filter(|_| !self.begun);
        Route::Interview(Wish { prompt, resume: self.begun, ..Wish::default() })
    }
}

/// A row of today's plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum PlanRow {
    /// A review that was left in the middle today.
    Resume {
        /// Answers behind.
        behind: u16,
        /// Items ahead.
        ahead: u16,
        /// Minutes that they are likely to take.
        minutes: u16,
    },
    /// Reviews.
    Review {
        /// How many items.
        items: u32,
        /// Minutes that they are likely to take.
        minutes: u16,
        /// Where they come from, the most first: unit or pack title and how many.
        from: Vec<(Text, u32)>,
        /// Day and days of a catch-up after a long break, when there is one.
        catch_up: Option<(u16, u16)>,
    },
    /// A lesson.
    Lesson {
        /// The topic.
        topic: TopicId,
        /// Its title.
        title: Text,
        /// The title of its unit.
        unit: Text,
        /// Minutes.
        minutes: u16,
    },
    /// Questions of a lesson that was read and not practised yet.
    Questions {
        /// The topic.
        topic: TopicId,
        /// Its title.
        title: Text,
        /// How many.
        items: u16,
        /// Minutes.
        minutes: u16,
    },
    /// An interview answer to rehearse.
    Ask {
        /// Which.
        answer: NextAnswer,
        /// It was tried before, and is weak.
        weak: bool,
    },
}

impl PlanRow {
    /// Where it leads.
    pub fn route(&self) -> Route {
        match self {
            PlanRow::Resume { behind, .. } => Route::Review(Queue::Resume(*behind)),
            PlanRow::Review { .. } => Route::Review(Queue::Due { minutes: None, items: None, topic: None }),
            PlanRow::Lesson { topic, .. } => Route::Lesson(topic.clone(), None),
            PlanRow::Questions { topic, items, .. } => Route::Review(Queue::New(topic.clone(), *items)),
            PlanRow::Ask { answer, .. } => answer.route(),
        }
    }

    /// Minutes that it is likely to take.
    pub fn minutes(&self) -> u16 {
        match self {
            PlanRow::Resume { minutes, .. }
            | PlanRow::Review { minutes, .. }
            | PlanRow::Lesson { minutes, .. }
            | PlanRow::Questions { minutes, .. } => *minutes,
            PlanRow::Ask { answer, .. } => answer.minutes,
        }
    }
}

/// What was done today.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DoneToday {
    /// Questions answered.
    pub answers: u32,
    /// Of those, recalled.
    pub right: u32,
    /// Lessons read to their end.
    pub lessons: u32,
    /// Time spent, in minutes.
    pub minutes: u16,
    /// Interview answers rehearsed.
    #[serde(default)]
    pub rehearsals: u32,
}

impl DoneToday {
    /// Whether anything was done.
    pub fn any(&self) -> bool {
        self.answers > 0 || self.lessons > 0 || self.rehearsals > 0
    }
}

/// A lesson that was begun.
#[derive(Debug, Clone, PartialEq)]
pub struct Reading {
    /// The topic.
    pub topic: TopicId,
    /// Its title.
    pub title: Text,
    /// How much is read, in percent.
    pub share: u8,
    /// The study day on which it was read last.
    pub day: StudyDay,
}

/// A working day that was left in the middle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LeftDay {
    /// The day.
    pub of: EntryId,
    /// Its title.
    pub title: Text,
    /// The time at which it goes on; `None` when only tomorrow's stand-up is left.
    pub at: Option<Box<str>>,
    /// What is left takes about so many minutes.
    pub minutes: u16,
}

/// A week from Monday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Week {
    /// Whether each day was a study day.
    pub studied: [bool; 7],
    /// Today: 0 is Monday.
    pub today: u8,
    /// Study days aimed for.
    pub aim: u8,
}

/// A day of the plan ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayAhead {
    /// The day.
    pub day: StudyDay,
    /// Reviews planned on it, backlog spread included.
    pub items: u32,
    /// Minutes that they are likely to take.
    pub minutes: u16,
}

/// What there is to learn: heads only.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Catalog {
    /// Packs.
    pub packs: Vec<PackHead>,
    /// Topics by id.
    pub topics: BTreeMap<TopicId, Arc<TopicHead>>,
    /// Paths; the first roadmap is the one that Path shows.
    pub paths: Vec<PathHead>,
}

impl Catalog {
    /// The topics of a pack in learning order.
    pub fn topics_of(&self, pack: &str) -> Vec<&TopicHead> {
        in_order(pack, self.topics.values().map(|topic| &**topic), &self.paths)
    }

    /// The title of a topic's unit; the pack's title when it has no such unit.
    pub fn unit_title(&self, topic: &TopicHead) -> Text {
        let pack = self.packs.iter().find(|p| &*p.id == topic.id.pack());
        let unit = pack.and_then(|p| p.units.iter().find(|u| u.id == topic.unit).map(|u| &u.title));
        unit.or_else(|| pack.map(|p| &p.title)).cloned().unwrap_or_default()
    }
}

/// How a topic stands.
#[derive(Debug, Clone, PartialEq)]
pub struct TopicStanding {
    /// Its state.
    pub state: TopicState,
    /// Questions held.
    pub held: u16,
    /// Questions answered at least once.
    pub answered: u16,
    /// Questions in all.
    pub questions: u16,
    /// Mean chance of recall of the answered ones, in percent; 0 when none was answered.
    pub recall: u8,
    /// How much of the lesson is read, in percent.
    pub read: u8,
    /// The learner said that it is known.
    pub known: bool,
    /// The prompt of the question with the lowest chance of recall; empty when there is none.
    pub weakest: Text,
}

/// Everything that Stats shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StatsData {
    /// Share of items older than 7 days that were remembered, in percent: this month and last month; `None` without answers.
    pub remembered: (Option<u8>, Option<u8>),
    /// Recall aim in percent.
    pub aim: u8,
    /// Minutes ahead by day, today first, 11 days.
    pub ahead: Vec<DayAhead>,
    /// Minutes studied by day over twelve weeks, oldest first, starting with a Monday.
    pub minutes: Vec<u16>,
    /// The day of the first of them.
    pub from: StudyDay,
    /// Longest run of days without study within them.
    pub longest_gap: u16,
    /// The hour (0 to 23, local) in which most answers were given; `None` without answers.
    pub best_hour: Option<u8>,
    /// Answers in all, and time in minutes within the twelve weeks.
    pub totals: (u32, u32),
    /// Expected recall of everything that was learnt, in percent, in 30 days, with 10, 20 and 30 minutes a day.
    pub forecast: Vec<(u16, u8)>,
    /// By stage of the roadmap path.
    pub skills: Vec<Skill>,
    /// Median answer time by kind, in milliseconds.
    pub medians: Vec<(KindName, u32)>,
}

/// A row of Stats > Skills.
#[derive(Debug, Clone, PartialEq)]
pub struct Skill {
    /// The competency.
    pub title: Text,
    /// Questions held, of all, in percent.
    pub held: u8,
    /// Answers that were sure, and those of them that were wrong, in the last 60 days.
    pub sure: (u32, u32),
    /// Where the sure and wrong ones lie, the most first: topic, section title, how many.
    pub groups: Vec<(TopicId, Text, u32)>,
    /// Topics of the competency that are installed, and still to come.
    pub topics: (u16, u16),
}

impl Skill {
    /// Sure but wrong, in percent; `None` without sure answers.
    pub fn sure_but_wrong(&self) -> Option<u8> {
        let (sure, wrong) = self.sure;
        (sure > 0).then(|| (wrong * 100 / sure) as u8)
    }
}

/// What the learner could take back, for `undo --list` and Stats > Log.
#[derive(Debug, Clone, PartialEq)]
pub struct Undoable {
    /// The event.
    pub id: EventId,
    /// What it was, in the learner's language.
    pub text: String,
}
