//! The registry of actions: names, keys, words and help in one place.
//!
//! Keys, the footer, the help overlay, the palette, the words of the plain mode and the manual page are all made from
//! [`bindings`]. Conflict rules (UX 6.3) are tests over it.

use super::key::{Code, Key};

/// What a learner can ask for. The name (see [`Action::name`]) is what `keys.toml`, the palette and plain lines use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Action {
    // everywhere
    Up,
    Down,
    Left,
    Right,
    First,
    Last,
    HalfDown,
    HalfUp,
    PageDown,
    PageUp,
    Enter,
    Back,
    Quit,
    Place,
    NextTab,
    PreviousTab,
    Palette,
    Find,
    FindNext,
    FindPrevious,
    Help,
    Undo,
    Redo,
    Copy,
    Editor,
    Note,
    Settings,
    Redraw,
    Suspend,
    Interrupt,
    // Today
    Review,
    Continue,
    Interview,
    Minutes,
    WeekPlan,
    WorkDay,
    // Path
    Filter,
    SortOrder,
    TestOut,
    MarkKnown,
    Prerequisite,
    OpenAnyway,
    ShowWhy,
    // Stats
    Apply,
    Export,
    // questions
    Choose,
    Guess,
    DontKnow,
    Hint,
    Later,
    Flag,
    Toggle,
    Submit,
    NextGap,
    WordBank,
    CarryDown,
    CarryUp,
    Erase,
    FullScreen,
    PairLetter,
    Recall,
    // feedback
    Next,
    Grade,
    CountMine,
    OpenLesson,
    OtherOptions,
    AnswerAgain,
    // lesson
    NextPage,
    NextLink,
    PreviousLink,
    SwitchLanguage,
    Contents,
    // text fields
    CommandLayer,
    Typing,
    // interview
    Clarify,
    Clock,
    OtherFollowUp,
    Skip,
    Predict,
    Mark,
    Reject,
    Signal,
    SwapView,
    AskAgain,
    AskColleague,
    PracticeNow,
    AnswerBook,
    Discard,
    // Rehearse
    SpeakAloud,
    Pressure,
    PracticeGrading,
    Stories,
    NewStory,
    StoryQuestions,
    // career ladder
    GapPlan,
    History,
    Checklists,
    Rate,
    NewWork,
    // Library
    Install,
    UpdatePack,
    RemovePack,
    Verify,
    Diff,
    // mock interview
    Schedule,
    Compare,
    // pause sheet
    Finish,
    Leave,
    Shorten,
    // settings and errors
    Reset,
    Retry,
    Report,
    // help
    KeyTest,
    AllScreens,
    PlainMode,
    // a pack that is being written
    Width,
}

/// A state in which keys have a meaning of their own. One screen may be in one of several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum State {
    Today,
    MinutesField,
    WeekPlan,
    Map,
    Gate,
    FilterSheet,
    Tracks,
    Ladder,
    LadderCell,
    ProofField,
    GapPlan,
    LadderHistory,
    PacketSheet,
    Checklist,
    WorkField,
    StatsMain,
    StatsSkills,
    StatsLog,
    LibraryPacks,
    LibraryFlags,
    LibraryNotes,
    PackPath,
    PackOffer,
    PackRemove,
    SendFlags,
    RehearseOne,
    RehearseMock,
    RehearseDay,
    RehearsePast,
    RehearseStories,
    PastAnswer,
    StoryField,
    StoryCommands,
    StorySheet,
    Settings,
    Welcome,
    Lesson,
    LessonCheck,
    Contents,
    FindField,
    NoteField,
    NoteCommands,
    QuestionSingle,
    QuestionMulti,
    QuestionTrueFalse,
    QuestionTyped,
    TypedCommands,
    QuestionOrder,
    QuestionMatch,
    QuestionLine,
    QuestionScenario,
    Feedback,
    FlagSheet,
    CountSheet,
    Summary,
    InterviewThink,
    InterviewThinkCommands,
    InterviewClarify,
    InterviewAnswer,
    InterviewAnswerCommands,
    InterviewSpeak,
    InterviewFollowUp,
    InterviewFollowUpCommands,
    InterviewSpeakFollowUp,
    InterviewPredict,
    InterviewPractice,
    InterviewGrade,
    InterviewFlags,
    InterviewSignals,
    InterviewCompare,
    InterviewDebrief,
    MockBreak,
    MockReport,
    DaySlot,
    DayTold,
    DayEnd,
    DayField,
    DayOver,
    InterviewPause,
    Pause,
    Help,
    HelpFilter,
    KeyTester,
    Palette,
    Trouble,
    Confirm,
    TextBox,
    TooSmall,
    Preview,
}

/// Keys that ask for an action.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keys {
    /// One key.
    One(Key),
    /// A character from a range; its index in the range is the action's argument, counted from 0.
    Range(char, char),
    /// The same character twice, such as `g g`.
    Twice(char),
}

/// One meaning of one or more keys in one state.
#[derive(Debug, Clone, Copy)]
pub struct Binding {
    /// What is asked for.
    pub action: Action,
    /// Which keys ask for it.
    pub keys: &'static [Keys],
    /// Fluent message: two or three words for the footer, such as "open".
    pub hint: &'static str,
    /// Fluent message: a line for the help overlay.
    pub help: &'static str,
    /// How it stands in the footer.
    pub footer: Footer,
}

/// How an action stands in the footer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Footer {
    /// The one obvious key, shown as the chip.
    Chip,
    /// A hint; hints drop from the end of the registry's order when the line is short.
    Hint,
    /// Only in the help overlay.
    HelpOnly,
}

/// A key that is bound: the action and its argument (0 where the keys are no range).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bound {
    /// What is asked for.
    pub action: Action,
    /// Index within the range of keys, counted from 0.
    pub arg: u8,
}

const fn c(ch: char) -> Keys {
    Keys::One(Key::char(ch))
}
const fn k(code: Code) -> Keys {
    Keys::One(Key::plain(code))
}
const fn ctrl(ch: char) -> Keys {
    Keys::One(Key::ctrl(ch))
}

