use std::sync::Arc;

use super::*;
use crate::domain::catalog::QuestionHead;
use crate::domain::event::{CountReason, Rating};
use crate::domain::question::{AnswerKey, Blank, Choice, Kind, KindName, Near, Options, Question};
use crate::domain::text::Text;
use crate::domain::time::{Moment, StudyDay};
use crate::sessions::effect::Crumbs;
use crate::sessions::key::Key;
use crate::sessions::prefs::Prefs;
use crate::sessions::study::DueLoad;

/// A learner at a desk: a clock that runs, and a store that says yes when it is told to.
struct Desk {
    review: Review,
    prefs: Prefs,
    load: DueLoad,
    utc: i64,
    log: Vec<Event>,
    asked: Vec<Request>,
    other: Vec<Effect>,
    auto_save: bool,
    counter: u64,
}

fn question(name: &str, kind: Kind) -> Question {
    Question {
        id: ItemId::parse(&format!("pack/topic/{name}")).expect("three parts"),
        key: AnswerKey(1),
        level: 1,
        section: "section".into(),
        prompt: Text::shared("prompt"),
        explain: Text::default(),
        hint: Text::shared("hint"),
        source: "source".into(),
        kind,
    }
}

fn single(name: &str) -> Question {
    let choice = |id: &str, right| Choice { id: id.into(), text: Text::shared(id), right, why: Text::shared("why") };
    let choices = vec![choice("right", true), choice("wrong", false)];
    question(name, Kind::Single(Options { choices, keep_order: true }))
}

fn short(name: &str) -> Question {
    let near = Near { text: Text::shared("neighbour"), why: Text::shared("close") };
    let blank = Blank {
        answer: Text::shared("answer"),
        accept: vec![],
        near: vec![near],
        why: Text::default(),
        distractors: vec![],
    };
    question(name, Kind::Short(blank))
}

impl Desk {
    fn with(questions: Vec<Question>) -> Desk {
        let queue = Queue::Due { minutes: Some(20), items: None, topic: None };
        let mut desk = Desk {
            review: Review::new(queue.clone(), 1),
            prefs: Prefs::default(),
            load: DueLoad::default(),
            utc: 1_800_000_000_000,
            log: Vec::new(),
            asked: Vec::new(),
            other: Vec::new(),
            auto_save: true,
            counter: 0,
        };
        let moment = desk.now();
        let cx = Context { now: &moment, prefs: &desk.prefs, load: &desk.load };
        let effects = desk.review.start(&cx);
        desk.perform(effects, &questions);
        let items = questions.iter().map(item).collect();
        desk.tell(News::Queue(queue, items), &questions);
        desk
    }

    fn now(&mut self) -> Moment {
        self.utc += 1000;
        self.counter += 1;
        Moment {
            utc: self.utc,
            offset_min: 420,
            day: StudyDay::of(self.utc, 420, 240),
            mono_ms: self.utc as u64,
            id: EventId::from_parts(self.utc as u64, 0, 9),
        }
    }

    fn input(&mut self, input: Input, questions: &[Question]) {
        let moment = self.now();
        let cx = Context { now: &moment, prefs: &self.prefs, load: &self.load };
        let effects = self.review.update(input, &cx);
        self.perform(effects, questions);
    }

    fn perform(&mut self, effects: Vec<Effect>, questions: &[Question]) {
        for effect in effects {
            match effect {
                Effect::Record(events) => {
                    let ids = events.iter().map(|e| e.id).collect();
                    self.log.extend(events);
                    if self.auto_save {
                        self.tell(News::Saved(ids), questions);
                    }
                }
                Effect::Ask(Request::Item(id)) => {
                    let found = questions.iter().find(|q| q.id == id).map(|q| {
                        Box::new(LoadedItem {
                            question: Arc::new(q.clone()),
                            memory: None,
                            crumbs: Crumbs::default(),
                            accepted: vec![],
                            note: "".into(),
                            median_ms: None,
                        })
                    });
                    self.tell(News::Item(id, found), questions);
                }
                Effect::Ask(request) => self.asked.push(request),
                other => self.other.push(other),
            }
        }
    }

