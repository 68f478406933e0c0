//! A prompt with seven points, its interviewer and a history, for tests of the machine and of screens: the pictures 09 to 11 of the design.

use std::sync::Arc;

use crate::domain::event::EventId;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::interview::{Chair, PointMark, Pressure, Rehearsed, Turn};
use crate::domain::persona::{Lines, Persona, PersonaHead};
use crate::domain::rubric::{
    Clarify, Mark, Marks, Phrase, Point, Prompt, PromptKind, Quality, RedFlag, Sample, WordList,
};
use crate::domain::text::{Lang, Text};
use crate::domain::time::StudyDay;
use crate::sessions::effect::{Attempt, Crumbs, LoadedPrompt};
use crate::sessions::sample::TODAY;

/// An answer that makes every point but the recovery, which the first follow-up then asks for.
pub const ANSWER: &str = "Pendekatan saya sistematis. Pertama desain skema: normalisasi sampai 3NF, lalu denormalisasi hanya \
untuk query laporan.\n\nKedua indexing. Saya cek slow query log, jalankan EXPLAIN ANALYZE, lalu tambah index. Semua query \
memakai prepared statement. Ketiga connection pooling supaya koneksi tidak habis. Contohnya di fitur client, halaman turun \
dari 900 ms ke 120 ms.";

/// What is said to the follow-up.
pub const RESTORE: &str = "Kami restore ke staging tiap bulan. RPO 15 menit karena WAL archiving.";

type Row = (&'static str, u8, bool, u8, [&'static str; 2], &'static [&'static str], [&'static str; 2], &'static str);

/// Name, weight, must, level, text, words, when partly and when met, follow-up.
const POINTS: [Row; 7] = [
    (
        "schema",
        2,
        false,
        1,
        ["Schema fits the queries", "Skema cocok dengan query"],
        &["normalisasi", "normalis"],
        ["names a normal form only", "gives a form and where it is left"],
        "Kapan Anda sengaja melanggar bentuk normal?",
    ),
    (
        "indexes",
        3,
        true,
        2,
        ["Indexes from real query plans", "Index dari rencana query nyata"],
        &["explain analyze", "query plan"],
        ["names indexes, no plan", "reads a plan before adding one"],
        "Dari mana Anda tahu index itu dipakai?",
    ),
    (
        "prepared",
        3,
        true,
        2,
        ["Parameterised queries", "Query berparameter"],
        &["prepared statement", "parameteri"],
        ["names the danger only", "parameters keep text from becoming SQL"],
        "Bagaimana kalau nama client berisi tanda kutip?",
    ),
    (
        "pooling",
        2,
        false,
        2,
        ["Connection management", "Pengelolaan koneksi"],
        &["connection pool", "pool size"],
        ["names pooling, no limit or reason", "pool size or reason: exhaustion, cost of opening"],
        "Apa yang terjadi kalau koneksi habis?",
    ),
    (
        "monitoring",
        1,
        false,
        3,
        ["Monitoring and tuning", "Pemantauan dan tuning"],
        &["slow query"],
        ["looks when it is slow", "looks regularly"],
        "Bagaimana Anda tahu sebelum pengguna mengeluh?",
    ),
    (
        "backup",
        3,
        true,
        3,
        ["Backup and tested restore", "Backup dan uji restore"],
        &["restore", "rpo"],
        ["names a backup", "tries the restore, says how much may be lost"],
        "Kapan terakhir Anda mencoba restore, dan berapa lama datanya boleh hilang?",
    ),
    (
        "number",
        1,
        false,
        3,
        ["A number or result", "Angka atau hasil"],
        &["900 ms", "120 ms", "persen"],
        ["says that it got better", "gives a measured result"],
        "Berapa cepat sebelum dan sesudahnya?",
    ),
];

const MODEL: &str = "Desain skema efisien: normalisasi atau denormalisasi sesuai kebutuhan query. Indexing dan query plan: kolom di WHERE, JOIN, \
ORDER BY. Parameterisasi dengan prepared statement mencegah SQL injection. Connection pooling dengan batas agar beban rata. \
Cek slow query dan deadlock secara rutin. Backup terjadwal dan uji restore. Hasilnya 60 persen lebih cepat.";

fn list(words: &[&str]) -> WordList {
    WordList { en: Vec::new(), id: words.iter().map(|w| Phrase::new(w)).collect() }
}

fn point(row: &Row) -> Point {
    let (id, weight, must, level, [en, ind], words, [partly, met], follow_up) = *row;
    Point {
        id: id.into(),
        weight,
        must,
        level,
        text: Text::new(en, ind),
        met: Text::shared(met),
        partly: Text::shared(partly),
        words: list(words),
        follow_up: Text::new(format!("({follow_up})"), follow_up),
        drill: Text::new(format!("Say in one sentence: {en}"), format!("Sebutkan dalam satu kalimat: {ind}")),
    }
}

fn sample(quality: Quality, text: &str, met: &[&str]) -> Sample {
    let mark = |id: &str| if met.contains(&id) { Mark::Met } else { Mark::Missed };
    let marks: Marks = POINTS.iter().map(|row| (row.0.into(), mark(row.0))).collect();
    Sample { quality, text: Text::shared(text), marks, red_flags: Vec::new(), signals: Default::default() }
}