macro_rules! binding {
    ($action:ident, [$($key:expr),+], $hint:literal, $footer:ident) => {
        Binding {
            action: Action::$action,
            keys: &[$($key),+],
            hint: concat!("hint-", $hint),
            help: concat!("act-", $hint),
            footer: Footer::$footer,
        }
    };
}

mod day;
mod interview;
mod ladder;
mod library;
mod mock;
mod preview;
mod rehearse;

/// Moving in a list or a text; `g` doubles as "a guess" in questions, so questions have their own set.
const MOVE: &[Binding] = &[
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(First, [Keys::Twice('g'), k(Code::Home)], "first", HelpOnly),
    binding!(Last, [c('G'), k(Code::End)], "last", HelpOnly),
    binding!(HalfDown, [ctrl('d')], "half-down", HelpOnly),
    binding!(HalfUp, [ctrl('u')], "half-up", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

/// Moving in a lesson while a check waits: `g` is "a guess" there.
const CHECK_MOVE: &[Binding] = &[
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(First, [k(Code::Home)], "first", HelpOnly),
    binding!(Last, [c('G'), k(Code::End)], "last", HelpOnly),
    binding!(HalfDown, [ctrl('d')], "half-down", HelpOnly),
    binding!(HalfUp, [ctrl('u')], "half-up", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
];

/// What every state without a text field understands.
const GLOBAL: &[Binding] = &[
    binding!(Help, [c('?'), k(Code::F(1))], "help", HelpOnly),
    binding!(Palette, [c(':'), ctrl('p')], "palette", Hint),
    binding!(Undo, [c('u')], "undo", HelpOnly),
    binding!(Redo, [c('U')], "redo", HelpOnly),
    binding!(Settings, [c(',')], "settings", HelpOnly),
    binding!(Redraw, [ctrl('l')], "redraw", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

/// The same without `u`, where it means something more exact.
const GLOBAL_BUT_UNDO: &[Binding] = &[
    binding!(Help, [c('?'), k(Code::F(1))], "help", HelpOnly),
    binding!(Palette, [c(':'), ctrl('p')], "palette", HelpOnly),
    binding!(Redo, [c('U')], "redo", HelpOnly),
    binding!(Settings, [c(',')], "settings", HelpOnly),
    binding!(Redraw, [ctrl('l')], "redraw", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

/// The same without `U` as well, in what lies over an answer that it would take away from below.
const GLOBAL_BUT_LOG: &[Binding] = &[
    binding!(Help, [c('?'), k(Code::F(1))], "help", HelpOnly),
    binding!(Palette, [c(':'), ctrl('p')], "palette", Hint),
    binding!(Settings, [c(',')], "settings", HelpOnly),
    binding!(Redraw, [ctrl('l')], "redraw", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

/// The same without `,`, where settings are already open or not there yet. They are no part of the log that `u` takes back from.
const GLOBAL_BUT_SETTINGS: &[Binding] = &[
    binding!(Help, [c('?'), k(Code::F(1))], "help", HelpOnly),
    binding!(Palette, [c(':'), ctrl('p')], "palette", HelpOnly),
    binding!(Redraw, [ctrl('l')], "redraw", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

/// What every text field understands besides typing.
const FIELD: &[Binding] = &[
    binding!(Help, [k(Code::F(1))], "help", HelpOnly),
    binding!(Palette, [ctrl('p')], "palette", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

/// What every place understands.
const PLACE: &[Binding] = &[
    binding!(Place, [Keys::Range('1', '5')], "place", HelpOnly),
    binding!(Quit, [c('q')], "quit", HelpOnly),
    binding!(Back, [k(Code::Esc)], "back", HelpOnly),
];

const TABS: &[Binding] = &[
    binding!(NextTab, [k(Code::Tab)], "next-tab", Hint),
    binding!(
        PreviousTab,
        [Keys::One(Key { code: Code::Tab, ctrl: false, alt: false, shift: true })],
        "previous-tab",
        HelpOnly
    ),
];

/// What every question understands; none of it may be a digit or a letter from `a` to `f`.
const QUESTION: &[Binding] = &[
    binding!(Guess, [c('g')], "guess", Hint),
    binding!(DontKnow, [c('x')], "dont-know", Hint),
    binding!(Hint, [c('i')], "hint", Hint),
    binding!(Later, [c('s')], "later", Hint),
    binding!(Flag, [c('m')], "flag", HelpOnly),
    binding!(Copy, [c('y')], "copy", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

const UP_DOWN: &[Binding] =
    &[binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly), binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly)];

const LIST_SHEET: &[Binding] = &[
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "close", Hint),
];

const TODAY: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "start", Chip),
    binding!(Review, [c('r')], "review", Hint),
    binding!(Continue, [c('c')], "continue", Hint),
    binding!(Interview, [c('i')], "interview", Hint),
    binding!(Minutes, [c('b')], "minutes", Hint),
    binding!(WeekPlan, [c('p')], "week-plan", HelpOnly),
    binding!(WorkDay, [c('d')], "work-day", HelpOnly),
];

const MINUTES_FIELD: &[Binding] =
    &[binding!(Submit, [k(Code::Enter)], "set", Chip), binding!(Back, [k(Code::Esc)], "close", Hint)];

const WEEK_PLAN: &[Binding] = &[binding!(Enter, [k(Code::Enter)], "close", Chip)];

const MAP: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "open", Chip),
    binding!(Left, [c('h'), k(Code::Left)], "left", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "right", HelpOnly),
    binding!(Filter, [c('f')], "filter", Hint),
    binding!(SortOrder, [c('o')], "order", Hint),
    binding!(TestOut, [c('t')], "test-out", Hint),
    binding!(Find, [c('/')], "find", Hint),
    binding!(MarkKnown, [c('x')], "mark-known", HelpOnly),
    binding!(FindNext, [c('n')], "find-next", HelpOnly),
    binding!(FindPrevious, [c('N')], "find-previous", HelpOnly),
];

const GATE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "choose", Chip),
    binding!(TestOut, [c('t')], "test-out", Hint),
    binding!(Prerequisite, [c('p')], "prerequisite", Hint),
    binding!(OpenAnyway, [c('o')], "open-anyway", Hint),
    binding!(ShowWhy, [c('w')], "show-why", HelpOnly),
];

const FILTER_SHEET: &[Binding] =
    &[binding!(Enter, [k(Code::Enter)], "choose", Chip), binding!(Toggle, [c(' ')], "toggle", Hint)];

const STATS_MAIN: &[Binding] = &[binding!(Apply, [c('a')], "apply", Hint), binding!(Export, [c('x')], "export", Hint)];

const STATS_SKILLS: &[Binding] =
    &[binding!(Enter, [k(Code::Enter)], "drill", Chip), binding!(Export, [c('x')], "export", Hint)];

const STATS_LOG: &[Binding] =
    &[binding!(Find, [c('/')], "filter-log", Hint), binding!(Export, [c('x')], "export", Hint)];

const SETTINGS: &[Binding] = &[
    binding!(Right, [c('l'), k(Code::Right), k(Code::Enter)], "change", Chip),
    binding!(Left, [c('h'), k(Code::Left)], "change-back", HelpOnly),
    binding!(Find, [c('/')], "find", HelpOnly),
    binding!(Editor, [c('e')], "open-file", Hint),
    binding!(Reset, [c('r')], "reset", Hint),
];

const WELCOME: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "begin", Chip),
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(Left, [c('h'), k(Code::Left)], "change-back", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right), c(' ')], "change", Hint),
    binding!(Toggle, [c('n')], "ascii", HelpOnly),
    binding!(Back, [k(Code::Esc)], "skip", Hint),
];

const LESSON: &[Binding] = &[
    binding!(NextPage, [c(' ')], "next-page", Chip),
    binding!(Enter, [k(Code::Enter)], "go-on", HelpOnly),
    binding!(NextLink, [k(Code::Tab)], "next-link", Hint),
    binding!(
        PreviousLink,
        [Keys::One(Key { code: Code::Tab, ctrl: false, alt: false, shift: true })],
        "previous-link",
        HelpOnly
    ),
    binding!(Find, [c('/')], "find", Hint),
    binding!(FindNext, [c('n')], "find-next", HelpOnly),
    binding!(FindPrevious, [c('N')], "find-previous", HelpOnly),
    binding!(Note, [c('a')], "note", Hint),
    binding!(SwitchLanguage, [c('L')], "language", Hint),
    binding!(Contents, [c('o')], "contents", HelpOnly),
    binding!(Left, [c('h'), k(Code::Left)], "scroll-left", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "scroll-right", HelpOnly),
    binding!(OtherOptions, [c('w')], "other-options", HelpOnly),
    binding!(Flag, [c('m')], "flag", HelpOnly),
    binding!(Copy, [c('y')], "copy", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

/// A check is on the page and not answered yet: digits and `a` to `f` are its options.
const LESSON_CHECK: &[Binding] = &[
    binding!(NextPage, [c(' ')], "next-page", Chip),
    binding!(Choose, [Keys::Range('1', '6'), Keys::Range('a', 'f')], "answer", Hint),
    binding!(Enter, [k(Code::Enter)], "answer-check", HelpOnly),
    binding!(Guess, [c('g')], "guess", HelpOnly),
    binding!(DontKnow, [c('x')], "dont-know", HelpOnly),
    binding!(Hint, [c('i')], "hint", HelpOnly),
    binding!(OtherOptions, [c('w')], "other-options", HelpOnly),
    binding!(Flag, [c('m')], "flag", HelpOnly),
    binding!(NextLink, [k(Code::Tab)], "next-link", Hint),
    binding!(
        PreviousLink,
        [Keys::One(Key { code: Code::Tab, ctrl: false, alt: false, shift: true })],
        "previous-link",
        HelpOnly
    ),
    binding!(Find, [c('/')], "find", HelpOnly),
    binding!(FindNext, [c('n')], "find-next", HelpOnly),
    binding!(FindPrevious, [c('N')], "find-previous", HelpOnly),
    binding!(Editor, [ctrl('g')], "note", Hint),
    binding!(SwitchLanguage, [c('L')], "language", Hint),
    binding!(Contents, [c('o')], "contents", HelpOnly),
    binding!(Copy, [c('y')], "copy", HelpOnly),
    binding!(Left, [c('h'), k(Code::Left)], "scroll-left", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "scroll-right", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", Hint),
];

const CONTENTS: &[Binding] = &[binding!(Enter, [k(Code::Enter)], "open", Chip)];

const FIND_FIELD: &[Binding] =
    &[binding!(Submit, [k(Code::Enter)], "find", Chip), binding!(Back, [k(Code::Esc)], "close", Hint)];

const NOTE_FIELD: &[Binding] = &[
    binding!(
        Submit,
        [ctrl('s'), Keys::One(Key { code: Code::Enter, ctrl: false, alt: true, shift: false })],
        "save-note",
        Chip
    ),
    binding!(Editor, [ctrl('g')], "editor", Hint),
    binding!(DontKnow, [ctrl('x')], "drop", Hint),
    binding!(CommandLayer, [k(Code::Esc)], "commands", Hint),
];

const NOTE_COMMANDS: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "save-note", Chip),
    binding!(Typing, [c('i')], "typing", Hint),
    binding!(Back, [k(Code::Esc)], "close", Hint),
];

const QUESTION_SINGLE: &[Binding] = &[
    binding!(Choose, [Keys::Range('1', '6'), Keys::Range('a', 'f')], "answer", Chip),
    binding!(Enter, [k(Code::Enter)], "choose-focus", HelpOnly),
];

const QUESTION_MULTI: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "submit", Chip),
    binding!(Choose, [Keys::Range('1', '6'), Keys::Range('a', 'f')], "toggle", Hint),
    binding!(Toggle, [c(' ')], "toggle-focus", HelpOnly),
];

const QUESTION_TRUE_FALSE: &[Binding] = &[
    binding!(Choose, [Keys::Range('1', '2')], "verdict", Chip),
    binding!(PairLetter, [Keys::Range('a', 'd')], "reason", Hint),
    binding!(Enter, [k(Code::Enter)], "choose-focus", HelpOnly),
];

const QUESTION_TYPED: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "submit", Chip),
    binding!(NextGap, [k(Code::Tab)], "next-gap", Hint),
    binding!(DontKnow, [ctrl('x')], "dont-know", Hint),
    binding!(Guess, [Keys::One(Key::alt('g'))], "guess", HelpOnly),
    binding!(Hint, [Keys::One(Key::alt('i'))], "hint", HelpOnly),
    binding!(Later, [Keys::One(Key::alt('s'))], "later", HelpOnly),
    binding!(WordBank, [Keys::One(Key::alt('w'))], "word-bank", HelpOnly),
    binding!(CommandLayer, [k(Code::Esc)], "commands", Hint),
];

