use serde_json::{Value, json};

use super::*;
use crate::domain::catalog::QuestionHead;
use crate::domain::event::{EventId, What};
use crate::domain::ids::ItemId;
use crate::domain::question::{AnswerKey, Blank, Choice, Options, Pair, Question};
use crate::domain::question::{Kind, Step};
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::effect::{Crumbs, LoadedItem, QueuedItem, Request};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::DueLoad;

/// A program at the other end of the pipe, and a store that says yes.
struct Wire {
    session: Protocol,
    questions: Vec<Question>,
    recorded: Vec<What>,
    utc: i64,
}

fn question(name: &str, kind: Kind) -> Question {
    Question {
        id: ItemId::parse(&format!("pack/topic/{name}")).expect("three parts"),
        key: AnswerKey(1),
        level: 1,
        section: "section".into(),
        prompt: Text::shared("What is **it**?"),
        explain: Text::shared("idea"),
        hint: Text::shared("think"),
        source: "source".into(),
        kind,
    }
}

fn choice(id: &str, right: bool) -> Choice {
    Choice { id: id.into(), text: Text::shared(id), right, why: Text::shared("why") }
}

fn options() -> Options {
    Options { choices: vec![choice("a", true), choice("b", false), choice("c", true)], keep_order: true }
}

fn single(name: &str) -> Question {
    let choices = vec![choice("right", true), choice("wrong", false)];
    question(name, Kind::Single(Options { choices, keep_order: true }))
}

fn blank(answer: &str) -> Blank {
    let text = Text::shared(answer);
    Blank { answer: text, accept: Vec::new(), near: Vec::new(), why: Text::default(), distractors: Vec::new() }
}

impl Wire {
    fn with(questions: Vec<Question>) -> (Wire, Vec<Value>) {
        let queue = Queue::Practice(questions.iter().map(|q| q.id.clone()).collect());
        let session = Protocol::new(queue, 7, Lang::En);
        let mut wire = Wire { session, questions, recorded: Vec::new(), utc: 1_800_000_000_000 };
        let said = wire.step(|session, cx, _| session.start(cx));
        (wire, said)
    }

    fn say(&mut self, command: Value) -> Vec<Value> {
        let line = command.to_string();
        self.step(|session, cx, words| session.line(&line, cx, words))
    }

