//! The keys of the place Library (UX 6.2).

use super::{Action, Binding, Code, Footer, c, k};

pub(super) const PACKS: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "pack-details", Chip),
    binding!(Install, [c('i')], "install", Hint),
    binding!(UpdatePack, [c('p')], "update-pack", Hint),
    binding!(RemovePack, [c('d'), k(Code::Delete)], "remove-pack", Hint),
    binding!(Verify, [c('v')], "verify", Hint),
    binding!(Editor, [c('e')], "edit-copy", HelpOnly),
];

pub(super) const FLAGS: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "go-to-question", Chip),
    binding!(OpenLesson, [c('o')], "lesson", Hint),
    binding!(Discard, [c('x')], "take-flag-back", Hint),
    binding!(Export, [c('s')], "send-flags", Hint),
];

pub(super) const NOTES: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "go-to-note", Chip),
    binding!(Note, [c('e'), c('a')], "edit-note", Hint),
    binding!(OpenLesson, [c('o')], "lesson", Hint),
    binding!(Discard, [c('x'), k(Code::Delete)], "delete-note", Hint),
];

pub(super) const PATH: &[Binding] =
    &[binding!(Submit, [k(Code::Enter)], "look-at-pack", Chip), binding!(Back, [k(Code::Esc)], "close", Hint)];

pub(super) const OFFER: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "take-pack", Chip),
    binding!(Diff, [c('D')], "full-diff", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "not-now", Hint),
];

pub(super) const REMOVE: &[Binding] =
    &[binding!(Submit, [k(Code::Enter)], "remove-now", Chip), binding!(Back, [k(Code::Esc)], "close", Hint)];
