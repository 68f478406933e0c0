//! `jenjang pack flags`: what learners sent, at the lines that it is about.

use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::cli::args::{Global, PackFlagsArgs, When};
use crate::cli::exit::{CONTENT, DONE, Failure, NOT_FOUND, NOTHING};
use crate::cli::world::{overrides, words};
use crate::packs::check::CheckError;
use crate::packs::feedback::{self, FlagFile, FlagsError};
use crate::packs::told;
use crate::words::Words;

/// Runs the command. Exit code 3 when there is nothing to look at in the pack, 4 when a file is refused.
pub fn run(global: &Global, args: &PackFlagsArgs) -> Result<u8, Failure> {
    let words = words(global);
    let files = read(&args.file, &words)?;
    let placed = feedback::place(&files, &args.path);
    let placed = placed.ok_or_else(|| super::no_pack(&CheckError::NoPack(args.path.clone()), &words))?;
    let mut out = std::io::stdout().lock();
    if global.json || args.format == "json" {
        writeln!(out, "{}", serde_json::to_string_pretty(&placed.json()).unwrap_or_default())?;
    } else {
        let by_terminal = !overrides(global).no_color && std::io::stdout().is_terminal();
        write!(out, "{}", placed.human(by_terminal || global.color == Some(When::Always), &words))?;
    }
    Ok(if placed.rows.is_empty() { NOTHING } else { DONE })
}

/// Reads a file of flags, or all of a folder.
pub fn read(path: &Path, words: &Words) -> Result<Vec<FlagFile>, Failure> {
    feedback::read(path).map_err(|(path, error)| {
        let (code, name, why) = match &error {
            FlagsError::Disk(e) if e.kind() == std::io::ErrorKind::NotFound => (NOT_FOUND, "J-NO-FILE", e.to_string()),
            FlagsError::Disk(e) => (CONTENT, "J-NO-FLAGS", e.to_string()),
            FlagsError::Refused(said) => (CONTENT, "J-NO-FLAGS", told(said, words)),
        };
        let message = format!("{}: {why}", super::shown(path));
        Failure::new(code, name, message).try_this(words.get("flags-send-writes"))
    })
}
