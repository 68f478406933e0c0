//! Times of the store at 100,000 rows: `cargo bench --bench store`.
//!
//! Each figure stands beside its reach from ARCHITECTURE.md, sections 4 and 7. The numbers depend on the disk: what is said
//! to be durable waits for it.

use std::path::Path;
use std::sync::mpsc;
use std::time::{Duration, Instant};

use jenjang::domain::event::{Answered, Event, EventId, Rating, Setting, What};
use jenjang::domain::grading::Outcome as Judged;
use jenjang::domain::ids::ItemId;
use jenjang::domain::question::Answer;
use jenjang::domain::time::{Moment, StudyDay, UtcMs};
use jenjang::store::cache::{Cache, Doc, DocKind, Kinds};
use jenjang::store::{Keep, OpenOptions, Outcome, Store, Writer};

const ITEMS: u32 = 100_000;
const NOW: UtcMs = 1_795_252_320_000;
const DAY: i64 = 86_400_000;

fn main() {
    let dir = tempfile::tempdir().expect("a folder");
    fill(dir.path());
    opening(dir.path());
    reading(dir.path());
    answering(dir.path());
    looking_after(dir.path());
    searching(dir.path());
}

fn say(what: &str, reach: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |share: f64| times[((times.len() - 1) as f64 * share) as usize].as_secs_f64() * 1000.0;
    println!("{what:<44} p50 {:>9.3} ms   p99 {:>9.3} ms   {reach}", at(0.5), at(0.99));
}

fn timed(n: usize, mut what: impl FnMut()) -> Vec<Duration> {
    (0..n)
        .map(|_| {
            let from = Instant::now();
            what();
            from.elapsed()
        })
        .collect()
}

fn open(dir: &Path) -> Store {
    let options = OpenOptions { fresh_device: 5, utc: NOW, ..OpenOptions::default() };
    Store::open(dir, &options).expect("opens").store()
}

fn answer(n: u32, utc: UtcMs) -> Event {
    let answered = Answered {
        item: ItemId::parse(&format!("bench/topic-{:04}/question-{n:06}", n / 50)).expect("three parts"),
        key: u64::from(n),
        rating: Rating::from_digit(1 + (n % 4) as u8).expect("1 to 4"),
        outcome: Judged::Right,
        guess: false,
        hint: false,
        took_ms: 9000,
        day: StudyDay::of(utc, 420, 240),
        aim: 90,
        shift: 0,
        setting: Setting::Review,
        answer: Answer::Chosen(vec!["an-option".into()]),
    };
    let id = EventId::from_parts(utc as u64, (n % 4096) as u16, 5);
    Event { id, utc, offset_min: 420, what: What::Answered(answered) }
}

fn fill(dir: &Path) {
    let mut store = open(dir);
    let from = Instant::now();
    let events: Vec<Event> = (0..ITEMS).map(|n| answer(n, NOW - 40 * DAY + i64::from(n) * 30_000)).collect();
    store.append(&events).expect("appends");
    println!("{:<44} {:>13.0} ms", "100,000 events of 100,000 items, merged", from.elapsed().as_secs_f64() * 1000.0);
    store.keep(Keep::Glance { day: StudyDay(1), body: "x".repeat(2000) }).expect("kept");
    store.close().expect("closes");
}

fn opening(dir: &Path) {
    let mut times = timed(200, || {
        let store = open(dir);
        std::hint::black_box(store.glance().expect("a glance"));
        std::mem::forget(store.reader());
    });
    say("open, with the glance of the first frame", "(with a second connection)", &mut times);
    let mut opened = Vec::new();
    let mut glances = Vec::new();
    for _ in 0..200 {
        let from = Instant::now();
        let store = open(dir);
        opened.push(from.elapsed());
        let from = Instant::now();
        std::hint::black_box(store.glance().expect("a glance"));
        glances.push(from.elapsed());
    }
    say("open", "reach 0.2", &mut opened);
    say("glance", "", &mut glances);
}

