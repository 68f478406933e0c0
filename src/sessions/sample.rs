//! A learner in the middle of a roadmap, for tests of screens.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::catalog::{PackHead, PathHead, PathKind, SectionHead, Stage, Stop, TopicHead, UnitHead};
use crate::domain::ids::TopicId;
use crate::domain::text::{Lang, Text};
use crate::domain::time::StudyDay;

use super::study::{
    Catalog, DayAhead, DoneToday, DueLoad, PlanRow, Reading, Study, TodayPlan, TopicStanding, TopicState, Week,
};

/// Saturday, 21 November 2026.
pub const TODAY: StudyDay = StudyDay(20_778);

/// A topic of the sample pack.
pub fn topic(id: &str) -> TopicId {
    TopicId::new("roadmap", id)
}

fn text(en: &str, id: &str) -> Text {
    Text::new(en, id)
}

/// id, unit, title, minutes, level, what it needs, state, held, answered, questions, recall, read.
type Row = (
    &'static str,
    &'static str,
    (&'static str, &'static str),
    u8,
    u8,
    &'static [&'static str],
    TopicState,
    [u16; 3],
    [u8; 2],
);

const ROWS: &[Row] = {
    use TopicState::{BetterLater, Fading, Held, Learning, Ready};
    &[
        ("http", "c01", ("HTTP and DNS", "HTTP dan DNS"), 6, 1, &[], Held, [9, 9, 9], [95, 100]),
        ("git-daily", "c01", ("Git every day", "Git sehari-hari"), 6, 1, &[], Held, [8, 9, 9], [93, 100]),
        ("git-advanced", "c01", ("Git undo", "Git undo"), 7, 2, &["git-daily"], Learning, [2, 6, 9], [81, 100]),
        ("rest", "c01", ("REST", "REST"), 7, 1, &["http"], Held, [8, 8, 8], [92, 100]),
        ("jwt", "c01", ("Auth, JWT", "Auth, JWT"), 7, 2, &["http"], Learning, [1, 4, 8], [84, 100]),
        ("relational", "c04", ("Relational", "Relasional"), 8, 1, &[], Held, [9, 9, 9], [94, 100]),
        ("normalization", "c04", ("Normalisation", "Normalisasi"), 6, 1, &["relational"], Held, [8, 8, 8], [91, 100]),
        ("indexes", "c04", ("Indexes", "Index"), 8, 2, &["normalization"], Learning, [4, 7, 9], [86, 100]),
        (
            "orm-n1",
            "c04",
            ("N+1, eager loading", "N+1, eager loading"),
            4,
            2,
            &["indexes"],
            Learning,
            [3, 5, 9],
            [72, 60],
        ),
        ("acid", "c04", ("ACID, locking", "ACID, locking"), 7, 2, &["relational"], Learning, [4, 8, 11], [82, 100]),
        ("isolation", "c04", ("Isolation levels", "Isolation level"), 6, 3, &["acid"], Fading, [8, 9, 9], [71, 100]),
        ("nosql", "c04", ("NoSQL", "NoSQL"), 7, 2, &[], Ready, [0, 0, 8], [0, 0]),
        ("caching", "c04", ("Caching, Redis", "Caching, Redis"), 8, 2, &["nosql"], Learning, [1, 2, 9], [88, 40]),
        (
            "replication",
            "c04",
            ("Replication, CAP", "Replikasi, CAP"),
            9,
            3,
            &["caching", "acid", "isolation"],
            BetterLater,
            [0, 0, 14],
            [0, 0],
        ),
        ("docker", "c07", ("Dockerfile", "Dockerfile"), 8, 2, &[], Ready, [0, 0, 9], [0, 0]),
    ]
};

fn head(row: &Row) -> TopicHead {
    let (id, unit, (en, ind), minutes, level, needs, _, [_, _, questions], _) = *row;
    let section =
        |id: &str, en: &str, ind: &str| SectionHead { id: id.into(), title: text(en, ind), covers: Vec::new() };
    TopicHead {
        id: topic(id),
        unit: unit.into(),
        title: text(en, ind),
        summary: text("What it is good for", "Apa gunanya"),
        level,
        minutes,
        requires: needs.iter().map(|n| topic(n)).collect(),
        see_also: Vec::new(),
        sections: vec![
            section("why", "What the database sees", "Yang dilihat database"),
            section("how", "Prove it", "Buktikan"),
        ],
        questions,
    }
}

fn standing(row: &Row) -> TopicStanding {
    let (.., state, [held, answered, questions], [recall, read]) = *row;
    let weakest = if answered > 0 { text("Batch fetch or JOIN?", "Batch fetch atau JOIN?") } else { Text::default() };
    TopicStanding { state, held, answered, questions, recall, read, known: false, weakest }
}

