//! `jenjang help`: a command, a check code, or the list of both.

use clap::CommandFactory;

use crate::format::index::unpack_named;
use crate::format::limits;
use crate::packs::rules;

use crate::words::Words;

use super::args::{Cli, Global, HelpArgs};
use super::world::{Room, words};

use super::exit::{DONE, Failure, NOT_FOUND};

/// Runs the command.
pub fn run(global: &Global, args: &HelpArgs) -> Result<u8, Failure> {
    match args.topic.as_slice() {
        [] => {
            Cli::command().print_long_help()?;
            Ok(DONE)
        }
        [word, rest @ ..] if word == "json" || word == "schema" => schema(global, rest),
        [word] if word == "codes" => codes(&words(global)),
        [word] if word == "mentors" => guide(global),
        [word] if word == "limits" => limits(global),
        [code] if code.len() == 4 && code.starts_with(['J', 'j']) => {
            let code = code.to_ascii_uppercase();
            let rule = rules::rule(&code).ok_or_else(|| not_found(global, &code).try_this("jenjang help codes"))?;
            outln!("{}", rule.explain(&words(global)).trim_end());
            Ok(DONE)
        }
        path => command(global, path),
    }
}

fn not_found(global: &Global, what: &str) -> Failure {
    let message = words(global).fmt("cli-no-help", &[("name", what.into())]);
    Failure::new(NOT_FOUND, "J-NO-HELP", message).try_this("jenjang help")
}

fn command(global: &Global, path: &[String]) -> Result<u8, Failure> {
    let mut command = Cli::command();
    command.build();
    let mut at = &mut command;
    for word in path {
        at = at.find_subcommand_mut(word).ok_or_else(|| not_found(global, &path.join(" ")))?;
    }
    at.print_long_help()?;
    Ok(DONE)
}

/// `assets/guide/`, by language.
static GUIDES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guides.bin"));

/// The guide for people who write packs. A test follows it, command by command.
fn guide(global: &Global) -> Result<u8, Failure> {
    let lang = Room::open(global)?.settings.prefs.lang;
    let guides = unpacked(GUIDES)?;
    let text = guides.iter().find(|(code, _)| code == lang.code()).map_or("", |(_, text)| text);
    outln!("{}", text.trim_end());
    Ok(DONE)
}

/// How large the parts of a pack may be.
fn limits(global: &Global) -> Result<u8, Failure> {
    let room = Room::open(global)?;
    let words = &room.words;
    let bytes = |n: u64| match n {
        n if n % (1 << 20) == 0 => format!("{} MiB", n >> 20),
        n if n % (1 << 10) == 0 => format!("{} KiB", n >> 10),
        n => format!("{} B", words.number(u32::try_from(n).unwrap_or(u32::MAX))),
    };
    let small = |n: usize| bytes(n as u64);
    let count = |n: usize| words.number(u32::try_from(n).unwrap_or(u32::MAX));
    let rows = [
        (count(limits::FILES), words.get("packs-limit-files")),
        (bytes(limits::PACK_BYTES), words.get("packs-limit-pack")),
        (count(limits::DEPTH), words.get("packs-limit-depth")),
        (small(limits::PATH_BYTES), words.get("packs-limit-path")),
        (count(limits::TOPICS), words.get("packs-limit-topics")),
        (bytes(limits::ARCHIVE_BYTES), words.get("packs-limit-archive")),
        (
            bytes(limits::UNPACKED_BYTES),
            words.fmt("packs-limit-unpacked", &[("times", limits::EXPANSION.into())]).into(),
        ),
        (bytes(limits::TOML_BYTES), words.get("packs-limit-toml")),
        (bytes(limits::LESSON_BYTES), words.get("packs-limit-lesson")),
        (bytes(limits::SYLLABUS_BYTES), words.get("packs-limit-syllabus")),
        (small(limits::LINE_BYTES), words.get("packs-limit-line")),
        (count(limits::QUESTIONS), words.get("packs-limit-questions")),
        (count(limits::PROMPTS), words.get("packs-limit-prompts")),
        (small(limits::TEXT_BYTES), words.get("packs-limit-text")),
        (small(limits::CODE_BYTES), words.get("packs-limit-code")),
        (count(limits::CODE_COLUMNS), words.get("packs-limit-columns")),
        (small(limits::WORD_BYTES), words.get("packs-limit-word")),
        (small(limits::ID_BYTES), words.get("packs-limit-id")),
        (count(limits::SCENE_DEPTH), words.get("packs-limit-scenes")),
        (bytes(limits::NOTES_BYTES), words.get("packs-limit-notes")),
        (bytes(limits::FLAG_FILE_BYTES), words.get("packs-limit-flags")),
    ];
    outln!("{}\n", words.get("packs-limits-head"));
    for (most, what) in rows {
        outln!("{most:>8}  {what}");
    }
    outln!("\n{}", words.get("packs-limits-refused"));
    Ok(DONE)
}

