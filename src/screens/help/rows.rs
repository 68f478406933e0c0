//! The keys that the help lists, from the registry.

use crate::domain::sorting::Arrange;
use crate::sessions::action::{Action, Keys, State, all, bindings};
use crate::ui::keys::names;
use crate::words::Words;

/// Keys under one name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Fluent message: the name, in capitals or the name of a screen.
    pub name: &'static str,
    /// Its keys in the registry's order.
    pub rows: Vec<Row>,
}

/// One action with its keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// What is done.
    pub action: Action,
    /// All its keys, two cells apart.
    pub keys: Vec<String>,
    /// The first key.
    pub first: String,
    /// In two or three words.
    pub hint: String,
    /// In a sentence.
    pub act: String,
    /// Its keys are a range: one of them has to be pressed, so it cannot be run from a list.
    pub range: bool,
}

/// Where an action is understood in the same way nearly everywhere.
fn everywhere(action: Action) -> bool {
    use Action::{Back, Help, Interrupt, Palette, Place, Quit, Redo, Redraw, Settings, Suspend, Undo};
    let global = [Help, Palette, Undo, Redo, Settings, Redraw, Suspend, Interrupt, Place, Quit, Back];
    action.moves() || global.contains(&action)
}

/// Whether an action is bound in a state.
pub fn bound_in(state: State, action: Action) -> bool {
    all(state).any(|b| b.action == action)
}

/// The keys of a state, or of all states; only those that have every word of `filter`.
pub fn sections(state: State, every: bool, filter: &str, words: &Words) -> Vec<Section> {
    let mut out = Vec::new();
    if every {
        out.extend(State::ALL.iter().map(|s| Section { name: name(*s), rows: own(*s, words) }));
    } else {
        out.push(Section { name: "help-here", rows: own(state, words) });
    }
    out.push(Section { name: "help-everywhere", rows: shared(state, words) });
    let wanted: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    for section in &mut out {
        let title = words.get(section.name).to_lowercase();
        section.rows.retain(|row| {
            let text = format!("{} {} {} {title}", row.keys.join(" "), row.hint, row.act).to_lowercase();
            wanted.iter().all(|w| text.contains(w.as_str()))
        });
    }
    out.retain(|s| !s.rows.is_empty());
    out
}

/// How many keys there are.
pub fn count(sections: &[Section]) -> usize {
    sections.iter().map(|s| s.rows.len()).sum()
}

/// The key at an index over all sections.
pub fn nth(sections: &[Section], index: usize) -> Option<&Row> {
    sections.iter().flat_map(|s| &s.rows).nth(index)
}

fn own(state: State, words: &Words) -> Vec<Row> {
    let sets = bindings(state).iter().enumerate();
    let all = sets.flat_map(|(set, bindings)| bindings.iter().map(move |b| (set == 0, b)));
    all.filter(|(own, b)| (*own && b.action != Action::Help) || !everywhere(b.action))
        .map(|(_, b)| row(b, words))
        .collect()
}

fn shared(state: State, words: &Words) -> Vec<Row> {
    let first = bindings(state).first().copied().unwrap_or_default();
    let own = |action: Action| action != Action::Help && first.iter().any(|b| b.action == action);
    let mut rows: Vec<Row> =
        all(state).filter(|b| everywhere(b.action) && !own(b.action)).map(|b| row(b, words)).collect();
    // What is worth knowing comes before what everybody tries anyway.
    rows.arrange_by_key(|r| r.action.moves());
    rows
}

fn row(binding: &crate::sessions::action::Binding, words: &Words) -> Row {
    let keys: Vec<String> = binding.keys.iter().map(names).collect();
    Row {
        action: binding.action,
        first: keys.first().cloned().unwrap_or_default(),
        keys,
        hint: words.get(binding.hint).into_owned(),
        act: words.get(binding.help).into_owned(),
        range: binding.keys.iter().all(|k| matches!(k, Keys::Range(..))),
    }
}

