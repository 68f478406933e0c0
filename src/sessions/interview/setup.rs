//! What is asked, by whom, and under which conditions.

use serde::{Deserialize, Serialize};

use crate::domain::event::EventId;
use crate::domain::ids::ItemId;
use crate::domain::interview::Pressure;
use crate::domain::rubric::Prompt;
use crate::domain::text::Lang;

/// How much more time than others somebody takes, by their own choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Extra {
    /// The time that the author gave.
    #[default]
    None,
    /// One and a half times as much.
    Half,
    /// Twice as much.
    Double,
}

impl Extra {
    /// All, in the order in which a key walks them.
    pub const ALL: [Extra; 3] = [Extra::None, Extra::Half, Extra::Double];

    /// A time with the extra.
    pub fn of(self, ms: u64) -> u64 {
        match self {
            Extra::None => ms,
            Extra::Half => ms + ms / 2,
            Extra::Double => ms * 2,
        }
    }
}

/// The most follow-up questions to one answer.
pub const MOST_FOLLOW_UPS: u8 = 2;

/// What somebody would like to rehearse; whatever is left open gets what Rehearse shows first.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub struct Wish {
    /// The question; the weakest answer when open.
    pub prompt: Option<ItemId>,
    /// Who asks, as `pack/persona`; the first who would ask it when open.
    pub persona: Option<Box<str>>,
    /// The ladder level that the answer is held against, 1 to 6; when open the one that the learner climbs to, else that of the question.
    pub level: Option<u8>,
    /// What the clock does; real when open.
    pub pressure: Option<Pressure>,
    /// More time; none when open.
    pub extra: Option<Extra>,
    /// Spoken aloud; typed when open.
    pub spoken: Option<bool>,
    /// At most so many follow-ups, 0 to 2; two when open.
    pub follow_ups: Option<u8>,
    /// The interviewer's language; that of the interface when open.
    pub lang: Option<Lang>,
    /// The mock interview that it belongs to.
    pub sitting: Option<EventId>,
    /// Only grade its sample answers, for practice.
    pub practice: bool,
    /// Go on with the interview that was left in the middle; everything else is as it was then.
    pub resume: bool,
    /// Where it stands within the mock interview, for the header.
    #[serde(default, skip)]
    pub within: Option<Within>,
}

impl Wish {
    /// The same wish, with the level that the learner climbs to where none was named.
    #[must_use]
    pub fn held_against(self, target: Option<u8>) -> Wish {
        Wish { level: self.level.or(target), ..self }
    }
}

/// Where a question stands within a mock interview.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Within {
    /// Which question, counted from 1.
    pub nth: usize,
    /// Of so many.
    pub of: usize,
    /// Time of the mock interview that was left when it was opened, in milliseconds; `None` without a clock.
    pub left_ms: Option<u64>,
}

/// A wish with everything filled in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Setup {
    /// The question.
    pub prompt: ItemId,
    /// Who asks, as `pack/persona`; empty for nobody in particular.
    pub persona: Box<str>,
    /// The ladder level that the answer is held against, 1 to 6.
    pub target: u8,
    /// The interviewer's language.
    pub lang: Lang,
    /// What the clock does.
    pub pressure: Pressure,
    /// More time.
    pub extra: Extra,
    /// Spoken aloud: what is typed are key words.
    pub spoken: bool,
    /// At most so many follow-ups, 0 to 2.
    pub follow_ups: u8,
    /// The mock interview that it belongs to.
    pub sitting: Option<EventId>,
    /// Only the samples are graded.
    pub practice: bool,
    /// Decides which line is said and which of two equal follow-ups is asked.
    pub seed: u64,
}

impl Setup {
    /// Fills a wish in for a prompt. The level is that of the question when none is wished for: see [`Wish::held_against`].
    pub fn new(wish: &Wish, prompt: &Prompt, persona: &str, lang: Lang, seed: u64) -> Self {
        Setup {
            prompt: prompt.id.clone(),
            persona: persona.into(),
            target: wish.level.unwrap_or(prompt.level).clamp(1, 6),
            lang: wish.lang.unwrap_or(lang),
            pressure: wish.pressure.unwrap_or_default(),
            extra: wish.extra.unwrap_or_default(),
            spoken: wish.spoken.unwrap_or_default(),
            follow_ups: wish.follow_ups.unwrap_or(MOST_FOLLOW_UPS).min(MOST_FOLLOW_UPS),
            sitting: wish.sitting,
            practice: wish.practice,
            seed,
        }
    }

    /// The wish that gives this set-up again.
    pub fn wish(&self) -> Wish {
        Wish {
            prompt: Some(self.prompt.clone()),
            persona: Some(self.persona.clone()).filter(|p| !p.is_empty()),
            level: Some(self.target),
            pressure: Some(self.pressure),
            extra: Some(self.extra),
            spoken: Some(self.spoken),
            follow_ups: Some(self.follow_ups),
            lang: Some(self.lang),
            sitting: self.sitting,
            practice: self.practice,
            resume: false,
            within: None,
        }
    }

    /// Time to think, in milliseconds.
    pub fn think_ms(&self, prompt: &Prompt) -> u64 {
        self.extra.of(u64::from(prompt.think) * 1000)
    }

    /// Time to answer, in milliseconds.
    pub fn answer_ms(&self, prompt: &Prompt) -> u64 {
        self.extra.of(u64::from(prompt.minutes) * 60_000)
    }

    /// Time to answer a follow-up, in milliseconds: half of that for the question, one to two minutes.
    pub fn follow_up_ms(&self, prompt: &Prompt) -> u64 {
        self.extra.of((u64::from(prompt.minutes) * 30_000).clamp(60_000, 120_000))
    }
}
