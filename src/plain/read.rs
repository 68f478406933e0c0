//! What was typed, as actions.

use std::sync::LazyLock;

use crate::domain::grading::{Fit, fit_word};
use crate::domain::question::Kind;
use crate::sessions::action::{Action, Bound, State, all};
use crate::sessions::question::{Asking, Entry};
use crate::words::Words;

/// A line that was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typed {
    /// Things to do one after the other.
    Acts(Vec<Bound>),
    /// Words for the gaps of a typed answer, in order; then it is submitted.
    Words(Vec<String>),
    /// A note on this question.
    Note(String),
    /// What can be typed here.
    Help,
    /// Leave; everything is saved.
    Quit,
    /// Nothing that is understood here.
    Unknown,
}

fn act(action: Action) -> Bound {
    Bound { action, arg: 0 }
}

fn choose(action: Action, index: usize) -> Bound {
    Bound { action, arg: u8::try_from(index).unwrap_or(u8::MAX) }
}

/// Reads a line typed at a question. Where words are the answer, commands begin with a slash; help needs none unless it is an answer.
pub fn at_question(line: &str, asking: &Asking, words: &Words) -> Typed {
    let line = line.trim();
    let typed = matches!(asking.entry, Entry::Typed(_));
    if matches!(line, "h" | "?") && !(typed && is_answer(line, asking)) {
        return Typed::Help;
    }
    let command = if typed { line.strip_prefix('/') } else { Some(line) };
    if let Some(command) = command {
        if let Some(typed) = common(command, words) {
            return typed;
        }
        if let Some(bound) = word(command, asking.state(), words) {
            return Typed::Acts(vec![bound]);
        }
        // Single letters of the screen, where they are not options.
        let letter = match command {
            "x" => Some(Action::DontKnow),
            "i" => Some(Action::Hint),
            "s" => Some(Action::Later),
            "m" => Some(Action::Flag),
            "u" => Some(Action::Undo),
            "g" => Some(Action::Guess),
            "w" if typed => Some(Action::WordBank),
            _ => None,
        };
        if let Some(action) = letter {
            return Typed::Acts(vec![act(action)]);
        }
        if typed {
            return Typed::Unknown;
        }
        if let Some(rest) = command.strip_prefix("g ") {
            return match answer(rest, asking) {
                Typed::Acts(mut acts) => {
                    acts.insert(0, act(Action::Guess));
                    Typed::Acts(acts)
                }
                other => other,
            };
        }
    }
    answer(line, asking)
}

/// Whether the question knows a word as an answer, be it the right one or one to say something about.
fn is_answer(typed: &str, asking: &Asking) -> bool {
    let blank = match &asking.question().kind {
        Kind::Short(blank) => blank,
        Kind::Cloze { gaps, .. } if gaps.len() == 1 => &gaps[0],
        _ => return false,
    };
    let own = asking.item.accepted.iter().map(|word| &**word);
    !matches!(fit_word(blank, own, typed), Fit::Empty | Fit::Other)
}

/// Reads an answer in the form of its kind.
pub(super) fn answer(line: &str, asking: &Asking) -> Typed {
    if line.is_empty() {
        return Typed::Unknown;
    }
    match &asking.entry {
        Entry::Pick(input) => one(line, input.shown.len())
            .map_or(Typed::Unknown, |i| Typed::Acts(vec![choose(Action::Choose, i), act(Action::Enter)])),
        Entry::Scenario(input) => one(line, input.shown[input.scene].len())
            .map_or(Typed::Unknown, |i| Typed::Acts(vec![choose(Action::Choose, i)])),
        Entry::Multi(input) => {
            let Some(wanted) = many(line, input.shown.len()) else { return Typed::Unknown };
            // What is typed is the whole answer: what was toggled before and is not named goes off.
            let toggle = (0..input.shown.len()).filter(|i| input.chosen[*i] != wanted.contains(i));
            let mut acts: Vec<Bound> = toggle.map(|i| choose(Action::Choose, i)).collect();
            acts.push(act(Action::Submit));
            Typed::Acts(acts)
        }
        Entry::Verdict(input) => verdict(line, input.shown.len()),
        Entry::Typed(input) => {
            let words: Vec<String> = line.split(';').map(|w| w.trim().to_owned()).collect();
            let one = input.lines.len() == 1;
            if one {
                Typed::Words(vec![line.to_owned()])
            } else if words.len() == input.lines.len() && words.iter().all(|w| !w.is_empty()) {
                Typed::Words(words)
            } else {
                Typed::Unknown
            }
        }
        Entry::Order(input) => {
            let n = input.label.len();
            match many(line, n) {
                Some(order) if order.len() == n => {
                    let mut acts: Vec<Bound> = input.typed.iter().map(|_| act(Action::Erase)).collect();
                    acts.extend(order.into_iter().map(|i| choose(Action::Choose, i)));
                    acts.push(act(Action::Submit));
                    Typed::Acts(acts)
                }
                _ => Typed::Unknown,
            }
        }
        Entry::Pairs(input) => pairs(line, input.shown.len(), input.rights.len(), input.focus),
        Entry::Line(input) => match line.parse::<usize>() {
            Ok(n) if n > 0 => {
                let target = n - 1;
                let (step, times) = if target >= input.focus {
                    (Action::Down, target - input.focus)
                } else {
                    (Action::Up, input.focus - target)
                };
                let mut acts = vec![act(step); times.min(1000)];
                acts.push(act(Action::Enter));
                Typed::Acts(acts)
            }
            _ => Typed::Unknown,
        },
    }
}

