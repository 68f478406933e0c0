use super::*;
use crate::domain::catalog::{PathHead, PathKind, SectionHead, Stage as PathStage, Stop, TopicBody, TopicHead};
use crate::domain::event::{Rating, Setting};
use crate::domain::question::{Answer, AnswerKey, Blank, Choice, Kind, LineNote, Options, Pair, Question};
use crate::domain::text::Text;
use crate::domain::time::Moment;
use crate::sessions::effect::{Crumbs, LoadedItem, Queue, Route};
use crate::sessions::key::Key;
use crate::sessions::prefs::Prefs;
use crate::sessions::study::{Catalog, DueLoad};

use std::sync::Arc;

/// A lesson, a clock, and an app that answers at once.
struct Desk {
    lesson: Lesson,
    prefs: Prefs,
    load: DueLoad,
    study: Study,
    utc: i64,
    loaded: LoadedTopic,
    log: Vec<Event>,
    other: Vec<Effect>,
    auto_save: bool,
}

fn here() -> TopicId {
    TopicId::new("p", "t")
}

fn question(name: &str, kind: Kind) -> Question {
    Question {
        id: here().item(name),
        key: AnswerKey(1),
        level: 1,
        section: "one".into(),
        prompt: Text::shared("prompt"),
        explain: Text::default(),
        hint: Text::shared("hint"),
        source: "".into(),
        kind,
    }
}

fn choice(id: &str, right: bool) -> Choice {
    Choice { id: id.into(), text: Text::shared(id), right, why: Text::shared("why") }
}

fn single(name: &str) -> Question {
    let choices = vec![choice("right", true), choice("wrong", false)];
    question(name, Kind::Single(Options { choices, keep_order: true }))
}

fn head(name: &str) -> TopicHead {
    let section = |id: &str| SectionHead { id: id.into(), title: Text::shared(id), covers: vec![] };
    TopicHead {
        id: TopicId::new("p", name),
        unit: "u".into(),
        title: Text::shared(name),
        summary: Text::default(),
        level: 1,
        minutes: 6,
        requires: vec![],
        see_also: vec![],
        sections: vec![section("one"), section("two")],
        questions: 1,
    }
}

fn topic(questions: Vec<Question>) -> LoadedTopic {
    let body = TopicBody { head: head("t"), lesson_en: "text".into(), lesson_id: "teks".into(), questions };
    LoadedTopic { body: Arc::new(body), memories: vec![], notes: vec![], position: None, terms: vec![] }
}

const RIGHT: u8 = 0;
const WRONG: u8 = 1;

impl Desk {
    fn open(loaded: LoadedTopic, section: Option<&str>) -> Desk {
        let mut desk = Desk {
            lesson: Lesson::new(here(), section.map(Box::from)),
            prefs: Prefs::default(),
            load: DueLoad::default(),
            study: Study::default(),
            utc: 1_800_000_000_000,
            loaded,
            log: vec![],
            other: vec![],
            auto_save: true,
        };
        let now = desk.now();
        let cx = Context { now: &now, prefs: &desk.prefs, load: &desk.load };
        let effects = desk.lesson.start(&cx);
        desk.perform(effects);
        desk
    }

    fn with(questions: Vec<Question>) -> Desk {
        Desk::open(topic(questions), None)
    }

    fn now(&mut self) -> Moment {
        self.utc += 1000;
        Moment {
            utc: self.utc,
            offset_min: 0,
            day: StudyDay::of(self.utc, 0, 240),
            mono_ms: self.utc as u64,
            id: EventId::from_parts(self.utc as u64, 0, 9),
        }
    }

    fn input(&mut self, input: Input) {
        let now = self.now();
        let cx = Context { now: &now, prefs: &self.prefs, load: &self.load };
        let effects = self.lesson.update(input, &cx, &self.study);
        self.perform(effects);
    }

    fn see(&mut self, section: &str, from: u32, to: u32, checks: &[&str]) {
        let seen = Seen {
            place: Place { section: section.into(), block: 0 },
            from,
            to,
            checks: checks.iter().map(|c| Box::from(*c)).collect(),
            end: to >= WHOLE,
        };
        let now = self.now();
        let cx = Context { now: &now, prefs: &self.prefs, load: &self.load };
        let effects = self.lesson.see(seen, &cx);
        self.perform(effects);
    }

    fn note(&mut self, section: &str, text: &str) {
        let now = self.now();
        let cx = Context { now: &now, prefs: &self.prefs, load: &self.load };
        let effects = self.lesson.note(&Place { section: section.into(), block: 1 }, text, &cx);
        self.perform(effects);
    }

