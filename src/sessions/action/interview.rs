//! The keys of a rehearsed interview question, stage by stage (UX 6.3).

use super::{Action, Binding, Code, Footer, Key, Keys, c, ctrl, k};

const fn alt(ch: char) -> Keys {
    Keys::One(Key::alt(ch))
}

const ALT_ENTER: Keys = Keys::One(Key { code: Code::Enter, ctrl: false, alt: true, shift: false });

pub(super) const THINK: &[Binding] = &[
    binding!(Submit, [ctrl('s'), ALT_ENTER], "start-answering", Chip),
    binding!(CommandLayer, [k(Code::Esc)], "commands", Hint),
    binding!(Clarify, [alt('c')], "clarify", HelpOnly),
    binding!(Clock, [alt('t')], "clock", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const THINK_COMMANDS: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "start-answering", Chip),
    binding!(Typing, [c('i')], "typing", Hint),
    binding!(Clarify, [c('c')], "clarify", Hint),
    binding!(Clock, [c('t')], "clock", Hint),
    binding!(Back, [k(Code::Esc), c('p'), c('q')], "pause", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const ANSWER: &[Binding] = &[
    binding!(Submit, [ctrl('s'), ALT_ENTER], "finish-answer", Chip),
    binding!(Editor, [ctrl('g')], "editor", Hint),
    binding!(CommandLayer, [k(Code::Esc)], "commands", Hint),
    binding!(Clock, [alt('t')], "clock", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const ANSWER_COMMANDS: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "finish-answer", Chip),
    binding!(Typing, [c('i')], "typing", Hint),
    binding!(Clock, [c('t')], "clock", Hint),
    binding!(Editor, [c('e'), ctrl('g')], "editor", HelpOnly),
    binding!(Back, [k(Code::Esc), c('p'), c('q')], "pause", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const FOLLOW_UP: &[Binding] = &[
    binding!(Submit, [ctrl('s'), ALT_ENTER], "finish-answer", Chip),
    binding!(Editor, [ctrl('g')], "editor", Hint),
    binding!(Skip, [ctrl('x')], "skip-follow-up", Hint),
    binding!(CommandLayer, [k(Code::Esc)], "commands", Hint),
    binding!(OtherFollowUp, [alt('n')], "other-follow-up", HelpOnly),
    binding!(Clock, [alt('t')], "clock", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const FOLLOW_UP_COMMANDS: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "finish-answer", Chip),
    binding!(Typing, [c('i')], "typing", Hint),
    binding!(OtherFollowUp, [c('n')], "other-follow-up", Hint),
    binding!(Clock, [c('t')], "clock", HelpOnly),
    binding!(Skip, [c('x')], "skip-follow-up", HelpOnly),
    binding!(Editor, [c('e'), ctrl('g')], "editor", HelpOnly),
    binding!(Back, [k(Code::Esc), c('p'), c('q')], "pause", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const SPEAK: &[Binding] = &[
    binding!(Toggle, [c(' ')], "stop-speaking", Chip),
    binding!(Clock, [c('t')], "clock", Hint),
    binding!(Back, [k(Code::Esc), c('p'), c('q')], "pause", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const SPEAK_FOLLOW_UP: &[Binding] = &[
    binding!(Toggle, [c(' ')], "stop-speaking", Chip),
    binding!(OtherFollowUp, [c('n')], "other-follow-up", Hint),
    binding!(Skip, [c('x')], "skip-follow-up", Hint),
    binding!(Clock, [c('t')], "clock", HelpOnly),
    binding!(Back, [k(Code::Esc), c('p'), c('q')], "pause", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

pub(super) const PREDICT: &[Binding] = &[
    binding!(Predict, [Keys::Range('0', '8')], "predict", Chip),
    binding!(Undo, [c('u')], "take-step-back", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

pub(super) const PRACTICE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "go-on", Chip),
    binding!(Mark, [Keys::Range('1', '3')], "mark", Hint),
    binding!(Skip, [k(Code::Esc), c('x')], "skip-practice", Hint),
    binding!(Undo, [c('u')], "take-step-back", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [c('q')], "pause", HelpOnly),
];

pub(super) const GRADE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "accept-mark", Chip),
    binding!(Mark, [Keys::Range('1', '3')], "mark", Hint),
    binding!(Right, [c('l'), k(Code::Right)], "own-words", Hint),
    binding!(Left, [c('h'), k(Code::Left)], "own-words-back", HelpOnly),
    binding!(Undo, [c('u')], "take-step-back", Hint),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

pub(super) const FLAGS: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "accept-flag", Chip),
    binding!(Reject, [c('x')], "reject-flag", Hint),
    binding!(Right, [c('l'), k(Code::Right)], "own-words", HelpOnly),
    binding!(Left, [c('h'), k(Code::Left)], "own-words-back", HelpOnly),
    binding!(Undo, [c('u')], "take-step-back", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

pub(super) const SIGNALS: &[Binding] = &[
    binding!(Signal, [Keys::Range('0', '5')], "signal", Chip),
    binding!(Enter, [k(Code::Enter)], "next-row", HelpOnly),
    binding!(Undo, [c('u')], "take-step-back", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

pub(super) const COMPARE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "keep-marks", Chip),
    binding!(Mark, [Keys::Range('1', '3')], "mark-again", Hint),
    binding!(SwapView, [c('b')], "swap-view", Hint),
    binding!(Copy, [c('y')], "copy-model", Hint),
    binding!(Undo, [c('u')], "take-step-back", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

pub(super) const DEBRIEF: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "done", Chip),
    binding!(AskAgain, [c('r')], "ask-again", Hint),
    binding!(PracticeNow, [c('d')], "practice-now", Hint),
    binding!(OpenLesson, [c('o')], "lesson", HelpOnly),
    binding!(AnswerBook, [c('A')], "answer-book", Hint),
    binding!(Export, [c('x')], "export", Hint),
    binding!(Undo, [c('u')], "take-step-back", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "close", HelpOnly),
];

pub(super) const PAUSE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "resume", Chip),
    binding!(Finish, [c('f')], "finish-asking", Hint),
    binding!(Leave, [c('q')], "leave", Hint),
    binding!(Undo, [c('u')], "take-step-back", Hint),
    binding!(Discard, [c('x')], "discard-answer", HelpOnly),
    binding!(Back, [k(Code::Esc)], "resume", HelpOnly),
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Redraw, [ctrl('l')], "redraw", HelpOnly),
    binding!(Help, [c('?'), k(Code::F(1))], "help", HelpOnly),
];
