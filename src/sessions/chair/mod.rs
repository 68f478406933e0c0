//! Two chairs: the sheet from which somebody else asks an interview question, and the grades that they give.
//!
//! # Design
//!
//! The sheet is Markdown without HTML and is also the form: its boxes and blanks are filled in with a pencil or an editor and read back
//! ([`read::read`]). What is read back are names in backticks, never sentences, so a sheet may be in either language, and lines may be added
//! anywhere. What the other chair graded becomes a [`Rehearsed`] like any other, with their name on it and without a prediction: it stands in the
//! history beside the learner's own grades, moves the memories of the points, and never counts for calibration.

pub mod form;
pub mod read;
pub mod sheet;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::domain::event::{Event, What};
use crate::domain::ids::ItemId;
use crate::domain::interview::{Chair, PointMark, Pressure, Rehearsed, Turn};
use crate::domain::rubric::{Mark, Marks, Scope, Signal};
use crate::domain::text::Lang;

use super::Context;
use super::effect::LoadedPrompt;
use super::interview::{Asked, Setup, Wish};

/// Names of the blanks of a sheet. No point of a rubric has a colon in its name, and boxes are told apart from blanks.
mod blank {
    pub const PROMPT: &str = "prompt";
    pub const PERSONA: &str = "persona";
    pub const LEVEL: &str = "level";
    pub const LANGUAGE: &str = "language";
    pub const CHAIR: &str = "chair";
    pub const TIME: &str = "time";
    pub const SCOPE: &str = "scope";
    pub const SAID: &str = "said";
    pub const SIGNAL: &str = "signal:";
    pub const FLAG: &str = "flag:";
}

/// A sheet that was filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Filled {
    /// What was asked.
    pub prompt: ItemId,
    /// Who was played, as `pack/persona`; empty for nobody in particular.
    pub persona: Box<str>,
    /// The ladder level that the answer was held against, 1 to 6; `None` for that of the question.
    pub level: Option<u8>,
    /// The language in which it was asked.
    pub lang: Lang,
    /// Who graded; may be empty.
    pub chair: Box<str>,
    /// How long the answer took, in milliseconds; 0 when nobody looked.
    pub took_ms: u32,
    /// The marks by point; a point without one is missed.
    pub marks: Marks,
    /// Red flags that were heard.
    pub red_flags: Vec<Box<str>>,
    /// Signals, 0 to 3.
    pub signals: BTreeMap<Signal, u8>,
    /// How far a story reached.
    pub scope: Option<Scope>,
    /// What was noted of the answer.
    pub said: Box<str>,
}

impl Filled {
    /// The event for the log. `loaded` is the prompt that [`Filled::prompt`] names.
    pub fn event(&self, loaded: Box<LoadedPrompt>, cx: &Context<'_>) -> Event {
        let wish = Wish { level: self.level, lang: Some(self.lang), spoken: Some(true), ..Wish::default() };
        let setup = Setup::new(&wish, &loaded.prompt, &self.persona, self.lang, 0);
        let asked = Asked { loaded, setup, persona: None };
        let prompt = asked.prompt();
        let marked = |point: &crate::domain::rubric::Point| {
            let mark = self.marks.get(&point.id);
            PointMark { point: point.id.clone(), first: mark, mark, shift: 0 }
        };
        let mut rehearsed = Rehearsed {
            prompt: prompt.id.clone(),
            day: cx.now.day,
            aim: cx.prefs.recall_aim,
            persona: self.persona.clone(),
            target: asked.setup.target,
            lang: self.lang,
            pressure: if self.took_ms > 0 { Pressure::Relaxed } else { Pressure::Untimed },
            spoken: true,
            by: Chair::Other,
            chair: self.chair.clone(),
            sitting: None,
            think_ms: 0,
            turns: vec![Turn { about: "".into(), text: self.said.clone(), took_ms: self.took_ms }],
            predicted: None,
            points: prompt.points.iter().map(marked).collect(),
            red_flags: self.red_flags.clone(),
            signals: self.signals.clone(),
            scope: self.scope,
        };
        for at in 0..rehearsed.points.len() {
            rehearsed.points[at].shift = asked.shift(&rehearsed, at, cx);
        }
        let (now, what) = (cx.now, What::Rehearsed(Box::new(rehearsed)));
        Event { id: now.id, utc: now.utc, offset_min: now.offset_min, what }
    }

    /// How many points are met.
    pub fn met(&self) -> usize {
        self.marks.iter().filter(|(_, mark)| *mark == Mark::Met).count()
    }
}