/// Three stages with topics, one that is wholly to come.
pub fn catalog() -> Catalog {
    let units = [("c01", "Language and tools", "Bahasa dan tools"), ("c02", "System design", "Perancangan sistem")];
    let units = units
        .into_iter()
        .chain([("c04", "Databases", "Database"), ("c07", "Deploy and operate", "Deploy dan operasional")]);
    let coming = |id: &str, en: &str, ind: &str| Stop::Coming { id: id.into(), title: text(en, ind) };
    let stage = |unit: &str, title: Text| {
        let here = ROWS.iter().filter(|r| r.1 == unit).map(|r| Stop::Here(topic(r.0)));
        let mut topics: Vec<Stop> = here.collect();
        match unit {
            "c01" => topics.extend([coming("tls", "HTTPS and TLS", "HTTPS dan TLS"), coming("grpc", "gRPC", "gRPC")]),
            "c02" => topics.extend([
                coming("bpmn", "From process to BPMN", "Dari proses ke BPMN"),
                coming("erd", "ERD and DDL", "ERD dan DDL"),
                coming("stack", "Choosing a stack", "Memilih stack"),
            ]),
            _ => {}
        }
        Stage { title, topics }
    };
    Catalog {
        packs: vec![PackHead {
            id: "roadmap".into(),
            version: "0.1.0".into(),
            title: text("Backend roadmap", "Roadmap backend"),
            summary: Text::default(),
            languages: Lang::ALL.to_vec(),
            licence: "CC-BY-4.0".into(),
            authors: Vec::new(),
            units: units.clone().map(|(id, en, ind)| UnitHead { id: id.into(), title: text(en, ind) }).collect(),
            builtin: true,
        }],
        topics: ROWS.iter().map(|r| (topic(r.0), head(r).into())).collect(),
        paths: vec![PathHead {
            pack: "roadmap".into(),
            id: "backend".into(),
            kind: PathKind::Roadmap,
            title: Text::shared("Backend engineer"),
            summary: Text::default(),
            personas: Vec::new(),
            level: 0,
            stages: units.map(|(unit, en, ind)| stage(unit, text(en, ind))).collect(),
        }],
    }
}

/// A study some weeks in: reviews and a lesson today, one lesson half read, one topic fading.
pub fn study() -> Study {
    let standings: BTreeMap<_, _> = ROWS.iter().map(|r| (topic(r.0), standing(r))).collect();
    Study {
        complete: true,
        day: TODAY,
        plan: TodayPlan {
            budget_min: 20,
            rows: vec![
                PlanRow::Review {
                    items: 14,
                    minutes: 9,
                    from: vec![(text("Databases", "Database"), 6), (text("APIs", "API"), 5), (Text::shared("Git"), 3)],
                    catch_up: None,
                },
                PlanRow::Lesson {
                    topic: topic("caching"),
                    title: text("Cache-aside and invalidation", "Cache-aside dan invalidasi"),
                    unit: text("Databases", "Database"),
                    minutes: 6,
                },
            ],
            done: DoneToday::default(),
            later: (38, 6),
            tomorrow: (16, 11, Some(text("Redis persistence", "Persistensi Redis"))),
            away_days: 0,
            answer: None,
        },
        reading: Some(Reading {
            topic: topic("orm-n1"),
            title: text("N+1 and eager loading", "N+1 dan eager loading"),
            share: 60,
            day: TODAY.plus(-1),
        }),
        week: Week { studied: [true, true, false, true, true, false, false], today: 5, aim: 3 },
        fading: vec![
            (topic("isolation"), text("Isolation levels", "Isolation level"), 71),
            (topic("http"), text("HTTP caching", "HTTP caching"), 74),
            (topic("git-advanced"), Text::shared("Git rebase"), 78),
        ],
        load: DueLoad { from: TODAY, items: vec![14, 11, 9] },
        ahead: [(14, 9), (11, 7), (9, 6), (16, 10), (4, 3), (7, 5), (12, 8)]
            .iter()
            .zip(0..)
            .map(|((items, minutes), d)| DayAhead { day: TODAY.plus(d), items: *items, minutes: *minutes })
            .collect(),
        catalog: Arc::new(catalog()),
        topics: Arc::new(standings),
        stages: vec![68, 0, 49, 0],
        ever: true,
        ..Study::default()
    }
}

/// A study in which nothing was ever answered.
pub fn beginner() -> Study {
    let mut topics = BTreeMap::new();
    for row in ROWS {
        let state = if row.5.is_empty() { TopicState::Ready } else { TopicState::BetterLater };
        let questions = row.7[2];
        let weakest = Text::default();
        let new = TopicStanding { state, held: 0, answered: 0, questions, recall: 0, read: 0, known: false, weakest };
        topics.insert(topic(row.0), new);
    }
    Study {
        complete: true,
        day: TODAY,
        plan: TodayPlan {
            budget_min: 15,
            rows: vec![PlanRow::Lesson {
                topic: topic("http"),
                title: text("HTTP and DNS", "HTTP dan DNS"),
                unit: text("Language and tools", "Bahasa dan tools"),
                minutes: 6,
            }],
            ..TodayPlan::default()
        },
        week: Week { studied: [false; 7], today: 5, aim: 3 },
        catalog: Arc::new(catalog()),
        topics: Arc::new(topics),
        stages: vec![0; 4],
        ..Study::default()
    }
}
