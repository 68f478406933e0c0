use super::sample::{after, cx, opened};
use super::*;

fn kept(effects: &[Effect]) -> Option<String> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Draft { name, body } if name == "session/day/p/short" => Some(body.clone()),
        _ => None,
    })?
}

#[test]
fn a_choice_comes_back_where_its_flag_is_read_and_only_there() {
    let mut bad = after(&[0, 1]);
    bad.go_on();
    assert_eq!((bad.stage(), bad.causes(2)), (Stage::Choose(2), vec![0]));
    assert!(bad.variant(2).is_some_and(|it| it.scene.en.starts_with("Memory")));
    let mut good = after(&[1, 0]);
    good.go_on();
    assert_eq!(good.causes(2), Vec::<usize>::new());
    assert!(good.variant(2).is_some_and(|it| it.scene.en.starts_with("A partner")));
}

#[test]
fn nothing_is_told_of_what_will_come_back_before_it_does() {
    let mut playing = after(&[0, 1]);
    let told = |playing: &Playing| playing.played()[0].came_back;
    assert_eq!(told(&playing), 0);
    playing.go_on();
    assert!(came_back(told(&playing), 2), "it has begun");
    assert!(cx(|cx| playing.undo(cx)).len() == 1 && told(&playing) == 0);
}

#[test]
fn every_step_can_be_taken_back_to_the_beginning() {
    let mut playing = after(&[0, 1, 2]);
    playing.go_on();
    assert_eq!(playing.stage(), Stage::End);
    let mut stages = Vec::new();
    while playing.can_undo() {
        cx(|cx| playing.undo(cx));
        stages.push(playing.stage());
    }
    use Stage::{Choose, Told};
    assert_eq!(stages, [Told(2), Choose(2), Told(1), Choose(1), Told(0), Choose(0)]);
    assert!(cx(|cx| playing.undo(cx)).is_empty());
}

#[test]
fn every_step_that_was_taken_back_can_be_made_again_until_another_one_is_made() {
    let mut playing = opened(None, None);
    playing.ask();
    for choice in [0, 1, 2] {
        playing.choose(choice);
        playing.go_on();
    }
    cx(|cx| playing.finish(cx));
    let mut stages = vec![(playing.stage(), playing.can_ask())];
    while playing.can_undo() {
        cx(|cx| playing.undo(cx));
        stages.push((playing.stage(), playing.can_ask()));
    }
    assert_eq!(stages.len(), 9);
    for stage in stages.iter().rev().skip(1) {
        assert!(!cx(|cx| playing.redo(cx)).is_empty());
        assert_eq!((playing.stage(), playing.can_ask()), *stage);
    }
    assert!(cx(|cx| playing.redo(cx)).is_empty(), "nothing is left to make again");
    let mut playing = after(&[0]);
    cx(|cx| playing.undo(cx));
    playing.choose(1);
    assert!(
        cx(|cx| playing.redo(cx)).is_empty() && playing.choice(0).is_some_and(|it| it.best),
        "another one was made"
    );
}

#[test]
fn the_decision_that_mattered_counts_what_followed_from_it_in_the_same_direction() {
    // By itself the first one moves 3, the second 5, the third 3; but the third began as it did because of the first.
    assert_eq!(after(&[0, 1, 0]).decision().map(|it| it.at), Some(0));
    assert_eq!(after(&[0, 1, 1]).decision().map(|it| it.at), Some(1), "the third made good what the first had done");
    assert_eq!(after(&[1, 1, 1]).decision().map(|it| it.at), Some(1), "the most, when nothing came back");
    assert_eq!(after(&[1, 0, 1]).decision().map(|it| it.at), Some(0), "of equal ones the earlier");
    assert_eq!(opened(None, None).decision(), None);
}

#[test]
fn meters_move_by_what_was_chosen_and_no_further() {
    let levels: Vec<u8> = after(&[1, 1, 1]).levels().into_iter().map(|(_, level)| level.0).collect();
    assert_eq!(levels, [7, 5, 8, 1]);
    assert!(opened(None, None).levels().iter().all(|(_, level)| level.0 == 4));
}

