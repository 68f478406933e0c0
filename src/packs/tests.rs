//! The library and the way of installed packs.

use std::collections::HashMap;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use super::*;
use crate::domain::catalog::Stop;
use crate::domain::ids::{ItemId, TopicId};

const NINE: &str = include_str!("../format/fixtures/nine.toml");
const PACK: &str = "id = 'notes'\nversion = '0.1.0'\ntitle = 'Notes'\nlanguages = ['en', 'id']\n[[unit]]\nid = 'c1'\nfolder = 'c1-basics'\ntitle = 'Basics'\n";
const GLOSSARY: &str = "[[term]]\nid = 'retry'\nname = 'retry'\nsay.en = 'Again.'\nsay.id = 'Lagi.'\ntopic = 'two'\n";
const PATH: &str = "id = 'all'\nkind = 'roadmap'\ntitle = 'All'\n[[stage]]\ntitle = 'First'\ntopics = ['one', 'two', 'three']\n[[stage.coming]]\nid = 'three'\ntitle.en = 'Three'\ntitle.id = 'Tiga'\n";

fn topic(id: &str) -> String {
    let sections = SECTIONS.map(|section| format!("[[section]]\nid = '{section}'\n"));
    format!(
        "id = '{id}'\ntitle.en = 'Topic'\ntitle.id = 'Topik'\nlevel = 2\nminutes = 7\nrequires = ['one']\n{}",
        sections.concat()
    )
}

const SECTIONS: [&str; 4] = ["the-retry", "methods", "the-key", "claim-atomically"];

fn lesson(intro: &str) -> String {
    let sections = SECTIONS.map(|section| format!("## On {section} {{#{section}}}\n\nText.\n\n"));
    format!("{intro}\n\n{}", sections.concat())
}

fn write(root: &Path, path: &str, text: &str) {
    let file = root.join(path);
    fs::create_dir_all(file.parent().unwrap_or(root)).unwrap_or_else(|e| panic!("{path}: {e}"));
    fs::write(&file, text).unwrap_or_else(|e| panic!("{path}: {e}"));
}

fn notes(root: &Path) {
    write(root, "notes/pack.toml", PACK);
    write(root, "notes/glossary.toml", GLOSSARY);
    write(root, "notes/paths/all.toml", PATH);
    for id in ["one", "two"] {
        let folder = format!("notes/c1-basics/{id}");
        write(root, &format!("{folder}/topic.toml"), &topic(id));
        write(root, &format!("{folder}/questions.toml"), NINE);
        write(root, &format!("{folder}/lesson.en.md"), &lesson("Intro."));
        write(root, &format!("{folder}/lesson.id.md"), &lesson("Pembuka.").replace("On the-retry", "Timeout"));
    }
}

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().unwrap_or_else(|e| panic!("no temporary folder: {e}"))
}

/// What a store does, in memory.
#[derive(Default)]
struct Cache(HashMap<Box<str>, Record>);

impl Cache {
    fn known(&self) -> Vec<Known> {
        let known = |r: &Record| Known { folder: r.folder.clone(), stamp: r.stamp };
        self.0.values().map(known).collect()
    }

    /// Scans, reads what changed and keeps it; how many folders were read, and the troubles.
    fn refresh(&mut self, root: &Path) -> (usize, Vec<crate::domain::catalog::PackTrouble>) {
        let found = scan(root, &self.known());
        let mut troubles = found.troubles;
        for folder in &found.gone {
            self.0.remove(folder);
        }
        for folder in &found.changed {
            match read(root, folder) {
                Ok(record) => drop(self.0.insert(record.folder.clone(), record)),
                Err(trouble) => troubles.push(*trouble),
            }
        }
        (found.changed.len(), troubles)
    }

    fn library(self) -> Library {
        let mut heads: Vec<Head> = self.0.values().map(Record::to_head).collect();
        heads.sort_by(|a, b| a.folder.cmp(&b.folder));
        let fetch: Fetch = Box::new(move |folder, part| {
            let record = self.0.get(folder)?;
            Some(match part {
                Part::Questions => record.questions.clone(),
                Part::Body => record.body.clone(),
                Part::Prompts => record.prompts.clone(),
            })
        });
        Library::compiled(b"").with_installed(Installed { heads, fetch })
    }
}

