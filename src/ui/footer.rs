//! The footer: what the keys do now. And the row above it: a rule, or a toast.

use crate::sessions::action::{Action, Footer as Standing, State, all};
use crate::words::Words;

use super::glyphs::{RIGHT, RULE};
use super::ink::{self, key, run, text};
use super::keys::names;
use super::page::Page;
use super::theme::Token;

/// A key and what it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// What it asks for; `None` for a hint that no registry has.
    pub action: Option<Action>,
    /// The key as people call it.
    pub key: String,
    /// What it does, in a word or two.
    pub label: String,
}

impl Hint {
    /// A hint without an action.
    pub fn new(key: impl Into<String>, label: impl Into<String>) -> Hint {
        Hint { action: None, key: key.into(), label: label.into() }
    }

    fn width(&self) -> i32 {
        ink::width(self.key.as_str()) + 1 + ink::width(self.label.as_str())
    }
}

/// The footer of a screen: the obvious key, hints, and help at the right.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Footer {
    /// The one obvious key.
    pub chip: Option<Hint>,
    /// Further keys, the important ones first.
    pub hints: Vec<Hint>,
    /// How to get help; it never drops.
    pub help: Option<Hint>,
}

impl Footer {
    /// What the registry says about a state.
    pub fn of(state: State, words: &Words) -> Footer {
        let mut footer = Footer::default();
        for binding in all(state) {
            let Some(keys) = binding.keys.first() else { continue };
            let label = words.get(binding.hint).into_owned();
            let hint = Hint { action: Some(binding.action), key: names(keys), label };
            match binding.footer {
                Standing::Chip => footer.chip = Some(hint),
                Standing::Hint => footer.hints.push(hint),
                Standing::HelpOnly if binding.action == Action::Help => footer.help = Some(hint),
                Standing::HelpOnly => {}
            }
        }
        footer
    }

    /// The same footer without an action that means nothing right now.
    #[must_use]
    pub fn without(mut self, action: Action) -> Footer {
        let is = |h: &Hint| h.action == Some(action);
        self.hints.retain(|h| !is(h));
        if self.chip.as_ref().is_some_and(is) {
            self.chip = None;
        }
        self
    }

    /// The same footer with another name for the key of an action: `1-3` where there are three options.
    #[must_use]
    pub fn named(mut self, action: Action, key: &str) -> Footer {
        for hint in self.chip.iter_mut().chain(&mut self.hints).filter(|h| h.action == Some(action)) {
            key.clone_into(&mut hint.key);
        }
        self
    }

    /// The same footer with another label for an action.
    #[must_use]
    pub fn labelled(mut self, action: Action, label: &str) -> Footer {
        for hint in self.chip.iter_mut().chain(&mut self.hints).filter(|h| h.action == Some(action)) {
            label.clone_into(&mut hint.label);
        }
        self
    }

    /// Draws the last row and the rule above it.
    pub fn draw(&self, page: &mut Page) {
        let (y, edge) = (page.height() - 1, page.edge());
        page.clear(y, y + 1);
        page.rule(y - 1, 0, page.width());
        let mut end = edge;
        if let Some(help) = &self.help {
            end = page.right(y, &[key(help.key.as_str()), text(" "), text(help.label.as_str())]) - 2;
        }
        let mut x = 3;
        if let Some(chip) = &self.chip {
            x = page.put_to(2, y, end, &run(Token::Chip, format!(" {} ", chip.key))) + 1;
            x = page.put_to(x, y, end, &run(Token::Strong, chip.label.as_str())) + 3;
        }
        for hint in fitting(&self.hints, end - x) {
            x = page.put(x, y, &key(hint.key.as_str())) + 1;
            x = page.put(x, y, &text(hint.label.as_str())) + 2;
        }
    }
}

impl Footer {
    /// What a click on the last row means, `width` cells wide: the action of the hint that is drawn at `x`.
    pub fn action_at(&self, width: i32, x: i32) -> Option<Action> {
        let mut end = width - 1;
        if let Some(help) = &self.help {
            let from = end - help.width();
            if (from..end).contains(&x) {
                return help.action;
            }
            end = from - 2;
        }
        let mut at = 3;
        if let Some(chip) = &self.chip {
            let to = 2 + chip.width() + 2;
            if (2..to).contains(&x) {
                return chip.action;
            }
            at = to + 3;
        }
        for hint in fitting(&self.hints, end - at) {
            if (at..at + hint.width()).contains(&x) {
                return hint.action;
            }
            at += hint.width() + 2;
        }
        None
    }
}

/// The hints that fit into `room` cells: they drop from the end, and the one that leads back last.
fn fitting(hints: &[Hint], room: i32) -> Vec<&Hint> {
    let mut kept: Vec<&Hint> = hints.iter().collect();
    while !kept.is_empty() && kept.iter().map(|h| h.width() + 2).sum::<i32>() - 2 > room {
        let stays = |h: &Hint| h.key == "Esc" || h.action == Some(Action::Back);
        let last = kept.iter().rposition(|h| !stays(h)).unwrap_or(0);
        kept.remove(last);
    }
    kept
}

