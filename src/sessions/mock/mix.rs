//! Which questions a mock interview asks, in which order, by whom, and why.
//!
//! # Design
//!
//! The choice is a pure function of the prompts, the history and the seed. It takes one question after the other as long as one fits into the time
//! that is left: first of the kind that is short of its share, then of the weakest area that was not asked yet, then the answer that needs it
//! most; what is still equal is decided by the seed. Twice as many technical questions as of any other kind are asked, because that is what
//! first interviews do. A design question takes half an hour, so there is one, and only in the longest mock interview.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::ids::ItemId;
use crate::domain::plan::made;
use crate::domain::rubric::{PromptHead, PromptKind};
use crate::domain::sorting::Arrange;
use crate::domain::text::Text;
use crate::sessions::rehearse::{PersonaCard, RehearseData, TrackCard};
use crate::sessions::shuffle;

use super::setup::MockSetup;

/// A mock interview of at least so many minutes has a design question.
const DESIGN_FROM: u16 = 60;

/// The share of points from which an area is above the line, in halves per thousand.
const LINE: u16 = 600;

/// Questions and who asks them.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Mix {
    /// In the order in which they are asked.
    pub questions: Vec<Planned>,
}

/// A question of a mix.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Planned {
    /// Which.
    pub prompt: ItemId,
    /// Its kind.
    pub kind: PromptKind,
    /// The title of its area.
    pub area: Text,
    /// Who asks, as `pack/persona`; empty where no pack has interviewers.
    pub persona: Box<str>,
    /// What they are called.
    pub who: Text,
    /// Minutes that it is likely to take, thinking and a follow-up included.
    pub minutes: u16,
    /// Why it is asked.
    pub why: Why,
}

/// Why a question is in a mix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// Its area is below the line: so many percent of its points were made last.
    WeakArea(u8),
    /// An earlier answer to it fades.
    Fading,
    /// Nothing of its area was asked so far.
    NewArea,
    /// It keeps the kinds in balance.
    Balance,
}

impl Mix {
    /// Chooses.
    pub fn of(data: &RehearseData, setup: &MockSetup) -> Mix {
        let mut picker = Picker::new(data, setup);
        while let Some(at) = picker.next() {
            picker.take(at);
        }
        Mix { questions: picker.taken }
    }

    /// Minutes of all of them.
    pub fn minutes(&self) -> u16 {
        self.questions.iter().map(|q| q.minutes).sum()
    }

    /// How many there are of each kind, in the order of the format; kinds without any are left out.
    pub fn kinds(&self) -> Vec<(PromptKind, usize)> {
        let count = |kind: PromptKind| self.questions.iter().filter(|q| q.kind == kind).count();
        PromptKind::ALL.into_iter().map(|kind| (kind, count(kind))).filter(|(_, n)| *n > 0).collect()
    }
}

/// Minutes that a question is likely to take: a minute to think (a tenth of a long answer), the answer, and one follow-up.
pub fn minutes(head: &PromptHead) -> u16 {
    let answer = u16::from(head.minutes);
    let think = answer.div_ceil(10).max(1);
    answer + think + (answer / 2).clamp(1, 2)
}

/// How many questions of a kind are asked for one of another kind.
fn weight(kind: PromptKind) -> usize {
    if kind == PromptKind::Technical { 2 } else { 1 }
}

struct Picker<'a> {
    data: &'a RehearseData,
    setup: &'a MockSetup,
    /// Shares of points made in the areas that were tried, in halves per thousand.
    areas: BTreeMap<&'a str, u16>,
    /// Places of the prompts in an order that the seed decides.
    luck: Vec<usize>,
    taken: Vec<Planned>,
    used: Vec<usize>,
    /// The interviewer who asks everything.
    alone: Option<&'a PersonaCard>,
    /// The track that questions are taken from.
    track: Option<&'a TrackCard>,
}

impl<'a> Picker<'a> {
    fn new(data: &'a RehearseData, setup: &'a MockSetup) -> Self {
        let mut luck = vec![0; data.prompts.len()];
        // By name, so that the order in which prompts are listed does not matter.
        let mut names: Vec<usize> = (0..data.prompts.len()).collect();
        names.arrange_by_key(|at| &data.prompts[*at].head.id);
        for (place, at) in shuffle::order(names.len(), setup.seed).into_iter().zip(names) {
            luck[at] = place;
        }
        let alone = setup.persona.as_ref().and_then(|name| data.personas.iter().find(|card| card.name() == *name));
        let track = setup.track.as_ref().and_then(|name| data.tracks.iter().find(|track| track.name == *name));
        Picker { areas: areas(data), data, setup, luck, taken: Vec::new(), used: Vec::new(), alone, track }
    }

    fn left(&self) -> u16 {
        self.setup.minutes.saturating_sub(self.taken.iter().map(|q| q.minutes).sum())
    }

