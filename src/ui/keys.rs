//! How keys are called on the screen.

use crate::sessions::action::Keys;
use crate::sessions::key::{Code, Key};

/// The name of a key: `Enter`, `g`, `Ctrl-S`, `Shift-Tab`.
pub fn name(key: Key) -> String {
    let mut out = String::new();
    for (held, word) in [(key.ctrl, "Ctrl-"), (key.alt, "Alt-"), (key.shift, "Shift-")] {
        if held {
            out.push_str(word);
        }
    }
    match key.code {
        Code::Char(' ') => out.push_str("Space"),
        // A letter with Control is written as it stands on the key.
        Code::Char(c) if key.ctrl => out.extend(c.to_uppercase()),
        Code::Char(c) => out.push(c),
        Code::F(n) => {
            out.push('F');
            out.push_str(&n.to_string());
        }
        code => out.push_str(plain(code)),
    }
    out
}

fn plain(code: Code) -> &'static str {
    match code {
        Code::Enter => "Enter",
        Code::Esc => "Esc",
        Code::Tab => "Tab",
        Code::Backspace => "Backspace",
        Code::Delete => "Del",
        Code::Up => "↑",
        Code::Down => "↓",
        Code::Left => "←",
        Code::Right => "→",
        Code::Home => "Home",
        Code::End => "End",
        Code::PageUp => "PgUp",
        Code::PageDown => "PgDn",
        Code::Char(_) | Code::F(_) => "",
    }
}

/// The name of keys of the registry: `Enter`, `1-4`, `g g`.
pub fn names(keys: &Keys) -> String {
    match *keys {
        Keys::One(key) => name(key),
        Keys::Range(from, to) => format!("{from}-{to}"),
        Keys::Twice(c) => format!("{c} {c}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_called_as_people_call_them() {
        assert_eq!(name(Key::plain(Code::Enter)), "Enter");
        assert_eq!(name(Key::char(' ')), "Space");
        assert_eq!(name(Key::char('G')), "G");
        assert_eq!(name(Key::ctrl('s')), "Ctrl-S");
        assert_eq!(name(Key::alt('w')), "Alt-w");
        assert_eq!(name(Key { shift: true, ..Key::plain(Code::Tab) }), "Shift-Tab");
        assert_eq!(name(Key::plain(Code::F(1))), "F1");
        assert_eq!(names(&Keys::Range('1', '4')), "1-4");
        assert_eq!(names(&Keys::Twice('g')), "g g");
    }
}