/// `2` or `b` as an index below `n`.
fn one(word: &str, n: usize) -> Option<usize> {
    let index = match word.parse::<usize>() {
        Ok(number) => number.checked_sub(1)?,
        Err(_) => {
            let mut letters = word.chars();
            let letter = letters.next()?.to_ascii_lowercase();
            if letters.next().is_some() || !letter.is_ascii_lowercase() {
                return None;
            }
            usize::from(letter as u8 - b'a')
        }
    };
    (index < n).then_some(index)
}

/// `1 3`, `1,3` or `13` as indices below `n`, each once.
fn many(line: &str, n: usize) -> Option<Vec<usize>> {
    let parts: Vec<String> = if line.contains([' ', ',']) {
        line.split([' ', ',']).filter(|p| !p.is_empty()).map(str::to_owned).collect()
    } else {
        line.chars().map(String::from).collect()
    };
    let mut out = Vec::new();
    for part in parts {
        let index = one(&part, n)?;
        if out.contains(&index) {
            return None;
        }
        out.push(index);
    }
    Some(out)
}

fn verdict(line: &str, reasons: usize) -> Typed {
    let mut parts = line.split_whitespace();
    let verdict = match parts.next().map(str::to_lowercase).as_deref() {
        Some("1" | "true" | "t" | "benar") => 0,
        Some("2" | "false" | "salah") => 1,
        _ => return Typed::Unknown,
    };
    match parts.next().and_then(|p| one(p, reasons)) {
        Some(reason) => Typed::Acts(vec![choose(Action::Choose, verdict), choose(Action::PairLetter, reason)]),
        None => Typed::Unknown,
    }
}

/// `c a b` (in the order of the rows) or `1c 3a 2b`.
fn pairs(line: &str, rows: usize, rights: usize, focus: usize) -> Typed {
    let mut wanted: Vec<Option<usize>> = vec![None; rows];
    for (place, part) in line.split([' ', ',']).filter(|p| !p.is_empty()).enumerate() {
        let digits = part.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        let row = if digits.is_empty() { Some(place) } else { one(digits, rows) };
        let right = one(&part[digits.len()..], rights);
        match (row.and_then(|r| wanted.get_mut(r)), right) {
            (Some(slot), Some(right)) => *slot = Some(right),
            _ => return Typed::Unknown,
        }
    }
    if wanted.iter().any(Option::is_none) {
        return Typed::Unknown;
    }
    // To the first row; each letter then moves the marker on by itself, so every row is reached on purpose.
    let mut acts = vec![act(Action::Up); focus.max(rows)];
    for (row, right) in wanted.into_iter().flatten().enumerate() {
        acts.extend(vec![act(Action::Up); rows]);
        acts.extend(vec![act(Action::Down); row]);
        acts.push(choose(Action::PairLetter, right));
    }
    acts.push(act(Action::Submit));
    Typed::Acts(acts)
}

