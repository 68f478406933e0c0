//! A question being answered: what was chosen, typed or moved so far. One file for each way of answering.
//!
//! Screens, lesson checks and plain lines drive the same [`Asking`]; they differ only in how they show it.

mod line;
mod order;
mod pairing;
mod pick;
mod scenario;
#[cfg(test)]
mod tests;
mod typed;

use crate::domain::grading::NearHit;
use crate::domain::question::{Answer, Kind, Question};

use super::action::{Action, Bound, State};
use super::effect::LoadedItem;
use super::key::Key;

pub use line::LineInput;
pub use order::OrderInput;
pub use pairing::{PairInput, Right};
pub use pick::{MultiInput, PickInput, VerdictInput};
pub use scenario::ScenarioInput;
pub use typed::TypedInput;

/// What the learner has entered so far.
#[derive(Debug, Clone, PartialEq)]
pub enum Entry {
    /// One of several.
    Pick(PickInput),
    /// Some of several.
    Multi(MultiInput),
    /// True or false, and the reason.
    Verdict(VerdictInput),
    /// Typed words.
    Typed(TypedInput),
    /// Steps in an order.
    Order(OrderInput),
    /// Pairs.
    Pairs(PairInput),
    /// A line of code.
    Line(LineInput),
    /// Decisions.
    Scenario(ScenarioInput),
}

/// What came of a key.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Nothing that this question knows.
    Unknown,
    /// Something changed, the question stays.
    Stay,
    /// This is the answer.
    Answer(Answer),
}

/// A question on the screen.
#[derive(Debug, Clone, PartialEq)]
pub struct Asking {
    /// The question and what is known about it.
    pub item: Box<LoadedItem>,
    /// What was entered so far.
    pub entry: Entry,
    /// The learner says that the answer will be a guess.
    pub guess: bool,
    /// The hint is shown.
    pub hint: bool,
    /// What was typed is another valid word, and which: try again.
    pub near: Option<NearHit>,
    /// When the question was first shown, on the forward clock, in milliseconds.
    pub shown_ms: u64,
    /// Seed of the shuffle, kept so that taking an answer back shows the same order.
    pub seed: u64,
}

impl Asking {
    /// A question as it is first shown. `instant` answers a single choice with the number alone.
    pub fn new(item: Box<LoadedItem>, seed: u64, shown_ms: u64, instant: bool) -> Self {
        let entry = Entry::new(&item.question, seed, instant);
        Asking { item, entry, guess: false, hint: false, near: None, shown_ms, seed }
    }

    /// The question.
    pub fn question(&self) -> &Question {
        &self.item.question
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        match &self.entry {
            Entry::Pick(_) => State::QuestionSingle,
            Entry::Multi(_) => State::QuestionMulti,
            Entry::Verdict(_) => State::QuestionTrueFalse,
            Entry::Typed(typed) if typed.commands => State::TypedCommands,
            Entry::Typed(_) => State::QuestionTyped,
            Entry::Order(_) => State::QuestionOrder,
            Entry::Pairs(_) => State::QuestionMatch,
            Entry::Line(_) => State::QuestionLine,
            Entry::Scenario(_) => State::QuestionScenario,
        }
    }

    /// Follows an action.
    pub fn act(&mut self, bound: Bound) -> Step {
        match bound.action {
            Action::Guess => {
                self.guess = !self.guess;
                self.leave_commands();
                Step::Stay
            }
            Action::Hint => {
                self.hint = !self.item.question.hint.is_empty();
                self.leave_commands();
                Step::Stay
            }
            Action::DontKnow => Step::Answer(Answer::DontKnow),
            _ => {
                let kind = &self.item.question.kind;
                match (&mut self.entry, kind) {
                    (Entry::Pick(input), _) => input.act(bound),
                    (Entry::Multi(input), _) => input.act(bound),
                    (Entry::Verdict(input), _) => input.act(bound),
                    (Entry::Typed(input), _) => input.act(bound),
                    (Entry::Order(input), Kind::Order { steps, .. }) => input.act(bound, steps),
                    (Entry::Pairs(input), Kind::Match { pairs, .. }) => input.act(bound, pairs),
                    (Entry::Line(input), _) => input.act(bound),
                    (Entry::Scenario(input), Kind::Scenario { scenes }) => input.act(bound, scenes),
                    _ => Step::Unknown,
                }
            }
        }
    }

    /// Follows a key without a binding: only text fields do.
    pub fn key(&mut self, key: Key) -> Step {
        if let Entry::Typed(input) = &mut self.entry
            && input.key(key)
        {
            self.near = None;
            return Step::Stay;
        }
        Step::Unknown
    }

    /// Takes pasted text; `false` where there is no text field. It never submits.
    pub fn paste(&mut self, text: &str) -> bool {
        match &mut self.entry {
            Entry::Typed(input) if !input.commands => {
                input.paste(text);
                true
            }
            _ => false,
        }
    }

    /// Shows "another valid word": the text stays, so that it can be changed.
    pub fn try_again(&mut self, hit: NearHit) {
        self.near = Some(hit);
        if let Entry::Typed(input) = &mut self.entry {
            input.focus = hit.gap.min(input.lines.len().saturating_sub(1));
        }
    }

    fn leave_commands(&mut self) {
        if let Entry::Typed(input) = &mut self.entry {
            input.commands = false;
        }
    }
}

impl Entry {
    /// Nothing entered yet.
    pub fn new(question: &Question, seed: u64, instant: bool) -> Self {
        match &question.kind {
            Kind::Single(options) => Entry::Pick(PickInput::new(options, seed, instant)),
            Kind::Multi(options) => Entry::Multi(MultiInput::new(options, seed)),
            Kind::TrueFalse { reasons, .. } => Entry::Verdict(VerdictInput::new(reasons, seed)),
            Kind::Short(blank) => Entry::Typed(TypedInput::new(std::slice::from_ref(blank), seed, false)),
            Kind::Cloze { gaps, .. } => Entry::Typed(TypedInput::new(gaps, seed, true)),
            Kind::Order { steps, .. } => Entry::Order(OrderInput::new(steps.len(), seed)),
            Kind::Match { pairs, extras } => Entry::Pairs(PairInput::new(pairs, extras, seed)),
            Kind::Line { code, .. } => Entry::Line(LineInput::new(code.lines().count())),
            Kind::Scenario { scenes } => Entry::Scenario(ScenarioInput::new(scenes, seed)),
            Kind::Drill(_) => Entry::Typed(TypedInput::sentence()),
        }
    }
}

/// Moves a focus within `0..n`.
fn moved(focus: usize, n: usize, down: bool) -> usize {
    if down { (focus + 1).min(n.saturating_sub(1)) } else { focus.saturating_sub(1) }
}
