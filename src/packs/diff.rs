//! What differs between two versions of a pack, item by item, and which part of the version has to rise.
//!
//! Items are compared by id. The key (see [`crate::format::key`]) says whether what decides right and wrong has changed: then a learner is asked again;
//! anything else that differs is rewording, which keeps their memory.
//!
//! | what | part of the version |
//! | --- | --- |
//! | an item retired | major |
//! | an answer changed, an item added or renamed | minor |
//! | words, lessons, anything else | patch |

use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Value, json};

use super::check::{CheckError, Options, Report};
use crate::domain::sorting::Arrange;
use crate::format::key::answer_key;
use crate::format::read;
use crate::format::source::{self, PACK, TOPIC, TopicTexts};
use crate::format::types::{Kind, Pack, Prompt, Question, Text};

/// One version of a pack, read.
#[derive(Debug, Clone, Default)]
pub struct Version {
    /// What it says of itself.
    pub head: Pack,
    /// Questions and prompts by topic and id.
    items: BTreeMap<(Box<str>, Box<str>), Item>,
    /// All other texts: lessons, heads, paths.
    rest: BTreeMap<Box<str>, String>,
}

#[derive(Debug, Clone)]
enum Item {
    Question(Box<Question>),
    Prompt(Box<Prompt>),
}

/// What has become of an item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Change {
    /// It is new.
    Added,
    /// Its words differ; memory is kept.
    Reworded,
    /// What decides right and wrong differs; it is asked again.
    ChangedAnswer,
    /// It has another id now; this was the one before.
    Renamed(Box<str>),
    /// It is gone; its history is kept.
    Retired,
}

impl Change {
    /// A word for programs, and the end of its message's key.
    pub fn word(&self) -> &'static str {
        match self {
            Change::Added => "added",
            Change::Reworded => "reworded",
            Change::ChangedAnswer => "changed-answer",
            Change::Renamed(_) => "renamed",
            Change::Retired => "retired",
        }
    }

    fn part(&self) -> Part {
        match self {
            Change::Retired => Part::Major,
            Change::Added | Change::ChangedAnswer | Change::Renamed(_) => Part::Minor,
            Change::Reworded => Part::Patch,
        }
    }
}

/// An item that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Its topic within the pack.
    pub topic: Box<str>,
    /// Its id within the topic, the new one when it was renamed.
    pub item: Box<str>,
    /// What has become of it.
    pub change: Change,
    /// Whether it is an interview prompt.
    pub is_prompt: bool,
    /// What it asks, as a learner sees it.
    pub asks: Text,
    /// The answer key of the question as it is now.
    pub key: Option<u64>,
    /// With a changed answer: the one before and the one now, where each is one text.
    pub answers: Option<(Text, Text)>,
}

/// A part of a semantic version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Nothing has to rise.
    None,
    /// `0.1.0` to `0.1.1`.
    Patch,
    /// `0.1.0` to `0.2.0`.
    Minor,
    /// `0.1.0` to `1.0.0`.
    Major,
}

impl Part {
    /// Its word.
    pub fn word(self) -> &'static str {
        match self {
            Part::None => "none",
            Part::Patch => "patch",
            Part::Minor => "minor",
            Part::Major => "major",
        }
    }
}

/// What differs between two versions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diff {
    /// The pack.
    pub pack: Box<str>,
    /// The version before.
    pub from: Box<str>,
    /// The version after.
    pub to: Box<str>,
    /// Items in order of topic and id.
    pub items: Vec<Changed>,
    /// Other files that differ, are new, or are gone, in order.
    pub files: Vec<Box<str>>,
    /// The part of the version that has to rise.
    pub part: Part,
}

