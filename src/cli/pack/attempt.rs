//! `jenjang pack try`: bots answer every question, and a learner studies the pack for some weeks.

use std::sync::Arc;

use serde_json::{Value, json};

use crate::app::bots::{self, Chance, Found, Guesses, Life, Spread, Trouble};
use crate::app::crash;
use crate::cli::args::{Bots, Global, TryArgs};
use crate::cli::exit::{CONTENT, DONE, Failure};
use crate::cli::world::Room;
use crate::domain::grading::judge;
use crate::domain::question::{Answer, Question};
use crate::domain::text::Lang;
use crate::packs::install::Incoming;
use crate::packs::{Draft, Library, answers};
use crate::plain::read::{Typed, at_question};
use crate::sessions::effect::LoadedItem;
use crate::sessions::question::{Asking, Step};
use crate::words::Words;

/// Lines that a learner might type.
const LINES: [&str; 14] = ["1", "2", "3", "4", "5", "6", "t", "f", "1 2", "2 1 3", "up", "down", "hint", "dontknow"];
/// Lines for one question before it is given up.
const PATIENCE: usize = 40;

/// What all bots together have to say.
#[derive(Default)]
struct Tried {
    found: Found,
    guesses: Option<Guesses>,
    life: Option<Life>,
}

/// Runs the command. Exit code 4 when something is found.
pub fn run(global: &Global, args: &TryArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let incoming = match super::install::load(global, &args.path)? {
        Ok(incoming) => incoming,
        Err(code) => return Ok(code),
    };
    let tried = play_all(&room, args, incoming)?;
    let code = if tried.found.findings.is_empty() { DONE } else { CONTENT };
    if global.json {
        outln!("{}", json!({ "schema": "jenjang.pack-try/1", "data": tried.json(args) }));
    } else {
        outln!("{}", tried.lines(args, global.verbose > 0, &room.words).join("\n"));
    }
    Ok(code)
}

fn play_all(room: &Room, args: &TryArgs, incoming: Incoming) -> Result<Tried, Failure> {
    let wants = |bots: Bots| args.bots == bots || args.bots == Bots::All;
    let langs: Vec<Lang> = incoming.head.languages.iter().filter_map(|code| Lang::from_code(code)).collect();
    let words = Words::of(langs.first().copied().unwrap_or_default().code());
    let questions: Vec<Arc<Question>> = answers::questions(&incoming.texts).into_iter().map(Arc::new).collect();
    let library = library_of(incoming);
    let mut tried = Tried::default();
    let mut chance = Chance::new(args.seed);
    let found = &mut tried.found;
    found.questions = questions.len();
    for question in &questions {
        if wants(Bots::Right) {
            found.played(question, &answers::right(question), true, &words);
        }
        if wants(Bots::Wrong) {
            found.played(question, &answers::wrong(question), false, &words);
        }
        if wants(Bots::Random) {
            at_random(found, question, args.n, &mut chance, &words);
        }
        if wants(Bots::Right) {
            found.seen(question, &langs);
        }
    }
    if wants(Bots::Right) {
        found.read(&library, &langs);
    }
    if wants(Bots::Guess) {
        tried.guesses = Some(bots::guesses(questions.iter().map(|question| &**question), args.n, &mut chance));
    }
    if wants(Bots::Learner) {
        let life = bots::live(&library, args.days, args.minutes, args.seed);
        tried.life = Some(life.map_err(|error| room.failure(&error))?);
    }
    Ok(tried)
}

fn library_of(incoming: Incoming) -> Library {
    let mut draft = Draft::default();
    draft.take(incoming.texts);
    draft.library()
}

/// The plain lines' own reading, with lines that come as they may; every answer that comes of them is graded.
fn at_random(found: &mut Found, question: &Arc<Question>, times: usize, chance: &mut Chance, words: &Words) {
    for _ in 0..times {
        crash::trying(&bots::name(&question.id));
        play(question, chance, words);
        found.answers += 1;
    }
}

/// A share in whole percent.
fn percent((tries, right): (usize, usize)) -> usize {
    (right * 200).checked_div(tries).unwrap_or(0).div_ceil(2)
}

impl Tried {
    fn json(&self, args: &TryArgs) -> Value {
        let problems = self.found.findings.iter();
        let problems: Vec<Value> = problems
            .map(|it| json!({ "item": it.item, "problem": key(it.trouble).trim_start_matches("packs-try-"), "about": it.about }))
            .collect();
        let (questions, answers, wide) = (self.found.questions, self.found.answers, &self.found.wide);
        let mut data = json!({ "questions": questions, "answers": answers, "problems": problems, "wide_code": wide });
        if let Some(guesses) = &self.guesses {
            let kinds = guesses.kinds.iter();
            let kinds: Vec<Value> =
                kinds.map(|(kind, tries, right)| json!({ "kind": kind, "tries": tries, "right": right })).collect();
            data["guess"] = json!({ "tries": guesses.all.0, "right": guesses.all.1, "kinds": kinds });
        }
        if let Some(life) = &self.life {
            let spread = |of: Spread| json!({ "min": of.min, "median": of.median, "max": of.max });
            let never: Vec<&str> = life.never.iter().map(|topic| topic.as_str()).collect();
            data["learner"] = json!({
                "days": life.days, "minutes_a_day": args.minutes, "studied": life.studied, "idle": life.idle,
                "minutes": spread(life.minutes), "items": spread(life.items),
                "topics": life.topics, "last_new_topic_on_day": life.last_new, "never_met": never,
            });
        }
        data
    }

