//! The secret half of a mentor's key, as a file.

use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::{PublicKey, Signature, bytes, hex, list};
use crate::format::limits;

/// What stands before the digits of a secret key, so that it is known wherever it is met.
const MARK: &str = "jenjang-secret-key-";
const DIGITS: usize = 64;
const SAYS: &str = "The secret half of a key for signing packs (jenjang pack build --sign). Whoever has it signs as its owner: show it to nobody.";
/// Bytes of a file that is searched for a secret key; a text that an archive carries is searched whole.
const SEARCHED: u64 = 64 << 10;

/// The half of a key that signs.
pub struct SecretKey(ed25519_compact::KeyPair);

/// Why there is no key to sign with.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// There is no such file.
    #[error("there is no key")]
    Missing,
    /// Others on this machine may read it.
    #[error("others can read the key")]
    Open,
    /// It is no key.
    #[error("the file is no key")]
    Broken,
    /// The disk.
    #[error("{0}")]
    Disk(#[from] io::Error),
}

impl SecretKey {
    /// A new key from the system's random source.
    ///
    /// # Errors
    ///
    /// When the system has none.
    pub fn make() -> io::Result<SecretKey> {
        let mut seed = [0; 32];
        getrandom::fill(&mut seed).map_err(|error| io::Error::other(error.to_string()))?;
        SecretKey::of(seed).ok_or_else(|| io::Error::other("the random source gives zeros"))
    }

    pub(super) fn of(seed: [u8; 32]) -> Option<SecretKey> {
        ed25519_compact::KeyPair::try_from_seed(ed25519_compact::Seed::new(seed)).ok().map(SecretKey)
    }

    /// The half that everybody may know.
    pub fn public(&self) -> PublicKey {
        PublicKey(*self.0.pk)
    }

    /// Signs the texts of a pack. The same texts get the same signature.
    pub fn sign(&self, texts: &BTreeMap<Box<str>, String>) -> Signature {
        Signature { key: self.public(), bytes: *self.0.sk.sign(list(texts), None) }
    }

    pub(super) fn text(&self) -> String {
        format!("{SAYS}\n{MARK}{}\n", hex(&*self.0.sk.seed()))
    }

    fn parse(text: &str) -> Option<SecretKey> {
        let (_, digits) = text.split_once(MARK)?;
        SecretKey::of(bytes(digits.trim_end())?)
    }

    /// Reads it from its file.
    ///
    /// # Errors
    ///
    /// When there is none, when others may read it, when it is no key.
    pub fn load(path: &Path) -> Result<SecretKey, KeyError> {
        let file = File::open(path).map_err(|error| match error.kind() {
            io::ErrorKind::NotFound => KeyError::Missing,
            _ => KeyError::Disk(error),
        })?;
        #[cfg(unix)]
        if std::os::unix::fs::PermissionsExt::mode(&file.metadata()?.permissions()) & 0o077 != 0 {
            return Err(KeyError::Open);
        }
        let mut text = String::new();
        match file.take(SEARCHED).read_to_string(&mut text) {
            Err(error) if error.kind() != io::ErrorKind::InvalidData => Err(error.into()),
            Err(_) => Err(KeyError::Broken),
            Ok(_) => SecretKey::parse(&text).ok_or(KeyError::Broken),
        }
    }

    /// Writes it into a new file that this user alone may read.
    ///
    /// # Errors
    ///
    /// When there is a file already, or the disk does not take it.
    pub fn keep(&self, path: &Path) -> io::Result<()> {
        fs::create_dir_all(path.parent().unwrap_or(path))?;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(path)?;
        let written = file.write_all(self.text().as_bytes()).and_then(|()| file.sync_all());
        if written.is_err() {
            let _ = fs::remove_file(path);
        }
        written
    }
}

/// Moves a key's file aside, to the first free one of `<name>.1`, `<name>.2`, ...: a key is never written over.
///
/// # Errors
///
/// When the disk refuses.
pub fn put_aside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let aside = |n: u32| path.with_file_name(format!("{name}.{n}"));
    let free = (1..1000).map(aside).find(|aside| aside.symlink_metadata().is_err());
    let free = free.ok_or_else(|| io::Error::from(io::ErrorKind::AlreadyExists))?;
    fs::rename(path, &free)?;
    Ok(free)
}

/// Whether a secret key stands somewhere in these bytes.
fn is_secret(content: &[u8]) -> bool {
    let mut rest = content;
    while let Some(at) = rest.windows(MARK.len()).position(|window| window == MARK.as_bytes()) {
        rest = &rest[at + MARK.len()..];
        if rest.get(..DIGITS).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
            return true;
        }
    }
    false
}

/// The first file in a pack's folder that holds a secret key: what an archive would carry, and small files beside it, which are sent along when
/// the folder is. Folders whose names begin with a dot are not searched.
///
/// # Errors
///
/// When the folder is too large or too deep to be searched whole: then nobody knows.
pub fn secret_in(folder: &Path, texts: &BTreeMap<Box<str>, String>) -> io::Result<Option<String>> {
    match texts.iter().find(|(_, text)| is_secret(text.as_bytes())) {
        Some((path, _)) => Ok(Some(path.to_string())),
        None => search((folder, texts), "", limits::DEPTH, &mut { limits::FILES }),
    }
}

/// Searches what lies beside the texts; `depth` folders deep, and so many entries as are `left`.
pub(super) fn search(
    (folder, texts): (&Path, &BTreeMap<Box<str>, String>),
    below: &str,
    depth: usize,
    left: &mut usize,
) -> io::Result<Option<String>> {
    let endless = || io::Error::other("there is too much in this folder to be searched for a secret key");
    for entry in fs::read_dir(folder)?.flatten() {
        *left = left.checked_sub(1).ok_or_else(endless)?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let path = format!("{below}{name}");
        let Ok(kind) = entry.file_type() else { continue };
        if kind.is_dir() && !name.starts_with('.') {
            let depth = depth.checked_sub(1).ok_or_else(endless)?;
            if let Some(found) = search((&entry.path(), texts), &format!("{path}/"), depth, left)? {
                return Ok(Some(found));
            }
        } else if kind.is_file()
            && !texts.contains_key(&*path)
            && entry.metadata().is_ok_and(|meta| meta.len() <= SEARCHED)
        {
            let mut content = Vec::new();
            let read = File::open(entry.path()).and_then(|file| file.take(SEARCHED).read_to_end(&mut content));
            if read.is_ok() && is_secret(&content) {
                return Ok(Some(path));
            }
        }
    }
    Ok(None)
}
