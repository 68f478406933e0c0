//! `jenjang help`: a command, a check code, or the list of both.

use clap::CommandFactory;

use crate::format::index::unpack_schemas;
use crate::packs::rules;

use super::args::{Cli, Global, HelpArgs};
use super::world::Room;
use crate::domain::text::Lang;

use super::exit::{DONE, Failure, NOT_FOUND};

/// Runs the command.
pub fn run(global: &Global, args: &HelpArgs) -> Result<u8, Failure> {
    match args.topic.as_slice() {
        [] => {
            Cli::command().print_long_help()?;
            Ok(DONE)
        }
        [word, rest @ ..] if word == "json" || word == "schema" => schema(rest),
        [word] if word == "codes" => codes(),
        [word] if word == "mentors" => guide(global),
        [code] if code.len() == 4 && code.starts_with(['J', 'j']) => {
            let code = code.to_ascii_uppercase();
            let rule = rules::rule(&code).ok_or_else(|| not_found(&code).try_this("jenjang help codes"))?;
            outln!("{}", rule.explain().trim_end());
            Ok(DONE)
        }
        path => command(path),
    }
}

fn not_found(what: &str) -> Failure {
    Failure::new(NOT_FOUND, "J-NO-HELP", format!("there is no help for {what:?}")).try_this("jenjang help")
}

fn command(path: &[String]) -> Result<u8, Failure> {
    let mut command = Cli::command();
    command.build();
    let mut at = &mut command;
    for word in path {
        at = at.find_subcommand_mut(word).ok_or_else(|| not_found(&path.join(" ")))?;
    }
    at.print_long_help()?;
    Ok(DONE)
}

const GUIDE_EN: &str = include_str!("../../assets/guide/en/mentors.md");
const GUIDE_ID: &str = include_str!("../../assets/guide/id/mentors.md");

/// The guide for people who write packs. A test follows it, command by command.
fn guide(global: &Global) -> Result<u8, Failure> {
    let lang = Room::open(global)?.settings.prefs.lang;
    let text = if lang == Lang::Id { GUIDE_ID } else { GUIDE_EN };
    outln!("{}", text.trim_end());
    Ok(DONE)
}

/// All check codes, a line for each.
fn codes() -> Result<u8, Failure> {
    for rule in rules::ALL {
        outln!("{}  {:<7}  {}", rule.code, rule.severity.word(), rule.what);
    }
    Ok(DONE)
}

/// The schemas of content files and of the review protocol, as they are checked in, packed by the build.
static SCHEMAS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemas.bin"));

/// Name and text of each.
pub(super) fn schemas() -> Result<Vec<(String, String)>, Failure> {
    unpack_schemas(SCHEMAS).map_err(|e| Failure::new(super::exit::FAILED, "J-BUILD", e.to_string()))
}

fn schema(rest: &[String]) -> Result<u8, Failure> {
    let schemas = schemas()?;
    match rest.first() {
        None => {
            for (name, _) in &schemas {
                outln!("{name}");
            }
            Ok(DONE)
        }
        Some(wanted) => {
            let found = schemas.iter().find(|(name, _)| name == wanted);
            let (_, text) = found.ok_or_else(|| not_found(wanted))?;
            outln!("{text}");
            Ok(DONE)
        }
    }
}
