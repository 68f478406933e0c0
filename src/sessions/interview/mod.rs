//! One rehearsed interview question, from the first thought to the debrief.
//!
//! # Design
//!
//! Everything that the learner does is a step; the stage is what the steps so far amount to. So taking a step back is dropping the last one,
//! and an interview that was killed is made again from its draft, which keeps the steps, the texts and the time used. What is recomputed at
//! every step is cheap but for reading an answer by the word lists, and what was read is kept ([`heard::Heard`]).
//!
//! Text being typed lives in a field of the front. The front hands it over with [`Interview::write`] before any other input and at every wake, and puts
//! [`Interview::text`] into its field whenever [`Interview::epoch`] has changed.

mod act;
pub mod calibration;
pub mod clock;
pub mod compare;
mod debrief;
pub mod export;
mod follow_up;
mod grading;
pub mod heard;
pub mod kept;
mod practice;
#[cfg(test)]
pub mod sample;
pub mod setup;
pub mod stage;
mod step;
#[cfg(test)]
mod tests;
mod text;
pub mod told;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::ids::ItemId;
use crate::domain::interview::Rehearsed;
use crate::domain::persona::Persona;
use crate::domain::rubric::{Mark, Prompt};
use crate::domain::text::Text;

use super::Context;
use super::action::State;
use super::autosave::SAVE_MS;
use super::effect::{Effect, LoadedPrompt, News, Request};
use super::input::Input;
use step::Step;

pub use calibration::{Calibration, Leaning};
pub use clock::Clock;
pub use heard::Heard;
pub use kept::Kept;
pub use setup::{Extra, Setup, Wish, Within};
pub use stage::*;

/// What is asked, and everything that is known about it.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The prompt and the learner's history with it.
    pub loaded: Box<LoadedPrompt>,
    /// The conditions.
    pub setup: Setup,
    /// Who asks; `None` for nobody in particular.
    pub persona: Option<Arc<Persona>>,
}

impl Asked {
    /// The prompt.
    pub fn prompt(&self) -> &Prompt {
        &self.loaded.prompt
    }

    /// The model answer in the interview's language.
    pub fn model(&self) -> &str {
        self.loaded.prompt.model_full.get(self.setup.lang)
    }

    /// The question.
    pub fn question(&self) -> &Text {
        &self.loaded.prompt.ask
    }

    /// Words that a typed answer should have, from and to: about those of the model, a bit less to a quarter more, in tens.
    pub fn target_words(&self) -> (usize, usize) {
        let words = heard::count(self.model());
        let tens = |share: usize| ((words * share + 500) / 1000 * 10).max(10);
        (tens(85), tens(125))
    }
}

/// Why a key did nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// There is nothing to take back, or to take again.
    NothingToUndo,
    /// The clock ended that stage: its time does not come back.
    TimeWasUp,
    /// The one question was asked already.
    AskedAlready,
    /// This question has nothing to ask back.
    NothingToAsk,
    /// There is no other follow-up.
    NoOther,
    /// There are only so many points.
    OnlyPoints(u8),
    /// Nothing is suggested for a spoken answer: it takes a key from 1 to 3.
    NoSuggestion,
    /// The clock has just moved on to this stage: the key was meant for the one before.
    JustBegan,
    /// The same key once more throws the answer away.
    OnceMoreDiscards,
    /// A signal takes a key from 0 to 3.
    UpToThree,
    /// The scope takes a key from 1 to 5.
    OneToFive,
}