    fn step(&mut self, act: impl FnOnce(&mut Protocol, &Context<'_>, &Words) -> Said) -> Vec<Value> {
        self.utc += 1000;
        let now = Moment {
            utc: self.utc,
            offset_min: 0,
            day: StudyDay::of(self.utc, 0, 240),
            mono_ms: self.utc as u64,
            id: EventId::from_parts(self.utc as u64, 0, 9),
        };
        let (prefs, load, words) = (Prefs::default(), DueLoad::default(), Words::of("en"));
        let cx = Context { now: &now, prefs: &prefs, load: &load };
        let mut said = act(&mut self.session, &cx, &words);
        while !said.effects.is_empty() {
            for effect in std::mem::take(&mut said.effects) {
                let Some(news) = self.perform(effect) else { continue };
                let more = self.session.hear(news, &cx, &words);
                said.lines.extend(more.lines);
                said.effects.extend(more.effects);
            }
        }
        said.lines.iter().map(|line| serde_json::from_str(line).expect("JSON")).collect()
    }

    fn perform(&mut self, effect: Effect) -> Option<News> {
        match effect {
            Effect::Record(events) => {
                let ids = events.iter().map(|e| e.id).collect();
                self.recorded.extend(events.into_iter().map(|e| e.what));
                Some(News::Saved(ids))
            }
            Effect::Ask(Request::Queue(queue)) => {
                let item = |q: &Question| QueuedItem {
                    head: QuestionHead {
                        id: q.id.clone(),
                        key: q.key,
                        kind: q.kind.name(),
                        level: 1,
                        section: q.section.clone(),
                    },
                    expect_ms: 1000,
                    not_before: 0,
                };
                Some(News::Queue(queue, self.questions.iter().map(item).collect()))
            }
            Effect::Ask(Request::Item(id)) => {
                let found = self.questions.iter().find(|q| q.id == id).map(|q| {
                    Box::new(LoadedItem {
                        question: std::sync::Arc::new(q.clone()),
                        memory: None,
                        crumbs: Crumbs::default(),
                        accepted: Vec::new(),
                        note: "".into(),
                        median_ms: None,
                    })
                });
                Some(News::Item(id, found))
            }
            Effect::Undo { redo } => Some(News::Undone { event: None, about: Text::default(), redo }),
            _ => None,
        }
    }
}

#[test]
fn a_whole_session_is_question_feedback_question_feedback_summary() {
    let (mut wire, said) = Wire::with(vec![single("a"), single("b")]);
    assert_eq!(said[0]["event"], "question");
    assert_eq!((&said[0]["number"], &said[0]["of"]), (&json!(1), &json!(2)));
    assert_eq!(said[0]["prompt"], "What is it?", "marks are no part of plain text");
    assert_eq!(said[0]["options"][1], json!({ "n": 2, "text": "wrong" }));
    let said = wire.say(json!({ "command": "answer", "value": 1 }));
    assert_eq!((said.len(), &said[0]["event"], &said[0]["result"]), (1, &json!("feedback"), &json!("right")));
    assert_eq!(said[0]["parts"][0]["chosen"], true);
    assert_eq!(wire.say(json!({ "command": "next" }))[0]["item"], "pack/topic/b");
    let said = wire.say(json!({ "command": "answer", "value": "b" }));
    assert_eq!(said[0]["result"], "wrong");
    let said = wire.say(json!({ "command": "next" }));
    assert_eq!(said[0]["event"], "summary");
    assert_eq!((&said[0]["answered"], &said[0]["recalled"]), (&json!(2), &json!(1)));
    assert_eq!(said[0]["missed"][0]["item"], "pack/topic/b");
    assert_eq!(said[0]["schema"], SCHEMA);
}

#[test]
fn a_guess_and_not_knowing_are_said_in_the_answer() {
    let (mut wire, _) = Wire::with(vec![single("a"), single("b")]);
    assert_eq!(wire.say(json!({ "command": "answer", "value": 1, "guess": true }))[0]["result"], "guess");
    wire.say(json!({ "command": "next" }));
    assert_eq!(wire.say(json!({ "command": "answer", "value": null }))[0]["result"], "unknown");
}

#[test]
fn a_grade_and_an_undo_change_what_was_recorded() {
    let (mut wire, _) = Wire::with(vec![single("a"), single("b")]);
    wire.say(json!({ "command": "answer", "value": 2 }));
    assert_eq!(wire.say(json!({ "command": "grade", "grade": "hard" }))[0]["grade"], "hard");
    wire.say(json!({ "command": "next" }));
    let said = wire.say(json!({ "command": "undo" }));
    assert_eq!((&said[0]["event"], &said[0]["taken_back"]), (&json!("feedback"), &json!(true)));
    let said = wire.say(json!({ "command": "undo" }));
    assert_eq!((&said[0]["event"], &said[0]["item"]), (&json!("question"), &json!("pack/topic/a")));
    assert!(matches!(wire.recorded.last(), Some(What::Undone { .. })), "{:?}", wire.recorded);
}

#[test]
fn feedback_is_said_once_although_the_minutes_until_it_comes_back_pass() {
    let (mut wire, _) = Wire::with(vec![single("a")]);
    wire.session.review.queue = Queue::Due { minutes: None, items: None, topic: None };
    let said = wire.say(json!({ "command": "answer", "value": 2 }));
    assert_eq!(said[0]["next"], json!({ "minutes": 10 }));
    assert!(wire.step(|session, cx, words| session.hear(News::Study, cx, words)).is_empty());
}

#[test]
fn an_undo_before_the_first_answer_says_what_came_of_it_and_asks_again() {
    let (mut wire, _) = Wire::with(vec![single("a")]);
    let said = wire.say(json!({ "command": "undo" }));
    let events: Vec<&str> = said.iter().filter_map(|e| e["event"].as_str()).collect();
    assert_eq!(events, ["undone", "question"]);
}

#[test]
fn during_a_pause_only_the_ways_out_of_it_are_followed() {
    let (mut wire, _) = Wire::with(vec![single("a")]);
    assert_eq!(wire.say(json!({ "command": "pause" }))[0]["event"], "paused");
    assert_eq!(wire.say(json!({ "command": "answer", "value": 1 }))[0]["code"], "J-NOT-NOW");
    assert!(wire.recorded.is_empty());
    assert_eq!(wire.say(json!({ "command": "continue" }))[0]["event"], "question");
    wire.say(json!({ "command": "pause" }));
    assert_eq!(wire.say(json!({ "command": "finish" }))[0]["event"], "summary");
}

#[test]
fn what_is_not_understood_changes_nothing_and_says_why() {
    let (mut wire, _) = Wire::with(vec![single("a")]);
    for (command, code) in [
        (json!([1]), "J-NO-JSON"),
        (json!({ "command": "dance" }), "J-NO-COMMAND"),
        (json!({ "command": "answer" }), "J-VALUE"),
        (json!({ "command": "answer", "value": 3 }), "J-VALUE"),
        (json!({ "command": "grade", "grade": "superb" }), "J-VALUE"),
        (json!({ "command": "grade", "grade": "good" }), "J-NOT-NOW"),
        (json!({ "command": "next" }), "J-NOT-NOW"),
    ] {
        let said = wire.say(command.clone());
        assert_eq!((&said[0]["event"], &said[0]["code"]), (&json!("error"), &json!(code)), "{command}");
    }
    assert!(wire.recorded.is_empty());
}

#[test]
fn lists_answer_the_kinds_that_take_several_things() {
    let step = |id: &str| Step { id: id.into(), text: Text::shared(id), why: Text::default() };
    let pair = |id: &str| Pair {
        id: id.into(),
        left: Text::shared(id),
        right: Text::shared(format!("r{id}")),
        why: Text::default(),
    };
    let cloze = Kind::Cloze { text: Text::shared("{{1}} and {{2}}"), gaps: vec![blank("salt"), blank("pepper")] };
    let order = Kind::Order { steps: vec![step("x"), step("y")], any_order: Vec::new() };
    let matching = Kind::Match { pairs: vec![pair("p"), pair("q")], extras: Vec::new() };
    let reasons = Kind::TrueFalse { answer: false, reasons: vec![choice("r", true), choice("s", false)] };
    let kinds = [Kind::Multi(options()), cloze, order, matching, reasons, Kind::Short(blank("salt"))];
    for kind in kinds {
        let (mut wire, said) = Wire::with(vec![question("a", kind)]);
        let asked = &said[0];
        let n_of = |list: &str, text: &str| {
            let all = asked[list].as_array().expect("a list");
            all.iter().find(|o| o["text"] == text).expect("it is offered")["n"].clone()
        };
        let value = match asked["kind"].as_str() {
            Some("multi") => json!([1, 3]),
            Some("cloze") => json!(["salt", "pepper"]),
            Some("order") => json!([n_of("options", "x"), n_of("options", "y")]),
            Some("match") => {
                let lefts = asked["options"].as_array().expect("rows").iter();
                lefts.map(|o| n_of("rights", &format!("r{}", o["text"].as_str().expect("text")))).collect()
            }
            Some("true_false") => json!([2, n_of("reasons", "r")]),
            _ => json!("salt"),
        };
        let said = wire.say(json!({ "command": "answer", "value": value }));
        assert_eq!((&said[0]["event"], &said[0]["result"]), (&json!("feedback"), &json!("right")), "{asked} {value}");
    }
}

#[test]
fn every_event_and_command_is_in_the_published_schema() {
    let schema: Value = serde_json::from_str(include_str!("../../../assets/schema/review.schema.json")).expect("JSON");
    assert_eq!(schema["title"], SCHEMA);
    let (mut wire, mut said) = Wire::with(vec![single("a")]);
    for command in [
        json!({ "command": "hint" }),
        json!({ "command": "undo" }),
        json!({ "command": "pause" }),
        json!({ "command": "continue" }),
        json!({ "command": "answer", "value": 1 }),
        json!({ "command": "dance" }),
        json!({ "command": "next" }),
    ] {
        said.extend(wire.say(command));
    }
    for event in &said {
        let described = &schema["definitions"][event["event"].as_str().expect("a name")];
        let known = described["properties"].as_object().expect("described");
        for key in event.as_object().expect("an object").keys() {
            assert!(known.contains_key(key), "{key} of {event}");
        }
        for key in described["required"].as_array().expect("a list") {
            assert!(event.get(key.as_str().expect("a name")).is_some(), "{key} of {event}");
        }
    }
    let commands = &schema["definitions"]["command"]["properties"]["command"]["enum"];
    for name in commands.as_array().expect("a list") {
        let line = json!({ "command": name, "value": 1, "grade": "good" }).to_string();
        assert!(Command::read(&line).is_ok(), "{name}");
    }
}

#[test]
fn a_drill_takes_a_sentence_and_says_what_was_found_and_what_counts() {
    use crate::domain::rubric::{Drill, Phrase, WordList};
    let text = |text: &str| Text::shared(text);
    let words = WordList { en: vec![Phrase::new("limit")], id: Vec::new() };
    let (point, met, partly) = (text("a limit"), text("with a reason"), text("without"));
    let drill = Drill { point, met, partly, words, model: text("The limit is ten.") };
    let (mut wire, said) = Wire::with(vec![question("prompt.point", Kind::Drill(Box::new(drill)))]);
    assert_eq!((&said[0]["kind"], &said[0]["item"]), (&json!("drill"), &json!("pack/topic/prompt.point")));
    let said = wire.say(json!({ "command": "answer", "value": "There are limits, I think" }));
    assert_eq!((&said[0]["result"], &said[0]["grade"]), (&json!("right"), &json!("good")));
    let parts = json!({
        "typed": "There are limits, I think", "found": ["limits"], "point": "a limit", "met": "with a reason",
        "partly": "without", "model": "The limit is ten.",
    });
    assert_eq!(said[0]["parts"], parts);
    assert_eq!(wire.say(json!({ "command": "grade", "grade": "hard" }))[0]["grade"], "hard");
}
