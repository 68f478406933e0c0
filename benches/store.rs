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

/// A time on the clock and the time that this thread had the processor (0 where the system does not tell), which is what
/// counts on a busy machine.
type Times = Vec<(Duration, Duration)>;

fn cpu() -> Duration {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap_or_default();
    Duration::from_nanos(text.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0))
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

fn say(what: &str, reach: &str, times: &mut Times) {
    let at = |times: &Times, share: f64| times[((times.len() - 1) as f64 * share) as usize];
    times.sort_unstable_by_key(|t| t.1);
    let busy = at(times, 0.5).1;
    times.sort_unstable();
    let (p50, p99) = (at(times, 0.5).0, at(times, 0.99).0);
    println!("{what:<46} p50 {:>9.3} ms  p99 {:>9.3} ms  cpu {:>9.3} ms  {reach}", ms(p50), ms(p99), ms(busy));
}

fn once<T>(what: &str, act: impl FnOnce() -> T) -> T {
    let (from, busy) = (Instant::now(), cpu());
    let out = act();
    println!("{what:<46}     {:>9.0} ms                    cpu {:>9.0} ms", ms(from.elapsed()), ms(cpu() - busy));
    out
}

fn timed(n: usize, mut what: impl FnMut()) -> Times {
    let one = |_| {
        let (busy, from) = (cpu(), Instant::now());
        what();
        let took = from.elapsed();
        (took, cpu().saturating_sub(busy))
    };
    (0..n).map(one).collect()
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
    let events: Vec<Event> = (0..ITEMS).map(|n| answer(n, NOW - 40 * DAY + i64::from(n) * 30_000)).collect();
    once("100,000 events of 100,000 items, merged", || store.append(&events).expect("appends"));
    store.keep(Keep::Glance { day: StudyDay(1), body: "x".repeat(2000) }).expect("kept");
    store.close().expect("closes");
}

fn opening(dir: &Path) {
    let mut opened = None;
    let mut times = Times::new();
    for _ in 0..200 {
        drop(opened.take());
        times.extend(timed(1, || opened = Some(open(dir))));
    }
    say("open", "reach 0.2", &mut times);
    let store = opened.expect("opened");
    let mut times = timed(200, || assert!(store.glance().expect("a glance").is_some()));
    say("the glance of the first frame", "", &mut times);
}

fn reading(dir: &Path) {
    let store = open(dir);
    let now =
        Moment { utc: NOW, offset_min: 420, day: StudyDay::of(NOW, 420, 240), mono_ms: 0, id: EventId::default() };
    let due = store.due(&now, usize::MAX >> 1).expect("due").len();
    println!("{:<46}     {due:>9}", "due");
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
        handed.push((from.elapsed(), Duration::ZERO));
        let saved = told.recv_timeout(Duration::from_secs(20)).expect("saved");
        durable.push((saved - from, Duration::ZERO));
        std::thread::sleep(Duration::from_millis(1));
    }
    say("an answer, handed over", "reach 0.1", &mut handed);
    say("an answer, durable", "reach 2", &mut durable);
    writer.finish();
}

fn looking_after(dir: &Path) {
    let mut store = open(dir);
    once("a verified copy", || store.backup(NOW, 0).expect("a copy"));
    once("doctor", || assert!(store.doctor().expect("sound").is_equal()));
    once("repair, and doctor again", || store.repair().expect("repaired"));
    once("export", || store.export(&mut Vec::new(), NOW).expect("exported"));
}

fn searching(dir: &Path) {
    let words = ["index", "lock", "cache", "token", "queue", "commit", "plan", "retry", "shard", "deadlock"];
    let mut cache = Cache::open(dir).expect("a cache");
    once("indexing 100,000 questions, a topic at a time", || {
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
    });
    once("putting the index together", || cache.settle().expect("settled"));
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
    println!("{:<46}     {:>9} kB", "the cache", size / 1024);
}
