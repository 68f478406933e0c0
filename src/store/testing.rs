//! Events and folders for the tests of this room.

use std::path::Path;

use proptest::prelude::*;

use crate::domain::event::{Answered, CountReason, Event, EventId, NotePlace, Rating, Setting, What};
use crate::domain::grading::Outcome;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::question::Answer;
use crate::domain::time::{Moment, StudyDay, UtcMs};

use super::{OpenOptions, Opened, Store};

/// 21 November 2026, 09:12 UTC.
pub const NOW: UtcMs = 1_795_252_320_000;

pub const MINUTE: i64 = 60_000;
pub const DAY: i64 = 86_400_000;

pub fn item(n: u32) -> ItemId {
    ItemId::parse(&format!("pack/topic-{}/q{n}", n % 3)).expect("three parts")
}

pub fn topic(n: u32) -> TopicId {
    item(n).topic()
}

pub fn day_of(utc: UtcMs) -> StudyDay {
    StudyDay::of(utc, 0, 240)
}

pub fn moment(utc: UtcMs) -> Moment {
    Moment { utc, offset_min: 0, day: day_of(utc), mono_ms: 0, id: EventId::default() }
}

/// An event of `device` at `utc`.
pub fn event(utc: UtcMs, device: u64, what: What) -> Event {
    Event { id: EventId::from_parts(utc as u64, 0, device), utc, offset_min: 0, what }
}

pub fn answer(utc: UtcMs, device: u64, item: ItemId, rating: Rating) -> Event {
    let answered = Answered {
        item,
        key: u64::MAX - 7,
        rating,
        outcome: if rating == Rating::Forgot { Outcome::Wrong } else { Outcome::Right },
        guess: false,
        hint: false,
        took_ms: 4000,
        day: day_of(utc),
        aim: 90,
        shift: 0,
        setting: Setting::Review,
        answer: Answer::Chosen(vec!["a".into()]),
    };
    event(utc, device, What::Answered(answered))
}

pub fn good(utc: UtcMs, n: u32) -> Event {
    answer(utc, 1, item(n), Rating::Good)
}

pub fn undo(utc: UtcMs, device: u64, of: EventId) -> Event {
    event(utc, device, What::Undone { of })
}

pub fn options() -> OpenOptions {
    OpenOptions { fresh_device: 42, utc: NOW, ..OpenOptions::default() }
}

/// Opens a folder for writing.
pub fn open(dir: &Path) -> Store {
    match Store::open(dir, &options()).expect("opens") {
        Opened::ReadWrite(store) => store,
        Opened::ReadOnly { why, .. } => panic!("read-only: {why:?}"),
    }
}

/// One thing that somebody does in a made-up history.
#[derive(Debug, Clone)]
enum Deed {
    Answer(u32, Rating, bool),
    Regrade(usize, Rating, bool),
    Undo(usize),
    Defer(u32),
    Flag(u32),
    Note(u32, bool, bool),
    Known(u32, bool),
    Read(u32),
}

fn rating() -> impl Strategy<Value = Rating> {
    (1..=4_u8).prop_map(|d| Rating::from_digit(d).expect("1 to 4"))
}

fn deed() -> impl Strategy<Value = Deed> {
    prop_oneof![
        6 => (0..5_u32, rating(), prop::bool::weighted(0.1)).prop_map(|(n, r, p)| Deed::Answer(n, r, p)),
        2 => (any::<usize>(), rating(), any::<bool>()).prop_map(|(n, r, a)| Deed::Regrade(n, r, a)),
        4 => any::<usize>().prop_map(Deed::Undo),
        1 => (0..5_u32).prop_map(Deed::Defer),
        1 => (0..5_u32).prop_map(Deed::Flag),
        1 => (0..5_u32, any::<bool>(), any::<bool>()).prop_map(|(n, i, e)| Deed::Note(n, i, e)),
        1 => (0..3_u32, any::<bool>()).prop_map(|(n, k)| Deed::Known(n, k)),
        1 => (0..3_u32).prop_map(Deed::Read),
    ]
}

fn what(deed: Deed, utc: UtcMs, before: &[Event]) -> What {
    let any = |n: usize| before.get(n % before.len().max(1)).map(|e| e.id).unwrap_or(EventId(99));
    match deed {
        Deed::Answer(n, rating, practice) => {
            let What::Answered(mut a) = answer(utc, 1, item(n), rating).what else { unreachable!() };
            if practice {
                a.setting = Setting::Practice;
            }
            What::Answered(a)
        }
        Deed::Regrade(n, rating, accept) => What::Regraded {
            of: any(n),
            rating,
            count: accept.then_some(CountReason::Synonym),
            accepted: accept.then(|| format!("word {}", n % 3).into()),
        },
        Deed::Undo(n) => What::Undone { of: any(n) },
        Deed::Defer(n) => What::Deferred { item: item(n), day: day_of(utc) },
        Deed::Flag(n) => What::Flagged { item: item(n), reason: "unclear".into() },
        Deed::Note(n, of_item, empty) => What::Noted {
            place: match of_item {
                true => NotePlace::Item(item(n)),
                false => NotePlace::Section(topic(n), "a#b:c".into(), 3),
            },
            text: if empty { "".into() } else { format!("note at {utc}").into() },
        },
        Deed::Known(n, known) => What::Known { topic: topic(n), known },
        Deed::Read(n) => What::Read { topic: topic(n), day: day_of(utc), took_ms: 60_000 },
    }
}

/// A log of up to `most` events by three devices whose clocks disagree, with references to anything that came before.
pub fn histories(most: usize) -> impl Strategy<Value = Vec<Event>> {
    prop::collection::vec((deed(), 1..4_u64, 0..3 * DAY), 1..most).prop_map(|deeds| {
        let skew = |device: u64| [0, 5 * MINUTE, -9 * DAY][device as usize - 1];
        let (mut out, mut utc): (Vec<Event>, UtcMs) = (Vec::new(), NOW);
        for (n, (deed, device, gap)) in deeds.into_iter().enumerate() {
            utc += gap;
            let wall = utc + skew(device);
            let what = what(deed, wall, &out);
            let mut event = event(wall, device, what);
            // Every device makes ids of its own, so only the counter keeps two of one millisecond apart.
            event.id = EventId::from_parts(wall as u64, n as u16, device);
            out.push(event);
        }
        out
    })
}
