//! A draft passes the check, whatever it was made from.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::format::finding::Severity;
use crate::packs::check::{Look, Options, Report, Tree, trees};

fn checked(files: &[File]) -> Report {
    let files: BTreeMap<Box<str>, String> =
        files.iter().map(|(path, text)| (path.as_str().into(), text.clone())).collect();
    trees(&[(String::new(), Tree::Memory(files))], &Options::default()).0
}

fn plan(lang: Lang) -> Plan {
    let schemas = vec![("topic".to_owned(), "{}".to_owned())];
    Plan { name: "redis-notes".into(), lang, schemas, ..Plan::default() }
}

fn paths(files: &[File]) -> Vec<&str> {
    files.iter().map(|(path, _)| &**path).collect()
}

#[test]
fn a_draft_from_nothing_has_no_finding_but_its_examples_in_either_language() {
    for lang in [Lang::En, Lang::Id] {
        for minimal in [false, true] {
            let files = draft(&Plan { minimal, ..plan(lang) });
            let report = checked(&files);
            let told: Vec<_> = report.problems.iter().map(|p| p.code).collect();
            let examples = if minimal { 4 } else { 5 };
            assert_eq!(
                told,
                vec!["J037"; examples],
                "{}",
                report.human(Look { info: true, ..Look::default() }, &crate::words::Words::of("en"))
            );
            assert_eq!((report.topics, report.questions, report.prompts), (1, 3, usize::from(!minimal)));
        }
    }
    let files = draft(&Plan { minimal: true, ..plan(Lang::En) });
    let topic = "redis-notes-basics";
    let names = [
        "pack.toml".to_owned(),
        format!("{topic}/topic.toml"),
        format!("{topic}/lesson.en.md"),
        format!("{topic}/questions.toml"),
    ];
    assert_eq!(paths(&files), names);
}

const NOTES: &str = "# Redis for Go\n\n## Basics & types\n\nA key has *one* type.\n\n- strings, lists\n- hashes\n\n### TTL\n\n- expire\n\n## Paths\n\n- clusters\n";

#[test]
fn headings_become_topics_and_bullets_the_syllabus_that_they_cover() {
    let files = draft(&Plan { notes: Some(NOTES.into()), ..plan(Lang::En) });
    let report = checked(&files);
    assert_eq!(report.count(Severity::Error), 0, "{}", report.human(Look::default(), &crate::words::Words::of("en")));
    let text = |path: &str| files.iter().find(|(p, _)| p == path).map(|(_, text)| &**text).unwrap_or_default();
    assert!(text("pack.toml").contains("title = \"Redis for Go\""));
    let syllabus = text("syllabus.tsv");
    assert!(syllabus.contains("# strings, lists\nbasics-types.strings-lists\tbasics-types\n"), "{syllabus}");
    assert!(syllabus.contains("paths-topic.clusters\tpaths-topic\n"), "{syllabus}");
    assert!(text("basics-types/topic.toml").contains("id = \"ttl\"\ncovers = ["));
    assert!(text("basics-types/lesson.en.md").contains("A key has *one* type."));
    assert!(text("basics-types/lesson.en.md").contains("## TTL {#ttl}"));
    let path = text("paths/redis-notes.toml");
    assert!(
        path.contains("kind = \"roadmap\"") && path.ends_with("  \"basics-types\",\n  \"paths-topic\",\n]\n"),
        "{path}"
    );
    let told: Vec<_> = report.problems.iter().map(|p| p.code).filter(|code| *code != "J170").collect();
    assert_eq!(told, ["J037"; 4], "beside the examples only questions are missing");
}

#[test]
fn a_list_gives_the_outcomes_and_without_notes_the_topics() {
    let tsv = List::tsv("n.ttl\tredis\nn.aof\tredis\tcontext\nn.pool\tgo-pool\n");
    assert_eq!(tsv.topics, [("redis".into(), "redis".into()), ("go-pool".into(), "go pool".into())]);
    let free = List::tsv("Set a TTL\tRedis keys\n\nPool connections!\tGo\n");
    assert_eq!(free.outcomes[0].id, "redis-keys.set-a-ttl");
    let markdown = List::markdown("## Redis keys\n- Set a TTL\n## Go\n1. Pool connections!\n");
    assert_eq!(markdown, free);
    assert_eq!(
        List::read("## Redis keys\n-\tSet a TTL\n## Go\n\t1. Pool connections!\n"),
        free,
        "bullets go before tabs"
    );
    assert_eq!(List::read("# outcomes\nSet a TTL\tRedis keys\n\nPool connections!\tGo\n"), free);
    for list in [tsv, markdown] {
        let files = draft(&Plan { list: Some(list.clone()), ..plan(Lang::Id) });
        let report = checked(&files);
        assert_eq!(
            report.count(Severity::Error),
            0,
            "{}",
            report.human(Look::default(), &crate::words::Words::of("en"))
        );
        assert_eq!(report.topics, 2);
        let all = report.coverage[0].total();
        assert_eq!((all.outcomes, all.to_come), (list.outcomes.len(), 0));
        let with_notes = draft(&Plan { list: Some(list), notes: Some(NOTES.into()), ..plan(Lang::Id) });
        assert_eq!(checked(&with_notes).coverage[0].total().to_come, all.outcomes, "the topics of the list wait");
    }
}

