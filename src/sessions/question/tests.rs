use super::*;
use crate::domain::ids::ItemId;
use crate::domain::question::{AnswerKey, Blank, Choice, Options, Pair, Scene, SceneChoice};
use crate::domain::text::Text;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Crumbs, LoadedItem};
use crate::sessions::key::{Code, Key};

use std::sync::Arc;

fn text(t: &str) -> Text {
    Text::shared(t)
}

fn choice(id: &str, right: bool) -> Choice {
    Choice { id: id.into(), text: text(id), right, why: text("why") }
}

fn blank(answer: &str) -> Blank {
    Blank { answer: text(answer), accept: vec![], near: vec![], why: Text::default(), distractors: vec![] }
}

fn asking(kind: Kind) -> Asking {
    let id = ItemId::parse("p/t/q").expect("three parts");
    let question = Question {
        id,
        key: AnswerKey(1),
        level: 1,
        section: "s".into(),
        prompt: text("prompt"),
        explain: Text::default(),
        hint: text("hint"),
        source: "".into(),
        kind,
    };
    let item = LoadedItem {
        question: Arc::new(question),
        memory: None,
        crumbs: Crumbs::default(),
        accepted: vec![],
        note: "".into(),
        median_ms: None,
    };
    Asking::new(Box::new(item), 7, 0, true)
}

fn act(asking: &mut Asking, action: Action, arg: u8) -> Step {
    asking.act(Bound { action, arg })
}

fn type_in(asking: &mut Asking, text: &str) {
    for c in text.chars() {
        asking.key(Key::char(c));
    }
}

fn options(n: usize) -> Options {
    Options { choices: (0..n).map(|i| choice(&format!("o{i}"), i == 0)).collect(), keep_order: true }
}

#[test]
fn a_number_answers_a_single_choice_at_once() {
    let mut asking = asking(Kind::Single(options(4)));
    assert_eq!(act(&mut asking, Action::Choose, 2), Step::Answer(Answer::Chosen(vec!["o2".into()])));
}

#[test]
fn a_number_beyond_the_options_does_nothing() {
    let mut asking = asking(Kind::Single(options(3)));
    assert_eq!(act(&mut asking, Action::Choose, 5), Step::Stay);
}

#[test]
fn enter_takes_the_marked_option() {
    let mut asking = asking(Kind::Single(options(3)));
    act(&mut asking, Action::Down, 0);
    assert_eq!(act(&mut asking, Action::Enter, 0), Step::Answer(Answer::Chosen(vec!["o1".into()])));
}

#[test]
fn multi_submits_what_is_toggled_and_nothing_before_that() {
    let mut asking = asking(Kind::Multi(options(4)));
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Stay);
    act(&mut asking, Action::Choose, 0);
    act(&mut asking, Action::Choose, 3);
    act(&mut asking, Action::Choose, 0);
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Answer(Answer::Chosen(vec!["o3".into()])));
}

#[test]
fn a_verdict_waits_for_its_reason() {
    let reasons = vec![choice("a", true), choice("b", false)];
    let mut asking = asking(Kind::TrueFalse { answer: false, reasons });
    assert_eq!(act(&mut asking, Action::PairLetter, 0), Step::Stay);
    assert_eq!(act(&mut asking, Action::Choose, 1), Step::Stay);
    let Step::Answer(Answer::Verdict(verdict, Some(_))) = act(&mut asking, Action::PairLetter, 1) else {
        panic!("a verdict with a reason is an answer");
    };
    assert!(!verdict);
}

#[test]
fn typed_words_are_trimmed_and_empty_ones_do_not_submit() {
    let mut asking = asking(Kind::Short(blank("cache")));
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Stay);
    type_in(&mut asking, " cache ");
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Answer(Answer::Typed("cache".into())));
}

#[test]
fn pasting_never_submits() {
    let mut asking = asking(Kind::Short(blank("cache")));
    assert!(asking.paste("cache\n"));
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Answer(Answer::Typed("cache".into())));
}

#[test]
fn enter_moves_to_the_next_empty_gap_before_it_submits() {
    let mut asking = asking(Kind::Cloze { text: text("{{1}} {{2}}"), gaps: vec![blank("a"), blank("b")] });
    type_in(&mut asking, "a");
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Stay);
    type_in(&mut asking, "b");
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Answer(Answer::Gaps(vec!["a".into(), "b".into()])));
}

#[test]
fn the_command_layer_lets_letters_be_commands() {
    let mut asking = asking(Kind::Short(blank("x")));
    act(&mut asking, Action::CommandLayer, 0);
    assert_eq!(asking.state(), State::TypedCommands);
    assert_eq!(asking.key(Key::char('z')), Step::Unknown);
    act(&mut asking, Action::Typing, 0);
    assert_eq!(asking.key(Key::plain(Code::Backspace)), Step::Stay);
}

