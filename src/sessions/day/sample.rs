//! A short day for tests.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::day::{Choice, Day, Flags, Meter, Moves, Said, Slot, Speaker, Variant};
use crate::domain::event::EventId;
use crate::domain::ids::{EntryId, ItemId, TopicId};
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::Context;
use crate::sessions::effect::{LoadedDay, News};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::DueLoad;

use super::{DayWish, Playing};

/// Acts at a moment.
pub fn cx<T>(act: impl FnOnce(&Context<'_>) -> T) -> T {
    let day = StudyDay(20_778);
    let now = Moment { utc: 20_778 * 86_400_000, offset_min: 0, day, mono_ms: 0, id: EventId::from_parts(1, 0, 1) };
    act(&Context { now: &now, prefs: &Prefs::default(), load: &DueLoad::default() })
}

fn both(en: &str, id: &str) -> Text {
    Text::new(en, id)
}

fn choice(n: usize, best: bool, moves: Moves, sets: Flags, items: &[&str]) -> Choice {
    const TEXTS: [(&str, &str); 3] = [
        ("Approve; tests are green", "Setujui; test hijau"),
        ("Ask what happens with 40,000 stores, and offer ten minutes together", "Tanya soal 40.000 toko"),
        ("Leave it until tomorrow", "Tunda sampai besok"),
    ];
    let (en, id) = TEXTS[n];
    Choice {
        id: ["approve", "ask", "wait"][n].into(),
        best,
        text: both(en, id),
        moves,
        sets,
        items: items.iter().filter_map(|item| ItemId::parse(item)).collect(),
        why: both(
            "Green tests on forty rows say nothing about forty thousand.",
            "Empat puluh baris belum berkata apa-apa.",
        ),
    }
}

fn variant(when: Flags, en: &str, id: &str) -> Variant {
    Variant {
        when,
        scene: both(en, id),
        artefact: "    stores, err := h.repo.Page(c, page)\n-   calls    mean\n+  48,210    3 ms\n".into(),
        kind: "diff".into(),
        says: vec![
            Said {
                who: Speaker::Persona(both("The Pragmatist", "Sang Pragmatis")),
                text: both("It works on staging.", "Di staging jalan."),
            },
            Said { who: Speaker::Partner(4), text: both("What should I test?", "Apa yang perlu diuji?") },
        ],
        ask: vec![Said {
            who: Speaker::Partner(1),
            text: both("A partner with 30,000 stores joins in March.", "Maret nanti ada mitra dengan 30.000 toko."),
        }],
    }
}

fn slot(id: &str, at: &str, title: &str, variants: Vec<Variant>, choices: Vec<Choice>) -> Slot {
    Slot { id: id.into(), at: at.into(), title: both(title, title), variants, choices }
}

/// The title of the topic whose questions the day may bring.
pub fn titles() -> BTreeMap<TopicId, Text> {
    [(TopicId::new("p", "t"), both("Safe APIs", "API yang aman"))].into()
}

/// Three slots: what is approved in the first comes back in the last.
pub fn day() -> Day {
    let green = variant(0, "Twelve lines, tests are green.", "Dua belas baris, test hijau.");
    Day {
        id: EntryId::new("p", "short"),
        title: both("An ordinary Tuesday", "Selasa biasa"),
        meters: Meter::ALL.to_vec(),
        slots: vec![
            slot(
                "review",
                "09:30",
                "A pull request",
                vec![green.clone()],
                vec![
                    choice(0, false, [-2, 1, 0, 0], 1, &[]),
                    choice(1, true, [0, 0, 2, -1], 2, &["p/t/limit"]),
                    choice(2, false, [0, -1, 0, 0], 0, &[]),
                ],
            ),
            slot(
                "contract",
                "10:30",
                "The contract",
                vec![green],
                vec![
                    choice(0, false, [0, 1, -1, 0], 0, &[]),
                    choice(1, true, [1, 1, 2, -1], 0, &["p/t/put", "p/t/limit"]),
                    choice(2, false, [0, -1, -1, 1], 4, &[]),
                ],
            ),
            slot(
                "incident",
                "16:00",
                "The page is slow",
                vec![
                    variant(
                        1,
                        "Memory climbs: the list loads every store.",
                        "Memori naik: daftarnya memuat semua toko.",
                    ),
                    variant(0, "A partner imports 30,000 stores; all is well.", "Seorang mitra mengimpor; semua baik."),
                ],
                vec![
                    choice(0, false, [-2, 1, 0, 0], 0, &[]),
                    choice(1, true, [2, 0, 0, -1], 0, &[]),
                    choice(2, false, [-1, 0, -1, 0], 0, &[]),
                ],
            ),
        ],
    }
}

/// The day, opened as wished, with what was left of it.
pub fn opened(slot: Option<usize>, draft: Option<String>) -> Playing {
    let mut playing = Playing::new(DayWish { of: day().id, slot, anew: false });
    let loaded = LoadedDay { day: Arc::new(day()), draft, titles: titles() };
    cx(|cx| playing.hear(News::Day(day().id, Some(loaded)), cx));
    playing
}

/// The day after these choices, what came of the last one being told.
pub fn after(choices: &[usize]) -> Playing {
    let mut playing = opened(None, None);
    for choice in choices {
        playing.go_on();
        playing.choose(*choice);
    }
    playing
}
