//! The keys of a working day: a slot, what came of a choice, the end, and tomorrow's stand-up (UX S29, S30).

use super::{Action, Binding, Code, Footer, Key, Keys, c, ctrl, k};

pub(super) const SLOT: &[Binding] = &[
    binding!(Choose, [Keys::Range('1', '5')], "decide", Chip),
    binding!(Enter, [k(Code::Enter)], "choose-focus", HelpOnly),
    binding!(AskColleague, [c('w')], "ask-colleague", Hint),
    binding!(Undo, [c('u')], "day-undo", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "pause-day", Hint),
];

pub(super) const TOLD: &[Binding] = &[
    binding!(Enter, [k(Code::Enter), c(' ')], "next-slot", Chip),
    binding!(OtherOptions, [c('w')], "other-choices", Hint),
    binding!(Undo, [c('u')], "day-undo", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "pause-day", Hint),
];

pub(super) const END: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "write-stand-up", Chip),
    binding!(Submit, [ctrl('s')], "finish-day", Hint),
    binding!(Undo, [c('u')], "day-undo", Hint),
    binding!(Discard, [c('x')], "leave-items", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause-day", HelpOnly),
];

pub(super) const FIELD: &[Binding] = &[
    binding!(
        Submit,
        [ctrl('s'), Keys::One(Key { code: Code::Enter, ctrl: false, alt: true, shift: false })],
        "finish-day",
        Chip
    ),
    binding!(Editor, [ctrl('g')], "editor", Hint),
    binding!(Back, [k(Code::Esc)], "to-day", Hint),
];

pub(super) const OVER: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "close-day", Chip),
    binding!(Undo, [c('u')], "day-undo", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "close-day", HelpOnly),
];
