//! Handing a text to the learner's own editor. The caller has given the terminal back and nobody reads from it.

use std::env;
use std::ffi::OsString;
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
    run(|_| vec![path.as_os_str().to_owned()])
}

/// Opens a file at a line and a column, both from 1, where the editor is one that is known to take them.
///
/// # Errors
///
/// As [`edit`].
pub fn open_at(path: &Path, line: u32, column: u32) -> io::Result<()> {
    run(|program| arguments(program, path, line, column))
}

/// How editors are told a place. One that is not known opens the file at its beginning.
fn arguments(program: &str, path: &Path, line: u32, column: u32) -> Vec<OsString> {
    let name = Path::new(program).file_stem().and_then(|name| name.to_str()).unwrap_or(program);
    let path = path.as_os_str().to_owned();
    let at = |path: &OsString| {
        let mut path = path.clone();
        path.push(format!(":{line}:{column}"));
        path
    };
    match name {
        "vi" | "vim" | "nvim" | "view" | "nvi" | "vis" | "nano" | "pico" | "emacs" | "emacsclient" | "micro" | "mg"
        | "kak" | "joe" | "jed" | "ne" | "gedit" | "mcedit" | "elvis" | "busybox" => {
            vec![format!("+{line}").into(), path]
        }
        "hx" | "helix" | "zed" | "zeditor" | "subl" => vec![at(&path)],
        "code" | "code-insiders" | "codium" | "vscodium" | "cursor" => vec!["--goto".into(), at(&path)],
        "kate" | "kwrite" => {
            vec!["--line".into(), line.to_string().into(), "--column".into(), column.to_string().into(), path]
        }
        _ => vec![path],
    }
}

fn run(arguments: impl FnOnce(&str) -> Vec<OsString>) -> io::Result<()> {
    let editor = ["VISUAL", "EDITOR"].iter().find_map(|name| env::var(name).ok().filter(|v| !v.trim().is_empty()));
    let editor = editor.ok_or_else(|| io::Error::new(io::ErrorKind::NotFound, "$VISUAL and $EDITOR are not set"))?;
    // Editors are set with flags ("code --wait"): words are split at spaces, as git does for a simple value.
    let mut words = editor.split_whitespace();
    let program = words.next().unwrap_or_default();
    let status = Command::new(program).args(words).args(arguments(program)).status()?;
    if status.success() { Ok(()) } else { Err(io::Error::other(format!("{program}: {status}"))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(program: &str) -> String {
        let all = arguments(program, Path::new("t/questions.toml"), 14, 12);
        all.iter().map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn editors_are_told_the_place_in_their_own_way() {
        assert_eq!(told("/usr/bin/vim"), "+14 t/questions.toml");
        assert_eq!(told("hx"), "t/questions.toml:14:12");
        assert_eq!(told("code"), "--goto t/questions.toml:14:12");
        assert_eq!(told("my-editor"), "t/questions.toml", "nobody knows what it takes");
    }
}
