//! Looking things up: the log, the search, where things lie.

use std::path::PathBuf;

use crate::domain::event::{Event, EventId, NotePlace};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::log::describe;
use crate::domain::text::{Lang, Text};
use crate::packs::Library;
use crate::sessions::effect::{About, Hit, HitTarget, LogRow};
use crate::sessions::study::Catalog;
use crate::store::{LogFilter, Store, StoreError, backup};

/// Rows of one page of the log.
const LOG_PAGE: usize = 100;

/// Hits of one search.
const HITS: usize = 40;

/// Folders and files that Settings names.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Places {
    /// Folder of the data file.
    pub data: PathBuf,
    /// Settings file.
    pub config_file: PathBuf,
}

/// What the program tells about itself.
pub fn about(_store: &Store, places: &Places) -> About {
    let kept = backup::list(&places.data);
    let newest = kept.first().and_then(|p| p.metadata().ok()).and_then(|m| m.modified().ok());
    let age = newest.and_then(|t| t.duration_since(std::time::UNIX_EPOCH).ok());
    About {
        data_dir: places.data.display().to_string(),
        config_file: places.config_file.display().to_string(),
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

/// The title of the topic that an event is about; empty when it is not installed.
pub fn about_event(store: &Store, catalog: &Catalog, event: &Event) -> Text {
    let target = event.what.target().and_then(|of| store.event(of).ok().flatten());
    let topic = describe(event, target.as_ref()).topic;
    topic.and_then(|t| catalog.topics.get(&t)).map(|t| t.title.clone()).unwrap_or_default()
}

/// What a search finds: terms, lessons, questions and the learner's notes.
pub fn search(store: &Store, library: &Library, query: &str, lang: Lang) -> Vec<Hit> {
    let wanted = fold(query.trim_start_matches(['#', '=', '@', '>']).trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    let matches = |text: &str| fold(text).contains(&wanted);
    let mut hits = Vec::new();
    for term in library.terms() {
        let named = matches(&term.name.en) || matches(&term.name.id) || term.aliases.iter().any(|a| matches(a));
        if named {
            hits.push(Hit {
                target: HitTarget::Term(term.topic.clone()),
                title: term.name.get(lang).to_owned(),
                detail: term.say.get(lang).to_owned(),
            });
        }
    }
    for topic in library.topics() {
        if matches(&topic.title.en) || matches(&topic.title.id) {
            let unit = super::items::crumbs(library, topic, "").unit;
            hits.push(Hit {
                target: HitTarget::Topic(topic.id.clone()),
                title: topic.title.get(lang).to_owned(),
                detail: unit.get(lang).to_owned(),
            });
        }
    }
    hits.extend(notes(store, library, lang).into_iter().filter(|h| matches(&h.title)));
    hits.truncate(HITS);
    hits
}

fn notes(store: &Store, library: &Library, lang: Lang) -> Vec<Hit> {
    let hit = |(place, note): (NotePlace, crate::domain::log::Note)| {
        let topic: TopicId = match &place {
            NotePlace::Item(item) => ItemId::topic(item),
            NotePlace::Section(topic, ..) => topic.clone(),
        };
        let detail = library.topic(&topic).map(|t| t.title.get(lang).to_owned()).unwrap_or_default();
        Hit { target: HitTarget::Note(place), title: note.text.to_string(), detail }
    };
    store.notes(500).unwrap_or_default().into_iter().map(hit).collect()
}

/// Lower case without accents, so that `idempoten` finds what people meant.
fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}
