//! The registry's keys with the learner's own over them.

use crate::config::{KeyLine, Warning};
use crate::sessions::action::{Action, Bound, Keys, Resolver, State, all};
use crate::sessions::key::{Code, Key};
use crate::sessions::prefs::KeyPreset;

/// A binding of the learner.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Own {
    key: Key,
    action: Action,
}

/// Keys to actions.
#[derive(Debug, Clone, Default)]
pub struct Keymap {
    resolver: Resolver,
    own: Vec<Own>,
    replaced: Vec<Action>,
    preset: Option<KeyPreset>,
}

impl Keymap {
    /// The keymap of the settings; what cannot be followed comes back as warnings.
    pub fn new(lines: &[KeyLine], preset: KeyPreset) -> (Keymap, Vec<Warning>) {
        let mut map = Keymap { preset: Some(preset), ..Keymap::default() };
        let mut warnings = Vec::new();
        for line in lines {
            let name = line.action.rsplit('.').next().unwrap_or_default().replace('_', "-");
            let Some(action) = Action::from_name(&name) else {
                warnings.push(Warning { line: line.line, message: format!("keys.{} names no action", line.action) });
                continue;
            };
            if line.replace {
                map.replaced.push(action);
            }
            for key in &line.keys {
                match parse_key(key) {
                    Some(key) => map.own.push(Own { key, action }),
                    None => warnings.push(Warning { line: line.line, message: format!("{key:?} is no key name") }),
                }
            }
        }
        (map, warnings)
    }

    /// What a key asks for in a state.
    pub fn resolve(&mut self, state: State, key: Key) -> Option<Bound> {
        let typed = matches!(key, Key { code: Code::Char(_), ctrl: false, alt: false, .. });
        let may_override = !(state.is_field() && typed);
        let known = |action: Action| all(state).any(|b| b.action == action);
        if let Some(own) = self.own.iter().find(|o| may_override && o.key == key && known(o.action)) {
            return Some(Bound { action: own.action, arg: 0 });
        }
        if self.preset_hides(state, key) {
            return None;
        }
        self.resolver.resolve(state, key).filter(|b| !self.replaced.contains(&b.action))
    }

    fn preset_hides(&self, state: State, key: Key) -> bool {
        let plain = !key.ctrl && !key.alt;
        match self.preset {
            Some(KeyPreset::Arrows) => plain && !state.is_field() && self.moves(state, key, "hjkl"),
            Some(KeyPreset::Vim) => {
                plain && matches!(key.code, Code::Up | Code::Down | Code::Left | Code::Right) && !state.is_field()
            }
            _ => false,
        }
    }

    /// Whether a letter is bound to moving in this state (and not, say, to answering).
    fn moves(&self, state: State, key: Key, letters: &str) -> bool {
        let Code::Char(c) = key.code else { return false };
        letters.contains(c)
            && all(state).any(|b| {
                matches!(b.action, Action::Up | Action::Down | Action::Left | Action::Right)
                    && b.keys.contains(&Keys::One(key))
            })
    }
}

/// Reads a key name such as `ctrl-y`, `alt-x`, `f5`, `space`, `G`.
fn parse_key(name: &str) -> Option<Key> {
    let mut key = Key::plain(Code::Enter);
    let mut rest = name;
    loop {
        if let Some(r) = rest.strip_prefix("ctrl-") {
            (key.ctrl, rest) = (true, r);
        } else if let Some(r) = rest.strip_prefix("alt-") {
            (key.alt, rest) = (true, r);
        } else if let Some(r) = rest.strip_prefix("shift-") {
            (key.shift, rest) = (true, r);
        } else {
            break;
        }
    }
    key.code = match rest {
        "enter" => Code::Enter,
        "esc" => Code::Esc,
        "tab" => Code::Tab,
        "space" => Code::Char(' '),
        "backspace" => Code::Backspace,
        "delete" => Code::Delete,
        "up" => Code::Up,
        "down" => Code::Down,
        "left" => Code::Left,
        "right" => Code::Right,
        "home" => Code::Home,
        "end" => Code::End,
        "pageup" => Code::PageUp,
        "pagedown" => Code::PageDown,
        _ => match (rest.strip_prefix('f').and_then(|n| n.parse().ok()), rest.chars().next(), rest.chars().count()) {
            (Some(n @ 1..=12), ..) => Code::F(n),
            (None, Some(c), 1) => Code::Char(c),
            _ => return None,
        },
    };
    Some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(action: &str, keys: &[&str], replace: bool) -> KeyLine {
        KeyLine { action: action.into(), keys: keys.iter().map(|k| (*k).to_owned()).collect(), replace, line: 1 }
    }

    #[test]
    fn own_keys_add_to_the_defaults() {
        let (mut map, warnings) = Keymap::new(&[line("session.undo", &["ctrl-y"], false)], KeyPreset::Both);
        assert_eq!(warnings, vec![]);
        for key in [Key::char('u'), Key::ctrl('y')] {
            assert_eq!(map.resolve(State::Today, key).map(|b| b.action), Some(Action::Undo));
        }
    }

    #[test]
    fn own_keys_can_replace_the_defaults() {
        let (mut map, _) = Keymap::new(&[line("undo", &["z"], true)], KeyPreset::Both);
        assert_eq!(map.resolve(State::Today, Key::char('u')), None);
        assert_eq!(map.resolve(State::Today, Key::char('z')).map(|b| b.action), Some(Action::Undo));
    }

    #[test]
    fn a_text_field_keeps_its_letters() {
        let (mut map, _) = Keymap::new(&[line("submit", &["z"], false)], KeyPreset::Both);
        assert_eq!(map.resolve(State::QuestionTyped, Key::char('z')), None);
    }

    #[test]
    fn unknown_names_are_warnings() {
        let (_, warnings) =
            Keymap::new(&[line("fly", &["z"], false), line("undo", &["hyper-q"], false)], KeyPreset::Both);
        assert_eq!(warnings.len(), 2);
    }

    #[test]
    fn the_arrows_preset_takes_the_letters_from_moving_only() {
        let (mut map, _) = Keymap::new(&[], KeyPreset::Arrows);
        assert_eq!(map.resolve(State::Today, Key::char('j')), None);
        assert!(map.resolve(State::Today, Key::plain(Code::Down)).is_some());
        let (mut map, _) = Keymap::new(&[], KeyPreset::Vim);
        assert!(map.resolve(State::Today, Key::char('j')).is_some());
        assert_eq!(map.resolve(State::Today, Key::plain(Code::Down)), None);
    }
}
