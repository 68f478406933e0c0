//! `jenjang pack new`.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use crate::cli::args::{Global, NewArgs};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, NOT_FOUND, REFUSED, USAGE};
use crate::cli::help::schemas;
use crate::cli::world::Room;
use crate::format::finding::Severity;
use crate::format::limits;
use crate::packs::check::{self, Options};
use crate::packs::scaffold::{self, File, List, Plan, is_name, slug};
use crate::words::Words;

/// Runs the command.
pub fn run(global: &Global, args: &NewArgs) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    named(&args.name, words)?;
    let notes = args.from.as_deref().map(|path| text(path, limits::NOTES_BYTES, words)).transpose()?;
    let list = args.syllabus.as_deref().map(|path| list(path, words)).transpose()?;
    let schemas = for_editors()?;
    let lang = room.settings.prefs.lang;
    let plan = Plan { name: args.name.clone(), lang, notes, list, minimal: args.minimal, schemas, ..Plan::default() };
    let files = scaffold::draft(&plan);
    let folder = Path::new(&args.name);
    write(&args.name, &files, words)?;
    told(&args.name, &files, words)?;
    let report =
        check::check(folder, &Options::default()).map_err(|e| Failure::new(FAILED, "J-NO-PACK", e.to_string()))?;
    let hints = report.count(Severity::Warning);
    if hints > 0 {
        outln!("{}", words.fmt("packs-open", &[("n", hints.into())]));
    }
    outln!("{}", words.fmt("packs-next", &[("command", format!("jenjang pack preview {}", args.name).into())]));
    Ok(if report.is_refused() { CONTENT } else { DONE })
}

/// Refuses what cannot be the name of a pack.
pub fn named(name: &str, words: &Words) -> Result<(), Failure> {
    if is_name(name) {
        return super::not_builtin(name, words);
    }
    let failure = Failure::new(USAGE, "J-PACK-NAME", words.fmt("packs-name", &[("name", name.to_owned().into())]));
    let near = slug(name).filter(|name| is_name(name));
    Err(match near {
        Some(near) => failure.try_this(words.fmt("cli-did-you-mean", &[("name", near.into())])),
        None => failure,
    })
}

/// The schemas that editors complete the files of a pack by.
pub fn for_editors() -> Result<Vec<(String, String)>, Failure> {
    Ok(schemas()?.into_iter().filter(|(name, _)| name != "review").collect())
}

/// Writes a draft into a new folder.
pub fn write(name: &str, files: &[File], words: &Words) -> Result<(), Failure> {
    scaffold::write(Path::new(name), files).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Failure::new(REFUSED, "J-PACK-THERE", words.fmt("packs-there", &[("path", name.to_owned().into())]))
        }
        _ => Failure::new(FAILED, "J-IO", format!("{name}: {error}")),
    })
}

/// What was made, a line for each kind of file.
fn told(name: &str, files: &[File], words: &Words) -> Result<(), Failure> {
    outln!("{}", words.fmt("packs-created", &[("path", format!("{name}/").into())]));
    let count = |what: &str| files.iter().filter(|(path, _)| path.ends_with(what)).count();
    let first = files.iter().find_map(|(path, _)| path.strip_suffix("/topic.toml")).unwrap_or_default();
    let outcomes = files.iter().find(|(path, _)| path == "syllabus.tsv");
    let outcomes = outcomes.map(|(_, text)| text.lines().filter(|line| !line.starts_with('#')).count());
    let mut lines = vec![("pack.toml".to_owned(), words.get("packs-file-pack").into_owned())];
    if let Some(n) = outcomes {
        lines.push(("syllabus.tsv".to_owned(), words.fmt("packs-file-syllabus", &[("n", n.into())])));
    }
    if let Some((path, _)) = files.iter().find(|(path, _)| path.starts_with("paths/")) {
        lines.push((path.clone(), words.get("packs-file-path").into_owned()));
    }
    let topics = count("/topic.toml");
    let shown = if topics == 1 { format!("{first}/") } else { format!("{first}/ ...") };
    lines.push((shown, words.fmt("packs-file-topics", &[("n", topics.into())])));
    if count("/prompts.toml") > 0 {
        lines.push((format!("{first}/prompts.toml"), words.get("packs-file-prompts").into_owned()));
    }
    if count(".json") > 0 {
        lines.push(("schema/*.json".to_owned(), words.get("packs-file-schema").into_owned()));
    }
    for (path, what) in lines {
        outln!("  {path:<28}  {what}");
    }
    Ok(())
}

fn list(path: &Path, words: &Words) -> Result<List, Failure> {
    let text = text(path, limits::NOTES_BYTES, words)?;
    let is_table = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("tsv"));
    let list = if is_table { List::tsv(&text) } else { List::read(&text) };
    if list.outcomes.is_empty() {
        let message = words.fmt("packs-no-outcomes", &[("path", super::shown(path).into())]);
        return Err(Failure::new(CONTENT, "J-NO-OUTCOMES", message));
    }
    Ok(list)
}

/// A file that a draft begins with, of at most so many bytes.
pub fn text(path: &Path, most: u64, words: &Words) -> Result<String, Failure> {
    let shown = || super::shown(path);
    let unread = |e: std::io::Error| Failure::new(NOT_FOUND, "J-NO-FILE", format!("{}: {e}", shown()));
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(unread)?;
    let size = file.metadata().map_or(0, |meta| meta.len());
    file.take(most + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > most {
        let values = [("path", shown().into()), ("n", size.into()), ("most", most.into())];
        return Err(Failure::new(CONTENT, "J-TOO-LONG", words.fmt("packs-too-long", &values)));
    }
    String::from_utf8(bytes)
        .map_err(|_| Failure::new(CONTENT, "J-NO-TEXT", words.fmt("packs-no-text", &[("path", shown().into())])))
}
