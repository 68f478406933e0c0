//! Keys as the registry names them, without a terminal library.

/// A key as the learner presses it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Key {
    /// Which key.
    pub code: Code,
    /// With Control.
    pub ctrl: bool,
    /// With Alt. Terminals send Alt-letter as Esc and the letter.
    pub alt: bool,
    /// With Shift; only set for keys without a shifted character (Tab, arrows).
    pub shift: bool,
}

/// The key without modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[allow(missing_docs)]
pub enum Code {
    Char(char),
    Enter,
    Esc,
    Tab,
    Backspace,
    Delete,
    Up,
    Down,
    Left,
    Right,
    Home,
    End,
    PageUp,
    PageDown,
    F(u8),
}

impl Key {
    /// A plain key.
    pub const fn plain(code: Code) -> Self {
        Key { code, ctrl: false, alt: false, shift: false }
    }
    /// A character without modifiers; capitals are characters of their own.
    pub const fn char(c: char) -> Self {
        Self::plain(Code::Char(c))
    }
    /// Control and a letter.
    pub const fn ctrl(c: char) -> Self {
        Key { code: Code::Char(c), ctrl: true, alt: false, shift: false }
    }
    /// Alt and a letter.
    pub const fn alt(c: char) -> Self {
        Key { code: Code::Char(c), ctrl: false, alt: true, shift: false }
    }
}
