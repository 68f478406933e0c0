//! Export and import.

use std::fs;

use proptest::prelude::*;

use crate::domain::event::Event;
use crate::store::testing::*;
use crate::store::{Kind, Store};

fn exported(store: &Store) -> String {
    let mut out = Vec::new();
    store.export(&mut out, NOW).unwrap();
    String::from_utf8(out).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn three_partial_logs_merge_to_one_state_in_any_order(
        log in histories(40),
        owners in prop::collection::vec(1..8_u8, 40),
        order in Just([0, 1, 2_usize]).prop_shuffle(),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let mut files = Vec::new();
        for device in 0..3 {
            // Bits say which devices know an event, so the logs overlap.
            let part: Vec<Event> =
                log.iter().zip(&owners).filter(|(_, o)| **o & (1 << device) != 0).map(|(e, _)| e.clone()).collect();
            let mut store = Store::in_memory(device).unwrap();
            store.append(&part).unwrap();
            let file = dir.path().join(format!("{device}.ndjson"));
            fs::write(&file, exported(&store)).unwrap();
            files.push(file);
        }
        let mut merged = Store::in_memory(9).unwrap();
        for n in order {
            merged.import(&files[n]).unwrap();
        }
        let mut whole = Store::in_memory(9).unwrap();
        whole.append(&log).unwrap();
        prop_assert_eq!(exported(&merged), exported(&whole));
        let rows = |s: &Store| {
            let mut rows = Vec::new();
            s.topic_rows(|item, memory| rows.push((item.to_owned(), *memory))).unwrap();
            rows
        };
        prop_assert_eq!(rows(&merged), rows(&whole));
        prop_assert!(merged.doctor().unwrap().is_equal());
    }
}

#[test]
fn a_line_that_cannot_be_read_is_named_and_nothing_is_merged() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = Store::in_memory(1).unwrap();
    store.append(&[good(NOW, 1), good(NOW + 1, 2)]).unwrap();
    let mut text = exported(&store);
    text.push_str("{\"id\":\"half a li");
    let file = dir.path().join("log.ndjson");
    fs::write(&file, text).unwrap();
    let mut other = Store::in_memory(2).unwrap();
    assert_eq!(other.import(&file).unwrap_err().kind, Kind::NotReadable { line: 4 });
    assert!(other.is_blank().unwrap());
}

#[test]
fn what_is_no_export_and_what_is_newer_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("log.ndjson");
    let mut store = Store::in_memory(2).unwrap();
    let mut import = |text: &str| {
        fs::write(&file, text).unwrap();
        store.import(&file).map_err(|e| e.kind)
    };
    assert_eq!(import(""), Err(Kind::NotReadable { line: 0 }));
    assert_eq!(import("{}\n"), Err(Kind::NotReadable { line: 1 }));
    assert_eq!(
        import("{\"format\":\"other\",\"version\":1,\"device\":1,\"utc\":1}\n"),
        Err(Kind::NotReadable { line: 1 })
    );
    assert_eq!(
        import("{\"format\":\"jenjang-events\",\"version\":9,\"device\":1,\"utc\":1}\n"),
        Err(Kind::Newer { found: 9, known: 4 })
    );
}
