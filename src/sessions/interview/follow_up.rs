//! The follow-up: chosen by what is missing, the same for the same seed, and never the one of the last two tries.

use std::sync::Arc;

use crate::domain::rubric::{Mark, Marks, Point, follow_ups};

use super::heard::Heard;
use super::stage::{Answering, FollowUp, Stage};
use super::step::first_voice;
use super::{Asked, Clock, Interview};

/// Tries back in which a point must not have been asked for.
const TRIES_BACK: usize = 2;

/// Met where any turn has its words.
pub(super) fn found(asked: &Asked, turns: &[Arc<Heard>]) -> Marks {
    let met = |point: &Point| turns.iter().any(|turn| turn.found.marks.get(&point.id) == Mark::Met);
    let mark = |point: &Point| if met(point) { Mark::Met } else { Mark::Missed };
    asked.prompt().points.iter().map(|point| (point.id.clone(), mark(point))).collect()
}

/// The points that a follow-up may ask for, the best choice first.
fn candidates(asked: &Asked, turns: &[Arc<Heard>]) -> Vec<usize> {
    let before = asked.loaded.attempts.iter().rev().take(TRIES_BACK).flat_map(|a| a.rehearsed.followed_up());
    let now = turns.iter().map(|turn| &*turn.about).filter(|about| !about.is_empty());
    let out: Vec<&str> = before.chain(now).collect();
    let points = &asked.prompt().points;
    let best = follow_ups(points, &found(asked, turns), &out, asked.setup.seed);
    best.iter().filter_map(|best| points.iter().position(|point| point.id == best.id)).collect()
}

/// The next follow-up; `None` when nothing is missing or enough was asked.
pub(super) fn next(asked: &Asked, turns: &[Arc<Heard>]) -> Option<FollowUp> {
    let behind = u8::try_from(turns.len().saturating_sub(1)).unwrap_or(u8::MAX);
    let left = asked.setup.follow_ups.saturating_sub(behind);
    let open = candidates(asked, turns);
    let point = *open.first().filter(|_| left > 0)?;
    let of = behind + left.min(u8::try_from(open.len()).unwrap_or(u8::MAX));
    let clock = Clock::new(asked.setup.follow_up_ms(asked.prompt()), asked.setup.pressure);
    let answering = Answering { clock, voice: first_voice(asked.setup.spoken) };
    let mut follow_up = FollowUp {
        nth: behind + 1,
        of,
        point,
        other: open.get(1).copied(),
        question: Default::default(),
        said: String::new(),
        answering,
    };
    follow_up.say(asked);
    Some(follow_up)
}

impl FollowUp {
    fn say(&mut self, asked: &Asked) {
        let Some(point) = asked.prompt().points.get(self.point) else { return };
        let setup = &asked.setup;
        self.question = point.follow_up.clone();
        let question = point.follow_up.get(setup.lang);
        let seed = setup.seed.wrapping_add(u64::from(self.nth));
        self.said = asked.persona.as_ref().map_or(question.to_owned(), |p| p.press(setup.lang, seed, question));
    }
}

impl Interview {
    /// Takes the other follow-up; the time that was used stays used.
    pub(super) fn swap_follow_up(&mut self) {
        if let (Stage::FollowUp(follow_up), Some(asked)) = (&mut self.stage, &self.asked)
            && let Some(other) = follow_up.other
        {
            follow_up.other = Some(follow_up.point);
            follow_up.point = other;
            follow_up.answering.voice = first_voice(asked.setup.spoken);
            follow_up.say(asked);
        }
    }
}
