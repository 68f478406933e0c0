//! What was typed at an interview question, as actions.
//!
//! Where text is typed, commands begin with a slash and stand alone on their line; everywhere else the slash may be left out. Every action of the
//! screen has its word, and its key where that is a character.

use crate::domain::rubric::Mark;
use crate::sessions::action::{Action, Bound, Keys, State, all};
use crate::sessions::interview::{Clarify, Interview, Stage, Think, told};
use crate::sessions::key::Key;
use crate::words::Words;

use super::super::read::{is, only_on_screen, word};

/// A line that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// A line of the text.
    Line(String),
    /// Things to do one after the other.
    Acts(Vec<Bound>),
    /// Say what was typed so far.
    SoFar,
    /// Empty what was typed so far.
    Clear,
    /// What can be typed here.
    Help,
    /// Leave; everything is kept.
    Quit,
    /// Nothing that is understood here.
    Unknown,
}

fn act(action: Action) -> Typed {
    Typed::Acts(vec![Bound { action, arg: 0 }])
}

/// Reads a line.
pub fn read(line: &str, interview: &Interview, words: &Words) -> Typed {
    let line = line.trim_end_matches(['\n', '\r']);
    if interview.field().is_some() && interview.sheet.is_none() {
        return text(line, interview, words);
    }
    let line = line.trim();
    let line = line.strip_prefix('/').unwrap_or(line);
    if line.is_empty() {
        return act(if speaks(interview.state()) { Action::Toggle } else { Action::Enter });
    }
    command(line, interview, words).unwrap_or_else(|| graded(line, interview, words))
}

fn speaks(state: State) -> bool {
    matches!(state, State::InterviewSpeak | State::InterviewSpeakFollowUp)
}

/// A line where text is typed: a dot alone ends it, a slash begins a command, two of each mean one that is part of the text.
fn text(line: &str, interview: &Interview, words: &Words) -> Typed {
    let thinks = matches!(interview.stage, Stage::Think(_));
    match line.trim() {
        "." => return act(Action::Submit),
        "" if thinks => return act(Action::Submit),
        ".." => return Typed::Line(".".to_owned()),
        _ => {}
    }
    let Some(after) = line.strip_prefix('/') else { return Typed::Line(line.to_owned()) };
    let after = after.trim_end();
    if after == "?" || (!after.is_empty() && after.chars().all(char::is_alphabetic)) {
        return command(after, interview, words).unwrap_or(Typed::Unknown);
    }
    Typed::Line(if after.starts_with('/') { after.to_owned() } else { line.to_owned() })
}

/// A word or a key of an action.
fn command(line: &str, interview: &Interview, words: &Words) -> Option<Typed> {
    let typed = |action| is(words, action, line);
    if line == "?" || line == "h" || typed(Action::Help) {
        return Some(Typed::Help);
    }
    if line == "q" || typed(Action::Quit) || typed(Action::Leave) {
        return Some(Typed::Quit);
    }
    if words.get("ask-word-pause").eq_ignore_ascii_case(line) || line == "p" || typed(Action::Back) {
        let paused = interview.state() == State::InterviewPause;
        return Some(act(if paused { Action::Enter } else { Action::Back }));
    }
    match line {
        _ if typed(Action::Recall) => return Some(Typed::SoFar),
        _ if typed(Action::Erase) && interview.field().is_some() => return Some(Typed::Clear),
        _ if typed(Action::Undo) || line == "u" => return Some(act(Action::Undo)),
        _ if typed(Action::Redo) || line == "U" => return Some(act(Action::Redo)),
        _ => {}
    }
    let mut states = layers(interview.state()).into_iter();
    states.find_map(|state| word(line, state, words).or_else(|| key(line, state))).map(|bound| Typed::Acts(vec![bound]))
}

/// The state, behind the layer of commands that lies over its text.
fn layers(state: State) -> Vec<State> {
    let layer = match state {
        State::InterviewThink => Some(State::InterviewThinkCommands),
        State::InterviewAnswer => Some(State::InterviewAnswerCommands),
        State::InterviewFollowUp => Some(State::InterviewFollowUpCommands),
        _ => None,
    };
    layer.into_iter().chain([state]).collect()
}

