//! Today's plan in minutes (UX 7.3), and what a session asks.
//!
//! # Design
//!
//! The numbers of a plan come from counts (how many items are due today and on each of the days to come) and from the
//! learner's pace, so that the first frame can show them before any memory is loaded. A sample of what is due, when it is
//! at hand, gives the names of units and the exact times.
//!
//! The cap comes last: the rows together never take more whole minutes than are left of the budget. A lesson that is on
//! offer leaves at least half of them to reviews, and takes what remains; it can be read in parts. An interview answer is
//! rehearsed whole or not at all.

mod answers;
mod pace;
mod queue;
mod spread;
#[cfg(test)]
mod tests;

use super::ids::{ItemId, TopicId};
use super::time::StudyDay;
use crate::domain::sorting::Arrange;

pub use answers::{AnswerStanding, REHEARSE_EVERY_DAYS, best, made, next_rehearsal};
pub use pace::{FEEDBACK_MS, Pace};
pub use queue::{DueItem, fits, queue, stops, value};
pub use spread::{days_to_catch_up, spread};

/// More than this many days of budget overdue make a catch-up, in which new topics pause.
pub const CATCH_UP_DAYS: u64 = 3;

/// New topics wait when the load of the next 7 days is above this share of the budget.
const LOAD_LIMIT: f64 = 1.2;

/// Days of that forecast, today included.
const LOAD_DAYS: usize = 7;

/// How often each question of a new topic is asked in its first week, by experience with FSRS-6 at an aim of 90%.
const NEW_ASKED: u64 = 3;

/// Questions of a lesson already read that were never asked: at most so many a day are planned.
pub const UNASKED_A_DAY: u32 = 10;

/// Whole days without study after which Today says welcome back.
pub const AWAY_DAYS: i32 = 2;

/// A part of a lesson shorter than this is not worth planning, in minutes.
const LEAST_LESSON_MIN: u64 = 3;

/// What a rehearsed answer takes besides its answer time, in minutes: thinking, follow-ups, grading.
const AROUND_ANSWER_MIN: u16 = 3;

const MINUTE_MS: u64 = 60_000;

/// A budget for a day that ends when all is done, in minutes.
const UNTIL_DONE_MIN: u64 = 1 << 32;

fn whole(minutes: u64) -> u16 {
    u16::try_from(minutes).unwrap_or(u16::MAX)
}

/// What a plan is made from.
#[derive(Debug, Clone)]
pub struct PlanInput<'a> {
    /// The study day.
    pub today: StudyDay,
    /// The learner's minutes for a day; 0 means until all is done.
    pub budget_min: u16,
    /// Time already spent today, feedback and lessons included, in milliseconds.
    pub spent_ms: u64,
    /// Items due now, overdue ones and steps of the day included.
    pub due: u32,
    /// Items due on each of the days to come, tomorrow first.
    pub ahead: &'a [u32],
    /// Some or all of what is due, in the order of [`queue()`]; may be empty.
    pub sample: &'a [DueItem<'a>],
    /// How long things take.
    pub pace: &'a Pace,
    /// A topic whose lesson was read (the earliest on the path) with questions that were never asked, and how many.
    pub unasked: Option<(&'a TopicId, u32)>,
    /// Questions asked for the first time today outside of a lesson.
    pub asked_today: u32,
    /// The next lesson on the learner's path, or the one that was begun.
    pub lesson: Option<NextLesson<'a>>,
    /// The interview answer that is to be rehearsed today, if one is on offer (see [`next_rehearsal`]).
    pub answer: Option<NextAnswer<'a>>,
    /// Lessons read to their end today.
    pub lessons_today: u16,
    /// New topics a day, a setting; 0 stops them.
    pub new_per_day: u16,
    /// The day on which a catch-up began, as the last plan said ([`CatchUp::began`]).
    pub catch_up: Option<StudyDay>,
    /// The last study day with an answer or a lesson.
    pub last_study: Option<StudyDay>,
}

