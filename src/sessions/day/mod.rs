//! A working day that is played: slot by slot, or one slot alone.
//!
//! # Design
//!
//! What is kept is what was chosen; everything else (flags, meters, which scene a slot begins with, what came back) follows from it, so that a step
//! back is one choice less and a day that was killed goes on where it was. A day moves between [`Stage::Choose`], [`Stage::Told`] and [`Stage::End`].
//!
//! *The decision that mattered* is the one that moved the meters most, together with what followed from it: the moves of a choice itself count, and
//! those of every later choice in a slot that began as it did because of a flag which this choice had set, as long as both went the same way: what
//! moved the meters up is credited with what went up after it, what moved them down with what went down. Up and down count alike, because a decision
//! matters when it goes well, too. Of equal ones the earlier is told.

#[cfg(test)]
pub mod sample;
#[cfg(test)]
mod tests;
pub mod told;

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::domain::day::{Choice, Day, Flags, Level, Lived, Meter, STAND_UP_WORDS, Said, Slot, Variant};
use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::text::{Lang, Text};

use super::Context;
use super::effect::{Effect, News, Request};

/// What the names of drafts begin with that keep a day which was left in the middle.
pub const DRAFTS: &str = "session/day/";

/// Which day is to be played.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct DayWish {
    /// The day.
    pub of: EntryId,
    /// One slot alone, by its place.
    pub slot: Option<usize>,
    /// From its beginning, although it was left in the middle.
    pub anew: bool,
}

/// Where a day stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// It is on its way.
    Waiting,
    /// There is no such day, or no such slot.
    Empty,
    /// A choice is to be made in a slot.
    Choose(usize),
    /// It was made, and what comes of it is told.
    Told(usize),
    /// The day is over: what happened, and tomorrow's stand-up.
    End,
    /// It is in the log.
    Done,
}

/// What is kept of a day that is going on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Kept {
    sitting: EventId,
    /// The slots that were played, with what was chosen.
    chosen: Vec<(Box<str>, Box<str>)>,
    told: bool,
    stand_up: String,
    /// The questions stay out of the reviews.
    without_items: bool,
    /// The slots in which a colleague was asked.
    #[serde(default)]
    asked: Vec<Box<str>>,
}

/// The slot with which a day that was left goes on, by what was kept of it: the number of slots when all were played. `None` when that cannot be read.
pub fn left_at(draft: &str) -> Option<usize> {
    let kept = serde_json::from_str::<Kept>(draft).ok()?;
    Some(kept.chosen.len().saturating_sub(usize::from(kept.told)))
}

/// A slot that was played.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Played<'a> {
    /// Its place in the day.
    pub at: usize,
    /// The slot.
    pub slot: &'a Slot,
    /// What was chosen.
    pub choice: &'a Choice,
    /// The slots that began as they did because of it, up to now.
    pub came_back: u64,
}

/// What a step back leads away from.
#[derive(Debug, Clone, PartialEq)]
struct TakenBack {
    chosen: Vec<usize>,
    told: bool,
    asked: Vec<usize>,
    /// The day was in the log.
    done: bool,
}

/// A day that is played.
#[derive(Debug, Clone, PartialEq)]
pub struct Playing {
    /// What was wished for.
    pub wish: DayWish,
    /// The day; `None` while it is on its way.
    pub day: Option<Arc<Day>>,
    titles: BTreeMap<TopicId, Text>,
    missing: bool,
    /// What was chosen, in the order of the slots.
    chosen: Vec<usize>,
    told: bool,
    /// Tomorrow's stand-up, as typed so far.
    pub stand_up: String,
    /// The questions stay out of the reviews.
    pub without_items: bool,
    /// The slots in which a colleague was asked, by their places.
    asked: Vec<usize>,
    sitting: EventId,
    /// The events at its end, while they may be taken back in one step.
    written: Vec<EventId>,
    /// The steps that were taken back and may be made again, the last one last.
    taken_back: Vec<TakenBack>,
}

