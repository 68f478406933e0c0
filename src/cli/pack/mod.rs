//! `jenjang pack ...`: tools for people who write packs.

mod attempt;
mod build;
mod diff;
mod export;
mod flags;
mod import;
mod install;
mod key;
mod new;
mod preview;
mod shelf;

use std::ffi::OsStr;
use std::io::{IsTerminal, Write};
use std::path::Path;

use crate::domain::text::Lang;
use crate::format::letters::one_line;
use crate::packs::check::{self, CheckError, Look, Options, Report};
use crate::packs::sheet::{self, Form};
use crate::packs::{Library, told};
use crate::words::Words;

use crate::cli::args::{CheckArgs, Global, PackCommand, SheetArgs, When};
use crate::cli::exit::{CONTENT, DONE, FAILED, Failure, NOT_FOUND, REFUSED, USAGE};
use crate::cli::world::{overrides, words};

/// Runs the command.
pub fn run(global: &Global, command: &PackCommand) -> Result<u8, Failure> {
    match command {
        PackCommand::New(args) => new::run(global, args),
        PackCommand::Check(args) => check(global, args),
        PackCommand::Try(args) => attempt::run(global, args),
        PackCommand::Preview(args) => preview::run(global, args),
        PackCommand::Build(args) => build::run(global, args),
        PackCommand::Key(args) => key::run(global, args),
        PackCommand::Diff(args) => diff::run(global, args),
        PackCommand::Export(args) => export::run(global, args),
        PackCommand::Import(args) => import::run(global, args),
        PackCommand::Install(args) => install::install(global, args),
        PackCommand::Update(args) => install::update(global, args),
        PackCommand::Remove(args) => shelf::remove(global, args),
        PackCommand::List => shelf::list(global),
        PackCommand::Info(args) => shelf::info(global, args),
        PackCommand::Verify(args) => shelf::verify(global, args),
        PackCommand::Flags(args) => flags::run(global, args),
        PackCommand::Sheet(args) => sheet(global, args),
    }
}

/// How a pack is checked beside the built-in ones.
fn known() -> Options {
    Options::beside(&Library::builtin())
}

/// The report of a pack that is refused, on standard error: results come from packs that are taken.
fn refused(global: &Global, report: &Report, words: &Words) -> u8 {
    if global.json {
        eprintln!("{}", report.json(words));
    } else {
        eprint!("{}", report.human(Look::default(), words));
    }
    CONTENT
}

/// A name or a path as it may stand in a line: whoever gave the file has named it, and a line feed in it would make a line that passes for ours.
fn shown(name: impl AsRef<OsStr>) -> String {
    one_line(&name.as_ref().to_string_lossy(), '\u{fffd}')
}

/// Refuses a name that nobody could install a pack under.
fn not_builtin(id: &str, words: &Words) -> Result<(), Failure> {
    if Library::builtin().pack(id).is_none() {
        return Ok(());
    }
    Err(is_builtin(id, words))
}

fn is_builtin(id: &str, words: &Words) -> Failure {
    Failure::new(REFUSED, "J-PACK-BUILTIN", words.fmt("packs-is-builtin", &[("pack", id.to_owned().into())]))
}

fn no_pack(error: &CheckError, words: &Words) -> Failure {
    Failure::new(NOT_FOUND, "J-NO-PACK", told(&error.said(), words))
}

fn check(global: &Global, args: &CheckArgs) -> Result<u8, Failure> {
    let words = &words(global);
    let options = Options { units: args.units.clone(), deny_warnings: args.deny.is_some(), ..known() };
    let mut report = check::check(&args.path, &options).map_err(|e| no_pack(&e, words))?;
    let mut fixed = Vec::new();
    if args.fix {
        fixed = check::fix(&args.path, &report).map_err(|e| Failure::new(FAILED, "J-NO-FIX", e.to_string()))?;
        if !fixed.is_empty() {
            report = check::check(&args.path, &options).map_err(|e| no_pack(&e, words))?;
        }
    }
    let line =
        |file: &str, what| words.fmt("check-fixed", &[("file", file.into()), ("what", told(what, words).into())]);
    let lines = fixed.iter().flat_map(|it| it.what.iter().map(|what| line(&it.file, what)));
    let format = if global.json { "json" } else { &*args.format };
    let mut out = std::io::stdout().lock();
    match format {
        "human" => {
            for line in lines {
                writeln!(out, "{line}")?;
            }
            let by_terminal = !overrides(global).no_color && std::io::stdout().is_terminal();
            let colour = by_terminal || global.color == Some(When::Always);
            let look = Look { colour, info: !args.units.is_empty() || global.verbose > 0 };
            write!(out, "{}", report.human(look, words))?;
        }
        // Results are for a machine: what was mended is a message.
        _ => {
            if !global.quiet {
                lines.for_each(|line| eprintln!("jenjang: {line}"));
            }
            match format {
                "sarif" => writeln!(out, "{}", report.sarif(words))?,
                "github" => write!(out, "{}", report.github(global.verbose > 0, words))?,
                _ => writeln!(out, "{}", report.json(words))?,
            }
        }
    }
    Ok(if report.is_refused() { CONTENT } else { DONE })
}

fn sheet(global: &Global, args: &SheetArgs) -> Result<u8, Failure> {
    let form = args.answers.as_deref().map(form).transpose()?;
    let asked_for = global.lang.as_deref().and_then(Lang::from_code);
    let lang = match (asked_for, form.as_ref().and_then(|form| form.lang)) {
        (Some(asked), Some(filled)) if asked != filled => {
            let message = format!("the form belongs to the sheet in `{}`, not `{}`", filled.code(), asked.code());
            return Err(Failure::new(USAGE, "J-OTHER-LANG", message).try_this("leave --lang out"));
        }
        (asked, filled) => asked.or(filled),
    };
    let options = sheet::Options { units: args.units.clone(), lang };
    let asked = sheet::read(&args.path, &options).map_err(|e| Failure::new(NOT_FOUND, "J-NO-PACK", e.to_string()))?;
    let mut out = std::io::stdout().lock();
    if let Some(form) = form {
        let agreement = asked.compare(&form);
        let report = if global.json { format!("{}\n", agreement.json()) } else { agreement.human() };
        out.write_all(report.as_bytes())?;
        return Ok(if agreement.is_open() { CONTENT } else { DONE });
    }
    let text = match (args.form, global.json) {
        (true, _) => asked.form(),
        (false, true) => format!("{}\n", asked.sheet_json()),
        (false, false) => asked.sheet(),
    };
    out.write_all(text.as_bytes())?;
    if asked.unread > 0 && !global.quiet {
        eprintln!("jenjang: {} questions left out; jenjang pack check says why", asked.unread);
    }
    Ok(DONE)
}

/// Reads a filled form.
fn form(path: &Path) -> Result<Form, Failure> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Failure::new(NOT_FOUND, "J-NO-FORM", format!("{}: {e}", shown(path))))?;
    Form::parse(&text).map_err(|e| {
        let message = format!("{}: {e}", shown(path));
        Failure::new(CONTENT, "J-NO-FORM", message).try_this("jenjang pack sheet --form prints an empty form")
    })
}
