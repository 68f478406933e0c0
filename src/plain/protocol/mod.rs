//! A review over lines of JSON (UX 8.3): a command goes in, events and effects come out. For editor plug-ins, for fronts of
//! screen readers, and for tests.
//!
//! # Design
//!
//! Each line is one object. Events are `question`, `feedback`, `summary`, `paused`, `undone` and `error`; commands are
//! those of [`command`]. Both are described by `assets/schema/review.schema.json`, which `jenjang help json review`
//! prints. Content comes in the learner's language, as plain text; what is chosen is named by the number or letter under
//! which the question listed it, exactly as in plain lines.

pub mod command;
mod feedback;
mod question;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use crate::domain::text::Lang;
use crate::sessions::Context;
use crate::sessions::action::{Action, Bound};
use crate::sessions::effect::{Effect, News, Queue};
use crate::sessions::input::Input;
use crate::sessions::review::{Review, Stage};
use crate::words::Words;

use super::review::Said;
use super::{Front, clean};
use command::{Command, Refused};

/// The name and version of what is said, in every event.
pub const SCHEMA: &str = "jenjang.review/1";

/// A review over lines of JSON.
#[derive(Debug, Clone)]
pub struct Protocol {
    review: Review,
    over: bool,
    lang: Lang,
    /// What was said last, so that nothing is said twice.
    shown: Value,
}

impl Protocol {
    /// A session over a queue.
    pub fn new(queue: Queue, seed: u64, lang: Lang) -> Self {
        Protocol { review: Review::new(queue, seed), over: false, lang, shown: Value::Null }
    }

    fn act(&mut self, acts: &[(Action, u8)], cx: &Context<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for (action, arg) in acts {
            effects.extend(self.review.update(Input::Act(Bound { action: *action, arg: *arg }), cx));
        }
        effects
    }

    /// Does what a command says.
    fn follow(&mut self, command: Command, cx: &Context<'_>) -> Result<Vec<Effect>, Refused> {
        let paused = self.review.sheet.is_some();
        let effects = match command {
            Command::Pause if paused => Vec::new(),
            Command::Pause if self.is_open() => self.act(&[(Action::Interrupt, 0)], cx),
            Command::Continue if paused => self.act(&[(Action::Back, 0)], cx),
            Command::Finish if self.is_open() => self.sheet(Action::Finish, cx),
            Command::Leave => return Ok(self.leave_now(cx)),
            _ if paused => return Err(Refused::NotNow),
            Command::Answer(answer) => command::answer(&mut self.review, answer, cx)?,
            Command::Undo => self.act(&[(Action::Undo, 0)], cx),
            Command::Grade(rating) if self.is_told() => self.act(&[(Action::Grade, rating as u8 - 1)], cx),
            Command::Next => self.next(cx)?,
            Command::Hint if self.is_asking() => self.act(&[(Action::Hint, 0)], cx),
            Command::Later if self.is_asking() => self.act(&[(Action::Later, 0)], cx),
            _ => return Err(Refused::NotNow),
        };
        Ok(effects)
    }

    /// Over the feedback: the next question. Over the summary: the steps that would come back in some minutes.
    fn next(&mut self, cx: &Context<'_>) -> Result<Vec<Effect>, Refused> {
        use crate::sessions::review::SummaryRow;
        match &self.review.stage {
            Stage::Told(_) => Ok(self.act(&[(Action::Next, 0)], cx)),
            Stage::Done(done) if matches!(done.rows.first(), Some(SummaryRow::ComeBack(_))) => {
                let mut acts = vec![(Action::Up, 0); done.rows.len()];
                acts.push((Action::Enter, 0));
                Ok(self.act(&acts, cx))
            }
            _ => Err(Refused::NotNow),
        }
    }

    fn is_told(&self) -> bool {
        matches!(self.review.stage, Stage::Told(_))
    }

    fn is_asking(&self) -> bool {
        matches!(self.review.stage, Stage::Asking(_))
    }

    fn is_open(&self) -> bool {
        self.is_told() || self.is_asking()
    }