#[test]
fn an_installed_pack_is_read_once_and_served_from_the_cache() {
    let root = folder();
    notes(root.path());
    let mut cache = Cache::default();
    let (read, troubles) = cache.refresh(root.path());
    assert_eq!((read, troubles), (3, vec![]));
    assert_eq!(cache.refresh(root.path()).0, 0, "nothing changed");

    let library = cache.library();
    let id = TopicId::new("notes", "two");
    let head = library.topic(&id).cloned();
    let head = head.unwrap_or_else(|| panic!("two is installed"));
    assert_eq!((&*head.unit, head.questions, head.level), ("c1", 9, 2));
    assert_eq!(&*head.sections[0].title.id, "Timeout");
    assert_eq!(head.requires, [TopicId::new("notes", "one")]);
    assert_eq!(library.question_heads(&id).map(|h| h.len()).ok(), Some(9));
    assert_eq!(library.all_question_heads().map(|(_, heads)| heads.len()).sum::<usize>(), 18);
    assert_eq!(library.terms()[0].topic, Some(id));
    let stops = &library.paths()[0].stages[0].topics;
    assert!(matches!(&stops[..], [Stop::Here(_), Stop::Here(_), Stop::Coming { .. }]));
}

#[test]
fn a_body_is_unpacked_once_and_its_heads_agree_with_it() {
    let root = folder();
    notes(root.path());
    let mut cache = Cache::default();
    cache.refresh(root.path());
    let library = cache.library();
    let id = TopicId::new("notes", "one");
    let open = |library: &Library| library.open(&id).unwrap_or_else(|e| panic!("{e}"));
    let body = open(&library);
    assert!(Arc::ptr_eq(&body, &open(&library)));
    let heads = library.question_heads(&id).unwrap_or_default();
    for (head, question) in heads.iter().zip(&body.questions) {
        assert_eq!((&head.id, head.key, head.kind), (&question.id, question.key, question.kind.name()));
        assert_eq!((head.level, &head.section), (question.level, &question.section));
    }
    assert!(body.lesson_en.starts_with("Intro"));
    let item = id.item("race");
    assert_eq!(library.question(&item).ok().map(|q| q.id.clone()), Some(item));
    let nothing = ItemId::parse("notes/one/nothing").unwrap_or_else(|| panic!("an id"));
    assert!(matches!(library.question(&nothing), Err(LibraryError::NoQuestion(_))));
    let nowhere = TopicId::new("notes", "nowhere");
    assert!(matches!(library.open(&nowhere), Err(LibraryError::NoTopic(_))));
}

#[test]
fn only_what_changed_is_read_again() {
    let root = folder();
    notes(root.path());
    let mut cache = Cache::default();
    cache.refresh(root.path());
    write(root.path(), "notes/c1-basics/two/lesson.en.md", &lesson("Longer than before."));
    assert_eq!(cache.refresh(root.path()).0, 1);
    write(root.path(), "notes/pack.toml", &PACK.replace("0.1.0", "0.10.0"));
    assert_eq!(cache.refresh(root.path()).0, 3, "a pack's head decides units and languages");
    fs::remove_dir_all(root.path().join("notes/c1-basics/two")).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(cache.refresh(root.path()).0, 0);
    assert_eq!(cache.0.len(), 2, "what is gone is forgotten");
}

#[test]
fn a_broken_topic_keeps_its_last_good_version_and_is_told_of_each_time() {
    let root = folder();
    notes(root.path());
    let mut cache = Cache::default();
    cache.refresh(root.path());
    let broken = NINE.replacen("level = 2", "level = 20", 1);
    write(root.path(), "notes/c1-basics/two/questions.toml", &broken);
    for _ in 0..2 {
        let (read, troubles) = cache.refresh(root.path());
        assert_eq!((read, troubles.len()), (1, 1));
        assert_eq!((&*troubles[0].pack, &*troubles[0].code), ("notes", "J003"));
        assert_eq!(&*troubles[0].place, "notes/c1-basics/two/questions.toml:6:9");
    }
    let library = cache.library();
    assert!(library.open(&TopicId::new("notes", "two")).is_ok());
}

