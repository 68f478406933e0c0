//! One file for each subcommand.
//!
//! Results go to standard output, messages to standard error. Nothing asks without a terminal. Exit codes are those of
//! UX 8.2, see [`exit`].

/// Prints a line of results; a reader that has gone away ends the command instead of a panic.
macro_rules! outln {
    ($($part:tt)*) => {{
        use std::io::Write as _;
        writeln!(std::io::stdout().lock(), $($part)*)?
    }};
}

pub mod args;
pub mod exit;

mod agent;
mod answers;
mod ask;
mod chair;
mod checklist;
mod completions;
mod config;
mod data;
mod day;
mod flags;
mod help;
mod hold;
mod json;
mod ladder;
mod learn;
mod mock;
mod pack;
mod path;
mod review;
mod search;
mod start;
mod stats;
mod today;
mod tracks;
mod undo;
mod world;

use std::process::ExitCode;

use args::{Cli, Command};
use exit::Failure;

/// Runs the program: reads the command line, does what it says, and gives the exit code.
pub fn main() -> ExitCode {
    crate::app::crash::install_for_lines();
    let cli = match Cli::read() {
        Ok(cli) => cli,
        Err(error) => {
            // clap prints help and version to standard output and everything else to standard error.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { exit::USAGE } else { exit::DONE });
        }
    };
    let json = cli.global.json;
    match run(cli) {
        Ok(code) => ExitCode::from(code),
        // A reader that has gone away (`| head`) has seen what it wanted.
        Err(failure) if failure.code == exit::DONE => ExitCode::from(exit::DONE),
        Err(failure) => {
            failure.report(json);
            ExitCode::from(failure.code)
        }
    }
}

fn run(cli: Cli) -> Result<u8, Failure> {
    let global = &cli.global;
    match &cli.command {
        None => start::run(global),
        Some(Command::Today(args)) => today::run(global, args),
        Some(Command::Review(args)) => review::run(global, args),
        Some(Command::Learn(args)) => learn::run(global, args),
        Some(Command::Ask(args)) => ask::run(global, args),
        Some(Command::Mock(args)) => mock::run(global, args),
        Some(Command::Answers(args)) => answers::run(global, args),
        Some(Command::Chair(args)) => chair::run(global, args),
        Some(Command::Agent(args)) => agent::run(global, args),
        Some(Command::Day(args)) => day::run(global, args),
        Some(Command::Path(args)) => path::run(global, args),
        Some(Command::Ladder(args)) => ladder::run(global, args),
        Some(Command::Tracks(args)) => tracks::run(global, args),
        Some(Command::Checklist(args)) => checklist::run(global, args),
        Some(Command::Stats(args)) => stats::run(global, args),
        Some(Command::Search(args)) => search::run(global, args),
        Some(Command::Flags(args)) => flags::run(global, args),
        Some(Command::Undo(args)) => undo::run(global, args),
        Some(Command::Pack(args)) => pack::run(global, args),
        Some(Command::Config(args)) => config::run(global, args),
        Some(Command::Data(args)) => data::run(global, args),
        Some(Command::Completions(args)) => completions::run(args),
        Some(Command::Help(args)) => help::run(global, args),
        Some(Command::Man) => completions::manual(),
    }
}
