//! Lessons, what is typed at a question, and what is told of it.

use std::sync::Arc;

use super::*;
use crate::domain::event::EventId;
use crate::domain::ids::ItemId;
use crate::domain::question::{AnswerKey, Blank, Kind, LineNote, Question};
use crate::domain::text::{Lang, Text};
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::effect::{Crumbs, LoadedItem};
use crate::sessions::effect::{Effect, Queue, QueuedItem, Request};
use crate::sessions::prefs::Prefs;
use crate::sessions::study::DueLoad;

fn question(kind: Kind) -> Question {
    Question {
        id: ItemId::parse("pack/topic/one").expect("three parts"),
        key: AnswerKey(1),
        level: 1,
        section: "section".into(),
        prompt: Text::shared("What is it?"),
        explain: Text::default(),
        hint: Text::shared("think"),
        source: "".into(),
        kind,
    }
}

fn blank(answer: &str) -> Blank {
    let answer = Text::shared(answer);
    Blank { answer, accept: Vec::new(), near: Vec::new(), why: Text::default(), distractors: Vec::new() }
}

fn short(answer: &str) -> Question {
    question(Kind::Short(blank(answer)))
}

fn cloze() -> Question {
    question(Kind::Cloze { text: Text::shared("{{1}} and {{2}}"), gaps: vec![blank("shared"), blank("lock")] })
}

fn line() -> Question {
    let note = |number, right| LineNote { number, right, why: Text::shared("why") };
    question(Kind::Line { language: "".into(), code: "a\nb\nc".into(), notes: vec![note(1, false), note(2, true)] })
}

/// A review of one question.
struct Sitting {
    review: review::PlainReview,
    question: Question,
    words: Words,
}

impl Sitting {
    fn of(question: Question, code: &str) -> (Sitting, Vec<String>) {
        let lang = Lang::from_code(code).expect("a language");
        let review = review::PlainReview::new(Queue::Practice(vec![question.id.clone()]), 7, lang);
        let mut sitting = Sitting { review, question, words: Words::of(code) };
        let said = sitting.step(|review, cx, _| review.start(cx));
        (sitting, said)
    }

    fn types(&mut self, line: &str) -> Vec<String> {
        self.step(|review, cx, words| review.line(line, cx, words))
    }