/// The prompt of a kind.
pub fn prompt(kind: PromptKind) -> Prompt {
    let topic = TopicId::new("roadmap", "indexes");
    let clarify = |en: &str, ind: &str, answer: &str| Clarify { ask: Text::new(en, ind), answer: Text::shared(answer) };
    Prompt {
        id: topic.item("optimise"),
        title: Text::new("Optimising a database", "Mengoptimalkan database"),
        kind,
        level: 2,
        covers: Vec::new(),
        personas: vec!["custodian".into()],
        ask: Text::new(
            "How did you manage and optimise the database in your last project?",
            "Bagaimana Anda mengelola dan mengoptimalkan database di proyek terakhir Anda?",
        ),
        think: 45,
        minutes: 4,
        source: Box::default(),
        clarify: vec![
            clarify("How large is it?", "Sebesar apa datanya?", "40 GB."),
            clarify("Which one?", "Database yang mana?", "PostgreSQL."),
        ],
        points: POINTS.iter().map(point).collect(),
        red_flags: vec![RedFlag {
            id: "no-backup".into(),
            text: Text::new("Runs without a backup", "Jalan tanpa backup"),
            why: Text::new("Data is lost for good", "Data hilang selamanya"),
            words: list(&["tanpa backup"]),
            caps_at: 1,
        }],
        anchors: std::array::from_fn(|level| Text::shared(format!("level {}", level + 1))),
        model_short: Text::shared("Skema, index, parameter, pool, pantau, backup."),
        model_full: Text::shared(MODEL),
        samples: vec![
            sample(Quality::Weak, "Saya pakai connection pool saja.", &["pooling"]),
            sample(
                Quality::Middling,
                "Normalisasi, lalu EXPLAIN ANALYZE, dan prepared statement.",
                &["schema", "indexes", "prepared"],
            ),
        ],
    }
}

/// The interviewer.
pub fn persona() -> Persona {
    let lines = |all: &[&str]| Lines { en: Vec::new(), id: all.iter().map(|l| Box::from(*l)).collect() };
    Persona {
        head: PersonaHead {
            pack: "roadmap".into(),
            id: "custodian".into(),
            name: Text::shared("The Data Custodian"),
            cares: Text::new("integrity, transactions, backups", "integritas, transaksi, backup"),
        },
        voice: Text::shared("calm and exact"),
        topics: Vec::new(),
        greet: lines(&["Selamat pagi.", "Mari mulai."]),
        missing: lines(&["Saya agak khawatir. {follow_up}", "Satu hal lagi. {follow_up}"]),
        strong: lines(&["Lengkap.", "Jelas."]),
        time: lines(&["Waktunya habis.", "Cukup sampai di sini."]),
        close: lines(&["Terima kasih.", "Sampai jumpa."]),
    }
}

/// An attempt some days ago with these points met and these follow-ups asked.
pub fn attempt(days: i32, met: &[&str], asked: &[&str], predicted: u8) -> Attempt {
    let mark = |id: &str| if met.contains(&id) { Mark::Met } else { Mark::Missed };
    let point = |row: &Row| PointMark { point: row.0.into(), first: mark(row.0), mark: mark(row.0), shift: 0 };
    let turn = |about: &str| Turn { about: about.into(), text: "kata ".repeat(200).into(), took_ms: 270_000 };
    let day: StudyDay = TODAY.plus(-days);
    let utc = i64::from(day.0) * 86_400_000 + 43_200_000;
    Attempt {
        id: EventId::from_parts(u64::try_from(utc).unwrap_or(0), 0, 1),
        utc,
        offset_min: 0,
        rehearsed: Rehearsed {
            prompt: prompt(PromptKind::Technical).id,
            day,
            aim: 90,
            persona: "roadmap/custodian".into(),
            target: 2,
            lang: Lang::Id,
            pressure: Pressure::Real,
            spoken: false,
            by: Chair::Own,
            chair: "".into(),
            sitting: None,
            think_ms: 45_000,
            turns: std::iter::once("").chain(asked.iter().copied()).map(turn).collect(),
            predicted: Some(predicted),
            points: POINTS.iter().map(point).collect(),
            red_flags: Vec::new(),
            signals: Default::default(),
            scope: None,
        },
    }
}

/// A prompt that was tried twice, whose kind was practised.
pub fn loaded(kind: PromptKind) -> Box<LoadedPrompt> {
    Box::new(LoadedPrompt {
        prompt: Arc::new(prompt(kind)),
        crumbs: Crumbs {
            unit: Text::new("Databases", "Database"),
            topic: Text::shared("Index"),
            section: Text::default(),
        },
        attempts: vec![
            attempt(9, &["schema", "monitoring"], &[], 5),
            attempt(4, &["schema", "monitoring", "indexes"], &["pooling"], 5),
        ],
        stories: Vec::new(),
        memories: Vec::new(),
        practised: vec![kind],
        personas: vec![Arc::new(persona())],
        predictions: vec![3, 2],
        draft: None,
        target: None,
    })
}

/// The same, never tried and never practised.
pub fn unseen(kind: PromptKind) -> Box<LoadedPrompt> {
    let (attempts, practised, predictions) = (Vec::new(), Vec::new(), Vec::new());
    Box::new(LoadedPrompt { attempts, practised, predictions, ..*loaded(kind) })
}

/// A question with a table and code, which are to be read as they are written.
pub const EXHIBIT: &str = "Since 1 March HR sees people as absent. How do you go on?\n\n              Jakarta   Medan   Jayapura\nshifts          \
    08:00   07:30      07:30\n\nfunc (h *H) find(id *ID) {\n\tif id != nil {\n\t\treturn\n\t}\n}";

/// The prompt with such a question.
pub fn exhibited(kind: PromptKind) -> Box<LoadedPrompt> {
    let mut loaded = loaded(kind);
    loaded.prompt = Arc::new(Prompt { ask: Text::shared(EXHIBIT), ..prompt(kind) });
    loaded
}

/// The name of the prompt.
pub fn name() -> ItemId {
    prompt(PromptKind::Technical).id
}