/// One interview question.
#[derive(Debug, Clone, PartialEq)]
pub struct Interview {
    /// What was wished for.
    pub wish: Wish,
    /// What is asked; `None` while it is on its way.
    pub asked: Option<Asked>,
    /// What is on the screen.
    pub stage: Stage,
    /// What lies over it.
    pub sheet: Option<Sheet>,
    /// The mark on rows and places. In the debrief row 0 is "done", 1 the drill, 2 the lesson.
    pub cursor: Cursor,
    /// The command layer of a text field is open.
    pub commands: bool,
    /// The learner does not want to see the clock.
    pub clock_hidden: bool,
    /// How often a running clock was stopped; the debrief says so.
    pub pauses: u32,
    /// Why the last key did nothing; the next one clears it.
    pub notice: Option<Notice>,
    /// The answers so far, read.
    pub turns: Vec<Arc<Heard>>,
    /// How many points the learner expects to have made.
    pub predicted: Option<u8>,
    think_ms: u64,
    /// The clock ended the speaking whose key words are typed.
    spoke_up: bool,
    /// Marks before the model was seen, in the order of the points.
    marks: Vec<Mark>,
    /// Red flags that the learner accepted.
    flags: Vec<usize>,
    signals: Vec<SignalRow>,
    steps: Vec<Step>,
    /// Steps that were taken back, the last one last.
    undone: Vec<Step>,
    /// Answers that the word lists have read, by their text.
    read: Vec<Arc<Heard>>,
    /// What was typed, by field.
    texts: BTreeMap<Box<str>, String>,
    epoch: u32,
    /// The last moment that is known here, on the forward clock.
    seen_ms: u64,
    /// When the first key was pressed since the text was kept.
    dirty_since: Option<u64>,
    /// The text differs from what was kept.
    changed: bool,
    saved_ms: Option<u64>,
    /// What was kept, until its question comes.
    waits: Option<Kept>,
    seed: u64,
}

impl Interview {
    /// An interview that asks for its question first. The seed decides every choice that is open.
    pub fn new(wish: Wish, seed: u64) -> Self {
        Interview {
            wish,
            asked: None,
            stage: Stage::Waiting,
            sheet: None,
            cursor: Cursor::default(),
            commands: false,
            clock_hidden: false,
            pauses: 0,
            notice: None,
            turns: Vec::new(),
            predicted: None,
            think_ms: 0,
            spoke_up: false,
            marks: Vec::new(),
            flags: Vec::new(),
            signals: Vec::new(),
            steps: Vec::new(),
            undone: Vec::new(),
            read: Vec::new(),
            texts: BTreeMap::new(),
            epoch: 0,
            seen_ms: 0,
            dirty_since: None,
            changed: false,
            saved_ms: None,
            waits: None,
            seed,
        }
    }

    /// Asks for what the interview needs first; call once.
    pub fn start(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.seen_ms = cx.now.mono_ms;
        vec![Effect::Ask(match &self.wish {
            Wish { prompt: Some(prompt), resume: false, .. } => Request::Prompt(prompt.clone()),
            _ => Request::Rehearse,
        })]
    }

    /// Begins with a question that is here; the clock runs from now on.
    pub fn ask(&mut self, loaded: Box<LoadedPrompt>, cx: &Context<'_>) {
        let name = self.wish.persona.clone().unwrap_or_default();
        let persona = persona(&loaded, &name).or_else(|| loaded.personas.first().cloned());
        let name = persona.as_ref().map_or_else(String::new, |p| format!("{}/{}", p.head.pack, p.head.id));
        let wish = self.wish.clone().held_against(loaded.target);
        let setup = Setup::new(&wish, &loaded.prompt, &name, cx.prefs.lang, self.seed);
        self.asked = Some(Asked { loaded, setup, persona });
        self.steps.clear();
        self.undone.clear();
        self.texts.clear();
        self.seen_ms = cx.now.mono_ms;
        self.epoch += 1;
        self.begin();
        self.start_clock(cx);
    }