/// A lesson that may come next.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NextLesson<'a> {
    /// Its topic.
    pub topic: &'a TopicId,
    /// Reading time of the whole, in minutes.
    pub minutes: u8,
    /// The share of it that was read, 0 to 1.
    pub read: f32,
    /// How many questions the topic has.
    pub questions: u16,
}

/// An interview answer that may be rehearsed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextAnswer<'a> {
    /// The prompt.
    pub prompt: &'a ItemId,
    /// What rehearsing it takes in all, in minutes (see [`rehearsing_min`]).
    pub minutes: u16,
}

/// What rehearsing an answer takes in all, in minutes, for its answer time.
pub fn rehearsing_min(answer_min: u8) -> u16 {
    u16::from(answer_min) + AROUND_ANSWER_MIN
}

/// What to do today.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// In order.
    pub rows: Vec<Row>,
    /// The learner's minutes for a day.
    pub budget_min: u16,
    /// Minutes of all rows.
    pub minutes: u16,
    /// What is due and does not fit into today.
    pub later: Later,
    /// What the days to come bring, tomorrow first, at least for the days that were given.
    pub days: Vec<DayShare>,
    /// Set while more is overdue than [`CATCH_UP_DAYS`] of budget.
    pub catch_up: Option<CatchUp>,
    /// Whether new topics are on offer.
    pub new_topics: NewTopics,
    /// Whole days without study before today, from [`AWAY_DAYS`] on.
    pub away: Option<u16>,
}

/// A row of the plan.
#[derive(Debug, Clone, PartialEq)]
pub enum Row {
    /// Review what is due.
    Review {
        /// How many items.
        items: u32,
        /// Whole minutes.
        minutes: u16,
        /// Items by unit, most first; of the sample, so perhaps fewer than `items`.
        units: Vec<(Box<str>, u32)>,
    },
    /// Answer questions of a lesson already read that were never asked.
    Questions {
        /// The topic.
        topic: TopicId,
        /// How many.
        items: u32,
        /// Whole minutes.
        minutes: u16,
    },
    /// Read a lesson.
    Lesson {
        /// Its topic.
        topic: TopicId,
        /// Whole minutes.
        minutes: u16,
        /// The share that was read before, 0 to 1; more than 0 is "continue".
        read: f32,
        /// The time left today is too short for all of it.
        part: bool,
    },
    /// Rehearse an interview answer.
    Ask {
        /// The prompt.
        prompt: ItemId,
        /// Whole minutes.
        minutes: u16,
    },
}

impl Row {
    /// Whole minutes.
    pub fn minutes(&self) -> u16 {
        match self {
            Row::Review { minutes, .. }
            | Row::Questions { minutes, .. }
            | Row::Lesson { minutes, .. }
            | Row::Ask { minutes, .. } => *minutes,
        }
    }
}

/// Items that wait.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Later {
    /// How many.
    pub items: u32,
    /// Over how many days they are spread, from tomorrow.
    pub days: u32,
}

/// The share of a day to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayShare {
    /// Which.
    pub day: StudyDay,
    /// Reviews.
    pub items: u32,
    /// Whole minutes.
    pub minutes: u32,
}

/// "Catch-up, day 2 of 5".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CatchUp {
    /// Its first day; keep it for the next plan.
    pub began: StudyDay,
    /// Today, from 1.
    pub day: u32,
    /// Days in all, as it looks today.
    pub of: u32,
}

/// Whether new topics are on offer, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum NewTopics {
    /// They are.
    Open,
    /// The day's new topics are done (or the setting is 0).
    Done,
    /// Too much is overdue.
    CatchUp,
    /// The next seven days are full.
    Full,
    /// The path has no further lesson.
    NoneLeft,
}

