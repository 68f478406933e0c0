//! One writer at a time: an advisory lock on a file beside the database.
//!
//! The system releases it when the process ends, however it ends, so no stale lock is ever left behind. The file itself
//! stays: removing it would let two processes lock two different files of the same name.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::Path;

use super::error::{About, Kind, Result, StoreError};

/// The name of the lock file in the data folder.
pub const NAME: &str = "jenjang.lock";

/// The right to write, held until it is dropped.
#[derive(Debug)]
pub struct Lock {
    file: File,
}

/// A process that is just being started has a copy of every open file until it has become its program. Closing ours would leave the lock
/// to it for that time; unlocking does not.
impl Drop for Lock {
    fn drop(&mut self) {
        let _ = self.file.unlock();
    }
}

/// Takes the lock of `dir`, or says who holds it ([`Kind::Locked`]).
///
/// # Errors
/// [`Kind::Locked`] when another process has it; otherwise what the system said.
pub fn take(dir: &Path) -> Result<Lock> {
    let path = dir.join(NAME);
    let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path).about(&path)?;
    match file.try_lock() {
        Ok(()) => {
            // The pid only helps a person to find the other window, so trouble in writing it is no trouble. Always ten
            // characters: cutting the file short first would cost more than all the rest.
            let pid = format!("{:<10}", std::process::id());
            let _ = file.seek(SeekFrom::Start(0)).and_then(|_| file.write_all(pid.as_bytes()));
            Ok(Lock { file })
        }
        Err(TryLockError::WouldBlock) => {
            let mut text = String::new();
            let pid = file.read_to_string(&mut text).ok().and_then(|_| text.trim().parse().ok());
            Err(StoreError::new(Kind::Locked { pid }, &path, "locked"))
        }
        Err(TryLockError::Error(e)) => Err(StoreError::io(&path, &e)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_second_lock_names_the_process_that_holds_the_first() {
        let dir = tempfile::tempdir().unwrap();
        let first = take(dir.path()).unwrap();
        let second = take(dir.path()).unwrap_err();
        assert_eq!(second.kind, Kind::Locked { pid: Some(std::process::id()) });
        drop(first);
        assert!(take(dir.path()).is_ok(), "free again once the holder is gone");
    }

    #[test]
    fn a_lock_that_was_given_back_is_free_although_a_child_has_a_copy_of_its_file() {
        let dir = tempfile::tempdir().unwrap();
        let first = take(dir.path()).unwrap();
        let copy = first.file.try_clone().unwrap();
        drop(first);
        assert!(take(dir.path()).is_ok());
        drop(copy);
    }
}