    fn tell(&mut self, news: News, questions: &[Question]) {
        self.input(Input::News(news), questions);
    }

    fn act(&mut self, action: Action, arg: u8, questions: &[Question]) {
        self.input(Input::Act(Bound { action, arg }), questions);
    }

    fn told(&self) -> &Told {
        match &self.review.stage {
            Stage::Told(told) => told,
            other => panic!("feedback is expected, not {other:?}"),
        }
    }

    fn done(&self) -> &Done {
        match &self.review.stage {
            Stage::Done(done) => done,
            other => panic!("a summary is expected, not {other:?}"),
        }
    }

    fn asks(&self) -> &str {
        match &self.review.stage {
            Stage::Asking(asking) => asking.question().id.local(),
            other => panic!("a question is expected, not {other:?}"),
        }
    }
}

fn item(q: &Question) -> QueuedItem {
    let head =
        QuestionHead { id: q.id.clone(), key: q.key, kind: KindName::Single, level: 1, section: q.section.clone() };
    QueuedItem { head, expect_ms: 30_000, not_before: 0 }
}

const RIGHT: u8 = 0;
const WRONG: u8 = 1;

#[test]
fn an_answer_is_recorded_at_once_and_enter_goes_on() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    assert_eq!(desk.log.len(), 1);
    assert_eq!(desk.told().rating, Rating::Good);
    desk.act(Action::Next, 0, &qs);
    assert_eq!(desk.asks(), "b");
}

#[test]
fn the_next_question_waits_until_the_answer_is_on_disk() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.auto_save = false;
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    assert!(matches!(desk.review.stage, Stage::Told(_)));
    let ids = desk.log.iter().map(|e| e.id).collect();
    desk.tell(News::Saved(ids), &qs);
    assert_eq!(desk.asks(), "b");
}

#[test]
fn a_grade_key_changes_the_grade_and_a_second_one_changes_it_again() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Grade, 0, &qs);
    desk.act(Action::Grade, 3, &qs);
    assert_eq!(desk.told().rating, Rating::Easy);
    let of = desk.log[0].id;
    let regrades: Vec<_> = desk.log[1..].iter().map(|e| e.what.target()).collect();
    assert_eq!(regrades, vec![Some(of), Some(of)]);
}

#[test]
fn the_same_grade_again_records_nothing() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Grade, 2, &qs);
    assert_eq!(desk.log.len(), 1);
}

#[test]
fn u_on_feedback_takes_the_answer_back_and_asks_anew() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    desk.act(Action::AnswerAgain, 0, &qs);
    assert_eq!(desk.asks(), "a");
    assert_eq!(desk.log[1].what, What::Undone { of: desk.log[0].id });
    assert!(desk.review.results.is_empty());
}

#[test]
fn u_after_a_changed_grade_takes_back_only_the_grade() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Grade, 0, &qs);
    desk.act(Action::AnswerAgain, 0, &qs);
    assert_eq!(desk.told().rating, Rating::Good);
    assert_eq!(desk.log[2].what, What::Undone { of: desk.log[1].id });
}

#[test]
fn u_from_the_next_question_shows_the_feedback_again_and_a_grade_stores_it() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Undo, 0, &qs);
    assert!(desk.told().taken_back.is_some());
    assert_eq!(desk.review.position(), (1, 2));
    desk.act(Action::Grade, 0, &qs);
    assert_eq!(desk.asks(), "b");
    let kinds: Vec<_> = desk.log.iter().map(|e| std::mem::discriminant(&e.what)).collect();
    assert_eq!(kinds.len(), 4);
    assert_eq!(desk.log[2].what, What::Undone { of: desk.log[1].id });
    assert!(matches!(desk.log[3].what, What::Regraded { rating: Rating::Forgot, .. }));
    assert_eq!(desk.review.results.len(), 1);
}

#[test]
fn enter_after_u_brings_the_answer_back_as_it_was() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Undo, 0, &qs);
    desk.act(Action::Next, 0, &qs);
    assert_eq!(desk.asks(), "b");
    assert_eq!(desk.review.results.len(), 1);
    assert_eq!(desk.log.len(), 3);
}

