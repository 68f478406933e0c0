//! Why the learner sees what is on the screen, for the help overlay.

use crate::domain::memory::Memory;
use crate::sessions::effect::{LoadedItem, Queue};
use crate::sessions::review::{Review, Stage};
use crate::ui::screen::Scene;

use super::saved;

/// The paragraph; empty where there is nothing to explain.
pub fn happening(review: &Review, stage: &Stage, scene: &Scene) -> String {
    match stage {
        Stage::Asking(asking) => asked(review, &asking.item, scene),
        Stage::Told(told) => {
            let why = asked(review, &told.item, scene);
            let back = saved::comes_back(scene.words, told, scene.now.day);
            if told.taken_back.is_some() { why } else { format!("{why} {back}") }
        }
        Stage::Done(done) if done.left > 0 => scene.words.get("review-why-budget").into_owned(),
        Stage::Waiting | Stage::Loading(_) | Stage::Done(_) | Stage::Empty => String::new(),
    }
}

/// Why this item is asked now.
fn asked(review: &Review, item: &LoadedItem, scene: &Scene) -> String {
    match &review.queue {
        Queue::Practice(_) | Queue::More { .. } => return scene.words.get("review-why-practice").into_owned(),
        Queue::Ahead(..) => return scene.words.get("review-why-ahead").into_owned(),
        Queue::TestOut(_) => return scene.words.get("review-why-test-out").into_owned(),
        Queue::Due { .. } | Queue::New(..) | Queue::Resume(_) => {}
    }
    match &item.memory {
        None => scene.words.get("review-why-new").into_owned(),
        Some(memory) if !memory.is_current(item.question.key) => scene.words.get("review-why-changed").into_owned(),
        Some(memory) if memory.in_step() => scene.words.get("review-why-step").into_owned(),
        Some(memory) => due(memory, scene),
    }
}

/// Since when it is due, and what that did to the chance of recall.
fn due(memory: &Memory, scene: &Scene) -> String {
    let day = scene.now.day;
    let since = u32::try_from(day.since(memory.due_day)).unwrap_or(0);
    let last = u32::try_from(day.since(memory.last_day)).unwrap_or(0);
    let chance = scene.words.percent(f64::from(memory.retrievability(day)));
    let last = scene.words.days_ago(last);
    let values = [("last", last.into()), ("chance", chance.into()), ("aim", memory.aim.into())];
    let reason = scene.words.fmt("review-why-chance", &values);
    let due = match since {
        0 => scene.words.get("review-why-due-today").into_owned(),
        days => scene.words.fmt("review-why-due-since", &[("days", scene.words.days(days).into())]),
    };
    format!("{due} {reason}")
}
