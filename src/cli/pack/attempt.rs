//! `jenjang pack try`: bots answer every question.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use serde_json::json;

use crate::cli::args::{Bots, Global, TryArgs};
use crate::cli::exit::{CONTENT, DONE, Failure};
use crate::cli::world::Room;
use crate::domain::grading::{Outcome, judge};
use crate::domain::question::{Answer, Question};
use crate::packs::answers;
use crate::plain::read::{Typed, at_question};
use crate::sessions::effect::LoadedItem;
use crate::sessions::question::{Asking, Step};
use crate::words::Words;

/// Lines that a learner might type.
const LINES: [&str; 14] = ["1", "2", "3", "4", "5", "6", "t", "f", "1 2", "2 1 3", "up", "down", "hint", "dontknow"];
/// Lines for one question before it is given up.
const PATIENCE: usize = 40;

/// What the bots found.
#[derive(Default)]
struct Found {
    questions: usize,
    answers: usize,
    /// The question, the key of the message, and what it is about.
    problems: Vec<(String, &'static str, String)>,
}

/// Runs the command. Exit code 4 when something is found.
pub fn run(global: &Global, args: &TryArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let incoming = match super::install::load(global, &args.path)? {
        Ok(incoming) => incoming,
        Err(code) => return Ok(code),
    };
    let mut found = Found::default();
    let mut seed = args.seed;
    for question in answers::questions(&incoming.texts) {
        found.questions += 1;
        let wants = |bots: Bots| args.bots == bots || args.bots == Bots::All;
        if wants(Bots::Right) {
            found.graded(&question, answers::right(&question), true);
        }
        if wants(Bots::Wrong) {
            found.graded(&question, answers::wrong(&question), false);
        }
        if wants(Bots::Random) {
            found.played(&question, args.n, &mut seed, &room.words);
        }
        for text in answers::doubles(&question) {
            found.tell(&question, "packs-try-double", text.to_string());
        }
    }
    found.report(global, &room)
}

impl Found {
    fn tell(&mut self, question: &Question, key: &'static str, about: String) {
        let id = format!("{}/{}", question.id.topic().local(), question.id.local());
        self.problems.push((id, key, about));
    }

    /// The grading of answers whose outcome is known.
    fn graded(&mut self, question: &Question, answers: Vec<Answer>, right: bool) {
        for answer in answers {
            self.answers += 1;
            let outcome = catch_unwind(AssertUnwindSafe(|| judge(question, &answer, &[]).outcome));
            let shown = || serde_json::to_string(&answer).unwrap_or_default();
            match outcome {
                Err(_) => self.tell(question, "packs-try-crash", shown()),
                Ok(outcome) if right && outcome != Outcome::Right => {
                    self.tell(question, "packs-try-not-right", shown());
                }
                Ok(Outcome::Right) if !right => self.tell(question, "packs-try-accepts", shown()),
                Ok(_) => {}
            }
        }
    }

    /// The session's own machine, with lines that come as they may; every answer that comes of them is graded.
    fn played(&mut self, question: &Question, times: usize, seed: &mut u64, words: &Words) {
        let question_in_session = Arc::new(question.clone());
        for _ in 0..times {
            let mut typed = Vec::new();
            let played = catch_unwind(AssertUnwindSafe(|| play(&question_in_session, seed, words, &mut typed)));
            self.answers += 1;
            if played.is_err() {
                self.tell(question, "packs-try-crash", typed.join(" / "));
            }
        }
    }

    fn report(&self, global: &Global, room: &Room) -> Result<u8, Failure> {
        let words = &room.words;
        let code = if self.problems.is_empty() { DONE } else { CONTENT };
        if global.json {
            let problems = self.problems.iter();
            let problems: Vec<_> = problems
                .map(|(item, key, about)| {
                    json!({ "item": item, "problem": key.trim_start_matches("packs-try-"), "about": about })
                })
                .collect();
            let data = json!({ "questions": self.questions, "answers": self.answers, "problems": problems });
            outln!("{}", json!({ "schema": "jenjang.pack-try/1", "data": data }));
            return Ok(code);
        }
        for (item, key, about) in &self.problems {
            let value = [("about", about.into())];
            let text = match *key {
                "packs-try-crash" => words.fmt("packs-try-crash", &value),
                "packs-try-not-right" => words.fmt("packs-try-not-right", &value),
                "packs-try-accepts" => words.fmt("packs-try-accepts", &value),
                _ => words.fmt("packs-try-double", &value),
            };
            outln!("{item}: {text}");
        }
        let values = [
            ("questions", self.questions.into()),
            ("answers", self.answers.into()),
            ("problems", self.problems.len().into()),
        ];
        outln!("{}", words.fmt("packs-try-done", &values));
        Ok(code)
    }
}

/// Plays one question until it is answered.
fn play(question: &Arc<Question>, seed: &mut u64, words: &Words, typed: &mut Vec<String>) {
    let item = LoadedItem {
        question: Arc::clone(question),
        memory: None,
        crumbs: Default::default(),
        accepted: Vec::new(),
        note: "".into(),
        median_ms: None,
    };
    let mut asking = Asking::new(Box::new(item), next(seed), 0, true);
    for _ in 0..PATIENCE {
        let line = LINES[usize::try_from(next(seed)).unwrap_or(usize::MAX) % LINES.len()];
        typed.push(line.to_owned());
        let answer = match at_question(line, &asking, words) {
            Typed::Words(words) => Some(match words.as_slice() {
                [word] => Answer::Typed(word.as_str().into()),
                all => Answer::Gaps(all.iter().map(|word| word.as_str().into()).collect()),
            }),
            Typed::Acts(acts) => acts.into_iter().find_map(|bound| match asking.act(bound) {
                Step::Answer(answer) => Some(answer),
                Step::Unknown | Step::Stay => None,
            }),
            _ => None,
        };
        if let Some(answer) = answer {
            let _ = judge(question, &answer, &[]);
            return;
        }
    }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed, the same bots.
fn next(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *seed;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}
