//! What was acknowledged is there, however the process ends.
//!
//! The test binary starts itself again as a child that appends events through the store thread and prints the id of each
//! one that it was told is saved. The parent kills it (SIGKILL on Unix) at a random moment, opens what is left, and compares.

use std::collections::BTreeSet;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use jenjang::domain::event::{Answered, Event, EventId, Rating, Setting, What};
use jenjang::domain::grading::Outcome as Judged;
use jenjang::domain::ids::ItemId;
use jenjang::domain::question::Answer;
use jenjang::domain::time::StudyDay;
use jenjang::store::{OpenOptions, Opened, Outcome, Store, Writer};

const CHILD: &str = "JENJANG_DURABILITY_CHILD";
const SEED: &str = "JENJANG_DURABILITY_SEED";
const WIDE: &str = "JENJANG_SWEEP";

/// A small generator: the order of a round has to be the same when it is looked into again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        // SplitMix64 (Steele, Lea, Flood 2014).
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % sides
    }
}

fn open(dir: &Path) -> Store {
    let options = OpenOptions { fresh_device: 5, utc: 1_795_252_320_000, ..OpenOptions::default() };
    match Store::open(dir, &options).expect("the folder opens") {
        Opened::ReadWrite(store) => store,
        Opened::ReadOnly { why, .. } => panic!("read-only: {why:?}"),
    }
}

fn answer(id: EventId, utc: i64, dice: &mut Dice) -> Event {
    let item = ItemId::parse(&format!("pack/topic/q{}", dice.roll(40))).expect("three parts");
    let answered = Answered {
        item,
        key: 7,
        rating: Rating::from_digit(1 + dice.roll(4) as u8).expect("1 to 4"),
        outcome: Judged::Right,
        guess: false,
        hint: false,
        took_ms: 1000,
        day: StudyDay::of(utc, 0, 240),
        aim: 90,
        shift: 0,
        setting: Setting::Review,
        answer: Answer::Typed("x".repeat(dice.roll(2000) as usize).into()),
    };
    Event { id, utc, offset_min: 0, what: What::Answered(answered) }
}

/// The next event: mostly an answer, now and then an undo or a regrade of an earlier one.
fn next_event(id: EventId, utc: i64, before: &[EventId], dice: &mut Dice) -> Event {
    let of = before.get(dice.roll(before.len().max(1) as u64) as usize).copied();
    let what = match (dice.roll(8), of) {
        (0, Some(of)) => What::Undone { of },
        (1, Some(of)) => What::Regraded { of, rating: Rating::Hard, count: None, accepted: None },
        _ => return answer(id, utc, dice),
    };
    Event { id, utc, offset_min: 0, what }
}

/// Appends until it is killed.
fn child(dir: &Path, seed: u64) -> ! {
    let store = open(dir);
    let (mut id, device) = (store.newest_id().expect("a log"), store.device());
    let writer = Writer::start(store, Vec::new(), |outcome| {
        if let Outcome::Saved { ids, .. } = outcome {
            let mut out = std::io::stdout().lock();
            for id in ids {
                let _ = writeln!(out, "{id}");
            }
            let _ = out.flush();
        }
    });
    let (mut dice, mut before, mut utc) = (Dice(seed), Vec::new(), 1_795_252_320_000 + seed as i64 * 1000);
    loop {
        id = EventId::fresh(utc, id, device);
        writer.append(vec![next_event(id, utc, &before, &mut dice)]);
        before.push(id);
        utc += 1 + dice.roll(40_000_000) as i64;
        if dice.roll(50) == 0 {
            writer.ask(|store| {
                let _ = store.checkpoint();
            });
        }
        if dice.roll(4) == 0 {
            std::thread::sleep(Duration::from_micros(dice.roll(3000)));
        }
    }
}

/// Starts a child on `dir`, kills it after a while, and returns what it had been told is saved.
fn killed(dir: &Path, seed: u64) -> Vec<EventId> {
    let mut process = Command::new(std::env::current_exe().expect("this binary"))
        .args(["--exact", "every_acknowledged_answer_survives_a_kill", "--nocapture", "--test-threads=1"])
        .env(CHILD, dir)
        .env(SEED, seed.to_string())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a child");
    let stdout = process.stdout.take().expect("piped");
    let (send, lines) = mpsc::channel();
    let reader = std::thread::spawn(move || {
        for line in BufReader::new(stdout).split(b'\n').map_while(Result::ok) {
            let _ = send.send(line);
        }
    });
    let mut dice = Dice(seed ^ 0xDEAD);
    // From the first acknowledgement (or, in some rounds, from the start) a random while.
    let mut told: Vec<Vec<u8>> = Vec::new();
    if dice.roll(5) > 0 {
        told.extend(lines.recv_timeout(Duration::from_secs(20)));
    }
    let until = Instant::now() + Duration::from_micros(dice.roll(60_000));
    std::thread::sleep(until.saturating_duration_since(Instant::now()));
    process.kill().expect("it was running");
    process.wait().expect("it ended");
    reader.join().expect("the pipe was read");
    told.extend(lines.try_iter());
    // The last line may be torn by the kill; the test harness prints lines of its own.
    told.iter().filter_map(|l| EventId::parse(std::str::from_utf8(l).ok()?.trim())).collect()
}

fn round(dir: &Path, seed: u64, acknowledged: &mut BTreeSet<EventId>) {
    acknowledged.extend(killed(dir, seed));
    let store = open(dir);
    for id in acknowledged.iter() {
        let there = store.event(*id).expect("the log can be read").is_some();
        assert!(there, "round {seed}: {id} was acknowledged and is gone");
    }
    let diagnosis = store.doctor().expect("the file is sound");
    assert!(diagnosis.is_equal(), "round {seed}: {:#?}", diagnosis.told);
    store.close().expect("it closes");
}

#[test]
fn every_acknowledged_answer_survives_a_kill() {
    if let Some(dir) = std::env::var_os(CHILD) {
        let seed = std::env::var(SEED).ok().and_then(|s| s.parse().ok()).unwrap_or(1);
        child(Path::new(&dir), seed);
    }
    let rounds = if std::env::var_os(WIDE).is_some() { 500 } else { 15 };
    let mut total = 0;
    // A few rounds on one folder, so that a start on what a kill left is killed too.
    for first in (1..=rounds).step_by(5) {
        let dir = tempfile::tempdir().expect("a folder");
        let mut acknowledged = BTreeSet::new();
        for seed in first..(first + 5).min(rounds + 1) {
            round(dir.path(), seed, &mut acknowledged);
        }
        total += acknowledged.len();
    }
    eprintln!("{rounds} kills, {total} acknowledged events, all there");
    assert!(total as u64 > rounds, "hardly anything was acknowledged ({total}), so this showed nothing");
}