impl Playing {
    /// A day that asks for what it needs first.
    pub fn new(wish: DayWish) -> Self {
        Playing {
            wish,
            day: None,
            titles: BTreeMap::new(),
            missing: false,
            chosen: Vec::new(),
            told: false,
            stand_up: String::new(),
            without_items: false,
            asked: Vec::new(),
            sitting: EventId::default(),
            written: Vec::new(),
            taken_back: Vec::new(),
        }
    }

    /// Asks for what is needed first; call once.
    pub fn start(&self) -> Vec<Effect> {
        vec![Effect::Ask(Request::Day(self.wish.of.clone()))]
    }

    /// Takes the day that has come; other news is nothing to it.
    pub fn hear(&mut self, news: News, cx: &Context<'_>) -> Vec<Effect> {
        if let News::Day(id, loaded) = news
            && id == self.wish.of
            && self.day.is_none()
        {
            self.sitting = cx.now.id;
            let Some(loaded) = loaded.filter(|day| self.wish.slot.is_none_or(|slot| slot < day.day.slots.len())) else {
                self.missing = true;
                return Vec::new();
            };
            (self.day, self.titles) = (Some(loaded.day), loaded.titles);
            let kept = loaded.draft.as_deref().and_then(|draft| serde_json::from_str::<Kept>(draft).ok());
            if let Some(kept) = kept.filter(|_| self.wish.slot.is_none() && !self.wish.anew) {
                self.resume(kept);
            }
        }
        Vec::new()
    }

    /// Goes on with what was kept, as far as the author has not changed it since.
    fn resume(&mut self, kept: Kept) {
        let Some(day) = &self.day else { return };
        let place = |(slot, (name, choice)): (&Slot, &(Box<str>, Box<str>))| {
            let at = slot.choices.iter().position(|it| it.id == *choice)?;
            (slot.id == *name).then_some(at)
        };
        self.chosen = day.slots.iter().zip(&kept.chosen).map_while(place).collect();
        self.asked = kept.asked.iter().filter_map(|name| day.slots.iter().position(|slot| slot.id == *name)).collect();
        self.told = kept.told && self.chosen.len() == kept.chosen.len() && !self.chosen.is_empty();
        (self.sitting, self.stand_up, self.without_items) = (kept.sitting, kept.stand_up, kept.without_items);
    }

    /// The slots that are played.
    pub fn range(&self) -> Range<usize> {
        match (self.wish.slot, &self.day) {
            (Some(slot), _) => slot..slot + 1,
            (None, Some(day)) => 0..day.slots.len(),
            (None, None) => 0..0,
        }
    }

    /// Where it stands.
    pub fn stage(&self) -> Stage {
        let at = self.range().start + self.chosen.len();
        match () {
            () if self.missing => Stage::Empty,
            () if self.day.is_none() => Stage::Waiting,
            () if !self.written.is_empty() => Stage::Done,
            () if self.told => Stage::Told(at - 1),
            () if at < self.range().end => Stage::Choose(at),
            () => Stage::End,
        }
    }

    /// The slot at a place.
    pub fn slot(&self, at: usize) -> Option<&Slot> {
        self.day.as_ref()?.slots.get(at)
    }

    /// What was chosen in a slot.
    pub fn choice(&self, at: usize) -> Option<&Choice> {
        let chosen = *self.chosen.get(at.checked_sub(self.range().start)?)?;
        self.slot(at)?.choices.get(chosen)
    }

    /// The flags that are set when a slot begins.
    fn flags(&self, at: usize) -> Flags {
        self.range().filter(|before| *before < at).filter_map(|it| self.choice(it)).fold(0, |all, it| all | it.sets)
    }

    /// How a slot begins.
    pub fn variant(&self, at: usize) -> Option<&Variant> {
        let slot = self.slot(at)?;
        slot.variants.get(slot.variant(self.flags(at)))
    }

    /// What colleagues said who were asked in a slot; nothing while nobody was.
    pub fn heard(&self, at: usize) -> &[Said] {
        self.variant(at).filter(|_| self.asked.contains(&at)).map_or(&[], |variant| &variant.ask)
    }

    /// Whether there is somebody to ask before the choice that is to be made.
    pub fn can_ask(&self) -> bool {
        let Stage::Choose(at) = self.stage() else { return false };
        !self.asked.contains(&at) && self.variant(at).is_some_and(|variant| !variant.ask.is_empty())
    }

