//! The keys of a mock interview: between two questions, and on its report (UX S28).

use super::{Action, Binding, Code, Footer, c, k};

pub(super) const BREAK: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "next-question", Chip),
    binding!(Finish, [c('f')], "finish-mock", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "pause-mock", Hint),
];

pub(super) const REPORT: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "per-question", Chip),
    binding!(Schedule, [c('s')], "schedule", Hint),
    binding!(Export, [c('x')], "export", Hint),
    binding!(Compare, [c('c')], "compare", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "close", HelpOnly),
];
