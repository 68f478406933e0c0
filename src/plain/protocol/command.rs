//! Commands: what a program says to a review.

use serde_json::Value;

use crate::domain::event::Rating;
use crate::sessions::Context;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::Effect;
use crate::sessions::input::Input;
use crate::sessions::question::{Asking, Entry};
use crate::sessions::review::{Review, Stage};

use super::super::read::{self, Typed};
use super::super::review::type_texts;

/// A command: `{"command": "answer", "value": 2}`.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Answers the question.
    Answer(Given),
    /// Takes back the last answer, or on feedback this one.
    Undo,
    /// Stores another grade for the answer whose feedback is shown.
    Grade(Rating),
    /// Stops the clock.
    Pause,
    /// Goes on after a pause.
    Continue,
    /// The next question; on the summary, what would come back in some minutes.
    Next,
    /// Shows the hint.
    Hint,
    /// Asks this question at the end of the session.
    Later,
    /// Ends with the summary.
    Finish,
    /// Ends; the session is kept.
    Leave,
}

/// What an answer says.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// The number, letter, text, or list of them; `None` for "I don't know".
    pub value: Option<Value>,
    /// It is a guess.
    pub guess: bool,
}

/// Why a command was not followed; nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// No JSON object.
    #[error("a command is one JSON object in a line, such as {{\"command\":\"answer\",\"value\":2}}: {0}")]
    NoJson(String),
    /// There is no such command.
    #[error("there is no command {0:?}: answer, undo, grade, pause, continue, next, hint, later, finish, leave")]
    NoCommand(String),
    /// The command is known, what it carries is not.
    #[error("{0}")]
    Value(&'static str),
    /// Not at this point of the session.
    #[error("this command does not fit here; the last event says what is asked")]
    NotNow,
}

impl Refused {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Refused::NoJson(_) => "J-NO-JSON",
            Refused::NoCommand(_) => "J-NO-COMMAND",
            Refused::Value(_) => "J-VALUE",
            Refused::NotNow => "J-NOT-NOW",
        }
    }
}

impl Command {
    /// Reads a line.
    ///
    /// # Errors
    ///
    /// Why it is no command.
    pub fn read(line: &str) -> Result<Command, Refused> {
        let value: Value = serde_json::from_str(line).map_err(|e| Refused::NoJson(e.to_string()))?;
        let name = value.get("command").and_then(Value::as_str);
        let name = name.ok_or_else(|| Refused::NoJson("\"command\" is missing".to_owned()))?;
        Ok(match name {
            "answer" => Command::Answer(Given::read(&value)?),
            "undo" => Command::Undo,
            "grade" => Command::Grade(grade(value.get("grade"))?),
            "pause" => Command::Pause,
            "continue" => Command::Continue,
            "next" => Command::Next,
            "hint" => Command::Hint,
            "later" => Command::Later,
            "finish" => Command::Finish,
            "leave" => Command::Leave,
            other => return Err(Refused::NoCommand(other.to_owned())),
        })
    }
}

impl Given {
    fn read(command: &Value) -> Result<Given, Refused> {
        let guess = command.get("guess").and_then(Value::as_bool).unwrap_or(false);
        match command.get("value") {
            None => Err(Refused::Value("\"value\" is missing; null says \"I don't know\"")),
            Some(Value::Null) => Ok(Given { value: None, guess }),
            Some(value) => Ok(Given { value: Some(value.clone()), guess }),
        }
    }
}

fn grade(value: Option<&Value>) -> Result<Rating, Refused> {
    let rating = match value.and_then(Value::as_str) {
        Some("forgot") => Some(Rating::Forgot),
        Some("hard") => Some(Rating::Hard),
        Some("good") => Some(Rating::Good),
        Some("easy") => Some(Rating::Easy),
        _ => None,
    };
    rating.ok_or(Refused::Value("\"grade\" is forgot, hard, good or easy"))
}

/// Gives an answer to the question of the moment.
pub(super) fn answer(review: &mut Review, given: Given, cx: &Context<'_>) -> Result<Vec<Effect>, Refused> {
    let Stage::Asking(asking) = &review.stage else { return Err(Refused::NotNow) };
    let act = |action| Bound { action, arg: 0 };
    let typed = match &given.value {
        None => Typed::Acts(vec![act(Action::DontKnow)]),
        Some(value) => entered(value, asking).ok_or(Refused::Value(FORM))?,
    };
    let mut effects = Vec::new();
    if given.guess != asking.guess {
        effects.extend(review.update(Input::Act(act(Action::Guess)), cx));
    }
    match typed {
        Typed::Words(texts) => effects.extend(type_texts(review, &texts, cx)),
        Typed::Acts(acts) => {
            for bound in acts {
                // An answer ends the question: what follows was not meant for the feedback.
                if !matches!(review.stage, Stage::Asking(_)) {
                    break;
                }
                effects.extend(review.update(Input::Act(bound), cx));
            }
        }
        _ => return Err(Refused::Value(FORM)),
    }
    Ok(effects)
}

const FORM: &str = "the value does not fit this kind: a number or letter for one choice, a list for several, a text or a \
                    list of texts where words are typed";

/// A value as what a learner would have typed.
fn entered(value: &Value, asking: &Asking) -> Option<Typed> {
    let parts: Vec<String> = match value {
        Value::Array(values) => values.iter().map(one).collect::<Option<_>>()?,
        other => vec![one(other)?],
    };
    if let Entry::Typed(input) = &asking.entry {
        let whole = parts.len() == input.lines.len() && parts.iter().all(|p| !p.trim().is_empty());
        return whole.then_some(Typed::Words(parts));
    }
    match read::answer(parts.join(" ").trim(), asking) {
        Typed::Unknown => None,
        typed => Some(typed),
    }
}

fn one(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(n) => n.as_u64().map(|n| n.to_string()),
        Value::Bool(verdict) => Some(verdict.to_string()),
        _ => None,
    }
}