/// Why two versions cannot be compared.
#[derive(Debug, thiserror::Error)]
pub enum DiffError {
    /// There is no pack.
    #[error(transparent)]
    NoPack(#[from] CheckError),
    /// One has errors, which hide items.
    #[error("the pack has errors")]
    Refused(Box<Report>),
    /// The disk.
    #[error("{0}")]
    Disk(#[from] std::io::Error),
}

impl Version {
    /// Reads a version from a folder or an archive.
    ///
    /// # Errors
    ///
    /// When there is none, or when it has errors.
    pub fn open(path: &Path, options: &Options) -> Result<Version, DiffError> {
        super::install::load(path, options).map(|incoming| Version::of(incoming.texts))
    }

    /// Reads a version from texts by path; what is broken in them is left out.
    pub fn of(mut texts: BTreeMap<Box<str>, String>) -> Version {
        let head = texts.get(PACK).and_then(|text| read::pack(text).value).unwrap_or_default();
        let langs = head.langs();
        let mut items = BTreeMap::new();
        let folders: Vec<String> =
            texts.keys().filter_map(|path| path.strip_suffix(TOPIC)?.strip_suffix('/').map(str::to_owned)).collect();
        for folder in folders {
            let mut topic = TopicTexts::default();
            for name in source::TOPIC_FILES {
                if let Some(text) = texts.get(&*format!("{folder}/{name}")) {
                    topic.slot(name, text.clone());
                }
            }
            texts.remove(&*format!("{folder}/{}", source::QUESTIONS));
            texts.remove(&*format!("{folder}/{}", source::PROMPTS));
            let read = source::topic(&topic, langs);
            let Some(topic) = read.topic else { continue };
            for numbered in read.questions.items {
                let mut question = numbered.question;
                // The day of a review and the id before say nothing to a learner.
                question.common.reviewed = Box::default();
                items.insert((topic.id.clone(), question.common.id.clone()), Item::Question(question.into()));
            }
            for numbered in read.prompts.items {
                let mut prompt = numbered.prompt;
                prompt.reviewed = Box::default();
                items.insert((topic.id.clone(), prompt.id.clone()), Item::Prompt(prompt.into()));
            }
        }
        let has_version = |line: &&str| !line.trim_start().starts_with("version");
        if let Some(text) = texts.get_mut(PACK) {
            *text = text.lines().filter(has_version).collect::<Vec<_>>().join("\n");
        }
        Version { head, items, rest: texts }
    }
}

impl Item {
    fn asks(&self) -> Text {
        match self {
            Item::Question(question) => question.common.prompt.clone(),
            Item::Prompt(prompt) => prompt.ask.clone(),
        }
    }

    /// The answer to a question where it is one text.
    fn answer(&self) -> Option<Text> {
        let Item::Question(question) = self else { return None };
        match &question.kind {
            Kind::Single(it) => it.options.iter().find(|option| option.right).map(|option| option.text.clone()),
            Kind::Short(it) => Some(it.answer.clone()),
            _ => None,
        }
    }

    fn renamed_from(&self) -> &str {
        match self {
            Item::Question(question) => &question.common.renamed_from,
            Item::Prompt(_) => "",
        }
    }

    /// What has become of `old`, when anything has.
    fn since(&self, old: &Item) -> Option<Change> {
        match (old, self) {
            (Item::Question(old), Item::Question(new)) => {
                let mut old = old.clone();
                old.common.renamed_from = new.common.renamed_from.clone();
                if answer_key(&old) != answer_key(new) {
                    Some(Change::ChangedAnswer)
                } else {
                    (old != *new).then_some(Change::Reworded)
                }
            }
            (Item::Prompt(old), Item::Prompt(new)) => (old != new).then_some(Change::Reworded),
            _ => Some(Change::ChangedAnswer),
        }
    }
}

/// Compares two versions.
pub fn diff(old: &Version, new: &Version) -> Diff {
    let mut items = Vec::new();
    let mut moved = std::collections::HashSet::new();
    for ((topic, id), item) in &new.items {
        let before = (topic.clone(), Box::from(item.renamed_from()));
        let mut before_now = None;
        let change = match old.items.get(&(topic.clone(), id.clone())) {
            Some(known) => {
                before_now = known.answer().zip(item.answer());
                item.since(known)
            }
            None if old.items.contains_key(&before) && !new.items.contains_key(&before) => {
                let from = before.1.clone();
                moved.insert(before);
                Some(Change::Renamed(from))
            }
            None => Some(Change::Added),
        };
        let answers = before_now.filter(|_| change == Some(Change::ChangedAnswer));
        items.extend(change.map(|change| Changed { answers, ..changed(topic, id, item, change) }));
    }
    for ((topic, id), item) in &old.items {
        let key = (topic.clone(), id.clone());
        if !new.items.contains_key(&key) && !moved.contains(&key) {
            items.push(changed(topic, id, item, Change::Retired));
        }
    }
    items.arrange_by(|a, b| (&a.topic, &a.item).cmp(&(&b.topic, &b.item)));
    let paths: std::collections::BTreeSet<&Box<str>> = old.rest.keys().chain(new.rest.keys()).collect();
    let files: Vec<Box<str>> = paths.into_iter().filter(|p| old.rest.get(*p) != new.rest.get(*p)).cloned().collect();
    let least = if files.is_empty() { Part::None } else { Part::Patch };
    let part = items.iter().map(|item| item.change.part()).max().unwrap_or(Part::None).max(least);
    let (from, to) = (old.head.version.clone(), new.head.version.clone());
    Diff { pack: new.head.id.clone(), from, to, items, files, part }
}

fn changed(topic: &str, item: &str, of: &Item, change: Change) -> Changed {
    let is_prompt = matches!(of, Item::Prompt(_));
    let key = match of {
        Item::Question(question) => Some(answer_key(question)),
        Item::Prompt(_) => None,
    };
    Changed { topic: topic.into(), item: item.into(), change, is_prompt, asks: of.asks(), key, answers: None }
}

impl Diff {
    /// The lowest version that the new one may have.
    pub fn least(&self) -> String {
        let [major, minor, patch] = numbers(&self.from);
        match self.part {
            Part::None => self.from.to_string(),
            Part::Patch => format!("{major}.{minor}.{}", patch + 1),
            Part::Minor => format!("{major}.{}.0", minor + 1),
            Part::Major => format!("{}.0.0", major + 1),
        }
    }

    /// Whether the new version has risen enough.
    pub fn has_risen(&self) -> bool {
        self.part == Part::None || numbers(&self.to) >= numbers(&self.least())
    }

    /// How many items have changed in a way.
    pub fn count(&self, word: &str) -> usize {
        self.items.iter().filter(|item| item.change.word() == word).count()
    }

    /// For programs.
    pub fn json(&self) -> Value {
        let item = |it: &Changed| {
            let from = match &it.change {
                Change::Renamed(from) => Some(from),
                _ => None,
            };
            json!({
                "topic": it.topic, "item": it.item, "change": it.change.word(), "renamed_from": from,
                "kind": if it.is_prompt { "prompt" } else { "question" },
            })
        };
        json!({
            "schema": "jenjang.pack-diff/1",
            "data": {
                "pack": self.pack, "from": self.from, "to": self.to,
                "items": self.items.iter().map(item).collect::<Vec<_>>(),
                "files": self.files,
                "part": self.part.word(), "least": self.least(), "risen": self.has_risen(),
            },
        })
    }
}

/// Major, minor, patch; a pre-release counts as the version that it leads to.
pub fn numbers(version: &str) -> [u64; 3] {
    let core = version.split(['-', '+']).next().unwrap_or_default();
    let mut parts = core.split('.').map(|part| part.parse().unwrap_or(0));
    std::array::from_fn(|_| parts.next().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOPIC: &str = "id = \"t\"\ntitle = \"T\"\nlevel = 1\nminutes = 5\n\n[[section]]\nid = \"s\"\n";

    fn question(id: &str, prompt: &str, answer: &str, more: &str) -> String {
        format!(
            "[[question]]\nid = \"{id}\"\nkind = \"short\"\nlevel = 1\nsection = \"s\"\nprompt = \"{prompt}\"\nanswer = \"{answer}\"\nsource = \"lesson\"\n{more}\n"
        )
    }

    fn version(number: &str, questions: &[String], lesson: &str) -> Version {
        let head = format!("id = \"p\"\nversion = \"{number}\"\ntitle = \"P\"\nlanguages = [\"en\"]\n");
        let texts = [
            ("pack.toml", head),
            ("x/topic.toml", TOPIC.into()),
            ("x/questions.toml", questions.concat()),
            ("x/lesson.en.md", lesson.into()),
        ];
        Version::of(texts.into_iter().map(|(path, text)| (path.into(), text)).collect())
    }

    fn found(diff: &Diff) -> Vec<(&str, &str)> {
        diff.items.iter().map(|it| (&*it.item, it.change.word())).collect()
    }

    #[test]
    fn every_kind_of_change_is_named() {
        let old = version(
            "0.1.0",
            &[
                question("a", "A?", "one", ""),
                question("b", "B?", "two", ""),
                question("c", "C?", "three", ""),
                question("d", "D?", "four", ""),
                question("e", "E?", "five", ""),
            ],
            "Old.",
        );
        let new = version(
            "0.2.0",
            &[
                question("a", "A, reworded?", "one", ""),
                question("b", "B?", "2", ""),
                question("d", "D?", "four", "reviewed = \"2026-11-21\""),
                question("g", "E?", "five", "renamed_from = \"e\""),
                question("f", "F?", "six", ""),
            ],
            "New.",
        );
        let diff = diff(&old, &new);
        let expected = [("a", "reworded"), ("b", "changed-answer"), ("c", "retired"), ("f", "added"), ("g", "renamed")];
        assert_eq!(found(&diff), expected);
        assert_eq!(diff.files, ["x/lesson.en.md".into()]);
        assert_eq!((diff.part, diff.least().as_str(), diff.has_risen()), (Part::Major, "1.0.0", false));
        let json = diff.json();
        assert_eq!(json["data"]["items"][4]["renamed_from"], "e");
    }

    #[test]
    fn the_part_that_must_rise_follows_from_the_worst_change() {
        let old = version("0.1.0", &[question("a", "A?", "one", "")], "L");
        let least = |number: &str, questions: &[String], lesson: &str| {
            let diff = diff(&old, &version(number, questions, lesson));
            (diff.part, diff.least(), diff.has_risen())
        };
        let same = [question("a", "A?", "one", "")];
        assert_eq!(least("0.1.0", &same, "L"), (Part::None, "0.1.0".into(), true));
        assert_eq!(least("0.1.0", &same, "M"), (Part::Patch, "0.1.1".into(), false));
        assert_eq!(least("0.1.1", &[question("a", "B?", "one", "")], "L"), (Part::Patch, "0.1.1".into(), true));
        assert_eq!(least("0.1.9", &[question("a", "A?", "two", "")], "L"), (Part::Minor, "0.2.0".into(), false));
        assert_eq!(least("2.0.0", &[], "L"), (Part::Major, "1.0.0".into(), true));
    }

    #[test]
    fn an_id_that_stays_beside_its_new_name_was_not_renamed() {
        let old = version("0.1.0", &[question("a", "A?", "one", "")], "L");
        let both = [question("a", "A?", "one", ""), question("b", "B?", "one", "renamed_from = \"a\"")];
        assert_eq!(found(&diff(&old, &version("0.2.0", &both, "L"))), [("b", "added")]);
    }
}