#[test]
fn u_twice_from_the_next_question_asks_the_previous_one_anew() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Undo, 0, &qs);
    desk.act(Action::AnswerAgain, 0, &qs);
    assert_eq!(desk.asks(), "a");
    assert_eq!(desk.review.position(), (1, 2));
}

#[test]
fn the_last_answer_can_be_taken_back_from_the_summary() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    assert_eq!(desk.review.recalled(), (1, 1));
    desk.done();
    desk.act(Action::Undo, 0, &qs);
    assert!(desk.told().taken_back.is_some());
}

#[test]
fn what_was_forgotten_comes_back_at_the_end_only_if_the_learner_stays() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    assert_eq!(desk.review.items.len(), 3);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    assert_eq!(desk.done().rows[0], SummaryRow::ComeBack(1));
    desk.act(Action::Enter, 0, &qs);
    assert_eq!(desk.asks(), "a");
}

#[test]
fn a_step_that_is_due_is_asked_without_a_question() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    desk.act(Action::Next, 0, &qs);
    desk.utc += 11 * 60 * 1000;
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    assert_eq!(desk.asks(), "a");
}

#[test]
fn calling_a_miss_good_takes_its_step_out_of_the_session() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    desk.act(Action::Grade, 2, &qs);
    assert_eq!(desk.review.items.len(), 2);
    desk.act(Action::Grade, 0, &qs);
    assert_eq!(desk.review.items.len(), 3);
}

#[test]
fn a_right_guess_of_something_new_counts_as_forgotten() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Guess, 0, &qs);
    desk.act(Action::Choose, RIGHT, &qs);
    assert_eq!(desk.told().rating, Rating::Forgot);
    assert_eq!(desk.review.recalled(), (0, 1));
}

#[test]
fn another_valid_word_is_asked_again_without_an_event() {
    let qs = vec![short("a")];
    let mut desk = Desk::with(qs.clone());
    for c in "neighbour".chars() {
        desk.input(Input::Key(Key::char(c)), &qs);
    }
    desk.act(Action::Submit, 0, &qs);
    assert!(desk.log.is_empty());
    assert!(matches!(&desk.review.stage, Stage::Asking(a) if a.near.is_some()));
    desk.act(Action::Submit, 0, &qs);
    assert_eq!(desk.log.len(), 1);
}

#[test]
fn counting_the_own_answer_stores_the_spelling_and_the_reason() {
    let qs = vec![short("a")];
    let mut desk = Desk::with(qs.clone());
    for c in "reply".chars() {
        desk.input(Input::Key(Key::char(c)), &qs);
    }
    desk.act(Action::Submit, 0, &qs);
    desk.act(Action::CountMine, 0, &qs);
    assert_eq!(desk.review.sheet, Some(Sheet::Count(0)));
    desk.act(Action::Enter, 0, &qs);
    let What::Regraded { rating, count, accepted, .. } = &desk.log[1].what else { panic!("a regrade") };
    assert_eq!((*rating, *count), (Rating::Good, Some(CountReason::Synonym)));
    assert_eq!(accepted.as_deref(), Some("reply"));
    assert_eq!(desk.review.recalled(), (1, 1));
}

#[test]
fn later_moves_the_question_behind_the_others_and_says_so_in_the_log() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Later, 0, &qs);
    assert_eq!(desk.asks(), "b");
    assert!(matches!(desk.log[0].what, What::Deferred { .. }));
    assert_eq!(desk.review.items.len(), 2);
}

#[test]
fn pausing_stops_the_time_and_enter_goes_on() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Back, 0, &qs);
    assert_eq!(desk.review.state(), State::Pause);
    desk.utc += 3_600_000;
    desk.act(Action::Enter, 0, &qs);
    desk.act(Action::Choose, RIGHT, &qs);
    let What::Answered(answered) = &desk.log[0].what else { panic!("an answer") };
    assert!(answered.took_ms < 60_000, "{}", answered.took_ms);
}

#[test]
fn leaving_keeps_what_is_ahead() {
    let qs = vec![single("a"), single("b"), single("c")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Back, 0, &qs);
    desk.act(Action::Leave, 0, &qs);
    let kept = desk.other.iter().rev().find_map(|e| match e {
        Effect::Draft { body: Some(body), .. } => Kept::read(body, desk.done_day()),
        _ => None,
    });
    let kept = kept.expect("the session is kept");
    assert_eq!((kept.behind, kept.ahead.len()), (1, 2));
    assert_eq!(desk.other.last(), Some(&Effect::Back));
}