const TYPED_COMMANDS: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "submit", Chip),
    binding!(Typing, [c('i')], "typing", Hint),
    binding!(Guess, [c('g')], "guess", Hint),
    binding!(Hint, [c('h')], "hint", Hint),
    binding!(Later, [c('s')], "later", Hint),
    binding!(WordBank, [c('w')], "word-bank", Hint),
    binding!(DontKnow, [c('x')], "dont-know", HelpOnly),
    binding!(Flag, [c('m')], "flag", HelpOnly),
    binding!(Back, [k(Code::Esc), c('p'), c('q')], "pause", Hint),
];

const QUESTION_ORDER: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "submit", Chip),
    binding!(Choose, [Keys::Range('1', '9')], "order-digit", Hint),
    binding!(Toggle, [c(' ')], "carry", Hint),
    binding!(CarryDown, [c('J')], "carry-down", HelpOnly),
    binding!(CarryUp, [c('K')], "carry-up", HelpOnly),
    binding!(Erase, [k(Code::Backspace)], "erase", HelpOnly),
];

const QUESTION_MATCH: &[Binding] = &[
    binding!(Submit, [k(Code::Enter)], "submit", Chip),
    binding!(PairLetter, [Keys::Range('a', 'f')], "pair", Hint),
    binding!(Erase, [k(Code::Backspace)], "erase", HelpOnly),
];

