//! The keys of the place Rehearse, tab by tab (UX 6.2).

use super::{Action, Binding, Code, Footer, c, k};

pub(super) const ONE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "start-rehearsal", Chip),
    binding!(Right, [c('l'), k(Code::Right)], "change", Hint),
    binding!(Left, [c('h'), k(Code::Left)], "change-back", HelpOnly),
    binding!(SpeakAloud, [c('v')], "speak-aloud", Hint),
    binding!(Pressure, [c('p')], "pressure", Hint),
    binding!(PracticeGrading, [c('s')], "practice-grading", Hint),
];

pub(super) const MOCK: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "start-mock", Chip),
    binding!(Right, [c('l'), k(Code::Right)], "change", Hint),
    binding!(Left, [c('h'), k(Code::Left)], "change-back", HelpOnly),
    binding!(Pressure, [c('p')], "pressure", Hint),
];

pub(super) const DAY: &[Binding] =
    &[binding!(Enter, [k(Code::Enter)], "start-day", Chip), binding!(AskAgain, [c('r')], "day-anew", Hint)];

pub(super) const PAST: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "open", Chip),
    binding!(Stories, [c('s')], "stories", Hint),
    binding!(AskAgain, [c('r')], "ask-again", Hint),
    binding!(Export, [c('x')], "export", Hint),
];

pub(super) const STORIES: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "edit-story", Chip),
    binding!(NewStory, [c('n')], "new-story", Hint),
    binding!(StoryQuestions, [c('p')], "story-questions", Hint),
    binding!(Discard, [c('x')], "remove-story", Hint),
    binding!(Stories, [c('s')], "answers", Hint),
];

pub(super) const PAST_ANSWER: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "close", Chip),
    binding!(AskAgain, [c('r')], "ask-again", Hint),
    binding!(SwapView, [c('b')], "swap-view", Hint),
    binding!(Copy, [c('y')], "copy-model", Hint),
    binding!(Export, [c('x')], "export", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "close", HelpOnly),
];
