//! What reaches a session or screen.

use super::action::Bound;
use super::effect::News;
use super::key::Key;

/// Something that happened to the program.
#[derive(Debug, Clone, PartialEq)]
pub enum Input {
    /// A bound key, a word of the plain mode, or a row of the palette or help that was run.
    Act(Bound),
    /// A key without a binding; text fields type it, everything else ignores it.
    Key(Key),
    /// Pasted text, whole. It never submits anything.
    Paste(String),
    /// The size of the terminal changed; the new one is in the scene.
    Resize,
    /// The moment that was asked for with `wake_at` has come.
    Wake,
    /// Something that was asked for has arrived, or something happened elsewhere.
    News(News),
    /// The screen is on top again after another one was closed.
    Shown,
}