impl Plan {
    /// Makes today's plan.
    pub fn of(input: &PlanInput<'_>) -> Plan {
        let budget_min = match input.budget_min {
            0 => UNTIL_DONE_MIN,
            minutes => u64::from(minutes),
        };
        let budget_ms = budget_min * MINUTE_MS;
        let left_min = budget_ms.saturating_sub(input.spent_ms) / MINUTE_MS;
        let item_ms = input.item_ms();
        let catch_up = input.catch_up(item_ms, budget_ms, left_min * MINUTE_MS);
        let new_topics = input.new_topics(item_ms, budget_ms, catch_up.is_some());
        // A lesson that was begun is no new topic.
        let open = |l: &NextLesson| l.read > 0.0 && catch_up.is_none() || new_topics == NewTopics::Open;
        let lesson = input.lesson.filter(open);
        // What is overdue comes first: answers wait until it is caught up.
        let answer = input.answer.filter(|a| catch_up.is_none() && u64::from(a.minutes) <= left_min);
        let answer_min = answer.map_or(0, |a| u64::from(a.minutes));
        let wanted = lesson.map_or(0, |l| l.rest_min()) + answer_min;
        let for_reviews = left_min.saturating_sub(wanted).max(left_min.div_ceil(2));
        let (asked, review) = input.review(item_ms, for_reviews);
        let mut rows: Vec<Row> = review.into_iter().collect();
        let taken = |rows: &[Row]| rows.iter().map(|r| u64::from(r.minutes())).sum::<u64>();
        if asked == input.due && !matches!(new_topics, NewTopics::CatchUp | NewTopics::Full) {
            rows.extend(input.questions(for_reviews.saturating_sub(taken(&rows))));
        }
        let rest = left_min.saturating_sub(taken(&rows));
        let answer = answer.filter(|_| answer_min <= rest);
        rows.extend(lesson.and_then(|l| l.row(rest - answer.map_or(0, |_| answer_min))));
        rows.extend(answer.map(|a| Row::Ask { prompt: a.prompt.clone(), minutes: a.minutes }));
        let minutes = whole(taken(&rows));
        let left_over = input.due - asked;
        let capacity = u32::try_from(budget_ms / item_ms).unwrap_or(u32::MAX);
        Plan {
            rows,
            budget_min: input.budget_min,
            minutes,
            later: Later { items: left_over, days: days_to_catch_up(left_over, input.ahead, capacity) },
            days: input.days(left_over, capacity, item_ms),
            catch_up,
            new_topics,
            away: input.away(),
        }
    }

    /// Tomorrow's share; nothing when no day ahead is known.
    pub fn tomorrow(&self) -> Option<&DayShare> {
        self.days.first()
    }
}

impl NextLesson<'_> {
    /// Whole minutes that are still to be read.
    fn rest_min(&self) -> u64 {
        let rest = f32::from(self.minutes) * (1.0 - self.read.clamp(0.0, 1.0));
        (rest.ceil() as u64).max(1)
    }

    fn row(&self, left_min: u64) -> Option<Row> {
        let rest = self.rest_min();
        (left_min >= rest.min(LEAST_LESSON_MIN)).then(|| Row::Lesson {
            topic: self.topic.clone(),
            minutes: whole(rest.min(left_min)),
            read: self.read,
            part: rest > left_min,
        })
    }
}