#[test]
fn a_question_that_cannot_be_graded_makes_its_topic_broken() {
    let root = folder();
    notes(root.path());
    let broken = NINE.replacen("right = true\n", "", 1);
    write(root.path(), "notes/c1-basics/two/questions.toml", &broken);
    let mut cache = Cache::default();
    let (_, troubles) = cache.refresh(root.path());
    assert_eq!(troubles.len(), 1);
    assert_eq!(&*troubles[0].code, "J012");
    assert_eq!(cache.library().topics().len(), 1, "the other topic works");
}

#[test]
fn a_second_pack_with_the_same_id_is_left_out_and_told_of() {
    let root = folder();
    notes(root.path());
    write(root.path(), "twin/pack.toml", PACK);
    write(root.path(), "twin/other/topic.toml", &topic("other"));
    write(root.path(), "twin/other/lesson.en.md", &lesson("Intro."));
    let mut cache = Cache::default();
    cache.refresh(root.path());
    let library = cache.library();
    assert_eq!(library.packs().len(), 1);
    assert!(library.topic(&TopicId::new("notes", "other")).is_none());
    assert_eq!(&*library.troubles()[0].place, "twin/pack.toml:1:1");
}

#[cfg(unix)]
#[test]
fn no_link_leads_out_of_a_pack() {
    let root = folder();
    let outside = folder();
    notes(root.path());
    write(outside.path(), "secret/topic.toml", &topic("secret"));
    write(outside.path(), "lesson.en.md", "secret");
    let link = |to: &str, from: &str| {
        let made = std::os::unix::fs::symlink(outside.path().join(to), root.path().join(from));
        made.unwrap_or_else(|e| panic!("{from}: {e}"));
    };
    link("secret", "notes/c1-basics/secret");
    fs::remove_file(root.path().join("notes/c1-basics/one/lesson.en.md")).unwrap_or_else(|e| panic!("{e}"));
    link("lesson.en.md", "notes/c1-basics/one/lesson.en.md");
    let mut cache = Cache::default();
    cache.refresh(root.path());
    let library = cache.library();
    assert!(library.topic(&TopicId::new("notes", "secret")).is_none());
    let one = library.open(&TopicId::new("notes", "one"));
    assert_eq!(one.ok().map(|body| body.lesson_en.clone()), Some("".into()));
}

#[test]
fn depth_and_size_have_an_end() {
    let root = folder();
    notes(root.path());
    write(root.path(), "notes/a/b/c/d/e/deep/topic.toml", &topic("deep"));
    write(root.path(), "notes/c1-basics/one/lesson.en.md", &"x".repeat(300_000));
    let found = scan(root.path(), &[]);
    assert!(!found.changed.iter().any(|f| f.path.contains("deep")));
    assert_eq!(found.troubles[0].errors, 2);
    assert_eq!(&*found.troubles[0].code, "J009");
}

#[test]
fn no_packs_folder_is_no_trouble() {
    let root = folder();
    let found = scan(&root.path().join("nothing"), &[]);
    assert!(found.changed.is_empty() && found.troubles.is_empty());
}

#[test]
fn a_damaged_row_of_the_cache_is_an_error_and_not_a_panic() {
    let root = folder();
    notes(root.path());
    let mut cache = Cache::default();
    cache.refresh(root.path());
    for record in cache.0.values_mut() {
        record.body.truncate(record.body.len() / 2);
        record.questions.truncate(record.questions.len() / 2);
    }
    let library = cache.library();
    let id = TopicId::new("notes", "one");
    assert!(matches!(library.open(&id), Err(LibraryError::Damaged { .. })));
    assert!(library.question_heads(&id).is_err());
    assert!(library.terms().is_empty());
}

#[test]
fn every_built_in_topic_opens_and_agrees_with_its_heads() {
    let library = Library::builtin();
    for topic in library.topics() {
        let body = library.open(&topic.id).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!(usize::from(topic.questions), body.questions.len(), "{}", topic.id);
        let heads = library.question_heads(&topic.id).unwrap_or_else(|e| panic!("{e}"));
        let ids: Vec<_> = heads.iter().map(|head| (&head.id, head.key)).collect();
        let questions: Vec<_> = body.questions.iter().map(|q| (&q.id, q.key)).collect();
        assert_eq!(ids, questions);
    }
}
