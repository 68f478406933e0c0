//! A working day that is played: slots with something to look at and a choice, and consequences that come back later.
//!
//! # Design
//!
//! A day is a line of slots; each has a scene, an artefact and three to five choices. A choice moves meters and sets flags; a later slot begins
//! differently after certain flags (its first [`Variant`] that fits is told). Every choice leads to the next slot and the last variant of a slot always
//! fits, so no choice is a dead end; [`reach()`] proves that nothing was written in vain.
//!
//! There is no score: meters are told as a word and a bar of eight, from the middle ([`Level`]).

mod reach;

use serde::{Deserialize, Serialize};

use super::event::EventId;
use super::ids::{EntryId, ItemId};
use super::text::Text;
use super::time::StudyDay;

pub use reach::{Reach, reach};

/// Most flags of a day.
pub const FLAGS: usize = 64;

/// Most words of tomorrow's stand-up.
pub const STAND_UP_WORDS: usize = 60;

/// What choices move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meter {
    /// How well the system stands.
    Reliability,
    /// What gets done.
    Delivery,
    /// What others can rely on.
    Trust,
    /// What is left of the own attention.
    Focus,
}

impl Meter {
    /// All, in the order in which they are shown.
    pub const ALL: [Meter; 4] = [Meter::Reliability, Meter::Delivery, Meter::Trust, Meter::Focus];

    /// The word in content files and exports.
    pub fn word(self) -> &'static str {
        match self {
            Meter::Reliability => "reliability",
            Meter::Delivery => "delivery",
            Meter::Trust => "trust",
            Meter::Focus => "focus",
        }
    }
}

/// How far each meter is moved, in the order of [`Meter::ALL`].
pub type Moves = [i16; 4];

/// Where a meter stands, 0 to [`Level::MOST`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Level(pub u8);

impl Level {
    /// Cells of a full bar.
    pub const MOST: u8 = 8;

    /// The level after the moves of a day so far, in their order: it begins in the middle, and what goes beyond an end is gone. Were it kept, the
    /// next move would not show.
    pub fn after(moves: impl IntoIterator<Item = i16>) -> Level {
        let most = i16::from(Level::MOST);
        let level = moves.into_iter().fold(most / 2, |level, by| level.saturating_add(by).clamp(0, most));
        Level(u8::try_from(level).unwrap_or_default())
    }

    /// 0 low (up to 2), 1 steady (3 to 5), 2 high.
    pub fn band(self) -> u8 {
        match self.0 {
            0..=2 => 0,
            3..=5 => 1,
            _ => 2,
        }
    }
}

/// Flags of a day, a bit each.
pub type Flags = u64;

/// A day's head.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayHead {
    /// Its name.
    pub id: EntryId,
    /// What people call it.
    pub title: Text,
    /// When each slot begins, and what it is called.
    pub slots: Vec<(Box<str>, Text)>,
}

/// A working day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Day {
    /// Its name.
    pub id: EntryId,
    /// What people call it.
    pub title: Text,
    /// What its choices move.
    pub meters: Vec<Meter>,
    /// In the order of the clock; at least one.
    pub slots: Vec<Slot>,
}

/// A part of the day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// Its name within the day.
    pub id: Box<str>,
    /// When it begins, `09:30`.
    pub at: Box<str>,
    /// What people call it.
    pub title: Text,
    /// How it may begin; the last one fits always.
    pub variants: Vec<Variant>,
    /// What can be done; at least one.
    pub choices: Vec<Choice>,
}

/// How a slot begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variant {
    /// Flags that must all be set.
    pub when: Flags,
    /// What is going on.
    pub scene: Text,
    /// What is looked at, as lines.
    pub artefact: Box<str>,
    /// What kind of thing that is, in a word.
    pub kind: Box<str>,
    /// What colleagues say.
    pub says: Vec<Said>,
    /// What colleagues say when they are asked.
    pub ask: Vec<Said>,
}

/// What a colleague says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    /// Who.
    pub who: Speaker,
    /// What.
    pub text: Text,
}

/// A colleague.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Speaker {
    /// Another team, by its place in [`PARTNERS`].
    Partner(u8),
    /// A persona, by name.
    Persona(Text),
}

/// Those whom a backend engineer works with beside the personas.
pub const PARTNERS: [&str; 5] = ["frontend", "data", "devops", "product", "qa"];

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Its name within the slot.
    pub id: Box<str>,
    /// Whether it is the best one.
    pub best: bool,
    /// What is done.
    pub text: Text,
    /// How the meters move.
    pub moves: Moves,
    /// Flags that it sets.
    pub sets: Flags,
    /// Questions that join the reviews.
    pub items: Vec<ItemId>,
    /// What comes of it.
    pub why: Text,
}

impl Choice {
    /// How far it moves the meters together, whichever way.
    pub fn weight(&self) -> u16 {
        self.moves.iter().map(|by| by.unsigned_abs()).sum()
    }

    /// How far it moves the meters together, up less down.
    pub fn net(&self) -> i16 {
        self.moves.iter().sum()
    }
}

impl Slot {
    /// How it begins with these flags: the place of the first variant that fits.
    pub fn variant(&self, flags: Flags) -> usize {
        let fits = |variant: &Variant| variant.when & !flags == 0;
        self.variants.iter().position(fits).unwrap_or(self.variants.len().saturating_sub(1))
    }
}

/// A day was played to its end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lived {
    /// What this playing of it is called: an id that was fresh when it began.
    pub sitting: EventId,
    /// The day that was played.
    pub of: EntryId,
    /// The study day.
    pub day: StudyDay,
    /// Slots with what was chosen in them, in order; one when a slot was played alone.
    pub chosen: Vec<(Box<str>, Box<str>)>,
    /// Tomorrow's stand-up; may be empty.
    pub stand_up: Box<str>,
    /// Questions that were called up for the reviews.
    pub items: Vec<ItemId>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_meter_begins_in_the_middle_and_never_leaves_its_bar() {
        assert_eq!([-9, -4, -1, 0, 2, 9].map(|n| Level::after([n]).0), [0, 0, 3, 4, 6, 8]);
        assert_eq!([0, 2, 3, 5, 6, 8].map(|n| Level(n).band()), [0, 0, 1, 1, 2, 2]);
    }

    #[test]
    fn what_went_beyond_an_end_does_not_hide_the_next_move() {
        assert_eq!(Level::after([-3, -3, -3, 2]).0, 2, "two up from an empty bar are two");
        assert_eq!(Level::after([3, 3, -2]).0, 6, "two down from a full bar are two");
    }
}
