//! Questions and topics with what is known about the learner and them.

use std::sync::Arc;

use crate::domain::catalog::{Term, TopicBody, TopicHead};
use crate::domain::ids::{ItemId, TopicId};
use crate::domain::plan::Pace;
use crate::domain::question::Question;
use crate::domain::rubric::{self, Prompt};
use crate::domain::text::{Lang, Text};
use crate::packs::Library;
use crate::sessions::effect::{Crumbs, LoadedItem, LoadedTopic};
use crate::store::{Store, StoreError};

/// A question with its memory; `None` when no installed pack has it.
///
/// # Errors
///
/// When the store cannot be read.
pub fn load_item(store: &Store, library: &Library, pace: &Pace, id: &ItemId) -> Result<Option<LoadedItem>, StoreError> {
    let Some(head) = library.topic(&id.topic()) else { return Ok(None) };
    let Some(question) = question(library, id) else { return Ok(None) };
    let note = store.note(&crate::domain::event::NotePlace::Item(id.clone()))?;
    Ok(Some(LoadedItem {
        memory: store.memory(id)?,
        crumbs: crumbs(library, head, &question.section),
        accepted: store.accepted(id)?,
        note: note.map(|n| n.text).unwrap_or_default(),
        median_ms: pace.median_ms(question.kind.name()),
        question: Arc::new(question),
    }))
}

/// A question of a pack, or the drill of a rubric point; `None` when no installed pack has it.
pub fn question(library: &Library, id: &ItemId) -> Option<Question> {
    match id.as_point() {
        Some((prompt, point)) => {
            let prompt = library.prompt(&prompt).ok()?;
            rubric::drill::question(&prompt, point, &section_of(library, &prompt))
        }
        None => library.question(id).ok().map(|found| Question::clone(&found)),
    }
}

/// The section of the lesson that covers what a prompt asks for; the first one where none says so.
pub fn section_of(library: &Library, prompt: &Prompt) -> Box<str> {
    let sections = library.topic(&prompt.id.topic()).map(|t| t.sections.as_slice()).unwrap_or_default();
    let covering = sections.iter().find(|s| s.covers.iter().any(|c| prompt.covers.contains(c)));
    covering.or(sections.first()).map(|s| s.id.clone()).unwrap_or_default()
}

/// What people read where an item is named: what a question or a drill asks, or the title of a prompt.
pub fn title(library: &Library, id: &ItemId) -> Option<Text> {
    let prompt = || library.prompts().iter().find(|head| head.id == *id).map(|head| head.title.clone());
    question(library, id).map(|q| q.prompt).or_else(prompt)
}

/// Where a section belongs, in words.
pub fn crumbs(library: &Library, head: &TopicHead, section: &str) -> Crumbs {
    let pack = library.pack(head.id.pack());
    let unit = pack.and_then(|p| p.units.iter().find(|u| u.id == head.unit).map(|u| &u.title));
    let section = head.sections.iter().find(|s| &*s.id == section);
    Crumbs {
        unit: unit.or_else(|| pack.map(|p| &p.title)).cloned().unwrap_or_default(),
        topic: head.title.clone(),
        section: section.map(|s| s.title.clone()).unwrap_or_default(),
    }
}

/// A topic with the memories of its questions and the learner's notes.
///
/// # Errors
///
/// A sentence for people: the topic is not installed, or something cannot be read.
pub fn load_topic(store: &Store, library: &Library, id: &TopicId) -> Result<LoadedTopic, String> {
    let body = library.open(id).map_err(|e| e.to_string())?;
    let read = || -> Result<LoadedTopic, StoreError> {
        let notes = store.notes_of_topic(id)?.into_iter().map(|(place, note)| (place, note.text)).collect();
        let mut memories = store.memories_of_topic(id)?;
        memories.retain(|(item, _)| item.as_point().is_none());
        Ok(LoadedTopic {
            terms: terms_of(library, &body),
            body,
            memories,
            notes,
            position: store.draft(&lesson_draft(id))?,
        })
    };
    read().map_err(|e| e.to_string())
}

/// Terms that a lesson uses in either language and that are not its own subject; a rough look is enough, since the reader
/// finds the words themselves.
fn terms_of(library: &Library, body: &TopicBody) -> Vec<Term> {
    let texts = [body.lesson(Lang::En).to_lowercase(), body.lesson(Lang::Id).to_lowercase()];
    let used = |term: &&Term| {
        let names = [&term.name.en, &term.name.id].into_iter();
        let mut names = names.map(|name| name.to_lowercase()).filter(|name| !name.is_empty());
        term.topic.as_ref() != Some(&body.head.id) && names.any(|name| texts.iter().any(|text| text.contains(&name)))
    };
    library.terms().iter().filter(used).cloned().collect()
}

/// The name of the draft that keeps where reading stopped.
pub fn lesson_draft(topic: &TopicId) -> String {
    format!("lesson/{topic}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lesson_comes_with_the_terms_that_it_uses_and_does_not_teach() {
        let (library, store) = (Library::builtin(), Store::in_memory(7).expect("a store"));
        let mut used = 0;
        for head in library.topics() {
            let loaded = load_topic(&store, &library, &head.id).expect("a lesson");
            let texts = [Lang::En, Lang::Id].map(|lang| loaded.body.lesson(lang).to_lowercase());
            for term in &loaded.terms {
                assert_ne!(term.topic.as_ref(), Some(&head.id), "{}", term.id);
                let names = [&term.name.en, &term.name.id].map(|name| name.to_lowercase());
                assert!(names.iter().any(|name| texts.iter().any(|t| t.contains(name))), "{}: {}", head.id, term.id);
            }
            used += loaded.terms.len();
        }
        assert!(used > library.topics().len(), "hardly any lesson uses a term: {used}");
    }
}