#[test]
fn a_day_that_was_left_goes_on_where_it_was() {
    let mut playing = after(&[0]);
    let draft = kept(&playing.go_on());
    let again = opened(None, draft.clone());
    assert_eq!((again.stage(), again.played().len()), (Stage::Choose(1), 1));
    assert_eq!(draft.as_deref().and_then(left_at), Some(1));
    assert_eq!(
        kept(&cx(|cx| playing.undo(cx))).as_deref().and_then(left_at),
        Some(0),
        "what came of a choice is told again"
    );
    let changed = draft.map(|draft| draft.replace("approve", "gone"));
    assert_eq!(opened(None, changed).stage(), Stage::Choose(0), "what the author took away is asked anew");
    assert_eq!(
        opened(Some(1), kept(&playing.choose(1))).stage(),
        Stage::Choose(1),
        "a slot alone has nothing to do with it"
    );
}

#[test]
fn the_end_of_a_day_is_one_event_and_its_questions_and_goes_back_in_one_step() {
    let mut playing = after(&[1, 1, 1]);
    playing.go_on();
    playing.write("Yesterday: the limit. Today: the index.");
    let effects = cx(|cx| playing.finish(cx));
    let Some(Effect::Record(events)) = effects.first() else { panic!("{effects:?}") };
    let What::Lived(lived) = &events[0].what else { panic!("{events:?}") };
    assert_eq!(
        (lived.chosen.len(), lived.items.len(), &*lived.stand_up),
        (3, 2, "Yesterday: the limit. Today: the index.")
    );
    let tomorrow = events[1..]
        .iter()
        .filter(|event| matches!(&event.what, What::Deferred { day, .. } if *day == lived.day.plus(1)));
    assert_eq!(tomorrow.count(), 2);
    assert_eq!((playing.stage(), kept(&effects)), (Stage::Done, None));
    let back = cx(|cx| playing.undo(cx));
    let Some(Effect::Record(undone)) = back.first() else { panic!("{back:?}") };
    assert!(undone.len() == 3 && undone.iter().all(|event| matches!(event.what, What::Undone { .. })));
    assert!(playing.stage() == Stage::End && kept(&back).is_some());
}

#[test]
fn questions_can_stay_out_of_the_reviews_and_a_long_stand_up_is_not_taken() {
    let mut playing = after(&[1, 1, 1]);
    playing.go_on();
    playing.toggle_items();
    playing.write(&"word ".repeat(STAND_UP_WORDS + 1));
    assert!(cx(|cx| playing.finish(cx)).is_empty());
    playing.write(&"word ".repeat(STAND_UP_WORDS));
    let effects = cx(|cx| playing.finish(cx));
    assert!(matches!(&effects[0], Effect::Record(events) if events.len() == 1));
}

#[test]
fn a_slot_alone_begins_as_for_everybody_and_ends_after_its_choice() {
    let mut playing = opened(Some(2), None);
    assert!(playing.variant(2).is_some_and(|it| it.when == 0));
    assert!(playing.choose(1).is_empty(), "nothing is kept of it");
    playing.go_on();
    assert_eq!((playing.stage(), playing.played().len()), (Stage::End, 1));
    assert_eq!(opened(Some(9), None).stage(), Stage::Empty);
}

#[test]
fn a_colleague_is_asked_once_before_a_choice_and_that_is_kept_and_taken_back() {
    let mut playing = opened(None, None);
    assert!(playing.can_ask() && playing.heard(0).is_empty());
    let draft = kept(&playing.ask());
    assert_eq!((playing.heard(0).len(), playing.can_ask()), (1, false));
    assert!(playing.ask().is_empty(), "nobody is asked twice");
    assert_eq!(opened(None, draft).heard(0).len(), 1);
    playing.choose(1);
    assert!(!playing.can_ask(), "it is too late");
    let mut stages = Vec::new();
    while playing.can_undo() {
        cx(|cx| playing.undo(cx));
        stages.push((playing.stage(), playing.heard(0).len()));
    }
    assert_eq!(stages, [(Stage::Choose(0), 1), (Stage::Choose(0), 0)], "the choice goes first, then the question");
    playing.go_on();
    assert_eq!(playing.levels(), opened(None, None).levels(), "asking costs nothing");
}