    /// The next question, if one fits.
    fn next(&self) -> Option<usize> {
        let level = |at: usize| self.data.prompts[at].head.level.abs_diff(self.setup.level);
        let all: Vec<usize> = (0..self.data.prompts.len()).filter(|at| self.may(*at)).collect();
        let near: Vec<usize> = all.iter().copied().filter(|at| level(*at) <= 1).collect();
        let from = if near.is_empty() { all } else { near };
        from.into_iter().min_by_key(|at| {
            (
                self.is_foreign(*at),
                self.kind_share(*at),
                self.area_rank(*at),
                self.answer_rank(*at),
                level(*at),
                self.luck[*at],
            )
        })
    }

    /// Whether a question may still come. One that takes longer than the time that is left may not.
    fn may(&self, at: usize) -> bool {
        let head = &self.data.prompts[at].head;
        let design = self.setup.minutes >= DESIGN_FROM && !self.taken.iter().any(|q| q.kind == PromptKind::Design);
        let fits = minutes(head) <= self.left();
        let on_track = self.track.is_none_or(|track| track.topics.contains(&head.id.topic()));
        !self.used.contains(&at) && fits && on_track && (head.kind != PromptKind::Design || design)
    }

    /// Whether the interviewer who asks everything would not ask it by themselves: it only fills the time.
    fn is_foreign(&self, at: usize) -> bool {
        self.alone.is_some_and(|card| !card.would_ask(&self.data.prompts[at].head))
    }

    /// How full the share of a prompt's kind is with one more. The design question comes first: later there would be no room for it.
    fn kind_share(&self, at: usize) -> usize {
        let kind = self.data.prompts[at].head.kind;
        if kind == PromptKind::Design {
            return 0;
        }
        let now = self.taken.iter().filter(|q| q.kind == kind).count() + 1;
        // Twelfths, so that halves and wholes compare exactly.
        now * 12 / weight(kind)
    }

    /// Areas that were not asked yet come first, the weakest of them first; what was never tried stands at the line.
    fn area_rank(&self, at: usize) -> (usize, u16) {
        let area = &self.data.prompts[at].unit;
        let asked = self.taken.iter().filter(|q| q.area == *area).count();
        (asked, self.areas.get(&*area.en).copied().unwrap_or(LINE))
    }

    /// Fading answers first, then those never given, then the longest ago.
    fn answer_rank(&self, at: usize) -> (u8, i32) {
        let standing = &self.data.prompts[at];
        match standing.last() {
            Some(_) if standing.weak => (0, 0),
            None => (1, 0),
            Some(last) => (2, last.day.0),
        }
    }

    fn take(&mut self, at: usize) {
        let standing = &self.data.prompts[at];
        let area = self.areas.get(&*standing.unit.en).copied();
        let why = match area {
            Some(share) if share < LINE => Why::WeakArea(u8::try_from(share / 10).unwrap_or(0)),
            _ if standing.weak => Why::Fading,
            None if !self.taken.iter().any(|q| q.area == standing.unit) => Why::NewArea,
            _ => Why::Balance,
        };
        let asker = self.asker(&standing.head);
        self.used.push(at);
        self.taken.push(Planned {
            prompt: standing.head.id.clone(),
            kind: standing.head.kind,
            area: standing.unit.clone(),
            persona: asker.map(PersonaCard::name).unwrap_or_default(),
            who: asker.map(|card| card.head.name.clone()).unwrap_or_default(),
            minutes: minutes(&standing.head),
            why,
        });
    }

    /// Who asks: of those who would, somebody who has asked least so far. Where to begin is decided by the seed.
    fn asker(&self, head: &PromptHead) -> Option<&'a PersonaCard> {
        if self.alone.is_some() {
            return self.alone;
        }
        let named: Vec<&PersonaCard> = head.personas.iter().filter_map(|name| persona(self.data, head, name)).collect();
        let cards = if named.is_empty() { self.data.personas.iter().collect() } else { named };
        let turn = usize::try_from(self.setup.seed % (cards.len().max(1) as u64)).unwrap_or(0);
        let asked = |card: &PersonaCard| self.taken.iter().filter(|q| q.persona == card.name()).count();
        let turns = (0..cards.len()).map(|n| (n + turn) % cards.len());
        turns.min_by_key(|at| asked(cards[*at])).map(|at| cards[at])
    }
}

/// An interviewer by the name that a prompt uses: of its own pack, or else of any other.
fn persona<'a>(data: &'a RehearseData, head: &PromptHead, name: &str) -> Option<&'a PersonaCard> {
    let topic = head.id.topic();
    let named = || data.personas.iter().filter(|card| &*card.head.id == name);
    named().find(|card| &*card.head.pack == topic.pack()).or_else(|| named().next())
}

/// Shares of points made with the last attempts in each area that was tried, in halves per thousand.
fn areas(data: &RehearseData) -> BTreeMap<&str, u16> {
    let mut sums: BTreeMap<&str, (u32, u32)> = BTreeMap::new();
    for standing in &data.prompts {
        if let Some(last) = standing.last() {
            let (sum, n) = sums.entry(&standing.unit.en).or_default();
            *sum += u32::from(made(last));
            *n += 1;
        }
    }
    sums.into_iter().map(|(area, (sum, n))| (area, u16::try_from(sum / n.max(1)).unwrap_or(1000))).collect()
}
