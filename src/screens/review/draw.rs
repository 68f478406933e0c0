//! The whole picture: header, content, pane, footer, and what lies over them.

use crate::sessions::effect::Queue;
use crate::sessions::review::{Review, Sheet, Stage};
use crate::ui::footer::toast;
use crate::ui::header::Session;
use crate::ui::ink::strong;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;

use super::lines::{Line, more_on_rule};
use super::look::Look;
use super::{ReviewScreen, footer, pane, sheets, summary};

/// Rows of a window in which the pause sheet leaves nothing of the header.
const LOW: i32 = 14;

/// Draws the screen.
pub fn screen(screen: &ReviewScreen, scene: &Scene, page: &mut Page) {
    header(screen, scene, page);
    footer::of(screen, scene).draw(page);
    content(screen, scene, page);
    let words = scene.words;
    match screen.review.sheet {
        Some(Sheet::Pause(row)) => {
            sheets::pause(page, words, &screen.review, row);
            // In a low window the sheet reaches up to the header.
            if page.height() > LOW {
                page.right(0, &strong(words.get("review-paused").into_owned()));
            }
        }
        Some(Sheet::Flag(row)) => sheets::flag(page, words, row),
        Some(Sheet::Count(row)) => sheets::count(page, words, row),
        None => {}
    }
    if let Some((message, waiting)) = &scene.study.unsaved {
        let values = [("n", (*waiting).into()), ("message", message.into())];
        toast(page, false, &words.fmt("review-unsaved", &values));
    }
}

fn content(screen: &ReviewScreen, scene: &Scene, page: &mut Page) {
    let (width, height) = (screen.width(scene), page.height());
    let look = screen.look(scene);
    if let (Some(note), Some(told)) = (&screen.note, screen.told()) {
        let stem = look.get(&told.item.question.prompt);
        return page.part(0, 0, width, height, |part| note.draw(part, &look, stem, scene));
    }
    // Where nothing has the focus yet, the cursor stands where reading will begin.
    page.set_cursor(LEFT, TOP);
    let placed = screen.placed(scene);
    page.part(0, 0, width, height, |part| {
        for (i, line) in placed.rows.iter().enumerate() {
            line.draw(part, TOP + i as i32);
        }
        if placed.more {
            more_on_rule(part, height - 2, scene.words);
        }
    });
    if screen.has_pane(scene) {
        beside(screen, scene, page, width + 2);
    }
}

fn beside(screen: &ReviewScreen, scene: &Scene, page: &mut Page, x: i32) {
    pane::edge(page, x);
    let (width, height) = (page.width() - x, page.height());
    let look = Look::of(scene, width);
    page.part(x, 0, width, height, |part| pane_content(screen, scene, part, &look));
}

fn pane_content(screen: &ReviewScreen, scene: &Scene, page: &mut Page, look: &Look) {
    match screen.shown() {
        Stage::Told(told) => pane::draw(page, look, &screen.lesson, told, &told.item.note),
        Stage::Done(_) => {
            let room = ReviewScreen::room(scene);
            for (i, line) in summary::answers(look, &screen.review, room).iter().enumerate() {
                line.draw(page, TOP + i as i32);
            }
        }
        _ => {}
    }
}

fn header(screen: &ReviewScreen, scene: &Scene, page: &mut Page) {
    let (review, words) = (&screen.review, scene.words);
    if let Stage::Done(_) = screen.shown() {
        let look = Look::of(scene, page.width());
        let right = summary::header(&look, review);
        let title = words.get("review-finished");
        return Session { title: &title, position: "", right: &right, done: (1, 1) }.draw(page);
    }
    let title = title(review, scene);
    let (position, left_ms) = match (&review.stage, &screen.held) {
        (Stage::Waiting | Stage::Loading(_), Some(held)) => (held.position, held.left_ms),
        _ => (review.position(), review.left_ms()),
    };
    if matches!(screen.shown(), Stage::Empty | Stage::Waiting | Stage::Loading(_)) {
        return Session { title: &title, position: "", right: &"", done: (0, 1) }.draw(page);
    }
    let (n, all) = position;
    let place = words.fmt("review-position", &[("n", n.into()), ("all", all.into())]);
    let right = match review.sheet {
        Some(Sheet::Pause(_)) => words.get("review-paused").into_owned(),
        _ if left_ms == 0 => String::new(),
        _ => words.fmt("review-about-left", &[("time", words.minutes_of(left_ms / 1000).into())]),
    };
    // The rung says where one is, as the words beside it do.
    Session { title: &title, position: &place, right: &right, done: (n as u64, all as u64) }.draw(page);
}

/// What kind of session it is.
fn title(review: &Review, scene: &Scene) -> String {
    let key = match review.queue {
        Queue::Due { .. } | Queue::Resume(_) => "review-title",
        Queue::New(..) => "review-title-questions",
        Queue::Ahead(..) => "review-title-ahead",
        Queue::TestOut(_) => "review-title-test-out",
        Queue::Practice(_) | Queue::More { .. } => "review-title-practice",
    };
    scene.words.get(key).into_owned()
}

/// What is said when there is nothing to ask.
pub fn empty(look: &Look, review: &Review) -> Vec<Line> {
    let key = match review.queue {
        Queue::Due { .. } | Queue::Resume(_) => "review-empty-due",
        Queue::New(..) | Queue::Ahead(..) | Queue::TestOut(_) | Queue::Practice(_) | Queue::More { .. } => {
            "review-empty"
        }
    };
    let mut lines = look.say(&look.words.get(key));
    if let Some(first) = lines.first_mut() {
        first.cursor = Some(LEFT);
    }
    lines
}