#[test]
fn a_review_of_one_topic_leaves_the_daily_one_that_waits_as_it_is() {
    let qs = vec![single("a"), single("b")];
    for queue in
        [Queue::Due { minutes: None, items: None, topic: Some(qs[0].id.topic()) }, Queue::New(qs[0].id.topic(), 2)]
    {
        let mut desk = Desk::with(vec![]);
        desk.other.clear();
        desk.review = Review::new(queue.clone(), 1);
        desk.tell(News::Queue(queue, qs.iter().map(item).collect()), &qs);
        desk.act(Action::Choose, RIGHT, &qs);
        desk.act(Action::Next, 0, &qs);
        desk.act(Action::Back, 0, &qs);
        desk.act(Action::Leave, 0, &qs);
        assert_eq!(desk.log.len(), 1);
        let drafts: Vec<&Effect> = desk.other.iter().filter(|e| matches!(e, Effect::Draft { .. })).collect();
        assert!(drafts.is_empty(), "{drafts:?}");
        assert!(!desk.review.is_kept());
    }
}

#[test]
fn what_was_graded_hard_was_recalled_as_the_day_counts_it() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    assert_eq!(desk.review.recalled(), (0, 1));
    desk.act(Action::Grade, 1, &qs);
    assert_eq!(desk.told().rating, Rating::Hard);
    assert_eq!(desk.review.recalled(), (1, 1));
}

impl Desk {
    fn done_day(&self) -> StudyDay {
        StudyDay::of(self.utc, 420, 240)
    }
}

#[test]
fn finishing_early_shows_the_summary_and_what_is_left() {
    let qs = vec![single("a"), single("b"), single("c")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Back, 0, &qs);
    desk.act(Action::Finish, 0, &qs);
    assert_eq!(desk.done().left, 2);
}

#[test]
fn the_session_stops_between_items_when_the_time_is_used_up() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.utc += 21 * 60_000;
    desk.act(Action::Choose, RIGHT, &qs);
    assert!(matches!(desk.review.stage, Stage::Told(_)));
    desk.act(Action::Next, 0, &qs);
    assert_eq!(desk.done().left, 1);
}

#[test]
fn a_question_that_is_gone_is_passed_over() {
    let qs = [single("a"), single("b")];
    let queue = Queue::Due { minutes: Some(20), items: None, topic: None };
    let mut desk = Desk::with(vec![]);
    desk.review = Review::new(queue.clone(), 1);
    desk.tell(News::Queue(queue, qs.iter().map(item).collect()), &qs[1..]);
    assert_eq!(desk.asks(), "b");
    assert_eq!(desk.review.position(), (1, 1));
}

#[test]
fn two_misses_in_one_section_are_the_one_thing() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    for _ in 0..2 {
        desk.act(Action::Choose, WRONG, &qs);
        desk.act(Action::Next, 0, &qs);
    }
    assert_eq!(desk.done().misses, (2, 2));
    assert!(desk.done().rows.iter().any(|r| matches!(r, SummaryRow::ReadSection { .. })));
}

#[test]
fn an_empty_queue_is_said_and_left_with_one_key() {
    let mut desk = Desk::with(vec![]);
    assert_eq!(desk.review.stage, Stage::Empty);
    desk.act(Action::Back, 0, &[]);
    assert_eq!(desk.other.last(), Some(&Effect::Back));
}

#[test]
fn enter_pressed_twice_does_not_leave_while_the_next_question_is_on_its_way() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.review.stage = Stage::Loading(qs[1].id.clone());
    desk.act(Action::Enter, 0, &qs);
    assert!(desk.other.iter().all(|e| *e != Effect::Back));
    desk.act(Action::Back, 0, &qs);
    assert_eq!(desk.other.last(), Some(&Effect::Back));
}

