//! One rehearsed interview question, from the first thought to the debrief.
//!
//! # Design
//!
//! Everything that the learner does is a [`step::Step`]; the stage is what the steps so far amount to. So taking a step back is dropping the last one,
//! and an interview that was killed is made again from its draft, which keeps the steps, the texts and the time used. What is recomputed at
//! every step is cheap but for reading an answer by the word lists, and what was read is kept ([`heard::Heard`]).
//!
//! Text being typed lives in a field of the front. The front hands it over with [`Interview::write`] before any other input and at every wake, and puts
//! [`Interview::text`] into its field whenever [`Interview::epoch`] has changed.

pub mod calibration;
pub mod clock;
pub mod heard;
pub mod setup;
pub mod stage;

use std::sync::Arc;

use crate::domain::persona::Persona;
use crate::domain::rubric::Prompt;
use crate::domain::text::Text;

use super::effect::LoadedPrompt;

pub use calibration::{Calibration, Leaning};
pub use clock::Clock;
pub use heard::Heard;
pub use setup::{Extra, Setup, Wish};
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
    /// The mark on rows and places.
    pub cursor: Cursor,
    /// The command layer of a text field is open.
    pub commands: bool,
    /// The learner does not want to see the clock.
    pub clock_hidden: bool,
    /// The answers so far, read.
    pub turns: Vec<Arc<Heard>>,
    /// How many points the learner expects to have made.
    pub predicted: Option<u8>,
}
