//! What can be done: the actions of the screen below, and the places.

use crate::sessions::action::{Action, Keys, State, all};
use crate::ui::keys::names;
use crate::words::Words;

/// An action that the palette offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Command {
    /// What is done.
    pub action: Action,
    /// Its first key, as people call it.
    pub key: String,
    /// What it does, in a line.
    pub title: String,
    /// Further names by which it is found: the footer's words and the name that `keys.toml` uses.
    pub names: String,
    /// It needs a digit or letter of its own, so it can be shown but not run.
    pub range: bool,
}

/// The commands of a state: everything that is bound there, but for what only moves, the palette itself, and the places,
/// which are offered by name.
pub fn commands(state: State, words: &Words) -> Vec<Command> {
    let mut out: Vec<Command> = Vec::new();
    for binding in all(state) {
        let left_out = binding.action.moves() || matches!(binding.action, Action::Palette | Action::Place);
        let Some(keys) = binding.keys.first() else { continue };
        if left_out || out.iter().any(|c| c.action == binding.action) {
            continue;
        }
        out.push(Command {
            action: binding.action,
            key: names(keys),
            title: words.get(binding.help).into_owned(),
            names: format!("{} {}", words.get(binding.hint), binding.action.name()),
            range: matches!(keys, Keys::Range(..)),
        });
    }
    out
}
