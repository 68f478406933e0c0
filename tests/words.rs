//! The message files and the code agree: both languages say the same things, and nothing is said twice, missing or left over.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jenjang::words::Words;

/// Keys that code puts together: the registry of actions names its messages after the action.
const GENERATED: [&str; 3] = ["act-", "hint-", "word-"];

/// Words that UX 7.6 keeps off the screen.
const NEVER: [&str; 6] = ["failed", "lost", "streak", "lives", "behind", "lazy"];

/// A message as the file has it.
struct Message {
    area: String,
    key: String,
    body: String,
}

impl Message {
    fn variables(&self) -> BTreeSet<&str> {
        names_after(&self.body, '$')
    }

    fn tags(&self) -> BTreeSet<&str> {
        names_after(&self.body, '<')
    }
}

fn names_after(text: &str, mark: char) -> BTreeSet<&str> {
    text.split(mark)
        .skip(1)
        .map(|t| &t[..t.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(t.len())])
        .filter(|name| !name.is_empty())
        .collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn files(dir: &Path, ending: &str, into: &mut Vec<PathBuf>) {
    let mut entries: Vec<_> = fs::read_dir(dir).unwrap().map(|e| e.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        if path.is_dir() {
            files(&path, ending, into);
        } else if path.to_string_lossy().ends_with(ending) {
            into.push(path);
        }
    }
}

fn messages(code: &str) -> Vec<Message> {
    let mut paths = Vec::new();
    files(&root().join("assets/words").join(code), ".ftl", &mut paths);
    let mut found: Vec<Message> = Vec::new();
    for path in paths {
        let area = path.file_stem().unwrap().to_string_lossy().into_owned();
        let mut open = false;
        for line in fs::read_to_string(&path).unwrap().lines() {
            if line.starts_with('#') {
                open = false;
            } else if line.starts_with(|c: char| c.is_ascii_lowercase()) {
                let (key, body) = line.split_once('=').unwrap_or_else(|| panic!("{area}: {line}"));
                let (key, body) = (key.trim().to_owned(), body.to_owned());
                found.push(Message { area: area.clone(), key, body });
                open = true;
            } else if open {
                let last = found.last_mut().unwrap();
                last.body.push('\n');
                last.body.push_str(line);
            }
        }
    }
    found
}

fn sources() -> String {
    let mut paths = Vec::new();
    files(&root().join("src"), ".rs", &mut paths);
    paths.iter().map(|p| fs::read_to_string(p).unwrap()).collect()
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_values_and_tags() {
    let (en, id) = (messages("en"), messages("id"));
    let by_key = |all: &[Message]| -> BTreeMap<(String, String), (String, String)> {
        all.iter()
            .map(|m| {
                let parts = (format!("{:?}", m.variables()), format!("{:?}", m.tags()));
                ((m.area.clone(), m.key.clone()), parts)
            })
            .collect()
    };
    let (en, id) = (by_key(&en), by_key(&id));
    let mut wrong = BTreeSet::new();
    for key in en.keys().chain(id.keys()) {
        if en.get(key) != id.get(key) {
            wrong.insert(format!("{key:?}: en {:?}, id {:?}", en.get(key), id.get(key)));
        }
    }
    assert!(!en.is_empty());
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_key_is_defined_twice() {
    for code in ["en", "id"] {
        let mut seen = BTreeMap::new();
        for m in messages(code) {
            let before = seen.insert(m.key.clone(), m.area.clone());
            assert_eq!(before, None, "{code}: {} is in {} too", m.key, m.area);
        }
    }
}

#[test]
fn every_message_file_is_part_of_the_program_and_can_be_parsed() {
    for code in ["en", "id"] {
        let words = Words::of(code);
        for m in messages(code) {
            assert!(words.has(&m.key), "{code}/{}.ftl: {} cannot be read", m.area, m.key);
        }
    }
}

#[test]
fn every_message_is_used() {
    let source = sources();
    let unused: Vec<String> = messages("en")
        .into_iter()
        .map(|m| m.key)
        .filter(|key| !GENERATED.iter().any(|p| key.starts_with(p)))
        .filter(|key| !source.contains(&format!("\"{key}\"")))
        .collect();
    assert!(unused.is_empty(), "no string literal in src/ names {unused:?}");
}

#[test]
fn every_message_that_the_code_asks_for_exists() {
    let words = Words::of("en");
    let source = sources();
    let mut missing = BTreeSet::new();
    for call in ["words.get(", "words.fmt(", "words().get(", "words().fmt("] {
        for (at, _) in source.match_indices(call) {
            let rest = source[at + call.len()..].trim_start();
            if let Some(key) = rest.strip_prefix('"').and_then(|r| r.split('"').next())
                && !words.has(key)
            {
                missing.insert(key.to_owned());
            }
        }
    }
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_tone_stays_level() {
    for code in ["en", "id"] {
        for m in messages(code) {
            let text = m.body.to_lowercase();
            let mut words = text.split(|c: char| !c.is_alphanumeric());
            assert!(!words.any(|w| NEVER.contains(&w)), "{code}: {}: {}", m.key, m.body);
            let bytes = m.body.as_bytes();
            let shouts = bytes.windows(2).any(|w| w[0].is_ascii_alphanumeric() && w[1] == b'!');
            assert!(!shouts, "{code}: {}: {}", m.key, m.body);
        }
    }
}
