//! What somebody has done on a small ladder, for tests of several rooms.

use super::*;
use crate::domain::catalog::{PathKind, Stage};
use crate::domain::checklist::{Check, Checklist};
use crate::domain::event::{Event, EventId, What};
use crate::domain::ladder::sample::{ladder, name, proved, rated};
use crate::domain::log::project;
use crate::domain::rubric::PromptKind;
use crate::domain::text::Text;
use crate::sessions::sample as studies;

/// The data of somebody who did these things.
pub fn data(whats: Vec<What>) -> LadderData {
    let event = |(i, what): (usize, What)| Event {
        id: EventId::from_parts(1_000 + i as u64, 0, 1),
        utc: 0,
        offset_min: 0,
        what,
    };
    let events: Vec<Event> = whats.into_iter().enumerate().map(event).collect();
    let now = project(&events);
    LadderData {
        ladder: Arc::new(ladder()),
        book: Book { records: now.statements },
        works: now.works,
        ..LadderData::default()
    }
}

pub fn somebody() -> LadderData {
    let mastery = |level, n| name(level, Dimension::Mastery, n);
    let today = studies::study().day;
    let mut whats: Vec<What> = ladder().level(1).map(|s| rated(s.id.clone(), Standing::Consistently)).collect();
    whats.push(proved(mastery(1, 1), EventId(7), today.plus(-30), "Cut the page from 940\n to 130 ms"));
    whats.push(proved(mastery(1, 2), EventId(8), today.plus(-400), "Long ago"));
    whats.push(rated(mastery(2, 1), Standing::Sometimes));
    data(whats)
}

/// A role variation with two topics that are here and one to come.
pub fn path() -> PathHead {
    let stops = ["indexes", "replication"].map(|t| Stop::Here(studies::topic(t)));
    let coming = Stop::Coming { id: "backup".into(), title: Text::shared("Backups") };
    PathHead {
        pack: "roles".into(),
        id: "dbre".into(),
        kind: PathKind::Track,
        title: Text::shared("DBRE"),
        summary: Text::default(),
        personas: vec!["host".into()],
        level: 3,
        stages: vec![Stage { title: Text::shared("One"), topics: stops.into_iter().chain([coming]).collect() }],
    }
}

/// An interview prompt of a topic of the sample study.
pub fn prompt(topic: &str) -> PromptHead {
    PromptHead {
        id: studies::topic(topic).item("ask"),
        title: Text::new("How would you look for it?", "Bagaimana kamu mencarinya?"),
        kind: PromptKind::Technical,
        level: 2,
        minutes: 3,
        points: 5,
        personas: vec!["host".into()],
    }
}

/// A checklist with two items.
pub fn checklist() -> Checklist {
    let item = |id: &str, text: Text, why: Text| Check { id: id.into(), text, why };
    Checklist {
        id: EntryId::new("roles", "done"),
        title: Text::shared("Definition of Done"),
        summary: Text::new("Before you say done", "Sebelum bilang selesai"),
        items: vec![
            item(
                "tests",
                Text::new("A test fails without the change", "Ada tes yang gagal tanpa perubahan ini"),
                Text::new(
                    "A test that passes either way protects nothing.",
                    "Tes yang selalu lolos tidak melindungi apa-apa.",
                ),
            ),
            item(
                "docs",
                Text::new("The contract says what changed", "Kontraknya menyebut yang berubah"),
                Text::new("Whoever calls it reads that and not the diff.", "Pemanggilnya membaca itu, bukan diff-nya."),
            ),
        ],
    }
}