    fn step(&mut self, act: impl FnOnce(&mut review::PlainReview, &Context<'_>, &Words) -> Said) -> Vec<String> {
        let (utc, id) = (1_800_000_000_000, EventId::from_parts(1_800_000_000_000, 0, 9));
        let now = Moment { utc, offset_min: 0, day: StudyDay::of(utc, 0, 240), mono_ms: 1, id };
        let (prefs, load) = (Prefs::default(), DueLoad::default());
        let cx = Context { now: &now, prefs: &prefs, load: &load };
        let mut said = act(&mut self.review, &cx, &self.words);
        while !said.effects.is_empty() {
            for effect in std::mem::take(&mut said.effects) {
                let Some(news) = self.perform(effect) else { continue };
                let more = self.review.hear(news, &cx, &self.words);
                said.lines.extend(more.lines);
                said.effects.extend(more.effects);
            }
        }
        said.lines
    }

    fn perform(&self, effect: Effect) -> Option<News> {
        match effect {
            Effect::Record(events) => Some(News::Saved(events.iter().map(|e| e.id).collect())),
            Effect::Ask(Request::Queue(queue)) => {
                let q = &self.question;
                let head = crate::domain::catalog::QuestionHead {
                    id: q.id.clone(),
                    key: q.key,
                    kind: q.kind.name(),
                    level: 1,
                    section: q.section.clone(),
                };
                Some(News::Queue(queue, vec![QueuedItem { head, expect_ms: 1000, not_before: 0 }]))
            }
            Effect::Ask(Request::Item(id)) => {
                let item = LoadedItem {
                    question: Arc::new(self.question.clone()),
                    memory: None,
                    crumbs: Crumbs::default(),
                    accepted: Vec::new(),
                    note: "".into(),
                    median_ms: None,
                };
                Some(News::Item(id, Some(Box::new(item))))
            }
            _ => None,
        }
    }
}

/// The words that a help lists, as they are to be typed.
fn listed(help: &[String]) -> Vec<String> {
    help.iter().filter_map(|line| line.split_once(':')).map(|(word, _)| word.to_owned()).collect()
}

#[test]
fn a_lesson_has_no_empty_cards_where_its_questions_stand_on_the_screen() {
    for code in ["en", "id"] {
        let words = Words::of(code);
        let text = lesson("First.\n\n```check\none\n```\n\nThen.\n\n```check\ntwo\n```\n", 76, &words);
        assert_eq!(text, "First.\n\nThen.\n", "{code}");
    }
}

#[test]
fn h_is_help_where_an_answer_is_typed_and_the_help_names_what_can_be_typed() {
    for (question, typed) in [(cloze(), "h"), (cloze(), "?"), (short("lock"), "h"), (short("lock"), " ? ")] {
        let (mut sitting, _) = Sitting::of(question, "en");
        let help = sitting.types(typed);
        assert!(help.iter().any(|line| line.starts_with("/hint: ")), "{help:?}");
        assert_eq!(sitting.types("/h"), help);
    }
}

#[test]
fn h_is_the_answer_where_it_is_a_right_one() {
    let (mut sitting, _) = Sitting::of(short("h"), "en");
    assert_eq!(sitting.types("h")[0], "Result: right.");
    let (mut sitting, _) = Sitting::of(short("?"), "en");
    assert!(!sitting.types("h")[0].starts_with("Result"), "the other one is help");
}

#[test]
fn every_word_that_the_help_of_a_review_lists_is_understood_there() {
    let unknown = |code: &str| Words::of(code).get("plain-unknown").into_owned();
    for code in ["en", "id"] {
        for question in [cloze(), short("lock"), line()] {
            // At the question, then at its feedback, then at the sheet of flags.
            for before in [&[][..], &["/x", "x"], &["/x", "x", "m"]] {
                let at = || {
                    let (mut sitting, _) = Sitting::of(question.clone(), code);
                    let typed = matches!(question.kind, Kind::Cloze { .. } | Kind::Short(_));
                    for line in before {
                        if line.starts_with('/') == typed || *line == "m" {
                            sitting.types(line);
                        }
                    }
                    sitting
                };
                let help = at().types("h");
                let words = listed(&help);
                assert!(!words.is_empty(), "{code} {before:?}");
                for word in words {
                    assert_ne!(at().types(&word), [unknown(code)], "{code} {before:?}: {word}");
                }
                let on_screen = ["settings", "redraw", "interrupt", "commands", "down", "fullscreen"];
                assert!(
                    code == "id" || !listed(&help).iter().any(|w| on_screen.contains(&w.trim_start_matches('/'))),
                    "{help:?}"
                );
            }
        }
    }
}

#[test]
fn a_word_is_understood_in_either_language() {
    for (code, question, typed) in [
        ("id", line(), "undo"),
        ("id", line(), "hint"),
        ("id", line(), "help"),
        ("en", line(), "batalkan"),
        ("id", cloze(), "/hint"),
        ("en", cloze(), "/petunjuk"),
        ("en", cloze(), "/bantuan"),
    ] {
        let (mut sitting, _) = Sitting::of(question, code);
        assert_ne!(sitting.types(typed), [sitting.words.get("plain-unknown").into_owned()], "{code}: {typed}");
    }
}

#[test]
fn a_line_that_was_chosen_says_so_whether_it_has_a_note_or_not() {
    let told = |typed: &str| Sitting::of(line(), "en").0.types(typed);
    assert!(told("1").contains(&"Line 1: your choice. why".to_owned()), "{:?}", told("1"));
    assert!(told("2").contains(&"Line 2: right, your choice. why".to_owned()), "{:?}", told("2"));
    assert!(told("3").contains(&"Line 3: your choice, not the cause.".to_owned()), "{:?}", told("3"));
    assert!(told("3").contains(&"Line 2: right. why".to_owned()), "{:?}", told("3"));
}

#[test]
fn what_is_told_of_a_short_answer_speaks_of_no_gap_and_of_nothing_that_was_not_typed() {
    let told = |question: Question, typed: &str| Sitting::of(question, "en").0.types(typed);
    let wrong = told(short("lock"), "latch");
    assert!(wrong.contains(&"Answer: you wrote \"latch\", it is lock".to_owned()), "{wrong:?}");
    assert!(told(short("lock"), "lock").contains(&"Answer: right, lock".to_owned()));
    assert!(told(short("lock"), "/x").contains(&"Answer: lock".to_owned()));
    assert!(told(cloze(), "/x").contains(&"Gap 2: lock".to_owned()));
    assert!(told(cloze(), "shared; latch").contains(&"Gap 2: you wrote \"latch\", the answer is lock".to_owned()));
}
