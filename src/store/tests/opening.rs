//! Opening: new, second window, newer, damaged, older.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use crate::domain::rubric::Mark;
use crate::domain::time::StudyDay;
use crate::store::backup;
use crate::store::db;
use crate::store::open::bring_up_to_date;
use crate::store::testing::*;
use crate::store::{Kind, NAME, OpenOptions, Opened, Store, WhyReadOnly, known_version};

/// Every file of a folder with its content.
fn snapshot(dir: &Path) -> BTreeMap<String, Vec<u8>> {
    fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.is_file())
        .map(|p| (p.file_name().unwrap().to_string_lossy().into_owned(), fs::read(&p).unwrap()))
        .collect()
}

#[test]
fn a_new_folder_gets_a_device_that_it_keeps() {
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("not/there/yet");
    let store = open(&folder);
    assert_eq!(store.device(), 42);
    assert!(!store.was_unclean());
    store.close().unwrap();
    let again = Store::open(&folder, &OpenOptions { fresh_device: 77, ..options() }).unwrap().store();
    assert_eq!(again.device(), 42);
}

#[test]
fn a_clean_end_leaves_one_file_and_an_unclean_one_is_noticed() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    // What a power cut leaves: the files as they are while it runs.
    let crashed = tempfile::tempdir().unwrap();
    for (name, bytes) in snapshot(dir.path()) {
        fs::write(crashed.path().join(name), bytes).unwrap();
    }
    store.close().unwrap();
    let names: Vec<String> = snapshot(dir.path()).into_keys().collect();
    assert_eq!(names, ["jenjang.db", "jenjang.lock"]);
    let after = open(crashed.path());
    assert!(after.was_unclean());
    after.check().unwrap();
    assert!(after.memory(&item(1)).unwrap().is_some());
}

#[test]
fn a_second_window_reads_what_the_first_has_written_and_names_it() {
    let dir = tempfile::tempdir().unwrap();
    let mut first = open(dir.path());
    first.append(&[good(NOW, 1)]).unwrap();
    let Opened::ReadOnly { mut store, why } = Store::open(dir.path(), &options()).unwrap() else {
        panic!("two writers");
    };
    assert_eq!(why, WhyReadOnly::InUse { pid: Some(std::process::id()) });
    assert!(store.memory(&item(1)).unwrap().is_some());
    first.append(&[good(NOW + 1, 2)]).unwrap();
    assert!(store.memory(&item(2)).unwrap().is_some(), "it sees what came after");
    assert_eq!(store.append(&[good(NOW + 2, 3)]).unwrap_err().kind, Kind::ReadOnlyFolder);
    drop(first);
    assert!(matches!(Store::open(dir.path(), &options()).unwrap(), Opened::ReadWrite(_)));
}

#[test]
fn a_command_that_only_prints_does_not_take_the_lock() {
    let dir = tempfile::tempdir().unwrap();
    open(dir.path()).close().unwrap();
    let asked = OpenOptions { read_only: true, ..options() };
    let Opened::ReadOnly { why, .. } = Store::open(dir.path(), &asked).unwrap() else { panic!("it writes") };
    assert_eq!(why, WhyReadOnly::Asked);
    let nothing = tempfile::tempdir().unwrap();
    assert!(Store::open(nothing.path(), &asked).unwrap().store().is_blank().unwrap());
    assert!(snapshot(nothing.path()).is_empty(), "asking made no file");
}

#[test]
fn a_newer_database_is_refused_and_not_one_byte_changes() {
    let dir = tempfile::tempdir().unwrap();
    open(dir.path()).close().unwrap();
    let path = dir.path().join(NAME);
    let mut bytes = fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&(known_version() + 3).to_be_bytes());
    fs::write(&path, bytes).unwrap();
    let before = snapshot(dir.path());
    let error = Store::open(dir.path(), &options()).unwrap_err();
    assert_eq!(error.kind, Kind::Newer { found: known_version() + 3, known: known_version() });
    assert_eq!(error.exit_code(), 5);
    assert_eq!(snapshot(dir.path()), before);
}

#[test]
fn a_file_that_is_no_database_is_refused_and_kept() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(NAME);
    fs::write(&path, b"my shopping list").unwrap();
    assert_eq!(Store::open(dir.path(), &options()).unwrap_err().kind, Kind::Damaged);
    assert_eq!(fs::read(&path).unwrap(), b"my shopping list");
}

#[test]
fn an_older_file_is_copied_before_it_is_brought_up_to_date() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    let path = dir.path().join(NAME);
    let steps = [db::MIGRATIONS, &["CREATE TABLE more (x INTEGER) STRICT;"]].concat();
    bring_up_to_date(&mut store.conn, &path, &steps, &options()).unwrap();
    assert_eq!(db::version(&store.conn).unwrap(), known_version() + 1);
    assert_eq!(store.events_total().unwrap(), 1);
    let copies = backup::list(dir.path());
    assert_eq!(copies.len(), 1);
    assert_eq!(backup::verify(&copies[0]).unwrap(), known_version(), "the copy is as the file was before");
    bring_up_to_date(&mut store.conn, &path, &steps, &options()).unwrap();
    assert_eq!(backup::list(dir.path()).len(), 1, "nothing to do, nothing to copy");
}

#[test]
fn a_file_from_before_rehearsals_keeps_its_days_and_takes_rehearsals() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join(NAME);
    let mut conn = db::open_writer(&path).unwrap();
    bring_up_to_date(&mut conn, &path, &db::MIGRATIONS[..1], &options()).unwrap();
    conn.execute_batch(
        "INSERT INTO daily (day, answers, rights, ms, lessons, read_ms) VALUES (20000, 3, 2, 9000, 1, 500)",
    )
    .unwrap();
    drop(conn);
    let mut store = open(dir.path());
    let (_, day) = store.daily(StudyDay(20_000)..=StudyDay(20_000)).unwrap()[0];
    assert_eq!((day.answers, day.lessons, day.rehearsals, day.spent_ms()), (3, 1, 0, 9_500));
    store.append(&[rehearsal(NOW, 1, &[Mark::Met])]).unwrap();
    assert_eq!(store.tried().unwrap().len(), 1);
}

#[test]
fn a_step_that_does_not_work_leaves_the_file_as_it_was() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    let path = dir.path().join(NAME);
    let steps = [db::MIGRATIONS, &["CREATE TABLE more (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1);"]].concat();
    assert!(bring_up_to_date(&mut store.conn, &path, &steps, &options()).is_err());
    assert_eq!(db::version(&store.conn).unwrap(), known_version());
    assert!(store.conn.prepare("SELECT * FROM more").is_err());
    assert!(store.doctor().unwrap().is_equal());
}

#[test]
fn a_folder_that_cannot_be_made_is_told_with_its_path() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("file");
    fs::write(&file, "").unwrap();
    let error = Store::open(&file.join("data"), &options()).unwrap_err();
    assert!(error.to_string().contains("file"), "{error}");
}
