//! The search: what is indexed, and what a query finds.

use std::collections::HashMap;

use crate::app::installed::{SharedCache, lock};
use crate::domain::catalog::{Term, TopicBody};
use crate::domain::event::NotePlace;
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::sorting::Arrange;
use crate::domain::text::Lang;
use crate::packs::Library;
use crate::prose;
use crate::sessions::effect::{Hit, HitTarget};
use crate::store::Store;
use crate::store::cache::{Doc, DocKind, Found, Kinds};

/// Hits of each kind.
const HITS: usize = 12;

/// The notes that are looked through, newest first.
const NOTES: usize = 500;

/// The source under which everything built in is indexed.
const BUILTIN: &str = "builtin";

/// Indexes what is new or has changed, one topic at a time, so that nobody waits long for the cache. A search index that
/// cannot be written makes the search poorer and nothing else.
pub fn bring_up_to_date(library: &Library, cache: &SharedCache) {
    let (indexed, stamps) = {
        let cache = lock(cache);
        (cache.indexed().unwrap_or_default(), cache.stamps().unwrap_or_default())
    };
    let indexed: HashMap<String, u64> = indexed.into_iter().collect();
    let builtin = Library::builtin_stamp();
    if indexed.get(BUILTIN) != Some(&builtin) {
        let own = library.topics().iter().filter(|t| library.folder(&t.id).is_none());
        let mut docs: Vec<Doc> = library.terms().iter().map(term_doc).collect();
        docs.extend(own.filter_map(|t| library.open(&t.id).ok()).flat_map(|body| topic_docs(library, &body)));
        let _ = lock(cache).index(BUILTIN, builtin, &docs);
    }
    let stamps: HashMap<String, u64> = stamps.into_iter().collect();
    for topic in library.topics() {
        let Some(folder) = library.folder(&topic.id) else { continue };
        let Some(stamp) = stamps.get(folder).filter(|stamp| indexed.get(folder) != Some(stamp)) else { continue };
        if let Ok(body) = library.open(&topic.id) {
            // First of all: the prompts of an installed pack come through the cache as well, and it is locked for one at a time.
            let docs = topic_docs(library, &body);
            let _ = lock(cache).index(folder, *stamp, &docs);
        }
    }
}

fn term_doc(term: &Term) -> Doc {
    Doc {
        kind: DocKind::Term,
        target: term.id.to_string(),
        title_en: term.name.en.to_string(),
        title_id: term.name.id.to_string(),
        text: format!("{} {} {}", term.aliases.join(" "), term.say.en, term.say.id),
    }
}

fn topic_docs(library: &Library, body: &TopicBody) -> Vec<Doc> {
    let head = &body.head;
    let mut docs = vec![Doc {
        kind: DocKind::Topic,
        target: head.id.to_string(),
        title_en: head.title.en.to_string(),
        title_id: head.title.id.to_string(),
        text: format!("{} {}", head.summary.en, head.summary.id),
    }];
    let texts = [&body.lesson_en, &body.lesson_id].map(|lesson| sections(lesson));
    for section in &head.sections {
        let text = texts.iter().filter_map(|t| t.get(&*section.id)).cloned().collect::<Vec<_>>().join(" ");
        docs.push(Doc {
            kind: DocKind::Section,
            target: format!("{}#{}", head.id, section.id),
            title_en: section.title.en.to_string(),
            title_id: section.title.id.to_string(),
            text,
        });
    }
    docs.extend(body.questions.iter().map(|question| Doc {
        kind: DocKind::Question,
        target: question.id.to_string(),
        title_en: question.prompt.en.to_string(),
        title_id: question.prompt.id.to_string(),
        text: String::new(),
    }));
    docs.extend(prompt_docs(library, &head.id));
    docs
}

/// The interview prompts of a topic.
fn prompt_docs<'a>(library: &'a Library, topic: &'a TopicId) -> impl Iterator<Item = Doc> + 'a {
    let own = |id: &ItemId| id.as_str().strip_prefix(topic.as_str()).is_some_and(|rest| rest.starts_with('/'));
    library.prompts().iter().filter(move |head| own(&head.id)).map(|head| Doc {
        kind: DocKind::Prompt,
        target: head.id.to_string(),
        title_en: head.title.en.to_string(),
        title_id: head.title.id.to_string(),
        text: library.prompt(&head.id).map(|p| format!("{} {}", p.ask.en, p.ask.id)).unwrap_or_default(),
    })
}

