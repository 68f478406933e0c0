//! Copies, restoring, and going on after damage.

use std::fs;
use std::path::{Path, PathBuf};

use crate::domain::event::Event;
use crate::store::backup::{self, KEPT};
use crate::store::testing::*;
use crate::store::{GoOn, Kind, NAME, Store, known_version, recover};

fn name(path: &Path) -> String {
    path.file_name().unwrap().to_string_lossy().into_owned()
}

#[test]
fn a_copy_is_named_by_local_time_verified_and_complete() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    let copy = store.backup(NOW, 7 * 60).unwrap();
    assert_eq!(name(&copy), "backup-2026-11-21T1612.db");
    assert_eq!(backup::verify(&copy).unwrap(), known_version());
    let second = store.backup(NOW, 7 * 60).unwrap();
    assert_eq!(name(&second), "backup-2026-11-21T1612-2.db", "a copy is never overwritten");
}

#[test]
fn one_copy_a_day_and_the_last_ten_are_kept() {
    let dir = tempfile::tempdir().unwrap();
    let store = open(dir.path());
    let mut made = 0;
    for day in 0..14 {
        for hour in [0, 2] {
            made += usize::from(store.backup_daily(NOW + day * DAY + hour * 60 * MINUTE, 0).unwrap().is_some());
        }
    }
    assert_eq!(made, 14);
    let kept: Vec<String> = backup::list(dir.path()).iter().map(|p| name(p)).collect();
    assert_eq!(kept.len(), KEPT);
    assert_eq!((kept[0].as_str(), kept[9].as_str()), ("backup-2026-12-04T0912.db", "backup-2026-11-25T0912.db"));
}

#[test]
fn restoring_brings_the_copy_back_and_keeps_what_was_there() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    let copy = store.backup(NOW, 0).unwrap();
    store.append(&[good(NOW + 1, 2)]).unwrap();
    assert!(matches!(backup::restore(dir.path(), &copy, &options()).unwrap_err().kind, Kind::Locked { .. }));
    store.close().unwrap();
    let kept = backup::restore(dir.path(), &copy, &options()).unwrap().kept.unwrap();
    let restored = open(dir.path());
    assert_eq!(restored.events_total().unwrap(), 1);
    restored.close().unwrap();
    backup::restore(dir.path(), &kept, &options()).unwrap();
    assert_eq!(open(dir.path()).events_total().unwrap(), 2, "and back again");
}

#[test]
fn a_spoilt_copy_is_not_restored() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    let copy = store.backup(NOW, 0).unwrap();
    store.close().unwrap();
    spoil(&copy);
    let before = fs::read(dir.path().join(NAME)).unwrap();
    assert_eq!(backup::restore(dir.path(), &copy, &options()).unwrap_err().kind, Kind::Damaged);
    assert_eq!(fs::read(dir.path().join(NAME)).unwrap(), before);
}

#[test]
fn a_newer_database_is_set_aside_when_a_copy_is_restored() {
    let dir = tempfile::tempdir().unwrap();
    let mut store = open(dir.path());
    store.append(&[good(NOW, 1)]).unwrap();
    let copy = store.backup(NOW, 0).unwrap();
    store.close().unwrap();
    let path = dir.path().join(NAME);
    let mut bytes = fs::read(&path).unwrap();
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(&path, &bytes).unwrap();
    let kept = backup::restore(dir.path(), &copy, &options()).unwrap().kept.unwrap();
    assert_eq!(name(&kept), "jenjang-newer-2026-11-21T0912.db");
    assert_eq!(fs::read(kept).unwrap(), bytes);
    assert_eq!(open(dir.path()).events_total().unwrap(), 1);
}

/// Overwrites a page in the middle.
fn spoil(path: &Path) {
    let mut bytes = fs::read(path).unwrap();
    let middle = bytes.len() / 2 / 4096 * 4096;
    bytes[middle..middle + 4096].fill(0xA5);
    fs::write(path, bytes).unwrap();
}

fn damaged(dir: &Path) -> PathBuf {
    let mut store = open(dir);
    let early: Vec<Event> = (0..200).map(|n| good(NOW + i64::from(n), n)).collect();
    let late: Vec<Event> = (0..200).map(|n| good(NOW + DAY + i64::from(n), n)).collect();
    store.append(&early).unwrap();
    store.backup(NOW, 0).unwrap();
    store.append(&late).unwrap();
    store.close().unwrap();
    let path = dir.join(NAME);
    spoil(&path);
    path
}

#[test]
fn damage_is_found_and_the_copy_restored_with_what_can_still_be_read() {
    let dir = tempfile::tempdir().unwrap();
    let path = damaged(dir.path());
    assert_eq!(open(dir.path()).check().unwrap_err().kind, Kind::Damaged);
    let bytes = fs::read(&path).unwrap();
    let done = recover(dir.path(), GoOn::FromBackup, &options()).unwrap();
    assert_eq!(name(&done.aside), "jenjang-damaged-2026-11-21T0912.db");
    assert_eq!(fs::read(&done.aside).unwrap(), bytes, "the file is kept as it was");
    assert_eq!(done.backup.map(|p| name(&p)).as_deref(), Some("backup-2026-11-21T0912.db"));
    let store = open(dir.path());
    assert_eq!(store.events_total().unwrap(), 200 + done.salvaged as u64);
    assert!(done.salvaged > 0);
    assert!(store.doctor().unwrap().is_equal());
}

#[test]
fn without_a_copy_it_starts_beside_the_damaged_file() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join(NAME), b"nothing that could be read").unwrap();
    let done = recover(dir.path(), GoOn::FromBackup, &options()).unwrap();
    assert_eq!((done.backup, done.salvaged), (None, 0));
    assert!(open(dir.path()).is_blank().unwrap());
    assert!(done.aside.exists());
}

#[test]
fn starting_beside_leaves_the_copies_alone() {
    let dir = tempfile::tempdir().unwrap();
    damaged(dir.path());
    let done = recover(dir.path(), GoOn::Empty, &options()).unwrap();
    assert_eq!(done.backup, None);
    assert_eq!(Store::open(dir.path(), &options()).unwrap().store().events_total().unwrap(), done.salvaged as u64);
    assert_eq!(backup::list(dir.path()).len(), 1);
}
