//! The sheet that chooses which states and levels are shown.

use crate::domain::catalog::{PathHead, PathKind};
use crate::domain::ids::EntryId;
use crate::domain::sorting::Arrange;
use crate::sessions::ladder::tracks;
use crate::sessions::study::TopicState;
use crate::ui::ink::{run, text};
use crate::ui::list::{List, Row as ListRow};
use crate::ui::map::mark;
use crate::ui::page::{HANG, LEFT, Page};
use crate::ui::screen::Scene;
use crate::ui::sheet::Sheet;
use crate::ui::theme::Token;

use super::map::{Filter, LEVELS, STATES, state_of};

/// The width of the sheet.
const WIDTH: i32 = 56;

/// A row of the sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Row {
    /// A state, by its place in [`STATES`].
    State(usize),
    /// A level, from 1.
    Level(u8),
    /// A path whose topics alone are shown.
    Track(EntryId),
}

/// All rows: the states, the levels that installed topics have, the paths that are followed and the other role variations.
pub fn rows(scene: &Scene<'_>) -> Vec<Row> {
    let has = |level: &u8| scene.study.catalog.topics.values().any(|h| h.level == *level);
    let mut paths = tracks(scene.study);
    let followed = |path: &&PathHead| scene.study.tracks.contains(&path.name());
    paths.retain(|path| path.kind == PathKind::Track || followed(path));
    paths.arrange_by_key(|path| !followed(path));
    let levels = (1..=LEVELS).filter(has).map(Row::Level);
    (0..STATES.len()).map(Row::State).chain(levels).chain(paths.iter().map(|path| Row::Track(path.name()))).collect()
}

/// Shows what a row stands for, or hides it; of paths one at a time.
pub fn toggle(filter: &mut Filter, row: &Row) {
    let hidden = match row {
        Row::State(i) => filter.states.get_mut(*i),
        Row::Level(level) => filter.levels.get_mut(usize::from(level.saturating_sub(1))),
        Row::Track(track) => {
            filter.track = Some(track.clone()).filter(|track| filter.track.as_ref() != Some(track));
            None
        }
    };
    if let Some(hidden) = hidden {
        *hidden = !*hidden;
    }
}

/// Draws the sheet.
pub fn draw(filter: &Filter, list: &List, scene: &Scene<'_>, page: &mut Page) {
    let (words, rows) = (scene.words, rows(scene));
    let title = words.get("path-filter-title");
    let room = usize::try_from(page.height() - 8).unwrap_or(0).clamp(1, rows.len().max(1));
    let height = room as i32 + 4;
    let sheet = Sheet { title: &title, count: "", width: WIDTH, height, top: None };
    sheet.draw(page, |p| {
        list.draw(p, 1, rows.len(), room, |p, y, i, focused| {
            let Some(row) = rows.get(i) else { return };
            let (hidden, name, count) = describe(filter, row, scene);
            let box_ = match (row, hidden) {
                (Row::Track(_), true) => "( )",
                (Row::Track(_), false) => "(*)",
                (_, true) => "[ ]",
                (_, false) => "[x]",
            };
            let right = run(Token::Text, count.to_string());
            ListRow::new([text(name.as_str())]).right([right]).draw_at(p, HANG + 3, y);
            p.put(LEFT, y, &text(box_));
            if let Row::State(i) = row {
                p.put(HANG + 1, y, &mark(STATES[*i]));
            }
            if focused {
                crate::ui::list::focus(p, LEFT, y, 1);
                p.put_to(HANG + 3, y, p.edge() - 6, &(name.as_str(), Token::Sel));
            }
        });
    });
}

/// Whether it is hidden, what it is called, how many topics it has.
fn describe(filter: &Filter, row: &Row, scene: &Scene<'_>) -> (bool, String, usize) {
    let heads = || scene.study.catalog.topics.values();
    match row {
        Row::Track(track) => {
            let path = scene.study.catalog.paths.iter().find(|path| path.name() == *track);
            let name = path.map_or("", |path| path.title.get(scene.prefs.lang));
            let name = scene.words.fmt("path-only", &[("title", name.into())]);
            (filter.track.as_ref() != Some(track), name, path.map_or(0, |path| path.topics().count()))
        }
        Row::State(i) => {
            let i = *i;
            let count = heads().filter(|h| state_of(scene.study, &h.id) == STATES[i]).count();
            (filter.states[i], state_name(STATES[i], scene), count)
        }
        Row::Level(level) => {
            let hidden = filter.levels.get(usize::from(level.saturating_sub(1))).copied().unwrap_or(false);
            let name = scene.words.fmt("path-level", &[("n", (*level).into())]);
            (hidden, name, heads().filter(|h| h.level == *level).count())
        }
    }
}

/// The word for a state.
pub fn state_name(state: TopicState, scene: &Scene<'_>) -> String {
    let words = scene.words;
    match state {
        TopicState::Held => words.get("path-held"),
        TopicState::Learning => words.get("path-learning"),
        TopicState::Ready => words.get("path-ready"),
        TopicState::BetterLater => words.get("path-later"),
        TopicState::Fading => words.get("path-fading"),
    }
    .into_owned()
}
