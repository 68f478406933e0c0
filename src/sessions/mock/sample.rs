//! Prompts of five areas, interviewers, and a mock interview, for tests of the machine and of screens: picture S28 of the design.

use std::sync::Arc;

use crate::domain::event::EventId;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::interview::{Chair, Mocked, PointMark, Pressure, Rehearsed, Turn};
use crate::domain::log::{Tried, Written};
use crate::domain::persona::PersonaHead;
use crate::domain::rubric::{Mark, Prompt, PromptHead, PromptKind};
use crate::domain::text::{Lang, Text};
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::effect::Attempt;
use crate::sessions::interview::sample::prompt as interview_prompt;
use crate::sessions::rehearse::{PersonaCard, PromptStanding, RehearseData};
use crate::sessions::sample::TODAY;

use super::report::{Sat, SatAnswer};
use super::setup::MockSetup;
use super::{SittingData, kept::Kept, mix::Mix};

/// Topic, area and its name in Indonesian.
pub const AREAS: [(&str, &str, &str); 5] = [
    ("indexes", "Databases", "Database"),
    ("rest", "APIs and design", "API dan desain"),
    ("jwt", "Security", "Keamanan"),
    ("docker", "Operations", "Operasional"),
    ("teamwork", "Behaviour", "Perilaku"),
];

/// Noon of a day, counted from the sample's today.
pub fn moment(days: i32) -> Moment {
    let day = TODAY.plus(days);
    let utc = i64::from(day.0) * 86_400_000 + 43_200_000;
    let id = EventId::from_parts(u64::try_from(utc).unwrap_or(0), 0, 7);
    Moment { utc, offset_min: 420, day, mono_ms: 1_000, id }
}

/// The name of the `n`th prompt of an area.
pub fn name(area: usize, n: usize) -> ItemId {
    TopicId::new("roadmap", AREAS[area].0).item(&format!("q{n}"))
}

/// The `n`th prompt of an area.
pub fn prompt(area: usize, n: usize) -> Prompt {
    let title = |lang: &str| format!("{lang} {}", n + 1);
    Prompt {
        id: name(area, n),
        title: Text::new(title(AREAS[area].1), title(AREAS[area].2)),
        level: 2,
        ..interview_prompt(kind(area, n))
    }
}

fn kind(area: usize, n: usize) -> PromptKind {
    let kinds = [PromptKind::Technical, PromptKind::Debug, PromptKind::Technical, PromptKind::Review];
    if area == 4 { PromptKind::Behavioural } else { kinds[(area + n) % kinds.len()] }
}

/// Four prompts of each area, and a design question; nothing was tried.
pub fn data() -> RehearseData {
    let card = |id: &str, name: &str| PersonaCard {
        head: PersonaHead {
            pack: "roadmap".into(),
            id: id.into(),
            name: Text::shared(name),
            cares: Text::shared("cares"),
        },
        voice: Text::shared("calm"),
    };
    let mut prompts: Vec<PromptStanding> = Vec::new();
    for area in 0..AREAS.len() {
        prompts.extend((0..4).map(|n| standing(&prompt(area, n), area)));
    }
    let design = Prompt { kind: PromptKind::Design, minutes: 25, id: name(1, 9), ..prompt(1, 0) };
    prompts.push(standing(&design, 1));
    RehearseData {
        personas: vec![card("custodian", "The Data Custodian"), card("sentinel", "The Security Sentinel")],
        prompts,
        ..RehearseData::default()
    }
}

fn standing(prompt: &Prompt, area: usize) -> PromptStanding {
    PromptStanding {
        head: PromptHead {
            id: prompt.id.clone(),
            title: prompt.title.clone(),
            kind: prompt.kind,
            level: prompt.level,
            minutes: prompt.minutes,
            points: 7,
            personas: vec!["custodian".into(), "sentinel".into()],
        },
        topic: Text::shared(AREAS[area].0),
        unit: Text::new(AREAS[area].1, AREAS[area].2),
        tried: Vec::new(),
        best: None,
        due: None,
        weak: false,
        weakest: None,
    }
}

/// The same learner after an attempt at a prompt with these points met.
pub fn tried(data: &mut RehearseData, answer: &SatAnswer) {
    let attempt = &answer.attempt;
    let now = Tried::of(attempt.id, attempt.utc, attempt.offset_min, &attempt.rehearsed);
    let found = data.prompts.iter_mut().find(|p| p.head.id == attempt.rehearsed.prompt);
    found.expect("a prompt of the sample").tried.push(now);
}