/// A sentence in place of the rule above the footer, with `✓` or, when something asks for a look, `!`.
pub fn toast(page: &mut Page, good: bool, sentence: &str) {
    let y = page.height() - 2;
    page.rule(y, 0, page.width());
    let mark = if good { run(Token::Good, RIGHT) } else { run(Token::Warn, "!") };
    let end = page.edge() - 3;
    let x = page.put_to(2, y, end, &[text(" "), mark, text(" "), text(sentence)]);
    page.put(x, y, &text(" "));
    page.line(y, x + 1, page.width(), RULE, Token::Rule);
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_click_on_a_drawn_hint_is_its_action_and_a_click_beside_it_is_nothing() {
        let words = Words::of("en");
        let footer = Footer::of(State::Today, &words);
        let row = super::super::stage::picture(80, 24, |page| footer.draw(page));
        let row = super::super::stage::last_row(&row);
        for (needle, action) in [("review", Action::Review), ("Enter", Action::Enter), ("help", Action::Help)] {
            let byte = row.find(needle).expect("the hint is drawn");
            let x = row[..byte].chars().count() as i32;
            assert_eq!(footer.action_at(80, x), Some(action), "{needle}");
        }
        assert_eq!(footer.action_at(80, 0), None);
    }

    use super::*;
    use crate::ui::stage::{every_size, last_row, picture};

    fn footer(hints: &[(&str, &str)]) -> Footer {
        Footer {
            chip: Some(Hint::new("1-4", "answer")),
            hints: hints.iter().map(|(k, l)| Hint::new(*k, *l)).collect(),
            help: Some(Hint::new("?", "help")),
        }
    }

    const QUESTION: [(&str, &str); 6] =
        [("g", "guess"), ("x", "don't know"), ("i", "hint"), ("s", "later"), ("u", "undo"), ("Esc", "pause")];

    #[test]
    fn hints_drop_from_the_end_and_esc_stays() {
        let shown = last_row(&picture(80, 24, |p| footer(&QUESTION).draw(p)));
        assert_eq!(shown, "   1-4  answer   g guess  x don't know  i hint  s later  Esc pause       ? help");
    }

    #[test]
    fn help_is_pinned_at_the_right_even_at_44_columns() {
        let shown = last_row(&picture(44, 12, |p| footer(&QUESTION).draw(p)));
        assert_eq!(shown, "   1-4  answer   g guess  Esc pause  ? help");
    }

    #[test]
    fn every_state_of_the_registry_keeps_its_help_at_44_columns() {
        for code in ["en", "id"] {
            let words = Words::of(code);
            for state in State::ALL {
                let footer = Footer::of(*state, &words);
                let Some(help) = footer.help.clone() else { continue };
                let shown = last_row(&picture(44, 12, |p| footer.draw(p)));
                assert!(shown.ends_with(&format!("  {} {}", help.key, help.label)), "{state:?}: {shown}");
                assert!(!shown.contains('…'), "{state:?}: {shown}");
            }
        }
    }

    #[test]
    fn the_registry_s_chip_is_the_obvious_key() {
        let footer = Footer::of(State::Today, &Words::of("en"));
        assert_eq!(footer.chip.map(|c| c.key), Some("Enter".to_owned()));
        assert_eq!(footer.help.map(|h| h.key), Some("?".to_owned()));
    }

    #[test]
    fn a_footer_can_be_fitted_to_the_moment() {
        let words = Words::of("en");
        let all = Footer::of(State::QuestionSingle, &words);
        let three = all.clone().named(Action::Choose, "1-3").without(Action::Hint).labelled(Action::Later, "tomorrow");
        assert_eq!(three.chip.as_ref().map(|c| c.key.as_str()), Some("1-3"));
        assert_eq!(three.hints.len() + 1, all.hints.len());
        assert!(three.hints.iter().any(|h| h.label == "tomorrow"));
    }

    #[test]
    fn a_toast_takes_the_place_of_the_rule() {
        let shown = picture(80, 24, |p| {
            footer(&QUESTION).draw(p);
            toast(p, true, "copied 61 characters, to the terminal's clipboard");
        });
        let row = shown.lines().nth(22).unwrap_or_default();
        assert_eq!(row, "── ✓ copied 61 characters, to the terminal's clipboard ─────────────────────────");
    }

    #[test]
    fn a_long_toast_is_cut_with_room_for_the_rule() {
        let shown = picture(44, 12, |p| toast(p, false, &"word ".repeat(20)));
        let row = shown.lines().nth(10).unwrap_or_default();
        assert!(row.starts_with("── ! word") && row.ends_with("… ───"), "{row}");
    }

    #[test]
    fn footers_fit_every_window() {
        every_size(|p| {
            footer(&QUESTION).draw(p);
            toast(p, true, "copied");
        });
    }
}
