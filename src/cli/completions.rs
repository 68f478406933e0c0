//! Completions and the manual page, made from the command line's own description.

use clap::CommandFactory;

use super::args::{Cli, CompletionsArgs};
use super::exit::{DONE, Failure};

/// Writes completions for a shell.
pub fn run(args: &CompletionsArgs) -> Result<u8, Failure> {
    clap_complete::generate(args.shell, &mut Cli::command(), "jenjang", &mut std::io::stdout());
    Ok(DONE)
}

/// Writes the manual page.
pub fn manual() -> Result<u8, Failure> {
    clap_mangen::Man::new(Cli::command()).render(&mut std::io::stdout())?;
    Ok(DONE)
}
