//! Handing a text to the learner's own editor. The caller has given the terminal back and nobody reads from it.

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;

/// Opens `text` in `$VISUAL` or `$EDITOR` and returns the new text; `None` when nothing was changed.
///
/// # Errors
///
/// When no editor is set, it cannot be run, it says that it did not work, or the file cannot be written or read.
pub fn edit(text: &str, ending: &str, folder: &Path) -> io::Result<Option<String>> {
    fs::create_dir_all(folder)?;
    let path = folder.join(format!("edit-{}.{ending}", std::process::id()));
    fs::write(&path, text)?;
    let edited = open(&path).and_then(|()| fs::read_to_string(&path));
    // The learner's words are in the error or in what is returned; the file is only a carrier.
    let _ = fs::remove_file(&path);
    edited.map(|new| (new != text).then_some(new))
}

/// Opens a file in the learner's editor and waits until it is closed.
///
/// # Errors
///
/// As [`edit`].
pub fn open(path: &Path) -> io::Result<()> {
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let editor = editor.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "$VISUAL and $EDITOR are not set"))?;
    // Editors are set with flags ("code --wait"): words are split at spaces, as git does for a simple value.
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program).args(words).arg(path).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{program}: {status}"))) }
}