    fn perform(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            match effect {
                Effect::Record(events) => {
                    let ids = events.iter().map(|e| e.id).collect();
                    self.log.extend(events);
                    if self.auto_save {
                        self.input(Input::News(News::Saved(ids)));
                    }
                }
                Effect::Ask(Request::Topic(id)) => {
                    let loaded = Box::new(self.loaded.clone());
                    self.input(Input::News(News::Topic(id, Ok(loaded))));
                }
                Effect::Ask(Request::Item(id)) => {
                    let item = self.loaded.body.questions.iter().find(|q| q.id == id).map(|q| {
                        let memory = self.loaded.memories.iter().find(|(i, _)| *i == id).map(|(_, m)| *m);
                        Box::new(LoadedItem {
                            question: Arc::new(q.clone()),
                            memory,
                            crumbs: Crumbs::default(),
                            accepted: vec![],
                            note: "".into(),
                            median_ms: Some(1),
                        })
                    });
                    self.input(Input::News(News::Item(id, item)));
                }
                Effect::Draft { body, .. } => self.loaded.position = body,
                other => self.other.push(other),
            }
        }
    }

    fn act(&mut self, action: Action, arg: u8) {
        self.input(Input::Act(Bound { action, arg }));
    }

    fn told(&self, name: &str) -> &Told {
        self.lesson.check(name).and_then(Check::told).expect("an answered check")
    }

    fn position(&self) -> Position {
        self.loaded.position.as_deref().and_then(Position::read).expect("a kept position")
    }

    /// Closes the lesson and opens it again, so many days later.
    fn again(self, days: i64, section: Option<&str>) -> Desk {
        let mut desk = Desk::open(self.loaded, section);
        desk.lesson = Lesson::new(here(), section.map(Box::from));
        desk.utc = self.utc + days * 86_400_000;
        let now = desk.now();
        let cx = Context { now: &now, prefs: &desk.prefs, load: &desk.load };
        let effects = desk.lesson.start(&cx);
        desk.perform(effects);
        desk
    }
}

#[test]
fn a_digit_answers_the_first_open_check_in_view_as_a_lesson_answer() {
    let mut desk = Desk::with(vec![single("a"), single("b")]);
    desk.see("one", 0, 3000, &["a", "b"]);
    assert_eq!(desk.lesson.state(), State::LessonCheck);
    desk.act(Action::Choose, WRONG);
    let What::Answered(answered) = &desk.log[0].what else { panic!("an answer") };
    assert_eq!((answered.item.local(), answered.setting), ("a", Setting::Lesson));
    assert_eq!(desk.told("a").rating, Rating::Forgot);
    desk.act(Action::Choose, RIGHT);
    assert!(desk.told("b").right());
    assert_eq!(desk.lesson.state(), State::Lesson);
}

#[test]
fn reading_time_never_makes_an_answer_slow() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["a"]);
    desk.utc += 600_000;
    desk.act(Action::Choose, RIGHT);
    assert_eq!(desk.told("a").rating, Rating::Good);
}

#[test]
fn an_answer_is_shown_as_saved_only_when_it_is_on_disk() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.auto_save = false;
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    assert!(!desk.told("a").saved && !desk.lesson.all_saved());
    let ids = desk.log.iter().map(|e| e.id).collect();
    desk.input(Input::News(News::Saved(ids)));
    assert!(desk.told("a").saved && desk.lesson.all_saved());
}

#[test]
fn u_right_after_an_answer_takes_it_back_and_asks_anew() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, WRONG);
    desk.act(Action::Undo, 0);
    assert_eq!(desk.log[1].what, What::Undone { of: desk.log[0].id });
    assert_eq!(desk.lesson.state(), State::LessonCheck);
    assert!(desk.position().checks.is_empty());
    desk.act(Action::Choose, RIGHT);
    assert_eq!(desk.log.len(), 3);
}

#[test]
fn u_after_a_note_is_about_the_note() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    desk.note("one", "remember");
    desk.act(Action::Undo, 0);
    assert_eq!(desk.log.len(), 2);
    assert_eq!(desk.other, [Effect::Undo { redo: false }]);
}

#[test]
fn an_answer_that_was_taken_back_elsewhere_is_asked_anew_and_a_redo_brings_it_back() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    let event = desk.log[0].clone();
    desk.input(Input::News(News::Undone { event: Some(event.clone()), about: Default::default(), redo: false }));
    assert!(desk.lesson.check("a").and_then(Check::asking).is_some());
    desk.input(Input::News(News::Undone { event: Some(event), about: Default::default(), redo: true }));
    assert!(desk.told("a").right());
    assert!(desk.told("a").after.is_some());
    assert_eq!(desk.log.len(), 1);
}