const QUESTION_LINE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "this-line", Chip),
    binding!(Left, [c('h'), k(Code::Left)], "scroll-left", HelpOnly),
    binding!(Right, [c('l'), k(Code::Right)], "scroll-right", HelpOnly),
    binding!(FullScreen, [c('z')], "full-screen", Hint),
];

const QUESTION_SCENARIO: &[Binding] = &[
    binding!(Choose, [Keys::Range('1', '4'), Keys::Range('a', 'd')], "choose-scene", Chip),
    binding!(Enter, [k(Code::Enter)], "choose-focus", HelpOnly),
    binding!(Erase, [k(Code::Backspace)], "step-back", Hint),
    binding!(Recall, [c('w')], "so-far", Hint),
];

const FEEDBACK: &[Binding] = &[
    binding!(Next, [k(Code::Enter), c(' ')], "next", Chip),
    binding!(Grade, [Keys::Range('1', '4')], "grade", HelpOnly),
    binding!(CountMine, [c('r')], "count-mine", Hint),
    binding!(OpenLesson, [c('o')], "lesson", Hint),
    binding!(OtherOptions, [c('w')], "other-options", HelpOnly),
    binding!(Note, [c('a')], "note", Hint),
    binding!(Flag, [c('m')], "flag", Hint),
    binding!(Copy, [c('y')], "copy", Hint),
    binding!(AnswerAgain, [c('u')], "take-back", Hint),
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q')], "pause", HelpOnly),
];

const CHOICE_SHEET: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "choose", Chip),
    binding!(Choose, [Keys::Range('1', '6')], "choose-number", HelpOnly),
];

const SUMMARY: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "next-in-plan", Chip),
    binding!(Undo, [c('u')], "undo-last", Hint),
    binding!(Back, [k(Code::Esc), c('q')], "to-today", Hint),
];

const PAUSE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "resume", Chip),
    binding!(Finish, [c('f')], "finish", Hint),
    binding!(Leave, [c('q')], "leave", Hint),
    binding!(Shorten, [c('5')], "shorten", HelpOnly),
    binding!(Undo, [c('u')], "undo-last", Hint),
    binding!(Back, [k(Code::Esc)], "resume", HelpOnly),
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Redraw, [ctrl('l')], "redraw", HelpOnly),
    binding!(Help, [c('?'), k(Code::F(1))], "help", HelpOnly),
];

const HELP: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "run-key", Chip),
    binding!(Find, [c('/')], "filter-keys", Hint),
    binding!(AllScreens, [k(Code::Tab)], "all-screens", Hint),
    binding!(KeyTest, [c('K')], "key-test", Hint),
    binding!(Up, [c('k'), k(Code::Up)], "up", HelpOnly),
    binding!(Down, [c('j'), k(Code::Down)], "down", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(Back, [k(Code::Esc), c('q'), c('?'), k(Code::F(1))], "close", Hint),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

const KEY_TESTER: &[Binding] = &[binding!(Interrupt, [ctrl('c')], "close", Hint)];

const PALETTE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "open", Chip),
    binding!(Up, [k(Code::Up)], "up", HelpOnly),
    binding!(Down, [k(Code::Down)], "down", HelpOnly),
    binding!(PageDown, [k(Code::PageDown)], "page-down", HelpOnly),
    binding!(PageUp, [k(Code::PageUp)], "page-up", HelpOnly),
    binding!(NextTab, [k(Code::Tab)], "preview", Hint),
    binding!(Back, [k(Code::Esc)], "close", Hint),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
    binding!(Help, [k(Code::F(1))], "help", HelpOnly),
];

const TROUBLE: &[Binding] = &[
    binding!(Enter, [k(Code::Enter)], "go-on", Chip),
    binding!(Retry, [c('r')], "retry", Hint),
    binding!(Report, [c('v')], "view-report", Hint),
    binding!(Copy, [c('y')], "copy", HelpOnly),
];

const CONFIRM: &[Binding] =
    &[binding!(Submit, [k(Code::Enter)], "confirm", Chip), binding!(Back, [k(Code::Esc)], "close", Hint)];

const TEXT_BOX: &[Binding] =
    &[binding!(Enter, [k(Code::Enter)], "close", Chip), binding!(Back, [k(Code::Esc), c('q')], "close", HelpOnly)];

