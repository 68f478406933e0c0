//! `jenjang pack check`.

use std::io::{IsTerminal, Write};

use crate::packs::Library;
use crate::packs::check::{self, CheckError, Look, Options};

use super::args::{CheckArgs, Global, PackCommand, When};
use super::exit::{CONTENT, DONE, Failure, NOT_FOUND};
use super::world::overrides;

/// Runs the command.
pub fn run(global: &Global, command: &PackCommand) -> Result<u8, Failure> {
    match command {
        PackCommand::Check(args) => check(global, args),
    }
}

fn check(global: &Global, args: &CheckArgs) -> Result<u8, Failure> {
    let library = Library::builtin();
    let options = Options {
        units: args.units.clone(),
        deny_warnings: args.deny.is_some(),
        known: library.topics().iter().map(|t| t.id.clone()).collect(),
        known_personas: library.personas().iter().map(|p| p.id.clone()).collect(),
    };
    let report = check::check(&args.path, &options).map_err(|e| match e {
        CheckError::NoFolder(_) | CheckError::NoPack(_) | CheckError::NoUnit(_) => {
            Failure::new(NOT_FOUND, "J-NO-PACK", e.to_string())
        }
    })?;
    let mut out = std::io::stdout().lock();
    if global.json || args.format == "json" {
        writeln!(out, "{}", report.json())?;
    } else {
        let by_terminal = !overrides(global).no_color && std::io::stdout().is_terminal();
        let colour = by_terminal || global.color == Some(When::Always);
        let look = Look { colour, info: !args.units.is_empty() || global.verbose > 0 };
        write!(out, "{}", report.human(look))?;
    }
    Ok(if report.is_refused() { CONTENT } else { DONE })
}