/// The plain text of each section of a lesson, by its id.
fn sections(markdown: &str) -> HashMap<String, String> {
    let doc = prose::parse(markdown);
    let look = prose::Look { width: 400, quote_code: false, number_links: false, labels: prose::Labels::default() };
    let mut texts: HashMap<String, String> = HashMap::new();
    for line in prose::lay(&doc, &look) {
        let section = line.section.and_then(|i| doc.sections.get(i));
        if let Some(section) = section {
            let text = texts.entry(section.id.clone()).or_default();
            text.push_str(&line.text());
            text.push(' ');
        }
    }
    texts
}

/// What a query finds: terms, lessons, questions, interview prompts and the learner's notes. Prefixes narrow it: `#` lessons,
/// `=` questions and prompts, `@` notes.
pub fn search(store: &Store, library: &Library, cache: &SharedCache, query: &str, lang: Lang) -> Vec<Hit> {
    let (kinds, notes_too, query) = match query.trim_start().chars().next() {
        Some('#') => (Some(Kinds::of(&[DocKind::Topic, DocKind::Section])), false, &query.trim_start()[1..]),
        Some('=') => (Some(Kinds::of(&[DocKind::Question, DocKind::Prompt])), false, &query.trim_start()[1..]),
        Some('@') => (None, true, &query.trim_start()[1..]),
        Some('>') => (None, false, ""),
        _ => (Some(Kinds::ALL), true, query),
    };
    let found = kinds.and_then(|kinds| lock(cache).search(query, kinds, HITS).ok()).unwrap_or_default();
    // Terms are few and in memory: they are found by any part of a name, also before anything is indexed.
    let mut hits: Vec<Hit> = if kinds == Some(Kinds::ALL) { terms(library, query, lang) } else { Vec::new() };
    for found in found {
        if let Some(hit) = hit(library, &found, lang)
            && !hits.iter().any(|h| h.target == hit.target && h.title == hit.title)
        {
            hits.push(hit);
        }
    }
    if notes_too {
        hits.extend(notes(store, library, query, lang));
    }
    hits
}

fn terms(library: &Library, query: &str, lang: Lang) -> Vec<Hit> {
    let wanted = fold(query.trim());
    if wanted.is_empty() {
        return Vec::new();
    }
    // What is called exactly that comes first, then what begins with it.
    let nearness = |term: &Term| {
        let names = [&term.name.en, &term.name.id].into_iter().chain(&term.aliases).map(|name| fold(name));
        names.filter(|name| name.contains(&wanted)).map(|n| (n != wanted, !n.starts_with(&wanted))).min()
    };
    let hit = |term: &Term| Hit {
        target: HitTarget::Term(term.topic.clone()),
        title: term.name.get(lang).to_owned(),
        detail: term.say.get(lang).to_owned(),
    };
    let mut found: Vec<_> = library.terms().iter().filter_map(|t| Some((nearness(t)?, t))).collect();
    found.arrange_by_key(|(nearness, _)| *nearness);
    found.into_iter().take(HITS).map(|(_, term)| hit(term)).collect()
}

