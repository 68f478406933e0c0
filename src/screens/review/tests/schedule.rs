//! What the screen says about schedule and memory: why an item is asked, when it comes back.

use crate::domain::event::{EventId, Rating};
use crate::domain::memory::Memory;
use crate::domain::question::AnswerKey;
use crate::domain::time::StudyDay;
use crate::sessions::effect::Queue;
use crate::ui::screen::Screen;

use super::super::ReviewScreen;
use super::content;
use super::desk::Desk;

fn told_single() -> Desk {
    let mut desk = Desk::with(vec![content::single(), content::multi()]);
    desk.keys("1");
    desk
}

#[test]
fn two_grade_keys_show_two_grades_and_the_saved_one() {
    let mut desk = told_single();
    assert!(desk.picture().contains("1 forgot    3 good  "));
    desk.keys("4");
    assert!(desk.picture().contains("1 forgot    3 good    4 easy"), "{}", desk.picture());
    desk.prefs.grade_keys = 4;
    assert!(desk.picture().contains("1 forgot    2 hard    3 good    4 easy"));
}

#[test]
fn when_it_comes_back_is_computed() {
    let mut desk = told_single();
    assert!(desk.picture().contains("Comes back in 10 minutes, then tomorrow."));
    desk.keys("3");
    let shown = desk.picture();
    assert!(shown.contains("Saved as good. Comes back in ") && shown.contains(" days."), "{shown}");
}

#[test]
fn practice_leaves_the_schedule_and_says_so() {
    let mut desk = Desk::closed(vec![content::single()]);
    desk.screen = ReviewScreen::new(Queue::Practice(vec![content::single().id]), 7);
    desk.open();
    desk.keys("1");
    assert!(desk.picture().contains("Practice: its schedule stays as it was."), "{}", desk.picture());
    assert!(desk.picture().starts_with("   Practice  1 of 1"));
}

fn memory(desk: &Desk, due_days_ago: i32, step: bool, lapses: u32) -> Memory {
    let day = desk.moment().day;
    Memory {
        stability: 5.0,
        difficulty: 5.0,
        key: AnswerKey(1),
        last: EventId::from_parts(1, 0, 1),
        last_utc: desk.utc - 9 * 86_400_000,
        last_day: StudyDay(day.0 - 9),
        rating: Rating::Good,
        interval: 6,
        due_utc: step.then_some(desk.utc),
        due_day: StudyDay(day.0 - due_days_ago),
        answers: 4,
        lapses,
        solid: false,
        aim: 90,
    }
}

fn happening(desk: &mut Desk) -> String {
    desk.with_scene(|screen, scene| screen.happening(scene))
}

#[test]
fn the_help_says_why_an_item_is_asked_now() {
    let mut desk = Desk::with(vec![content::single()]);
    assert!(happening(&mut desk).starts_with("This is new for you"));
    for (due, step, said) in
        [(3, false, "It has been due for 3 days."), (0, false, "It is due today."), (0, true, "You did not recall it")]
    {
        let mut desk = Desk::closed(vec![content::single()]);
        desk.memory = Some(memory(&desk, due, step, 0));
        desk.open();
        assert!(happening(&mut desk).starts_with(said), "{}", happening(&mut desk));
    }
    let mut desk = Desk::closed(vec![content::single()]);
    desk.memory = Some(Memory { key: AnswerKey(9), ..memory(&desk, 3, false, 0) });
    desk.open();
    assert!(happening(&mut desk).starts_with("The answer to this question has changed"));
    desk.keys("1");
    assert!(happening(&mut desk).ends_with("Comes back in 10 minutes, then tomorrow."));
}

#[test]
fn the_chance_of_recall_is_named_in_figures() {
    let mut desk = Desk::closed(vec![content::single()]);
    desk.memory = Some(memory(&desk, 3, false, 0));
    desk.open();
    let said = happening(&mut desk);
    assert!(
        said.contains("9 days ago") && said.contains("your aim is 90%") && said.contains("has come down to 8"),
        "{said}"
    );
}

#[test]
fn what_was_forgotten_again_and_again_is_pointed_to_its_lesson() {
    let mut desk = Desk::closed(vec![content::single()]).sized(80, 40);
    desk.memory = Some(memory(&desk, 3, false, 8));
    desk.open();
    desk.keys("1");
    assert!(desk.picture().contains("! Forgotten 9 times so far."), "{}", desk.picture());
}
