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
        let mut head = LastHead::default();
        for folder in &found.changed {
            match read(root, folder, &mut head) {
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
fn the_head_of_a_pack_is_read_once_for_all_its_folders() {
    let root = folder();
    notes(root.path());
    let found = scan(root.path(), &[]);
    let [own, topics @ ..] = &*found.changed else { panic!("{found:?}") };
    let mut head = LastHead::default();
    assert!(read(root.path(), own, &mut head).is_ok());
    fs::remove_file(root.path().join("notes/pack.toml")).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(topics.len(), 2);
    for topic in topics {
        assert!(read(root.path(), topic, &mut head).is_ok(), "the head is at hand");
        let alone = read(root.path(), topic, &mut LastHead::default());
        assert!(alone.is_err_and(|trouble| trouble.place.starts_with("notes/pack.toml")), "and is asked for first");
    }
}

#[test]
fn the_head_of_one_pack_is_not_taken_for_that_of_another() {
    let root = folder();
    notes(root.path());
    let other = folder();
    notes(other.path());
    let moved = fs::rename(other.path().join("notes"), root.path().join("others"));
    moved.unwrap_or_else(|e| panic!("{e}"));
    write(root.path(), "others/pack.toml", &PACK.replacen("'notes'", "'others'", 1));
    let mut cache = Cache::default();
    assert_eq!(cache.refresh(root.path()), (6, vec![]));
    let library = cache.library();
    let names: Vec<String> = library.topics().iter().map(|topic| topic.id.to_string()).collect();
    assert_eq!(names, ["notes/one", "notes/two", "others/one", "others/two"]);
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

const PROMPTS: &str = r#"[[prompt]]
id = 'ask-me'
kind = 'design'
level = 2
personas = ['host']
ask = 'How?'
think = 30
minutes = 5
point = [
  { id = 'a', weight = 2, must = true, level = 2, text = 'A', met = 'B', partly = 'C', words = { en = ['alpha'], id = ['alfa'] }, follow_up = 'D', drill = 'E' },
  { id = 'b', weight = 1, must = false, level = 2, text = 'A', met = 'B', partly = 'C', words = { en = ['beta'], id = ['beta'] }, follow_up = 'D', drill = 'E' },
  { id = 'c', weight = 1, must = false, level = 2, text = 'A', met = 'B', partly = 'C', words = { en = ['gamma'], id = ['gama'] }, follow_up = 'D', drill = 'E' },
  { id = 'd', weight = 1, must = false, level = 3, text = 'A', met = 'B', partly = 'C', words = { en = ['delta'], id = ['delta'] }, follow_up = 'D', drill = 'E' },
]
anchors = { 1 = 'A', 2 = 'B', 3 = 'C', 4 = 'D', 5 = 'E', 6 = 'F' }
model = { short = 'S', full = 'F' }
sample = [{ quality = 'weak', text = 'W', marks = { a = 'partly', b = 'missed', c = 'missed', d = 'met' }, signals = { scale = 2 } }]
"#;
const PERSONAS: &str = r#"[[persona]]
id = 'host'
name = 'The Host'
cares = 'You'
voice = 'Warm'
topics = ['two']
greet = { en = ['Hello.'], id = ['Halo.'] }
missing = { en = ['And: {follow_up}'], id = ['Dan: {follow_up}'] }
strong = { en = ['Good.'], id = ['Bagus.'] }
time = { en = ['Time.'], id = ['Waktu.'] }
"#;

#[test]
fn prompts_and_interviewers_go_through_the_cache_and_bodies_come_when_asked_for() {
    use crate::domain::rubric::{Mark, PromptKind, Quality, Signal};
    use crate::domain::text::Lang;
    let root = folder();
    notes(root.path());
    write(root.path(), "notes/personas.toml", PERSONAS);
    write(root.path(), "notes/c1-basics/one/prompts.toml", PROMPTS);
    let mut cache = Cache::default();
    assert_eq!(cache.refresh(root.path()), (3, vec![]));
    let library = cache.library();
    let id = TopicId::new("notes", "one").item("ask-me");
    let head = &library.prompts()[0];
    assert_eq!((&head.id, head.kind, head.level, head.minutes, head.points), (&id, PromptKind::Design, 2, 5, 4));
    assert_eq!(&*head.title.en, "How?", "without a title the question stands for it");

    let prompt = library.prompt(&id).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(prompt.points.len(), 4);
    assert_eq!(&*prompt.anchors[5].id, "F");
    let sample = &prompt.samples[0];
    assert_eq!(
        (sample.quality, sample.marks.get("a"), sample.marks.get("d")),
        (Quality::Weak, Mark::Partly, Mark::Met)
    );
    assert_eq!(sample.signals.get(&Signal::Scale), Some(&2));
    let nothing = TopicId::new("notes", "two").item("ask-me");
    assert!(matches!(library.prompt(&nothing), Err(LibraryError::NoPrompt(_))));

    let persona = library.persona_named("another-pack", &head.personas[0]).cloned();
    let persona = persona.and_then(|head| library.persona(&head.pack, &head.id));
    let persona = persona.unwrap_or_else(|| panic!("the host is installed"));
    assert_eq!(persona.topics, [TopicId::new("notes", "two")]);
    assert_eq!(persona.press(Lang::Id, 3, "Lalu?"), "Dan: Lalu?");
    assert!(persona.close.en.is_empty());
    assert!(library.persona_named("notes", "nobody").is_none());
}

#[test]
fn a_changed_prompt_is_read_again_and_one_without_a_must_is_refused() {
    let root = folder();
    notes(root.path());
    let file = "notes/c1-basics/one/prompts.toml";
    write(root.path(), file, PROMPTS);
    let mut cache = Cache::default();
    cache.refresh(root.path());
    write(root.path(), file, &PROMPTS.replace("minutes = 5", "minutes = 15"));
    assert_eq!(cache.refresh(root.path()), (1, vec![]));
    write(root.path(), file, &PROMPTS.replace("must = true", "must = false"));
    let (read, troubles) = cache.refresh(root.path());
    assert_eq!((read, &*troubles[0].code), (1, "J021"));
    assert_eq!(cache.library().prompts()[0].minutes, 15, "the last good version stays");
}

#[test]
fn every_built_in_prompt_opens_and_its_interviewers_are_there() {
    let library = Library::builtin();
    assert!(!library.prompts().is_empty() && library.personas().len() >= 10);
    for head in library.prompts() {
        let prompt = library.prompt(&head.id).unwrap_or_else(|e| panic!("{e}"));
        assert_eq!((prompt.kind, prompt.level, prompt.points.len()), (head.kind, head.level, usize::from(head.points)));
        for name in &head.personas {
            let persona = library.persona_named(head.id.topic().pack(), name);
            let lines = persona.and_then(|persona| library.persona(&persona.pack, &persona.id));
            assert!(lines.is_some(), "{name} of {}", head.id);
        }
    }
}