    fn lines(&self, args: &TryArgs, all: bool, words: &Words) -> Vec<String> {
        let mut out: Vec<String> = Vec::new();
        for it in &self.found.findings {
            let value = [("about", (&it.about).into())];
            let text = match it.trouble {
                Trouble::Unanswerable => words.fmt("packs-try-unanswerable", &value),
                Trouble::NotRight => words.fmt("packs-try-not-right", &value),
                Trouble::Accepts => words.fmt("packs-try-accepts", &value),
                Trouble::Double => words.fmt("packs-try-double", &value),
                Trouble::Overflow => words.fmt("packs-try-overflow", &value),
            };
            out.push(format!("{}: {text}", it.item));
        }
        if let Some(guesses) = &self.guesses {
            let values = [("share", percent(guesses.all).into()), ("tries", guesses.all.0.into())];
            out.push(words.fmt("packs-try-guess", &values));
            for (kind, tries, right) in &guesses.kinds {
                let kind = serde_json::to_value(kind).ok().and_then(|kind| kind.as_str().map(str::to_owned));
                let values = [("kind", kind.unwrap_or_default().into()), ("share", percent((*tries, *right)).into())];
                out.push(format!("  {}", words.fmt("packs-try-guess-kind", &values)));
            }
        }
        if let Some(life) = &self.life {
            out.extend(life_lines(life, args, words));
        }
        out.extend(self.wide_lines(all, words));
        let values = [
            ("questions", self.found.questions.into()),
            ("answers", self.found.answers.into()),
            ("problems", self.found.findings.len().into()),
        ];
        out.push(words.fmt("packs-try-done", &values));
        out
    }
}

impl Tried {
    /// Where code goes on to the right: how often, or everything.
    fn wide_lines(&self, all: bool, words: &Words) -> Vec<String> {
        let wide = &self.found.wide;
        let line = |(item, lines): (&String, &std::collections::BTreeSet<String>)| {
            let widest = lines.iter().map(|line| line.chars().count()).max().unwrap_or(0);
            let values = [("n", lines.len().into()), ("widest", widest.into())];
            format!("{item}: {}", words.fmt("packs-try-wide", &values))
        };
        match (wide.is_empty(), all) {
            (true, _) => Vec::new(),
            (false, true) => wide.iter().map(line).collect(),
            (false, false) => vec![words.fmt("packs-try-wide-items", &[("n", wide.len().into())])],
        }
    }
}

fn life_lines(life: &Life, args: &TryArgs, words: &Words) -> Vec<String> {
    let values = [
        ("days", life.days.into()),
        ("minutes", args.minutes.into()),
        ("studied", life.studied.into()),
        ("idle", life.idle.into()),
    ];
    let mut out = vec![words.fmt("packs-try-life", &values)];
    let spread = |of: Spread| [("min", of.min.into()), ("median", of.median.into()), ("max", of.max.into())];
    out.push(format!("  {}", words.fmt("packs-try-minutes", &spread(life.minutes))));
    out.push(format!("  {}", words.fmt("packs-try-items", &spread(life.items))));
    match life.never.as_slice() {
        [] => {
            let values = [("topics", life.topics.into()), ("day", life.last_new.unwrap_or(0).into())];
            out.push(format!("  {}", words.fmt("packs-try-met", &values)));
        }
        never => {
            let values = [("n", never.len().into()), ("topics", life.topics.into())];
            out.push(format!("  {}", words.fmt("packs-try-never", &values)));
            out.extend(never.iter().map(|topic| format!("    {topic}")));
        }
    }
    out
}

/// The message of a kind of trouble; JSON has the end of it.
fn key(trouble: Trouble) -> &'static str {
    match trouble {
        Trouble::Unanswerable => "packs-try-unanswerable",
        Trouble::NotRight => "packs-try-not-right",
        Trouble::Accepts => "packs-try-accepts",
        Trouble::Double => "packs-try-double",
        Trouble::Overflow => "packs-try-overflow",
    }
}

/// Plays one question until it is answered.
fn play(question: &Arc<Question>, chance: &mut Chance, words: &Words) {
    let item = LoadedItem {
        question: Arc::clone(question),
        memory: None,
        crumbs: Default::default(),
        accepted: Vec::new(),
        note: "".into(),
        median_ms: None,
    };
    let mut asking = Asking::new(Box::new(item), chance.number(), 0, true);
    for _ in 0..PATIENCE {
        let line = LINES[chance.below(LINES.len())];
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