fn reading(dir: &Path) {
    let store = open(dir);
    let now =
        Moment { utc: NOW, offset_min: 420, day: StudyDay::of(NOW, 420, 240), mono_ms: 0, id: EventId::default() };
    let due = store.due(&now, usize::MAX >> 1).expect("due").len();
    println!("{:<44} {due}", "due");
    let mut times = timed(500, || assert_eq!(store.due(&now, 20).expect("due").len(), 20));
    say("20 due of 100,000", "reach 0.03", &mut times);
    let mut times = timed(500, || assert!(store.due_total(now.day).expect("a count") > 0));
    say("how many are due", "", &mut times);
    let mut times = timed(10, || {
        let mut n = 0;
        store.topic_rows(|_, _| n += 1).expect("rows");
        assert_eq!(n, ITEMS);
    });
    say("visiting all 100,000 memories", "reach 28", &mut times);
    let mut times = timed(3, || {
        let mut n = 0;
        store.answers_since(StudyDay(0), |_| n += 1).expect("answers");
        assert_eq!(n, ITEMS);
    });
    say("visiting all 100,000 answers", "", &mut times);
}

fn answering(dir: &Path) {
    let (tell, told) = mpsc::channel();
    let writer = Writer::start(open(dir), Vec::new(), move |outcome| {
        if let Outcome::Saved { .. } = outcome {
            let _ = tell.send(Instant::now());
        }
    });
    let (mut handed, mut durable) = (Vec::new(), Vec::new());
    for n in 0..2000_u32 {
        let event = answer(n * 37 % ITEMS, NOW + i64::from(n) * 1000);
        let from = Instant::now();
        writer.append(vec![event]);
        handed.push(from.elapsed());
        let saved = told.recv_timeout(Duration::from_secs(20)).expect("saved");
        durable.push(saved - from);
        std::thread::sleep(Duration::from_millis(1));
    }
    say("an answer, handed over", "reach 0.1", &mut handed);
    say("an answer, durable", "reach 2", &mut durable);
    writer.finish();
}

fn looking_after(dir: &Path) {
    let mut store = open(dir);
    let from = Instant::now();
    store.backup(NOW, 0).expect("a copy");
    println!("{:<44} {:>13.0} ms", "a verified copy", from.elapsed().as_secs_f64() * 1000.0);
    let from = Instant::now();
    assert!(store.doctor().expect("sound").is_equal());
    println!("{:<44} {:>13.0} ms", "doctor", from.elapsed().as_secs_f64() * 1000.0);
    let from = Instant::now();
    store.repair().expect("repaired");
    println!("{:<44} {:>13.0} ms", "repair, and doctor again", from.elapsed().as_secs_f64() * 1000.0);
    let mut out = Vec::new();
    let from = Instant::now();
    store.export(&mut out, NOW).expect("exported");
    println!("{:<44} {:>13.0} ms", "export", from.elapsed().as_secs_f64() * 1000.0);
}

fn searching(dir: &Path) {
    let words = ["index", "lock", "cache", "token", "queue", "commit", "plan", "retry", "shard", "deadlock"];
    let mut cache = Cache::open(dir).expect("a cache");
    let from = Instant::now();
    for topic in 0..2000_u32 {
        let docs: Vec<Doc> = (0..50_u32)
            .map(|n| {
                let seed = topic * 50 + n;
                let word = |k: u32| words[(seed.wrapping_mul(2_654_435_761).rotate_left(k * 5) % 10) as usize];
                Doc {
                    kind: DocKind::Question,
                    target: format!("bench/topic-{topic:04}/question-{seed:06}"),
                    title_en: format!(
                        "What does the {} do when a {} waits for the {} number {seed}?",
                        word(1),
                        word(2),
                        word(3)
                    ),
                    title_id: format!(
                        "Apa yang dilakukan {} saat {} menunggu {} nomor {seed}?",
                        word(1),
                        word(2),
                        word(3)
                    ),
                    text: String::new(),
                }
            })
            .collect();
        cache.index(&format!("bench/topic-{topic:04}"), 1, &docs).expect("indexed");
    }
    println!(
        "{:<44} {:>13.0} ms",
        "indexing 100,000 questions, a topic at a time",
        from.elapsed().as_secs_f64() * 1000.0
    );
    for query in [
        "deadlock",
        "question-less",
        "the",
        "wh",
        "number 077",
        "deadlock shard retr",
        "what does the lock do",
        "nomor",
        "w",
    ] {
        let mut found = 0;
        let mut times = timed(50, || found = cache.search(query, Kinds::ALL, 20).expect("a search").len());
        say(&format!("search \"{query}\" ({found} found)"), "reach 10", &mut times);
    }
    let size = std::fs::metadata(dir.join("cache.db")).map_or(0, |m| m.len());
    println!("{:<44} {:>13} kB", "the cache", size / 1024);
}
