//! The keys of the tabs Tracks and Ladder of the place Path, and of checklists (UX 6.2).

use super::{Action, Binding, Code, Footer, Key, Keys, c, ctrl, k};

const BACK_TAB: Keys = Keys::One(Key { code: Code::Tab, ctrl: false, alt: false, shift: true });
const ALT_ENTER: Keys = Keys::One(Key { code: Code::Enter, ctrl: false, alt: true, shift: false });

pub(super) const TRACKS: &[Binding] = &[
    binding!(Toggle, [c(' ')], "follow", Chip),
    binding!(Enter, [k(Code::Enter)], "track-details", Hint),
    binding!(Interview, [c('s')], "sample-question", Hint),
    binding!(Find, [c('/')], "find", Hint),
    binding!(Continue, [c('c')], "first-step", HelpOnly),
    binding!(FindNext, [c('n')], "find-next", HelpOnly),
    binding!(FindPrevious, [c('N')], "find-previous", HelpOnly),
];

pub(super) const LADDER: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "rate-cell", Chip),
    binding!(Left, [c('h'), k(Code::Left)], "left", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "right", HelpOnly),
    binding!(GapPlan, [c('p')], "gap-plan", Hint),
    binding!(Export, [c('x')], "packet", Hint),
    binding!(History, [c('H')], "ladder-history", Hint),
    binding!(Find, [c('/')], "find-statement", HelpOnly),
    binding!(FindNext, [c('n')], "find-next", HelpOnly),
    binding!(FindPrevious, [c('N')], "find-previous", HelpOnly),
    binding!(Checklists, [c('c')], "checklists", HelpOnly),
];

pub(super) const CELL: &[Binding] = &[
    binding!(Rate, [Keys::Range('1', '3')], "rate", Chip),
    binding!(Enter, [k(Code::Enter)], "write-proof", Hint),
    binding!(NextTab, [k(Code::Tab)], "next-dimension", Hint),
    binding!(PreviousTab, [BACK_TAB], "previous-dimension", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "next-proof", Hint),
    binding!(Left, [c('h'), k(Code::Left)], "previous-proof", HelpOnly),
    binding!(Editor, [c('e')], "edit-proof", HelpOnly),
    binding!(Discard, [c('x')], "remove-proof", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "close", Hint),
];

pub(super) const PROOF: &[Binding] = &[
    binding!(Submit, [ctrl('s'), ALT_ENTER], "save-proof", Chip),
    binding!(NextTab, [k(Code::Tab)], "next-field", Hint),
    binding!(PreviousTab, [BACK_TAB], "previous-field", HelpOnly),
    binding!(Editor, [ctrl('g')], "editor", Hint),
    binding!(DontKnow, [ctrl('x')], "drop-proof", HelpOnly),
    binding!(Back, [k(Code::Esc)], "close-draft", Hint),
];

pub(super) const GAPS: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "open", Chip),
    binding!(Apply, [c('t')], "into-today", Hint),
    binding!(Right, [c('l'), k(Code::Right)], "next-level", Hint),
    binding!(Left, [c('h'), k(Code::Left)], "previous-level", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q'), c('p')], "close", Hint),
];

pub(super) const HISTORY: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "close", Chip),
    binding!(Back, [k(Code::Esc), c('q'), c('H')], "close", HelpOnly),
];

pub(super) const WORK: &[Binding] =
    &[binding!(Submit, [k(Code::Enter)], "begin-work", Chip), binding!(Back, [k(Code::Esc)], "close", Hint)];

pub(super) const CHECKLIST: &[Binding] = &[
    binding!(Toggle, [c(' ')], "tick", Chip),
    binding!(NewWork, [c('n')], "new-work", Hint),
    binding!(Right, [c('l'), k(Code::Right)], "next-work", Hint),
    binding!(Left, [c('h'), k(Code::Left)], "previous-work", HelpOnly),
    binding!(NextTab, [k(Code::Tab)], "next-list", HelpOnly),
    binding!(Discard, [c('x')], "put-away", Hint),
    binding!(Copy, [c('y')], "copy-list", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "close", Hint),
];
