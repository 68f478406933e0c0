//! Keys of a pack that is being written.

use super::{Action, Binding, Code, Footer, Key, Keys, c, k};

/// The list of what a pack holds, what a learner sees of it, and what is wrong with it.
pub(super) const PREVIEW: &[Binding] = &[
    binding!(Enter, [k(Code::Enter), c('t')], "try-it", Chip),
    binding!(NextTab, [k(Code::Tab)], "list-or-view", Hint),
    binding!(Editor, [c('e')], "edit-here", Hint),
    binding!(FindNext, [c('n')], "next-problem", Hint),
    binding!(Width, [c('w')], "width", Hint),
    binding!(SwitchLanguage, [c('L')], "language", Hint),
    binding!(Toggle, [c(' ')], "answered", Hint),
    binding!(FindPrevious, [c('N')], "previous-problem", HelpOnly),
    binding!(
        PreviousTab,
        [Keys::One(Key { code: Code::Tab, ctrl: false, alt: false, shift: true })],
        "list-or-view",
        HelpOnly
    ),
    binding!(Left, [c('h'), k(Code::Left)], "scroll-left", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "scroll-right", HelpOnly),
    binding!(Back, [k(Code::Esc)], "back", HelpOnly),
    binding!(Quit, [c('q')], "quit", HelpOnly),
];
