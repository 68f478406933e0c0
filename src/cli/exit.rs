//! Exit codes, and failures told so that a person can act on them.

use std::fmt;
use std::io::Write;

use crate::store::StoreError;
use crate::words::Words;

/// Done; for checks: yes.
pub const DONE: u8 = 0;
/// Unexpected failure.
pub const FAILED: u8 = 1;
/// Wrong usage.
pub const USAGE: u8 = 2;
/// Nothing to do.
pub const NOTHING: u8 = 3;
/// Content problems.
pub const CONTENT: u8 = 4;
/// Something was not found.
pub const NOT_FOUND: u8 = 6;
/// Refused: would need `--yes` or a terminal.
pub const REFUSED: u8 = 7;
/// Interrupted; everything is saved.
pub const INTERRUPTED: u8 = 130;

/// Why a command did not do what it was asked to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub code: u8,
    /// A name for programs, such as `J-DATA-LOCKED`.
    pub name: &'static str,
    /// What happened.
    pub message: String,
    /// What is safe; may be empty.
    pub safe: String,
    /// What to try.
    pub tries: Vec<String>,
}

impl Failure {
    /// A failure with a message alone.
    pub fn new(code: u8, name: &'static str, message: impl Into<String>) -> Self {
        Failure { code, name, message: message.into(), safe: String::new(), tries: Vec::new() }
    }

    /// The same with something to try.
    #[must_use]
    pub fn try_this(mut self, what: impl Into<String>) -> Self {
        self.tries.push(what.into());
        self
    }

    /// What the store says, in the learner's language.
    pub fn store(error: &StoreError, words: &Words) -> Self {
        let args = error.args();
        let values: Vec<(&str, crate::words::Arg<'_>)> = args.iter().map(|(k, v)| (*k, v.into())).collect();
        let [what, safe, tries] = error.keys();
        let name = match error.exit_code() {
            5 => "J-DATA",
            _ => "J-STORE",
        };
        Failure {
            code: error.exit_code(),
            name,
            message: words.fmt(what, &values),
            safe: words.fmt(safe, &values),
            tries: vec![words.fmt(tries, &values)],
        }
    }

    /// Tells about it on standard error; as one JSON object if `json`.
    pub fn report(&self, json: bool) {
        let mut err = std::io::stderr().lock();
        if json {
            let body = serde_json::json!({
                "schema": "jenjang.error/1",
                "code": self.name,
                "message": self.message,
                "safe": self.safe,
                "try": self.tries,
            });
            let _ = writeln!(err, "{body}");
            return;
        }
        let _ = writeln!(err, "jenjang: {}", self.message);
        for line in std::iter::once(&self.safe).chain(&self.tries).filter(|l| !l.is_empty()) {
            let _ = writeln!(err, "  {line}");
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for Failure {}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        // A reader that has gone away (`| head`) is no failure of ours.
        let code = if error.kind() == std::io::ErrorKind::BrokenPipe { DONE } else { FAILED };
        Failure::new(code, "J-IO", error.to_string())
    }
}
