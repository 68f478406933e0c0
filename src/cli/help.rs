//! `jenjang help`: a command, a check code, or the list of both.

use clap::CommandFactory;

use crate::format::index::unpack_schemas;
use crate::packs::rules::{self, Rule, excerpt};

use super::args::{Cli, Global, HelpArgs};
use super::exit::{DONE, Failure, NOT_FOUND};

/// Runs the command.
pub fn run(_global: &Global, args: &HelpArgs) -> Result<u8, Failure> {
    match args.topic.as_slice() {
        [] => {
            Cli::command().print_long_help()?;
            Ok(DONE)
        }
        [word, rest @ ..] if word == "json" || word == "schema" => schema(rest),
        [code] if code.len() == 4 && code.starts_with(['J', 'j']) => {
            let code = code.to_ascii_uppercase();
            let rule = rules::rule(&code).ok_or_else(|| not_found(&code))?;
            print_rule(rule)?;
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

fn print_rule(rule: &Rule) -> std::io::Result<()> {
    outln!("{} {}\n\n{}\n{}\n", rule.code, rule.name, rule.what, rule.why);
    let pair = [("not like this", &rule.bad, &rule.good), ("like this", &rule.good, &rule.bad)];
    for (title, sample, other) in pair {
        outln!("{title}:\n");
        for (at, (file, text)) in sample.files.iter().enumerate() {
            outln!("  {file}");
            // The first file makes the point; of a long one only what makes it differ is shown.
            let lines = match other.files.first() {
                Some((_, other)) if at == 0 => excerpt(text.trim(), other.trim()),
                _ => text.trim().lines().collect(),
            };
            for line in lines {
                outln!("    {line}");
            }
            outln!();
        }
    }
    Ok(())
}

/// The schemas of content files and of the review protocol, as they are checked in, packed by the build.
static SCHEMAS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/schemas.bin"));

fn schema(rest: &[String]) -> Result<u8, Failure> {
    let schemas = unpack_schemas(SCHEMAS).map_err(|e| Failure::new(super::exit::FAILED, "J-BUILD", e.to_string()))?;
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