    /// Asks a colleague before a choice. It costs nothing: who asks is not counted.
    pub fn ask(&mut self) -> Vec<Effect> {
        let (Stage::Choose(at), true) = (self.stage(), self.can_ask()) else { return Vec::new() };
        self.taken_back.clear();
        self.asked.push(at);
        self.keep()
    }

    /// The earlier slots whose choices made a slot begin as it does: for each flag that its beginning asks for, the last one that set it.
    pub fn causes(&self, at: usize) -> Vec<usize> {
        let mut when = self.variant(at).map_or(0, |variant| variant.when);
        let mut out = Vec::new();
        for before in self.range().take_while(|before| *before < at).collect::<Vec<_>>().into_iter().rev() {
            let sets = self.choice(before).map_or(0, |choice| choice.sets);
            if sets & when != 0 {
                when &= !sets;
                out.insert(0, before);
            }
        }
        out
    }

    /// Where the meters stand, those that the day has.
    pub fn levels(&self) -> Vec<(Meter, Level)> {
        let moves =
            |meter: Meter| self.range().filter_map(|at| self.choice(at)).map(move |it| it.moves[meter as usize]);
        let meters = self.day.iter().flat_map(|day| &day.meters);
        meters.map(|meter| (*meter, Level::after(moves(*meter)))).collect()
    }