/// All check codes, a line for each.
fn codes(words: &Words) -> Result<u8, Failure> {
    for rule in rules::ALL {
        outln!("{}  {:<7}  {}", rule.code, rule.severity.word(), words.get(rule.what));
    }
    Ok(DONE)
}

/// The schemas of content files and of the review protocol, as they are checked in, packed by the build.
static SCHEMAS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemas.bin"));

/// The schemas of what `--json` prints, in the same way.
static REPORTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/reports.bin"));

fn unpacked(blob: &[u8]) -> Result<Vec<(String, String)>, Failure> {
    unpack_named(blob).map_err(|e| Failure::new(super::exit::FAILED, "J-BUILD", e.to_string()))
}

/// Name and text of each schema of a file.
pub(super) fn schemas() -> Result<Vec<(String, String)>, Failure> {
    unpacked(SCHEMAS)
}

/// What is written at the head of a report, and in its `schema`.
fn versioned(name: &str) -> String {
    format!("jenjang.{name}/1")
}

/// A schema by its name, or all names: those of files as they are called, those of reports as they call themselves. A report may be asked for
/// without its version where no file has its name.
fn schema(global: &Global, rest: &[String]) -> Result<u8, Failure> {
    let (files, reports) = (unpacked(SCHEMAS)?, unpacked(REPORTS)?);
    let Some(wanted) = rest.first() else {
        for name in files.iter().map(|(name, _)| name.clone()).chain(reports.iter().map(|(name, _)| versioned(name))) {
            outln!("{name}");
        }
        return Ok(DONE);
    };
    let file = files.iter().find(|(name, _)| name == wanted || name == "review" && versioned(name) == *wanted);
    let found = file.or_else(|| reports.iter().find(|(name, _)| name == wanted || versioned(name) == *wanted));
    let (_, text) = found.ok_or_else(|| not_found(global, wanted).try_this("jenjang help json"))?;
    outln!("{}", text.trim_end());
    Ok(DONE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_report_that_a_command_prints_has_a_schema_and_every_schema_a_report() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/cli");
        let packs = folder.with_file_name("packs");
        let mut sources = vec![
            folder.clone(),
            folder.join("pack"),
            packs.clone(),
            packs.join("check"),
            packs.join("sheet"),
            packs.join("feedback"),
        ];
        let mut printed = std::collections::BTreeSet::new();
        while let Some(folder) = sources.pop() {
            for entry in std::fs::read_dir(folder).expect("the folder").flatten() {
                let Ok(source) = std::fs::read_to_string(entry.path()) else { continue };
                // Put together, so that this line is not one of them.
                for (before, after) in [(["json::print", "(\""].concat(), "\""), (["\"jenj", "ang."].concat(), "/1\"")]
                {
                    let names =
                        source.split(&before).skip(1).filter_map(|rest| rest.split_once(after)).map(|(name, _)| name);
                    printed.extend(names.filter(|name| !name.contains(['{', '"'])).map(str::to_owned));
                }
            }
        }
        let described: std::collections::BTreeSet<String> =
            unpacked(REPORTS).expect("unpacks").into_iter().map(|(name, _)| name).collect();
        assert_eq!(described, printed);
    }
}
