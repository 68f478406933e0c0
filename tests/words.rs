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
    // What stands between two quotes, and what stands between literals, which looks like no key.
    let literals: BTreeSet<&str> = source.split('"').collect();
    let unused: Vec<String> = messages("en")
        .into_iter()
        .map(|m| m.key)
        .filter(|key| !GENERATED.iter().any(|p| key.starts_with(p)))
        .filter(|key| !literals.contains(&**key))
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

/// What a check finds is told by key in rooms that may not name the words, and put together from parts: so each literal there that looks like a key
/// is one.
#[test]
fn every_message_that_a_finding_names_exists() {
    let mut paths = Vec::new();
    for room in ["src/format", "src/packs"] {
        files(&root().join(room), ".rs", &mut paths);
    }
    let words = Words::of("en");
    let is_key = |text: &str| {
        let area = ["find-", "noun-", "rule-", "rules-", "check-"].iter().any(|area| text.starts_with(area));
        area && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    };
    let mut seen = 0;
    let mut missing = BTreeSet::new();
    for path in paths {
        let source = fs::read_to_string(&path).unwrap();
        // The name of a rule is no key, nor is what a test looks for at the beginning of one.
        for line in
            source.lines().filter(|line| !line.trim_start().starts_with("name: ") && !line.contains("\"find-\""))
        {
            for key in line.split('"').skip(1).step_by(2).filter(|text| is_key(text)) {
                seen += 1;
                if !words.has(key) {
                    missing.insert(key.to_owned());
                }
            }
        }
    }
    assert!(seen > 400, "{seen}");
    assert!(missing.is_empty(), "{missing:?}");
}

#[test]
fn the_values_of_a_finding_have_the_names_that_its_message_has() {
    let mut paths = Vec::new();
    for room in ["src/format", "src/packs"] {
        files(&root().join(room), ".rs", &mut paths);
    }
    let messages = messages("en");
    let by_key: BTreeMap<&str, &Message> = messages.iter().map(|m| (m.key.as_str(), m)).collect();
    let mut wrong = BTreeSet::new();
    let mut seen = 0;
    for path in paths {
        let source = fs::read_to_string(&path).unwrap();
        for (at, _) in source.match_indices("said(\"") {
            let rest = &source[at + "said(\"".len()..];
            let key = rest.split('"').next().unwrap_or_default();
            let Some(message) = by_key.get(key) else { continue };
            // The calls of `with` that follow at once, whatever their values are.
            let mut given = BTreeSet::new();
            let mut tail = rest[key.len() + 1..].strip_prefix(')').unwrap_or_default();
            while let Some(call) = tail.trim_start().strip_prefix(".with(\"") {
                given.insert(call.split('"').next().unwrap_or_default());
                let mut depth = 1;
                let end = call.bytes().position(|b| {
                    depth += i32::from(b == b'(') - i32::from(b == b')');
                    depth == 0
                });
                tail = end.map_or("", |end| &call[end + 1..]);
            }
            seen += 1;
            if let Some(strange) = given.iter().find(|name| !message.variables().contains(**name)) {
                wrong.insert(format!("{key} has no ${strange}"));
            }
        }
    }
    assert!(seen > 150, "{seen}");
    assert!(wrong.is_empty(), "{wrong:#?}");
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