/// The action that a key of one character asks for.
fn key(line: &str, state: State) -> Option<Bound> {
    let mut letters = line.chars();
    let (letter, None) = (letters.next()?, letters.next()) else { return None };
    all(state).find_map(|binding| {
        binding.keys.iter().find_map(|keys| {
            let arg = match *keys {
                Keys::One(one) if one == Key::char(letter) => 0,
                Keys::Range(from, to) if (from..=to).contains(&letter) => u32::from(letter) - u32::from(from),
                _ => return None,
            };
            Some(Bound { action: binding.action, arg: u8::try_from(arg).ok()? })
        })
    })
}

/// A grade as a word, or a point and its grade: `partly`, `4 3`, `4 met`. A number for what may be asked back.
fn graded(line: &str, interview: &Interview, words: &Words) -> Typed {
    if let (State::InterviewClarify, Ok(n @ 1..=9)) = (interview.state(), line.parse::<u8>()) {
        return Typed::Acts(vec![Bound { action: Action::Choose, arg: n - 1 }]);
    }
    if let (Stage::Predict, Ok(arg)) = (&interview.stage, line.parse()) {
        return Typed::Acts(vec![Bound { action: Action::Predict, arg }]);
    }
    let rows = match &interview.stage {
        Stage::Practice(practice) if !practice.revealed => practice.marks.len(),
        Stage::Grade(grading) => grading.rows.len(),
        Stage::Compare(compare) => compare.rows.len(),
        _ => return Typed::Unknown,
    };
    let mut parts = line.splitn(2, char::is_whitespace);
    let (first, second) = (parts.next().unwrap_or_default(), parts.next().map(str::trim));
    let Some(second) = second else {
        return mark(first, words).map_or(Typed::Unknown, |bound| Typed::Acts(vec![bound]));
    };
    let row = first.parse::<usize>().ok().filter(|n| (1..=rows).contains(n));
    match (row, mark(second, words)) {
        (Some(row), Some(bound)) => {
            let mut acts = vec![Bound { action: Action::Up, arg: 0 }; rows];
            acts.extend(vec![Bound { action: Action::Down, arg: 0 }; row - 1]);
            acts.push(bound);
            Typed::Acts(acts)
        }
        _ => Typed::Unknown,
    }
}

fn mark(typed: &str, words: &Words) -> Option<Bound> {
    let by_number = typed.parse::<usize>().ok().and_then(|n| n.checked_sub(1)).filter(|n| *n < Mark::ALL.len());
    let by_word = || Mark::ALL.iter().position(|mark| told::mark(*mark, words).eq_ignore_ascii_case(typed));
    let at = by_number.or_else(by_word)?;
    Some(Bound { action: Action::Mark, arg: u8::try_from(at).ok()? })
}

/// The words that can be typed at this moment, with what they do.
pub fn help(interview: &Interview, words: &Words) -> Vec<String> {
    let slash = if interview.field().is_some() && interview.sheet.is_none() { "/" } else { "" };
    let line = |word: &str, help: &str| format!("{slash}{word}: {help}");
    let mut lines = Vec::new();
    let typing = [(Action::Recall, "ask-help-so-far"), (Action::Erase, "ask-help-clear")];
    for (action, help) in typing.into_iter().filter(|_| !slash.is_empty()) {
        lines.push(line(&words.get(&format!("word-{}", action.name())), &words.get(help)));
    }
    let asks_back = matches!(interview.stage, Stage::Think(Think { clarify: Clarify::Open, .. }));
    // Pause, undo and quit stand at the end.
    let left_out = |action| only_on_screen(action) || matches!(action, Action::Back | Action::Leave | Action::Undo);
    for state in layers(interview.state()) {
        for binding in all(state).filter(|b| !left_out(b.action) && (b.action != Action::Clarify || asks_back)) {
            let said = line(&words.get(&format!("word-{}", binding.action.name())), &words.get(binding.help));
            if !lines.contains(&said) {
                lines.push(said);
            }
        }
    }
    lines.push(line(&words.get("ask-word-pause"), &words.get("act-pause")));
    lines.push(line(&words.get("word-undo"), &words.get("act-take-step-back")));
    lines.push(line(&words.get("word-quit"), &words.get("act-leave")));
    lines
}
