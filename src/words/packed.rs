//! How the message files are packed into the program. The build writes it (`build.rs` includes this file), [`super::files`] reads it.
//!
//! # Design
//!
//! Each file is compressed by itself, so that the first frame unpacks the few areas that it shows, and a table says in which file
//! a message stands, so that no file is searched for it. The table holds hashes instead of names: the build makes sure that no
//! two messages share one, and a name that is no message at all is found missing when its file is asked for it.

/// Bytes of a message in the table: its hash, and the number of its file.
pub const ENTRY: usize = 5;

/// FNV-1a, 32 bits (Fowler, Noll, Vo; RFC 9923).
pub fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The name that a line of a message file gives to a message, if it begins one.
pub fn name(line: &str) -> Option<&str> {
    if !line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return None;
    }
    line.split_once('=').map(|(name, _)| name.trim_end())
}

/// The messages of these files in the order of their hashes: `ENTRY` bytes each.
///
/// # Errors
///
/// Two names that have one hash, or a file too many.
pub fn table(sources: &[String]) -> Result<Vec<u8>, String> {
    let mut all: Vec<(u32, u8, &str)> = Vec::new();
    for (i, source) in sources.iter().enumerate() {
        let file = u8::try_from(i).map_err(|_| "more than 256 message files".to_owned())?;
        all.extend(source.lines().filter_map(name).map(|name| (hash(name), file, name)));
    }
    all.sort_unstable();
    if let Some(two) = all.windows(2).find(|two| two[0].0 == two[1].0) {
        return Err(format!("the messages {} and {} have one hash: rename one of them", two[0].2, two[1].2));
    }
    Ok(all.iter().flat_map(|(hash, file, _)| hash.to_le_bytes().into_iter().chain([*file])).collect())
}