    /// In which state the keys are.
    pub fn state(&self) -> State {
        match (self.sheet, &self.stage) {
            (Some(Sheet::Pause(_)), _) => State::InterviewPause,
            (Some(Sheet::Clarify(_)), _) => State::InterviewClarify,
            (None, Stage::Think(_)) if self.commands => State::InterviewThinkCommands,
            (None, Stage::Think(_)) => State::InterviewThink,
            (None, Stage::Answer(a)) if a.voice == Voice::Speaking => State::InterviewSpeak,
            (None, Stage::Answer(_)) if self.commands => State::InterviewAnswerCommands,
            (None, Stage::Answer(_)) => State::InterviewAnswer,
            (None, Stage::FollowUp(f)) if f.answering.voice == Voice::Speaking => State::InterviewSpeakFollowUp,
            (None, Stage::FollowUp(_)) if self.commands => State::InterviewFollowUpCommands,
            (None, Stage::FollowUp(_)) => State::InterviewFollowUp,
            (None, Stage::Predict) => State::InterviewPredict,
            (None, Stage::Practice(_)) => State::InterviewPractice,
            (None, Stage::Grade(_)) => State::InterviewGrade,
            (None, Stage::Flags(_)) => State::InterviewFlags,
            (None, Stage::Signals(_)) => State::InterviewSignals,
            (None, Stage::Compare(_)) => State::InterviewCompare,
            (None, Stage::Debrief(_)) => State::InterviewDebrief,
            (None, Stage::Waiting | Stage::Missing | Stage::Practised(_)) => State::TextBox,
        }
    }

    /// Follows an input. A deadline that has passed comes first; keys that were meant for the stage that it ended do nothing.
    pub fn update(&mut self, input: Input, cx: &Context<'_>) -> Vec<Effect> {
        self.seen_ms = cx.now.mono_ms;
        if let Input::News(News::Edited(Some(text))) = &input {
            // The time may have run out while the editor was open: what was written in it counts all the same.
            self.write(text);
            self.epoch += 1;
        }
        let mut effects = self.end_of_time(cx);
        if !effects.is_empty() && matches!(input, Input::Act(_) | Input::Key(_) | Input::Paste(_)) {
            return effects;
        }
        match input {
            Input::Act(bound) => effects.extend(self.act(bound, cx)),
            Input::Key(_) | Input::Paste(_) if self.field().is_some() => {
                self.dirty_since.get_or_insert(cx.now.mono_ms);
            }
            Input::News(news) => effects.extend(self.hear_news(news, cx)),
            Input::Key(_) | Input::Paste(_) | Input::Resize | Input::Wake | Input::Shown => {}
        }
        effects.extend(self.autosave(cx));
        effects
    }

    /// When to be woken, on the forward clock: for the next second of a clock that is seen, for a deadline, to keep what is being typed.
    pub fn wake_at(&self) -> Option<u64> {
        self.wake_at_for(self.clock_hidden)
    }

    /// The same for a front that does not count seconds when `hidden`.
    pub fn wake_at_for(&self, hidden: bool) -> Option<u64> {
        let held = |clock: &&Clock| matches!(self.sheet, Some(Sheet::Clarify(_))) && clock.is_up(self.seen_ms);
        let clock = self.clock().filter(|clock| !held(clock)).and_then(|clock| clock.wake_at(self.seen_ms, hidden));
        let save = self.dirty_since.map(|since| since + SAVE_MS);
        match (clock, save) {
            (Some(clock), Some(save)) => Some(clock.min(save)),
            (clock, save) => clock.or(save),
        }
    }

    /// Whether there is something to go on with: not yet begun and over are not.
    pub fn is_open(&self) -> bool {
        let over = matches!(self.stage, Stage::Waiting | Stage::Missing | Stage::Debrief(_) | Stage::Practised(_));
        self.asked.is_some() && !over
    }

    /// Time used so far to think and to answer, in milliseconds.
    pub fn spent_ms(&self) -> u64 {
        let running = self.clock().map_or(0, |clock| clock.used(self.seen_ms));
        self.think_ms + self.turns.iter().map(|turn| turn.took_ms).sum::<u64>() + running
    }

    /// What the log keeps of it, once it is there.
    pub fn recorded(&self) -> Option<&Rehearsed> {
        match &self.stage {
            Stage::Debrief(debrief) => Some(&debrief.rehearsed),
            _ => None,
        }
    }