    /// Something of the pause sheet, whether it is open already or not.
    fn sheet(&mut self, action: Action, cx: &Context<'_>) -> Vec<Effect> {
        let mut effects = Vec::new();
        if self.review.sheet.is_none() {
            effects.extend(self.act(&[(Action::Interrupt, 0)], cx));
        }
        effects.extend(self.act(&[(action, 0)], cx));
        effects
    }

    fn leave_now(&mut self, cx: &Context<'_>) -> Vec<Effect> {
        self.over = true;
        if self.is_open() { self.sheet(Action::Leave, cx) } else { Vec::new() }
    }

    /// The event for what is on the screen, if it is not the one that was said last.
    fn show(&mut self, cx: &Context<'_>) -> Vec<String> {
        let now = self.event(cx);
        let mut seen = now.clone();
        if let Some(fields) = seen.as_object_mut() {
            // Minutes that pass are nothing new.
            fields.remove("next");
        }
        if now.is_null() || seen == self.shown {
            return Vec::new();
        }
        self.shown = seen;
        vec![line(now)]
    }

    fn event(&self, cx: &Context<'_>) -> Value {
        if self.review.sheet.is_some() {
            let ahead = self.review.items.len().saturating_sub(self.review.at);
            return json!({ "event": "paused", "answered": self.review.results.len(), "ahead": ahead });
        }
        match &self.review.stage {
            Stage::Waiting | Stage::Loading(_) => Value::Null,
            Stage::Asking(asking) => question::event(asking, self.review.position(), self.lang),
            Stage::Told(told) => feedback::event(told, cx.now, self.lang),
            Stage::Empty => self.summary(0, 0),
            Stage::Done(done) => {
                let steps = self.review.items.iter().skip(self.review.at).filter(|i| i.not_before > 0).count();
                self.summary(done.left, steps)
            }
        }
    }

    fn summary(&self, left: usize, steps: usize) -> Value {
        let (recalled, answered) = self.review.recalled();
        let (sure, sure_right) = self.review.confidence();
        let missed = self.review.results.iter().filter(|r| !r.right).map(
            |r| json!({ "item": r.item.to_string(), "prompt": clean(r.prompt.get(self.lang)), "section": &r.section }),
        );
        json!({
            "event": "summary",
            "answered": answered,
            "recalled": recalled,
            "sure": sure,
            "sure_right": sure_right,
            "seconds": self.review.spent_ms / 1000,
            "left": left,
            "steps": steps,
            "missed": missed.collect::<Vec<_>>(),
        })
    }
}

impl Front for Protocol {
    fn began(&self) -> bool {
        !self.review.items.is_empty()
    }

    fn over(&self) -> bool {
        self.over
    }

    fn start(&mut self, cx: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: self.review.start(cx) }
    }

    fn hear(&mut self, news: News, cx: &Context<'_>, _: &Words) -> Said {
        let mut lines = Vec::new();
        if let News::Undone { event, redo, .. } = &news {
            lines.push(line(json!({ "event": "undone", "done": event.is_some(), "redo": redo })));
        }
        let effects = self.review.update(Input::News(news), cx);
        lines.extend(self.show(cx));
        Said { lines, effects }
    }

    fn line(&mut self, typed: &str, cx: &Context<'_>, _: &Words) -> Said {
        if typed.trim().is_empty() {
            return Said::default();
        }
        // Every command is answered, also when it changed nothing.
        self.shown = Value::Null;
        let refused = |why: Refused| line(json!({ "event": "error", "code": why.code(), "message": why.to_string() }));
        match Command::read(typed).and_then(|command| self.follow(command, cx)) {
            // Leaving says nothing more, and what an undo of something earlier comes to is told when it is done.
            Ok(effects) if self.over || effects.iter().any(|e| matches!(e, Effect::Undo { .. })) => {
                Said { lines: Vec::new(), effects }
            }
            Ok(effects) => Said { lines: self.show(cx), effects },
            Err(why) => Said { lines: vec![refused(why)], effects: Vec::new() },
        }
    }

    fn leave(&mut self, cx: &Context<'_>) -> Said {
        Said { lines: Vec::new(), effects: self.leave_now(cx) }
    }
}

/// An event as its line.
fn line(mut event: Value) -> String {
    event["schema"] = json!(SCHEMA);
    event.to_string()
}