/// Reads a line typed at feedback.
pub fn at_feedback(line: &str, words: &Words) -> Typed {
    let line = line.trim();
    if line.is_empty() {
        return Typed::Acts(vec![act(Action::Next)]);
    }
    if let Some(typed) = common(line, words) {
        return typed;
    }
    if let Some(n) = line.parse::<usize>().ok().filter(|n| (1..=4).contains(n)) {
        return Typed::Acts(vec![choose(Action::Grade, n - 1)]);
    }
    let (first, rest) = line.split_once(' ').unwrap_or((line, ""));
    if is(words, Action::Note, first) && !rest.trim().is_empty() {
        return Typed::Note(rest.trim().to_owned());
    }
    if is(words, Action::Grade, first) {
        let grades = ["grade-forgot", "grade-hard", "grade-good", "grade-easy"];
        let grade = grades.iter().position(|key| words.get(key).eq_ignore_ascii_case(rest.trim()));
        return grade.map_or(Typed::Unknown, |i| Typed::Acts(vec![choose(Action::Grade, i)]));
    }
    if let Some(bound) = word(first, State::Feedback, words) {
        return Typed::Acts(vec![bound]);
    }
    match line {
        "u" => Typed::Acts(vec![act(Action::AnswerAgain)]),
        "r" => Typed::Acts(vec![act(Action::CountMine)]),
        "m" => Typed::Acts(vec![act(Action::Flag)]),
        "o" => Typed::Acts(vec![act(Action::OpenLesson)]),
        _ => Typed::Unknown,
    }
}

/// Reads a line typed at a list of numbered rows: a number takes one, nothing typed takes the first.
pub fn at_rows(line: &str, rows: usize, words: &Words) -> Typed {
    let line = line.trim();
    if let Some(typed) = common(line, words) {
        return typed;
    }
    if line.is_empty() {
        return Typed::Acts(vec![act(Action::Enter)]);
    }
    if is(words, Action::Undo, line) || line == "u" {
        return Typed::Acts(vec![act(Action::Undo)]);
    }
    one(line, rows).map_or(Typed::Unknown, |i| Typed::Acts(vec![choose(Action::Choose, i)]))
}

/// What can be typed everywhere: the help, and leaving.
pub(super) fn common(line: &str, words: &Words) -> Option<Typed> {
    if line == "h" || line == "?" || is(words, Action::Help, line) {
        return Some(Typed::Help);
    }
    if line == "q" || is(words, Action::Quit, line) || is(words, Action::Leave, line) {
        return Some(Typed::Quit);
    }
    None
}

/// The action that a word names in a state, in either language: `undo` and `batalkan` both work.
pub(super) fn word(line: &str, state: State, words: &Words) -> Option<Bound> {
    let found = all(state).find(|b| is(words, b.action, line))?;
    Some(act(found.action))
}

/// Whether a word that was typed is that of an action, in either language.
pub(super) fn is(words: &Words, action: Action, typed: &str) -> bool {
    static EN: LazyLock<Words> = LazyLock::new(|| Words::of("en"));
    static ID: LazyLock<Words> = LazyLock::new(|| Words::of("id"));
    let key = format!("word-{}", action.name());
    let other: &Words = if words.code() == "id" { &EN } else { &ID };
    [words, other].iter().any(|words| words.get(&key).eq_ignore_ascii_case(typed))
}

/// The words that can be typed in a state, with what they do, for `h`: those of its actions that are `understood` in lines.
pub(super) fn help(state: State, words: &Words, understood: impl Fn(Action, &str) -> bool) -> Vec<String> {
    let slash = if state.is_field() { "/" } else { "" };
    let word = |action: Action| format!("{slash}{}", words.get(&format!("word-{}", action.name())));
    let mut lines: Vec<String> = Vec::new();
    for binding in all(state).filter(|b| !only_on_screen(b.action)) {
        let mut typed = word(binding.action);
        if binding.action == Action::Grade {
            typed = format!("{typed} {}", words.get("grade-good"));
        }
        let line = format!("{typed}: {}", words.get(binding.help));
        if understood(binding.action, &typed) && !lines.contains(&line) {
            lines.push(line);
        }
    }
    let quit = format!("{}: ", word(Action::Quit));
    if !lines.iter().any(|line| line.starts_with(&quit)) {
        lines.push(format!("{quit}{}", words.get("act-leave")));
    }
    lines
}

/// What has no meaning in lines: moving on a screen, and what only a screen has.
pub(super) fn only_on_screen(action: Action) -> bool {
    let on_screen = [
        Action::CommandLayer,
        Action::Typing,
        Action::SwapView,
        Action::Redraw,
        Action::Suspend,
        Action::Settings,
        Action::Palette,
        Action::Interrupt,
    ];
    action.moves() || on_screen.contains(&action)
}