fn steps(n: usize) -> Kind {
    let step = |i: usize| crate::domain::question::Step {
        id: format!("s{i}").into(),
        text: text("step"),
        why: Text::default(),
    };
    Kind::Order { steps: (0..n).map(step).collect(), any_order: vec![] }
}

#[test]
fn typing_the_numbers_gives_that_order() {
    let mut asking = asking(steps(3));
    let Entry::Order(input) = &asking.entry else { panic!("an order") };
    let labels = input.label.clone();
    for label in labels {
        act(&mut asking, Action::Choose, label as u8 - 1);
    }
    let right = Answer::Order(vec!["s0".into(), "s1".into(), "s2".into()]);
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Answer(right));
}

#[test]
fn some_numbers_typed_are_not_an_answer_yet() {
    let mut asking = asking(steps(3));
    act(&mut asking, Action::Choose, 0);
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Stay);
    act(&mut asking, Action::Erase, 0);
    assert!(matches!(act(&mut asking, Action::Submit, 0), Step::Answer(Answer::Order(_))));
}

#[test]
fn a_carried_step_moves_with_the_marker() {
    let mut asking = asking(steps(4));
    let Entry::Order(input) = &asking.entry else { panic!("an order") };
    let first = input.arranged[0];
    act(&mut asking, Action::Toggle, 0);
    act(&mut asking, Action::Down, 0);
    act(&mut asking, Action::Down, 0);
    let Entry::Order(input) = &asking.entry else { panic!("an order") };
    assert_eq!((input.arranged[2], input.focus), (first, 2));
}

#[test]
fn a_letter_pairs_the_marked_row_and_moves_on_until_all_are_paired() {
    let pair = |i: usize| Pair {
        id: format!("p{i}").into(),
        left: text(&format!("left {i}")),
        right: text(&format!("right {i}")),
        why: text("why"),
    };
    let extras = vec![choice("extra", false)];
    let mut asking = asking(Kind::Match { pairs: (0..3).map(pair).collect(), extras });
    act(&mut asking, Action::PairLetter, 0);
    assert_eq!(act(&mut asking, Action::Submit, 0), Step::Stay);
    act(&mut asking, Action::PairLetter, 1);
    act(&mut asking, Action::PairLetter, 3);
    let Step::Answer(Answer::Pairs(pairs)) = act(&mut asking, Action::Submit, 0) else { panic!("all are paired") };
    assert_eq!(pairs.len(), 3);
    assert!(pairs.iter().all(|(_, right)| right.is_some()));
}

#[test]
fn rights_that_read_the_same_stand_once() {
    let pair = |i: usize, right: &str| Pair {
        id: format!("p{i}").into(),
        left: text(&format!("left {i}")),
        right: text(right),
        why: text("why"),
    };
    let asking =
        asking(Kind::Match { pairs: vec![pair(0, "same"), pair(1, "same"), pair(2, "other")], extras: vec![] });
    let Entry::Pairs(input) = &asking.entry else { panic!("pairs") };
    assert_eq!(input.rights.len(), 2);
}

#[test]
fn lines_are_counted_from_one() {
    let kind = Kind::Line { language: "go".into(), code: "a\nb\nc".into(), notes: vec![] };
    let mut asking = asking(kind);
    for _ in 0..9 {
        act(&mut asking, Action::Down, 0);
    }
    assert_eq!(act(&mut asking, Action::Enter, 0), Step::Answer(Answer::Line(3)));
}

fn scenario() -> Kind {
    let choice = |id: &str, goto: Option<usize>| SceneChoice {
        id: id.into(),
        text: text(id),
        why: text("why"),
        best: id == "best",
        goto,
        cost: Text::default(),
    };
    let scene = |id: &str, goto: Option<usize>| Scene {
        id: id.into(),
        text: text(id),
        choices: vec![choice("best", goto), choice("other", goto)],
    };
    Kind::Scenario { scenes: vec![scene("one", Some(1)), scene("two", None)] }
}

#[test]
fn going_back_in_a_scenario_keeps_the_first_choice() {
    let mut asking = asking(scenario());
    let Entry::Scenario(input) = &asking.entry else { panic!("a scenario") };
    let other = input.shown[0].iter().position(|i| *i == 1).expect("shown") as u8;
    act(&mut asking, Action::Choose, other);
    act(&mut asking, Action::Erase, 0);
    act(&mut asking, Action::Choose, 1 - other);
    let Step::Answer(Answer::Way(way)) = act(&mut asking, Action::Choose, 0) else { panic!("the scenario has ended") };
    assert_eq!(way[0], ("one".into(), "other".into()));
    assert_eq!(way.len(), 2);
}

#[test]
fn i_do_not_know_is_an_answer_to_every_kind() {
    for kind in [Kind::Single(options(2)), steps(2), scenario(), Kind::Short(blank("a"))] {
        assert_eq!(act(&mut asking(kind), Action::DontKnow, 0), Step::Answer(Answer::DontKnow));
    }
}
