//! What Stats, Today and a summary count.
//!
//! # Design
//!
//! [`Tally`] takes answers one by one, oldest first, in a single pass, so that a store can stream a long log through it
//! without holding it. It keeps a few numbers for each item and each day, and no answers.

mod charts;
mod forecast;
mod summary;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, HashMap};

use super::event::{Answered, Rating, Setting};
use super::ids::{ItemId, TopicId};
use super::log::LiveAnswer;
use super::progress::{TopicCount, TopicState};
use super::question::{Answer, KindName};
use super::time::{StudyDay, UtcMs};
use crate::domain::sorting::Arrange;

pub use charts::{HEAT_DAYS, Heat, best_hour, first_of_weeks, longest_gap, week};
pub use forecast::forecast;
pub use summary::{
    Calibration, Confidence, Grown, ResultRow, calibration, come_back_soon, confidence, guessed_right, held_longer,
    one_thing, recalled,
};

/// A median is told from so many answers on.
pub const MEDIAN_FROM: usize = 5;

/// ... and looks at so many of the newest.
const MEDIAN_OF: usize = 100;

/// "Remembered" looks at items that were first answered more than this many days before.
pub const OLDER_THAN_DAYS: i32 = 7;

/// "Sure but wrong" looks back so many days.
pub const SURE_DAYS: i32 = 60;

/// One live answer, as far as it is counted.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Seen<'a> {
    /// The question.
    pub item: &'a ItemId,
    /// When.
    pub utc: UtcMs,
    /// Local time minus UTC at that moment, in minutes.
    pub offset_min: i32,
    /// The study day.
    pub day: StudyDay,
    /// The grade that counts.
    pub rating: Rating,
    /// Right, by the machine or by the learner's own word.
    pub right: bool,
    /// It shows that the item is known: no guess, not forgotten.
    pub recalled: bool,
    /// No guess, no hint, no "I don't know".
    pub sure: bool,
    /// An answer was tried: not "I don't know", whose quickness says nothing.
    pub tried: bool,
    /// Time to answer, in milliseconds.
    pub took_ms: u32,
    /// Where it was given.
    pub setting: Setting,
}

impl<'a> From<&LiveAnswer<'a>> for Seen<'a> {
    fn from(live: &LiveAnswer<'a>) -> Self {
        let answered: &'a Answered = live.answered;
        Seen {
            item: &answered.item,
            utc: live.utc,
            offset_min: live.offset_min,
            day: answered.day,
            rating: live.rating,
            right: live.is_right(),
            recalled: live.is_recalled(),
            sure: live.is_sure(),
            tried: answered.answer != Answer::DontKnow,
            took_ms: answered.took_ms,
            setting: answered.setting,
        }
    }
}

/// A share as two counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// How many of them.
    pub part: u32,
    /// How many in all.
    pub of: u32,
}

impl Count {
    fn add(&mut self, hit: bool) {
        self.part += u32::from(hit);
        self.of += 1;
    }

    /// In percent, rounded; `None` for nothing.
    pub fn percent(self) -> Option<u8> {
        let (part, of) = (u64::from(self.part), u64::from(self.of));
        (of > 0).then(|| ((part * 200 + of) / (of * 2)).min(100) as u8)
    }
}

/// What was done on one day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DayDone {
    /// Questions answered, and those of them that were recalled.
    pub answers: Count,
    /// Questions answered for the first time, outside of a lesson.
    pub first_asked: u32,
}

/// The running counts.
#[derive(Debug, Clone, PartialEq)]
pub struct Tally {
    today: StudyDay,
    first_day: HashMap<ItemId, (StudyDay, StudyDay)>,
    days: BTreeMap<StudyDay, DayDone>,
    hours: [u32; 24],
    remembered: [Count; 2],
    sure: HashMap<ItemId, Count>,
    took: Took,
    seen: u32,
}

/// How long the newest answers of each kind took. It stays small however many answers it is told.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Took {
    by_kind: BTreeMap<KindName, Vec<u32>>,
}

impl Took {
    /// Takes the next answer to a question of a kind. Answers come oldest first.
    pub fn answer(&mut self, seen: &Seen<'_>, kind: KindName) {
        if !seen.tried {
            return;
        }
        let took = self.by_kind.entry(kind).or_default();
        took.push(seen.took_ms);
        // Now and then, so that the oldest go without moving the rest each time.
        if took.len() >= 2 * MEDIAN_OF {
            took.drain(..MEDIAN_OF);
        }
    }

    /// The learner's median time to answer by kind, in milliseconds, where there are [`MEDIAN_FROM`] answers or more.
    pub fn medians(&self) -> Vec<(KindName, u32)> {
        let of = |(kind, took): (&KindName, &Vec<u32>)| {
            let newest = &took[took.len().saturating_sub(MEDIAN_OF)..];
            median(newest).map(|ms| (*kind, ms))
        };
        self.by_kind.iter().filter_map(of).collect()
    }
}

impl Tally {
    /// Nothing yet, as seen from a study day.
    pub fn new(today: StudyDay) -> Self {
        Tally {
            today,
            first_day: HashMap::new(),
            days: BTreeMap::new(),
            hours: [0; 24],
            remembered: [Count::default(); 2],
            sure: HashMap::new(),
            took: Took::default(),
            seen: 0,
        }
    }