#[test]
fn enter_gives_the_keyboard_to_a_check_and_esc_gives_it_back() {
    let notes = vec![LineNote { number: 2, right: true, why: Text::shared("why") }];
    let kind = Kind::Line { language: "go".into(), code: "a\nb\nc".into(), notes };
    let mut desk = Desk::with(vec![question("a", kind)]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, 1);
    assert!(desk.log.is_empty(), "a digit is no line");
    desk.act(Action::Enter, 0);
    assert_eq!(desk.lesson.state(), State::QuestionLine);
    desk.act(Action::Back, 0);
    assert_eq!(desk.lesson.state(), State::LessonCheck);
    desk.act(Action::Enter, 0);
    desk.act(Action::Down, 0);
    desk.act(Action::Enter, 0);
    assert!(desk.told("a").right());
    assert_eq!(desk.lesson.state(), State::Lesson);
}

#[test]
fn a_word_is_typed_in_place_and_another_valid_word_is_asked_again() {
    let near = crate::domain::question::Near { text: Text::shared("close"), why: Text::shared("why") };
    let blank = Blank {
        answer: Text::shared("word"),
        accept: vec![],
        near: vec![near],
        why: Text::default(),
        distractors: vec![],
    };
    let mut desk = Desk::with(vec![question("a", Kind::Short(blank))]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Enter, 0);
    assert_eq!(desk.lesson.state(), State::QuestionTyped);
    "close".chars().for_each(|c| desk.input(Input::Key(Key::char(c))));
    desk.act(Action::Submit, 0);
    assert!(desk.log.is_empty());
    desk.input(Input::Key(Key::ctrl('u')));
    desk.input(Input::Paste("word\n".into()));
    desk.act(Action::Submit, 0);
    assert!(desk.told("a").right());
}

#[test]
fn letters_match_rows_and_enter_submits_when_all_are_matched() {
    let pair = |i: usize| Pair {
        id: format!("p{i}").into(),
        left: Text::shared(format!("left {i}")),
        right: Text::shared(format!("right {i}")),
        why: Text::shared("why"),
    };
    let mut desk = Desk::with(vec![question("a", Kind::Match { pairs: vec![pair(0), pair(1)], extras: vec![] })]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, 0);
    desk.act(Action::Choose, 1);
    desk.act(Action::Enter, 0);
    assert!(matches!(&desk.log[0].what, What::Answered(a) if matches!(&a.answer, Answer::Pairs(p) if p.len() == 2)));
}

#[test]
fn a_verdict_is_a_digit_and_its_reason_another() {
    let kind = Kind::TrueFalse { answer: false, reasons: vec![choice("x", true), choice("y", false)] };
    let mut desk = Desk::with(vec![question("a", kind)]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, 1);
    assert!(desk.log.is_empty());
    desk.act(Action::Choose, 0);
    assert_eq!(desk.log.len(), 1);
}

#[test]
fn a_check_without_a_question_is_passed_over() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["gone", "a"]);
    assert_eq!(desk.lesson.check("gone").map(|c| &c.stage), Some(&CheckStage::Missing));
    assert_eq!(desk.lesson.open_check().map(|c| c.id.local()), Some("a"));
}

#[test]
fn the_place_is_kept_on_every_page_and_found_again() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    desk.see("two", 2900, 6000, &[]);
    assert_eq!(desk.position().percent, 29);
    let mut desk = desk.again(0, None);
    assert_eq!(desk.lesson.begin_at(), Place { section: "two".into(), block: 0 });
    assert_eq!(desk.lesson.read(), 2900);
    // The question says itself whether it still knows the answer.
    desk.see("one", 0, 3000, &["a"]);
    assert!(desk.lesson.check("a").and_then(Check::asking).is_some(), "no memory, so it was taken back elsewhere");
}

#[test]
fn a_check_that_was_answered_today_stays_answered_and_is_open_again_tomorrow() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    let memory = desk.told("a").after.expect("a memory");
    desk.loaded.memories.push((here().item("a"), memory));
    let mut desk = desk.again(0, None);
    desk.see("one", 0, 3000, &["a"]);
    assert!(desk.told("a").right() && desk.told("a").saved);
    let mut desk = desk.again(1, None);
    desk.see("one", 0, 3000, &["a"]);
    assert_eq!(desk.lesson.state(), State::LessonCheck);
}

