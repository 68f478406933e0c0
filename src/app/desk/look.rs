//! Looking things up: the log, the search, where things lie.

use crate::config::paths::Paths;
use crate::domain::catalog::{PathHead, PathKind};
use crate::domain::event::{Event, EventId, What};
use crate::domain::ids::EntryId;
use crate::domain::log::describe;
use crate::domain::text::{Lang, Text};
use crate::packs::Library;
use crate::sessions::effect::{About, LogRow};
use crate::store::{LogFilter, Store, StoreError, backup};

use super::items;

/// Rows of one page of the log.
const LOG_PAGE: usize = 100;

/// What the program tells about itself.
pub fn about(_store: &Store, paths: &Paths) -> About {
    let kept = backup::list(&paths.data);
    let newest = kept.first().and_then(|p| p.metadata().ok()).and_then(|m| m.modified().ok());
    let age = newest.and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    About {
        data_dir: paths.data.display().to_string(),
        config_file: paths.config_file.display().to_string(),
        last_backup: age.and_then(|a| i64::try_from(a.as_millis()).ok()),
        backups: kept.len(),
    }
}

/// A page of the log, newest first.
///
/// # Errors
///
/// When the store cannot be read.
pub fn log_rows(
    store: &Store,
    library: &Library,
    before: Option<EventId>,
    lang: Lang,
) -> Result<Vec<LogRow>, StoreError> {
    let page = store.log_page(before, LOG_PAGE, &LogFilter::default())?;
    let row = |(event, live): (Event, bool)| {
        let (redo, deed) = at_root(&event, |of| store.event(of).ok().flatten());
        let told = describe(&event, deed.as_ref());
        let prompt = told.item.as_ref().and_then(|i| items::title(library, i));
        let topic = || told.topic.as_ref().and_then(|t| library.topic(t)).map(|t| t.title.clone());
        let named = || named(library, &deed.as_ref().unwrap_or(&event).what);
        let about = prompt.or_else(topic).or_else(named).unwrap_or_default();
        LogRow { event, live, redo, about: about.get(lang).to_owned() }
    };
    Ok(page.into_iter().map(row).collect())
}

/// What an undo or a regrade speaks of in the end, and whether it brings that back: an undo of an undo does.
fn at_root(event: &Event, find: impl Fn(EventId) -> Option<Event>) -> (bool, Option<Event>) {
    let mut at = event.what.target().and_then(&find);
    let mut undos = 0;
    while let Some(next) = at.as_ref().and_then(|e| e.what.target()) {
        undos += usize::from(matches!(at.as_ref().map(|e| &e.what), Some(What::Undone { .. })));
        at = find(next);
    }
    (matches!(event.what, What::Undone { .. }) && undos % 2 == 1, at)
}

/// One event, in the log or among those that wait for it.
///
/// # Errors
///
/// When the store cannot be read.
pub fn event(store: &Store, waiting: &[Event], id: EventId) -> Result<Option<Event>, StoreError> {
    match waiting.iter().find(|e| e.id == id) {
        Some(event) => Ok(Some(event.clone())),
        None => store.event(id),
    }
}

/// The title of the topic, the statement, the path or the piece of work that an event is about; empty when it is not installed. `waiting` are
/// events that are not in the log yet.
pub fn about_event(store: &Store, library: &Library, waiting: &[Event], event: &Event) -> Text {
    let target = event.what.target().and_then(|of| self::event(store, waiting, of).ok().flatten());
    let topic = describe(event, target.as_ref()).topic;
    let topic = topic.and_then(|t| library.topic(&t)).map(|t| t.title.clone());
    topic.or_else(|| named(library, &target.as_ref().unwrap_or(event).what)).unwrap_or_default()
}

/// What an event is about that is neither a question nor a topic.
fn named(library: &Library, what: &What) -> Option<Text> {
    let statement = |id: &EntryId| library.ladder(id.pack())?.statement(id).map(|statement| statement.text.clone());
    match what {
        What::Rated(rated) => statement(&rated.statement),
        What::Proved(proof) => statement(&proof.statement),
        What::Followed(followed) => {
            library.path(followed.track.pack(), followed.track.local()).map(|path| path.title.clone())
        }
        What::Aimed(aimed) => {
            let level = |path: &&PathHead| path.kind == PathKind::Level && Some(path.level) == aimed.level;
            library.paths().iter().filter(|path| path.pack == aimed.ladder).find(level).map(|path| path.title.clone())
        }
        What::Ticked(ticked) => Some(Text::shared(&*ticked.work.work)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Rating;
    use crate::domain::ids::TopicId;

    fn event(n: u64, what: What) -> Event {
        Event { id: EventId::from_parts(n, 0, 1), utc: 0, offset_min: 0, what }
    }

    #[test]
    fn an_undo_of_an_undo_is_a_redo_and_is_about_what_came_back() {
        let known = event(1, What::Known { topic: TopicId::new("pack", "topic"), known: true });
        let undo = event(2, What::Undone { of: known.id });
        let redo = event(3, What::Undone { of: undo.id });
        let again = event(4, What::Undone { of: redo.id });
        let all = [&known, &undo, &redo, &again];
        let root = |e: &Event| at_root(e, |id| all.iter().find(|e| e.id == id).map(|e| (*e).clone()));
        assert_eq!(root(&known), (false, None));
        assert_eq!(root(&undo), (false, Some(known.clone())));
        assert_eq!(root(&redo), (true, Some(known.clone())));
        assert_eq!(root(&again), (false, Some(known.clone())));
        let grade = |of| What::Regraded { of, rating: Rating::Good, count: None, accepted: None };
        let regrade = event(5, grade(known.id));
        let back = event(6, What::Undone { of: regrade.id });
        let all = [&known, &regrade];
        let root = at_root(&back, |id| all.iter().find(|e| e.id == id).map(|e| (*e).clone()));
        assert_eq!(root, (false, Some(known.clone())), "what was regraded is what it is about");
    }
}