const TOO_SMALL: &[Binding] = &[
    binding!(PlainMode, [c('p')], "plain-mode", HelpOnly),
    binding!(Quit, [c('q')], "quit", HelpOnly),
    binding!(Suspend, [ctrl('z')], "suspend", HelpOnly),
    binding!(Interrupt, [ctrl('c')], "interrupt", HelpOnly),
];

/// The sets of bindings of a state: its own first, then what it shares with others.
///
/// No two of them share a key within one state (a test holds this).
pub fn bindings(state: State) -> &'static [&'static [Binding]] {
    match state {
        State::Today => &[TODAY, MOVE, PLACE, GLOBAL],
        State::MinutesField => &[MINUTES_FIELD, FIELD],
        State::WeekPlan => &[WEEK_PLAN, LIST_SHEET, GLOBAL],
        State::Map => &[MAP, TABS, MOVE, PLACE, GLOBAL],
        State::Tracks => &[ladder::TRACKS, TABS, MOVE, PLACE, GLOBAL],
        State::Ladder => &[ladder::LADDER, TABS, MOVE, PLACE, GLOBAL],
        State::LadderCell => &[ladder::CELL, MOVE, GLOBAL],
        State::ProofField => &[ladder::PROOF, FIELD],
        State::GapPlan => &[ladder::GAPS, MOVE, GLOBAL],
        State::LadderHistory => &[ladder::HISTORY, MOVE, GLOBAL],
        State::PacketSheet => &[FILTER_SHEET, LIST_SHEET, GLOBAL],
        State::Checklist => &[ladder::CHECKLIST, MOVE, GLOBAL],
        State::WorkField => &[ladder::WORK, FIELD],
        State::Gate => &[GATE, LIST_SHEET, GLOBAL],
        State::FilterSheet => &[FILTER_SHEET, LIST_SHEET, GLOBAL],
        State::StatsMain => &[STATS_MAIN, TABS, MOVE, PLACE, GLOBAL],
        State::StatsSkills => &[STATS_SKILLS, TABS, MOVE, PLACE, GLOBAL],
        State::StatsLog => &[STATS_LOG, TABS, MOVE, PLACE, GLOBAL],
        State::LibraryPacks => &[library::PACKS, TABS, MOVE, PLACE, GLOBAL],
        State::LibraryFlags => &[library::FLAGS, TABS, MOVE, PLACE, GLOBAL],
        State::LibraryNotes => &[library::NOTES, TABS, MOVE, PLACE, GLOBAL],
        State::PackPath => &[library::PATH, FIELD],
        State::PackOffer => &[library::OFFER, MOVE, GLOBAL],
        State::PackRemove => &[library::REMOVE, FIELD],
        State::SendFlags => &[CHOICE_SHEET, LIST_SHEET, GLOBAL],
        State::RehearseOne => &[rehearse::ONE, TABS, MOVE, PLACE, GLOBAL],
        State::RehearseMock => &[rehearse::MOCK, TABS, MOVE, PLACE, GLOBAL],
        State::RehearseDay => &[rehearse::DAY, TABS, MOVE, PLACE, GLOBAL],
        State::RehearsePast => &[rehearse::PAST, TABS, MOVE, PLACE, GLOBAL],
        State::RehearseStories => &[rehearse::STORIES, TABS, MOVE, PLACE, GLOBAL],
        State::PastAnswer => &[rehearse::PAST_ANSWER, MOVE, GLOBAL],
        State::StoryField => &[NOTE_FIELD, FIELD],
        State::StoryCommands => &[NOTE_COMMANDS, GLOBAL],
        State::StorySheet => &[FILTER_SHEET, LIST_SHEET, GLOBAL],
        State::Settings => &[SETTINGS, MOVE, PLACE, GLOBAL_BUT_SETTINGS],
        State::Welcome => &[WELCOME, GLOBAL_BUT_SETTINGS],
        State::Lesson => &[LESSON, MOVE, GLOBAL],
        State::LessonCheck => &[LESSON_CHECK, CHECK_MOVE, GLOBAL],
        State::Contents => &[CONTENTS, LIST_SHEET, GLOBAL],
        State::FindField => &[FIND_FIELD, FIELD],
        State::NoteField => &[NOTE_FIELD, FIELD],
        State::NoteCommands => &[NOTE_COMMANDS, GLOBAL_BUT_LOG],
        State::QuestionSingle => &[QUESTION_SINGLE, UP_DOWN, QUESTION, GLOBAL],
        State::QuestionMulti => &[QUESTION_MULTI, UP_DOWN, QUESTION, GLOBAL],
        State::QuestionTrueFalse => &[QUESTION_TRUE_FALSE, UP_DOWN, QUESTION, GLOBAL],
        State::QuestionTyped => &[QUESTION_TYPED, FIELD],
        State::TypedCommands => &[TYPED_COMMANDS, GLOBAL],
        State::QuestionOrder => &[QUESTION_ORDER, UP_DOWN, QUESTION, GLOBAL],
        State::QuestionMatch => &[QUESTION_MATCH, UP_DOWN, QUESTION, GLOBAL],
        State::QuestionLine => &[QUESTION_LINE, UP_DOWN, QUESTION, GLOBAL],
        State::QuestionScenario => &[QUESTION_SCENARIO, UP_DOWN, QUESTION, GLOBAL],
        State::Feedback => &[FEEDBACK, GLOBAL_BUT_UNDO],
        State::FlagSheet | State::CountSheet => &[CHOICE_SHEET, LIST_SHEET, GLOBAL_BUT_LOG],
        State::Summary => &[SUMMARY, UP_DOWN, GLOBAL_BUT_UNDO],
        State::InterviewThink => &[interview::THINK, FIELD],
        State::InterviewThinkCommands => &[interview::THINK_COMMANDS, GLOBAL],
        State::InterviewClarify => &[CHOICE_SHEET, LIST_SHEET, GLOBAL],
        State::InterviewAnswer => &[interview::ANSWER, FIELD],
        State::InterviewAnswerCommands => &[interview::ANSWER_COMMANDS, GLOBAL],
        State::InterviewSpeak => &[interview::SPEAK, GLOBAL],
        State::InterviewFollowUp => &[interview::FOLLOW_UP, FIELD],
        State::InterviewFollowUpCommands => &[interview::FOLLOW_UP_COMMANDS, GLOBAL],
        State::InterviewSpeakFollowUp => &[interview::SPEAK_FOLLOW_UP, GLOBAL],
        State::InterviewPredict => &[interview::PREDICT, GLOBAL_BUT_UNDO],
        State::InterviewPractice => &[interview::PRACTICE, UP_DOWN, GLOBAL_BUT_UNDO],
        State::InterviewGrade => &[interview::GRADE, UP_DOWN, GLOBAL_BUT_UNDO],
        State::InterviewFlags => &[interview::FLAGS, UP_DOWN, GLOBAL_BUT_UNDO],
        State::InterviewSignals => &[interview::SIGNALS, UP_DOWN, GLOBAL_BUT_UNDO],
        State::InterviewCompare => &[interview::COMPARE, UP_DOWN, GLOBAL_BUT_UNDO],
        State::InterviewDebrief => &[interview::DEBRIEF, UP_DOWN, GLOBAL_BUT_UNDO],
        State::MockBreak => &[mock::BREAK, GLOBAL],
        State::MockReport => &[mock::REPORT, MOVE, GLOBAL],
        State::DaySlot => &[day::SLOT, MOVE, GLOBAL_BUT_UNDO],
        State::DayTold => &[day::TOLD, MOVE, GLOBAL_BUT_UNDO],
        State::DayEnd => &[day::END, MOVE, GLOBAL_BUT_UNDO],
        State::DayField => &[day::FIELD, FIELD],
        State::DayOver => &[day::OVER, GLOBAL_BUT_UNDO],
        State::InterviewPause => &[interview::PAUSE],
        State::Pause => &[PAUSE],
        State::Help => &[HELP],
        State::HelpFilter => &[FIND_FIELD, FIELD],
        State::KeyTester => &[KEY_TESTER],
        State::Palette => &[PALETTE],
        State::Trouble => &[TROUBLE, LIST_SHEET, GLOBAL],
        State::Confirm => &[CONFIRM, FIELD],
        State::TextBox => &[TEXT_BOX, MOVE, GLOBAL],
        State::TooSmall => &[TOO_SMALL],
        State::Preview => &[preview::PREVIEW, MOVE, GLOBAL],
    }
}