#[test]
fn jumping_ahead_is_not_reading() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, 3000, &[]);
    desk.see("two", 8000, WHOLE, &[]);
    assert_eq!(desk.lesson.read(), 0);
    desk.utc += 60_000;
    desk.act(Action::Back, 0);
    desk.act(Action::Leave, 0);
    assert!(desk.log.is_empty());
    assert_eq!(desk.position().percent, 0);
}

#[test]
fn looking_something_up_leaves_the_kept_place_alone() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, 4000, &[]);
    desk.see("one", 3900, 6000, &[]);
    let mut desk = desk.again(0, Some("two"));
    assert_eq!(desk.lesson.begin_at().section, "two".into());
    desk.see("two", 8000, WHOLE, &[]);
    desk.act(Action::Back, 0);
    desk.act(Action::Leave, 0);
    assert_eq!((desk.position().place.section, desk.position().percent), ("one".into(), 39));
}

#[test]
fn the_end_counts_as_read_once() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, 6000, &[]);
    desk.see("two", 5000, WHOLE, &[]);
    assert!(desk.log.is_empty());
    desk.act(Action::NextPage, 0);
    assert!(matches!(&desk.log[0].what, What::Read { took_ms, .. } if *took_ms > 0));
    assert_eq!(desk.position().percent, 100);
    let Stage::Ended(ending) = &desk.lesson.stage else { panic!("the end") };
    let again = ending.rows.iter().position(|r| *r == EndRow::Again).expect("a row");
    (0..again).for_each(|_| desk.act(Action::Down, 0));
    desk.act(Action::Enter, 0);
    assert_eq!(desk.lesson.begin_at(), Place::default());
    desk.see("two", 0, WHOLE, &[]);
    desk.act(Action::Enter, 0);
    assert_eq!(desk.log.len(), 1);
    let mut desk = desk.again(0, None);
    assert_eq!(desk.lesson.begin_at(), Place::default());
    desk.see("one", 0, WHOLE, &[]);
    desk.act(Action::Enter, 0);
    assert!(desk.log.is_empty(), "the same day, the same lesson");
}

#[test]
fn who_stays_on_the_last_page_and_leaves_has_read_the_lesson() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, WHOLE, &[]);
    desk.utc += STAYED_MS as i64;
    desk.act(Action::Back, 0);
    assert_eq!(desk.lesson.state(), State::Pause);
    desk.act(Action::Leave, 0);
    assert!(matches!(desk.log[0].what, What::Read { .. }));
    assert_eq!(desk.other, [Effect::Back]);
}

#[test]
fn who_only_glances_at_the_last_page_has_not_read_it() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, WHOLE, &[]);
    desk.act(Action::Back, 0);
    desk.act(Action::Leave, 0);
    assert!(desk.log.is_empty());
    assert_eq!(desk.position().percent, 0);
}

#[test]
fn another_language_that_says_it_in_more_words_does_not_break_the_reading() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, 3000, &[]);
    desk.act(Action::SwitchLanguage, 0);
    desk.see("one", 3300, 6000, &[]);
    assert_eq!(desk.lesson.read(), 3300);
}

#[test]
fn the_end_offers_questions_that_were_never_answered_and_the_next_topic() {
    let mut desk = Desk::with(["a", "b", "c", "d", "e"].map(single).into());
    let stops = ["t", "known", "next"].map(|n| Stop::Here(TopicId::new("p", n))).into();
    let path = |kind, topics| PathHead {
        pack: "p".into(),
        id: "x".into(),
        kind,
        title: Text::default(),
        summary: Text::default(),
        personas: Vec::new(),
        level: 0,
        stages: vec![PathStage { title: Text::default(), topics }],
    };
    let wrong = vec![Stop::Here(here()), Stop::Here(TopicId::new("p", "track"))];
    desk.study.catalog = Arc::new(Catalog {
        packs: vec![],
        topics: ["t", "next", "known", "track"].map(|n| (TopicId::new("p", n), head(n).into())).into(),
        paths: vec![path(PathKind::Track, wrong), path(PathKind::Roadmap, stops)],
    });
    let standing = crate::sessions::study::TopicStanding {
        state: crate::sessions::study::TopicState::Held,
        held: 1,
        answered: 1,
        questions: 1,
        recall: 90,
        read: 100,
        known: false,
        weakest: Text::default(),
    };
    desk.study.topics = Arc::new([(TopicId::new("p", "known"), standing)].into());
    desk.see("one", 0, WHOLE, &["a"]);
    desk.act(Action::Choose, RIGHT);
    desk.act(Action::Enter, 0);
    let Stage::Ended(ending) = &desk.lesson.stage else { panic!("the end") };
    assert_eq!(ending.rows[0], EndRow::Try { items: 3, seconds: 60 });
    assert!(matches!(&ending.rows[1], EndRow::Next { topic, .. } if topic.local() == "next"));
    desk.act(Action::Enter, 0);
    assert_eq!(desk.other, [Effect::Back, Effect::Go(Route::Review(Queue::New(here(), 3)))]);
}