#[test]
fn nothing_is_written_where_something_is() {
    let root = tempfile::tempdir().unwrap_or_else(|e| panic!("{e}"));
    let folder = root.path().join("p");
    let files = draft(&plan(Lang::En));
    write(&folder, &files).unwrap_or_else(|e| panic!("{e}"));
    for (path, text) in &files {
        assert_eq!(std::fs::read_to_string(folder.join(path)).ok().as_ref(), Some(text));
    }
    let again = write(&folder, &files).map_err(|e| e.kind());
    assert_eq!(again, Err(io::ErrorKind::AlreadyExists));
    assert_eq!(std::fs::read_dir(root.path()).map(Iterator::count).unwrap_or(0), 1, "no leftovers");
}

#[test]
fn names_of_packs_are_kebab_case() {
    assert!(is_name("redis-go-notes"));
    for name in ["", "Redis", "a b", "../x", "con", "-a", "a/b"] {
        assert!(!is_name(name), "{name:?}");
    }
    assert!(!is_name(&"x".repeat(65)));
}

/// Lines that mean something, and whatever a keyboard or an attacker gives.
fn hostile_notes() -> impl Strategy<Value = String> {
    let line = prop_oneof![
        "#{1,7} ?\\PC{0,20}",
        "[ >]{0,3}(`{3,5}|~{3,4})(check|diagram|sql run|go|)\\PC{0,6}",
        "([-*+]|[0-9]{1,11}[.)]) (\\[[ x]\\] )?\\PC{0,30}",
        "#{1,3} [a-z]{0,3} ?\\{#[a-z]{0,3}\\}?#{0,2}",
        "(con|NUL|paths|schema|\\.\\.|topic|\"\"\"|\\\\|''')",
        "(\\PC|[\\t\\r\u{0}\u{1b}\u{202e}\u{2028}\u{feff}\u{e0041}]){0,40}",
        "## (con|paths|topic|section|x|→)",
        Just(String::new()),
    ];
    (proptest::collection::vec(line, 0..40), "(\n|\r\n|\r)").prop_map(|(lines, end)| lines.join(&end))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(160))]

    #[test]
    fn any_notes_give_a_pack_without_errors(notes in hostile_notes(), list in proptest::option::of(hostile_notes()), id in any::<bool>(), minimal in any::<bool>()) {
        let list = list.map(|text| if text.len() % 2 == 0 { List::markdown(&text) } else { List::tsv(&text) });
        let lang = if id { Lang::Id } else { Lang::En };
        let files = draft(&Plan { notes: Some(notes), list, minimal, ..plan(lang) });
        let report = checked(&files);
        prop_assert_eq!(report.count(Severity::Error), 0, "{}", report.human(Look::default(), &crate::words::Words::of("en")));
        for (path, _) in &files {
            prop_assert_eq!(crate::format::portable::trouble(path), None);
        }
        let folded: std::collections::HashSet<_> = files.iter().map(|(path, _)| crate::format::portable::folded(path)).collect();
        prop_assert_eq!(folded.len(), files.len());
    }
}

#[test]
fn notes_of_the_largest_size_give_a_pack_within_the_limits() {
    let most = usize::try_from(limits::NOTES_BYTES).unwrap_or(0);
    for piece in ["- a\n", "## a\n- b\n", "x ", "```\n"] {
        let notes = piece.repeat(most / piece.len());
        let files = draft(&Plan { notes: Some(notes), ..plan(Lang::En) });
        for (path, text) in &files {
            let name = path.rsplit('/').next().unwrap_or_default();
            let limit = crate::format::source::most_bytes(name).unwrap_or(u64::MAX);
            assert!(text.len() as u64 <= limit, "{piece:?}: {path} has {} bytes", text.len());
        }
        let report = checked(&files);
        assert_eq!(
            report.count(Severity::Error),
            0,
            "{piece:?}: {}",
            report.human(Look::default(), &crate::words::Words::of("en"))
        );
    }
}
