//! Looking things up: the log, the search, where things lie.

use crate::config::paths::Paths;
use crate::domain::event::{Event, EventId};
use crate::domain::log::describe;
use crate::domain::text::{Lang, Text};
use crate::packs::Library;
use crate::sessions::effect::{About, LogRow};
use crate::sessions::study::Catalog;
use crate::store::{LogFilter, Store, StoreError, backup};

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
        let target = event.what.target().and_then(|of| store.event(of).ok().flatten());
        let told = describe(&event, target.as_ref());
        let prompt = told.item.as_ref().and_then(|i| library.question(i).ok().map(|q| q.prompt.clone()));
        let topic = || told.topic.as_ref().and_then(|t| library.topic(t)).map(|t| t.title.clone());
        let about = prompt.or_else(topic).unwrap_or_default();
        LogRow { event, live, about: about.get(lang).to_owned() }
    };
    Ok(page.into_iter().map(row).collect())
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

/// The title of the topic that an event is about; empty when it is not installed. `waiting` are events that are not in the
/// log yet.
pub fn about_event(store: &Store, catalog: &Catalog, waiting: &[Event], event: &Event) -> Text {
    let target = event.what.target().and_then(|of| self::event(store, waiting, of).ok().flatten());
    let topic = describe(event, target.as_ref()).topic;
    topic.and_then(|t| catalog.topics.get(&t)).map(|t| t.title.clone()).unwrap_or_default()
}
