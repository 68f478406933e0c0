//! Copying through the terminal: OSC 52, wrapped for tmux.

use std::env;
use std::io::{self, Write};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

/// The longest text that common terminals take, in bytes before encoding (xterm and tmux stop at about 74,994 encoded).
const MAX_BYTES: usize = 56_000;

/// Asks the terminal to put `text` on its clipboard.
///
/// # Errors
///
/// When the text is longer than terminals take, or the terminal cannot be written to.
pub fn copy(text: &str) -> io::Result<()> {
    if text.len() > MAX_BYTES {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, format!("> {MAX_BYTES} bytes")));
    }
    let mut out = io::stdout().lock();
    out.write_all(sequence(text, env::var_os("TMUX").is_some()).as_bytes())?;
    out.flush()
}

fn sequence(text: &str, tmux: bool) -> String {
    let osc = format!("\x1b]52;c;{}\x07", STANDARD.encode(text));
    // tmux hands on what is wrapped in its own string, with each escape doubled.
    if tmux { format!("\x1bPtmux;{}\x1b\\", osc.replace('\x1b', "\x1b\x1b")) } else { osc }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_encoded_so_that_nothing_in_it_reaches_the_terminal_raw() {
        assert_eq!(sequence("a\x1b[31m", false), "\x1b]52;c;YRtbMzFt\x07");
    }

    #[test]
    fn tmux_gets_the_sequence_wrapped_with_doubled_escapes() {
        assert_eq!(sequence("a", true), "\x1bPtmux;\x1b\x1b]52;c;YQ==\x07\x1b\\");
    }

    #[test]
    fn a_text_that_terminals_would_cut_is_refused() {
        assert!(copy(&"x".repeat(MAX_BYTES + 1)).is_err());
    }
}