    /// Takes the next answer. Answers come oldest first. `kind` is that of its question, when it is installed.
    pub fn answer(&mut self, seen: &Seen<'_>, kind: Option<KindName>) {
        self.seen += 1;
        let (first, last) = *self.first_day.get(seen.item).unwrap_or(&(seen.day, seen.day));
        let is_first = !self.first_day.contains_key(seen.item);
        // A second answer on the same day tells about the day, not about memory.
        // A point of an interview answer is no question: its drills count as time, and not as questions remembered.
        let question = seen.item.as_point().is_none();
        if question && seen.setting != Setting::Practice && last != seen.day && seen.day.since(first) > OLDER_THAN_DAYS
        {
            self.remember(seen);
        }
        self.first_day.insert(seen.item.clone(), (first, seen.day.max(last)));
        let day = self.days.entry(seen.day).or_default();
        day.answers.add(seen.recalled);
        day.first_asked += u32::from(question && is_first && seen.setting != Setting::Lesson);
        self.hours[local_hour(seen.utc, seen.offset_min)] += 1;
        if question && seen.sure && (0..SURE_DAYS).contains(&self.today.since(seen.day)) {
            self.sure.entry(seen.item.clone()).or_default().add(!seen.right);
        }
        if let Some(kind) = kind {
            self.took.answer(seen, kind);
        }
    }

    fn remember(&mut self, seen: &Seen<'_>) {
        let ago = usize::try_from(self.today.month() - seen.day.month());
        if let Some(month) = ago.ok().and_then(|ago| self.remembered.get_mut(ago)) {
            month.add(seen.recalled);
        }
    }

    /// Answers in all.
    pub fn answers(&self) -> u32 {
        self.seen
    }

    /// What was done on a day.
    pub fn day(&self, day: StudyDay) -> DayDone {
        self.days.get(&day).copied().unwrap_or_default()
    }

    /// Study days, ascending: those with an answer or a lesson.
    pub fn study_days(&self) -> impl DoubleEndedIterator<Item = StudyDay> {
        self.days.keys().copied()
    }

    /// Items older than [`OLDER_THAN_DAYS`]: remembered of asked, this calendar month and last month.
    pub fn remembered(&self) -> (Count, Count) {
        (self.remembered[0], self.remembered[1])
    }

    /// The local hour (0 to 23) in which most answers were given.
    pub fn best_hour(&self) -> Option<u8> {
        best_hour(&self.hours)
    }

    /// The learner's median time to answer by kind, see [`Took::medians`].
    pub fn medians(&self) -> Vec<(KindName, u32)> {
        self.took.medians()
    }

    /// Sure but wrong over the last [`SURE_DAYS`] days, by unit. `place` gives unit and section of an installed question.
    pub fn sure_but_wrong<'a>(
        &self,
        place: impl Fn(&ItemId) -> Option<(&'a str, &'a str)>,
    ) -> BTreeMap<&'a str, SureButWrong> {
        let mut out: BTreeMap<&str, SureButWrong> = BTreeMap::new();
        let mut groups: BTreeMap<(&str, TopicId, &str), u32> = BTreeMap::new();
        for (item, count) in &self.sure {
            let Some((unit, section)) = place(item) else { continue };
            let all = &mut out.entry(unit).or_default().wrong;
            all.part += count.part;
            all.of += count.of;
            if count.part > 0 {
                *groups.entry((unit, item.topic(), section)).or_default() += count.part;
            }
        }
        for ((unit, topic, section), wrong) in groups {
            let list = &mut out.entry(unit).or_default().groups;
            list.push(Group { topic, section: section.into(), wrong });
        }
        // Stable: groups of equal weight stay in the order of their names.
        out.values_mut().for_each(|u| u.groups.arrange_by_key(|g| std::cmp::Reverse(g.wrong)));
        out
    }
}

/// The median of at least [`MEDIAN_FROM`] times.
pub fn median(times: &[u32]) -> Option<u32> {
    let mut sorted = times.to_vec();
    sorted.sort_unstable();
    (sorted.len() >= MEDIAN_FROM).then(|| sorted[(sorted.len() - 1) / 2])
}

fn local_hour(utc: UtcMs, offset_min: i32) -> usize {
    let minutes = utc.div_euclid(60_000) + i64::from(offset_min);
    (minutes.div_euclid(60).rem_euclid(24)) as usize
}

/// Errors that the learner was sure about, in one unit.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SureButWrong {
    /// Wrong ones of all sure answers.
    pub wrong: Count,
    /// Where they lie, most first.
    pub groups: Vec<Group>,
}

/// Sure but wrong in one section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// The topic.
    pub topic: TopicId,
    /// The section.
    pub section: Box<str>,
    /// How often.
    pub wrong: u32,
}

/// Topics that fade, the least likely to be recalled first, with the mean chance over their answered questions.
pub fn fading<'a>(
    topics: impl IntoIterator<Item = (&'a TopicId, TopicState, &'a TopicCount)>,
    at_most: usize,
) -> Vec<(TopicId, f32)> {
    let fades = |(_, state, count): &(_, TopicState, &TopicCount)| *state == TopicState::Fading || count.fading > 0;
    let mut out: Vec<(TopicId, f32)> =
        topics.into_iter().filter(fades).map(|(id, _, count)| (id.clone(), count.recall)).collect();
    out.arrange_by(|a, b| a.1.total_cmp(&b.1).then_with(|| a.0.cmp(&b.0)));
    out.truncate(at_most);
    out
}
