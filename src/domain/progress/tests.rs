use super::*;
use crate::domain::event::{EventId, Rating};

const TODAY: StudyDay = StudyDay(20_000);

/// Answered `ago` days ago.
fn memory(stability: f32, solid: bool, ago: i32) -> Memory {
    Memory {
        stability,
        difficulty: 5.0,
        key: AnswerKey(1),
        last: EventId::default(),
        last_utc: 0,
        last_day: TODAY.plus(-ago),
        rating: Rating::Good,
        interval: 10,
        due_utc: None,
        due_day: TODAY,
        answers: 3,
        lapses: 0,
        solid,
        aim: 90,
    }
}

fn items(n: usize) -> Vec<ItemId> {
    (0..n).map(|i| ItemId::parse(&format!("p/t/q{i}")).unwrap()).collect()
}

fn count(questions: u32, memories: &[Memory]) -> TopicCount {
    let items = items(memories.len());
    let known = items.iter().zip(memories).map(|(i, m)| (i, Some(AnswerKey(1)), m));
    TopicCount::of(questions, known, TODAY, 90)
}

fn state(count: &TopicCount) -> TopicState {
    topic_state(count, TopicMarks::default(), [])
}

#[test]
fn an_item_is_held_once_it_is_solid_and_while_recall_is_within_ten_points_of_the_aim() {
    let of = |m: &Memory| item_state(Some(m), AnswerKey(1), TODAY, 90);
    assert_eq!(item_state(None, AnswerKey(1), TODAY, 90), ItemState::New);
    assert_eq!(of(&memory(30.0, false, 1)), ItemState::Learning);
    assert_eq!(of(&memory(30.0, true, 1)), ItemState::Held);
    assert_eq!(of(&memory(30.0, true, 30)), ItemState::Held, "90% is above 80%");
    assert_eq!(of(&memory(5.0, true, 60)), ItemState::Fading);
    assert_eq!(item_state(Some(&memory(5.0, true, 60)), AnswerKey(1), TODAY, 70), ItemState::Held);
    assert_eq!(item_state(Some(&memory(30.0, true, 1)), AnswerKey(2), TODAY, 90), ItemState::Learning);
}

#[test]
fn a_topic_is_held_when_four_fifths_of_its_questions_are() {
    let held = memory(30.0, true, 1);
    assert_eq!(state(&count(5, &[held; 4])), TopicState::Held);
    assert_eq!(state(&count(6, &[held; 4])), TopicState::Learning);
    assert_eq!(count(8, &[held; 2]).share(), 0.25);
    assert_eq!(state(&count(0, &[])), TopicState::Ready);
}

#[test]
fn a_question_that_fades_for_two_weeks_takes_the_topic_with_it() {
    let held = memory(30.0, true, 1);
    let fading = memory(5.0, true, 1);
    let below = fading.falls_below(0.8).since(fading.last_day);
    let after = |days| memory(5.0, true, below + days);
    let with = |m| state(&count(5, &[held, held, held, held, m]));
    assert_eq!(with(after(14)), TopicState::Held);
    assert_eq!(with(after(15)), TopicState::Fading);
    assert_eq!(state(&count(5, &[held, after(0), after(0), held, held])), TopicState::Fading);
    assert_eq!(state(&count(5, &[held, after(0)])), TopicState::Learning);
}

#[test]
fn a_topic_that_is_not_begun_is_ready_when_its_ground_is_laid() {
    let none = count(9, &[]);
    let with = |needs: &[TopicState]| topic_state(&none, TopicMarks::default(), needs.to_vec());
    assert_eq!(with(&[]), TopicState::Ready);
    assert_eq!(with(&[TopicState::Held, TopicState::Learning]), TopicState::Ready);
    assert_eq!(with(&[TopicState::Held, TopicState::Ready]), TopicState::BetterLater);
    assert_eq!(with(&[TopicState::Fading]), TopicState::BetterLater);
    let read = TopicMarks { read: true, ..TopicMarks::default() };
    assert_eq!(topic_state(&none, read, [TopicState::Ready]), TopicState::Learning);
    let known = TopicMarks { known: true, ..TopicMarks::default() };
    assert_eq!(topic_state(&none, known, []), TopicState::Held);
}

#[test]
fn the_weakest_question_is_the_least_likely_to_be_recalled() {
    let c = count(9, &[memory(30.0, true, 1), memory(3.0, false, 9), memory(9.0, false, 2)]);
    assert_eq!(c.weakest.as_ref().map(|w| w.0.local()), Some("q1"));
    assert_eq!((c.answered, c.held), (3, 1));
    assert!(c.recall > c.weakest.unwrap().1 && c.recall < 1.0);
}

#[test]
fn a_competency_counts_its_outcomes_wherever_they_are_taught() {
    let c04: [Box<str>; 2] = ["s0.c04.indexes".into(), "s1.5.indexes".into()];
    let both: [Box<str>; 2] = ["s0.c04.explain".into(), "s0.c01.sql".into()];
    let section = |unit, covers, questions, held| SectionCount { unit, covers, questions, held };
    let sections = [section("c04", &c04[..], 4, 4), section("c01", &both[..], 4, 1), section("c09", &[][..], 10, 5)];
    let shares = competency_shares(&["c01", "c04", "c09", "c10"], sections);
    assert_eq!(shares, [Some(0.25), Some(0.625), Some(0.5), None]);
}