/// The message that names a state.
pub fn name(state: State) -> &'static str {
    match state {
        State::Today => "state-today",
        State::MinutesField => "state-minutes",
        State::WeekPlan => "state-week",
        State::Map => "state-map",
        State::Tracks => "state-tracks",
        State::Ladder => "state-ladder",
        State::LadderCell => "state-ladder-cell",
        State::ProofField => "state-proof",
        State::GapPlan => "state-gap-plan",
        State::LadderHistory => "state-ladder-history",
        State::PacketSheet => "state-packet",
        State::Checklist => "state-checklist",
        State::WorkField => "state-work",
        State::Gate => "state-gate",
        State::FilterSheet => "state-filter",
        State::StatsMain => "state-stats",
        State::StatsSkills => "state-skills",
        State::StatsLog => "state-log",
        State::LibraryPacks => "state-library",
        State::LibraryFlags => "state-library-flags",
        State::LibraryNotes => "state-library-notes",
        State::PackPath => "state-pack-path",
        State::PackOffer => "state-pack-offer",
        State::PackRemove => "state-pack-remove",
        State::SendFlags => "state-send-flags",
        State::RehearseOne => "state-rehearse",
        State::RehearsePast => "state-rehearse-past",
        State::RehearseStories => "state-rehearse-stories",
        State::PastAnswer => "state-past-answer",
        State::StoryField => "state-story",
        State::StoryCommands => "state-story-commands",
        State::StorySheet => "state-story-sheet",
        State::Settings => "state-settings",
        State::Welcome => "state-welcome",
        State::Lesson => "state-lesson",
        State::LessonCheck => "state-check",
        State::Contents => "state-contents",
        State::FindField => "state-find",
        State::NoteField => "state-note",
        State::NoteCommands => "state-note-commands",
        State::QuestionSingle => "state-single",
        State::QuestionMulti => "state-multi",
        State::QuestionTrueFalse => "state-true-false",
        State::QuestionTyped => "state-typed",
        State::TypedCommands => "state-typed-commands",
        State::QuestionOrder => "state-ordering",
        State::QuestionMatch => "state-matching",
        State::QuestionLine => "state-line",
        State::QuestionScenario => "state-scenario",
        State::Feedback => "state-feedback",
        State::FlagSheet => "state-flag",
        State::CountSheet => "state-count",
        State::Summary => "state-summary",
        State::InterviewThink => "state-interview-think",
        State::InterviewThinkCommands => "state-interview-think-commands",
        State::InterviewClarify => "state-interview-clarify",
        State::InterviewAnswer => "state-interview-answer",
        State::InterviewAnswerCommands => "state-interview-answer-commands",
        State::InterviewSpeak => "state-interview-speak",
        State::InterviewFollowUp => "state-interview-follow-up",
        State::InterviewFollowUpCommands => "state-interview-follow-up-commands",
        State::InterviewSpeakFollowUp => "state-interview-speak-follow-up",
        State::InterviewPredict => "state-interview-predict",
        State::InterviewPractice => "state-interview-practice",
        State::InterviewGrade => "state-interview-grade",
        State::InterviewFlags => "state-interview-flags",
        State::InterviewSignals => "state-interview-signals",
        State::InterviewCompare => "state-interview-compare",
        State::InterviewDebrief => "state-interview-debrief",
        State::RehearseMock => "state-rehearse-mock",
        State::MockBreak => "state-mock-break",
        State::MockReport => "state-mock-report",
        State::RehearseDay => "state-rehearse-day",
        State::DaySlot => "state-day-slot",
        State::DayTold => "state-day-told",
        State::DayEnd => "state-day-end",
        State::DayField => "state-day-field",
        State::DayOver => "state-day-over",
        State::InterviewPause => "state-interview-pause",
        State::Pause => "state-pause",
        State::Help => "state-help",
        State::HelpFilter => "state-help-filter",
        State::KeyTester => "state-key-tester",
        State::Palette => "state-palette",
        State::Trouble => "state-trouble",
        State::Confirm => "state-confirm",
        State::TextBox => "state-text",
        State::TooSmall => "state-too-small",
        State::Preview => "state-preview",
    }
}
