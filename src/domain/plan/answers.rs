//! Which interview answer to rehearse next.
//!
//! # Design
//!
//! An answer returns when the weakest of its points fades (UX 7.5): it is due as soon as one of them is. What was tried today waits until
//! tomorrow, whatever came of it: the points that were missed come back by themselves, as short questions. What was never tried stands between the
//! answers that are due and those that still hold, so that there is always a next one.

use crate::domain::log::Tried;
use crate::domain::memory::Memory;
use crate::domain::rubric::Mark;
use crate::domain::time::StudyDay;

/// A weak answer is offered again when the last rehearsal is at least so many days ago: every second day.
pub const REHEARSE_EVERY_DAYS: i32 = 2;

/// How an answer to a prompt stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AnswerStanding {
    /// The study day of the last attempt; `None` when it was never tried.
    pub last: Option<StudyDay>,
    /// Marks of the last attempt in halves of a point per thousand, 0 to 1000: met counts whole, partly half.
    pub made: u16,
    /// The earliest study day on which one of its points is due.
    pub due: Option<StudyDay>,
    /// The lowest chance of recall among its points, 0 to 1; 1 without any.
    pub recall: f32,
    /// The lesson of its topic was read.
    pub read: bool,
    /// Ladder level of the prompt, 1 to 6.
    pub level: u8,
    /// A followed track or the gap plan of the career ladder asks for it.
    pub wanted: bool,
}

impl AnswerStanding {
    /// From the attempts at a prompt, oldest first, and the memories of its points.
    pub fn of<'a>(
        tried: &[Tried],
        points: impl IntoIterator<Item = &'a Memory>,
        today: StudyDay,
        read: bool,
        level: u8,
    ) -> Self {
        let (mut due, mut recall) = (None, 1.0_f32);
        for memory in points {
            due = Some(due.map_or(memory.due_day, |d: StudyDay| d.min(memory.due_day)));
            recall = recall.min(memory.retrievability(today));
        }
        let last = tried.last();
        AnswerStanding {
            last: last.map(|t| t.day),
            made: last.map_or(0, made),
            due,
            recall,
            read,
            level,
            wanted: false,
        }
    }

    /// Whether it is weak: tried before today, and one of its points is due.
    pub fn is_weak(&self, today: StudyDay) -> bool {
        self.last.is_some_and(|day| day < today) && self.due.is_some_and(|day| day <= today)
    }

    /// Its place among all answers, the smallest being the one to rehearse next: weak ones, those with the fewest points made first; then what was
    /// never tried, of those that a track or a gap plan asks for first, then of lessons that were read, then by level; then the rest by the day on which it is due.
    pub fn rank(&self, today: StudyDay) -> impl Ord + Copy + use<> {
        let recall = (self.recall.clamp(0.0, 1.0) * 1000.0) as u16;
        match self.last {
            Some(_) if self.is_weak(today) => (0_u8, i32::from(self.made), recall),
            None => (1, 2 * i32::from(!self.wanted) + i32::from(!self.read), u16::from(self.level)),
            Some(_) => (2, self.due.map_or(i32::MAX, |day| day.0), self.made),
        }
    }
}

/// Marks of an attempt in halves per thousand: met counts whole, partly half, every point the same.
pub fn made(tried: &Tried) -> u16 {
    let all: Vec<Mark> = tried.marks.iter().map(|(_, mark)| mark).collect();
    let most = u32::try_from(all.len()).unwrap_or(0) * u32::from(Mark::Met.halves());
    let halves: u32 = all.iter().map(|mark| u32::from(mark.halves())).sum();
    u16::try_from((halves * 1000).checked_div(most).unwrap_or(0)).unwrap_or(1000)
}

/// The best of the attempts at one prompt: most points made, and of equal ones the last.
pub fn best(tried: &[Tried]) -> Option<&Tried> {
    tried.iter().max_by_key(|t| (made(t), t.id))
}

/// The first study day from today on whose plan offers a rehearsal: every second day, once anything was rehearsed at all. `last` is the day of the last
/// rehearsal of any answer.
pub fn next_rehearsal(last: Option<StudyDay>, today: StudyDay) -> Option<StudyDay> {
    last.map(|day| day.plus(REHEARSE_EVERY_DAYS).max(today))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: StudyDay = StudyDay(100);

    fn standing(last: Option<i32>, due: i32, made: u16) -> AnswerStanding {
        let due = last.map(|_| StudyDay(due));
        AnswerStanding { last: last.map(StudyDay), made, due, recall: 0.5, read: false, level: 2, wanted: false }
    }

    #[test]
    fn weak_answers_come_first_then_what_was_never_tried_then_what_holds() {
        let weakest = standing(Some(90), 100, 300);
        let weak = standing(Some(80), 95, 800);
        let new_and_read = AnswerStanding { read: true, level: 4, ..standing(None, 0, 0) };
        let new = standing(None, 0, 0);
        let wanted = AnswerStanding { wanted: true, level: 6, ..standing(None, 0, 0) };
        let soon = standing(Some(99), 101, 0);
        let holds = standing(Some(99), 140, 0);
        let mut all = [holds, soon, new, new_and_read, wanted, weak, weakest];
        all.sort_by_key(|s| s.rank(TODAY));
        assert_eq!(all, [weakest, weak, wanted, new_and_read, new, soon, holds]);
    }

    #[test]
    fn what_was_tried_today_waits_until_tomorrow() {
        let today = standing(Some(100), 100, 0);
        assert!(!today.is_weak(TODAY));
        assert!(today.is_weak(TODAY.plus(1)));
        assert!(!standing(Some(99), 101, 0).is_weak(TODAY));
    }

    #[test]
    fn a_rehearsal_is_offered_every_second_day_once_there_was_one() {
        assert_eq!(next_rehearsal(None, TODAY), None);
        assert_eq!(next_rehearsal(Some(TODAY), TODAY), Some(TODAY.plus(2)));
        assert_eq!(next_rehearsal(Some(TODAY.plus(-1)), TODAY), Some(TODAY.plus(1)));
        assert_eq!(next_rehearsal(Some(TODAY.plus(-9)), TODAY), Some(TODAY));
    }
}