fn hit(library: &Library, found: &Found, lang: Lang) -> Option<Hit> {
    let title = |en: &str, id: &str| {
        let (first, second) = if lang == Lang::En { (en, id) } else { (id, en) };
        if first.is_empty() { second.to_owned() } else { first.to_owned() }
    };
    let name = title(&found.title_en, &found.title_id);
    let topic_title = |topic: &TopicId| library.topic(topic).map(|t| t.title.get(lang).to_owned()).unwrap_or_default();
    match found.kind {
        DocKind::Term => {
            let term = library.terms().iter().find(|t| *t.id == *found.target)?;
            Some(Hit {
                target: HitTarget::Term(term.topic.clone()),
                title: name,
                detail: term.say.get(lang).to_owned(),
            })
        }
        DocKind::Topic => {
            let topic = library.topic(&TopicId::parse(&found.target)?)?;
            let unit = super::items::crumbs(library, topic, "").unit;
            Some(Hit { target: HitTarget::Topic(topic.id.clone()), title: name, detail: unit.get(lang).to_owned() })
        }
        DocKind::Section => {
            let topic = TopicId::parse(found.target.split('#').next()?)?;
            library.topic(&topic)?;
            Some(Hit { detail: name, title: topic_title(&topic), target: HitTarget::Topic(topic) })
        }
        DocKind::Question => {
            let item = ItemId::parse(&found.target)?;
            let detail = topic_title(&item.topic());
            library.topic(&item.topic())?;
            Some(Hit { target: HitTarget::Item(item), title: name, detail })
        }
        DocKind::Prompt => {
            let prompt = ItemId::parse(&found.target)?;
            let detail = topic_title(&prompt.topic());
            library.topic(&prompt.topic())?;
            Some(Hit { target: HitTarget::Prompt(prompt), title: name, detail })
        }
    }
}

fn notes(store: &Store, library: &Library, query: &str, lang: Lang) -> Vec<Hit> {
    let wanted = fold(query.trim());
    let hit = |(place, note): (NotePlace, crate::domain::log::Note)| {
        let topic: TopicId = match &place {
            NotePlace::Item(item) => ItemId::topic(item),
            NotePlace::Section(topic, ..) => topic.clone(),
        };
        let detail = library.topic(&topic).map(|t| t.title.get(lang).to_owned()).unwrap_or_default();
        Hit { target: HitTarget::Note(place), title: note.text.to_string(), detail }
    };
    let all = store.notes(NOTES).unwrap_or_default().into_iter();
    all.filter(|(_, note)| fold(&note.text).contains(&wanted)).take(HITS).map(hit).collect()
}

/// Lower case without accents.
fn fold(text: &str) -> String {
    use unicode_normalization::UnicodeNormalization;
    text.nfd().filter(|c| !unicode_normalization::char::is_combining_mark(*c)).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_topic_is_indexed_with_its_own_interview_prompts() {
        let library = Library::builtin();
        let wanted = &library.prompts()[0];
        let body = library.open(&wanted.id.topic()).expect("its topic");
        let docs = topic_docs(&library, &body);
        let prompts: Vec<&Doc> = docs.iter().filter(|d| d.kind == DocKind::Prompt).collect();
        let own = library.prompts().iter().filter(|p| p.id.topic() == body.head.id).count();
        assert_eq!((prompts.len(), prompts[0].target.as_str()), (own, wanted.id.as_str()));
        assert!(prompts[0].text.contains(&*library.prompt(&wanted.id).expect("a prompt").ask.id));
        let found = |kind, target: &str| Found {
            kind,
            target: target.to_owned(),
            title_en: "one".to_owned(),
            title_id: String::new(),
        };
        let hit = hit(&library, &found(DocKind::Prompt, wanted.id.as_str()), Lang::Id).expect("installed");
        assert_eq!((hit.target, &*hit.title), (HitTarget::Prompt(wanted.id.clone()), "one"));
        assert_eq!(super::hit(&library, &found(DocKind::Prompt, "no/such/prompt"), Lang::En), None);
    }

    #[test]
    fn the_words_that_indonesians_type_find_the_term_first() {
        let library = Library::builtin();
        let words = [
            ("indeks", "index"),
            ("tembolok", "cache"),
            ("basis data", "database relasional"),
            ("kunci asing", "foreign key (kunci tamu)"),
            ("antrean", "message queue (antrean pesan)"),
            ("penyeimbang beban", "load balancer"),
            ("titik akhir", "endpoint"),
            ("wadah", "container"),
            ("uji unit", "unit test"),
            ("penggabungan", "JOIN"),
            ("Latensi", "histogram (metrik)"),
        ];
        for (typed, name) in words {
            let hits = terms(&library, typed, Lang::Id);
            assert_eq!(hits.first().map(|h| &*h.title), Some(name), "{typed}");
        }
        let first = |typed| terms(&library, typed, Lang::En).first().map(|h| h.title.clone());
        assert_eq!(first("index").as_deref(), Some("index"), "though others have it in their names");
        assert_eq!(first("no such word"), None);
    }
}