impl State {
    /// Every state.
    pub const ALL: &'static [State] = &[
        State::Today,
        State::MinutesField,
        State::WeekPlan,
        State::Map,
        State::Gate,
        State::FilterSheet,
        State::Tracks,
        State::Ladder,
        State::LadderCell,
        State::ProofField,
        State::GapPlan,
        State::LadderHistory,
        State::PacketSheet,
        State::Checklist,
        State::WorkField,
        State::StatsMain,
        State::StatsSkills,
        State::StatsLog,
        State::LibraryPacks,
        State::LibraryFlags,
        State::LibraryNotes,
        State::PackPath,
        State::PackOffer,
        State::PackRemove,
        State::SendFlags,
        State::RehearseOne,
        State::RehearseMock,
        State::RehearseDay,
        State::RehearsePast,
        State::RehearseStories,
        State::PastAnswer,
        State::StoryField,
        State::StoryCommands,
        State::StorySheet,
        State::Settings,
        State::Welcome,
        State::Lesson,
        State::LessonCheck,
        State::Contents,
        State::FindField,
        State::NoteField,
        State::NoteCommands,
        State::QuestionSingle,
        State::QuestionMulti,
        State::QuestionTrueFalse,
        State::QuestionTyped,
        State::TypedCommands,
        State::QuestionOrder,
        State::QuestionMatch,
        State::QuestionLine,
        State::QuestionScenario,
        State::Feedback,
        State::FlagSheet,
        State::CountSheet,
        State::Summary,
        State::InterviewThink,
        State::InterviewThinkCommands,
        State::InterviewClarify,
        State::InterviewAnswer,
        State::InterviewAnswerCommands,
        State::InterviewSpeak,
        State::InterviewFollowUp,
        State::InterviewFollowUpCommands,
        State::InterviewSpeakFollowUp,
        State::InterviewPredict,
        State::InterviewPractice,
        State::InterviewGrade,
        State::InterviewFlags,
        State::InterviewSignals,
        State::InterviewCompare,
        State::InterviewDebrief,
        State::MockBreak,
        State::MockReport,
        State::DaySlot,
        State::DayTold,
        State::DayEnd,
        State::DayField,
        State::DayOver,
        State::InterviewPause,
        State::Pause,
        State::Help,
        State::HelpFilter,
        State::KeyTester,
        State::Palette,
        State::Trouble,
        State::Confirm,
        State::TextBox,
        State::TooSmall,
        State::Preview,
    ];

    /// Whether a text field owns the keyboard: keys without a binding are typed into it.
    pub fn is_field(self) -> bool {
        matches!(
            self,
            State::MinutesField
                | State::ProofField
                | State::WorkField
                | State::FindField
                | State::PackPath
                | State::PackRemove
                | State::NoteField
                | State::StoryField
                | State::QuestionTyped
                | State::InterviewThink
                | State::InterviewAnswer
                | State::InterviewFollowUp
                | State::HelpFilter
                | State::Palette
                | State::Confirm
        )
    }
}

/// All bindings of a state in the registry's order.
pub fn all(state: State) -> impl Iterator<Item = &'static Binding> {
    bindings(state).iter().flat_map(|set| set.iter())
}

/// From keys to actions, with the memory that `g g` needs.
#[derive(Debug, Clone, Default)]
pub struct Resolver {
    pending: Option<char>,
}

impl Resolver {
    /// What `key` asks for in `state`; `None` when it is not bound (in a text field it is then typed).
    ///
    /// A key that may begin a pair (`g g`) and has no meaning of its own is kept for the next call.
    pub fn resolve(&mut self, state: State, key: Key) -> Option<Bound> {
        let pending = self.pending.take();
        for binding in all(state) {
            for keys in binding.keys {
                match *keys {
                    Keys::One(one) if one == key => return Some(Bound { action: binding.action, arg: 0 }),
                    Keys::Range(from, to) => {
                        if let Key { code: Code::Char(ch), ctrl: false, alt: false, .. } = key
                            && (from..=to).contains(&ch)
                        {
                            return Some(Bound { action: binding.action, arg: (ch as u32 - from as u32) as u8 });
                        }
                    }
                    Keys::Twice(ch) if key == Key::char(ch) => {
                        if pending == Some(ch) {
                            return Some(Bound { action: binding.action, arg: 0 });
                        }
                        self.pending = Some(ch);
                    }
                    _ => {}
                }
            }
        }
        None
    }
}

