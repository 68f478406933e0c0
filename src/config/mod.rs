//! Settings, key file, themes, paths.
//!
//! A setting is a row of [`SETTINGS`]: its dotted name, what values it takes and its default. The file may leave
//! everything out; what it says wrongly is a warning with its line and never a refusal to start (UX section 9).

mod file;
pub mod paths;
mod values;

pub use file::{KeyLine, Loaded, Warning, load, nearest, parse, set, theme_lines};
pub use values::{Kind, SETTINGS, Setting, Value, Values, find};
