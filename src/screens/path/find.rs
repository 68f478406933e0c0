//! Finding in a tab: a line to type into, and what is looked at.

use crate::domain::text::Text;
use crate::sessions::action::Action;
use crate::sessions::effect::{Effect, Toast};
use crate::sessions::input::Input;
use crate::sessions::line_edit::LineEdit;
use crate::ui::ink::text;
use crate::ui::page::{LEFT, Page};
use crate::ui::screen::Scene;
use crate::ui::{field, list};

/// What an input did to a line that is being typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed {
    /// The text may be another one now.
    Changed,
    /// Enter: this is what is wanted.
    Done,
    /// Esc: nothing is.
    Gone,
    /// It was for somebody else.
    Other,
}

/// Hands an input to the line.
pub fn typed(line: &mut LineEdit, input: &Input) -> Typed {
    match input {
        Input::Act(bound) if bound.action == Action::Submit => Typed::Done,
        Input::Act(bound) if bound.action == Action::Back => Typed::Gone,
        Input::Key(key) => {
            line.key(*key);
            Typed::Changed
        }
        Input::Paste(text) => {
            line.paste(text);
            Typed::Changed
        }
        _ => Typed::Other,
    }
}

/// The first of `len` things, from `from` on and all around, in which what is wanted is found.
pub fn around(len: usize, from: usize, forward: bool, wanted: &str, of: impl Fn(usize, &str) -> bool) -> Option<usize> {
    let wanted = wanted.trim().to_lowercase();
    if wanted.is_empty() || len == 0 {
        return None;
    }
    let from = from % len;
    let mut order = (0..len).map(|i| if forward { (from + i) % len } else { (from + len - i) % len });
    order.find(|i| of(*i, &wanted))
}

/// The one after `here`, or before it, all around.
pub fn beyond(here: usize, len: usize, forward: bool) -> usize {
    let len = len.max(1);
    if forward { (here + 1) % len } else { (here + len - 1) % len }
}

/// Whether a text has what is wanted, which is in small letters, in either language.
pub fn has(text: &Text, wanted: &str) -> bool {
    text.en.to_lowercase().contains(wanted) || text.id.to_lowercase().contains(wanted)
}

/// What is said when nothing was found.
pub fn nothing(wanted: &str, scene: &Scene<'_>) -> Effect {
    let text = scene.words.fmt("path-nothing-here", &[("text", wanted.into())]);
    Effect::Toast(Toast { good: false, text })
}

/// What is said when nothing was looked for yet.
pub fn first(scene: &Scene<'_>) -> Effect {
    Effect::Toast(Toast { good: false, text: scene.words.get("path-find-first").into_owned() })
}

/// Draws the line.
pub fn draw(line: &LineEdit, scene: &Scene<'_>, page: &mut Page, y: i32) {
    page.clear(y, y + 1);
    list::focus(page, LEFT, y, 1);
    let x = page.put(LEFT, y, &text(scene.words.get("path-find"))) + 1;
    field::line(page, x, y, page.edge(), line, true);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looking_goes_all_around_in_both_directions_and_back_to_where_it_began() {
        let words = ["one", "two", "three", "two"];
        let of = |i: usize, wanted: &str| words[i].contains(wanted);
        assert_eq!(around(4, 2, true, " TWO ", of), Some(3));
        assert_eq!(around(4, beyond(3, 4, true), true, "two", of), Some(1));
        assert_eq!(around(4, beyond(1, 4, false), false, "two", of), Some(3));
        assert_eq!(around(4, 3, true, "three", of), Some(2));
        assert_eq!(around(4, 0, true, "four", of), None);
        assert_eq!(around(4, 0, true, "  ", of), None, "nothing is not found everywhere");
        assert_eq!(around(0, 0, true, "one", of), None);
    }
}