    /// What happened so far.
    pub fn played(&self) -> Vec<Played<'_>> {
        // Nobody is told now what will come of it in the afternoon.
        let begun = self.range().start + self.chosen.len() - usize::from(self.told);
        let back = |at: usize| {
            let later = self.range().filter(|later| *later > at && *later <= begun);
            let later = later.filter(|later| self.causes(*later).contains(&at));
            later.fold(0, |all, later| all | 1u64.checked_shl(u32::try_from(later).unwrap_or(u32::MAX)).unwrap_or(0))
        };
        let one = |at: usize| Some(Played { at, slot: self.slot(at)?, choice: self.choice(at)?, came_back: back(at) });
        self.range().filter_map(one).collect()
    }

    /// The decision that mattered (see the module); `None` before anything was chosen.
    pub fn decision(&self) -> Option<Played<'_>> {
        let played = self.played();
        let weight = |it: &Played<'_>| {
            let way = it.choice.net().signum();
            let along = |other: &&Played<'_>| way != 0 && other.choice.net().signum() == way;
            let later = played.iter().filter(|other| came_back(it.came_back, other.at)).filter(along);
            it.choice.weight() + later.map(|other| other.choice.weight()).sum::<u16>()
        };
        let most = played.iter().map(weight).max()?;
        played.iter().find(|it| weight(it) == most).copied()
    }

    /// The questions that what was chosen brings into the reviews, each once.
    pub fn items(&self) -> Vec<ItemId> {
        let mut out: Vec<ItemId> = Vec::new();
        for item in self.range().filter_map(|at| self.choice(at)).flat_map(|choice| &choice.items) {
            if !out.contains(item) {
                out.push(item.clone());
            }
        }
        out
    }

    /// The titles of the topics of those questions, each once.
    pub fn topics(&self, lang: Lang) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for topic in self.items().iter().map(ItemId::topic) {
            let title = self.titles.get(&topic).map_or(topic.local(), |title| title.get(lang)).to_owned();
            if !out.contains(&title) {
                out.push(title);
            }
        }
        out
    }

    /// Makes a choice, counted from 0.
    pub fn choose(&mut self, choice: usize) -> Vec<Effect> {
        let Stage::Choose(at) = self.stage() else { return Vec::new() };
        if self.slot(at).is_none_or(|slot| choice >= slot.choices.len()) {
            return Vec::new();
        }
        self.taken_back.clear();
        self.chosen.push(choice);
        self.told = true;
        self.keep()
    }

    /// Goes on to the next slot, or to the end.
    pub fn go_on(&mut self) -> Vec<Effect> {
        if !matches!(self.stage(), Stage::Told(_)) {
            return Vec::new();
        }
        self.taken_back.clear();
        self.told = false;
        self.keep()
    }

    /// Takes the last step back: what was told, the choice, the question to a colleague, or the end of the day. Nothing at its beginning.
    pub fn undo(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if !self.can_undo() {
            return Vec::new();
        }
        let done = self.stage() == Stage::Done;
        let (chosen, asked) = (self.chosen.clone(), self.asked.clone());
        self.taken_back.push(TakenBack { chosen, told: self.told, asked, done });
        if done {
            let undos = std::mem::take(&mut self.written).into_iter().map(|of| What::Undone { of });
            let mut effects = vec![Effect::Record(Event::series(cx.now, undos))];
            effects.extend(self.keep());
            return effects;
        }
        if let Stage::Choose(at) = self.stage()
            && self.asked.contains(&at)
        {
            self.asked.retain(|it| *it != at);
            return self.keep();
        }
        if self.told {
            self.chosen.pop();
        }
        self.told = !self.told;
        self.keep()
    }

    /// Makes the step again that was taken back last; nothing where another one was made since.
    pub fn redo(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        let Some(step) = self.taken_back.pop() else { return Vec::new() };
        if step.done {
            return self.finish(cx);
        }
        (self.chosen, self.told, self.asked) = (step.chosen, step.told, step.asked);
        self.keep()
    }

    /// Whether there is a step to take back.
    pub fn can_undo(&self) -> bool {
        !self.chosen.is_empty() || matches!(self.stage(), Stage::Choose(at) if self.asked.contains(&at))
    }

    /// Takes what was typed for tomorrow's stand-up.
    pub fn write(&mut self, text: &str) -> Vec<Effect> {
        if self.stand_up == text {
            return Vec::new();
        }
        text.clone_into(&mut self.stand_up);
        self.keep()
    }

    /// Leaves the questions out of the reviews, or brings them in again.
    pub fn toggle_items(&mut self) -> Vec<Effect> {
        self.without_items = !self.without_items;
        self.keep()
    }

    /// Words of tomorrow's stand-up.
    pub fn words(&self) -> usize {
        self.stand_up.split_whitespace().count()
    }

    /// Puts the day into the log, with tomorrow's stand-up as it is; nothing while that is too long.
    pub fn finish(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        if self.stage() != Stage::End || self.words() > STAND_UP_WORDS {
            return Vec::new();
        }
        self.taken_back.clear();
        let now = cx.now;
        let items = if self.without_items { Vec::new() } else { self.items() };
        let lived = Lived {
            sitting: self.sitting,
            of: self.wish.of.clone(),
            day: now.day,
            chosen: self.names(),
            stand_up: self.stand_up.trim().into(),
            items: items.clone(),
        };
        let tomorrow = items.into_iter().map(|item| What::Deferred { item, day: now.day.plus(1) });
        let events = Event::series(now, std::iter::once(What::Lived(lived)).chain(tomorrow));
        self.written = events.iter().map(|event| event.id).collect();
        vec![Effect::Record(events), Effect::Draft { name: self.draft_name(), body: None }]
    }

    fn names(&self) -> Vec<(Box<str>, Box<str>)> {
        self.played().iter().map(|it| (it.slot.id.clone(), it.choice.id.clone())).collect()
    }

    fn draft_name(&self) -> String {
        format!("{DRAFTS}{}", self.wish.of)
    }

    /// Keeps it on disk; a slot alone is over in a minute and is not kept.
    fn keep(&self) -> Vec<Effect> {
        if self.wish.slot.is_some() {
            return Vec::new();
        }
        let kept = Kept {
            sitting: self.sitting,
            chosen: self.names(),
            told: self.told,
            stand_up: self.stand_up.clone(),
            without_items: self.without_items,
            asked: self.asked.iter().filter_map(|at| Some(self.slot(*at)?.id.clone())).collect(),
        };
        let begun = !self.chosen.is_empty() || !self.asked.is_empty();
        let body = serde_json::to_string(&kept).ok().filter(|_| begun);
        vec![Effect::Draft { name: self.draft_name(), body }]
    }
}

/// Whether a slot stands in a set of [`Played::came_back`].
pub fn came_back(set: u64, at: usize) -> bool {
    u32::try_from(at).ok().and_then(|at| set.checked_shr(at)).is_some_and(|bits| bits & 1 == 1)
}
