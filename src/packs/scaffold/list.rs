//! A list of outcomes for a draft: lines with tabs, or headings and bullets in Markdown.

use super::name::{Ids, slug, title};
use super::notes;
use crate::format::{letters, limits, syllabus};

/// An outcome of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Listed {
    /// Its id.
    pub id: String,
    /// Its topic.
    pub topic: String,
    /// What the list says about it; may be empty.
    pub text: String,
    /// Covered by a section alone.
    pub context: bool,
}

/// A list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct List {
    /// In order.
    pub outcomes: Vec<Listed>,
    /// The topics that it names, id and title, in order.
    pub topics: Vec<(String, String)>,
}

/// Topics that are drafted from a list.
const TOPICS: usize = 200;

impl List {
    /// Reads a list: a syllabus as packs have it (`id<TAB>topic`), or lines of `text<TAB>topic`.
    pub fn tsv(source: &str) -> List {
        let clean = crate::format::read::clean_source(source.to_owned());
        let (outcomes, findings) = syllabus::read(&clean);
        let mut list = List::default();
        let fits = |id: &str, most: usize| id.len() <= most;
        let sound = findings.is_empty()
            && outcomes.iter().all(|o| fits(&o.id, limits::OUTCOME_BYTES) && fits(&o.topic, limits::ID_BYTES));
        if sound {
            for outcome in outcomes.into_iter().take(super::OUTCOMES) {
                let (id, topic) = (outcome.id.to_string(), outcome.topic.to_string());
                let heading = topic.replace('-', " ");
                list.name(&topic, &heading);
                list.outcomes.push(Listed { id, topic, text: String::new(), context: outcome.context });
            }
            return list;
        }
        let mut names = Ids::default();
        for line in clean.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
            let mut parts = line.split('\t');
            let text = parts.next().unwrap_or_default();
            let heading = parts.next().unwrap_or_default();
            list.add(text, heading, &mut names);
        }
        list
    }

    /// Reads a list in Markdown: headings are topics, bullets are outcomes.
    pub fn markdown(source: &str) -> List {
        let mut list = List::default();
        let mut names = Ids::default();
        for topic in notes::read(source).topics {
            for (_, text) in &topic.bullets {
                list.add(text, &topic.title, &mut names);
            }
        }
        list
    }

    /// Reads a list as its author wrote it: Markdown where there are bullets, else lines with tabs, whatever the file is called.
    pub fn read(source: &str) -> List {
        let list = List::markdown(source);
        if list.outcomes.is_empty() && source.contains('\t') { List::tsv(source) } else { list }
    }

    fn add(&mut self, text: &str, heading: &str, names: &mut Ids) {
        if self.outcomes.len() == super::OUTCOMES || !text.chars().any(char::is_alphanumeric) {
            return;
        }
        let topic = slug(heading).unwrap_or_else(|| "topic".to_owned());
        self.name(&topic, heading);
        let id = format!("{topic}.{}", names.take(text, "outcome"));
        debug_assert!(letters::is_outcome(&id));
        self.outcomes.push(Listed { id, topic, text: title(text), context: false });
    }

    fn name(&mut self, topic: &str, heading: &str) {
        let sound = crate::format::portable::trouble(topic).is_none() && !["paths", "schema", "days"].contains(&topic);
        if sound && self.topics.len() < TOPICS && !self.topics.iter().any(|(id, _)| id == topic) {
            self.topics.push((topic.to_owned(), heading.to_owned()));
        }
    }
}
