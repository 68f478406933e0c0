//! Events and folders for the tests of this room.

use std::path::Path;

use proptest::prelude::*;

use crate::domain::day::Lived;
use crate::domain::event::{Answered, CountReason, Event, EventId, NotePlace, Rating, Setting, What};
use crate::domain::grading::Outcome;
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::interview::{Chair, Mocked, PointMark, Practised, Pressure, Rehearsed, Story, Turn};
use crate::domain::ladder;
use crate::domain::question::{Answer, AnswerKey};
use crate::domain::rubric::{Mark, PromptKind};
use crate::domain::text::Lang;
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

/// A point of prompt `n`: `a`, `b`, `c` or `d`.
pub fn point(n: u32, i: usize) -> ItemId {
    item(n).point(POINTS[i % POINTS.len()])
}

pub const POINTS: [&str; 4] = ["a", "b", "c", "d"];

/// A rehearsal of prompt `n`, the marks being those of its first points.
pub fn rehearsed(utc: UtcMs, n: u32, marks: &[Mark]) -> Rehearsed {
    let mark =
        |(point, mark): (&&str, &Mark)| PointMark { point: (*point).into(), first: *mark, mark: *mark, shift: 0 };
    Rehearsed {
        prompt: item(n),
        day: day_of(utc),
        aim: 90,
        persona: "pack/mentor".into(),
        target: 3,
        lang: Lang::Id,
        pressure: Pressure::Relaxed,
        spoken: false,
        by: Chair::Own,
        chair: "".into(),
        sitting: None,
        think_ms: 20_000,
        turns: vec![Turn { about: "".into(), text: "what was said".into(), took_ms: 100_000 }],
        predicted: Some(2),
        points: POINTS.iter().zip(marks).map(mark).collect(),
        red_flags: vec!["blames".into()],
        signals: Default::default(),
        scope: None,
    }
}

pub fn rehearsal(utc: UtcMs, n: u32, marks: &[Mark]) -> Event {
    event(utc, 1, What::Rehearsed(Box::new(rehearsed(utc, n, marks))))
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
    Outdate(u32, usize, bool),
    Flag(u32),
    Note(u32, bool, bool),
    Known(u32, bool),
    Read(u32),
    Rehearse(u32, Vec<usize>),
    Drill(u32, usize, Rating),
    Practise(u32),
    Mock(u32),
    Tell(u32, bool),
    Ladder(u8, u8, u8),
    Live(u32),
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
        2 => (0..5_u32, any::<usize>(), any::<bool>()).prop_map(|(n, after, same)| Deed::Outdate(n, after, same)),
        1 => (0..5_u32).prop_map(Deed::Flag),
        1 => (0..5_u32, any::<bool>(), any::<bool>()).prop_map(|(n, i, e)| Deed::Note(n, i, e)),
        1 => (0..3_u32, any::<bool>()).prop_map(|(n, k)| Deed::Known(n, k)),
        1 => (0..3_u32).prop_map(Deed::Read),
        3 => (0..3_u32, prop::collection::vec(0..3_usize, 1..5)).prop_map(|(n, marks)| Deed::Rehearse(n, marks)),
        3 => (0..3_u32, 0..4_usize, rating()).prop_map(|(n, i, r)| Deed::Drill(n, i, r)),
        1 => (0..3_u32).prop_map(Deed::Practise),
        1 => (0..2_u32).prop_map(Deed::Mock),
        1 => (0..2_u32, any::<bool>()).prop_map(|(n, e)| Deed::Tell(n, e)),
        1 => (0..2_u32).prop_map(Deed::Live),
        5 => (0..5_u8, 0..3_u8, 0..6_u8).prop_map(|(kind, n, how)| Deed::Ladder(kind, n, how)),
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
        Deed::Outdate(n, after, same) => {
            // Mostly after an answer to this very item, as the program writes it.
            let own = |e: &&Event| matches!(&e.what, What::Answered(a) if a.item == item(n));
            let after = before.iter().rfind(own).map_or_else(|| any(after), |e| e.id);
            What::Outdated { item: item(n), key: if same { u64::MAX - 7 } else { 5 }, after, day: day_of(utc) }
        }
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
        Deed::Rehearse(n, marks) => {
            let marks: Vec<Mark> = marks.iter().map(|m| Mark::ALL[*m]).collect();
            What::Rehearsed(Box::new(rehearsed(utc, n, &marks)))
        }
        Deed::Drill(n, i, rating) => {
            let What::Answered(mut a) = answer(utc, 1, point(n, i), rating).what else { unreachable!() };
            a.key = AnswerKey::of_point(POINTS[i]).0;
            What::Answered(a)
        }
        Deed::Practise(n) => What::Practised(Practised {
            prompt: item(n),
            kind: PromptKind::ALL[n as usize],
            day: day_of(utc),
            agreed: 6,
            of: 8,
        }),
        Deed::Mock(n) => What::Mocked(Mocked {
            sitting: EventId(u128::from(n)),
            day: day_of(utc),
            minutes: 30,
            level: 2,
            seed: u64::MAX,
            planned: vec![item(n)],
            early: true,
            track: "".into(),
        }),
        Deed::Live(n) => What::Lived(Lived {
            sitting: EventId(u128::from(n) + 900),
            of: EntryId::new("p", "ordinary"),
            day: StudyDay(20_000),
            chosen: vec![("review".into(), "ask".into())],
            stand_up: "Done: the limit. Next: the index.".into(),
            items: vec![item(n)],
        }),
        Deed::Ladder(kind, n, how) => ladder::sample::what(kind, n, how, utc),
        Deed::Tell(n, empty) => What::StoryTold(Story {
            story: EventId(u128::from(n)),
            title: "The outage".into(),
            text: if empty { "".into() } else { format!("told at {utc}").into() },
            prompts: vec![item(n)],
        }),
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