impl Action {
    /// Every action.
    pub const ALL: &'static [Action] = &[
        Action::Up,
        Action::Down,
        Action::Left,
        Action::Right,
        Action::First,
        Action::Last,
        Action::HalfDown,
        Action::HalfUp,
        Action::PageDown,
        Action::PageUp,
        Action::Enter,
        Action::Back,
        Action::Quit,
        Action::Place,
        Action::NextTab,
        Action::PreviousTab,
        Action::Palette,
        Action::Find,
        Action::FindNext,
        Action::FindPrevious,
        Action::Help,
        Action::Undo,
        Action::Redo,
        Action::Copy,
        Action::Editor,
        Action::Note,
        Action::Settings,
        Action::Redraw,
        Action::Suspend,
        Action::Interrupt,
        Action::Review,
        Action::Continue,
        Action::Interview,
        Action::Minutes,
        Action::WeekPlan,
        Action::WorkDay,
        Action::Filter,
        Action::SortOrder,
        Action::TestOut,
        Action::MarkKnown,
        Action::Prerequisite,
        Action::OpenAnyway,
        Action::ShowWhy,
        Action::Apply,
        Action::Export,
        Action::Choose,
        Action::Guess,
        Action::DontKnow,
        Action::Hint,
        Action::Later,
        Action::Flag,
        Action::Toggle,
        Action::Submit,
        Action::NextGap,
        Action::WordBank,
        Action::CarryDown,
        Action::CarryUp,
        Action::Erase,
        Action::FullScreen,
        Action::PairLetter,
        Action::Recall,
        Action::Next,
        Action::Grade,
        Action::CountMine,
        Action::OpenLesson,
        Action::OtherOptions,
        Action::AnswerAgain,
        Action::NextPage,
        Action::NextLink,
        Action::PreviousLink,
        Action::SwitchLanguage,
        Action::Contents,
        Action::CommandLayer,
        Action::Typing,
        Action::Clarify,
        Action::Clock,
        Action::OtherFollowUp,
        Action::Skip,
        Action::Predict,
        Action::Mark,
        Action::Reject,
        Action::Signal,
        Action::SwapView,
        Action::AskAgain,
        Action::AskColleague,
        Action::PracticeNow,
        Action::AnswerBook,
        Action::Discard,
        Action::SpeakAloud,
        Action::Pressure,
        Action::PracticeGrading,
        Action::Stories,
        Action::NewStory,
        Action::StoryQuestions,
        Action::GapPlan,
        Action::History,
        Action::Checklists,
        Action::Rate,
        Action::NewWork,
        Action::Install,
        Action::UpdatePack,
        Action::RemovePack,
        Action::Verify,
        Action::Diff,
        Action::Schedule,
        Action::Compare,
        Action::Finish,
        Action::Leave,
        Action::Shorten,
        Action::Reset,
        Action::Retry,
        Action::Report,
        Action::KeyTest,
        Action::AllScreens,
        Action::PlainMode,
        Action::Width,
    ];

    /// The name that `keys.toml` and the palette use, such as `count-mine`.
    pub fn name(self) -> &'static str {
        match self {
            Action::Up => "up",
            Action::Down => "down",
            Action::Left => "left",
            Action::Right => "right",
            Action::First => "first",
            Action::Last => "last",
            Action::HalfDown => "half-down",
            Action::HalfUp => "half-up",
            Action::PageDown => "page-down",
            Action::PageUp => "page-up",
            Action::Enter => "enter",
            Action::Back => "back",
            Action::Quit => "quit",
            Action::Place => "place",
            Action::NextTab => "next-tab",
            Action::PreviousTab => "previous-tab",
            Action::Palette => "palette",
            Action::Find => "find",
            Action::FindNext => "find-next",
            Action::FindPrevious => "find-previous",
            Action::Help => "help",
            Action::Undo => "undo",
            Action::Redo => "redo",
            Action::Copy => "copy",
            Action::Editor => "editor",
            Action::Note => "note",
            Action::Settings => "settings",
            Action::Redraw => "redraw",
            Action::Suspend => "suspend",
            Action::Interrupt => "interrupt",
            Action::Review => "review",
            Action::Continue => "continue",
            Action::Interview => "interview",
            Action::Minutes => "minutes",
            Action::WeekPlan => "week-plan",
            Action::WorkDay => "work-day",
            Action::Filter => "filter",
            Action::SortOrder => "sort-order",
            Action::TestOut => "test-out",
            Action::MarkKnown => "mark-known",
            Action::Prerequisite => "prerequisite",
            Action::OpenAnyway => "open-anyway",
            Action::ShowWhy => "show-why",
            Action::Apply => "apply",
            Action::Export => "export",
            Action::Choose => "choose",
            Action::Guess => "guess",
            Action::DontKnow => "dont-know",
            Action::Hint => "hint",
            Action::Later => "later",
            Action::Flag => "flag",
            Action::Toggle => "toggle",
            Action::Submit => "submit",
            Action::NextGap => "next-gap",
            Action::WordBank => "word-bank",
            Action::CarryDown => "carry-down",
            Action::CarryUp => "carry-up",
            Action::Erase => "erase",
            Action::FullScreen => "full-screen",
            Action::PairLetter => "pair-letter",
            Action::Recall => "recall",
            Action::Next => "next",
            Action::Grade => "grade",
            Action::CountMine => "count-mine",
            Action::OpenLesson => "open-lesson",
            Action::OtherOptions => "other-options",
            Action::AnswerAgain => "answer-again",
            Action::NextPage => "next-page",
            Action::NextLink => "next-link",
            Action::PreviousLink => "previous-link",
            Action::SwitchLanguage => "switch-language",
            Action::Contents => "contents",
            Action::CommandLayer => "command-layer",
            Action::Typing => "typing",
            Action::Clarify => "clarify",
            Action::Clock => "clock",
            Action::OtherFollowUp => "other-follow-up",
            Action::Skip => "skip",
            Action::Predict => "predict",
            Action::Mark => "mark",
            Action::Reject => "reject",
            Action::Signal => "signal",
            Action::SwapView => "swap-view",
            Action::AskAgain => "ask-again",
            Action::AskColleague => "ask-colleague",
            Action::PracticeNow => "practice-now",
            Action::AnswerBook => "answer-book",
            Action::Discard => "discard",
            Action::SpeakAloud => "speak-aloud",
            Action::Pressure => "pressure",
            Action::PracticeGrading => "practice-grading",
            Action::Stories => "stories",
            Action::NewStory => "new-story",
            Action::StoryQuestions => "story-questions",
            Action::GapPlan => "gap-plan",
            Action::History => "history",
            Action::Checklists => "checklists",
            Action::Rate => "rate",
            Action::NewWork => "new-work",
            Action::Install => "install",
            Action::UpdatePack => "update-pack",
            Action::RemovePack => "remove-pack",
            Action::Verify => "verify",
            Action::Diff => "diff",
            Action::Schedule => "schedule",
            Action::Compare => "compare",
            Action::Finish => "finish",
            Action::Leave => "leave",
            Action::Shorten => "shorten",
            Action::Reset => "reset",
            Action::Retry => "retry",
            Action::Report => "report",
            Action::KeyTest => "key-test",
            Action::AllScreens => "all-screens",
            Action::PlainMode => "plain-mode",
            Action::Width => "width",
        }
    }

    /// Whether it only moves: such actions are no commands, so the palette leaves them out.
    pub fn moves(self) -> bool {
        use Action::{Down, First, HalfDown, HalfUp, Last, Left, PageDown, PageUp, Right, Up};
        matches!(self, Up | Down | Left | Right | First | Last | HalfDown | HalfUp | PageDown | PageUp)
    }

    /// The action for a name.
    pub fn from_name(name: &str) -> Option<Action> {
        Action::ALL.iter().copied().find(|a| a.name() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    /// Every single key of a set of keys.
    fn singles(keys: &[Keys]) -> Vec<String> {
        keys.iter()
            .flat_map(|k| match *k {
                Keys::One(key) => vec![format!("{key:?}")],
                Keys::Range(from, to) => (from..=to).map(|c| format!("{:?}", Key::char(c))).collect(),
                Keys::Twice(c) => vec![format!("{:?}", Key::char(c))],
            })
            .collect()
    }

    #[test]
    fn no_two_actions_share_a_key_in_one_state() {
        for state in State::ALL {
            let mut owner: BTreeMap<String, Action> = BTreeMap::new();
            for binding in all(*state) {
                for key in singles(binding.keys) {
                    let before = owner.insert(key.clone(), binding.action);
                    assert!(before.is_none(), "{state:?}: {key} means {before:?} and {:?}", binding.action);
                }
            }
        }
    }

    #[test]
    fn options_own_their_letters_and_digits_in_questions() {
        let states = [State::QuestionSingle, State::QuestionMulti, State::QuestionTrueFalse, State::QuestionMatch];
        for state in states {
            for binding in all(state) {
                let answers = matches!(binding.action, Action::Choose | Action::PairLetter);
                for key in singles(binding.keys) {
                    let letter = ('a'..='f').chain('1'..='6').any(|c| key == format!("{:?}", Key::char(c)));
                    assert!(answers || !letter, "{state:?}: {key} belongs to the options");
                }
            }
        }
    }

    #[test]
    fn nothing_is_bound_to_keys_that_terminals_and_multiplexers_need() {
        let forbidden = ['i', 'm', 'j', 'h', '[', 'b', 'a'].map(|c| format!("{:?}", Key::ctrl(c)));
        for state in State::ALL {
            for binding in all(*state) {
                for key in singles(binding.keys) {
                    assert!(!forbidden.contains(&key), "{state:?}: {key}");
                    assert!(!key.contains("F(10)") && !key.contains("F(11)"), "{state:?}: {key}");
                }
            }
        }
    }

    #[test]
    fn text_fields_bind_no_plain_character() {
        for state in State::ALL.iter().filter(|s| s.is_field()) {
            for binding in all(*state) {
                for keys in binding.keys {
                    let plain = matches!(keys, Keys::One(Key { code: Code::Char(_), ctrl: false, alt: false, .. }));
                    assert!(!plain && !matches!(keys, Keys::Range(..) | Keys::Twice(_)), "{state:?}: {keys:?}");
                }
            }
        }
    }

    #[test]
    fn each_state_has_at_most_one_chip_and_every_state_leads_out() {
        for state in State::ALL {
            let chips = all(*state).filter(|b| b.footer == Footer::Chip).count();
            assert!(chips <= 1, "{state:?} has {chips} chips");
            let out = [Action::Back, Action::Quit, Action::CommandLayer, Action::Interrupt];
            assert!(all(*state).any(|b| out.contains(&b.action)), "{state:?} cannot be left");
        }
    }

    #[test]
    fn names_are_unique_and_lead_back_to_their_action() {
        for action in Action::ALL {
            assert_eq!(Action::from_name(action.name()), Some(*action));
        }
    }

    #[test]
    fn g_g_is_first_and_a_single_g_is_nothing_on_a_place() {
        let mut resolver = Resolver::default();
        assert_eq!(resolver.resolve(State::Today, Key::char('g')), None);
        let first = resolver.resolve(State::Today, Key::char('g'));
        assert_eq!(first.map(|b| b.action), Some(Action::First));
    }

    #[test]
    fn g_then_another_key_forgets_the_g() {
        let mut resolver = Resolver::default();
        resolver.resolve(State::Today, Key::char('g'));
        assert_eq!(resolver.resolve(State::Today, Key::char('r')).map(|b| b.action), Some(Action::Review));
        assert_eq!(resolver.resolve(State::Today, Key::char('g')), None);
    }

    #[test]
    fn a_range_hands_its_index_on() {
        let mut resolver = Resolver::default();
        let third = resolver.resolve(State::QuestionSingle, Key::char('c'));
        assert_eq!(third, Some(Bound { action: Action::Choose, arg: 2 }));
    }
}
