//! How long a mock interview is, how hard, and from which number its mix is made.

use serde::{Deserialize, Serialize};

use crate::domain::event::EventId;
use crate::domain::interview::Pressure;
use crate::sessions::rehearse::RehearseData;

/// Lengths on offer, in minutes.
pub const MINUTES: [u16; 4] = [15, 30, 45, 60];

/// The length that is offered first, in minutes.
pub const USUAL_MINUTES: u16 = 45;

/// The level that is offered first.
pub const USUAL_LEVEL: u8 = 2;

/// What the learner chose.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct MockSetup {
    /// Minutes.
    pub minutes: u16,
    /// The ladder level that the answers are held against, 1 to 6.
    pub level: u8,
    /// What the clock does.
    pub pressure: Pressure,
    /// What the mix is made from: the same number, history and prompts give the same mix.
    pub seed: u64,
    /// The track that questions are taken from, as `pack/path`; all questions without one.
    #[serde(default)]
    pub track: Option<Box<str>>,
    /// Who asks everything, as `pack/persona`: what they would ask comes first. Without one whoever would ask a question asks it.
    #[serde(default)]
    pub persona: Option<Box<str>>,
}

impl MockSetup {
    /// What is offered first.
    pub fn new(seed: u64) -> Self {
        MockSetup {
            minutes: USUAL_MINUTES,
            level: USUAL_LEVEL,
            pressure: Pressure::default(),
            seed,
            track: None,
            persona: None,
        }
    }

    /// What is offered first to this learner: the length of the last one, the level that they climb to (else that of the last one), and the path
    /// of the last one, or before the first one that they follow.
    pub fn offered(seed: u64, data: &RehearseData) -> Self {
        let (first, last) = (MockSetup::new(seed), data.mocks.last().map(|last| &last.what));
        MockSetup {
            minutes: last.map_or(first.minutes, |last| last.minutes),
            level: data.target.or(last.map(|last| last.level)).unwrap_or(first.level),
            track: data.track_offered().map(|track| track.name.clone()),
            ..first
        }
    }

    /// The next (or the previous) length on offer.
    pub fn step_minutes(&mut self, forward: bool) {
        let at = MINUTES.iter().position(|m| *m >= self.minutes).unwrap_or(MINUTES.len() - 1);
        let next = if forward { (at + 1).min(MINUTES.len() - 1) } else { at.saturating_sub(1) };
        self.minutes = MINUTES[next];
    }

    /// The next (or the previous) level.
    pub fn step_level(&mut self, forward: bool) {
        self.level = if forward { self.level.saturating_add(1) } else { self.level.saturating_sub(1) }.clamp(1, 6);
    }

    /// The next (or the previous) pressure, round and round.
    pub fn step_pressure(&mut self, forward: bool) {
        let all = Pressure::ALL;
        let at = all.iter().position(|p| *p == self.pressure).unwrap_or(0);
        self.pressure = all[(at + if forward { 1 } else { all.len() - 1 }) % all.len()];
    }

    /// The next (or the previous) of all names, round and round; before the first of them none is chosen.
    pub fn step_name(chosen: &mut Option<Box<str>>, names: &[Box<str>], forward: bool) {
        let at = chosen.as_ref().and_then(|c| names.iter().position(|n| n == c)).map_or(0, |at| at + 1);
        let all = names.len() + 1;
        let next = (at + if forward { 1 } else { all - 1 }) % all;
        *chosen = next.checked_sub(1).and_then(|next| names.get(next).cloned());
    }
}

/// What to do with a mock interview.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum MockWish {
    /// Begin one.
    Begin(MockSetup),
    /// Go on with the one that was left in the middle.
    Resume,
    /// Show the report of one that ended.
    Report(EventId),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_walk_over_what_is_on_offer_and_stop_at_its_ends() {
        let mut setup = MockSetup { minutes: 40, ..MockSetup::new(1) };
        setup.step_minutes(true);
        assert_eq!(setup.minutes, 60);
        setup.step_minutes(true);
        assert_eq!(setup.minutes, 60);
        for _ in 0..9 {
            setup.step_minutes(false);
            setup.step_level(false);
        }
        assert_eq!((setup.minutes, setup.level), (15, 1));
        setup.step_pressure(false);
        assert_eq!(setup.pressure, Pressure::Untimed);
        setup.step_pressure(true);
        assert_eq!(setup.pressure, Pressure::Real);
    }

    #[test]
    fn names_go_round_with_none_before_the_first() {
        let names: [Box<str>; 2] = ["a".into(), "b".into()];
        let mut chosen = None;
        let mut seen = Vec::new();
        for _ in 0..3 {
            MockSetup::step_name(&mut chosen, &names, true);
            seen.push(chosen.clone());
        }
        assert_eq!(seen, [Some("a".into()), Some("b".into()), None]);
        MockSetup::step_name(&mut chosen, &names, false);
        assert_eq!(chosen, Some("b".into()));
        MockSetup::step_name(&mut chosen, &[], true);
        assert_eq!(chosen, None, "what is gone is chosen no more");
    }
}