#[test]
fn the_number_of_questions_does_not_grow_with_a_miss() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    let left = desk.review.left_ms();
    desk.act(Action::Choose, WRONG, &qs);
    assert_eq!(desk.review.position(), (1, 2));
    assert_eq!(desk.review.left_ms(), left / 2);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Choose, RIGHT, &qs);
    desk.act(Action::Next, 0, &qs);
    desk.act(Action::Enter, 0, &qs);
    assert_eq!(desk.review.position(), (3, 3), "a step counts once it is asked");
}

#[test]
fn time_in_the_lesson_is_no_time_of_the_review() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    desk.act(Action::OpenLesson, 0, &qs);
    desk.utc += 600_000;
    desk.input(Input::Shown, &qs);
    desk.act(Action::Next, 0, &qs);
    assert!(desk.review.spent_ms < 60_000, "{}", desk.review.spent_ms);
}

#[test]
fn a_question_can_be_copied_before_it_is_answered() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Copy, 0, &qs);
    assert_eq!(desk.other.last(), Some(&Effect::Copy("prompt".to_owned())));
}

#[test]
fn the_summary_offers_other_questions_than_those_that_were_just_asked() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    for choice in [WRONG, RIGHT] {
        desk.act(Action::Choose, choice, &qs);
        desk.act(Action::Next, 0, &qs);
    }
    let offered = |desk: &Desk| desk.done().rows.iter().position(|r| matches!(r, SummaryRow::MoreQuestions { .. }));
    assert_eq!(offered(&desk), None, "nothing is offered before it is known to be there");
    let asked = desk.asked.last().cloned();
    let Some(Request::Queue(wish @ Queue::More { .. })) = asked else { panic!("{asked:?}") };
    let Queue::More { except, section, .. } = &wish else { return };
    let asked: Vec<&str> = except.iter().map(ItemId::local).collect();
    assert_eq!((asked, &**section), (vec!["a", "b"], "section"));
    desk.act(Action::Down, 0, &qs);
    desk.act(Action::Down, 0, &qs);
    let marked = desk.done().rows[desk.done().focus].clone();
    let others = [single("c"), single("d")];
    desk.tell(News::Queue(wish.clone(), others.iter().map(item).collect()), &qs);
    assert_eq!(desk.done().rows[desk.done().focus], marked, "the mark stays on what it was on");
    desk.tell(News::Queue(wish, others.iter().map(item).collect()), &qs);
    let rows = &desk.done().rows;
    assert_eq!(rows.iter().filter(|r| matches!(r, SummaryRow::MoreQuestions { .. })).count(), 1, "once");
    let at = offered(&desk).expect("they are offered");
    assert!(matches!(rows[at - 1], SummaryRow::ReadSection { .. }), "below the lesson: {rows:?}");
    while desk.done().focus > at {
        desk.act(Action::Up, 0, &qs);
    }
    desk.act(Action::Enter, 0, &qs);
    let wanted = others.iter().map(|q| q.id.clone()).collect();
    assert_eq!(desk.other.last(), Some(&Effect::Go(Route::Review(Queue::Practice(wanted)))));
}

#[test]
fn without_other_questions_none_are_offered() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    desk.act(Action::Next, 0, &qs);
    let Some(Request::Queue(wish)) = desk.asked.last().cloned() else { panic!("{:?}", desk.asked) };
    desk.tell(News::Queue(wish, Vec::new()), &qs);
    assert!(!desk.done().rows.iter().any(|r| matches!(r, SummaryRow::MoreQuestions { .. })));
}

#[test]
fn the_next_question_is_fetched_while_the_feedback_is_read() {
    let qs = vec![single("a"), single("b")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, RIGHT, &qs);
    assert_eq!(desk.review.coming(), Some(&qs[1]));
    // Asked for now, it would be found nowhere.
    desk.act(Action::Next, 0, &[]);
    assert_eq!(desk.asks(), "b");
}

#[test]
fn a_question_that_comes_back_at_once_is_not_fetched_before_its_grade_is_known() {
    let qs = vec![single("a")];
    let mut desk = Desk::with(qs.clone());
    desk.act(Action::Choose, WRONG, &qs);
    assert_eq!(desk.review.items.len(), 2, "the step waits behind it");
    assert_eq!(desk.review.coming(), None);
}