    /// The question that was asked back, as an index in [`crate::domain::rubric::Prompt::clarify`].
    pub fn clarified(&self) -> Option<usize> {
        let asked = |step: &Step| match step {
            Step::Clarified(at) => Some(*at),
            _ => None,
        };
        self.steps.iter().find_map(asked)
    }

    /// What the interviewer says at this moment, beside the question itself, in the interview's language; empty for nothing.
    pub fn said(&self) -> String {
        let Some(asked) = &self.asked else { return String::new() };
        let Some(persona) = &asked.persona else { return String::new() };
        let (lang, seed) = (asked.setup.lang, asked.setup.seed);
        let line = match &self.stage {
            Stage::Think(_) | Stage::Answer(_) => persona.greet.pick(lang, seed),
            Stage::FollowUp(follow_up) => &follow_up.said,
            Stage::Predict if self.turns.last().is_some_and(|turn| turn.time_up) => persona.time.pick(lang, seed),
            // Not before: what the interviewer thinks of it would tell what to predict.
            Stage::Debrief(debrief) if debrief.verdict.score.met == debrief.verdict.score.points => {
                return format!("{} {}", persona.strong.pick(lang, seed), persona.close.pick(lang, seed));
            }
            Stage::Debrief(_) => persona.close.pick(lang, seed),
            _ => "",
        };
        line.to_owned()
    }

    /// What the steps so far amount to.
    fn replay(&mut self) {
        self.begin();
        let steps = std::mem::take(&mut self.steps);
        for step in &steps {
            self.apply(step);
        }
        self.steps = steps;
    }

    fn hear_news(&mut self, news: News, cx: &Context<'_>) -> Vec<Effect> {
        let waiting = self.stage == Stage::Waiting;
        match news {
            News::Edited(Some(_)) if self.changed => self.keep(cx),
            // Who wishes for nothing in particular goes on with what was left in the middle.
            News::Rehearse(data) if waiting => {
                let resume = self.wish.resume;
                let draft = data.draft.as_deref().filter(|_| resume || self.wish == Wish::default());
                let weakest = data.prompts.first().map(|weakest| &weakest.head.id);
                self.find(draft, weakest.filter(|_| !resume))
            }
            News::Prompt(id, loaded) if waiting => self.hear_prompt(&id, loaded, cx),
            _ => Vec::new(),
        }
    }

    /// The question is here. What was left in the middle of it goes on: nothing that was said is lost by asking again.
    fn hear_prompt(&mut self, id: &ItemId, loaded: Option<Box<LoadedPrompt>>, cx: &Context<'_>) -> Vec<Effect> {
        let Some(loaded) = loaded else {
            self.stage = Stage::Missing;
            return Vec::new();
        };
        let mine = |kept: &Kept| !self.wish.practice && kept.setup.sitting == self.wish.sitting;
        let left = loaded.draft.as_deref().and_then(Kept::read).filter(mine);
        match self.waits.take().or(left).filter(|kept| kept.setup.prompt == *id) {
            Some(kept) => {
                *self = Interview::go_on(kept, loaded, cx);
                // It turns out to be over: its draft goes.
                if self.is_open() { Vec::new() } else { self.keep(cx) }
            }
            None => {
                self.ask(loaded, cx);
                Vec::new()
            }
        }
    }

    /// Asks for the question of what was kept, else for `other`.
    fn find(&mut self, draft: Option<&str>, other: Option<&ItemId>) -> Vec<Effect> {
        self.waits = draft.and_then(Kept::read);
        match self.waits.as_ref().map(|kept| &kept.setup.prompt).or(other) {
            Some(prompt) => vec![Effect::Ask(Request::Prompt(prompt.clone()))],
            None => {
                self.stage = Stage::Missing;
                Vec::new()
            }
        }
    }
}

/// The interviewer of a name (`pack/persona`).
fn persona(loaded: &LoadedPrompt, name: &str) -> Option<Arc<Persona>> {
    let (pack, id) = name.split_once('/')?;
    loaded.personas.iter().find(|p| &*p.head.pack == pack && &*p.head.id == id).cloned()
}
