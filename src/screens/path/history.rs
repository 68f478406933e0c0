//! Ratings and evidence by date, the newest first.

use crate::domain::sorting::Arrange;
use crate::domain::time::StudyDay;
use crate::sessions::action::{Action, State};
use crate::sessions::ladder::{LadderData, dimension_name, standing_name};
use crate::ui::ink::{muted, strong, text};
use crate::ui::lines::{Line, stack};
use crate::ui::list::Scroll;
use crate::ui::look::Look;
use crate::ui::page::{LEFT, Page, TOP};
use crate::ui::screen::Scene;
use crate::ui::theme::Token;
use crate::words::iso_date;

use super::ladder::frame;

/// Where the text begins, after the date.
const TEXT: i32 = 15;

/// What is seen of the history.
#[derive(Debug, Default)]
pub struct History {
    scroll: Scroll,
}

impl History {
    /// Follows an action; `false` closes.
    pub fn act(&mut self, action: Action, data: &LadderData, scene: &Scene<'_>) -> bool {
        let lines = lines(data, scene, i32::from(scene.area.0)).len();
        self.scroll.act(action, lines, room(scene)) || !matches!(action, Action::Enter | Action::Back | Action::Quit)
    }
}

fn room(scene: &Scene<'_>) -> usize {
    usize::from(scene.area.1).saturating_sub(usize::try_from(TOP).unwrap_or(0) + 4).max(1)
}

/// Draws the history.
pub fn draw(history: &History, data: &LadderData, scene: &Scene<'_>, page: &mut Page) {
    frame(State::LadderHistory, &[], scene, page);
    page.put_to(LEFT, TOP, page.edge(), &strong(scene.words.get("ladder-history").into_owned()));
    page.set_cursor(LEFT, TOP);
    let lines = lines(data, scene, page.width());
    let seen = history.scroll.visible(lines.len(), room(scene));
    for (y, line) in (TOP + 2..page.bottom()).zip(&lines[seen]) {
        line.draw(page, y);
    }
}

/// Something that was done on a day: the order within it, what, and to which statement.
struct Entry {
    day: StudyDay,
    utc: i64,
    what: String,
    statement: String,
}

fn lines(data: &LadderData, scene: &Scene<'_>, width: i32) -> Vec<Line> {
    let look = Look::of(scene, width.min(80));
    let mut all = entries(data, scene);
    if all.is_empty() {
        return look.say(&scene.words.get("ladder-no-history"));
    }
    all.arrange_by_key(|entry| std::cmp::Reverse((entry.day, entry.utc)));
    let mut out = Vec::new();
    for entry in all {
        let mut lines = stack(look.prose(&entry.what, TEXT, Token::Text), TEXT);
        if let Some(first) = lines.first_mut() {
            first.parts.insert(0, (LEFT, vec![text(iso_date(entry.day.0))]));
        }
        out.extend(lines);
        out.push(Line::at(TEXT, vec![muted(entry.statement)]));
    }
    out
}

fn entries(data: &LadderData, scene: &Scene<'_>) -> Vec<Entry> {
    let (words, lang) = (scene.words, scene.prefs.lang);
    let mut out = Vec::new();
    for statement in &data.ladder.statements {
        let Some(record) = data.book.record(&statement.id) else { continue };
        let level = words.fmt("ladder-level", &[("n", statement.level.into())]);
        let dimension = dimension_name(&data.ladder, Some(statement.level), statement.dimension, words, lang);
        let about = format!("{level}, {dimension}: {}", statement.text.get(lang));
        let mut before = None;
        for rated in &record.ratings {
            let now = Some(rated.what.standing);
            if now == before {
                continue;
            }
            let values = [("before", standing_name(before, words).into()), ("now", standing_name(now, words).into())];
            let what = words.fmt("ladder-changed", &values);
            out.push(Entry { day: rated.what.day, utc: rated.utc, what, statement: about.clone() });
            before = now;
        }
        for proof in record.newest_proofs() {
            let what = words.fmt("ladder-proved", &[("text", proof.what.gist().into())]);
            out.push(Entry { day: proof.what.day, utc: proof.utc, what, statement: about.clone() });
        }
    }
    out
}
