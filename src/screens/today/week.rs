//! The opening sentence, and the plan of the days to come: a sheet, and a pane where there is room for one.

use crate::sessions::study::{DayAhead, PlanRow};
use crate::ui::ink::{strong, text};
use crate::ui::list::{self, Scroll};
use crate::ui::meter::meter;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Token;

use super::rows::Row;

/// Days that the plan of the week has.
const DAYS: usize = 7;
/// The width of the sheet.
const WIDTH: i32 = 60;
/// Rows of the sheet that are no days: border, space, the sentence below.
const AROUND: i32 = 6;
/// Rows of the page that the sheet leaves: header, space, footer.
const OUTSIDE: i32 = 6;

/// The sentence with the answer of the screen.
pub fn opening(scene: &Scene<'_>, rows: &[Row]) -> String {
    let (study, words) = (scene.study, scene.words);
    let plan = &study.plan;
    let planned: u64 = plan.rows.iter().map(|r| u64::from(r.minutes())).sum();
    if plan.rows.is_empty() {
        let key = match () {
            () if !study.complete => "today-reading",
            () if study.catalog.topics.is_empty() => "today-empty",
            () if plan.done.any() => "today-done",
            () => "today-nothing",
        };
        return words.get(key).into_owned();
    }
    let minutes = words.minutes(planned);
    if plan.away_days >= 2 {
        return words.fmt("today-away", &[("n", plan.away_days.into()), ("minutes", minutes.into())]);
    }
    let lessons = plan.rows.iter().filter(|r| matches!(r, PlanRow::Lesson { .. })).count();
    let asked = |row: &PlanRow| match row {
        PlanRow::Review { items, .. } => u64::from(*items),
        PlanRow::Resume { ahead, .. } => u64::from(*ahead),
        PlanRow::Questions { items, .. } => u64::from(*items),
        PlanRow::Lesson { .. } | PlanRow::Ask { .. } => 0,
    };
    let items: u64 = plan.rows.iter().map(asked).sum();
    // What was never answered is not due; what was left in the middle may be either.
    let due = plan.rows.iter().all(|row| asked(row) == 0 || matches!(row, PlanRow::Review { .. }));
    let first = rows.iter().find_map(|r| match r {
        Row::Plan(PlanRow::Lesson { minutes, .. }) => Some(*minutes),
        _ => None,
    });
    match (items, first) {
        (0, Some(first)) if !study.ever && study.complete => {
            words.fmt("today-welcome", &[("minutes", words.minutes(u64::from(first)).into())])
        }
        (0, None) => words.get("today-only-answer").into_owned(),
        (0, _) => words.get("today-only-lesson").into_owned(),
        _ => {
            let key = if due { "today-due" } else { "today-to-answer" };
            words.fmt(key, &[("n", items.into()), ("lessons", lessons.into())])
        }
    }
}

/// How many days the sheet shows at once.
pub fn room(scene: &Scene<'_>) -> usize {
    let free = i32::from(scene.area.1) - OUTSIDE - AROUND;
    usize::try_from(free).unwrap_or(0).clamp(1, DAYS)
}

/// Draws the sheet with the plan of the week.
pub fn sheet(scene: &Scene<'_>, scroll: &Scroll, page: &mut Page) {
    let (words, days) = (scene.words, &scene.study.ahead);
    let seen = scroll.visible(days.len(), room(scene));
    let sum: u64 = days.iter().take(DAYS).map(|d| u64::from(d.minutes)).sum();
    let (title, count) = (words.get("today-week-title"), words.minutes(sum));
    let height = seen.len().max(1) as i32 + AROUND;
    let sheet = Sheet { title: &title, count: &count, width: WIDTH, height, top: None };
    let note = match scene.study.plan.later {
        (0, _) => words.get("today-week-even").into_owned(),
        (n, over) => words.fmt("today-week-spread", &[("n", n.into()), ("days", over.into())]),
    };
    sheet.draw(page, |p| {
        let most = most(days);
        for (y, at) in (1..).zip(seen.clone()) {
            if let Some(day) = days.get(at) {
                row(scene, p, y, at, day, most);
            }
        }
        p.put_to(LEFT, seen.len().max(1) as i32 + 2, p.edge(), note.as_str());
    });
}

/// Draws the plan of the week beside Today.
pub fn pane(scene: &Scene<'_>, page: &mut Page) {
    let (words, days) = (scene.words, &scene.study.ahead);
    let shown = &days[..days.len().min(DAYS)];
    let sum: u64 = shown.iter().map(|d| u64::from(d.minutes)).sum();
    list::label(page, TOP, &words.get("today-pane"), &strong(words.minutes(sum)));
    let most = most(shown);
    for (at, day) in shown.iter().enumerate() {
        row(scene, page, TOP + 2 + at as i32, at, day, most);
    }
}

fn most(days: &[DayAhead]) -> f64 {
    f64::from(days.iter().map(|d| d.minutes).max().unwrap_or(0).max(1))
}

/// A day: when, how much as a line, items, minutes.
fn row(scene: &Scene<'_>, page: &mut Page, y: i32, at: usize, day: &DayAhead, most: f64) {
    let words = scene.words;
    let today = at == 0;
    let date = words.date(day.day.0);
    page.put(LEFT, y, &if today { strong(date) } else { text(date) });
    let edge = page.edge();
    let minutes = words.minutes(u64::from(day.minutes));
    page.right(y, minutes.as_str());
    let items = words.fmt("today-items", &[("n", day.items.into())]);
    let end = page.right_at(edge - 8, y, items.as_str());
    let (from, to) = (LEFT + 12, (end - 2).min(edge - 18));
    let width = (to - from).min(20);
    if width >= 4 {
        meter(page, from, y, width, f64::from(day.minutes) / most, if today { Token::Accent } else { Token::Muted });
    }
}
