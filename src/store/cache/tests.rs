use std::fs;

use super::*;

fn folder(name: &str, stamp: u64) -> Folder {
    Folder {
        name: name.to_owned(),
        stamp,
        kind: 1,
        head: format!("head of {name}").into_bytes(),
        parts: vec![(0, b"questions".to_vec()), (1, format!("body {stamp}").into_bytes())],
    }
}

fn doc(kind: DocKind, target: &str, en: &str, id: &str, text: &str) -> Doc {
    Doc { kind, target: target.into(), title_en: en.into(), title_id: id.into(), text: text.into() }
}

fn library() -> Cache {
    let mut cache = Cache::in_memory().unwrap();
    let docs = [
        doc(DocKind::Topic, "p/idem", "Idempotency", "Idempotensi", "same request twice"),
        doc(DocKind::Topic, "p/keys", "Idempotency keys", "Kunci idempotensi", ""),
        doc(DocKind::Term, "p/acid", "ACID", "ACID", "atomicity, consistency"),
        doc(DocKind::Section, "p/idem#why", "Why it matters", "Mengapa penting", "idempotent methods can be retried"),
        doc(DocKind::Question, "p/idem/q1", "Which methods are idempotent?", "Metode mana yang idempoten?", ""),
        doc(DocKind::Question, "p/c/q2", "What does C call undefined?", "Apa itu café?", ""),
    ];
    cache.index("pack", 7, &docs).unwrap();
    cache
}

fn targets(cache: &Cache, query: &str) -> Vec<String> {
    cache.search(query, Kinds::ALL, 10).unwrap().into_iter().map(|f| f.target).collect()
}

#[test]
fn folders_come_back_as_they_were_put_and_go_when_removed() {
    let dir = tempfile::tempdir().unwrap();
    let mut cache = Cache::open(dir.path()).unwrap();
    cache.put(&[folder("b", 2), folder("a", u64::MAX)]).unwrap();
    cache.put(&[folder("b", 3)]).unwrap();
    drop(cache);
    let mut cache = Cache::open(dir.path()).unwrap();
    assert_eq!(cache.stamps().unwrap(), [("a".to_owned(), u64::MAX), ("b".to_owned(), 3)]);
    assert_eq!(cache.heads().unwrap()[1].head, b"head of b");
    assert_eq!(cache.part("b", 1).unwrap().as_deref(), Some(&b"body 3"[..]));
    assert_eq!(cache.part("c", 1).unwrap(), None);
    cache.remove(&["a"]).unwrap();
    assert_eq!(cache.stamps().unwrap(), [("b".to_owned(), 3)]);
    assert_eq!(cache.part("a", 1).unwrap(), None);
}

#[test]
fn a_spoilt_cache_is_replaced_by_an_empty_one() {
    let dir = tempfile::tempdir().unwrap();
    for bytes in [&b"garbage"[..], b"SQLite format 3\0 and then nothing that makes sense, for more than a hundred bytes ......................................"] {
        fs::write(dir.path().join(NAME), bytes).unwrap();
        fs::write(dir.path().join("cache.db-wal"), b"of another file").unwrap();
        let mut cache = Cache::open(dir.path()).unwrap();
        assert_eq!(cache.stamps().unwrap(), []);
        cache.put(&[folder("a", 1)]).unwrap();
    }
}

#[test]
fn a_cache_of_another_version_is_replaced_by_an_empty_one() {
    let dir = tempfile::tempdir().unwrap();
    let mut cache = Cache::open(dir.path()).unwrap();
    cache.put(&[folder("a", 1)]).unwrap();
    cache.conn.execute_batch("PRAGMA user_version = 77").unwrap();
    drop(cache);
    assert_eq!(Cache::open(dir.path()).unwrap().stamps().unwrap(), []);
}

#[test]
fn a_reset_starts_empty() {
    let dir = tempfile::tempdir().unwrap();
    let mut cache = Cache::open(dir.path()).unwrap();
    cache.put(&[folder("a", 1)]).unwrap();
    assert_eq!(cache.reset().unwrap().stamps().unwrap(), []);
}

#[test]
fn the_beginning_of_a_word_finds_it_in_either_language_best_title_first() {
    let cache = library();
    assert_eq!(targets(&cache, "idempoten"), ["p/idem", "p/keys", "p/idem#why", "p/idem/q1"]);
    assert_eq!(targets(&cache, "kunci"), ["p/keys"]);
    assert_eq!(targets(&cache, "KUNCI idem"), ["p/keys"]);
    assert_eq!(targets(&cache, "atomic"), ["p/acid"]);
}

#[test]
fn accents_do_not_matter_and_a_single_letter_is_a_word() {
    let cache = library();
    assert_eq!(targets(&cache, "cafe"), ["p/c/q2"]);
    assert_eq!(targets(&cache, "CAFÉ"), ["p/c/q2"]);
    assert_eq!(targets(&cache, "c"), ["p/c/q2"], "not everything that starts with c");
}

#[test]
fn no_query_is_a_syntax_error() {
    let cache = library();
    for query in ["", "\"", "*", "AND", "title:", "a OR", "(((", "NEAR(", "\0", "-", "^a", "idem\" OR \"x", "'; --"] {
        cache.search(query, Kinds::ALL, 10).unwrap();
    }
    assert_eq!(targets(&cache, "  \"*  "), Vec::<String>::new());
}

#[test]
fn only_the_kinds_that_were_asked_for_are_found_and_no_more_than_the_limit() {
    let cache = library();
    let only = cache.search("idem", Kinds::of(&[DocKind::Question]), 10).unwrap();
    assert_eq!(only.len(), 1);
    assert_eq!(cache.search("idem", Kinds::ALL, 1).unwrap().len(), 3, "one of each kind");
}

#[test]
fn indexing_a_source_again_replaces_what_it_brought() {
    let mut cache = library();
    assert_eq!(cache.indexed().unwrap(), [("pack".to_owned(), 7)]);
    cache.index("pack", 8, &[doc(DocKind::Topic, "p/new", "Caching", "Tembolok", "")]).unwrap();
    assert_eq!(targets(&cache, "idem"), Vec::<String>::new());
    assert_eq!(targets(&cache, "cach"), ["p/new"]);
    assert_eq!(cache.indexed().unwrap(), [("pack".to_owned(), 8)]);
    cache.remove(&["pack"]).unwrap();
    assert_eq!(targets(&cache, "cach"), Vec::<String>::new());
}