impl PlanInput<'_> {
    /// What an item takes on average, in milliseconds; never 0.
    fn item_ms(&self) -> u64 {
        let sum: u64 = self.sample.iter().map(|i| u64::from(self.pace.expect_ms(i.kind))).sum();
        match self.sample.len() as u64 {
            0 => u64::from(self.pace.expect_any_ms()).max(1),
            n => (sum / n).max(1),
        }
    }

    fn catch_up(&self, item_ms: u64, budget_ms: u64, left_ms: u64) -> Option<CatchUp> {
        let due_ms = u64::from(self.due) * item_ms;
        // It begins above three days of budget, and ends when what is left fits into one.
        let limit = match self.catch_up {
            Some(_) => budget_ms,
            None => CATCH_UP_DAYS * budget_ms,
        };
        if due_ms <= limit {
            return None;
        }
        let began = self.catch_up.filter(|b| *b <= self.today).unwrap_or(self.today);
        let day = self.today.since(began).unsigned_abs() + 1;
        let after_today = due_ms.saturating_sub(left_ms).div_ceil(budget_ms.max(MINUTE_MS));
        let of = u64::from(day) + after_today;
        Some(CatchUp { began, day, of: u32::try_from(of).unwrap_or(u32::MAX) })
    }

    fn new_topics(&self, item_ms: u64, budget_ms: u64, catching_up: bool) -> NewTopics {
        let Some(lesson) = self.lesson else {
            return NewTopics::NoneLeft;
        };
        let ahead: u64 = self.ahead.iter().take(LOAD_DAYS - 1).map(|n| u64::from(*n)).sum();
        let items = u64::from(self.due) + ahead + NEW_ASKED * u64::from(lesson.questions);
        let limit = LOAD_LIMIT * (budget_ms * LOAD_DAYS as u64) as f64;
        match () {
            () if catching_up => NewTopics::CatchUp,
            () if self.lessons_today >= self.new_per_day => NewTopics::Done,
            () if (items * item_ms) as f64 > limit => NewTopics::Full,
            () => NewTopics::Open,
        }
    }

    /// How many of the due items fit into a time, and their row.
    fn review(&self, item_ms: u64, time_min: u64) -> (u32, Option<Row>) {
        let time_ms = time_min * MINUTE_MS;
        let (mut sum, mut items) = (0, 0);
        // The sample has exact times; past its end the mean has to do.
        let exact = self.sample.iter().map(|i| u64::from(self.pace.expect_ms(i.kind)));
        for ms in exact.chain(std::iter::repeat(item_ms)).take(self.due as usize) {
            // A budget that is shorter than one item still begins with one.
            let first = items == 0 && self.spent_ms == 0 && time_ms > 0;
            if sum + ms > time_ms && !first {
                break;
            }
            sum += ms;
            items += 1;
        }
        let minutes = whole(sum.min(time_ms).div_ceil(MINUTE_MS));
        let units = self.units(items as usize);
        (items, (items > 0).then_some(Row::Review { items, minutes, units }))
    }

    /// The row of questions that were never asked, within a time.
    fn questions(&self, time_min: u64) -> Option<Row> {
        let (topic, unasked) = self.unasked?;
        let each = u64::from(self.pace.expect_any_ms()).max(1);
        let fits = u32::try_from(time_min * MINUTE_MS / each).unwrap_or(u32::MAX);
        let items = fits.min(unasked).min(UNASKED_A_DAY.saturating_sub(self.asked_today));
        let minutes = whole((u64::from(items) * each).div_ceil(MINUTE_MS));
        (items > 0).then(|| Row::Questions { topic: topic.clone(), items, minutes })
    }

    fn units(&self, items: usize) -> Vec<(Box<str>, u32)> {
        let mut out: Vec<(&str, u32)> = Vec::new();
        for item in self.sample.iter().take(items) {
            match out.iter_mut().find(|(unit, _)| *unit == item.unit) {
                Some((_, n)) => *n += 1,
                None => out.push((item.unit, 1)),
            }
        }
        // Stable: units of equal weight stay in the order of the queue.
        out.arrange_by_key(|(_, n)| std::cmp::Reverse(*n));
        out.into_iter().map(|(unit, n)| (unit.into(), n)).collect()
    }

    fn days(&self, left_over: u32, capacity: u32, item_ms: u64) -> Vec<DayShare> {
        let known = self.ahead.len().max(LOAD_DAYS);
        let share = |(at, items): (usize, u32)| DayShare {
            day: self.today.plus(at as i32 + 1),
            items,
            minutes: u32::try_from((u64::from(items) * item_ms).div_ceil(MINUTE_MS)).unwrap_or(u32::MAX),
        };
        let spread = spread(left_over, self.ahead, capacity).into_iter();
        let days = spread.chain(std::iter::repeat(0)).take(known);
        days.enumerate().map(share).collect()
    }

    fn away(&self) -> Option<u16> {
        let days = self.today.since(self.last_study?) - 1;
        (days >= AWAY_DAYS).then(|| u16::try_from(days).unwrap_or(u16::MAX))
    }
}