#[test]
fn taking_the_last_answer_back_at_the_end_returns_to_the_text() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.see("one", 0, WHOLE, &["a"]);
    desk.act(Action::Choose, WRONG);
    desk.act(Action::Enter, 0);
    desk.act(Action::Undo, 0);
    assert_eq!(desk.lesson.state(), State::LessonCheck);
}

#[test]
fn a_note_is_an_event_and_the_same_note_is_none() {
    let mut desk = Desk::with(vec![]);
    desk.note("one", "remember\n");
    desk.note("one", "remember");
    assert_eq!(desk.log.len(), 1);
    assert_eq!(desk.lesson.notes().collect::<Vec<_>>(), [("one", 1, "remember")]);
    desk.note("one", "");
    assert!(matches!(&desk.log[1].what, What::Noted { text, .. } if text.is_empty()));
    assert_eq!(desk.lesson.notes().count(), 0);
}

#[test]
fn a_changed_setting_of_another_kind_leaves_the_language_of_the_lesson_alone() {
    let mut desk = Desk::with(vec![]);
    desk.act(Action::SwitchLanguage, 0);
    assert_eq!(desk.lesson.lang, Lang::Id);
    desk.input(Input::News(News::Settings));
    assert_eq!(desk.lesson.lang, Lang::Id);
}

#[test]
fn a_pause_and_a_long_absence_are_no_reading_time() {
    let mut desk = Desk::with(vec![]);
    desk.see("one", 0, 3000, &[]);
    let before = desk.lesson.spent_ms;
    desk.act(Action::Back, 0);
    desk.utc += 3_600_000;
    desk.act(Action::Enter, 0);
    desk.utc += 3_600_000;
    desk.act(Action::Up, 0);
    assert!(desk.lesson.spent_ms - before <= AWAY_MS + 10_000, "{}", desk.lesson.spent_ms);
}

#[test]
fn a_topic_that_is_not_installed_is_said_and_left_with_one_key() {
    let mut desk = Desk::with(vec![]);
    desk.lesson = Lesson::new(here(), None);
    desk.input(Input::News(News::Topic(here(), Err("not installed".into()))));
    assert_eq!(desk.lesson.stage, Stage::Missing("not installed".into()));
    desk.act(Action::Back, 0);
    assert_eq!(desk.other, [Effect::Back]);
}

#[test]
fn a_flag_is_an_event_about_the_check_in_view_and_can_be_dropped() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.act(Action::Flag, 0);
    assert_eq!(desk.lesson.flagging, None, "nothing is in view");
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    desk.act(Action::Flag, 0);
    assert_eq!(desk.lesson.state(), State::FlagSheet);
    desk.act(Action::Back, 0);
    assert_eq!(desk.log.len(), 1);
    desk.act(Action::Flag, 0);
    desk.act(Action::Choose, 1);
    assert!(
        matches!(&desk.log[1].what, What::Flagged { item, reason } if item.local() == "a" && &**reason == "unclear")
    );
    assert_eq!(desk.lesson.state(), State::Lesson);
}

#[test]
fn in_a_window_that_only_looks_a_check_stays_open_and_the_lesson_can_be_left() {
    let mut desk = Desk::with(vec![single("a")]);
    desk.study.read_only = Some(4711);
    desk.auto_save = false;
    desk.see("one", 0, 3000, &["a"]);
    desk.act(Action::Choose, RIGHT);
    assert!(desk.lesson.open_check().is_some(), "nothing pretends to be saved");
    assert!(desk.lesson.all_saved(), "nothing waits for an answer that never comes");
    desk.see("two", 3000, WHOLE, &[]);
    desk.log.clear();
    desk.act(Action::Enter, 0);
    assert!(matches!(desk.lesson.stage, Stage::Ended(_)));
    assert_eq!(desk.log, [], "it does not count as read either");
    desk.act(Action::Back, 0);
    assert_eq!(desk.other.last(), Some(&Effect::Back));
}