/// The sitting of the sample.
pub fn sitting_id(days: i32) -> EventId {
    moment(days).id
}

/// The `at`th answer of a sitting, `days` from today: these points met, these partly, the rest missed. A follow-up asks for the backup.
pub fn answer(days: i32, at: u16, (area, n): (usize, usize), met: &[&str], partly: &[&str]) -> SatAnswer {
    let prompt = prompt(area, n);
    let now = moment(days);
    let mark = |id: &str| match () {
        () if met.contains(&id) => Mark::Met,
        () if partly.contains(&id) => Mark::Partly,
        () => Mark::Missed,
    };
    let points = prompt.points.iter();
    let points = points.map(|p| PointMark { point: p.id.clone(), first: mark(&p.id), mark: mark(&p.id), shift: 0 });
    let turn = |about: &str, text: &str, took_ms| Turn { about: about.into(), text: text.into(), took_ms };
    let rehearsed = Rehearsed {
        prompt: prompt.id.clone(),
        day: now.day,
        aim: 90,
        persona: "roadmap/custodian".into(),
        target: 2,
        lang: Lang::Id,
        pressure: Pressure::Real,
        spoken: false,
        by: Chair::Own,
        chair: "".into(),
        sitting: Some(sitting_id(days)),
        think_ms: 40_000,
        turns: vec![
            turn("", "Sebenarnya kami pakai index. Mungkin EXPLAIN, sebenarnya.", 190_000),
            turn("backup", "Restore tiap bulan, mungkin.", 45_000),
        ],
        predicted: Some(4),
        points: points.collect(),
        red_flags: Vec::new(),
        signals: Default::default(),
        scope: None,
    };
    SatAnswer {
        attempt: Attempt {
            id: EventId::from_parts(now.id.ms() + u64::from(at) * 1000, at, 7),
            utc: now.utc + i64::from(at) * 1000,
            offset_min: now.offset_min,
            rehearsed,
        },
        title: prompt.title.clone(),
        area: Text::new(AREAS[area].1, AREAS[area].2),
        prompt: Some(Arc::new(prompt)),
    }
}

/// The set-up of the sample.
pub fn setup() -> MockSetup {
    MockSetup::new(7)
}

/// The plan of the sample: a question of each area.
pub fn kept(days: i32) -> Kept {
    let mut mix = Mix::of(&data(), &setup());
    mix.questions.truncate(5);
    for (area, question) in mix.questions.iter_mut().enumerate() {
        question.prompt = name(area, 0);
        question.kind = kind(area, 0);
        question.area = Text::new(AREAS[area].1, AREAS[area].2);
    }
    Kept { sitting: sitting_id(days), setup: setup(), mix }
}

/// The event at the end of a sitting.
pub fn mocked(days: i32, early: bool) -> Written<Mocked> {
    let (now, kept) = (moment(days), kept(days));
    let what = kept.end(now.day, early);
    let id = EventId::from_parts(now.id.ms() + 3_600_000, 0, 7);
    Written { id, utc: now.utc + 3_600_000, offset_min: now.offset_min, what }
}

/// Answers to a question of each area.
pub fn answers(days: i32) -> Vec<SatAnswer> {
    let met: [&[&str]; 5] = [
        &["schema", "indexes", "pooling", "number"],
        &["schema", "indexes", "prepared"],
        &["schema"],
        &["schema", "indexes", "pooling"],
        &["schema", "indexes"],
    ];
    let partly: [&[&str]; 5] = [&["prepared"], &["pooling"], &["pooling"], &[], &["prepared"]];
    (0..5).map(|area| answer(days, area as u16, (area, 0), met[area], partly[area])).collect()
}

/// A mock interview of two weeks ago, in which operations were not asked.
pub fn earlier() -> Sat {
    let met: [&[&str]; 3] = [&["schema", "indexes"], &["schema", "indexes", "prepared"], &["schema", "indexes"]];
    let answers = (0..3).map(|area| answer(-14, area as u16, (area, 1), met[area], &[])).collect();
    Sat { mocked: mocked(-14, true), answers }
}

/// The sitting of today, over.
pub fn sitting() -> SittingData {
    SittingData {
        mocked: Some(mocked(0, false)),
        answers: answers(0),
        earlier: Some(earlier()),
        open: None,
        called: Vec::new(),
        track: Text::default(),
    }
}

/// The day of the sample.
pub fn day() -> StudyDay {
    TODAY
}
